//! Detectors, verifiers and human choice.

use std::collections::HashSet;
use std::sync::Arc;

use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::human::HumanCorpus;
use recursive_trap::probe::{HumanReference, Measure, Probe};
use recursive_trap::recursion::{Protocol, Recursion};

use crate::common::chains::{assert_mean, distance, seeds, shares, simpson, tokens, zipf};
use crate::common::{Series, assert_larger, moby_dick};
use crate::{arm, means, types, watch};

fn probed(human: &Arc<HumanCorpus>, protocol: &Protocol, runs: u32, name: &str) -> Vec<Series> {
    let (reference, measure) = (HumanReference::new(human, protocol.order), Measure::named(name).unwrap());
    means(human, protocol, 0..runs, |recursion| Probe::new(recursion, &reference).measure(&measure))
}

/// O18 and, with the human share λ' that it gives, O7a: each document that is learnt from is human with chance λ'. 2 × 4 z's
/// at 4: a false alarm in 2,000.
#[test]
fn drayson_an_ideal_detector_raises_the_human_share() {
    let human = tokens(&zipf(24, 15));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    let (h, lambda) = (simpson(&p), libm::round(0.2 * n) / n);
    let protocol = arm("drayson-2025", "detector");
    let raised = lambda * 0.95 / (lambda * 0.95 + (1.0 - lambda) * 0.2);
    assert!((0.2 * 0.95 / (0.2 * 0.95 + 0.8 * 0.2) - 0.543_f64).abs() < 5e-4);
    let mut share = vec![Series::default(); protocol.generations + 1];
    let mut error = share.clone();
    watch(&human, &protocol, seeds(1, 2_000), |t, recursion| {
        share[t].push(recursion.curated_human_share());
        error[t].push(distance(&shares(recursion.counts()), &p));
    });
    let mut expected = 0.0;
    for t in 1..=protocol.generations {
        expected = (1.0 - raised) * (1.0 - raised) * (1.0 - 1.0 / n) * expected + h / n;
        if [1, 2, 6, 12].contains(&t) {
            assert_mean(&format!("human share, generation {t}"), &share[t], raised);
            assert_mean(&format!("squared error, generation {t}"), &error[t], expected);
        }
    }
}

/// Moby-Dick, 10 runs each.
#[test]
fn drayson_a_trained_detector_sees_little() {
    let human = moby_dick();
    let [detector, unfiltered] =
        ["detector", "unfiltered"].map(|name| means(&human, &arm("drayson-2025", name), 0..10, types));
    assert_larger("types, detector over unfiltered", &detector[12], &unfiltered[12], 10.0);
    let resampling = arm("drayson-2025", "resampling");
    // Nothing is known of machine text in generation 1. 40 runs: a false alarm in 6,000, were the share still 0.2.
    let (mut share, mut sum) = (Series::default(), 0.0);
    watch(&human, &resampling, 0..40, |t, recursion| {
        sum = if t < 2 { 0.0 } else { sum + recursion.curated_human_share() };
        if t == resampling.generations {
            share.push(sum / (t - 1) as f64);
        }
    });
    assert!(share.z(0.2) > 4.0, "a human share of {:.4} ± {:.4}", share.mean, share.error());
    // What the preset says it cannot show.
    let resampled = means(&human, &resampling, 0..10, types);
    assert_larger("types, unfiltered over resampling", &unfiltered[12], &resampled[12], 10.0);
}

/// The 4-grams of each document, begun with the two boundaries that a trigram model sees, its end counted as a token.
fn fours(corpus: &Corpus) -> Vec<Vec<[u32; 4]>> {
    let documents = corpus.documents().map(|document| {
        let padded = [0, 0].into_iter().chain(document.iter().map(|token| token.0)).chain([0]);
        padded.collect::<Vec<_>>().windows(4).map(|four| [four[0], four[1], four[2], four[3]]).collect()
    });
    documents.collect()
}

/// O20 on Moby-Dick, 40 runs each: the share that is right after one review, and which majority it makes.
#[test]
fn feng_the_breakdown_point() {
    let human = moby_dick();
    assert_eq!(arm("feng-2025", "careful").order, 3);
    let attested = fours(human.train()).into_iter().flatten().collect::<HashSet<_>>();
    let right = |corpus: &Corpus| {
        let documents = fours(corpus);
        let is_right = |document: &&Vec<[u32; 4]>| {
            let known = document.iter().filter(|four| attested.contains(*four)).count();
            document.is_empty() || known as f64 >= 0.75 * document.len() as f64
        };
        documents.iter().filter(is_right).count() as f64 / documents.len() as f64
    };
    let once = |name| Protocol { generations: 1, ..arm("feng-2025", name) };
    let reviewed =
        |i, name| means(&human, &once(name), seeds(i, 40), |recursion| right(recursion.corpus())).remove(1);
    // Who guesses changes nothing: what is learnt from is what was written.
    let guessed = reviewed(2, "guessing");
    let written =
        means(&human, &once("careful"), seeds(5, 40), |recursion| right(recursion.written())).remove(1);
    let z = (guessed.mean - written.mean) / libm::hypot(guessed.error(), written.error());
    assert!(z.abs() < 4.0, "{guessed:?} {written:?}");
    let q = written.mean;
    for (i, name, kept_right, kept_wrong) in [(3, "careful", 0.9, 0.3), (4, "perverse", 0.3, 0.9)] {
        let expected = q * kept_right / (q * kept_right + (1.0 - q) * kept_wrong);
        // How far q itself may be off.
        let slope = expected * (1.0 - expected) / (q * (1.0 - q));
        let measured = reviewed(i, name);
        let z = (measured.mean - expected) / libm::hypot(measured.error(), slope * written.error());
        let breakdown = 1.0 / (1.0 + kept_wrong / kept_right);
        println!(
            "{name}: {:.4} right of {q:.4}, expected {expected:.4}, z = {z:+.2}; p = {:.3}, p* = {breakdown}",
            measured.mean,
            1.0 - q
        );
        assert!(z.abs() < 4.0, "{name}: {z}");
        assert_eq!(measured.mean > 0.5, 1.0 - q < breakdown, "{name}");
    }
    // On and on.
    let [careful, perverse] = ["careful", "perverse"].map(|name| {
        means(&human, &arm("feng-2025", name), seeds(6, 6), |recursion| right(recursion.corpus()))
    });
    assert_larger("careful, generation 4 over 1", &careful[4], &careful[1], 4.0);
    assert_larger("perverse, generation 1 over 4", &perverse[1], &perverse[4], 4.0);
}

/// O19: words with shares that differ, so that no two are worth the same. 2 × 7 z's at 4: a false alarm in 1,100.
#[test]
fn ferbach_choice_follows_its_formulas() {
    let counts = [30, 20, 14, 10, 6, 4, 2];
    let human = tokens(&counts);
    let p = shares(human.counts());
    let once = |name| Protocol { generations: 1, ..arm("ferbach-2024", name) };
    let measured = |i, name| {
        let mut share = vec![Series::default(); p.len()];
        watch(&human, &once(name), seeds(i, 2_000), |t, recursion| {
            if t == 1 {
                share.iter_mut().zip(shares(recursion.counts())).for_each(|(series, p)| series.push(p));
            }
        });
        share
    };
    // The reward is the mean of ln p over a word and the end of its document.
    let e_to_r = p.iter().map(|p| libm::sqrt(*p)).collect::<Vec<_>>();
    for (x, series) in measured(7, "better-of-two").iter().enumerate() {
        let wins = p.iter().zip(&e_to_r).map(|(q, e)| q * e_to_r[x] / (e_to_r[x] + e));
        assert_mean(&format!("better of two, word {x}"), series, 2.0 * p[x] * wins.sum::<f64>());
    }
    for (x, series) in measured(8, "best-of-four").iter().enumerate() {
        let up_to = |x: usize| p[x..].iter().sum::<f64>();
        let rarer = if x + 1 < p.len() { up_to(x + 1) } else { 0.0 };
        let expected = libm::pow(up_to(x), 4.0) - libm::pow(rarer, 4.0);
        // The rarest words are hardly ever the best of four: too few cases for a z.
        if expected > 1e-3 {
            assert_mean(&format!("best of four, word {x}"), series, expected);
        }
    }
}

/// The mean logarithm of the human share, over the tokens of a text.
fn reward(recursion: &Recursion) -> f64 {
    let (human, corpus) = (recursion.human(), recursion.corpus());
    let share =
        |token: &TokenId| f64::from(human.counts()[token.index()]) / human.train().token_count() as f64;
    corpus.documents().flatten().map(|token| libm::log(share(token))).sum::<f64>()
        / corpus.token_count() as f64
}

/// Moby-Dick, 8 runs each: the reward rises, words go faster, fresh human text holds them.
#[test]
fn ferbach_taste_is_amplified() {
    let human = moby_dick();
    for (name, steps) in [("best-of-four", &[0, 1, 2, 3][..]), ("better-of-two", &[0, 3, 6])] {
        let rewards = means(&human, &arm("ferbach-2024", name), 0..8, reward);
        for pair in steps.windows(2) {
            assert_larger(&format!("reward, {name}"), &rewards[pair[1]], &rewards[pair[0]], 4.0);
        }
    }
    let [four, two, fresh, none] = ["best-of-four", "better-of-two", "fresh-half", "no-choice"]
        .map(|name| means(&human, &arm("ferbach-2024", name), 0..8, types).remove(6));
    assert_larger("types, no choice over better of two", &none, &two, 4.0);
    assert_larger("types, better of two over best of four", &two, &four, 10.0);
    assert_larger("types, best of four with fresh text", &fresh, &four, 10.0);
}

/// Moby-Dick, 80 runs of one generation, 8 of ten.
#[test]
fn yi_a_verifier_helps_at_first() {
    let human = moby_dick();
    let bits = |name, generations, runs| {
        probed(&human, &Protocol { generations, ..arm("yi-2026", name) }, runs, "heldout_bits")
            .remove(generations)
    };
    assert_larger("bits without, generation 1", &bits("no-verifier", 1, 80), &bits("verifier", 1, 80), 4.0);
    let none = bits("no-verifier", 10, 8);
    for name in ["verifier", "biased-verifier"] {
        assert_larger(&format!("bits, {name}, generation 10"), &bits(name, 10, 8), &none, 5.0);
    }
    // A verifier of order 1 likes frequent words best.
    let rewards = means(&human, &arm("yi-2026", "verifier"), 0..8, reward);
    for pair in [0, 1, 3, 6, 10].windows(2) {
        assert_larger("what the verifier likes", &rewards[pair[1]], &rewards[pair[0]], 4.0);
    }
}
