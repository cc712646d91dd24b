//! Replace, and texts that grow.

use recursive_trap::regime::Regime;

use crate::common::Series;
use crate::common::chains::{
    assert_mean, distance, observe, products, seeds, shares, simpson, tokens, wright_fisher, zipf,
};

/// O1 to O5 on 130 tokens of 40 types, 5,000 seeds, 30 generations.
/// O3 for a human corpus that is itself a sample of P* is the same statement: let P* be generation 0, and the sample
/// generation 1.
///
/// 95 z's at 4, those of one generation correlated: a false alarm in 160.
#[test]
fn replace_is_a_wright_fisher_chain() {
    const GENERATIONS: usize = 30;
    let human = tokens(&zipf(40, 28));
    let counts = &human.counts()[1..];
    let (p, n) = (shares(human.counts()), human.train().token_count());
    let mut expected = vec![vec![Series::default(); p.len()]; GENERATIONS + 1];
    let mut diversity = vec![Series::default(); GENERATIONS + 1];
    let (mut error, mut types) = (diversity.clone(), diversity.clone());
    let (mut mass_lost, mut hapaxes_dead) = (Series::default(), Series::default());
    let hapaxes = counts.iter().filter(|&&count| count == 1).count() as f64;
    observe(&human, Regime::Replace, GENERATIONS, 0..5_000, |t, recursion| {
        assert_eq!(recursion.corpus().token_count(), n);
        let now = shares(recursion.counts());
        expected[t].iter_mut().zip(&now).for_each(|(series, &share)| series.push(share));
        diversity[t].push(simpson(&now));
        error[t].push(distance(&now, &p));
        types[t].push(now.iter().filter(|&&share| share > 0.0).count() as f64);
        if t == 1 {
            let dead = || now.iter().zip(&p).zip(counts).filter(|((now, _), _)| **now == 0.0);
            mass_lost.push(dead().map(|((_, p), _)| p).sum());
            hapaxes_dead.push(dead().filter(|(_, count)| **count == 1).count() as f64);
        }
    });
    let alive = wright_fisher(n, GENERATIONS);
    let kept = products(std::iter::repeat_n(1.0 - 1.0 / n as f64, GENERATIONS));
    for t in [1, 5, 12, GENERATIONS] {
        let h = simpson(&p);
        assert_mean(&format!("O2, generation {t}, H"), &diversity[t], h * kept[t]);
        assert_mean(&format!("O3, generation {t}, squared error"), &error[t], h * (1.0 - kept[t]));
        let living = counts.iter().map(|&count| alive[t][count as usize]).sum();
        assert_mean(&format!("O5, generation {t}, types"), &types[t], living);
    }
    for t in [1, GENERATIONS] {
        let z = expected[t].iter().zip(&p).map(|(series, &p)| series.z(p).abs()).fold(0.0, f64::max);
        println!("O1, generation {t}: the largest |z| of {} shares is {z:.2}", p.len());
        assert!(z < 4.0, "O1, generation {t}: z = {z}");
    }
    let missed = |p: f64| libm::pow(1.0 - p, n as f64);
    assert_mean("O4, types after one generation", &types[1], p.iter().map(|&p| 1.0 - missed(p)).sum());
    assert_mean("O4, mass lost", &mass_lost, p.iter().map(|&p| p * missed(p)).sum());
    assert_mean("O4, hapaxes lost", &hapaxes_dead, hapaxes * missed(1.0 / n as f64));
}

/// O25: E[H_t] = H_0 Π (1 − 1/N_s), whatever the sizes. 20 z's at 4: a false alarm in 800.
#[test]
fn diversity_decays_by_the_size_of_each_generation() {
    const GENERATIONS: usize = 10;
    let human = tokens(&zipf(15, 12));
    let (p, n) = (shares(human.counts()), human.train().token_count() as f64);
    for (i, (degree, rate)) in (1..).zip([(0, 1.0), (1, 1.0), (1, 0.25), (1, -0.08), (2, 0.5)]) {
        let size = |s: usize| libm::round(n * libm::pow(1.0 + rate * s as f64, f64::from(degree)));
        let kept = products((1..=GENERATIONS).map(|s| 1.0 - 1.0 / size(s)));
        let mut diversity = vec![Series::default(); GENERATIONS + 1];
        observe(&human, Regime::Grow { degree, rate }, GENERATIONS, seeds(i, 3_000), |t, recursion| {
            if t > 0 {
                assert_eq!(recursion.corpus().token_count() as f64, size(t));
            }
            diversity[t].push(simpson(&shares(recursion.counts())));
        });
        for t in [1, 2, 5, GENERATIONS] {
            let what = format!("O25, degree {degree}, rate {rate}, generation {t}, H");
            assert_mean(&what, &diversity[t], simpson(&p) * kept[t]);
        }
    }
}

/// The three fates of O25: what is left of H after 2,000 generations of 50 tokens at first.
#[test]
fn only_a_quadratic_growth_keeps_its_diversity() {
    for (degree, expected) in [(0, "0.000"), (1, "0.866"), (2, "0.987")] {
        let regime = Regime::Grow { degree, rate: 1.0 };
        let kept = (1..=2_000).map(|t| 1.0 - 1.0 / regime.documents(t, 50) as f64).product::<f64>();
        assert_eq!(format!("{kept:.3}"), expected, "degree {degree}");
    }
}
