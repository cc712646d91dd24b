// Fetching, compiling and instantiating the wasm. Compiled once per page: workers and charts share the `WebAssembly.Module`.

import { createBindings, inlinedWasm, wasmUrl } from "./assets.js";
import { fetchFile } from "./fetch-file.js";

/** @typedef {import("./types.js").Bindings} Bindings */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Bindings> | undefined} */
let shared;

/** The compiled module. A failure is forgotten, so that the next call tries again. */
export function compile() {
  compiled ??= load().catch((error) => {
    compiled = undefined;
    throw error;
  });
  return compiled;
}

/** The instance all charts of the page draw with. */
export function instance() {
  shared ??= freshInstance().catch((error) => {
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
 * An instance of one's own, so that a trap in it harms nobody else.
 * @returns {Promise<Bindings>}
 */
export async function freshInstance() {
  const bindings = createBindings();
  await bindings({ module_or_path: await compile() });
  return bindings;
}

async function load() {
  if (!globalThis.WebAssembly) throw new Error("This browser does not run WebAssembly.");
  const bytes = await inlinedWasm();
  return bytes ? fromBytes(bytes) : fetchAndCompile(wasmUrl());
}

/** @param {BufferSource} bytes */
const fromBytes = (bytes) =>
  WebAssembly.compile(bytes).catch((error) => {
    // The one failure that the author of the page can cure, so it says how.
    if (!/unsafe-eval/.test(String(error))) throw error;
    throw new Error("The Content-Security-Policy of this page forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'.");
  });

/** @param {URL} url */
async function fetchAndCompile(url) {
  try {
    return await WebAssembly.compileStreaming(fetch(url));
  } catch {
    // A host that serves the wrong MIME type, or a browser that cannot stream: the bytes tell whether the file is sound.
    return fromBytes(await (await fetchFile(url)).arrayBuffer());
  }
}
