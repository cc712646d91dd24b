import assert from "node:assert/strict";
import { test } from "node:test";
import { Ladder } from "../../www/ladder.js";
import { fakeBindings, protocol } from "./fake-bindings.js";

const module = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

/** @param {Partial<import("../../www/ladder.js").Surroundings>} change */
function ladder(change) {
  return new Ladder({
    compile: async () => module,
    workerSource: () => "",
    freshInstance: async () => fakeBindings().bindings,
    patience: 20,
    ...change,
  });
}

/** A worker that starts; the others fail the way browsers make them. */
class Willing {
  /** @type {Willing[]} */
  static made = [];
  /** @type {((event: any) => void) | null} */
  onmessage = null;
  /** @type {((event: any) => void) | null} */
  onerror = null;
  terminated = false;
  /** @param {unknown} url */
  constructor(url) {
    this.url = String(url);
    Willing.made.push(this);
  }
  /** @param {any} message */
  postMessage(message) {
    assert.equal(message.module, module);
    queueMicrotask(() => this.answer());
  }
  answer() {
    this.onmessage?.({ data: { type: "ready" } });
  }
  terminate() {
    this.terminated = true;
  }
}

class Throwing {
  constructor() {
    throw new DOMException("The operation is insecure.", "SecurityError");
  }
}

class Firing extends Willing {
  answer() {
    this.onerror?.({ message: "", preventDefault() {} });
  }
}

class Silent extends Willing {
  answer() {}
}

test("the first rung is a worker from a blob: URL", async () => {
  const { engine, thread } = await ladder({ Worker: Willing }).climb();
  assert.equal(thread, "worker");
  assert.match(/** @type {Willing} */ (/** @type {unknown} */ (engine)).url, /^blob:/);
});

for (const Worker of [Throwing, Firing, Silent]) {
  test(`a ${Worker.name.toLowerCase()} worker leaves the main thread, where a run goes to its end`, async () => {
    Willing.made.length = 0;
    const { engine, thread } = await ladder({ Worker }).climb();
    assert.equal(thread, "main");
    assert.ok(Willing.made.every((worker) => worker.terminated), "the refused worker was left running");
    /** @type {string[]} */
    const types = [];
    await new Promise((resolve) => {
      engine.onmessage = ({ data }) => types.push(data.type) && data.type === "done" && resolve(undefined);
      engine.postMessage({ type: "run", run: 1, text: { key: "a", source: "a", tokenizer: "word" }, protocol: protocol({ generations: 1 }) });
    });
    assert.deepEqual(types, ["accepted", "started", "generation", "generation", "done"]);
  });
}

test("refused workers are not tried again", async () => {
  Willing.made.length = 0;
  const page = ladder({ Worker: Silent });
  await page.climb();
  await page.climb();
  assert.equal(Willing.made.length, 1);
});

test("without the wasm the error names the reason, and the next climb tries again", async () => {
  let attempts = 0;
  const page = ladder({
    Worker: Willing,
    compile: async () => {
      if (attempts++ === 0) throw new Error("status 404");
      return module;
    },
  });
  await assert.rejects(page.climb(), /404/);
  assert.equal((await page.climb()).thread, "worker");
});

test("an engine on the main thread is silent once terminated", async () => {
  const { engine } = await ladder({ Worker: Throwing, freshInstance: async () => fakeBindings({ cost: 5 }).bindings }).climb();
  let heard = 0;
  engine.onmessage = () => heard++;
  engine.postMessage({ type: "run", run: 1, text: { key: "a", source: "a", tokenizer: "word" }, protocol: protocol({ generations: 100 }) });
  await new Promise(setImmediate);
  assert.ok(heard > 0);
  engine.terminate();
  const before = heard;
  await new Promise((resolve) => setTimeout(resolve, 30));
  assert.equal(heard, before);
});
