// Die acht Definitionen, in Worten.

import { phrasebook } from "../../phrasebook.js";

/** @typedef {import("../../numbers.js").Formats} Formats */

export const verdicts = {
  table: "Acht Definitionen von Modellkollaps",
  heads: ["Im Sinn von", "Kollaps?", "Was gemessen wurde"],
  holds: ["nein", "ja", "nicht zu sagen"],
  names: /** @type {Record<string, string>} */ ({
    "catastrophic-risk": "einer Katastrophe: Menschlicher Text ist kaum noch vorherzusehen",
    "any-increase": "irgendeinem Verlust: Menschlicher Text ist schwerer vorherzusehen",
    "diverging-risk": "einem Verlust, der sein Tempo hält, solange wir es laufen ließen",
    "scaling-law": "einem veränderten Skalengesetz: Mehr menschlicher Text hilft weniger",
    "collapsing-variance": "Vielfalt, die auf nichts schrumpft",
    "entangled-modes": "Getrenntem, das durcheinandergerät",
    "lost-tail": "einem verlorenen langen Ende",
    "hallucinated-data": "mehr neuen Wortfolgen, als ungelesener menschlicher Text hat",
  }),
};

/**
 * @param {Formats} n
 * @param {{ yes: number, all: number, seeds: number }} now
 */
export const verdictsCaption = (n, { yes, all, seeds }) =>
  `In ${n.count(yes)} von ${n.count(all)} Bedeutungen kollabiert diese Schleife. Gemessen mit ${n.count(seeds)} Läufen.`;

const findings = phrasebook({
  "The last model needs {} bits for a token of held-out human text, the first {}: {…} of the way to {}, where nothing is foreseen; a catastrophe is more than {…}.":
    "Das letzte Modell braucht {} Bit für ein Token zurückgelegten menschlichen Textes, das erste {}: {…} des Weges bis {}, wo nichts vorhergesehen wird; eine Katastrophe sind mehr als {…}.",
  "The last model needs {} ± {} bits for a token of held-out human text, models of human text drawn anew {} ± {}.":
    "Das letzte Modell braucht {} ± {} Bit für ein Token zurückgelegten menschlichen Textes, Modelle neu gezogenen menschlichen Textes {} ± {}.",
  "With each doubling of the generations the risk rises by {} ± {} bits, at first by {}; it diverges if that is more than chance and at least seven tenths as much as at first.":
    "Mit jeder Verdopplung der Generationen steigt das Risiko um {} ± {} Bit, anfangs um {}; es divergiert, wenn das mehr als Zufall ist und mindestens sieben Zehntel so viel wie anfangs.",
  "A doubling of the human text saves the first model {} bits a token, the last one {} ± {}.":
    "Eine Verdopplung des menschlichen Textes spart dem ersten Modell {} Bit je Token, dem letzten {} ± {}.",
  "Two words of the last text differ with chance {} ± {}, of human text drawn anew with {} ± {}.":
    "Zwei Wörter des letzten Textes unterscheiden sich mit Wahrscheinlichkeit {} ± {}, zwei aus neu gezogenem menschlichem Text mit {} ± {}.",
  "Of what the last model wrote {…} stands in no passage of a human, of what a model of the human text writes {…}.":
    "Von dem, was das letzte Modell geschrieben hat, stehen {…} in keiner menschlichen Stelle, von dem, was ein Modell des menschlichen Textes schreibt, {…}.",
  "The words that are gone made up {…} of the human text; where human text is drawn anew, {…}.":
    "Die verschwundenen Wörter machten {…} des menschlichen Textes aus; wird menschlicher Text neu gezogen, {…}.",
  "Of the tokens that the last model wrote {…} end a run of words, one longer than its order, that stands nowhere in the human text; of those of held-out human text {…} do.":
    "Von den Tokens, die das letzte Modell geschrieben hat, beenden {…} eine Wortfolge, um eins länger als seine Ordnung, die nirgends im menschlichen Text steht; von denen zurückgelegten menschlichen Textes {…}.",
  "Not known: no human text is held out that the models could be asked to foresee.": "Nicht bekannt: Es ist kein menschlicher Text zurückgelegt, den die Modelle vorhersehen könnten.",
  "Not known: a trend takes 8 generations.": "Nicht bekannt: Für einen Trend braucht es 8 Generationen.",
  "Not known: it takes runs on parts of the text, which is too short.": "Nicht bekannt: Es bräuchte Läufe auf Teilen des Textes, und der ist zu kurz.",
  "Not known: there are too few runs.": "Nicht bekannt: Es sind zu wenige Läufe.",
  "Not known: models of this order write no human passages to begin with, or there are too few runs.": "Nicht bekannt: Modelle dieser Ordnung schreiben von vornherein keine menschlichen Stellen, oder es sind zu wenige Läufe.",
});

/**
 * What was measured, as the core says it.
 * @param {Formats} n
 * @param {string} sentence
 * @returns {string | undefined} undefined if it is not known in this language
 */
export const measured = (n, sentence) => findings(sentence, (part) => part.replace(".", n.signs.decimal).replace(" %", "\u00a0%"));
