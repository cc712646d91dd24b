// Detector and teacher on trial, in words.

import { ALIVE, BITS } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const detector = {
  roc: "What the detector can do: machine sentences caught against human sentences accused",
  types: "Words left with the detector and without it",
  whatRoc: "A detector gives each sentence a score; where the line is drawn decides how many of each kind are thrown out. The curve shows every place the line could have. Guessing lies on the dotted diagonal, and a perfect detector in the upper left corner.",
  whatTypes: `${ALIVE} Human text that was just added counts, too.`,
  table: "What the detector does",
  curve: "The curve of the last round",
  curveHeads: ["Human sentences accused", "Machine sentences caught"],
  curation: "The detector",
  why: "The first three learn from human and machine text, and differ in where they draw the line. The last one is better than any that we could train here: it catches four of five machine sentences.",
  options: /** @type {[string, string][]} */ ([["detector=trained@0.01", "trained, accuses 1% of human sentences"], ["detector=trained@0.05", "trained, accuses 5%"], ["detector=trained@0.2", "trained, accuses 20%"], ["detector=0.8,0.05", "made up: catches 80%, accuses 5%"]]),
  prompt: "Half of each round is human text. A simple trained detector throws out what looks like machine text. Are more words left with it than without?",
  answers: ["Yes", "No"],
  heads: ["Generation", "Machine sentences caught", "Human sentences accused", "Accused among the plainest quarter", "Accused among the rarest quarter", "Words left with it", "Words left without it"],
};

export const teacher = {
  types: "Words still alive with the teacher and without it",
  bits: "How hard human text is to foresee, with the teacher and without it",
  whatTypes: ALIVE,
  whatBits: BITS,
  table: "What the teacher does",
  curation: "What the teacher lets pass",
  why: "The teacher is a small model of 200 clean human sentences. It marks every sentence that the larger model writes by how likely it finds it.",
  options: /** @type {[string, string][]} */ ([["teacher=order:2,documents:200,keep:0.5", "the half it likes best"], ["teacher=order:2,documents:200,keep:0.9", "all but the worst tenth"], ["teacher=order:2,documents:200,band:0.9", "what is marked like human text"]]),
  heads: ["Generation", "Words alive with it", "Words alive without it", "Bits with it", "Bits without it"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, caught: number, accused: number, plainest: number, rarest: number, kept: number, without: number }} now
 */
export function detectorCaption(n, { generation, caught, accused, plainest, rarest, kept, without }) {
  const left = `${n.count(kept)} words are left with the detector, ${n.count(without)} without it.`;
  if (Number.isNaN(caught)) return `Generation ${n.count(generation)}: there is nothing to detect yet. ${kept === without ? "" : "By chance alone, "}${left}`;
  const rates = `Generation ${n.count(generation)}: it catches ${n.share(caught)} of the machine sentences and accuses ${n.share(accused)} of the human ones`;
  const unequal = plainest === rarest ? "." : `: ${n.share(plainest)} of the quarter with the plainest words, ${n.share(rarest)} of that with the rarest.`;
  return `${rates}${unequal} ${left}`;
}

/**
 * Whom a detector accuses.
 * @param {Formats} n
 * @param {number} plainest  share of the quarter with the plainest words
 * @param {number} rarest
 */
export function unequally(n, plainest, rarest) {
  if (plainest === rarest) return "It accuses all alike.";
  const rates = `${n.share(plainest)} of those with the plainest words, ${n.share(rarest)} of those with the rarest.`;
  return plainest > rarest ? `Not all alike: ${rates} Whoever writes plainly is taken for a machine.` : `Not all alike: ${rates}`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {{ kept: number, without: number, caught: number }} end
 */
export const detectorGap = (n, guess, { kept, without, caught }) =>
  `${(guess === 0) === (kept > without) ? "You were right." : "Not so."} With it ${n.count(kept)} words are left at the end, without it ${n.count(without)}. It catches ${n.share(caught)} of the machine sentences, and throws out human ones as well.`;

/**
 * @param {Formats} n
 * @param {{ generation: number, kept: number, without: number, bits: number, plain: number }} now
 */
export const teacherCaption = (n, { generation, kept, without, bits, plain }) =>
  generation === 0 ? "Both runs begin with the same human text."
  : `Generation ${n.count(generation)}: with the teacher ${n.count(kept)} words are alive, without it ${n.count(without)}. A word of unread human text costs ${n.decimal(bits)} bits with it, ${n.decimal(plain)} without.`;
