//! What clean data is worth: laws, formulas, and the definitions said once more with single ensembles.

#[path = "../common/mod.rs"]
mod common;

mod cheapest;
mod curves;
mod formulas;

use std::sync::Arc;

use recursive_trap::ensemble::Ensemble;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::Protocol;
use recursive_trap::regime::Regime;
use recursive_trap::text::{Text, Tokenizer};
use recursive_trap::worth::Estimate;

/// The last tenth is held out.
fn human(seed: u64, sentences: usize) -> Arc<HumanCorpus> {
    let text = Text::new(&common::made_up_text(seed, sentences), Tokenizer::Word).unwrap();
    Arc::new(HumanCorpus::new(&text, None).unwrap())
}

fn fresh(share: f64, generations: usize) -> Protocol {
    Protocol { order: 2, generations, regime: Regime::Fresh { share }, ..Protocol::default() }
}

/// Every run's value in the last generation, by way of whole trajectories.
fn outcomes(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    seeds: std::ops::Range<u32>,
    name: &str,
) -> Vec<f64> {
    let ensemble = Ensemble::run(human, protocol, seeds, &[name]).unwrap();
    ensemble.values(name, protocol.generations).unwrap()
}

/// Mean and standard error, by Welford's way.
fn estimate(values: impl IntoIterator<Item = f64>) -> Estimate {
    let series = common::Series::of(values);
    Estimate { mean: series.mean, error: series.error() }
}

#[track_caller]
fn assert_same(found: Estimate, expected: Estimate) {
    for (found, expected) in [(found.mean, expected.mean), (found.error, expected.error)] {
        assert!((found - expected).abs() <= 1e-9 * expected.abs(), "{found} is not {expected}");
    }
}
