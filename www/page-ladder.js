// All engines of a page climb the same ladder: what the page refuses is found out, and reported to its owner, once.

import { workerSource, workerUrl } from "./assets.js";
import { Ladder } from "./ladder.js";
import { compile, freshInstance } from "./load-wasm.js";

const ladder = new Ladder({ compile, workerSource, workerUrl, freshInstance });

/** For an engine of this edition. @param {import("./assets.js").Edition} edition */
export const ladderTo = (edition) => ({ climb: () => ladder.climb(edition) });
