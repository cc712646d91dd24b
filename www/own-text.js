// A text in place of the corpus: what the page hands over, or what lies at an address.

import { fetchFile } from "./fetch-file.js";

/** @typedef {{ key: string, source: string | Promise<string> }} OwnText */

/** So many texts were handed over: each is another text to the worker. */
let texts = 0;

/** @param {string} source @returns {OwnText} */
export const given = (source) => ({ key: `own ${++texts}`, source });

/** @param {URL} url @returns {OwnText} */
export function fetched(url) {
  const source = fetchText(url);
  source.catch(() => {}); // Met again where it is used.
  return { key: url.href, source };
}

/** @param {URL} url */
const fetchText = async (url) => (await fetchFile(url)).text();
