//! What a corpus has from the human one: passages, fragments, and what no human wrote.

use super::suffix::SuffixArray;
use crate::corpus::{Corpus, TokenId};

/// From so many tokens in a row on, verbatim human text counts as a passage.
pub const PASSAGE: usize = 8;

/// Where a written token comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It stands in a verbatim human passage of at least [`PASSAGE`] tokens, or in a document that is, as a whole, a
    /// human document.
    Kept,
    /// It stands in a fragment of human text that is shorter: torn out and put elsewhere.
    Distorted,
    /// It completes an n-gram, one token longer than the model's order, that no human wrote.
    Invented,
}

/// How much of a written corpus is human text. Everything is measured within documents: of the written corpus and of
/// the human one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Copying {
    /// Share of the written 8-grams ([`PASSAGE`]) that the human corpus holds. NaN if no document has one.
    pub copy_rate: f64,
    /// Length in tokens of the longest run that stands verbatim in the human corpus.
    pub longest_copy: usize,
    /// Share of the written tokens that are [`Origin::Kept`]. The three shares sum to 1; they are NaN of no tokens.
    pub kept: f64,
    /// Share of the written tokens that are [`Origin::Distorted`].
    pub distorted: f64,
    /// Share of the written tokens that are [`Origin::Invented`]. A document's first tokens, as many as the order, are
    /// never: too little stands before them.
    pub invented: f64,
    /// Share of the written n-grams, one token longer than the order, that the human corpus holds. NaN if no
    /// document has one.
    pub precision: f64,
}

impl Copying {
    /// Compares a written corpus with the human one; `order` is that of the model that wrote it.
    #[must_use]
    pub fn of(human: &Corpus, written: &Corpus, order: usize) -> Self {
        let matches = Matches::new(human, written);
        let origins = matches.origins(written, order);
        let share = |origin| {
            let tokens = origins.iter().filter(|&&o| o == origin).count();
            tokens as f64 / origins.len() as f64
        };
        Self {
            copy_rate: matches.attested(PASSAGE),
            longest_copy: matches.lengths.iter().max().map_or(0, |&length| length as usize),
            kept: share(Origin::Kept),
            distorted: share(Origin::Distorted),
            invented: share(Origin::Invented),
            precision: matches.attested(order + 1),
        }
    }
}

/// The origin of every written token, document by document, boundaries left out; `order` is that of the model that
/// wrote them.
#[must_use]
pub fn classify(human: &Corpus, written: &Corpus, order: usize) -> Vec<Origin> {
    Matches::new(human, written).origins(written, order)
}

/// Where a written corpus agrees with the human one, by place in its `predicted`.
struct Matches {
    /// Length of the longest run of tokens from here that the human corpus holds.
    lengths: Vec<u32>,
    /// Whether a document begins here that is a human document.
    whole: Vec<bool>,
    /// How many tokens there are up to the end of the document.
    room: Vec<u32>,
}

impl Matches {
    fn new(human: &Corpus, written: &Corpus) -> Self {
        let border = human.predicted().len();
        let text = human.predicted().iter().chain(written.predicted());
        let text = text.map(|token| token.0).collect::<Vec<_>>();
        let suffixes = SuffixArray::new(&text);
        let lengths = suffixes.matches_across(border);
        let whole = whole_documents(&text, &suffixes, border);
        let mut room = suffixes.room;
        room.drain(..border);
        Self { lengths, whole, room }
    }

    /// Share of the written n-grams that humans wrote.
    fn attested(&self, n: usize) -> f64 {
        let count = |lengths: &[u32]| lengths.iter().filter(|&&length| length as usize >= n).count();
        count(&self.lengths) as f64 / count(&self.room) as f64
    }

    fn origins(&self, written: &Corpus, order: usize) -> Vec<Origin> {
        let mut origins = Vec::with_capacity(written.token_count());
        let mut start = 0;
        for document in written.documents() {
            let end = start + document.len();
            // All passages that began so far end before this place.
            let mut reach = if self.whole[start] { end } else { start };
            for place in start..end {
                let length = self.lengths[place] as usize;
                if length >= PASSAGE {
                    // No later run ends before an earlier one.
                    reach = place + length;
                }
                let invented = place >= start + order && (self.lengths[place - order] as usize) < order + 1;
                origins.push(match (invented, place < reach) {
                    (true, _) => Origin::Invented,
                    (false, true) => Origin::Kept,
                    (false, false) => Origin::Distorted,
                });
            }
            start = end + 1;
        }
        origins
    }
}

/// By place from `border` on: whether a document begins there that also stands, as a whole, before the border.
fn whole_documents(text: &[u32], suffixes: &SuffixArray, border: usize) -> Vec<bool> {
    let begins = |place: usize| place == 0 || text[place - 1] == TokenId::BOUNDARY.0;
    let mut whole = vec![false; text.len() - border];
    // Suffixes that agree up to the ends of both documents are neighbours. It is enough that one ends where they
    // part: an end is smaller than any token, so the other, which stands before it, ends there too.
    let room = |at: usize| suffixes.room[suffixes.places[at] as usize];
    let mut start = 0;
    while start < text.len() {
        let mut end = start + 1;
        while end < text.len() && suffixes.shared[end] == room(end) {
            end += 1;
        }
        let beginnings = suffixes.places[start..end].iter().map(|&place| place as usize);
        let beginnings = beginnings.filter(|&place| begins(place));
        if beginnings.clone().any(|place| place < border) {
            for place in beginnings.filter(|&place| place >= border) {
                whole[place - border] = true;
            }
        }
        start = end;
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::Origin::{Distorted as D, Invented as I, Kept as K};
    use super::*;

    fn corpus(documents: &[&[u32]]) -> Corpus {
        Corpus::from_documents(documents.iter().map(|d| d.iter().map(|&t| TokenId(t)).collect::<Vec<_>>()))
    }

    const HUMAN: [&[u32]; 3] = [&[1, 2, 3, 4, 5, 6, 7, 8, 9], &[10, 11, 12], &[2, 20]];

    #[test]
    fn a_passage_is_kept_and_the_seam_is_invented() {
        let human = corpus(&HUMAN);
        // Eight tokens of a document, then two that no human wrote behind them, then a fragment of three.
        let written = corpus(&[&[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12], &[2, 3, 4]]);
        let origins = classify(&human, &written, 2);
        assert_eq!(origins, [K, K, K, K, K, K, K, K, I, I, D, D, D, D]);
        let copying = Copying::of(&human, &written, 2);
        assert_eq!((copying.kept, copying.invented, copying.distorted), (8. / 14., 2. / 14., 4. / 14.));
        assert_eq!((copying.copy_rate, copying.longest_copy), (0.25, 8));
        assert_eq!(copying.precision, 8.0 / 10.0);
        // One token fewer is no passage.
        let origins = classify(&human, &corpus(&[&[2, 3, 4, 5, 6, 7, 8, 1]]), 1);
        assert_eq!(origins, [D, D, D, D, D, D, D, I]);
    }

    #[test]
    fn a_short_document_is_kept_as_a_whole_only() {
        let human = corpus(&HUMAN);
        let written = corpus(&[&[10, 11, 12], &[10, 11], &[11, 12], &[2, 20], &[2], &[], &[20]]);
        let origins = classify(&human, &written, 3);
        assert_eq!(origins, [K, K, K, D, D, D, D, K, K, D, D]);
        let Copying { copy_rate, longest_copy, precision, .. } = Copying::of(&human, &written, 3);
        assert!(copy_rate.is_nan() && precision.is_nan(), "no document is that long");
        assert_eq!(longest_copy, 3);
    }

    /// What humans wrote in two documents is no human text if it stands in one.
    #[test]
    fn nothing_matches_across_documents() {
        let human = corpus(&[&[1, 2, 3, 4], &[5, 6, 7, 8]]);
        let copying = Copying::of(&human, &corpus(&[&[1, 2, 3, 4, 5, 6, 7, 8]]), 1);
        assert_eq!((copying.copy_rate, copying.longest_copy), (0.0, 4));
        assert_eq!((copying.invented, copying.precision), (1.0 / 8.0, 6.0 / 7.0));
        let apart = Copying::of(&corpus(&[&[1, 2, 3, 4, 5, 6, 7, 8]]), &human, 1);
        assert!(apart.copy_rate.is_nan());
        assert_eq!((apart.longest_copy, apart.distorted), (4, 1.0));
    }

    #[test]
    fn no_tokens() {
        let human = corpus(&HUMAN);
        for written in [corpus(&[]), corpus(&[&[], &[]])] {
            let Copying { copy_rate, longest_copy, kept, distorted, invented, precision } =
                Copying::of(&human, &written, 1);
            assert!([copy_rate, kept, distorted, invented, precision].iter().all(|share| share.is_nan()));
            assert_eq!(longest_copy, 0);
        }
        let unknown = Copying::of(&corpus(&[]), &corpus(&[&[1, 2]]), 1);
        assert_eq!((unknown.distorted, unknown.invented, unknown.longest_copy), (0.5, 0.5, 0));
    }
}
