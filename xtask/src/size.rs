//! `cargo xtask size`: what a reader downloads. Node has both compressors, so a script of its own does the work.

use anyhow::Result;

use crate::build::build;
use crate::command::run;
use crate::npm;
use crate::paths::Paths;

pub(crate) fn size(paths: &Paths) -> Result<()> {
    build(paths)?;
    run(&mut npm::node(paths, "xtask/size.mjs"))
}

/// That it has not grown by more than 2 % since it was recorded.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    run(npm::node(paths, "xtask/size.mjs").arg("check"))
}
