import assert from "node:assert/strict";
import { test } from "node:test";
import { Desk } from "../../www/desk.js";
import { protocol } from "./fake-bindings.js";

function setUp() {
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const heard = [];
  let [cancelled, disposed] = [0, 0];
  /** @type {(message: any) => void} */
  let deliver = () => {};
  const desk = new Desk((to) => {
    deliver = to;
    /** @type {any} */
    const client = {
      run: (/** @type {any} */ _text, /** @type {any} */ _protocol, /** @type {{ question: string }} */ { question }) => asked.push(question),
      cancel: () => cancelled++,
      dispose: () => disposed++,
    };
    return client;
  });
  /** @param {object} asker @param {string} question */
  const ask = (asker, question) =>
    desk.ask(asker, { text: { key: "a", source: "b", tokenizer: "word" }, protocol: protocol(), study: { question, argument: "" }, deliver: (message) => heard.push(`${question}: ${message.type}`) });
  return { desk, ask, asked, heard, say: (/** @type {any} */ message) => deliver(message), counts: () => ({ cancelled, disposed }) };
}

test("questions wait their turn, and each answer goes to who asked", () => {
  const { ask, asked, heard, say } = setUp();
  const [a, b] = [{}, {}];
  ask(a, "one");
  ask(b, "two");
  assert.deepEqual(asked, ["one"]);
  say({ type: "findings" });
  say({ type: "done" });
  assert.deepEqual(asked, ["one", "two"]);
  say({ type: "error" });
  assert.deepEqual(heard, ["one: findings", "one: done", "two: error"]);
});

test("of one asker only the newest question counts", () => {
  const { ask, asked, counts, say } = setUp();
  const [a, b] = [{}, {}];
  ask(a, "one");
  ask(b, "two");
  ask(b, "three");
  ask(a, "four");
  assert.equal(counts().cancelled, 1);
  say({ type: "done" });
  say({ type: "done" });
  assert.deepEqual(asked.toSorted(), ["four", "one", "three"]);
});

test("who withdraws or leaves is not heard of again, and without askers there is no engine", () => {
  const { desk, ask, heard, say, counts } = setUp();
  const [a, b] = [{}, {}];
  ask(a, "one");
  ask(b, "two");
  desk.withdraw(a);
  say({ type: "done" });
  desk.leave(a);
  desk.leave(b);
  assert.deepEqual(heard, ["two: done"]);
  assert.equal(counts().disposed, 1);
});
