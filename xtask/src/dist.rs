//! `dist/`: what is shipped, a folder that any static host serves.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::command::run;
use crate::npm;
use crate::paths::Paths;

/// What TypeScript is told of the scripts.
const TYPES: &str = "typings";

/// What the scripts fetch, in `www/` and in `dist/` alike.
const FETCHED: [&str; 4] =
    ["pkg/recursive_trap.wasm", "pkg/worker.js", "corpora/moby-dick.txt", "corpora/sotu.txt"];

pub(crate) fn write(paths: &Paths) -> Result<()> {
    run(npm::node(paths, "xtask/shrink.mjs").arg("bundle"))?;
    for file in FETCHED {
        copy(&paths.www().join(file), &paths.dist().join(file))?;
    }
    let types = paths.www().join(TYPES);
    for entry in fs::read_dir(&types).with_context(|| format!("cannot read {}", types.display()))? {
        let entry = entry?;
        copy(&entry.path(), &paths.dist().join(entry.file_name()))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}
