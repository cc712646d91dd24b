// Die Karte zweier Regler, in Worten.

import { rounds } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const map = {
  figure: "Der Anteil der menschlichen Wörter, die das nächste Modell am Ende liest, nach Temperatur und Anteil menschlichen Textes",
  what: "Jedes Feld ist ein eigener Lauf: links seine Temperatur, unten sein Anteil menschlichen Textes. Die Zahl ist der Anteil der menschlichen Wörter, die am Ende in dem stehen, was das nächste Modell liest, den menschlichen Teil eingeschlossen.",
  table: "Wörter, die am Ende jedes Laufs übrig sind",
  heads: ["Temperatur", "Menschlicher Text", "Übrige Wörter"],
  generations: "Runden",
  whyGenerations: "Nach wie vielen Runden die Wörter gezählt werden.",
};

/**
 * @param {Formats} n
 * @param {{ temperature: number, share: number, alive: number, rounds: number }} now
 */
export const mapCaption = (n, { temperature, share, alive, rounds: after }) =>
  Number.isNaN(alive) ? "Dieses Feld wird gerade berechnet."
  : `Bei Temperatur ${n.decimal(temperature)} und ${n.share(share)} menschlichem Text in jeder Runde sind nach ${rounds(n, after)} ${n.share(alive)} der menschlichen Wörter übrig. Über 1 bevorzugt ein Modell seltene Wörter, und mehr von ihnen leben weiter; aber so haben Menschen nicht mehr geschrieben.`;
