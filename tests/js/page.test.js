import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { embedded, paper, plan, written } from "../../xtask/page.mjs";
import { Findings } from "../../www/findings.js";
import { formats } from "../../www/numbers.js";
import { ENGLISH } from "../../www/catalogue.js";
import { scenesOf } from "../../www/scenes/index.js";

const SCENES = scenesOf(ENGLISH);

const page = readFileSync(new URL("../../index.html", import.meta.url), "utf8");

test("every scene has its place in the page, and every number of the prose its scene", () => {
  for (const { id } of plan()) assert.match(page, new RegExp(`<recursive-trap scene="${id}">`));
  const facts = [...page.matchAll(/data-fact="(\w+)\.(\w+)">([^<]*)</g)];
  assert.ok(facts.length > 30);
  for (const [, id, name, value] of facts) {
    assert.ok(SCENES.some((scene) => scene.id === id), `${id}.${name}`);
    assert.notEqual(value, "", `${id}.${name} is empty`);
  }
});

test("every number that can be moved is bound to a control with a range", () => {
  const dials = [...page.matchAll(/data-dial="(\w+)\.(\w+)"/g)];
  assert.ok(dials.length >= 4);
  for (const [, id, setting] of dials) {
    const control = SCENES.find((scene) => scene.id === id)?.controls.find((control) => control.setting === setting);
    assert.ok(control && control.min !== undefined && control.max !== undefined, `${id}.${setting}`);
  }
});

test("every control and every bet says why or what in a sentence", () => {
  for (const { id, controls, bet } of SCENES) {
    for (const { why } of controls) assert.match(why, /^[A-Z].*[.!?]$/, id);
    if (bet) assert.match(bet.prompt(new Findings({ rows: {}, lists: {} }), formats("en")), /\?$/, id);
  }
});

test("every figure says what it measures", () => {
  for (const { id, figures } of SCENES) {
    for (const { why } of figures) assert.match(why, /^[A-Z].*[.!?]$/, id);
  }
});

test("a drawing loses its paper and keeps its words as text", () => {
  const svg = embedded('<svg width="10" height="20" viewBox="0 0 10 20" xmlns="x">\n<rect x="0" y="0" fill="#FAF8F3"/>\n<text x="1" y="2" dy="0.5ex" font-family="&apos;Liberation Sans&apos;" font-size="12.345" opacity="1" fill="#1B1A17">\nwhale\n</text>\n</svg>', 'A "whale" & <more>');
  assert.equal(svg, '<svg role="img" aria-label="A &#34;whale&#34; &#38; &#60;more&#62;" viewBox="0 0 10 20" xmlns="x">\n<text x="1" y="2" dy="0.5ex" class="tick" font-size="12.3" fill="#1B1A17">whale</text>\n</svg>');
});

test("dashes of one line are one path, and a halo is a stroke", () => {
  const dash = (/** @type {string} */ points) => `<polyline fill="none" stroke="#1B1A17" points="${points} "/>`;
  const text = (/** @type {string} */ fill) => `<text x="1" fill="${fill}">\nhalf\n</text>`;
  const svg = ["<svg>", dash("1,1 2,2"), dash("3,3 4,4"), text("#FAF8F3"), text("#FAF8F3"), text("#5F5B52"), dash("5,5 6,6"), "</svg>"].join("\n");
  assert.equal(embedded(svg, ""), ["<svg>", '<path fill="none" stroke="#1B1A17" d="M1,1 2,2M3,3 4,4"/>', '<text paint-order="stroke" stroke="#FAF8F3" stroke-width="10" stroke-linejoin="round" x="1" fill="#5F5B52">half</text>', '<path fill="none" stroke="#1B1A17" d="M5,5 6,6"/>', "</svg>"].join("\n"));
});

test("a still that has no place, or a number that nobody computes, is an error", () => {
  const still = { id: "chance", rows: {}, lists: {}, drawings: [] };
  assert.throws(() => written("<main></main>", { stills: [still], presets: [] }), /no place for the scene "chance"/);
  assert.throws(() => written("<main></main>", { stills: [{ ...still, id: "nothing" }], presets: [] }), /no scene "nothing"/);
  const asks = '<recursive-trap scene="chance"></recursive-trap><span data-fact="chance.wrong">1</span>';
  assert.throws(() => written(asks, { stills: [still], presets: [] }), /knows no number "wrong"/);
});

test("a paper links to its runs", () => {
  const preset = { papers: ["A (2024)."], claim: "Claims.", beyond: "Much.", verdict: "exact", arms: [{ name: "plain", settings: { order: 3, regime: "replace", topK: null } }, { name: "other", settings: { order: 2, regime: "fresh=0.5" } }] };
  assert.equal(paper(preset), '<li>Claims. Runs: <a href="#v=1&#38;sandbox.regime=replace">plain</a>, <a href="#v=1&#38;sandbox.regime=fresh=0.5&#38;sandbox.order=2">other</a>. <small>A (2024). <em>Here:</em> shown by formula and to within the error of the runs. <em>Beyond this toy:</em> Much.</small></li>');
});
