//! A page of a generation: its first sentences as prose, with the words and passages worth a mark.

use crate::corpus::{Corpus, TokenId};
use crate::vocabulary::{Prose, Vocabulary};

/// A page is full once it holds this many tokens.
const PAGE: usize = 130;
/// Not even a single endless document makes a page longer than this.
const LONGEST_PAGE: usize = 150;
/// A passage that stands on the page already counts as a repetition from this many tokens on.
const REPEATED_PASSAGE: usize = 8;
/// Longest cycle looked for.
const LONGEST_CYCLE: usize = 20;

/// Why a part of a sample is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// The only occurrence of its type in the whole generation: it dies unless the next model happens to draw it.
    LastOccurrence,
    /// A passage that repeats itself, or one that stands on the page already.
    Loop,
}

/// A marked part of a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// First UTF-16 code unit.
    pub start: usize,
    /// Behind the last UTF-16 code unit.
    pub end: usize,
    /// What is marked.
    pub kind: MarkKind,
}

/// Sentences as they were really written, set as prose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sample {
    /// The prose.
    pub text: String,
    /// Marked parts in order, not overlapping.
    pub marks: Vec<Mark>,
}

impl Sample {
    /// Sets the first documents of `corpus`, whose types occur `counts` times.
    #[must_use]
    pub fn new(corpus: &Corpus, counts: &[u32], vocabulary: &Vocabulary) -> Self {
        let mut prose = Prose::new(vocabulary);
        let mut tokens: Vec<(TokenId, std::ops::Range<usize>)> = Vec::new();
        for document in corpus.documents() {
            if tokens.len() >= PAGE {
                break;
            }
            for &token in &document[..document.len().min(LONGEST_PAGE - tokens.len())] {
                tokens.push((token, prose.push(token)));
            }
            prose.end_document();
        }
        if tokens.len() == LONGEST_PAGE {
            prose.text.push_str(" …");
        }
        let ids = tokens.iter().map(|&(token, _)| token).collect::<Vec<_>>();
        let looping = repetitions(&ids);
        let kind = |i: usize| {
            let last = counts[ids[i].index()] == 1;
            looping[i].then_some(MarkKind::Loop).or(last.then_some(MarkKind::LastOccurrence))
        };
        let mut marks = Vec::new();
        let mut utf16 = Utf16Cursor { text: &prose.text, byte: 0, unit: 0 };
        let mut i = 0;
        while i < tokens.len() {
            let Some(found) = kind(i) else {
                i += 1;
                continue;
            };
            let first = i;
            i += 1;
            // A loop is one passage; last occurrences are words of their own.
            while found == MarkKind::Loop && i < tokens.len() && looping[i] {
                i += 1;
            }
            let start = utf16.advance_to(tokens[first].1.start);
            let end = utf16.advance_to(tokens[i - 1].1.end);
            marks.push(Mark { start, end, kind: found });
        }
        Self { text: prose.text, marks }
    }
}

/// Counts UTF-16 code units from left to right.
struct Utf16Cursor<'t> {
    text: &'t str,
    byte: usize,
    unit: usize,
}

impl Utf16Cursor<'_> {
    fn advance_to(&mut self, byte: usize) -> usize {
        self.unit += self.text[self.byte..byte].encode_utf16().count();
        self.byte = byte;
        self.unit
    }
}

/// For each token, whether it belongs to a cycle (one or two tokens three times on end, longer passages twice)
/// or repeats a long passage from further up.
fn repetitions(tokens: &[TokenId]) -> Vec<bool> {
    let mut repeated = vec![false; tokens.len()];
    for period in 1..=LONGEST_CYCLE.min(tokens.len() / 2) {
        let times = if period < 3 { 3 } else { 2 };
        mark_runs(tokens, period, period * (times - 1), period, &mut repeated);
    }
    for distance in REPEATED_PASSAGE..tokens.len() {
        mark_runs(tokens, distance, REPEATED_PASSAGE, 0, &mut repeated);
    }
    repeated
}

/// Marks every run of at least `shortest` tokens that equal those `distance` before, and `before` tokens
/// ahead of the run.
fn mark_runs(tokens: &[TokenId], distance: usize, shortest: usize, before: usize, repeated: &mut [bool]) {
    let mut run = 0;
    for i in distance..=tokens.len() {
        if i < tokens.len() && tokens[i] == tokens[i - distance] {
            run += 1;
            continue;
        }
        if run >= shortest {
            repeated[i - run - before..i].fill(true);
        }
        run = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(tokens: &[u32]) -> String {
        let tokens = tokens.iter().map(|&t| TokenId(t)).collect::<Vec<_>>();
        repetitions(&tokens).iter().map(|&r| if r { '#' } else { '.' }).collect()
    }

    #[test]
    fn cycles_and_repeated_passages_are_found() {
        assert_eq!(marked(&[1, 2, 3, 4]), "....");
        assert_eq!(marked(&[1, 1, 2]), "...");
        assert_eq!(marked(&[5, 1, 1, 1, 2]), ".###.");
        assert_eq!(marked(&[1, 2, 1, 2, 3]), ".....");
        assert_eq!(marked(&[1, 2, 1, 2, 1, 2, 3]), "######.");
        assert_eq!(marked(&[9, 1, 2, 3, 1, 2, 3, 8]), ".######.");
        assert_eq!(marked(&[1, 2, 3, 4, 5, 6, 7, 8, 20, 21, 1, 2, 3, 4, 5, 6, 7, 8]), "..........########");
        assert_eq!(marked(&[]), "");
    }
}
