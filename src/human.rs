//! The human corpus: what the first model is trained on, and everything later generations are compared with.

use crate::corpus::{Corpus, CorpusWriter, TokenId};
use crate::error::Error;
use crate::order::descending;
use crate::text::Text;
use crate::vocabulary::Vocabulary;

/// One document in so many is held out of a whole text.
const HELD_OUT_SHARE: usize = 10;

/// Human documents with their vocabulary, and a held-out part that no generation trains on.
#[derive(Debug, Clone)]
pub struct HumanCorpus {
    vocabulary: Vocabulary,
    train: Corpus,
    held_out: Corpus,
    counts: Vec<u32>,
}

impl HumanCorpus {
    /// Cuts a corpus from a text: the first `documents` documents train, the tenth part that follows is held
    /// out. `None` stands for nine tenths of the text (all but the last tenth of its documents).
    ///
    /// # Errors
    /// If `documents` is below 2 or above the number of documents in the text.
    pub fn new(text: &Text, documents: Option<usize>) -> Result<Self, Error> {
        let available = text.document_count();
        let trained = documents.unwrap_or(available - available / HELD_OUT_SHARE);
        if !(2..=available).contains(&trained) {
            let allowed = format!("a whole number from 2 to {available}, the sentences of this text");
            return Err(Error::out_of_range("documents", trained, allowed));
        }
        let held_out = (available - trained).min(trained.div_ceil(HELD_OUT_SHARE - 1));

        let mut counts = vec![0_u32; text.types().len()];
        for &token in text.documents().take(trained).flatten() {
            counts[token as usize] += 1;
        }
        // Rank is identity: the most frequent type is 1. Ties keep the order of first appearance. Types that only
        // the held-out part knows come last.
        let mut seen = counts.iter().map(|&count| count > 0).collect::<Vec<_>>();
        for &token in text.documents().skip(trained).take(held_out).flatten() {
            seen[token as usize] = true;
        }
        let ranked = descending(counts.iter().copied()).filter(|&t| seen[t]).collect::<Vec<_>>();

        let mut ids = vec![TokenId::BOUNDARY; counts.len()];
        let mut spellings = Vec::with_capacity(ranked.len() + 1);
        spellings.push(String::new());
        for &t in &ranked {
            ids[t] = TokenId(spellings.len() as u32);
            spellings.push(text.types()[t].clone());
        }
        let corpus = |documents: &mut dyn Iterator<Item = &[u32]>| {
            let mut writer = CorpusWriter::default();
            let mut encoded = Vec::new();
            for document in documents {
                encoded.clear();
                encoded.extend(document.iter().map(|&t| ids[t as usize]));
                writer.push(&encoded);
            }
            writer.finish()
        };
        let train = corpus(&mut text.documents().take(trained));
        let held_out = corpus(&mut text.documents().skip(trained).take(held_out));
        let counts = train.counts(spellings.len());
        Ok(Self { vocabulary: Vocabulary::new(text.tokenizer(), spellings), train, held_out, counts })
    }

    /// Spellings by [`TokenId`]; held-out types included.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The documents that generation 0 consists of.
    #[must_use]
    pub fn train(&self) -> &Corpus {
        &self.train
    }

    /// The documents that no generation trains on; empty if the text has none to spare.
    #[must_use]
    pub fn held_out(&self) -> &Corpus {
        &self.held_out
    }

    /// Occurrences in [`HumanCorpus::train`] by [`TokenId`], descending from id 1 on; the number of documents at 0.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }
}
