// Makes JavaScript smaller for those who download it; nobody needs this to develop.
//   node xtask/shrink.mjs minify    one classic script, from standard input to standard output
//   node xtask/shrink.mjs bundle    the modules of www/ as dist/*.js, what they share in chunks beside them
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, transform } from "esbuild";

const target = "es2022";

if (process.argv[2] === "minify") {
  const { code } = await transform(readFileSync(0, "utf8"), { minify: true, target });
  writeFileSync(1, code);
} else {
  rmSync("dist", { recursive: true, force: true });
  const common = /** @type {const} */ ({ outdir: "dist", bundle: true, minify: true, target, logLevel: "warning" });
  // All in one folder: each of them says where the other files are by its own address.
  const entryPoints = { "recursive-trap": "www/index.js", define: "www/define.js", content: "www/content.js", explainer: "www/explainer.js" };
  await build({ ...common, entryPoints, format: "esm", splitting: true, chunkNames: "[name]-[hash]" });
  // A classic script has no address of its own, and this one asks for none: its files are inside. ASCII, whatever the page says it is.
  const standalone = { "recursive-trap.standalone": "www/standalone.js" };
  const loader = /** @type {const} */ ({ ".wasm": "base64", ".txt": "text" });
  await build({ ...common, entryPoints: standalone, format: "iife", loader, charset: "ascii", define: { "import.meta.url": "undefined" } });
}
