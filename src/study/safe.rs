//! Playing it safe: the same loop with the model's own probabilities and with a decoding that favours the probable.

use std::sync::Arc;

use super::Study;
use crate::decoding::Decoding;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::probe::{HumanReference, Measure, Probe};
use crate::protocol::Protocol;
use crate::recursion::Recursion;

/// Rows by generation: `types_plain` and `types_safe`, `top10_plain` and `top10_safe` (the share of all tokens that the ten most
/// frequent types take); lists `sample_plain` and `sample_safe`. Numbers `loop_plain` and `loop_safe`: the first generation
/// whose model can be caught in a loop that it cannot leave, `period_safe`, that loop's length, and `temperature`.
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
    samples: Vec<String>,
    looping: f64,
    period: f64,
}

impl Arm {
    fn new(name: &'static str, human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let recursion = Recursion::new(Arc::clone(human), protocol)?;
        let (types, top10, samples) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { name, recursion, types, top10, samples, looping: f64::NAN, period: f64::NAN })
    }

    fn advance(&mut self, reference: &HumanReference) -> bool {
        let Some(generation) = self.recursion.next() else { return false };
        let probe = Probe::new(&self.recursion, reference);
        let measure = |name| Measure::named(name).map_or(f64::NAN, |measure| probe.measure(&measure));
        self.types.push(generation.metrics.diversity.types as f64);
        self.top10.push(measure("top10_share"));
        let period = measure("loop_period");
        if self.looping.is_nan() && !period.is_nan() {
            (self.looping, self.period) = (generation.index as f64, period);
        }
        self.samples.push(generation.sample.text);
        true
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
        for Arm { name, types, top10, samples, looping, period, .. } in &self.arms {
            self.findings.note(&format!("types_{name}"), types.iter().copied());
            self.findings.note(&format!("top10_{name}"), top10.iter().copied());
            self.findings.note(&format!("loop_{name}"), [*looping]);
            self.findings.note(&format!("period_{name}"), [*period]);
            self.findings.say(&format!("sample_{name}"), samples.iter().cloned());
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
