//! How human and machine text are put together, and where every token of it comes from.

#[path = "../common/mod.rs"]
mod common;

mod ancestry;
mod chance;
mod equalities;
mod refusals;
mod structure;

use std::sync::Arc;

use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::regime::Regime;
use recursive_trap::text::Tokenizer;

/// Every regime, and the ends of its range.
const REGIMES: [Regime; 23] = [
    Regime::Replace,
    Regime::Fresh { share: 0.0 },
    Regime::Fresh { share: 0.01 },
    Regime::Fresh { share: 0.3 },
    Regime::Fresh { share: 1.0 },
    Regime::Anchored { share: 0.0 },
    Regime::Anchored { share: 0.5 },
    Regime::Anchored { share: 1.0 },
    Regime::Accumulate,
    Regime::Subsample,
    Regime::Grow { degree: 0, rate: 7.0 },
    Regime::Grow { degree: 1, rate: 0.4 },
    Regime::Grow { degree: 1, rate: -0.11 },
    Regime::Grow { degree: 2, rate: 0.2 },
    Regime::Grow { degree: 2, rate: -0.09 },
    Regime::Weighted { weight: 0.0 },
    Regime::Weighted { weight: 0.3 },
    Regime::Weighted { weight: 1.0 },
    Regime::Contaminate { share: 0.9, over: 5 },
    Regime::Contaminate { share: 1.0, over: 1 },
    Regime::Contaminate { share: 0.5, over: 100 },
    Regime::Cure { share: 0.4, from: 4 },
    Regime::Cure { share: 1.0, from: 2 },
];

fn human(seed: u64, sentences: usize) -> Arc<HumanCorpus> {
    common::human(&common::made_up_text(seed, sentences), Tokenizer::Word)
}

fn protocol(order: usize, regime: Regime, generations: usize, seed: u32) -> Protocol {
    Protocol { order, generations, regime, seed, ..Protocol::default() }
}

fn run(human: &Arc<HumanCorpus>, order: usize, regime: Regime, generations: usize, seed: u32) -> Recursion {
    Recursion::new(Arc::clone(human), protocol(order, regime, generations, seed)).unwrap()
}

fn documents(corpus: &Corpus) -> Vec<Vec<TokenId>> {
    corpus.documents().map(<[TokenId]>::to_vec).collect()
}
