// The properties that are attributes: each reflects, kebab-case there and camelCase here, booleans by presence.

import { listed, settingsOf } from "./attributes.js";
import { NAMES } from "./protocol.js";

// A stand-in where there is no DOM, so that a server can import the module.
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/** Their names. `lang` is every element's own. */
export const PROPERTIES = [...NAMES, "scene", "preset", "src", "controls", "theme", "loading", "autoplay", "urlState", "wasmUrl", "workerUrl"];

/**
 * @param {Element} element
 * @param {string} attribute
 * @param {string | number | null | undefined} value  none removes the attribute
 */
export function reflect(element, attribute, value) {
  if (value === undefined || value === null) element.removeAttribute(attribute);
  else if (element.getAttribute(attribute) !== String(value)) element.setAttribute(attribute, String(value));
}

export class Reflected extends Base {
  /** The scene of the story that is shown alone; without one, the whole instrument is. */
  get scene() { return this.getAttribute("scene")?.trim() ?? ""; }
  set scene(value) { reflect(this, "scene", value); }
  /** A paper whose settings are the ones that are not set: "gerstgrasser-2024", or one of its runs, "gerstgrasser-2024/replace". */
  get preset() { return this.getAttribute("preset")?.trim() ?? ""; }
  set preset(value) { reflect(this, "preset", value); }
  /** The address of a text in place of the corpus. */
  get src() { return this.getAttribute("src") ?? ""; }
  set src(value) { reflect(this, "src", value); }
  /** What the reader is given to handle: "all", "none", or some of "transport settings table help". */
  get controls() { return this.getAttribute("controls") ?? ""; }
  set controls(value) { reflect(this, "controls", value); }
  /** "auto" follows the page, then the reader; "light", "dark". */
  get theme() { return listed(this, "theme"); }
  set theme(value) { reflect(this, "theme", value); }
  /** "lazy" until a reader is near; "eager". */
  get loading() { return listed(this, "loading"); }
  set loading(value) { reflect(this, "loading", value); }
  /** Plays once by itself when it is there, unless the reader has asked for less motion. */
  get autoplay() { return this.hasAttribute("autoplay"); }
  set autoplay(value) { this.toggleAttribute("autoplay", Boolean(value)); }
  /** Whether the page's address holds what the reader has changed, under the element's id. */
  get urlState() { return this.hasAttribute("url-state"); }
  set urlState(value) { this.toggleAttribute("url-state", Boolean(value)); }
  /** Where the page keeps the wasm. */
  get wasmUrl() { return this.getAttribute("wasm-url") ?? ""; }
  set wasmUrl(value) { reflect(this, "wasm-url", value); }
  /** Where the page keeps the worker, for a page that refuses `blob:`. */
  get workerUrl() { return this.getAttribute("worker-url") ?? ""; }
  set workerUrl(value) { reflect(this, "worker-url", value); }
  get corpus() { return settingsOf(this).corpus; }
  set corpus(value) { reflect(this, "corpus", value); }
  /** What the next model reads, as the core writes it. */
  get regime() { return settingsOf(this).regime; }
  set regime(value) { reflect(this, "regime", value); }
  /** What stands between writing and training, as the core writes it. */
  get curation() { return settingsOf(this).curation; }
  set curation(value) { reflect(this, "curation", value); }
  get order() { return settingsOf(this).order; }
  set order(value) { reflect(this, "order", value); }
  get generations() { return settingsOf(this).generations; }
  set generations(value) { reflect(this, "generations", value); }
  /** Documents trained on; undefined means all of them. @returns {number | undefined} */
  get documents() { return settingsOf(this).documents; }
  set documents(value) { reflect(this, "documents", value); }
  get temperature() { return settingsOf(this).temperature; }
  set temperature(value) { reflect(this, "temperature", value); }
  /** Undefined means no cut. @returns {number | undefined} */
  get topK() { return settingsOf(this).topK; }
  set topK(value) { reflect(this, "top-k", value); }
  /** Undefined means no cut. @returns {number | undefined} */
  get topP() { return settingsOf(this).topP; }
  set topP(value) { reflect(this, "top-p", value); }
  get seed() { return settingsOf(this).seed; }
  set seed(value) { reflect(this, "seed", value); }
}
