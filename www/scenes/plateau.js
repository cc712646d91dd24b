// Scene 7, the plateau: more compute slows the loss and gains nothing.

/** @typedef {import("../findings.js").Findings} Findings */

/** @param {Findings} f @param {string} name @param {number} t @returns {[number, number, number]} */
const efforts = (f, name, t) => {
  const width = f.row(name).length / 3;
  return [f.number(name, t), f.number(name, width + t), f.number(name, 2 * width + t)];
};

/** @type {import("../types.js").MakeScene} */
export const plateau = ({ plateau: { plateau: words, plateauCaption, plateauGap } }) => ({
  id: "plateau",
  question: "plateau",
  argument: "",
  settings: {},
  figures: [
    { figure: "plateau-bits", label: words.bits, why: words.whatBits, wide: [640, 220], narrow: [320, 480] },
    { figure: "plateau-types", label: words.types, why: words.whatTypes, wide: [640, 220], narrow: [320, 480] },
  ],
  cursor: (f) => f.known(["bits", "types"], 3),
  controls: [],
  bet: {
    prompt: () => words.prompt,
    options: words.options,
    unit: (_, value) => words.options[value] ?? "",
    said: (f, n, guess) => plateauGap(n, guess, f.number("returned")),
  },
  caption: (f, n, generation) => plateauCaption(n, { generation, bits: efforts(f, "bits", generation), floor: f.number("floor"), types: efforts(f, "types", generation) }),
  facts(f, n) {
    const last = f.row("bits").length / 3 - 1;
    const [once, , sixteen] = efforts(f, "bits", last);
    return { more: n.count(f.number("efforts", 1)), most: n.count(f.number("efforts", 2)), floor: n.decimal(f.number("floor")), best: n.decimal(f.number("best")), once: n.decimal(once), sixteen: n.decimal(sixteen), returned: n.count(f.number("returned")) };
  },
  tables(f, n) {
    const row = (/** @type {number} */ t) => [n.count(t), ...efforts(f, "bits", t).map((bits) => n.decimal(bits)), ...efforts(f, "types", t).map((types) => n.count(types))];
    return [{ caption: words.table, heads: words.heads, rows: Array.from({ length: f.row("bits").length / 3 }, (_, t) => row(t)) }];
  },
});
