//! The loop: train, write, train on what was written.

use std::sync::Arc;

use rand::RngExt as _;

use crate::corpus::{Corpus, TokenId};
use crate::decoding::{DecodedModel, Decoding};
use crate::drift::Prediction;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::metrics::{Diversity, Metrics, NgramCensus, totals};
use crate::ngram::{NgramModel, ORDERS};
use crate::rng::{Purpose, Streams};
use crate::sample::Sample;
use crate::sampler::{self, Writer};

/// Most generations that a run may have.
pub const MAX_GENERATIONS: usize = 10_000;

/// Everything that decides a run, apart from the human corpus.
#[derive(Debug, Clone, PartialEq)]
pub struct Protocol {
    /// Order n of every model: a token depends on the n − 1 before it; 1 to 5.
    pub order: usize,
    /// Rounds of retraining, at least 1.
    pub generations: usize,
    /// How text is drawn from a model.
    pub decoding: Decoding,
    /// The same seed gives the same words, on every machine.
    pub seed: u32,
}

impl Default for Protocol {
    fn default() -> Self {
        Self { order: 3, generations: 20, decoding: Decoding::default(), seed: 1 }
    }
}

impl Protocol {
    /// Checks every range, so that nothing can go wrong later.
    ///
    /// # Errors
    /// For the first parameter out of range, with its name, value and range.
    pub fn validate(&self) -> Result<(), Error> {
        if !ORDERS.contains(&self.order) {
            return Err(Error::out_of_range("order", self.order, "a whole number from 1 to 5"));
        }
        if !(1..=MAX_GENERATIONS).contains(&self.generations) {
            let allowed = format!("a whole number from 1 to {MAX_GENERATIONS}");
            return Err(Error::out_of_range("generations", self.generations, allowed));
        }
        self.decoding.validate()
    }
}

/// One round of the loop, measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Generation {
    /// 0 is the human corpus, 1 the first text written by a machine.
    pub index: usize,
    /// What was measured.
    pub metrics: Metrics,
    /// Occurrences of each type by [`TokenId`]; the number of documents at 0.
    pub counts: Vec<u32>,
    /// Types that occurred in the generation before and occur no more, most frequent among humans first.
    pub lost: Vec<TokenId>,
    /// The first sentences.
    pub sample: Sample,
}

/// The generations of a run, from 0 (the human corpus) to [`Protocol::generations`].
///
/// Each generation is as many documents as the human corpus has, written by a model trained on the generation
/// before and on nothing else (the regime called *replace*).
#[derive(Debug, Clone)]
pub struct Recursion {
    human: Arc<HumanCorpus>,
    protocol: Protocol,
    census: NgramCensus,
    /// Longest document that may be written.
    document_limit: usize,
    /// Index of the generation that comes next.
    next: usize,
    /// The generation that was passed last, its n-grams by place, its types' occurrences, and the model trained
    /// on it.
    corpus: Corpus,
    places: Vec<u32>,
    counts: Vec<u32>,
    model: NgramModel,
    writer: Writer,
    /// The round in which the baseline saw each type last.
    seen: Vec<u32>,
}

impl Recursion {
    /// Prepares a run.
    ///
    /// # Errors
    /// If the protocol is refused by [`Protocol::validate`].
    pub fn new(human: Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        protocol.validate()?;
        let longest = human.train().documents().map(<[_]>::len).max().unwrap_or(1).max(1);
        let plain = protocol.decoding.is_plain();
        let document_limit = if plain { sampler::plain_limit(longest) } else { longest };
        let (model, places) = NgramModel::with_places(human.train(), protocol.order);
        Ok(Self {
            census: NgramCensus::new(human.train(), &model, &places),
            document_limit,
            next: 0,
            corpus: human.train().clone(),
            places,
            counts: human.counts().to_vec(),
            model,
            writer: Writer::default(),
            seen: vec![0; human.vocabulary().len()],
            human,
            protocol,
        })
    }

    /// The human corpus of this run.
    #[must_use]
    pub fn human(&self) -> &HumanCorpus {
        &self.human
    }

    /// The protocol of this run.
    #[must_use]
    pub fn protocol(&self) -> &Protocol {
        &self.protocol
    }

    /// What theory expects of this run before it begins, were every token drawn from the model's own
    /// probabilities (temperature 1, no cut).
    #[must_use]
    pub fn prediction(&self) -> Prediction {
        Prediction::new(&self.human, self.protocol.order, self.protocol.generations)
    }

    /// Documents of the generation that [`Recursion::next`] or [`Recursion::advance`] came to last.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Passes one generation without measuring it. Returns whether there was one left.
    pub fn advance(&mut self) -> bool {
        if self.next > self.protocol.generations {
            return false;
        }
        if self.next > 0 {
            self.write();
        }
        self.next += 1;
        true
    }

    /// Replaces the corpus by the next generation and trains on it.
    fn write(&mut self) {
        let streams = Streams::new(self.protocol.seed, self.next as u32, Purpose::Write);
        let documents = self.corpus.document_count();
        let into = (&mut self.corpus, &mut self.places);
        if self.protocol.decoding.is_plain() {
            self.writer.write(&self.model, documents, streams, self.document_limit, into);
        } else {
            let decoded = DecodedModel::new(&self.model, &self.protocol.decoding);
            self.writer.write(&decoded, documents, streams, self.document_limit, into);
        }
        self.model.train(&self.places);
        self.counts = self.corpus.counts(self.counts.len());
    }

    fn measure(&mut self) -> Metrics {
        let totals = totals(&self.corpus);
        let types = self.census.count(&self.corpus, &self.model, &self.places);
        let share =
            |part: usize, whole: usize| if whole == 0 { f64::NAN } else { part as f64 / whole as f64 };
        Metrics {
            documents: self.corpus.document_count(),
            tokens: self.corpus.token_count(),
            diversity: Diversity::of(&self.counts[1..]),
            distinct: std::array::from_fn(|n| share(types.distinct[n], totals[n])),
            survivors: std::array::from_fn(|n| share(types.surviving[n], self.census.human().distinct[n])),
            baseline_types: self.baseline_types(),
        }
    }

    /// Types in as many human documents as there are, each drawn anew.
    fn baseline_types(&mut self) -> usize {
        let round = self.next as u32;
        let mut rng = Streams::new(self.protocol.seed, round, Purpose::Baseline).document(0);
        let documents = self.human.train().document_count() as u32;
        let mut types = 0;
        for _ in 0..documents {
            for token in self.human.train().document(rng.random_range(0..documents) as usize) {
                let seen = &mut self.seen[token.index()];
                types += usize::from(*seen != round);
                *seen = round;
            }
        }
        types
    }
}

impl Iterator for Recursion {
    type Item = Generation;

    fn next(&mut self) -> Option<Generation> {
        let index = self.next;
        let before = self.counts.clone();
        if !self.advance() {
            return None;
        }
        let types = before.iter().zip(&self.counts).enumerate().skip(1);
        let lost = types.filter(|&(_, (&before, &now))| before > 0 && now == 0);
        Some(Generation {
            index,
            lost: lost.map(|(id, _)| TokenId(id as u32)).collect(),
            metrics: self.measure(),
            sample: Sample::new(&self.corpus, &self.counts, self.human.vocabulary()),
            counts: self.counts.clone(),
        })
    }
}
