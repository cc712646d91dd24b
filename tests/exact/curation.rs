//! What a detector, a reviewer and a chooser do to shares.

use std::sync::Arc;

use rand::RngExt as _;
use recursive_trap::curation::{Curation, Verdict};
use recursive_trap::decoding::{DecodedModel, Decoding};
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::regime::Regime;
use recursive_trap::rng::Rng;

use crate::common::chains::{assert_mean, distance, seeds, shares, simpson, tokens, zipf};
use crate::common::{Series, rng};

fn curated(
    human: &Arc<HumanCorpus>,
    regime: Regime,
    curation: &str,
    generations: usize,
    seed: u32,
) -> Recursion {
    let curation = curation.parse::<Curation>().unwrap();
    let protocol = Protocol { order: 2, generations, regime, curation, seed, ..Protocol::default() };
    let mut recursion = Recursion::new(Arc::clone(human), protocol).unwrap();
    assert!(recursion.advance());
    recursion
}

/// O18: behind a detector the human share is λ' = λ(1 − f) / [λ(1 − f) + (1 − λ)(1 − τ)], and O7a holds with it:
/// R_t = (1 − λ')² (1 − 1/N) R_{t−1} + H/N, every token being human with the chance λ'.
///
/// 15 z's at 4: a false alarm in 1,000.
#[test]
fn a_detector_raises_the_human_share() {
    const GENERATIONS: usize = 12;
    let human = tokens(&zipf(24, 15));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    for (i, (share, tpr, fpr)) in (60..).zip([(0.2, 0.8, 0.05), (0.5, 0.3, 0.4), (0.1, 0.0, 0.0)]) {
        let lambda = libm::round(share * n) / n;
        let human_kept = lambda * (1.0 - fpr);
        let expected_share = human_kept / (human_kept + (1.0 - lambda) * (1.0 - tpr));
        let mut error = vec![Series::default(); GENERATIONS + 1];
        let mut kept = Series::default();
        let mut bought = Series::default();
        for seed in seeds(i, 2_000) {
            let curation = format!("detector={tpr},{fpr}");
            let mut recursion = curated(&human, Regime::Fresh { share }, &curation, GENERATIONS, seed);
            for error in &mut error[1..] {
                assert!(recursion.advance());
                assert_eq!(recursion.corpus().token_count() as f64, n);
                error.push(distance(&shares(recursion.counts()), &p));
                kept.push(recursion.curated_human_share());
            }
            let ledger = recursion.ledger();
            bought.push((ledger.human_tokens_bought as f64 - n) / GENERATIONS as f64);
            let fresh = ledger.human_tokens_read + ledger.human_tokens_discarded;
            assert_eq!(fresh, ledger.human_tokens_bought);
        }
        assert_mean(&format!("O18, human share behind {tpr}, {fpr}"), &kept, expected_share);
        // Wald: N accepted documents take N / P(accepted) scraped ones.
        let passing = human_kept + (1.0 - lambda) * (1.0 - tpr);
        assert_mean("human tokens bought in a generation", &bought, n * lambda / passing);
        let mut expected = 0.0;
        for (t, error) in error.iter().enumerate().skip(1) {
            let machine = 1.0 - expected_share;
            expected = expected * machine * machine * (1.0 - 1.0 / n) + simpson(&p) / n;
            if [1, 4, GENERATIONS].contains(&t) {
                assert_mean(&format!("O7a behind {tpr}, {fpr}, generation {t}"), error, expected);
            }
        }
    }
}

/// The share of each type after one generation that is curated throughout, against what is expected.
fn assert_shares(
    what: &str,
    curation: &str,
    seeds: std::ops::Range<u32>,
    expected: impl Fn(&[f64]) -> Vec<f64>,
) {
    let human = tokens(&[12, 9, 7, 6, 5, 4]);
    let p = shares(human.counts());
    let mut after = vec![Series::default(); p.len()];
    for seed in seeds {
        let mut recursion = curated(&human, Regime::Replace, curation, 1, seed);
        assert!(recursion.advance());
        for (series, share) in after.iter_mut().zip(shares(recursion.counts())) {
            series.push(share);
        }
    }
    for (i, (after, expected)) in after.iter().zip(expected(&p)).enumerate() {
        assert_mean(&format!("O19, {what}, type {i}"), after, expected);
    }
}

/// O19: the best of K has p'(x) = F(x)^K − F(x−)^K, F running over the types from the least to the most rewarded.
///
/// 6 z's at 4.
#[test]
fn the_best_of_k_is_the_k_th_power() {
    for (i, k) in (64..).zip([2, 3]) {
        assert_shares(&format!("best of {k}"), &format!("review=1000,best-of:{k}"), seeds(i, 2_000), |p| {
            // The reward rises with the share, and the shares fall with the id.
            let above = |x: usize| p[x..].iter().sum::<f64>();
            (0..p.len()).map(|x| above(x).powi(k) - above(x + 1).powi(k)).collect()
        });
    }
    assert_shares("best of 2, rare", "review=1000,best-of:2,rare", seeds(66, 2_000), |p| {
        let below = |x: usize| p[..x].iter().sum::<f64>();
        (0..p.len()).map(|x| below(x + 1).powi(2) - below(x).powi(2)).collect()
    });
}

/// O19, Bradley and Terry: p'(x) = 2 p(x) Σ_y p(y) e^{r_x} / (e^{r_x} + e^{r_y}). A document's reward is the mean of ln of
/// the shares of its word and its end, so e^r goes as the root of the word's share.
///
/// 6 z's at 4.
#[test]
fn the_better_of_two_follows_bradley_and_terry() {
    assert_shares("better of two", "review=1000,better", seeds(67, 2_000), |p| {
        let chance = |x: f64, y: f64| x.sqrt() / (x.sqrt() + y.sqrt());
        p.iter().map(|&x| 2.0 * x * p.iter().map(|&y| y * chance(x, y)).sum::<f64>()).collect()
    });
}

/// Answers every question: a document of type x is kept with the chance `keep[x − 1]`.
fn review(recursion: &mut Recursion, keep: &[f64], rng: &mut Rng) {
    loop {
        let decide = |group: Vec<&[recursive_trap::corpus::TokenId]>| {
            let chance = keep[group[0][0].index() - 1];
            let kept = f64::from(rng.random::<u32>()) < chance * 4_294_967_296.0;
            if kept { Verdict::Keep(0) } else { Verdict::Refuse }
        };
        let verdicts = recursion.questions().into_iter().map(decide).collect::<Vec<_>>();
        if verdicts.is_empty() {
            return;
        }
        recursion.answer(&verdicts);
    }
}

/// O19: where x is kept with the chance a(x), p_t ∝ p_0 a^t. In one generation the mean is exact, in several it holds the
/// better the larger the text: with 40,000 tokens a share of 0.1 wanders by 1.5 % in a generation.
///
/// 4 z's at 4, and bounds of 6 standard deviations of the drift.
#[test]
fn acceptance_multiplies_shares() {
    let keep = [0.3, 0.9, 0.5, 0.8];
    let reviewed = |human: &Arc<HumanCorpus>, generations: usize, seed| {
        let mut recursion = curated(human, Regime::Replace, "review=1000000,accept", generations, seed);
        let mut rng = rng(u64::from(seed));
        for _ in 0..generations {
            review(&mut recursion, &keep, &mut rng);
            assert!(recursion.advance());
        }
        assert_eq!(recursion.corpus().token_count(), human.train().token_count());
        shares(recursion.counts())
    };
    let expected = |p: &[f64], t: i32| {
        let weights = p.iter().zip(keep).map(|(p, a)| p * a.powi(t)).collect::<Vec<_>>();
        let sum = weights.iter().sum::<f64>();
        weights.into_iter().map(|weight| weight / sum).collect::<Vec<_>>()
    };
    let small = tokens(&[16, 12, 8, 4]);
    let p = shares(small.counts());
    let mut after = [Series::default(); 4];
    for seed in seeds(68, 2_000) {
        for (series, share) in after.iter_mut().zip(reviewed(&small, 1, seed)) {
            series.push(share);
        }
    }
    for (after, expected) in after.iter().zip(expected(&p, 1)) {
        assert_mean("O19, fixed acceptance", after, expected);
    }
    let large = tokens(&[16_000, 12_000, 8_000, 4_000]);
    let p = shares(large.counts());
    for (after, expected) in reviewed(&large, 5, 68).into_iter().zip(expected(&p, 5)) {
        let deviation = (expected * (1.0 - expected) / 40_000.0).sqrt();
        assert!((after - expected).abs() < 6.0 * 5_f64.sqrt() * deviation, "{after} is not {expected}");
    }
}

/// O20 (Feng and others 2025): a model that always says what is most probable gets everything right behind a reviewer who
/// keeps right documents with the chance φ and wrong ones with ψ, if the error rate is below p* = 1 / (1 + ψ/φ), and
/// everything wrong above. 8,000 documents: 0.04 away from p* the majority is more than 5 standard deviations from a half.
#[test]
fn a_reviewer_has_a_breakdown_point() {
    for (phi, psi) in [(0.9, 0.3), (0.5, 0.5), (0.2, 0.8)] {
        let breakdown = 1.0 / (1.0 + psi / phi);
        for (offset, right_wins) in [(-0.04, true), (0.04, false)] {
            let wrong = ((breakdown + offset) * 8_000.0_f64).round() as u32;
            let right = 8_000 - wrong;
            let human = tokens(&[right.max(wrong), right.min(wrong)]);
            let (keep, id_of_right) = if right > wrong { ([phi, psi], 1) } else { ([psi, phi], 2) };
            let mut recursion = curated(&human, Regime::Replace, "review=1000000,accept", 1, 69);
            review(&mut recursion, &keep, &mut rng(69));
            assert!(recursion.advance());
            let greedy = Decoding { temperature: 0.0, ..Decoding::default() };
            let said = DecodedModel::new(recursion.model(), &greedy).probabilities(&[]).unwrap();
            assert_eq!(said.len(), 1);
            assert_eq!(
                said[0].0.0 == id_of_right,
                right_wins,
                "φ {phi}, ψ {psi}, error rate {wrong} of 8,000"
            );
        }
    }
}

/// How many of `draws` balls are expected to be of the first of two kinds, if each draw takes one of those that are left with
/// chances in proportion to their weights (the distribution of Wallenius).
fn expected_of_first(first: usize, second: usize, weight: f64, draws: usize) -> f64 {
    let mut chances = vec![0.0; draws + 1];
    chances[0] = 1.0;
    for drawn in 0..draws {
        for of_first in (0..=drawn.min(first)).rev() {
            if drawn - of_first > second {
                continue;
            }
            let left = [(first - of_first) as f64 * weight, (second - (drawn - of_first)) as f64];
            let moved = chances[of_first] * left[0] / (left[0] + left[1]);
            chances[of_first] -= moved;
            chances[of_first + 1] += moved;
        }
    }
    chances.iter().enumerate().map(|(of_first, chance)| of_first as f64 * chance).sum()
}

/// Importance resampling behind an ideal detector (Drayson and others 2025): 1.5 times as many documents are drawn from three
/// copies of each with weights (1 − c)^10, c being what Bayes says of a flagged or an unflagged document if humans and
/// machines write as much. So many documents are flagged as a binomial says; among the flagged and among the others,
/// each is human with the same chance.
///
/// 3 z's at 4.
#[test]
fn resampling_draws_by_confidence() {
    let human = tokens(&[8, 6, 4, 3]);
    let n = human.train().document_count();
    let draws = 32; // Half of 63 copies, rounded up.
    for (i, (share, tpr, fpr)) in (76..).zip([(0.5, 0.5, 0.4), (0.3, 0.6, 0.45), (0.5, 0.2, 0.3)]) {
        let lambda = libm::round(share * n as f64) / n as f64;
        let flagged = lambda * fpr + (1.0 - lambda) * tpr;
        let doubt = |human: f64, machine: f64| human / (human + machine);
        let weight = libm::pow(doubt(fpr, tpr) / doubt(1.0 - fpr, 1.0 - tpr), 10.0);
        let human_if = [lambda * fpr / flagged, lambda * (1.0 - fpr) / (1.0 - flagged)];
        let log_factorial = |k: usize| libm::lgamma(k as f64 + 1.0);
        let expected = (0..=n).map(|k| {
            let ways = log_factorial(n) - log_factorial(k) - log_factorial(n - k);
            let logs = k as f64 * libm::log(flagged) + (n - k) as f64 * libm::log1p(-flagged);
            let of_flagged = expected_of_first(3 * k, 3 * (n - k), weight, draws) / draws as f64;
            libm::exp(ways + logs) * (of_flagged * human_if[0] + (1.0 - of_flagged) * human_if[1])
        });
        let expected = expected.sum::<f64>();
        let mut measured = Series::default();
        for seed in seeds(i, 20_000) {
            let curation = format!("resample={tpr},{fpr}");
            let mut recursion = curated(&human, Regime::Fresh { share }, &curation, 1, seed);
            assert!(recursion.advance());
            assert_eq!(recursion.corpus().document_count(), draws);
            measured.push(recursion.curated_human_share());
        }
        assert_mean(&format!("resampling behind {tpr}, {fpr}"), &measured, expected);
    }
}
