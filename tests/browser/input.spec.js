import { expect, test } from "@playwright/test";
import { alertSentence, controls, defaults, differences, expectedRows, happened, journal, keepJournal, nextFrame, openArticle, openPage, recompute, rerun, script, tableRows, watch } from "./support.js";

/** @typedef {import("../../www/types.js").Bindings} Bindings */
/**
 * What is handed to the wasm. `any`, because JavaScript can hand over anything.
 * @typedef {{ text?: any, tokenizer?: any, documents?: any, order?: any, generations?: any, regime?: any, curation?: any, temperature?: any, topK?: any, topP?: any, seed?: any }} Input
 */

const MEGABYTE = 1024 * 1024;
/** Half of a character that takes two UTF-16 units. */
const HALF = /\p{Surrogate}/u;

/** A refused input, and what the sentence must say: the value, and what would have been accepted. @type {[Input, string[]][]} */
const REFUSED = [
  [{ order: 0 }, ["order", "0", "1 to 5"]],
  [{ order: 6 }, ["order", "6", "1 to 5"]],
  [{ order: 2.5 }, ["order", "2.5", "1 to 5"]],
  [{ order: NaN }, ["order", "NaN", "1 to 5"]],
  [{ order: -Infinity }, ["order", "-inf", "1 to 5"]],
  [{ order: "three" }, ["order", "NaN", "1 to 5"]],
  [{ generations: 0 }, ["generations", "0", "1 to"]],
  [{ generations: 1e9 }, ["generations", "1000000000", "1 to"]],
  [{ temperature: NaN }, ["temperature", "NaN", "0 to"]],
  [{ temperature: -1 }, ["temperature", "-1", "0 to"]],
  [{ temperature: Infinity }, ["temperature", "inf", "0 to"]],
  [{ documents: 1 }, ["documents", "1", "2 to 4"]],
  [{ documents: 5 }, ["documents", "5", "2 to 4"]],
  [{ documents: NaN }, ["documents", "NaN", "2 to 4"]],
  [{ regime: "cure=0.5@0" }, ["generation of cure", "0", "from 1 on"]],
  [{ curation: "bouncer" }, ["curation", "bouncer", "none, or detector="]],
  [{ curation: "detector=0.9,1.5" }, ["false-positive rate of detector", "1.5", "from 0 to 1"]],
  [{ curation: "teacher=order:4,keep:0.5" }, ["order of teacher", "4", "from 1 to 3"]],
  [{ curation: "teacher=documents:1000000" }, ["documents of teacher", "1000000", "from 1 to"]],
  [{ curation: "review=10,best-of:1" }, ["best-of of review", "1", "from 2 to 100"]],
  [{ regime: "grow=linear@-1" }, ["rate of grow", "-1", "0", "to 100"]],
  [{ seed: -1 }, ["seed", "-1", "0 to 4294967295"]],
  [{ seed: 2 ** 32 }, ["seed", "4294967296", "0 to 4294967295"]],
  [{ seed: 0.5 }, ["seed", "0.5", "0 to 4294967295"]],
  [{ topK: 0 }, ["top-k", "0", "1"]],
  [{ topK: 12 }, ["top-k", "12", "1 to 11"]],
  [{ topK: 2 ** 32 - 1 }, ["top-k", "4294967295", "1 to 11"]],
  [{ topK: 1.5 }, ["top-k", "1.5", "1"]],
  [{ topP: 0 }, ["top-p", "0", "above 0 and at most 1"]],
  [{ topP: 1.1 }, ["top-p", "1.1", "above 0 and at most 1"]],
  [{ topP: NaN }, ["top-p", "NaN", "above 0 and at most 1"]],
  [{ tokenizer: "x" }, ["tokenizer", '"x"', '"word" or "char"']],
  [{ text: "" }, ["text", "0", "at least 2 sentences"]],
  [{ text: " \n\t\u2003 " }, ["text", "0", "at least 2 sentences"]],
  [{ text: "Only one sentence" }, ["text", "1 sentence", "at least 2"]],
  [{ text: "." }, ["text", "1 sentence", "at least 2"]],
  [{ text: ["A word. ", 20 * MEGABYTE / 8] }, ["text", String(20 * MEGABYTE), "bytes", "at most"]],
  [{ text: ["a ", 3_000_000] }, ["text", "tokens", "at most"]],
];

/** Strange inputs that make a run. @type {[string, Input][]} */
const RUN = [
  ["one repeated word", { text: ["word ", 5000, ". Word."] }],
  ["one repeated sentence", { text: ["The same. ", 2000] }],
  ["one enormous word", { text: ["x", 200_000, ". Y."] }],
  ["lone surrogates", { text: "A \uD800 high one. A \uDC00 low one. Both \uDC00\uD800 reversed." }],
  ["NUL", { text: "A\0B is one. \0 is another. \0\0\0." }],
  ["right to left", { text: "\u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD. \u0645\u0631\u062D\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645\u061F \u202EReversed\u202C text." }],
  ["emoji", { text: "👩‍👩‍👧‍👦 is a family. 🏳️‍🌈 is a flag 🇩🇪 and 🇫🇷. 👍🏽!" }],
  ["emoji, by character", { text: "👩‍👩‍👧‍👦 is a family. 🏳️‍🌈 is a flag 🇩🇪 and 🇫🇷. 👍🏽!", tokenizer: "char" }],
  ["only punctuation", { text: "!!! ??? … — “” ‘’ ,,, ;;; ... !? .\n\n. ?" }],
  ["combining marks without a letter", { text: ["\u0301\u0302\u0303", 2000, ". \u0301."] }],
  ["Chinese", { text: "我是一个人。你也是一个人吗？是的。" }],
  ["a byte order mark and every kind of line break", { text: "\uFEFFOne.\r\nTwo.\rThree.\u2028Four.\u2029Five.\u0085Six." }],
  ["order 5 of short sentences", { text: "A. B. C. D.", order: 5, generations: 60 }],
  ["temperature 0", { temperature: 0 }],
  ["a temperature next to 0", { temperature: Number.MIN_VALUE }],
  ["the highest temperature", { temperature: 5 }],
  ["top-k 1 and top-p next to 0", { topK: 1, topP: Number.MIN_VALUE }],
  ["the largest top-k", { topK: 11 }],
  ["the last seed", { seed: 2 ** 32 - 1 }],
  ["minus zero", { seed: -0, temperature: -0 }],
  ["null for undefined", { documents: null, topK: null, topP: null }],
];

/**
 * Hands inputs to one and the same instance, one after the other, with a good run behind each.
 * @param {import("@playwright/test").Page} page
 * @param {Input[]} inputs
 */
async function hand(page, inputs) {
  await openArticle(page, "", { csp: "", scripted: false });
  return page.evaluate(async (given) => {
    const glue = "/www/pkg/bindings.js";
    /** @type {Bindings} */
    const bindings = (await import(glue)).default;
    const wasm = await fetch("/www/pkg/recursive_trap.wasm").then((response) => response.arrayBuffer());
    await bindings({ module_or_path: await WebAssembly.compile(wasm) });
    const good = "The cat sat. The dog sat down. A cat is not a dog. Is it?";
    const reference = JSON.stringify(run({}));
    return given.map((input) => {
      /** @type {{ refusal?: { name: string, message: string }, generations?: ReturnType<typeof run>, sound: boolean }} */
      const outcome = { sound: false };
      try {
        outcome.generations = run(input);
      } catch (error) {
        const { name, message } = error instanceof Error ? error : { name: typeof error, message: String(error) };
        outcome.refusal = { name, message };
      }
      try {
        outcome.sound = JSON.stringify(run({})) === reference;
      } catch {
        // Not sound.
      }
      return outcome;
    });

    /** @param {Input} input */
    function run({ text = good, tokenizer = "word", documents, order = 3, generations = 4, regime = "replace", curation = "none", temperature = 1, topK, topP, seed = 1 }) {
      const source = typeof text === "number" ? distinct(text) : Array.isArray(text) ? text[0].repeat(text[1]) + (text[2] ?? "") : text;
      const human = new bindings.Text(source, tokenizer);
      /** @type {import("../../www/types.js").Recursion | undefined} */
      let recursion;
      const all = [];
      try {
        recursion = new bindings.Recursion(human, documents, order, generations, regime, curation, temperature, topK, topP, seed);
        for (let now = recursion.next(); now; now = recursion.next()) {
          const sample = now.sample();
          const marks = [...now.marks()];
          all.push({ index: now.index, metrics: Object.fromEntries(bindings.metricNames().split(" ").map((name, i) => [name, now?.metrics()[i] ?? NaN])), counts: now.counts().reduce((a, b) => a + b, 0), sample, marks });
          now.free();
        }
      } finally {
        recursion?.free();
        human.free();
      }
      return all;
    }

    /** So many words, no two of them the same, in sentences of ten. @param {number} words */
    function distinct(words) {
      return Array.from({ length: words }, (_, i) => (i + 100_000).toString(36) + (i % 10 === 9 ? "." : "")).join(" ");
    }
  }, inputs);
}

// Fails when the core panics (a RuntimeError, and a broken instance), accepts what it cannot compute, or refuses without
// saying what it was given and what it takes.
test("what cannot be run is refused in one sentence that names the value and the range", async ({ page }) => {
  const outcomes = await hand(page, REFUSED.map(([input]) => input));
  expect(outcomes).toHaveLength(REFUSED.length);
  for (const [i, { refusal, sound }] of outcomes.entries()) {
    const [input, words] = REFUSED[i] ?? [{}, []];
    const what = JSON.stringify(input, (_, value) => (typeof value === "number" ? String(value) : value));
    expect(refusal?.name, what).toBe("Error");
    for (const word of words) expect(refusal?.message, what).toContain(word);
    expect(refusal?.message, `${what}: one sentence`).toMatch(/^[^\n]{10,160}$/);
    expect(refusal?.message, `${what}: no machine talk`).not.toMatch(/unreachable|panick|src\/|::|undefined|\.\s/);
    expect(sound, `${what}: the next good run works`).toBe(true);
  }
});

// Fails when a strange text makes the core panic, invent a word, count wrongly, or mark half of a character.
test("what can be run is run, however strange", async ({ page }) => {
  const outcomes = await hand(page, RUN.map(([, input]) => input));
  for (const [i, { refusal, generations = [], sound }] of outcomes.entries()) {
    const [what, input] = RUN[i] ?? ["", {}];
    expect(refusal, what).toBe(undefined);
    expect(generations.map(({ index }) => index), what).toEqual(Array.from({ length: (input.generations ?? 4) + 1 }, (_, index) => index));
    const types = generations.map(({ metrics }) => metrics.types ?? NaN);
    expect(types, `${what}: what is lost stays lost`).toEqual([...types].sort((a, b) => b - a));
    for (const { metrics, counts, sample, marks } of generations) {
      expect(counts, `${what}: tokens`).toBe(metrics.tokens);
      expect(sample, what).not.toMatch(HALF);
      for (let at = 0; at < marks.length; at += 3) {
        const [start = NaN, end = NaN] = marks.slice(at);
        expect(start, what).toBeLessThan(end);
        expect(end, what).toBeLessThanOrEqual(sample.length);
        expect(sample.slice(start, end), `${what}: a mark cuts a character`).not.toMatch(HALF);
      }
    }
    expect(sound, `${what}: the next good run works`).toBe(true);
  }
});

// Fails when a text within the limits needs more memory than the page may have: then the instance is lost, not just the run.
test("the largest texts run, or are refused", async ({ page }) => {
  const outcomes = await hand(page, [{ text: 1_400_000, order: 1, generations: 1 }, { text: ["a b c. ", 620_000], order: 5, generations: 1 }]);
  for (const { refusal, generations, sound } of outcomes) {
    if (refusal) expect(refusal).toEqual({ name: "Error", message: expect.stringMatching(/at most \d/) });
    else expect(generations).toHaveLength(2);
    expect(sound, "the next good run works").toBe(true);
  }
});

// Fails when a refusal ends the worker, or is taken for a broken engine.
test("a refusal in the worker is an answer, and the worker goes on", async ({ page }) => {
  await openPage(page, { workers: true });
  await page.locator("recursive-trap").evaluate((element) => element.setAttribute("documents", "99999"));
  const alert = alertSentence(page);
  await expect(alert).toContainText("99999");
  await expect(alert).toContainText(/from 2 to \d/);
  await expect(controls(page).retry).toBeHidden();
  await rerun(page, () => page.locator("recursive-trap").evaluate((element) => element.setAttribute("documents", "50")));
  await expect(alert).toHaveText("");
  const entries = await journal(page);
  expect(entries.filter(({ where }) => where === "worker made")).toHaveLength(1);
  expect(entries.filter(({ type }) => type === "error").map(({ where, fatal }) => [where, fatal])).toEqual([["from worker", undefined], ["element", false]]);
  expect(differences(await tableRows(page), expectedRows(await recompute(page, { ...defaults, documents: 50 })))).toEqual([]);
});

/** Attributes that an author may get wrong, and what the reader is told. @type {[string, string, RegExp][]} */
const ATTRIBUTES = [
  ["order", "9", /order.* 1 to 5.* 9\b/],
  ["generations", "abc", /generations.* 1 to \d+.* abc/],
  ["seed", "-5", /seed.* 0 to 4294967295.* -5/],
  ["temperature", "hot", /temperature.* 0 to 5.* hot/],
  ["documents", "1", /documents.* 2 .* 1\b/],
  ["top-k", "many", /Top-k must be a whole number 1 or more; this is many/],
  ["top-k", "99999", /Top-k is 99999; it must be a whole number from 1 to \d+/],
  ["top-p", "0", /Top-p must be a number above 0 and at most 1; this is 0\./],
  ["regime", "forget", /Regime is forget; it must be replace, fresh=SHARE/],
  ["curation", "bouncer", /Curation is bouncer; it must be none, or detector=…/],
  ["curation", "review=5,best-of:0", /The best-of of review is 0; it must be a whole number from 2 to 100/],
  ["regime", "fresh=2", /The share of fresh is 2; it must be a number from 0 to 1/],
];

// Fails when a wrong attribute throws, shows a broken figure or an empty box, says nothing, or cannot be put right.
test("a wrong attribute is named in one sentence under the fallback, and a right one takes its place", async ({ page }) => {
  const { complaints } = watch(page);
  for (const [name, value, sentence] of ATTRIBUTES) {
    await openArticle(page, `<recursive-trap ${name}="${value}"><p>The fallback.</p></recursive-trap>`);
    await expect(alertSentence(page), name).toHaveText(sentence);
    await expect(page.getByText("The fallback."), name).toBeVisible();
    await expect(page.locator("canvas").first()).toBeHidden();
  }
  await keepJournal(page);
  await openArticle(page, '<recursive-trap order="9" generations="5"><p>The fallback.</p></recursive-trap>');
  await rerun(page, () => page.locator("recursive-trap").evaluate((element) => element.setAttribute("order", "2")));
  await expect(page.getByText("The fallback.")).toBeHidden();
  await expect(alertSentence(page)).toHaveText("");
  expect(differences(await tableRows(page), expectedRows(await recompute(page, { ...defaults, order: 2, generations: 5 })))).toEqual([]);
  expect(complaints.filter((complaint) => !complaint.startsWith("warning"))).toEqual([]);
});

// Fails when a value that turns wrong later takes the figure away, or leaves the reader unable to go on.
test("a wrong value beside a finished figure leaves it standing, with the sentence beside it", async ({ page }) => {
  const { complaints } = watch(page);
  await openPage(page);
  const before = await tableRows(page);
  const { seed, retry } = controls(page);
  await seed.fill("-5");
  const alert = alertSentence(page);
  await expect(alert).toHaveText(/seed.*-5/);
  await expect(retry).toBeHidden();
  await expect(seed, "what was typed can be mended").toHaveValue("-5");
  await nextFrame(page);
  expect(await tableRows(page)).toEqual(before);
  await seed.fill("");
  await rerun(page, () => seed.fill("5"));
  await expect(alert).toHaveText("");
  expect(complaints).toEqual([]);
});

// Fails when properties do not reflect, or one that was set before the script came is lost.
test("properties are attributes, also those that were set before the element was known", async ({ page }) => {
  await keepJournal(page);
  await openArticle(page, "<recursive-trap></recursive-trap>", { scripted: false });
  await page.locator("recursive-trap").evaluate((/** @type {any} */ element) => Object.assign(element, { order: 2, generations: 3, seed: 11 }));
  await page.evaluate((path) => import(path), `/${script}`);
  await happened(page, "complete");
  expect(await page.locator("recursive-trap").evaluate((/** @type {any} */ { order, generations, seed, temperature, corpus, documents }) => ({ order, generations, seed, temperature, corpus, documents })))
    .toEqual({ order: 2, generations: 3, seed: 11, temperature: 1, corpus: "moby-dick", documents: undefined });
  await expect(page.locator("recursive-trap")).toHaveAttribute("order", "2");
  expect(differences(await tableRows(page), expectedRows(await recompute(page, { order: 2, generations: 3, seed: 11 })))).toEqual([]);
});
