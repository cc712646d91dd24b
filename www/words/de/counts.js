// Anzahlen in Worten, wie Sätze sie brauchen.

/** @typedef {import("../../numbers.js").Formats} Formats */

/** @param {Formats} n @param {number} count */
export const times = (n, count) => (count === 0 ? "nie" : count === 1 ? "einmal" : count === 2 ? "zweimal" : `${n.count(count)}-mal`);

/** @param {Formats} n @param {number} count */
export const rounds = (n, count) => `${n.count(count)} ${count === 1 ? "Runde" : "Runden"}`;

/** @param {Formats} n @param {number} count */
export const words = (n, count) => `${n.count(count)} ${count === 1 ? "Wort" : "Wörter"}`;

/** Every scene with a curve of words alive says this of it. @type {string} */
export const ALIVE = "Ein Wort lebt, solange der neueste Text es mindestens einmal verwendet. Gezählt werden verschiedene Wörter, nicht, wie oft jedes vorkommt; Kommas und Punkte zählen als Wörter.";

/** Every scene that measures how well human text is foreseen says this of it. @type {string} */
export const BITS = "Bit zählen die Ja-Nein-Fragen, die ein Modell im Mittel braucht, um das nächste Wort eines menschlichen Textes zu finden, den kein Modell gelesen hat: Mit einem Bit mehr gibt es dem richtigen Wort die halbe Wahrscheinlichkeit. Ein einfacheres Modell würde bei einem so kurzen Text besser raten; hier kommt es auf die Veränderung an.";

/** Words of somebody else’s, in the quotation marks of the language. @param {string} text */
export const quoted = (text) => `„${text}“`;
