// The rest of the code, asked for when a reader comes near the first element.

import { classify } from "./failure.js";
import { concerns, watched } from "./violations.js";

/** The rest of the code, once for all elements. @type {Promise<typeof import("./content.js")> | undefined} */
let loading;
/** Why it has not come. @type {unknown} */
let failed;
let failures = 0;

/**
 * Beside this script, and spelt so that bundlers, which have put it elsewhere, do not look for it.
 * @param {string} [search]
 */
function address(search = "") {
  const url = new URL(import.meta.url);
  url.pathname = url.pathname.replace(/[^/]*$/, "content.js");
  url.search = search;
  return url;
}

/**
 * A module that has failed to come is never asked for again under the same address. A page that says by hash what may run
 * knows no other one.
 * @param {unknown} error  why it failed to come
 */
async function again(error) {
  if ([...document.querySelectorAll("script[type=importmap]")].some(({ textContent }) => textContent?.includes('"integrity"'))) throw error;
  return import(/* @vite-ignore */ /* webpackIgnore: true */ address(`?attempt=${++failures}`).href);
}

/** @returns {Promise<typeof import("./content.js")>} */
async function load() {
  const tried = await watched(() => (failed === undefined ? import("./content.js") : again(failed)));
  if ("value" in tried) return tried.value;
  failed = tried.error;
  loading = undefined;
  // Some browsers say what has not come, by the address that a bundler gave it or of a part of it.
  const named = /https?:\/\/\S+/.exec(String(tried.error))?.[0];
  const file = named && URL.canParse(named) ? new URL(named) : address();
  const violation = tried.violations.find((event) => concerns(event, file));
  throw classify(tried.error, violation ? { file, violation } : { file });
}

/** Fails with what the panel can show. */
export const loadContent = () => (loading ??= load());
