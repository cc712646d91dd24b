// Scene 2, the loop: train, write, train on what was written. The vocabulary falls along the curve that chance predicts.

/** The bet is about so many. */
const ROUNDS = 10;

/** @type {import("../types.js").MakeScene} */
export const loop = ({ loop: { loop: words, loopCaption, loopGap } }) => ({
  id: "loop",
  question: "course",
  argument: "",
  settings: { generations: ROUNDS },
  figures: [{ figure: "survival", label: words.figure, why: words.what, wide: [640, 400], narrow: [320, 260] }],
  cursor: (f) => f.row("types").length - 1,
  controls: [{ setting: "generations", label: words.generations, why: words.whyGenerations, min: 1, max: 40, step: 1 }],
  bet: {
    prompt: () => words.prompt,
    range: { min: 0, max: 1, step: 0.01, start: 0.7 },
    ghost: "bet_share",
    after: ROUNDS,
    unit: (n, value) => n.share(value),
    said(f, n, guess) {
      const after = Math.min(ROUNDS, f.row("types").length - 1);
      return loopGap(n, { guess, truth: f.number("survivors1", after), after });
    },
  },
  caption(f, n, generation) {
    return loopCaption(n, {
      generation,
      types: f.number("types", generation),
      human: f.number("types", 0),
      share: f.number("survivors1", generation),
      expected: f.number("expected", generation),
      low: f.number("low", generation),
      high: f.number("high", generation),
      baseline: f.number("baseline_types", generation),
      half: f.number("half"),
    });
  },
  facts(f, n) {
    const last = f.row("types").length - 1;
    return {
      rounds: n.count(last),
      human: n.count(f.number("types", 0)),
      alive: n.count(f.number("types", last)),
    };
  },
  tables(f, n) {
    const rows = ["types", "expected", "low", "high", "baseline_types"];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("types"), (_, t) => [n.count(t), ...rows.map((name) => n.count(f.number(name, t)))]) }];
  },
});
