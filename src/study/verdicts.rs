//! Is it collapse? The eight definitions of the literature, asked of one protocol.

use std::sync::Arc;

use super::Study;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::scorecard::Scorecard;

/// Runs that each verdict rests on.
const SEEDS: u32 = 8;

/// Lists `definitions` and `sentences`, row `holds`: 1 where there is collapse in that sense, 0 where there is not, NaN where it
/// cannot be told. Number `seeds`.
pub(super) struct Verdicts {
    human: Arc<HumanCorpus>,
    protocol: Protocol,
    done: bool,
    failure: Option<Error>,
    findings: Findings,
}

impl Verdicts {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<Self, Error> {
        protocol.validate(human)?;
        let seed = protocol.seed.min(u32::MAX - SEEDS);
        let protocol = Protocol { seed, ..protocol.clone() };
        Ok(Self {
            human: Arc::clone(human),
            protocol,
            done: false,
            failure: None,
            findings: Findings::default(),
        })
    }
}

impl Study for Verdicts {
    fn advance(&mut self) -> bool {
        if self.done {
            return false;
        }
        self.done = true;
        match Scorecard::of(&self.human, &self.protocol, SEEDS) {
            Ok(card) => self.tell(&card),
            Err(refused) => self.failure = Some(refused),
        }
        true
    }

    fn progress(&self) -> (usize, usize) {
        (usize::from(self.done), 1)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }

    fn failure(&self) -> Option<&Error> {
        self.failure.as_ref()
    }
}

impl Verdicts {
    fn tell(&mut self, Scorecard { scores }: &Scorecard) {
        self.findings.say("definitions", scores.iter().map(|score| score.definition));
        self.findings.say("sentences", scores.iter().map(|score| score.sentence.clone()));
        let holds =
            scores.iter().map(|score| score.holds.map_or(f64::NAN, |holds| f64::from(u8::from(holds))));
        self.findings.note("holds", holds);
        self.findings.note("seeds", [f64::from(SEEDS)]);
    }
}
