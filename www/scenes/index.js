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

/** @type {readonly import("../types.js").Scene[]} */
export const SCENES = [photocopy, next, loop, tail, chance, luck, safe, map, noise, plateau, ways, detector, teacher, review, puzzle, worth, verdicts];

/** @param {string} id */
export const sceneOf = (id) => SCENES.find((scene) => scene.id === id);
