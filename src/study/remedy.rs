//! A remedy on trial: the same loop with and without what stands between writing and training.

use std::sync::Arc;

use super::Study;
use crate::curation::{Curation, Detector, Judge};
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::probe::{HumanReference, Measure, Probe};
use crate::protocol::Protocol;
use crate::recursion::Recursion;

/// Steps of the false-positive rate at which a curve is told.
const STEPS: usize = 50;
/// Rates told by generation.
const RATES: [&str; 5] =
    ["detector_auc", "detector_tpr", "detector_fpr", "detector_fpr_plainest", "detector_fpr_rarest"];

/// Rows by generation: `types_with` and `types_without`, `bits_with` and `bits_without` (of held-out human text). Of a trained
/// detector: `fpr`, and by generation the matrix `tpr` at these rates; rows `detector_auc`, `detector_tpr` and `detector_fpr` (its
/// operating point), `detector_fpr_plainest` and `detector_fpr_rarest` (of the quarters of the human documents with the most
/// and the least frequent words). Of an ideal one: the rates it has been given.
pub(super) struct Trial {
    reference: HumanReference,
    with: Arm,
    without: Arm,
    tpr: Vec<f64>,
    rates: [Vec<f64>; RATES.len()],
    width: usize,
    findings: Findings,
}

struct Arm {
    recursion: Recursion,
    types: Vec<f64>,
    bits: Vec<f64>,
}

impl Arm {
    fn new(human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let recursion = Recursion::new(Arc::clone(human), protocol)?;
        Ok(Self { recursion, types: Vec::new(), bits: Vec::new() })
    }

    fn advance(&mut self, reference: &HumanReference) -> bool {
        if !self.recursion.advance() {
            return false;
        }
        let bits = Measure::named("heldout_bits");
        self.bits.push(bits.map_or(f64::NAN, |bits| Probe::new(&self.recursion, reference).measure(&bits)));
        let living = self.recursion.counts()[1..].iter().filter(|&&count| count > 0);
        self.types.push(living.count() as f64);
        true
    }
}

impl Trial {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let without = Arm::new(human, Protocol { curation: Curation::NONE, ..protocol.clone() })?;
        let (order, width) = (protocol.order, protocol.generations + 1);
        let with = Arm::new(human, protocol)?;
        let reference = HumanReference::new(human, order);
        let findings = Findings::default();
        Ok(Self { reference, with, without, tpr: Vec::new(), rates: Default::default(), width, findings })
    }

    fn detect(&mut self) {
        let probe = Probe::new(&self.with.recursion, &self.reference);
        for (row, name) in self.rates.iter_mut().zip(RATES) {
            row.push(Measure::named(name).map_or(f64::NAN, |rate| probe.measure(&rate)));
        }
        if let Some(Detector { judge: Judge::Ideal { true_positive_rate, false_positive_rate }, .. }) =
            self.with.recursion.protocol().curation.detector
            && self.with.types.len() > 1
        {
            // Its errors are given, not measured, and the same for all documents.
            let rates =
                [f64::NAN, true_positive_rate, false_positive_rate, false_positive_rate, false_positive_rate];
            for (row, rate) in self.rates.iter_mut().zip(rates) {
                row.pop();
                row.push(rate);
            }
        }
        let Some(detection) = self.with.recursion.detection() else {
            self.tpr.extend([f64::NAN; STEPS + 1]);
            return;
        };
        let points = detection.roc().points;
        // The highest point of the curve that costs no more false positives.
        let at = |step: usize| {
            let rate = step as f64 / STEPS as f64;
            let below = points.iter().rfind(|(fpr, _)| *fpr <= rate);
            below.map_or(f64::NAN, |(_, tpr)| *tpr)
        };
        self.tpr.extend((0..=STEPS).map(at));
    }
}

impl Study for Trial {
    fn advance(&mut self) -> bool {
        if self.with.types.len() <= self.without.types.len() {
            if !self.with.advance(&self.reference) {
                return false;
            }
            self.detect();
        } else if !self.without.advance(&self.reference) {
            return false;
        }
        for (name, arm) in [("with", &self.with), ("without", &self.without)] {
            self.findings.note(&format!("types_{name}"), arm.types.iter().copied());
            self.findings.note(&format!("bits_{name}"), arm.bits.iter().copied());
        }
        self.findings.note("fpr", (0..=STEPS).map(|step| step as f64 / STEPS as f64));
        self.findings.note("tpr", self.tpr.iter().copied());
        for (row, name) in self.rates.iter().zip(RATES) {
            self.findings.note(name, row.iter().copied());
        }
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.with.types.len() + self.without.types.len(), 2 * self.width)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
