// Scene 4, why: chance alone. How likely a copy is to miss a word, and a hundred copies.

import { chance as words, chanceCaption, chanceGap } from "../words/chance.js";

/** @type {import("../types.js").Scene} */
export const chance = {
  id: "chance",
  question: "chance",
  argument: "1",
  settings: {},
  figures: [{ figure: "dots", label: words.figure, wide: [640, 200], narrow: [320, 350] }],
  controls: [{ setting: "argument", label: words.k, why: words.whyK, min: 1, max: 10, step: 1 }],
  bet: {
    prompt: words.prompt,
    options: words.options,
    unit: (_, value) => words.options[value] ?? "",
    said: (f, n, guess) => chanceGap(n, guess, f.number("chances", 0)),
  },
  caption(f, n) {
    const [k, length, missed, lost] = [f.number("k"), f.number("n"), f.number("chance"), f.number("dots_lost")];
    return chanceCaption(n, { k, n: length, chance: missed, lost, copies: f.row("dots").length });
  },
  facts: (f, n) => ({
    ...Object.fromEntries(["one", "two", "three"].map((name, i) => [name, n.whole(f.number("chances", i))])),
    k: n.count(f.number("k")),
    k_value: String(f.number("k")),
    lost: n.count(f.number("dots_lost")),
    chance: n.percent(f.number("chance")),
  }),
  table(f, n) {
    return { heads: words.heads, rows: Array.from(f.row("ks"), (k, i) => [n.count(Number(k)), n.percent(f.number("chances", i))]) };
  },
};
