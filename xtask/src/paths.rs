//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

pub(crate) struct Paths {
    pub(crate) root: PathBuf,
    /// Cargo's target directory.
    pub(crate) target: PathBuf,
}

impl Paths {
    /// Cargo says at run time where this crate is, so a checkout may be moved after it was compiled.
    pub(crate) fn of_this_project() -> Result<Self> {
        let xtask = env::var_os("CARGO_MANIFEST_DIR").context("start this with `cargo xtask`")?;
        let root = Path::new(&xtask).parent().context("xtask lies in the project's root")?.to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
        Ok(Self { target: root.join(target), root })
    }

    pub(crate) fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// The generated part of the page.
    pub(crate) fn pkg(&self) -> PathBuf {
        self.www().join("pkg")
    }

    /// What is shipped.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What one build leaves for the next.
    pub(crate) fn scratch(&self) -> PathBuf {
        self.target.join("xtask")
    }

    pub(crate) fn node_modules(&self) -> PathBuf {
        self.root.join("node_modules")
    }
}
