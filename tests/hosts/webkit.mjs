// All hosts in WebKitGTK, a stand-in for Safari: WebKitWebDriver, spoken to without a library, on a screen that nobody sees.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { matrix } from "./matrix.mjs";

/** @type {import("node:child_process").ChildProcess[]} */
const children = [];
/** @param {string} program @param {string[]} options @param {NodeJS.ProcessEnv} [env] */
function start(program, options, env = process.env) {
  const child = spawn(program, options, { env, stdio: ["ignore", "pipe", "inherit"] });
  child.on("error", (error) => {
    console.error(`${program}: ${error.message}`);
    process.exit(1);
  });
  children.push(child);
  return child;
}

/** The small browser that comes with the library, in a folder named after the machine. */
function miniBrowser() {
  const candidates = readdirSync("/usr/lib").map((folder) => `/usr/lib/${folder}/webkit2gtk-4.1/MiniBrowser`);
  const found = candidates.find(existsSync);
  if (!found) throw new Error("There is no MiniBrowser of WebKitGTK.");
  return found;
}

/** @returns {Promise<number>} */
const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

/**
 * A command of the WebDriver protocol.
 * @param {string} url
 * @param {object} [body]
 * @param {string} [method]
 */
async function command(url, body, method = "POST") {
  const response = await fetch(url, { method, ...(body ? { body: JSON.stringify(body), headers: { "content-type": "application/json" } } : {}) });
  const { value } = /** @type {any} */ (await response.json());
  if (!response.ok) throw new Error(`${url}: ${value?.message}`);
  return value;
}

try {
  const screen = start("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
  const display = await new Promise((resolve) => screen.stdout?.once("data", (number) => resolve(`:${String(number).trim()}`)));
  const driver = `http://127.0.0.1:${await freePort()}`;
  start(process.env.WEBKIT_DRIVER_PATH ?? "WebKitWebDriver", [`--port=${new URL(driver).port}`], { ...process.env, DISPLAY: display });
  for (let i = 0; i < 100 && !(await fetch(`${driver}/status`).catch(() => undefined)); i++) await new Promise((done) => setTimeout(done, 50));

  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } } };
  const { sessionId } = await command(`${driver}/session`, { capabilities });
  const session = `${driver}/session/${sessionId}`;
  const failed = await matrix({
    open: (url) => command(`${session}/url`, { url }),
    read: () => command(`${session}/execute/sync`, { script: "return JSON.stringify(window.verdict ?? null)", args: [] }),
    // A worker hears of no violation of its own, and none is reported; that it is refused shows in the last row.
    deaf: /^worker violation/,
  });
  process.exitCode = failed > 0 ? 1 : 0;
  await command(session, undefined, "DELETE");
} finally {
  for (const child of children) child.kill();
}
