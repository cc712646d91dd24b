// The settings of a scene: the page's, its own where the page has none.

import { DEFAULTS, NAMES } from "./protocol.js";

/** @typedef {import("./types.js").Settings} Settings */
/** @typedef {import("./types.js").Scene | undefined} Scene */

/**
 * @param {Scene} scene
 * @param {import("./types.js").Host} host
 * @returns {Settings}
 */
export function settingsFor(scene, host) {
  const written = host.written();
  const own = /** @type {Partial<Record<string, unknown>>} */ (scene?.settings ?? {});
  const unset = NAMES.filter((name) => written[name] === null && name in own);
  return { ...DEFAULTS, ...host.settings(), ...Object.fromEntries(unset.map((name) => [name, own[name]])) };
}

/**
 * Whether these are the settings that the scene begins with, whatever the dice.
 * @param {Scene} scene
 * @param {Settings} settings
 */
export function ownSettings(scene, settings) {
  const own = { ...DEFAULTS, ...scene?.settings };
  return NAMES.every((name) => name === "seed" || settings[name] === own[name]);
}
