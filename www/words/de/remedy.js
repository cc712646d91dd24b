// Detektor und Lehrmodell auf dem Prüfstand, in Worten.

import { ALIVE, BITS } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const detector = {
  roc: "Was der Detektor kann: erkannte maschinelle gegen beschuldigte menschliche Sätze",
  types: "Übrige Wörter mit dem Detektor und ohne ihn",
  whatRoc: "Ein Detektor gibt jedem Satz eine Punktzahl; wo die Grenze gezogen wird, entscheidet, wie viele von jeder Art hinausfliegen. Die Kurve zeigt jeden Ort, an dem die Grenze liegen könnte. Raten liegt auf der gepunkteten Diagonalen, ein vollkommener Detektor in der linken oberen Ecke.",
  whatTypes: `${ALIVE} Eben erst hinzugefügter menschlicher Text zählt mit.`,
  table: "Was der Detektor bewirkt",
  curve: "Die Kurve der letzten Runde",
  curveHeads: ["Beschuldigte menschliche Sätze", "Erkannte maschinelle Sätze"],
  curation: "Der Detektor",
  why: "Die ersten drei lernen aus menschlichem und maschinellem Text und unterscheiden sich darin, wo sie die Grenze ziehen. Der letzte ist besser als jeder, den wir hier trainieren könnten: Er erkennt vier von fünf maschinellen Sätzen.",
  options: /** @type {[string, string][]} */ ([["detector=trained@0.01", "trainiert, beschuldigt 1 % der menschlichen Sätze"], ["detector=trained@0.05", "trainiert, beschuldigt 5 %"], ["detector=trained@0.2", "trainiert, beschuldigt 20 %"], ["detector=0.8,0.05", "erdacht: erkennt 80 %, beschuldigt 5 %"]]),
  prompt: "Die Hälfte jeder Runde ist menschlicher Text. Ein einfacher trainierter Detektor wirft hinaus, was nach Maschinentext aussieht. Bleiben mit ihm mehr Wörter übrig als ohne ihn?",
  answers: ["Ja", "Nein"],
  heads: ["Generation", "Erkannte maschinelle Sätze", "Beschuldigte menschliche Sätze", "Beschuldigt vom schlichtesten Viertel", "Beschuldigt vom seltensten Viertel", "Übrige Wörter mit ihm", "Übrige Wörter ohne ihn"],
};

export const teacher = {
  types: "Wörter, die noch leben, mit dem Lehrmodell und ohne es",
  bits: "Wie schwer menschlicher Text vorherzusehen ist, mit dem Lehrmodell und ohne es",
  whatTypes: ALIVE,
  whatBits: BITS,
  table: "Was das Lehrmodell bewirkt",
  curation: "Was das Lehrmodell durchlässt",
  why: "Das Lehrmodell ist ein kleines Modell aus 200 sauberen menschlichen Sätzen. Es benotet jeden Satz, den das größere Modell schreibt, danach, für wie wahrscheinlich es ihn hält.",
  options: /** @type {[string, string][]} */ ([["teacher=order:2,documents:200,keep:0.5", "die Hälfte, die ihm am besten gefällt"], ["teacher=order:2,documents:200,keep:0.9", "alles außer dem schlechtesten Zehntel"], ["teacher=order:2,documents:200,band:0.9", "was benotet ist wie menschlicher Text"]]),
  heads: ["Generation", "Lebende Wörter mit ihm", "Lebende Wörter ohne es", "Bit mit ihm", "Bit ohne es"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, caught: number, accused: number, plainest: number, rarest: number, kept: number, without: number }} now
 */
export function detectorCaption(n, { generation, caught, accused, plainest, rarest, kept, without }) {
  const left = `mit dem Detektor ${n.count(kept)} Wörter übrig, ohne ihn ${n.count(without)}.`;
  if (Number.isNaN(caught)) return `Generation ${n.count(generation)}: Noch gibt es nichts zu erkennen. ${kept === without ? "Es sind" : "Allein durch Zufall sind"} ${left}`;
  const rates = `Generation ${n.count(generation)}: Er erkennt ${n.share(caught)} der maschinellen Sätze und beschuldigt ${n.share(accused)} der menschlichen`;
  const unequal = plainest === rarest ? "." : `: ${n.share(plainest)} des Viertels mit den schlichtesten Wörtern, ${n.share(rarest)} des Viertels mit den seltensten.`;
  return `${rates}${unequal} Es sind ${left}`;
}

/**
 * Whom a detector accuses.
 * @param {Formats} n
 * @param {number} plainest  share of the quarter with the plainest words
 * @param {number} rarest
 */
export function unequally(n, plainest, rarest) {
  if (plainest === rarest) return "Er beschuldigt alle gleichermaßen.";
  const rates = `${n.share(plainest)} derer mit den schlichtesten Wörtern, ${n.share(rarest)} derer mit den seltensten.`;
  return plainest > rarest ? `Nicht alle gleichermaßen: ${rates} Wer schlicht schreibt, wird für eine Maschine gehalten.` : `Nicht alle gleichermaßen: ${rates}`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {{ kept: number, without: number, caught: number }} end
 */
export const detectorGap = (n, guess, { kept, without, caught }) =>
  `${(guess === 0) === (kept > without) ? "Richtig." : "Nein."} Mit ihm sind am Ende ${n.count(kept)} Wörter übrig, ohne ihn ${n.count(without)}. Er erkennt ${n.share(caught)} der maschinellen Sätze und wirft auch menschliche hinaus.`;

/**
 * @param {Formats} n
 * @param {{ generation: number, kept: number, without: number, bits: number, plain: number }} now
 */
export const teacherCaption = (n, { generation, kept, without, bits, plain }) =>
  generation === 0 ? "Beide Läufe beginnen mit demselben menschlichen Text."
  : `Generation ${n.count(generation)}: Mit dem Lehrmodell leben ${n.count(kept)} Wörter, ohne es ${n.count(without)}. Ein Wort ungelesenen menschlichen Textes kostet mit ihm ${n.decimal(bits)} Bit, ohne es ${n.decimal(plain)}.`;
