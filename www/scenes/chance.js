// Scene 4, why: chance alone. How likely a copy is to miss a word, and a hundred copies.

/** @type {import("../types.js").MakeScene} */
export const chance = ({ counts: { times }, chance: { chance: words, chanceCaption, chanceGap } }) => ({
  id: "chance",
  question: "chance",
  argument: "1",
  settings: {},
  figures: [{ figure: "dots", label: words.figure, why: words.what, wide: [640, 200], narrow: [320, 350] }],
  controls: [{ setting: "argument", label: words.k, why: words.whyK, min: 1, max: 10, step: 1 }],
  bet: {
    prompt: () => words.prompt,
    options: words.options,
    unit: (_, value) => words.options[value] ?? "",
    said: (f, n, guess) => chanceGap(n, guess, f.number("chances", 0)),
  },
  at: 0,
  steps: false,
  cursor: (f) => Math.max(0, f.row("dots").length - 1),
  caption(f, n, copy) {
    const [k, length, missed, lost] = [f.number("k"), f.number("n"), f.number("chance"), f.number("dots_lost")];
    return chanceCaption(n, { k, n: length, chance: missed, lost, copies: f.row("dots").length, copy, hits: f.number("dots", copy) });
  },
  facts: (f, n) => ({
    ...Object.fromEntries(["one", "two", "three"].map((name, i) => [name, n.whole(f.number("chances", i))])),
    k: times(n, f.number("k")),
    lost: n.count(f.number("dots_lost")),
    copies: n.count(f.row("dots").length),
    chance: n.share(f.number("chance")),
  }),
  tables(f, n) {
    const hits = Array.from(f.row("dots"), Number);
    const row = (/** @type {number} */ often) => [times(n, often), n.count(hits.filter((count) => count === often).length)];
    return [
      { caption: words.dots, heads: words.dotHeads, rows: [...new Set(hits)].sort((a, b) => a - b).map(row) },
      { caption: words.table, heads: words.heads, rows: Array.from(f.row("ks"), (k, i) => [times(n, Number(k)), n.percent(f.number("chances", i))]) },
    ];
  },
});
