// The catalogues of words: which languages there are, and how a reader's is come by.

import * as english from "./words/en.js";

/** @typedef {import("./types.js").Catalogue} Catalogue */

/** What is said where nothing else is known; the core says its refusals in it. @type {Catalogue} */
export const ENGLISH = english;

/** The other languages, each fetched when it is first asked for. @type {Record<string, () => Promise<Catalogue>>} */
const others = { de: () => import("./words/de.js") };

/** Every language there is a catalogue of. */
export const LANGUAGES = ["en", ...Object.keys(others)];

/** @type {Map<string, Catalogue>} */
const loaded = new Map([["en", ENGLISH]]);

/**
 * The language that serves a reader of another one best: German one of Austria, English one of Greenland.
 * @param {string} tag  BCP 47; one that is malformed counts as none
 */
export function negotiate(tag) {
  try {
    const { language } = new Intl.Locale(tag);
    return LANGUAGES.includes(language) ? language : "en";
  } catch {
    return "en";
  }
}

/**
 * The catalogue that serves a reader of this language; the English one if it does not come.
 * @param {string} tag  BCP 47
 * @returns {Promise<Catalogue>}
 */
export async function catalogue(tag) {
  const language = negotiate(tag);
  try {
    const words = loaded.get(language) ?? (await others[language]?.()) ?? ENGLISH;
    loaded.set(language, words);
    return words;
  } catch {
    return ENGLISH;
  }
}

/**
 * Hands over the catalogue of a language: at once if it is there, once it has come if not.
 * @param {string} tag  BCP 47
 * @param {(words: Catalogue) => void} take
 */
export function withCatalogue(tag, take) {
  const words = loaded.get(negotiate(tag));
  if (words) take(words);
  else catalogue(tag).then(take);
}
