//! Skipping work whose inputs have not changed.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A file that remembers a fingerprint of the inputs some work was last done for.
pub(crate) struct Stamp {
    file: PathBuf,
    fingerprint: String,
}

impl Stamp {
    /// Fingerprints contents, not times: a checkout or a rebuild that changes nothing costs nothing.
    pub(crate) fn of(file: PathBuf, inputs: &[&Path]) -> Result<Self> {
        let mut hasher = DefaultHasher::new();
        for input in inputs {
            hasher.write(&fs::read(input).with_context(|| format!("cannot read {}", input.display()))?);
        }
        Ok(Self { file, fingerprint: format!("{:016x}", hasher.finish()) })
    }

    pub(crate) fn is_fresh(&self) -> bool {
        fs::read_to_string(&self.file).is_ok_and(|seen| seen == self.fingerprint)
    }

    pub(crate) fn renew(&self) -> Result<()> {
        write(&self.file, &self.fingerprint)
    }
}

/// Writes a file and the folders it needs; one that already reads so is left alone, with its date.
pub(crate) fn write(file: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    let contents = contents.as_ref();
    if fs::read(file).is_ok_and(|present| present == contents) {
        return Ok(());
    }
    fs::create_dir_all(file.parent().context("a file lies in a folder")?)?;
    fs::write(file, contents).with_context(|| format!("cannot write {}", file.display()))
}
