//! A small teacher on text: what it gains, where it leads, what it holds, and what its sample does.
//!
//! Runs with equal seeds are compared in pairs. Unless a comment says otherwise a mean difference lies more than four
//! standard errors from what is denied: a false alarm in 30,000 for each, had the seeds been others. The text stays the
//! same, so the figures are about this text.

#[path = "../common/mod.rs"]
mod common;

mod centre;
mod gain;
mod hold;
mod laws;
mod oracle;
mod samples;

use std::ops::Range;
use std::sync::Arc;

use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::human::HumanCorpus;
use recursive_trap::probe::{HumanReference, Measure, Probe};
use recursive_trap::recursion::{Protocol, Recursion};

use common::Series;

/// An order, a temperature and a curation.
fn protocol(order: usize, temperature: f64, curation: &str) -> Protocol {
    let mut protocol = Protocol { order, curation: curation.parse().unwrap(), ..Protocol::default() };
    protocol.decoding.temperature = temperature;
    protocol
}

/// Some measures of some generations: by generation, by measure, by seed.
fn watch<const N: usize>(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    seeds: Range<u32>,
    generations: &[usize],
    mut measure: impl FnMut(&Recursion) -> [f64; N],
) -> Vec<[Vec<f64>; N]> {
    let last = generations[generations.len() - 1];
    let mut all = vec![[const { Vec::new() }; N]; generations.len()];
    for seed in seeds {
        let protocol = Protocol { generations: last, seed, ..protocol.clone() };
        let mut recursion = Recursion::new(Arc::clone(human), protocol).unwrap();
        let mut wanted = generations.iter().zip(&mut all).peekable();
        for t in 0..=last {
            assert!(recursion.advance());
            if let Some((_, values)) = wanted.next_if(|&(&generation, _)| generation == t) {
                values.iter_mut().zip(measure(&recursion)).for_each(|(values, value)| values.push(value));
            }
        }
    }
    all
}

/// Held-out bits of runs of one order on one text.
fn bits(human: &HumanCorpus, order: usize) -> impl Fn(&Recursion) -> f64 {
    let (reference, measure) = (HumanReference::new(human, order), Measure::named("heldout_bits").unwrap());
    move |recursion| Probe::new(recursion, &reference).measure(&measure)
}

/// The first of two values of a seed is larger, by more than so many standard errors on average.
#[track_caller]
fn assert_above(what: &str, larger: &[f64], smaller: &[f64], errors: f64) {
    assert_eq!(larger.len(), smaller.len());
    let difference = Series::of(larger.iter().zip(smaller).map(|(larger, smaller)| larger - smaller));
    let mean = |values: &[f64]| Series::of(values.iter().copied()).mean;
    let z = difference.z(0.0);
    println!("{what}: {:.4} over {:.4}, z = {z:.1}", mean(larger), mean(smaller));
    assert!(z > errors, "{what}: {} over {}, z = {z}", mean(larger), mean(smaller));
}

/// A smoothed model of order 1 of some human documents, written down once more: log₂ of the probability of each type, of
/// the document end at 0. After Witten and Bell N tokens of T types leave T / (N + T) to all types alike.
struct Unigrams(Vec<f64>);

impl Unigrams {
    fn of(human: &HumanCorpus, sample: &[usize]) -> Self {
        let mut counts = vec![0.0; human.counts().len()];
        for &document in sample {
            counts[0] += 1.0;
            human.train().document(document).iter().for_each(|token| counts[token.index()] += 1.0);
        }
        let tokens = counts.iter().sum::<f64>();
        let types = counts.iter().filter(|&&count| count > 0.0).count() as f64;
        let all = human.counts().iter().filter(|&&count| count > 0).count() as f64;
        Self(counts.iter().map(|count| libm::log2((count + types / all) / (tokens + types))).collect())
    }

    /// The mean over the tokens of a document and its end.
    fn mark(&self, document: &[TokenId]) -> f64 {
        let tokens = document.iter().map(|token| self.0[token.index()]).sum::<f64>();
        (self.0[0] + tokens) / (document.len() + 1) as f64
    }

    /// The mean over documents.
    fn mean(&self, corpus: &Corpus) -> f64 {
        corpus.documents().map(|document| self.mark(document)).sum::<f64>() / corpus.document_count() as f64
    }
}
