//! The packages from PyPI that the metrics are compared with, in an environment of their own.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{output, run};
use crate::debian;
use crate::paths::Paths;
use crate::stamp::Stamp;

/// What Python may be called, the usual name first.
const NAMES: [&str; 6] = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];

/// The oldest Python that the pinned packages run on, with what an environment is made of (Debian packages it apart).
const SUITABLE: &str = "import ensurepip, sys, venv; assert sys.version_info >= (3, 11)";

/// The environment's Python. The environment is made anew unless it holds the packages of this very requirements.txt.
pub(crate) fn install(paths: &Paths) -> Result<PathBuf> {
    let environment = paths.scratch().join("python");
    let requirements = paths.root.join("tests/python/requirements.txt");
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    // The stamp lies in the folder it speaks for, so that deleting the folder is enough to start afresh.
    let stamp = Stamp::of(environment.join(".recursive-trap"), &[&requirements])?;
    // A system that has changed its Python meanwhile leaves the packages behind, where the new one does not look.
    if stamp.is_fresh() && runs(&python, "import numpy") {
        return Ok(python);
    }
    let outside = find_or_install()?;
    run(Command::new(outside).args(["-m", "venv", "--clear"]).arg(&environment))?;
    run(Command::new(&python)
        .args("-m pip install --quiet --disable-pip-version-check --requirement".split(' '))
        .arg(&requirements))?;
    stamp.renew()?;
    Ok(python)
}

fn find_or_install() -> Result<&'static str> {
    if let Some(found) = find() {
        return Ok(found);
    }
    debian::install("python3 python3-venv")?;
    find()
        .context("install Python 3.11 or later with its modules venv and ensurepip (on Debian: python3-venv)")
}

fn find() -> Option<&'static str> {
    NAMES.into_iter().find(|name| runs(Path::new(name), SUITABLE))
}

fn runs(python: &Path, script: &str) -> bool {
    output(Command::new(python).args(["-c", script])).is_some()
}

/// Runs the tests of tests/python, which start `export` to have something to compare.
pub(crate) fn tests(paths: &Paths, python: &Path, export: &Path) -> Command {
    // No bytecode beside the sources, no setting of the user's, and no word on what other people's packages deprecate.
    let mut tests = Command::new(python);
    tests
        .args("-B -I -W ignore -m unittest discover --start-directory tests/python".split(' '))
        .env("RECURSIVE_TRAP_EXPORT", export)
        .current_dir(&paths.root);
    tests
}
