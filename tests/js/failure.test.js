import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Failure, classify } from "../../www/failure.js";
import { VERSION } from "../../www/version.js";
import { forbidsWorkers } from "../../www/violations.js";
import * as german from "../../www/words/de/failure.js";
import * as english from "../../www/words/en/failure.js";

const file = new URL("https://cdn.example/pkg/recursive_trap.wasm");

/** What is thrown, what is seen, what it is called. @type {[unknown, import("../../www/failure.js").Seen, string][]} */
const CASES = [
  [new TypeError("Failed to fetch"), { file, readable: true }, "network"],
  [new TypeError("Failed to fetch"), { file, readable: false }, "cors"],
  [new TypeError("Failed to fetch"), { file, violation: { effectiveDirective: "connect-src" } }, "csp"],
  [new DOMException("The network connection was lost.", "NetworkError"), { file }, "network"],
  [undefined, { file, status: 404 }, "network"],
  // Chromium, Firefox, WebKit.
  [new WebAssembly.CompileError("WebAssembly.compileStreaming(): Refused to compile or instantiate WebAssembly module because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script"), { file }, "csp"],
  [new WebAssembly.CompileError("call to WebAssembly.compileStreaming() blocked by CSP"), { file }, "csp"],
  [new EvalError("Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script"), {}, "csp"],
  [new WebAssembly.CompileError("WebAssembly.compile(): expected magic word 00 61 73 6d"), { file }, "mime"],
  [new WebAssembly.LinkError("Import #0 module=wbg: function import requires a callable"), {}, "mime"],
  [new ReferenceError("WebAssembly is not defined"), {}, "no-webassembly"],
  [new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance"), {}, "memory"],
  [new RangeError("Array buffer allocation failed"), { file }, "memory"],
  [new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded"), {}, "memory"],
  [{ name: "InternalError", message: "out of memory" }, {}, "memory"],
  [{ name: "RuntimeError", message: "unreachable", fatal: true, exhausted: true }, {}, "memory"],
  [{ name: "RuntimeError", message: "unreachable", fatal: true, exhausted: false }, {}, "trap"],
  [new WebAssembly.RuntimeError("memory access out of bounds"), {}, "trap"],
  [new RangeError("Maximum call stack size exceeded"), {}, "trap"],
  [{ name: "InternalError", message: "too much recursion" }, {}, "trap"],
  [{ name: "Error", message: "The text is empty.", fatal: false }, {}, "refused"],
  [{ message: "The engine did not answer." }, { otherwise: "worker" }, "worker"],
  [{ message: "Uncaught RuntimeError: unreachable" }, { otherwise: "worker" }, "trap"],
  ["anything", {}, "trap"],
  [null, {}, "trap"],
];

for (const [thrown, seen, code] of CASES) {
  test(`${code}: ${Object(thrown).message ?? thrown} ${Object.keys(seen)}`, () => {
    const failure = classify(thrown, seen);
    assert.ok(failure instanceof Failure);
    assert.equal(failure.code, code);
    assert.equal(failure.fatal, code !== "refused");
    assert.equal(failure.file, seen.file);
    assert.equal(failure.cause, thrown);
    assert.equal(classify(failure, { otherwise: "network" }), failure);
  });
}

test("what does not come is named in the message, with what is known of it", () => {
  assert.equal(classify(undefined, { file, status: 503 }).message, "/pkg/recursive_trap.wasm could not be loaded (status 503)");
  assert.equal(classify(new TypeError("Failed to fetch"), { file }).message, "/pkg/recursive_trap.wasm could not be loaded (Failed to fetch)");
  assert.equal(classify(new TypeError("x"), { file, violation: { effectiveDirective: "connect-src" } }).directive, "connect-src");
});

test("every code has a title and two sentences, in both languages, and they say what is to be named", () => {
  for (const { failures, failure } of [english, german]) {
    assert.deepEqual(Object.keys(failures).sort(), ["cors", "csp", "memory", "mime", "network", "no-webassembly", "trap", "worker"]);
    assert.deepEqual(Object.keys(failure), Object.keys(english.failure));
    for (const [code, { title, reader, owner }] of Object.entries(failures)) {
      const about = { file: "recursive_trap.wasm", origin: "https://cdn.example", directive: "connect-src" };
      assert.ok(title.length > 3);
      for (const said of [reader(about), owner(about)]) assert.match(said, /^.{30,260}\.$/);
      if (["network", "mime", "cors"].includes(code)) assert.match(reader(about) + owner(about), /recursive_trap\.wasm/);
    }
    assert.match(failures.csp.owner({ file: "", origin: "https://cdn.example", directive: "connect-src" }), /https:\/\/cdn\.example.*connect-src/);
    assert.match(failures.csp.owner({ file: "", origin: "'self'", directive: "script-src" }), /'wasm-unsafe-eval'.*script-src/);
  }
});

test("a policy that lets no worker start is known by its words", () => {
  for (const [policy, forbidden] of /** @type {[string, boolean][]} */ ([
    ["worker-src 'none'", true],
    ["default-src *; WORKER-SRC 'NONE'", true],
    ["script-src 'self'; worker-src", true],
    ["default-src 'none'", true],
    ["default-src 'none'; script-src 'self'", false],
    ["worker-src 'self'", false],
    ["img-src 'none'", false],
  ])) assert.equal(forbidsWorkers(policy), forbidden, policy);
});

test("the version is that of the packages", () => {
  const root = new URL("../../", import.meta.url);
  assert.equal(JSON.parse(readFileSync(new URL("package.json", root), "utf8")).version, VERSION);
  assert.match(readFileSync(new URL("Cargo.toml", root), "utf8"), new RegExp(`^version = "${VERSION}"$`, "m"));
});
