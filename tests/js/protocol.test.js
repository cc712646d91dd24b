import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULTS, attributeOf, documentStops, parse, protocolOf, refusal } from "../../www/protocol.js";

/** @param {Partial<import("../../www/types.js").Settings>} change */
const settings = (change) => ({ ...DEFAULTS, ...change });

test("the defaults are accepted", () => {
  assert.equal(refusal(DEFAULTS), undefined);
});

test("the ends of every range are accepted", () => {
  for (const change of [
    { order: 1 }, { order: 5 }, { generations: 1 }, { generations: 200 }, { documents: 2 }, { temperature: 0 },
    { temperature: 5 }, { seed: 0 }, { seed: 4294967295 }, { corpus: "sotu" },
    { topK: 1 }, { topK: undefined }, { topP: Number.MIN_VALUE }, { topP: 1 }, { regime: "whatever the core makes of it" },
  ]) assert.equal(refusal(settings(change)), undefined, JSON.stringify(change));
});

test("a bad value is refused in one sentence that names it and the range", () => {
  const cases = /** @type {const} */ ([
    [{ order: 0 }, "The order must be a whole number from 1 to 5; this is 0."],
    [{ order: 2.5 }, "The order must be a whole number from 1 to 5; this is 2.5."],
    [{ generations: 201 }, "The number of generations must be a whole number from 1 to 200; this is 201."],
    [{ documents: 1 }, "The number of documents must be a whole number 2 or more; this is 1."],
    [{ temperature: NaN }, "The temperature must be a number from 0 to 5; this is NaN."],
    [{ temperature: -0.1 }, "The temperature must be a number from 0 to 5; this is -0.1."],
    [{ seed: 2 ** 32 }, "The seed must be a whole number from 0 to 4294967295; this is 4294967296."],
    [{ topK: 0 }, "Top-k must be a whole number 1 or more; this is 0."],
    [{ topP: 0 }, "Top-p must be a number above 0 and at most 1; this is 0."],
    [{ topP: 1.5 }, "Top-p must be a number above 0 and at most 1; this is 1.5."],
    [{ corpus: "bible" }, 'The corpus must be "moby-dick" or "sotu"; this is "bible".'],
  ]);
  for (const [change, sentence] of cases) assert.equal(refusal(settings(change)), sentence);
});

test("a refusal quotes what was written, not what it was read as", () => {
  assert.equal(refusal(settings({ order: NaN }), { order: "three" }), "The order must be a whole number from 1 to 5; this is three.");
});

test("attributes are numbers; absent and empty ones are the default", () => {
  assert.equal(parse("order", "4"), 4);
  assert.equal(parse("temperature", " 0.5 "), 0.5);
  assert.equal(parse("order", null), 3);
  assert.equal(parse("seed", ""), 1);
  assert.equal(parse("documents", null), undefined);
  assert.equal(parse("topK", "40"), 40);
  assert.deepEqual(["order", "topK", "topP"].map(attributeOf), ["order", "top-k", "top-p"]);
  assert.ok(Number.isNaN(parse("order", "three")));
});

test("the engine is given everything but the name of the corpus", () => {
  assert.deepEqual(protocolOf(settings({ documents: 40, seed: 7, regime: "cure=0.5@3", curation: "review=9,accept", topP: 0.9 })), {
    documents: 40, order: 3, generations: 20, regime: "cure=0.5@3", curation: "review=9,accept", temperature: 1, topK: undefined, topP: 0.9, seed: 7,
  });
});

test("document stops climb in steps of 1, 2, 5 to everything, through the current value", () => {
  assert.deepEqual(documentStops(938), [10, 20, 50, 100, 200, 500, 938]);
  assert.deepEqual(documentStops(938, 37), [10, 20, 37, 50, 100, 200, 500, 938]);
  assert.deepEqual(documentStops(100), [10, 20, 50, 100]);
  assert.deepEqual(documentStops(3), [3]);
  assert.deepEqual(documentStops(0), [0]);
});
