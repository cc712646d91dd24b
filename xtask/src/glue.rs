//! The two JavaScript forms of the bindings: a module for the page, and the source of the worker as a string.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::command::output;
use crate::npm;
use crate::paths::Paths;
use crate::stamp;
use crate::wasm::Bindings;

pub(crate) fn write(paths: &Paths, bindings: &Bindings) -> Result<()> {
    for (forbidden, why) in
        [("new Function", "a strict page forbids code from strings"), ("require(", "browsers have none")]
    {
        ensure!(!bindings.glue.contains(forbidden), "wasm-bindgen's glue has `{forbidden}`: {why}");
    }
    let glue = without_address(&bindings.glue)?;
    let engine = fs::read_to_string(paths.www().join("engine.js")).context("cannot read www/engine.js")?;
    let worker = minified(paths, &worker_source(&glue, &engine)?)?;
    let glue = minified(paths, &glue)?;

    let pkg = paths.pkg();
    // The glue keeps its instance in a variable of its own: a function that runs it anew makes as many as are wanted.
    let module = format!("export function create(){{{glue}return wasm_bindgen}}\nexport default create();\n");
    stamp::write(&pkg.join("bindings.js"), module)?;
    let types = "export declare function create(): typeof wasm_bindgen;\nexport default wasm_bindgen;\n";
    stamp::write(&pkg.join("bindings.d.ts"), format!("{}\n{types}", bindings.types))?;
    stamp::write(&pkg.join("worker.js"), &worker)?;
    stamp::write(
        &pkg.join("worker-source.js"),
        format!("export default {};\n", serde_json::to_string(&worker)?),
    )?;
    stamp::write(&pkg.join("worker-source.d.ts"), "declare const source: string;\nexport default source;\n")
}

/// The glue notes the address of the script it stands in, and nothing reads the note, as the wasm is always handed to it. A
/// script that is pasted into a page without an address (`srcdoc`) would end there.
fn without_address(glue: &str) -> Result<String> {
    let (before, rest) =
        glue.split_once("let script_src;").context("wasm-bindgen's glue notes no address")?;
    let (_, after) = rest.split_once('}').context("wasm-bindgen's glue is cut short")?;
    ensure!(!after.contains("script_src"), "wasm-bindgen's glue asks where it stands");
    Ok(format!("{before}{after}"))
}

/// A classic script without its comments and long names.
fn minified(paths: &Paths, script: &str) -> Result<String> {
    let file = paths.scratch().join("unminified.js");
    stamp::write(&file, script)?;
    let mut minify = npm::node(paths, "xtask/shrink.mjs");
    output(minify.arg("minify").stdin(fs::File::open(&file)?))
        .context("`node xtask/shrink.mjs minify` failed")
}

/// A classic worker has no imports: the glue and the message loop are put together here, once, and not in the browser.
fn worker_source(glue: &str, engine: &str) -> Result<String> {
    let exports: Vec<&str> = engine.lines().filter(|line| line.starts_with("export ")).collect();
    ensure!(
        matches!(exports[..], [only] if only.starts_with("export function serve(")),
        "www/engine.js must export `function serve` and nothing else"
    );
    ensure!(!engine.lines().any(|line| line.starts_with("import ")), "www/engine.js must import nothing");
    let engine: Vec<&str> = engine.lines().map(|line| line.strip_prefix("export ").unwrap_or(line)).collect();
    let engine = engine.join("\n");
    Ok(format!("{glue}\n{engine}\nserve(self, wasm_bindgen);\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_is_noted_nowhere() {
        let glue =
            "let wasm_bindgen = (function() { let script_src; if (x) { script_src = y; } class A {} })();";
        assert_eq!(without_address(glue).unwrap(), "let wasm_bindgen = (function() {  class A {} })();");
        assert!(without_address(&glue.replace("class A", "script_src")).is_err());
        assert!(without_address("let wasm_bindgen;").is_err());
    }

    #[test]
    fn the_worker_starts_the_one_exported_function() {
        let source = worker_source("let wasm_bindgen;", "// loop\nexport function serve(port) {}").unwrap();
        assert_eq!(
            source,
            "let wasm_bindgen;\n// loop\nfunction serve(port) {}\nserve(self, wasm_bindgen);\n"
        );
    }

    #[test]
    fn an_engine_that_a_classic_worker_could_not_run_is_refused() {
        assert!(worker_source("", "import x from './x.js';\nexport function serve() {}").is_err());
        assert!(worker_source("", "export function serve() {}\nexport const x = 1;").is_err());
        assert!(worker_source("", "function serve() {}").is_err());
    }
}
