import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { ENGLISH, catalogue, withCatalogue } from "../../www/catalogue.js";
import { LANGUAGES, negotiate } from "../../www/languages.js";
import { formats } from "../../www/numbers.js";
import { DEFAULTS, refusal } from "../../www/protocol.js";
import { ALIKE, samples } from "./catalogue.js";

const GERMAN = await catalogue("de");
const words = (/** @type {string} */ path) => new URL(`../../www/words/${path}`, import.meta.url);

test("a reader is served by the nearest language there is", async () => {
  const cases = { de: "de", "de-AT": "de", "DE-ch": "de", deu: "de", en: "en", "en-GB": "en", fr: "en", "": "en", "no such tag": "en" };
  for (const [tag, language] of Object.entries(cases)) assert.equal(negotiate(tag), language, tag);
  assert.equal((await catalogue("de-AT")).labels.language.lang, "de");
  assert.equal(await catalogue("fr"), ENGLISH);
  let taken = ENGLISH;
  withCatalogue("de", (given) => (taken = given));
  assert.equal(taken, GERMAN, "what is there is handed over at once");
});

test("English readers do not fetch the other languages", () => {
  for (const [file, words] of [["catalogue.js", ""], ["instrument-catalogue.js", "-instrument"]]) {
    const source = readFileSync(new URL(`../../www/${file}`, import.meta.url), "utf8");
    for (const language of LANGUAGES) assert.equal(source.includes(`from "./words/${language}${words}.js"`), language === "en", `${file}, ${language}`);
  }
});

test("every language has the same files, and its catalogue names them all", () => {
  const files = readdirSync(words("en/")).sort();
  for (const language of LANGUAGES) {
    assert.deepEqual(readdirSync(words(`${language}/`)).sort(), files);
    const named = [`${language}-instrument.js`, `${language}.js`].flatMap((file) => [...readFileSync(words(file), "utf8").matchAll(/export \* as (\w+) from "\.\/(\w+)\/(\w+)\.js"/g)]);
    const listed = named.map(([, name, folder, file]) => [name, folder, `${file}.js`]).sort();
    assert.deepEqual(listed, files.map((file) => [file.replace(".js", ""), language, file]));
  }
});

/**
 * Everything in two catalogues side by side, by its path.
 * @param {any} english
 * @param {any} other
 * @param {string} path
 * @returns {Generator<{ path: string, english: any, other: any }>}
 */
function* pairs(english, other, path = "") {
  if (english === null || typeof english !== "object") return yield { path, english, other };
  const keys = Object.keys(english);
  assert.deepEqual(Object.keys(other ?? {}), keys, `${path} has the same keys in the same order`);
  for (const key of keys) yield* pairs(english[key], other[key], path === "" ? key : `${path}.${key}`);
}

const all = [...pairs(ENGLISH, GERMAN)];

test("German says something else than English, everywhere but where both say the same", () => {
  assert.ok(all.length > 500, String(all.length));
  assert.deepEqual([...ALIKE].filter((path) => !all.some((pair) => pair.path === path)), []);
  for (const { path, english, other } of all) {
    assert.equal(typeof other, typeof english, path);
    if (typeof english === "string") assert.equal(other === english, ALIKE.has(path), `${path}: ${other}`);
  }
});

test("every function takes as much, and says something else of the same", () => {
  const [en, de] = [formats("en"), formats("de")];
  for (const { path, english, other } of all.filter(({ english }) => typeof english === "function")) {
    assert.equal(other.length, english.length, path);
    const calls = samples[path];
    assert.ok(calls, `${path} has sample arguments`);
    for (const call of calls) {
      const [said, gesagt] = [english(...call(en)), other(...call(de))];
      assert.equal(typeof gesagt, "string", path);
      assert.doesNotMatch(gesagt, /undefined|NaN|\[object/, path);
      assert.equal(gesagt === said, said === "" || ALIKE.has(path), `${path}: ${gesagt}`);
      const digits = (/** @type {string} */ text) => (text.match(/\d+/g) ?? []).sort().join(" ");
      assert.equal(digits(gesagt), digits(said), `${path} has the same numbers: ${said} | ${gesagt}`);
    }
  }
  assert.deepEqual(Object.keys(samples).filter((path) => !all.some((pair) => pair.path === path)), [], "no sample is left over");
});

test("German is written as German is: quotation marks, and a space before the sign of per cent", () => {
  for (const { path, other } of all) {
    if (typeof other !== "string") continue;
    assert.doesNotMatch(other, /[”"]|\d%/, `${path}: ${other}`);
    assert.equal(other.split("„").length, other.split("“").length, `${path}: ${other}`);
  }
});

test("German counts one thing and several", () => {
  const { counts, labels } = GERMAN;
  const n = formats("de");
  assert.deepEqual([0, 1, 2, 3, 1200].map((count) => counts.times(n, count)), ["nie", "einmal", "zweimal", "3-mal", "1.200-mal"]);
  assert.deepEqual([1, 3].flatMap((count) => [counts.rounds(n, count), counts.words(n, count)]), ["1 Runde", "1 Wort", "3 Runden", "3 Wörter"]);
  assert.deepEqual([1, 2, 3].map(labels.orderValue), ["kein Wort Kontext", "1 Wort Kontext", "2 Wörter Kontext"]);
});

test("charts find all their phrases in every language, with as many places", () => {
  const phrases = readFileSync(new URL("../data/phrases.txt", import.meta.url), "utf8").split("\n").filter(Boolean);
  assert.ok(phrases.length > 60);
  const places = (/** @type {string} */ text) => text.split("{}").length;
  for (const { chart } of [ENGLISH, GERMAN]) {
    assert.deepEqual(Object.keys(chart.phrases), phrases);
    for (const [phrase, said] of Object.entries(chart.phrases)) assert.equal(places(said), places(phrase), phrase);
  }
  for (const [phrase, said] of Object.entries(ENGLISH.chart.phrases)) assert.equal(said, phrase);
});

test("what the machinery refuses is said in German", () => {
  const { translated } = GERMAN.reports;
  const cases = {
    "temperature is 9; it must be a number from 0 to 5": "Die Temperatur ist 9; erlaubt ist eine Zahl von 0 bis 5",
    'the word is "xyzzy; it must be"; it must be a word of this text': "Das Wort ist „xyzzy; it must be“; erlaubt ist ein Wort dieses Textes",
    "generations is 200; it must be a whole number from 1 to 31 under accumulate, so that no model reads more than 2000000 tokens": "Die Zahl der Generationen ist 200; erlaubt ist eine ganze Zahl von 1 bis 31 unter accumulate, damit kein Modell mehr als 2000000 Tokens liest",
    "documents is 9000; it must be a whole number from 2 to 1200, the sentences of this text": "Die Zahl der Sätze ist 9000; erlaubt ist eine ganze Zahl von 2 bis 1200, so viele Sätze hat der Text",
    "the text has 1 sentence; it must have at least 2": "Der Text hat 1 Satz; er muss mindestens 2 haben",
  };
  for (const [english, german] of Object.entries(cases)) assert.equal(translated(english), german);
  assert.equal(translated("RuntimeError: unreachable"), undefined);
  assert.equal(translated("the colour is red; it must be blue"), undefined);
  assert.equal(ENGLISH.reports.translated("RuntimeError: unreachable"), "RuntimeError: unreachable");
  for (const wrong of [{ corpus: "faust" }, { order: 9 }, { generations: 0.5 }, { documents: 1 }, { temperature: -1 }, { topK: 0 }, { topP: 0 }, { seed: -1 }]) {
    assert.match(translated(refusal({ ...DEFAULTS, ...wrong }) ?? "") ?? "", /^[A-Z].* muss .* sein; dies ist /, JSON.stringify(wrong));
  }
});

/** Every refusal of the core: the parameter, and what would be allowed. */
function refusals() {
  const folder = new URL("../../src/", import.meta.url);
  const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => /^(study|curation|regime|protocol|decoding|human)\b.*\.rs$/.test(file));
  return files.flatMap((file) => {
    const [source = ""] = readFileSync(new URL(file, folder), "utf8").split("#[cfg(test)]");
    return [...source.matchAll(/(?:out_of_range|within|share|generation|whole)\(\s*"([^"]+)"/g)].map(([, name = ""]) => ({ file, name }));
  });
}

test("every parameter that the core refuses has a name in German", () => {
  const named = refusals();
  assert.ok(named.length > 30, String(named.length));
  for (const { file, name } of named) {
    assert.ok(GERMAN.reports.translated(`${name} is 7; it must be a number from 0 to 1`), `${file}: ${name}`);
  }
});

test("what was measured of a verdict is said in German, as long as the core says it so", () => {
  const { measured } = GERMAN.verdicts;
  const n = formats("de");
  const source = readFileSync(new URL("../../src/scorecard/definitions.rs", import.meta.url), "utf8");
  const frames = [...source.matchAll(/format!\(\s*"((?:[^"\\]|\\[^])*)"/g)].map(([, frame = ""]) => frame.replace(/\\\n\s*/g, "")).filter((frame) => frame.length > 20);
  assert.equal(frames.length, 8);
  for (const frame of frames) {
    const sentence = frame.replace(/\{\w*(:\.\d)?\}/g, (_, digits) => (digits ? "1.25" : "12.5 %"));
    const said = measured(n, sentence);
    assert.ok(said, frame);
    const numbers = (/** @type {string} */ text) => (text.match(/1[.,]25|12[.,]5.%/g) ?? []).map((number) => number.replace(".", ",").replace(" ", "\u00a0"));
    assert.deepEqual(numbers(said), numbers(sentence), said);
    assert.doesNotMatch(said, /\d\.\d/);
  }
  const unknown = [...source.matchAll(/"((?:no human text|there are|a trend|it takes|models of)[^"]*)"/g)].map(([, reason]) => reason);
  assert.ok(unknown.length >= 5);
  for (const reason of unknown) assert.match(measured(n, `Not known: ${reason}.`) ?? "", /^Nicht bekannt: /, reason);
});
