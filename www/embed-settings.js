// What the query of an embedded figure's address sets. It is the state of the story (`v=1&scene=loop&seed=7&loop.at=4`), read by
// the same reader; and for an editor who writes it by hand, the attributes of the one element by their plain names
// (`scene=loop&seed=7&order=2&theme=dark`).

import { CONTROLS } from "./attributes.js";
import { preset } from "./presets.js";
import { CORPORA, NAMES, RANGES, attributeOf } from "./protocol.js";
import { scenesOf } from "./scenes/index.js";
import { SANDBOX, read } from "./state.js";

/** @typedef {import("./types.js").Catalogue} Catalogue */
/** @typedef {Catalogue["embed"]["embed"]} Words */
/**
 * @typedef {object} EmbedSettings
 * @property {string} scene  the name of a scene, or "" for the whole instrument
 * @property {string} id  by which the host page knows this frame; "" where it gave none
 * @property {string} theme  "light", "dark" or ""
 * @property {Record<string, string>} attributes  of the element
 * @property {import("./state.js").Part} part  of the element's state what is no attribute
 * @property {Record<string, string> | undefined} pin  the settings of the pinned run
 * @property {string[]} refused  one sentence for each thing that was left out
 */

const LONGEST = 300;

/** What an element can be told beside its settings, each with what it may be and how to say so. Nothing here names a file: an address is written by anybody. @type {Record<string, { fits: (value: string) => boolean, allowed: (words: Words) => string }>} */
const PLAIN = {
  theme: { fits: (value) => ["auto", "light", "dark"].includes(value), allowed: (words) => words.theme },
  loading: { fits: (value) => ["lazy", "eager"].includes(value), allowed: (words) => words.loading },
  lang: { fits: isLanguage, allowed: (words) => words.language },
  controls: { fits: (value) => value.split(/[ +]/).every((token) => CONTROLS.includes(token)), allowed: (words) => words.controls(CONTROLS) },
  preset: { fits: (value) => preset(value) !== undefined, allowed: (words) => words.preset },
  autoplay: { fits: (value) => ["", "true"].includes(value), allowed: (words) => words.autoplay },
};
/** What a part of a state holds that is no setting. */
const VIEW = ["at", "bet", "about"];

/** The language that a query asks for, before its words are there; "" for none. @param {string} query */
export function languageAsked(query) {
  const tag = new URLSearchParams(query).get("lang") ?? "";
  return isLanguage(tag) ? tag : "";
}

/**
 * @param {string} query  with or without its "?"
 * @param {Catalogue} words
 * @param {string} [fixed]  the scene of a page that holds one, unless the query names another
 * @returns {EmbedSettings}
 */
export function embedSettings(query, words, fixed = "") {
  const pairs = query.replace(/^\?/, "").split("&").filter(Boolean).map(decoded);
  /** @type {EmbedSettings} */
  const found = { scene: fixed, id: "", theme: "", attributes: {}, part: { settings: {} }, pin: undefined, refused: [] };
  // A link to the story says of which version it is; by hand nobody does.
  const written = pairs.filter(([name]) => inState(name)).map(([, , raw]) => raw);
  const scenes = scenesOf(words);
  const state = read(`#${pairs.some(([name]) => name === "v") ? "" : "v=1&"}${written.join("&")}`, words, scenes);
  found.refused.push(...state.refused);
  found.scene = sceneShown(state, scenes.map(({ id }) => id), fixed);
  const place = found.scene || SANDBOX;
  if (state.seed !== undefined) found.attributes.seed = String(state.seed);
  // What the plain names say of this element's view, in the words of the state.
  const plain = read(`#v=1&${pairs.filter(([name]) => VIEW.includes(name)).map(([name, , raw]) => `${place}.${name}${raw.slice(name.length)}`).join("&")}`, words, scenes);
  found.refused.push(...plain.refused);
  const { settings = {}, ...view } = state.parts[place] ?? {};
  Object.assign(found.attributes, settings);
  Object.assign(found.part, view, { ...plain.parts[place], settings: {} });
  if (found.scene === "" && state.parts.pin) found.pin = state.parts.pin.settings;
  for (const [name, value] of pairs) if (!inState(name) && !VIEW.includes(name)) readPlain(found, words, name, value);
  found.theme = found.attributes.theme === "auto" ? "" : (found.attributes.theme ?? "");
  return found;
}

/** The scene that is asked for; where none is named, the only one that anything is said of. @param {import("./state.js").State} state @param {string[]} scenes @param {string} fixed */
function sceneShown({ scene, parts }, scenes, fixed) {
  if (scene !== undefined) return scene === SANDBOX ? "" : scene;
  const [only = fixed, ...more] = Object.keys(parts).filter((id) => scenes.includes(id));
  return fixed !== "" || more.length > 0 || SANDBOX in parts ? fixed : only;
}

/** @param {string} pair @returns {[name: string, value: string, raw: string]} */
function decoded(pair) {
  const [name = "", ...value] = pair.split("=");
  return [decode(name), decode(value.join("=")), pair];
}

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether the story's address could hold it. @param {string} name */
const inState = (name) => name === "v" || name === "seed" || name === "scene" || name.includes(".");

/**
 * @param {EmbedSettings} found
 * @param {Catalogue} catalogue
 * @param {string} name
 * @param {string} value
 */
function readPlain(found, { embed: { embed: words }, state: { unknown } }, name, value) {
  const refuse = (/** @type {string} */ allowed) => void found.refused.push(words.value(name, value, allowed));
  const own = Object.hasOwn(PLAIN, name) ? PLAIN[name] : undefined;
  if (name === "id") {
    if (/^[\w-]{1,64}$/.test(value)) found.id = value;
    else refuse(words.id);
  } else if (own) {
    if (!own.fits(value)) refuse(own.allowed(words));
    else found.attributes[name] = name === "autoplay" ? "" : value.replaceAll("+", " ");
  } else {
    const setting = NAMES.find((setting) => attributeOf(setting) === name);
    if (!setting) return void found.refused.push(words.name(name));
    const wrong = wrongSetting(unknown, setting, value);
    if (wrong) refuse(wrong);
    else found.attributes[name] = value;
  }
}

/** What a setting must be, if not this. Of a regime and a curation the core knows. @param {Catalogue["state"]["unknown"]} unknown @param {keyof import("./types.js").Settings} setting @param {string} value */
function wrongSetting(unknown, setting, value) {
  if (value.length > LONGEST) return unknown.short;
  if (setting === "corpus") return CORPORA.includes(value) ? undefined : unknown.oneOf(CORPORA);
  if (setting === "regime" || setting === "curation") return undefined;
  const { min, max, whole, open } = RANGES[setting];
  const number = value.trim() === "" ? NaN : Number(value);
  if ((open ? number > min : number >= min) && number <= max && (!whole || Number.isInteger(number))) return undefined;
  return max === Infinity ? unknown.least(min) : whole ? unknown.whole(min, max) : unknown.number(min, max);
}

/** @param {string} tag */
function isLanguage(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
