import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { openArticle } from "./support.js";

/** @typedef {{ order: number, generations: number, regime: string, seed: number, temperature: number, topK: number | null, topP: number | null, documents: number, metricsHash: string, sampleHash: string }} Case */

/** Written by tests/reproducibility.rs, which computes the same runs natively. @type {{ text: string, metrics: string[], cases: Case[] }} */
const golden = JSON.parse(readFileSync(new URL("../data/golden-run.json", import.meta.url), "utf8"));

// Fails when one bit of one metric, or one character of one sample, differs between this machine's processor and the wasm
// in the page's own worker: a `usize` drawn, a platform's `log`, an order that depends on a hash, a metric mislaid on the way.
test("in the worker the golden runs come out as they do natively, bit for bit", async ({ page }) => {
  await openArticle(page, "", { csp: "", scripted: false });
  const found = await page.evaluate(async ({ text, metrics: names, cases }) => {
    const path = "/www/pkg/worker-source.js";
    const source = (await import(path)).default;
    const wasm = await fetch("/www/pkg/recursive_trap.wasm").then((response) => response.arrayBuffer());
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    worker.postMessage({ type: "init", module: await WebAssembly.compile(wasm) });
    const runs = [];
    for (const [run, { order, generations, regime, seed, temperature, topK, topP, documents }] of cases.entries()) {
      const protocol = { documents, order, generations, regime, curation: "none", seed, temperature, topK: topK ?? undefined, topP: topP ?? undefined };
      /** @type {number[]} */
      const metrics = [];
      let samples = "";
      let trained = 0;
      const over = new Promise((done, failed) => {
        worker.onmessage = ({ data }) => {
          if (data.type === "started") trained = data.documents;
          if (data.type === "generation") {
            metrics.push(...new Uint8Array(data.metrics.buffer, 0, 8 * names.length));
            samples += data.sample;
          }
          if (data.type === "error") failed(new Error(data.message));
          if (data.type === "done") done(undefined);
        };
      });
      worker.postMessage({ type: "run", run, text: { key: "golden", source: text, tokenizer: "word" }, protocol });
      await over;
      runs.push({ documents: trained, metricsHash: fnv1a(metrics), sampleHash: fnv1a(new TextEncoder().encode(samples)) });
    }
    return runs;

    /** @param {Iterable<number>} bytes */
    function fnv1a(bytes) {
      let hash = 0xcbf29ce484222325n;
      for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
      return hash.toString(16).padStart(16, "0");
    }
  }, golden);
  expect(found).toHaveLength(19);
  expect(found).toEqual(golden.cases.map(({ documents, metricsHash, sampleHash }) => ({ documents, metricsHash, sampleHash })));
});
