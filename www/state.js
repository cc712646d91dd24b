// What a reader has changed on the page, as the part of its address behind the #. Version 1:
//   #v=1&seed=7&scene=tail&loop.bet=0.6&loop.at=4&tail.about=whale&safe.temperature=0.5&sandbox.regime=fresh=0.1&pin.seed=1
// `seed` throws the dice of the whole page, `scene` is the place on it, `pin` the settings of the pinned run. Readable, so that it can
// be written by hand; what it does not know it names and leaves out.

import { attributeOf, DEFAULTS, NAMES, parse, RANGES } from "./protocol.js";

const VERSION = "1";
/** The part of the page that is no scene: the whole instrument. */
export const SANDBOX = "sandbox";
/** The run that is pinned behind that of the instrument. */
export const PIN = "pin";

/** @typedef {{ settings: Record<string, string>, bet?: "skipped" | number, at?: number, about?: string }} Part  settings by attribute */
/** @typedef {{ seed?: number, scene?: string, parts: Record<string, Part> }} State */
/** @typedef {Pick<import("./types.js").Catalogue, "state">} Words */
/** @typedef {import("./types.js").Scene} Scene */

/** @param {State} state */
export function write({ seed, scene, parts }) {
  /** @type {string[]} */
  const pairs = [];
  if (seed !== undefined) pairs.push(`seed=${seed}`);
  if (scene !== undefined) pairs.push(`scene=${scene}`);
  for (const [id, { settings, bet, at, about }] of Object.entries(parts)) {
    for (const [name, value] of Object.entries(settings)) pairs.push(`${id}.${name}=${encode(value)}`);
    if (bet !== undefined) pairs.push(`${id}.bet=${bet}`);
    if (at !== undefined) pairs.push(`${id}.at=${at}`);
    if (about !== undefined) pairs.push(`${id}.about=${encode(about)}`);
  }
  return pairs.length > 0 ? `#v=${VERSION}&${pairs.join("&")}` : "";
}

/** Only what would end the value, or the address. @param {string} value */
const encode = (value) => encodeURIComponent(value).replace(/%(2C|3A|3D|40|2B|2F)/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} hash
 * @param {Words} words
 * @param {readonly Scene[]} scenes  that it may speak of
 * @returns {State & { refused: string[] }} with one sentence for each thing that it does not know
 */
export function read(hash, words, scenes) {
  const { unknown } = words.state;
  /** @type {State & { refused: string[] }} */
  const state = { parts: {}, refused: [] };
  const pairs = hash.replace(/^#/, "").split("&").filter(Boolean).map((pair) => {
    const [key = "", ...value] = pair.split("=");
    return [decode(key), decode(value.join("="))];
  });
  // A place on the page, `#tail`, is not a state.
  const version = pairs.find(([key]) => key === "v")?.[1];
  if (version === undefined) return state;
  if (version !== VERSION) return { ...state, refused: [unknown.version(version, VERSION)] };
  for (const [key = "", value = ""] of pairs) {
    if (key === "v") continue;
    const refused = key === "seed" ? readSeed(state, value, words) : key === "scene" ? readScene(state, value, words, scenes) : readPart(state, key, value, words, scenes);
    if (refused) state.refused.push(refused);
  }
  // A part of which nothing is left sets nothing.
  for (const [id, part] of Object.entries(state.parts)) if (Object.keys(part).length === 1 && Object.keys(part.settings).length === 0) delete state.parts[id];
  return state;
}

/**
 * @param {State} state
 * @param {string} value
 * @param {Words} words
 */
function readSeed(state, value, { state: { unknown } }) {
  const { min, max } = RANGES.seed;
  const seed = whole(value, min, max);
  if (seed === undefined) return unknown.value("seed", value, unknown.whole(min, max));
  state.seed = seed;
  return undefined;
}

/**
 * @param {State} state
 * @param {string} value
 * @param {Words} words
 * @param {readonly Scene[]} scenes
 */
function readScene(state, value, { state: { unknown } }, scenes) {
  const places = [...scenes.map(({ id }) => id), SANDBOX];
  if (!places.includes(value)) return unknown.value("scene", value, unknown.oneOf(places));
  state.scene = value;
  return undefined;
}

/**
 * @param {State} state
 * @param {string} key  "tail.about"
 * @param {string} value
 * @param {Words} words
 * @param {readonly Scene[]} scenes
 * @returns {string | undefined} what is wrong with it
 */
function readPart(state, key, value, { state: { unknown } }, scenes) {
  const [id = "", name = ""] = key.split(".");
  const scene = scenes.find((scene) => scene.id === id);
  if (!scene && id !== SANDBOX && id !== PIN) return unknown.name(key);
  const part = (state.parts[id] ??= { settings: {} });
  if (name === "at" && id !== PIN && (!scene || scene.cursor)) {
    part.at = whole(value, 0, 10_000);
    return part.at === undefined ? unknown.value(key, value, unknown.whole(0, 10_000)) : undefined;
  }
  if (name === "about" && scene && asks(scene)) {
    const refused = wrongAbout(scene, value, unknown);
    if (refused) return unknown.value(key, value.length > 20 ? `${value.slice(0, 20)}…` : value, refused);
    part.about = value;
    return undefined;
  }
  if (name === "bet" && scene?.bet) {
    const { range, options = [] } = scene.bet;
    const [min, max] = range ? [range.min, range.max] : [0, options.length - 1];
    const bet = value === "skipped" ? value : number(value, min, max);
    if (bet === undefined || (options.length > 0 && typeof bet === "number" && !Number.isInteger(bet))) return unknown.value(key, value, range ? unknown.guess(min, max) : unknown.option(max));
    part.bet = bet;
    return undefined;
  }
  const setting = NAMES.find((setting) => attributeOf(setting) === name);
  if (!setting || (scene && setting !== "seed" && !scene.controls.some((control) => control.setting === setting))) return unknown.name(key);
  const range = RANGES[/** @type {keyof typeof RANGES} */ (setting)];
  if (range && number(value, range.min, range.max) === undefined) return unknown.value(key, value, range.max === Infinity ? unknown.least(range.min) : unknown.number(range.min, range.max));
  part.settings[name] = value;
  return undefined;
}

/** Whether a scene can be asked about something else than it asks by itself. @param {Scene} scene */
const asks = (scene) => scene.choices !== undefined || scene.controls.some(({ setting }) => setting === "argument");

/**
 * What a scene can be asked about, if not this.
 * @param {Scene} scene
 * @param {string} about
 * @param {Words["state"]["unknown"]} unknown
 */
function wrongAbout({ controls, argument }, about, unknown) {
  const sliders = controls.filter(({ setting, min }) => setting === "argument" && min !== undefined);
  const words = about.split(" ");
  if (sliders.length > 0 && words.length !== argument.split(" ").length) return unknown.words(argument);
  for (const { part = 0, min = 0, max = 0 } of sliders) {
    if (number(words[part] ?? "", min, max) === undefined) return unknown.number(min, max);
  }
  return about.length > 200 ? unknown.short : undefined;
}

/** @param {string} text @param {number} min @param {number} max */
function number(text, min, max) {
  const value = text.trim() === "" ? NaN : Number(text);
  return value >= min && value <= max ? value : undefined;
}

/** @param {string} text @param {number} min @param {number} max */
function whole(text, min, max) {
  const value = number(text, min, max);
  return Number.isInteger(value) ? value : undefined;
}

/** @param {Record<string, string>} written  by attribute */
export function settingsOf(written) {
  const value = (/** @type {keyof import("./types.js").Settings} */ name) => {
    const attribute = written[attributeOf(name)];
    if (attribute === undefined) return DEFAULTS[name];
    return name === "corpus" || name === "regime" || name === "curation" ? attribute : parse(name, attribute);
  };
  return /** @type {import("./types.js").Settings} */ (/** @type {unknown} */ (Object.fromEntries(NAMES.map((name) => [name, value(name)]))));
}
