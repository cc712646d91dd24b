// What a reader downloads, in bytes: raw, gzip -9 and brotli -11. Fails when the code is over its budget.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const BUDGET = 150_000;

/** @typedef {{ name: string, sizes: number[] }} Row */

// What an article loads. The worker travels inside; as a file of its own it is for pages that keep it at an address.
const scripts = imported("define.js", imported("content.js", new Set()));
const code = rows("dist/pkg", /^recursive_trap\.wasm$/).concat(rows("dist", /\.js$/).filter(({ name }) => scripts.has(name)));
const total = { name: "wasm + JavaScript", sizes: sum(code) };

print("bytes", ["raw", "gzip", "brotli"]);
for (const row of [...code, total]) print(row.name, row.sizes);
console.log();
for (const row of rows("dist/corpora", /\.txt$/)) print(row.name, row.sizes);
for (const row of rows("dist", /\.js$/).concat(rows("dist/pkg", /\.js$|^instrument\.wasm$/)).filter(({ name }) => !scripts.has(name))) print(row.name, row.sizes);

const gzip = total.sizes[1];
const share = `${gzip} of ${BUDGET} bytes (gzip), ${Math.round((100 * gzip) / BUDGET)} %`;
console.log(`\nbudget: ${share}`);
if (gzip > BUDGET) {
  console.error(`over budget by ${gzip - BUDGET} bytes`);
  process.exitCode = 1;
}

/** A script of dist/ and what it cannot do without. @param {string} name @param {Set<string>} known @returns {Set<string>} */
function imported(name, known) {
  if (known.has(`dist/${name}`)) return known;
  known.add(`dist/${name}`);
  for (const [, other = ""] of readFileSync(`dist/${name}`, "utf8").matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)) imported(other, known);
  return known;
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
