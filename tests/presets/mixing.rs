//! Human text in every round: fresh, anchored, weighted.

use recursive_trap::recursion::Recursion;

use crate::common::chains::{assert_mean, distance, seeds, shares, simpson, tokens, zipf};
use crate::common::{Series, assert_larger};
use crate::{arm, last, means, ordinary, types};

/// The squared error of a text of which λ is fresh, by generation; at λ = 0, the plain loop.
fn error_with(lambda: f64, h: f64, n: f64, generations: usize) -> Vec<f64> {
    let contraction = (1.0 - lambda) * (1.0 - lambda) - (1.0 - lambda) / n;
    let step = |error: &mut f64, ()| {
        let now = *error;
        *error = now * contraction + h / n;
        Some(now)
    };
    std::iter::repeat_n((), generations + 1).scan(0.0, step).collect()
}

/// 8 z's at 4: a false alarm in 2,000. The order of the words alive: ordinary text, 30 runs each.
#[test]
fn alemohammad_three_loops() {
    let human = tokens(&zipf(24, 15));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    let h = simpson(&p);
    let error = |recursion: &Recursion| distance(&shares(recursion.counts()), &p);
    for (i, name, lambda) in [(1, "synthetic", 0.0), (2, "fresh", 0.5)] {
        let protocol = arm("alemohammad-2024", name);
        let lambda = libm::round(lambda * n) / n;
        let expected = error_with(lambda, h, n, protocol.generations);
        let series = means(&human, &protocol, seeds(i, 2_000), error);
        for t in [1, 5, 10, 20] {
            assert_mean(&format!("{name}, squared error, generation {t}"), &series[t], expected[t]);
        }
        let rising = expected[20] / expected[10];
        assert!(if lambda > 0.0 { rising < 1.001 } else { rising > 1.8 }, "{name}: {rising}");
    }
    let human = ordinary();
    let [synthetic, fixed, fresh] = ["synthetic", "fixed", "fresh"]
        .map(|name| means(&human, &arm("alemohammad-2024", name), 0..30, types));
    assert_larger("fresh over fixed", &fresh[20], &fixed[20], 10.0);
    assert_larger("fixed over synthetic", &fixed[20], &synthetic[20], 10.0);
    let steady = (fixed[20].mean - fixed[15].mean) / (synthetic[20].mean - synthetic[15].mean);
    assert!(steady.abs() < 0.1, "the same text saves itself: {steady}");
    let of = |name: &str, metric: &str| last(&human, &arm("alemohammad-2024", name), 0..30, metric);
    assert_larger("precision, biased", &of("biased", "precision"), &of("synthetic", "precision"), 10.0);
    assert_larger("recall, unbiased", &of("synthetic", "recall"), &of("biased", "recall"), 10.0);
}

/// 9 z's at 4: a false alarm in 1,700.
#[test]
fn bakshi_chakraborty_the_error_follows_the_recursion() {
    let human = tokens(&zipf(24, 15));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    let h = simpson(&p);
    let mut late = Vec::new();
    for (i, name, share) in [(3, "none", 0.0), (4, "tenth", 0.1), (5, "half", 0.5)] {
        let protocol = arm("bakshi-chakraborty-2026", name);
        let lambda = libm::round(share * n) / n;
        let expected = error_with(lambda, h, n, protocol.generations);
        let series =
            means(&human, &protocol, seeds(i, 2_000), |recursion| distance(&shares(recursion.counts()), &p));
        for t in [1, 4, 20] {
            assert_mean(&format!("{name}, squared error, generation {t}"), &series[t], expected[t]);
        }
        if share > 0.0 {
            let settled = 1.0 / (1.0 + 2.0 * lambda * n);
            println!("{name}: R/H is {:.4}; 1/(1 + 2λN) = {settled:.4}", series[20].mean / h);
        }
        late.push(series[20]);
    }
    assert_larger("none over a tenth", &late[0], &late[1], 10.0);
    assert_larger("a tenth over a half", &late[1], &late[2], 10.0);
}

/// 10 z's at 4: a false alarm in 1,600.
#[test]
fn golden_ratio_is_the_best_weight() {
    let human = tokens(&zipf(16, 10));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    let h = simpson(&p);
    let arms = [("golden", 0.618), ("third", 0.3), ("half", 0.5), ("four-fifths", 0.8), ("human-only", 1.0)];
    let late = (6..).zip(arms).map(|(i, (name, w))| {
        let protocol = arm("golden-ratio-2025", name);
        let mut expected = 0.0;
        let (human_part, machine_part) = (w * w, (1.0 - w) * (1.0 - w));
        let mut run = Series::default();
        let mut all = Series::default();
        let mut first = Series::default();
        crate::watch(&human, &protocol, seeds(i, 2_000), |t, recursion| {
            let error = distance(&recursion.shares(), &p);
            match t {
                0 => run = Series::default(),
                1 => first.push(error),
                6.. => run.push(error),
                _ => {}
            }
            if t == protocol.generations {
                all.push(run.mean);
            }
        });
        let mut settled = Series::default();
        for t in 1..=protocol.generations {
            expected = (human_part + machine_part) * h / n + machine_part * (1.0 - 1.0 / n) * expected;
            if t == 1 {
                assert_mean(&format!("w = {w}, squared error, generation 1"), &first, expected);
            } else if t >= 6 {
                settled.push(expected);
            }
        }
        assert_mean(&format!("w = {w}, squared error, from generation 6 on"), &all, settled.mean);
        let limit = (human_part + machine_part) * (h / n) / (1.0 - machine_part * (1.0 - 1.0 / n));
        assert!((expected / limit - 1.0).abs() < 0.02, "w = {w}: {expected} has not settled at {limit}");
        all
    });
    let late = late.collect::<Vec<_>>();
    for (other, (name, _)) in late[1..].iter().zip(&arms[1..]) {
        assert_larger(&format!("error, {name} over golden"), other, &late[0], 4.0);
    }
    let gain = late[0].mean * n / h;
    assert!((gain - 0.618).abs() < 0.01, "{gain}");
}
