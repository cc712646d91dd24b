//! The puzzle: keep four fifths of the words alive, and pay no more than there is to spend.

use std::sync::Arc;

use super::Study;
use super::race::sentences_bought;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::recursion::Recursion;
use crate::regime::Regime;

/// What is to live in the last generation, as a share of the human types.
const GOAL: f64 = 0.8;
/// To spend, in the price of a human sentence.
const BUDGET: f64 = 5_500.0;
/// A sentence that a machine writes, in the same.
const MACHINE: f64 = 0.03;

/// `argument` is a share of fresh human text and how many times as much machine text as there is room for is written: `0.1 4`.
/// Row `alive`: the share of the human types alive, by generation. Numbers: `goal`; `budget`, `cost` and `machine_price` in the
/// price of one human sentence; `human_sentences` bought and `machine_sentences` written so far; `solved`, 1 if all generations
/// are through, the goal is reached and the budget is kept.
pub(super) struct Puzzle {
    recursion: Recursion,
    alive: Vec<f64>,
    findings: Findings,
}

impl Puzzle {
    pub(super) fn new(argument: &str, human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<Self, Error> {
        let mut words = argument.split_whitespace().map(|word| word.parse::<f64>().unwrap_or(f64::NAN));
        let share = words.next().unwrap_or(0.1);
        let effort = words.next().unwrap_or(1.0);
        let protocol = Protocol { regime: Regime::Fresh { share }, effort, ..protocol.clone() };
        let recursion = Recursion::new(Arc::clone(human), protocol)?;
        let mut findings = Findings::default();
        findings.note("share", [share]);
        findings.note("effort", [effort]);
        findings.note("goal", [GOAL]);
        findings.note("budget", [BUDGET]);
        findings.note("machine_price", [MACHINE]);
        Ok(Self { recursion, alive: Vec::new(), findings })
    }
}

impl Study for Puzzle {
    fn advance(&mut self) -> bool {
        let Some(generation) = self.recursion.next() else { return false };
        self.alive.push(generation.metrics.survivors[0]);
        let human = self.recursion.human().train();
        let per_sentence = human.token_count() as f64 / human.document_count() as f64;
        let ledger = self.recursion.ledger();
        let human_sentences = sentences_bought(&self.recursion);
        let machine_sentences = ledger.machine_tokens_written as f64 / per_sentence;
        let cost = human_sentences + MACHINE * machine_sentences;
        let finished = self.alive.len() > self.recursion.protocol().generations;
        let reached = self.alive.last().is_some_and(|&alive| alive >= GOAL);
        self.findings.note("alive", self.alive.iter().copied());
        self.findings.note("human_sentences", [human_sentences]);
        self.findings.note("machine_sentences", [machine_sentences]);
        self.findings.note("cost", [cost]);
        self.findings.note("solved", [f64::from(u8::from(finished && reached && cost <= BUDGET))]);
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.alive.len(), self.recursion.protocol().generations + 1)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
