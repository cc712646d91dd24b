//! `cargo xtask build`: everything the page loads that is not in the repository.

use anyhow::Result;

use crate::paths::Paths;
use crate::{corpora, dist, glue, npm, page, site, toolchain, wasm};

pub(crate) fn build(paths: &Paths) -> Result<()> {
    build_for(paths, None)
}

/// For the place where `dist/` will stand.
pub(crate) fn build_for(paths: &Paths, address: Option<&str>) -> Result<()> {
    toolchain::ensure_wasm_target()?;
    npm::install(paths)?;
    let bindings = wasm::build(paths)?;
    glue::write(paths, &bindings)?;
    corpora::extract(paths)?;
    page::write(paths)?;
    dist::write(paths)?;
    site::write(paths, address)
}
