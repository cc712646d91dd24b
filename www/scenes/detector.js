// Scene 8, a way out: a filter that sets synthetic text apart.

/** @type {import("../types.js").MakeScene} */
export const detector = ({ remedy: { detector: words, detectorCaption, detectorGap, unequally } }) => ({
  id: "detector",
  question: "remedy",
  argument: "",
  settings: { regime: "fresh=0.5", curation: "detector=trained@0.05" },
  figures: [
    { figure: "roc", label: words.roc, why: words.whatRoc, wide: [640, 300], narrow: [320, 300] },
    { figure: "remedy-types", label: words.types, why: words.whatTypes, wide: [640, 240], narrow: [320, 220] },
  ],
  cursor: (f) => f.known(["types_with", "types_without"]),
  controls: [{ setting: "curation", label: words.curation, why: words.why, options: words.options }],
  bet: {
    prompt: () => words.prompt,
    options: words.answers,
    unit: (_, value) => words.answers[value] ?? "",
    said(f, n, guess) {
      const last = f.row("types_with").length - 1;
      return detectorGap(n, guess, { kept: f.number("types_with", last), without: f.number("types_without", last), caught: f.number("detector_tpr", last) });
    },
  },
  caption(f, n, generation) {
    const at = (/** @type {string} */ name) => f.number(name, generation);
    return detectorCaption(n, {
      generation,
      caught: at("detector_tpr"),
      accused: at("detector_fpr"),
      plainest: at("detector_fpr_plainest"),
      rarest: at("detector_fpr_rarest"),
      kept: at("types_with"),
      without: at("types_without"),
    });
  },
  facts(f, n) {
    const last = f.row("types_with").length - 1;
    const at = (/** @type {string} */ name) => f.number(name, last);
    return { accused: n.share(at("detector_fpr")), unequal: unequally(n, at("detector_fpr_plainest"), at("detector_fpr_rarest")) };
  },
  tables(f, n) {
    const rates = ["detector_tpr", "detector_fpr", "detector_fpr_plainest", "detector_fpr_rarest"];
    const row = (/** @type {number} */ t) => [n.count(t), ...rates.map((name) => n.percent(f.number(name, t))), n.count(f.number("types_with", t)), n.count(f.number("types_without", t))];
    const [width, last] = [f.row("fpr").length, f.row("types_with").length - 1];
    return [
      { caption: words.table, heads: words.heads, rows: Array.from(f.row("types_with"), (_, t) => row(t)) },
      { caption: words.curve, heads: words.curveHeads, rows: Array.from(f.row("fpr"), (fpr, i) => [n.percent(Number(fpr)), n.percent(f.number("tpr", last * width + i))]) },
    ];
  },
});
