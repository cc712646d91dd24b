import { expect, test } from "@playwright/test";
import { alertSentence, controls, defaults, expectRun, happened, journal, keepJournal, openArticle, openPage, policy, script, watch } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

const FALLBACK = "A figure belongs here";
const WASM = "**/*.wasm";

/** Notes what the page's policy reports. To be called before the page is opened. @param {Page} page */
const keepReports = (page) => page.addInitScript(() => {
  /** @type {string[]} */
  const reports = [];
  /** @type {any} */ (globalThis)[Symbol.for("reports")] = reports;
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => reports.push(`${effectiveDirective} ${blockedURI}`));
});

/** @param {Page} page @returns {Promise<string[]>} */
const reports = (page) => page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("reports")]);

/**
 * The panel and the event say the same.
 * @param {Page} page
 * @param {{ code: string, title: string, reader: RegExp, owner: RegExp, details?: RegExp }} expected
 */
async function expectPanel(page, { code, title, reader, owner, details = /./ }) {
  await expect(page.getByRole("alert").locator("b")).toHaveText(title);
  await expect(alertSentence(page)).toHaveText(reader);
  await expect(page.locator(".owner")).toHaveText(owner);
  const record = await page.locator(".panel pre").textContent();
  expect(record).toMatch(new RegExp(`^code: ${code}\nmessage: .+\n`));
  expect(record).toMatch(/\nversion: \d+\.\d+\.\d+\npage: http[^#\n]+\nbrowser: .+$/);
  expect(record).toMatch(details);
  const event = (await journal(page)).filter(({ type }) => type === "error").at(-1);
  expect({ code: event?.code, fatal: event?.fatal }).toEqual({ code, fatal: true });
  expect(record).toContain(event?.message);
  // It is told, and takes no focus.
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
}

const body = `<recursive-trap><p>${FALLBACK}</p></recursive-trap>`;
/** Files of another origin: the same server under another name. */
const elsewhere = (/** @type {string} */ url) => url.replace("127.0.0.1", "localhost");

/** @type {{ what: string, code: string, title: string, reader: RegExp, owner: RegExp, details?: RegExp, csp?: string, script?: () => void, provoke?: (page: Page) => Promise<unknown>, reported?: string[] }[]} */
const CAUSES = [
  { what: "a file that does not come", code: "network", title: "Not loaded", reader: /(?:instrument|recursive_trap)\.wasm could not be loaded/, owner: /(?:instrument|recursive_trap)\.wasm/, details: /Failed to fetch/, provoke: (page) => page.route(WASM, (route) => route.abort()) },
  { what: "a status", code: "network", title: "Not loaded", reader: /could not be loaded/, owner: /(?:instrument|recursive_trap)\.wasm/, details: /status 503/, provoke: (page) => page.route(WASM, (route) => route.fulfill({ status: 503 })) },
  { what: "a page in place of the wasm", code: "mime", title: "Not the right file", reader: /in place of the file (?:instrument|recursive_trap)\.wasm/, owner: /Content-Type: application\/wasm/, details: /an HTML page \(content-type: text\/html/, provoke: (page) => page.route(WASM, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><h1>Welcome</h1>" })) },
  { what: "a page that is called wasm", code: "mime", title: "Not the right file", reader: /in place/, owner: /Content-Type/, details: /an HTML page/, provoke: (page) => page.route(WASM, (route) => route.fulfill({ contentType: "application/wasm", body: "<html></html>" })) },
  { what: "half a wasm", code: "mime", title: "Not the right file", reader: /in place/, owner: /whole/, provoke: (page) => page.route(WASM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.body()).subarray(0, 5000) });
  }) },
  { what: "a page in place of the text", code: "mime", title: "Not the right file", reader: /moby-dick\.txt/, owner: /moby-dick\.txt/, provoke: (page) => page.route("**/moby-dick.txt", (route) => route.fulfill({ contentType: "text/html", body: "<!DOCTYPE html>" })) },
  { what: "a policy without wasm-unsafe-eval", code: "csp", title: "Forbidden by this page", reader: /does not allow/, owner: /Add 'wasm-unsafe-eval' to script-src/, csp: policy.replace(" 'wasm-unsafe-eval'", ""), reported: ["script-src wasm-eval"] },
  { what: "a policy without connections", code: "csp", title: "Forbidden by this page", reader: /does not allow/, owner: /Add 'self' to connect-src/, details: /directive: connect-src/, csp: policy.replace("connect-src 'self'", "connect-src 'none'") },
  { what: "no WebAssembly", code: "no-webassembly", title: "No WebAssembly", reader: /WebAssembly/, owner: /Nothing has to be done/, script: () => void Reflect.deleteProperty(globalThis, "WebAssembly") },
  { what: "no memory for an instance", code: "memory", title: "Out of memory", reader: /used up its memory/, owner: /256 MiB/, script: () => {
    WebAssembly.instantiate = /** @type {any} */ (async () => {
      throw new RangeError("WebAssembly.instantiate(): Out of memory: Cannot allocate Wasm memory for new instance");
    });
  } },
];

for (const { what, csp = policy, script, provoke, reported, ...expected } of CAUSES) {
  // Fails when the cause is not told from others, or the still gives way to the panel, or the event says something else.
  test(`${what}: ${expected.code}`, async ({ page }) => {
    await keepJournal(page);
    await keepReports(page);
    if (script) await page.addInitScript(script);
    await provoke?.(page);
    await openArticle(page, body, { csp });
    await expectPanel(page, expected);
    await expect(page.getByText(FALLBACK)).toBeVisible();
    await expect(controls(page).retry).toBeVisible();
    await expect(page.locator("canvas").first()).toBeHidden();
    if (reported) expect(await reports(page)).toEqual(reported);
  });
}

// Fails when a policy that only watches is taken for the cause.
test("a file that does not come, under a policy that only reports: network", async ({ page }) => {
  await keepJournal(page);
  await keepReports(page);
  await page.route(WASM, (route) => route.abort());
  await page.route("**/watched.html", (route) => route.fulfill({
    contentType: "text/html", body: `<!doctype html><html lang="en"><title>An article</title><script type="module" src="/${script}"></script>${body}`,
    headers: { "content-security-policy-report-only": "connect-src 'none'" },
  }));
  await page.goto("/watched.html");
  await expectPanel(page, { code: "network", title: "Not loaded", reader: /could not be loaded/, owner: /(?:instrument|recursive_trap)\.wasm/ });
  expect((await reports(page)).join()).toMatch(/instrument\.wasm|(?:instrument|recursive_trap)\.wasm/);
});

// Fails when an engine that ends without a word leaves a wait without end, or a sentence about something else.
test("a worker that is ended from outside: worker", async ({ page }) => {
  await keepJournal(page);
  await page.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      /** @type {Worker["postMessage"]} */
      postMessage(/** @type {any} */ message) {
        if (message.type === "run") this.onerror?.(new ErrorEvent("error"));
        else super.postMessage(message);
      }
    };
  });
  await openArticle(page, body);
  await expectPanel(page, { code: "worker", title: "Not running", reader: /ended it/, owner: /worker-src/ });
  await expect(page.getByText(FALLBACK)).toBeVisible();
});

// A page whose files lie with somebody else: a script from there asks for them there.
test.describe("from another origin", () => {
  /** @param {Page} page @param {boolean} [gone] */
  async function openElsewhere(page, gone = false) {
    // What is not routed comes from the server itself, which lets nobody else read.
    await page.route(/^http:\/\/localhost.*\.js$/, async (route) => route.fulfill({ response: await route.fetch(), headers: { "access-control-allow-origin": "*", "content-type": "text/javascript" } }));
    if (gone) await page.route(/^http:\/\/localhost.*\.(wasm|txt)$/, (route) => route.abort());
    // A page of the server's own: one that a test has made up counts as public, and may not ask this machine for anything.
    await page.goto("/LICENSE");
    await page.evaluate(() => document.body.replaceChildren(document.createElement("recursive-trap")));
    await page.evaluate((source) => import(source).then(() => {}), elsewhere(new URL(`/${script}`, page.url()).href));
  }

  // Fails when a server that does not let others read is taken for one that does not answer, or the other way round.
  test("a file that may not be read: cors; one that does not come: network", async ({ page, context }) => {
    await keepJournal(page);
    await openElsewhere(page);
    await expectPanel(page, { code: "cors", title: "Not allowed from another site", reader: /(?:instrument|recursive_trap)\.wasm|moby-dick\.txt/, owner: /Access-Control-Allow-Origin: \*/, details: /file: http:\/\/localhost/ });
    const other = await context.newPage();
    await keepJournal(other);
    await openElsewhere(other, true);
    await expectPanel(other, { code: "network", title: "Not loaded", reader: /could not be loaded/, owner: /Put .* where/ });
  });
});

// Fails when a setting that is refused is shown as if something had broken.
test("a refused setting is one sentence, without the panel", async ({ page }) => {
  await openPage(page);
  await page.locator("recursive-trap").evaluate((element) => element.setAttribute("order", "9"));
  await happened(page, "error");
  await expect(alertSentence(page)).toHaveText(/order/i);
  await expect(page.getByRole("alert").locator("b")).toHaveText("");
  await expect(page.locator(":is(.panel, .owner, .alert details, .alert button)")).toHaveCount(0);
  expect((await journal(page)).at(-1)).toMatchObject({ type: "error", code: "refused", fatal: false });
});

// Fails when the details cannot be copied, or the button does not say what it has done.
test("the details are copied, or selected where the page may not write to the clipboard", async ({ page, context }) => {
  await keepJournal(page);
  await page.route(WASM, (route) => route.abort());
  await openArticle(page, body);
  await page.getByText("Details to copy").click();
  const copy = page.getByRole("button", { name: "Copy" });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await copy.click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const record = await page.locator(".panel pre").textContent();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(record);
  await expect(copy).toBeVisible();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
  });
  await copy.click();
  await expect(page.getByRole("button", { name: "Selected" })).toBeVisible();
  expect(await page.evaluate(() => String(getSelection()))).toBe(record);
});

/** How a page refuses `blob:` workers, what is reported of it, and where the engine runs then. @type {[string, string, string[], RegExp | undefined][]} */
const LADDER = [
  ["allows blob:", policy, [], /^blob:/],
  ["allows workers of its own files", policy.replace("worker-src blob:", "worker-src 'self'"), ["worker-src blob"], /^http.*\/pkg\/worker\.js$/],
  ["allows no worker", policy.replace("worker-src blob:", "worker-src 'none'"), ["worker-src blob"], undefined],
  ["allows another Trusted Types policy only", policy.replace("trusted-types recursive-trap", "trusted-types host"), ["trusted-types trusted-types-policy"], undefined],
  ["allows no Trusted Types policy", policy.replace("trusted-types recursive-trap", "trusted-types 'none'"), ["trusted-types trusted-types-policy"], undefined],
];

for (const [what, csp, reported, worker] of LADDER) {
  // Fails when a rung is left out, or one is tried, and reported to the owner of the page, that cannot hold.
  test(`a page that ${what}: ${worker ? `a worker from ${worker}` : "the main thread"}, and ${reported.length} reports from two elements`, async ({ page }) => {
    await keepJournal(page);
    await keepReports(page);
    const { complaints } = watch(page);
    await page.setViewportSize({ width: 700, height: 5000 }); // Nothing is computed that nobody sees.
    await openArticle(page, "<recursive-trap documents=200></recursive-trap><recursive-trap documents=200></recursive-trap>", { csp });
    await happened(page, "complete", 2);
    expect(await reports(page)).toEqual(reported);
    expect(page.workers().map((running) => running.url())).toEqual(worker ? [expect.stringMatching(worker), expect.stringMatching(worker)] : []);
    expect((await journal(page)).filter(({ type }) => type === "ready").map(({ thread }) => thread)).toEqual(Array(2).fill(worker ? "worker" : "main"));
    await expectRun(page, { ...defaults, documents: 200 });
    // The browser itself prints what it reports.
    expect(complaints.filter((line) => !/Content.Security.Policy|Trusted/i.test(line))).toEqual([]);
  });
}

// Fails when the place in the address is taken for the origin of the page: the file of a worker is refused there.
test("in a sandboxed frame the worker comes from a blob:, and no file is tried", async ({ page }) => {
  await page.route("**/framed.html", (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><title>f</title><script type="module" src="/${script}"></script><recursive-trap documents=200></recursive-trap>` }));
  await page.route(/\.(js|wasm|txt)$/, async (route) => route.fulfill({ response: await route.fetch(), headers: { ...(await route.fetch()).headers(), "access-control-allow-origin": "*" } }));
  const { requests } = watch(page);
  await keepJournal(page);
  await openArticle(page, "", { csp: "", scripted: false });
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.src = "/framed.html";
    document.body.prepend(frame);
  });
  const framed = () => page.frames().find((frame) => frame.url().endsWith("/framed.html"));
  await expect.poll(() => framed()?.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("journal")].find((/** @type {any} */ entry) => entry.type === "ready")?.thread)).toBe("worker");
  expect(requests.filter((url) => /worker\.js/.test(url))).toEqual([]);
});
