// What a model knows, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const next = {
  figure: "What follows the chosen words in the human text",
  word: "Words to begin with",
  why: "The model looks these words up in the text and counts what came next. It knows nothing else about them.",
  example: "for example: it was",
  prompt: "After “of the”, which word follows most often in the first chapters of Moby-Dick?",
  options: ["sea", "whale", "room", "ship"],
  tap: "Tap a word:",
  write: "Write another sentence",
  end: "(end of the sentence)",
  heads: ["Next word", "Times", "Share"],
  other: "anything else",
};

/**
 * @param {Formats} n
 * @param {{ context: string, total: number, first: string, count: number, prose: string, free: number, length: number }} now
 */
export function nextCaption(n, { context, total, first, count, prose, free, length }) {
  if (total === 0) return `“${context}” stands nowhere in the text, so the model has nothing to say about it.`;
  const times = total === 1 ? "once" : `${n.count(total)} times`;
  const next = `The text has “${context}” ${times}; next comes “${first}”, ${n.share(count / total)} of the time.`;
  return `${next} Written from there: “${prose}” At ${n.count(free)} of its ${n.count(length)} steps the model had a choice; at the others it could only go on as the text does.`;
}

/**
 * @param {number} guess
 * @param {string} truth
 */
export const nextGap = (guess, truth) =>
  next.options[guess] === truth ? `You were right: “${truth}”.` : `You said “${next.options[guess] ?? ""}”. It is “${truth}”: the model knows this text, not the sea.`;
