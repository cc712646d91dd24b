// A photocopy of a photocopy, in words.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const photocopy = {
  sheet: "Melville’s opening; struck out is what occurs nowhere in the text of the chosen generation",
  strip: "Its first lines in generations 0, 1, 3, 10 and 20",
  why: "The passage is Melville’s in every generation. A word of it is struck out when the text that the model of that generation wrote does not have it anywhere.",
  whyStrip: "The same first lines for five generations, one under the other.",
  table: "What each generation has lost",
  written: "Its model writes:",
  original: "The original reads:",
  heads: ["Generation", "Different words in the whole text", "Words of the passage still in use", "Words of the passage lost in this round"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, alive: number, words: number, half: number, died: string[] }} now
 */
export function photocopyCaption(n, { generation, alive, words, half, died }) {
  if (generation === 0) return `The human passage: ${n.count(words)} different words, all of them in use.`;
  const lost = words - alive;
  const count = `Generation ${n.count(generation)}: ${n.count(lost)} of the ${n.count(words)} different words of this passage ${lost === 1 ? "is" : "are"} used nowhere any more.`;
  const named = died.length > 0 ? ` Among those lost in this round, here or elsewhere: ${died.slice(0, 4).join(", ")}.` : "";
  return count + named + (half <= generation ? ` By generation ${n.count(half)} half of all words were gone.` : "");
}
