//! Smoothed n-gram models for marking documents: no document has the probability 0.

use crate::human::HumanCorpus;
use crate::ngram::{Endings, NgramModel};

/// The n-grams of a human text and all that they end in, so that models of it, and of texts that descend from it, can be
/// smoothed.
#[derive(Debug, Clone)]
pub(crate) struct Smoothing {
    /// For k = 1, 2, … up to the order of the smoothed models.
    levels: Vec<Level>,
    /// Types of the human text, and the document end.
    vocabulary: f64,
}

#[derive(Debug, Clone)]
struct Level {
    endings: Endings,
    /// The context of each k-gram.
    context: Vec<u32>,
}

impl Smoothing {
    /// Prepares models of order `order` for documents that are written in the n-grams of `model`, whose training text
    /// `human` has them at `places`.
    pub(crate) fn new(human: &HumanCorpus, model: &NgramModel, places: &[u32], order: usize) -> Self {
        let level = |k| {
            let (endings, _) = Endings::new(human.train(), model, places, k);
            let contexts = 0..endings.ngrams.context_count();
            let context =
                contexts.flat_map(|c| endings.ngrams.of_context(c).map(move |_| c as u32)).collect();
            Level { endings, context }
        };
        let types = human.counts()[1..].iter().filter(|&&count| count > 0).count();
        Self { levels: (1..=order).map(level).collect(), vocabulary: types as f64 + 1.0 }
    }

    /// log₂ of the probability of each n-gram's last token behind the others, in the model of a text in which n-gram g
    /// occurs `counts[g]` times, smoothed after Witten and Bell (1991): a context that was seen N times with T different
    /// continuations has them at N / (N + T) of their relative frequencies, and leaves T / (N + T) to the context
    /// that is one token shorter. The empty context leaves it to all types alike.
    pub(crate) fn log2_probabilities(&self, counts: &[u32]) -> Vec<f64> {
        let mut probabilities = vec![1.0 / self.vocabulary; counts.len()];
        for Level { endings, context } in &self.levels {
            let seen = endings.sums(|ngram| f64::from(counts[ngram]));
            let mut totals = vec![(0.0, 0.0); endings.ngrams.context_count()];
            for (&seen, &context) in seen.iter().zip(context).filter(|&(&seen, _)| seen > 0.0) {
                let (tokens, types) = &mut totals[context as usize];
                *tokens += seen;
                *types += 1.0;
            }
            for (probability, &ending) in probabilities.iter_mut().zip(&endings.ending) {
                let (tokens, types) = totals[context[ending as usize] as usize];
                if tokens > 0.0 {
                    *probability = (seen[ending as usize] + types * *probability) / (tokens + types);
                }
            }
        }
        probabilities.into_iter().map(libm::log2).collect()
    }

    /// For each n-gram, log₂ of the ratio of its last token's probability behind the others in what machines wrote, where
    /// n-gram g occurs `machine[g]` times, to that in a library of human text, where it occurs `library[g]` times.
    ///
    /// Both models know the continuations that the library has, and beside them one event "another one", which the shorter
    /// context tells apart. Without it human documents that the library lacks would look like a machine's, because the
    /// machine has read them. In the library another one comes with T / (N + T), as after Witten and Bell (1991); the
    /// machine's probabilities are the library's, as if seen T times, and what it wrote.
    pub(crate) fn log2_ratio(&self, library: &[u32], machine: &[u32]) -> Vec<f64> {
        let mut ratios = vec![0.0; library.len()];
        for Level { endings, context } in &self.levels {
            let read = endings.sums(|ngram| f64::from(library[ngram]));
            let written = endings.sums(|ngram| f64::from(machine[ngram]));
            let mut tallies = vec![Tally::default(); endings.ngrams.context_count()];
            for ((&read, &written), &context) in read.iter().zip(&written).zip(context) {
                let tally = &mut tallies[context as usize];
                tally.read += read;
                tally.written += written;
                if read > 0.0 {
                    tally.types += 1.0;
                } else {
                    tally.others += written;
                }
            }
            for (ratio, &ending) in ratios.iter_mut().zip(&endings.ending) {
                let tally = &tallies[context[ending as usize] as usize];
                let read = read[ending as usize];
                if read > 0.0 {
                    *ratio = tally.log2_ratio(read, written[ending as usize]);
                } else if tally.read > 0.0 {
                    *ratio += tally.log2_ratio(tally.types, tally.others);
                }
            }
        }
        ratios
    }
}

/// What follows a context.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    /// Tokens in the library, and their types.
    read: f64,
    types: f64,
    /// Tokens written, and those of them that the library does not have here.
    written: f64,
    others: f64,
}

impl Tally {
    /// For an event seen so often in the library and in what was written.
    fn log2_ratio(&self, read: f64, written: f64) -> f64 {
        let human = read / (self.read + self.types);
        libm::log2((written + self.types * human) / (self.written + self.types) / human)
    }
}
