//! The n-gram model: maximum likelihood, drawn from in constant time.
//!
//! A maximum-likelihood draw is "pick one earlier occurrence of this context at random and copy the token that
//! followed". Training therefore only has to put occurrences with the same context side by side ([`NgramOrder`]
//! sorts them), and a draw is one random number and one array read.

mod sort;

pub use sort::NgramOrder;

use rand::RngExt as _;

use crate::corpus::{Corpus, PADDING, TokenId};
use crate::decoding::Draw;
use crate::rng::Rng;

/// Smallest and largest order of a model.
pub const ORDERS: std::ops::RangeInclusive<usize> = 1..=5;

/// One occurrence in the training corpus: what followed, and in which context that leaves the writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) next: TokenId,
    pub(crate) context: u32,
}

/// A maximum-likelihood n-gram model, not smoothed: p(w | context) = count(context w) / count(context).
///
/// The context is the n − 1 preceding tokens of the same document, fewer at its head (padded with BOS).
#[derive(Debug, Clone, Default)]
pub struct NgramModel {
    order: usize,
    /// Occurrences of context `c` stand at `offsets[c]..offsets[c + 1]`.
    offsets: Vec<u32>,
    occurrences: Vec<Occurrence>,
    /// Scratch: the context of each place in the corpus.
    contexts: Vec<u32>,
}

/// The context at the head of a document. Its last token is the boundary, which sorts before all words.
pub(crate) const OPENING: u32 = 0;

impl NgramModel {
    /// Trains a model of the given order.
    ///
    /// # Panics
    /// If `order` is not within [`ORDERS`].
    #[must_use]
    pub fn new(corpus: &Corpus, order: usize) -> Self {
        assert!(ORDERS.contains(&order), "order is {order}; it must be from 1 to 5");
        let mut places = NgramOrder::new(&corpus.counts(types_in(corpus)), corpus);
        for _ in 1..order {
            places.extend(corpus);
        }
        let mut model = Self::default();
        model.train(corpus, &places);
        model
    }

    /// Replaces this model by one trained on `corpus`, keeping its memory. The order is one more than the
    /// length to which `places` is sorted.
    pub(crate) fn train(&mut self, corpus: &Corpus, places: &NgramOrder) {
        self.order = places.length() + 1;
        match places.length() {
            0 => self.train_unigram(corpus),
            1 => self.train_grouped::<1>(corpus, places),
            2 => self.train_grouped::<2>(corpus, places),
            3 => self.train_grouped::<3>(corpus, places),
            _ => self.train_grouped::<4>(corpus, places),
        }
    }

    fn train_unigram(&mut self, corpus: &Corpus) {
        let predicted = corpus.predicted();
        self.offsets.clear();
        self.offsets.extend([0, predicted.len() as u32]);
        self.occurrences.clear();
        self.occurrences.extend(predicted.iter().map(|&next| Occurrence { next, context: OPENING }));
    }

    fn train_grouped<const LENGTH: usize>(&mut self, corpus: &Corpus, places: &NgramOrder) {
        let padded = corpus.padded();
        // Places outside the documents sort among the others; they predict nothing.
        let predicted = PADDING as u32..(padded.len() - PADDING) as u32;
        let places = places.starts().iter().map(|&start| start + LENGTH as u32);
        let places = places.filter(|place| predicted.contains(place));

        self.offsets.clear();
        self.contexts.clear();
        self.contexts.resize(padded.len(), OPENING);
        let mut previous = None;
        for (occurrence, place) in places.clone().enumerate() {
            let context = context::<LENGTH>(padded, place as usize);
            if previous != Some(context) {
                previous = Some(context);
                self.offsets.push(occurrence as u32);
            }
            self.contexts[place as usize] = self.offsets.len() as u32 - 1;
        }
        self.offsets.push(predicted.len() as u32);

        self.occurrences.clear();
        self.occurrences.extend(places.map(|place| {
            let place = place as usize;
            Occurrence { next: padded[place], context: self.contexts[place + 1] }
        }));
    }

    /// The order n: a token depends on the n − 1 before it.
    #[must_use]
    pub fn order(&self) -> usize {
        self.order
    }

    /// How many different contexts occur.
    #[must_use]
    pub fn context_count(&self) -> usize {
        self.offsets.len() - 1
    }

    /// What followed context `context`, once for every occurrence.
    pub(crate) fn followers(&self, context: u32) -> &[Occurrence] {
        let context = context as usize;
        &self.occurrences[self.offsets[context] as usize..self.offsets[context + 1] as usize]
    }

    /// For each token and boundary that the training corpus predicts, in its order, how many occurrences its
    /// context has.
    pub(crate) fn choices(&self) -> Vec<u32> {
        let count = |context: u32| self.followers(context).len() as u32;
        match self.order {
            1 => vec![count(OPENING); self.occurrences.len()],
            _ => self.contexts[PADDING..PADDING + self.occurrences.len()].iter().map(|&c| count(c)).collect(),
        }
    }

    /// The maximum-likelihood probability of `next` behind `context`, the tokens before it in its document;
    /// `None` if the context was never seen.
    #[must_use]
    pub fn probability(&self, context: &[TokenId], next: TokenId) -> Option<f64> {
        let followers = self.followers(self.find(context)?);
        let matching = followers.iter().filter(|follower| follower.next == next).count();
        Some(matching as f64 / followers.len() as f64)
    }

    /// The context that the tokens of `document` lead to.
    fn find(&self, document: &[TokenId]) -> Option<u32> {
        let mut context = OPENING;
        for &token in document {
            context = self.followers(context).iter().find(|follower| follower.next == token)?.context;
        }
        Some(context)
    }
}

impl Draw for NgramModel {
    #[inline]
    fn draw(&self, context: u32, rng: &mut Rng) -> (TokenId, u32) {
        let start = self.offsets[context as usize];
        let count = self.offsets[context as usize + 1] - start;
        let occurrence = self.occurrences[(start + rng.random_range(0..count)) as usize];
        (occurrence.next, occurrence.context)
    }
}

/// The `LENGTH` tokens before `place`, most recent first, with nothing from beyond the document's head.
#[inline]
fn context<const LENGTH: usize>(padded: &[TokenId], place: usize) -> [u32; LENGTH] {
    let window = &padded[place - LENGTH..place];
    let mut context = [0; LENGTH];
    let mut inside = u32::MAX;
    for (slot, token) in context.iter_mut().zip(window.iter().rev()) {
        inside = if token.0 == 0 { 0 } else { inside };
        *slot = token.0 & inside;
    }
    context
}

/// One more than the largest id in a corpus.
fn types_in(corpus: &Corpus) -> usize {
    corpus.padded().iter().map(|token| token.index() + 1).max().unwrap_or(1)
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
