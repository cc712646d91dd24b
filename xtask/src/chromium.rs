//! A real Chromium, wherever this machine has one.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::command::{command, output, run};
use crate::npm;
use crate::paths::Paths;

const NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Its path for Playwright; `None` when it is Playwright's own.
pub(crate) fn find_or_install(paths: &Paths) -> Result<Option<PathBuf>> {
    if let Some(chosen) = env::var_os("CHROME_PATH").filter(|path| !path.is_empty()) {
        return Ok(Some(chosen.into()));
    }
    if let Some(found) = on_path() {
        return Ok(Some(found));
    }
    if Path::new("/etc/debian_version").exists() && is_root() {
        run(&mut command("apt-get update -qq"))?;
        run(command("apt-get install -y -qq --no-install-recommends chromium")
            .env("DEBIAN_FRONTEND", "noninteractive"))?;
        return Ok(on_path());
    }
    run(npm::program(paths, "@playwright/test/cli.js").args(["install", "chromium"]))?;
    Ok(None)
}

fn on_path() -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|file| file.is_file())
}

fn is_root() -> bool {
    output(&mut command("id -u")).is_some_and(|id| id.trim() == "0")
}
