//! What the page shows before any script runs: drawn here, by the same functions that draw on the canvas.

use std::env::consts::EXE_SUFFIX;
use std::fs::{self, File};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{command, output, run};
use crate::npm;
use crate::paths::Paths;

/// Writes the stills into index.html.
pub(crate) fn write(paths: &Paths) -> Result<()> {
    page(paths, "write")
}

/// Fails if index.html holds other stills than the core draws.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    page(paths, "check")
}

fn page(paths: &Paths, mode: &str) -> Result<()> {
    // With the profile of the core's tests, which compile it anyway.
    run(command("cargo build --quiet --locked --profile test --example stills").current_dir(&paths.root))?;
    let plan = output(npm::node(paths, "xtask/page.mjs").arg("plan"))
        .context("`node xtask/page.mjs plan` failed")?;
    let planned = paths.scratch().join("plan.json");
    fs::create_dir_all(paths.scratch())?;
    fs::write(&planned, plan)?;
    let mut stills = Command::new(paths.target.join(format!("debug/examples/stills{EXE_SUFFIX}")));
    let drawn = output(stills.stdin(File::open(&planned)?)).context("the example `stills` failed")?;
    let kept = paths.scratch().join("stills.json");
    fs::write(&kept, drawn)?;
    run(npm::node(paths, "xtask/page.mjs").arg(mode).stdin(File::open(&kept)?))
}
