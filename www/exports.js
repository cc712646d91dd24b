// A run as files: a table, all data, a code to embed it, and a program that derives the curve again.

import { attributeOf, DEFAULTS, NAMES } from "./protocol.js";

/** @typedef {NonNullable<ReturnType<import("./instrument.js").Instrument["data"]>>} Data */

/** A table: a row for each generation. @param {Data} data */
export function csv({ generations, predicted: [expected = [], low = [], high = []] }) {
  const names = Object.keys(generations[0]?.metrics ?? {});
  const rows = generations.map(({ index, metrics }) => [index, ...names.map((name) => metrics[name]), expected[index], low[index], high[index]]);
  const written = rows.map((row) => row.map((value) => (value === undefined || Number.isNaN(value) ? "" : String(value))).join(","));
  return `${["generation", ...names, "expected_types", "expected_low", "expected_high"].join(",")}\n${written.join("\n")}\n`;
}

/** @param {Data} data */
export const json = (data) => `${JSON.stringify(data, (_, value) => (typeof value === "number" && !Number.isFinite(value) ? null : value), 1)}\n`;

/**
 * @param {import("./types.js").Settings} settings
 * @param {string} script  the address of the script
 */
export function embed(settings, script) {
  const changed = NAMES.filter((name) => settings[name] !== DEFAULTS[name] && settings[name] !== undefined);
  const attributes = changed.map((name) => ` ${attributeOf(name)}="${String(settings[name]).replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`);
  return `<script type="module" src="${script}"></${"script"}>\n<recursive-trap${attributes.join("")}></recursive-trap>\n`;
}

/**
 * A program without dependencies: from the human counts to the curve that chance alone must follow.
 * @param {Data} data
 */
export function python({ humanCounts, generations, settings }) {
  /** @type {Map<number, number>} */
  const spectrum = new Map();
  for (const count of humanCounts) if (count > 0) spectrum.set(count, (spectrum.get(count) ?? 0) + 1);
  const counts = [...spectrum].sort(([a], [b]) => a - b).map(([count, types]) => `${count}: ${types}`);
  const measured = generations.map(({ metrics }) => metrics.types);
  return `"""Words alive when each model learns from the one before: what chance alone must do.

A word that stands c times in the text has no descendant after t rounds with the chance s_t ** c,
where s_0 = 0 and s_(t+1) = exp(s_t - 1): the number of copies of a token is nearly Poisson with mean 1.
"""
from math import exp

# How many words the human text has that occur so often.
words_by_count = {${counts.join(", ")}}
# What this run measured (regime ${JSON.stringify(settings.regime)}, order ${settings.order}, seed ${settings.seed}).
measured = [${measured.join(", ")}]

s = 0.0
for generation, types in enumerate(measured):
    expected = sum(words * (1 - s**count) for count, words in words_by_count.items())
    print(f"{generation:4d} expected {expected:8.1f} measured {types:6d}")
    s = exp(s - 1)
`;
}
