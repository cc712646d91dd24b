// Was ein Modell weiß, in Worten.

import { times } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const next = {
  figure: "Was im menschlichen Text auf die gewählten Wörter folgt",
  whatBars: "Jeder Balken zählt, wie oft ein Wort im menschlichen Text als nächstes kam. Beim Schreiben wählt das Modell zufällig eine von all diesen Stellen, einen langen Balken also oft.",
  table: "Was folgt",
  word: "Wörter zum Anfangen",
  why: "Das Modell sucht die letzten beiden dieser Wörter im Text und zählt, was danach kam. Sonst weiß es nichts über sie.",
  example: "zum Beispiel: it was",
  prompt: "Welches Wort folgt in den ersten Kapiteln von Moby-Dick am häufigsten auf „of the“?",
  options: ["sea", "whale", "room", "ship"],
  tap: "Ein Wort antippen:",
  write: "Noch einen Satz schreiben",
  end: "das Ende des Satzes",
  heads: ["Nächstes Wort", "Male", "Anteil"],
  other: "alles andere",
};

/**
 * @param {Formats} n
 * @param {{ context: string, total: number, word: string, count: number, prose: string, free: number, length: number }} now
 */
export function nextCaption(n, { context, total, word, count, prose, free, length }) {
  if (total === 0) return `„${context}“ steht nirgends im Text; das Modell hat dazu nichts zu sagen.`;
  const next = `Im Text steht „${context}“ ${times(n, total)}; ${times(n, count)} folgt ${word}, ${n.share(count / total)}.`;
  return `${next} Von dort aus geschrieben: „${prose}“ Eine Wahl hatte es bei ${n.count(free)} von ${n.count(length)} ${length === 1 ? "Schritt" : "Schritten"}; bei den anderen konnte es nur weitermachen wie der Text.`;
}

/**
 * @param {number} guess
 * @param {string} truth
 */
export const nextGap = (guess, truth) =>
  next.options[guess] === truth ? `Richtig: „${truth}“.`
  : `Der Tipp war „${next.options[guess] ?? ""}“. Es ist „${truth}“: In diesen Kapiteln ist noch niemand in See gestochen, und das Modell kennt nichts als diese Kapitel.`;
