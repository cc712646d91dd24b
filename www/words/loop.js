// The loop, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const loop = {
  figure: "Words still alive after each round of retraining",
  prompt: "After ten rounds, what share of the different words of this text will still be in use?",
  generations: "Rounds",
  whyGenerations: "One round: the newest model writes as many sentences as the human text has, and the next model learns from them alone.",
  heads: ["Generation", "Words alive", "Expected by chance alone", "95% band, from", "to", "In a fresh sample of human text"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, types: number, human: number, share: number, expected: number, low: number, high: number, baseline: number, half: number }} now
 */
export function loopCaption(n, { generation, types, human, share, low, high, baseline, half }) {
  if (generation === 0) return `The human text has ${n.count(human)} different words.`;
  const alive = `After ${rounds(n, generation)}, ${n.count(types)} of ${n.count(human)} words are alive, ${n.share(share)}.`;
  const expected = Number.isNaN(low) ? "" : ` Chance alone predicts ${n.count(low)} to ${n.count(high)}.`;
  const fresh = ` A fresh sample of human text of the same length would have ${n.count(baseline)}.`;
  return alive + expected + fresh + (half <= generation ? ` Half of the words were gone by generation ${n.count(half)}.` : "");
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} truth
 */
export function loopGap(n, guess, truth) {
  const said = `You said ${n.share(guess)}; ${n.share(truth)} were left.`;
  if (guess === truth) return `${said} Exactly.`;
  return guess > truth ? `${said} More words died than you thought.` : `${said} It is bad, but not as bad as you thought.`;
}

/**
 * @param {Formats} n
 * @param {number} count
 */
const rounds = (n, count) => `${n.count(count)} ${count === 1 ? "round" : "rounds"}`;
