//! The reader as the human in the loop: ten choices between two sentences, and what a reviewer of that taste does to the text.

use std::cmp::Ordering;
use std::sync::Arc;

use super::Study;
use crate::corpus::{Corpus, TokenId};
use crate::curation::{Curation, Review as Reviewing, Rewards, Task, Taste};
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::recursion::Recursion;

/// Pairs to judge.
const ROUNDS: usize = 10;
/// Sentences that are quickly read, in tokens.
const LENGTHS: std::ops::RangeInclusive<usize> = 6..=18;

/// In the order in which they are told.
const TASTES: [(&str, Taste); 4] =
    [("short", Taste::Short), ("long", Taste::Long), ("plain", Taste::Plain), ("rare", Taste::Rare)];

/// `argument` holds a digit for each choice made: 0 for the left sentence, 1 for the right. Numbers: `round` (choices made) of `rounds`.
/// While there is something to choose, lists `left` and `right`. After that row `agreed`, how many of the choices each of the tastes
/// `tastes` would have made, list `taste` with the one that made most, and rows by generation under a reviewer of that taste, and
/// without: `length_with` and `length_without` (tokens in a sentence, in the mean), `types_with` and `types_without`.
pub(super) struct Review {
    arms: Option<[Arm; 2]>,
    width: usize,
    findings: Findings,
}

struct Arm {
    recursion: Recursion,
    length: Vec<f64>,
    types: Vec<f64>,
}

impl Review {
    pub(super) fn new(argument: &str, human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<Self, Error> {
        let choices = argument.trim().chars().map(|digit| digit.to_digit(2)).collect::<Option<Vec<_>>>();
        let choices = choices.filter(|choices| choices.len() <= ROUNDS).ok_or_else(|| {
            let allowed = format!("at most {ROUNDS} digits, each 0 or 1");
            Error::out_of_range("the list of choices", format!("\"{argument}\""), allowed)
        })?;
        let plain = Protocol { curation: Curation::NONE, ..protocol.clone() };
        let mut first = Recursion::new(Arc::clone(human), Protocol { generations: 1, ..plain.clone() })?;
        while first.advance() {}
        let pairs = pairs(first.written());
        let rounds = pairs.len().min(ROUNDS);
        let choices = &choices[..choices.len().min(rounds)];
        let mut findings = Findings::default();
        findings.note("round", [choices.len() as f64]);
        findings.note("rounds", [rounds as f64]);
        let mut arms = None;
        if let Some((left, right)) = pairs.get(choices.len()).filter(|_| choices.len() < rounds) {
            findings.say("left", [human.vocabulary().detokenize(left)]);
            findings.say("right", [human.vocabulary().detokenize(right)]);
        } else {
            let agreed = TASTES.map(|(_, taste)| {
                let rewards = Rewards::of(taste, human);
                let likes = |((left, right), choice): (&(&[TokenId], &[TokenId]), &u32)| {
                    let preferred = rewards.reward(taste, left).partial_cmp(&rewards.reward(taste, right));
                    preferred == Some(if *choice == 0 { Ordering::Greater } else { Ordering::Less })
                };
                pairs.iter().zip(choices).filter(|pair| likes(*pair)).count()
            });
            let most = agreed.iter().copied().max().unwrap_or_default();
            let (name, taste) = TASTES[agreed.iter().position(|&count| count == most).unwrap_or_default()];
            findings.say("tastes", TASTES.map(|(name, _)| name));
            findings.say("taste", [name]);
            findings.note("agreed", agreed.map(|count| count as f64));
            let review = Reviewing { budget: human.train().document_count(), task: Task::Better(taste) };
            let with =
                Protocol { curation: Curation { review: Some(review), ..Curation::NONE }, ..plain.clone() };
            let arm = |protocol| {
                let recursion = Recursion::new(Arc::clone(human), protocol)?;
                Ok::<_, Error>(Arm { recursion, length: Vec::new(), types: Vec::new() })
            };
            arms = Some([arm(with)?, arm(plain)?]);
        }
        Ok(Self { arms, width: protocol.generations + 1, findings })
    }
}

impl Study for Review {
    fn advance(&mut self) -> bool {
        let Some([with, without]) = &mut self.arms else { return false };
        let arm = if with.types.len() <= without.types.len() { with } else { without };
        if !arm.recursion.advance() {
            return false;
        }
        let corpus = arm.recursion.corpus();
        arm.length.push(corpus.token_count() as f64 / corpus.document_count() as f64);
        let living = arm.recursion.counts()[1..].iter().filter(|&&count| count > 0);
        arm.types.push(living.count() as f64);
        for (name, arm) in ["with", "without"].into_iter().zip(self.arms.iter().flatten()) {
            self.findings.note(&format!("length_{name}"), arm.length.iter().copied());
            self.findings.note(&format!("types_{name}"), arm.types.iter().copied());
        }
        true
    }

    fn progress(&self) -> (usize, usize) {
        let done = self.arms.iter().flatten().map(|arm| arm.types.len()).sum();
        (done, if self.arms.is_some() { 2 * self.width } else { 0 })
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}

/// Different sentences side by side, in the order in which they were written.
fn pairs(written: &Corpus) -> Vec<(&[TokenId], &[TokenId])> {
    let mut seen = Vec::new();
    for document in written.documents().filter(|document| LENGTHS.contains(&document.len())) {
        if !seen.contains(&document) {
            seen.push(document);
        }
        if seen.len() == 2 * ROUNDS {
            break;
        }
    }
    seen.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
}
