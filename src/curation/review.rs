//! A human in the loop: what a reviewer is told, and one who is simulated.

use super::{ATTESTED, Task, Taste};
use crate::corpus::TokenId;
use crate::human::HumanCorpus;
use crate::ngram::Trace;
use crate::rng::{Rng, uniform};

/// A reviewer's decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Keep this one of the documents shown, counted from 0.
    Keep(usize),
    /// Keep none of them.
    Refuse,
}

/// The (n + 1)-grams of the human corpus.
#[derive(Debug, Clone)]
pub(crate) struct Attested {
    /// An (n + 1)-gram is two n-grams in a row: their numbers, in one. Sorted.
    pairs: Vec<u64>,
}

impl Attested {
    pub(crate) fn new(source: &Trace) -> Self {
        let documents = 0..source.corpus.document_count();
        let places = documents.map(|document| &source.places[source.range(document)]);
        let mut all = places.flat_map(pairs).collect::<Vec<_>>();
        all.sort_unstable();
        all.dedup();
        Self { pairs: all }
    }

    /// The share of a document's (n + 1)-grams that humans wrote, its end counted as a token; 1 if it has none.
    pub(crate) fn share(&self, places: &[u32]) -> f64 {
        let all = places.len().saturating_sub(1);
        let attested = pairs(places).filter(|pair| self.pairs.binary_search(pair).is_ok()).count();
        if all == 0 { 1.0 } else { attested as f64 / all as f64 }
    }
}

fn pairs(places: &[u32]) -> impl Iterator<Item = u64> {
    places
        .iter()
        .zip(places.iter().skip(1))
        .map(|(&first, &second)| u64::from(first) << 32 | u64::from(second))
}

/// What the simulated reviewer goes by.
#[derive(Debug, Clone)]
pub(crate) enum Rewards {
    /// Right or wrong.
    Attested(Attested),
    /// ln of the share of each type in the human corpus; of the document end at 0.
    Plain(Vec<f64>),
    /// The number of tokens.
    Length,
}

impl Rewards {
    pub(crate) fn new(task: &Task, human: &HumanCorpus, source: &Trace) -> Self {
        match task {
            Task::Accept { .. } => Self::Attested(Attested::new(source)),
            Task::Better(taste) | Task::BestOf(_, taste) => Self::of(*taste, human),
        }
    }

    /// What a reviewer of that taste goes by.
    pub(crate) fn of(taste: Taste, human: &HumanCorpus) -> Self {
        match taste {
            Taste::Plain | Taste::Rare => {
                let all = human.train().predicted().len() as f64;
                Self::Plain(human.counts().iter().map(|&count| libm::log(f64::from(count) / all)).collect())
            }
            Taste::Short | Taste::Long => Self::Length,
        }
    }

    /// The decision of the simulated reviewer about documents `(trace, number)`.
    pub(crate) fn decide(&self, task: &Task, shown: &[(&Trace, usize)], rng: &mut Rng) -> Verdict {
        let reward =
            |taste, &(trace, document): &(&Trace, usize)| self.reward(taste, trace.corpus.document(document));
        match *task {
            Task::Accept { right, wrong } => {
                let kept = match shown {
                    [document, ..] if self.is_right(document) => right,
                    _ => wrong,
                };
                if uniform(rng) < kept { Verdict::Keep(0) } else { Verdict::Refuse }
            }
            Task::Better(taste) => {
                let rewards = shown.iter().map(|document| reward(taste, document)).collect::<Vec<_>>();
                let odds = match rewards[..] {
                    [first, second] => libm::exp(second - first),
                    _ => 0.0,
                };
                Verdict::Keep(usize::from(uniform(rng) * (1.0 + odds) >= 1.0))
            }
            Task::BestOf(_, taste) => {
                let mut best = (0, f64::NEG_INFINITY);
                for (place, document) in shown.iter().enumerate() {
                    let reward = reward(taste, document);
                    if reward > best.1 {
                        best = (place, reward);
                    }
                }
                Verdict::Keep(best.0)
            }
        }
    }

    fn is_right(&self, &(trace, document): &(&Trace, usize)) -> bool {
        match self {
            Self::Attested(attested) => attested.share(&trace.places[trace.range(document)]) >= ATTESTED,
            _ => true,
        }
    }

    /// How well a document pleases that taste: of two, it is taken with odds of e to the difference.
    pub(crate) fn reward(&self, taste: Taste, tokens: &[TokenId]) -> f64 {
        let length = tokens.len() as f64 + 1.0;
        let plain =
            |logs: &[f64]| (logs[0] + tokens.iter().map(|token| logs[token.index()]).sum::<f64>()) / length;
        match (self, taste) {
            (Self::Plain(logs), Taste::Plain) => plain(logs),
            (Self::Plain(logs), _) => -plain(logs),
            (_, Taste::Short) => -libm::log(length),
            (_, _) => libm::log(length),
        }
    }
}
