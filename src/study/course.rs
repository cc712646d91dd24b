//! The course of one run: every basic metric of every generation, beside what theory expects.

use std::sync::Arc;

use super::Study;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::metrics::Metrics;
use crate::protocol::Protocol;
use crate::recursion::Recursion;

/// Rows by generation: each of [`Metrics::NAMES`]; `expected`, `low` and `high` types, `human_shares`. Numbers: `plain`, 1
/// where theory is about this run, and `half`, the first generation that has lost half of the human types.
pub(super) struct Course {
    recursion: Recursion,
    rows: Vec<Vec<f64>>,
    findings: Findings,
}

impl Course {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let recursion = Recursion::new(Arc::clone(human), protocol)?;
        let mut findings = Findings::default();
        let prediction = recursion.prediction().unwrap_or_else(|| recursion.chance_alone());
        let plain = recursion.theory().knows_survivors();
        findings.note("expected", prediction.types);
        findings.note("low", prediction.low);
        findings.note("high", prediction.high);
        findings.note("plain", [f64::from(u8::from(plain))]);
        findings.note("human_shares", recursion.protocol().human_shares());
        let rows = vec![Vec::new(); Metrics::NAMES.len()];
        Ok(Self { recursion, rows, findings })
    }
}

impl Study for Course {
    fn advance(&mut self) -> bool {
        let Some(generation) = self.recursion.next() else { return false };
        for (row, value) in self.rows.iter_mut().zip(generation.metrics.to_array()) {
            row.push(value);
        }
        for (name, row) in Metrics::NAMES.iter().zip(&self.rows) {
            self.findings.note(name, row.iter().copied());
        }
        let types = self.findings.row("types");
        let human = types.first().copied().unwrap_or_default();
        let half = types.iter().position(|&types| types <= human / 2.0);
        self.findings.note("half", [half.map_or(f64::NAN, |t| t as f64)]);
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.rows[0].len(), self.recursion.protocol().generations + 1)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
