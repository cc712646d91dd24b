// Detector and teacher on trial, in words.

/** @typedef {import("../numbers.js").Formats} Formats */

export const detector = {
  roc: "What the detector can do: machine sentences caught against human sentences accused",
  types: "Words still alive with the detector and without it",
  curation: "How careful the detector is",
  why: "A detector gives every sentence a score. Where it draws the line decides how many machine sentences it catches, and how many human ones it throws away.",
  options: /** @type {[string, string][]} */ ([["detector=trained@0.01", "accuses 1% of human sentences"], ["detector=trained@0.05", "accuses 5%"], ["detector=trained@0.2", "accuses 20%"]]),
  prompt: "Half of each round is fresh human text. A trained detector throws out what looks like machine text. Does it help to keep words alive?",
  answers: ["Yes", "No"],
  heads: ["Generation", "Machine sentences caught", "Human sentences accused", "Accused among the plainest quarter", "Accused among the rarest quarter", "Words alive with it", "Words alive without it"],
};

export const teacher = {
  types: "Words still alive with the teacher and without it",
  bits: "How hard human text is to foresee, with the teacher and without it",
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
  const alive = `${n.count(kept)} words are alive with the detector, ${n.count(without)} without it.`;
  if (Number.isNaN(caught)) return `Generation ${n.count(generation)}: there is nothing to detect yet. ${alive}`;
  return `Generation ${n.count(generation)}: it catches ${n.share(caught)} of the machine sentences and accuses ${n.share(accused)} of the human ones; of the quarter with the plainest words ${n.share(plainest)}, of that with the rarest ${n.share(rarest)}. ${alive}`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} kept
 * @param {number} without
 */
export const detectorGap = (n, guess, kept, without) =>
  `${(guess === 0) === (kept > without) ? "You were right." : "Not so."} With it ${n.count(kept)} words are alive at the end, without it ${n.count(without)}. What such a detector knows is the newest machine’s manner, and the mixed text it protects takes that manner on.`;

/**
 * @param {Formats} n
 * @param {{ generation: number, kept: number, without: number, bits: number, plain: number }} now
 */
export const teacherCaption = (n, { generation, kept, without, bits, plain }) =>
  generation === 0 ? "Both runs begin with the same human text."
  : `Generation ${n.count(generation)}: with the teacher ${n.count(kept)} words are alive, without it ${n.count(without)}. A word of unseen human text costs ${n.decimal(bits)} bits with it, ${n.decimal(plain)} without.`;
