import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { csv, embed, json, python } from "../../www/exports.js";
import { DEFAULTS } from "../../www/protocol.js";

/** Words that occur once, once, twice and four times. */
const data = {
  settings: { ...DEFAULTS, seed: 7, regime: 'fresh="0.1"&' },
  regime: "replace",
  curation: "none",
  complete: true,
  plain: true,
  humanCounts: [9, 4, 2, 1, 1, 0],
  predicted: [[5, 3.5], [5, 3], [5, NaN]],
  generations: [0, 1].map((index) => ({ index, metrics: { types: 5 - index, js: index ? NaN : 0 }, sample: "a", lost: index ? ["b"] : [] })),
};

test("the table has a row for each generation and an empty cell for what is not known", () => {
  assert.equal(csv(data), "generation,types,js,expected_types,expected_low,expected_high\n0,5,0,5,5,5\n1,4,,3.5,3,\n");
});

test("the data are JSON, and what is not known is null", () => {
  const parsed = JSON.parse(json(data));
  assert.equal(parsed.generations[1].metrics.js, null);
  assert.deepEqual(parsed.generations[1].lost, ["b"]);
});

test("a prediction that is not about the run is called by what it is", () => {
  assert.match(csv({ ...data, plain: false }), /^generation,types,js,chance_alone_types,chance_alone_low,chance_alone_high\n/);
  assert.match(python({ ...data, plain: false }), /It is not about this run/);
  assert.match(python({ ...data, regime: "fresh=0.1" }), /the plain loop \{expected/);
});

test("the code sets what differs from the defaults, and cannot be broken out of", () => {
  assert.equal(embed(data.settings, "https://example.org/a.js"), '<script type="module" src="https://example.org/a.js"></script>\n<recursive-trap regime="fresh=&quot;0.1&quot;&amp;" seed="7"></recursive-trap>\n');
});

test("the program derives what chance alone must do", () => {
  const lines = execFileSync("python3", ["-c", python(data)], { encoding: "utf8" }).trim().split("\n");
  const expected = lines.map((line) => Number(/expected +([\d.]+)/.exec(line)?.[1]));
  // Σ 1 − s^c with s = 0, then e⁻¹, over the counts 9, 4, 2, 1, 1.
  const s = Math.exp(-1);
  const second = [9, 4, 2, 1, 1].reduce((sum, count) => sum + 1 - s ** count, 0);
  assert.deepEqual(expected, [5, Number(second.toFixed(1))]);
});
