import { expect, test } from "@playwright/test";
import { alertSentence, captions, controls, drag, expectRun, happened, keepJournal, nextFrame, openArticle, openPage, places, rerun, tableRows } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page @param {string} regime */
const attribute = (page, regime) => page.locator("recursive-trap").evaluate((element, value) => element.setAttribute("regime", value), regime);

// Fails when a regime cannot be chosen, has the controls of another one, or does not reach the core as it was set.
test("a regime and its numbers are set by their controls", async ({ page }) => {
  await openPage(page);
  const c = controls(page);
  /** @type {[string, string, ("share" | "round")[]][]} */
  const offered = [
    ["fresh", "fresh=0.1", ["share"]], ["anchored", "anchored=0.1", ["share"]], ["accumulate", "accumulate", []], ["subsample", "subsample", []],
    ["grow", "grow=linear@0.5", []], ["weighted", "weighted=0.5", ["share"]], ["contaminate", "contaminate=0.9@10", ["share", "round"]],
    ["cure", "cure=0.5@10", ["share", "round"]], ["replace", "replace", []],
  ];
  for (const [kind, regime, numbers] of offered) {
    await rerun(page, () => c.regime.selectOption(kind));
    await expect(page.locator("recursive-trap")).toHaveAttribute("regime", regime);
    for (const name of /** @type {const} */ (["share", "round"])) await expect(c[name], `${kind}: ${name}`).toHaveCount(numbers.includes(name) ? 1 : 0);
    await expect(c.growth("linear"), kind).toHaveCount(kind === "grow" ? 1 : 0);
    await expect(page.locator("#regime-why")).toHaveText(/^[A-Z].{20,}\.$/);
    await expectRun(page, { regime });
  }
  await rerun(page, () => c.regime.selectOption("cure"));
  await rerun(page, () => drag(c.share, 57));
  await rerun(page, () => drag(c.round, 3));
  await expect(c.share).toHaveAttribute("aria-valuetext", "57%");
  await expectRun(page, { regime: "cure=0.57@3" });
  await rerun(page, () => c.regime.selectOption("grow"));
  await rerun(page, () => c.growth("constant").check({ force: true }));
  await expectRun(page, { regime: "grow=constant@0.5" });
  await rerun(page, () => c.growth("quadratic").check({ force: true }));
  await expectRun(page, { regime: "grow=quadratic@0.5" });
  await rerun(page, () => c.regime.selectOption("cure"));
  await expect(page.locator("recursive-trap"), "what was set before is remembered").toHaveAttribute("regime", "cure=0.57@3");
  await rerun(page, () => c.reset.click());
  await expect(c.regime).toHaveValue("replace");
  await expectRun(page, {});
});

// Fails when an attribute or a property is not the control's value, or one is lost on the way to the core.
test("regime, top-k and top-p are attributes and properties", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, '<recursive-trap generations="6" regime="contaminate=0.618@4" top-k="30" top-p="0.75"></recursive-trap>');
  await happened(page, "complete");
  const c = controls(page);
  const read = () => page.locator("recursive-trap").evaluate((/** @type {any} */ { regime, topK, topP }) => ({ regime, topK, topP }));
  expect(await read()).toEqual({ regime: "contaminate=0.618@4", topK: 30, topP: 0.75 });
  await expectRun(page, { generations: 6, ...(await read()) });
  await expect(c.regime).toHaveValue("contaminate");
  await expect(c.share).toHaveAttribute("aria-valuetext", "61.8%");
  await expect(c.round).toHaveValue("4");
  await page.locator("#more > summary").click();
  await expect(c.topK).toHaveValue("30");
  await expect(c.topP).toHaveValue("0.75");
  await rerun(page, () => page.locator("recursive-trap").evaluate((/** @type {any} */ element) => Object.assign(element, { regime: "grow=linear@0.5", topK: undefined, topP: undefined })));
  await expectRun(page, { generations: 6, regime: "grow=linear@0.5" });
  await expect(c.topK).toHaveValue("");
  await rerun(page, () => c.growth("quadratic").check({ force: true }));
  await expectRun(page, { generations: 6, regime: "grow=quadratic@0.5" });
  for (const name of ["top-k", "top-p"]) await expect(page.locator("recursive-trap")).not.toHaveAttribute(name, /.*/);
});

// Fails when a refusal of the core does not reach the reader, takes the figure away, or cannot be put right.
test("what the core refuses is said in its own sentence, and the figure stays", async ({ page }) => {
  await openPage(page);
  const c = controls(page);
  const before = await tableRows(page);
  const alert = alertSentence(page);
  await attribute(page, "weighted=1.5");
  await expect(alert).toHaveText("The weight of weighted is 1.5; it must be a number from 0 to 1.");
  await attribute(page, "grow=quadratic");
  await expect(alert).toHaveText(/^Generations is 20; it must be a whole number from 1 to \d+ under grow=quadratic, so that no model reads more than 4000000 tokens\.$/);
  await expect(c.retry).toBeHidden();
  expect(await tableRows(page)).toEqual(before);
  await rerun(page, () => attribute(page, "accumulate"));
  await expect(alert).toHaveText("");
  await c.topK.fill("5000");
  await expect(alert).toHaveText(/^Top-k is 5000; it must be a whole number from 1 to \d+, the types of this text\.$/);
  await rerun(page, () => c.topK.fill("50"));
  await expect(alert).toHaveText("");
  await expectRun(page, { regime: "accumulate", topK: 50 });
  await rerun(page, () => c.topK.fill(""));
  await expectRun(page, { regime: "accumulate" });
});

// Fails when a sentence that is true of models that read each other only is said of a run where they do not.
test("captions are true of the run that is shown: replace, accumulate, cure", async ({ page }) => {
  await openPage(page);
  const c = controls(page);
  const heads = page.locator("#numbers thead th");
  await expect(heads.nth(2)).toHaveText("Predicted");
  expect((await captions(page)).lostHeading).toMatch(/for good:$/);

  await rerun(page, () => c.regime.selectOption("accumulate"));
  await nextFrame(page);
  const kept = await captions(page);
  expect(kept.specimen).toBe("Generation 20: written by a model that had read all generations before it.");
  expect(kept.survival).toMatch(/^After 20 rounds all ([\d,]+) words are left\. The prediction was \1\./);
  expect(kept.lostHeading).toBe("No word was lost in round 20.");
  expect(kept.lost).toBe("");
  expect(kept.rank).toMatch(/^All [\d,]+ words are still there/);
  await expect(heads.nth(2)).toHaveText("Predicted");
  await expect(page.locator(".legend")).not.toContainText("die");
  await drag(c.scrubber, 0);
  await nextFrame(page);
  expect((await captions(page)).survival).toMatch(/No round throws away what is there already\.$/);

  await rerun(page, () => c.regime.selectOption("cure"));
  for (const [generation, read] of /** @type {const} */ ([[1, "the human text and nothing else"], [10, "generation 9 and nothing else"], [11, "generation 10, 50% of it human text"]])) {
    await drag(c.scrubber, generation);
    await nextFrame(page);
    const said = await captions(page);
    expect(said.specimen).toBe(`Generation ${generation}: written by a model that had read ${read}.`);
    expect(said.survival).toContain("the next model reads");
    expect(said.lostHeading).toMatch(/for now:$/);
  }
  expect((await captions(page)).survival).toContain("The prediction was");

  // At another temperature nothing is predicted.
  await rerun(page, () => drag(c.temperature, 0.8));
  await nextFrame(page);
  expect((await captions(page)).survival).toContain("Without human text, chance alone would have left");
  await expect(heads.nth(2)).toHaveText("Chance alone");
});

// Fails when a regime cannot be chosen and set without a pointer, or its controls take the keyboard's place away.
test("by keyboard alone: choose a regime, set its numbers, leave", async ({ page }) => {
  await openPage(page, { folded: true });
  const c = controls(page);
  await c.reset.focus();
  await page.keyboard.press("Tab");
  await expect(c.regime).toBeFocused();
  await rerun(page, () => page.keyboard.press("End"));
  await expect(c.regime).toHaveValue("cure");
  await expect(c.regime).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(c.share).toBeFocused();
  await rerun(page, () => page.keyboard.press("ArrowRight"));
  await expect(c.share).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(c.round).toBeFocused();
  await rerun(page, () => page.keyboard.press("Home"));
  await expectRun(page, { regime: "cure=0.51@1" });
  for (const next of [c.corpus, c.generations, c.temperature]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
  }
  // Past what they do, and the ways out.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(c.detector, "folded").toBeHidden();
  await page.keyboard.press("Tab");
  await expect(c.topK, "folded").toBeHidden();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(c.topK).toBeFocused();
  await rerun(page, () => page.keyboard.type("9"));
  await expectRun(page, { regime: "cure=0.51@1", topK: 9 });
});

for (const width of [320, 360, 768, 1280]) {
  // Fails when a name of a regime is cut off, or one of its controls is wider than the figure or too small to press.
  test(`at ${width} px every regime fits`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPage(page);
    const c = controls(page);
    for (const kind of ["contaminate", "weighted", "grow", "fresh", "subsample"]) {
      await rerun(page, () => c.regime.selectOption(kind));
      await nextFrame(page);
      const found = await page.locator("recursive-trap").evaluate((element) => {
        const root = /** @type {ShadowRoot} */ (element.shadowRoot);
        const select = /** @type {HTMLSelectElement} */ (root.querySelector("#regime"));
        const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
        context.font = getComputedStyle(select).font;
        const room = select.clientWidth - parseFloat(getComputedStyle(select).paddingInlineEnd);
        const widest = Math.max(...[...select.options].map(({ text }) => context.measureText(text).width));
        const parts = [...root.querySelectorAll(".settings *:not(option)")].map((part) => ({ part, box: part.getBoundingClientRect() }));
        return {
          room: room - widest,
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
          outside: parts.filter(({ box: { right, left } }) => right > document.documentElement.clientWidth || left < 0).map(({ part }) => part.outerHTML),
          cut: parts.filter(({ part }) => part.matches("output, label, p") && part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0).map(({ part }) => part.textContent),
          small: parts.filter(({ part, box }) => part.matches("input, select, button, summary") && (box.width < 24 || box.height < 24)).map(({ part }) => part.id),
        };
      });
      expect(found.room, `${kind}: the longest name`).toBeGreaterThan(0);
      expect({ ...found, room: 0 }, kind).toEqual({ room: 0, overflow: 0, outside: [], cut: [], small: [] });
    }
  });

  // Fails when a sentence of another regime needs more room than is kept, and pushes what is below it as the cursor moves.
  test(`at ${width} px nothing moves from one generation to the next, in any regime`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPage(page);
    const c = controls(page);
    for (const kind of ["fresh", "accumulate", "subsample", "grow", "weighted", "cure"]) {
      await rerun(page, () => c.regime.selectOption(kind));
      await nextFrame(page);
      const at = await places(page);
      for (const generation of [0, 1, 2, 11]) {
        await drag(c.scrubber, generation);
        await nextFrame(page);
        expect.soft(await places(page), `${kind}, generation ${generation}`).toEqual(at);
      }
    }
  });
}
