//! Running other programs.

use std::env;
use std::io::{BufRead, BufReader, Read, Write, stderr, stdout};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

/// A program and its arguments, separated by spaces.
pub(crate) fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words);
    command
}

/// The first program of one of these names in the folders that the system looks in.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .flat_map(|folder| names.iter().map(move |name| folder.join(name)))
        .find(|file| file.is_file())
}

/// Runs it in the foreground; a failure is an error that quotes the command.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", shown(command)))?;
    ensure!(status.success(), "{} failed ({status})", shown(command));
    Ok(())
}

/// What it prints on standard output; `None` when it is not installed or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok().filter(|output| output.status.success())?;
    String::from_utf8(output.stdout).ok()
}

/// Runs it in the foreground and also returns what it printed on standard output, and whether it succeeded.
pub(crate) fn tee(command: &mut Command) -> Result<(String, bool)> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {}", shown(command)))?;
    let printed = pass_on(child.stdout.take().context("standard output is piped")?, stdout())?;
    Ok((printed, child.wait()?.success()))
}

/// The same for a program that reports on standard error.
pub(crate) fn tee_errors(command: &mut Command) -> Result<(String, bool)> {
    let mut child =
        command.stderr(Stdio::piped()).spawn().with_context(|| format!("cannot start {}", shown(command)))?;
    let printed = pass_on(child.stderr.take().context("standard error is piped")?, stderr())?;
    Ok((printed, child.wait()?.success()))
}

/// Shows what comes, line by line, and returns it.
fn pass_on(pipe: impl Read, mut terminal: impl Write) -> Result<String> {
    let mut printed = String::new();
    for line in BufReader::new(pipe).lines() {
        let line = line?;
        writeln!(terminal, "{line}")?;
        printed += &line;
        printed.push('\n');
    }
    Ok(printed)
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    format!("`{}`", words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" "))
}
