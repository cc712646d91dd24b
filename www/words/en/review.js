// The reader as the human in the loop, in words.

import { ALIVE } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const review = {
  figure: "Words in a sentence, under a reviewer of your taste and without one",
  types: "Words still alive, under a reviewer of your taste and without one",
  whatLengths: "How many words a sentence has on average, commas and full stops included.",
  whatTypes: `${ALIVE} Every generation has as many sentences as the human text: longer sentences make a longer text, and a longer text has room for more words.`,
  table: "What this taste does",
  again: "Choose again",
  heads: ["Generation", "Words in a sentence, reviewed", "Words in a sentence, not reviewed", "Words alive, reviewed", "Words alive, not reviewed"],
  tastes: /** @type {Record<string, string>} */ ({ short: "short sentences", long: "long sentences", plain: "common words", rare: "rare words" }),
};

/** @param {Formats} n @param {number} round @param {number} rounds */
export const reviewHeading = (n, round, rounds) => `Which is better? Choice ${n.count(round + 1)} of ${n.count(rounds)}:`;

/** @param {Formats} n @param {number} round @param {number} rounds */
export const reviewAsks = (n, round, rounds) =>
  round === 0 ? "Two sentences that the first model wrote. Choose the better one, ten times. There is no right answer."
  : `${n.count(round)} of ${n.count(rounds)} choices made.`;

/**
 * @param {Formats} n
 * @param {{ generation: number, taste: string, agreed: number, rounds: number, length: number, usual: number, types: number, plain: number }} now
 */
export function reviewCaption(n, { generation, taste, agreed, rounds, length, usual, types, plain }) {
  const liked = review.tastes[taste] ?? taste;
  const fits = `Of four simple tastes, a liking for ${liked} fits these ${n.count(rounds)} choices best: it would have made ${n.count(agreed)} of them.`;
  const chance = 3 * agreed <= 2 * rounds ? " Choosing blindly often fits as well." : "";
  return `${fits}${chance} If a reviewer who leans that way chooses between two sentences again and again, a sentence of generation ${n.count(generation)} has ${n.decimal(length)} words, without a reviewer ${n.decimal(usual)}; ${n.count(types)} words are alive, without a reviewer ${n.count(plain)}.`;
}
