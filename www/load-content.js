// The rest of the code, asked for when a reader comes near an element that needs it.

import { classify } from "./failure.js";
import { concerns, watched } from "./violations.js";

/** @typedef {import("./types.js").ContentModule<any>} Module  Each brings the words that it is given. */
/** @typedef {"instrument" | "scene"} Kind */

/** @type {Record<Kind, Part>} */
const parts = {
  instrument: { file: "content.js", load: () => import("./content.js"), failures: 0 },
  scene: { file: "scene-content.js", load: () => import("./scene-content.js"), failures: 0 },
};

/**
 * @typedef {object} Part
 * @property {string} file
 * @property {() => Promise<Module>} load
 * @property {Promise<Module>} [loading]  once for all elements
 * @property {unknown} [failed]  why it has not come
 * @property {number} failures
 */

/**
 * Beside this script, and spelt so that bundlers, which have put it elsewhere, do not look for it.
 * @param {string} file
 * @param {string} [search]
 */
function address(file, search = "") {
  const url = new URL(import.meta.url);
  url.pathname = url.pathname.replace(/[^/]*$/, file);
  url.search = search;
  return url;
}

/**
 * A module that has failed to come is never asked for again under the same address. A page that says by hash what may run
 * knows no other one.
 * @param {Part} part
 */
async function again(part) {
  if ([...document.querySelectorAll("script[type=importmap]")].some(({ textContent }) => textContent?.includes('"integrity"'))) throw part.failed;
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address(part.file, `?attempt=${++part.failures}`).href);
}

/** @param {Part} part @returns {Promise<Module>} */
async function load(part) {
  const tried = await watched(() => (part.failed === undefined ? part.load() : again(part)));
  if ("value" in tried) return tried.value;
  part.failed = tried.error;
  part.loading = undefined;
  // Some browsers say what has not come, by the address that a bundler gave it or of a part of it.
  const named = /https?:\/\/\S+/.exec(String(tried.error))?.[0];
  const file = named && URL.canParse(named) ? new URL(named) : address(part.file);
  const violation = tried.violations.find((event) => concerns(event, file));
  throw classify(tried.error, violation ? { file, violation } : { file });
}

/** Fails with what the panel can show. @param {Kind} kind */
export function loadContent(kind) {
  const part = parts[kind];
  return (part.loading ??= load(part));
}
