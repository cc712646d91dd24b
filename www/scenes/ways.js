// Scene 8, the ways out: four ways of feeding the next model, raced from the same human text.

import { race as words, raceCaption } from "../words/race.js";

/** The row of one regime out of the matrix. @param {import("../findings.js").Findings} f @param {number} regime @param {number} t */
const alive = (f, regime, t) => f.number("alive", regime * f.row("baseline").length + t);

/** @type {import("../types.js").Scene} */
export const ways = {
  id: "ways",
  question: "race",
  argument: "replace; anchored=0.1; fresh=0.1; accumulate",
  settings: {},
  figures: [{ figure: "race", label: words.figure, wide: [640, 360], narrow: [320, 280] }],
  cursor: (f) => f.row("baseline").length - 1,
  controls: [],
  caption(f, n, generation) {
    const [replace = NaN, anchored = NaN, fresh = NaN, accumulate = NaN] = [0, 1, 2, 3].map((regime) => alive(f, regime, generation));
    return raceCaption(n, { generation, replace, anchored, fresh, accumulate });
  },
  facts(f, n) {
    const last = f.row("baseline").length - 1;
    return { replace: n.share(alive(f, 0, last)), anchored: n.share(alive(f, 1, last)), fresh: n.share(alive(f, 2, last)), accumulate: n.share(alive(f, 3, last)) };
  },
  table(f, n) {
    const row = (/** @type {number} */ t) => [n.count(t), ...[0, 1, 2, 3].map((regime) => n.percent(alive(f, regime, t))), n.percent(f.number("baseline", t))];
    return { heads: words.heads, rows: Array.from(f.row("baseline"), (_, t) => row(t)) };
  },
};
