// Fetching, compiling and instantiating the wasm. Compiled once per page: workers and charts share the `WebAssembly.Module`.

import { fetchFile } from "./fetch-file.js";

/** @typedef {import("./types.js").Bindings} Bindings */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Bindings> | undefined} */
let shared;
let copies = 0;

/** The compiled module. A failure is forgotten, so that the next call tries again. */
export function compile() {
  compiled ??= fetchAndCompile(new URL("./pkg/recursive_trap.wasm", import.meta.url)).catch((error) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

/** The instance all charts of the page draw with. */
export function instance() {
  shared ??= instantiate(import("./pkg/bindings.js").then((glue) => glue.default)).catch((error) => {
    shared = undefined;
    throw error;
  });
  return shared;
}

/** Drops the charts' instance after it has trapped; the next `instance()` is a new one. */
export function discardInstance() {
  shared = freshInstance();
  shared.catch(() => (shared = undefined));
}

/**
 * An instance of one's own, so that a trap in it harms nobody else. The glue keeps its instance in a module variable:
 * another query makes it another module.
 * @returns {Promise<Bindings>}
 */
export function freshInstance() {
  const url = new URL(`./pkg/bindings.js?copy=${++copies}`, import.meta.url);
  return instantiate(import(url.href).then((glue) => glue.default));
}

/**
 * @param {Promise<Bindings>} glue
 * @returns {Promise<Bindings>}
 */
async function instantiate(glue) {
  const [bindings, module] = await Promise.all([glue, compile()]);
  await bindings({ module_or_path: module });
  return bindings;
}

/** @param {URL} url */
async function fetchAndCompile(url) {
  if (!globalThis.WebAssembly) throw new Error("This browser does not run WebAssembly.");
  try {
    return await WebAssembly.compileStreaming(fetch(url));
  } catch {
    // A host that serves the wrong MIME type, or a browser that cannot stream: the bytes tell whether the file is sound.
    const response = await fetchFile(url);
    return WebAssembly.compile(await response.arrayBuffer()).catch((error) => {
      // The one failure that the author of the page can cure, so it says how.
      if (!/unsafe-eval/.test(String(error))) throw error;
      throw new Error("The Content-Security-Policy of this page forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'.");
    });
  }
}
