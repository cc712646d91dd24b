import { expect, test } from "@playwright/test";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { happened, ink, journal, keepJournal, watch } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

const FILE = "dist/recursive-trap.standalone.js";
const source = readFileSync(FILE, "utf8");
const ELEMENT = '<recursive-trap generations="5"><p>The fallback.</p></recursive-trap>';

/** @param {string} head @param {string} [body] */
const article = (head, body = ELEMENT) => `<!doctype html><html lang="en"><head><title>An article</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

/** A run has come to its end, and is drawn. @param {Page} page */
async function runs(page) {
  await happened(page, "complete");
  const where = page.frames().at(-1) ?? page;
  expect((await ink(where.locator("canvas").first())).colours).toBeGreaterThan(4);
}

// Fails when the script fetches anything: from `file:` nothing can be fetched.
test("the script runs beside a page that is opened as a file", async ({ page }, { outputDir }) => {
  mkdirSync(outputDir, { recursive: true });
  copyFileSync(FILE, `${outputDir}/script.js`);
  // No encoding is declared: a script that is not ASCII would be garbled.
  writeFileSync(`${outputDir}/page.html`, article('<script src="script.js"></script>'));
  const { complaints, requests } = watch(page);
  await keepJournal(page);
  await page.goto(String(pathToFileURL(`${outputDir}/page.html`)));
  await runs(page);
  expect((await journal(page)).find(({ type }) => type === "ready")?.thread).toBe("worker");
  expect(requests.filter((url) => !/^(blob|data):/.test(url)).map((url) => url.slice(url.lastIndexOf("/")))).toEqual(["/page.html", "/script.js"]);
  expect(complaints).toEqual([]);
});

// Fails on `</script` or `<!--` in the script, on a policy that only a `data:` address would break, and on any request.
test("the script runs pasted into a page, under a policy that lets nothing be fetched", async ({ page }) => {
  const { complaints, requests } = watch(page);
  await keepJournal(page);
  const csp = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; worker-src blob:; img-src data:";
  await page.route("**/article.html", (route) => route.fulfill({ body: article(`<script>${source}</script>`), contentType: "text/html", headers: { "content-security-policy": csp } }));
  await page.goto("/article.html");
  await runs(page);
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toHaveLength(1);
  expect(complaints).toEqual([]);
});

// Fails when the script asks for its own address, which it does not have there.
test("the script runs pasted into a frame without an address", async ({ page }) => {
  const { complaints } = watch(page);
  await page.route("**/article.html", (route) => route.fulfill({ body: article("", "<iframe width='900' height='2000'></iframe>"), contentType: "text/html" }));
  await page.goto("/article.html");
  await page.locator("iframe").evaluate((frame, html) => {
    /** @type {HTMLIFrameElement} */ (frame).sandbox.add("allow-scripts");
    /** @type {HTMLIFrameElement} */ (frame).srcdoc = html;
  }, article(`<script>${source}</script>`));
  const element = page.frameLocator("iframe").locator("recursive-trap");
  await expect.poll(() => element.evaluate((element) => /** @type {any} */ (element).complete)).toBe(true);
  expect(complaints).toEqual([]);
});

for (const [how, kind] of /** @type {const} */ ([["defer", "defer"], ["async", "async"], ["as a module", 'type="module"']])) {
  test(`the script runs from another origin, loaded ${how}`, async ({ page }) => {
    const { complaints } = watch(page);
    await keepJournal(page);
    await page.route("https://cdn.example/**", (route) => route.fulfill({ body: source, contentType: "text/javascript", headers: { "access-control-allow-origin": "*" } }));
    await page.route("**/article.html", (route) => route.fulfill({ body: article(`<script src="https://cdn.example/script.js" crossorigin ${kind}></script>`), contentType: "text/html" }));
    await page.goto("/article.html");
    await runs(page);
    expect(complaints).toEqual([]);
  });
}

// Fails when a second copy throws because the name is taken, or when it gets between the first one and its elements.
test("two copies and two versions of the script in one page: the first one serves", async ({ page }) => {
  const { complaints } = watch(page);
  await keepJournal(page);
  const scripts = ["/dist/define.js?version=1", "/dist/define.js?version=2", "/dist/define.js?version=1"].map((address) => `<script type="module" src="${address}"></script>`);
  const standalone = `<script src="/${FILE}"></script>`;
  await page.route("**/article.html", (route) => route.fulfill({ body: article(standalone + scripts.join("") + standalone), contentType: "text/html" }));
  await page.goto("/article.html");
  await runs(page);
  expect(await journal(page).then((all) => all.filter(({ type }) => type === "ready").length)).toBe(1);
  expect(complaints).toEqual([]);
});
