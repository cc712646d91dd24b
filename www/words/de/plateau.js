// Das Plateau, in Worten.

import { ALIVE, BITS } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const plateau = {
  bits: "Wie schwer menschlicher Text vorherzusehen ist, wenn jede Runde gleich viel, 4-mal und 16-mal so viel Text schreibt",
  types: "Wörter, die noch leben, für dieselben drei Läufe",
  whatBits: BITS,
  whatTypes: ALIVE,
  table: "Mehr schreiben",
  prompt: "Jede Runde schreibt jetzt 16-mal so viel Text. Kommt ein verlorenes Wort zurück?",
  options: ["Ja, früher oder später", "Nein, nie"],
  heads: ["Generation", "Bit, gleich viel Text", "Bit, 4-mal", "Bit, 16-mal", "Wörter, gleich viel Text", "Wörter, 4-mal", "Wörter, 16-mal"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, bits: [number, number, number], floor: number, types: [number, number, number] }} now
 */
export function plateauCaption(n, { generation, bits, floor, types }) {
  if (generation === 0) return `Das Modell des menschlichen Textes braucht ${n.decimal(floor)} Bit für ein Wort menschlichen Textes, das es nicht gelesen hat.`;
  const [once, four, sixteen] = bits.map((value) => n.decimal(value));
  const [a, b, c] = types.map((value) => n.count(value));
  return `Generation ${n.count(generation)}: Ein Wort ungelesenen menschlichen Textes kostet ${once} Bit, mit 4-mal so viel Geschriebenem ${four}, mit 16-mal so viel ${sixteen}; das erste Modell brauchte ${n.decimal(floor)}. Es leben ${a}, ${b} und ${c} Wörter.`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} returned
 */
export const plateauGap = (n, guess, returned) =>
  `${(guess === 1) === (returned === 0) ? "Richtig." : "Nein."} In allen drei Läufen zusammen ${returned === 1 ? "kam" : "kamen"} ${n.count(returned)} ${returned === 1 ? "verlorenes Wort" : "verlorene Wörter"} zurück. Ein Modell, das nur seinesgleichen liest, kann kein Wort schreiben, das nicht mehr da ist.`;
