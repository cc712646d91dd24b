//! Charts and the way to the first of them, in a real Chromium.

use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use super::stats::Samples;
use super::table::{Table, Target, spread};
use crate::chromium;
use crate::paths::Paths;

/// What benches/page.mjs printed.
pub(crate) struct Browser(Value);

pub(crate) fn measure(paths: &Paths) -> Result<Browser> {
    let mut node = Command::new("node");
    node.arg(paths.root.join("benches/page.mjs")).current_dir(&paths.root).stderr(Stdio::inherit());
    if let Some(chromium) = chromium::find_or_install(paths)? {
        node.env("CHROME_PATH", chromium);
    }
    let output = node.output().context("cannot start node")?;
    ensure!(output.status.success(), "benches/page.mjs failed");
    Ok(Browser(serde_json::from_slice(&output.stdout)?))
}

fn samples(list: &Value) -> Samples {
    Samples(list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
}

impl Browser {
    fn charts(&self) -> impl Iterator<Item = (&str, &Value)> {
        let charts = self.0["charts"].as_array().into_iter().flatten();
        charts.map(|chart| (chart["name"].as_str().unwrap_or_default(), chart))
    }

    pub(crate) fn table(&self) -> String {
        let mut charts = Table::new(["chart", "first drawing, ms", "drawing, ms", "frame, ms"]);
        for (name, chart) in self.charts() {
            let [first, drawing, frame] =
                ["first", "drawing", "frame"].map(|key| spread(&samples(&chart[key])));
            charts.row([name.to_owned(), first, drawing, frame]);
        }
        let mut page = Table::new(["page", "ms"]);
        for (what, key) in [
            ("from navigation to the first charts", "ready"),
            ("from navigation to the charts of the finished run", "complete"),
            ("longest task of the main thread meanwhile, CPU time", "tasks"),
        ] {
            page.row([what.to_owned(), spread(&samples(&self.0[key]))]);
        }
        format!(
            "One chart on a canvas of 2080 pixels (1040 CSS pixels) in Chromium without a graphics card: CPU time of the main \
             thread for the drawing, and for the whole frame that shows it; \"blank\" is one filled rectangle.\n\n{charts}\n\
             The page from a local server, nothing cached.\n\n{page}"
        )
    }

    pub(crate) fn targets(&self) -> Vec<Target> {
        let chart = |(name, chart): (&str, &Value)| Target {
            what: format!("drawing one {name} chart"),
            measured: samples(&chart["drawing"]).median(),
            at_most: 4.0,
            unit: " ms",
        };
        let longest = Target {
            what: "a task of the main thread".to_owned(),
            measured: samples(&self.0["tasks"]).range().map(|(_, longest)| longest),
            at_most: 50.0,
            unit: " ms",
        };
        let charts = self.charts().filter(|&(name, _)| name != "blank").map(chart);
        charts.chain([longest]).collect()
    }
}
