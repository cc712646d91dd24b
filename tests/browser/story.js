// What the tests of the story share: its scenes, and ways to visit them.

import { expect } from "@playwright/test";
import { createHash } from "node:crypto";

/** @typedef {import("@playwright/test").Page} Page */

export const SCENES = ["photocopy", "next", "loop", "tail", "chance", "luck", "safe", "map", "noise", "plateau", "ways", "detector", "teacher", "review", "puzzle", "worth", "verdicts"];
export const BETS = ["next", "loop", "tail", "chance", "safe", "plateau", "ways", "detector", "worth"];

/** @param {Page} page @param {string} id */
export const scene = (page, id) => page.locator(`recursive-trap[scene="${id}"]`);
/** @param {Page} page */
export const sandbox = (page) => page.locator("#sandbox recursive-trap");

/** Opens the story at an address and waits until its first scene is live. @param {Page} page @param {string} [hash] */
export async function open(page, hash = "") {
  await page.goto(`/${hash}`);
  await expect(scene(page, "photocopy").locator(".frame:not(.waiting)")).toBeAttached();
}

/** Brings a scene into view and waits until it is drawn and done; on a busy machine others before it may take a while. @param {Page} page @param {string} id */
export async function visit(page, id) {
  await scene(page, id).evaluate((element) => element.scrollIntoView({ block: "start" }));
  await expect(scene(page, id).locator(".frame")).not.toHaveClass(/waiting/, { timeout: 20_000 });
  await page.waitForFunction((id) => /** @type {any} */ (document.querySelector(`recursive-trap[scene="${id}"]`)).complete, id);
}

/** Settles the bet of a scene, if it has one. @param {Page} page @param {string} id */
export async function reveal(page, id) {
  await visit(page, id);
  if (BETS.includes(id)) await scene(page, id).getByRole("button", { name: "Just show me" }).click();
}

/** What a scene says. @param {Page} page @param {string} id */
export const caption = (page, id) => scene(page, id).locator(".caption").innerText();

/** Its table. @param {Page} page @param {string} id */
export const table = (page, id) => scene(page, id).locator(".tables tbody tr").evaluateAll((rows) => rows.map((row) => [.../** @type {HTMLTableRowElement} */ (row).cells].map((cell) => cell.textContent ?? "")));

/** The numbers of the prose, by name. @param {Page} page */
export const facts = (page) => page.locator("[data-fact]").evaluateAll((all) => Object.fromEntries(all.map((one) => [one.getAttribute("data-fact") ?? "", one.textContent ?? ""])));

/** A hash of every word that the sandbox, brought into view, has written. @param {Page} page */
export async function wordsOf(page) {
  await sandbox(page).evaluate((element) => element.scrollIntoView());
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector("#sandbox recursive-trap")).complete);
  const written = await sandbox(page).evaluate((element) => JSON.stringify(/** @type {any} */ (element).data().generations.map((/** @type {any} */ generation) => [generation.sample, generation.lost])));
  return createHash("sha256").update(written).digest("hex");
}
