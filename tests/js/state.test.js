import assert from "node:assert/strict";
import { test } from "node:test";
import { ENGLISH } from "../../www/catalogue.js";
import { scenesOf } from "../../www/scenes/index.js";
import * as state from "../../www/state.js";

const { write } = state;
const read = (/** @type {string} */ hash) => state.read(hash, ENGLISH, scenesOf(ENGLISH));

test("what is written is read again", () => {
  /** @type {import("../../www/state.js").State[]} */
  const states = [
    { parts: {} },
    { seed: 0, parts: {} },
    { seed: 4294967295, parts: { loop: { settings: { generations: "12" }, bet: 0.6, at: 4 } } },
    { parts: { tail: { settings: {}, about: "wh ä&l=e#%/🐋" }, sandbox: { settings: { regime: "cure=0.5@10", curation: "detector=0.8,0.05+teacher=order:1,documents:200,keep:0.5", "top-k": "40" } } } },
    { parts: { safe: { settings: { temperature: "0.5" }, bet: "skipped" } } },
    { scene: "sandbox", parts: { puzzle: { settings: {}, about: "0.2 8" }, pin: { settings: { seed: "3", regime: "accumulate" } } } },
  ];
  for (const state of states) assert.deepEqual(read(write(state)), { ...state, refused: [] });
  assert.equal(write({ parts: {} }), "");
});

test("a link can be read by people", () => {
  assert.equal(write({ seed: 7, parts: { sandbox: { settings: { regime: "fresh=0.1" } }, tail: { settings: {}, about: "sea" } } }), "#v=1&seed=7&sandbox.regime=fresh=0.1&tail.about=sea");
});

test("what is unknown or out of range is named and left out", () => {
  const cases = /** @type {[string, RegExp][]} */ ([
    ["#v=2&seed=7", /version 2.*version 1/],
    ["#v=1&seed=-1", /“seed” to “-1”; it must be a whole number from 0 to 4294967295/],
    ["#v=1&seed=1.5", /“seed” to “1.5”/],
    ["#v=1&seed=", /“seed” to “”/],
    ["#v=1&nowhere.at=3", /“nowhere.at”/],
    ["#v=1&loop.colour=red", /“loop.colour”/],
    ["#v=1&loop.bet=7", /“loop.bet” to “7”; it must be a number from 0 to 1/],
    ["#v=1&chance.bet=0.5", /“chance.bet” to “0.5”/],
    ["#v=1&noise.order=99", /“noise.order” to “99”; it must be a number from 1 to 5/],
    ["#v=1&loop.order=2", /“loop.order”, which this page does not have/],
    ["#v=1&loop.about=whale", /“loop.about”, which/],
    ["#v=1&chance.about=3 100", /“chance.about” to “3 100”; it must be of the form “1”/],
    ["#v=1&chance.about=11", /“chance.about” to “11”; it must be a number from 1 to 10/],
    ["#v=1&puzzle.about=0.2", /“puzzle.about” to “0.2”; it must be of the form “0.1 1”/],
    ["#v=1&puzzle.about=0.2 many", /it must be a number from 1 to 16/],
    ["#v=1&verdicts.at=3", /“verdicts.at”/],
    ["#v=1&scene=cellar", /“scene” to “cellar”; it must be one of photocopy, /],
    ["#v=1&pin.bet=1", /“pin.bet”/],
    ["#v=1&loop.at=soon", /“loop.at” to “soon”/],
    ["#v=1&sandbox.bet=1", /“sandbox.bet”/],
    [`#v=1&tail.about=${"x".repeat(201)}`, /at most 200 characters/],
  ]);
  for (const [hash, sentence] of cases) {
    const { refused, ...state } = read(hash);
    assert.equal(refused.length, 1, hash);
    assert.match(refused[0] ?? "", sentence);
    assert.equal(write(state), "", hash);
  }
});

test("a place on the page is not a state, and broken escapes are text", () => {
  for (const hash of ["", "#", "#tail", "#%E0%A4%A"]) assert.deepEqual(read(hash), { parts: {}, refused: [] });
  assert.equal(read("#v=1&tail.about=%E0%A4%A").parts.tail?.about, "%E0%A4%A");
});
