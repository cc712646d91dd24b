// A run as files: a table, all data, a code to embed it, and a program that derives the curve again.

import { attributeOf, DEFAULTS, NAMES } from "./protocol.js";

/** @typedef {NonNullable<ReturnType<import("./instrument.js").Instrument["data"]>>} Data */

/** A table: a row for each generation. @param {Data} data */
export function csv({ generations, plain, predicted: [expected = [], low = [], high = []] }) {
  const names = Object.keys(generations[0]?.metrics ?? {});
  const rows = generations.map(({ index, metrics }) => [index, ...names.map((name) => metrics[name]), expected[index], low[index], high[index]]);
  const written = rows.map((row) => row.map((value) => (value === undefined || Number.isNaN(value) ? "" : String(value))).join(","));
  // Where the theory is not about the run, it is what chance alone would have left.
  const theory = plain ? "expected" : "chance_alone";
  return `${["generation", ...names, `${theory}_types`, `${theory}_low`, `${theory}_high`].join(",")}\n${written.join("\n")}\n`;
}

/** @param {Data} data */
export const json = (data) => `${JSON.stringify(data, (_, value) => (typeof value === "number" && !Number.isFinite(value) ? null : value), 1)}\n`;

/**
 * @param {Data["settings"]} settings  of a text of the reader's own, which is in no code, the rest
 * @param {string} script  the address of the script
 */
export function embed(settings, script) {
  const changed = NAMES.filter((name) => settings[name] !== DEFAULTS[name] && (settings[name] ?? undefined) !== undefined);
  const attributes = changed.map((name) => ` ${attributeOf(name)}="${String(settings[name]).replace(/&/g, "&amp;").replace(/"/g, "&quot;")}"`);
  return `<script type="module" src="${script}"></${"script"}>\n<recursive-trap${attributes.join("")}></recursive-trap>\n`;
}

/**
 * A program without dependencies: from the human counts to the curve that chance alone must follow.
 * @param {Data} data
 */
export function python({ humanCounts, generations, settings, regime, curation, plain }) {
  /** @type {Map<number, number>} */
  const spectrum = new Map();
  for (const count of humanCounts) if (count > 0) spectrum.set(count, (spectrum.get(count) ?? 0) + 1);
  const counts = [...spectrum].sort(([a], [b]) => a - b).map(([count, types]) => `${count}: ${types}`);
  const applies = plain && regime === "replace";
  const run = [regime, curation === "none" ? "" : curation, `order ${settings.order}`, `temperature ${settings.temperature}`, settings.topK ? `top-k ${settings.topK}` : "", settings.topP ? `top-p ${settings.topP}` : "", `seed ${settings.seed}`].filter(Boolean).join(", ");
  const about = applies ? "It is about this run." : "It is not about this run: it says what the plain loop would have left instead.";
  const measured = generations.map(({ metrics }) => metrics.types);
  return `"""Words alive when each model learns from the one before: what chance alone must do.

A word that stands c times in the text has no descendant after t rounds with the chance s_t ** c,
where s_0 = 0 and s_(t+1) = exp(s_t - 1): the number of copies of a token is nearly Poisson with mean 1.
${about}
"""
from math import exp

# How many words the human text has that occur so often.
words_by_count = {${counts.join(", ")}}
# What this run measured: ${run}.
measured = [${measured.join(", ")}]

s = 0.0
for generation, types in enumerate(measured):
    expected = sum(words * (1 - s**count) for count, words in words_by_count.items())
    print(f"{generation:4d} ${applies ? "expected" : "the plain loop"} {expected:8.1f} measured {types:6d}")
    s = exp(s - 1)
`;
}
