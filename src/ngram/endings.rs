//! What the n-grams of a model end in: the shorter n-grams behind back-off and smoothing.

use super::{NgramModel, Ngrams};
use crate::corpus::Corpus;

/// The k-grams of a human text, and for each n-gram of a model of that text (n ≥ k) the k-gram that it ends in.
#[derive(Debug, Clone)]
pub(crate) struct Endings {
    pub(crate) ngrams: Ngrams,
    /// By n-gram of the model.
    pub(crate) ending: Vec<u32>,
}

impl Endings {
    /// `places` are the n-grams of `model` in the first part of `corpus`, which it was trained on. Returns also the k-grams
    /// in the rest of `corpus`.
    pub(crate) fn new(corpus: &Corpus, model: &NgramModel, places: &[u32], k: usize) -> (Self, Vec<u32>) {
        let (ngrams, mut numbers) = Ngrams::new(corpus, k);
        let rest = numbers.split_off(places.len());
        // Every context has an n-gram that closes it, even where no human document ends.
        let mut ending = vec![0; model.ngrams.len()];
        for (&number, &here) in numbers.iter().zip(places) {
            let closing = model.ngrams.closing(model.ngrams.context_of(here));
            ending[closing as usize] = ngrams.closing(ngrams.context_of(number));
        }
        for (&number, &here) in numbers.iter().zip(places) {
            ending[here as usize] = number;
        }
        (Self { ngrams, ending }, rest)
    }

    /// Adds up what belongs to n-grams, by k-gram.
    pub(crate) fn sums(&self, of_ngram: impl Fn(usize) -> f64) -> Vec<f64> {
        let mut sums = vec![0.0; self.ngrams.len()];
        for (ngram, &ending) in self.ending.iter().enumerate() {
            sums[ending as usize] += of_ngram(ngram);
        }
        sums
    }
}
