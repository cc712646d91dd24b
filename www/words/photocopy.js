// A photocopy of a photocopy, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const photocopy = {
  strip: "The same passage after 0, 1, 3, 10 and 20 rounds",
  sheet: "The passage at the chosen generation",
  heads: ["Generation", "Words alive in the whole text", "Words of the passage alive", "Words that died in it"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, alive: number, words: number, half: number, died: string[] }} now
 */
export function photocopyCaption(n, { generation, alive, words, half, died }) {
  if (generation === 0) return `The human passage: ${n.count(words)} different words, all of them in use.`;
  const count = `Generation ${n.count(generation)}: ${n.count(words - alive)} of the ${n.count(words)} different words of this passage exist nowhere any more.`;
  const named = died.length > 0 ? ` Among those lost in this round: ${died.slice(0, 4).join(", ")}.` : "";
  return count + named + (half <= generation ? ` By generation ${n.count(half)} half of all words were gone.` : "");
}
