// What becomes of the element when a page moves, copies, hides, removes and multiplies it.

import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import sirv from "sirv";
import { INSTRUMENT, happened, journal, keepJournal, openArticle, watch } from "./support.js";

/** @typedef {import("../../www/element.js").RecursiveTrapElement} Trap */

const SHORT = "<recursive-trap order='2' generations='3'></recursive-trap>";

/** @param {import("@playwright/test").Page} page */
const living = async (page) => {
  const entries = await journal(page);
  const count = (/** @type {string} */ where) => entries.filter((entry) => entry.where === where).length;
  return count("worker made") - count("worker ended");
};

// Fails when each element fetches or compiles for itself, or a dozen of them wait for one another without end.
test("twelve on one page fetch one wasm and one text, and all come out the same", async ({ page }) => {
  const { complaints, requests } = watch(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await openArticle(page, SHORT.repeat(12));
  const runs = await page.evaluate(() => Promise.all([...document.querySelectorAll("recursive-trap")].map(async (element) => {
    await /** @type {Trap} */ (element).run();
    return JSON.stringify(element);
  })));
  expect(new Set(runs).size).toBe(1);
  for (const file of [/\.wasm$/, /moby-dick\.txt$/, /content\.js$/]) expect(requests.filter((url) => file.test(new URL(url).pathname)), String(file)).toHaveLength(1);
  expect(requests.filter((url) => /scene/.test(new URL(url).pathname)), "no code of the scenes").toEqual([]);
  expect(complaints).toEqual([]);
});

// Fails when a worker, a node, a listener or memory stays behind for each time an element comes and goes.
test("a hundred times put in and taken out, nothing stays behind", async ({ page }) => {
  test.setTimeout(120_000);
  await keepJournal(page, { workers: true });
  await openArticle(page, "<main></main>");
  const client = await page.context().newCDPSession(page);
  const cycle = (/** @type {number} */ times) => page.evaluate(async (times) => {
    const main = /** @type {Element} */ (document.querySelector("main"));
    for (let i = 0; i < times; i++) {
      const element = /** @type {Trap} */ (document.createElement("recursive-trap"));
      element.generations = 2;
      element.documents = 40;
      main.append(element);
      await element.run();
      element.remove();
      await new Promise((done) => setTimeout(done, 25));
    }
    /** @type {any} */ (globalThis)[Symbol.for("journal")].splice(0, Infinity, .../** @type {any} */ (globalThis)[Symbol.for("journal")].filter((/** @type {any} */ { where }) => where.startsWith("worker")));
  }, times);
  const measure = async () => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
    for (let i = 0; i < 3; i++) await client.send("HeapProfiler.collectGarbage");
    const { nodes, jsEventListeners } = /** @type {any} */ (await client.send("Memory.getDOMCounters"));
    const { usedSize } = await client.send("Runtime.getHeapUsage");
    return { nodes, jsEventListeners, usedSize };
  };
  await cycle(5);
  const before = await measure();
  await cycle(100);
  const after = await measure();
  console.log(`after 100 cycles: ${after.nodes - before.nodes} nodes, ${after.jsEventListeners - before.jsEventListeners} listeners, ${((after.usedSize - before.usedSize) / 1000).toFixed(0)} kB`);
  expect(await living(page)).toBe(0);
  expect(after.nodes).toBe(before.nodes);
  expect(after.jsEventListeners).toBe(before.jsEventListeners);
  expect(after.usedSize - before.usedSize).toBeLessThan(1_000_000);
});

// Fails when a copy shares anything with the original, or has not its attributes and its still.
test("a copy runs by itself, with the attributes and the still of the original", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, "<recursive-trap id='a' order='2' generations='3' seed='4'><p>The still.</p></recursive-trap>");
  const [first, second, still] = await page.evaluate(async () => {
    const original = /** @type {Trap} */ (document.querySelector("recursive-trap"));
    await original.run();
    const copy = /** @type {Trap} */ (original.cloneNode(true));
    document.body.append(copy);
    await copy.run();
    const runs = [JSON.stringify(original), JSON.stringify(copy)];
    copy.seed = 5;
    await copy.run();
    return [...runs, copy.textContent];
  });
  expect(second).toBe(first);
  expect(still).toBe("The still.");
});

// Fails when an element that is in no page throws, works, or has forgotten by the time it is put in what it was told.
test("an element in no page keeps what it is told, and begins when it is put in", async ({ page }) => {
  const { complaints } = watch(page);
  await keepJournal(page, { workers: true });
  await openArticle(page, "<main></main>");
  const told = await page.evaluate(async () => {
    const element = /** @type {Trap} */ (document.createElement("recursive-trap"));
    Object.assign(element, { order: 1, generations: 2, text: "One is here. Two are there. Three are here and there." });
    const early = [element.complete, element.svg(), JSON.stringify(element).length > 2];
    const run = element.run();
    await new Promise((done) => setTimeout(done, 100));
    document.querySelector("main")?.append(element);
    await run;
    return { early, settings: /** @type {any} */ (element.data()).settings };
  });
  expect(told.early).toEqual([false, "", true]);
  expect(told.settings).toMatchObject({ corpus: null, order: 1, generations: 2 });
  expect(complaints).toEqual([]);
});

// Fails when what came first is shown, and not what is asked for by then.
test("a scene that is named while the code of the instrument comes is the one that is shown", async ({ page }) => {
  const { complaints } = watch(page);
  await page.route(/\/content\.js$/, async (route) => {
    await page.evaluate(() => document.querySelector("recursive-trap")?.setAttribute("scene", "loop"));
    await route.continue();
  });
  await openArticle(page, SHORT);
  await expect(page.locator("recursive-trap .scene")).toBeAttached();
  const scene = await page.evaluate(async () => {
    const element = /** @type {Trap} */ (document.querySelector("recursive-trap"));
    await element.run();
    return /** @type {any} */ (element.data()).scene;
  });
  expect(scene).toBe("loop");
  expect(complaints).toEqual([]);
});

// Fails when a promise of an element that is gone is never settled.
test("a run of an element that is taken out is given up", async ({ page }) => {
  await openArticle(page, SHORT);
  const ends = await page.evaluate(async () => {
    const element = /** @type {Trap} */ (document.querySelector("recursive-trap"));
    element.generations = 200;
    const promises = [element.run(), element.exportImage()].map((promise) => promise.then(() => "drawn", (reason) => reason.name));
    element.remove();
    return Promise.all(promises);
  });
  expect(ends).toEqual(["AbortError", "AbortError"]);
});

// Fails when it waits for the room that the page does not give it.
for (const style of ["display: none", "position: absolute; width: 0", "content-visibility: hidden", "content-visibility: auto; margin-top: 9000px"]) {
  test(`a run that is asked for ends where nothing can be seen of it: ${style}`, async ({ page }) => {
    await openArticle(page, `<div style="${style}">${SHORT}</div>`, { csp: "" });
    const size = await page.evaluate(async () => {
      const element = /** @type {Trap} */ (document.querySelector("recursive-trap"));
      await element.run();
      element.parentElement?.removeAttribute("style");
      return (await element.exportImage()).size;
    });
    expect(size).toBeGreaterThan(1000);
    await expect.poll(() => page.locator("recursive-trap canvas").first().evaluate((canvas) => /** @type {HTMLCanvasElement} */ (canvas).width), "it is drawn as soon as it can be seen").toBeGreaterThan(100);
  });
}

// Fails when another document than the first one, a frame or a window of its own, shows it without its style.
test("moved into a frame and back it looks as before", async ({ page }) => {
  const { complaints } = watch(page);
  await openArticle(page, `${SHORT}<iframe width="600" height="600"></iframe>`, { csp: "" });
  const displays = await page.evaluate(async () => {
    const element = /** @type {Trap} */ (document.querySelector("recursive-trap"));
    const { contentDocument } = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
    const seen = [];
    for (const place of [document.body, contentDocument?.body, document.body]) {
      place?.append(element);
      await element.run();
      const frame = element.shadowRoot?.querySelector(".frame");
      seen.push(frame && place?.ownerDocument.defaultView?.getComputedStyle(frame).display);
    }
    return seen;
  });
  expect(displays).toEqual(["grid", "grid", "grid"]);
  expect(complaints).toEqual([]);
});

// Fails when anything runs where nobody can see it.
test("nothing runs off-screen or in a hidden tab", async ({ page }) => {
  await keepJournal(page, { workers: true });
  await page.addInitScript(() => {
    let hidden = false;
    Object.defineProperty(document, "hidden", { get: () => hidden });
    /** @type {any} */ (globalThis)[Symbol.for("hide")] = (/** @type {boolean} */ value) => {
      hidden = value;
      document.dispatchEvent(new Event("visibilitychange"));
    };
  });
  const hide = (/** @type {boolean} */ value) => page.evaluate((value) => /** @type {any} */ (globalThis)[Symbol.for("hide")](value), value);
  await openArticle(page, `<p style="height: 9000px">Far above.</p>${SHORT}`, { csp: "" });
  await page.waitForTimeout(300);
  expect((await journal(page)).filter(({ where }) => where !== "element")).toEqual([]);
  await hide(true);
  await page.locator("recursive-trap").scrollIntoViewIfNeeded();
  await page.waitForTimeout(300);
  expect((await journal(page)).filter(({ where, type }) => where === "to worker" && type === "run")).toEqual([]);
  await hide(false);
  await happened(page, "complete");
  // A run that is under way when the reader leaves is given up, and begun anew.
  await page.locator("recursive-trap").evaluate((/** @type {Trap} */ element) => {
    element.addEventListener("recursive-trap-generation", () => /** @type {any} */ (globalThis)[Symbol.for("hide")](true), { once: true });
    element.generations = 200;
  });
  await expect.poll(async () => (await journal(page)).filter(({ where, type }) => where === "to worker" && type === "cancel").length).toBeGreaterThan(0);
  const heard = (await journal(page)).length;
  await page.waitForTimeout(200);
  expect((await journal(page)).slice(heard).filter(({ where }) => where === "element")).toEqual([]);
  await hide(false);
  await happened(page, "complete", 2);
});

// Fails when the page cannot be kept for the way back, or comes back dead.
test("a page that is left and come back to was kept, and still works", async ({ playwright }, { project }) => {
  // The test server forbids any keeping, and the driver switches it off: both are done without here.
  const setHeaders = (/** @type {import("node:http").ServerResponse} */ response) => response.setHeader("cache-control", "max-age=60");
  const files = sirv(fileURLToPath(new URL("../..", import.meta.url)), { dev: true, setHeaders });
  const server = createServer((request, response) => files(request, response)).listen(0, "127.0.0.1");
  const browser = await playwright.chromium.launch({ ...project.use.launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  try {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}${INSTRUMENT}`);
    await page.evaluate(async () => {
      await customElements.whenDefined("recursive-trap");
      await /** @type {Trap} */ (document.querySelector("recursive-trap")).run();
      addEventListener("pageshow", ({ persisted }) => (document.title = `kept: ${persisted}`));
    });
    await page.goto(`http://127.0.0.1:${port}/LICENSE`);
    await page.goBack({ waitUntil: "commit" });
    await expect.poll(() => page.title()).toBe("kept: true");
    const complete = await page.evaluate(async () => {
      const element = /** @type {Trap} */ (document.querySelector("recursive-trap"));
      element.seed = 12;
      await element.run();
      return element.complete && element.data() !== undefined;
    });
    expect(complete).toBe(true);
  } finally {
    await browser.close();
    server.close();
  }
});
