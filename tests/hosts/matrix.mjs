// All hosts in one engine, one line each: `ok` or `FAIL`, the title, how long it took, what is wrong, what the engine hides.
import { HOSTS, judge, reservations } from "./hosts.mjs";
import { serveHosts } from "./server.mjs";

/** Longer than the page itself waits for both elements and the text that is pasted. */
const PATIENCE = 40_000;

/**
 * Of all hosts, or in full of the one whose id the program is given.
 * @param {object} driver
 * @param {(url: string) => Promise<unknown>} driver.open
 * @param {() => Promise<string>} driver.read  `window.verdict` as JSON
 * @param {RegExp} [driver.deaf]  what this engine tells nobody
 * @returns {Promise<number>} how many hosts failed
 */
export async function matrix({ open, read, deaf }) {
  const server = await serveHosts();
  const only = process.argv[2];
  let failed = 0;
  for (const host of HOSTS.filter(({ id }) => !only || id === only)) {
    const start = Date.now();
    await open(server.url(host));
    let verdict = JSON.parse(await read());
    while (!verdict?.done && Date.now() - start < PATIENCE) {
      await new Promise((done) => setTimeout(done, 50));
      verdict = JSON.parse(await read());
    }
    // Reports come a little later than what they tell of.
    await new Promise((done) => setTimeout(done, 100));
    const wrong = judge(host, verdict ?? undefined, server.traffic(host), deaf);
    const notes = reservations(host, verdict ?? undefined, deaf).map((note) => `note: ${note}`);
    if (wrong.length > 0) failed++;
    console.log([wrong.length > 0 ? "FAIL" : "ok", host.title, `${((Date.now() - start) / 1000).toFixed(1)} s`, ...wrong, ...notes].map((part) => part.replace(/\s+/g, " ")).join("\t"));
    if (only) console.log(JSON.stringify({ verdict, ...server.traffic(host) }, undefined, 2));
  }
  server.close();
  return failed;
}
