//! Two dials at once: how safely is written, and how much of what is read is fresh human text.

use std::sync::Arc;

use super::Study;
use crate::decoding::Decoding;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::recursion::Recursion;
use crate::regime::Regime;

const TEMPERATURES: [f64; 6] = [0.6, 0.7, 0.8, 0.9, 1.0, 1.2];
const SHARES: [f64; 6] = [0.0, 0.02, 0.05, 0.1, 0.25, 0.5];

/// Rows `temperatures` and `shares`; number `rounds`; matrix `alive`, temperature by temperature: the share of the human types alive in the last
/// generation under fresh human text of that share; NaN where not computed yet.
pub(super) struct Phase {
    human: Arc<HumanCorpus>,
    protocol: Protocol,
    alive: Vec<f64>,
    findings: Findings,
}

impl Phase {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        protocol.validate(human)?;
        let mut findings = Findings::default();
        findings.note("temperatures", TEMPERATURES);
        findings.note("shares", SHARES);
        findings.note("rounds", [protocol.generations as f64]);
        Ok(Self { human: Arc::clone(human), protocol, alive: Vec::new(), findings })
    }

    fn cell(&self, number: usize) -> Option<f64> {
        let temperature = *TEMPERATURES.get(number / SHARES.len())?;
        let share = SHARES[number % SHARES.len()];
        let decoding = Decoding { temperature, ..self.protocol.decoding };
        let protocol = Protocol { decoding, regime: Regime::Fresh { share }, ..self.protocol.clone() };
        let mut recursion = Recursion::new(Arc::clone(&self.human), protocol).ok()?;
        while recursion.advance() {}
        let living = |counts: &[u32]| counts[1..].iter().filter(|&&count| count > 0).count() as f64;
        Some(living(recursion.counts()) / living(self.human.counts()))
    }
}

impl Study for Phase {
    fn advance(&mut self) -> bool {
        let number = self.alive.len();
        if number >= TEMPERATURES.len() * SHARES.len() {
            return false;
        }
        self.alive.push(self.cell(number).unwrap_or(f64::NAN));
        let all = TEMPERATURES.len() * SHARES.len();
        let padded = (0..all).map(|cell| self.alive.get(cell).copied().unwrap_or(f64::NAN));
        self.findings.note("alive", padded.collect::<Vec<_>>());
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.alive.len(), TEMPERATURES.len() * SHARES.len())
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
