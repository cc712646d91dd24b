// Why a setting is refused, in words.

export const refused = {
  nouns: {
    order: "The order",
    generations: "The number of generations",
    documents: "The number of documents",
    temperature: "The temperature",
    topK: "Top-k",
    topP: "Top-p",
    seed: "The seed",
  },
  /** @param {string[]} known @param {string} got */
  corpus: (known, got) => `The corpus must be ${known.map((name) => `"${name}"`).join(" or ")}; this is "${got}".`,
  /** @param {string} noun @param {string} allowed @param {string} got */
  setting: (noun, allowed, got) => `${noun} must be ${allowed}; this is ${got}.`,
  /** @param {string} range */
  whole: (range) => `a whole number ${range}`,
  /** @param {string} range */
  number: (range) => `a number ${range}`,
  /** @param {number} min @param {number} max */
  within: (min, max) => `from ${min} to ${max}`,
  /** Without `min` itself. @param {number} min @param {number} max */
  above: (min, max) => `above ${min} and at most ${max}`,
  /** @param {number} min */
  least: (min) => `${min} or more`,
};
