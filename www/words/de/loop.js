// Die Schleife, in Worten.

import { ALIVE, rounds } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const loop = {
  figure: "Wörter, die nach jeder Trainingsrunde noch leben",
  what: `${ALIVE} Die gestrichelte Linie wurde vor dem Lauf berechnet, und etwa 19 von 20 Läufen sollten im grauen Band um sie bleiben. Die blaue Linie dient dem Vergleich: ebenso viele Sätze, zufällig aus dem menschlichen Text selbst gezogen. Jeder einzelnen Kopie entgehen einige Wörter.`,
  table: "Lebende Wörter",
  prompt: "Welcher Anteil der verschiedenen Wörter dieses Textes wird nach zehn Runden noch in Gebrauch sein?",
  generations: "Runden",
  whyGenerations: "Eine Runde: Das neueste Modell schreibt so viele Sätze, wie der menschliche Text hat, und das nächste Modell lernt allein aus ihnen.",
  heads: ["Generation", "Lebende Wörter", "Vom Zufall allein zu erwarten", "95-%-Band, von", "bis", "In Sätzen aus dem menschlichen Text"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, types: number, human: number, share: number, expected: number, low: number, high: number, baseline: number, half: number }} now
 */
export function loopCaption(n, { generation, types, human, share, low, high, baseline, half }) {
  if (generation === 0) return `Der menschliche Text hat ${n.count(human)} verschiedene Wörter.`;
  const alive = `Nach ${rounds(n, generation)} leben ${n.count(types)} von ${n.count(human)} Wörtern, ${n.share(share)}.`;
  const expected = Number.isNaN(low) ? "" : ` Der Zufall allein lässt ${n.count(low)} bis ${n.count(high)} erwarten.`;
  const fresh = ` Ebenso viele Sätze, aus dem menschlichen Text selbst gezogen, haben ${n.count(baseline)}.`;
  return alive + expected + fresh + (half <= generation ? ` Die Hälfte der Wörter war bis Generation ${n.count(half)} verschwunden.` : "");
}

/**
 * @param {Formats} n
 * @param {{ guess: number, truth: number, after: number }} bet
 */
export function loopGap(n, { guess, truth, after }) {
  const [said, left] = [n.whole(guess), n.whole(truth)];
  const told = `Der Tipp war ${said}; nach ${rounds(n, after)} waren ${n.share(truth)} übrig.`;
  if (said === left) return `${told} Genau getroffen.`;
  return guess > truth ? `${told} Es starben mehr Wörter als gedacht.` : `${told} Es ist schlimm, aber nicht so schlimm wie gedacht.`;
}
