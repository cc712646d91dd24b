// What a reader has changed on the page, as the part of its address behind the #. Version 1:
//   #v=1&seed=7&loop.bet=0.6&loop.at=4&tail.about=whale&safe.temperature=0.5&sandbox.regime=fresh=0.1
// Readable, so that it can be written by hand; what it does not know it names and leaves out.

import { attributeOf, NAMES, RANGES } from "./protocol.js";
import { SCENES } from "./scenes/index.js";
import { unknown } from "./words/state.js";

const VERSION = "1";
/** The part of the page that is no scene: the whole instrument. */
export const SANDBOX = "sandbox";

/** @typedef {{ settings: Record<string, string>, bet?: "skipped" | number, at?: number, about?: string }} Part  settings by attribute */
/** @typedef {{ seed?: number, parts: Record<string, Part> }} State */

/** @param {State} state */
export function write({ seed, parts }) {
  /** @type {string[]} */
  const pairs = [];
  if (seed !== undefined) pairs.push(`seed=${seed}`);
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
 * @returns {State & { refused: string[] }} with one sentence for each thing that it does not know
 */
export function read(hash) {
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
    const refused = key === "seed" ? readSeed(state, value) : readPart(state, key, value);
    if (refused) state.refused.push(refused);
  }
  return state;
}

/**
 * @param {State} state
 * @param {string} value
 */
function readSeed(state, value) {
  const { min, max } = RANGES.seed;
  const seed = whole(value, min, max);
  if (seed === undefined) return unknown.value("seed", value, unknown.whole(min, max));
  state.seed = seed;
  return undefined;
}

/**
 * @param {State} state
 * @param {string} key  "tail.about"
 * @param {string} value
 * @returns {string | undefined} what is wrong with it
 */
function readPart(state, key, value) {
  const [id = "", name = ""] = key.split(".");
  const scene = SCENES.find((scene) => scene.id === id);
  if (!scene && id !== SANDBOX) return unknown.name(key);
  const part = (state.parts[id] ??= { settings: {} });
  if (name === "at") {
    part.at = whole(value, 0, 10_000);
    return part.at === undefined ? unknown.value(key, value, unknown.whole(0, 10_000)) : undefined;
  }
  if (name === "about" && scene) {
    if (value.length > 200) return unknown.value(key, `${value.slice(0, 20)}…`, unknown.short);
    part.about = value;
    return undefined;
  }
  if (name === "bet" && scene?.bet) {
    const { range, options = [] } = scene.bet;
    const [min, max] = range ? [range.min, range.max] : [0, options.length - 1];
    const bet = value === "skipped" ? value : number(value, min, max);
    if (bet === undefined || (options.length > 0 && typeof bet === "number" && !Number.isInteger(bet))) return unknown.value(key, value, unknown.number(min, max));
    part.bet = bet;
    return undefined;
  }
  const setting = NAMES.find((setting) => attributeOf(setting) === name);
  if (!setting) return unknown.name(key);
  const range = RANGES[/** @type {keyof typeof RANGES} */ (setting)];
  if (range && number(value, range.min, range.max) === undefined) return unknown.value(key, value, range.max === Infinity ? unknown.least(range.min) : unknown.number(range.min, range.max));
  part.settings[name] = value;
  return undefined;
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
