// Fetching, compiling and instantiating the wasm. Each edition is compiled once per page: workers and charts share the `WebAssembly.Module`.

import { available, createBindings, inlinedWasm, wasmUrl } from "./assets.js";
import { Failure, classify } from "./failure.js";
import { fetchFile, isHtml } from "./fetch-file.js";

/** @typedef {import("./types.js").Bindings} Bindings */
/** @typedef {import("./assets.js").Edition} Edition */

/** @type {Map<Edition, Promise<WebAssembly.Module>>} */
const compiled = new Map();
/** @type {Map<Edition, Promise<Bindings>>} */
const shared = new Map();
/** Which edition an instance is of. @type {WeakMap<Bindings, Edition>} */
const editions = new WeakMap();
/** The instances that have trapped. @type {WeakSet<Bindings>} */
const broken = new WeakSet();

/**
 * What was asked for before, or now. A failure is forgotten, so that the next call tries again.
 * @template T
 * @param {Map<Edition, Promise<T>>} known
 * @param {Edition} edition
 * @param {() => Promise<T>} make
 */
function once(known, edition, make) {
  const made = known.get(edition) ?? make().catch((error) => {
    known.delete(edition);
    throw error;
  });
  known.set(edition, made);
  return made;
}

/** The compiled module. @param {Edition} wanted */
export function compile(wanted) {
  const edition = available(wanted);
  return once(compiled, edition, () => load(edition));
}

/** The instance all charts of the page draw with, one for each edition. @param {Edition} wanted */
export function instance(wanted) {
  const edition = available(wanted);
  return once(shared, edition, () => freshInstance(edition));
}

/** Gives up an instance that has trapped; the next `instance()` is a new one. @param {Bindings} bindings */
export function discardInstance(bindings) {
  // Several charts meet the same trap, or what it has left: the new instance must outlive the last of them.
  if (broken.has(bindings)) return;
  broken.add(bindings);
  shared.delete(editionOf(bindings));
  successor(bindings).catch(() => {}); // Whoever draws next meets the same failure, and reports it.
}

/** @param {Bindings} bindings */
const editionOf = (bindings) => editions.get(bindings) ?? "whole";

/** The instance that takes the place of one that has trapped. @param {Bindings} bindings */
export const successor = (bindings) => instance(editionOf(bindings));

/** Whether it may be used. @param {Bindings | undefined} bindings */
export const isSound = (bindings) => bindings !== undefined && !broken.has(bindings);

/** Gives back what a chart holds; of an instance that has trapped, nothing may be called any more. @param {import("./types.js").Chart} chart @param {Bindings | undefined} bindings */
export function release(chart, bindings) {
  if (isSound(bindings)) chart.free();
  else chart.__destroy_into_raw();
}

/**
 * An instance of one's own, so that a trap in it harms nobody else.
 * @param {Edition} edition
 * @returns {Promise<Bindings>}
 */
export async function freshInstance(edition) {
  const module = await compile(edition);
  try {
    const bindings = createBindings();
    editions.set(bindings, edition);
    await bindings({ module_or_path: module });
    return bindings;
  } catch (error) {
    throw classify(error);
  }
}

/** @param {Edition} edition */
async function load(edition) {
  if (!globalThis.WebAssembly) throw new Failure("no-webassembly", "There is no WebAssembly.");
  const bytes = await inlinedWasm();
  return bytes ? fromBytes(bytes) : fetchAndCompile(wasmUrl(edition));
}

/**
 * @param {BufferSource} bytes
 * @param {URL} [file]
 */
const fromBytes = (bytes, file) =>
  WebAssembly.compile(bytes).catch((error) => {
    throw classify(error, file && { file });
  });

/** @param {URL} file */
async function fetchAndCompile(file) {
  const response = await fetchFile(file);
  // Only what is called wasm can be compiled while it comes; what is called anything else may be sound all the same.
  if (WebAssembly.compileStreaming && /^application\/wasm\b/i.test(response.headers.get("content-type") ?? "")) {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (error) {
      // A policy would forbid it again, and report it again. Anything else: the bytes tell whether the file is sound.
      const failure = classify(error, { file });
      if (failure.code === "csp") throw failure;
      return fromBytes(await bytesOf(await fetchFile(file), file), file);
    }
  }
  return fromBytes(await bytesOf(response, file), file);
}

/**
 * @param {Response} response
 * @param {URL} file
 */
async function bytesOf(response, file) {
  const bytes = await response.arrayBuffer().catch((error) => {
    throw classify(error, { file });
  });
  const [head = "", type] = [new TextDecoder().decode(bytes.slice(0, 200)), response.headers.get("content-type")];
  if (head.startsWith("\0asm")) return bytes;
  throw new Failure("mime", `${file.pathname} is ${isHtml(head) ? "an HTML page" : "no WebAssembly"} (content-type: ${type ?? "none"})`, { file });
}
