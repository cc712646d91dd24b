// pa11y, with both of its engines, on the bare element in each state that a reader can meet.

import { expect, test } from "@playwright/test";
// @ts-expect-error: it comes without types
import untyped from "pa11y";
import puppeteer from "puppeteer-core";
import { script } from "./support.js";

/** @typedef {import("../../www/element.js").RecursiveTrapElement} Trap */

const STATES = {
  "the instrument": `<recursive-trap generations="5"></recursive-trap>`,
  "the instrument in the dark": `<recursive-trap generations="5" theme="dark"></recursive-trap>`,
  "a scene": `<recursive-trap scene="loop"></recursive-trap>`,
  "a scene in German": `<recursive-trap scene="tail" lang="de"></recursive-trap>`,
  "a setting that is refused": `<recursive-trap generations="999"></recursive-trap>`,
  "a failure": `<recursive-trap wasm-url="/nothing.wasm"></recursive-trap>`,
};

/** @type {(url: string, options: object) => Promise<{ issues: { code: string, selector: string, context: string }[] }>} */
const pa11y = untyped;

/** @type {import("puppeteer-core").Browser} */
let browser;

// pa11y drives a browser of its own kind.
test.beforeAll(async ({ playwright }, { project }) => {
  const { executablePath = playwright.chromium.executablePath(), args = [] } = project.use.launchOptions ?? {};
  browser = await puppeteer.launch({ executablePath, args });
});
test.afterAll(() => browser.close());

for (const [state, markup] of Object.entries(STATES)) {
  // Fails when axe or HTML CodeSniffer finds an error: a control without a name, letters too pale, headings out of order.
  test(`pa11y finds nothing in ${state}`, async ({ baseURL }) => {
    const page = await browser.newPage();
    const article = `<!doctype html><html lang="en"><title>An article</title><main><h1>An article</h1>${markup}</main><script type="module" src="/${script}"></script></html>`;
    // Answered and not written: Chromium does not upgrade the elements of a page that the driver writes.
    await page.setRequestInterception(true);
    page.on("request", (request) => void (request.isNavigationRequest() ? request.respond({ contentType: "text/html", body: article }) : request.continue()));
    await page.goto(`${baseURL}article.html`);
    await page.evaluate(async () => {
      await customElements.whenDefined("recursive-trap");
      await /** @type {Trap} */ (document.querySelector("recursive-trap")).run().catch(() => {});
    });
    expect(await issues(page, ["axe", "htmlcs"])).toEqual([]);
    await page.evaluate(layOpen);
    expect(await issues(page, ["htmlcs"])).toEqual([]);
    await page.close();
  });
}

/** @param {import("puppeteer-core").Page} page @param {string[]} runners */
async function issues(page, runners) {
  const { issues } = await pa11y(page.url(), { browser, page, ignoreUrl: true, runners, standard: "WCAG2AA" });
  return issues.map(({ code, selector, context }) => `${code} at ${selector}: ${context}`);
}

/** HTML CodeSniffer does not look into shadow trees: what is in this one comes into the page, and its style with it. */
function layOpen() {
  const host = /** @type {Trap} */ (document.querySelector("recursive-trap"));
  const { adoptedStyleSheets, childNodes } = /** @type {ShadowRoot} */ (host.shadowRoot);
  document.adoptedStyleSheets = adoptedStyleSheets.map(({ cssRules }) => {
    const rules = [...cssRules].map(({ cssText }) => cssText.replace(/:host\(([^)]*)\)/g, "section.opened$1").replaceAll(":host", "section.opened"));
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.join("\n"));
    return sheet;
  });
  const opened = document.createElement("section");
  opened.className = "opened";
  opened.append(...childNodes);
  host.replaceWith(opened);
}
