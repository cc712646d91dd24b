// All hosts in Firefox, driven over WebDriver BiDi, which needs no program between.
import puppeteer from "puppeteer-core";
import { matrix } from "./matrix.mjs";

const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX_PATH ?? "firefox", headless: true, defaultViewport: { width: 1280, height: 900 } });
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
