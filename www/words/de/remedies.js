// Die Auswege in Worten.

import { labels } from "./labels.js";

/**
 * The ways out: what each is called here, and what it does.
 * @type {Record<import("../../curations.js").Remedy, Record<string, { name: string, why: string }>>}
 */
export const remedies = {
  detector: {
    off: { name: "Keiner", why: "Menschliche und maschinelle Sätze kommen ungekennzeichnet an, und aus allen wird gelernt." },
    ideal: { name: "Ein Filter mit bekannten Fehlern", why: "Wirft weg, was er für maschinell hält, und irrt sich so oft, wie eingestellt." },
    trained: { name: "Ein Filter, der lernt", why: "Lernt aus menschlichem Text und früheren Runden, was Maschinen schreiben, und wirft weg, was so aussieht." },
    resample: { name: "Zweifelhaftes zählt weniger", why: "Lernt, was Maschinen schreiben, und wiederholt statt der übrigen die Sätze, die menschlich aussehen." },
  },
  teacher: {
    off: { name: "Keines", why: "Kein anderes Modell sieht sich an, was geschrieben wird." },
    keep: { name: "Behält das Wahrscheinlichste", why: "Ein kleines Modell aus sauberem menschlichem Text behält die Sätze, die es am wahrscheinlichsten findet." },
    band: { name: "Behält menschlich Wahrscheinliches", why: "Ein kleines Modell aus sauberem menschlichem Text behält Sätze, die so wahrscheinlich sind wie menschliche, weder seltsamer noch schlichter." },
  },
  review: {
    off: { name: "Keines", why: "Kein Mensch liest etwas davon." },
    accept: { name: "Annehmen oder ablehnen", why: "Ein Lektor behält einen Satz, wenn drei Viertel seiner Wortfolgen aus menschlichem Text bekannt sind." },
    better: { name: "Der bessere von zweien", why: "Ein Lektor nimmt von zwei Sätzen einen, und zwar öfter den, der besser gefällt." },
    best: { name: "Der beste von mehreren", why: "Ein Lektor nimmt aus mehreren Sätzen den, der am besten gefällt." },
  },
};

/** What a reader may like. @type {Record<string, string>} */
export const tastes = { plain: "Häufige Wörter", rare: "Seltene Wörter", short: "Kurze Sätze", long: "Lange Sätze" };

/**
 * What a number of a remedy means.
 * @param {string} kind
 * @param {string} name
 */
export function numbers(kind, name) {
  if (name === "share") return kind === "band" ? "Mittlerer Anteil des menschlichen Textes" : "Anteil, den es behält";
  return numberLabels[name] ?? name;
}

/** @type {Record<string, string>} */
const numberLabels = {
  tpr: "Gemeldeter Maschinentext",
  fpr: "Gemeldeter menschlicher Text",
  order: "Ordnung",
  documents: "Sätze, aus denen es lernt",
  bias: "Ausgelassene seltenste Sätze",
  budget: "Entscheidungen je Runde",
  right: "Behaltene gute Sätze",
  wrong: "Behaltene schlechte Sätze",
  candidates: "Sätze zur Auswahl",
};

/** @param {readonly import("../../curations.js").Remedy[]} on */
export const remediesOn = (on) => (on.length === 0 ? "ein Detektor, ein kleines Lehrmodell, ein menschliches Lektorat" : `in Gebrauch: ${on.map((remedy) => labels[remedy]).join(", ")}`);
