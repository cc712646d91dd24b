// The eight definitions, in words.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const verdicts = {
  table: "Eight definitions of model collapse",
  heads: ["In the sense of", "Collapse?", "What was measured"],
  holds: ["no", "yes", "cannot be told"],
  names: /** @type {Record<string, string>} */ ({
    "catastrophic-risk": "a catastrophe: human text can hardly be foreseen any more",
    "any-increase": "any loss: human text is harder to foresee",
    "diverging-risk": "a loss that keeps its pace for as long as we ran it",
    "scaling-law": "a changed law of scaling: more human text helps less",
    "collapsing-variance": "diversity falling to nothing",
    "entangled-modes": "separate things get mixed up",
    "lost-tail": "the tail is lost",
    "hallucinated-data": "more new word sequences than unread human text has",
  }),
};

/**
 * @param {Formats} n
 * @param {{ yes: number, all: number, seeds: number }} now
 */
export const verdictsCaption = (n, { yes, all, seeds }) =>
  `In ${n.count(yes)} of ${n.count(all)} senses this loop collapses. Measured with ${n.count(seeds)} runs.`;

/**
 * What was measured, as the core says it.
 * @param {Formats} _
 * @param {string} sentence
 * @returns {string | undefined} undefined if it is not known in this language
 */
export const measured = (_, sentence) => sentence;
