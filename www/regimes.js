// A regime as it is written, "name=value@round", taken apart for its controls. Which values are allowed, the core says.

/** In the order in which they are offered, each as it is when it is chosen first: 20 generations of it fit into memory. */
export const REGIMES = Object.freeze([
  "replace",
  "fresh=0.1",
  "anchored=0.1",
  "accumulate",
  "subsample",
  "grow=linear@0.5",
  "weighted=0.5",
  "contaminate=0.9@10",
  "cure=0.5@10",
]);

/** How the text of `grow` may grow. */
export const GROWTHS = /** @type {const} */ (["constant", "linear", "quadratic"]);

/** @typedef {{ kind: string, value?: string, at?: string }} Parts */

/**
 * @param {string} regime
 * @returns {Parts}
 */
export function split(regime) {
  const [kind = "", value, at] = regime.split(/[=@]/);
  return { kind, value, at };
}

/** @param {Parts} parts */
export const join = ({ kind, value, at }) => kind + (value === undefined ? "" : `=${value}`) + (at === undefined ? "" : `@${at}`);

/** @param {string} kind  Whether models read anything besides the newest text. */
export const mixes = (kind) => kind !== "replace" && kind !== "grow";

/** @param {string} kind  Whether human text arrives among that of the machine, unlabelled. */
export const drawsAnew = (kind) => kind === "fresh" || kind === "contaminate" || kind === "cure";

/** @param {string} kind  Whether everything ever written is kept, so that no word is ever lost. */
export const keepsAll = (kind) => kind === "accumulate" || kind === "subsample";
