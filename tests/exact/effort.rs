//! More computation: models that write more, or less, than the regime says.

use std::sync::Arc;

use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::regime::Regime;

use crate::common::Series;
use crate::common::chains::{assert_mean, distance, seeds, shares, simpson, tokens, zipf};

/// R_t = λ² H/h + (1 − λ)² [R_{t−1} + (H − R_{t−1})/m] with h human tokens, m machine tokens and λ the human weight, h / (h + m)
/// unless it is given: the deviations of the two parts are independent, and E p_t = p_0.
///
/// 24 z's at 4: a false alarm in 650.
#[test]
fn effort_multiplies_what_machines_write_and_nothing_else() {
    const GENERATIONS: usize = 12;
    let human = tokens(&zipf(24, 15));
    let (p, documents) = (shares(human.counts()), human.train().document_count());
    let n = documents as f64;
    let cases = [
        (Regime::Replace, 4.0, 0.0, 4.0 * n, None),
        (Regime::Replace, 0.5, 0.0, libm::round(n / 2.0), None),
        (Regime::Fresh { share: 0.3 }, 3.0, libm::round(0.3 * n), 3.0 * (n - libm::round(0.3 * n)), None),
        (Regime::Weighted { weight: 0.3 }, 4.0, n, 4.0 * n, Some(0.3)),
        (Regime::Weighted { weight: 0.3 }, 1.0, n, n, Some(0.3)),
        (Regime::Weighted { weight: 0.6 }, 0.1, n, libm::round(n / 10.0), Some(0.6)),
        (Regime::Grow { degree: 1, rate: 0.0 }, 2.5, 0.0, libm::round(2.5 * n), None),
        (Regime::Cure { share: 0.5, from: 1 }, 2.0, libm::round(n / 2.0), 2.0 * libm::floor(n / 2.0), None),
    ];
    for (i, (regime, effort, fresh, machine, weight)) in (70..).zip(cases) {
        let lambda = weight.unwrap_or(fresh / (fresh + machine));
        let mut error = vec![Series::default(); GENERATIONS + 1];
        for seed in seeds(i, 3_000) {
            let protocol =
                Protocol { order: 2, generations: GENERATIONS, regime, effort, seed, ..Protocol::default() };
            let mut recursion = Recursion::new(Arc::clone(&human), protocol).unwrap();
            assert!(recursion.advance());
            assert_eq!(recursion.corpus().document_count(), documents);
            for error in &mut error[1..] {
                assert!(recursion.advance());
                assert_eq!(recursion.corpus().document_count() as f64, fresh + machine, "{regime}");
                assert_eq!(recursion.written().document_count() as f64, machine, "{regime}");
                error.push(distance(&recursion.shares(), &p));
            }
        }
        let (mut expected, left) = (0.0, 1.0 - lambda);
        let human_noise = if fresh > 0.0 { lambda * lambda * simpson(&p) / fresh } else { 0.0 };
        for (t, error) in error.iter().enumerate().skip(1) {
            expected = human_noise + left * left * (expected + (simpson(&p) - expected) / machine);
            if [1, 4, GENERATIONS].contains(&t) {
                assert_mean(&format!("{regime}, effort {effort}, generation {t}"), error, expected);
            }
        }
    }
}

/// Where all is kept, the pool grows by as much in every generation. And even the laziest model writes one document.
#[test]
fn pools_grow_by_the_effort() {
    let human = tokens(&zipf(24, 15));
    let documents = human.train().document_count();
    for (regime, effort, added) in [
        (Regime::Accumulate, 2.5, libm::round(2.5 * documents as f64) as usize),
        (Regime::Subsample, 0.5, libm::round(0.5 * documents as f64) as usize),
        (Regime::Accumulate, 0.01, 1),
        (Regime::Anchored { share: 0.99 }, 0.01, 1),
    ] {
        let protocol = Protocol { order: 2, generations: 5, regime, effort, ..Protocol::default() };
        let mut recursion = Recursion::new(Arc::clone(&human), protocol).unwrap();
        assert!(recursion.advance());
        for t in 1..=5 {
            assert!(recursion.advance());
            let kept = match regime {
                Regime::Anchored { share } => (share * documents as f64).round() as usize,
                _ => documents + (t - 1) * added,
            };
            assert_eq!(recursion.corpus().document_count(), kept + added, "{regime}, {t}");
        }
        assert!(!recursion.protocol().is_plain());
        assert_eq!(recursion.theory().knows_survivors(), !matches!(regime, Regime::Anchored { .. }));
    }
}
