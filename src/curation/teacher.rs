//! A small teacher: a model of little clean text that marks what a larger one writes.

use rand::RngExt as _;

use super::commonness::plainest_first;
use super::smoothed::Smoothing;
use super::{Keep, Teacher};
use crate::human::HumanCorpus;
use crate::ngram::{NgramModel, Trace};
use crate::order::ascending;
use crate::rng::Rng;

/// A teacher at work.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    keep: Keep,
    /// log₂ of each n-gram's probability.
    bits: Vec<f64>,
    /// The documents of its sample.
    sample: Vec<usize>,
    /// Lowest and highest marks that pass.
    passing: (f64, f64),
}

impl Marks {
    /// Draws the sample of `teacher` from `human`, which `model` has learnt and `source` holds, and trains on it.
    pub(crate) fn new(
        teacher: &Teacher,
        human: &HumanCorpus,
        model: &NgramModel,
        source: &Trace,
        rng: &mut Rng,
    ) -> Self {
        let mut choice = choice(human, teacher.choice(human.train().document_count()));
        for drawn in 0..teacher.documents {
            let other = rng.random_range(drawn as u32..choice.len() as u32) as usize;
            choice.swap(drawn, other);
        }
        choice.truncate(teacher.documents);
        let mut counts = vec![0; model.counts().len()];
        for &ngram in choice.iter().flat_map(|&document| &source.places[source.range(document)]) {
            counts[ngram as usize] += 1;
        }
        let smoothing = Smoothing::new(human, model, &source.places, teacher.order);
        let bits = smoothing.log2_probabilities(&counts);
        let mut marks =
            Self { keep: teacher.keep, bits, sample: choice, passing: (f64::NEG_INFINITY, f64::INFINITY) };
        if let Keep::Band(share) = teacher.keep {
            marks.passing = marks.band(source, share);
        }
        marks
    }

    /// Tokens of the sample.
    pub(crate) fn sample_tokens(&self, human: &HumanCorpus) -> usize {
        self.sample.iter().map(|&document| human.train().document(document).len()).sum()
    }

    /// The mean of log₂ p over the tokens of a document and its end.
    pub(crate) fn of(&self, places: &[u32]) -> f64 {
        places.iter().map(|&ngram| self.bits[ngram as usize]).sum::<f64>() / places.len() as f64
    }

    /// Looks at what the newest model wrote before it judges any of it.
    pub(crate) fn look_at(&mut self, written: &Trace) {
        if let Keep::Best(share) = self.keep {
            let marks =
                (0..written.corpus.document_count()).map(|d| self.of(&written.places[written.range(d)]));
            let sorted = ascending(marks);
            let kept = libm::ceil(share * sorted.len() as f64) as usize;
            self.passing.0 = sorted[sorted.len() - kept.max(1)];
        }
    }

    /// Whether a document passes.
    pub(crate) fn pass(&self, places: &[u32]) -> bool {
        (self.passing.0..=self.passing.1).contains(&self.of(places))
    }

    /// Where the middle `share` of the human documents lie that the teacher has not read (of all, if it has read all).
    fn band(&self, source: &Trace, share: f64) -> (f64, f64) {
        let all = source.corpus.document_count();
        let mut read = vec![false; all];
        for &document in &self.sample {
            read[document] = self.sample.len() < all;
        }
        let marks = (0..all).filter(|&d| !read[d]).map(|d| self.of(&source.places[source.range(d)]));
        let sorted = ascending(marks);
        let outside = ((1.0 - share) / 2.0 * sorted.len() as f64) as usize;
        (sorted[outside], sorted[sorted.len() - 1 - outside])
    }
}

/// The `size` human documents whose words are the most frequent on average; all of them in their own order.
fn choice(human: &HumanCorpus, size: usize) -> Vec<usize> {
    if size == human.train().document_count() {
        return (0..size).collect();
    }
    plainest_first(human).take(size).collect()
}
