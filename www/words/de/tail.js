// Das lange Ende, in Worten.

import { rounds, times } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const tail = {
  graveyard: "Jedes Wort des menschlichen Textes nach seinem Rang, und der verschwundene Anteil jedes Rangs",
  genealogy: "Das verfolgte Wort, nach dem menschlichen Vorkommen, von dem jede Kopie abstammt",
  whatGraveyard: "Alle Wörter des menschlichen Textes, die häufigsten zuerst; beide Achsen wachsen in Zehnerpotenzen. Die Balken darunter sagen, wie viele Wörter jedes Rangs verschwunden sind. Ein Kreuz und eine Zahl: von dieser Generation an verschwunden.",
  whatGenealogy: "Jedes Vorkommen eines Wortes wurde von einem der vorigen Runde kopiert, dieses von einem davor, und so zurück bis zum menschlichen Text. Jedes Band ist die Nachkommenschaft eines menschlichen Vorkommens.",
  tables: {
    graveyard: "Ränge mit gleich vielen Vorkommen",
    genealogy: "Das verfolgte Wort",
    lineage: "Seine Vorkommen nach dem menschlichen Satz, von dem sie abstammen",
  },
  graveyardHeads: ["Ränge", "Vorkommen je Wort", "Wörter", "Am Ende verschwunden"],
  others: "alle anderen",
  sentence: "Menschlicher Satz",
  options: ["Es lebt", "Es stirbt"],
  word: "Ein Wort verfolgen",
  example: "zum Beispiel: whale",
  why: "Ein beliebiges Wort des Textes eingeben. Jedes Vorkommen wurde von einem der vorigen Runde kopiert und hat so genau einen menschlichen Vorfahren.",
  heads: ["Generation", "Vorkommen des verfolgten Wortes", "Menschliche Vorfahren, von denen sie abstammen"],
};

/** Where a word was seen last. @param {Formats} n @param {number} generation */
const seen = (n, generation) => (generation === 0 ? "im menschlichen Text" : `in Generation ${n.count(generation)}`);

/**
 * @param {Formats} n
 * @param {{ generation: number, word: string, human: number, now: number, founders: number, gone: number, last: number, third: number }} now
 */
export function tailCaption(n, { generation, word, human, now, founders, gone, last, third }) {
  const start = `Der menschliche Text verwendet „${word}“ ${times(n, human)}.`;
  const fate = generation === 0 ? ""
    : now > 0 ? ` In Generation ${n.count(generation)} steht es ${times(n, now)}, kopiert von ${founders === 1 ? "einem menschlichen Vorkommen" : `${n.count(founders)} menschlichen Vorkommen`}.`
    : ` Zuletzt wurde es ${seen(n, gone - 1)} gesehen.`;
  const ahead = now > 0 && generation < last && gone <= last ? ` In Generation ${n.count(gone)} wird es verschwunden sein.` : "";
  return start + fate + ahead + (third <= generation ? ` Ein Drittel aller Wörter war bis Generation ${n.count(third)} verschwunden.` : "");
}

/**
 * @param {Formats} n
 * @param {{ word: string, count: number, rounds: number }} now  `word`: empty while none is known
 */
export const tailPrompt = (n, { word, count, rounds: after }) =>
  word === "" ? "Lebt ein Wort, das der menschliche Text zwanzigmal verwendet, bis zum Ende?"
  : `Der menschliche Text verwendet „${word}“ ${times(n, count)}. Lebt es nach ${rounds(n, after)} noch?`;

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {{ word: string, gone: number, last: number, left: number }} fate  `gone`: not a number if it lives
 */
export function tailGap(n, guess, { word, gone, last, left }) {
  const lives = Number.isNaN(gone);
  const right = (guess === 0) === lives ? "Richtig." : "Es kam anders.";
  return lives ? `${right} „${word}“ lebt: In Generation ${n.count(last)} steht es ${times(n, left)}.` : `${right} „${word}“ wurde zuletzt ${seen(n, gone - 1)} gesehen.`;
}

/**
 * What became of the followed word, as the end of a sentence.
 * @param {Formats} n
 * @param {{ gone: number, last: number }} fate
 */
export const tailFate = (n, { gone, last }) =>
  Number.isNaN(gone) ? `in Generation ${n.count(last)} ist es noch da` : `zuletzt wurde es ${seen(n, gone - 1)} gesehen`;

/** What heads the list of words that a generation has no more. @param {Formats} n @param {number} generation */
export const tailHeading = (n, generation) => (generation === 0 ? "Alle Wörter sind da." : `Zuletzt ${seen(n, generation - 1)} gesehen, unter anderem:`);
