// What the main thread of a page does, from Chromium's own trace: the one place that tells CPU time from waiting.

/**
 * Something that began and ended; in microseconds.
 * @typedef {object} TraceEvent
 * @property {string} name
 * @property {number} pid
 * @property {number} tid
 * @property {number} ts  when it began
 * @property {number} dur  until it ended
 * @property {number} tdur  CPU time of the thread
 * @property {Record<string, unknown>} args
 */

/**
 * What the main thread did during some work, in order.
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<unknown>} work
 */
export async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await work();
  /** @type {{ traceEvents: TraceEvent[] }} */
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const threads = traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const main = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const events = traceEvents.filter(({ pid, tid, tdur }) => tdur !== undefined && main.has(`${pid} ${tid}`));
  return events.sort((a, b) => a.ts - b.ts);
}

/** @param {TraceEvent} event */
export function isTask({ name }) {
  return name.endsWith("RunTask");
}

/** Milliseconds. @param {TraceEvent} event */
export function cpu({ tdur }) {
  return tdur / 1000;
}
