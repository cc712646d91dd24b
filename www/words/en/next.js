// What a model knows, in words.

import { times } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const next = {
  figure: "What follows the chosen words in the human text",
  whatBars: "Each bar counts how often a word came next in the human text. To write, the model picks one of all these places at random, so that a long bar is picked often.",
  table: "What follows",
  word: "Words to begin with",
  why: "The model looks for the last two of these words in the text and counts what came next. It knows nothing else about them.",
  example: "for example: it was",
  prompt: "After “of the”, which word follows most often in the first chapters of Moby-Dick?",
  options: ["sea", "whale", "room", "ship"],
  tap: "Tap a word:",
  write: "Write another sentence",
  end: "the end of the sentence",
  heads: ["Next word", "Times", "Share"],
  other: "anything else",
};

/**
 * @param {Formats} n
 * @param {{ context: string, total: number, word: string, count: number, prose: string, free: number, length: number }} now
 */
export function nextCaption(n, { context, total, word, count, prose, free, length }) {
  if (total === 0) return `“${context}” stands nowhere in the text, so the model has nothing to say about it.`;
  const next = `The text has “${context}” ${times(n, total)}; ${word} comes next ${times(n, count)}, ${n.share(count / total)}.`;
  return `${next} Written from there: “${prose}” It had a choice at ${n.count(free)} of its ${n.count(length)} ${length === 1 ? "step" : "steps"}; at the others it could only go on as the text does.`;
}

/**
 * @param {number} guess
 * @param {string} truth
 */
export const nextGap = (guess, truth) =>
  next.options[guess] === truth ? `You were right: “${truth}”.`
  : `You said “${next.options[guess] ?? ""}”. It is “${truth}”: in these chapters nobody has sailed yet, and the model knows nothing but these chapters.`;
