//! Is it luck? The same loop with many seeds, and what chance alone predicts for them.

use std::sync::Arc;

use super::Study;
use crate::ensemble::{Ensemble, QUANTILES};
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::recursion::Recursion;

/// Runs if nobody says how many, and the most that can be asked for.
const DEFAULT: u32 = 40;
const MOST: u32 = 200;
/// Odd, so that what it multiplies is not lost; large, so that it leads far away.
const MIX: u32 = 0x9E37_79B1;

/// Rows by generation, of the types alive: `q05`, `q25`, `q50`, `q75` and `q95` of all runs so far; `expected`, `low`, `high` by theory,
/// which is about this protocol if `plain` is 1. Numbers: `runs` so far; `within`, of those how many end inside the band.
pub(super) struct Fan {
    human: Arc<HumanCorpus>,
    protocol: Protocol,
    first: u32,
    wanted: u32,
    all: Option<Ensemble>,
    findings: Findings,
}

impl Fan {
    pub(super) fn new(argument: &str, human: &Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let wanted = if argument.trim().is_empty() { Some(DEFAULT) } else { argument.trim().parse().ok() };
        let wanted = wanted.filter(|wanted| (2..=MOST).contains(wanted)).ok_or_else(|| {
            let allowed = format!("a whole number from 2 to {MOST}");
            Error::out_of_range("the number of runs", format!("\"{argument}\""), allowed)
        })?;
        let recursion = Recursion::new(Arc::clone(human), protocol.clone())?;
        let prediction = recursion.prediction().unwrap_or_else(|| recursion.chance_alone());
        let mut findings = Findings::default();
        findings.note("expected", prediction.types);
        findings.note("low", prediction.low);
        findings.note("high", prediction.high);
        findings.note("plain", [f64::from(u8::from(recursion.theory().knows_survivors()))]);
        // Neighbouring seeds of a page have no run in common, nor have those that differ in what the 8 in 200 shifts out.
        let shifted_out = protocol.seed >> (u32::BITS - MOST.trailing_zeros());
        let first =
            protocol.seed.wrapping_mul(MOST).wrapping_add(shifted_out.wrapping_mul(MIX)).min(u32::MAX - MOST);
        Ok(Self { human: Arc::clone(human), protocol, first, wanted, all: None, findings })
    }

    fn runs(&self) -> u32 {
        self.all.as_ref().map_or(0, |all| all.len() as u32)
    }
}

impl Study for Fan {
    fn advance(&mut self) -> bool {
        let seed = self.first + self.runs();
        if self.runs() >= self.wanted {
            return false;
        }
        let Ok(run) = Ensemble::run(&self.human, &self.protocol, seed..seed + 1, &["types"]) else {
            return false;
        };
        match &mut self.all {
            Some(all) => {
                if all.merge(run).is_err() {
                    return false;
                }
            }
            None => self.all = Some(run),
        }
        let Some(all) = &self.all else { return false };
        let quantiles = |place: usize| {
            let at = |t| all.quantiles("types", t).map_or(f64::NAN, |quantiles| quantiles[place]);
            (0..=self.protocol.generations).map(at).collect::<Vec<_>>()
        };
        for (place, percent) in QUANTILES.iter().enumerate() {
            self.findings.note(&format!("q{percent:02}"), quantiles(place));
        }
        let ends = all.values("types", self.protocol.generations).unwrap_or_default();
        let limit = |name| self.findings.row(name).last().copied().unwrap_or(f64::NAN);
        let (low, high) = (limit("low"), limit("high"));
        let within = ends.iter().filter(|&&types| low <= types && types <= high).count();
        self.findings.note("runs", [ends.len() as f64]);
        self.findings.note("within", [within as f64]);
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.runs() as usize, self.wanted as usize)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
