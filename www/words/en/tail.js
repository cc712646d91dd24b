// The long tail, in words.

import { rounds, times } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const tail = {
  graveyard: "Every word of the human text by its rank, and the share of each rank that is gone",
  genealogy: "The followed word, by the human occurrence each copy descends from",
  whatGraveyard: "All words of the human text, the most frequent first; both scales grow by factors of ten. The bars below say how many words of each rank are gone. A cross and a number: gone from that generation on.",
  whatGenealogy: "Every occurrence of a word was copied from one in the round before, and that from one before it, back to the human text. Each band is the offspring of one human occurrence.",
  tables: {
    graveyard: "Ranks with the same number of occurrences",
    genealogy: "The followed word",
    lineage: "Its occurrences by the human sentence they descend from",
  },
  graveyardHeads: ["Ranks", "Occurrences each", "Words", "Gone at the end"],
  others: "all others",
  sentence: "Human sentence",
  options: ["It lives", "It dies"],
  word: "Follow a word",
  example: "for example: whale",
  why: "Type any word of the text. Every occurrence of it was copied from one of the round before, so each has one human ancestor.",
  heads: ["Generation", "Occurrences of the followed word", "Human ancestors they descend from"],
};

/** Where a word was seen last. @param {Formats} n @param {number} generation */
const seen = (n, generation) => (generation === 0 ? "in the human text" : `in generation ${n.count(generation)}`);

/**
 * @param {Formats} n
 * @param {{ generation: number, word: string, human: number, now: number, founders: number, gone: number, last: number, third: number }} now
 */
export function tailCaption(n, { generation, word, human, now, founders, gone, last, third }) {
  const start = `The human text uses “${word}” ${times(n, human)}.`;
  const fate = generation === 0 ? ""
    : now > 0 ? ` In generation ${n.count(generation)} it stands ${times(n, now)}, copied from ${founders === 1 ? "one human occurrence" : `${n.count(founders)} human occurrences`}.`
    : ` It was last seen ${seen(n, gone - 1)}.`;
  const ahead = now > 0 && generation < last && gone <= last ? ` It will be gone in generation ${n.count(gone)}.` : "";
  return start + fate + ahead + (third <= generation ? ` A third of all words was gone by generation ${n.count(third)}.` : "");
}

/**
 * @param {Formats} n
 * @param {{ word: string, count: number, rounds: number }} now  `word`: empty while none is known
 */
export const tailPrompt = (n, { word, count, rounds: after }) =>
  word === "" ? "Will a word that the human text uses twenty times live to the end?"
  : `The human text uses “${word}” ${times(n, count)}. Will it still be alive after ${rounds(n, after)}?`;

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {{ word: string, gone: number, last: number, left: number }} fate  `gone`: not a number if it lives
 */
export function tailGap(n, guess, { word, gone, last, left }) {
  const lives = Number.isNaN(gone);
  const right = (guess === 0) === lives ? "You were right." : "It did not go that way.";
  return lives ? `${right} “${word}” lives: generation ${n.count(last)} has it ${times(n, left)}.` : `${right} “${word}” was last seen ${seen(n, gone - 1)}.`;
}

/**
 * What became of the followed word, as the end of a sentence.
 * @param {Formats} n
 * @param {{ gone: number, last: number }} fate
 */
export const tailFate = (n, { gone, last }) =>
  Number.isNaN(gone) ? `it is still there in generation ${n.count(last)}` : `it was last seen ${seen(n, gone - 1)}`;

/** What heads the list of words that a generation has no more. @param {Formats} n @param {number} generation */
export const tailHeading = (n, generation) => (generation === 0 ? "All words are there." : `Among those last seen ${seen(n, generation - 1)}:`);
