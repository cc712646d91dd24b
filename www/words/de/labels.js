// Wie Regler, Figuren und Werte heißen.

/** @typedef {import("../../numbers.js").Formats} Formats */

/** The language of this catalogue, which may not be that of the page around it. */
export const language = { lang: "de" };

export const labels = {
  play: "Abspielen",
  pause: "Anhalten",
  step: "Weiter",
  reset: "Zurücksetzen",
  retry: "Noch einmal",
  generation: "Generation",
  newSeed: "Neuer Startwert",
  regime: "Was das nächste Modell liest",
  growth: "Textmenge",
  remedies: "Auswege",
  detector: "Detektor",
  teacher: "Kleines Lehrmodell",
  review: "Menschliches Lektorat",
  taste: "Was dem Lektor gefällt",
  costs: "Was es gekostet hat und was die Auswege bewirkt haben",
  corpus: "Menschlicher Text",
  order: "Ordnung",
  generations: "Generationen",
  documents: "Sätze",
  temperature: "Temperatur",
  more: "Weitere Einstellungen",
  topK: "Top-k",
  topP: "Top-p",
  off: "aus",
  seed: "Startwert",
  settings: "Der Versuch",
  transport: "Generation für Generation",
  specimen: "Textprobe",
  survival: "Überleben",
  rank: "Rang und Häufigkeit",
  lost: "Verloren",
  predicted: "Vorhergesagt",
  chance: "Zufall allein",
  table: "Die Zahlen hinter den Kurven",
};

/**
 * @param {string} trained
 * @param {string} available
 */
export const sentencesValue = (trained, available) => `${trained} von ${available}`;

/** @type {Record<string, string>} */
export const corpusTitles = {
  "moby-dick": "Moby-Dick, 1851",
  sotu: "Zur Lage der Nation",
};

/**
 * @param {Formats} n
 * @param {number} k
 */
export const likeliest = (n, k) => (k === 1 ? "das wahrscheinlichste Wort" : `die ${n.count(k)} wahrscheinlichsten`);

/**
 * @param {Formats} n
 * @param {number} p
 */
export const likeliestShare = (n, p) => `die wahrscheinlichsten ${n.share(p)}`;

/** Words before and after each mark in the legend. */
export const legend = {
  last: "unterstrichen",
  lastMeaning: ": in der ganzen Generation nur einmal verwendet, vielleicht bald verloren",
  onlyMeaning: ": in der ganzen Generation nur einmal verwendet",
  loop: "umrandet",
  loopMeaning: ": eine Schleife, dieselbe Stelle noch einmal",
};

/** @param {number} order */
export function orderValue(order) {
  if (order === 1) return "kein Wort Kontext";
  return order === 2 ? "1 Wort Kontext" : `${order - 1} Wörter Kontext`;
}

/**
 * @param {Formats} n
 * @param {number} generation
 * @param {number} last
 */
export const generationValue = (n, generation, last) => `${n.count(generation)} von ${n.count(last)}`;

/**
 * @param {Formats} n
 * @param {number} more
 */
export const andMore = (n, more) => ` und ${n.count(more)} weitere.`;
