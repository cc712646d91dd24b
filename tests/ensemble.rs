//! Ensembles against single runs, one after the other.

mod common;

use std::ops::Range;
use std::sync::Arc;

use common::made_up_text;
use recursive_trap::decoding::Decoding;
use recursive_trap::ensemble::{Ensemble, QUANTILES};
use recursive_trap::human::HumanCorpus;
use recursive_trap::metrics::Metrics;
use recursive_trap::probe::{HumanReference, MEASURES, Measure, Probe};
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::regime::Regime;
use recursive_trap::text::{Text, Tokenizer};

const GENERATIONS: usize = 5;

/// The last tenth is held out.
fn human(seed: u64, sentences: usize) -> Arc<HumanCorpus> {
    let text = Text::new(&made_up_text(seed, sentences), Tokenizer::Word).unwrap();
    Arc::new(HumanCorpus::new(&text, None).unwrap())
}

fn protocol(regime: Regime) -> Protocol {
    // The seed of the protocol is not used.
    Protocol { order: 2, generations: GENERATIONS, regime, seed: 4_000_000_000, ..Protocol::default() }
}

fn ensemble(human: &Arc<HumanCorpus>, protocol: &Protocol, seeds: Range<u32>, names: &[&str]) -> Ensemble {
    Ensemble::run(human, protocol, seeds, names).unwrap()
}

/// One metric of one generation of single runs.
fn one_by_one(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    seeds: Range<u32>,
    name: &str,
    generation: usize,
) -> Vec<f64> {
    let reference = HumanReference::new(human, protocol.order);
    let run = |seed| {
        let protocol = Protocol { seed, ..protocol.clone() };
        let mut recursion = Recursion::with_ancestry(Arc::clone(human), protocol).unwrap();
        let generation = recursion.nth(generation).unwrap();
        match Metrics::NAMES.iter().position(|&known| known == name) {
            Some(place) => generation.metrics.to_array()[place],
            None => Probe::new(&recursion, &reference).measure(&Measure::named(name).unwrap()),
        }
    };
    seeds.map(run).collect()
}

/// A quantile by its definition: at place q (n − 1) of the sorted numbers, linear between two of them.
fn quantile(numbers: &[f64], percent: u8) -> f64 {
    let mut sorted = numbers.iter().copied().filter(|number| !number.is_nan()).collect::<Vec<_>>();
    sorted.sort_by(|a, b| a.partial_cmp(b).unwrap());
    if sorted.is_empty() {
        return f64::NAN;
    }
    let hundredths = usize::from(percent) * (sorted.len() - 1);
    let (place, rest) = (hundredths / 100, (hundredths % 100) as f64 / 100.0);
    if rest == 0.0 { sorted[place] } else { (1.0 - rest) * sorted[place] + rest * sorted[place + 1] }
}

fn close(a: f64, b: f64) -> bool {
    (a.is_nan() && b.is_nan()) || (a - b).abs() <= 1e-12 * a.abs().max(1.0)
}

#[test]
fn an_ensemble_is_its_single_runs() {
    let human = human(1, 40);
    let names = ["types", "simpson", "survivors2", "genealogy", "effective_human_tokens", "recall", "oov"];
    for regime in [Regime::Replace, Regime::Fresh { share: 0.3 }, Regime::Weighted { weight: 0.4 }] {
        for seeds in [0..1, 3..5, 7..20, 100..121] {
            let ensemble = ensemble(&human, &protocol(regime), seeds.clone(), &names);
            assert_eq!((ensemble.len(), ensemble.is_empty()), (seeds.len(), false));
            assert_eq!(ensemble.names(), names);
            for name in names {
                for generation in [0, 1, GENERATIONS] {
                    let expected = one_by_one(&human, &protocol(regime), seeds.clone(), name, generation);
                    assert_eq!(ensemble.values(name, generation).unwrap(), expected, "{regime}, {name}");
                    let quantiles = ensemble.quantiles(name, generation).unwrap();
                    for (percent, found) in QUANTILES.into_iter().zip(quantiles) {
                        let expected = quantile(&expected, percent);
                        assert!(close(found, expected), "{name}, {percent} %: {found} is not {expected}");
                    }
                }
            }
        }
    }
}

/// Every name that is offered can be asked for, in any order, and twice.
#[test]
fn every_metric_can_be_asked_for() {
    let human = human(2, 30);
    let mut names = Metrics::NAMES.to_vec();
    names.extend(MEASURES.iter().map(|measure| measure.name));
    let mut different = names.clone();
    different.sort_unstable();
    different.dedup();
    assert_eq!(different.len(), names.len(), "a name stands for two metrics");
    names.reverse();
    names.push("types");
    let ensemble = ensemble(&human, &protocol(Regime::Replace), 0..2, &names);
    assert_eq!(ensemble.names(), names);
    for name in ["types", "distinct3", "loop_period", "genealogy", "written_tokens"] {
        let values = ensemble.values(name, 1).unwrap();
        let expected = one_by_one(&human, &protocol(Regime::Replace), 0..2, name, 1);
        assert!(values.iter().zip(&expected).all(|(a, b)| close(*a, *b)), "{name}: {values:?}, {expected:?}");
    }
    assert_eq!(ensemble.values("types", GENERATIONS + 1), None);
    assert_eq!(ensemble.quantiles("types", GENERATIONS + 1), None);
    assert_eq!((ensemble.values("hill3", 1), ensemble.quantiles("hill3", 1)), (None, None));
}

/// Parts, in whatever order they come and even if they overlap, make the whole.
#[test]
fn parts_make_the_whole() {
    let human = human(3, 30);
    let names = ["types", "genealogy", "entropy_bits"];
    let protocol = protocol(Regime::Fresh { share: 0.2 });
    let whole = ensemble(&human, &protocol, 10..31, &names);
    let parts = [10..14, 14..15, 15..23, 20..31].map(|seeds| ensemble(&human, &protocol, seeds, &names));
    let orders = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2], [3, 0, 1, 2]];
    for order in orders {
        let mut merged = parts[order[0]].clone();
        for part in &order[1..] {
            merged.merge(parts[*part].clone()).unwrap();
        }
        assert_eq!(merged, whole, "{order:?}");
    }
    let mut twice = whole.clone();
    twice.merge(whole.clone()).unwrap();
    assert_eq!(twice, whole);
    assert_ne!(parts[0], whole);
}

/// The number of processors does not reach the result.
#[test]
fn threads_do_not_matter() {
    let human = human(4, 30);
    let names = ["types", "genealogy", "hill1"];
    let run = || ensemble(&human, &protocol(Regime::Replace), 5..45, &names);
    let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(run);
    let one = on(1);
    assert_eq!(one, run());
    for threads in [2, 3, 16] {
        assert_eq!(one, on(threads), "{threads} threads");
    }
}

/// Where a metric is not defined in some runs, its quantiles are those of the others; in all, they are not defined.
#[test]
fn what_is_not_defined_is_left_out() {
    let human = common::human("Rain fell. Rain fell on snow. Snow fell.", Tokenizer::Word);
    let protocol = Protocol { order: 2, generations: 12, ..Protocol::default() };
    let ensemble = ensemble(&human, &protocol, 0..60, &["loop_period", "types"]);
    let mut mixed = 0;
    for generation in 0..=12 {
        let values = ensemble.values("loop_period", generation).unwrap();
        let defined = values.iter().filter(|value| !value.is_nan()).count();
        mixed += usize::from(0 < defined && defined < 60);
        let quantiles = ensemble.quantiles("loop_period", generation).unwrap();
        for (percent, found) in QUANTILES.into_iter().zip(quantiles) {
            assert_eq!(found.is_nan(), defined == 0, "generation {generation}");
            assert!(close(found, quantile(&values, percent)), "generation {generation}");
        }
    }
    assert!(ensemble.quantiles("loop_period", 0).unwrap().iter().all(|quantile| quantile.is_nan()));
    assert!(mixed > 3, "the test has no power: {mixed} generations");
}

#[test]
fn refusals_are_sentences() {
    let human = human(5, 30);
    let good = protocol(Regime::Replace);
    let refusal = |protocol: &Protocol, seeds, names: &[&str]| {
        Ensemble::run(&human, protocol, seeds, names).unwrap_err().to_string()
    };
    assert_eq!(
        refusal(&good, 0..3, &["types", "tipes"]),
        "metric is tipes; it must be the name of a metric, such as types or kl"
    );
    for empty in [3..3, 0..0] {
        assert_eq!(refusal(&good, empty, &["types"]), "replicates is 0; it must be a whole number from 1 on");
    }
    let decoding = Decoding { temperature: -1.0, ..Decoding::default() };
    assert_eq!(
        refusal(&Protocol { decoding, ..good.clone() }, 0..3, &["types"]),
        "temperature is -1; it must be a number from 0 to 10"
    );
    assert_eq!(
        refusal(&protocol(Regime::Fresh { share: 1.5 }), 0..3, &["types"]),
        "the share of fresh is 1.5; it must be a number from 0 to 1"
    );

    let part = |generations, names: &[&str]| {
        ensemble(&human, &Protocol { generations, ..good.clone() }, 0..2, names)
    };
    let mut whole = part(GENERATIONS, &["types", "hapax"]);
    let before = whole.clone();
    assert_eq!(
        whole.merge(part(GENERATIONS, &["hapax", "types"])).unwrap_err().to_string(),
        "metrics is hapax types; it must be those of the other part, types hapax"
    );
    assert_eq!(
        whole.merge(part(GENERATIONS + 1, &["types", "hapax"])).unwrap_err().to_string(),
        "generations is 6; it must be 5, as in the other part"
    );
    assert_eq!(whole, before, "a refused part leaves nothing behind");
}
