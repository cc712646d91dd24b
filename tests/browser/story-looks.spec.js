import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { SCENES, facts, open, reveal, scene, visit } from "./story.js";
import { policy } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`axe finds nothing on any scene, ${colorScheme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme });
    await axe(page);
  });
}

test("axe finds nothing on any scene, in forced colours", async ({ page }) => {
  test.setTimeout(120_000);
  await page.emulateMedia({ forcedColors: "active" });
  await axe(page);
});

/** @param {Page} page */
async function axe(page) {
  await open(page);
  const source = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
  await page.evaluate(source);
  const violations = (/** @type {string} */ where) => page.evaluate(async (where) => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(where);
    return violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.slice(0, 3).map((/** @type {any} */ { target }) => JSON.stringify(target)).join("; ")}`);
  }, where);
  for (const id of SCENES) {
    await visit(page, id);
    expect(await violations(`recursive-trap[scene="${id}"]`), id).toEqual([]);
  }
  // By now every bet has been passed by, and its answer shown.
  await expect(page.locator(".unsettled")).toHaveCount(0);
  expect(await violations("html")).toEqual([]);
}

test("the Nu checker finds nothing in the page or its style", () => {
  const jar = new URL("../../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url).pathname;
  const file = (/** @type {string} */ name) => new URL(`../../${name}`, import.meta.url).pathname;
  const check = (/** @type {string[]} */ ...args) => execFileSync("java", ["-jar", jar, "--errors-only", "--format", "text", ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  expect(check(file("index.html"), file("examples/instrument.html"), file("examples/gallery.html"))).toBe("");
  expect(check("--css", file("www/page.css"))).toBe("");
});

test("without scripts every still, caption, table and number is there", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  for (const id of SCENES) {
    const still = scene(page, id);
    await expect(still.locator("figcaption"), id).not.toBeEmpty();
    expect(await still.locator("details tbody tr").count(), id).toBeGreaterThan(0);
    if (id !== "verdicts") await expect(still.locator("svg").first(), id).toBeVisible();
  }
  for (const [name, value] of Object.entries(await facts(page))) expect(value, name).not.toBe("");
  await expect(page.locator(".dice")).toBeHidden();
  await context.close();
});

test("in print every scene has its figure and its caption", async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: "print" });
  const unseen = await page.evaluate((ids) => ids.filter((id) => {
    const trap = document.querySelector(`recursive-trap[scene="${id}"]`);
    const said = [trap?.querySelector(":scope > figure"), trap?.shadowRoot?.querySelector(".caption")];
    return !said.some((part) => part?.checkVisibility({ visibilityProperty: true }));
  }), SCENES);
  expect(unseen).toEqual([]);
});

test("nothing moves while the page becomes live, and it is live soon on a slow machine", async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await page.addInitScript(() => {
    /** @type {any} */ (globalThis)[Symbol.for("shifts")] = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput, sources } = /** @type {any} */ (entry);
        if (!hadRecentInput) /** @type {any} */ (globalThis)[Symbol.for("shifts")].push([value, sources.map((/** @type {any} */ { node, previousRect, currentRect }) => `${node?.outerHTML?.slice(0, 60) ?? node?.nodeValue} ${previousRect.y} ${currentRect.y}`).join()]);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await open(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let y = 0; y < height; y += 600) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(60);
  }
  const shifts = await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("shifts")]);
  const total = shifts.reduce((/** @type {number} */ sum, /** @type {[number]} */ [value]) => sum + value, 0);
  expect(total, JSON.stringify(shifts)).toBeLessThan(0.01);
});

for (const width of [320, 360, 768, 1280, 1920]) {
  test(`nothing overflows at ${width} px, also from right to left and at twice the text size`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    for (const id of SCENES) await reveal(page, id);
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await over()).toBeLessThanOrEqual(0);
    await page.evaluate(() => (document.documentElement.dir = "rtl"));
    expect(await over()).toBeLessThanOrEqual(0);
    await page.evaluate(() => {
      document.documentElement.dir = "ltr";
      document.documentElement.style.setProperty("font-size", "200%");
    });
    if (width >= 768) expect(await over()).toBeLessThanOrEqual(0);
  });
}

test("what nobody sees costs nothing", async ({ page }) => {
  await open(page);
  await page.waitForTimeout(1000);
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const busy = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  const before = await busy();
  await page.waitForTimeout(1000);
  expect((await busy()) - before).toBeLessThan(0.05);
  expect(await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).origin).every((origin) => origin === location.origin))).toBe(true);
  expect(policy).toContain("connect-src 'self'");
});
