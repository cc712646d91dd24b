//! Every preset shows what it claims: its own arms are run, and compared with a formula where the verdict is "exact",
//! with each other where it is "qualitative".
//!
//! Formulas hold exactly for independent tokens. Human documents of one token make the loop an exact multinomial chain at
//! every order from 2 on (`common/chains.rs`).

#[path = "../common/mod.rs"]
mod common;

mod curated;
mod drift;
mod mixing;
mod pools;

use std::ops::Range;
use std::sync::Arc;

use recursive_trap::human::HumanCorpus;
use recursive_trap::presets::{Preset, presets};
use recursive_trap::probe::{HumanReference, Measure, Probe};
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::text::{Text, Tokenizer};

use common::{Series, moby_dick};

/// The arm of this name.
fn arm(preset: &str, name: &str) -> Protocol {
    let preset = Preset::named(preset).unwrap();
    let arm = preset.arms.into_iter().find(|arm| arm.name == name);
    arm.unwrap_or_else(|| panic!("{name} is no arm of {}", preset.name)).protocol
}

/// Runs an arm with each of these seeds and shows every generation.
fn watch(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    seeds: Range<u32>,
    mut see: impl FnMut(usize, &Recursion),
) {
    for seed in seeds {
        let protocol = Protocol { seed, ..protocol.clone() };
        let mut recursion = Recursion::new(Arc::clone(human), protocol).unwrap();
        for t in 0..=recursion.protocol().generations {
            assert!(recursion.advance());
            see(t, &recursion);
        }
    }
}

/// A mean over runs for every generation.
fn means(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    seeds: Range<u32>,
    mut measure: impl FnMut(&Recursion) -> f64,
) -> Vec<Series> {
    let mut series = vec![Series::default(); protocol.generations + 1];
    watch(human, protocol, seeds, |t, recursion| series[t].push(measure(recursion)));
    series
}

/// Types alive.
fn types(recursion: &Recursion) -> f64 {
    recursion.counts()[1..].iter().filter(|&&count| count > 0).count() as f64
}

/// The last generation's metric of this name, over runs.
fn last(human: &Arc<HumanCorpus>, protocol: &Protocol, seeds: Range<u32>, name: &str) -> Series {
    let (reference, measure) = (HumanReference::new(human, protocol.order), Measure::named(name).unwrap());
    let mut series = Series::default();
    watch(human, protocol, seeds, |t, recursion| {
        if t == protocol.generations {
            series.push(Probe::new(recursion, &reference).measure(&measure));
        }
    });
    series
}

/// 150 sentences of English-looking text, a tenth held out.
fn ordinary() -> Arc<HumanCorpus> {
    let text = Text::new(&common::made_up_text(90, 150), Tokenizer::Word).unwrap();
    Arc::new(HumanCorpus::new(&text, None).unwrap())
}

/// Whoever adds a preset adds its test: these are the ones that have one.
#[test]
fn every_preset_has_a_test() {
    let tested = [
        include_str!("drift.rs"),
        include_str!("mixing.rs"),
        include_str!("pools.rs"),
        include_str!("curated.rs"),
    ]
    .concat();
    for preset in presets() {
        for arm in &preset.arms {
            let named = format!("\"{}\"", arm.name);
            assert!(
                tested.contains(&format!("\"{}\"", preset.name)) && tested.contains(&named),
                "{}, arm {}",
                preset.name,
                arm.name
            );
        }
    }
}

#[test]
fn every_arm_runs_on_the_shortest_text_and_on_a_book() {
    let short = Text::new("One is here. Two is here.", Tokenizer::Word).unwrap();
    let short = Arc::new(HumanCorpus::new(&short, Some(2)).unwrap());
    let book = moby_dick();
    for preset in presets() {
        for arm in &preset.arms {
            let valid = |human| arm.on(human).validate(human).map_err(|error| error.to_string());
            assert_eq!(valid(&book), Ok(()), "{}, arm {}", preset.name, arm.name);
            assert_eq!(valid(&short), Ok(()), "{}, arm {}", preset.name, arm.name);
            let mut last = 0;
            assert_eq!(arm.on(&book), arm.protocol, "{}, arm {}", preset.name, arm.name);
            watch(&short, &arm.on(&short), 1..2, |t, _| last = t);
            assert_eq!(last, arm.protocol.generations, "{}, arm {}", preset.name, arm.name);
        }
    }
}
