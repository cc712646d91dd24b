// The element as a guest: on pages whose CSS, direction, zoom and column nobody here has chosen.

import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { openArticle, watch } from "./support.js";

/** @typedef {import("../../www/element.js").RecursiveTrapElement} Trap */

/** What resets, frameworks and carelessness do to everything they reach. */
const AGGRESSIVE = `html { font-size: 62.5% }
  body { font: italic 700 2.4rem/3 fantasy; letter-spacing: .3em; word-spacing: 1em; text-transform: uppercase; text-indent: 4em; text-align: center; white-space: nowrap; text-shadow: 2px 2px red; cursor: wait; word-break: break-all; color: hotpink; line-height: 0.7 }
  * { margin: 0 !important; padding: 0 !important; box-sizing: content-box !important; border: 0; max-width: 60ch; float: none }
  div, p, span, b, button, input, select, label, table, td, th, canvas, figure, figcaption, details, summary { all: unset; display: inline !important; color: lime !important; font-size: 9px !important; width: 10px !important }
  canvas { display: none !important } [hidden] { display: block !important }`;

/** @param {import("@playwright/test").Page} page */
const run = (page) => page.evaluate(() => Promise.all([...document.querySelectorAll("recursive-trap")].map((element) => /** @type {Trap} */ (element).run())));

/** What sticks out of the element, what is cut off in it, and letters too small to read. @param {import("@playwright/test").Page} page */
const faults = (page) => page.evaluate(() => [...document.querySelectorAll("recursive-trap")].flatMap((host) => {
  const box = host.getBoundingClientRect();
  /** @type {string[]} */
  const found = [];
  for (const element of host.shadowRoot?.querySelectorAll("*") ?? []) {
    if (!element.checkVisibility() || element.closest(".scroller, .unseen, caption")) continue;
    const { left, right, width } = element.getBoundingClientRect();
    const name = `${element.tagName.toLowerCase()}.${element.className}`;
    if (width > 0 && (left < box.left - 1 || right > box.right + 1)) found.push(`${name} sticks out by ${Math.round(Math.max(box.left - left, right - box.right))}`);
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "");
    if (own && parseFloat(getComputedStyle(element).fontSize) < 12) found.push(`${name} is ${getComputedStyle(element).fontSize}`);
  }
  return [...new Set(found)];
}));

/** How the text of the element is set. @param {import("@playwright/test").Page} page */
const setting = (page) => page.evaluate(() => {
  const sentence = /** @type {Element} */ (document.querySelector("recursive-trap")?.shadowRoot?.querySelector(".sentence"));
  const { fontSize, fontStyle, fontWeight, letterSpacing, lineHeight, textTransform, textIndent, textAlign, whiteSpace, textShadow, color, wordBreak } = getComputedStyle(sentence);
  return { fontSize, fontStyle, fontWeight, letterSpacing, lineHeight, textTransform, textIndent, textAlign, whiteSpace, textShadow, color, wordBreak };
});

const INSTRUMENT = "<recursive-trap order='2' generations='5'></recursive-trap>";

// Fails when the host's CSS reaches into the element: inherited letters, a root of ten pixels, rules for every tag.
test("an aggressive reset changes nothing of it", async ({ page }) => {
  const { complaints } = watch(page);
  await openArticle(page, INSTRUMENT, { csp: "" });
  await run(page);
  const before = await setting(page);
  await openArticle(page, `<style>${AGGRESSIVE}</style>${INSTRUMENT}<recursive-trap scene="loop"></recursive-trap>`, { csp: "" });
  await run(page);
  expect(await setting(page)).toEqual(before);
  expect(await faults(page)).toEqual([]);
  expect(complaints).toEqual([]);
});

for (const [what, prepare, around] of /** @type {[string, (page: import("@playwright/test").Page) => Promise<void>, [string, string]][]} */ ([
  ["a column of 280 px on a wide screen", (page) => page.setViewportSize({ width: 1280, height: 900 }), ["<div style='width: 280px'>", "</div>"]],
  ["a page from right to left", (page) => page.setViewportSize({ width: 700, height: 900 }), ["<div dir='rtl' lang='ar'>", "</div>"]],
  ["a zoom of 200 %", (page) => page.setViewportSize({ width: 640, height: 450 }), ["<div>", "</div>"]],
  ["letters twice as large", async (page) => void (await page.setViewportSize({ width: 800, height: 900 })), ["<style>html { font-size: 200% }</style><div>", "</div>"]],
  ["a flex row and a grid", (page) => page.setViewportSize({ width: 900, height: 900 }), ["<div style='display: flex'><p>Beside it.</p><div style='display: grid; grid-template-columns: 1fr 1fr; flex: 1; min-width: 0'>", "</div></div>"]],
])) {
  // Fails when it takes its size from the window, or anything in it is cut off or sticks out.
  test(`it fits ${what}`, async ({ page }) => {
    await prepare(page);
    await openArticle(page, `${around[0]}${INSTRUMENT}<recursive-trap scene="loop"></recursive-trap>${around[1]}`, { csp: "" });
    await run(page);
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "the page does not scroll sideways").toBeLessThanOrEqual(0);
  });
}

const TEXT = "<p>Text beside it, long enough to take several lines of a row that is not very wide.</p>";
for (const [what, before, after] of [
  ["a row of boxes", "<div style='display: flex; gap: 1rem'>", `${TEXT}</div>`],
  ["a column of boxes, centred", "<div style='display: flex; flex-direction: column; align-items: center'>", "</div>"],
  ["a grid that asks its cells", "<div style='display: grid; grid-template-columns: auto 1fr'>", `${TEXT}</div>`],
  ["a table", "<table><tr><td>", `</td><td>${TEXT}</td></tr></table>`],
  ["a box as wide as its content", "<div style='width: fit-content'>", "</div>"],
  ["a box at the side", "<div style='float: right'>", `</div>${TEXT}`],
  ["a dialog", "<dialog open>", "</dialog>"],
  ["columns of a newspaper", "<div style='columns: 20rem'><p>Above it.</p>", `${TEXT}</div>`],
]) {
  for (const width of [360, 1000]) {
    // Fails when it has no width where a page asks how wide it would be, or sticks out of a phone.
    test(`it has a width in ${what}, ${width} px wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await openArticle(page, `${before}<recursive-trap scene="loop"></recursive-trap>${after}`, { csp: "" });
      await run(page);
      const box = await page.locator("recursive-trap").boundingBox();
      expect(box?.width).toBeGreaterThanOrEqual(width === 360 ? 240 : 300);
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), "the page does not scroll sideways").toBeLessThanOrEqual(0);
    });
  }
}

// Fails when what a page makes of the element's own box (inline, none at all, no container) costs it its layout, or its start.
test("it is laid out the same whatever the page makes of its box", async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 900 });
  const columns = async (/** @type {string} */ css) => {
    await openArticle(page, `<style>${css}</style>${INSTRUMENT}`, { csp: "" });
    await expect.poll(() => page.evaluate(() => /** @type {Trap} */ (document.querySelector("recursive-trap")).complete)).toBe(true);
    return page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector("recursive-trap")?.shadowRoot?.querySelector(".figure"))).gridTemplateAreas);
  };
  const plain = await columns("");
  for (const css of ["* { all: unset } head, script, style { display: none }", "recursive-trap { display: contents }", "recursive-trap { container-type: normal !important }"]) expect(await columns(css), css).toBe(plain);
});

for (const [name, markup] of [["the instrument", INSTRUMENT], ["a scene", "<recursive-trap scene='loop'></recursive-trap>"]]) {
  // Fails when axe finds anything in the bare element, whatever page it stands on.
  test(`axe finds nothing in ${name}`, async ({ page }) => {
    await openArticle(page, `<main><h1>An article</h1>${markup}</main>`);
    await run(page);
    await page.evaluate(readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
    const violations = await page.evaluate(async () => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run(document.querySelector("recursive-trap"));
      return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ { html }) => html).join(" ").slice(0, 300)}`);
    });
    expect(violations).toEqual([]);
  });

  // Fails when what is read out changes unasked: a name, a role, a state, the order.
  test(`the accessibility tree of ${name} is the one that was agreed on`, async ({ page }) => {
    await openArticle(page, markup);
    await run(page);
    await expect(page.locator("recursive-trap")).toMatchAriaSnapshot({ name: `${name.replace(/\W+/g, "-")}.aria.yml` });
  });
}
