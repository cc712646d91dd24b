// Is it luck? Many runs beside the curve that was predicted for all of them.

/** @type {import("../types.js").MakeScene} */
export const luck = ({ luck: { luck: words, luckCaption } }) => ({
  id: "luck",
  question: "fan",
  argument: "40",
  settings: {},
  figures: [{ figure: "fan", label: words.figure, why: words.what, wide: [640, 340], narrow: [320, 260] }],
  cursor: (f) => Math.max(f.row("q50").length, f.row("expected").length) - 1,
  controls: [{ setting: "argument", label: words.runs, why: words.whyRuns, min: 10, max: 200, step: 10 }],
  caption(f, n, generation) {
    const at = (/** @type {string} */ name) => f.number(name, generation);
    const [low, high, middle, expected] = [at("q05"), at("q95"), at("q50"), at("expected")];
    return luckCaption(n, { generation, runs: f.number("runs"), low, high, middle, expected, within: f.number("within"), last: f.row("expected").length - 1 });
  },
  facts: (f, n) => ({ runs: n.count(f.number("runs")), within: n.count(f.number("within")) }),
  tables(f, n) {
    const names = ["expected", "q50", "q05", "q25", "q75", "q95"];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("expected"), (_, t) => [n.count(t), ...names.map((name) => n.count(f.number(name, t)))]) }];
  },
});
