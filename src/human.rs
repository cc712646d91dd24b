//! The human corpus: what the first model is trained on, and everything later generations are compared with.

use crate::corpus::{Corpus, CorpusWriter, TokenId};
use crate::error::Error;
use crate::order::descending;
use crate::text::{Text, Tokenizer};
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

        let spelling = |t: usize| text.types()[t].clone();
        let index = |token: u32| token as usize;
        let train = || text.documents().take(trained);
        let held_out = || text.documents().skip(trained).take(held_out);
        Ok(Self::assemble((text.tokenizer(), text.types().len(), &spelling), index, train, held_out))
    }

    /// The same held-out part, but the first `documents` documents only to train on: less human text of the same kind.
    ///
    /// # Errors
    /// If `documents` is below 2 or above the number of documents in [`HumanCorpus::train`].
    pub fn first(&self, documents: usize) -> Result<Self, Error> {
        let available = self.train.document_count();
        if !(2..=available).contains(&documents) {
            let allowed = format!("a whole number from 2 to {available}, the sentences to train on");
            return Err(Error::out_of_range("documents", documents, allowed));
        }
        let spelling = |t: usize| self.vocabulary.spelling(TokenId(t as u32)).to_owned();
        let types = (self.vocabulary.tokenizer(), self.vocabulary.len(), &spelling as _);
        let train = || self.train.documents().take(documents);
        Ok(Self::assemble(types, TokenId::index, train, || self.held_out.documents()))
    }

    /// Ranks the types of these documents, with `index` into a list of so many spellings.
    fn assemble<'d, T: Copy + 'd, I: Iterator<Item = &'d [T]>, J: Iterator<Item = &'d [T]>>(
        (tokenizer, types, spelling): (Tokenizer, usize, &dyn Fn(usize) -> String),
        index: impl Fn(T) -> usize,
        train: impl Fn() -> I,
        held_out: impl Fn() -> J,
    ) -> Self {
        let mut counts = vec![0_u32; types];
        for &token in train().flatten() {
            counts[index(token)] += 1;
        }
        // Rank is identity: the most frequent type is 1. Ties keep the order that they had. Types that only the
        // held-out part knows come last.
        let mut seen = counts.iter().map(|&count| count > 0).collect::<Vec<_>>();
        for &token in held_out().flatten() {
            seen[index(token)] = true;
        }
        let ranked = descending(counts.iter().copied()).filter(|&t| seen[t]).collect::<Vec<_>>();

        let mut ids = vec![TokenId::BOUNDARY; counts.len()];
        let mut spellings = Vec::with_capacity(ranked.len() + 1);
        spellings.push(String::new());
        for &t in &ranked {
            ids[t] = TokenId(spellings.len() as u32);
            spellings.push(spelling(t));
        }
        let corpus = |documents: &mut dyn Iterator<Item = &'d [T]>| {
            let mut writer = CorpusWriter::default();
            let mut encoded = Vec::new();
            for document in documents {
                encoded.clear();
                encoded.extend(document.iter().map(|&t| ids[index(t)]));
                writer.push(&encoded);
            }
            writer.finish()
        };
        let (train, held_out) = (corpus(&mut train()), corpus(&mut held_out()));
        let counts = train.counts(spellings.len());
        Self { vocabulary: Vocabulary::new(tokenizer, spellings), train, held_out, counts }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn less_text_is_ranked_anew_and_holds_out_the_same() {
        let text = Text::new("a b b. c b c. c c c. d a e. b c f.", Tokenizer::Word).unwrap();
        let all = HumanCorpus::new(&text, Some(4)).unwrap();
        let first = all.first(2).unwrap();
        let prose = |human: &HumanCorpus, corpus: &Corpus| {
            corpus.documents().map(|document| human.vocabulary().detokenize(document)).collect::<Vec<_>>()
        };
        assert_eq!(prose(&first, first.train()), prose(&all, all.train())[..2]);
        assert_eq!(prose(&first, first.held_out()), prose(&all, all.held_out()));
        assert_eq!(first.counts()[0], 2);
        assert!(first.counts()[1..].is_sorted_by(|a, b| a >= b), "{:?}", first.counts());
        assert_eq!(first.counts()[1..].iter().sum::<u32>() as usize, first.train().token_count());
        let same = all.first(4).unwrap();
        assert_eq!(same.counts(), all.counts());
        assert!(same.train().documents().eq(all.train().documents()));
        for documents in [0, 1, 5] {
            let refusal = all.first(documents).unwrap_err().to_string();
            assert!(
                refusal.contains(&format!("documents is {documents}; it must be a whole number from 2 to 4"))
            );
        }
    }
}
