//! Everything ever written: accumulate and subsample.

use std::ops::Range;

use rand::RngExt as _;
use recursive_trap::regime::Regime;

use crate::common::chains::{
    assert_mean, distance, observe, products, seeds, shares, simpson, tokens, wright_fisher, zipf,
};
use crate::common::{Series, rng};

const GENERATIONS: usize = 25;

/// H of the pool and its squared distance from the human corpus, by generation.
fn pool(regime: Regime, counts: &[u32], seeds: Range<u32>) -> [Vec<Series>; 2] {
    let human = tokens(counts);
    let p = shares(human.counts());
    let mut diversity = vec![Series::default(); GENERATIONS + 1];
    let mut error = diversity.clone();
    observe(&human, regime, GENERATIONS, seeds, |t, recursion| {
        assert_eq!(recursion.corpus().token_count(), (t + 1) * human.train().token_count());
        let now = shares(recursion.counts());
        diversity[t].push(simpson(&now));
        error[t].push(distance(&now, &p));
    });
    [diversity, error]
}

/// The H of a corpus of these counts, and how many tokens it has.
fn start(counts: &[u32]) -> (f64, f64) {
    let all = [&[0], counts].concat();
    (simpson(&shares(&all)), f64::from(counts.iter().sum::<u32>()))
}

/// O9: E[H_T] = H_0 Π (1 − 1/(n s²)), s from 2 to T + 1, and E‖q_T − p_0‖² = H_0 (1 − Π …). For T → ∞ the product
/// is sin(π/√n)/(π/√n)/(1 − 1/n): what is lost is bounded.
///
/// 6 z's at 4: a false alarm in 2,600.
#[test]
fn accumulating_loses_a_bounded_amount() {
    let counts = zipf(30, 9);
    let (h, n) = start(&counts);
    let factor = |s: usize| 1.0 - 1.0 / (n * (s * s) as f64);
    let kept = products((2..=GENERATIONS + 1).map(factor));
    let [diversity, error] = pool(Regime::Accumulate, &counts, seeds(30, 4_000));
    for t in [1, 5, GENERATIONS] {
        assert_mean(&format!("O9, generation {t}, H of the pool"), &diversity[t], h * kept[t]);
        assert_mean(&format!("O9, generation {t}, squared error"), &error[t], h * (1.0 - kept[t]));
    }
    let x = std::f64::consts::PI / libm::sqrt(n);
    let limit = libm::sin(x) / x / (1.0 - 1.0 / n);
    let far = products((2..1_000_000).map(factor));
    assert!((far[far.len() - 1] - limit).abs() < 1e-7, "the product goes to {limit}");
    let replace = libm::pow(1.0 - 1.0 / n, GENERATIONS as f64);
    let lost = 1.0 - diversity[GENERATIONS].mean / h;
    println!(
        "O9: {lost:.4} of H lost in {GENERATIONS} generations, {:.4} for ever, {:.4} under replace",
        1.0 - limit,
        1.0 - replace
    );
    assert!(lost < 1.5 * (1.0 - limit) && lost < 0.1 * (1.0 - replace));
}

/// O9 with a human corpus that is a sample of P*: E‖q_T − P*‖² = H* [1 − Π (1 − 1/(n s²))], s from 1 to T + 1.
///
/// 3 z's at 4: a false alarm in 5,000.
#[test]
fn accumulating_from_a_sample_of_the_truth() {
    const LAST: usize = 12;
    let truth = [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.05, 0.05];
    let n = 20;
    let kept = products((1..=LAST + 1).map(|s| 1.0 - 1.0 / (n * s * s) as f64));
    let mut error = vec![Series::default(); LAST + 1];
    for seed in 0..5_000 {
        let mut rng = rng(seed);
        let mut counts = vec![(0_u32, 0.0); truth.len()];
        counts.iter_mut().zip(truth).for_each(|(slot, p)| slot.1 = p);
        for _ in 0..n {
            let mut uniform = f64::from(rng.random::<u32>()) / 4_294_967_296.0;
            let drawn = truth.iter().position(|p| {
                uniform -= p;
                uniform < 0.0
            });
            counts[drawn.unwrap_or(truth.len() - 1)].0 += 1;
        }
        // Ids are ranks: the truth has to follow its types.
        counts.sort_by_key(|&(count, _)| std::cmp::Reverse(count));
        let absent = counts.iter().filter(|(count, _)| *count == 0).map(|(_, p)| p * p).sum::<f64>();
        counts.retain(|(count, _)| *count > 0);
        let truth = counts.iter().map(|(_, p)| *p).collect::<Vec<_>>();
        let human = tokens(&counts.iter().map(|(count, _)| *count).collect::<Vec<_>>());
        let mut recursion = crate::common::chains::chain(&human, Regime::Accumulate, LAST, seed as u32);
        for error in &mut error {
            assert!(recursion.advance());
            error.push(absent + distance(&shares(recursion.counts()), &truth));
        }
    }
    for t in [0, 1, LAST] {
        let what = format!("O9, P*, generation {t}, squared error");
        assert_mean(&what, &error[t], simpson(&truth) * (1.0 - kept[t + 1]));
    }
}

/// O10: a model that reads n of the pool's tokens, drawn with replacement, before it writes n: each generation costs
/// H the factor 1 − (2/n − 1/n²)/(t + 2)². Were the whole pool read it would be that of O9, 20 to 40 standard errors
/// away.
///
/// 3 z's at 4: a false alarm in 5,000.
#[test]
fn a_subsample_of_the_pool_loses_twice_as_much() {
    let counts = zipf(30, 9);
    let (h, n) = start(&counts);
    let step = 2.0 / n - 1.0 / (n * n);
    let square = |t: usize| ((t + 2) * (t + 2)) as f64;
    let kept = products((0..GENERATIONS).map(|t| 1.0 - step / square(t)));
    let accumulate = products((0..GENERATIONS).map(|t| 1.0 - 1.0 / n / square(t)));
    let [diversity, _] = pool(Regime::Subsample, &counts, seeds(31, 4_000));
    for t in [1, 5, GENERATIONS] {
        assert_mean(&format!("O10, generation {t}, H of the pool"), &diversity[t], h * kept[t]);
        let whole = diversity[t].z(h * accumulate[t]);
        println!("O10, generation {t}: against reading the whole pool z = {whole:.1}");
        assert!(whole < -15.0, "the test has no power: z = {whole}");
    }
}

/// Reading a sample and writing from it are two steps of the chain: of 60 human types that occur once, as many are
/// written in generation 1 as would live in generation 2 of replace, s_2 and not s_1 of them.
///
/// One z at 4: a false alarm in 16,000.
#[test]
fn a_subsample_is_read_before_it_is_written() {
    let human = tokens(&[1; 60]);
    let alive = wright_fisher(60, 2);
    let mut types = Series::default();
    observe(&human, Regime::Subsample, 1, seeds(32, 4_000), |t, recursion| {
        if t == 1 {
            let counts = recursion.written().counts(61);
            types.push(counts[1..].iter().filter(|&&count| count > 0).count() as f64);
        }
    });
    assert_mean("types written by a model that read a sample", &types, 60.0 * alive[2][1]);
    assert!(types.z(60.0 * alive[1][1]) < -100.0);
}
