//! Which human documents a generation holds: drawn as the regime says.

use std::collections::{BTreeMap, BTreeSet};

use recursive_trap::corpus::TokenId;
use recursive_trap::human::HumanCorpus;
use recursive_trap::regime::Regime;

use crate::common::{Series, chi_square};
use crate::{documents, human, run};

const D: usize = 37;

/// The number of each human document; no two are equal.
fn numbers(human: &HumanCorpus) -> BTreeMap<Vec<TokenId>, usize> {
    let numbers = documents(human.train()).into_iter().zip(0..).collect::<BTreeMap<_, _>>();
    assert_eq!(numbers.len(), D);
    numbers
}

/// Each of h = 11 documents is drawn from all 37, alike and independently of the others: 22,000 draws.
///
/// Three χ² with 36, 36 and about 48 degrees of freedom at 93 and 111: each exceeded once in a million. Two z's at 4.5.
#[test]
fn fresh_documents_are_drawn_with_replacement() {
    const GENERATIONS: usize = 2_000;
    let human = human(1, D);
    let numbers = numbers(&human);
    let mut recursion = run(&human, 2, Regime::Fresh { share: 0.3 }, GENERATIONS, 3);
    let (mut all, mut first, mut steps) = ([0; D], [0; D], [0; 49]);
    let (mut different, mut overlap) = (Series::default(), Series::default());
    let mut before = BTreeSet::new();
    recursion.advance();
    while recursion.advance() {
        let fresh = recursion.corpus().documents().take(11).map(|d| numbers[d]).collect::<Vec<_>>();
        for &document in &fresh {
            all[document] += 1;
        }
        first[fresh[0]] += 1;
        // The next draw does not depend on the last.
        fresh.windows(2).for_each(|pair| steps[pair[0] % 7 * 7 + pair[1] % 7] += 1);
        let now = fresh.into_iter().collect::<BTreeSet<_>>();
        different.push(now.len() as f64);
        if !before.is_empty() {
            overlap.push(now.intersection(&before).count() as f64);
        }
        before = now;
    }
    // Of 37 numbers 6 leave 0 and 1 over 7, the others 5.
    let left = |r: usize| (0..D).filter(|number| number % 7 == r).count() as f64;
    let pairs = (0..49).map(|pair| left(pair / 7) * left(pair % 7)).collect::<Vec<_>>();
    let statistics = [chi_square(&all, &[1.0; D]), chi_square(&first, &[1.0; D]), chi_square(&steps, &pairs)];
    let d = D as f64;
    let found = 1.0 - (1.0 - 1.0 / d).powi(11);
    let z = [different.z(d * found), overlap.z(d * found * found)];
    println!(
        "fresh: χ² = {statistics:.1?}; different documents and those of the last time again, z = {z:.2?}"
    );
    assert!(statistics[0] < 93.0 && statistics[1] < 93.0 && statistics[2] < 111.0, "{statistics:?}");
    assert!(z.iter().all(|z| z.abs() < 4.5), "{z:?}");
}

/// Each of 37 documents is as likely to be among the 11 that are kept for ever: 6,000 seeds. Without
/// replacement, counts vary less than χ² takes for granted, by (1 − h/D) D/(D − 1), and so does the part from the first half
/// of the text.
///
/// χ² with 36 degrees of freedom at 93: once in a million; z at 4.5: once in 150,000.
#[test]
fn anchors_are_drawn_without_replacement() {
    let human = human(2, D);
    let numbers = numbers(&human);
    let mut counts = [0; D];
    let mut low = Series::default();
    for seed in 0..6_000 {
        let mut recursion = run(&human, 2, Regime::Anchored { share: 0.3 }, 1, seed);
        while recursion.advance() {}
        let anchor = recursion.corpus().documents().take(11).map(|d| numbers[d]).collect::<Vec<_>>();
        assert!(anchor.windows(2).all(|pair| pair[0] < pair[1]), "different, in the order of the text");
        for &document in &anchor {
            counts[document] += 1;
        }
        let chosen = anchor.iter().filter(|&&document| document < 18).count() as f64;
        low.push((chosen - 11.0 * 18.0 / 37.0) * (chosen - 11.0 * 18.0 / 37.0));
    }
    let d = D as f64;
    let statistic = chi_square(&counts, &[1.0; D]) / ((1.0 - 11.0 / d) * d / (d - 1.0));
    // Hypergeometric: 11 of 37, 18 of which lie in the first half.
    let z = low.z(11.0 * (18.0 / d) * (19.0 / d) * (26.0 / 36.0));
    println!("anchored: χ² = {statistic:.1}; variance of the part from the first half, z = {z:.2}");
    assert!(statistic < 93.0, "{statistic}");
    assert!(z.abs() < 4.5, "{z}");
}

/// Seeds, generations and the writer have their own random numbers: which human documents come in tells nothing about what is
/// written.
#[test]
fn fresh_documents_differ_from_seed_to_seed() {
    let human = human(3, D);
    let mut seen = BTreeSet::new();
    for seed in 0..50 {
        let mut recursion = run(&human, 2, Regime::Fresh { share: 0.3 }, 4, seed);
        recursion.advance();
        while recursion.advance() {
            assert!(seen.insert(documents(recursion.corpus())[..11].to_vec()), "seed {seed}: drawn before");
        }
    }
    assert_eq!(seen.len(), 200);
}
