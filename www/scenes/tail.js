// Scene 3, the long tail: the graveyard of words, and one word followed through all its copies.

import { tail as words, tailCaption } from "../words/tail.js";

/** @type {import("../types.js").Scene} */
export const tail = {
  id: "tail",
  question: "tail",
  argument: "",
  settings: {},
  still: 10,
  figures: [
    { figure: "graveyard", label: words.graveyard, wide: [640, 400], narrow: [320, 340] },
    { figure: "genealogy", label: words.genealogy, wide: [640, 260], narrow: [320, 220] },
  ],
  cursor: (f) => f.row("follow").length - 1,
  controls: [{ setting: "argument", label: words.word, why: words.why, placeholder: words.example }],
  caption(f, n, generation) {
    return tailCaption(n, {
      generation,
      word: f.word("word"),
      human: f.number("follow", 0),
      now: f.number("follow", generation),
      founders: f.number("founders", generation),
      gone: f.number("word_gone"),
      last: f.row("follow").length - 1,
      third: f.number("rare_lost"),
    });
  },
  facts(f, n) {
    return { word: f.word("word"), count: n.count(f.number("follow", 0)), gone: n.count(f.number("word_gone")), third: n.count(f.number("rare_lost")) };
  },
  table(f, n) {
    const row = (/** @type {number} */ t) => [n.count(t), n.count(f.number("follow", t)), n.count(f.number("founders", t))];
    return { heads: words.heads, rows: Array.from(f.row("follow"), (_, t) => row(t)) };
  },
};
