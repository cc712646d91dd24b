// Fetching, compiling and instantiating the wasm. Compiled once per page: workers and charts share the `WebAssembly.Module`.

import { createBindings, inlinedWasm, wasmUrl } from "./assets.js";
import { Failure, classify } from "./failure.js";
import { fetchFile, isHtml } from "./fetch-file.js";

/** @typedef {import("./types.js").Bindings} Bindings */

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Bindings> | undefined} */
let shared;
/** The instances that have trapped. @type {WeakSet<Bindings>} */
const broken = new WeakSet();

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

/** Gives up an instance that has trapped; the next `instance()` is a new one. @param {Bindings} bindings */
export function discardInstance(bindings) {
  // Several charts meet the same trap, or what it has left: the new instance must outlive the last of them.
  if (broken.has(bindings)) return;
  broken.add(bindings);
  shared = undefined;
  instance().catch(() => {}); // Whoever draws next meets the same failure, and reports it.
}

/** Whether it may be used. @param {Bindings | undefined} bindings */
export const isSound = (bindings) => bindings !== undefined && !broken.has(bindings);

/** Gives back what a chart holds; of an instance that has trapped, nothing may be called any more. @param {import("./types.js").Chart} chart @param {Bindings | undefined} bindings */
export function release(chart, bindings) {
  if (isSound(bindings)) chart.free();
  else chart.__destroy_into_raw();
}

/**
 * An instance of one's own, so that a trap in it harms nobody else.
 * @returns {Promise<Bindings>}
 */
export async function freshInstance() {
  const module = await compile();
  try {
    const bindings = createBindings();
    await bindings({ module_or_path: module });
    return bindings;
  } catch (error) {
    throw classify(error);
  }
}

async function load() {
  if (!globalThis.WebAssembly) throw new Failure("no-webassembly", "There is no WebAssembly.");
  const bytes = await inlinedWasm();
  return bytes ? fromBytes(bytes) : fetchAndCompile(wasmUrl());
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
