//! How well a trained detector does in one generation, and whom it wrongs.

use super::commonness::plainest_first;
use super::detector::Trained;
use crate::human::HumanCorpus;
use crate::metrics::Roc;
use crate::ngram::Trace;

/// What a trained detector says of documents that it was not trained on: every document of the human corpus, judged by the half
/// of the detector that has not read it, and all that the newest model wrote.
#[derive(Debug, Clone, PartialEq)]
pub struct Detection {
    /// For each human document, log₂ of the ratio of the machine's likelihood to the human one.
    pub human_scores: Vec<f64>,
    /// The same for each document of [`Recursion::written`](crate::recursion::Recursion::written).
    pub machine_scores: Vec<f64>,
    /// Share of the human documents that are flagged.
    pub false_positive_rate: f64,
    /// Share of the machine documents that are flagged.
    pub true_positive_rate: f64,
    /// Share of the human documents that are flagged, by quarters: those whose words are the most frequent on average come
    /// first.
    pub false_positives_by_rarity: [f64; 4],
}

impl Detection {
    pub(super) fn new(detector: &Trained, human: &HumanCorpus, source: &Trace, written: &Trace) -> Self {
        let judged = |trace: &Trace| {
            let documents = 0..trace.corpus.document_count();
            documents.map(|d| detector.judge(&trace.places[trace.range(d)], d)).collect::<Vec<_>>()
        };
        let (of_human, of_machine) = (judged(source), judged(written));
        let flagged = of_human.iter().map(|judged| judged.1).collect::<Vec<_>>();
        let by_rarity = plainest_first(human).map(|document| flagged[document]).collect::<Vec<_>>();
        let quarter = |i: usize| i * by_rarity.len() / 4;
        Self {
            false_positives_by_rarity: [0, 1, 2, 3].map(|i| share(&by_rarity[quarter(i)..quarter(i + 1)])),
            false_positive_rate: share(&flagged),
            true_positive_rate: share(&of_machine.iter().map(|judged| judged.1).collect::<Vec<_>>()),
            human_scores: of_human.into_iter().map(|judged| judged.0).collect(),
            machine_scores: of_machine.into_iter().map(|judged| judged.0).collect(),
        }
    }

    /// The receiver operating characteristic of these scores.
    #[must_use]
    pub fn roc(&self) -> Roc {
        Roc::new(&self.human_scores, &self.machine_scores)
    }
}

/// The share of what is true; NaN of nothing.
fn share(of: &[bool]) -> f64 {
    of.iter().filter(|&&it| it).count() as f64 / of.len() as f64
}
