//! Everything ever written: accumulate, subsample, and texts that grow.

use recursive_trap::recursion::Recursion;

use crate::common::assert_larger;
use crate::common::chains::{assert_mean, products, seeds, shares, simpson, tokens, zipf};
use crate::{arm, last, means, ordinary};

fn diversity(recursion: &Recursion) -> f64 {
    simpson(&shares(recursion.counts()))
}

/// H_t/H_0 of each loop, exactly.
fn kept(name: &str, n: f64, generations: usize) -> Vec<f64> {
    products((1..=generations).map(|t| {
        let (t, s) = (t as f64, (t + 1) as f64);
        1.0 - match name {
            "replace" => 1.0 / n,
            "replace-growing" => 1.0 / (n * (1.0 + t)),
            "accumulate" => 1.0 / (n * s * s),
            "subsample" => (2.0 / n - 1.0 / (n * n)) / (s * s),
            _ => unreachable!(),
        }
    }))
}

/// 3 × 3 z's at 4: a false alarm in 1,700.
#[test]
fn gerstgrasser_accumulating_is_bounded_and_replacing_is_not() {
    let human = tokens(&zipf(24, 8));
    let (h, n) = (simpson(&shares(human.counts())), human.train().token_count() as f64);
    let mut late = Vec::new();
    for (i, name) in (1..).zip(["accumulate", "replace-growing", "replace"]) {
        let protocol = arm("gerstgrasser-2024", name);
        let series = means(&human, &protocol, seeds(i, 2_000), diversity);
        let kept = kept(name, n, protocol.generations);
        for t in [1, 4, 10] {
            assert_mean(&format!("{name}, H after {t} rounds"), &series[t], h * kept[t]);
        }
        late.push(series[10]);
    }
    assert_larger("accumulate over growing", &late[0], &late[1], 10.0);
    assert_larger("growing over replace", &late[1], &late[2], 10.0);
    // For ever: one has a limit, the other goes to 0.
    let [accumulate, replace] = ["accumulate", "replace"].map(|name| kept(name, n, 100_000)[100_000]);
    let x = std::f64::consts::PI / libm::sqrt(n);
    let limit = libm::sin(x) / x / (1.0 - 1.0 / n);
    assert!((accumulate - limit).abs() < 1e-6 && replace < 1e-100, "{accumulate} {limit} {replace}");
}

/// Held-out bits on ordinary text, 30 runs each.
#[test]
fn gerstgrasser_a_low_temperature_is_much_worse() {
    let human = ordinary();
    let bits = |name: &str| last(&human, &arm("gerstgrasser-2024", name), 0..30, "heldout_bits");
    let [accumulate, replace] = ["accumulate", "replace"].map(bits);
    let [accumulate_cool, replace_cool] = ["accumulate-cool", "replace-cool"].map(bits);
    assert_larger("replace over accumulate", &replace, &accumulate, 10.0);
    assert_larger("replace, cool over warm", &replace_cool, &replace, 10.0);
    assert_larger("accumulate, cool over warm", &accumulate_cool, &accumulate, 10.0);
    assert_larger("cool, replace over accumulate", &replace_cool, &accumulate_cool, 10.0);
    let [cool, warm] = [replace_cool.mean - accumulate_cool.mean, replace.mean - accumulate.mean];
    println!("replacing costs {warm:.3} bits at temperature 1, {cool:.3} at 0.3");
    assert!(cool > 2.0 * warm, "{cool} {warm}");
}

/// 3 × 3 z's at 4: a false alarm in 1,700.
#[test]
fn kazdan_three_workflows() {
    let human = tokens(&zipf(24, 8));
    let (h, n) = (simpson(&shares(human.counts())), human.train().token_count() as f64);
    let mut lost = Vec::new();
    for (i, name) in (4..).zip(["replace", "subsample", "accumulate"]) {
        let protocol = arm("kazdan-2025", name);
        let series = means(&human, &protocol, seeds(i, 2_000), diversity);
        let kept = kept(name, n, protocol.generations);
        for t in [1, 6, 20] {
            assert_mean(&format!("{name}, H after {t} rounds"), &series[t], h * kept[t]);
        }
        lost.push(1.0 - kept[20]);
        let later = 1.0 - self::kept(name, n, 10_000)[10_000];
        assert_eq!(later > 1.1 * lost[lost.len() - 1], name == "replace", "{name}: {later}");
    }
    let [replace, subsample, accumulate] = lost[..] else { unreachable!("three workflows") };
    assert!((subsample / accumulate - 2.0).abs() < 0.05, "{}", subsample / accumulate);
    assert!(replace > 10.0 * subsample);
}
