//! Noise against signal: how much of what is written is human text, human text torn apart, or nobody's.

use std::sync::Arc;

use super::Study;
use crate::corpus::TokenId;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::metrics::{Copying, Origin, classify};
use crate::ngram::NgramModel;
use crate::probe::{HumanReference, Measure, Probe};
use crate::protocol::Protocol;
use crate::recursion::Recursion;

/// Metrics told by their own names.
const NAMES: [&str; 4] = ["kept", "distorted", "invented", "js"];
/// A sentence of fewer words is too short to be called alien.
const ALIEN: usize = 4;
/// Longest sentence shown: one that can be read at a glance.
const LONGEST: usize = 24;

/// Rows by generation: `kept`, `distorted`, `invented` (shares of the tokens written), `js` (bits). The worst sentence of each:
/// list `worst`, its tokens one a line in list `worst_words`, their number in row `worst_lengths`, and in `worst_kinds`, one
/// sentence after the other, 0 for a token that is kept, 1 distorted, 2 invented. Number `first_alien`: the first generation
/// with a sentence of at least four tokens none of whose trigrams a human wrote. Number `human_invented`: the share `invented`
/// of human text that no model has read, which is what new sentences of the same author come to.
pub(super) struct Noise {
    recursion: Recursion,
    reference: HumanReference,
    trigrams: NgramModel,
    rows: [Vec<f64>; NAMES.len()],
    worst: Vec<String>,
    words: Vec<String>,
    kinds: Vec<f64>,
    lengths: Vec<f64>,
    first_alien: f64,
    findings: Findings,
}

impl Noise {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let order = protocol.order;
        let recursion = Recursion::new(Arc::clone(human), protocol)?;
        let unread = Copying::of(human.train(), human.held_out(), order);
        let mut findings = Findings::default();
        findings.note("human_invented", [unread.invented]);
        Ok(Self {
            reference: HumanReference::new(human, order),
            trigrams: NgramModel::new(human.train(), 3),
            recursion,
            rows: Default::default(),
            worst: Vec::new(),
            words: Vec::new(),
            kinds: Vec::new(),
            lengths: Vec::new(),
            first_alien: f64::NAN,
            findings,
        })
    }

    /// Whether a human wrote one of the trigrams of a sentence.
    fn known(&self, sentence: &[TokenId]) -> bool {
        sentence
            .windows(3)
            .any(|triple| self.trigrams.probability(&triple[..2], triple[2]).is_some_and(|p| p > 0.0))
    }

    fn look(&mut self) {
        let order = self.recursion.protocol().order;
        let written = self.recursion.written();
        let origins = classify(self.recursion.human().train(), written, order);
        let mut start = 0;
        // Of the sentences that are not too long to show, the first with most invented tokens.
        let mut worst: (usize, &[TokenId], &[Origin]) = (0, &[], &[]);
        let mut alien = false;
        for document in written.documents() {
            let of = &origins[start..start + document.len()];
            start += document.len();
            let invented = of.iter().filter(|&&origin| origin == Origin::Invented).count();
            if document.len() <= LONGEST && (worst.1.is_empty() || invented > worst.0) {
                worst = (invented, document, of);
            }
            alien |= document.len() >= ALIEN && !self.known(document);
        }
        let (_, sentence, of) = worst;
        let vocabulary = self.recursion.human().vocabulary();
        let generation = self.worst.len();
        self.worst.push(vocabulary.detokenize(sentence));
        let words = sentence.iter().map(|&token| vocabulary.spelling(token)).collect::<Vec<_>>();
        self.words.push(words.join("\n"));
        self.lengths.push(sentence.len() as f64);
        self.kinds.extend(of.iter().map(|origin| f64::from(*origin as u8)));
        if alien && self.first_alien.is_nan() && generation > 0 {
            self.first_alien = generation as f64;
        }
    }
}

impl Study for Noise {
    fn advance(&mut self) -> bool {
        if !self.recursion.advance() {
            return false;
        }
        let probe = Probe::new(&self.recursion, &self.reference);
        for (row, name) in self.rows.iter_mut().zip(NAMES) {
            row.push(Measure::named(name).map_or(f64::NAN, |measure| probe.measure(&measure)));
        }
        self.look();
        for (row, name) in self.rows.iter().zip(NAMES) {
            self.findings.note(name, row.iter().copied());
        }
        self.findings.note("worst_kinds", self.kinds.iter().copied());
        self.findings.note("worst_lengths", self.lengths.iter().copied());
        self.findings.note("first_alien", [self.first_alien]);
        self.findings.say("worst", self.worst.iter().cloned());
        self.findings.say("worst_words", self.words.iter().cloned());
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.worst.len(), self.recursion.protocol().generations + 1)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
