import assert from "node:assert/strict";
import { test } from "node:test";
import { classify } from "../../www/failure.js";
import { Ladder } from "../../www/ladder.js";
import { fakeBindings, protocol } from "./fake-bindings.js";

const module = new WebAssembly.Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0));

/** @param {Partial<import("../../www/ladder.js").Surroundings>} change */
function ladder(change) {
  return new Ladder({
    compile: async () => module,
    workerSource: () => "",
    workerUrl: () => new URL("https://host.example/pkg/worker.js"),
    origin: "https://host.example",
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

test("refused workers are not tried again, however many climb at once", async () => {
  Willing.made.length = 0;
  const page = ladder({ Worker: Silent });
  await Promise.all([page.climb(), page.climb()]);
  await page.climb();
  assert.deepEqual(Willing.made.map(({ url }) => url.split(":")[0]), ["blob", "https"]);
});

/** How a page refuses what is not a file of its own. */
class Choosy extends Willing {
  /** @type {"throws" | "fires" | "is silent"} */
  static manner = "throws";
  /** @param {unknown} url */
  constructor(url) {
    if (Choosy.manner === "throws" && /^blob:/.test(String(url))) throw new DOMException("The operation is insecure.", "SecurityError");
    super(url);
  }
  answer() {
    if (!this.url.startsWith("blob:")) super.answer();
    else if (Choosy.manner === "fires") this.onerror?.({ message: "", preventDefault() {} });
  }
}

for (const manner of /** @type {const} */ (["throws", "fires", "is silent"])) {
  test(`where a blob: URL ${manner}, the worker comes from a file, next time at once`, async () => {
    Choosy.manner = manner;
    Willing.made.length = 0;
    const page = ladder({ Worker: Choosy });
    for (let i = 0; i < 2; i++) assert.equal((await page.climb()).thread, "worker");
    assert.deepEqual(Willing.made.filter(({ url }) => !url.startsWith("blob:")).map(({ url }) => url), Array(2).fill("https://host.example/pkg/worker.js"));
    assert.equal(Willing.made.filter(({ url }) => url.startsWith("blob:")).length, manner === "throws" ? 0 : 1);
  });
}

for (const [what, change] of /** @type {[string, Partial<import("../../www/ladder.js").Surroundings>][]} */ ([
  ["another origin", { origin: "https://other.example" }],
  ["a sandboxed frame", { origin: "null", workerUrl: () => new URL("file:///worker.js") }],
  ["a build in one script", { workerUrl: () => undefined }],
])) {
  test(`from ${what} no file is tried`, async () => {
    Choosy.manner = "fires";
    Willing.made.length = 0;
    assert.equal((await ladder({ Worker: Choosy, ...change }).climb()).thread, "main");
    assert.ok(Willing.made.every(({ url }) => url.startsWith("blob:")));
  });
}

test("a worker without memory is tried again the next time", async () => {
  Willing.made.length = 0;
  class Poor extends Willing {
    answer() {
      this.onmessage?.({ data: { type: "error", run: undefined, name: "RangeError", message: "Out of memory", fatal: true } });
    }
  }
  const page = ladder({ Worker: Poor });
  await page.climb();
  await page.climb();
  assert.equal(Willing.made.length, 4);
});

// WebKit compiles what the page's policy forbids, and refuses only when a worker instantiates it.
test("where the page forbids wasm no other worker is tried", async () => {
  Willing.made.length = 0;
  const message = "Refused to create a WebAssembly object because 'wasm-unsafe-eval' is not an allowed source of script in the Content Security Policy";
  class Forbidden extends Willing {
    answer() {
      this.onmessage?.({ data: { type: "error", run: undefined, name: "EvalError", message, fatal: true } });
    }
  }
  const page = ladder({ Worker: Forbidden, freshInstance: () => Promise.reject(classify({ name: "EvalError", message })) });
  await assert.rejects(page.climb(), { code: "csp", directive: "script-src" });
  assert.deepEqual(Willing.made.map(({ url }) => url.split(":")[0]), ["blob"]);
});

test("what the last rung says is the cause", async () => {
  const poor = ladder({ Worker: Throwing, freshInstance: () => Promise.reject(classify({ name: "RangeError", message: "Out of memory" })) });
  await assert.rejects(poor.climb(), { code: "memory" });
  const mute = fakeBindings().bindings;
  const silent = ladder({ Worker: Throwing, freshInstance: async () => /** @type {any} */ (Object.assign(() => new Promise(() => {}), mute)) });
  await assert.rejects(silent.climb(), { code: "worker", message: "The engine did not answer." });
});

test("all addresses go through one policy, which knows no others; without it no worker is tried", async () => {
  /** @type {any} */
  const globals = globalThis;
  /** @type {any} */
  let rules;
  let policies = 0;
  globals.trustedTypes = {
    createPolicy(/** @type {string} */ name, /** @type {any} */ given) {
      policies++;
      if (rules === undefined) throw new TypeError(`${name} is not allowed`);
      rules = given;
      return given;
    },
  };
  try {
    Willing.made.length = 0;
    assert.equal((await ladder({ Worker: Willing }).climb()).thread, "main");
    assert.deepEqual([policies, Willing.made.length], [1, 0]);
    rules = null;
    Choosy.manner = "fires";
    assert.equal((await ladder({ Worker: Choosy }).climb()).thread, "worker");
    assert.equal(policies, 2);
    assert.throws(() => rules.createScriptURL("https://host.example/pkg/worker.js"), TypeError);
    assert.throws(() => rules.createScriptURL("https://evil.example/worker.js"), TypeError);
  } finally {
    delete globals.trustedTypes;
  }
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
