// Makes JavaScript smaller for those who download it; nobody needs this to develop.
//   node xtask/shrink.mjs minify    one classic script, from standard input to standard output
//   node xtask/shrink.mjs bundle    the modules of www/ as dist/*.js, what they share in chunks beside them
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { build, transform } from "esbuild";

const target = "es2022";
/** The scripts of the pages around, and of pages that frame one. */
const site = { embed: "www/embed.js", listener: "www/listener.js", docs: "www/docs.js" };

if (process.argv[2] === "minify") {
  const { code } = await transform(readFileSync(0, "utf8"), { minify: true, target });
  writeFileSync(1, code);
} else {
  rmSync("dist", { recursive: true, force: true });
  // All in one folder: each of them says where the other files are by its own address.
  const entryPoints = { "recursive-trap": "www/index.js", define: "www/define.js", content: "www/content.js", explainer: "www/explainer.js", ...site };
  const options = { entryPoints, outdir: "dist", chunkNames: "[name]-[hash]", bundle: true, splitting: true, format: "esm", minify: true, target };
  await build(/** @type {import("esbuild").BuildOptions} */ ({ ...options, logLevel: "warning" }));
}
