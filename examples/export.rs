//! A whole run as numbers, for other languages to check: token ids and every metric, one JSON object.
//!
//! ```text
//! cargo run --release --example export -- --corpus sotu --documents 150 --order 2 --generations 4 --every 2
//! ```

mod arguments;

use std::process::ExitCode;

use clap::Parser;
use recursive_trap::corpus::Corpus;
use recursive_trap::metrics::{EPSILON, Metrics};
use recursive_trap::probe::{HumanReference, MEASURES, Probe};
use recursive_trap::recursion::Recursion;
use serde_json::{Map, Value, json};

use crate::arguments::{Experiment, finite, number, print};

/// Prints a run as token ids, with all its metrics.
#[derive(Parser)]
#[command(name = "export", allow_negative_numbers = true)]
struct Arguments {
    #[command(flatten)]
    experiment: Experiment,
    /// Print every K-th generation only
    #[arg(long, value_name = "K", default_value_t = 1, value_parser = number::<usize>("a whole number from 1 on"))]
    every: usize,
}

fn main() -> ExitCode {
    arguments::main(run)
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let (human, protocol) = arguments.experiment.prepare()?;
    let order = protocol.order;
    let reference = HumanReference::new(&human, order);
    let mut recursion = Recursion::with_ancestry(human, protocol).map_err(|error| error.to_string())?;
    let mut generations = Vec::new();
    while let Some(generation) = recursion.next() {
        if !generation.index.is_multiple_of(arguments.every.max(1)) {
            continue;
        }
        let basic = Metrics::NAMES.into_iter().zip(generation.metrics.to_array());
        let probe = Probe::new(&recursion, &reference);
        let heavy = MEASURES.iter().map(|measure| (measure.name, probe.measure(measure)));
        let metrics = basic.chain(heavy).map(|(name, value)| (name.to_owned(), finite(value)));
        generations.push(json!({
            "generation": generation.index,
            "corpus": ids(recursion.corpus()),
            "written": ids(recursion.written()),
            "metrics": metrics.collect::<Map<_, _>>(),
            "detector": recursion.detection().map(|detection| json!({
                "human": detection.human_scores,
                "machine": detection.machine_scores,
                "roc": detection.roc().points,
            })),
        }));
    }
    let human = recursion.human();
    print(&json!({
        "order": order,
        "epsilon": EPSILON,
        "types": human.counts()[1..].iter().filter(|&&count| count > 0).count(),
        "human": ids(human.train()),
        "held_out": ids(human.held_out()),
        "generations": generations,
    }))?;
    Ok(())
}

/// Documents as lists of ids: 1 is the type that is most frequent among humans.
fn ids(corpus: &Corpus) -> Value {
    corpus.documents().map(|document| document.iter().map(|token| token.0).collect::<Vec<_>>()).collect()
}
