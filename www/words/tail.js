// The long tail, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const tail = {
  graveyard: "Every word of the human text by its rank, and the share of each rank that is dead",
  genealogy: "The followed word, by the human occurrence each copy descends from",
  word: "Follow a word",
  example: "for example: whale",
  why: "Type any word of the text. Every occurrence of it was copied from one of the round before, so each has one human ancestor.",
  heads: ["Generation", "Occurrences of the followed word", "Human ancestors they descend from"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, word: string, human: number, now: number, founders: number, gone: number, last: number, third: number }} now
 */
export function tailCaption(n, { generation, word, human, now, founders, gone, last, third }) {
  const times = (/** @type {number} */ count) => (count === 1 ? "once" : `${n.count(count)} times`);
  const start = `The human text uses “${word}” ${times(human)}.`;
  const fate = generation === 0 ? ""
    : now > 0 ? ` In generation ${n.count(generation)} it stands ${times(now)}, copied from ${founders === 1 ? "one human occurrence" : `${n.count(founders)} human occurrences`}.`
    : ` It was last seen in generation ${n.count(gone - 1)}.`;
  const rest = generation < last && gone <= last ? ` It will be gone in generation ${n.count(gone)}.` : "";
  return start + fate + (now > 0 ? rest : "") + (third <= generation ? ` A third of all words was gone by generation ${n.count(third)}.` : "");
}
