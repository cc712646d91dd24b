import { expect, test } from "@playwright/test";
import { alertSentence, captions, controls, drag, expectRun, happened, keepJournal, numbersIn, nextFrame, openArticle, openPage, places, rerun, tableRows } from "./support.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page */
const element = (page) => page.locator("recursive-trap");

/** What the remedies did and cost. @param {Page} page */
const account = async (page) => (await page.locator(".account").textContent()) ?? "";

// Fails when a remedy cannot be chosen, has the controls of another one, or does not reach the core as it was set.
test("every remedy and its numbers are set by their controls", async ({ page }) => {
  await openPage(page);
  const c = controls(page);
  await rerun(page, () => c.regime.selectOption("fresh"));
  /** @type {["detector" | "teacher" | "review", string, string, string[]][]} */
  const offered = [
    ["detector", "ideal", "detector=0.8,0.05", ["tpr", "fpr"]],
    ["detector", "trained", "detector=trained@0.05", ["fpr"]],
    ["detector", "resample", "resample=trained", []],
    ["detector", "off", "none", []],
    ["teacher", "keep", "teacher=order:1,documents:200,keep:0.5", ["share", "order", "documents", "bias"]],
    ["teacher", "band", "teacher=order:2,documents:200,band:0.9", ["share", "order", "documents", "bias"]],
    ["teacher", "off", "none", []],
    ["review", "accept", "review=200,accept", ["budget", "right", "wrong"]],
    ["review", "better", "review=200,better", ["budget", "taste"]],
    ["review", "best", "review=200,best-of:5", ["budget", "candidates", "taste"]],
    ["review", "off", "none", []],
  ];
  for (const [remedy, kind, curation, numbers] of offered) {
    await rerun(page, () => c[remedy].selectOption(kind));
    await expect(element(page)).toHaveAttribute("curation", curation);
    await expect(page.locator(`#${remedy}-why`)).toHaveText(/^[A-Z].{20,}\.$/);
    const shown = await page.locator(".remedy .numbers :is(input, select)").evaluateAll((all) => all.map(({ id }) => id));
    expect(shown, curation).toEqual(numbers.map((number) => `${remedy}-${number}`));
    await expectRun(page, { regime: "fresh=0.1", curation });
  }
});

// Fails when a slider writes another number than it shows, or one remedy forgets another.
test("remedies stand side by side, and each remembers how it was set", async ({ page }) => {
  await openPage(page);
  const c = controls(page);
  await rerun(page, () => c.detector.selectOption("ideal"));
  await rerun(page, () => drag(c.remedy("detector-tpr"), 95));
  await rerun(page, () => drag(c.remedy("detector-fpr"), 2));
  await rerun(page, () => c.teacher.selectOption("band"));
  await rerun(page, () => drag(c.remedy("teacher-bias"), 40));
  await rerun(page, () => c.review.selectOption("best"));
  await rerun(page, () => c.remedy("review-taste").selectOption("long"));
  const curation = "detector=0.95,0.02+teacher=order:2,documents:200,band:0.9,bias:0.4+review=200,best-of:5,long";
  await expect(element(page)).toHaveAttribute("curation", curation);
  await expect(page.locator("#remedies > summary")).toContainText("in use: detector, small teacher, human review");
  await expect(c.remedy("detector-tpr")).toHaveAttribute("aria-valuetext", "95%");
  await expect(c.remedy("teacher-order")).toHaveAttribute("aria-valuetext", "1 word of context");
  await expectRun(page, { curation });
  expect((await captions(page)).specimen).toContain("sifted by a detector, a small teacher and a reader");
  await rerun(page, () => c.teacher.selectOption("off"));
  await rerun(page, () => c.teacher.selectOption("band"));
  await expect(element(page)).toHaveAttribute("curation", curation);
  await rerun(page, () => c.reset.click());
  await expect(element(page)).not.toHaveAttribute("curation", /.*/);
  await expectRun(page, {});
});

// Fails when the sentence says another number than the table, or one that is not of this generation.
test("the account says what the table holds", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, '<recursive-trap generations="8" regime="fresh=0.4" curation="detector=trained@0.1+review=50,accept"></recursive-trap>');
  await happened(page, "complete");
  await expect(page.locator("#remedies")).toHaveAttribute("open", "");
  await expectRun(page, { generations: 8, regime: "fresh=0.4", curation: "detector=trained@0.1+review=50,accept" });
  const rows = await tableRows(page);
  const said = (/** @type {number} */ t) => {
    const now = rows[t]?.values ?? {};
    const auc = [now.detector_auc ?? NaN, ...(t > 2 ? [rows[2]?.values.detector_auc ?? NaN, 2] : [])];
    const costs = ["human_tokens_bought", "machine_tokens_written", "human_tokens_discarded", "machine_tokens_discarded", "tokens_reviewed"];
    const flagged = ["detector_fpr", "detector_fpr_plainest", "detector_fpr_rarest"];
    return [...costs.map((name) => now[name] ?? NaN), t, now.curated_human_share ?? NaN, ...auc, ...flagged.map((name) => now[name] ?? NaN)];
  };
  for (const t of [8, 2]) {
    await page.getByRole("slider", { name: "Generation", exact: true }).fill(String(t));
    await expect(page.locator(".account")).toContainText(`In round ${t},`);
    const numbers = numbersIn(await account(page));
    const expected = said(t);
    expect(numbers.length).toBe(expected.length);
    numbers.forEach((number, i) => expect(Math.abs(number - (expected[i] ?? NaN)), `${i}: ${number}`).toBeLessThanOrEqual(0.00051));
  }
  await page.getByRole("slider", { name: "Generation", exact: true }).fill("0");
  await expect(page.locator(".account")).toHaveText("");
});

for (const width of [320, 360, 768, 1280]) {
  // Fails when a sentence about the remedies needs more room than is kept, or a control of theirs is cut or hangs out.
  test(`at ${width} px the ways out fit, and nothing moves from one generation to the next`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await keepJournal(page);
    await openArticle(page, '<recursive-trap regime="fresh=0.3" curation="detector=trained+teacher=keep:0.5+review=200,best-of:5"></recursive-trap>');
    await happened(page, "complete");
    const c = controls(page);
    const at = await places(page);
    for (const generation of [0, 1, 2, 3, 11, 20]) {
      await drag(c.scrubber, generation);
      await nextFrame(page);
      expect.soft(await places(page), `generation ${generation}`).toEqual(at);
    }
    const cut = await page.locator("#remedies :is(label, output, select, summary, p)").evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1).map(({ id, textContent }) => id || textContent));
    expect(cut).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

// Fails when a refusal does not reach the reader, takes the figure away, or loses what was set.
test("a remedy that cannot be is refused in one sentence, and can be put right", async ({ page }) => {
  await openPage(page);
  const c = controls(page);
  await element(page).evaluate((element) => element.setAttribute("curation", "teacher=order:3,documents:300,keep:0.5"));
  await expect(c.teacher).toHaveValue("keep");
  await happened(page, "complete", 2);
  await c.order(2).check({ force: true });
  await expect(alertSentence(page)).toHaveText("The order of teacher is 3; it must be a whole number from 1 to 2, the order of the models.");
  await expect(c.remedy("teacher-documents")).toHaveValue("300");
  await rerun(page, () => drag(c.remedy("teacher-order"), 2));
  await expect(alertSentence(page)).toHaveText("");
  await expectRun(page, { order: 2, curation: "teacher=order:2,documents:300,keep:0.5" });
});
