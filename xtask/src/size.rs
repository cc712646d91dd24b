//! `cargo xtask size`: what a reader downloads. Node has both compressors, so a script of its own does the work.

use std::process::Command;

use anyhow::Result;

use crate::build::build;
use crate::command::run;
use crate::paths::Paths;

pub(crate) fn size(paths: &Paths) -> Result<()> {
    build(paths)?;
    run(Command::new("node").arg(paths.root.join("xtask/size.mjs")).current_dir(&paths.root))
}
