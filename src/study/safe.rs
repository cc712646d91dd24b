//! Playing it safe: the same loop with the model's own probabilities and with a decoding that favours the probable.

use std::sync::Arc;

use super::Study;
use crate::corpus::TokenId;
use crate::decoding::Decoding;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::probe::{HumanReference, Measure, Probe};
use crate::protocol::Protocol;
use crate::recursion::Recursion;
use crate::vocabulary::Prose;

/// How much of each generation is shown: sentences of about so many tokens in all.
const SHOWN: usize = 45;

/// Rows by generation: `types_plain` and `types_safe`, `top10_plain` and `top10_safe` (the share of all tokens that the ten most
/// frequent types take); lists `written_plain` and `written_safe`, the first sentences of each. Numbers `loop_plain` and
/// `loop_safe`: the first generation whose model can be caught in a loop that it cannot leave; `period_plain` and `period_safe`,
/// its length in tokens, and lists `words_plain` and `words_safe`, the loop itself. Number `temperature`.
pub(super) struct Safe {
    reference: HumanReference,
    arms: [Arm; 2],
    generations: usize,
    findings: Findings,
}

struct Arm {
    name: &'static str,
    recursion: Recursion,
    types: Vec<f64>,
    top10: Vec<f64>,
    written: Vec<String>,
    looping: f64,
    cycle: Option<Vec<TokenId>>,
}

impl Arm {
    fn new(name: &'static str, human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let recursion = Recursion::new(Arc::clone(human), protocol)?;
        let (types, top10, written) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { name, recursion, types, top10, written, looping: f64::NAN, cycle: None })
    }

    fn advance(&mut self, reference: &HumanReference) -> bool {
        if !self.recursion.advance() {
            return false;
        }
        let probe = Probe::new(&self.recursion, reference);
        let top10 = Measure::named("top10_share").map_or(f64::NAN, |measure| probe.measure(&measure));
        if self.cycle.is_none() {
            self.cycle = probe.terminal_loop();
            self.looping = self.cycle.as_ref().map_or(f64::NAN, |_| self.types.len() as f64);
        }
        self.types.push(self.recursion.counts()[1..].iter().filter(|&&count| count > 0).count() as f64);
        self.top10.push(top10);
        self.written.push(self.first_sentences());
        true
    }

    fn first_sentences(&self) -> String {
        let mut prose = Prose::new(self.recursion.human().vocabulary());
        let mut tokens = 0;
        for document in self.recursion.written().documents() {
            set(&mut prose, document.iter().take(SHOWN));
            prose.end_document();
            tokens += document.len();
            if tokens >= SHOWN {
                break;
            }
        }
        prose.text
    }

    /// The loop as prose; empty while there is none.
    fn words(&self) -> String {
        let mut prose = Prose::new(self.recursion.human().vocabulary());
        set(&mut prose, self.cycle.iter().flatten());
        prose.text
    }
}

fn set<'t>(prose: &mut Prose, tokens: impl Iterator<Item = &'t TokenId>) {
    for &token in tokens {
        if token == TokenId::BOUNDARY {
            prose.end_document();
        } else {
            prose.push(token);
        }
    }
}

impl Safe {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let mut findings = Findings::default();
        findings.note("temperature", [protocol.decoding.temperature]);
        let plain = Protocol { decoding: Decoding::default(), ..protocol.clone() };
        let (order, generations) = (protocol.order, protocol.generations);
        let arms = [Arm::new("plain", human, plain)?, Arm::new("safe", human, protocol)?];
        let reference = HumanReference::new(human, order);
        Ok(Self { reference, arms, generations, findings })
    }
}

impl Study for Safe {
    fn advance(&mut self) -> bool {
        let [plain, safe] = &mut self.arms;
        // By turns, so that both lines grow together.
        let arm = if plain.types.len() <= safe.types.len() { plain } else { safe };
        if !arm.advance(&self.reference) {
            return false;
        }
        for arm in &self.arms {
            let name = |row: &str| format!("{row}_{}", arm.name);
            self.findings.note(&name("types"), arm.types.iter().copied());
            self.findings.note(&name("top10"), arm.top10.iter().copied());
            self.findings.note(&name("loop"), [arm.looping]);
            self.findings
                .note(&name("period"), [arm.cycle.as_ref().map_or(f64::NAN, |cycle| cycle.len() as f64)]);
            self.findings.say(&name("written"), arm.written.iter().cloned());
            self.findings.say(&name("words"), [arm.words()]);
        }
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.arms.iter().map(|arm| arm.types.len()).sum(), 2 * (self.generations + 1))
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
