import { expect, test } from "@playwright/test";
import { INSTRUMENT, alertSentence, controls, defaults, differences, expectedRows, happened, journal, keepJournal, openArticle, openPage, policy, recompute, rerun, tableRows, watch } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

const FALLBACK = "A figure belongs here";

/**
 * The fallback stays, with one sentence and a way on.
 * @param {Page} page
 * @param {RegExp} sentence
 */
async function expectRefusal(page, sentence) {
  await expect(alertSentence(page)).toHaveText(sentence);
  await expect(alertSentence(page)).toHaveText(/^[^\n]{20,240}$/);
  await expect(page.locator(".owner")).toHaveText(/^For the owner of this page: [^\n]{20,260}\.$/);
  await expect(page.getByText(FALLBACK)).toBeVisible();
  await expect(controls(page).retry).toBeVisible();
  await expect(page.locator("canvas").first()).toBeHidden();
  await expect(controls(page).play).toBeHidden();
}

/** The run on the page is the default one. @param {Page} page */
async function expectDefaultRun(page) {
  await expect(page.getByText(FALLBACK)).toBeHidden();
  await expect(controls(page).retry).toBeHidden();
  await expect(alertSentence(page)).toHaveText("");
  expect(differences(await tableRows(page), expectedRows(await recompute(page, defaults)))).toEqual([]);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  // Fails when the page needs its script to be read.
  test("title, paragraph, fallback and credits are there", async ({ page }) => {
    const { requests } = watch(page);
    await page.goto(INSTRUMENT);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("A small language model reads")).toBeVisible();
    await expect(page.getByText(FALLBACK)).toBeVisible();
    await expect(page.getByText("Herman Melville")).toBeVisible();
    // No room is kept for what cannot come.
    const box = await page.locator("recursive-trap").boundingBox();
    expect(box?.height).toBeLessThan(300);
    expect(requests.filter((url) => /\.js/.test(url))).toEqual([]);
  });
});

/** What a network can refuse, and what the reader is told. @type {[string, string, RegExp][]} */
const BLOCKED = [
  ["rest of the code", "**/content.js*", /content\.js/],
  ["wasm", "**/*.wasm", /(?:instrument|recursive_trap)\.wasm/],
  ["text", "**/corpora/moby-dick.txt", /moby-dick\.txt/],
];

for (const [what, pattern, sentence] of BLOCKED) {
  // Fails when a file that does not come leaves an empty box or a wait without end, or when Retry does not ask for it again.
  test(`without the ${what} the fallback stays, and Retry runs once it is there`, async ({ page }) => {
    await keepJournal(page);
    await page.route(pattern, (route) => route.abort());
    await page.goto(INSTRUMENT);
    await expectRefusal(page, sentence);
    await controls(page).retry.click();
    await expectRefusal(page, sentence);
    await page.unroute(pattern);
    await controls(page).retry.click();
    await happened(page, "complete");
    await expectDefaultRun(page);
  });
}

// Fails when a server's answer that is not the file is taken for it, or the status is kept from the reader.
test("a wasm that is not found is named with its status; one with a wrong type is used all the same", async ({ page }) => {
  await keepJournal(page);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" }));
  await page.goto(INSTRUMENT);
  await expectRefusal(page, /(?:instrument|recursive_trap)\.wasm/);
  await expect(page.locator(".panel pre")).toHaveText(/(?:instrument|recursive_trap)\.wasm.*404/, { useInnerText: false });
  await page.unroute("**/*.wasm");
  await page.route("**/*.wasm", async (route) => route.fulfill({ response: await route.fetch(), contentType: "text/plain" }));
  await controls(page).retry.click();
  await happened(page, "complete");
  await expectDefaultRun(page);
});

// Fails when the author of a page whose policy forbids WebAssembly is not told which words to add.
test("a policy that forbids WebAssembly is named, with the cure", async ({ page }) => {
  await openArticle(page, `<recursive-trap><p>${FALLBACK}</p></recursive-trap>`, { csp: policy.replace(" 'wasm-unsafe-eval'", "") });
  await expectRefusal(page, /does not allow/);
  await expect(page.locator(".owner")).toHaveText(/'wasm-unsafe-eval' to script-src in the Content-Security-Policy/);
});

// Fails when a browser without WebAssembly gets a script error instead of a sentence.
test("a browser without WebAssembly says so", async ({ page }) => {
  const { complaints } = watch(page);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.goto(INSTRUMENT);
  await expectRefusal(page, /WebAssembly/);
  expect(complaints).toEqual([]);
});

/** The ways in which browsers and policies refuse a worker. @type {[string, () => void][]} */
const REFUSALS = [
  ["throws", () => {
    globalThis.Worker = /** @type {any} */ (class {
      constructor() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      }
    });
  }],
  ["fires an error", () => {
    globalThis.Worker = /** @type {any} */ (class extends EventTarget {
      /** @type {any} */
      onerror = null;
      postMessage() {
        setTimeout(() => this.onerror?.(new ErrorEvent("error", { message: "refused" })));
      }
      terminate() {}
    });
  }],
  ["says nothing at all", () => {
    globalThis.Worker = /** @type {any} */ (class extends EventTarget {
      postMessage() {}
      terminate() {}
    });
  }],
];

for (const [how, refuse] of REFUSALS) {
  // Fails when a refusal of that kind is waited for without end, or the main thread computes something else.
  test(`where a worker ${how}, the run is made on the main thread, the same run`, async ({ page }) => {
    await page.addInitScript(refuse);
    await openPage(page);
    const entries = await journal(page);
    expect(entries.find(({ type }) => type === "ready")?.thread).toBe("main");
    expect(entries.filter(({ type }) => type === "error")).toEqual([]);
    expect(page.workers()).toEqual([]);
    await expectDefaultRun(page);
    await rerun(page, () => controls(page).seed.fill("2"));
    expect(differences(await tableRows(page), expectedRows(await recompute(page, { ...defaults, seed: 2 })))).toEqual([]);
  });
}

// Fails when a page whose policy forbids workers stays empty, or the main thread is held for the whole of a run.
test("where the policy forbids workers, the main thread computes in slices and stays usable", async ({ page }) => {
  await keepJournal(page);
  await page.addInitScript(() => {
    /** Frames between the first generation and the newest. */
    let frames = 0;
    const tick = () => {
      frames++;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    addEventListener("recursive-trap-generation", (event) => {
      if (/** @type {CustomEvent} */ (event).detail.index === 0) frames = 0;
      /** @type {any} */ (globalThis)[Symbol.for("frames")] = frames;
    });
  });
  await openArticle(page, '<recursive-trap generations="150"></recursive-trap>', { csp: policy.replace("worker-src blob:", "worker-src 'none'") });
  await happened(page, "complete");
  expect((await journal(page)).find(({ type }) => type === "ready")?.thread).toBe("main");
  expect(await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("frames")]), "frames while it computed").toBeGreaterThan(3);
  expect(await tableRows(page)).toHaveLength(151);
});

// Fails when a broken engine takes the figure with it, or cannot be started again.
test("when the engine breaks in the middle, the figure stays, with one sentence and Retry", async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      /** @type {Worker["postMessage"]} */
      postMessage(/** @type {any} */ message) {
        if (message.protocol?.seed === 13) this.onerror?.(new ErrorEvent("error", { message: "Uncaught RuntimeError: unreachable" }));
        else super.postMessage(message);
      }
    };
  });
  await openPage(page);
  await controls(page).seed.fill("13");
  await expect(alertSentence(page)).toHaveText(/stopped/);
  await expect(controls(page).retry).toBeVisible();
  await expect(page.locator("canvas").first()).toBeVisible();
  expect(await tableRows(page)).toHaveLength(21);
  await rerun(page, () => controls(page).seed.fill("1"));
  await expectDefaultRun(page);
  await expect.poll(() => page.workers().length).toBe(1);
});
