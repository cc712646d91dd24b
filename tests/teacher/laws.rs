//! Laws of a teacher where every document is one token: what passes is then a set of words.

use crate::common::Series;
use crate::common::chains::{assert_mean, seeds, shares, simpson, tokens};
use crate::{protocol, watch};

/// O19 with an acceptance of 0 or 1: a band cuts once, p_1 ∝ p_0 · 1[in the band], and after that nothing is left for it
/// to refuse: shares stay in the mean, and the diversity of what is in the band falls by 1 − 1/N, as it does without a teacher.
///
/// Human marks rise with the counts, so that the band lies between two of them. 2 × 3 × 5 z's at 4: a false alarm in 500.
#[test]
fn a_band_cuts_once_and_then_chance_is_alone() {
    let counts = [9, 8, 7, 6, 5, 5, 4, 4, 3, 3, 2, 1];
    let human = tokens(&counts);
    let n = human.train().document_count();
    let by_mark = counts.iter().rev().flat_map(|&count| std::iter::repeat_n(count, count as usize));
    let by_mark = by_mark.collect::<Vec<_>>();
    let outside = n / 4;
    let band = by_mark[outside]..=by_mark[n - 1 - outside];
    assert_eq!(band, 4..=8, "the most frequent word is refused, and the four rarest");
    let kept = counts.map(|count| if band.contains(&count) { f64::from(count) } else { 0.0 });
    let p = kept.map(|count| count / kept.iter().sum::<f64>());
    for (i, order) in (70..).zip([1, 2]) {
        let curation = format!("teacher=order:{order},documents:{n},band:0.5");
        let run = watch(&human, &protocol(2, 1.0, &curation), seeds(i, 2_000), &[1, 3, 8], |recursion| {
            let now = shares(recursion.counts());
            [now[0], now[1], now[7], now[8], simpson(&now)]
        });
        for (t, measured) in [1, 3, 8].into_iter().zip(run) {
            let diversity = simpson(&p) * libm::pow(1.0 - 1.0 / n as f64, f64::from(t));
            let expected = [p[0], p[1], p[7], p[8], diversity];
            for (what, (values, expected)) in measured.into_iter().zip(expected).enumerate() {
                let what = format!("band, order {order}, generation {t}, {what}");
                assert_mean(&what, &Series::of(values), expected);
            }
        }
    }
}

/// Keeping the best share is a ratchet: those who rank below the mark of the last document that belongs to the best share are cut
/// in every generation, and the ranks below the new mark in the next one. It stops where the least liked word that is left
/// has more than the share that is to go.
///
/// Among 40,000 documents no share comes near a mark by less than six standard deviations of the drift.
#[test]
fn the_best_share_is_a_ratchet_that_can_stop() {
    let counts = [10_000, 9_000, 8_000, 7_000, 6_000, 5_000, 4_000];
    let human = tokens(&counts);
    let n = human.train().document_count();
    for (share, alive) in [(0.5, [3, 2, 1, 1, 1]), (0.75, [5, 4, 3, 3, 3]), (0.3, [2, 1, 1, 1, 1])] {
        let mut p = shares(human.counts());
        let curation = format!("teacher=order:1,documents:{n},keep:{share}");
        let run = watch(&human, &protocol(2, 1.0, &curation), 71..72, &[1, 2, 3, 4, 5], |recursion| {
            <[f64; 7]>::try_from(shares(recursion.counts())).unwrap()
        });
        for (t, measured) in (1_u8..).zip(run) {
            let mut above = 0.0;
            for p in &mut p {
                let passes = above < share;
                above += *p;
                *p *= f64::from(u8::from(passes));
            }
            let sum = p.iter().sum::<f64>();
            p = p.into_iter().map(|p| p / sum).collect();
            let left = p.iter().filter(|&&p| p > 0.0).count();
            assert_eq!(left, alive[usize::from(t) - 1], "keep {share}, generation {t}");
            for (measured, &expected) in measured.iter().zip(&p) {
                let deviation = libm::sqrt(f64::from(t) * expected * (1.0 - expected) / n as f64);
                assert!((measured[0] - expected).abs() <= 6.0 * deviation, "{measured:?} {expected}");
            }
        }
    }
}

/// ln of n over k.
fn log_choose(n: u32, k: u32) -> f64 {
    let log_factorial = |n: u32| libm::lgamma(f64::from(n) + 1.0);
    log_factorial(n) - log_factorial(k) - log_factorial(n - k)
}

/// For each type, the chance that no other one occurs more often among `size` documents drawn without replacement, of
/// which there are `counts` of each type.
fn most_frequent(counts: [u32; 4], size: u32) -> [f64; 4] {
    let mut chance = [0.0; 4];
    let all = log_choose(counts.iter().sum(), size);
    for a in 0..=size {
        for b in 0..=size - a {
            for c in 0..=size - a - b {
                let sample = [a, b, c, size - a - b - c];
                if sample.iter().zip(counts).any(|(&drawn, count)| drawn > count) {
                    continue;
                }
                let ways = sample.iter().zip(counts).map(|(&drawn, count)| log_choose(count, drawn));
                let weight = libm::exp(ways.sum::<f64>() - all);
                let most = sample.iter().max();
                let tops = sample.iter().zip(&mut chance).filter(|(drawn, _)| Some(*drawn) == most);
                tops.for_each(|(_, chance)| *chance += weight);
            }
        }
    }
    chance
}

/// The word that fills the text is not the one that humans use most, but the one that the teacher has met most: its sample
/// decides. A one-sided sample is drawn from the most frequent words' documents, and without replacement.
///
/// 3 × 4 z's at 4.
#[test]
fn the_teachers_favourite_wins() {
    let human = tokens(&[60, 50, 45, 41]);
    for (i, bias, size, from) in
        [(72, 0.0, 5, [60, 50, 45, 41]), (73, 0.5, 7, [60, 38, 0, 0]), (74, 0.3, 4, [60, 50, 27, 0])]
    {
        let curation = format!("teacher=order:1,documents:{size},keep:0.05,bias:{bias}");
        let run = watch(&human, &protocol(2, 1.0, &curation), seeds(i, 4_000), &[1], |recursion| {
            std::array::from_fn::<_, 4, _>(|i| f64::from(u8::from(recursion.counts()[i + 1] > 0)))
        });
        for (word, (alive, expected)) in run[0].iter().zip(most_frequent(from, size)).enumerate() {
            let what = format!("bias {bias}, word {word}");
            assert_mean(&what, &Series::of(alive.iter().copied()), expected);
        }
    }
}
