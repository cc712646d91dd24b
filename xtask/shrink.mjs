// Makes JavaScript smaller for those who download it; nobody needs this to develop.
//   node xtask/shrink.mjs minify                 one classic script, from standard input to standard output
//   node xtask/shrink.mjs bundle ENTRY OUTPUT    a module and all it imports, but for ./pkg, as one module
import { readFileSync, writeFileSync } from "node:fs";
import { build, transform } from "esbuild";

const [mode, entry, output] = process.argv.slice(2);
const target = "es2022";

if (mode === "minify") {
  const { code } = await transform(readFileSync(0, "utf8"), { minify: true, target });
  writeFileSync(1, code);
} else {
  const options = { entryPoints: [entry], outfile: output, bundle: true, format: "esm", external: ["./pkg/*"], minify: true, target };
  await build(/** @type {import("esbuild").BuildOptions} */ ({ ...options, logLevel: "warning" }));
}
