// The race of the regimes, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const race = {
  figure: "The share of the human words alive under four ways of feeding the next model",
  heads: ["Generation", "Only the newest text", "10% human, always the same", "10% human, fresh each round", "Everything so far", "A fresh sample of human text"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, replace: number, anchored: number, fresh: number, accumulate: number }} now
 */
export function raceCaption(n, { generation, replace, anchored, fresh, accumulate }) {
  if (generation === 0) return "All four begin with the same human text.";
  return `Generation ${n.count(generation)}: training on the newest text alone keeps ${n.share(replace)} of the human words. A tenth of human text, the same in every round, keeps ${n.share(anchored)}; a tenth drawn fresh, ${n.share(fresh)}; throwing nothing away, ${n.share(accumulate)}.`;
}
