// Playing it safe, in words.

import { ALIVE } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const safe = {
  types: "Words still alive, with text as it comes and with text that plays it safe",
  top10: "The share of the ten words used most",
  whatTypes: `${ALIVE} Both lines begin with the same human text and the same dice.`,
  whatTop10: "How much of all that is written are the ten words used most, comma and full stop among them. The higher, the more alike the sentences.",
  table: "Text as it comes, and text that plays it safe",
  topK: "Top-k",
  whyTopK: "Only the k likeliest words may come next; all others are struck from the list before the dice are thrown.",
  topP: "Top-p",
  whyTopP: "Only the likeliest words that together make up this share may come next. The tail is cut off, in each round a little nearer to the head.",
  off: "off",
  written: "The safe model writes:",
  original: "The human text reads:",
  temperature: "Temperature",
  whyTemperature: "Below 1 the model favours what is probable already; at 0 it always takes the most probable word.",
  prompt: "A model that writes only what it is surest of: does that save the language?",
  options: ["Yes, odd sentences are kept out", "It makes no difference", "No, it gets worse"],
  heads: ["Generation", "Words alive, as it comes", "Words alive, playing it safe", "Ten words used most, as it comes", "Ten words used most, playing it safe"],
};

/** A loop of so many words can be read at a glance. */
const SHORT = 30;

/**
 * @param {Formats} n
 * @param {{ generation: number, plain: number, safe: number, top: number, usual: number, loop: number, period: number, cycle: string }} now
 */
export function safeCaption(n, { generation, plain, safe: kept, top, usual, loop, period, cycle }) {
  const words = period <= SHORT ? `, over and over: ${cycle} …` : ` of ${n.count(period)} words.`;
  const caught = loop > generation || Number.isNaN(loop) ? "" : loop === 0 ? ` Already the model of the human text can get stuck in a loop${words}` : ` In generation ${n.count(loop)} the model could, for the first time, get stuck in a loop${words}`;
  if (generation === 0) return `In the human text the ten words used most are ${n.share(usual)} of all words.${caught}`;
  return `Generation ${n.count(generation)}: ${n.count(kept)} words are alive, where text as it comes keeps ${n.count(plain)}. The ten used most are ${n.share(top)} of what is written.${caught}`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} plain
 * @param {number} kept
 */
export function safeGap(n, guess, plain, kept) {
  const truth = kept < plain ? 2 : kept > plain ? 0 : 1;
  const told = `After the last round, playing it safe leaves ${n.count(kept)} words, text as it comes ${n.count(plain)}.`;
  return guess === truth ? `You were right. ${told}` : `You bet on “${safe.options[guess] ?? ""}”. ${told}`;
}
