// The loop, in words.

import { ALIVE, rounds } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const loop = {
  figure: "Words still alive after each round of retraining",
  what: `${ALIVE} The dashed line was computed before the run, and about 19 of 20 runs should stay within the grey band around it. The blue line is for comparison: as many sentences drawn at random from the human text itself. Any single copy misses some words.`,
  table: "Words alive",
  prompt: "After ten rounds, what share of the different words of this text will still be in use?",
  generations: "Rounds",
  whyGenerations: "One round: the newest model writes as many sentences as the human text has, and the next model learns from them alone.",
  heads: ["Generation", "Words alive", "Expected by chance alone", "95% band, from", "to", "In sentences drawn from the human text"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, types: number, human: number, share: number, expected: number, low: number, high: number, baseline: number, half: number }} now
 */
export function loopCaption(n, { generation, types, human, share, low, high, baseline, half }) {
  if (generation === 0) return `The human text has ${n.count(human)} different words.`;
  const alive = `After ${rounds(n, generation)}, ${n.count(types)} of ${n.count(human)} words are alive, ${n.share(share)}.`;
  const expected = Number.isNaN(low) ? "" : ` Chance alone predicts ${n.count(low)} to ${n.count(high)}.`;
  const fresh = ` As many sentences drawn from the human text itself have ${n.count(baseline)}.`;
  return alive + expected + fresh + (half <= generation ? ` Half of the words were gone by generation ${n.count(half)}.` : "");
}

/**
 * @param {Formats} n
 * @param {{ guess: number, truth: number, after: number }} bet
 */
export function loopGap(n, { guess, truth, after }) {
  const [said, left] = [n.whole(guess), n.whole(truth)];
  const told = `You said ${said}; after ${rounds(n, after)} ${n.share(truth)} were left.`;
  if (said === left) return `${told} Exactly.`;
  return guess > truth ? `${told} More words died than you thought.` : `${told} It is bad, but not as bad as you thought.`;
}
