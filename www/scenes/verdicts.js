// Scene 10: the eight definitions of model collapse that the literature uses, asked of this loop.

import { verdicts as words, verdictsCaption } from "../words/verdicts.js";

/** @type {import("../types.js").Scene} */
export const verdicts = {
  id: "verdicts",
  question: "scorecard",
  argument: "",
  settings: {},
  figures: [],
  open: true,
  controls: [],
  caption: (f, n) => verdictsCaption(n, { yes: Array.from(f.row("holds"), Number).filter((holds) => holds === 1).length, all: f.list("definitions").length, seeds: f.number("seeds") }),
  facts: (f, n) => ({ yes: n.count(Array.from(f.row("holds"), Number).filter((holds) => holds === 1).length), all: n.count(f.list("definitions").length) }),
  tables(f) {
    const verdict = (/** @type {number} */ holds) => words.holds[holds === 1 || holds === 0 ? holds : 2] ?? "";
    return [{ caption: words.table, heads: words.heads, rows: f.list("definitions").map((name, i) => [words.names[name] ?? name, verdict(f.number("holds", i)), f.word("sentences", i)]) }];
  },
};
