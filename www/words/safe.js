// Playing it safe, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const safe = {
  types: "Words still alive, with text as it comes and with text that plays it safe",
  top10: "The share that the ten most frequent words take",
  temperature: "Temperature",
  whyTemperature: "Below 1 the model favours what is probable already; at 0 it always takes the most probable word.",
  prompt: "A model that writes only what it is surest of: does that save the language?",
  options: ["Yes, fewer mistakes are copied", "It makes no difference", "No, it gets worse"],
  heads: ["Generation", "Words alive, as it comes", "Words alive, playing it safe", "Ten most frequent words, as it comes", "Ten most frequent words, playing it safe"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, plain: number, safe: number, top: number, usual: number, loop: number, period: number }} now
 */
export function safeCaption(n, { generation, plain, safe: kept, top, usual, loop, period }) {
  if (generation === 0) return `In the human text the ten most frequent words are ${n.share(usual)} of all words.`;
  const alive = `Generation ${n.count(generation)}: ${n.count(kept)} words are alive, where text as it comes keeps ${n.count(plain)}. The ten most frequent are ${n.share(top)} of what is written.`;
  const caught = loop <= generation ? ` From generation ${n.count(loop)} on the model can fall into a loop of ${n.count(period)} words that it never leaves.` : "";
  return alive + caught;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} plain
 * @param {number} kept
 */
export function safeGap(n, guess, plain, kept) {
  const truth = kept < plain ? 2 : kept > plain ? 0 : 1;
  const told = `After the last round, playing it safe leaves ${n.count(kept)} words, text as it comes ${n.count(plain)}.`;
  return guess === truth ? `You were right. ${told}` : `You bet on “${safe.options[guess] ?? ""}”. ${told}`;
}
