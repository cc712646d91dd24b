// Chance alone, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const chance = {
  figure: "One word in a hundred copies that were really drawn",
  k: "How often the human text uses the word",
  whyK: "A copy is drawn word by word. Each draw hits this word with the share it has in the text, so now and then none does.",
  prompt: "A word stands once in a text. If the text were a hundred times as long, and the word still stood in it once: would the word be safer?",
  options: ["Yes, a longer text has more room for it", "No"],
  heads: ["Occurrences", "Chance that a copy misses it"],
};

/**
 * @param {Formats} n
 * @param {{ k: number, n: number, chance: number, lost: number, copies: number }} now
 */
export function chanceCaption(n, { k, n: length, chance: missed, lost, copies }) {
  const times = k === 1 ? "once" : `${n.count(k)} times`;
  return `A word used ${times} in ${n.count(length)} is missed by a copy of the same length with a chance of ${n.share(missed)}. Of ${n.count(copies)} copies drawn here, ${n.count(lost)} missed it.`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} missed
 */
export const chanceGap = (n, guess, missed) =>
  `${guess === 1 ? "You were right." : "It would not."} A longer text is also copied by more draws, and each is less likely to hit the word: the chance to miss it stays ${n.share(missed)}.`;
