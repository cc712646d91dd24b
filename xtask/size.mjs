// What a reader downloads, in bytes: raw, gzip -9 and brotli -11.
//   node xtask/size.mjs           prints it, beside the budget
//   node xtask/size.mjs check     fails where a sum is more than 2 % above what is recorded in sizes.json
//   node xtask/size.mjs record    records what it is now
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** Bytes of gzip that are aimed at. */
const BUDGET = { "before a reader is near": 40_000, instrument: 150_000, scenes: 150_000 };
const TOLERANCE = 1.02;
const RECORD = "xtask/sizes.json";

/** @typedef {{ name: string, sizes: number[] }} Row */

const first = imported("define.js", new Set());
const alone = imported("content.js", new Set(first));
const scripts = imported("scene-content.js", new Set(first));
const [whole, instrument] = ["recursive_trap", "instrument"].map((edition) => rows("dist/pkg", new RegExp(`^${edition}\\.wasm$`)));
// CSS travels in the scripts. The worker does too; as a file of its own it is for pages that keep it at an address.
const sums = {
  "before a reader is near": sum(named(first)),
  instrument: sum([...named(alone), ...instrument]),
  scenes: sum([...named(scripts), ...whole]),
};

const [mode] = process.argv.slice(2);
const gzip = Object.fromEntries(Object.entries(sums).map(([name, [, bytes]]) => [name, bytes]));
if (mode === "record") writeFileSync(RECORD, `${JSON.stringify(gzip, undefined, 2)}\n`);
else if (mode === "check") check();
else report();

function report() {
  print("bytes", ["raw", "gzip", "brotli"]);
  const needed = new Set([...alone, ...scripts]);
  for (const row of [...named(needed), ...instrument, ...whole]) print(row.name, row.sizes);
  for (const row of rows("dist/corpora", /\.txt$/)) print(row.name, row.sizes);
  for (const row of rows("dist", /\.js$/).concat(rows("dist/pkg", /\.js$/)).filter(({ name }) => !needed.has(name))) print(row.name, row.sizes);
  console.log();
  for (const [name, sizes] of Object.entries(sums)) print(name, sizes);
  for (const [name, budget] of Object.entries(BUDGET)) console.log(`${name}: ${gzip[name]} bytes (gzip), ${Math.round((100 * gzip[name]) / budget)} % of the ${budget} aimed at`);
}

function check() {
  const recorded = JSON.parse(readFileSync(RECORD, "utf8"));
  for (const [name, bytes] of Object.entries(gzip)) {
    const most = Math.floor(recorded[name] * TOLERANCE);
    if (bytes <= most) continue;
    console.error(`${name}: ${bytes} bytes (gzip), more than 2 % above the ${recorded[name]} recorded; if that is meant, \`node xtask/size.mjs record\``);
    process.exitCode = 1;
  }
}

/** A script of dist/ and what it cannot do without. @param {string} name @param {Set<string>} known @returns {Set<string>} */
function imported(name, known) {
  if (known.has(`dist/${name}`)) return known;
  known.add(`dist/${name}`);
  for (const [, other = ""] of readFileSync(`dist/${name}`, "utf8").matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)) imported(other, known);
  return known;
}

/** @param {Set<string>} names */
function named(names) {
  return rows("dist", /\.js$/).filter(({ name }) => names.has(name));
}

/** @param {string} folder @param {RegExp} wanted @returns {Row[]} */
function rows(folder, wanted) {
  const names = readdirSync(folder).filter((name) => wanted.test(name)).sort();
  return names.map((name) => ({ name: `${folder}/${name}`, sizes: measure(readFileSync(`${folder}/${name}`)) }));
}

/** @param {Buffer} bytes */
function measure(bytes) {
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
}

/** @param {Row[]} rows */
function sum(rows) {
  return [0, 1, 2].map((column) => rows.reduce((total, row) => total + row.sizes[column], 0));
}

/** @param {string} name @param {(number | string)[]} columns */
function print(name, columns) {
  console.log(name.padEnd(38) + columns.map((column) => String(column).padStart(10)).join(""));
}
