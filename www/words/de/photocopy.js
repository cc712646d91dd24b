// Eine Fotokopie einer Fotokopie, in Worten.

/** @typedef {import("../../numbers.js").Formats} Formats */

export const photocopy = {
  sheet: "Melvilles Anfang; durchgestrichen ist, was im Text der gewählten Generation nirgends vorkommt",
  strip: "Seine ersten Zeilen in den Generationen 0, 1, 3, 10 und 20",
  why: "Die Stelle ist in jeder Generation die von Melville. Ein Wort darin ist durchgestrichen, wenn der Text, den das Modell dieser Generation geschrieben hat, es nirgends enthält.",
  whyStrip: "Dieselben ersten Zeilen für fünf Generationen, eine unter der anderen.",
  table: "Was jede Generation verloren hat",
  written: "Ihr Modell schreibt:",
  original: "Das Original lautet:",
  heads: ["Generation", "Verschiedene Wörter im ganzen Text", "Wörter der Stelle, noch in Gebrauch", "Wörter der Stelle, in dieser Runde verloren"],
};

/**
 * @param {Formats} n
 * @param {{ generation: number, alive: number, words: number, half: number, died: string[] }} now
 */
export function photocopyCaption(n, { generation, alive, words, half, died }) {
  if (generation === 0) return `Die menschliche Stelle: ${n.count(words)} verschiedene Wörter, alle in Gebrauch.`;
  const lost = words - alive;
  const count = `Generation ${n.count(generation)}: ${n.count(lost)} der ${n.count(words)} verschiedenen Wörter dieser Stelle ${lost === 1 ? "wird" : "werden"} nirgends mehr verwendet.`;
  const named = died.length > 0 ? ` In dieser Runde verloren, hier oder anderswo, unter anderem: ${died.slice(0, 4).join(", ")}.` : "";
  return count + named + (half <= generation ? ` Bis Generation ${n.count(half)} war die Hälfte aller Wörter verschwunden.` : "");
}
