import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
const dist = readdirSync(new URL("dist/", root));

/** Where an import leads, by its name behind that of the package. @type {[string, string | Record<string, string>][]} */
const exported = Object.entries(manifest.exports);
const targets = exported.flatMap(([name, target]) => (typeof target === "string" ? [target] : Object.values(target)).map((path) => ({ name, path })));

test("what can be imported is there, and is shipped", () => {
  for (const { name, path } of targets) {
    const [before = "", after = ""] = path.split("*");
    if (path.includes("*")) {
      const folder = readdirSync(new URL(before, root));
      assert.ok(folder.some((file) => file.endsWith(after)), name);
    } else assert.ok(existsSync(new URL(path, root)), `${name}: ${path}`);
    assert.ok(/^\.\/(dist\/|custom-elements\.json$|package\.json$)/.test(path), path);
    assert.ok(!manifest.files.includes(`!${path.slice(2)}`), path);
  }
});

test("types come first, the default last", () => {
  for (const [name, target] of exported) if (typeof target !== "string") assert.deepEqual(Object.keys(target), ["types", "default"], name);
});

/** The scripts of the site's pages, which the package leaves out. */
const PAGES = ["explainer.js", "embed.js", "docs.js"];

test("a script that does something when it is imported is named as such, and no other is", () => {
  // What acts at import names the element; what the others share must not, since bundlers drop what only acts.
  const acting = dist.filter((name) => name.endsWith(".js") && !PAGES.includes(name) && /[\w$]\.define\(\)/.test(readFileSync(new URL(`dist/${name}`, root), "utf8")));
  assert.deepEqual(acting.map((name) => `./dist/${name}`).concat("./dist/listener.js", "./dist/pkg/worker.js").sort(), [...manifest.sideEffects].sort());
});

test("nothing else is installed with it, and nothing runs when it is", () => {
  for (const field of ["dependencies", "peerDependencies", "optionalDependencies", "scripts", "bundledDependencies"]) assert.equal(manifest[field], undefined, field);
  assert.equal(manifest.private, false);
});

// Fails when a script needs a page to be imported: servers import it too.
test("importing it where there is no page does nothing, once or twice", async () => {
  const before = Object.getOwnPropertyNames(globalThis);
  for (const name of ["recursive-trap", "recursive-trap/define", "recursive-trap/standalone"]) {
    const address = import.meta.resolve(name);
    const [first, second] = [await import(address), await import(`${address}?again`)];
    if (name === "recursive-trap/standalone") assert.deepEqual(Object.keys(first), []);
    else for (const { RecursiveTrapElement } of [first, second]) assert.equal(typeof RecursiveTrapElement.define, "function");
  }
  assert.deepEqual(Object.getOwnPropertyNames(globalThis), before);
});

// Fails when minifying has taken the comment away that keeps Vite and webpack from making something else of an address.
test("an address that is put together when it is wanted is none of a bundler's business", () => {
  // What embed.js looks for lies beside it, on the site; the package does not hold it.
  for (const name of dist.filter((name) => name.endsWith(".js") && name !== "embed.js")) {
    const found = /\bimport\((?!"|\/\* @vite-ignore).{40}|new URL\(`.{40}/.exec(readFileSync(new URL(`dist/${name}`, root), "utf8"));
    assert.equal(found?.[0], undefined, name);
  }
});

test("the standalone script can be pasted into a page, whatever its encoding", () => {
  const script = readFileSync(new URL("dist/recursive-trap.standalone.js", root), "latin1");
  for (const forbidden of [/<\/script/i, /<!--/, /<script/i, /import\.meta/, /^(import|export)\b/m, /[^\x00-\x7f]/]) {
    const found = forbidden.exec(script);
    assert.equal(found && script.slice(found.index - 20, found.index + 20), null, String(forbidden));
  }
});
