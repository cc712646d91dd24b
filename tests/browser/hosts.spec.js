// The table of hosts in Chromium; `cargo xtask audit` has the other engines.
import { expect, test } from "@playwright/test";
import { HOSTS, judge } from "../hosts/hosts.mjs";
import { serveHosts } from "../hosts/server.mjs";

/** @typedef {import("@playwright/test").Page} Page */

/** @type {Awaited<ReturnType<typeof serveHosts>>} */
let server;
test.beforeAll(async () => {
  server = await serveHosts();
});
test.afterAll(() => server.close());

/** @param {string} id */
const host = (id) => {
  const found = HOSTS.find((host) => host.id === id);
  if (!found) throw new Error(`There is no host ${id}.`);
  return found;
};

/**
 * Opens a host's page, and waits until it has come to an end.
 * @param {Page} page
 * @param {string} id
 * @returns {Promise<import("../hosts/hosts.mjs").Verdict>}
 */
async function verdict(page, id) {
  await page.goto(server.url(host(id)));
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (globalThis).verdict?.done), { timeout: 55_000, intervals: [50] }).toBe(true);
  return page.evaluate(() => /** @type {any} */ (globalThis).verdict);
}

for (const { id, title } of HOSTS) {
  // Fails when an article of that kind gets no run, no scene, no still, or an error, a refusal, a violation of its policy.
  test(`host: ${title}`, async ({ page }) => {
    /** @type {string[]} */
    const uncaught = [];
    page.on("pageerror", ({ message }) => uncaught.push(message));
    const said = await verdict(page, id);
    await page.waitForTimeout(100); // Reports come a little later than what they tell of.
    expect(judge(host(id), said, server.traffic(host(id)))).toEqual([]);
    expect([...new Set(uncaught)]).toEqual(id === "control" ? ["on purpose"] : []);
  });
}

// Fails when anything, to anywhere, is asked for between the paste of a text and the end of its run.
test("after a text is pasted, its run makes no request", async ({ page }) => {
  await verdict(page, "typed");
  /** @type {string[]} */
  const requests = [];
  page.context().on("request", (request) => requests.push(request.url()));
  page.on("websocket", (socket) => requests.push(socket.url()));
  const before = server.traffic(host("typed")).requests.length;
  const words = await page.locator("recursive-trap:not([scene])").evaluate(async (/** @type {any} */ element) => {
    element.text = "The quokka reads what the quokka has written. ".repeat(40);
    while (!element.complete) await new Promise(requestAnimationFrame);
    const { settings, generations } = element.data();
    return settings.corpus === null && generations.map((/** @type {any} */ { sample }) => /quokka/.test(sample));
  });
  expect(words).toEqual(Array(21).fill(true));
  expect(requests).toEqual([]);
  expect(server.traffic(host("typed")).requests.slice(before)).toEqual([]);
});

// Fails when the element's worker is not under the page's policy, as one from a URL would not be.
test("whatever runs in the element's worker can send nothing to another origin", async ({ page }) => {
  await verdict(page, "strict");
  const workers = page.workers();
  expect(workers).toHaveLength(2);
  const away = `${server.elsewhere}/strict/stolen`;
  for (const worker of workers) {
    expect(await worker.evaluate((url) => fetch(url, { mode: "no-cors" }).then(() => "sent", String), away)).toMatch(/^TypeError/);
  }
  // The other origin answers whoever may ask it.
  expect((await page.request.get(`${server.elsewhere}/strict/asked`)).status()).toBe(404);
  const heard = server.traffic(host("strict")).requests.filter(({ elsewhere }) => elsewhere).map(({ path }) => path);
  expect(heard).toEqual(["/strict/asked"]);
});
