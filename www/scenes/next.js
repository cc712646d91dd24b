// Scene 1, what a model knows: the words that follow, and how often.

import { next as words, nextCaption, nextGap } from "../words/next.js";

const START = "of the";

/** @type {import("../types.js").Scene} */
export const next = {
  id: "next",
  question: "next",
  argument: START,
  settings: {},
  figures: [{ figure: "continuations", label: words.figure, wide: [640, 290], narrow: [320, 290] }],
  controls: [{ setting: "argument", label: words.word, why: words.why, placeholder: words.example, clean: (argument) => argument.replace(/\/.*/, "").trim() }],
  bet: {
    prompt: words.prompt,
    options: words.options,
    unit: (_, value) => words.options[value] ?? "",
    said: (f, _, guess) => (f.list("context").join(" ") === START ? nextGap(guess, f.word("continuations")) : ""),
  },
  choices: (f) => ({
    heading: words.tap,
    options: [
      ...f.list("suggestions").map((word) => ({ label: word, argument: word })),
      { label: words.write, argument: `${f.list("context").join(" ")} / ${f.number("take") + 1}` },
    ],
  }),
  caption(f, n) {
    const choices = Array.from(f.row("choices"), Number);
    return nextCaption(n, {
      context: f.list("context").join(" "),
      total: f.number("total"),
      first: f.word("continuations") || words.end,
      count: f.number("counts"),
      prose: f.word("prose"),
      free: choices.filter((open) => open > 1).length,
      length: choices.length,
    });
  },
  facts: () => ({}),
  table(f, n) {
    const total = f.number("total");
    const row = (/** @type {string} */ word, /** @type {number} */ count) => [word, n.count(count), n.percent(count / total)];
    const rows = f.list("continuations").map((word, i) => row(word || words.end, f.number("counts", i)));
    if (f.number("other") > 0) rows.push(row(words.other, f.number("other")));
    return { heads: words.heads, rows };
  },
};
