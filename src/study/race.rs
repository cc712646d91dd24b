//! A race of regimes: the same human text, the same seed, and what each way of putting texts together keeps alive.

use std::sync::Arc;

use super::Study;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::recursion::Recursion;
use crate::regime::Regime;

/// The share of human text if nobody says which.
const SHARE: f64 = 0.1;
/// Most regimes that a figure can tell apart.
const MOST: usize = 6;

/// `argument` is a list of regimes, or a share of human text, for the four that are usually compared. List `regimes`; number
/// `share`, if it was one; matrix `alive`, regime by regime: the share of human types alive in what the next model reads, by
/// generation, NaN where not computed yet. Row `baseline`: the same of a fresh sample of human text. Row `bought`: by regime, human
/// sentences that were bought so far, the human text itself left out.
pub(super) struct Race {
    runs: Vec<Recursion>,
    alive: Vec<Vec<f64>>,
    baseline: Vec<f64>,
    width: usize,
    findings: Findings,
}

impl Race {
    pub(super) fn new(argument: &str, human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<Self, Error> {
        let argument = argument.trim();
        let share = if argument.is_empty() { Some(SHARE) } else { argument.parse::<f64>().ok() };
        let usual = share.map(|share| format!("replace; anchored={share}; fresh={share}; accumulate"));
        let list = usual.as_deref().unwrap_or(argument);
        let regimes =
            list.split(';').map(|name| name.trim().parse::<Regime>()).collect::<Result<Vec<_>, _>>()?;
        if regimes.len() > MOST {
            return Err(Error::out_of_range(
                "the number of regimes",
                regimes.len(),
                format!("from 1 to {MOST}"),
            ));
        }
        let run = |regime: &Regime| {
            Recursion::new(Arc::clone(human), Protocol { regime: *regime, ..protocol.clone() })
        };
        let runs = regimes.iter().map(run).collect::<Result<Vec<_>, _>>()?;
        let mut findings = Findings::default();
        findings.say("regimes", regimes.iter().map(ToString::to_string));
        findings.note("share", share);
        let alive = vec![Vec::new(); runs.len()];
        Ok(Self { runs, alive, baseline: Vec::new(), width: protocol.generations + 1, findings })
    }
}

impl Study for Race {
    fn advance(&mut self) -> bool {
        // The one that is furthest behind, so that all lines grow together.
        let shortest = self.alive.iter().enumerate().min_by_key(|(_, row)| row.len()).map(|(i, _)| i);
        let Some(i) = shortest else { return false };
        let Some(generation) = self.runs[i].next() else { return false };
        self.alive[i].push(generation.metrics.survivors[0]);
        if i == 0 {
            let human = self.runs[0].human().counts()[1..].iter().filter(|&&count| count > 0).count();
            let types = generation.metrics.baseline_types as f64;
            self.baseline.push(if generation.index == 0 { f64::NAN } else { types / human as f64 });
        }
        let width = self.width;
        let padded = |row: &Vec<f64>| {
            let row = row.clone();
            (0..width).map(move |t| row.get(t).copied().unwrap_or(f64::NAN))
        };
        self.findings.note("alive", self.alive.iter().flat_map(padded).collect::<Vec<_>>());
        self.findings.note("baseline", padded(&self.baseline));
        self.findings.note("bought", self.runs.iter().map(sentences_bought).collect::<Vec<_>>());
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.alive.iter().map(Vec::len).sum(), self.runs.len() * self.width)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}

/// Human sentences that a run has bought, those of the human text it began with left out.
pub(super) fn sentences_bought(run: &Recursion) -> f64 {
    let human = run.human().train();
    let tokens = run.ledger().human_tokens_bought.saturating_sub(human.token_count());
    tokens as f64 * human.document_count() as f64 / human.token_count() as f64
}
