//! How often each document holds each n-gram.

use super::suffix::SuffixArray;
use crate::corpus::{Corpus, TokenId};

/// The n-grams of a corpus, of all lengths at once.
#[derive(Debug)]
pub(super) struct Occurrences {
    suffixes: SuffixArray,
    /// By place in `predicted`: the document.
    document_at: Vec<u32>,
    documents: usize,
}

impl Occurrences {
    pub(super) fn new(corpus: &Corpus) -> Self {
        let text = corpus.predicted().iter().map(|token| token.0).collect::<Vec<_>>();
        let mut document = 0;
        let document_at = text.iter().map(|&token| {
            let this = document;
            document += u32::from(token == TokenId::BOUNDARY.0);
            this
        });
        let document_at = document_at.collect();
        Self { suffixes: SuffixArray::new(&text), document_at, documents: corpus.document_count() }
    }

    /// Calls `visit` once for each different n-gram within documents, with the documents that hold it and how often
    /// each does.
    pub(super) fn for_each(&self, n: u32, mut visit: impl FnMut(&[(u32, u32)])) {
        // By document: its place on the list of holders, if it is there.
        let mut listed = vec![0_u32; self.documents];
        let mut holders = Vec::<(u32, u32)>::new();
        for places in self.suffixes.ngrams(n) {
            holders.clear();
            for &place in places {
                let document = self.document_at[place as usize];
                let listed = &mut listed[document as usize];
                if let Some(holder) = holders.get_mut(*listed as usize).filter(|holder| holder.0 == document)
                {
                    holder.1 += 1;
                } else {
                    *listed = holders.len() as u32;
                    holders.push((document, 1));
                }
            }
            visit(&holders);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let documents = [&[1, 2, 1, 2][..], &[], &[2, 1, 2], &[3]];
        let documents = documents.map(|d| d.iter().map(|&t| TokenId(t)).collect::<Vec<_>>());
        let occurrences = Occurrences::new(&Corpus::from_documents(&documents));
        let of = |n| {
            let mut all = Vec::new();
            occurrences.for_each(n, |holders| {
                let mut holders = holders.to_vec();
                holders.sort_unstable();
                all.push(holders);
            });
            all
        };
        assert_eq!(of(1), [vec![(0, 2), (2, 1)], vec![(0, 2), (2, 2)], vec![(3, 1)]]);
        assert_eq!(of(2), [vec![(0, 2), (2, 1)], vec![(0, 1), (2, 1)]]);
        assert_eq!(of(3), [vec![(0, 1)], vec![(0, 1), (2, 1)]]);
        assert_eq!(of(4), [vec![(0, 1)]]);
        assert!(of(5).is_empty());
    }
}
