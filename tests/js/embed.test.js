import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGLISH, catalogue } from "../../www/catalogue.js";
import { embedSettings as read, languageAsked } from "../../www/embed-settings.js";
import { messages } from "../../www/frame-height.js";
import { LANGUAGES } from "../../www/languages.js";
import { scenesOf } from "../../www/scenes/index.js";
import { SANDBOX, write } from "../../www/state.js";

/** @param {string} query @param {string} [fixed] */
const embedSettings = (query, fixed) => read(query, ENGLISH, fixed);
const nothing = { scene: "", id: "", theme: "", attributes: {}, part: { settings: {} }, pin: undefined, refused: [] };

test("nothing set is the whole instrument, or the scene that the page holds", () => {
  assert.deepEqual(embedSettings(""), nothing);
  assert.deepEqual(embedSettings("?", "tail"), { ...nothing, scene: "tail" });
});

// Fails when a link to the story means something else in a frame.
test("the state of the story is read as the story reads it", () => {
  const state = { seed: 7, scene: "loop", parts: { loop: { settings: { generations: "12" }, bet: 0.6, at: 4 }, tail: { settings: {}, about: "whale" } } };
  assert.deepEqual(embedSettings(write(state).replace("#", "?")), { ...nothing, scene: "loop", attributes: { seed: "7", generations: "12" }, part: { settings: {}, bet: 0.6, at: 4 } });
  const sandbox = { parts: { [SANDBOX]: { settings: { regime: "cure=0.5@10", curation: "detector=0.8,0.05+review=100,accept" } }, pin: { settings: { seed: "3" } } } };
  assert.deepEqual(embedSettings(write(sandbox).replace("#", "?")), { ...nothing, attributes: sandbox.parts[SANDBOX].settings, pin: { seed: "3" } });
});

test("where no scene is named, the only one that anything is said of is shown", () => {
  assert.equal(embedSettings("v=1&tail.about=whale").scene, "tail");
  assert.equal(embedSettings("v=1&tail.about=whale&loop.at=3").scene, "");
  assert.equal(embedSettings("v=1&tail.about=whale&sandbox.order=2").scene, "");
  assert.equal(embedSettings("v=1&tail.about=whale", "loop").scene, "loop");
  assert.equal(embedSettings("scene=sandbox", "loop").scene, "");
});

test("plain names are attributes", () => {
  const { scene, theme, id, attributes, part, refused } = embedSettings("?scene=loop&seed=7&order=2&theme=dark&lang=de&controls=none&autoplay&preset=gerstgrasser-2024/replace&id=fig-1&at=3&bet=0.5");
  assert.deepEqual({ scene, theme, id, part, refused }, { scene: "loop", theme: "dark", id: "fig-1", part: { settings: {}, at: 3, bet: 0.5 }, refused: [] });
  assert.deepEqual(attributes, { seed: "7", order: "2", theme: "dark", lang: "de", controls: "none", autoplay: "", preset: "gerstgrasser-2024/replace" });
  assert.deepEqual(embedSettings("theme=auto").theme, "");
});

// Fails when somebody else's address can make the frame fetch a file, or set what is no attribute of ours.
test("what is unknown or wrong is named and left out", () => {
  const cases = /** @type {[string, RegExp][]} */ ([
    ["colour=red", /“colour”/],
    ["src=https://example.com/a.txt", /“src”/],
    ["wasm-url=https://example.com/a.wasm", /“wasm-url”/],
    ["onclick=alert(1)", /“onclick”/],
    ["__proto__=1", /“__proto__”/],
    ["constructor=1", /“constructor”/],
    ["theme=blue", /“theme” to “blue”; it must be “auto”, “light” or “dark”/],
    ["lang=%3Cb%3E", /“lang”/],
    ["controls=bells", /“controls” to “bells”; it must be made of all, none/],
    ["preset=nobody-1999", /“preset”/],
    ["id=a b", /“id”/],
    [`id=${"a".repeat(65)}`, /“id”/],
    ["order=99", /“order” to “99”; it must be a whole number from 1 to 5/],
    ["order=2.5", /“order”/],
    ["top-p=0", /“top-p”/],
    ["documents=1", /“documents” to “1”; it must be a number from 2 on/],
    ["corpus=bible", /“corpus” to “bible”; it must be one of moby-dick, sotu/],
    [`regime=${"x".repeat(400)}`, /“regime” to “x{40}…”/],
    ["scene=nowhere", /“scene” to “nowhere”/],
    ["seed=-1", /“seed” to “-1”/],
    ["scene=loop&at=x", /“loop.at” to “x”/],
    ["v=2&seed=7", /version/],
    ["v=1&loop.colour=red", /“loop.colour”/],
    ["seed=%E0%A4%A", /“seed”/],
  ]);
  for (const [query, sentence] of cases) {
    const { refused, ...rest } = embedSettings(query);
    assert.equal(refused.length, 1, `${query}: ${refused}`);
    assert.match(refused[0] ?? "", sentence, query);
    assert.deepEqual(rest.attributes, {}, query);
    assert.equal(rest.id, "", query);
  }
});

test("a height is told in four forms, and under no name when there is none", () => {
  assert.deepEqual(messages("fig", 640, "https://example.com/embed.html"), [
    { type: "recursive-trap:height", id: "fig", height: 640 },
    { "datawrapper-height": { fig: 640 } },
    { sentinel: "amp", type: "embed-size", height: 640 },
    '{"src":"https://example.com/embed.html","context":"iframe.resize","height":640}',
  ]);
  assert.equal(messages("", 640, "").some((message) => typeof message === "object" && "datawrapper-height" in message), false);
});

test("every scene has its idea in one sentence, in every language", async () => {
  for (const language of LANGUAGES) {
    const words = await catalogue(language);
    assert.deepEqual(Object.keys(words.embed.ideas).sort(), [...scenesOf(words).map(({ id }) => id), SANDBOX].sort());
    for (const [id, idea] of Object.entries(words.embed.ideas)) assert.match(idea, /^[^\n]{20,140}\.$/, `${language}: ${id}`);
  }
});

test("the language is known before the words are", () => {
  assert.equal(languageAsked("?scene=loop&lang=de-AT"), "de-AT");
  for (const query of ["", "?lang=", "?lang=%3Cb%3E", "?scene=loop"]) assert.equal(languageAsked(query), "");
});
