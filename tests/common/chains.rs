//! The loop as a chain that is known exactly: human documents of one token, models of order 2.
//!
//! The first token of a document is drawn from the shares of all types, and behind any token the document ends. So D documents
//! are D independent tokens: a generation is a multinomial sample of the one before, nothing approximated.

use std::iter::repeat_n;
use std::ops::Range;
use std::sync::Arc;

use recursive_trap::decoding::{DecodedModel, Decoding};
use recursive_trap::human::HumanCorpus;
use recursive_trap::ngram::{NgramModel, Ngrams};
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::regime::Regime;
use recursive_trap::text::Tokenizer;

use super::Series;

/// A human corpus of documents of one token each. Type i occurs `counts[i]` times, the largest count first, so that
/// its id is i + 1.
pub(crate) fn tokens(counts: &[u32]) -> Arc<HumanCorpus> {
    let lines = counts.iter().enumerate().flat_map(|(i, &count)| repeat_n(format!("w{i}"), count as usize));
    let human = super::human(&lines.collect::<Vec<_>>().join("\n"), Tokenizer::Word);
    assert!(human.train().documents().all(|document| document.len() == 1));
    assert_eq!(&human.counts()[1..], counts);
    human
}

/// Counts proportional to 1 / rank, the first being `first`; at least 1.
pub(crate) fn zipf(types: u32, first: u32) -> Vec<u32> {
    (1..=types).map(|rank| ((first + rank / 2) / rank).max(1)).collect()
}

/// A run of order 2.
pub(crate) fn chain(human: &Arc<HumanCorpus>, regime: Regime, generations: usize, seed: u32) -> Recursion {
    let protocol = Protocol { order: 2, generations, regime, seed, ..Protocol::default() };
    Recursion::new(Arc::clone(human), protocol).unwrap()
}

/// Runs `regime` with each of these seeds and shows every generation. Equal seeds write from equal streams, so tests that should
/// fail independently take different ones.
pub(crate) fn observe(
    human: &Arc<HumanCorpus>,
    regime: Regime,
    generations: usize,
    seeds: Range<u32>,
    mut see: impl FnMut(usize, &Recursion),
) {
    for seed in seeds {
        let mut recursion = chain(human, regime, generations, seed);
        for t in 0..=generations {
            assert!(recursion.advance());
            see(t, &recursion);
        }
    }
}

/// So many seeds, other ones for each `i`.
pub(crate) fn seeds(i: u32, count: u32) -> Range<u32> {
    i * 100_000..i * 100_000 + count
}

/// The model of order 2 in which the first token has these weights, by id from 1 on.
pub(crate) fn model_of(ngrams: &Arc<Ngrams>, weights: &[f64], decoding: &Decoding) -> DecodedModel {
    // At the head of a document stand its end, which never comes at once, and the types by their ids; after these, for every
    // type, the end of the document: `ngrams_of` has checked that.
    let weight = |ngram: usize| match ngram {
        0 => 0.0,
        _ => weights.get(ngram - 1).copied().unwrap_or(1.0),
    };
    DecodedModel::weighted(Arc::clone(ngrams), weight, decoding)
}

/// The bigrams of a corpus of [`tokens`].
pub(crate) fn ngrams_of(human: &HumanCorpus) -> Arc<Ngrams> {
    let model = NgramModel::new(human.train(), 2);
    let (types, counts) = (human.counts().len() - 1, model.counts());
    assert_eq!(counts[0], 0);
    assert_eq!(counts[1..=types], human.counts()[1..]);
    assert_eq!(counts[types + 1..], human.counts()[1..]);
    model.shared_ngrams()
}

/// Counts as shares of their sum, from id 1 on.
pub(crate) fn shares(counts: &[u32]) -> Vec<f64> {
    let sum = counts[1..].iter().sum::<u32>();
    counts[1..].iter().map(|&count| f64::from(count) / f64::from(sum)).collect()
}

/// 1 − Σ p².
pub(crate) fn simpson(p: &[f64]) -> f64 {
    1.0 - p.iter().map(|p| p * p).sum::<f64>()
}

/// Σ (p − q)².
pub(crate) fn distance(p: &[f64], q: &[f64]) -> f64 {
    p.iter().zip(q).map(|(p, q)| (p - q) * (p - q)).sum()
}

/// The factors of a product, multiplied up: element t is the product of the first t.
pub(crate) fn products(factors: impl IntoIterator<Item = f64>) -> Vec<f64> {
    let mut all = vec![1.0];
    all.extend(factors.into_iter().scan(1.0, |product, factor| {
        *product *= factor;
        Some(*product)
    }));
    all
}

/// The mean of a series lies within four standard errors of what it should be: for one such statement a false alarm
/// in 16,000.
#[track_caller]
pub(crate) fn assert_mean(what: &str, series: &Series, expected: f64) {
    let z = series.z(expected);
    println!("{what}: {:.6} ± {:.6}, expected {expected:.6}, z = {z:+.2}", series.mean, series.error());
    assert!(series.n >= 2_000.0, "{what}: {} replicates", series.n);
    assert!(z.abs() < 4.0, "{what}: z = {z}");
}

/// s_k of a lineage in a text with this share of fresh documents: s_0 = 1, s_{k+1} = 1 − exp(−(1 − λ) s_k); the sum
/// over all k.
pub(crate) fn total_survival(lambda: f64) -> f64 {
    let mut survival = 1.0;
    let mut sum = 0.0;
    while survival > 1e-12 {
        sum += survival;
        survival = -libm::expm1(-(1.0 - lambda) * survival);
    }
    sum
}

/// The chances P(j copies next | i copies now), 0 < i < n, 0 ≤ j ≤ n, among `n` tokens drawn independently.
pub(crate) fn transitions(n: usize) -> Vec<Vec<f64>> {
    let log_factorial = (0..=n).map(|k| libm::lgamma(k as f64 + 1.0)).collect::<Vec<_>>();
    let chance = |i: usize, j: usize| {
        let (p, copies, rest) = (i as f64 / n as f64, j as f64, (n - j) as f64);
        let ways = log_factorial[n] - log_factorial[j] - log_factorial[n - j];
        libm::exp(ways + copies * libm::log(p) + rest * libm::log1p(-p))
    };
    (1..n).map(|i| (0..=n).map(|j| chance(i, j)).collect()).collect()
}

/// For each generation, the chance that a type with a given count is alive, among `n` tokens drawn independently.
pub(crate) fn wright_fisher(n: usize, generations: usize) -> Vec<Vec<f64>> {
    let transitions = transitions(n);
    let mut alive = vec![1.0; n + 1];
    alive[0] = 0.0;
    let mut generations_alive = vec![alive];
    for _ in 0..generations {
        let before = &generations_alive[generations_alive.len() - 1];
        let inner = transitions.iter().map(|row| row.iter().zip(before).map(|(p, a)| p * a).sum());
        generations_alive.push([0.0].into_iter().chain(inner).chain([1.0]).collect());
    }
    generations_alive
}
