//! The plateau: the same loop with once, four and sixteen times as much machine text in every round.

use std::sync::Arc;

use super::Study;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::probe::{HumanReference, Measure, Probe};
use crate::protocol::Protocol;
use crate::recursion::Recursion;

/// Times as much machine text as human text.
const EFFORTS: [f64; 3] = [1.0, 4.0, 16.0];

/// Row `efforts`; matrices, effort by effort: `bits` (of held-out human text, by generation) and `types`, NaN where not computed
/// yet. Numbers: `floor`, the bits of the model of human text; `best`, the fewest that any later
/// model needed; `returned`, how many lost words came back in all runs together.
pub(super) struct Plateau {
    arms: Vec<Arm>,
    reference: HumanReference,
    width: usize,
    returned: usize,
    findings: Findings,
}

struct Arm {
    recursion: Recursion,
    bits: Vec<f64>,
    types: Vec<f64>,
    /// By type, whether it was missing in an earlier generation.
    lost: Vec<bool>,
}

impl Plateau {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<Self, Error> {
        let arm = |effort: f64| {
            let protocol = Protocol { effort, ..protocol.clone() };
            let recursion = Recursion::new(Arc::clone(human), protocol)?;
            Ok(Arm {
                recursion,
                bits: Vec::new(),
                types: Vec::new(),
                lost: vec![false; human.counts().len()],
            })
        };
        let arms = EFFORTS.into_iter().map(arm).collect::<Result<Vec<_>, Error>>()?;
        let mut findings = Findings::default();
        findings.note("efforts", EFFORTS);
        let reference = HumanReference::new(human, protocol.order);
        Ok(Self { arms, reference, width: protocol.generations + 1, returned: 0, findings })
    }
}

impl Study for Plateau {
    fn advance(&mut self) -> bool {
        let Some(arm) = self.arms.iter_mut().min_by_key(|arm| arm.bits.len()) else { return false };
        if !arm.recursion.advance() {
            return false;
        }
        let probe = Probe::new(&arm.recursion, &self.reference);
        arm.bits.push(Measure::named("heldout_bits").map_or(f64::NAN, |bits| probe.measure(&bits)));
        let counts = arm.recursion.counts();
        arm.types.push(counts[1..].iter().filter(|&&count| count > 0).count() as f64);
        for (lost, &count) in arm.lost.iter_mut().zip(counts).skip(1) {
            self.returned += usize::from(*lost && count > 0);
            *lost = count == 0;
        }
        let width = self.width;
        let matrix = |row: fn(&Arm) -> &Vec<f64>| {
            let padded = move |arm| (0..width).map(move |t| row(arm).get(t).copied().unwrap_or(f64::NAN));
            self.arms.iter().flat_map(padded).collect::<Vec<_>>()
        };
        let (bits, types) = (matrix(|arm| &arm.bits), matrix(|arm| &arm.types));
        self.findings.note("floor", bits.first().copied());
        let later = self.arms.iter().flat_map(|arm| arm.bits.iter().skip(1)).copied();
        let best = later.min_by(f64::total_cmp);
        self.findings.note("best", best);
        self.findings.note("bits", bits);
        self.findings.note("types", types);
        self.findings.note("returned", [self.returned as f64]);
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.arms.iter().map(|arm| arm.bits.len()).sum(), self.arms.len() * self.width)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
