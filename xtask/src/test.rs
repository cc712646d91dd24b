//! `cargo xtask test`: every check there is, the quick ones first, up to the first that fails.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::build::build;
use crate::command::{command, run, tee, tee_errors};
use crate::paths::Paths;
use crate::tally::Tally;
use crate::{chromium, corpora, debian, npm, package, page, python, size, toolchain};

/// A title, and a check that adds the tests it ran to the tally.
type Step = (&'static str, fn(&Paths, &mut Tally) -> Result<()>);

const STEPS: [Step; 16] = [
    ("rustfmt", |paths, _| cargo(paths, "fmt --all --check")),
    // First, because Rust's tests read it.
    ("human text", |paths, _| npm::install(paths).and_then(|()| corpora::extract(paths))),
    ("clippy for this machine", |paths, _| {
        cargo(paths, "clippy --quiet --locked --workspace --all-targets -- -D warnings")
    }),
    ("clippy for wasm32", |paths, _| {
        toolchain::ensure_wasm_target()?;
        cargo(paths, "clippy --quiet --locked --lib --target wasm32-unknown-unknown -- -D warnings")
    }),
    ("rustdoc", |paths, _| {
        rustdoc(paths, "doc --quiet --locked --no-deps --workspace")?;
        rustdoc(paths, "doc --quiet --locked --no-deps --lib --target wasm32-unknown-unknown")
    }),
    ("Rust tests of the core", |paths, tally| cargo_test(paths, "", tally)),
    // Not optimised like the core's, which count tokens by the million: compiling wasm-bindgen so would take minutes.
    ("Rust tests of xtask", |paths, tally| cargo_test(paths, "--package xtask --profile dev", tally)),
    ("metrics against Python libraries", python_tests),
    // Before the build, which would write them.
    ("stills in the page", |paths, _| page::check(paths)),
    ("build", |paths, _| build(paths)),
    ("JavaScript types", |paths, _| run(&mut npm::program(paths, "typescript/bin/tsc"))),
    ("package", |paths, _| package::check(paths)),
    ("size", |paths, _| size::check(paths)),
    ("JavaScript tests", node_tests),
    ("browser tests", browser_tests),
    ("bundlers and frameworks", package::test),
];

/// Runs all steps; the last line on standard output is `N passed, N failed`.
pub(crate) fn test(paths: &Paths) -> ExitCode {
    let mut tally = Tally::default();
    for (title, step) in STEPS {
        println!("\n── {title}");
        if let Err(error) = timed(|| step(paths, &mut tally)) {
            // A check that counts no tests counts as one when it fails.
            tally.failed = tally.failed.max(1);
            println!("\n{title}: {error:#}\n{tally}");
            return ExitCode::FAILURE;
        }
    }
    println!("\n{tally}");
    ExitCode::SUCCESS
}

#[expect(clippy::disallowed_methods, reason = "the lint keeps clocks out of the core; this is the workshop")]
fn timed(step: impl FnOnce() -> Result<()>) -> Result<()> {
    let start = Instant::now();
    let result = step();
    println!("   {:.1} s", start.elapsed().as_secs_f64());
    result
}

fn cargo(paths: &Paths, arguments: &str) -> Result<()> {
    run(command("cargo").args(arguments.split_whitespace()).current_dir(&paths.root))
}

fn rustdoc(paths: &Paths, arguments: &str) -> Result<()> {
    let mut cargo = command("cargo");
    run(cargo.args(arguments.split_whitespace()).env("RUSTDOCFLAGS", "-D warnings").current_dir(&paths.root))
}

fn cargo_test(paths: &Paths, selection: &str, tally: &mut Tally) -> Result<()> {
    let mut cargo = command("cargo test --quiet --locked --no-fail-fast");
    let (printed, succeeded) = tee(cargo.args(selection.split_whitespace()).current_dir(&paths.root))?;
    judge(Tally::of_cargo(&printed), succeeded, tally)
}

fn python_tests(paths: &Paths, tally: &mut Tally) -> Result<()> {
    let python = python::install(paths)?;
    // With the profile of the core's tests, whose step has built it already.
    cargo(paths, "build --quiet --locked --profile test --example export")?;
    let export = paths.target.join(format!("debug/examples/export{EXE_SUFFIX}"));
    let (printed, succeeded) = tee_errors(&mut python::tests(paths, &python, &export))?;
    judge(Tally::of_unittest(&printed), succeeded, tally)
}

fn node_tests(paths: &Paths, tally: &mut Tally) -> Result<()> {
    // Named one by one, because versions of node differ in what a folder means.
    let files = test_files(&paths.root.join("tests/js"))?;
    let mut node = command("node --test --test-reporter=spec");
    let (printed, succeeded) = tee(node.args(&files).current_dir(&paths.root))?;
    judge(Tally::of_node(&printed), succeeded && !files.is_empty(), tally)
}

fn browser_tests(paths: &Paths, tally: &mut Tally) -> Result<()> {
    // The Nu HTML checker is a Java program.
    if command("java -version").output().is_err() {
        debian::install("default-jre-headless")?;
    }
    let (counted, succeeded) = playwright(paths, &[])?;
    judge(counted, succeeded, tally)
}

/// What a run of Playwright counts, and whether it says of itself that it succeeded.
pub(crate) fn playwright(paths: &Paths, arguments: &[&str]) -> Result<(Tally, bool)> {
    let report = paths.scratch().join("playwright.json");
    let _ = fs::remove_file(&report);
    let mut playwright = npm::program(paths, "@playwright/test/cli.js");
    playwright.arg("test").args(arguments);
    playwright.env("PLAYWRIGHT_JSON_OUTPUT_FILE", &report).env("PORT", free_port()?.to_string());
    if let Some(chromium) = chromium::find_or_install(paths)? {
        playwright.env("CHROME_PATH", chromium);
    }
    let succeeded = playwright.status().context("cannot start Playwright")?.success();
    let report = fs::read_to_string(&report).context("Playwright wrote no report")?;
    Ok((Tally::of_playwright(&report)?, succeeded))
}

/// For the page's server, so that two runs on one machine do not meet.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A runner that found nothing to run has checked nothing, whatever it says of itself.
pub(crate) fn judge(counted: Tally, succeeded: bool, tally: &mut Tally) -> Result<()> {
    *tally += counted;
    ensure!(counted.ran() > 0, "not one test was run");
    ensure!(succeeded && counted.failed == 0, "{counted}");
    Ok(())
}

/// `*.test.js` in a folder and those below it, in order.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(test_files(&path)?);
        } else if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
