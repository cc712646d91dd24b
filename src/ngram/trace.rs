//! Documents, with the n-gram that ends at each of their places.

use std::ops::Range;

use crate::corpus::{Corpus, CorpusWriter, PADDING};

/// Documents as a model reads and writes them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trace {
    pub(crate) corpus: Corpus,
    /// For each place of `Corpus::predicted`, the number of the n-gram that ends there.
    pub(crate) places: Vec<u32>,
    /// For each place, which reading of a human text it descends from; empty unless that is followed.
    pub(crate) founders: Vec<u32>,
}

impl Trace {
    /// Keeps the first `documents` documents.
    pub(crate) fn truncate(&mut self, documents: usize) {
        let kept = self.corpus.start_of(documents) - PADDING;
        self.places.truncate(kept);
        self.founders.truncate(kept);
        self.corpus.truncate(documents);
    }

    /// Appends these documents of another trace, in this order; their founders too, unless somebody else sees to
    /// that.
    pub(crate) fn extend(&mut self, from: &Self, documents: impl Iterator<Item = usize>) {
        let mut writer = CorpusWriter::onto(&mut self.corpus);
        for document in documents {
            let range = from.range(document);
            writer.push(from.corpus.document(document));
            self.places.extend_from_slice(&from.places[range.clone()]);
            self.founders.extend_from_slice(from.founders.get(range).unwrap_or_default());
        }
        self.corpus = writer.finish();
    }

    /// The places of one document, its closing boundary included.
    pub(crate) fn range(&self, document: usize) -> Range<usize> {
        self.corpus.start_of(document) - PADDING..self.corpus.start_of(document + 1) - PADDING
    }
}
