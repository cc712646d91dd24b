// Chance alone, in words.

import { times } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const chance = {
  figure: "One word in a hundred copies that were really drawn",
  what: "Each dot is a copy of a whole text, drawn word by word: full if it has the word at least once, empty if it has missed it.",
  table: "The chance to be missed",
  dots: "The copies drawn here",
  dotHeads: ["The word stands in it", "Copies"],
  k: "How often the human text uses the word",
  whyK: "A copy is drawn word by word. Each draw hits this word as often as its share of the text says, so now and then none of the draws does.",
  prompt: "A word stands once in a text. If the text were a hundred times as long, and the word still stood in it once: would the word be safer?",
  options: ["Yes, a longer text has more room for it", "No"],
  heads: ["The text has it", "Chance that a copy misses it"],
};

/**
 * @param {Formats} n
 * @param {{ k: number, n: number, chance: number, lost: number, copies: number, copy: number, hits: number }} now
 */
export function chanceCaption(n, { k, n: length, chance: missed, lost, copies, copy, hits }) {
  return `A copy of ${n.count(length)} words misses a word used ${times(n, k)} with a chance of ${n.share(missed)}. Of the ${n.count(copies)} copies drawn here, ${n.count(lost)} missed it. Copy ${n.count(copy + 1)} ${hits === 0 ? "does not have it" : `has it ${times(n, hits)}`}.`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} missed
 */
export const chanceGap = (n, guess, missed) =>
  `${guess === 1 ? "You were right." : "It would not."} A longer text is also copied by more draws, and each is less likely to hit the word: the chance to miss it stays ${n.share(missed)}.`;
