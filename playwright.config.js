// `cargo xtask test` sets CHROME_PATH to the Chromium it found; without it Playwright takes its own.
import { defineConfig } from "@playwright/test";

const port = Number(process.env.PORT ?? 4173);
const report = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

const ALONE = /\/(?:host|layout|lifecycle|run|story-looks)\.spec\.js$/;

export default defineConfig({
  testDir: "tests/browser",
  forbidOnly: true,
  // Those that measure time, memory or movement come last, and one at a time.
  projects: [
    { name: "together", testMatch: "**/*.spec.js", testIgnore: ALONE },
    { name: "alone", testMatch: ALONE, dependencies: ["together"], workers: 1 },
  ],
  workers: 2,
  timeout: 60_000,
  reporter: report ? [["list"], ["json", { outputFile: report }]] : "list",
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.CHROME_PATH,
      // The long ones keep the browser from looking for its maker's hosts.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: { command: `node xtask/serve.mjs ${port}`, port, reuseExistingServer: false },
});
