//! What a generation consists of, document by document.

use std::collections::BTreeSet;

use recursive_trap::regime::Regime;

use crate::common::padded_ngrams;
use crate::{REGIMES, documents, human, run};

/// How many documents of generation `t` ≥ 1 are kept from the generation before, how many are human, and how many are what
/// the newest model wrote, of `d` human documents: said once more, in other words than the program's.
fn parts(regime: Regime, t: usize, d: usize) -> (usize, usize, usize) {
    let share_of = |share: f64| (share * d as f64).round() as usize;
    let mixed = |human: f64| (0, share_of(human), d - share_of(human));
    match regime {
        Regime::Replace => (0, 0, d),
        Regime::Accumulate | Regime::Subsample => (t * d, 0, d),
        Regime::Grow { degree, rate } => {
            let growth = 1.0 + rate * t as f64;
            let factor = [1.0, growth, growth * growth][usize::from(degree)];
            (0, 0, (factor * d as f64).round() as usize)
        }
        Regime::Weighted { weight } => {
            (0, if weight > 0.0 { d } else { 0 }, if weight < 1.0 { d } else { 0 })
        }
        Regime::Contaminate { share, over } if t < over => mixed(1.0 - share * t as f64 / over as f64),
        Regime::Contaminate { share, .. } => mixed(1.0 - share),
        Regime::Cure { from, .. } if t < from => mixed(0.0),
        Regime::Fresh { share } | Regime::Anchored { share } | Regime::Cure { share, .. } => mixed(share),
    }
}

/// First what is kept, then human documents, then the first that the newest model wrote.
#[test]
fn a_generation_consists_of_its_parts() {
    const GENERATIONS: usize = 7;
    for (seed, order) in (0..).zip([1, 2, 3, 2, 1]) {
        let human = human(seed, 37 + seed as usize);
        let d = human.train().document_count();
        let known = documents(human.train()).into_iter().collect::<BTreeSet<_>>();
        for regime in REGIMES {
            let mut recursion = run(&human, order, regime, GENERATIONS, seed as u32);
            assert!(recursion.advance());
            let mut before = documents(recursion.corpus());
            assert_eq!(before, documents(human.train()));
            assert_eq!(before, documents(recursion.written()));
            for t in 1..=GENERATIONS {
                assert!(recursion.advance());
                let context = format!("{regime}, order {order}, generation {t}");
                let (now, written) = (documents(recursion.corpus()), documents(recursion.written()));
                let (kept, fresh, machine) = parts(regime, t, d);
                assert_eq!(now.len(), kept + fresh + machine, "{context}");
                assert_eq!(now[..kept], before[..kept], "{context}: kept");
                let fresh = &now[kept..kept + fresh];
                assert!(fresh.iter().all(|document| known.contains(document)), "{context}: human");
                assert_eq!(now[now.len() - machine..], written[..machine], "{context}: machine");
                // What nobody learns from is written all the same, to be read.
                assert_eq!(written.len(), if machine == 0 { d } else { machine }, "{context}: written");
                match regime {
                    Regime::Anchored { .. } if t > 1 => {
                        assert_eq!(*fresh, before[..fresh.len()], "{context}: the same for ever");
                    }
                    Regime::Fresh { share: 0.3 } if t > 1 => {
                        assert_ne!(*fresh, before[..fresh.len()], "{context}: drawn anew");
                    }
                    _ => {}
                }
                assert_eq!(
                    recursion.counts(),
                    recursion.corpus().counts(recursion.counts().len()),
                    "{context}"
                );
                let shares = recursion.shares();
                assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{context}");
                before = now;
            }
            assert!(!recursion.advance());
        }
    }
}

/// What [`Iterator::next`] tells is about the corpus, not about what was written; and where all is kept, nothing is lost.
#[test]
fn nothing_is_lost_where_all_is_kept() {
    let human = human(11, 50);
    for regime in [Regime::Accumulate, Regime::Subsample] {
        for seed in 0..5 {
            let mut recursion = run(&human, 2, regime, 8, seed);
            let mut counts = human.counts().to_vec();
            while let Some(generation) = recursion.next() {
                assert_eq!(generation.metrics.documents, (generation.index + 1) * 50);
                assert_eq!(generation.metrics.tokens, recursion.corpus().token_count());
                assert!(generation.lost.is_empty(), "{regime}: {:?}", generation.lost);
                assert!(generation.counts.iter().zip(&counts).all(|(now, before)| now >= before));
                assert_eq!(generation.metrics.survivors, [1.0; 3]);
                counts = generation.counts;
            }
            let written = recursion.written().counts(counts.len());
            assert!(written[1..].iter().filter(|&&count| count == 0).count() > 50, "all was written again");
        }
    }
    let lost = run(&human, 2, Regime::Fresh { share: 0.3 }, 8, 1).map(|generation| generation.lost.len());
    assert!(lost.sum::<usize>() > 50, "the test has no power");
}

/// O16b: a model of order n writes no k-gram, k ≤ n, that humans did not write, whatever it has read.
#[test]
fn no_regime_invents_ngrams_up_to_the_order() {
    for order in 1..=3 {
        let human = human(20 + order as u64, 60);
        let known = (1..=order + 1).map(|k| padded_ngrams(human.train(), k)).collect::<Vec<_>>();
        for regime in REGIMES {
            let mut invented = 0;
            for seed in 0..4 {
                let mut recursion = run(&human, order, regime, 6, seed);
                while recursion.advance() {
                    for corpus in [recursion.corpus(), recursion.written()] {
                        for (k, known) in (1..).zip(&known) {
                            let now = padded_ngrams(corpus, k);
                            let new = now.keys().filter(|ngram| !known.contains_key(*ngram)).count();
                            invented += new * usize::from(k > order);
                            assert!(k > order || new == 0, "{regime}, order {order}: {new} new {k}-grams");
                        }
                    }
                }
            }
            assert!(invented > 0, "{regime}, order {order}: nothing but copies was written");
        }
    }
}

/// Under subsample a model reads D documents and can write only what stands in these: with a vocabulary of its own in
/// every human document, at most as many vocabularies as D draws with replacement find.
#[test]
fn a_subsampling_model_has_not_read_all() {
    const D: usize = 40;
    let text = (0..D).map(|d| format!("a{d} b{d} c{d} d{d}"));
    let human =
        crate::common::human(&text.collect::<Vec<_>>().join("\n"), recursive_trap::text::Tokenizer::Word);
    // With D documents written of the pool's (t + 1) D, all equally likely, a document of generation 1 would be found with
    // chance 1 − 1/e; if D are read first, with s_2 = 0.469. Here: the mean of 200 runs, known to ± 0.004.
    for (regime, expected) in [(Regime::Subsample, 0.469), (Regime::Accumulate, 0.632)] {
        let mut found = 0;
        for seed in 0..200 {
            let mut recursion = run(&human, 3, regime, 1, seed);
            while recursion.advance() {}
            let written = documents(recursion.written()).into_iter().collect::<BTreeSet<_>>();
            found += written.len();
        }
        let mean = found as f64 / (200 * D) as f64;
        println!("{regime}: {mean:.3} of the documents are written");
        assert!((mean - expected).abs() < 0.02, "{regime}: {mean}");
    }
}
