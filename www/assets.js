// What the widget is made of beside its code, and where that is: files that lie beside this script, unless the page names
// other places or the build has put the files themselves into one script.

import { fetchText } from "./fetch-file.js";
// With the code, not when they are wanted: a module that has failed to come once is never asked for again.
import { create } from "./pkg/bindings.js";
import worker from "./pkg/worker-source.js";
import { named } from "./places.js";

/**
 * @typedef {object} Inlined  the files themselves, of a build that is one script
 * @property {() => Promise<BufferSource>} wasm
 * @property {Record<string, string>} corpora
 */

/** @type {Inlined | undefined} */
let inlined;
/** From now on nothing is fetched. @param {Inlined} files */
export function inline(files) {
  inlined = files;
}

/** @typedef {"whole" | "instrument"} Edition  the core, or as much of it as the instrument alone needs: half of it */

/** What there is of an edition: one that the page keeps elsewhere, or that is in this script, is the whole. @param {Edition} wanted @returns {Edition} */
export const available = (wanted) => (inlined || named.wasm !== undefined ? "whole" : wanted);

/** The bytes of the wasm, if they are in this script. */
export const inlinedWasm = () => inlined?.wasm();

// Written out for bundlers: they find `new URL("literal", import.meta.url)`, and take the file along.
/** @param {Edition} edition */
export function wasmUrl(edition) {
  if (named.wasm !== undefined) return new URL(named.wasm, document.baseURI);
  return edition === "whole" ? new URL("./pkg/recursive_trap.wasm", import.meta.url) : new URL("./pkg/instrument.wasm", import.meta.url);
}

/** The worker as a file of the page's own origin, for pages that refuse `blob:`; none in a build that is one script. */
export function workerUrl() {
  if (named.worker !== undefined) return new URL(named.worker, document.baseURI);
  return inlined ? undefined : new URL("./pkg/worker.js", import.meta.url);
}

/** The same worker as a string. */
export const workerSource = () => worker;

/** Makes bindings that no instance has yet. */
export const createBindings = () => /** @type {import("./types.js").Bindings} */ (/** @type {unknown} */ (create()));

const corpora = {
  "moby-dick": () => new URL("./corpora/moby-dick.txt", import.meta.url),
  sotu: () => new URL("./corpora/sotu.txt", import.meta.url),
};

/**
 * @param {string} name  one of `CORPORA`
 * @returns {Promise<string>}
 */
export async function corpusText(name) {
  return inlined?.corpora[name] ?? fetchText(corpora[/** @type {keyof typeof corpora} */ (name)]());
}
