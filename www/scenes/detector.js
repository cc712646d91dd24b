// Scene 8, a way out: a filter that sets synthetic text apart.

import { detector as words, detectorCaption, detectorGap } from "../words/remedy.js";

/** @type {import("../types.js").Scene} */
export const detector = {
  id: "detector",
  question: "remedy",
  argument: "",
  settings: { regime: "fresh=0.5", curation: "detector=trained@0.05" },
  figures: [
    { figure: "roc", label: words.roc, wide: [640, 300], narrow: [320, 300] },
    { figure: "remedy-types", label: words.types, wide: [640, 240], narrow: [320, 220] },
  ],
  cursor: (f) => f.row("types_with").length - 1,
  controls: [{ setting: "curation", label: words.curation, why: words.why, options: words.options }],
  bet: {
    prompt: words.prompt,
    options: words.answers,
    unit: (_, value) => words.answers[value] ?? "",
    said: (f, n, guess) => detectorGap(n, guess, f.number("types_with", f.row("types_with").length - 1), f.number("types_without", f.row("types_without").length - 1)),
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
    return { caught: n.share(at("detector_tpr")), accused: n.share(at("detector_fpr")), plainest: n.share(at("detector_fpr_plainest")), rarest: n.share(at("detector_fpr_rarest")), with: n.count(at("types_with")), without: n.count(at("types_without")) };
  },
  table(f, n) {
    const rates = ["detector_tpr", "detector_fpr", "detector_fpr_plainest", "detector_fpr_rarest"];
    const row = (/** @type {number} */ t) => [n.count(t), ...rates.map((name) => n.percent(f.number(name, t))), n.count(f.number("types_with", t)), n.count(f.number("types_without", t))];
    return { heads: words.heads, rows: Array.from(f.row("types_with"), (_, t) => row(t)) };
  },
};
