import assert from "node:assert/strict";
import { test } from "node:test";
import { History } from "../../www/history.js";

test("what was done is undone and done again, and a new state ends what was undone", () => {
  const past = new History(0);
  for (const state of [1, 2, 2, 3]) past.push(state);
  assert.deepEqual([past.undo(), past.undo(), past.redo()], [2, 1, 2]);
  past.push(9);
  assert.equal(past.canRedo, false);
  assert.deepEqual([past.undo(), past.undo(), past.undo(), past.undo()], [2, 1, 0, 0]);
  assert.equal(past.canUndo, false);
});
