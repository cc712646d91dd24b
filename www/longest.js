// The longest that a scene will say, wherever its cursor stands: room is kept for it, so that nothing below moves.

/** @typedef {import("./types.js").Scene} Scene */

/**
 * @param {Scene} scene
 * @param {import("./findings.js").Findings} findings
 * @param {import("./numbers.js").Formats} n
 */
export function longest(scene, findings, n) {
  const last = scene.cursor ? Math.max(0, scene.cursor(findings)) : 0;
  const places = scene.cursor ? Array.from({ length: last + 1 }, (_, place) => place) : [-1];
  const pick = (/** @type {(place: number) => string} */ say) => places.map(say).reduce((long, text) => (text.length > long.length ? text : long), "");
  const specimen = (/** @type {number} */ place) => {
    const { heading = "", text = "" } = scene.specimen?.(findings, n, place) ?? {};
    return `${heading} ${text}`.trim();
  };
  return { caption: pick((place) => scene.caption(findings, n, place)), specimen: pick(specimen) };
}
