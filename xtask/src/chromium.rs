//! A real Chromium, wherever this machine has one.

use std::env;
use std::path::PathBuf;

use anyhow::Result;

use crate::command::{on_path, run};
use crate::debian;
use crate::npm;
use crate::paths::Paths;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Its path for Playwright; `None` when it is Playwright's own.
pub(crate) fn find_or_install(paths: &Paths) -> Result<Option<PathBuf>> {
    if let Some(chosen) = env::var_os("CHROME_PATH").filter(|path| !path.is_empty()) {
        return Ok(Some(chosen.into()));
    }
    if let Some(found) = on_path(&NAMES) {
        return Ok(Some(found));
    }
    if debian::install("chromium")? {
        return Ok(on_path(&NAMES));
    }
    run(npm::program(paths, "@playwright/test/cli.js").args(["install", "chromium"]))?;
    Ok(None)
}
