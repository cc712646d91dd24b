//! The loop: train, write, train on what was written.

use std::sync::Arc;

use rand::RngExt as _;

use crate::corpus::{Corpus, TokenId};
use crate::decoding::{DecodedModel, Decoding};
use crate::drift::Prediction;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::metrics::{
    Diversity, HumanNgrams, LONGEST_NGRAM, LONGEST_SURVIVOR, Metrics, count_distinct, totals,
};
use crate::ngram::{NgramModel, NgramOrder, ORDERS};
use crate::rng::{Purpose, Streams};
use crate::sample::Sample;
use crate::sampler;

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
    human_ngrams: HumanNgrams,
    protocol: Protocol,
    /// Longest document that may be written.
    document_limit: usize,
    /// Index of the generation that comes next.
    next: usize,
    corpus: Corpus,
    counts: Vec<u32>,
    model: NgramModel,
    order: NgramOrder,
    /// The round in which the baseline saw each type last, plus one.
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
        let document_limit = if protocol.decoding.is_plain() { sampler::PLAIN_LIMIT } else { longest };
        Ok(Self {
            human_ngrams: HumanNgrams::new(human.train(), human.counts(), protocol.order),
            document_limit,
            next: 0,
            corpus: human.train().clone(),
            counts: human.counts().to_vec(),
            model: NgramModel::default(),
            order: NgramOrder::default(),
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
        self.write();
        self.order.reset(&self.counts, &self.corpus);
        for _ in 1..self.protocol.order {
            self.order.extend(&self.corpus);
        }
        self.train();
        self.next += 1;
        true
    }

    /// Replaces the corpus by the next generation.
    fn write(&mut self) {
        if self.next == 0 {
            return;
        }
        let streams = Streams::new(self.protocol.seed, self.next as u32, Purpose::Write);
        let documents = self.corpus.document_count();
        self.corpus = if self.protocol.decoding.is_plain() {
            sampler::write(&self.model, documents, streams, self.document_limit)
        } else {
            let decoded = DecodedModel::new(&self.model, &self.protocol.decoding);
            sampler::write(&decoded, documents, streams, self.document_limit)
        };
        self.counts = self.corpus.counts(self.counts.len());
    }

    /// Trains the model of the current generation once the places are sorted by its contexts.
    fn train(&mut self) {
        let needed = self.next < self.protocol.generations;
        if needed && self.order.length() + 1 == self.protocol.order {
            self.model.train(&self.corpus, &self.order);
        }
    }

    /// Sorts the corpus once; trains on the way and measures.
    fn train_and_measure(&mut self) -> Metrics {
        let diversity = Diversity::of(&self.counts[1..]);
        let totals = totals(&self.corpus);
        let mut distinct = [f64::NAN; LONGEST_NGRAM];
        let mut survivors = [f64::NAN; LONGEST_SURVIVOR];
        self.order.reset(&self.counts, &self.corpus);
        self.train();
        for n in 1..=LONGEST_NGRAM {
            self.order.extend(&self.corpus);
            self.train();
            let count = if n == 1 { diversity.types } else { count_distinct(&self.corpus, &self.order) };
            if totals[n - 1] > 0 {
                distinct[n - 1] = count as f64 / totals[n - 1] as f64;
            }
            if n == 1 {
                survivors[0] = self.human_ngrams.surviving_types(count);
            } else if n <= LONGEST_SURVIVOR {
                survivors[n - 1] = self.human_ngrams.survivors(&self.corpus, &self.order, count);
            }
        }
        Metrics {
            documents: self.corpus.document_count(),
            tokens: self.corpus.token_count(),
            diversity,
            distinct,
            survivors,
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
                types += usize::from(*seen <= round);
                *seen = round + 1;
            }
        }
        types
    }
}

impl Iterator for Recursion {
    type Item = Generation;

    fn next(&mut self) -> Option<Generation> {
        if self.next > self.protocol.generations {
            return None;
        }
        let before = self.counts.clone();
        self.write();
        let metrics = self.train_and_measure();
        let types = before.iter().zip(&self.counts).enumerate().skip(1);
        let lost = types.filter(|&(_, (&before, &now))| before > 0 && now == 0);
        let generation = Generation {
            index: self.next,
            metrics,
            lost: lost.map(|(id, _)| TokenId(id as u32)).collect(),
            sample: Sample::new(&self.corpus, &self.counts, self.human.vocabulary()),
            counts: self.counts.clone(),
        };
        self.next += 1;
        Some(generation)
    }
}
