//! A program that measures when it is asked to.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

/// Speaks in lines of JSON: one when it is ready, then an answer to each request. Ends when it is dropped, with its
/// standard input.
pub(crate) struct Measurer {
    child: Child,
    /// `None` only while it is being dropped.
    requests: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Measurer {
    /// Starts it; returns what it says first, too.
    pub(crate) fn start(command: &mut Command) -> Result<(Self, Value)> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let requests = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().context("standard output is piped")?);
        let mut measurer = Self { child, requests, answers };
        let ready = measurer.listen()?;
        Ok((measurer, ready))
    }

    pub(crate) fn ask(&mut self, request: &Value) -> Result<Value> {
        writeln!(self.requests.as_mut().context("it is running")?, "{request}")?;
        self.listen()
    }

    fn listen(&mut self) -> Result<Value> {
        let mut line = String::new();
        if self.answers.read_line(&mut line)? == 0 {
            bail!("a program that measures has ended early");
        }
        serde_json::from_str(&line).with_context(|| format!("it said {line:?}"))
    }
}

impl Drop for Measurer {
    fn drop(&mut self) {
        self.requests = None;
        // It has nothing more to read, and an error would have shown by now.
        let _ = self.child.wait();
    }
}
