// What the instrument says of a generation.

import { keepsAll, mixes } from "../../regimes.js";
import { rounds } from "./counts.js";
import { regimes } from "./regimes.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

/**
 * What the writer of a generation had read.
 * @param {Formats} n
 * @param {{ generation: number, kind: string, share: number, remedies: readonly import("../../curations.js").Remedy[] }} now  `share`: how much of it was human, or its weight; `remedies`: what stood before it
 */
function reading(n, { generation, kind, share, remedies }) {
  const sifted = remedies.length > 0 && generation > 1 ? `, sifted by ${list(remedies.map((remedy) => sieves[remedy]))}` : "";
  return `${unsifted(n, generation, kind, share)}${sifted}`;
}

/** @param {string[]} items  one or more */
const list = (items) => [items.slice(0, -1).join(", "), items.at(-1)].filter(Boolean).join(" and ");

const sieves = { detector: "a detector", teacher: "a small teacher", review: "a reader" };

/**
 * @param {Formats} n
 * @param {number} generation
 * @param {string} kind
 * @param {number} share
 */
function unsifted(n, generation, kind, share) {
  const before = `generation ${n.count(generation - 1)}`;
  if (generation === 1) return kind === "subsample" ? "a sample of the human text" : "the human text and nothing else";
  if (kind === "accumulate") return "all generations before it";
  if (kind === "subsample") return "a sample of all generations before it";
  if (share === 0) return `${before} and nothing else`;
  if (share === 1) return "nothing but human text";
  return kind === "weighted" ? `${before}, human text weighing ${n.share(share)}` : `${before}, ${n.share(share)} of it human text`;
}

/**
 * @param {Formats} n
 * @param {Parameters<typeof reading>[1]} now
 */
export function specimenCaption(n, now) {
  if (now.generation === 0) return "Generation 0: the human text itself, before any machine has read it.";
  return `Generation ${n.count(now.generation)}: written by a model that had read ${reading(n, now)}.`;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, types: number, human: number, hapax: number, share: number, low: number, high: number, plain: boolean, kind: string, baseline: number, curated: boolean }} now
 */
export function survivalCaption(n, { generation, types, human, hapax, share, low, high, plain, kind, baseline, curated }) {
  if (generation === 0) {
    return `The human text has ${n.count(types)} different words; ${n.count(hapax)} of them are used only once. ${regimes[kind]?.onward ?? ""}`;
  }
  const round = `After ${rounds(n, generation)}`;
  const words = `${n.count(types)} of ${n.count(human)} words`;
  const living = mixes(kind) ? `the next model reads ${words}` : `${words} are left`;
  const now = types === human ? `${round} all ${n.count(human)} words are left.` : `${round} ${living}, ${n.percent(share)}.`;
  const unlike = curated ? "Chance alone, with only the newest text to read and none of it sifted," : kind === "replace" ? "Chance alone, at temperature 1 and without a cut," : kind === "grow" ? "Without more text each round, chance alone" : "Without human text, chance alone";
  const band = n.count(low) === n.count(high) ? n.count(low) : `${n.count(low)} to ${n.count(high)}`;
  const theory = Number.isNaN(low) ? "" : ` ${plain ? "The prediction was" : `${unlike} would have left`} ${band}.`;
  const size = keepsAll(kind) || kind === "grow" || kind === "weighted" ? "as long as the whole human text" : "of the same size";
  const fresh = Number.isNaN(baseline) ? "" : ` A sample of the human text ${size} keeps ${n.count(baseline)}.`;
  return now + theory + fresh;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, gone: number, human: number, hapax: number }} now
 */
export function rankCaption(n, { generation, gone, human, hapax }) {
  if (generation === 0) {
    return `Every word of the human text, the commonest first. The long tail at the right, ${n.count(hapax)} words used once, is what a copy can miss.`;
  }
  const once = hapax === 0 ? "none" : n.count(hapax);
  if (gone === 0) return `All ${n.count(human)} words are still there, ${once} of them used only once.`;
  return `${n.count(gone)} of ${n.count(human)} words are gone, the rare end first. Of those left, ${once} are used only once.`;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, lost: number, returns: boolean }} now
 */
export function lostHeading(n, { generation, lost, returns }) {
  if (generation === 0) return "Nothing is lost yet.";
  if (lost === 0) return `No word was lost in round ${n.count(generation)}.`;
  return `${n.count(lost)} ${lost === 1 ? "word" : "words"} lost in round ${n.count(generation)}, for ${returns ? "now" : "good"}:`;
}
