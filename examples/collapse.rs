//! The core from a terminal: one JSON object a generation, from generation 0 (the human corpus) on.
//!
//! ```text
//! cargo run --release --example collapse -- --corpus moby-dick --order 3 --generations 12 --seed 7
//! cargo run --release --example collapse -- --corpus sotu --regime fresh=0.1 --replicates 100 --metrics types,kl
//! ```

mod arguments;
#[path = "arguments/presets.rs"]
mod presets;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use recursive_trap::drift::{Expectation, Prediction, Quantity, Theory};
use recursive_trap::ensemble::{Ensemble, QUANTILES};
use recursive_trap::human::HumanCorpus;
use recursive_trap::metrics::{EPSILON, Metrics};
use recursive_trap::probe::{HumanReference, MEASURES, Measure, Probe};
use recursive_trap::recursion::{Generation, Protocol, Recursion};
use recursive_trap::scorecard::{SEEDS, Score, Scorecard};
use serde_json::{Map, Value, json};

use crate::arguments::{Experiment, finite, number, print};

/// Trains an n-gram model on human text, then on its own output, and prints what is left.
#[derive(Parser)]
#[command(name = "collapse", allow_negative_numbers = true)]
struct Arguments {
    #[command(flatten)]
    experiment: Experiment,
    /// Runs with as many seeds, from --seed on; prints quantiles instead
    #[arg(long, value_name = "R", value_parser = number::<u32>("a whole number from 1 on"))]
    replicates: Option<u32>,
    /// Which metrics beside the basic ones: all, basic (none), or names with commas between; names alone
    /// decide with --replicates
    #[arg(long, value_name = "NAMES", default_value = "all", value_delimiter = ',')]
    metrics: Vec<String>,
    /// Prints instead what theory expects of each quantity that has a closed form: formula, conditions, curve and band
    #[arg(long, conflicts_with = "replicates")]
    theory: bool,
    /// Adds where each token of the first sentence written comes from: pairs of token and human sentence
    #[arg(long)]
    ancestors: bool,
    /// Prints instead what eight definitions of model collapse say of the run, with as many seeds as --replicates (16)
    #[arg(long, conflicts_with_all = ["theory", "ancestors"])]
    scorecard: bool,
    #[command(flatten)]
    presets: presets::Presets,
}

fn main() -> ExitCode {
    arguments::main(run)
}

fn run(arguments: &Arguments) -> Result<(), String> {
    if arguments.presets.list_presets {
        return presets::list();
    }
    let names = names(&arguments.metrics)?;
    let (human, runs) = arguments.presets.runs(&arguments.experiment)?;
    for (head, protocol) in runs {
        let more = match arguments.replicates {
            _ if arguments.theory => expectations(&human, &protocol, &head)?,
            seeds if arguments.scorecard => scorecard(&human, &protocol, seeds.unwrap_or(SEEDS), &head)?,
            Some(replicates) => quantiles(&human, &protocol, replicates, &names, &head)?,
            None => trajectory(&human, protocol, &names, arguments.ancestors, &head)?,
        };
        if !more {
            break;
        }
    }
    Ok(())
}

/// What every row of a run begins with.
type Head = Map<String, Value>;

/// The metrics asked for, basic ones included.
fn names(asked: &[String]) -> Result<Vec<&'static str>, String> {
    let heavy = MEASURES.map(|measure| measure.name);
    let all = || Metrics::NAMES.into_iter().chain(heavy);
    match asked {
        [word] if word == "all" => Ok(all().collect()),
        [word] if word == "basic" => Ok(Metrics::NAMES.to_vec()),
        names => names
            .iter()
            .map(|name| {
                let refusal = || {
                    let all = all().collect::<Vec<_>>().join(", ");
                    format!("metrics is {name}; it must be all, basic, or names among {all}")
                };
                all().find(|known| known == name).ok_or_else(refusal)
            })
            .collect(),
    }
}

/// One run, generation by generation. Like those below, returns whether somebody still reads.
fn trajectory(
    human: &Arc<HumanCorpus>,
    protocol: Protocol,
    names: &[&str],
    ancestors: bool,
    head: &Head,
) -> Result<bool, String> {
    let measures = names.iter().filter_map(|name| Measure::named(name)).collect::<Vec<_>>();
    let reference = HumanReference::new(human, protocol.order);
    let mut recursion =
        Recursion::with_ancestry(Arc::clone(human), protocol).map_err(|error| error.to_string())?;
    let prediction = recursion.prediction();
    while let Some(generation) = recursion.next() {
        let mut row = head.clone();
        row.extend(self::row(&generation, prediction.as_ref()));
        let probe = Probe::new(&recursion, &reference);
        row.insert("heldout_epsilon".to_owned(), json!(EPSILON));
        row.extend(measures.iter().map(|m| (m.name.to_owned(), finite(probe.measure(m)))));
        row.insert("sample".to_owned(), json!(generation.sample.text));
        if ancestors {
            row.insert("ancestors".to_owned(), json!(ancestors_of_first(&recursion)));
        }
        if !print(&Value::Object(row))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Each token of the first sentence that was written, with the human sentence it descends from.
fn ancestors_of_first(recursion: &Recursion) -> Vec<[String; 2]> {
    let (train, vocabulary) = (recursion.human().train(), recursion.human().vocabulary());
    let tokens = recursion.written().documents().next().unwrap_or_default();
    let pairs = tokens.iter().enumerate().filter_map(|(place, &token)| {
        let (sentence, _) = recursion.origin(0, place)?;
        Some([vocabulary.spelling(token).to_owned(), vocabulary.detokenize(train.document(sentence))])
    });
    pairs.collect()
}

fn row(generation: &Generation, prediction: Option<&Prediction>) -> Map<String, Value> {
    let Generation { index, metrics, .. } = generation;
    let Metrics { documents, tokens, diversity, distinct, survivors, baseline_types } = metrics;
    let predicted = |of: fn(&Prediction) -> &Vec<f64>| prediction.map(|prediction| of(prediction)[*index]);
    let row = json!({
        "generation": index,
        "documents": documents,
        "tokens": tokens,
        "types": diversity.types,
        "hapax": diversity.hapax,
        "distinct": distinct,
        "entropy_bits": diversity.entropy_bits,
        "simpson": diversity.simpson,
        "hill": diversity.hill,
        "survivors": { "1": survivors[0], "2": survivors[1], "3": survivors[2] },
        "lost": generation.lost.len(),
        "baseline_types": baseline_types,
        "predicted_types": predicted(|p| &p.types),
        "predicted_low": predicted(|p| &p.low),
        "predicted_high": predicted(|p| &p.high),
    });
    let Value::Object(row) = row else { unreachable!("written with braces") };
    row
}

/// What theory expects, one quantity a line.
fn expectations(human: &HumanCorpus, protocol: &Protocol, head: &Head) -> Result<bool, String> {
    let Protocol { order, generations, regime, .. } = *protocol;
    let theory = Theory::new(human, order, generations, regime, protocol.is_plain());
    for (name, quantity) in [
        ("types", Quantity::Survivors),
        ("simpson", Quantity::Simpson),
        ("squared_error", Quantity::SquaredError),
        ("effective_human_tokens", Quantity::EffectiveCorpus),
    ] {
        let Some(Expectation { mean, band, formula, conditions, exact }) = theory.expect(quantity) else {
            continue;
        };
        let told = json!({
            "quantity": name,
            "formula": formula,
            "conditions": conditions,
            "exact": exact,
            "mean": mean,
            "low": band.as_ref().map(|band| &band.low),
            "high": band.as_ref().map(|band| &band.high),
        });
        let mut row = head.clone();
        row.extend(told.as_object().cloned().into_iter().flatten());
        if !print(&Value::Object(row))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What eight definitions of model collapse say, one a line.
fn scorecard(human: &Arc<HumanCorpus>, protocol: &Protocol, seeds: u32, head: &Head) -> Result<bool, String> {
    let Scorecard { scores } = Scorecard::of(human, protocol, seeds).map_err(|error| error.to_string())?;
    for Score { definition, holds, value, threshold, sentence } in scores {
        let mut row = head.clone();
        row.insert("definition".to_owned(), json!(definition));
        row.insert("holds".to_owned(), json!(holds));
        row.insert("value".to_owned(), finite(value));
        row.insert("threshold".to_owned(), finite(threshold));
        row.insert("sentence".to_owned(), json!(sentence));
        if !print(&Value::Object(row))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Many runs: for each generation and metric, what 5, 25, 50, 75 and 95 % of the runs stay below.
fn quantiles(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    replicates: u32,
    names: &[&str],
    head: &Head,
) -> Result<bool, String> {
    let end = protocol.seed.checked_add(replicates).ok_or_else(|| {
        let most = u32::MAX - replicates;
        format!(
            "seed is {}; with {replicates} replicates it must be a whole number from 0 to {most}",
            protocol.seed
        )
    })?;
    let seeds = protocol.seed..end;
    let ensemble = Ensemble::run(human, protocol, seeds, names).map_err(|error| error.to_string())?;
    for generation in 0..=protocol.generations {
        let mut row = head.clone();
        row.insert("generation".to_owned(), json!(generation));
        row.insert("replicates".to_owned(), json!(ensemble.len()));
        for name in ensemble.names() {
            let values = ensemble.quantiles(name, generation).into_iter().flatten();
            let told =
                QUANTILES.iter().zip(values).map(|(percent, value)| (percent.to_string(), finite(value)));
            row.insert((*name).to_owned(), Value::Object(told.collect()));
        }
        if !print(&Value::Object(row))? {
            return Ok(false);
        }
    }
    Ok(true)
}
