// What an article can write on the element: every attribute, what it may say, and one warning for what it says wrongly.

import { preset } from "./presets.js";
import { CORPORA, DEFAULTS, NAMES, attributeOf, parse } from "./protocol.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {Record<keyof Settings, string | null>} Written */

/** Attributes that are no settings of a run. */
export const OTHERS = /** @type {const} */ (["scene", "preset", "src", "controls", "theme", "loading", "autoplay", "url-state", "lang", "wasm-url", "worker-url"]);

/** What `controls` may leave in place. */
export const CONTROLS = ["all", "none", "transport", "settings", "table", "help"];

/** The values of an attribute that can be listed; the first one stands for any other. */
const LISTED = { corpus: CORPORA, theme: ["auto", "light", "dark"], loading: ["lazy", "eager"] };

/** What was warned of, so that it is said once. @type {Set<string>} */
const warned = new Set();

/**
 * @param {string} attribute
 * @param {string} value
 * @param {string} allowed
 */
function warn(attribute, value, allowed) {
  const sentence = `<recursive-trap>: ${attribute} is "${value}"; it must be ${allowed}.`;
  if (warned.has(sentence)) return;
  warned.add(sentence);
  console.warn(sentence);
}

/**
 * One of the listed values, the first one if it is absent or unknown.
 * @param {Element} element
 * @param {keyof typeof LISTED} name
 */
export function listed(element, name) {
  const value = element.getAttribute(name)?.trim() ?? "";
  const [first = "", ...rest] = LISTED[name];
  if (value === "" || value === first) return first;
  if (rest.includes(value)) return value;
  warn(name, value, [first, ...rest].join(" or "));
  return first;
}

/**
 * A name that is known; undefined if it is absent or unknown.
 * @param {Element} element
 * @param {string} attribute
 * @param {(name: string) => boolean} known
 * @param {string} allowed
 */
export function named(element, attribute, known, allowed) {
  const value = element.getAttribute(attribute)?.trim() ?? "";
  if (value === "" || known(value)) return value || undefined;
  warn(attribute, value, allowed);
  return undefined;
}

/** Warns of tokens of `controls` that stand for nothing. @param {Element} element */
export function checkControls(element) {
  for (const token of element.getAttribute("controls")?.split(/\s+/).filter(Boolean) ?? []) {
    if (!CONTROLS.includes(token)) warn("controls", token, `made of ${CONTROLS.join(", ")}`);
  }
}

/** The settings that the element's preset stands for; none without one. @param {Element} element @returns {Partial<Settings>} */
export function presetOf(element) {
  const name = named(element, "preset", (known) => preset(known) !== undefined, 'a paper, "gerstgrasser-2024", or one of its runs, "gerstgrasser-2024/replace"');
  return (name !== undefined && preset(name)) || {};
}

/** The attributes as the page wrote them, by the name of the property. @param {Element} element */
export const written = (element) => /** @type {Written} */ (Object.fromEntries(NAMES.map((name) => [name, element.getAttribute(attributeOf(name))])));

/** What was written, and what the preset says where nothing was. @param {Element} element */
export function writtenOrPreset(element) {
  const own = written(element);
  const from = /** @type {Record<string, unknown>} */ (presetOf(element));
  return /** @type {Written} */ (Object.fromEntries(NAMES.map((name) => [name, own[name] ?? (from[name] === undefined ? null : String(from[name]))])));
}

/** The settings that the element asks for. @param {Element} element @returns {Settings} */
export function settingsOf(element) {
  const said = writtenOrPreset(element);
  /** @param {import("./protocol.js").Numeric} name */
  const number = (name) => parse(name, said[name]);
  /** @param {import("./protocol.js").Numeric} name */
  const given = (name) => number(name) ?? NaN;
  return {
    corpus: listed(element, "corpus"),
    regime: said.regime?.trim() || DEFAULTS.regime,
    curation: said.curation?.trim() || DEFAULTS.curation,
    order: given("order"),
    generations: given("generations"),
    documents: number("documents"),
    temperature: given("temperature"),
    topK: number("topK"),
    topP: number("topP"),
    seed: given("seed"),
  };
}
