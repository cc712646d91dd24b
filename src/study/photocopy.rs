//! A photocopy of a photocopy: one human passage, and which of its words are still in use after each round.

use std::sync::Arc;

use super::Study;
use crate::corpus::TokenId;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::recursion::Recursion;
use crate::text::typography::is_word;
use crate::vocabulary::Prose;

/// A passage is full once it holds this many tokens.
const PASSAGE: usize = 75;
/// A sentence of so many tokens can be taken in at a glance.
const READABLE: std::ops::RangeInclusive<usize> = 8..=24;
/// Words named of those that die in one generation.
const NAMED: usize = 12;

/// List `passage`: the first human sentences. Rows by word of the passage: `starts` and `ends` (UTF-16 units), `gone`, the
/// first generation from which on the word occurs nowhere (NaN: it lives to the end). Rows by generation: `types`, and
/// `alive_words` of the `passage_words` different words of the passage. Number `half`: the first generation that has
/// lost half of the human types. Lists by generation: `written`, a sentence that its model
/// wrote; `last_words`, words that died in it; and `passage_lost`, those of the passage; one a line.
pub(super) struct Photocopy {
    recursion: Recursion,
    words: Vec<TokenId>,
    gone: Vec<f64>,
    types: Vec<f64>,
    alive: Vec<f64>,
    /// By type, whether the generation before had it.
    had: Vec<bool>,
    written: Vec<String>,
    last_words: Vec<String>,
    findings: Findings,
}

impl Photocopy {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let recursion = Recursion::new(Arc::clone(human), protocol)?;
        let vocabulary = human.vocabulary();
        let mut prose = Prose::new(vocabulary);
        let mut tokens = 0;
        let (mut words, mut ranges) = (Vec::new(), Vec::new());
        for document in human.train().documents() {
            if tokens >= PASSAGE {
                break;
            }
            for &token in document.iter().take(2 * PASSAGE) {
                let range = prose.push(token);
                if is_word(vocabulary.spelling(token)) {
                    words.push(token);
                    ranges.push(range);
                }
            }
            tokens += document.len();
            prose.end_document();
        }
        let text = prose.text;
        let units = |byte: usize| text[..byte].encode_utf16().count() as f64;
        let mut findings = Findings::default();
        findings.note("starts", ranges.iter().map(|range| units(range.start)));
        findings.note("ends", ranges.iter().map(|range| units(range.end)));
        findings.say("passage", [text.clone()]);
        let gone = vec![f64::NAN; words.len()];
        Ok(Self {
            recursion,
            words,
            gone,
            types: Vec::new(),
            alive: Vec::new(),
            had: Vec::new(),
            written: Vec::new(),
            last_words: Vec::new(),
            findings,
        })
    }
}

impl Photocopy {
    /// By generation, the words of the passage that have been gone since.
    fn passage_lost(&self) -> Vec<String> {
        let vocabulary = self.recursion.human().vocabulary();
        let lost = |t: usize| {
            let mut words = Vec::new();
            for (&word, _) in self.words.iter().zip(&self.gone).filter(|(_, gone)| **gone == t as f64) {
                if !words.contains(&vocabulary.spelling(word)) {
                    words.push(vocabulary.spelling(word));
                }
            }
            words.join("\n")
        };
        (0..self.types.len()).map(lost).collect()
    }
}

impl Study for Photocopy {
    fn advance(&mut self) -> bool {
        if !self.recursion.advance() {
            return false;
        }
        let generation = self.types.len();
        let counts = self.recursion.counts();
        for (word, gone) in self.words.iter().zip(&mut self.gone) {
            if counts[word.index()] > 0 {
                *gone = f64::NAN;
            } else if gone.is_nan() {
                *gone = generation as f64;
            }
        }
        let mut alive = self.words.iter().filter(|word| counts[word.index()] > 0).collect::<Vec<_>>();
        alive.sort_unstable();
        alive.dedup();
        self.alive.push(alive.len() as f64);
        self.types.push(counts[1..].iter().filter(|&&count| count > 0).count() as f64);
        let vocabulary = self.recursion.human().vocabulary();
        let died = self.had.iter().enumerate().filter(|&(id, had)| *had && counts[id] == 0);
        let died = died.map(|(id, _)| vocabulary.spelling(TokenId(id as u32))).filter(|word| is_word(word));
        self.last_words.push(died.take(NAMED).collect::<Vec<_>>().join("\n"));
        let readable = |document: &&[TokenId]| READABLE.contains(&document.len());
        let first = self.recursion.written().documents().find(readable);
        self.written.push(first.map_or(String::new(), |document| vocabulary.detokenize(document)));
        self.had = counts.iter().map(|&count| count > 0).collect();
        let half = self.types.iter().position(|&types| types <= self.types[0] / 2.0);
        self.findings.note("half", [half.map_or(f64::NAN, |t| t as f64)]);
        self.findings.note("gone", self.gone.iter().copied());
        self.findings.note("types", self.types.iter().copied());
        self.findings.note("alive_words", self.alive.iter().copied());
        self.findings.note("passage_words", [self.alive[0]]);
        self.findings.say("written", self.written.iter().cloned());
        self.findings.say("passage_lost", self.passage_lost());
        self.findings.say("last_words", self.last_words.iter().cloned());
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.types.len(), self.recursion.protocol().generations + 1)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
