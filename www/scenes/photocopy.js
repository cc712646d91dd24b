// Scene 0, a photocopy of a photocopy: one passage, and the words of it that die round by round.

/** @param {import("../findings.js").Findings} f @param {number} t */
const died = (f, t) => f.word("last_words", t).split("\n").filter(Boolean);

/** @type {import("../types.js").MakeScene} */
export const photocopy = ({ photocopy: { photocopy: words, photocopyCaption } }) => ({
  id: "photocopy",
  question: "photocopy",
  argument: "",
  settings: {},
  figures: [
    { figure: "photocopy", label: words.sheet, why: words.why, wide: [640, 180], narrow: [320, 400] },
    { figure: "photocopies", label: words.strip, why: words.whyStrip, wide: [640, 290], narrow: [320, 460] },
  ],
  cursor: (f) => f.row("types").length - 1,
  controls: [],
  specimen: (f, _, generation) => ({ heading: generation === 0 ? words.original : words.written, text: f.word("written", generation), marks: [] }),
  caption(f, n, generation) {
    return photocopyCaption(n, {
      generation,
      alive: f.number("alive_words", generation),
      words: f.number("passage_words"),
      half: f.number("half"),
      died: died(f, generation),
    });
  },
  facts(f, n) {
    return { half: n.count(f.number("half")), words: n.count(f.number("types", 0)) };
  },
  tables(f, n) {
    const row = (/** @type {number} */ t) => [n.count(t), n.count(f.number("types", t)), n.count(f.number("alive_words", t)), f.word("passage_lost", t).split("\n").join(", ")];
    return [{ caption: words.table, heads: words.heads, rows: Array.from(f.row("types"), (_, t) => row(t)) }];
  },
});
