//! Regimes that are the same regime, seed for seed.

use std::sync::Arc;

use recursive_trap::drift::{Quantity, Theory};
use recursive_trap::human::HumanCorpus;
use recursive_trap::ngram::NgramModel;
use recursive_trap::regime::Regime;
use recursive_trap::rng::{Purpose, Streams};
use recursive_trap::sampler;

use crate::{REGIMES, documents, human, run};

const GENERATIONS: usize = 8;

/// For each generation what was learnt from, and what was written.
fn texts(human: &Arc<HumanCorpus>, order: usize, regime: Regime, seed: u32) -> Vec<[Vec<Vec<u32>>; 2]> {
    let mut recursion = run(human, order, regime, GENERATIONS, seed);
    let mut texts = Vec::new();
    while recursion.advance() {
        texts.push([recursion.corpus(), recursion.written()].map(|corpus| {
            let documents = documents(corpus).into_iter();
            documents.map(|document| document.iter().map(|token| token.0).collect()).collect()
        }));
    }
    texts
}

#[test]
fn some_regimes_are_others_by_other_names() {
    let fresh = Regime::Fresh { share: 0.35 };
    let same = [
        (Regime::Fresh { share: 0.0 }, Regime::Replace),
        (Regime::Anchored { share: 0.0 }, Regime::Replace),
        (Regime::Grow { degree: 0, rate: 3.0 }, Regime::Replace),
        (Regime::Grow { degree: 1, rate: 0.0 }, Regime::Replace),
        (Regime::Grow { degree: 2, rate: 0.0 }, Regime::Replace),
        (Regime::Weighted { weight: 0.0 }, Regime::Replace),
        (Regime::Contaminate { share: 1.0, over: 1 }, Regime::Replace),
        (Regime::Cure { share: 0.0, from: 3 }, Regime::Replace),
        (Regime::Cure { share: 0.9, from: GENERATIONS + 1 }, Regime::Replace),
        (Regime::Cure { share: 0.35, from: 1 }, fresh),
        (Regime::Contaminate { share: 0.65, over: 1 }, fresh),
        (Regime::Contaminate { share: 0.0, over: 3 }, Regime::Fresh { share: 1.0 }),
        (Regime::Weighted { weight: 1.0 }, Regime::Fresh { share: 1.0 }),
    ];
    for order in 1..=3 {
        let human = human(30 + order as u64, 41);
        for seed in 0..3 {
            for (one, other) in same {
                let [one_text, other_text] = [one, other].map(|regime| texts(&human, order, regime, seed));
                assert!(one_text == other_text, "order {order}, seed {seed}: {one} is not {other}");
            }
            // The comparison sees a difference where there is one.
            let [replace, fresh] = [Regime::Replace, fresh].map(|regime| texts(&human, order, regime, seed));
            assert!(replace[0] == fresh[0] && replace[1] != fresh[1]);
            // The first model has read the same whatever the regime, and writes the same.
            assert_eq!(fresh[1][1][..], replace[1][1][..fresh[1][1].len()]);
        }
    }
}

/// Until it begins, a cure is replace; the generation in which it begins has the same writer still.
#[test]
fn a_cure_is_replace_until_it_begins() {
    let human = human(34, 41);
    for seed in 0..5 {
        let replace = texts(&human, 2, Regime::Replace, seed);
        for from in 1..=GENERATIONS {
            let cure = texts(&human, 2, Regime::Cure { share: 0.5, from }, seed);
            assert!(cure[..from] == replace[..from], "seed {seed}, from {from}");
            assert!(cure[from][0] != replace[from][0], "seed {seed}, from {from}: no cure");
            let written = &cure[from][1];
            assert!(*written == replace[from][1][..written.len()], "seed {seed}, from {from}: the writer");
        }
    }
}

/// A model that is shown human text alone, at w = 1, has learnt from that and nothing else; at w between 0 and 1 each
/// document of it counts w, each machine document 1 − w.
#[test]
fn weights_are_weights_of_documents() {
    let human = human(35, 41);
    let d = human.train().document_count();
    let mut recursion = run(&human, 2, Regime::Weighted { weight: 1.0 }, 3, 1);
    while recursion.advance() {}
    let model = NgramModel::new(recursion.corpus(), 2);
    assert_eq!(recursion.corpus().document_count(), d);
    let ours = sampler::write(recursion.model(), 50, Streams::new(1, 1, Purpose::Write), 1_000);
    let theirs = sampler::write(&model, 50, Streams::new(1, 1, Purpose::Write), 1_000);
    assert_eq!(documents(&ours), documents(&theirs));

    for weight in [0.1, 0.5, 0.9] {
        let mut recursion = run(&human, 2, Regime::Weighted { weight }, 3, 1);
        while recursion.advance() {}
        let all = documents(recursion.corpus());
        assert_eq!(all.len(), 2 * d);
        let mut shares = vec![0.0; human.counts().len()];
        for (document, tokens) in all.iter().enumerate() {
            let weight = if document < d { weight } else { 1.0 - weight };
            for token in tokens {
                shares[token.index()] += weight;
            }
        }
        let sum = shares.iter().sum::<f64>();
        for (share, expected) in recursion.shares().iter().zip(&shares[1..]) {
            assert!((share - expected / sum).abs() < 1e-12, "w = {weight}");
        }
    }
}

/// Theory tells without computing whether it knows the living types, and is right.
#[test]
fn living_types_are_known_where_they_are_given() {
    let human = human(11, 30);
    for regime in REGIMES {
        for plain in [true, false] {
            let theory = Theory::new(&human, 2, 3, regime, plain);
            let given = theory.expect(Quantity::Survivors).is_some();
            assert_eq!(theory.knows_survivors(), given, "{regime}, plain {plain}");
        }
    }
}
