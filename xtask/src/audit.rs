//! `cargo xtask audit`: checks that take programs or minutes which `test` does not ask for.

use std::process::ExitCode;

use anyhow::Result;

use crate::build::build;
use crate::hosts;
use crate::paths::Paths;

/// A title, and a check that prints what it finds; an error when that is not as it has to be.
type Audit = (&'static str, fn(&Paths) -> Result<()>);

const AUDITS: [Audit; 1] = [("hostile hosts in three engines", hosts::audit)];

/// Runs all of them, whatever those before have found; the last line on standard output is `N audits passed, N failed`.
pub(crate) fn audit(paths: &Paths) -> Result<ExitCode> {
    build(paths)?;
    let mut failed = 0;
    for (title, audit) in AUDITS {
        println!("\n── {title}");
        if let Err(error) = audit(paths) {
            failed += 1;
            println!("\n{title}: {error:#}");
        }
    }
    println!("\n{} audits passed, {failed} failed", AUDITS.len() - failed);
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
