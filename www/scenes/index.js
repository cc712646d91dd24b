// The scenes of the story, in its order.

import { chance } from "./chance.js";
import { detector } from "./detector.js";
import { loop } from "./loop.js";
import { luck } from "./luck.js";
import { map } from "./map.js";
import { next } from "./next.js";
import { noise } from "./noise.js";
import { photocopy } from "./photocopy.js";
import { plateau } from "./plateau.js";
import { puzzle } from "./puzzle.js";
import { review } from "./review.js";
import { safe } from "./safe.js";
import { tail } from "./tail.js";
import { teacher } from "./teacher.js";
import { verdicts } from "./verdicts.js";
import { ways } from "./ways.js";
import { worth } from "./worth.js";

/** @typedef {import("../types.js").Scene} Scene */
/** @typedef {import("../types.js").Catalogue} Catalogue */

const MAKERS = [photocopy, next, loop, tail, chance, luck, safe, map, noise, plateau, ways, detector, teacher, review, puzzle, worth, verdicts];

/** @type {WeakMap<Catalogue, readonly Scene[]>} */
const told = new WeakMap();

/**
 * All scenes, in the words of a language.
 * @param {Catalogue} words
 */
export function scenesOf(words) {
  const existing = told.get(words);
  if (existing) return existing;
  const scenes = MAKERS.map((make) => make(words));
  told.set(words, scenes);
  return scenes;
}

/**
 * @param {string} id
 * @param {Catalogue} words
 */
export const sceneOf = (id, words) => scenesOf(words).find((scene) => scene.id === id);
