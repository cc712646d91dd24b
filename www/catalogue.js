// All that is said: by the instrument, in the scenes, and on the pages around them.

import { translations } from "./languages.js";
import * as english from "./words/en.js";

/** @type {import("./types.js").Catalogue} */
export const ENGLISH = english;

export const { catalogue, withCatalogue } = translations(ENGLISH, { de: () => import("./words/de.js") });
