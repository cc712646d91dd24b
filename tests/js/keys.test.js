import assert from "node:assert/strict";
import { test } from "node:test";
import { KEYS, moved } from "../../www/keys.js";

test("along generations keys go one on or back, and to the ends", () => {
  const from = (/** @type {number} */ position) => KEYS.map((key) => moved(key, { position, last: 9, columns: undefined }));
  assert.deepEqual(from(4), [3, 5, 5, 3, 0, 9]);
  assert.deepEqual([from(0), from(9)], [[0, 1, 1, 0, 0, 9], [8, 9, 9, 8, 0, 9]]);
  assert.equal(moved("a", { position: 4, last: 9, columns: undefined }), 4);
});

test("on a map keys stay within their row or column", () => {
  // Three rows of four.
  const from = (/** @type {number} */ position) => KEYS.map((key) => moved(key, { position, last: 11, columns: 4 }));
  assert.deepEqual(from(5), [4, 6, 1, 9, 4, 7]);
  assert.deepEqual(from(3), [2, 3, 3, 7, 0, 3]);
  assert.deepEqual(from(8), [8, 9, 4, 8, 8, 11]);
});
