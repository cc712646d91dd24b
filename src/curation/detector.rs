//! Detectors: which documents look like a machine's, and how sure that is.

use super::detection::Detection;
use super::smoothed::Smoothing;
use super::{Detector, Judge};
use crate::human::HumanCorpus;
use crate::ngram::{NgramModel, Trace};
use crate::order::{ascending, descending};
use crate::rng::{Rng, uniform};

/// Importance resampling: so many times as many documents,
pub(super) const ENLARGEMENT: f64 = 1.5;
/// in proportion to 1 − confidence raised to this power,
const SHARPNESS: f64 = 10.0;
/// each at most so often.
const COPIES: usize = 3;

/// Order of the two models that are compared.
const ORDER: usize = 2;

/// A human document is judged by a detector that has not read it, and by a threshold that was set without it: the
/// detector of one class has read the human documents of the classes of other parity, and its threshold is set by the other
/// class of the same parity. Machine documents go round the classes.
const CLASSES: usize = 4;

/// What a detector says of one document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Judged {
    pub(crate) flagged: bool,
    /// ln (1 − c), c being the confidence that a machine wrote it.
    pub(crate) log_doubt: f64,
}

/// A detector at work.
#[derive(Debug, Clone)]
pub(crate) enum Sieve {
    Ideal { true_positive_rate: f64, false_positive_rate: f64 },
    Trained(Box<Trained>),
}

/// The likelihood-ratio classifier.
#[derive(Debug, Clone)]
pub(crate) struct Trained {
    false_positive_rate: f64,
    smoothing: Smoothing,
    /// Occurrences of n-grams in the library, by parity of the human documents in it.
    library: [Vec<u32>; 2],
    /// Occurrences of n-grams in all that was written so far.
    written: Vec<u32>,
    /// By parity: log₂ of the ratio of the machine's probability of an n-gram to the human one. Empty before any machine text
    /// is known.
    ratio: [Vec<f64>; 2],
    /// By class: the highest score that is not flagged.
    threshold: [f64; CLASSES],
}

impl Sieve {
    pub(crate) fn new(detector: &Detector, human: &HumanCorpus, model: &NgramModel, source: &Trace) -> Self {
        match detector.judge {
            Judge::Ideal { true_positive_rate, false_positive_rate } => {
                Self::Ideal { true_positive_rate, false_positive_rate }
            }
            Judge::Trained { false_positive_rate } => {
                let order = ORDER.min(model.order());
                let smoothing = Smoothing::new(human, model, &source.places, order);
                let library = [0, 1].map(|parity| {
                    let mut counts = vec![0; model.counts().len()];
                    for document in (parity..source.corpus.document_count()).step_by(2) {
                        count(&mut counts, &source.places[source.range(document)]);
                    }
                    counts
                });
                Self::Trained(Box::new(Trained {
                    false_positive_rate,
                    smoothing,
                    library,
                    written: vec![0; model.counts().len()],
                    ratio: [vec![], vec![]],
                    threshold: [f64::INFINITY; CLASSES],
                }))
            }
        }
    }

    /// Judges document `number` of a trace.
    pub(crate) fn judge(&self, is_human: bool, trace: &Trace, number: usize, rng: &mut Rng) -> Judged {
        match self {
            Self::Ideal { true_positive_rate: tpr, false_positive_rate: fpr } => {
                let flagged = uniform(rng) < if is_human { *fpr } else { *tpr };
                // The chance that a human wrote it, if humans and machines write as much.
                let (human, machine) = if flagged { (*fpr, *tpr) } else { (1.0 - fpr, 1.0 - tpr) };
                Judged { flagged, log_doubt: libm::log(human / (human + machine)) }
            }
            Self::Trained(trained) => {
                let (score, flagged) = trained.judge(&trace.places[trace.range(number)], number);
                Judged { flagged, log_doubt: log_doubt(score) }
            }
        }
    }

    /// Learns from what was written before the generation that is to be judged; `source` holds the human documents.
    pub(crate) fn learn(&mut self, written: &Trace, source: &Trace) {
        if let Self::Trained(trained) = self {
            count(&mut trained.written, &written.places);
            let Trained { smoothing, library, written, .. } = &**trained;
            trained.ratio = library.each_ref().map(|library| smoothing.log2_ratio(library, written));
            trained.set_thresholds(source);
        }
    }

    /// What a trained detector that has learnt something says of all that it can judge.
    pub(crate) fn detection(
        &self,
        human: &HumanCorpus,
        source: &Trace,
        written: &Trace,
    ) -> Option<Detection> {
        match self {
            Self::Trained(trained) if self.has_learnt() => {
                Some(Detection::new(trained, human, source, written))
            }
            _ => None,
        }
    }

    /// Whether resampling is of any use: an ideal detector always knows, a trained one only once it has learnt.
    pub(crate) fn has_learnt(&self) -> bool {
        match self {
            Self::Ideal { .. } => true,
            Self::Trained(trained) => !trained.ratio[0].is_empty(),
        }
    }
}

impl Trained {
    /// The score of document `number`, and whether it is flagged.
    pub(super) fn judge(&self, places: &[u32], number: usize) -> (f64, bool) {
        let score = self.score(places, number);
        (score, score > self.threshold[number % CLASSES])
    }

    /// log₂ of the ratio of two likelihoods of document `number`: above 0 the machine's is the larger one.
    fn score(&self, places: &[u32], number: usize) -> f64 {
        let ratio = &self.ratio[(number + 1) % 2];
        if ratio.is_empty() {
            return 0.0;
        }
        places.iter().map(|&ngram| ratio[ngram as usize]).sum()
    }

    fn set_thresholds(&mut self, source: &Trace) {
        let documents = source.corpus.document_count();
        for class in 0..CLASSES {
            let others = ((class + 2) % CLASSES..documents).step_by(CLASSES);
            let scores = ascending(others.map(|d| self.score(&source.places[source.range(d)], d)));
            let flagged = libm::floor(self.false_positive_rate * scores.len() as f64) as usize;
            let highest_kept = scores.len().checked_sub(flagged + 1);
            self.threshold[class] = match highest_kept {
                Some(place) => scores[place],
                None if scores.is_empty() => f64::INFINITY,
                None => f64::NEG_INFINITY,
            };
        }
    }
}

/// ln (1 − c), 1 − c = 1 / (1 + 2^score) being the chance that a human wrote it, if humans and machines write as much. It
/// overflows nowhere.
fn log_doubt(score: f64) -> f64 {
    let nats = score * core::f64::consts::LN_2;
    -(nats.max(0.0) + libm::log1p(libm::exp(-nats.abs())))
}

fn count(counts: &mut [u32], places: &[u32]) {
    for &ngram in places {
        counts[ngram as usize] += 1;
    }
}

/// Draws from documents, of which `log_doubts` are known, without replacement from [`COPIES`] copies of each: the places of
/// the documents drawn, in order. Each draw has chances in proportion to the weights that are left: with the logarithms of
/// the weights that means adding Gumbel noise and taking the largest (Vieira 2014; Kool and others 2019).
pub(crate) fn resample(log_doubts: &[f64], rng: &mut Rng) -> Vec<usize> {
    let size = libm::round(ENLARGEMENT * log_doubts.len() as f64) as usize;
    let log_weights = log_doubts.iter().flat_map(|&log_doubt| [SHARPNESS * log_doubt; COPIES]);
    let keys = log_weights.map(|log_weight| {
        let gumbel = -libm::log(-libm::log((uniform(rng) * 4_294_967_296.0 + 0.5) / 4_294_967_296.0));
        // Sortable as a whole number: 2^20 steps to a unit, the least likely first.
        libm::round((log_weight.max(-1_000.0) + gumbel + 1_010.0) * 1_048_576.0) as u32
    });
    let mut copies = vec![0; log_doubts.len()];
    for copy in descending(keys).take(size) {
        copies[copy / COPIES] += 1;
    }
    copies.iter().enumerate().flat_map(|(place, &copies)| core::iter::repeat_n(place, copies)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::{Purpose, Streams};

    #[test]
    fn doubt_is_what_confidence_leaves() {
        for score in [-40.0, -3.0, -0.5, 0.0, 0.5, 3.0, 40.0] {
            let doubt = 1.0 / (1.0 + libm::exp2(score));
            assert!((libm::exp(log_doubt(score)) / doubt - 1.0).abs() < 1e-12, "{score}");
        }
        assert_eq!(log_doubt(-5_000.0), 0.0);
        assert!((log_doubt(5_000.0) + 5_000.0 * core::f64::consts::LN_2).abs() < 1e-9);
    }

    /// Even among documents that nearly nobody would draw, those that fewer still would draw come last.
    #[test]
    fn weights_of_any_size_are_compared() {
        let mut rng = Streams::new(1, 1, Purpose::Curation).document(0);
        let drawn = resample(&[[-60.0; 10], [-50.0; 10]].concat(), &mut rng);
        assert_eq!(drawn, (10..20).flat_map(|place| [place; COPIES]).collect::<Vec<_>>());
        assert_eq!(resample(&[f64::NEG_INFINITY, 0.0, f64::NEG_INFINITY], &mut rng).len(), 5);
    }

    /// Equal weights are drawn alike, wherever they stand: the first thousand of 2,000 get half of the 3,000 draws, within
    /// four standard errors of 200 repetitions.
    #[test]
    fn equal_weights_have_equal_chances() {
        let mut rng = Streams::new(2, 1, Purpose::Curation).document(0);
        let first = (0..200).map(|_| {
            let drawn = resample(&[-0.7; 2_000], &mut rng);
            assert_eq!(drawn.len(), 3_000);
            drawn.iter().filter(|&&place| place < 1_000).count() as f64 - 1_500.0
        });
        // 3,000 of 6,000 copies without replacement: hypergeometric.
        let deviation = libm::sqrt(3_000.0 * 0.25 * 3_000.0 / 5_999.0);
        let mean = first.sum::<f64>() / 200.0;
        assert!(mean.abs() < 4.0 * deviation / libm::sqrt(200.0), "{mean}");
    }
}
