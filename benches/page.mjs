// The page's side of `cargo xtask bench`, in the Chromium at CHROME_PATH: how long a reader waits for the first charts, the longest
// time the main thread is held meanwhile, and what a chart costs. Prints one line of JSON: samples in milliseconds.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import config from "../playwright.config.js";
import { cpu, isTask, traced } from "./trace.mjs";

/** @typedef {import("playwright-core").Browser} Browser */
/** @typedef {import("playwright-core").Page} Page */

const DRAWINGS = 30;
const NAVIGATIONS = 5;

const server = spawn(process.execPath, [fileURLToPath(new URL("../xtask/serve.mjs", import.meta.url)), "4300"]);
/** @type {string} */
const address = await new Promise((resolve) => server.stdout.once("data", (line) => resolve(String(line).trim())));
/** @type {Browser | undefined} */
let browser;
try {
  browser = await chromium.launch({ ...config.use?.launchOptions, executablePath: process.env.CHROME_PATH || undefined });
  const samples = { ...(await navigations(browser)), charts: await withPage(browser, charts) };
  console.log(JSON.stringify(samples));
} finally {
  await browser?.close();
  server.kill();
}

/**
 * A reader who has never been here, on a wide screen with two device pixels to a CSS pixel.
 * @template T
 * @param {Browser} browser
 * @param {(page: Page) => Promise<T>} work
 */
async function withPage(browser, work) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 });
  await page.addInitScript(() => {
    for (const name of ["ready", "complete"]) addEventListener(`recursive-trap-${name}`, () => performance.mark(name), { once: true });
  });
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** @param {Page} page */
async function visit(page) {
  await page.goto(address);
  await page.waitForFunction(() => performance.getEntriesByName("complete").length > 0);
}

/** Tracing takes time itself, so that every other visit goes without. @param {Browser} browser */
async function navigations(browser) {
  /** @type {Record<"ready" | "complete" | "tasks", number[]>} */
  const samples = { ready: [], complete: [], tasks: [] };
  for (let i = 0; i < NAVIGATIONS; i++) {
    await withPage(browser, async (page) => {
      await visit(page);
      // Since the navigation began.
      const time = (/** @type {string} */ name) => page.evaluate((name) => performance.getEntriesByName(name)[0]?.startTime ?? NaN, name);
      samples.ready.push(await time("ready"));
      samples.complete.push(await time("complete"));
    });
    await withPage(browser, async (page) => {
      const events = await traced(browser, page, () => visit(page));
      samples.tasks.push(Math.max(...events.filter(isTask).map(cpu)));
    });
  }
  return samples;
}

/** Each kind of chart in turn: the drawing, and the whole frame that shows it. @param {Page} page */
async function charts(page) {
  await visit(page);
  const script = new URL("benches/charts.js", address).href;
  /** @type {string[]} */
  const names = await page.evaluate((script) => import(script).then((charts) => charts.names), script);
  const events = await traced(/** @type {Browser} */ (browser), page, () =>
    page.evaluate(({ script, times }) => import(script).then((charts) => charts.draw(times)), { script, times: 1 + DRAWINGS }));
  const tasks = events.filter(isTask);
  const drawn = events.filter(({ name }) => name === "FireAnimationFrame");
  if (drawn.length !== (1 + DRAWINGS) * names.length) throw new Error(`${drawn.length} drawings in the trace`);
  return names.map((name, kind) => {
    const [first, ...others] = drawn.filter((_, i) => i % names.length === kind);
    const frames = others.map(({ ts }) => tasks.find((task) => task.ts <= ts && ts < task.ts + task.dur));
    // Before the first one, V8 has not compiled the code that draws.
    return { name, first: [first].map(cpu), drawing: others.map(cpu), frame: frames.filter((task) => !!task).map(cpu) };
  });
}
