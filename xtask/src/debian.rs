//! Programs that a Debian machine lacks, where this may install them.

use std::path::Path;

use anyhow::Result;

use crate::command::{command, output, run};

/// Installs packages and says so; does nothing on other systems, or for a user who is not root.
pub(crate) fn install(packages: &str) -> Result<bool> {
    if !Path::new("/etc/debian_version").exists() || !is_root() {
        return Ok(false);
    }
    run(&mut command("apt-get update -qq"))?;
    run(command("apt-get install -y -qq --no-install-recommends")
        .args(packages.split_whitespace())
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    Ok(true)
}

fn is_root() -> bool {
    output(&mut command("id -u")).is_some_and(|id| id.trim() == "0")
}
