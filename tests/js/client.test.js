import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../../www/client.js";
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
  engine().say({ type: "error", run: 1, message: "unreachable", fatal: true });
  assert.deepEqual(delivered, [{ type: "error", run: 1, message: "unreachable", fatal: true }]);
  assert.equal(engine().terminated, true);
  await run("a");
  assert.equal(engines.length, 2);
  assert.equal(engine(1).received[0].text.source, "a!");
});

test("a worker that dies without a word is a fatal error", async () => {
  const { run, engine, delivered } = setUp();
  await run("a");
  engine().onerror?.({ message: "out of memory", preventDefault() {} });
  assert.deepEqual(delivered, [{ type: "error", run: 1, message: "out of memory", fatal: true }]);
});

test("a refused text is sent again", async () => {
  const { run, engine } = setUp();
  await run("a");
  engine().say({ type: "error", run: 1, message: "The text is empty.", fatal: false });
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
