//! Places of a corpus in the order of the n-grams that begin there.

use crate::corpus::{Corpus, PADDING, TokenId};

/// Places of a corpus sorted by the `length` tokens that begin there, the last of them first in rank.
///
/// [`NgramOrder::extend`] makes the order one token longer with one counting sort. Training reads the order at
/// length n − 1, the metrics read it at lengths 1 to 4: one series of sorts serves both.
#[derive(Debug, Clone, Default)]
pub struct NgramOrder {
    length: usize,
    starts: Vec<u32>,
    scratch: Vec<u32>,
    /// How often each token id is the key of a sort. The padding makes this the same for every length.
    keys: Vec<u32>,
    cursors: Vec<u32>,
}

impl NgramOrder {
    /// Places in the order of the corpus (length 0). `counts` are those of [`Corpus::counts`].
    #[must_use]
    pub fn new(counts: &[u32], corpus: &Corpus) -> Self {
        let mut order = Self::default();
        order.reset(counts, corpus);
        order
    }

    /// Begins anew with another corpus, keeping the memory.
    pub(crate) fn reset(&mut self, counts: &[u32], corpus: &Corpus) {
        self.length = 0;
        self.keys.clear();
        self.keys.extend_from_slice(counts);
        self.keys[TokenId::BOUNDARY.index()] += PADDING as u32;
        self.starts.clear();
        self.starts.resize(corpus.padded().len() - PADDING, 0);
        self.scratch.resize(self.starts.len(), 0);
    }

    /// How many tokens the places are sorted by.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// The sorted places, as indices into the padded corpus. At length 0 they are not filled in.
    pub(crate) fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// Sorts by one more token.
    ///
    /// # Panics
    /// If the length would exceed the padding of a corpus, 4.
    pub fn extend(&mut self, corpus: &Corpus) {
        assert!(self.length < PADDING, "n-grams are sorted up to length {PADDING}");
        self.cursors.clear();
        self.cursors.extend(self.keys.iter().scan(0, |sum, &count| {
            let start = *sum;
            *sum += count;
            Some(start)
        }));
        let key = &corpus.padded()[self.length..];
        let mut place = |start: u32| {
            let cursor = &mut self.cursors[key[start as usize].index()];
            self.scratch[*cursor as usize] = start;
            *cursor += 1;
        };
        if self.length == 0 {
            (0..self.starts.len() as u32).for_each(&mut place);
        } else {
            self.starts.iter().copied().for_each(&mut place);
        }
        std::mem::swap(&mut self.starts, &mut self.scratch);
        self.length += 1;
    }

    /// Calls `visit` once for every different n-gram of this length that lies within a document, in sorted
    /// order, with its tokens, the last one first.
    ///
    /// # Panics
    /// If `LENGTH` is not the length that the places are sorted by.
    #[inline]
    pub(crate) fn for_each_distinct<const LENGTH: usize>(
        &self,
        corpus: &Corpus,
        mut visit: impl FnMut([u32; LENGTH]),
    ) {
        assert_eq!(LENGTH, self.length, "the places are sorted by {} tokens", self.length);
        let padded = corpus.padded();
        let mut previous = [0; LENGTH];
        for &start in &self.starts {
            let window = &padded[start as usize..start as usize + LENGTH];
            let mut ngram = [0; LENGTH];
            let mut within = true;
            for (slot, token) in ngram.iter_mut().zip(window.iter().rev()) {
                *slot = token.0;
                within &= token.0 != 0;
            }
            if within & (ngram != previous) {
                visit(ngram);
            }
            previous = ngram;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_distinct_ngram_is_visited_once_and_in_order() {
        let documents = [vec![3, 1, 2, 1, 2, 1], vec![1], vec![], vec![2, 1, 2, 1, 3, 3, 3, 3]];
        let documents = documents.map(|d| d.into_iter().map(TokenId).collect::<Vec<_>>());
        let corpus = Corpus::from_documents(&documents);
        let mut order = NgramOrder::new(&corpus.counts(4), &corpus);
        order.extend(&corpus);
        order.extend(&corpus);
        order.extend(&corpus);
        let mut visited = Vec::new();
        order.for_each_distinct::<3>(&corpus, |ngram| visited.push(ngram));
        let expected = documents.iter().flat_map(|d| d.windows(3));
        let expected = expected.map(|w| [w[2].0, w[1].0, w[0].0]).collect::<BTreeSet<_>>();
        assert_eq!(visited, expected.into_iter().collect::<Vec<_>>());
    }
}
