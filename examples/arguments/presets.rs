//! Papers as runs, from a terminal.

use std::sync::Arc;

use clap::Args;
use recursive_trap::human::HumanCorpus;
use recursive_trap::presets::{self, Preset};
use recursive_trap::recursion::Protocol;
use serde_json::{Map, Value, json};

use crate::arguments::{Experiment, print};

/// A paper instead of a protocol.
#[derive(Args)]
pub(crate) struct Presets {
    /// A paper: runs its arms instead, one after the other; rows say which
    #[arg(long, value_name = "NAME", conflicts_with_all = DECIDED)]
    preset: Option<String>,
    /// Prints the presets with their claims instead
    #[arg(long, exclusive = true)]
    pub(crate) list_presets: bool,
}

/// The options that a preset decides.
const DECIDED: [&str; 8] =
    ["order", "generations", "regime", "temperature", "top_k", "top_p", "effort", "curation"];

/// What the rows of a run begin with, and the run.
type Run = (Map<String, Value>, Protocol);

impl Presets {
    /// The human corpus and the runs asked for, all accepted: those of a preset, or one.
    pub(crate) fn runs(&self, experiment: &Experiment) -> Result<(Arc<HumanCorpus>, Vec<Run>), String> {
        let Some(name) = &self.preset else {
            let (human, protocol) = experiment.prepare()?;
            return Ok((human, vec![(Map::new(), protocol)]));
        };
        let preset = Preset::named(name).map_err(|error| error.to_string())?;
        let human = experiment.human()?;
        let runs = preset.arms.into_iter().map(|arm| {
            let protocol = Protocol { seed: experiment.seed, ..arm.on(&human) };
            let refusal =
                |error| format!("{error} (preset {name}, arm {}; fewer documents may help)", arm.name);
            protocol.validate(&human).map_err(refusal)?;
            Ok((Map::from_iter([("arm".to_owned(), json!(arm.name))]), protocol))
        });
        let runs = runs.collect::<Result<Vec<_>, String>>()?;
        Ok((human, runs))
    }
}

/// One preset a line.
pub(crate) fn list() -> Result<(), String> {
    for preset in presets::presets() {
        let arms = preset.arms.iter().map(|arm| {
            let Protocol { order, generations, regime, decoding, curation, .. } = &arm.protocol;
            json!({
                "name": arm.name,
                "order": order,
                "generations": generations,
                "regime": regime.to_string(),
                "temperature": decoding.temperature,
                "top_k": decoding.top_k,
                "top_p": decoding.top_p,
                "curation": curation.to_string(),
            })
        });
        let row = json!({
            "name": preset.name,
            "paper": preset.papers.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
            "claim": preset.claim,
            "shown": preset.shown,
            "beyond": preset.beyond,
            "verdict": preset.verdict.to_string(),
            "arms": arms.collect::<Vec<_>>(),
        });
        if !print(&row)? {
            break;
        }
    }
    Ok(())
}
