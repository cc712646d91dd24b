// Many runs, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const luck = {
  figure: "Words still alive in many runs that differ in their dice alone",
  runs: "Runs",
  whyRuns: "Each run throws other dice. The more runs, the better the fan shows what dice can do.",
  heads: ["Generation", "Expected by chance alone", "Median of the runs", "5% of the runs have fewer than", "5% have more than"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, runs: number, low: number, high: number, middle: number, expected: number, within: number, last: number }} now
 */
export function luckCaption(n, { generation, runs, low, high, middle, expected, within, last }) {
  const at = `In generation ${n.count(generation)}, nine of ten runs keep ${n.count(low)} to ${n.count(high)} words, half of them more than ${n.count(middle)}; ${n.count(expected)} were predicted.`;
  return `${at} Of ${n.count(runs)} runs, ${n.count(within)} end within the predicted band after ${n.count(last)} rounds.`;
}
