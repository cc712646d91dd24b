// What the instrument says when it is alone on its page.

import { translations } from "./languages.js";
import * as english from "./words/en-instrument.js";

/** @type {import("./types.js").InstrumentWords} */
export const ENGLISH = english;

export const { withCatalogue } = translations(ENGLISH, { de: () => import("./words/de-instrument.js") });
