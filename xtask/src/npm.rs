//! The packages from npm.

use std::path::Path;
use std::process::Command;

use anyhow::Result;

use crate::command::{command, run};
use crate::paths::Paths;
use crate::stamp::Stamp;

/// Runs `npm ci`, unless the packages of this very lock file are installed.
pub(crate) fn install(paths: &Paths) -> Result<()> {
    // The stamp lies in the folder it speaks for, so that deleting the folder is enough to start afresh.
    let file = paths.node_modules().join(".recursive-trap");
    let stamp = Stamp::of(file, &[&paths.root.join("package.json"), &paths.root.join("package-lock.json")])?;
    if stamp.is_fresh() {
        return Ok(());
    }
    run(npm("ci --no-audit --no-fund")
        .current_dir(&paths.root)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))?;
    stamp.renew()
}

/// A program that an npm package brought; run by node itself, which works on every system and has no `npx` to ask questions.
pub(crate) fn program(paths: &Paths, script: impl AsRef<Path>) -> Command {
    node(paths, paths.node_modules().join(script))
}

/// A script, by its path from the project's root.
pub(crate) fn node(paths: &Paths, script: impl AsRef<Path>) -> Command {
    let mut node = Command::new("node");
    node.arg(script.as_ref()).current_dir(&paths.root);
    node
}

/// npm itself, with these arguments.
pub(crate) fn npm(arguments: &str) -> Command {
    if cfg!(windows) {
        command(&format!("cmd /C npm {arguments}"))
    } else {
        command(&format!("npm {arguments}"))
    }
}
