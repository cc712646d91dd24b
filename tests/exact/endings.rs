//! How a run ends: one type for ever, or one loop.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use recursive_trap::decoding::{DecodedModel, Decoding};
use recursive_trap::human::HumanCorpus;
use recursive_trap::probe::{HumanReference, Measure, Probe};
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::regime::Regime;
use recursive_trap::rng::{Purpose, Streams};
use recursive_trap::sampler;
use recursive_trap::text::Tokenizer;

use crate::common::chains::{assert_mean, chain, tokens, transitions};
use crate::common::{Series, human, made_up_text};

/// Solves A x = b (Gauss with pivots).
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for column in 0..n {
        let pivot = (column..n).max_by(|&i, &j| a[i][column].abs().total_cmp(&a[j][column].abs()));
        a.swap(column, pivot.unwrap());
        b.swap(column, pivot.unwrap());
        let (row, value) = (a[column].clone(), b[column]);
        for i in (0..n).filter(|&i| i != column) {
            let factor = a[i][column] / row[column];
            a[i].iter_mut().zip(&row).for_each(|(slot, r)| *slot -= factor * r);
            b[i] -= factor * value;
        }
    }
    (0..n).map(|i| b[i] / a[i][i]).collect()
}

/// The mean number of generations until a type with i of n tokens is extinct or alone: (I − Q)⁻¹ 1, at i − 1.
fn absorption_times(n: usize) -> Vec<f64> {
    let rows = transitions(n).into_iter().enumerate().map(|(i, row)| {
        let inner = row[1..n].iter().enumerate();
        inner.map(|(j, p)| if i == j { 1.0 - p } else { -p }).collect()
    });
    solve(rows.collect(), vec![1.0; n - 1])
}

/// Generation in which a single type is left, and which.
fn last_survivor(mut recursion: Recursion) -> (usize, usize) {
    let mut t = 0;
    assert!(recursion.advance());
    loop {
        let mut living = (1..).zip(&recursion.counts()[1..]).filter(|(_, count)| **count > 0);
        if let (Some((id, _)), None) = (living.next(), living.next()) {
            return (t, id);
        }
        assert!(recursion.advance(), "no single type is left after {t} generations");
        t += 1;
    }
}

/// O6: a type is the last survivor with its first share as the chance, and two types need (I − Q)⁻¹ 1 generations
/// until one is left.
///
/// 6 z's at 4: a false alarm in 2,600.
#[test]
fn one_type_survives_by_its_share_and_in_its_time() {
    let times = absorption_times(50);
    assert_eq!(format!("{:.1}", times[24]), "67.5", "the figure of science.md");
    for counts in [[10, 10], [17, 3]] {
        let human = tokens(&counts);
        let n = 20;
        let (mut time, mut first) = (Series::default(), Series::default());
        for seed in 0..6_000 {
            let (t, id) = last_survivor(chain(&human, Regime::Replace, 2_000, seed));
            time.push(t as f64);
            first.push(f64::from(id == 1));
        }
        let expected = absorption_times(n)[counts[0] as usize - 1];
        assert_mean(&format!("O6, {counts:?}, generations"), &time, expected);
        assert_mean(&format!("O6, {counts:?}, share of first types"), &first, f64::from(counts[0]) / 20.0);
    }
    let counts = [6, 5, 3, 2];
    let human = tokens(&counts);
    let mut last = [Series::default(); 4];
    for seed in 0..6_000 {
        let (_, survivor) = last_survivor(chain(&human, Regime::Replace, 2_000, seed));
        (1..).zip(&mut last).for_each(|(id, series)| series.push(f64::from(id == survivor)));
    }
    for (count, series) in counts.into_iter().zip(&last).take(2) {
        assert_mean(&format!("O6, type with {count} of 16"), series, f64::from(count) / 16.0);
    }
}

fn period(recursion: &Recursion, reference: &HumanReference) -> Option<usize> {
    let period = Probe::new(recursion, reference).measure(&Measure::named("loop_period").unwrap());
    (!period.is_nan()).then_some(period as usize)
}

/// The loop period from the text itself: contexts are lists of tokens, and every one that can be reached is followed as long
/// as there is no choice.
fn brute_force(recursion: &Recursion) -> Option<usize> {
    let Protocol { order, decoding, .. } = *recursion.protocol();
    let mut counts = BTreeMap::<Vec<u32>, BTreeMap<u32, u32>>::new();
    for document in recursion.corpus().documents() {
        let mut context = vec![0; order - 1];
        for token in document.iter().map(|token| token.0).chain([0]) {
            *counts.entry(context.clone()).or_default().entry(token).or_default() += 1;
            context = behind(&context, token);
        }
    }
    let next = |context: &Vec<u32>| {
        let next = &counts[context];
        let best = next.iter().max_by_key(|(token, count)| (**count, u32::MAX - **token)).unwrap();
        if decoding.temperature == 0.0 { vec![*best.0] } else { next.keys().copied().collect() }
    };
    let (mut reached, mut open) = (BTreeSet::new(), vec![vec![0; order - 1]]);
    while let Some(context) = open.pop() {
        if reached.insert(context.clone()) {
            open.extend(next(&context).into_iter().map(|token| behind(&context, token)));
        }
    }
    let walk = |start: &Vec<u32>| {
        let mut context = start.clone();
        (1..=reached.len()).find(|_| {
            let [token] = next(&context)[..] else { return false };
            context = behind(&context, token);
            context == *start
        })
    };
    reached.iter().filter_map(walk).min()
}

fn behind(context: &[u32], token: u32) -> Vec<u32> {
    if token == 0 || context.is_empty() {
        return vec![0; context.len()];
    }
    [&context[1..], &[token]].concat()
}

fn run(human: &Arc<HumanCorpus>, order: usize, generations: usize, seed: u32, temperature: f64) -> Recursion {
    let decoding = Decoding { temperature, ..Decoding::default() };
    let protocol = Protocol { order, generations, decoding, seed, ..Protocol::default() };
    Recursion::new(Arc::clone(human), protocol).unwrap()
}

/// Greedy writing is in a loop from the start, and its text repeats with the period that is told: from document to document
/// if a document ends, within it if not.
#[test]
fn greedy_text_repeats_with_the_period() {
    const LONG: usize = 2_000;
    let (mut within, mut across) = (0, 0);
    for order in 1..=4 {
        for seed in 0..12 {
            let human = human(&made_up_text(seed, 40), Tokenizer::Word);
            let reference = HumanReference::new(&human, order);
            let mut recursion = run(&human, order, 3, 1, 0.0);
            while recursion.advance() {
                let period = period(&recursion, &reference);
                assert_eq!(period, brute_force(&recursion), "order {order}, seed {seed}");
                let period = period.expect("a greedy writer has no choice");
                let decoded = DecodedModel::new(recursion.model(), &recursion.protocol().decoding);
                let written = sampler::write(&decoded, 2, Streams::new(9, 9, Purpose::Write), LONG);
                let document = written.document(0);
                assert_eq!(document, written.document(1));
                if document.len() < LONG {
                    assert_eq!(period, document.len() + 1);
                    across += 1;
                } else {
                    let tail = &document[LONG / 2..];
                    let repeats = |by: usize| tail.iter().zip(&tail[by..]).all(|(a, b)| a == b);
                    assert_eq!((1..LONG / 2).find(|&by| repeats(by)), Some(period));
                    within += 1;
                }
                // The loop goes on in the generation that follows.
                let mut following = recursion.clone();
                if following.advance() {
                    for written in following.written().documents() {
                        assert_eq!(written, &document[..written.len()]);
                    }
                }
            }
        }
    }
    println!("{within} loops within a document, {across} from document to document");
    assert!(within > 10 && across > 10);
}

/// That all documents are the same is not enough: here the model of order 2 has a choice behind "rain".
#[test]
fn a_choice_is_no_loop() {
    let human = human("Rain fell rain\nRain fell rain", Tokenizer::Word);
    for (order, expected) in [(1, None), (2, None), (3, Some(4))] {
        let mut recursion = run(&human, order, 1, 1, 1.0);
        assert!(recursion.advance());
        assert_eq!(period(&recursion, &HumanReference::new(&human, order)), expected, "order {order}");
    }
}

/// A plain run is in a loop when every document that can be written is the same, and not before.
#[test]
fn a_tiny_text_ends_in_one_document() {
    let text = "Rain fell. Rain fell and fell. Snow fell on rain. Rain and snow and rain fell on.";
    let human = human(text, Tokenizer::Word);
    let (mut before, mut loops) = (0, BTreeSet::new());
    for order in 1..=3 {
        let reference = HumanReference::new(&human, order);
        for seed in 0..60 {
            let mut recursion = run(&human, order, 400, seed, 1.0);
            let mut known = None;
            while recursion.advance() {
                if let Some(period) = known {
                    let documents = recursion.written().documents();
                    assert!(documents.map(|document| document.len() + 1).all(|length| length == period));
                }
                let period = period(&recursion, &reference);
                assert_eq!(period, brute_force(&recursion), "order {order}, seed {seed}");
                let different = recursion.corpus().documents().collect::<BTreeSet<_>>().len();
                match period {
                    None => {
                        assert!(known.is_none(), "a loop has no exit");
                        before += 1;
                    }
                    Some(period) => {
                        assert_eq!(different, 1);
                        loops.insert(period);
                        known = Some(period);
                        if before > 0 && seed % 8 != 0 {
                            break;
                        }
                    }
                }
            }
        }
    }
    println!("periods {loops:?} after {before} generations without");
    assert!(loops.len() > 3 && before > 1_000);
}
