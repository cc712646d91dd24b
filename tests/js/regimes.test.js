import assert from "node:assert/strict";
import { test } from "node:test";
import { DEFAULTS } from "../../www/protocol.js";
import { formats } from "../../www/numbers.js";
import { REGIMES, join, split } from "../../www/regimes.js";
import { Run } from "../../www/run.js";
import { lostHeading, rankCaption, specimenCaption, survivalCaption } from "../../www/words/en/captions.js";
import { regimes } from "../../www/words/en/regimes.js";

const n = formats("en");

test("a regime is taken apart and put together again as it was", () => {
  for (const regime of [...REGIMES, "grow=quadratic@-0.5", "cure=1e-3@7", "unknown"]) assert.equal(join(split(regime)), regime);
  assert.deepEqual(split("cure=0.5@10"), { kind: "cure", value: "0.5", at: "10" });
  assert.deepEqual(split("replace"), { kind: "replace", value: undefined, at: undefined });
});

test("every regime has a name, an explanation and a word for the rounds to come; no two names are the same", () => {
  const said = REGIMES.map((regime) => regimes[split(regime).kind]);
  for (const one of said) for (const words of [one?.name, one?.why, one?.onward]) assert.match(words ?? "", /^[A-Z].{10,110}$/);
  assert.equal(new Set(said.map((one) => one?.name)).size, REGIMES.length);
});

test("the specimen says what its writer had read", () => {
  /** @type {[string, number, number, string][]} */
  const cases = [
    ["replace", 1, 1, "the human text and nothing else"],
    ["replace", 7, 0, "generation 6 and nothing else"],
    ["grow", 7, 0, "generation 6 and nothing else"],
    ["fresh", 7, 0.1, "generation 6, 10% of it human text"],
    ["fresh", 7, 1, "nothing but human text"],
    ["contaminate", 3, 0.82, "generation 2, 82% of it human text"],
    ["cure", 7, 0, "generation 6 and nothing else"],
    ["weighted", 7, 0.618, "generation 6, human text weighing 61.8%"],
    ["accumulate", 7, 0, "all generations before it"],
    ["subsample", 1, 1, "a sample of the human text"],
    ["subsample", 7, 0, "a sample of all generations before it"],
  ];
  for (const [kind, generation, share, read] of cases) {
    assert.equal(specimenCaption(n, { generation, kind, share, remedies: [] }), `Generation ${generation}: written by a model that had read ${read}.`);
  }
});

test("only a run that the theory is about is held against a prediction; others against what they leave out", () => {
  const now = { generation: 2, types: 60, human: 90, hapax: 9, share: 2 / 3, low: 50, high: 70, baseline: 80, curated: false };
  assert.equal(survivalCaption(n, { ...now, kind: "replace", plain: true }), "After 2 rounds 60 of 90 words are left, 66.7%. The prediction was 50 to 70. A sample of the human text of the same size keeps 80.");
  assert.match(survivalCaption(n, { ...now, kind: "replace", plain: false }), /Chance alone, at temperature 1 and without a cut, would have left 50 to 70\./);
  assert.match(survivalCaption(n, { ...now, kind: "grow", plain: false }), /Without more text each round, chance alone would .* as long as the whole human text keeps 80\./);
  assert.equal(survivalCaption(n, { ...now, kind: "fresh", plain: false }), "After 2 rounds the next model reads 60 of 90 words, 66.7%. Without human text, chance alone would have left 50 to 70. A sample of the human text of the same size keeps 80.");
  assert.match(survivalCaption(n, { ...now, types: 90, kind: "accumulate", plain: false }), /^After 2 rounds all 90 words are left\. Without human text/);
  assert.match(survivalCaption(n, { ...now, generation: 0, kind: "replace", plain: true }), /starts from a copy of the round before\.$/);
  assert.match(survivalCaption(n, { ...now, generation: 0, kind: "accumulate", plain: false }), /No round throws away what is there already\.$/);
});

test("where nothing is gone, the rank figure says so", () => {
  assert.equal(rankCaption(n, { generation: 3, gone: 0, human: 90, hapax: 0 }), "All 90 words are still there, none of them used only once.");
});

/** @param {string} regime @param {number[]} humanShares */
function run(regime, humanShares) {
  const started = { type: /** @type {const} */ ("started"), run: 1, regime, curation: "none", available: 9, documents: 9, plain: false, humanShares: Float64Array.from(humanShares), prediction: new Float64Array(), humanCounts: new Uint32Array() };
  return new Run(started, humanShares.length - 1, ["types"], DEFAULTS, false);
}

test("a word is lost for good only where no later human text can bring it back", () => {
  /** @type {[string, number[], boolean[]][]} */
  const cases = [
    ["replace", [1, 0, 0], [false, false]],
    ["fresh=0.1", [1, 0.1, 0.1], [true, true]],
    ["fresh=0", [1, 0, 0], [false, false]],
    ["anchored=0.1", [1, 0.1, 0.1], [false, false]],
    ["cure=0.5@2", [1, 0, 0.5], [true, true]],
    ["contaminate=1@2", [1, 0.5, 0], [true, false]],
  ];
  for (const [regime, shares, returns] of cases) assert.deepEqual([1, 2].map((t) => run(regime, shares).returns(t)), returns, regime);
  assert.equal(lostHeading(n, { generation: 2, lost: 1, returns: false }), "1 word lost in round 2, for good:");
  assert.equal(lostHeading(n, { generation: 2, lost: 7, returns: true }), "7 words lost in round 2, for now:");
  assert.equal(lostHeading(n, { generation: 2, lost: 0, returns: false }), "No word was lost in round 2.");
});
