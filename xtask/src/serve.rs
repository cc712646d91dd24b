//! `cargo xtask serve`: the page as readers see it, on this machine.

use std::process::Command;

use anyhow::Result;

use crate::build::build;
use crate::paths::Paths;

pub(crate) fn serve(paths: &Paths, port: u16) -> Result<()> {
    build(paths)?;
    let mut server = Command::new("node");
    server.arg(paths.root.join("xtask/serve.mjs")).arg(port.to_string()).current_dir(&paths.root);
    become_or_run(&mut server)
}

/// Where the system can, this process becomes the server, so that whatever ends one ends the other.
#[cfg(unix)]
fn become_or_run(server: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(server.exec().into())
}

#[cfg(not(unix))]
fn become_or_run(server: &mut Command) -> Result<()> {
    crate::command::run(server)
}
