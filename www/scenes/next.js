// Scene 1, what a model knows: the words that follow, and how often.

const START = "of the";

/**
 * The bars that are drawn.
 * @param {import("../findings.js").Findings} f
 * @param {import("../types.js").Catalogue} words
 */
function bars(f, { next: { next: words }, counts: { quoted } }) {
  const named = f.list("continuations").map((word, i) => ({ label: word || words.end, said: word ? quoted(word) : words.end, count: f.number("counts", i) }));
  const other = { label: words.other, said: words.other, count: f.number("other") };
  return other.count > 0 ? [...named, other] : named;
}

/** @type {import("../types.js").MakeScene} */
export const next = (catalogue, { next: words, nextCaption, nextGap } = catalogue.next) => ({
  id: "next",
  question: "next",
  argument: START,
  settings: {},
  figures: [{ figure: "continuations", label: words.figure, why: words.whatBars, wide: [640, 290], narrow: [320, 290] }],
  at: 0,
  steps: false,
  cursor: (f) => Math.max(0, bars(f, catalogue).length - 1),
  controls: [{ setting: "argument", label: words.word, why: words.why, placeholder: words.example, clean: (argument) => argument.replace(/\/.*/, "").trim() }],
  bet: {
    prompt: () => words.prompt,
    options: words.options,
    unit: (_, value) => words.options[value] ?? "",
    said: (f, _, guess) => (f.list("context").join(" ") === START ? nextGap(guess, f.word("continuations")) : ""),
  },
  choices: (f) => ({
    heading: words.tap,
    options: [
      ...f.list("suggestions").map((word) => ({ label: word, argument: word, sample: true })),
      { label: words.write, argument: `${f.list("context").join(" ")} / ${f.number("take") + 1}` },
    ],
  }),
  caption(f, n, bar) {
    const choices = Array.from(f.row("choices"), Number);
    return nextCaption(n, {
      context: f.list("context").join(" "),
      total: f.number("total"),
      word: bars(f, catalogue)[bar]?.said ?? "",
      count: bars(f, catalogue)[bar]?.count ?? NaN,
      prose: f.word("prose"),
      free: choices.filter((open) => open > 1).length,
      length: choices.length,
    });
  },
  facts: () => ({}),
  tables(f, n) {
    const total = f.number("total");
    return [{ caption: words.table, heads: words.heads, rows: bars(f, catalogue).map(({ label, count }) => [label, n.count(count), n.percent(count / total)]) }];
  },
});
