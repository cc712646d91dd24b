// Scene 10: the eight definitions of model collapse that the literature uses, asked of this loop.

/** @type {import("../types.js").MakeScene} */
export const verdicts = ({ verdicts: { verdicts: words, verdictsCaption, measured } }) => ({
  id: "verdicts",
  question: "scorecard",
  argument: "",
  settings: {},
  figures: [],
  open: true,
  controls: [],
  caption: (f, n) => verdictsCaption(n, { yes: Array.from(f.row("holds"), Number).filter((holds) => holds === 1).length, all: f.list("definitions").length, seeds: f.number("seeds") }),
  facts: (f, n) => ({ yes: n.count(Array.from(f.row("holds"), Number).filter((holds) => holds === 1).length), all: n.count(f.list("definitions").length) }),
  tables(f, n) {
    const verdict = (/** @type {number} */ holds) => words.holds[holds === 1 || holds === 0 ? holds : 2] ?? "";
    return [{ caption: words.table, heads: words.heads, rows: f.list("definitions").map((name, i) => [words.names[name] ?? name, verdict(f.number("holds", i)), measured(n, f.word("sentences", i)) ?? f.word("sentences", i)]) }];
  },
});
