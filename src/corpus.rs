//! A corpus: documents of tokens, laid out so that n-grams can be read without looking for document ends.

/// A token type, numbered by its rank in the human corpus: 1 is the most frequent.
///
/// 0 is [`TokenId::BOUNDARY`], which is no word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(transparent)]
pub struct TokenId(pub u32);

impl TokenId {
    /// The edge of a document. After the last token it is EOS; before the first, repeated as often as the
    /// order asks, it is BOS.
    pub const BOUNDARY: Self = Self(0);

    /// The id as an index.
    #[must_use]
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Boundaries before the first document and after the last: as many as the longest context (order 5) reaches.
pub(crate) const PADDING: usize = 4;

/// Documents of tokens in one flat array, each closed by a [`TokenId::BOUNDARY`].
///
/// A single boundary stands between two documents. Whoever reads a context stops at it, so that the
/// boundary serves as the EOS of one document and as all the BOS of the next.
#[derive(Debug, Clone)]
pub struct Corpus {
    /// `PADDING` boundaries, the closed documents, `PADDING` boundaries.
    padded: Vec<TokenId>,
    /// For each document, the place in `padded` behind its closing boundary.
    ends: Vec<u32>,
}

impl Corpus {
    /// Collects documents in order.
    pub fn from_documents<D: AsRef<[TokenId]>>(documents: impl IntoIterator<Item = D>) -> Self {
        let mut writer = CorpusWriter::default();
        for document in documents {
            writer.push(document.as_ref());
        }
        writer.finish()
    }

    /// How many documents there are.
    #[must_use]
    pub fn document_count(&self) -> usize {
        self.ends.len()
    }

    /// How many tokens there are, boundaries not counted.
    #[must_use]
    pub fn token_count(&self) -> usize {
        self.padded.len() - 2 * PADDING - self.ends.len()
    }

    /// Where document `index` begins in the padded array; for the number of documents, where the last one ends.
    pub(crate) fn start_of(&self, index: usize) -> usize {
        if index == 0 { PADDING } else { self.ends[index - 1] as usize }
    }

    /// The document that holds a place of `Corpus::predicted`, and how many of its tokens stand before the place.
    pub(crate) fn locate(&self, place: usize) -> (usize, usize) {
        let place = place + PADDING;
        let document = self.ends.partition_point(|&end| end as usize <= place);
        (document, place - self.start_of(document))
    }

    /// Keeps the first `documents` documents.
    pub(crate) fn truncate(&mut self, documents: usize) {
        self.padded.truncate(self.start_of(documents));
        self.padded.extend([TokenId::BOUNDARY; PADDING]);
        self.ends.truncate(documents);
    }

    /// One document, without its boundary.
    ///
    /// # Panics
    /// If `index` is not below [`Corpus::document_count`].
    #[must_use]
    pub fn document(&self, index: usize) -> &[TokenId] {
        &self.padded[self.start_of(index)..self.ends[index] as usize - 1]
    }

    /// All documents in order, without their boundaries.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &[TokenId]> {
        (0..self.document_count()).map(|index| self.document(index))
    }

    /// Occurrences of each token id below `types`, the boundary's (one a document) at 0.
    #[must_use]
    pub fn counts(&self, types: usize) -> Vec<u32> {
        let mut counts = vec![0; types];
        for token in self.predicted() {
            counts[token.index()] += 1;
        }
        counts
    }

    /// The whole array, padding included.
    pub(crate) fn padded(&self) -> &[TokenId] {
        &self.padded
    }

    /// Everything that a model has to predict: each document's tokens and its closing boundary.
    pub(crate) fn predicted(&self) -> &[TokenId] {
        &self.padded[PADDING..self.padded.len() - PADDING]
    }
}

/// Writes a [`Corpus`] document by document.
#[derive(Debug)]
pub(crate) struct CorpusWriter {
    padded: Vec<TokenId>,
    ends: Vec<u32>,
}

impl Default for CorpusWriter {
    fn default() -> Self {
        Self { padded: vec![TokenId::BOUNDARY; PADDING], ends: Vec::new() }
    }
}

impl Default for Corpus {
    fn default() -> Self {
        CorpusWriter::default().finish()
    }
}

impl CorpusWriter {
    /// Goes on behind the last document of a corpus, and leaves an empty shell of it.
    pub(crate) fn onto(corpus: &mut Corpus) -> Self {
        let (mut padded, ends) = (std::mem::take(&mut corpus.padded), std::mem::take(&mut corpus.ends));
        padded.truncate(padded.len() - PADDING);
        Self { padded, ends }
    }

    /// Writes into the memory of a corpus that nobody needs any more, and leaves an empty shell of it.
    pub(crate) fn over(corpus: &mut Corpus) -> Self {
        let (mut padded, mut ends) = (std::mem::take(&mut corpus.padded), std::mem::take(&mut corpus.ends));
        padded.clear();
        padded.extend([TokenId::BOUNDARY; PADDING]);
        ends.clear();
        Self { padded, ends }
    }

    /// Appends a document and closes it.
    #[inline]
    pub(crate) fn push(&mut self, document: &[TokenId]) {
        self.push_closed(document.iter().copied().chain([TokenId::BOUNDARY]));
    }

    /// Appends a document whose last token is its closing boundary.
    #[inline]
    pub(crate) fn push_closed(&mut self, document: impl Iterator<Item = TokenId>) {
        self.padded.extend(document);
        self.ends.push(self.padded.len() as u32);
    }

    pub(crate) fn finish(mut self) -> Corpus {
        self.padded.extend([TokenId::BOUNDARY; PADDING]);
        Corpus { padded: self.padded, ends: self.ends }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_come_back_as_they_went_in() {
        let documents = [vec![TokenId(1), TokenId(2)], vec![], vec![TokenId(3)]];
        let corpus = Corpus::from_documents(&documents);
        assert!(corpus.documents().eq(documents.iter().map(Vec::as_slice)));
        assert_eq!(corpus.token_count(), 3);
        assert_eq!(corpus.counts(4), [3, 1, 1, 1]);
    }

    #[test]
    fn documents_can_be_appended_and_cut() {
        let documents = [vec![TokenId(1), TokenId(2)], vec![], vec![TokenId(3)]];
        let mut corpus = Corpus::from_documents(&documents[..1]);
        let mut writer = CorpusWriter::onto(&mut corpus);
        documents[1..].iter().for_each(|document| writer.push(document));
        let mut corpus = writer.finish();
        assert!(corpus.documents().eq(documents.iter().map(Vec::as_slice)));
        corpus.truncate(2);
        assert!(corpus.documents().eq(documents[..2].iter().map(Vec::as_slice)));
        assert_eq!((corpus.token_count(), corpus.padded().len()), (2, 2 * PADDING + 4));
        corpus.truncate(0);
        assert_eq!((corpus.document_count(), corpus.token_count()), (0, 0));
    }
}
