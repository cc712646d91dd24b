//! The pages of `dist/`, and the hashes of what it ships.

use std::env;

use anyhow::Result;

use crate::command::run;
use crate::npm;
use crate::paths::Paths;

/// Writes them for the place where the site will stand: the address given, or the one in `SITE_URL`, or a placeholder.
pub(crate) fn write(paths: &Paths, address: Option<&str>) -> Result<()> {
    let address = address.map(str::to_owned).or_else(|| env::var("SITE_URL").ok());
    run(npm::node(paths, "xtask/site.mjs").args(address))
}
