//! What a reader downloads, as `cargo xtask size` measures it.

use std::process::Command;

use anyhow::{Context as _, Result};

use super::table::{Table, Target, count};
use crate::paths::Paths;

/// Raw, gzip, brotli.
type Bytes = [u64; 3];

pub(crate) struct Sizes {
    wasm: Bytes,
    total: Bytes,
}

pub(crate) fn measure(paths: &Paths) -> Result<Sizes> {
    let mut node = Command::new("node");
    let output = node.arg(paths.root.join("xtask/size.mjs")).current_dir(&paths.root).output()?;
    let printed = String::from_utf8(output.stdout)?;
    let row =
        |name: &str| bytes(&printed, name).with_context(|| format!("xtask/size.mjs says nothing of {name}"));
    Ok(Sizes { wasm: row("dist/pkg/instrument.wasm")?, total: row("instrument")? })
}

/// The numbers behind a name.
fn bytes(printed: &str, name: &str) -> Option<Bytes> {
    let row = printed.lines().find_map(|line| line.strip_prefix(name))?;
    let numbers = row.split_whitespace().map(str::parse).collect::<Result<Vec<_>, _>>().ok()?;
    numbers.try_into().ok()
}

impl Sizes {
    pub(crate) fn table(&self) -> String {
        let script = [0, 1, 2].map(|column| self.total[column] - self.wasm[column]);
        let mut table = Table::new(["bytes", "raw", "gzip", "brotli"]);
        for (name, bytes) in [("wasm", self.wasm), ("JavaScript", script), ("together", self.total)] {
            let [raw, gzip, brotli] = bytes.map(count);
            table.row([name.to_owned(), raw, gzip, brotli]);
        }
        table.to_string()
    }

    pub(crate) fn targets(&self) -> Vec<Target> {
        vec![Target {
            what: "the instrument: wasm + JavaScript, gzip".to_owned(),
            measured: Some(self.total[1] as f64 / 1e3),
            at_most: 150.0,
            unit: " kB",
        }]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_found_by_their_name() {
        let printed = "bytes   raw  gzip  brotli\nwww/a.js     3  2  1\n";
        assert_eq!(bytes(printed, "www/a.js"), Some([3, 2, 1]));
        assert_eq!(bytes(printed, "www/b.js"), None);
    }
}
