// Was das Instrument über eine Generation sagt.

import { keepsAll, mixes } from "../../regimes.js";
import { rounds } from "./counts.js";
import { regimes } from "./regimes.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

/**
 * What the writer of a generation had read.
 * @param {Formats} n
 * @param {{ generation: number, kind: string, share: number, remedies: readonly import("../../curations.js").Remedy[] }} now  `share`: how much of it was human, or its weight; `remedies`: what stood before it
 */
function reading(n, { generation, kind, share, remedies }) {
  const sifted = remedies.length > 0 && generation > 1 ? `, gesiebt von ${list(remedies.map((remedy) => sieves[remedy]))}` : "";
  return `${unsifted(n, generation, kind, share)}${sifted}`;
}

/** @param {string[]} items  one or more */
const list = (items) => [items.slice(0, -1).join(", "), items.at(-1)].filter(Boolean).join(" und ");

const sieves = { detector: "einem Detektor", teacher: "einem kleinen Lehrmodell", review: "einem Lektor" };

/**
 * @param {Formats} n
 * @param {number} generation
 * @param {string} kind
 * @param {number} share
 */
function unsifted(n, generation, kind, share) {
  const before = `Generation ${n.count(generation - 1)}`;
  if (generation === 1) return kind === "subsample" ? "eine Stichprobe des menschlichen Textes" : "den menschlichen Text und sonst nichts";
  if (kind === "accumulate") return "alle Generationen davor";
  if (kind === "subsample") return "eine Stichprobe aller Generationen davor";
  if (share === 0) return `${before} und sonst nichts`;
  if (share === 1) return "nichts als menschlichen Text";
  return kind === "weighted" ? `${before}, menschlicher Text mit Gewicht ${n.share(share)}` : `${before}, davon ${n.share(share)} menschlicher Text`;
}

/**
 * @param {Formats} n
 * @param {Parameters<typeof reading>[1]} now
 */
export function specimenCaption(n, now) {
  if (now.generation === 0) return "Generation 0: der menschliche Text selbst, bevor ihn eine Maschine gelesen hat.";
  return `Generation ${n.count(now.generation)}: geschrieben von einem Modell, das gelesen hatte: ${reading(n, now)}.`;
}

/** What the prediction leaves out, where it is not about the run. @param {string} kind @param {boolean} curated */
function unlike(kind, curated) {
  if (curated) return "Läse jedes Modell nur den neuesten Text und ungesiebt, so hätte der Zufall allein";
  if (kind === "replace") return "Bei Temperatur 1 und ohne Abschneiden hätte der Zufall allein";
  return kind === "grow" ? "Ohne mehr Text in jeder Runde hätte der Zufall allein" : "Ohne menschlichen Text hätte der Zufall allein";
}

/**
 * @param {Formats} n
 * @param {{ generation: number, types: number, human: number, hapax: number, share: number, low: number, high: number, plain: boolean, kind: string, baseline: number, curated: boolean }} now
 */
export function survivalCaption(n, { generation, types, human, hapax, share, low, high, plain, kind, baseline, curated }) {
  if (generation === 0) {
    return `Der menschliche Text hat ${n.count(types)} verschiedene Wörter; ${n.count(hapax)} davon kommen nur einmal vor. ${regimes[kind]?.onward ?? ""}`;
  }
  const round = `Nach ${rounds(n, generation)}`;
  const words = `${n.count(types)} von ${n.count(human)} Wörtern`;
  const living = mixes(kind) ? `liest das nächste Modell ${words}` : `sind ${words} übrig`;
  const now = types === human ? `${round} sind alle ${n.count(human)} Wörter noch da.` : `${round} ${living}, ${n.percent(share)}.`;
  const band = n.count(low) === n.count(high) ? n.count(low) : `${n.count(low)} bis ${n.count(high)}`;
  const theory = Number.isNaN(low) ? "" : plain ? ` Vorhergesagt waren ${band}.` : ` ${unlike(kind, curated)} ${band} übrig gelassen.`;
  const long = keepsAll(kind) || kind === "grow" || kind === "weighted";
  const sample = long ? "Eine Stichprobe aus dem menschlichen Text, so lang wie er selbst," : "Eine gleich große Stichprobe aus dem menschlichen Text";
  const fresh = Number.isNaN(baseline) ? "" : ` ${sample} behält ${n.count(baseline)}.`;
  return now + theory + fresh;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, gone: number, human: number, hapax: number }} now
 */
export function rankCaption(n, { generation, gone, human, hapax }) {
  if (generation === 0) {
    return `Alle Wörter des menschlichen Textes, das häufigste zuerst. Das lange Ende rechts, ${n.count(hapax)} einmal verwendete Wörter, ist das, was einer Kopie entgehen kann.`;
  }
  const once = hapax === 0 ? "keines" : n.count(hapax);
  if (gone === 0) return `Alle ${n.count(human)} Wörter sind noch da, nur einmal verwendet: ${once}.`;
  return `${n.count(gone)} von ${n.count(human)} Wörtern sind verschwunden, zuerst die seltenen. Von den übrigen nur einmal verwendet: ${once}.`;
}

/**
 * @param {Formats} n
 * @param {{ generation: number, lost: number, returns: boolean }} now
 */
export function lostHeading(n, { generation, lost, returns }) {
  if (generation === 0) return "Noch ist nichts verloren.";
  if (lost === 0) return `In Runde ${n.count(generation)} ging kein Wort verloren.`;
  return `${n.count(lost)} ${lost === 1 ? "Wort" : "Wörter"} in Runde ${n.count(generation)} verloren, ${returns ? "vorläufig" : "für immer"}:`;
}
