//! From Rust to the `.wasm` file that readers download: cargo, then wasm-bindgen, then binaryen, then the gate.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::command::{command, run};
use crate::paths::Paths;
use crate::stamp::{self, Stamp};
use crate::toolchain::WASM;
use crate::{gate, npm};

const NAME: &str = "recursive_trap";

/// Speed first. From the first WebAssembly on, feature by feature: binaryen uses these and no other, and writes table
/// indices in the one form that Chromium 87 and Safari 14 read.
const OPTIMISE: &str = "-O3 --mvp-features --enable-bulk-memory --enable-bulk-memory-opt --enable-sign-ext \
    --enable-mutable-globals --enable-nontrapping-float-to-int --strip-target-features";

/// rustc turns on features that Chromium learned only in version 96, and wasm-bindgen would use them. Added to the flags of
/// .cargo/config.toml; the standard library comes compiled, so [`without_new_features`] has to take back its declaration.
const OLDER_BROWSERS: &str =
    r#"target.wasm32-unknown-unknown.rustflags=["-C", "target-feature=-reference-types,-multivalue"]"#;

/// What is built of the core: all of it, and the instrument without the scenes, for the pages that show no more.
const EDITIONS: [Edition; 2] = [
    Edition { file: "recursive_trap", flags: "" },
    Edition { file: "instrument", flags: "--no-default-features" },
];

struct Edition {
    file: &'static str,
    flags: &'static str,
}

/// The JavaScript that wasm-bindgen wrote for all editions.
pub(crate) struct Bindings {
    pub(crate) glue: String,
    pub(crate) types: String,
}

pub(crate) fn build(paths: &Paths) -> Result<Bindings> {
    let [whole, instrument] = EDITIONS;
    let bindings = edition(paths, &whole)?;
    let part = edition(paths, &instrument)?;
    for import in imports(&part.glue) {
        ensure!(
            bindings.glue.contains(import),
            "the glue of both editions is that of the whole, which lacks {import}"
        );
    }
    Ok(bindings)
}

fn edition(paths: &Paths, Edition { file, flags }: &Edition) -> Result<Bindings> {
    // An outer RUSTFLAGS would silently replace the flags of .cargo/config.toml, `--max-memory` among them.
    // In a folder of its own: both are called the same, and each would make cargo build the other anew.
    let target = if flags.is_empty() { paths.target.clone() } else { paths.target.join(file) };
    run(command("cargo build --locked --release --lib --target wasm32-unknown-unknown")
        .args(flags.split_whitespace())
        .arg("--target-dir")
        .arg(&target)
        .args(["--config", OLDER_BROWSERS])
        .current_dir(&paths.root)
        .env_remove("RUSTFLAGS"))?;
    let compiled = target.join(WASM).join("release").join(NAME).with_extension("wasm");
    let scratch = paths.scratch().join(file);
    let [glue, types] = ["glue.js", "glue.d.ts"].map(|name| scratch.join(name));
    let finished = paths.pkg().join(file).with_extension("wasm");

    let lock = paths.root.join("package-lock.json");
    let stamp = Stamp::of(scratch.join("wasm.stamp"), &[&compiled, &lock, &env::current_exe()?])?;
    if !(stamp.is_fresh() && glue.is_file() && types.is_file() && finished.is_file()) {
        let bound = bind(&compiled)?;
        stamp::write(&glue, bound.glue)?;
        stamp::write(&types, bound.types)?;
        let unoptimised = scratch.join("bound.wasm");
        stamp::write(&unoptimised, bound.wasm)?;
        let optimised = optimise(paths, &unoptimised)?;
        gate::check(&optimised)?;
        stamp::write(&finished, optimised)?;
        stamp.renew()?;
    }
    Ok(Bindings { glue: fs::read_to_string(glue)?, types: fs::read_to_string(types)? })
}

/// What the glue hands to the wasm, function by function.
fn imports(glue: &str) -> impl Iterator<Item = &str> {
    let all = glue.split_once("__proto__: null,\n").and_then(|(_, rest)| rest.split_once("\n};\n"));
    all.map_or("", |(all, _)| all).split_inclusive("\n},\n").map(str::trim)
}

struct Bound {
    glue: String,
    types: String,
    wasm: Vec<u8>,
}

/// The "no-modules" form is the one that runs in a classic worker, and classic is the only kind that starts everywhere.
fn bind(compiled: &Path) -> Result<Bound> {
    let mut output = Bindgen::new()
        .input_bytes(NAME, without_new_features(fs::read(compiled)?))
        .no_modules(true)?
        .typescript(true)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    let snippets = output.snippets().values().map(Vec::len).sum::<usize>() + output.local_modules().len();
    ensure!(snippets == 0, "wasm-bindgen wrote JavaScript files to import, which a blob worker cannot");
    Ok(Bound {
        glue: output.js().to_owned(),
        types: output.ts().context("wasm-bindgen wrote no types")?.to_owned(),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

/// wasm-bindgen goes by what the file declares: with these two it would hold JavaScript objects in a wasm table and return
/// several values at once. A `-` for the `+` says that the module does without.
fn without_new_features(mut wasm: Vec<u8>) -> Vec<u8> {
    for declared in [b"+\x0freference-types".as_slice(), b"+\x0amultivalue"] {
        if let Some(at) = wasm.windows(declared.len()).rposition(|bytes| bytes == declared) {
            wasm[at] = b'-';
        }
    }
    wasm
}

fn optimise(paths: &Paths, input: &Path) -> Result<Vec<u8>> {
    let output = input.with_file_name("optimised.wasm");
    run(npm::program(paths, "binaryen/bin/wasm-opt")
        .args(OPTIMISE.split_whitespace())
        .arg(input)
        .arg("-o")
        .arg(&output))?;
    Ok(fs::read(output)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_are_told_apart() {
        let glue = "const import0 = {\n            __proto__: null,\n        a: function() {\none();\n},\nb: function() {\ntwo();\n},\n};\nreturn";
        assert_eq!(
            imports(glue).collect::<Vec<_>>(),
            ["a: function() {\none();\n},", "b: function() {\ntwo();\n},"]
        );
    }

    #[test]
    fn only_the_new_features_are_taken_back() {
        let declared = b"target_features\x03+\x0freference-types+\x0amultivalue+\x08sign-ext".to_vec();
        let left = b"target_features\x03-\x0freference-types-\x0amultivalue+\x08sign-ext".to_vec();
        assert_eq!(without_new_features(declared), left);
    }
}
