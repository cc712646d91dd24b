// Both dials of the story at once: how safely is written, and how much of what is read is human.

/** @type {import("../types.js").MakeScene} */
export const map = ({ map: { map: words, mapCaption } }) => ({
  id: "map",
  question: "phase",
  argument: "",
  settings: { generations: 10 },
  figures: [{ figure: "phase", label: words.figure, why: words.what, wide: [640, 300], narrow: [320, 300] }],
  at: 24,
  cursor: (f) => f.row("alive").length - 1,
  controls: [{ setting: "generations", label: words.generations, why: words.whyGenerations, min: 1, max: 20, step: 1 }],
  steps: false,
  columns: (f) => f.row("shares").length,
  caption(f, n, cell) {
    const columns = f.row("shares").length;
    const [temperature, share] = [f.number("temperatures", Math.floor(cell / columns)), f.number("shares", cell % columns)];
    return mapCaption(n, { temperature, share, alive: f.number("alive", cell), rounds: f.number("rounds") });
  },
  facts: () => ({}),
  tables(f, n) {
    const columns = f.row("shares").length;
    const row = (/** @type {number} */ cell) => [n.decimal(f.number("temperatures", Math.floor(cell / columns))), n.percent(f.number("shares", cell % columns)), n.percent(f.number("alive", cell))];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("alive"), (_, cell) => row(cell)) }];
  },
});
