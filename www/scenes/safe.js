// Scene 5, playing it safe: a model that over-indexes on the probable loses the rest faster.

/** @type {import("../types.js").MakeScene} */
export const safe = ({ labels: { likeliest, likeliestShare }, safe: { safe: words, safeCaption, safeGap } }) => ({
  id: "safe",
  question: "safe",
  argument: "",
  settings: { temperature: 0.6 },
  figures: [
    { figure: "safe", label: words.types, why: words.whatTypes, wide: [640, 320], narrow: [320, 260] },
    { figure: "top10", label: words.top10, why: words.whatTop10, wide: [640, 240], narrow: [320, 220] },
  ],
  cursor: (f) => f.known(["types_safe", "types_plain"]),
  controls: [
    { setting: "temperature", label: words.temperature, why: words.whyTemperature, min: 0, max: 1, step: 0.05, text: (n, value) => n.decimal(value) },
    { setting: "topK", label: words.topK, why: words.whyTopK, min: 1, max: 100, step: 1, none: 100, text: (n, value) => (value === 100 ? words.off : likeliest(n, value)) },
    { setting: "topP", label: words.topP, why: words.whyTopP, min: 0.05, max: 1, step: 0.05, none: 1, text: (n, value) => (value === 1 ? words.off : likeliestShare(n, value)) },
  ],
  bet: {
    prompt: () => words.prompt,
    options: words.options,
    unit: (_, value) => words.options[value] ?? "",
    said: (f, n, guess) => safeGap(n, guess, f.number("types_plain", f.row("types_plain").length - 1), f.number("types_safe", f.row("types_safe").length - 1)),
  },
  caption(f, n, generation) {
    return safeCaption(n, {
      generation,
      plain: f.number("types_plain", generation),
      safe: f.number("types_safe", generation),
      top: f.number("top10_safe", generation),
      usual: f.number("top10_plain", 0),
      loop: f.number("loop_safe"),
      period: f.number("period_safe"),
      cycle: f.word("words_safe"),
    });
  },
  specimen: (f, _, generation) => ({ heading: generation === 0 ? words.original : words.written, text: f.word("written_safe", generation), marks: [] }),
  facts(f, n) {
    const last = f.row("types_safe").length - 1;
    const temperature = f.number("temperature");
    return {
      temperature: n.decimal(temperature),
      plain: n.count(f.number("types_plain", last)),
      safe: n.count(f.number("types_safe", last)),
      usual: n.share(f.number("top10_plain", 0)),
      top: n.share(f.number("top10_safe", last)),
    };
  },
  tables(f, n) {
    const row = (/** @type {number} */ t) => [
      n.count(t),
      ...["types_plain", "types_safe"].map((name) => n.count(f.number(name, t))),
      ...["top10_plain", "top10_safe"].map((name) => n.percent(f.number(name, t))),
    ];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("types_safe"), (_, t) => row(t)) }];
  },
});
