// What a reader or an embedding page can set: names, ranges, defaults, and what is refused.

import { refused } from "./words/en/refused.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {Exclude<keyof Settings, "corpus" | "regime" | "curation">} Numeric */
/** @typedef {{ min: number, max: number, whole: boolean, open?: boolean }} Range  `open`: without `min` itself */

/** Corpora that the build extracts. */
export const CORPORA = ["moby-dick", "sotu"];

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({
  corpus: "moby-dick",
  regime: "replace",
  curation: "none",
  order: 3,
  generations: 20,
  documents: undefined,
  temperature: 1,
  topK: undefined,
  topP: undefined,
  seed: 1,
});

/** Of a regime, of a curation, and of what depends on the text, the core knows what is allowed. @type {Readonly<Record<Numeric, Range>>} */
export const RANGES = Object.freeze({
  order: { min: 1, max: 5, whole: true },
  generations: { min: 1, max: 200, whole: true },
  documents: { min: 2, max: Infinity, whole: true },
  temperature: { min: 0, max: 5, whole: false },
  topK: { min: 1, max: Infinity, whole: true },
  topP: { min: 0, max: 1, whole: false, open: true },
  seed: { min: 0, max: 2 ** 32 - 1, whole: true },
});

export const NAMES = /** @type {(keyof Settings)[]} */ (Object.keys(DEFAULTS));

/** @param {string} name  "topK", as an attribute "top-k" */
export const attributeOf = (name) => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);

/**
 * The number an attribute stands for: its default when absent or empty, NaN when it is no number.
 * @param {Numeric} name
 * @param {string | null} attribute
 */
export function parse(name, attribute) {
  const text = attribute?.trim() ?? "";
  return text === "" ? DEFAULTS[name] : Number(text);
}

/**
 * One English sentence that says what is wrong with the settings, or undefined. It is translated where it is shown, as the core's are.
 * @param {Settings} settings
 * @param {Partial<Record<keyof Settings, string | null>>} [written]  the values as they were written, to be quoted
 */
export function refusal(settings, written = {}) {
  if (!CORPORA.includes(settings.corpus)) return refused.corpus(CORPORA, settings.corpus);
  for (const name of /** @type {Numeric[]} */ (Object.keys(RANGES))) {
    const value = settings[name];
    const { min, max, whole, open } = RANGES[name];
    if (value === undefined) continue;
    if ((open ? value > min : value >= min) && value <= max && (!whole || Number.isInteger(value))) continue;
    const range = max === Infinity ? refused.least(min) : open ? refused.above(min, max) : refused.within(min, max);
    return refused.setting(refused.nouns[name], (whole ? refused.whole : refused.number)(range), String(written[name] ?? value));
  }
  return undefined;
}

/**
 * The settings as the engine takes them.
 * @param {Settings} settings
 * @returns {import("./types.js").Protocol}
 */
export function protocolOf({ corpus: _, ...protocol }) {
  return protocol;
}

/**
 * Stops for a slider over document counts: 1-2-5 steps, because the difference between 10 and 20 matters as much as that
 * between 1,000 and 2,000; `current` is among them, and the last is everything there is.
 * @param {number} available
 * @param {number} [current]
 */
export function documentStops(available, current) {
  const stops = new Set([available]);
  for (let power = 10; power < available; power *= 10) {
    for (const step of [1, 2, 5]) if (step * power < available) stops.add(step * power);
  }
  if (current !== undefined && current < available) stops.add(current);
  return [...stops].sort((a, b) => a - b);
}
