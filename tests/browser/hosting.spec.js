import { expect, test } from "@playwright/test";
import { completed, headerRules, isShipped, shipped, snippets, strictHost, text, violations } from "./site.js";
import { keepJournal, openArticle, watch } from "./support.js";

/** @type {Awaited<ReturnType<typeof strictHost>>} */
let host;
const rules = headerRules(shipped("_headers"));
const PAGES = ["/", "/index.html", "/gallery.html", "/embedding.html", "/hosting.html", "/changelog.html"];

test.beforeAll(async () => {
  host = await strictHost(rules);
});
test.afterAll(() => host.close());

test("the recipe that is shown is the file that is shipped", () => {
  expect(snippets("hosting.html").find(({ name }) => name === "netlify")?.code).toBe(shipped("_headers"));
});

// Fails when a header is said twice, where browsers take both policies, or a file of the page has none.
test("every page has one policy, and every file what others need to load it", async ({ request }) => {
  for (const path of [...PAGES, "/embed.html", "/embed/loop.html", "/define.js", "/page.css", "/pkg/recursive_trap.wasm", "/pkg/worker.js", "/corpora/moby-dick.txt", "/oembed/story.json"]) {
    const response = await request.get(host.origin + path);
    expect(response.status(), path).toBe(200);
    const of = (/** @type {string} */ name) => response.headersArray().filter((header) => header.name.toLowerCase() === name).map(({ value }) => value);
    expect(of("x-content-type-options"), path).toEqual(["nosniff"]);
    expect(of("referrer-policy"), path).toEqual(["no-referrer"]);
    expect(of("strict-transport-security")[0], path).toMatch(/^max-age=\d{8}/);
    expect(of("access-control-allow-origin"), path).toEqual(["*"]);
    expect(of("cross-origin-resource-policy"), path).toEqual(["cross-origin"]);
    const policies = of("content-security-policy");
    const [page, framed] = [PAGES.includes(path), path.startsWith("/embed") && path !== "/embedding.html"];
    expect(policies, path).toHaveLength(page || framed || path === "/pkg/worker.js" ? 1 : 0);
    if (page || framed) expect(policies[0]).toMatch(new RegExp(`^default-src 'none'; .*; frame-ancestors ${page ? "'none'" : "\\*"}$`));
    expect(policies.join()).not.toMatch(/'unsafe-/);
    expect(of("x-frame-options"), path).toEqual(page ? ["DENY"] : []);
    expect(of("cross-origin-opener-policy"), path).toEqual(page ? ["same-origin"] : []);
  }
});

test("under these headers the story runs without a violation", async ({ page }) => {
  const refused = await violations(page);
  const { complaints, requests } = watch(page);
  await page.goto(`${host.origin}/`);
  for (const id of ["photocopy", "next", "loop"]) {
    await page.locator(`[scene="${id}"]`).scrollIntoViewIfNeeded();
    await completed(page, `[scene="${id}"]`);
  }
  await page.locator("#sandbox").scrollIntoViewIfNeeded();
  await completed(page, "#sandbox recursive-trap");
  expect([refused, complaints]).toEqual([[], []]);
  expect(page.workers().length, "one for the scenes, one for the instrument").toBe(2);
  expect(requests.filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(host.origin))).toEqual([]);
});

for (const path of ["/gallery.html", "/embedding.html", "/hosting.html", "/changelog.html", "/embed.html?scene=loop&seed=7&theme=dark", "/embed/tail.html", "/embed.html"]) {
  test(`under these headers ${path} comes without a violation`, async ({ page }) => {
    const refused = await violations(page);
    const { complaints } = watch(page);
    await page.goto(host.origin + path);
    if (!/embedding|hosting|changelog/.test(path)) await completed(page);
    expect([refused, complaints]).toEqual([[], []]);
  });
}

test("under these headers a page of another site may frame what is made for it, and not the story", async ({ page }) => {
  const refused = await violations(page);
  const article = `<!doctype html><title>An article</title>${["embed/loop.html", 'embed.html?scene=next" sandbox="allow-scripts', "index.html"].map((src) => `<iframe title="A figure" src="${host.origin}/${src}"></iframe>`).join("")}`;
  const other = await strictHost([], { "/article.html": article });
  await page.goto(`${other.origin}/article.html`);
  const framed = () => page.frames().filter((frame) => frame.url().startsWith(`${host.origin}/embed`));
  await expect.poll(() => framed().length).toBe(2);
  for (const frame of framed()) await completed(frame);
  expect(page.frames().map((frame) => frame.url()).filter((url) => url.includes("index.html"))).toEqual([]);
  expect(refused).toEqual([]);
  other.close();
});

// Fails when the policy that is sent with the worker's file keeps it from computing.
test("the worker that is a file starts under the policy that comes with it", async ({ page }) => {
  const other = await strictHost(rules, { "/article.html": "<!doctype html><title>An article</title>" });
  await page.goto(`${other.origin}/article.html`);
  const answer = await page.evaluate(async () => {
    const module = await WebAssembly.compileStreaming(fetch("/pkg/recursive_trap.wasm"));
    const worker = new Worker("/pkg/worker.js");
    worker.postMessage({ type: "init", module });
    return new Promise((done) => {
      worker.onmessage = ({ data }) => done(data.type);
      worker.onerror = ({ message }) => done(message);
    });
  });
  expect(answer).toBe("ready");
  other.close();
});

// Fails when a page refers to a file by a path that is right at the root only, or to one that is not shipped.
test("the folder works below a path, and holds all that its pages name", async ({ page }) => {
  /** @type {string[]} */
  const missing = [];
  page.on("response", (response) => response.status() >= 400 && missing.push(response.url()));
  await page.route("**/a/b/**", (route) => {
    const { pathname, search } = new URL(route.request().url());
    return route.fetch({ url: `${host.origin}${pathname.replace("/a/b/", "/")}${search}` }).then((response) => route.fulfill({ response }));
  });
  for (const name of ["index.html", "gallery.html", "embed.html?scene=safe", "embed/worth.html", "embedding.html", "hosting.html", "changelog.html"]) {
    await page.goto(`${host.origin}/a/b/${name}`);
    if (!/embedding|hosting|changelog/.test(name)) await completed(page);
    const named = await page.evaluate(() => [...document.querySelectorAll("[src], [href], [srcset]")].flatMap((element) => ["src", "href", "srcset"].map((name) => element.getAttribute(name) ?? "")).filter((to) => to !== "" && !/^(https?:|data:|#)/.test(to)).map((to) => new URL(to, location.href).pathname));
    for (const path of named) expect(path.startsWith("/a/b/") && isShipped(path.slice("/a/b/".length)), `${name} names ${path}`).toBe(true);
  }
  expect(missing).toEqual([]);
});

const WHOLE = { "script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "blob:", "style-src": "'self'", "connect-src": "'self'" };
const TRUSTED = { "require-trusted-types-for": "'script'", "trusted-types": "recursive-trap" };

/**
 * What the documentation says that comes of each word that is missing.
 * @type {[without: string, policy: Record<string, string>, outcome: "worker" | "main" | "unscripted" | RegExp][]}
 */
const MISSING = [
  ["nothing", { ...WHOLE, ...TRUSTED }, "worker"],
  ["script-src with the host", { ...WHOLE, "script-src": "'wasm-unsafe-eval'" }, "unscripted"],
  ["'wasm-unsafe-eval'", { ...WHOLE, "script-src": "'self'" }, /'wasm-unsafe-eval'/],
  ["worker-src blob:", { ...WHOLE, "worker-src": "'none'" }, "main"],
  ["connect-src with the host", { ...WHOLE, "connect-src": "'none'" }, /Add 'self' to connect-src/],
  ["style-src", { ...WHOLE, "style-src": "'none'" }, "worker"],
  ["trusted-types recursive-trap", { ...WHOLE, ...TRUSTED, "trusted-types": "'none'" }, "main"],
];

for (const [without, policy, outcome] of MISSING) {
  // Fails when an author is told of another outcome than the one that readers meet.
  test(`without ${without} comes what the documentation says`, async ({ page }) => {
    const says = text(shipped("hosting.html"));
    if (without !== "nothing") expect(says).toContain(without);
    await keepJournal(page);
    const csp = `default-src 'none'; img-src data:; ${Object.entries(policy).map(([name, value]) => `${name} ${value}`).join("; ")}`;
    await openArticle(page, '<recursive-trap scene="chance"><p>What stands inside.</p></recursive-trap>', { csp });
    if (outcome === "worker" || outcome === "main") {
      await completed(page);
      expect(page.workers()).toHaveLength(outcome === "worker" ? 1 : 0);
      return;
    }
    await expect(page.getByText("What stands inside.")).toBeVisible();
    if (outcome instanceof RegExp) await expect(page.locator(".alert").first()).toContainText(outcome);
    else expect(await page.evaluate(() => customElements.get("recursive-trap") === undefined)).toBe(true);
  });
}
