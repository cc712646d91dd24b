//! The npm package as others get it: packed, looked at, installed, built by every bundler, and opened.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::command::{output, run};
use crate::npm::{self, npm};
use crate::paths::Paths;
use crate::stamp::Stamp;
use crate::tally::Tally;
use crate::test::{judge, playwright};

const FIXTURES: &str = "tests/fixtures";
const NAME: &str = "recursive-trap";

/// What others' programs say of package.json and the types.
pub(crate) fn check(paths: &Paths) -> Result<()> {
    run(npm::program(paths, "publint/src/cli.js").arg("--strict"))?;
    run(npm::program(paths, "@arethetypeswrong/cli/dist/index.js")
        .args("--pack . --profile esm-only --format table-flipped --no-color".split(' ')))
}

/// Types, builds and pages of `tests/fixtures`, whose `recursive-trap` is the packed one.
pub(crate) fn test(paths: &Paths, tally: &mut Tally) -> Result<()> {
    install(paths)?;
    run(npm::program(paths, "typescript/bin/tsc").args(["--project", FIXTURES]))?;
    run(&mut npm::node(paths, "tests/fixtures/build.mjs"))?;
    let (counted, succeeded) = playwright(paths, &["--config", FIXTURES])?;
    judge(counted, succeeded, tally)
}

fn install(paths: &Paths) -> Result<()> {
    let folder = paths.root.join(FIXTURES);
    let modules = folder.join("node_modules");
    // The stamp lies in the folder it speaks for, so that deleting the folder is enough to start afresh.
    let stamp = Stamp::of(
        modules.join(".recursive-trap"),
        &[&folder.join("package.json"), &folder.join("package-lock.json")],
    )?;
    if !stamp.is_fresh() {
        // Nothing of it needs a script of its own to be installed.
        run(npm("ci --no-audit --no-fund --ignore-scripts").current_dir(&folder))?;
        stamp.renew()?;
    }
    // Anew every time: npm goes by the version, which stays the same.
    let installed = modules.join(NAME);
    if installed.exists() {
        fs::remove_dir_all(&installed).with_context(|| format!("cannot remove {}", installed.display()))?;
    }
    let tarball = pack(paths)?;
    run(npm("install --no-save --no-audit --no-fund --ignore-scripts").arg(&tarball).current_dir(&folder))?;
    ensure!(installed.join("dist").is_dir(), "{} holds no dist/", tarball.display());
    Ok(())
}

fn pack(paths: &Paths) -> Result<PathBuf> {
    let folder = paths.scratch();
    fs::create_dir_all(&folder)?;
    let mut pack = npm("pack --silent --ignore-scripts --pack-destination");
    let printed = output(pack.arg(&folder).current_dir(&paths.root)).context("`npm pack` failed")?;
    let name = printed.lines().last().context("`npm pack` names no file")?;
    Ok(folder.join(name.trim()))
}
