// Viele Läufe, in Worten.

import { rounds } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const luck = {
  figure: "Wörter, die noch leben, in vielen Läufen, die sich nur in ihren Würfeln unterscheiden",
  what: "Neun von zehn Läufen liegen in der blassen Fläche, die Hälfte von ihnen in der dunkleren; die Linie darin ist der mittlere Lauf. Die gestrichelte Kurve wurde vor dem ersten Lauf berechnet.",
  table: "Lebende Wörter in vielen Läufen",
  runs: "Läufe",
  whyRuns: "Jeder Lauf würfelt neu. Je mehr Läufe, desto besser zeigt der Fächer, was Würfel vermögen.",
  heads: ["Generation", "Vom Zufall allein zu erwarten", "Der mittlere Lauf", "5 % haben weniger als", "25 % haben weniger als", "25 % haben mehr als", "5 % haben mehr als"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, runs: number, low: number, high: number, middle: number, expected: number, within: number, last: number }} now
 */
export function luckCaption(n, { generation, runs, low, high, middle, expected, within, last }) {
  if (generation === 0) return `Jeder Lauf beginnt mit denselben ${n.count(middle)} Wörtern. ${ends(n, runs, within, last)}`;
  const at = `In Generation ${n.count(generation)} behalten neun von zehn Läufen ${n.count(low)} bis ${n.count(high)} Wörter, der mittlere ${n.count(middle)}; vorhergesagt waren ${n.count(expected)}.`;
  return `${at} ${ends(n, runs, within, last)}`;
}

/** @param {Formats} n @param {number} runs @param {number} within @param {number} last */
const ends = (n, runs, within, last) => `Von ${n.count(runs)} Läufen ${within === 1 ? "endet" : "enden"} nach ${rounds(n, last)} ${n.count(within)} im vorhergesagten Band.`;
