//! Closed forms of every regime against brute force and against each other: `science.md` O2, O3, O5, O7 to O10, O25, O26.

mod common;

use common::Series;
use common::genealogy::living_readings;
use common::regimes::simulate;
use recursive_trap::drift::{Expectation, Prediction, Quantity, Theory};
use recursive_trap::human::HumanCorpus;
use recursive_trap::regime::Regime;
use recursive_trap::text::Tokenizer;

const GENERATIONS: usize = 12;

const REGIMES: [&str; 12] = [
    "replace",
    "fresh=0.1",
    "fresh=0.5",
    "anchored=0.1",
    "anchored=0.5",
    "accumulate",
    "subsample",
    "grow=linear",
    "weighted=0.6",
    "weighted=1",
    "contaminate=0.9@10",
    "cure=0.5@6",
];

/// The three that can be counted in a generation.
const COUNTED: [Quantity; 3] = [Quantity::Survivors, Quantity::Simpson, Quantity::SquaredError];

fn theory(human: &HumanCorpus, order: usize, regime: &str, quantity: Quantity) -> Option<Expectation> {
    Theory::new(human, order, GENERATIONS, regime.parse().unwrap(), true).expect(quantity)
}

/// Living types, Simpson's index, and the squared error, from weighted counts.
fn measure(human: &HumanCorpus, counts: &[f64]) -> [f64; 3] {
    let (now, then) = (counts.iter().sum::<f64>(), human.train().token_count() as f64);
    let types = counts.iter().filter(|&&count| count > 0.0).count() as f64;
    let (mut concentration, mut error) = (0.0, 0.0);
    for (count, &before) in counts.iter().zip(human.counts()).skip(1) {
        let (p, before) = (count / now, f64::from(before) / then);
        concentration += p * p;
        error += (p - before) * (p - before);
    }
    [types, 1.0 - concentration, error]
}

/// What brute force found: for each of the three quantities and each generation the values, and whether the band held
/// them, pooled over the generations of a run.
struct Found {
    values: [Vec<Series>; 3],
    pooled: [Series; 3],
}

fn brute_force(human: &HumanCorpus, order: usize, regime: &str, seeds: std::ops::Range<u32>) -> Found {
    let expected = COUNTED.map(|quantity| theory(human, order, regime, quantity));
    let regime = regime.parse::<Regime>().unwrap();
    let values = std::array::from_fn(|_| vec![Series::default(); GENERATIONS + 1]);
    let mut found = Found { values, pooled: [Series::default(); 3] };
    for seed in seeds {
        let mut inside = [Series::default(); 3];
        simulate(human.train(), order, regime, seed, GENERATIONS, |t, generation| {
            let measured = measure(human, &generation.counts(human.vocabulary().len()));
            for (quantity, value) in measured.into_iter().enumerate() {
                found.values[quantity][t].push(value);
                if let (Some(Expectation { band: Some(band), .. }), 1..) = (&expected[quantity], t) {
                    let within = (band.low[t] - 1e-9..=band.high[t] + 1e-9).contains(&value);
                    inside[quantity].push(f64::from(u8::from(within)));
                }
            }
        });
        for (pooled, inside) in found.pooled.iter_mut().zip(inside) {
            if inside.n > 0.0 {
                pooled.push(inside.mean);
            }
        }
    }
    found
}

/// Documents of a single token with counts like those of a text: at order 2 an exact Wright-Fisher chain.
fn singles(counts: &[usize]) -> std::sync::Arc<HumanCorpus> {
    let words = counts.iter().enumerate().flat_map(|(i, &count)| std::iter::repeat_n(format!("w{i}"), count));
    common::human(&words.collect::<Vec<_>>().join("\n"), Tokenizer::Word)
}

/// The readings of human tokens that are left, from genealogies: for each generation the numbers, and the pooled
/// coverage of the band.
fn trace(
    human: &HumanCorpus,
    order: usize,
    regime: &str,
    seeds: std::ops::Range<u32>,
) -> (Vec<Series>, Series) {
    let expected = theory(human, order, regime, Quantity::EffectiveCorpus).unwrap();
    let band = expected.band.unwrap();
    let (mut values, mut pooled) = (vec![Series::default(); GENERATIONS + 1], Series::default());
    for seed in seeds {
        let living = living_readings(human.train(), order, regime.parse().unwrap(), seed, GENERATIONS);
        let mut inside = Series::default();
        for (t, living) in living.into_iter().enumerate() {
            values[t].push(living as f64);
            if t > 0 {
                let within = (band.low[t] - 1e-9..=band.high[t] + 1e-9).contains(&(living as f64));
                inside.push(f64::from(u8::from(within)));
            }
        }
        pooled.push(inside.mean);
    }
    (values, pooled)
}

/// The table of a real text, by hand: `cargo test --test theory -- --ignored --nocapture bands`.
/// REGIME=…, ORDER=…, SEEDS=…, TRACE=1 narrow it down.
#[test]
#[ignore = "a calibration of half an hour, to be read"]
fn bands_on_a_real_text() {
    let human = common::moby_dick();
    let variable = |name| std::env::var(name).ok();
    let seeds = variable("SEEDS").map_or(1000, |seeds| seeds.parse().unwrap());
    let orders = variable("ORDER").map_or(vec![1, 2, 3], |order| vec![order.parse().unwrap()]);
    let regimes = variable("REGIME").unwrap_or_else(|| REGIMES.join(" "));
    for regime in regimes.split(' ') {
        for &order in &orders {
            let mut found = Vec::new();
            if variable("TRACE").is_some() {
                let (values, pooled) = trace(&human, order, regime, 1..seeds + 1);
                found.push((Quantity::EffectiveCorpus, values, pooled));
            } else {
                let all = brute_force(&human, order, regime, 1..seeds + 1);
                for ((quantity, values), pooled) in COUNTED.into_iter().zip(all.values).zip(all.pooled) {
                    found.push((quantity, values, pooled));
                }
            }
            for (quantity, values, pooled) in found {
                let Some(expected) = theory(&human, order, regime, quantity) else { continue };
                println!(
                    "{regime} order {order} {quantity:?}: coverage {:.4} ± {:.4}",
                    pooled.mean,
                    pooled.error()
                );
                let Some(band) = expected.band.as_ref() else { continue };
                for t in [1, 2, 4, 6, 7, 9, 12] {
                    let sd = (band.high[t] - band.low[t]) / 3.92;
                    println!(
                        "    {t:2}: mean {:.6} ({:+.3} % ± {:.3}), sd {:.4e} (predicted {sd:.4e}, ratio {:.3})",
                        values[t].mean,
                        100.0 * (values[t].mean / expected.mean[t] - 1.0),
                        100.0 * values[t].error() / expected.mean[t],
                        values[t].sd(),
                        values[t].sd() / sd,
                    );
                }
            }
        }
    }
}

/// Means and bands on a text of 3,000 tokens, in the regimes where something can be lost.
///
/// Of the mean: survivors within 1 % (the branching process is that far from the exact chain in so small a text) and four
/// standard errors. Of the bands: 93 to 97 % in the long run (`bands_on_a_real_text`); here 150 runs tell it to ± 1.3 %, so
/// three of these more on both sides.
#[test]
fn survivors_are_as_many_as_predicted() {
    let human = common::human(&common::made_up_text(9, 330), Tokenizer::Word);
    for (order, regime) in [
        (2, "fresh=0.1"),
        (1, "fresh=0.5"),
        (3, "anchored=0.1"),
        (2, "grow=linear@0.2"),
        (2, "weighted=0.6"),
        (2, "contaminate=0.9@10"),
        (3, "cure=0.5@6"),
    ] {
        let found = brute_force(&human, order, regime, 0..150);
        let expected = theory(&human, order, regime, Quantity::Survivors).unwrap();
        let mut worst = 0.0_f64;
        for t in 1..=GENERATIONS {
            let (values, mean) = (found.values[0][t], expected.mean[t]);
            let beyond = ((values.mean - mean).abs() - 0.01 * mean) / values.error();
            worst = worst.max((values.mean / mean - 1.0).abs());
            assert!(beyond < 4.0, "{regime}, generation {t}: {} types, expected {mean}", values.mean);
        }
        let pooled = found.pooled[0];
        println!(
            "{regime} order {order}: means within {:.2} %, coverage {:.4} ± {:.4}",
            100.0 * worst,
            pooled.mean,
            pooled.error()
        );
        let margin = 3.0 * pooled.error();
        assert!((0.93 - margin..=0.97 + margin).contains(&pooled.mean), "{regime}: coverage {}", pooled.mean);
    }
}

/// The human text that is left, followed token by token.
#[test]
fn readings_descend_as_predicted() {
    let human = common::human(&common::made_up_text(10, 200), Tokenizer::Word);
    for (order, regime) in
        [(1, "replace"), (2, "fresh=0.1"), (3, "anchored=0.5"), (2, "weighted=0.6"), (2, "cure=0.5@6")]
    {
        let expected = theory(&human, order, regime, Quantity::EffectiveCorpus).unwrap();
        let (values, pooled) = trace(&human, order, regime, 0..150);
        for (t, values) in values.iter().enumerate().skip(1) {
            let mean = expected.mean[t];
            let beyond = ((values.mean - mean).abs() - 0.01 * mean) / values.error();
            assert!(beyond < 4.0, "{regime}, generation {t}: {} readings, expected {mean}", values.mean);
        }
        println!("{regime} order {order}: coverage {:.4} ± {:.4}", pooled.mean, pooled.error());
        let margin = 3.0 * pooled.error();
        assert!((0.93 - margin..=0.97 + margin).contains(&pooled.mean), "{regime}: coverage {}", pooled.mean);
    }
}

/// Simpson's index and the squared error are exact in every regime if documents have one token: an exact Wright-Fisher chain.
/// Their bands hold 93 to 97 % of 1,000 runs. (Of 237 tokens the squared error's held 92.4 ± 0.4 % under anchored=0.1.)
#[test]
fn shares_wander_exactly_as_predicted() {
    // 593 tokens, the commonest type 6 % of them, as in prose.
    let ranks = (1..=120).map(|rank| 1 + 160 / (rank + 4)).collect::<Vec<usize>>();
    let human = singles(&ranks);
    for regime in REGIMES {
        let found = brute_force(&human, 2, regime, 0..1_000);
        for quantity in [1, 2] {
            let expected = theory(&human, 2, regime, COUNTED[quantity]).unwrap();
            assert!(expected.exact);
            let z = (1..=GENERATIONS).map(|t| found.values[quantity][t].z(expected.mean[t]));
            let worst = z.fold(0.0, |worst: f64, z| if z.abs() > worst.abs() { z } else { worst });
            let pooled = found.pooled[quantity];
            println!(
                "{regime} {:?}: largest z {worst:+.2}, coverage {:.4} ± {:.4}",
                COUNTED[quantity],
                pooled.mean,
                pooled.error()
            );
            // 288 correlated z's: a false alarm in a hundred.
            assert!(worst.abs() < 4.0, "{regime} {:?}: z = {worst}", COUNTED[quantity]);
            assert!(
                (0.93..=0.97).contains(&pooled.mean),
                "{regime} {:?}: coverage {}",
                COUNTED[quantity],
                pooled.mean
            );
        }
    }
}

fn long(human: &HumanCorpus, regime: Regime, generations: usize, quantity: Quantity) -> Vec<f64> {
    Theory::new(human, 2, generations, regime, true).expect(quantity).unwrap().mean
}

fn close(a: &[f64], b: &[f64], error: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= error * a.abs().max(1.0))
}

/// A remedy that is not taken is none, and all regimes begin with the human corpus.
#[test]
fn without_human_text_every_regime_is_replace() {
    let human = singles(&[9, 5, 3, 2, 2, 1, 1, 1, 1]);
    for quantity in
        [Quantity::Survivors, Quantity::Simpson, Quantity::SquaredError, Quantity::EffectiveCorpus]
    {
        let replace = Theory::new(&human, 2, 60, Regime::Replace, true).expect(quantity).unwrap();
        for same in [
            Regime::Fresh { share: 0.0 },
            Regime::Anchored { share: 0.0 },
            Regime::Weighted { weight: 0.0 },
            Regime::Grow { degree: 0, rate: 1.0 },
            Regime::Contaminate { share: 1.0, over: 1 },
            Regime::Cure { share: 0.5, from: 61 },
        ] {
            let other = Theory::new(&human, 2, 60, same, true).expect(quantity).unwrap();
            assert!(close(&replace.mean, &other.mean, 1e-12), "{same} {quantity:?}");
            let (a, b) = (replace.band.clone().unwrap(), other.band.unwrap());
            assert!(close(&a.low, &b.low, 1e-9) && close(&a.high, &b.high, 1e-9), "{same} {quantity:?}");
        }
        for regime in REGIMES {
            let Some(expected) = theory(&human, 2, regime, quantity) else { continue };
            assert_eq!(expected.mean[0], replace.mean[0], "{regime} {quantity:?}");
            assert_eq!(expected.mean.len(), GENERATIONS + 1);
            let band = expected.band.unwrap();
            assert!((band.low[0] - band.high[0]).abs() < 1e-9, "{regime} {quantity:?}");
            assert!(!expected.formula.is_empty() && !expected.conditions.is_empty());
        }
    }
}

/// O8: what a share of fresh human text is worth at equilibrium, N_eff / N.
#[test]
fn fresh_text_is_worth_what_the_table_says() {
    let human = singles(&[1; 1000]);
    for (share, worth, generations) in [
        (0.01, "0.081", 1_500),
        (0.02, "0.136", 800),
        (0.05, "0.258", 400),
        (0.1, "0.400", 300),
        (0.2, "0.587", 200),
        (0.3, "0.713", 200),
        (0.5, "0.870", 100),
        (0.9, "0.995", 100),
    ] {
        let left = long(&human, Regime::Fresh { share }, generations, Quantity::EffectiveCorpus);
        assert_eq!(format!("{:.3}", left[generations] / 1000.0), worth, "λ = {share}");
    }
}

/// O26: among all weights, 1/φ leaves the smallest squared error, 1/φ of what human text alone would leave.
#[test]
fn the_best_weight_is_the_golden_section() {
    let human = singles(&[1; 1000]);
    let golden = (5.0_f64.sqrt() - 1.0) / 2.0;
    let error = |weight| long(&human, Regime::Weighted { weight }, 200, Quantity::SquaredError)[200];
    let best =
        (1..1000).map(|w| f64::from(w) / 1000.0).min_by(|&a, &b| error(a).total_cmp(&error(b))).unwrap();
    assert!((best - golden).abs() <= 1e-3, "{best}");
    assert!((error(golden) / error(1.0) - golden).abs() < 1e-3, "{}", error(golden) / error(1.0));
    let simpson = 1.0 - 1.0 / 1000.0;
    assert!((error(1.0) - simpson / 1000.0).abs() < 1e-12);
}

/// O9: accumulating stops the loss, at sin(π/√n) / (π/√n) / (1 − 1/n) of the human diversity. O25: growth.
#[test]
fn limits_are_those_of_the_papers() {
    let human = singles(&[1; 100]);
    let last = |regime| *long(&human, regime, 4_000, Quantity::Simpson).last().unwrap() / 0.99;
    let x = std::f64::consts::PI / 10.0;
    assert!((last(Regime::Accumulate) - x.sin() / x / 0.99).abs() < 1e-5);
    let product = (1..=4_000).map(|t| 1.0 - 1.0 / (100.0 * (1.0 + f64::from(t)))).product::<f64>();
    assert!((last(Regime::Grow { degree: 1, rate: 1.0 }) - product).abs() < 1e-9);
    assert!((last(Regime::Replace) - libm::pow(0.99, 4_000.0)).abs() < 1e-9);
}

/// What is not known is not said.
#[test]
fn no_curve_without_a_formula() {
    let human = common::human(&common::made_up_text(11, 40), Tokenizer::Word);
    let expect = |order, regime: &str, plain, quantity| {
        Theory::new(&human, order, 5, regime.parse().unwrap(), plain).expect(quantity)
    };
    for regime in REGIMES {
        for quantity in [Quantity::Simpson, Quantity::SquaredError] {
            assert!(expect(2, regime, true, quantity).is_none(), "{regime}: words depend on each other");
            assert!(expect(1, regime, false, quantity).is_none(), "{regime}: decoding bends the shares");
            assert!(!expect(1, regime, true, quantity).unwrap().exact, "{regime}: sizes are random");
        }
        for quantity in [Quantity::Survivors, Quantity::EffectiveCorpus] {
            let pooled = ["accumulate", "subsample"].contains(&regime);
            let decoded = expect(3, regime, false, quantity);
            assert_eq!(decoded.is_some(), pooled, "{regime}");
            if let Some(expected) = decoded {
                let band = expected.band.unwrap();
                assert!(expected.exact && band.low == expected.mean && band.high == expected.mean);
                assert!(expected.mean.iter().all(|&mean| mean == expected.mean[0]));
            }
        }
    }
    // Words of one document keep company: a band that does not hold is none.
    let bands = |regime| expect(1, regime, true, Quantity::SquaredError).unwrap().band.is_some();
    assert_eq!(
        ["fresh=0.9", "weighted=1", "fresh=0.5", "weighted=0.618"].map(bands),
        [false, false, true, true]
    );
    // One type, or documents that are all alike: no number that is none.
    for (text, order) in [("a\na\na", 2), ("a a\na a", 1), ("a b\na b\na b", 1), ("a\nb", 2)] {
        let human = common::human(text, Tokenizer::Word);
        for regime in REGIMES {
            for quantity in
                [Quantity::Simpson, Quantity::SquaredError, Quantity::Survivors, Quantity::EffectiveCorpus]
            {
                let Some(expected) = theory(&human, order, regime, quantity) else { continue };
                let band = expected.band.into_iter().flat_map(|band| [band.low, band.high].concat());
                assert!(
                    expected.mean.into_iter().chain(band).all(f64::is_finite),
                    "{text:?} {regime} {quantity:?}"
                );
            }
        }
    }
    // A generation without a document.
    let shrinking = expect(1, "grow=linear@-0.5", true, Quantity::Survivors).unwrap();
    assert_eq!(shrinking.mean[2..], [0.0; 4]);
    assert!(expect(1, "grow=linear@-0.5", true, Quantity::Simpson).is_none());
    // Human text alone.
    let whole = expect(2, "anchored=1", true, Quantity::Survivors).unwrap();
    let types = whole.mean[0];
    assert!(whole.mean.iter().all(|&mean| (mean - types).abs() < 1e-9), "{:?}", whole.mean);
}

#[test]
fn the_band_of_a_tiny_text_stays_between_no_types_and_all_of_them() {
    let human = common::human("Hi there. Bye now.", Tokenizer::Word);
    let Prediction { types, low, high } = Prediction::new(&human, 3, 20);
    assert!(low.iter().all(|&low| low >= 0.0), "{low:?}");
    assert!(high.iter().all(|&high| high <= types[0]), "{high:?}");
}
