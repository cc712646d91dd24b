import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Findings } from "../../www/findings.js";
import { formats } from "../../www/numbers.js";
import { ENGLISH } from "../../www/catalogue.js";
import { scenesOf } from "../../www/scenes/index.js";

const SCENES = scenesOf(ENGLISH);

const source = readFileSync(new URL("../../src/chart/figures.rs", import.meta.url), "utf8");

/** What each figure draws, as the core's documentation names it. @type {Map<string, string[]>} */
const drawn = new Map(
  [...source.matchAll(/\("([\w-]+)", Self::(\w+)\)/g)].map(([, name = "", variant = ""]) => {
    const [, said = ""] = new RegExp(`/// [^;\\n]*; ([^\\n]*)\\n    ${variant},`).exec(source) ?? [];
    return [name, [...said.matchAll(/`(\w+)`/g)].map(([, row = ""]) => row)];
  }),
);

/** What is drawn, but is no number of its own: where labels lie, what a line is called, a level that the caption names. */
const LABELS = ["plain", "human_shares", "regimes", "goal", "floor", "context", "rank", "passage", "starts", "ends"];
/** What a table says in other rows. @type {Record<string, string>} */
const INSTEAD = { human: "step_count", words: "step_from" };

/** Findings that have everything, and remember what was asked for. */
class Asked extends Findings {
  names = new Set();
  constructor() {
    super({ rows: {}, lists: {} });
  }
  /** @override @param {string} name */
  row(name) {
    this.names.add(name);
    return Array.from({ length: 42 }, (_, i) => i / 50);
  }
  /** @override @param {string} name */
  list(name) {
    this.names.add(name);
    return Array.from({ length: 42 }, (_, i) => `word ${i}`);
  }
}

test("the documentation names what every figure draws", () => {
  assert.equal(drawn.size, 23);
  for (const [figure, rows] of drawn) if (figure !== "photocopy") assert.ok(rows.length > 0, figure);
});

test("what a scene draws is in its tables", () => {
  for (const scene of SCENES) {
    const asked = new Asked();
    const tables = scene.tables(asked, formats("en"));
    for (const { figure } of scene.figures) {
      const graveyard = figure === "graveyard";
      for (const row of drawn.get(figure) ?? []) {
        if (LABELS.includes(row)) continue;
        const named = graveyard && row === "gone" ? "step_dead" : figure === "photocopies" && row === "gone" ? "passage_lost" : graveyard ? INSTEAD[row] ?? row : row;
        assert.ok(asked.names.has(named), `${scene.id}: ${figure} draws ${row}, no table has ${named}`);
      }
    }
    for (const { caption, heads, rows } of tables) {
      assert.match(caption, /^[A-Z]/, scene.id);
      assert.ok(rows.length > 0, scene.id);
      for (const row of rows) assert.equal(row.length, heads.length, `${scene.id}: ${caption}`);
    }
  }
});
