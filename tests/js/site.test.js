import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { changelogHtml } from "../../xtask/changelog.mjs";
import { apache, netlify, nginx, rules } from "../../xtask/headers.mjs";
import { alone, policyOf, shown } from "../../xtask/site.mjs";

const source = (/** @type {string} */ name) => readFileSync(new URL(`../../${name}`, import.meta.url), "utf8");
const page = source("index.html");
const policy = policyOf(page);

// Fails when a host of one kind is told less than one of another.
test("every kind of host is told the same headers", () => {
  const told = rules(policy).flatMap(([, headers]) => Object.entries(headers));
  for (const [name, value] of told) {
    assert.ok(netlify(policy).includes(`  ${name}: ${value}\n`), name);
    assert.ok(nginx(policy).includes(`  add_header ${name} "${value}" always;\n`), name);
    assert.ok(apache(policy).includes(`Header always set ${name} "${value}"\n`), name);
  }
  // Where one block of nginx has a header, it has all of them.
  for (const block of nginx(policy).split("location").slice(1)) assert.equal((block.match(/nosniff/g) ?? []).length, 1);
  assert.doesNotMatch(policy, /"|'unsafe-/);
});

test("no path is told a header twice", () => {
  for (const path of ["/", "/index.html", "/embed.html", "/embed", "/embed/loop.html", "/embedding", "/embedding.html", "/pkg/worker.js", "/define.js"]) {
    const fits = (/** @type {string} */ rule) => rule === path || (rule.endsWith("*") && path.startsWith(rule.slice(0, -1)));
    const names = rules(policy).filter(([rule]) => fits(rule)).flatMap(([, headers]) => Object.keys(headers));
    assert.deepEqual(names, [...new Set(names)], path);
    assert.ok(names.includes("X-Content-Type-Options"), path);
  }
});

test("of each scene the site has a title, an idea, its drawings and its caption", () => {
  const scenes = shown(page);
  assert.ok(scenes.length > 15);
  for (const { id, title, idea, figure, stills, height } of scenes) {
    assert.match(title, /^[A-Z]/, id);
    assert.match(idea, /\.$/, id);
    assert.match(figure, /<figcaption[^>]*>[^<]{20}/, id);
    assert.equal(figure.split("<picture").length - 1, stills.length / 2, id);
    assert.ok(height >= 360 && height < 1500, `${id}: ${height}`);
  }
  assert.equal(new Set(scenes.map(({ title }) => title)).size, scenes.length);
});

test("a drawing alone has its size, its paper and both themes", () => {
  const drawing = alone(shown(page).find(({ id }) => id === "loop")?.stills[0] ?? "", source("www/page.css"));
  assert.match(drawing, /^<svg width="1280" height="800" viewBox="0 0 1280 800"/);
  assert.match(drawing, /svg\{--paper: #faf8f3;.*--remedy: #00704f\}@media\(prefers-color-scheme:dark\)\{svg\{--paper: #14130f;.*\}\}/);
  assert.match(drawing, /\[fill="#FAF8F3"\] \{ fill: var\(--paper\); \}/);
});

test("the list of changes is a page", () => {
  assert.equal(changelogHtml("# Changelog\n\nA `b` <c> [d](https://e.org/f).\n\n## 1.0.0\n### Added\n\n- One\n  more.\n- *Two*\n"), '<p>A <code>b</code> &#60;c&#62; <a href="https://e.org/f">d</a>.</p>\n<h2>1.0.0</h2>\n<h3>Added</h3>\n<ul><li>One more.</li>\n<li><em>Two</em></li></ul>');
  assert.match(source("CHANGELOG.md"), new RegExp(`^## \\[?${JSON.parse(source("package.json")).version.replaceAll(".", "\\.")}`, "m"));
});
