//! `cargo xtask bench`: what it costs, beside what it is compared with, as Markdown for README.md.
//!
//! Figures of one machine or one hour do not travel, ratios taken in turn do: everything here is measured round-robin and
//! in CPU time. Only the tables go to standard output.

mod browser;
mod child;
mod generation;
mod measures;
mod size;
mod stats;
mod table;

use std::fs;

use anyhow::Result;

use self::table::targets;
use crate::build::build;
use crate::paths::Paths;

pub(crate) fn bench(paths: &Paths) -> Result<()> {
    build(paths)?;
    eprintln!("── generations");
    let generations = generation::measure(paths)?;
    eprintln!("── charts and page");
    let browser = browser::measure(paths)?;
    let sizes = size::measure(paths)?;

    print!("{}\n{}\n", generations.table(), generations.measures_table());
    print!("{}\n{}\n", browser.table(), sizes.table());
    let all = [generations.targets(), browser.targets(), sizes.targets()].concat();
    print!("{}\n{}", targets(&all), load());
    Ok(())
}

/// How busy the machine was.
fn load() -> String {
    let average = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let average = average.split(' ').take(3).collect::<Vec<_>>().join(" ");
    if average.is_empty() { average } else { format!("Load average at the end: {average}.\n") }
}
