import { expect, test } from "@playwright/test";
import { captions, controls, defaults, differences, expectedRows, nextFrame, openPage, recompute, rerun, tableRows } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ name: string, type: string, box: { x: number, y: number, width: number, height: number } }} Stop */

/** Every stop of the Tab key within the figure, in the order in which they come. */
const STOPS = ["play", "scrubber", "step", "reset", "regime", "corpus", "generations", "temperature", "settings-why", "remedies", "detector", "teacher", "review", "more", "top-k", "top-p", "order", "documents", "seed", "new seed", "more-why", "figures-why", "numbers", "table", "numbers-why", "costs", "table", "costs-why"];

/**
 * Where the keyboard is; "outside" when it is not in the figure.
 * @param {Page} page
 * @returns {Promise<Stop>}
 */
function stop(page) {
  return page.evaluate(() => {
    const element = document.activeElement?.shadowRoot?.activeElement;
    if (!element) return { name: "outside", type: document.activeElement?.localName ?? "", box: { x: 0, y: 0, width: 0, height: 0 } };
    const { x, y, width, height } = element.getBoundingClientRect();
    const { name, type } = /** @type {HTMLInputElement} */ (element);
    const said = element.matches(".play") ? "play" : element.matches("summary") ? element.parentElement?.id ?? "" : element.matches("[role=region]") ? "table" : element.textContent?.toLowerCase() ?? "";
    return { name: name || element.id || said, type: type ?? element.localName, box: { x, y, width, height } };
  });
}

/**
 * Presses a key until the keyboard has come into the figure and out of it again.
 * @param {Page} page
 * @param {string} key
 * @param {(stop: Stop) => Promise<unknown>} [at]  called at each stop in the figure
 */
async function walk(page, key, at = async () => {}) {
  /** @type {Stop[]} */
  const stops = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    const now = await stop(page);
    if (now.name !== "outside") {
      stops.push(now);
      await at(now);
    } else if (stops.length > 0) return stops;
  }
  throw new Error(`The keyboard does not leave the figure: ${stops.map(({ name }) => name)}`);
}

/** Opens the tables without going there. @param {Page} page */
const openTables = (page) => page.locator(".tables details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));

// Fails when a control is out of the keyboard's reach, comes twice or out of turn, or keeps the focus for itself.
test("Tab reaches every control once, in order, and leaves the figure; Shift+Tab comes back the same way", async ({ page }) => {
  await openPage(page);
  await openTables(page);
  expect((await walk(page, "Tab")).map(({ name }) => name)).toEqual(STOPS);
  const behind = await page.evaluate(() => document.activeElement?.localName);
  expect(behind, "the footer's links come next").toBe("a");
  expect((await walk(page, "Shift+Tab")).map(({ name }) => name)).toEqual([...STOPS].reverse());
});

for (const width of [360, 768, 1280]) {
  // Fails when the keyboard jumps up the page: order in the document and order on the screen have come apart.
  test(`at ${width} px the keyboard goes down the page as the eye does`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await openPage(page);
    const stops = await page.locator("recursive-trap").evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll("button, input, select, summary") ?? [])].flatMap((control) => {
        const { top, bottom, left } = control.getBoundingClientRect();
        return control.checkVisibility({ visibilityProperty: true }) && bottom > top ? [{ name: control.id || control.textContent, top, bottom, left }] : [];
      }));
    expect(stops.length).toBeGreaterThan(12);
    stops.slice(1).forEach((next, i) => {
      const before = stops[i] ?? next;
      const above = next.bottom <= before.top;
      const left = next.top < before.bottom && next.bottom > before.top && next.left < before.left;
      expect(above || left, `${next.name} is ${above ? "above" : "to the left of"} ${before.name}`).toBe(false);
    });
  });
}

// Fails when a control does not show that the keyboard is at it: an outline removed, hidden behind another box, or too faint.
test("focus is seen at every control", async ({ page, context }) => {
  await openPage(page);
  await openTables(page);
  const darkroom = await context.newPage();
  await page.bringToFront();
  /** @type {string[]} */
  const seen = [];
  await walk(page, "Tab", async ({ name, type }) => {
    // Where it is now: the key may have scrolled the page.
    await nextFrame(page);
    const { box } = await stop(page);
    const clip = { x: Math.max(0, box.x - 8), y: Math.max(0, box.y - 8), width: box.width + 16, height: Math.min(box.height, 200) + 16 };
    const focused = await page.screenshot({ clip });
    await page.evaluate(() => /** @type {HTMLElement | null | undefined} */ (document.activeElement?.shadowRoot?.activeElement)?.blur());
    const blurred = await page.screenshot({ clip });
    // A slider shows it at its thumb, anything else at its edge: selected text inside would be no sign of focus.
    const changed = await changedPixels(darkroom, focused, blurred, type === "range" ? Infinity : 14);
    expect(changed, `${name}: pixels that show focus`).toBeGreaterThan(60);
    seen.push(name);
  });
  expect(seen).toEqual(STOPS);
});

/**
 * Pixels that differ clearly between two pictures of one size, no further from the edge than `band`.
 * @param {Page} darkroom
 * @param {Buffer} one
 * @param {Buffer} other
 * @param {number} band
 */
function changedPixels(darkroom, one, other, band) {
  return darkroom.evaluate(async ([first = "", second = "", rim]) => {
    const pixels = async (/** @type {string | number} */ base64) => {
      const bytes = Uint8Array.from(atob(String(base64)), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
      context?.drawImage(image, 0, 0);
      return /** @type {ImageData} */ (context?.getImageData(0, 0, image.width, image.height));
    };
    const [a, b] = [await pixels(first), await pixels(second)];
    let changed = 0;
    for (let i = 0; i < a.data.length; i += 4) {
      const [x, y] = [(i / 4) % a.width, Math.floor(i / 4 / a.width)];
      const inside = Math.min(x, y, a.width - 1 - x, a.height - 1 - y);
      const difference = Math.max(...[0, 1, 2].map((channel) => Math.abs((a.data[i + channel] ?? 0) - (b.data[i + channel] ?? 0))));
      if (inside <= Number(rim) && difference > 64) changed++;
    }
    return changed;
  }, [one.toString("base64"), other.toString("base64"), band]);
}

// Fails when a key does not do what it does at every native control, or a run takes the focus away.
test("the keys of native controls move the figure", async ({ page }) => {
  await openPage(page);
  const { play, scrubber, step, order, seed, generations } = controls(page);
  await scrubber.focus();
  for (const [key, generation] of /** @type {const} */ ([["ArrowLeft", 19], ["ArrowLeft", 18], ["Home", 0], ["ArrowRight", 1], ["ArrowUp", 2], ["End", 20]])) {
    await page.keyboard.press(key);
    await expect(scrubber).toHaveValue(String(generation));
    await expect(scrubber).toHaveAttribute("aria-valuetext", `${generation} of 20`);
    await nextFrame(page);
    expect((await captions(page)).specimen, key).toContain(`Generation ${generation}:`);
  }
  await expect(scrubber).toBeFocused();

  await play.focus();
  await page.keyboard.press("Space");
  await expect(play).toHaveText("Pause");
  await expect(scrubber).not.toHaveValue("20");
  await page.keyboard.press("Space");
  await expect(play).toHaveText("Play");
  await expect(play).toBeFocused();
  const place = Number(await scrubber.inputValue());

  await step.focus();
  await page.keyboard.press("Enter");
  await expect(scrubber).toHaveValue(String(place + 1));
  for (let i = place + 1; i < 22; i++) await page.keyboard.press("Enter");
  await expect(scrubber).toHaveValue("20");
  await expect(step, "at the end the button stays, and so does the reader").toBeFocused();

  await order(3).focus();
  await rerun(page, () => page.keyboard.press("ArrowLeft"));
  await expect(order(2)).toBeChecked();
  await expect(order(2)).toBeFocused();
  await generations.focus();
  await rerun(page, () => page.keyboard.press("ArrowLeft"));
  await expect(generations).toBeFocused();
  await seed.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await rerun(page, () => page.keyboard.type("9"));
  await expect(seed).toBeFocused();
  expect(differences(await tableRows(page), expectedRows(await recompute(page, { ...defaults, order: 2, generations: 19, seed: 9 })))).toEqual([]);

  const summary = page.locator("#numbers > summary");
  await summary.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#numbers table")).toBeVisible();
});

// Fails when a control has no name for those who do not see it, or its group or its value in words is lost.
test("every control has a name, and says its value in words", async ({ page }) => {
  await openPage(page);
  const c = controls(page);
  for (const control of [c.play, c.step, c.reset, c.newSeed, c.scrubber, c.generations, c.documents, c.temperature, c.topK, c.topP, c.regime, c.corpus, c.seed, c.order(1), c.order(5)]) await expect(control).toBeVisible();
  await expect(c.play).toHaveAccessibleName("Play");
  const nameless = await page.locator("recursive-trap").evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    return [...root.querySelectorAll("input, select")].filter((input) => !/** @type {HTMLInputElement} */ (input).labels?.length).map(({ outerHTML }) => outerHTML);
  });
  expect(nameless).toEqual([]);
  await expect(page.getByRole("radiogroup", { name: "Order" })).toBeVisible();
  await expect(page.getByRole("group", { name: "The experiment" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Generation by generation" })).toBeVisible();
  for (const name of ["Specimen", "Survival", "Rank and frequency"]) await expect(page.getByRole("img", { name: new RegExp(`^${name}\\. .{20,}`) })).toBeVisible();
  for (const slider of [c.scrubber, c.generations, c.documents, c.temperature]) await expect(slider).toHaveAttribute("aria-valuetext", /\d/);
  await expect(c.topP).toHaveAttribute("aria-valuetext", "off");
  await expect(page.getByRole("table", { name: "The numbers behind the curves" }), "closed at first").toBeHidden();
  await page.locator("#numbers > summary").click();
  await expect(page.getByRole("table", { name: "The numbers behind the curves" })).toBeVisible();
  await expect(page.getByRole("columnheader")).toHaveCount(14);
});

for (const width of [320, 1280]) {
  // Fails when something to be pressed is smaller than a fingertip needs (WCAG 2.5.8: 24 by 24 CSS pixels).
  test(`at ${width} px everything that can be pressed is 24 px wide and high`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPage(page);
    const targets = await page.locator("recursive-trap").evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll("button:not([hidden]), input, select, summary") ?? [])].map((target) => {
        const { width: across, height: down } = target.getBoundingClientRect();
        return { name: target.id || target.textContent, across, down };
      }));
    expect(targets.length).toBeGreaterThan(12);
    expect(targets.filter(({ across, down }) => across < 24 || down < 24)).toEqual([]);
  });
}
