//! Human text in every generation: fresh, anchored, weighted.

use std::ops::Range;
use std::sync::Arc;

use rand::RngExt as _;
use recursive_trap::corpus::Corpus;
use recursive_trap::human::HumanCorpus;
use recursive_trap::ngram::NgramModel;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::regime::Regime;
use recursive_trap::rng::{Purpose, Streams};
use recursive_trap::sampler;

use crate::common::chains::{
    assert_mean, distance, observe, seeds, shares, simpson, tokens, total_survival, zipf,
};
use crate::common::{Series, rng};

/// O7b: h fresh human tokens of N. R_t = R_{t−1} [(1 − λ)² − (1 − λ)/N] + H/N with λ = h/N. Were they drawn without
/// replacement, their part of R would be smaller by (N − h)/(N − 1).
///
/// 12 z's at 4: a false alarm in 1,300.
#[test]
fn fresh_human_tokens_hold_the_error() {
    const GENERATIONS: usize = 30;
    let human = tokens(&zipf(24, 15));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    for (i, share) in (10..).zip([0.1, 0.3, 0.8]) {
        let lambda = libm::round(share * n) / n;
        let mut error = vec![Series::default(); GENERATIONS + 1];
        observe(&human, Regime::Fresh { share }, GENERATIONS, seeds(i, 3_000), |t, recursion| {
            assert_eq!(recursion.corpus().token_count() as f64, n);
            error[t].push(distance(&shares(recursion.counts()), &p));
        });
        let contraction = (1.0 - lambda) * (1.0 - lambda) - (1.0 - lambda) / n;
        let mut expected = 0.0;
        for (t, error) in error.iter().enumerate().skip(1) {
            expected = expected * contraction + simpson(&p) / n;
            if [1, 2, 5, GENERATIONS].contains(&t) {
                assert_mean(&format!("O7b, λ = {lambda:.3}, generation {t}, squared error"), error, expected);
            }
        }
        let equilibrium = simpson(&p) / n / (1.0 - contraction);
        assert!((expected / equilibrium - 1.0).abs() < 0.01, "λ = {lambda}: not yet at equilibrium");
    }
}

/// O7c: the same h human tokens for ever, with shares p_h. Given these,
/// r_t = (1 − λ)² r_{t−1} + (1 − λ)/N [H(p_h) − r_{t−1} − 2 (1 − λ)^(t−1) p_h·(p_0 − p_h)] is the expected squared
/// distance from them, for every t (the last term is H(E p) − H(p_h) − …, and vanishes); at equilibrium
/// (1 − λ) H(p_h)/N / [1 − (1 − λ)² + (1 − λ)/N]. Each run is compared with the value for its own p_h.
///
/// 10 z's at 4: a false alarm in 1,600.
#[test]
fn anchored_text_stays_about_its_anchor() {
    const GENERATIONS: usize = 40;
    let human = tokens(&zipf(24, 15));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    for (i, share) in (13..).zip([0.1, 0.5]) {
        let anchor = libm::round(share * n);
        let lambda = anchor / n;
        let left = 1.0 - lambda;
        let mut excess = vec![Series::default(); GENERATIONS + 1];
        let mut late = Series::default();
        let (mut held, mut expected) = (Vec::new(), 0.0);
        observe(&human, Regime::Anchored { share }, GENERATIONS, seeds(i, 3_000), |t, recursion| {
            let now = shares(recursion.counts());
            if t == 0 {
                return;
            }
            if t == 1 {
                let documents = recursion.corpus().documents().take(anchor as usize);
                held = shares(&Corpus::from_documents(documents).counts(human.counts().len()));
                expected = distance(&p, &held);
            }
            let drift = p.iter().zip(&held).map(|(p, held)| held * (p - held)).sum::<f64>();
            let drift = 2.0 * libm::pow(left, t as f64 - 1.0) * drift;
            expected = left * left * expected + left / n * (simpson(&held) - expected - drift);
            excess[t].push(distance(&now, &held) - expected);
            if t == GENERATIONS {
                let limit = left * simpson(&held) / n / (1.0 - left * left + left / n);
                late.push(distance(&now, &held) - limit);
            }
        });
        for t in [1, 2, 10, GENERATIONS] {
            assert_mean(&format!("O7c, λ = {lambda:.3}, generation {t}, error − expected"), &excess[t], 0.0);
        }
        assert_mean(&format!("O7c, λ = {lambda:.3}, error − equilibrium"), &late, 0.0);
    }
}

/// O7a: each document is human with chance λ, so that their number varies: R_t = (1 − λ)² (1 − 1/N) R_{t−1} + H/N. No
/// regime does that; it is put together here from the parts.
///
/// 3 z's at 4: a false alarm in 5,000.
#[test]
fn a_random_number_of_human_tokens_holds_the_error_less_well() {
    const GENERATIONS: usize = 10;
    const LAMBDA: f64 = 0.3;
    let human = tokens(&zipf(20, 12));
    let (p, n) = (shares(human.counts()), human.train().document_count());
    let mut error = vec![Series::default(); GENERATIONS + 1];
    for seed in 0..3_000 {
        let mut rng = rng(seed);
        let mut corpus = human.train().clone();
        for (t, error) in (1..).zip(&mut error[1..]) {
            let model = NgramModel::new(&corpus, 2);
            let written = sampler::write(&model, n, Streams::new(seed as u32, t, Purpose::Write), 10);
            let documents = written.documents().map(|document| {
                let fresh = f64::from(rng.random::<u32>()) < LAMBDA * 4_294_967_296.0;
                if fresh { human.train().document(rng.random_range(0..n as u32) as usize) } else { document }
            });
            corpus = Corpus::from_documents(documents);
            error.push(distance(&shares(&corpus.counts(human.counts().len())), &p));
        }
    }
    let mut expected = 0.0;
    for (t, error) in error.iter().enumerate().skip(1) {
        expected =
            (1.0 - LAMBDA) * (1.0 - LAMBDA) * (1.0 - 1.0 / n as f64) * expected + simpson(&p) / n as f64;
        if [1, 4, GENERATIONS].contains(&t) {
            assert_mean(&format!("O7a, generation {t}, squared error"), error, expected);
        }
    }
}

/// At equilibrium: how many human tokens a text is worth, how many types it has, each a mean over generations for every
/// seed. Generations of one run are alike, so they give one number.
fn late(human: &Arc<HumanCorpus>, regime: Regime, settled: usize, seeds: Range<u32>) -> [Series; 2] {
    let generations = settled + 20;
    let (mut tokens, mut types) = (Series::default(), Series::default());
    for seed in seeds {
        let protocol = Protocol { order: 2, generations, regime, seed, ..Protocol::default() };
        let mut recursion = Recursion::with_ancestry(Arc::clone(human), protocol).unwrap();
        let (mut readings, mut living) = (Series::default(), Series::default());
        for t in 0..=generations {
            assert!(recursion.advance());
            if t >= settled {
                readings.push(recursion.effective_human_tokens().unwrap() as f64);
                living.push(recursion.counts()[1..].iter().filter(|&&count| count > 0).count() as f64);
            }
        }
        tokens.push(readings.mean);
        types.push(living.mean);
    }
    [tokens, types]
}

/// A mean is within 1 % of what it should be, and its standard error below 0.3 %.
#[track_caller]
fn assert_close(what: &str, series: &Series, expected: f64) {
    let (off, error) = (series.mean / expected - 1.0, series.error() / expected);
    println!("{what}: {:.1}, {:+.2} ± {:.2} %", series.mean, 100.0 * off, 100.0 * error);
    assert!(error < 0.003, "{what}: known to ±{error} only");
    assert!(off.abs() < 0.01, "{what}: off by {off}");
}

/// O8: at equilibrium the text is worth λN Σ s_k(λ) human tokens, s_{k+1} = 1 − exp(−(1 − λ) s_k), and a type of share p
/// is there with chance 1 − exp(−p N_eff).
#[test]
fn fresh_text_is_worth_its_number_of_human_tokens() {
    let human = tokens(&zipf(700, 400));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    assert!(n >= 2_000.0);
    for (share, settled, shown) in [(0.05, 90, "0.258"), (0.1, 60, "0.400"), (0.5, 20, "0.870")] {
        let lambda = libm::round(share * n) / n;
        let worth = lambda * n * total_survival(lambda);
        assert_eq!(format!("{:.3}", share * total_survival(share)), shown);
        let present = p.iter().map(|&p| -libm::expm1(-p * worth)).sum::<f64>();
        let [tokens, types] = late(&human, Regime::Fresh { share }, settled, seeds(16, 80));
        assert_close(&format!("O8, λ = {share}, tokens"), &tokens, worth);
        assert_close(&format!("O8, λ = {share}, types"), &types, present);
    }
}

/// The same with weights. Of the next text's n machine tokens each human one is the parent of w on average, each machine
/// one of 1 − w; so a reading is alive 1, 2, 3, … generations later with the chances 1 − exp(−w m_k), where m_0 = 1 and
/// m_{k+1} = 1 − exp(−(1 − w) m_k). Were parents chosen without regard to weights,
/// w = 0.5 alone would come out right.
#[test]
fn weighted_text_is_worth_its_number_of_human_tokens() {
    let human = tokens(&zipf(250, 150));
    let n = human.train().token_count() as f64;
    assert!(n >= 700.0);
    for (i, weight) in (17..).zip([0.2, 0.5, 0.8]) {
        let (mut alive, mut total) = (1.0, 1.0);
        while alive > 1e-12 {
            total -= libm::expm1(-weight * alive);
            alive = -libm::expm1(-(1.0 - weight) * alive);
        }
        let [tokens, _] = late(&human, Regime::Weighted { weight }, 30, seeds(i, 100));
        assert_close(&format!("O8, w = {weight}, tokens"), &tokens, n * total);
    }
}

/// O26: R_t = (w² + (1 − w)²) H/n + (1 − w)² (1 − 1/n) R_{t−1}, from R_0 = 0: the first model has read the human corpus
/// alone. Least at w = 0.618, where it is 0.618 H/n: less than human text alone would give (w = 1).
///
/// 20 z's at 4: a false alarm in 800. The comparison: 14 standard errors and more.
#[test]
fn the_golden_weight_is_the_best() {
    const GENERATIONS: usize = 16;
    const SETTLED: usize = 8;
    let human = tokens(&zipf(16, 10));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    let weights = [0.3, 0.5, 0.618, 0.8, 1.0];
    let mut i = 20;
    let late = weights.map(|weight| {
        i += 1;
        let mut error = vec![Series::default(); GENERATIONS + 1];
        let (mut late, mut run) = (Series::default(), Series::default());
        observe(&human, Regime::Weighted { weight }, GENERATIONS, seeds(i, 3_000), |t, recursion| {
            let squared = distance(&recursion.shares(), &p);
            error[t].push(squared);
            if t >= SETTLED {
                run.push(squared);
            }
            if t == GENERATIONS {
                late.push(std::mem::take(&mut run).mean);
            }
        });
        let (human_part, machine_part) = (weight * weight, (1.0 - weight) * (1.0 - weight));
        let mut expected = 0.0;
        for (t, error) in error.iter().enumerate().skip(1) {
            expected =
                (human_part + machine_part) * simpson(&p) / n + machine_part * (1.0 - 1.0 / n) * expected;
            if [1, 2, 3, GENERATIONS].contains(&t) {
                assert_mean(&format!("O26, w = {weight}, generation {t}, squared error"), error, expected);
            }
        }
        late
    });
    let best = late[2];
    for (weight, other) in weights.iter().zip(&late).filter(|(weight, _)| **weight != 0.618) {
        let z = (other.mean - best.mean) / libm::sqrt(other.error().powi(2) + best.error().powi(2));
        println!("O26: w = {weight} has {:.4} of the error at w = .618, z = {z:.1}", other.mean / best.mean);
        assert!(z > 4.0, "w = {weight}: z = {z}");
    }
    let gain = best.mean * n / simpson(&p);
    println!("O26: at w = .618 the error is {gain:.4} H/n");
    assert!((gain - 0.618).abs() < 0.01, "{gain}");
}
