// The human texts, fetched once per page.

import { fetchFile } from "./fetch-file.js";

/** @type {Map<string, Promise<string>>} */
const loaded = new Map();

/**
 * @param {string} name  one of `CORPORA`
 * @returns {Promise<string>}
 */
export function loadCorpus(name) {
  let text = loaded.get(name);
  if (!text) {
    text = fetchFile(new URL(`./corpora/${name}.txt`, import.meta.url)).then((response) => response.text());
    text.catch(() => loaded.delete(name));
    loaded.set(name, text);
  }
  return text;
}
