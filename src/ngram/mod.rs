//! The n-gram model: maximum likelihood, drawn from in constant time.
//!
//! A maximum-likelihood draw is "pick one earlier occurrence of this context at random and copy the token that
//! followed". Training therefore only has to put the occurrences of each context side by side, and a draw is one
//! random number and one array read.

mod endings;
mod table;
mod trace;

pub(crate) use endings::Endings;
pub use table::Ngrams;
pub(crate) use table::{CLOSED, OPENING};
pub(crate) use trace::Trace;

use std::sync::Arc;

use rand::RngExt as _;

use crate::corpus::{Corpus, TokenId};
use crate::rng::Rng;

/// Smallest and largest order of a model.
pub const ORDERS: std::ops::RangeInclusive<usize> = 1..=5;

/// Something that continues a document, one n-gram at a time.
pub trait Draw {
    /// The n-grams that it draws from.
    fn ngrams(&self) -> &Ngrams;

    /// Continues a document that stands in `context`.
    fn draw(&self, context: u32, rng: &mut Rng) -> Step;
}

/// One token further: which n-gram ends with it, and the context behind it (`CLOSED` at the document's end).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    pub(crate) ngram: u32,
    pub(crate) context: u32,
}

/// A maximum-likelihood n-gram model, not smoothed: p(w | context) = count(context w) / count(context).
///
/// The context is the n − 1 preceding tokens of the same document, fewer at its head (padded with BOS).
#[derive(Debug, Clone)]
pub struct NgramModel {
    ngrams: Arc<Ngrams>,
    /// Occurrences of each n-gram.
    counts: Vec<u32>,
    /// Occurrences in context `c` stand at `offsets[c]..offsets[c + 1]`.
    offsets: Vec<u32>,
    /// Those of each n-gram begin at `starts[n-gram]`.
    starts: Vec<u32>,
    occurrences: Vec<Step>,
}

impl NgramModel {
    /// Trains a model of the given order.
    ///
    /// # Panics
    /// If `order` is not within [`ORDERS`].
    #[must_use]
    pub fn new(corpus: &Corpus, order: usize) -> Self {
        Self::with_places(corpus, order).0
    }

    /// The model, and for each place of the corpus the n-gram that ends there.
    pub(crate) fn with_places(corpus: &Corpus, order: usize) -> (Self, Vec<u32>) {
        assert!(ORDERS.contains(&order), "order is {order}; it must be from 1 to 5");
        let (ngrams, places) = Ngrams::new(corpus, order);
        let counts = vec![0; ngrams.len()];
        let mut model =
            Self { ngrams: Arc::new(ngrams), counts, offsets: vec![], starts: vec![], occurrences: vec![] };
        model.train(&places);
        (model, places)
    }

    /// Forgets everything and trains on a text that consists of these n-grams of [`NgramModel::ngrams`].
    pub(crate) fn train(&mut self, places: &[u32]) {
        /// Most n-grams occur no more often than this.
        const STRIDE: usize = 4;
        self.counts.fill(0);
        for &ngram in places {
            self.counts[ngram as usize] += 1;
        }
        let contexts = self.ngrams.context_count();
        self.offsets.resize(contexts + 1, 0);
        self.occurrences.resize(places.len() + STRIDE, Step { ngram: 0, context: 0 });
        self.starts.resize(self.counts.len(), 0);
        let mut at = 0;
        for (ngram, ((&context, &count), start)) in
            self.ngrams.after().iter().zip(&self.counts).zip(&mut self.starts).enumerate()
        {
            *start = at as u32;
            let step = Step { ngram: ngram as u32, context };
            // Written even if it occurs less often, which no processor can guess: what comes next overwrites it.
            self.occurrences[at..at + STRIDE].copy_from_slice(&[step; STRIDE]);
            let end = at + count as usize;
            if count as usize > STRIDE {
                self.occurrences[at + STRIDE..end].fill(step);
            }
            at = end;
        }
        self.occurrences.truncate(at);
        self.offsets[contexts] = at as u32;
        for (offset, context) in self.offsets.iter_mut().zip(0..contexts) {
            *offset = self.starts[self.ngrams.of_context(context).start];
        }
    }

    /// The order n: a token depends on the n − 1 before it.
    #[must_use]
    pub fn order(&self) -> usize {
        self.ngrams.order()
    }

    /// Occurrences of each n-gram in the training text, by its number.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// The n-grams that this model was built on: what a [`DecodedModel`](crate::decoding::DecodedModel) is made of.
    #[must_use]
    pub fn shared_ngrams(&self) -> Arc<Ngrams> {
        Arc::clone(&self.ngrams)
    }

    /// How often each context occurs in the training text.
    pub(crate) fn context_counts(&self) -> impl Iterator<Item = u32> {
        self.offsets.windows(2).map(|pair| pair[1] - pair[0])
    }

    /// Everything that followed a context, once for every occurrence; equal n-grams are neighbours.
    pub(crate) fn occurrences(&self, context: u32) -> &[Step] {
        let context = context as usize;
        &self.occurrences[self.offsets[context] as usize..self.offsets[context + 1] as usize]
    }

    /// The maximum-likelihood probability of `next` behind `context`, the tokens before it in its document;
    /// `None` if the context was never seen.
    #[must_use]
    pub fn probability(&self, context: &[TokenId], next: TokenId) -> Option<f64> {
        let occurrences = self.occurrences(self.find(context)?);
        let matching = occurrences.iter().filter(|step| self.token(**step) == next).count();
        (!occurrences.is_empty()).then(|| matching as f64 / occurrences.len() as f64)
    }

    /// The context that the tokens of `document` lead to.
    fn find(&self, document: &[TokenId]) -> Option<u32> {
        document.iter().try_fold(OPENING, |context, &token| {
            let step = self.occurrences(context).iter().find(|step| self.token(**step) == token)?;
            (step.context != CLOSED).then_some(step.context)
        })
    }

    fn token(&self, step: Step) -> TokenId {
        self.ngrams.next()[step.ngram as usize]
    }
}

impl Draw for NgramModel {
    fn ngrams(&self) -> &Ngrams {
        &self.ngrams
    }

    #[inline]
    fn draw(&self, context: u32, rng: &mut Rng) -> Step {
        let start = self.offsets[context as usize];
        let count = self.offsets[context as usize + 1] - start;
        self.occurrences[(start + rng.random_range(0..count)) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus() -> Corpus {
        // "a b a b c", "b a", "a"
        let documents: [&[u32]; 3] = [&[1, 2, 1, 2, 3], &[2, 1], &[1]];
        Corpus::from_documents(documents.map(|d| d.iter().map(|&t| TokenId(t)).collect::<Vec<_>>()))
    }

    /// Counts every n-gram, padded and closed, the slow way.
    fn brute_force_probability(
        corpus: &Corpus,
        order: usize,
        context: &[TokenId],
        next: TokenId,
    ) -> Option<f64> {
        let (mut seen, mut followed) = (0, 0);
        let wanted = |document: &[TokenId]| {
            let mut padded = vec![TokenId::BOUNDARY; order - 1];
            padded.extend(document);
            padded[padded.len() - (order - 1)..].to_vec()
        };
        for document in corpus.documents() {
            for end in 0..=document.len() {
                if wanted(&document[..end]) == wanted(context) {
                    seen += 1;
                    followed += u32::from(document.get(end).copied().unwrap_or(TokenId::BOUNDARY) == next);
                }
            }
        }
        (seen > 0).then(|| f64::from(followed) / f64::from(seen))
    }

    #[test]
    fn probabilities_are_relative_frequencies() {
        let corpus = corpus();
        for order in ORDERS {
            let model = NgramModel::new(&corpus, order);
            for document in corpus.documents() {
                for end in 0..=document.len() {
                    for next in (0..4).map(TokenId) {
                        assert_eq!(
                            model.probability(&document[..end], next),
                            brute_force_probability(&corpus, order, &document[..end], next),
                            "order {order}, context {:?}, next {next:?}",
                            &document[..end]
                        );
                    }
                }
            }
        }
    }
}
