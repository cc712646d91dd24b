// Noise against signal, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const noise = {
  stack: "What is written, by where it comes from",
  divergence: "The distance between the words written and those of the human text",
  order: "Words the model looks at together",
  whyOrder: "With order 3 each word depends on the two before it. A longer memory copies longer passages; it does not keep more words alive.",
  worst: "The sentence with most inventions:",
  kinds: ["human", "torn off from a human passage", "no human wrote these words in this order"],
  heads: ["Generation", "Kept", "Distorted", "Invented", "Distance from human text, bits", "The sentence with most inventions"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, kept: number, distorted: number, invented: number, js: number, first: number }} now
 */
export function noiseCaption(n, { generation, kept, distorted, invented, js, first }) {
  if (generation === 0) return "The human text is, by definition, all signal.";
  const shares = `Generation ${n.count(generation)}: ${n.share(kept)} of the words stand in whole human passages, ${n.share(distorted)} in torn-off fragments, ${n.share(invented)} in sequences no human wrote.`;
  const distance = ` The distance from human text is ${n.decimal(js)} bits; one round made ${n.decimal(first)} of it.`;
  return shares + distance;
}
