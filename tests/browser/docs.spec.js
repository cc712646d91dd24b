import { expect, test } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { address, completed, isShipped, shipped, snippets, standAtAddress, text, violations } from "./site.js";
import { happened, keepJournal, nextFrame, openArticle, watch } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./site.js").Snippet} Snippet */

const project = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
const PAGES = ["index.html", "embed.html", "gallery.html", "embedding.html", "hosting.html", "changelog.html"];
const BASE = "default-src 'none'; img-src data:; ";

/** What it takes to run each kind of code, up to a figure that is complete. @type {Record<string, (page: Page, snippet: Snippet) => Promise<void>>} */
const RUN = {
  async page(page, { code }) {
    await openArticle(page, code, { csp: "", scripted: false });
    await completed(page);
  },
  async frame(page, { code }) {
    await openArticle(page, code, { csp: "", scripted: false });
    const frame = await framed(page);
    await completed(frame);
    if (!code.includes("listener.js")) return;
    await expect.poll(() => misfit(page), "the frame is as high as its figure").toBe(0);
  },
  async style(page, { code }) {
    await openArticle(page, `<style>${code}</style><recursive-trap></recursive-trap>`, { csp: "" });
    await completed(page);
    const paper = await page.locator("recursive-trap .frame").evaluate((frame) => getComputedStyle(frame).backgroundColor);
    expect(paper).toBe("rgb(255, 253, 247)");
    const corner = await page.locator("recursive-trap button").first().evaluate((button) => getComputedStyle(button).borderTopLeftRadius);
    expect(corner).toBe("4px");
  },
  async script(page, { code, needs }) {
    await openArticle(page, "<recursive-trap></recursive-trap>", { csp: "" });
    await completed(page);
    const has = needs === "" || (await page.evaluate((method) => method in (customElements.get("recursive-trap")?.prototype ?? {}), needs));
    test.fixme(!has, `the element has no ${needs}() yet`);
    await page.evaluate(async (code) => {
      const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
      await import(url);
    }, code);
    // Whatever it listens to happens once more.
    const complete = page.evaluate(() => new Promise((done) => addEventListener("recursive-trap-complete", done, { once: true })).then(() => true));
    await page.evaluate(() => document.querySelector("recursive-trap")?.setAttribute("seed", "2"));
    expect(await complete).toBe(true);
    await completed(page);
  },
  async module(page, { code }) {
    const at = (/** @type {string} */ name) => {
      const found = project.exports[name];
      return new URL(typeof found === "string" ? found : found.default, "http://localhost/").pathname;
    };
    const map = JSON.stringify({ imports: { "recursive-trap": at("."), "recursive-trap/define": at("./define") } });
    await openArticle(page, `<script type="importmap">${map}</script><script type="module">${code}</script><recursive-trap></recursive-trap>`, { csp: "", scripted: false });
    await completed(page);
  },
  async policy(page, { code }) {
    const refused = await violations(page);
    await openArticle(page, '<recursive-trap scene="chance"></recursive-trap>', { csp: BASE + code });
    await completed(page);
    expect(page.workers(), "with a worker").toHaveLength(1);
    expect(refused).toEqual([]);
  },
  async "other-policy"(page, { code }) {
    const refused = await violations(page);
    await openArticle(page, `<script type="module" src="${address}define.js"></script><recursive-trap scene="chance"></recursive-trap>`, { csp: BASE + code, scripted: false });
    await completed(page);
    expect(page.workers(), "with a worker").toHaveLength(1);
    expect(refused).toEqual([]);
  },
  async install(_, { code }) {
    expect(code).toBe(`npm install ${project.name}`);
  },
};

/** Kinds that other tests run: hosting.spec.js, tests/js/site.test.js. */
const ELSEWHERE = ["headers", "none"];

/** @param {Page} page */
async function framed(page) {
  await expect.poll(() => page.frames().find((frame) => frame.url().startsWith(`${address}embed`))?.url()).toBeTruthy();
  const frame = page.frames().find((frame) => frame.url().startsWith(`${address}embed`));
  if (!frame) throw new Error("There is no frame.");
  return frame;
}

/** How many pixels the frame is higher than what it holds. @param {Page} page */
async function misfit(page) {
  const inside = await (await framed(page)).evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
  return (await page.locator("iframe").evaluate((frame) => frame.clientHeight)) - inside;
}

for (const snippet of ["embedding.html", "hosting.html"].flatMap(snippets)) {
  if (ELSEWHERE.includes(snippet.run)) continue;
  test(`${snippet.page}: the code "${snippet.name}" runs to the end as it stands there`, async ({ page }) => {
    test.fixme(snippet.needs.endsWith(".js") && !isShipped(snippet.needs), `${snippet.needs} is not built yet`);
    test.fixme(snippet.needs === "npm" && !project.exports, "the package has no exports yet");
    const { complaints } = watch(page);
    await standAtAddress(page);
    const run = RUN[snippet.run];
    expect(run, `a way to run "${snippet.run}"`).toBeDefined();
    await run?.(page, snippet);
    expect(complaints).toEqual([]);
  });
}

// Fails when a changed file is run all the same.
test("with the hashes of the page a script that was changed does not run", async ({ page }) => {
  await standAtAddress(page);
  const { code = "" } = snippets("embedding.html").find(({ name }) => name === "integrity") ?? {};
  const chunks = [...code.matchAll(/"(https:[^"]*chunk-[^"]*\.js)"/g)].map(([, chunk = ""]) => chunk);
  const largest = chunks.reduce((most, next) => (shipped(nameOf(next)).length > shipped(nameOf(most)).length ? next : most));
  await page.route(largest, (route) => route.fulfill({ body: `${shipped(nameOf(largest))}\n`, contentType: "text/javascript", headers: { "access-control-allow-origin": "*" } }));
  const { complaints } = watch(page);
  await openArticle(page, code, { csp: "", scripted: false });
  await expect.poll(() => complaints.join("\n")).toMatch(/integrity/i);
  await page.waitForTimeout(500);
  expect(await page.evaluate(() => document.querySelector("recursive-trap")?.shadowRoot?.querySelector("canvas") ?? null)).toBe(null);
});

// Fails when, after a refusal, it asks for content.js?attempt=1, an address that no import map can foresee.
test("nor does one that is asked for again", async ({ page }) => {
  await standAtAddress(page);
  const { code = "" } = snippets("embedding.html").find(({ name }) => name === "integrity") ?? {};
  await page.route(/\/content\.js/, (route) => route.fulfill({ body: `globalThis.changed = true;\n${shipped("content.js")}`, contentType: "text/javascript", headers: { "access-control-allow-origin": "*" } }));
  await openArticle(page, code, { csp: "", scripted: false });
  await page.waitForTimeout(2000);
  expect(await page.evaluate(() => "changed" in globalThis)).toBe(false);
});

/** @param {Page} page @returns {Promise<string[]>} */
async function axe(page) {
  await page.evaluate(readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8"));
  return page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run()).violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.slice(0, 3).map((/** @type {any} */ { target }) => target).join("; ")}`));
}

/** @param {string} url */
const nameOf = (url) => url.slice(address.length);

test("the Nu checker finds nothing in the site, its styles and its drawings", () => {
  const jar = new URL("../../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url).pathname;
  const file = (/** @type {string} */ name) => new URL(`../../dist/${name}`, import.meta.url).pathname;
  const all = (/** @type {string} */ folder) => readdirSync(file(folder)).map((name) => file(`${folder}/${name}`));
  const check = (/** @type {string[]} */ ...args) => execFileSync("java", ["-jar", jar, "--errors-only", "--format", "text", ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  expect(check(...PAGES.map(file), ...all("embed"))).toBe("");
  expect(check("--css", file("site.css"), file("page.css"))).toBe("");
  expect(check("--svg", ...all("stills"))).toBe("");
});

for (const name of ["embedding.html", "hosting.html", "changelog.html"]) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`${name}, ${colorScheme}: axe finds nothing, nothing is wider than the window, nothing moves`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ colorScheme, baseURL, viewport: { width: 360, height: 740 } });
      const page = await context.newPage();
      const { complaints } = watch(page);
      await page.addInitScript(() => {
        /** @type {any} */ (globalThis)[Symbol.for("moved")] = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (/** @type {any} */ (globalThis)[Symbol.for("moved")] += /** @type {any} */ (entry).value))).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(`/dist/${name}`);
      await nextFrame(page);
      expect(await page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("moved")])).toBeLessThan(0.01);
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width}`).toBe(0);
      }
      await page.setViewportSize({ width: 360, height: 740 });
      expect(complaints).toEqual([]);
      expect(await axe(page)).toEqual([]);
      await context.close();
    });
  }
}

// Fails when the code cannot be had without a mouse, or names another place than the one it was read at.
test("a piece of code is copied by keyboard, with the address of the site that it was read on", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/dist/embedding.html");
  await page.getByRole("button", { name: "Copy element" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").first()).toHaveText("Copied.");
  const code = snippets("embedding.html")[0]?.code ?? "";
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code.replaceAll(address, address.includes("example.com") ? `${baseURL}dist/` : address));
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the documentation can be read, and offers no button that does nothing", async ({ page }) => {
    await page.goto("/dist/embedding.html");
    await expect(page.locator("pre").first()).toContainText("<recursive-trap");
    await expect(page.getByRole("button")).toHaveCount(0);
  });
});

// Fails when the gallery leaves out a scene, or one of them does not come to its end there.
test("the gallery shows every scene live, with its idea, a page of its own, and its code", async ({ page }) => {
  test.setTimeout(180_000);
  const { complaints, requests } = watch(page);
  await keepJournal(page);
  await page.goto("/dist/gallery.html");
  // Wide drawings for a wide window, and nothing from outside of the folder.
  expect(requests.filter((url) => /-narrow|\/www\//.test(url))).toEqual([]);
  const ids = await page.locator("main > section").evaluateAll((sections) => sections.map(({ id }) => id));
  expect(ids).toEqual(readdirSync(new URL("../../dist/embed", import.meta.url)).map((name) => name.replace(".html", "")).sort((a, b) => ids.indexOf(a) - ids.indexOf(b)));
  expect(ids.length).toBeGreaterThan(15);
  const codes = snippets("gallery.html");
  for (const id of ids) {
    const section = page.locator(`#${id}`);
    await section.scrollIntoViewIfNeeded();
    await section.locator("recursive-trap").scrollIntoViewIfNeeded();
    await completed(page, `[scene="${id}"]`);
    await expect(section.locator("h2 a")).toHaveAttribute("href", `embed/${id}.html`);
    expect(codes.find(({ name }) => name === `${id}-element`)?.code).toContain(`<recursive-trap scene="${id}">`);
    expect(codes.find(({ name }) => name === `${id}-frame`)?.code).toContain(`src="${address}embed/${id}.html"`);
  }
  await happened(page, "complete", ids.length);
  await page.locator("details.code").first().evaluate((details) => details.setAttribute("open", ""));
  expect(await axe(page)).toEqual([]);
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: 740 });
    await nextFrame(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width}`).toBe(0);
  }
  expect(complaints).toEqual([]);
});

// Fails when a reader of oEmbed gets something else than its specification says, or the code in it does not run.
test("oEmbed is found from each page that can be framed, and its code is a figure", async ({ page, baseURL }) => {
  const pages = ["index.html", "embed.html", ...readdirSync(new URL("../../dist/embed", import.meta.url)).map((name) => `embed/${name}`)];
  for (const name of pages) {
    const [, link = ""] = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(shipped(name)) ?? [];
    const file = new URL(link, `${baseURL}${name}`).href.slice(baseURL?.length);
    const answer = JSON.parse(shipped(file));
    expect(answer, name).toMatchObject({ version: "1.0", type: "rich", provider_name: "The Recursive Trap", provider_url: address });
    for (const size of [answer.width, answer.height]) expect(Number.isInteger(size) && size > 100 && size < 5000, `${name}: ${size}`).toBe(true);
    expect(answer.title).toBe(text(/<title>(.*)<\/title>/.exec(shipped(name))?.[1] ?? ""));
    expect(answer.html).toContain(`src="${address}${name === "index.html" ? "embed.html" : name}"`);
  }
  await standAtAddress(page);
  const { html, height } = JSON.parse(shipped("oembed/loop.json"));
  await openArticle(page, `<div>${html}</div>`, { csp: "", scripted: false });
  await completed(await framed(page));
  await expect.poll(() => misfit(page)).toBe(0);
  // What a site that drops the script shows is nearly all of it.
  await page.setViewportSize({ width: 760, height: 700 });
  await expect.poll(() => misfit(page)).toBe(0);
  const needed = await page.locator("iframe").evaluate((frame) => frame.clientHeight);
  expect(Math.abs(height - needed), `${height} said, ${needed} needed`).toBeLessThan(100);
});
