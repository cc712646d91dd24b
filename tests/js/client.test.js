import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../../www/client.js";
import { Failure } from "../../www/failure.js";
import { protocol } from "./fake-bindings.js";

/** @typedef {import("../../www/types.js").FromEngine} FromEngine */

/** An engine whose answers the test gives. */
class Engine {
  /** @type {any[]} */
  received = [];
  terminated = false;
  /** @type {((event: { data: FromEngine }) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;
  /** @param {any} message */
  postMessage(message) {
    this.received.push(message);
  }
  terminate() {
    this.terminated = true;
  }
  /** @param {any} data */
  say(data) {
    this.onmessage?.({ data });
  }
}

function setUp() {
  /** @type {Engine[]} */
  const engines = [];
  /** @type {any[]} */
  const delivered = [];
  const climb = async () => {
    const engine = new Engine();
    engines.push(engine);
    return { engine, thread: /** @type {const} */ ("worker") };
  };
  const client = new Client({ climb }, (message) => delivered.push(message));
  /** @param {string} key */
  const run = (key) => client.run({ key, source: `${key}!`, tokenizer: "word" }, protocol());
  /** @param {number} [index] */
  const engine = (index = 0) => /** @type {Engine} */ (engines[index]);
  return { client, run, engine, engines, delivered };
}

/** What a trapped instance says. */
const TRAP = { type: "error", run: 1, name: "RuntimeError", message: "unreachable", fatal: true, exhausted: false };

/** @param {any[]} delivered */
const errors = (delivered) => delivered.filter(({ type }) => type === "error").map(({ run, failure: { code, message } }) => `${run} ${code} ${message}`);

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

test("a text is sent once, and again when two others have pushed it out", async () => {
  const { run, engine } = setUp();
  for (const key of ["a", "a", "b", "a", "c", "b"]) {
    await run(key);
    engine().say({ type: "accepted", run: engine().received.at(-1).run });
    engine().say({ type: "done", run: engine().received.at(-1).run });
  }
  assert.deepEqual(engine().received.map(({ text }) => text.source), ["a!", undefined, "b!", undefined, "c!", "b!"]);
});

test("what an older run says is not delivered", async () => {
  const { run, engine, delivered } = setUp();
  await run("a");
  await run("a");
  engine().say({ type: "done", run: 1 });
  engine().say({ type: "accepted", run: 2 });
  engine().say({ type: "done", run: 2 });
  assert.deepEqual(delivered.map((message) => message.run), [2, 2]);
});

test("of runs asked for while the engine starts, only the newest is posted", async () => {
  const { run, engine } = setUp();
  await Promise.all([run("a"), run("b"), run("c")]);
  assert.deepEqual(engine().received.map(({ text }) => text.key), ["c"]);
});

test("an engine that does not turn to a newer run is terminated, and the newest run starts on another", async () => {
  const { run, engine, engines } = setUp();
  await run("a");
  engine().say({ type: "accepted", run: 1 });
  await run("b");
  await pause(20);
  // The clock keeps running while the reader drags on; and what the old run still says is no answer.
  await run("c");
  engine().say({ type: "generation", run: 1 });
  await pause(60);
  assert.equal(engine().terminated, true);
  assert.equal(engines.length, 2);
  assert.deepEqual(engine(1).received.map(({ text }) => text.source), ["c!"]);
});

test("an engine that answers in time stays", async () => {
  const { run, engine, engines } = setUp();
  await run("a");
  await run("a");
  engine().say({ type: "accepted", run: 2 });
  await pause(80);
  assert.equal(engines.length, 1);
  assert.equal(engine().terminated, false);
});

test("after a fatal error the next run has another engine, and is sent the text again", async () => {
  const { run, engine, engines, delivered } = setUp();
  await run("a");
  engine().say(TRAP);
  assert.deepEqual(errors(delivered), ["1 trap unreachable"]);
  assert.equal(engine().terminated, true);
  await run("a");
  assert.equal(engines.length, 2);
  assert.equal(engine(1).received[0].text.source, "a!");
});

test("a worker that dies without a word is a fatal error", async () => {
  const { run, engine, delivered } = setUp();
  await run("a");
  engine().onerror?.({ message: "out of memory", preventDefault() {} });
  assert.deepEqual(errors(delivered), ["1 memory out of memory"]);
});

test("one that dies without a reason has one all the same", async () => {
  const { run, engine, delivered } = setUp();
  await run("a");
  engine().onerror?.({ message: "", preventDefault() {} });
  assert.deepEqual(errors(delivered), ["1 worker The engine stopped."]);
});

test("an engine broken by a run that nobody wants any more fails nobody: the newest run begins on another one", async () => {
  for (const death of [
    (/** @type {Engine} */ engine) => engine.say(TRAP),
    (/** @type {Engine} */ engine) => engine.onerror?.({ message: "gone", preventDefault() {} }),
  ]) {
    const { run, engine, engines, delivered } = setUp();
    await run("a");
    engine().say({ type: "accepted", run: 1 });
    await run("b");
    death(engine());
    await pause(0);
    assert.equal(engine().terminated, true);
    assert.equal(engines.length, 2);
    assert.deepEqual(delivered.map(({ type }) => type), ["accepted"]);
    assert.equal(engine(1).received[0].text.source, "b!");
  }
});

test("an engine that breaks after its run was cancelled is put away, and nobody hears of it", async () => {
  const { client, run, engine, engines, delivered } = setUp();
  await run("a");
  client.cancel();
  engine().say(TRAP);
  await pause(0);
  assert.deepEqual(delivered, []);
  assert.equal(engine().terminated, true);
  assert.equal(engines.length, 1);
});

test("an engine that cannot be had is a failure of the run, under its own name", async () => {
  /** @type {any[]} */
  const delivered = [];
  const client = new Client({ climb: () => Promise.reject(new Failure("csp", "no")) }, (message) => delivered.push(message));
  await client.run({ key: "a", source: "a", tokenizer: "word" }, protocol());
  assert.deepEqual(errors(delivered), ["1 csp no"]);
});

test("a refused text is sent again", async () => {
  const { run, engine, delivered } = setUp();
  await run("a");
  engine().say({ type: "error", run: 1, name: "Error", message: "The text is empty.", fatal: false, exhausted: false });
  assert.deepEqual(errors(delivered), ["1 refused The text is empty."]);
  await run("a");
  assert.equal(engine().received[1].text.source, "a!");
});

test("an engine that arrives after disposal is put away", async () => {
  const { client, run, engine, delivered } = setUp();
  const running = run("a");
  client.dispose();
  await running;
  assert.equal(engine().terminated, true);
  assert.deepEqual(delivered, []);
});

test("a cancelled run is told so, and is heard no more", async () => {
  const { client, run, engine, delivered } = setUp();
  await run("a");
  client.cancel();
  assert.deepEqual(engine().received.at(-1), { type: "cancel", run: 1 });
  engine().say({ type: "generation", run: 1 });
  assert.deepEqual(delivered, []);
});
