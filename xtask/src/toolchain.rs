//! The one thing a plain Rust installation lacks: the wasm target.

use anyhow::{Result, bail};

use crate::command::{command, output, run};

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

const ADVICE: &str = "install Rust with rustup and run `rustup target add wasm32-unknown-unknown`, \
    or put a rustc first on PATH that has this target";

pub(crate) fn ensure_wasm_target() -> Result<()> {
    let Some(installed) = output(&mut command("rustup target list --installed")) else {
        // No rustup: the compiler may have the target all the same.
        return if has_wasm_std() {
            Ok(())
        } else {
            bail!("there is neither rustup nor a compiler for wasm: {ADVICE}")
        };
    };
    if installed.lines().any(|target| target == WASM) {
        return Ok(());
    }
    if run(command("rustup target add").arg(WASM)).is_err() {
        bail!("rustup could not add the target: {ADVICE}");
    }
    Ok(())
}

fn has_wasm_std() -> bool {
    output(command("rustc --print target-libdir --target").arg(WASM))
        .is_some_and(|folder| std::path::Path::new(folder.trim()).is_dir())
}
