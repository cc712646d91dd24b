// Auf Nummer sicher gehen, in Worten.

import { ALIVE } from "./counts.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const safe = {
  types: "Wörter, die noch leben, bei Text, wie er kommt, und bei Text, der auf Nummer sicher geht",
  top10: "Der Anteil der zehn meistverwendeten Wörter",
  whatTypes: `${ALIVE} Beide Linien beginnen mit demselben menschlichen Text und denselben Würfeln.`,
  whatTop10: "Wie viel von allem Geschriebenen die zehn meistverwendeten Wörter ausmachen, Komma und Punkt darunter. Je höher, desto ähnlicher die Sätze.",
  table: "Text, wie er kommt, und Text, der auf Nummer sicher geht",
  topK: "Top-k",
  whyTopK: "Nur die k wahrscheinlichsten Wörter dürfen folgen; alle anderen werden von der Liste gestrichen, bevor gewürfelt wird.",
  topP: "Top-p",
  whyTopP: "Nur die wahrscheinlichsten Wörter, die zusammen diesen Anteil ausmachen, dürfen folgen. Das lange Ende wird abgeschnitten, in jeder Runde etwas näher am Anfang.",
  off: "aus",
  written: "Das vorsichtige Modell schreibt:",
  original: "Der menschliche Text lautet:",
  temperature: "Temperatur",
  whyTemperature: "Unter 1 bevorzugt das Modell, was ohnehin wahrscheinlich ist; bei 0 nimmt es immer das wahrscheinlichste Wort.",
  prompt: "Ein Modell, das nur schreibt, was ihm am sichersten ist: Rettet das die Sprache?",
  options: ["Ja, seltsame Sätze bleiben draußen", "Es macht keinen Unterschied", "Nein, es wird schlimmer"],
  heads: ["Generation", "Lebende Wörter, wie es kommt", "Lebende Wörter, auf Nummer sicher", "Zehn häufigste Wörter, wie es kommt", "Zehn häufigste Wörter, auf Nummer sicher"],
};

/** A loop of so many words can be read at a glance. */
const SHORT = 30;

/**
 * @param {Formats} n
 * @param {{ generation: number, plain: number, safe: number, top: number, usual: number, loop: number, period: number, cycle: string }} now
 */
export function safeCaption(n, { generation, plain, safe: kept, top, usual, loop, period, cycle }) {
  const stuck = period <= SHORT ? `in einer Schleife hängen bleiben, immer wieder: ${cycle} …` : `in einer Schleife von ${n.count(period)} Wörtern hängen bleiben.`;
  const caught = loop > generation || Number.isNaN(loop) ? "" : loop === 0 ? ` Schon das Modell des menschlichen Textes kann ${stuck}` : ` In Generation ${n.count(loop)} konnte das Modell zum ersten Mal ${stuck}`;
  if (generation === 0) return `Im menschlichen Text machen die zehn meistverwendeten Wörter ${n.share(usual)} aller Wörter aus.${caught}`;
  return `Generation ${n.count(generation)}: Es leben ${n.count(kept)} Wörter, wo Text, wie er kommt, ${n.count(plain)} behält. Die zehn meistverwendeten machen ${n.share(top)} des Geschriebenen aus.${caught}`;
}

/**
 * @param {Formats} n
 * @param {number} guess
 * @param {number} plain
 * @param {number} kept
 */
export function safeGap(n, guess, plain, kept) {
  const truth = kept < plain ? 2 : kept > plain ? 0 : 1;
  const told = `Nach der letzten Runde lässt die Vorsicht ${n.count(kept)} Wörter übrig, Text, wie er kommt, ${n.count(plain)}.`;
  return guess === truth ? `Richtig. ${told}` : `Der Tipp war „${safe.options[guess] ?? ""}“. ${told}`;
}
