// Makes JavaScript smaller for those who download it; nobody needs this to develop.
//   node xtask/shrink.mjs minify    one classic script, from standard input to standard output
//   node xtask/shrink.mjs bundle    the modules of www/ as dist/*.js, what they share in chunks beside them
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, transform } from "esbuild";

const target = "es2022";
/** The scripts of the pages around, and of pages that frame one. */
const site = { embed: "www/embed.js", listener: "www/listener.js", docs: "www/docs.js" };

if (process.argv[2] === "minify") {
  const { code } = await transform(readFileSync(0, "utf8"), { minify: true, target });
  writeFileSync(1, code);
} else {
  rmSync("dist", { recursive: true, force: true });
  // What package.json says of side effects is about the package, not about these modules.
  const common = /** @type {const} */ ({ outdir: "dist", bundle: true, minify: true, target, ignoreAnnotations: true, write: false, logLevel: "warning" });
  // All in one folder: each of them says where the other files are by its own address.
  const entryPoints = { "recursive-trap": "www/index.js", define: "www/define.js", content: "www/content.js", "scene-content": "www/scene-content.js", explainer: "www/explainer.js", ...site };
  write(await build({ ...common, entryPoints, format: "esm", splitting: true, chunkNames: "[name]-[hash]" }), untouched);
  // A classic script has no address of its own, and this one asks for none: its files are inside.
  const standalone = { "recursive-trap.standalone": "www/standalone.js" };
  const loader = /** @type {const} */ ({ ".wasm": "base64", ".txt": "text" });
  write(await build({ ...common, entryPoints: standalone, format: "iife", loader, define: { "import.meta.url": "undefined" } }), (script) => ascii(untouched(script)));
}

/** @param {{ outputFiles: import("esbuild").OutputFile[] }} built @param {(script: string) => string} finished */
function write({ outputFiles }, finished) {
  mkdirSync("dist", { recursive: true });
  for (const { path, text } of outputFiles) writeFileSync(path, finished(text));
}

/** What bundlers must leave as it is says so again: minifying has taken the comments away. @param {string} script */
function untouched(script) {
  return script.replace(/\bimport\((?=[\w$])/g, "import(/* @vite-ignore */ /* webpackIgnore: true */");
}

/** Read right in a page of any encoding. esbuild escapes what strings hold, but not what regular expressions do. @param {string} script */
function ascii(script) {
  return script.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
