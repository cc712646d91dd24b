import { expect, test } from "@playwright/test";
import { completed, shipped } from "./site.js";
import { defaults, differences, expectedRows, nextFrame, openArticle, recompute, tableRows, watch } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

const LISTENER = '<script src="/dist/listener.js"></script>';
/** @param {string} query @param {string} [more] */
const frame = (query, more = "") => `<iframe title="A figure" src="/dist/embed.html?${query}" height="500" style="border: 0; width: 100%"${more}></iframe>`;

/** The frames of the figure, once each is complete. @param {Page} page @param {number} [count] */
async function figures(page, count = 1) {
  const found = () => page.frames().filter((frame) => /\/embed(\.html|\/)/.test(frame.url()));
  await expect.poll(() => found().length).toBe(count);
  for (const frame of found()) await completed(frame);
  return found();
}

/** Of each frame, how much higher it is than what it holds. @param {Page} page */
async function misfits(page) {
  const inside = await Promise.all(page.frames().slice(1).map((frame) => frame.evaluate(() => Math.ceil(document.body?.getBoundingClientRect().height ?? 0))));
  const outside = await page.locator("iframe").evaluateAll((frames) => frames.map((frame) => frame.clientHeight));
  return outside.map((height, i) => height - (inside[i] ?? NaN));
}

/** Messages that come to the page, from before it is opened. @param {Page} page */
async function hear(page) {
  await page.addInitScript(() => {
    /** @type {any[]} */
    const heard = [];
    /** @type {any} */ (globalThis)[Symbol.for("heard")] = heard;
    addEventListener("message", ({ data }) => heard.push(data));
  });
  return () => page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("heard")]);
}

test("the listener is a kilobyte", () => {
  expect(shipped("listener.js").length).toBeLessThanOrEqual(1100);
  expect(shipped("listener.js")).not.toMatch(/\b(import|export)\b/);
});

// Fails when one of the forms is not what its listeners understand, or the same height is told again and again.
test("a frame tells its height in four forms, once for each change", async ({ page, baseURL }) => {
  const heard = await hear(page);
  await openArticle(page, frame("scene=chance&id=fig-1"), { csp: "", scripted: false });
  const [inside] = await figures(page);
  await page.waitForTimeout(300);
  const messages = await heard();
  const height = await inside?.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  const src = `${baseURL}dist/embed.html?scene=chance&id=fig-1`;
  expect(messages.slice(-4)).toEqual([
    { type: "recursive-trap:height", id: "fig-1", height },
    { "datawrapper-height": { "fig-1": height } },
    { sentinel: "amp", type: "embed-size", height },
    JSON.stringify({ src, context: "iframe.resize", height }),
  ]);
  const told = messages.filter((/** @type {any} */ { type }) => type === "recursive-trap:height").map((/** @type {any} */ message) => message.height);
  expect(told.filter((/** @type {number} */ now, /** @type {number} */ i) => now === told[i - 1])).toEqual([]);
  expect(told.length).toBeLessThan(8);
});

test("outside of a frame nothing is told, and the figure is there", async ({ page }) => {
  const heard = await hear(page);
  const { complaints } = watch(page);
  await page.goto("/dist/embed.html?order=2&seed=7");
  await completed(page);
  expect(differences(await tableRows(page), expectedRows(await recompute(page, { ...defaults, order: 2, seed: 7 })))).toEqual([]);
  expect([await heard(), complaints]).toEqual([[], []]);
});

for (const [when, body] of /** @type {[string, string][]} */ ([
  ["before the frame", LISTENER + frame("scene=loop")],
  ["after it", frame("scene=loop") + LISTENER],
  ["twice", LISTENER + frame("scene=loop") + LISTENER],
])) {
  // Fails when the frame has the height of another moment, or the figure and the frame chase each other.
  test(`with the listener ${when} a frame is as high as its figure, whatever is opened in it and however wide it is`, async ({ page }) => {
    await openArticle(page, body, { csp: "", scripted: false });
    const [inside] = await figures(page);
    await expect.poll(() => misfits(page)).toEqual([0]);
    await inside?.getByRole("button", { name: "Just show me" }).click();
    await inside?.locator("details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
    await nextFrame(page);
    await expect.poll(() => misfits(page)).toEqual([0]);
    const high = await page.locator("iframe").evaluate((frame) => frame.clientHeight);
    await inside?.locator("details").evaluateAll((all) => all.forEach((details) => details.removeAttribute("open")));
    await expect.poll(() => page.locator("iframe").evaluate((frame) => frame.clientHeight)).toBeLessThan(high - 50);
    await expect.poll(() => misfits(page)).toEqual([0]);
    for (const width of [360, 1000]) {
      await page.setViewportSize({ width, height: 800 });
      await page.waitForTimeout(300);
      await expect.poll(() => misfits(page)).toEqual([0]);
    }
  });
}

test("the listener came long ago or only now: frames that come later, or are there already, have their height; a border is not taken from it", async ({ page }) => {
  await openArticle(page, LISTENER, { csp: "", scripted: false });
  await page.evaluate((markup) => document.body.insertAdjacentHTML("beforeend", `<style>iframe { box-sizing: border-box; border: 5px solid !important }</style>${markup}`), frame("scene=chance") + frame("scene=next"));
  await figures(page, 2);
  await expect.poll(() => misfits(page)).toEqual([0, 0]);

  await openArticle(page, frame("scene=chance"), { csp: "", scripted: false });
  await figures(page);
  await page.waitForTimeout(300);
  expect(await page.locator("iframe").evaluate((frame) => frame.clientHeight)).toBe(500);
  await page.addScriptTag({ url: "/dist/listener.js" });
  await expect.poll(() => misfits(page)).toEqual([0]);
});

// Fails when another page, or another frame, can size what is not its own; or a frame can ask for what no figure needs.
test("the listener believes no other window, and no number that is none", async ({ page }) => {
  await page.route("**/forger.html", (route) => route.fulfill({ contentType: "text/html", body: "<title>A forger</title>" }));
  // A window's frames are its properties, too.
  const globals = () => page.evaluate(() => Object.getOwnPropertyNames(globalThis).filter((name) => !/^\d+$/.test(name)));
  await openArticle(page, "", { csp: "", scripted: false });
  const before = await globals();
  await openArticle(page, `<iframe id="victim" title="Victim" src="/dist/embed/loop.html"></iframe><iframe id="forger" title="Forger" src="/forger.html" height="80"></iframe>${LISTENER}`, { csp: "", scripted: false });
  await figures(page);
  await expect.poll(async () => (await misfits(page))[0]).toBe(0);
  expect(await globals()).toEqual(before);
  const heights = () => page.locator("iframe").evaluateAll((frames) => frames.map((frame) => frame.clientHeight));
  const [victim = 0, forger = 0] = await heights();
  const { complaints } = watch(page);
  const bad = [null, undefined, 7, "recursive-trap:height", { type: "recursive-trap:height" }, ...[NaN, Infinity, -300, 0, 3, 1e9, "300px", "300", [300], { valueOf: 300 }, 300n, null].map((height) => ({ type: "recursive-trap:height", height })), { type: "other", height: 300 }];
  await page.frames().find((frame) => frame.url().includes("forger"))?.evaluate((bad) => bad.forEach((data) => parent.postMessage(data, "*")), bad);
  await page.evaluate(() => window.postMessage({ type: "recursive-trap:height", height: 333 }, "*"));
  await page.waitForTimeout(200);
  expect(await heights()).toEqual([victim, forger]);
  // A right message from the forger is the forger's own affair.
  await page.frames().find((frame) => frame.url().includes("forger"))?.evaluate(() => parent.postMessage({ type: "recursive-trap:height", id: "victim", height: 333 }, "*"));
  await expect.poll(heights).toEqual([victim, 333]);
  expect(complaints).toEqual([]);
});

// Fails when a frame answers anybody, or a question that is none.
test("a frame answers the page around it, and nobody else", async ({ page }) => {
  const heard = await hear(page);
  await openArticle(page, `${frame("scene=chance")}<iframe title="Another" src="/favicon-none.html"></iframe>`, { csp: "", scripted: false });
  await expect.poll(() => page.frames().some((frame) => frame.url().includes("embed.html"))).toBe(true);
  const inside = page.frames().find((frame) => frame.url().includes("embed.html"));
  if (inside) await completed(inside);
  await page.waitForTimeout(300);
  const before = (await heard()).length;
  await page.frames().at(-1)?.evaluate(() => parent.frames[0]?.postMessage({ type: "recursive-trap:height?" }, "*"));
  await page.evaluate(() => [null, 7, { type: "other" }].forEach((data) => frames[0]?.postMessage(data, "*")));
  await page.waitForTimeout(200);
  expect((await heard()).length).toBe(before);
  await page.evaluate(() => frames[0]?.postMessage({ type: "recursive-trap:height?" }, "*"));
  await expect.poll(async () => (await heard()).length).toBe(before + 3);
});

test("the address is the state of the story, or plain names", async ({ page }) => {
  await page.goto("/dist/embed.html?v=1&scene=loop&seed=7&loop.generations=12&loop.bet=skipped&loop.at=4&sandbox.order=2");
  await completed(page);
  await expect(page.locator("recursive-trap")).toHaveAttribute("generations", "12");
  await expect(page.locator(".caption").first()).toContainText("After 4 rounds");
  await expect(page.locator(".notice")).toBeEmpty();
  await page.goto("/dist/embed.html?regime=fresh=0.1&generations=6&seed=7&lang=de&theme=dark");
  await completed(page);
  expect(differences(await tableRows(page), expectedRows(await recompute(page, { ...defaults, regime: "fresh=0.1", generations: 6, seed: 7 })))).toEqual([]);
  await expect(page.locator("recursive-trap")).toHaveAttribute("lang", "de");
  expect(await page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.documentElement).colorScheme])).toEqual(["rgb(20, 19, 15)", "dark"]);
  expect(await page.locator(".frame").evaluate((frame) => getComputedStyle(frame).backgroundColor)).toBe("rgb(20, 19, 15)");
});

test("what is unknown, wrong, or refused by the core is named, and the rest is shown", async ({ page }) => {
  await page.goto("/dist/embed.html?colour=red&order=99&generations=6&src=https://example.com/");
  await completed(page);
  await expect(page.locator(".notice p")).toHaveText([/“colour”/, /“order” to “99”/, /“src”/]);
  expect(await tableRows(page)).toHaveLength(7);
  await page.goto("/dist/embed.html?regime=nonsense&seed=7");
  await completed(page);
  await expect(page.locator(".notice p")).toHaveText([/nonsense/]);
  expect(differences(await tableRows(page), expectedRows(await recompute(page, defaults)))).toEqual([]);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  for (const [name, caption] of /** @type {[string, RegExp][]} */ ([["embed.html", /words are alive/], ["embed/tail.html", /./], ["embed/verdicts.html", /8 senses/]])) {
    test(`${name} is a finished figure with its caption`, async ({ page }) => {
      await page.goto(`/dist/${name}`);
      await expect(page.locator("figcaption")).toHaveText(caption);
      for (const image of await page.locator("img").all()) {
        await image.scrollIntoViewIfNeeded();
        await expect(image).toHaveAttribute("alt", /.{40}/);
        await expect.poll(async () => (await image.boundingBox())?.height).toBeGreaterThan(100);
      }
    });
  }
});

// Fails when the drawing of another scene, or none, is shown to those whose browser has no WebAssembly.
test("where the figure cannot be computed its drawing stays, with the reason", async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto("/dist/embed.html?scene=safe");
  await expect(page.getByRole("alert")).toContainText("WebAssembly");
  await expect(page.locator("figcaption")).toContainText("probable");
  expect(await page.locator("img").evaluateAll((images) => images.map((image) => /** @type {HTMLImageElement} */ (image).src.replace(/.*\//, "")))).toEqual(["safe-0.svg", "safe-1.svg"]);
  await expect.poll(() => page.locator("img").first().evaluate((image) => /** @type {HTMLImageElement} */ (image).naturalWidth)).toBeGreaterThan(0);
});
