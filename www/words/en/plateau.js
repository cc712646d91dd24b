// The plateau, in words.

import { ALIVE, BITS } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const plateau = {
  bits: "How hard human text is to foresee, when each round writes as much text, 4 times and 16 times as much",
  types: "Words still alive, for the same three runs",
  whatBits: BITS,
  whatTypes: ALIVE,
  table: "More writing",
  prompt: "Each round now writes 16 times as much text. Does a word that was lost come back?",
  options: ["Yes, sooner or later", "No, never"],
  heads: ["Generation", "Bits, as much text", "Bits, 4 times", "Bits, 16 times", "Words, as much text", "Words, 4 times", "Words, 16 times"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, bits: [number, number, number], floor: number, types: [number, number, number] }} now
 */
export function plateauCaption(n, { generation, bits, floor, types }) {
  if (generation === 0) return `The model of the human text needs ${n.decimal(floor)} bits for a word of human text that it has not read.`;
  const [once, four, sixteen] = bits.map((value) => n.decimal(value));
  const [a, b, c] = types.map((value) => n.count(value));
  return `Generation ${n.count(generation)}: a word of unread human text costs ${once} bits, with 4 times as much writing ${four}, with 16 times ${sixteen}; the first model needed ${n.decimal(floor)}. ${a}, ${b} and ${c} words are alive.`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} returned
 */
export const plateauGap = (n, guess, returned) =>
  `${(guess === 1) === (returned === 0) ? "You were right." : "Not so."} In all three runs together, ${n.count(returned)} lost ${returned === 1 ? "word" : "words"} came back. A model that only reads its own kind cannot write a word that is no longer there.`;
