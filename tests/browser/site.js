// What the tests of the shipped site share: its files under the address that they were built for, its code to be copied, its servers.

import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ page: string, name: string, run: string, needs: string, code: string }} Snippet */

const dist = new URL("../../dist/", import.meta.url);

/** @param {string} name */
export const shipped = (name) => readFileSync(new URL(name, dist), "utf8");
/** @param {string} name */
export const isShipped = (name) => existsSync(new URL(name, dist));

/** Where the site is said to stand. @type {string} */
export const address = JSON.parse(shipped("oembed/story.json")).provider_url;

const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml" });

/** @param {string} markup */
export const text = (markup) => markup.replace(/<[^>]+>/g, "").replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** The code that a page offers to be copied. @param {string} page @returns {Snippet[]} */
export function snippets(page) {
  const html = shipped(page);
  const found = [...html.matchAll(/<pre[^>]*><code([^>]*)>([^]*?)<\/code><\/pre>/g)].map(([, attributes = "", code = ""]) => {
    const of = (/** @type {string} */ name) => new RegExp(`data-${name}="([^"]*)"`).exec(attributes)?.[1] ?? "";
    return { page, name: of("snippet"), run: of("run"), needs: of("needs"), code: text(code) };
  });
  if (found.length !== html.split("<pre").length - 1) throw new Error(`${page} has code that no test can find.`);
  return found;
}

/** The shipped files stand at the address that they were built for. @param {Page} page */
export async function standAtAddress(page) {
  await page.route(`${address}**`, (route) => {
    const name = decodeURIComponent(new URL(route.request().url()).pathname.slice(new URL(address).pathname.length)) || "index.html";
    if (!isShipped(name)) return route.fulfill({ status: 404, body: name });
    return route.fulfill({ body: readFileSync(new URL(name, dist)), contentType: TYPES[extname(name)] ?? "application/octet-stream", headers: { "access-control-allow-origin": "*" } });
  });
}

/** The rules of a `_headers` file, as the hosts that read it apply them. @param {string} file */
export function headerRules(file) {
  /** @type {{ fits: RegExp, headers: [string, string][] }[]} */
  const rules = [];
  for (const line of file.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"))) {
    const [, name = "", value = ""] = /^\s+([\w-]+): (.*)$/.exec(line) ?? [];
    if (name) rules.at(-1)?.headers.push([name, value]);
    else rules.push({ fits: new RegExp(`^${line.trim().replace(/[.?+^$()|[\]{}\\]/g, "\\$&").replaceAll("*", ".*")}$`), headers: [] });
  }
  return rules;
}

/**
 * dist/ at the root of a host that sends these headers; the same one twice counts twice.
 * @param {ReturnType<typeof headerRules>} rules
 * @param {Record<string, string>} [pages]  that it has besides, by path
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export function strictHost(rules, pages = {}) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = [path, `${path}index.html`, `${path}.html`].map((name) => new URL(`.${name}`, dist)).find((file) => existsSync(file) && statSync(file).isFile());
    for (const { fits, headers } of rules) if (fits.test(path)) for (const [name, value] of headers) response.appendHeader(name, value);
    if (pages[path]) return void response.setHeader("content-type", "text/html").end(pages[path]);
    if (!file) return void response.writeHead(404).end();
    response.setHeader("content-type", TYPES[extname(file.pathname)] ?? "application/octet-stream");
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    done({ origin: `http://127.0.0.1:${port}`, close: () => (server.closeAllConnections(), server.close()) });
  }));
}

/** Notes what a policy refuses, in the page and in its frames. To be called before it is opened. @param {Page} page @returns {Promise<string[]>} */
export async function violations(page) {
  /** @type {string[]} */
  const found = [];
  await page.exposeBinding("noteViolation", ({ frame }, what) => void found.push(`${frame.url()}: ${what}`));
  await page.addInitScript(() => addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => /** @type {any} */ (globalThis).noteViolation(`${violatedDirective} ${blockedURI} ${sample}`)));
  return found;
}

/** Waits until the figure of a page or of a frame is complete. @param {Page | import("@playwright/test").Frame} where @param {string} [selector] */
export const completed = (where, selector = "recursive-trap") =>
  where.waitForFunction((selector) => /** @type {any} */ (document.querySelector(selector))?.complete === true, selector, { polling: 50 });
