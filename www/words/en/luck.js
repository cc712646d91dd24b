// Many runs, in words.

import { rounds } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const luck = {
  figure: "Words still alive in many runs that differ in their dice alone",
  what: "Nine of ten runs lie within the pale area, half of them within the darker one; the line in it is the middle run. The dashed curve was computed before the first run.",
  table: "Words alive in many runs",
  runs: "Runs",
  whyRuns: "Each run throws other dice. The more runs, the better the fan shows what dice can do.",
  heads: ["Generation", "Expected by chance alone", "The middle run", "5% have fewer than", "25% have fewer than", "25% have more than", "5% have more than"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, runs: number, low: number, high: number, middle: number, expected: number, within: number, last: number }} now
 */
export function luckCaption(n, { generation, runs, low, high, middle, expected, within, last }) {
  if (generation === 0) return `Every run begins with the same ${n.count(middle)} words. ${ends(n, runs, within, last)}`;
  const at = `In generation ${n.count(generation)} nine of ten runs keep ${n.count(low)} to ${n.count(high)} words, the middle one ${n.count(middle)}; ${n.count(expected)} were predicted.`;
  return `${at} ${ends(n, runs, within, last)}`;
}

/** @param {Formats} n @param {number} runs @param {number} within @param {number} last */
const ends = (n, runs, within, last) => `Of ${n.count(runs)} runs, ${n.count(within)} end within the predicted band after ${rounds(n, last)}.`;
