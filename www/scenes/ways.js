// Scene 8, the ways out: four ways of feeding the next model, raced from the same human text.

/** The row of one regime out of the matrix. @param {import("../findings.js").Findings} f @param {number} regime @param {number} t */
const alive = (f, regime, t) => f.number("alive", regime * f.row("baseline").length + t);

/** @type {import("../types.js").MakeScene} */
export const ways = ({ race: { race: words, raceCaption, raceGap } }) => ({
  id: "ways",
  question: "race",
  argument: "0.1",
  settings: {},
  figures: [{ figure: "race", label: words.figure, why: words.what, wide: [640, 360], narrow: [320, 280] }],
  cursor: (f) => f.known(["alive"], 4),
  controls: [{ setting: "argument", label: words.share, why: words.whyShare, min: 0.01, max: 0.5, step: 0.01, text: (n, value) => n.whole(value) }],
  bet: {
    prompt: () => words.prompt,
    options: words.options,
    unit: (_, value) => words.options[value] ?? "",
    said(f, n, guess) {
      const last = f.row("baseline").length - 1;
      return raceGap(n, guess, { share: f.number("share"), anchored: alive(f, 1, last), fresh: alive(f, 2, last), accumulate: alive(f, 3, last), bought: f.number("bought", 2) });
    },
  },
  caption(f, n, generation) {
    const [replace = NaN, anchored = NaN, fresh = NaN, accumulate = NaN] = [0, 1, 2, 3].map((regime) => alive(f, regime, generation));
    return raceCaption(n, { generation, share: f.number("share"), replace, anchored, fresh, accumulate });
  },
  facts(f, n) {
    const last = f.row("baseline").length - 1;
    return { replace: n.share(alive(f, 0, last)), anchored: n.share(alive(f, 1, last)), fresh: n.share(alive(f, 2, last)), accumulate: n.share(alive(f, 3, last)), share: n.share(f.number("share")) };
  },
  tables(f, n) {
    const row = (/** @type {number} */ t) => [n.count(t), ...[0, 1, 2, 3].map((regime) => n.percent(alive(f, regime, t))), n.percent(f.number("baseline", t))];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("baseline"), (_, t) => row(t)) }];
  },
});
