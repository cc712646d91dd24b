import { expect, test } from "@playwright/test";
import { INSTRUMENT, captions, completions, controls, defaults, differences, drag, expectedRows, happened, ink, journal, keepJournal, nextFrame, numbersIn, openPage, pictures, recompute, rerun, tableRows } from "./support.js";

const CHARTS = /** @type {const} */ (["specimen", "survival", "rank"]);

// Fails when a generation is dropped, doubled or out of order between worker and page, when `complete` comes before the
// figure is drawn, or when the fallback stays.
test("the default corpus runs to the end", async ({ page }) => {
  await openPage(page);
  const events = await journal(page);
  const generations = events.filter(({ type }) => type === "generation").map(({ index }) => index);
  expect(generations).toEqual(Array.from({ length: defaults.generations + 1 }, (_, index) => index));
  expect(events.filter(({ type }) => type === "complete")).toHaveLength(1);
  expect(events.filter(({ type }) => type === "error")).toEqual([]);
  expect(events.find(({ type }) => type === "ready")?.thread).toBe("worker");
  const rows = await tableRows(page);
  expect(rows.map(({ generation }) => generation)).toEqual(generations);
  expect(rows.findIndex(({ current }) => current)).toBe(defaults.generations);
  await expect(page.getByText("A figure belongs here")).toBeHidden();
  await expect(controls(page).scrubber).toHaveValue(String(defaults.generations));
  expect((await captions(page)).specimen).toContain(`Generation ${defaults.generations}:`);
});

for (const ratio of [1, 2, 2.625]) {
  test.describe(`at ${ratio} device pixels to a CSS pixel`, () => {
    test.use({ deviceScaleFactor: ratio });
    // Fails when a chart is not drawn, is drawn for another size than its canvas has (the ink then fills a corner
    // only, or is cut off), or when the backing store does not follow the device.
    test("the three canvases are drawn, all over, at the resolution of the device", async ({ page }) => {
      await openPage(page);
      const scale = Math.min(3, Math.max(2, ratio));
      for (const generation of [0, defaults.generations]) {
        await drag(controls(page).scrubber, generation);
        await nextFrame(page);
        for (const name of CHARTS) {
          const { width, height, clientWidth, clientHeight, colours, share, across, down } = await ink(page.locator(`canvas.${name}`));
          // clientWidth is rounded to whole CSS pixels, the backing store is made of the exact size.
          expect(Math.abs(width - clientWidth * scale), `width of ${name}`).toBeLessThanOrEqual(scale);
          expect(Math.abs(height - clientHeight * scale), `height of ${name}`).toBeLessThanOrEqual(scale);
          expect(clientWidth, name).toBeGreaterThan(200);
          expect(colours, `colours of ${name}`).toBeGreaterThan(20);
          expect(share, `ink on ${name}`).toBeGreaterThan(0.005);
          expect(share, `ink on ${name}`).toBeLessThan(0.6);
          expect(across, `reach of ${name}`).toBeGreaterThan(0.8);
          expect(down, `reach of ${name}`).toBeGreaterThan(0.6);
        }
      }
    });
  });
}

// Fails when JavaScript computes, rounds or misplaces a number on its way from the wasm to the table.
test("the numbers in the table are the worker's, and written as numbers are written", async ({ page }) => {
  await openPage(page);
  const rows = await tableRows(page);
  expect(differences(rows, expectedRows(await recompute(page, defaults)))).toEqual([]);
  expect(Object.keys(rows[0]?.values ?? {})).toHaveLength(25);
  for (const { values, text } of rows) {
    expect(text.types).toBe(new Intl.NumberFormat("en").format(values.types ?? NaN));
    expect(text.entropy_bits).toBe((values.entropy_bits ?? NaN).toFixed(2));
    expect(text.survivors2).toBe(`${(100 * (values.survivors2 ?? NaN)).toFixed(1)}%`);
  }
});

// Fails when a caption, the list of lost words or the text beside the specimen speaks of another generation than the cursor's.
test("captions, lost words and text say what the table says, at every place of the cursor", async ({ page }) => {
  await openPage(page);
  const rows = await tableRows(page);
  const { generations } = await recompute(page, defaults);
  const types = (/** @type {number} */ generation) => rows[generation]?.values.types ?? NaN;
  for (const generation of [20, 0, 1, 7, 13]) {
    await drag(controls(page).scrubber, generation);
    await nextFrame(page);
    const said = await captions(page);
    const { values } = rows[generation] ?? { values: /** @type {Record<string, number>} */ ({}) };
    const lost = generations[generation]?.lost.split("\n").filter(Boolean) ?? [];
    expect(said.transcript).toBe(generations[generation]?.sample);
    expect(numbersIn(said.specimen)).toEqual(generation < 2 ? [generation] : [generation, generation - 1]);
    if (generation === 0) {
      expect(numbersIn(said.survival)).toEqual([values.types, values.hapax]);
      expect(numbersIn(said.rank)).toEqual([values.hapax]);
      expect(said.lost).toBe("");
    } else {
      const [round, left, of, share, low, high, baseline] = numbersIn(said.survival);
      expect([round, left, of]).toEqual([generation, types(generation), types(0)]);
      expect(share).toBeCloseTo(types(generation) / types(0), 3);
      expect([low, high, baseline]).toEqual([values.predicted_low, values.predicted_high, values.baseline_types].map((value) => Math.round(value ?? NaN)));
      expect(numbersIn(said.rank)).toEqual([types(0) - types(generation), types(0), values.hapax]);
      expect(numbersIn(said.lostHeading)).toEqual([types(generation - 1) - types(generation), generation]);
      expect(said.lost.split(", ").slice(0, 5)).toEqual(lost.slice(0, 5));
    }
    expect((await tableRows(page)).filter(({ current }) => current).map((row) => row.generation)).toEqual([generation]);
    for (const name of CHARTS) await expect(page.locator(`canvas.${name}`)).toHaveAttribute("aria-label", new RegExp(escape(said[name]) + "$"));
  }
});

// Fails when marks are shifted (by bytes instead of UTF-16 units, say), lost, or of the wrong kind.
test("words about to die and loops are marked in the text where the engine found them", async ({ page }) => {
  await openPage(page);
  const { generations } = await recompute(page, defaults);
  const kinds = new Set();
  for (const generation of [1, 2, 4, 9, 16]) {
    await drag(controls(page).scrubber, generation);
    await nextFrame(page);
    const { sample = "", marks = [] } = generations[generation] ?? {};
    const expected = [];
    for (let i = 0; i < marks.length; i += 3) expected.push([sample.slice(marks[i], marks[i + 1]), marks[i + 2] === 1 ? "last" : "loop"]);
    const shown = await page.locator(".transcript mark").evaluateAll((all) => all.map((mark) => [mark.textContent, mark.className]));
    expect(shown).toEqual(expected);
    for (const [passage, kind] of expected) {
      expect(passage).toMatch(/^\S(.*\S)?$/s);
      kinds.add(kind);
    }
  }
  expect([...kinds]).toContain("last");
});

// Fails when the engine goes on with a run that was overtaken, or the page shows anything of it after the next has begun.
test("a control changed in the middle of a run cancels it", async ({ page }) => {
  await keepJournal(page, { workers: true });
  await page.goto(INSTRUMENT);
  await happened(page, "complete");
  await page.evaluate(() => {
    /** @param {Event} event */
    const change = (event) => {
      if (/** @type {CustomEvent} */ (event).detail.index !== 5) return;
      removeEventListener("recursive-trap-generation", change);
      const seed = /** @type {HTMLInputElement | null | undefined} */ (document.querySelector("recursive-trap")?.shadowRoot?.querySelector("#seed"));
      if (!seed) return;
      seed.value = "77";
      seed.dispatchEvent(new Event("input", { bubbles: true }));
    };
    addEventListener("recursive-trap-generation", change);
  });
  await rerun(page, () => drag(controls(page).generations, 200));
  const events = await journal(page);
  const posts = events.flatMap((entry, at) => (entry.where === "to worker" && entry.type === "run" ? [{ ...entry, at }] : []));
  expect(posts).toHaveLength(3);
  const { at: old = 0 } = posts[1] ?? {};
  const { at: begun = 0, run } = posts[2] ?? {};
  const shownBefore = events.slice(old, begun).filter(({ where, type }) => where === "element" && type === "generation");
  expect(shownBefore.length, "the run was under way").toBeGreaterThan(5);
  expect(shownBefore.length, "the run was not over").toBeLessThan(201);
  const after = events.slice(begun);
  // What the worker had sent before it heard of the newer run may still arrive; after it has, nothing may.
  const heard = after.slice(after.findIndex(({ where, type, run: of }) => where === "from worker" && type === "accepted" && of === run));
  expect(heard.filter(({ where, run: of }) => where === "from worker" && of !== run)).toEqual([]);
  expect(events.filter(({ where }) => where === "worker ended"), "the worker is kept").toEqual([]);
  const again = expectedRows(await recompute(page, { ...defaults, generations: 200, seed: 77 }));
  const shown = after.filter(({ where, type }) => where === "element" && type === "generation");
  expect(shown.map(({ index }) => index)).toEqual(again.map((_, index) => index));
  expect(shown.map(({ metrics }) => metrics?.entropy_bits)).toEqual(again.map(({ entropy_bits }) => entropy_bits));
  expect(differences(await tableRows(page), again)).toEqual([]);
  expect(after.filter(({ type }) => type === "complete")).toHaveLength(1);
});

// Fails when a slider that is dragged leaves the figure at a value it has passed.
test("thirty changes in a row end at the last one", async ({ page }) => {
  await openPage(page);
  await page.locator("#temperature").evaluate(async (/** @type {HTMLInputElement} */ slider) => {
    for (let i = 0; i < 30; i++) {
      slider.value = String(0.5 + i / 20);
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => setTimeout(done, i % 7));
    }
  });
  const expected = expectedRows(await recompute(page, { ...defaults, temperature: 1.95 }));
  await expect.poll(async () => differences(await tableRows(page), expected)).toEqual([]);
});

// Fails when a control is not wired to the parameter it names, or a run is not what its settings say.
test("every control sets what it says", async ({ page }) => {
  await openPage(page);
  const c = controls(page);
  /** @type {[string, () => Promise<unknown>, Partial<import("./support.js").Experiment>][]} */
  const changes = [
    ["order", () => c.order(2).check({ force: true }), { order: 2 }],
    ["generations", () => drag(c.generations, 9), { generations: 9 }],
    ["temperature", () => drag(c.temperature, 0.7), { temperature: 0.7 }],
    ["seed", () => c.seed.fill("4294967295"), { seed: 4294967295 }],
    ["corpus", () => c.corpus.selectOption("sotu"), { corpus: "sotu" }],
    ["documents", () => drag(c.documents, 4), { documents: 200 }],
    ["top-k", () => c.topK.fill("40"), { topK: 40 }],
    ["top-p", () => drag(c.topP, 0.9), { topP: 0.9 }],
    ["regime", () => c.regime.selectOption("fresh"), { regime: "fresh=0.1" }],
  ];
  /** @type {import("./support.js").Experiment} */
  const settings = { ...defaults };
  for (const [name, change, set] of changes) {
    await rerun(page, change);
    Object.assign(settings, set);
    expect(differences(await tableRows(page), expectedRows(await recompute(page, settings))), name).toEqual([]);
    await expect(page.locator("recursive-trap")).toHaveAttribute(name, String(Object.values(set)[0]));
  }
});

// Fails when Play does not move, moves by more than one generation, does not stop, or runs past the end.
test("play, pause, step, scrubber and reset move through the generations", async ({ page }) => {
  await openPage(page);
  const { play, step, scrubber, reset, order } = controls(page);
  const cursor = async () => Number(await scrubber.inputValue());
  await expect(step).toHaveAttribute("aria-disabled", "true");

  await play.click();
  await expect(play).toHaveText("Pause");
  /** @type {number[]} */
  const seen = [];
  await expect.poll(async () => seen.push(await cursor()) && seen.at(-1), { intervals: [50] }).toBe(3);
  expect([...new Set(seen)], "from the human text, one by one").toEqual([0, 1, 2, 3].slice(seen[0]));
  expect(seen[0]).toBeLessThanOrEqual(1);
  await play.click();
  await expect(play).toHaveText("Play");
  const stopped = await cursor();
  await page.waitForTimeout(500);
  expect(await cursor()).toBe(stopped);

  await step.click();
  await expect(scrubber).toHaveValue(String(stopped + 1));
  expect((await captions(page)).specimen).toContain(`Generation ${stopped + 1}:`);
  const before = await pictures(page);
  await drag(scrubber, 15);
  await nextFrame(page);
  expect((await captions(page)).survival).toContain("After 15 rounds");
  const after = await pictures(page);
  for (const name of CHARTS) expect(after[name] === before[name], `${name} is drawn anew`).toBe(false);

  await drag(scrubber, 19);
  await play.click();
  await expect(scrubber).toHaveValue("20");
  await expect(play, "playing ends with the run").toHaveText("Play");
  await step.click({ force: true }); // Not disabled, so that the keyboard's place is not lost; but it does nothing.
  await expect(scrubber, "there is nothing behind the end").toHaveValue("20");

  await drag(scrubber, 4);
  await rerun(page, () => order(1).check({ force: true }));
  await expect(scrubber, "a new run keeps the reader's place").toHaveValue("4");
  await rerun(page, () => reset.click());
  await expect(scrubber).toHaveValue("20");
  await expect(order(3)).toBeChecked();
  expect(differences(await tableRows(page), expectedRows(await recompute(page, defaults)))).toEqual([]);
});

// Fails when the seed does not reach the sampler, or when anything but the seed decides the words.
test("a new seed gives other words, the same seed the same words and pictures again", async ({ page }) => {
  await openPage(page);
  const { newSeed, seed } = controls(page);
  const first = { said: await captions(page), drawn: await pictures(page) };
  await rerun(page, () => newSeed.click());
  const other = await seed.inputValue();
  expect(other).not.toBe("1");
  const second = await captions(page);
  expect(second.transcript).not.toBe(first.said.transcript);
  await rerun(page, () => seed.fill("1"));
  expect(await captions(page)).toEqual(first.said);
  expect(await pictures(page)).toEqual(first.drawn);
  await rerun(page, () => seed.fill(other));
  expect(await captions(page)).toEqual(second);
  expect(await completions(page)).toBe(4);
});

/** @param {string} text */
const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
