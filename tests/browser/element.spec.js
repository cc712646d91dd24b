// The element as an author meets it: attributes, properties, methods, events.

import { expect, test } from "@playwright/test";
import { PRESETS } from "../../www/presets.js";
import { happened, keepJournal, openArticle, watch } from "./support.js";

/** @typedef {import("../../www/element.js").RecursiveTrapElement} Trap */

/** @param {import("@playwright/test").Page} page @param {string} [selector] */
const trap = (page, selector = "recursive-trap") => /** @type {import("@playwright/test").Locator} */ (page.locator(selector));

const SHORT = "<recursive-trap order='2' generations='3'><p>The still.</p></recursive-trap>";

// Fails when a property does not reflect, is named otherwise than its attribute, or a boolean is not one by presence.
test("every attribute has its property, kebab-case and camelCase, and each follows the other", async ({ page }) => {
  await openArticle(page, "<recursive-trap loading='lazy'></recursive-trap>");
  const odd = await page.evaluate(() => {
    const element = /** @type {any} */ (document.createElement("recursive-trap"));
    /** @type {Record<string, [value: unknown, written: string]>} */
    const values = {
      scene: ["loop", "loop"], preset: ["shumailov-2024", "shumailov-2024"], corpus: ["sotu", "sotu"], src: ["a.txt", "a.txt"], order: [2, "2"], generations: [7, "7"], documents: [50, "50"],
      seed: [9, "9"], temperature: [0.5, "0.5"], topK: [5, "5"], topP: [0.9, "0.9"], regime: ["fresh=0.1", "fresh=0.1"], curation: ["detector=0.8,0.05", "detector=0.8,0.05"],
      controls: ["none", "none"], theme: ["dark", "dark"], loading: ["eager", "eager"], autoplay: [true, ""], urlState: [true, ""], lang: ["de", "de"], wasmUrl: ["a.wasm", "a.wasm"], workerUrl: ["w.js", "w.js"],
    };
    const wrong = [];
    for (const [name, [value, written]] of Object.entries(values)) {
      const attribute = name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
      element[name] = value;
      if (element.getAttribute(attribute) !== written) wrong.push(`${name} is not written`);
      element.removeAttribute(attribute);
      if (element[name] === value) wrong.push(`${name} is not read`);
      element.setAttribute(attribute, written);
      if (element[name] !== value) wrong.push(`${name} is ${element[name]}`);
    }
    const observed = /** @type {any} */ (element.constructor).observedAttributes;
    return { wrong, observed: [...observed].sort(), known: Object.keys(values).map((name) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)).sort() };
  });
  expect(odd.wrong).toEqual([]);
  expect(odd.observed).toEqual(odd.known);
});

// Fails when a value that can be listed stops the run, or is passed over in silence, or is complained of twice.
test("unknown values fall back, with one warning each", async ({ page }) => {
  const { complaints } = watch(page);
  await keepJournal(page);
  await openArticle(page, "<recursive-trap order='2' generations='2' corpus='bible' theme='pink' loading='soon' preset='nobody-1999' scene='nowhere' controls='knobs' loading='x'></recursive-trap>");
  await happened(page, "complete");
  expect(await trap(page).evaluate((/** @type {any} */ { corpus, theme, loading }) => [corpus, theme, loading])).toEqual(["moby-dick", "auto", "lazy"]);
  for (const name of ["corpus", "theme", "loading", "preset", "scene", "controls"]) {
    expect(complaints.filter((complaint) => complaint.includes(`<recursive-trap>: ${name} is "`)), name).toHaveLength(1);
  }
  expect(complaints).toHaveLength(6);
});

// Fails when a preset is not the run that the core lists, or outweighs what the page has written.
test("a preset is a paper's run, and what is written outweighs it", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, "<recursive-trap preset='gerstgrasser-2024/replace-cool' generations='2'></recursive-trap>");
  await happened(page, "complete");
  const { settings } = await trap(page).evaluate((/** @type {any} */ element) => element.data());
  expect(settings).toMatchObject({ ...PRESETS["gerstgrasser-2024"]?.["replace-cool"], generations: 2 });
  await trap(page).evaluate((element) => element.setAttribute("preset", "kazdan-2025/accumulate"));
  await happened(page, "complete", 2);
  expect((await trap(page).evaluate((/** @type {any} */ element) => element.data())).regime).toBe("accumulate");
});

// Fails when one of the three ways to a text of one's own is not taken, or the text is shown to anybody.
test("a text comes by property, by address, or in the element", async ({ page }) => {
  const own = "The cat sat. The dog sat down. A cat is not a dog. Is it? The dog is not a cat. ";
  await page.route("**/own.txt", (route) => route.fulfill({ contentType: "text/plain", body: own }));
  await keepJournal(page);
  await openArticle(page, `<recursive-trap id="a" order="1" generations="2"></recursive-trap><recursive-trap id="b" order="1" generations="2" src="/own.txt"></recursive-trap>
    <recursive-trap id="c" order="1" generations="2"><script type="text/plain">${own}</script></recursive-trap><recursive-trap id="d" scene="loop"><script type="text/plain">${own}</script></recursive-trap>`);
  await page.setViewportSize({ width: 1280, height: 9000 });
  await happened(page, "complete", 4);
  const words = (/** @type {string} */ id) => trap(page, id).evaluate(async (/** @type {any} */ element) => {
    await element.run();
    const data = element.data();
    return data.generations?.[0].metrics.types ?? Number(data.tables[0].rows[0][1]);
  });
  const wanted = await words("#b");
  expect(wanted).toBeLessThan(20);
  expect(await words("#c")).toBe(wanted);
  expect(await words("#d")).toBe(wanted);
  await trap(page, "#a").evaluate((/** @type {any} */ element, text) => (element.text = text), own);
  expect(await words("#a")).toBe(wanted);
});

// Fails when a promise is fulfilled before the figure is drawn, never, or in spite of being called off.
test("run is fulfilled when all is drawn, near or not, and rejected when it is called off", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, `<p style="height: 6000px">Far above.</p>${SHORT}`, { csp: "" });
  const drawn = await trap(page).evaluate(async (/** @type {Trap} */ element) => {
    await element.run();
    const canvas = /** @type {HTMLCanvasElement} */ (element.shadowRoot?.querySelector("canvas.survival"));
    const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return { complete: element.complete, ink: new Set(pixels).size };
  });
  expect(drawn.complete).toBe(true);
  expect(drawn.ink).toBeGreaterThan(4);
  const calledOff = await trap(page).evaluate(async (/** @type {Trap} */ element) => {
    element.generations = 200;
    const off = new AbortController();
    element.addEventListener("recursive-trap-generation", () => off.abort(), { once: true });
    const first = await element.run({ signal: off.signal }).then(() => "drawn", (reason) => reason.name);
    const second = await element.run({ signal: AbortSignal.abort() }).then(() => "drawn", (reason) => reason.name);
    const third = await element.run().then(() => element.complete);
    return [first, second, third];
  });
  expect(calledOff).toEqual(["AbortError", "AbortError", true]);
  const refused = await trap(page).evaluate((/** @type {Trap} */ element) => {
    element.order = 9;
    return element.run().then(() => "drawn", ({ message }) => message);
  });
  expect(refused).toMatch(/order.*1 to 5.*9/);
});

// Fails when a method answers before there is anything to see, or waits for ever.
test("play, pause, step and reset are fulfilled when what they did is drawn", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, SHORT);
  const seen = await trap(page).evaluate(async (/** @type {Trap} */ element) => {
    const at = () => Number(/** @type {HTMLInputElement} */ (element.shadowRoot?.querySelector("#scrubber")).value);
    await element.run();
    const ended = at();
    await element.play();
    const begun = at();
    await element.pause();
    await element.step();
    const stepped = at();
    element.seed = 5;
    await element.reset();
    return { ended, begun, stepped, reset: [at(), element.seed, element.complete] };
  });
  expect(seen).toEqual({ ended: 3, begun: 0, stepped: 1, reset: [3, 1, true] });
});

// Fails when the exports cannot be read by others, or need what a strict page refuses.
test("the figure is exported as a picture and as a drawing, the run as data", async ({ page }) => {
  const { complaints } = watch(page);
  await openArticle(page, `${SHORT}<recursive-trap id="scene" scene="loop"></recursive-trap>`);
  for (const selector of ["recursive-trap", "#scene"]) {
    const made = await trap(page, selector).first().evaluate(async (/** @type {Trap} */ element) => {
      const png = await element.exportImage({ scale: 3 });
      const svg = await element.exportImage({ type: "image/svg+xml" });
      return { type: png.type, bytes: [...new Uint8Array(await png.arrayBuffer()).slice(0, 24)], svg: [svg.type, await svg.text()], json: JSON.stringify(element) };
    });
    expect(made.type).toBe("image/png");
    const header = Buffer.from(made.bytes);
    expect(header.subarray(1, 4).toString()).toBe("PNG");
    expect(header.readUInt32BE(16)).toBe(selector === "#scene" ? 640 * 3 : 720 * 3);
    expect(made.svg[0]).toBe("image/svg+xml");
    expect(made.svg[1]).toMatch(/^<svg[^]*<text[^]*<\/svg>\s*$/);
    expect(JSON.parse(made.json).complete).toBe(true);
  }
  expect(complaints).toEqual([]);
});

// Fails when an event is missing, comes out of order, does not bubble, or stays inside a shadow root.
test("the events tell a run from its beginning to its end, out of any shadow root", async ({ page }) => {
  await openArticle(page, "<div></div>");
  const told = await page.evaluate(() => {
    /** @type {string[]} */
    const names = [];
    for (const name of ["ready", "progress", "generation", "complete"]) {
      document.addEventListener(`recursive-trap-${name}`, (event) => names.push(`${name}${event.composed && event.bubbles ? "" : "!"}`));
    }
    const root = /** @type {Element} */ (document.querySelector("div")).attachShadow({ mode: "open" });
    const element = /** @type {Trap} */ (document.createElement("recursive-trap"));
    element.generations = 2;
    root.append(element);
    return element.run().then(() => names);
  });
  expect(told.filter((name) => name !== "ready")).toEqual(["progress", "generation", "progress", "generation", "progress", "generation", "complete"]);
  expect(told.indexOf("ready")).toBeGreaterThan(-1);
});

// Fails when a page that says what it looks like is not believed.
test("light or dark: the element's word, the page's, then the reader's", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openArticle(page, `<div id="page">${SHORT}</div>`, { csp: "" });
  await trap(page).evaluate((/** @type {Trap} */ element) => element.run());
  const paper = () => trap(page).evaluate((element) => getComputedStyle(/** @type {Element} */ (element.shadowRoot?.querySelector(".frame"))).backgroundColor);
  const [dark, light] = ["rgb(20, 19, 15)", "rgb(250, 248, 243)"];
  expect(await paper()).toBe(dark);
  await page.evaluate(() => document.documentElement.setAttribute("data-theme", "light"));
  await expect.poll(paper).toBe(light);
  await trap(page).evaluate((/** @type {Trap} */ element) => (element.theme = "dark"));
  expect(await paper()).toBe(dark);
  await trap(page).evaluate((/** @type {Trap} */ element) => (element.theme = "auto"));
  await page.evaluate(() => document.documentElement.removeAttribute("data-theme"));
  await expect.poll(paper).toBe(dark);
  await page.evaluate(() => document.body.setAttribute("data-theme", "light"));
  await expect.poll(paper).toBe(light);
  await page.evaluate(() => document.body.removeAttribute("data-theme"));
  await expect.poll(paper).toBe(dark);
  await page.evaluate(() => (document.documentElement.style.colorScheme = "light"));
  await expect.poll(paper).toBe(light);
});

// Fails when a control that an author has left out is there, or one that was asked for is not.
test("controls are those that are asked for", async ({ page }) => {
  await openArticle(page, SHORT);
  await trap(page).evaluate((/** @type {Trap} */ element) => element.run());
  const shown = () => trap(page).evaluate((element) => [".transport", ".settings", ".tables"].filter((part) => element.shadowRoot?.querySelector(part)?.checkVisibility()));
  for (const [controls, wanted] of /** @type {[string | null, string[]][]} */ ([[null, [".transport", ".settings", ".tables"]], ["", [".transport", ".settings", ".tables"]], ["none", []], ["transport table", [".transport", ".tables"]], ["all", [".transport", ".settings", ".tables"]]])) {
    await trap(page).evaluate((element, value) => (value === null ? element.removeAttribute("controls") : element.setAttribute("controls", value)), controls);
    expect(await shown(), String(controls)).toEqual(wanted);
  }
});

// Fails when two elements fight over one address, or one of them throws away what a third party keeps there.
test("url-state keeps each element's changes under its id, and takes them back from a link", async ({ page }) => {
  await openArticle(page, `<recursive-trap id="a" url-state generations="3"></recursive-trap><recursive-trap id="b" scene="loop" url-state></recursive-trap>`);
  await page.evaluate(() => (location.hash = "#other=1"));
  await page.evaluate(() => Promise.all([...document.querySelectorAll("recursive-trap")].map((element) => /** @type {Trap} */ (element).run())));
  await trap(page, "#a").evaluate((/** @type {Trap} */ element) => (element.seed = 7));
  await trap(page, "#b").evaluate((/** @type {Trap} */ element) => (element.seed = 8));
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/a\.seed=7/);
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/b\.seed=8/);
  expect(await page.evaluate(() => location.hash)).toContain("other=1");
  await page.evaluate(() => (location.hash = "#v=1&a.seed=3&a.order=2&a.at=1"));
  await expect.poll(() => trap(page, "#a").evaluate((/** @type {Trap} */ { seed, order, view }) => [seed, order, view.cursor])).toEqual([3, 2, 1]);
  await expect.poll(() => trap(page, "#b").evaluate((/** @type {Trap} */ element) => element.seed)).toBe(1);
});

// Fails when motion that nobody asked for starts, or autoplay does not.
test("autoplay plays once, and not for a reader who wants less motion", async ({ page }) => {
  await keepJournal(page);
  const label = () => trap(page).evaluate((element) => element.shadowRoot?.querySelector("button.play")?.textContent);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openArticle(page, "<recursive-trap autoplay generations='9'></recursive-trap>");
  await happened(page, "complete");
  expect(await label()).toBe("Play");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await openArticle(page, "<recursive-trap autoplay generations='9'></recursive-trap>");
  await happened(page, "complete");
  await expect.poll(label).toBe("Pause");
});
