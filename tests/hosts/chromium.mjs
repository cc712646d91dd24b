// All hosts in Chromium, for the table of `cargo xtask audit`; `tests/browser/hosts.spec.js` asks more of it.
import { chromium } from "playwright-core";
import config from "../../playwright.config.js";
import { matrix } from "./matrix.mjs";

const browser = await chromium.launch(config.use?.launchOptions);
try {
  const page = await browser.newPage();
  const failed = await matrix({
    open: (url) => page.goto(url, { waitUntil: "domcontentloaded" }),
    read: () => page.evaluate(() => JSON.stringify(/** @type {any} */ (globalThis).verdict ?? null)),
  });
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  await browser.close();
}
