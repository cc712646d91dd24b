// What the browser tests share: opening the page, noting what it does, reading what it shows, and computing the same again.

import { expect } from "@playwright/test";
import { readFileSync } from "node:fs";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Locator} Locator */
/** @typedef {import("../../www/types.js").Bindings} Bindings */
/** @typedef {import("../../www/types.js").Protocol} Protocol */
/**
 * One thing that happened: an event of the element ("generation", "complete", ...), or a message to or from a worker.
 * @typedef {object} Entry
 * @property {"element" | "to worker" | "from worker" | "worker made" | "worker ended"} where
 * @property {string} type
 * @property {number} [run]
 * @property {number} [index]
 * @property {Record<string, number>} [metrics]
 * @property {string} [message]
 * @property {boolean} [fatal]
 * @property {string} [thread]
 */
/** @typedef {Record<string, number>} Numbers */
/** @typedef {{ corpus?: string, text?: string, tokenizer?: string } & Partial<Protocol>} Experiment */
/**
 * @typedef {object} Recomputed
 * @property {string[]} names
 * @property {number[]} prediction
 * @property {number[]} humanCounts
 * @property {number} documents
 * @property {{ index: number, metrics: number[], counts: number[], sample: string, marks: number[], lost: string }[]} generations
 */

/** What the element computes when the page sets nothing. */
export const defaults = Object.freeze({ corpus: "moby-dick", order: 3, generations: 20, temperature: 1, seed: 1 });

/** A page with the whole instrument and nothing else. */
export const INSTRUMENT = "/examples/instrument.html";

const index = readFileSync(new URL("../../index.html", import.meta.url), "utf8");
/** The project's own Content-Security-Policy. */
export const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(index)?.[1] ?? "";
/** The script that an article loads. */
export const script = "dist/define.js";

/**
 * Notes the element's events and, asked to, what passes between page and worker. The journal hangs on a symbol, so that it
 * is no global of its own. To be called before the page is opened.
 * @param {Page} page
 * @param {{ workers?: boolean }} [options]
 */
export async function keepJournal(page, { workers = false } = {}) {
  await page.addInitScript((spied) => {
    /** @type {any[]} */
    const journal = [];
    /** @type {any} */ (globalThis)[Symbol.for("journal")] = journal;
    for (const type of ["ready", "generation", "complete", "error"]) {
      addEventListener(`recursive-trap-${type}`, (event) => {
        const { index, metrics, message, fatal, thread } = /** @type {CustomEvent} */ (event).detail;
        journal.push({ where: "element", type, index, metrics, message, fatal, thread });
      });
    }
    if (!spied) return;
    globalThis.Worker = class extends Worker {
      /** @param {string | URL} url */
      constructor(url) {
        super(url);
        journal.push({ where: "worker made", type: "worker" });
        this.addEventListener("message", ({ data: { type, run, index } }) => journal.push({ where: "from worker", type, run, index }));
      }
      /** @type {Worker["postMessage"]} */
      postMessage(/** @type {any} */ message) {
        journal.push({ where: "to worker", type: message.type, run: message.run });
        super.postMessage(message);
      }
      terminate() {
        journal.push({ where: "worker ended", type: "worker" });
        super.terminate();
      }
    };
  }, workers);
}

/**
 * @param {Page} page
 * @returns {Promise<Entry[]>}
 */
export function journal(page) {
  return page.evaluate(() => /** @type {any} */ (globalThis)[Symbol.for("journal")]);
}

/**
 * Waits until the journal holds so many events of a type.
 * @param {Page} page
 * @param {string} type
 * @param {number} [count]
 */
export async function happened(page, type, count = 1) {
  await page.waitForFunction(
    ([wanted, least]) => /** @type {any} */ (globalThis)[Symbol.for("journal")].filter((/** @type {any} */ e) => e.where === "element" && e.type === wanted).length >= least,
    /** @type {const} */ ([type, count]),
  );
}

/**
 * Does something that starts a run, and waits for the end of a run that was not complete before.
 * @param {Page} page
 * @param {() => Promise<unknown>} change
 */
export async function rerun(page, change) {
  const before = await completions(page);
  await change();
  await happened(page, "complete", before + 1);
}

/** @param {Page} page */
export const completions = async (page) => (await journal(page)).filter(({ where, type }) => where === "element" && type === "complete").length;

/**
 * Opens the project's page, waits for the end of its first run, and opens the settings that are folded away.
 * @param {Page} page
 * @param {{ workers?: boolean, folded?: boolean }} [options]  `folded`: leaves them folded
 */
export async function openPage(page, { folded = false, ...options } = {}) {
  await keepJournal(page, options);
  await page.goto(INSTRUMENT);
  await happened(page, "complete");
  if (!folded) await unfold(page);
}

/** Opens the settings that are folded away. @param {Page} page */
export const unfold = (page) => page.locator("#more, #remedies").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));

/**
 * Opens an article of the test's own, on the server's origin and with the project's Content-Security-Policy unless told
 * otherwise, that holds `body`.
 * @param {Page} page
 * @param {string} body
 * @param {{ csp?: string, scripted?: boolean }} [options]
 */
export async function openArticle(page, body, { csp = policy, scripted = true } = {}) {
  const module = scripted ? `<script type="module" src="/${script}"></script>` : "";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An article</title><link rel="icon" href="data:,">${module}</head><body>${body}</body></html>`;
  await page.route("**/article.html", (route) => route.fulfill({ body: html, contentType: "text/html", headers: csp ? { "content-security-policy": csp } : {} }));
  await page.goto("/article.html");
}

/**
 * What the browser complains about, and what it fetches.
 * @param {Page} page
 */
export function watch(page) {
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const requests = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("request", (request) => requests.push(request.url()));
  return { complaints, requests };
}

/**
 * Rows of both tables as numbers, by the name of the metric.
 * @param {Page | Locator} where
 * @returns {Promise<{ generation: number, current: boolean, values: Numbers, text: Record<string, string> }[]>}
 */
export function tableRows(where) {
  return where.locator(".tables").first().evaluate((both) => {
    const [rows = [], costs = []] = [...both.querySelectorAll("tbody")].map((body) => [...body.rows]);
    return rows.map((row, i) => {
      const cells = [row, costs[i]].flatMap((row) => [...(row?.cells ?? [])].slice(1));
      return {
        generation: Number(row.dataset.generation),
        current: row.hasAttribute("aria-current") && costs[i]?.hasAttribute("aria-current") === true,
        values: Object.fromEntries(cells.map(({ dataset }) => [dataset.metric ?? "", Number(dataset.value)])),
        text: Object.fromEntries(cells.map(({ dataset, textContent }) => [dataset.metric ?? "", textContent ?? ""])),
      };
    });
  });
}

/**
 * The same experiment once more, by the same wasm, in an instance of the test's own.
 * @param {Page} page
 * @param {Experiment} experiment
 * @returns {Promise<Recomputed>}
 */
export function recompute(page, experiment) {
  return page.evaluate(async (/** @type {Experiment} */ { corpus = "moby-dick", text, tokenizer = "word", documents, order = 3, generations = 20, regime = "replace", curation = "none", temperature = 1, topK, topP, seed = 1 }) => {
    const glue = "/www/pkg/bindings.js?copy=recomputed";
    /** @type {Bindings} */
    const bindings = (await import(glue)).default;
    const wasm = await fetch("/www/pkg/recursive_trap.wasm?reference").then((response) => response.arrayBuffer());
    await bindings({ module_or_path: await WebAssembly.compile(wasm) });
    const load = async () => (await fetch(`/www/corpora/${corpus}.txt?reference`)).text();
    const source = text === undefined ? await load() : text;
    const human = new bindings.Text(source, tokenizer);
    const recursion = new bindings.Recursion(human, documents, order, generations, regime, curation, temperature, topK, topP, seed);
    /** @type {Recomputed} */
    const result = {
      names: bindings.metricNames().split(" "),
      prediction: [...recursion.prediction()],
      humanCounts: [...recursion.humanCounts()],
      documents: recursion.documents,
      generations: [],
    };
    for (let now = recursion.next(); now; now = recursion.next()) {
      result.generations.push({ index: now.index, metrics: [...now.metrics()], counts: [...now.counts()], sample: now.sample(), marks: [...now.marks()], lost: now.lost() });
      now.free();
    }
    recursion.free();
    human.free();
    return result;
  }, experiment);
}

/**
 * What the table has to hold for a recomputed run.
 * @param {Recomputed} run
 * @returns {Numbers[]}
 */
export function expectedRows({ names, prediction, generations }) {
  const width = generations.length;
  return generations.map(({ metrics }, generation) => ({
    ...Object.fromEntries(names.map((name, column) => [name, metrics[column] ?? NaN])),
    predicted: prediction[generation] ?? NaN,
    predicted_low: prediction[width + generation] ?? NaN,
    predicted_high: prediction[2 * width + generation] ?? NaN,
  }));
}

/**
 * Every number in the table that is not, bit for bit, the one expected.
 * @param {{ generation: number, values: Numbers }[]} rows
 * @param {Numbers[]} expected
 */
export function differences(rows, expected) {
  const found = rows.length === expected.length ? [] : [`${rows.length} rows instead of ${expected.length}`];
  rows.forEach(({ generation, values }, i) => {
    if (generation !== i) found.push(`row ${i} says it is generation ${generation}`);
    for (const [name, value] of Object.entries(values)) {
      if (!Object.is(value, expected[i]?.[name])) found.push(`generation ${i}, ${name}: ${value} instead of ${expected[i]?.[name]}`);
    }
  });
  return found;
}

/** Where everything stands, among what is unfolded, that a longer sentence could push away. @param {Page} page */
export const places = (page) => page.locator("recursive-trap").evaluate((element) =>
  [...(element.shadowRoot?.querySelectorAll(".plate, .sentence, .transcript, .legend, .lost, .settings, .account") ?? [])].filter((part) => part.checkVisibility()).map((part) => {
    const { top, height } = part.getBoundingClientRect();
    return [part.className, part.closest("figure")?.className, Math.round(top + scrollY), Math.round(height)];
  }));

/**
 * The tables hold what the core computes with these settings.
 * @param {Page} page
 * @param {Partial<Experiment>} settings
 */
export async function expectRun(page, settings) {
  expect(differences(await tableRows(page), expectedRows(await recompute(page, { ...defaults, ...settings }))), JSON.stringify(settings)).toEqual([]);
}

/**
 * What is on a canvas: how many colours, which share of it is not paper, and how far that reaches (0 to 1).
 * @param {Locator} canvas
 */
export function ink(canvas) {
  return canvas.evaluate((element) => {
    const { width, height, clientWidth, clientHeight } = /** @type {HTMLCanvasElement} */ (element);
    const context = /** @type {HTMLCanvasElement} */ (element).getContext("2d");
    if (!context || width === 0 || height === 0) return { width, height, clientWidth, clientHeight, colours: 0, share: 0, across: 0, down: 0 };
    const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    const [paper] = [...counts].reduce((most, next) => (next[1] > most[1] ? next : most));
    let [left, right, top, bottom, inked] = [width, -1, height, -1, 0];
    for (let y = 0, i = 0; y < height; y++) {
      for (let x = 0; x < width; x++, i++) {
        if (pixels[i] === paper) continue;
        inked++;
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < top) top = y;
        bottom = y;
      }
    }
    return {
      width, height, clientWidth, clientHeight,
      colours: counts.size,
      share: inked / pixels.length,
      across: (right - left + 1) / width,
      down: (bottom - top + 1) / height,
    };
  });
}

/**
 * The pictures as the canvases hold them.
 * @param {Page} page
 */
export function pictures(page) {
  return page.locator("recursive-trap").first().evaluate((element) => {
    const canvases = element.shadowRoot?.querySelectorAll("canvas") ?? [];
    return Object.fromEntries([...canvases].map((canvas) => [canvas.className, canvas.toDataURL()]));
  });
}

/**
 * Sentences the figure says now.
 * @param {Page} page
 */
export async function captions(page) {
  const text = (/** @type {string} */ selector) => page.locator(selector).first().innerText();
  return {
    specimen: await text("figure.specimen .sentence > span"),
    survival: await text("figure.survival .sentence > span"),
    rank: await text("figure.rank .sentence > span"),
    transcript: (await page.locator(".transcript > span").first().textContent()) ?? "",
    lostHeading: await text(".lost > p:first-child span"),
    lost: await text(".words"),
  };
}

/** Numbers in an English sentence: "1,234" is one, "95.5%" is 0.955. @param {string} sentence */
export function numbersIn(sentence) {
  return [...sentence.matchAll(/(\d[\d,]*(?:\.\d+)?)(%)?/g)].map(([, digits = "", percent]) => Number(digits.replaceAll(",", "")) / (percent ? 100 : 1));
}

/** A frame has been drawn after everything asked for so far. @param {Page} page */
export const nextFrame = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** What went wrong, in a sentence; empty when nothing did. @param {Page} page */
export const alertSentence = (page) => page.getByRole("alert").locator("span");

/** The reader's controls. @param {Page} page */
export function controls(page) {
  /** @param {"button" | "slider" | "combobox" | "spinbutton" | "radio"} role @param {string | RegExp} name */
  const named = (role, name) => page.getByRole(role, { name, exact: true }).first();
  return {
    play: page.locator("button.play").first(),
    step: named("button", "Step"),
    reset: named("button", "Reset"),
    retry: named("button", "Retry"),
    newSeed: named("button", "New seed"),
    scrubber: named("slider", "Generation"),
    generations: named("slider", "Generations"),
    documents: named("slider", "Sentences"),
    temperature: named("slider", "Temperature"),
    regime: named("combobox", "What the next model reads"),
    share: named("slider", /^(Human share|Machine share|Weight of human text)$/),
    round: named("slider", /^(From round|Reached in round)$/),
    /** @param {string} name */
    growth: (name) => named("radio", name),
    topK: named("spinbutton", "Top-k"),
    topP: named("slider", "Top-p"),
    corpus: named("combobox", "Human text"),
    seed: named("spinbutton", "Seed"),
    /** @param {number} order */
    order: (order) => named("radio", String(order)),
    detector: named("combobox", "Detector"),
    teacher: named("combobox", "Small teacher"),
    review: named("combobox", "Human review"),
    /** @param {string} id  a slider or a choice of a remedy, "teacher-share" */
    remedy: (id) => page.locator(`#${id}`).first(),
  };
}

/**
 * What a native slider does when it is dragged there.
 * @param {Locator} slider
 * @param {number} value
 */
export const drag = (slider, value) => slider.fill(String(value));
