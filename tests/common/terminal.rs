//! The examples from a terminal.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::thread::sleep;
use std::time::Duration;

use serde_json::Value;

/// An example, built by the cargo that runs this test, with its profile and into its folder (so it is there already
/// unless this file is tested alone).
pub(crate) fn program(name: &'static str) -> PathBuf {
    static PROGRAMS: Mutex<BTreeMap<&str, PathBuf>> = Mutex::new(BTreeMap::new());
    PROGRAMS.lock().unwrap().entry(name).or_insert_with(|| build(name)).clone()
}

fn build(name: &str) -> PathBuf {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let built = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into()))
        .args(["build", "--quiet", "--locked", "--profile", "test", "--example", name])
        .args(["--message-format", "json", "--target-dir"])
        .arg(target)
        .current_dir(super::root())
        .output()
        .unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let messages = String::from_utf8(built.stdout).unwrap();
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let built = messages.filter(|message| message["target"]["name"] == name);
    built.filter_map(|message| message["executable"].as_str().map(PathBuf::from)).next_back().unwrap()
}

/// Exit code, standard output and standard error; panics when there is no end after 20 seconds.
pub(crate) fn run(name: &'static str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let mut child = Command::new(program(name))
        .args(arguments)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    let reader = std::thread::spawn(move || {
        let mut printed = String::new();
        out.read_to_string(&mut printed).unwrap();
        printed
    });
    for _ in 0..2_000 {
        if let Some(status) = child.try_wait().unwrap() {
            let mut complaint = String::new();
            err.read_to_string(&mut complaint).unwrap();
            return (status.code(), reader.join().unwrap(), complaint);
        }
        sleep(Duration::from_millis(10));
    }
    child.kill().unwrap();
    panic!("{arguments:?}: still running after 20 seconds");
}

/// The JSON that is printed, a value a line.
pub(crate) fn rows(name: &'static str, arguments: &[&str]) -> Vec<Value> {
    let (code, out, err) = run(name, arguments);
    assert_eq!((code, err.as_str()), (Some(0), ""), "{arguments:?}");
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect()
}

/// A file with these contents; tests run at the same time, so each has names of its own.
pub(crate) fn file(name: &str, contents: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, contents).unwrap();
    path.to_str().unwrap().to_owned()
}

/// What the program must say to bad input: exactly one sentence on one line that names what was received, a non-zero
/// exit, and nothing on standard output.
pub(crate) fn refused(name: &'static str, cases: &[(&[&str], &[&str])]) {
    let mut wrong = Vec::new();
    for (arguments, named) in cases {
        let (code, out, err) = run(name, arguments);
        let mut complain = |what: &str| wrong.push(format!("{arguments:?}: {what}: {err:?}"));
        // 101 is a panic.
        if code.is_none_or(|code| code == 0 || code == 101) {
            complain(&format!("exit code {code:?}"));
        }
        if !out.is_empty() {
            complain("something was printed");
        }
        if err.trim_end().lines().count() != 1 {
            complain("not one line");
        }
        if !named.iter().all(|part| err.contains(part)) {
            complain(&format!("{named:?} is not named"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
