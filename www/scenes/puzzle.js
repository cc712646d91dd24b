// Scene 8, a puzzle: four fifths of the words alive after twenty rounds, with a budget.

/** @type {import("../types.js").MakeScene} */
export const puzzle = ({ puzzle: { puzzle: words, puzzleCaption } }) => ({
  id: "puzzle",
  question: "puzzle",
  argument: "0.1 1",
  settings: {},
  figures: [{ figure: "puzzle", label: words.figure, why: words.what, wide: [640, 280], narrow: [320, 240] }],
  cursor: (f) => f.row("alive").length - 1,
  controls: [
    { setting: "argument", part: 0, label: words.share, why: words.whyShare, min: 0, max: 0.9, step: 0.01, text: (n, value) => n.whole(value) },
    { setting: "argument", part: 1, label: words.effort, why: words.whyEffort, min: 1, max: 16, step: 1 },
  ],
  caption(f, n, generation) {
    const last = f.row("alive").length - 1;
    const number = (/** @type {string} */ name) => f.number(name);
    return puzzleCaption(n, {
      generation, last, alive: f.number("alive", generation), end: f.number("alive", last), goal: number("goal"), human: number("human_sentences"),
      machine: number("machine_sentences"), cost: number("cost"), budget: number("budget"), price: number("machine_price"), solved: number("solved"),
    });
  },
  facts: (f, n) => ({ rounds: n.count(f.row("alive").length - 1), goal: n.share(f.number("goal")), budget: n.count(f.number("budget")), price: n.decimal(f.number("machine_price")) }),
  tables: (f, n) => [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("alive"), (alive, t) => [n.count(t), n.percent(Number(alive))]) }],
});
