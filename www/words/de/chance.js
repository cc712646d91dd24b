// Zufall allein, in Worten.

import { times } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const chance = {
  figure: "Ein Wort in hundert Kopien, die wirklich gezogen wurden",
  what: "Jeder Punkt ist eine Kopie eines ganzen Textes, Wort für Wort gezogen: gefüllt, wenn sie das Wort mindestens einmal hat, leer, wenn es ihr entgangen ist.",
  table: "Wie wahrscheinlich das Wort entgeht",
  dots: "Die hier gezogenen Kopien",
  dotHeads: ["Das Wort steht darin", "Kopien"],
  k: "Wie oft der menschliche Text das Wort verwendet",
  whyK: "Eine Kopie wird Wort für Wort gezogen. Jede Ziehung trifft dieses Wort so oft, wie es seinem Anteil am Text entspricht; ab und zu trifft es also keine.",
  prompt: "Ein Wort steht einmal in einem Text. Wäre der Text hundertmal so lang und stünde das Wort immer noch einmal darin: Wäre es sicherer?",
  options: ["Ja, ein längerer Text hat mehr Platz dafür", "Nein"],
  heads: ["Der Text hat es", "Wahrscheinlichkeit, dass es einer Kopie entgeht"],
};

/**
 * @param {Formats} n
 * @param {{ k: number, n: number, chance: number, lost: number, copies: number, copy: number, hits: number }} now
 */
export function chanceCaption(n, { k, n: length, chance: missed, lost, copies, copy, hits }) {
  return `Einer Kopie von ${n.count(length)} Wörtern entgeht ein ${times(n, k)} verwendetes Wort mit einer Wahrscheinlichkeit von ${n.share(missed)}. Von den ${n.count(copies)} hier gezogenen Kopien ist es ${n.count(lost)} entgangen. Kopie ${n.count(copy + 1)} hat es ${hits === 0 ? "nicht" : times(n, hits)}.`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} missed
 */
export const chanceGap = (n, guess, missed) =>
  `${guess === 1 ? "Richtig." : "Nein, das wäre es nicht."} Ein längerer Text wird auch mit mehr Ziehungen kopiert, und jede trifft das Wort seltener: Die Wahrscheinlichkeit, dass es entgeht, bleibt ${n.share(missed)}.`;
