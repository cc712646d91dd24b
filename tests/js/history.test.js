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

test("what all states have in common is changed in all of them, and the first one can be asked for", () => {
  const past = new History({ seed: 1, order: 3 });
  past.push({ seed: 1, order: 2 });
  past.amend((state) => ({ ...state, seed: 9 }));
  assert.deepEqual([past.first, past.undo(), past.redo()], [{ seed: 9, order: 3 }, { seed: 9, order: 3 }, { seed: 9, order: 2 }]);
});
