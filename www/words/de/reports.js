// Was schiefging, in Worten. Die Technik sagt es auf Englisch.

import { phrasebook } from "../../phrasebook.js";
import { refused } from "./refused.js";

/** What stands before and after the reason why nothing is computed any more. */
export const stopped = ["Die Simulation ist stehen geblieben (", ")."];

const sentences = phrasebook({
  "": "",
  "the text has 0 words; it must have at least 2 sentences": "Der Text hat 0 Wörter; er muss mindestens 2 Sätze haben",
  "the text has 1 sentence; it must have at least 2": "Der Text hat 1 Satz; er muss mindestens 2 haben",
  "the text has {} sentences; it must have at least 2": "Der Text hat {} Sätze; er muss mindestens 2 haben",
  "the text has {} bytes; it must have at most {}": "Der Text hat {} Bytes; es dürfen höchstens {} sein",
  "the text has {} tokens; it must have at most {}": "Der Text hat {} Tokens; es dürfen höchstens {} sein",
  "This browser does not run WebAssembly.": "Dieser Browser führt kein WebAssembly aus.",
  "The Content-Security-Policy of this page forbids WebAssembly: its script-src needs 'wasm-unsafe-eval'.":
    "Die Content-Security-Policy dieser Seite verbietet WebAssembly: Ihr script-src braucht 'wasm-unsafe-eval'.",
  "{} could not be loaded (status {})": "{} ließ sich nicht laden (Status {})",
  "{} could not be loaded ({…})": "{} ließ sich nicht laden ({…})",
  "Failed to fetch dynamically imported module: {}": "{} ließ sich nicht laden",
  "The engine did not answer.": "Das Rechenwerk hat nicht geantwortet.",
  "The engine could not start.": "Das Rechenwerk konnte nicht starten.",
  "The engine stopped.": "Das Rechenwerk hat aufgehört.",
  "The engine is no longer wanted.": "Das Rechenwerk wird nicht mehr gebraucht.",
  "Only blob: URLs made by <recursive-trap> are allowed.": "Erlaubt sind nur blob:-URLs, die <recursive-trap> gemacht hat.",
  'The text "{…}" was not sent.': "Der Text „{…}“ wurde nicht geschickt.",
  "the canvas has no 2D context to draw on": "Auf der Zeichenfläche lässt sich nicht zeichnen",
  'There is no scene "{…}".': "Eine Szene „{…}“ gibt es nicht.",
  'The corpus must be "{}" or "{}"; this is "{…}".': refused.corpus(["{}", "{}"], "{…}"),
});

/** What is refused, with what it is called in a sentence. */
const parameters = phrasebook({
  order: refused.nouns.order,
  generations: refused.nouns.generations,
  documents: refused.nouns.documents,
  temperature: refused.nouns.temperature,
  "top-k": refused.nouns.topK,
  "top-p": refused.nouns.topP,
  seed: refused.nouns.seed,
  "The order": refused.nouns.order,
  "The number of generations": refused.nouns.generations,
  "The number of documents": refused.nouns.documents,
  "The temperature": refused.nouns.temperature,
  "Top-k": refused.nouns.topK,
  "Top-p": refused.nouns.topP,
  "The seed": refused.nouns.seed,
  effort: "Die Menge des Maschinentextes",
  regime: "Das Regime",
  "the share of fresh": "Der Anteil von „fresh“",
  "the share of anchored": "Der Anteil von „anchored“",
  "the weight of weighted": "Das Gewicht von „weighted“",
  "the share of contaminate": "Der Anteil von „contaminate“",
  "the generations of contaminate": "Die Zahl der Generationen von „contaminate“",
  "the share of cure": "Der Anteil von „cure“",
  "the generation of cure": "Die Generation von „cure“",
  "the degree of grow": "Der Grad von „grow“",
  "the rate of grow": "Die Rate von „grow“",
  curation: "Die Auslese",
  detector: "Der Detektor",
  "the true-positive rate of detector": "Der Anteil der erkannten maschinellen Sätze beim Detektor",
  "the false-positive rate of detector": "Der Anteil der beschuldigten menschlichen Sätze beim Detektor",
  "the order of teacher": "Die Ordnung des Lehrmodells",
  "the keep of teacher": "Der Anteil, den das Lehrmodell behält,",
  "the band of teacher": "Das Band des Lehrmodells",
  "the bias of teacher": "Die Auslassung des Lehrmodells",
  "the documents of teacher": "Die Zahl der Sätze des Lehrmodells",
  "the share of right documents kept by review": "Der Anteil der guten Sätze, die das Lektorat behält,",
  "the share of wrong documents kept by review": "Der Anteil der schlechten Sätze, die das Lektorat behält,",
  "the best-of of review": "Die Zahl der Sätze zur Auswahl beim Lektorat",
  "the word": "Das Wort",
  "the question": "Die Frage",
  "the number of runs": "Die Zahl der Läufe",
  "the number of regimes": "Die Zahl der Regime",
  "the number of occurrences": "Die Zahl der Vorkommen",
  "the length of the text": "Die Länge des Textes",
  "the number of the sentence": "Die Nummer des Satzes",
  "the list of choices": "Die Liste der Entscheidungen",
  "the regime under which a word is followed": "Das Regime, unter dem ein Wort verfolgt wird,",
});

const whole = "eine ganze Zahl von {} bis {}";
const number = "eine Zahl von {} bis {}";

/** What would be allowed. The longer of two frames stands first. */
const allowed = phrasebook({
  "a whole number from {} to {}, the sentences of this text": `${whole}, so viele Sätze hat der Text`,
  "a whole number from {} to {}, the sentences to train on": `${whole}, so viele Sätze gibt es zum Lernen`,
  "a whole number from {} to {}, the types of this text": `${whole}, so viele verschiedene Wörter hat der Text`,
  "a whole number from {} to {}, the order of the models": `${whole}, der Ordnung der Modelle`,
  "a whole number from {} to {}, the human documents": `${whole}, so viele menschliche Sätze gibt es`,
  "a whole number from {} to {}, its choice of the human documents": `${whole}, so viele menschliche Sätze hat es zur Wahl`,
  "a whole number from {} to {} under {}, so that no model reads more than {} tokens": `${whole} unter {}, damit kein Modell mehr als {} Tokens liest`,
  "a whole number from {} to {}": whole,
  "a whole number from {} on": "eine ganze Zahl ab {}",
  "a whole number {} or more": "eine ganze Zahl ab {}",
  "a number from {} to {} under {}, so that no model reads more than {} tokens": `${number} unter {}, damit kein Modell mehr als {} Tokens liest`,
  "a number from {} to {}, so that generation {} has a document": `${number}, damit Generation {} einen Satz hat`,
  "a number from {} to below {}": "eine Zahl von {} bis unter {}",
  "a number from {} to {}": number,
  "a number from {} on": "eine Zahl ab {}",
  "a number {} or more": "eine Zahl ab {}",
  "a number above {} and at most {}": "eine Zahl über {} und höchstens {}",
  "one that lets at least {} % of every scrape pass; with {} % human documents this one passes {} %":
    "einer, der von jeder Ernte mindestens {}\u00a0% durchlässt; mit {}\u00a0% menschlichen Sätzen lässt dieser {}\u00a0% durch",
  "at most {} digits, each 0 or 1": "höchstens {} Ziffern, jede 0 oder 1",
  "a word of this text": "ein Wort dieses Textes",
  "from {} to {}": "von {} bis {}",
  "0, 1 or 2": "0, 1 oder 2",
  replace: "replace",
  "replace, fresh=SHARE, anchored=SHARE, accumulate, subsample, grow=constant, grow=linear, grow=quadratic (or grow=linear@RATE), weighted=WEIGHT, contaminate=SHARE@GENERATIONS or cure=SHARE@GENERATION":
    "replace, fresh=ANTEIL, anchored=ANTEIL, accumulate, subsample, grow=constant, grow=linear, grow=quadratic (oder grow=linear@RATE), weighted=GEWICHT, contaminate=ANTEIL@GENERATIONEN oder cure=ANTEIL@GENERATION",
  "none, or detector=…, resample=…, teacher=… or review=…, each once, joined by +": "none, oder detector=…, resample=…, teacher=… oder review=…, jedes einmal, verbunden durch +",
  "detector=TPR,FPR, detector=trained or detector=trained@FPR": "detector=TPR,FPR, detector=trained oder detector=trained@FPR",
  "resample=TPR,FPR, resample=trained or resample=trained@FPR": "resample=TPR,FPR, resample=trained oder resample=trained@FPR",
  "teacher=order:N,documents:N,keep:SHARE, or band: for keep:, and bias:SHARE at will": "teacher=order:N,documents:N,keep:ANTEIL, oder band: statt keep:, und nach Belieben bias:ANTEIL",
  "review=N,accept, review=N,better or review=N,best-of:M, then at will a taste or two rates of error":
    "review=N,accept, review=N,better oder review=N,best-of:M, danach nach Belieben ein Geschmack oder zwei Fehlerraten",
});

/** Every way to read a sentence as a name, a value, and what would be allowed: a name, too, may have an "is" in it. @param {string} reason */
function* readings(reason) {
  for (const { index } of reason.matchAll(/ is /g)) {
    const [, value = "", range = ""] = /^([^]*); it must be (.*)$/.exec(reason.slice(index + 4)) ?? [];
    yield { noun: reason.slice(0, index), range, say: (/** @type {string} */ noun, /** @type {string} */ may) => `${noun} ist ${value.replace(/^"([^]*)"$/, "„$1“")}; erlaubt ist ${may}` };
  }
  const [, noun = "", range = "", value = ""] = /^(.+?) must be (.*); this is ([^]*)\.$/.exec(reason) ?? [];
  yield { noun, range, say: (/** @type {string} */ name, /** @type {string} */ may) => refused.setting(name, may, value) };
}

/**
 * A reason of the machinery's in this language; undefined if it is not known in it.
 * @param {string} reason
 * @returns {string | undefined}
 */
export function translated(reason) {
  const known = sentences(reason);
  if (known !== undefined) return known;
  for (const { noun, range, say } of readings(reason)) {
    const [name, may] = [parameters(noun), allowed(range)];
    if (name !== undefined && may !== undefined) return say(name, may);
  }
  return undefined;
}
