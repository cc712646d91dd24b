import { expect, test } from "@playwright/test";
import { readFileSync } from "node:fs";
import { ALIKE } from "../js/catalogue.js";
import { ENGLISH, catalogue } from "../../www/catalogue.js";
import { scenesOf } from "../../www/scenes/index.js";
import { policy } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

/** What can be shown: every scene, and the instrument. */
const SHOWN = ["", ...scenesOf(ENGLISH).map(({ id }) => id)];

/**
 * Opens an article with one element, of the modules as they are.
 * @param {Page} page
 * @param {{ attributes?: string, scene?: string, language?: string, dir?: string }} [article]
 */
async function show(page, { attributes = "", scene = "", language = "en", dir = "ltr" } = {}) {
  const element = `<recursive-trap ${scene && `scene="${scene}"`} ${attributes}></recursive-trap>`;
  const html = `<!doctype html><html lang="${language}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>An article</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/www/page.css"><script type="module" src="/www/define.js"></script></head><body>${element}</body></html>`;
  await page.route("**/article.html", (route) => route.fulfill({ body: html, contentType: "text/html", headers: { "content-security-policy": policy } }));
  await page.goto("/article.html");
  await settled(page);
}

/** Waits until all is computed and drawn; a bet is skipped. @param {Page} page */
async function settled(page) {
  await page.locator("recursive-trap .frame").waitFor({ state: "attached" });
  const skip = page.locator(".bet .buttons button[type=button]");
  if (await skip.isVisible()) await skip.click();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("recursive-trap")).complete);
}

/** Notes what is written on canvases, and whether it is cut off. @param {Page} page */
async function readCanvases(page) {
  await page.addInitScript(() => {
    /** @type {Map<HTMLCanvasElement, { text: string, cut: boolean }[]>} */
    const written = new Map();
    /** @type {any} */ (globalThis)[Symbol.for("written")] = () => [...written].flatMap(([canvas, texts]) => (canvas.isConnected ? texts : []));
    const { fillText } = CanvasRenderingContext2D.prototype;
    const width = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, "width"));
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
      const { actualBoundingBoxLeft, actualBoundingBoxRight } = this.measureText(text);
      const at = this.getTransform();
      const cut = at.a * (x - actualBoundingBoxLeft) + at.e < -1 || at.a * (x + actualBoundingBoxRight) + at.e > this.canvas.width + 1;
      if (this.canvas.isConnected) written.set(this.canvas, [...(written.get(this.canvas) ?? []), { text, cut }]);
      return fillText.call(this, text, x, y, ...rest);
    };
    Object.defineProperty(HTMLCanvasElement.prototype, "width", { ...width, set(value) { written.delete(this); width.set?.call(this, value); } });
  });
}

/** @param {Page} page @returns {Promise<{ text: string, cut: boolean }[]>} */
const labels = (page) => page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("written")]());

/**
 * Every piece of text that a reader can meet in the element, but for samples of the text.
 * @param {Page} page
 * @param {string} [but]  elements to leave out
 * @returns {Promise<string[]>}
 */
const texts = (page, but = "[lang=en]") => page.locator("recursive-trap").evaluate((element, left) => {
  const found = [...(element.shadowRoot?.querySelectorAll("*") ?? [])].filter((one) => !one.closest(left));
  const named = found.flatMap((one) => ["aria-label", "aria-valuetext", "title", "placeholder"].map((name) => one.getAttribute(name) ?? ""));
  const said = found.flatMap((one) => [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent ?? ""));
  return [...named, ...said].map((text) => text.trim()).filter(Boolean);
}, but);

/** @param {any} words @param {string} [path] @returns {[path: string, text: string][]} */
const leaves = (words, path = "") =>
  typeof words === "string" ? [[path, words]]
  : words && typeof words === "object" ? Object.keys(words).flatMap((key) => leaves(words[key], path === "" ? key : `${path}.${key}`)) : [];

for (const scene of SHOWN) {
  test(`${scene || "the instrument"} speaks German, on the canvas too, and nothing is cut off at 360 px`, async ({ page }) => {
    await readCanvases(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await show(page, { scene, attributes: 'lang="de"' });
    const german = new Set(leaves(await catalogue("de")).map(([, text]) => text));
    const english = new Set(leaves(ENGLISH).filter(([path, text]) => !ALIKE.has(path) && !german.has(text) && /[a-z]{3}/i.test(text)).map(([, text]) => text));
    const said = await texts(page);
    expect(said.length).toBeGreaterThan(8);
    expect(said.filter((text) => english.has(text))).toEqual([]);
    // What functions say of numbers, without what they quote of the text.
    const frames = (await texts(page, "[lang=en], td")).map((text) => text.replace(/„[^“]*“|(?:unter anderem|immer wieder): .*/g, "")).filter((text) => text.split(" ").length > 3);
    expect(frames.filter((text) => /\b(?:are|after|words|rounds|generation \d+ has|human text|the next model)\b/.test(text) && !/\b(?:der|die|das|und|von)\b/.test(text))).toEqual([]);
    const drawn = await labels(page);
    // Single short words may be words of the text.
    expect(drawn.filter(({ text }) => english.has(text) && text.length > 7).map(({ text }) => text)).toEqual([]);
    expect(drawn.filter(({ cut }) => cut).map(({ text }) => text)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
}

test("a change of lang is followed, and the cursor stays", async ({ page }) => {
  await show(page, { attributes: 'generations="5"' });
  const caption = page.locator("figure.survival .sentence > span");
  await page.locator("recursive-trap").evaluate((element) => (/** @type {any} */ (element).view = { bet: "skipped", cursor: 2, argument: "" }));
  await expect(caption).toContainText("After 2 rounds");
  for (const [language, sentence] of [["de-AT", /^Nach 2 Runden sind 2.\d{3} von 3.728 Wörtern/], ["en", /^After 2 rounds 2,\d{3} of 3,728/], ["fr", /^After 2 rounds 2\s\d{3} of 3\s728/]]) {
    await page.locator("recursive-trap").evaluate((element, tag) => element.setAttribute("lang", String(tag)), language);
    await settled(page);
    await expect(caption).toHaveText(sentence);
  }
});

// Fails when a page that switches its language is left with one figure in the old one.
test("a change of the page's lang is followed", async ({ page }) => {
  await show(page, { attributes: 'generations="5"' });
  for (const [language, name] of /** @type {const} */ ([["de", "Abspielen"], ["en", "Play"]])) {
    await page.evaluate((language) => void (document.documentElement.lang = language), language);
    await expect(page.getByRole("button", { name, exact: true })).toBeVisible();
  }
});

test("the language is that of the nearest ancestor, also around a shadow tree", async ({ page }) => {
  await show(page, { scene: "loop", language: "de-CH" });
  await expect(page.getByRole("button", { name: "Abspielen" })).toBeVisible();
  await expect(page.locator(".stage")).toHaveAttribute("lang", "de");
  // Taken out for good, and put back among English.
  await page.evaluate(async () => {
    const trap = /** @type {Element} */ (document.querySelector("recursive-trap"));
    trap.remove();
    await new Promise((done) => setTimeout(done, 100));
    const english = document.createElement("div");
    english.lang = "en";
    document.body.append(english);
    english.append(trap);
  });
  await expect(page.locator(".stage")).toHaveAttribute("lang", "en");
  await page.evaluate(() => {
    document.querySelector("recursive-trap")?.remove();
    const host = document.createElement("div");
    host.lang = "en";
    document.body.append(host);
    const trap = document.createElement("recursive-trap");
    trap.setAttribute("scene", "loop");
    host.attachShadow({ mode: "open" }).append(trap);
  });
  await expect(page.getByRole("button", { name: "Place the bet" })).toBeVisible();
});

test("only who reads German fetches it, and English serves where it does not come", async ({ page }) => {
  /** @type {string[]} */
  const fetched = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await show(page, { scene: "luck" });
  expect(fetched.filter((path) => path.startsWith("/www/words/de"))).toEqual([]);
  await page.route("**/words/de.js", (route) => route.abort());
  await show(page, { scene: "luck", language: "de" });
  expect(fetched).toContain("/www/words/de.js");
  await expect(page.locator(".stage")).toHaveAttribute("lang", "en");
  await expect(page.locator(".sentence > span")).toContainText("nine of ten runs keep");
});

test("a refusal and a failure are said in German", async ({ page }) => {
  await page.route("**/corpora/moby-dick.txt", (route) => route.abort());
  const html = (/** @type {string} */ attributes) => `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>x</title><script type="module" src="/www/define.js"></script></head><body><recursive-trap ${attributes}></recursive-trap></body></html>`;
  let attributes = 'order="9"';
  await page.route("**/refused.html", (route) => route.fulfill({ body: html(attributes), contentType: "text/html" }));
  await page.goto("/refused.html");
  const alert = page.getByRole("alert").locator("span");
  await expect(alert).toHaveText("Die Ordnung muss eine ganze Zahl von 1 bis 5 sein; dies ist 9.");
  attributes = "";
  await page.goto("/refused.html");
  await expect(page.getByRole("alert")).toContainText("Nicht geladen");
  await expect(page.getByRole("alert")).toContainText("Die Datei moby-dick.txt konnte nicht geladen werden");
  await expect(page.locator(".owner")).toContainText("Für den Betreiber dieser Seite");
  await expect(page.locator(".panel pre")).toContainText("code: network", { useInnerText: false });
});

test("the tools of a German page and what its links set in vain are German, too", async ({ page }) => {
  const html = readFileSync(new URL("../../index.html", import.meta.url), "utf8").replace('<html lang="en"', '<html lang="de"');
  await page.route("**/story.html*", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.goto("/story.html#v=1&seed=x&sandbox.regime=fresh=7");
  await expect(page.getByRole("button", { name: "Neu würfeln" })).toBeAttached();
  await expect(page.locator(".tools")).toContainText("Rückgängig");
  await expect(page.locator(".notice")).toContainText("Der Link setzt „seed“ auf „x“; erlaubt ist eine ganze Zahl von 0 bis 4294967295.");
  await page.locator("#sandbox recursive-trap").evaluate((element) => element.scrollIntoView());
  await expect(page.locator(".notice")).toContainText("Was der Link in „sandbox“ setzt, wurde abgelehnt. Der Anteil von „fresh“ ist 7; erlaubt ist eine Zahl von 0 bis 1. Es gelten die Einstellungen der Seite.");
});

/** A module in the place of the German one: English, marked and two fifths longer. */
const PSEUDO = `
import * as english from "./en.js";
const longer = (text) => (/[a-z]{2}/i.test(text) ? text.replace(/[aeo]/g, (letter) => ({ a: "å", e: "é", o: "ø" })[letter]) + " łøñg".repeat(Math.ceil((0.4 * text.length) / 5)) : text);
function wrap(value) {
  if (typeof value === "string") return longer(value);
  if (typeof value === "function") return (...given) => wrap(value(...given));
  if (Array.isArray(value)) return value.map((one, i) => (Array.isArray(one) && one.length === 2 ? [one[0], wrap(one[1])] : wrap(one)));
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === "lang" ? "en-XA" : wrap(one)])) : value;
}
const all = Object.fromEntries(Object.entries(english).map(([file, words]) => [file, wrap(words)]));
export const { ${Object.keys(ENGLISH).join(", ")} } = all;
`;

for (const scene of SHOWN) {
  test(`words two fifths longer than English have room in ${scene || "the instrument"} at 360 px`, async ({ page }) => {
    await page.route(/\/words\/de(-instrument)?\.js$/, (route) => route.fulfill({ body: PSEUDO, contentType: "text/javascript" }));
    await page.setViewportSize({ width: 360, height: 800 });
    await show(page, { scene, attributes: 'lang="de"' });
    expect((await texts(page)).join(" ")).toContain("łøñg");
    await page.locator("recursive-trap").evaluate((element) => element.shadowRoot?.querySelectorAll("details").forEach((details) => (details.open = true)));
    const over = await page.locator("recursive-trap").evaluate((element) => {
      const parts = [...(element.shadowRoot?.querySelectorAll("*") ?? [])].filter((part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest(".scroller, option, .unseen"));
      return parts.flatMap((part) => {
        const { left, right, width } = part.getBoundingClientRect();
        const cut = part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflow !== "visible" && part.clientWidth > 0 && !part.matches("input, select");
        return width > 0 && (left < -0.5 || right > innerWidth + 0.5 || cut) ? [`${part.localName}.${part.className}: ${left} to ${right}, ${part.textContent?.slice(0, 60)}`] : [];
      });
    });
    expect(over).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
}

test("from right to left the shell is mirrored, and what is said reads as it is written", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const centres = () => page.locator("recursive-trap").evaluate((element) => {
    const centre = (/** @type {string} */ selector) => {
      const { left = NaN, width = NaN } = element.shadowRoot?.querySelector(selector)?.getBoundingClientRect() ?? {};
      return left + width / 2;
    };
    return Object.fromEntries(["play:.play", "scrubber:.scrubber", "value:.scrub output", "label:.scrub label", "specimen:canvas.specimen", "survival:canvas.survival", "head:#numbers tbody th", "cell:#numbers tbody td"].map((one) => {
      const [name = "", ...selector] = one.split(":");
      return [name, centre(selector.join(":"))];
    }));
  });
  const open = () => page.locator("#numbers").evaluate((details) => details.setAttribute("open", ""));
  await show(page);
  await open();
  const usual = await centres();
  await show(page, { dir: "rtl" });
  await open();
  const mirrored = await centres();
  for (const [first = "", second = ""] of [["play", "scrubber"], ["label", "value"], ["specimen", "survival"], ["head", "cell"]]) {
    expect(Number(usual[first]), `${first} and ${second}`).toBeLessThan(Number(usual[second]));
    expect(Number(mirrored[first]), `${first} and ${second}`).toBeGreaterThan(Number(mirrored[second]));
  }
  const canvas = await page.locator("canvas").evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
  expect(new Set(canvas)).toEqual(new Set(["ltr"]));
  // The full stop of an English sentence stands to the right of its last word.
  const stop = await page.locator("figure.survival .sentence > span").evaluate((said) => {
    const text = /** @type {Text} */ (said.firstChild);
    const box = (/** @type {number} */ from) => {
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 1);
      return range.getBoundingClientRect();
    };
    return [box(text.length - 2).right, box(text.length - 1).left];
  });
  expect(stop[1]).toBeGreaterThanOrEqual(Number(stop[0]) - 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
});
