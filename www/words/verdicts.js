// The eight definitions, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const verdicts = {
  heads: ["In the sense of", "Collapse?", "What was measured"],
  holds: ["no", "yes", "cannot be told"],
  names: /** @type {Record<string, string>} */ ({
    "catastrophic-risk": "a catastrophe: human text can hardly be foreseen any more",
    "any-increase": "any loss: human text is harder to foresee",
    "diverging-risk": "a loss without end",
    "scaling-law": "a changed law of scaling",
    "collapsing-variance": "diversity falling to nothing",
    "entangled-modes": "different things run into one another",
    "lost-tail": "the tail is lost",
    "hallucinated-data": "text that no human could have written",
  }),
};

/**
 * @param {Formats} n
 * @param {{ yes: number, all: number, seeds: number }} now
 */
export const verdictsCaption = (n, { yes, all, seeds }) =>
  `In ${n.count(yes)} of ${n.count(all)} senses, this loop collapses. Measured with ${n.count(seeds)} runs.`;
