import { expect, test } from "@playwright/test";
import { INSTRUMENT, controls, defaults, differences, drag, expectedRows, happened, journal, keepJournal, nextFrame, openArticle, openPage, recompute, rerun, script, tableRows, unfold, watch } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Everything a reader does. @param {Page} page */
async function use(page) {
  const { play, step, scrubber } = controls(page);
  for (const generation of [0, 3, 12]) {
    await drag(scrubber, generation);
    await nextFrame(page);
  }
  await step.click();
  await play.click();
  await page.waitForTimeout(400);
  await play.click();
  await page.locator("#numbers > summary").first().click();
  await page.setViewportSize({ width: 600, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  await nextFrame(page);
}

/**
 * What a page says that is the same but for its script.
 * @template Answer
 * @param {Page} page
 * @param {() => Answer} question
 */
async function scriptless(page, question) {
  const other = await page.context().newPage();
  await other.route(`**/${script}`, (route) => route.abort());
  await other.goto(INSTRUMENT);
  const answer = await other.evaluate(question);
  await other.close(); // A page behind another one gets no animation frames.
  return answer;
}

// Fails when anything is put into the host's page, even for a moment (as plotters does to measure text), or taken from it.
test("nothing is added to the host's document, or removed from it, or changed in it", async ({ page }) => {
  const serialised = () => document.documentElement.outerHTML;
  await page.addInitScript(() => {
    /** @type {string[]} */
    const removals = [];
    /** @type {any} */ (globalThis)[Symbol.for("removals")] = removals;
    // The parser only ever adds; what it added is compared with the page whose script never came.
    const observer = new MutationObserver((records) => {
      for (const { target, removedNodes } of records) for (const node of removedNodes) removals.push(`${node.nodeName} from ${target.nodeName}`);
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  const without = await scriptless(page, serialised);
  await openPage(page);
  await use(page);
  expect(await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("removals")])).toEqual([]);
  expect(await page.evaluate(serialised)).toBe(without);
});

// Fails when a script leaves a global behind (a glue that is not a module, an id, a debugging handle).
test("window gains no property", async ({ page }) => {
  const names = () => Object.getOwnPropertyNames(window).filter((name) => !/^\d+$/.test(name)).sort();
  const without = await scriptless(page, names);
  await openPage(page);
  await use(page);
  expect(await page.evaluate(names)).toEqual(without);
});

// Fails on a request to another origin, a file fetched twice, a warning in the console, a violation of the page's own
// policy (an inline style, a script from a string), or a byte left in any storage.
test("the page is quiet, asks its own origin only, once for each file, and stores nothing", async ({ page, baseURL }) => {
  const { complaints, requests } = watch(page);
  const { origin } = new URL(String(baseURL));
  await page.addInitScript(() => {
    /** @type {string[]} */
    const violations = [];
    /** @type {any} */ (globalThis)[Symbol.for("violations")] = violations;
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => violations.push(`${violatedDirective} ${blockedURI}`));
  });
  await openPage(page);
  await use(page);
  const fetched = requests.filter((url) => !url.startsWith("data:"));
  expect(fetched.filter((url) => !url.startsWith(origin) && !url.startsWith(`blob:${origin}`))).toEqual([]);
  const files = fetched.filter((url) => url.startsWith(origin)).map((url) => new URL(url).pathname).sort();
  expect(files).toEqual([...new Set(files)]);
  expect(files.filter((file) => file.endsWith(".wasm"))).toEqual(["/dist/pkg/instrument.wasm"]);

  // The texts are here and the engine runs: another seed needs nothing from anywhere.
  requests.length = 0;
  await rerun(page, () => controls(page).seed.fill("8"));
  await rerun(page, () => controls(page).order(1).check({ force: true }));
  expect(requests).toEqual([]);

  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("violations")])).toEqual([]);
  const stored = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    serviceWorkers: (await navigator.serviceWorker.getRegistrations()).length,
    hash: location.hash,
    name: window.name,
  }));
  expect(stored).toEqual({ local: 0, session: 0, cookies: "", databases: [], caches: [], serviceWorkers: 0, hash: "", name: "" });
  expect(await page.context().storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
});

// Fails when each element loads a wasm or a text of its own, or when they disturb each other's runs.
test("two elements share one wasm and one text, and run side by side", async ({ page }) => {
  const { complaints, requests } = watch(page);
  await keepJournal(page);
  // Tall enough to see both: what nobody sees is not computed.
  await page.setViewportSize({ width: 1280, height: 5000 });
  await openArticle(page, '<recursive-trap id="a" seed="5"></recursive-trap><p>Between.</p><recursive-trap id="b" seed="6" generations="7"></recursive-trap>');
  await happened(page, "complete", 2);
  const files = requests.map((url) => new URL(url).pathname);
  for (const file of [/\/pkg\/(?:instrument|recursive_trap)\.wasm$/, /\/corpora\/moby-dick\.txt$/]) {
    expect(files.filter((path) => file.test(path)), String(file)).toHaveLength(1);
  }
  await unfold(page);
  await rerun(page, () => page.locator("#a #seed").fill("7"));
  expect(differences(await tableRows(page.locator("#a")), expectedRows(await recompute(page, { ...defaults, seed: 7 })))).toEqual([]);
  expect(differences(await tableRows(page.locator("#b")), expectedRows(await recompute(page, { ...defaults, seed: 6, generations: 7 })))).toEqual([]);
  expect(complaints).toEqual([]);
});

// Fails when an element that is gone keeps its worker, goes on talking, or does not come back.
test("an element removed in the middle of a run ends its worker, and runs again when it is put back", async ({ page }) => {
  const { complaints } = watch(page);
  await keepJournal(page, { workers: true });
  await page.addInitScript(() => {
    /** @param {Event} event */
    const remove = (event) => {
      if (/** @type {CustomEvent} */ (event).detail.index !== 5) return;
      removeEventListener("recursive-trap-generation", remove);
      const element = /** @type {HTMLElement} */ (event.target);
      /** @type {any} */ (globalThis)[Symbol.for("removed")] = element;
      element.remove();
    };
    addEventListener("recursive-trap-generation", remove);
  });
  await openArticle(page, '<recursive-trap generations="200"></recursive-trap>');
  await expect(page.locator("recursive-trap")).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
  const silent = await journal(page);
  expect(silent.filter(({ where }) => where === "worker ended")).toHaveLength(1);
  await page.waitForTimeout(200);
  expect(await journal(page), "nothing more is said").toEqual(silent);
  expect(silent.filter(({ type }) => type === "complete")).toEqual([]);
  await page.evaluate(() => document.body.append(/** @type {any} */ (globalThis)[Symbol.for("removed")]));
  await happened(page, "generation", silent.filter(({ where, type }) => where === "element" && type === "generation").length + 1);
  await page.evaluate(() => document.querySelector("recursive-trap")?.setAttribute("generations", "6"));
  await happened(page, "complete");
  expect(await tableRows(page)).toHaveLength(7);
  expect(page.workers()).toHaveLength(1);
  expect(complaints).toEqual([]);
});

// Fails when a move within the page (a drag, a framework's reordering) costs the element its worker or starts it anew.
test("an element that is moved keeps its worker and its run", async ({ page }) => {
  await openPage(page, { workers: true });
  const before = (await journal(page)).length;
  await page.evaluate(() => document.querySelector("footer")?.after(/** @type {Element} */ (document.querySelector("recursive-trap"))));
  await page.waitForTimeout(100);
  expect((await journal(page)).slice(before)).toEqual([]);
  await rerun(page, () => controls(page).seed.fill("9"));
  expect((await journal(page)).filter(({ where }) => where === "worker made")).toHaveLength(1);
});

// Fails when a piece of work keeps the main thread busy for 50 ms in each of three attempts. What is counted is the
// thread's own time: a machine that runs tests is busy with other things too, and they are not the page's.
test("no task keeps the main thread busy for 50 ms, from loading to the end of the second run", async ({ browser, baseURL }) => {
  /** @type {{ busy: number, elapsed: number }[]} */
  const attempts = [];
  do {
    const context = await browser.newContext({ baseURL });
    const page = await context.newPage();
    await page.addInitScript(() => performance.mark("the page under test"));
    await browser.startTracing(page, { categories: ["toplevel", "blink.user_timing"] });
    await openPage(page);
    await rerun(page, () => controls(page).seed.fill("3"));
    attempts.push(longestTask(JSON.parse((await browser.stopTracing()).toString()).traceEvents));
    await context.close();
  } while (attempts.length < 3 && (attempts.at(-1)?.busy ?? 0) >= 50);
  test.info().annotations.push({ type: "longest task", description: JSON.stringify(attempts) });
  const busy = attempts.at(-1)?.busy;
  expect(busy).toBeGreaterThan(0);
  expect(busy).toBeLessThan(50);
});

/**
 * The longest task of the thread that made the mark, in milliseconds.
 * @param {{ name: string, pid: number, tid: number, dur?: number, tdur?: number }[]} trace
 */
function longestTask(trace) {
  const mark = trace.find(({ name }) => name === "the page under test");
  const tasks = trace.filter(({ name, pid, tid }) => name === "ThreadControllerImpl::RunTask" && pid === mark?.pid && tid === mark.tid);
  const longest = (/** @type {"dur" | "tdur"} */ time) => Math.max(0, ...tasks.map((task) => (task[time] ?? 0) / 1000));
  return { busy: longest("tdur"), elapsed: longest("dur") };
}
