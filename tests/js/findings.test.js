import assert from "node:assert/strict";
import { test } from "node:test";
import { Findings, placesOf } from "../../www/findings.js";
import { pieces } from "../../www/marked-sentence.js";

test("what was not found is empty, unknown or not a number", () => {
  const findings = new Findings({ rows: { a: [1, null] }, lists: { b: ["c"] } });
  assert.deepEqual([findings.number("a"), findings.number("a", 1), findings.number("z"), findings.word("b"), findings.word("b", 1)], [1, NaN, NaN, "c", ""]);
  assert.deepEqual([findings.row("z"), findings.list("z")], [[], []]);
});

test("tokens are found in the prose that was made of them, in their order", () => {
  const prose = "The sea, the SEA—o the sea!";
  const places = placesOf(prose, ["the", "sea", ",", "the", "sea", "—", "o", "whale", "the", "sea", "!"]);
  assert.deepEqual(places.map((place) => place && prose.slice(place.start, place.end)), ["The", "sea", ",", "the", "SEA", "—", "o", undefined, "the", "sea", "!"]);
});

test("a sentence is cut at its marks and nothing of it is lost", () => {
  const mark = (/** @type {number} */ start, /** @type {number} */ end) => ({ start, end, kind: "x", title: "" });
  const cut = pieces({ heading: "", text: "abcdef", marks: [mark(0, 2), mark(2, 3), mark(5, 6)] });
  assert.deepEqual(cut.map(({ text, mark }) => (mark ? text.toUpperCase() : text)), ["AB", "C", "de", "F"]);
});

test("rows are known as far as the shortest of them", () => {
  const found = new Findings({ rows: { a: [1, 2, 3, NaN], b: [1, 2, null, NaN], pairs: [1, NaN, 1, 2] }, lists: {} });
  assert.deepEqual([found.known(["a"]), found.known(["a", "b"]), found.known(["pairs"], 2), found.known(["none"])], [2, 1, 0, 0]);
});
