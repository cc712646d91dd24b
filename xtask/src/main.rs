//! `cargo xtask`: every chore of the project, on a machine that has rustup's cargo, Node and Python and nothing else.

mod audit;
mod bench;
mod build;
mod chromium;
mod command;
mod corpora;
mod debian;
mod dist;
mod gate;
mod glue;
mod hosts;
mod npm;
mod package;
mod page;
mod paths;
mod prose;
mod python;
mod serve;
mod site;
mod size;
mod stamp;
mod tally;
mod test;
mod toolchain;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::paths::Paths;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Builds, serves and tests recursive-trap")]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Write dist/, what is shipped, and all that it is made of
    Build {
        /// Where dist/ will stand, a whole address; `SITE_URL` says the same
        #[arg(long, value_name = "ADDRESS")]
        site: Option<String>,
    },
    /// Build, then serve the page on 127.0.0.1
    Serve {
        /// The first port to try; the next free one is taken
        #[arg(long, default_value_t = 8080)]
        port: u16,
    },
    /// Every check there is, from formatting to a real browser
    Test,
    /// The same as `test`, for `.ci/run`
    Ci,
    /// Hostile pages in Chromium, Firefox and WebKitGTK
    Audit,
    /// Print what a reader downloads; fail above the budget
    Size,
    /// Print what it costs, beside what it is compared with
    Bench,
}

fn main() -> ExitCode {
    match Paths::of_this_project().and_then(|paths| run(&Arguments::parse().chore, &paths)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(chore: &Chore, paths: &Paths) -> Result<ExitCode> {
    match chore {
        Chore::Build { site } => build::build_for(paths, site.as_deref())?,
        Chore::Serve { port } => serve::serve(paths, *port)?,
        Chore::Test | Chore::Ci => return Ok(test::test(paths)),
        Chore::Audit => return audit::audit(paths),
        Chore::Size => size::size(paths)?,
        Chore::Bench => bench::bench(paths)?,
    }
    Ok(ExitCode::SUCCESS)
}
