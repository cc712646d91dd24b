// The human texts, fetched once per page.

import { corpusText } from "./assets.js";

/** @type {Map<string, Promise<string>>} */
const loaded = new Map();

/**
 * @param {string} name  one of `CORPORA`
 * @returns {Promise<string>}
 */
export function loadCorpus(name) {
  let text = loaded.get(name);
  if (!text) {
    text = corpusText(name);
    text.catch(() => loaded.delete(name));
    loaded.set(name, text);
  }
  return text;
}
