// Der Leser als Mensch in der Schleife, in Worten.

import { ALIVE } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const review = {
  figure: "Wörter in einem Satz, mit einem Lektor dieses Geschmacks und ohne Lektor",
  types: "Wörter, die noch leben, mit einem Lektor dieses Geschmacks und ohne Lektor",
  whatLengths: "Wie viele Wörter ein Satz im Mittel hat, Kommas und Punkte eingeschlossen.",
  whatTypes: `${ALIVE} Jede Generation hat so viele Sätze wie der menschliche Text: Längere Sätze ergeben einen längeren Text, und ein längerer Text hat Platz für mehr Wörter.`,
  table: "Was dieser Geschmack bewirkt",
  again: "Noch einmal wählen",
  heads: ["Generation", "Wörter im Satz, lektoriert", "Wörter im Satz, nicht lektoriert", "Lebende Wörter, lektoriert", "Lebende Wörter, nicht lektoriert"],
  tastes: /** @type {Record<string, string>} */ ({ short: "kurze Sätze", long: "lange Sätze", plain: "häufige Wörter", rare: "seltene Wörter" }),
};

/** @param {Formats} n @param {number} round @param {number} rounds */
export const reviewHeading = (n, round, rounds) => `Welcher ist besser? Wahl ${n.count(round + 1)} von ${n.count(rounds)}:`;

/** @param {Formats} n @param {number} round @param {number} rounds */
export const reviewAsks = (n, round, rounds) =>
  round === 0 ? "Zwei Sätze, die das erste Modell geschrieben hat. Der bessere ist zu wählen, zehnmal. Eine richtige Antwort gibt es nicht."
  : `${n.count(round)} von ${n.count(rounds)} Malen gewählt.`;

/**
 * @param {Formats} n
 * @param {{ generation: number, taste: string, agreed: number, rounds: number, length: number, usual: number, types: number, plain: number }} now
 */
export function reviewCaption(n, { generation, taste, agreed, rounds, length, usual, types, plain }) {
  const liked = review.tastes[taste] ?? taste;
  const fits = `Von vier einfachen Geschmacksrichtungen passt eine Vorliebe für ${liked} am besten zu diesen ${n.count(rounds)} Entscheidungen: Sie hätte ${n.count(agreed)} davon ebenso getroffen.`;
  const chance = 3 * agreed <= 2 * rounds ? " Blindes Wählen passt oft ebenso gut." : "";
  return `${fits}${chance} Wenn ein Lektor mit dieser Neigung immer wieder zwischen zwei Sätzen wählt, hat ein Satz der Generation ${n.count(generation)} ${n.decimal(length)} Wörter, ohne Lektor ${n.decimal(usual)}; es leben ${n.count(types)} Wörter, ohne Lektor ${n.count(plain)}.`;
}
