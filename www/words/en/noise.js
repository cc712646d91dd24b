// Noise against signal, in words.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const noise = {
  stack: "What is written, by where it comes from",
  divergence: "The distance between the words written and those of the human text",
  whatStack: "Kept: words inside a run of eight words, or a whole sentence, that the human text has just so. Distorted: human text in shorter pieces, torn from its place. Invented: words that end a run, one word longer than the model looks at, that the human text does not have. Invented is not the same as wrong: every new sentence is made of such runs.",
  whatDivergence: "The Jensen–Shannon divergence: how much one word tells, on average, about whether it was taken from the human text or from this one. 0 bits: both use words alike. 1 bit: they have no word in common.",
  table: "Noise, signal and distance",
  order: "Words the model looks at together",
  whyOrder: "At 3, each word depends on the two before it. A longer memory copies longer passages; it does not keep more words alive.",
  original: "Where it begins:",
  worst: "The sentence with most inventions:",
  kinds: ["human", "torn from a human passage", "the human text does not have this sequence"],
  heads: ["Generation", "Kept", "Distorted", "Invented", "Distance from human text, bits", "The sentence with most inventions"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, kept: number, distorted: number, invented: number, js: number, first: number, human: number }} now
 */
export function noiseCaption(n, { generation, kept, distorted, invented, js, first, human }) {
  const unread = Number.isNaN(human) ? "" : ` Of the words in human sentences that no model has read, ${n.share(human)} are “invented” in that sense.`;
  if (generation === 0) return `The human text is, by definition, all signal: a word counts as “invented” where it stands in a sequence that this text does not have.${unread}`;
  const shares = `Generation ${n.count(generation)}: ${n.share(kept)} of the words stand in whole human passages; ${n.share(distorted)} are distorted, torn from such passages; ${n.share(invented)} are invented, in sequences that the human text does not have.`;
  const distance = generation === 1 ? ` The distance from human text is ${n.decimal(js)} bits.` : ` The distance from human text is ${n.decimal(js)} bits; after one round it was ${n.decimal(first)}.`;
  return shares + unread + distance;
}
