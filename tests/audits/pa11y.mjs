// What pa11y (HTML CodeSniffer and axe) finds in the bare element: the instrument, a scene, and each of them where something is broken.
//   node tests/audits/pa11y.mjs     with the browser at CHROME_PATH
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import pa11y from "pa11y";
import sirv from "sirv";
import config from "../../playwright.config.js";

/** What stands on the page, and what is there when it is ready. @type {[name: string, markup: string, ready: string][]} */
const PAGES = [
  ["the instrument", "<recursive-trap order='2' generations='4'></recursive-trap>", ".figure canvas"],
  ["a scene", "<recursive-trap scene='tail'></recursive-trap>", ".stage canvas"],
  ["the instrument, refused", "<recursive-trap order='9'><p>The still.</p></recursive-trap>", ".alert"],
  ["a failure", "<recursive-trap wasm-url='/nowhere.wasm'><p>The still.</p></recursive-trap>", ".alert.panel"],
];

const files = sirv(fileURLToPath(new URL("../..", import.meta.url)), { dev: true });
const server = createServer((request, response) => {
  const at = /^\/page\/(\d+)$/.exec(request.url ?? "")?.[1];
  const found = at === undefined ? undefined : PAGES[Number(at)];
  if (!found) return files(request, response);
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!doctype html><html lang="en"><head><title>An article</title><meta name="viewport" content="width=device-width, initial-scale=1"><script type="module" src="/dist/define.js"></script></head><body><main><h1>An article</h1>${found[1]}</main></body></html>`);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
let judged = 0;
try {
  for (const [i, [name, , ready]] of PAGES.entries()) {
    const { issues } = await pa11y(`http://127.0.0.1:${port}/page/${i}`, {
      runners: ["axe", "htmlcs"],
      standard: "WCAG2AA",
      chromeLaunchConfig: { executablePath: config.use?.launchOptions?.executablePath, args: config.use?.launchOptions?.args },
      // It has to be there, and its outline is in a shadow root.
      wait: 3000,
    });
    for (const { code, message, context } of issues) console.log(`${name}: ${code}: ${message} ${context}`);
    console.log(`${issues.length === 0 ? "ok  " : "FAIL"} ${name} (${ready})`);
    judged++;
    if (issues.length > 0) process.exitCode = 1;
  }
} finally {
  server.close();
}
if (judged !== PAGES.length) process.exitCode = 1;
