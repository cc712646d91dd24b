// Real traps: the instance of a worker or of the charts is broken by its own exports, in the middle of a run.

import { expect, test } from "@playwright/test";
import { alertSentence, controls, defaults, differences, drag, expectedRows, happened, journal, keepJournal, nextFrame, openArticle, pictures, recompute, tableRows } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {"panic" | "memory" | "stack pointer" | "call stack"} Harm */

const SMALL = { ...defaults, documents: 300, generations: 5 };
const small = '<recursive-trap documents="300" generations="5"><p>A figure belongs here</p></recursive-trap>';

/**
 * From its third generation on, the worker's instance is broken.
 * @param {Page} page
 * @param {Harm} harm
 * @param {number} [index]
 */
async function breakWorker(page, harm, index = 0) {
  const worker = page.workers()[index];
  if (!worker) throw new Error("There is no worker.");
  await worker.evaluate(async (harm) => {
    /** @returns {number} */
    const deeper = () => deeper() + 1;
    // @ts-ignore The one name that the worker's script has.
    const glue = wasm_bindgen;
    const exports = await glue({ module_or_path: undefined });
    for (const prototype of [glue.Recursion.prototype, glue.Study.prototype]) {
      const name = prototype === glue.Study.prototype ? "advance" : "next";
      const sound = prototype[name];
      let calls = 0;
      prototype[name] = function () {
        if (++calls === 3) {
          // An allocation of no possible alignment; all the memory there is; nowhere for variables; frames without end.
          if (harm === "panic") exports.__wbindgen_malloc(-1, 1);
          else if (harm === "memory") for (;;) exports.__wbindgen_malloc(1 << 20, 1);
          else if (harm === "stack pointer") exports.__wbindgen_add_to_stack_pointer(-(1 << 30));
          else deeper();
        }
        return sound.call(this);
      };
    }
  }, harm);
}

/** @type {[Harm, string, RegExp][]} */
const HARMS = [
  ["panic", "trap", /unreachable/],
  ["memory", "memory", /unreachable/],
  ["stack pointer", "trap", /out of bounds/],
  ["call stack", "trap", /call stack/],
];

for (const [harm, code, message] of HARMS) {
  // Fails when the cause has another name, or anything of the broken instance is left in what comes next.
  test(`${harm}: the reason is named, and the next run is the same as ever`, async ({ page }) => {
    await keepJournal(page);
    await openArticle(page, small);
    await happened(page, "complete");
    const clean = await tableRows(page);
    const drawn = await pictures(page);
    await breakWorker(page, harm);
    await page.locator("recursive-trap").evaluate((element) => element.setAttribute("seed", "9"));
    await happened(page, "error");
    const error = (await journal(page)).find(({ type }) => type === "error");
    expect(error).toMatchObject({ code, fatal: true, message: expect.stringMatching(message) });
    await expect(alertSentence(page)).toHaveText(code === "memory" ? /memory/ : /stopped/);
    // The last good figure stays.
    await expect(page.locator("canvas").first()).toBeVisible();
    await page.locator("recursive-trap").evaluate((element) => element.setAttribute("seed", "1"));
    await happened(page, "complete", 2);
    await expect(controls(page).retry).toBeHidden();
    const again = await tableRows(page);
    expect(again).toEqual(clean);
    expect(differences(again, expectedRows(await recompute(page, SMALL)))).toEqual([]);
    await nextFrame(page);
    expect(await pictures(page)).toEqual(drawn);
    expect(page.workers()).toHaveLength(1);
  });
}

// Fails when the button that goes away takes the focus of the keyboard with it, to the top of the page.
test("after Retry the keyboard goes on from there", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, small);
  await happened(page, "complete");
  await breakWorker(page, "panic");
  await page.locator("recursive-trap").evaluate((element) => element.setAttribute("seed", "2"));
  await happened(page, "error");
  await controls(page).retry.focus();
  await page.keyboard.press("Enter");
  await happened(page, "complete", 2);
  await expect(page.locator(".alert")).toBeFocused();
});

// Fails when Retry does not start the run that broke. How long it takes is printed; a test is no place to judge it.
test("Retry runs what broke, at once", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, small);
  await happened(page, "complete");
  /** @type {number[]} */
  const times = [];
  for (let seed = 2; seed < 8; seed++) {
    await breakWorker(page, HARMS[seed % HARMS.length]?.[0] ?? "panic");
    times.push(await page.locator("recursive-trap").evaluate((element, seed) => new Promise((done) => {
      element.addEventListener("recursive-trap-error", () => {
        const start = performance.now();
        element.addEventListener("recursive-trap-generation", (event) => {
          if (/** @type {CustomEvent} */ (event).detail.index === 5) done(performance.now() - start);
        });
        /** @type {NodeListOf<HTMLButtonElement>} */ (element.shadowRoot?.querySelectorAll(".panel > button") ?? []).forEach((button) => button.click());
      }, { once: true });
      element.setAttribute("seed", String(seed));
    }), seed));
    await happened(page, "complete", seed);
    expect(differences(await tableRows(page), expectedRows(await recompute(page, { ...SMALL, seed })))).toEqual([]);
  }
  console.log(`from a trap to the last generation of the next run: ${times.map((time) => time.toFixed(0)).join(", ")} ms`);
});

// Fails when a trap in one element reaches another.
test("of two instruments, the other one goes on", async ({ page }) => {
  await keepJournal(page);
  await page.setViewportSize({ width: 700, height: 5000 });
  await openArticle(page, '<recursive-trap documents="300" generations="5"></recursive-trap><recursive-trap documents="300" generations="5"></recursive-trap>');
  await happened(page, "complete", 2);
  await breakWorker(page, "panic");
  await page.locator("recursive-trap").evaluateAll((all) => all.forEach((element) => element.setAttribute("seed", "7")));
  await happened(page, "complete", 3);
  await happened(page, "error");
  const broken = page.locator("recursive-trap").filter({ has: page.locator(".panel") });
  await expect(broken).toHaveCount(1);
  const other = page.locator("recursive-trap").filter({ hasNot: page.locator(".panel") });
  const expected = expectedRows(await recompute(page, { ...SMALL, seed: 7 }));
  expect(differences(await tableRows(other), expected)).toEqual([]);
  await broken.getByRole("button", { name: "Retry" }).click();
  await happened(page, "complete", 4);
  expect(differences(await tableRows(page.locator("recursive-trap").first()), expected)).toEqual([]);
  expect(differences(await tableRows(page.locator("recursive-trap").last()), expected)).toEqual([]);
});

/** What a scene has told the page. @param {Page} page */
const told = (page) => page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("told")]);

// Fails when the answers that wait at the one engine of all scenes are lost with it, or are others than usual.
test("of several scenes that share an engine, the others get their answers from the next one", async ({ page }) => {
  const scenes = ["tail", "chance", "luck"].map((scene) => `<recursive-trap scene="${scene}"></recursive-trap>`).join("");
  await keepJournal(page);
  await page.setViewportSize({ width: 700, height: 6000 });
  await page.addInitScript(() => {
    /** @type {Record<string, unknown>} */
    const told = {};
    /** @type {any} */ (globalThis)[Symbol.for("told")] = told;
    addEventListener("recursive-trap-facts", (event) => {
      const { scene, facts } = /** @type {CustomEvent} */ (event).detail;
      told[scene] = facts;
    });
  });
  await openArticle(page, scenes);
  await happened(page, "complete", 3);
  await expect.poll(async () => Object.keys(await told(page)).length).toBe(3);
  const clean = await told(page);
  await breakWorker(page, "stack pointer");
  // All ask anew, for another seed and for this one: the first of them breaks the engine.
  const seeds = (/** @type {string} */ seed) => page.locator("recursive-trap").evaluateAll((all, seed) => all.forEach((element) => element.setAttribute("seed", seed)), seed);
  await seeds("5");
  await happened(page, "error");
  await happened(page, "complete", 5);
  expect((await journal(page)).filter(({ type }) => type === "error")).toMatchObject([{ code: "trap", fatal: true }]);
  await seeds("1");
  // What broke has the answer of before still, and need not ask again.
  await happened(page, "complete", 7);
  await expect.poll(() => told(page)).toEqual(clean);
});

/** Keeps the instances that the page makes, so that the one of the charts can be broken. @param {Page} page */
const keepInstances = (page) => page.addInitScript(() => {
  /** @type {WebAssembly.Instance[]} */
  const instances = [];
  /** @type {any} */ (globalThis)[Symbol.for("instances")] = instances;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = /** @type {any} */ (async (/** @type {[WebAssembly.Module]} */ ...all) => {
    const instance = await instantiate(...all);
    instances.push(instance);
    return instance;
  });
});

/** Takes away the stack of the newest of them. @param {Page} page @returns {Promise<number>} how many there are */
const breakCharts = (page) => page.evaluate(() => {
  const instances = /** @type {any} */ (globalThis)[Symbol.for("instances")];
  instances.at(-1).exports.__wbindgen_add_to_stack_pointer(-(1 << 30));
  return instances.length;
});

for (const [what, body] of [
  ["instruments", small + small],
  ["scenes", '<recursive-trap scene="tail"></recursive-trap><recursive-trap scene="tail"></recursive-trap>'],
]) {
  // Fails when the charts of another element are drawn with an instance that has trapped, or Retry does not draw again.
  test(`a trap while one of two ${what} is drawn leaves the other one able to draw`, async ({ page }) => {
    await keepJournal(page);
    await keepInstances(page);
    await page.setViewportSize({ width: 700, height: 5000 });
    await openArticle(page, body ?? "");
    await happened(page, "complete", 2);
    const [first, last] = [page.locator("recursive-trap").first(), page.locator("recursive-trap").last()];
    // Whoever has scrolled past a bet is shown its answer anyway.
    await page.locator("recursive-trap").evaluateAll((all) => all.forEach((element) => Object.assign(element, { view: { bet: "skipped", argument: "" } })));
    await nextFrame(page);
    const images = (/** @type {typeof first} */ where) => where.evaluate((element) => [...(element.shadowRoot?.querySelectorAll("canvas") ?? [])].map((canvas) => canvas.toDataURL()));
    /** The slider of the transport. @param {typeof first} where */
    const scrubber = (where) => where.locator("input.scrubber");
    const to = async (/** @type {typeof first} */ where, /** @type {number} */ generation) => {
      await drag(scrubber(where), generation);
      await nextFrame(page);
      await nextFrame(page);
    };
    await to(last, 2);
    const wanted = await images(last);
    await to(last, 1);
    expect(await images(last)).not.toEqual(wanted);
    const before = await breakCharts(page);
    await to(first, 2);
    await happened(page, "error");
    expect((await journal(page)).at(-1)).toMatchObject({ type: "error", code: "trap", fatal: true, message: expect.stringMatching(/out of bounds/) });
    await to(last, 2);
    await expect.poll(() => images(last)).toEqual(wanted);
    expect((await journal(page)).filter(({ type }) => type === "error")).toHaveLength(1);
    await first.getByRole("button", { name: "Retry" }).click();
    await happened(page, "complete", 3);
    await to(first, 2);
    await expect.poll(() => images(first)).toEqual(wanted);
    await expect(first.locator(".panel")).toHaveCount(0);
    expect(await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("instances")].length)).toBe(before + 1);
  });
}
