import assert from "node:assert/strict";
import { test } from "node:test";
import { serve } from "../../www/engine.js";
import { fakeBindings, protocol } from "./fake-bindings.js";

/** @typedef {import("../../www/types.js").FromEngine} FromEngine */

/** @param {Parameters<typeof fakeBindings>[0]} [options] */
function start(options) {
  const { bindings, log } = fakeBindings(options);
  /** @type {FromEngine[]} */
  const sent = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  /** @type {import("../../www/types.js").EnginePort} */
  const port = {
    onmessage: null,
    postMessage(message) {
      sent.push(message);
      for (const wake of waiting.splice(0)) wake();
    },
  };
  serve(port, bindings);
  /** @param {import("../../www/types.js").ToEngine} data */
  const post = (data) => port.onmessage?.({ data });
  /** @param {(message: FromEngine) => boolean} wanted */
  const until = async (wanted) => {
    while (!sent.some(wanted)) await new Promise((resolve) => waiting.push(() => resolve(undefined)));
  };
  /** @param {number} run */
  const said = (run) => sent.filter((message) => "run" in message && message.run === run).map((message) => message.type);
  return { post, until, said, sent, log };
}

/**
 * @param {number} run
 * @param {string} [source]
 * @param {Partial<import("../../www/types.js").Protocol>} [change]
 * @returns {import("../../www/types.js").RunRequest}
 */
const request = (run, source, change) => ({
  type: "run", run, text: { key: source ?? "a", source: source ?? "a", tokenizer: "word" }, protocol: protocol(change),
});

test("a run is accepted, started, sent generation by generation and done; then its memory is free", async () => {
  const { post, until, said, sent, log } = start();
  post(request(1));
  await until((message) => message.type === "done");
  assert.deepEqual(said(1), ["accepted", "started", "generation", "generation", "generation", "generation", "done"]);
  assert.deepEqual(sent.flatMap((message) => (message.type === "generation" ? [message.index] : [])), [0, 1, 2, 3]);
  await new Promise(setImmediate);
  assert.deepEqual(log, ["text a", "free recursion"]);
});

test("init instantiates the module it is given and says ready", async () => {
  const { post, until } = start();
  post({ type: "init", module: /** @type {any} */ ({}) });
  await until((message) => message.type === "ready");
});

test("a newer run ends the one under way", async () => {
  const { post, until, said } = start({ cost: 5 });
  post(request(1, "a", { generations: 200 }));
  post(request(2));
  await until((message) => message.type === "done");
  assert.ok(!said(1).includes("done"));
  const before = said(1).length;
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.equal(said(1).length, before, "the first run went on");
  assert.equal(said(2).at(-1), "done");
});

test("a cancelled run stops, and says nothing more", async () => {
  const { post, said } = start({ cost: 5 });
  post(request(1, "a", { generations: 200 }));
  post({ type: "cancel", run: 1 });
  const before = said(1).length;
  await new Promise((resolve) => setTimeout(resolve, 40));
  assert.equal(said(1).length, before);
});

test("a long run lets the event loop turn", async () => {
  const { post, until, said } = start({ cost: 3 });
  let turns = 0;
  const ticker = setInterval(() => turns++, 1);
  post(request(1, "a", { generations: 30 }));
  assert.ok(said(1).length < 10, "the first slice was longer than 8 ms");
  await until((message) => message.type === "done");
  clearInterval(ticker);
  assert.ok(turns >= 3, `the event loop turned ${turns} times`);
});

test("a refusal of the core is a message that is not fatal, and the next run works", async () => {
  const { post, until, sent } = start();
  post(request(1, "a", { order: 6 }));
  assert.deepEqual(sent.at(-1), { type: "error", run: 1, name: "Error", message: "The order must be from 1 to 5, not 6.", fatal: false, exhausted: false });
  post(request(2));
  await until((message) => message.type === "done");
});

test("an empty text is refused, and is not held", () => {
  const { post, sent } = start();
  post({ ...request(1), text: { key: "empty", source: "", tokenizer: "word" } });
  assert.deepEqual(sent.at(-1), { type: "error", run: 1, name: "Error", message: "The text is empty.", fatal: false, exhausted: false });
  post({ ...request(2), text: { key: "empty", tokenizer: "word" } });
  assert.deepEqual(sent.at(-1), { type: "error", run: 2, name: "Error", message: 'The text "empty" was not sent.', fatal: false, exhausted: false });
});

test("a trap is fatal, and the broken instance is not touched again", () => {
  const { post, sent, log } = start();
  post(request(1, "trap"));
  assert.deepEqual(sent.at(-1), { type: "error", run: 1, name: "RuntimeError", message: "unreachable", fatal: true, exhausted: false });
  assert.deepEqual(log, ["text trap"]);
});

test("a trap tells whether the memory can still grow", async () => {
  for (const [maximum, exhausted] of /** @type {const} */ ([[2, false], [1, true]])) {
    const { post, until, sent } = start({ memory: new WebAssembly.Memory({ initial: 1, maximum }) });
    post({ type: "init", module: /** @type {any} */ ({}) });
    await until((message) => message.type === "ready");
    post(request(1, "trap"));
    assert.deepEqual(sent.at(-1), { type: "error", run: 1, name: "RuntimeError", message: "unreachable", fatal: true, exhausted });
  }
});

test("the last two texts are kept, the others freed", async () => {
  const { post, until, log } = start();
  for (const [run, key] of ["a", "b", "a", "c", "a"].entries()) {
    const first = !log.includes(`text ${key}`);
    post({ ...request(run), text: { key, source: first ? key : undefined, tokenizer: "word" } });
    await until((message) => message.type === "done" && message.run === run);
  }
  assert.deepEqual(log.filter((line) => line !== "free recursion"), ["text a", "text b", "text c", "free b"]);
});
