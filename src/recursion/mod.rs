//! The loop: train, write, put together what the next model learns from.

mod ancestry;
mod assembly;
mod ledger;
mod scrape;
mod writing;

use std::sync::Arc;

use rand::RngExt as _;

use crate::corpus::{Corpus, TokenId};
use crate::curation::Detection;
use crate::drift::{Band, Expectation, Prediction, Quantity, Theory};
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::metrics::{Diversity, Metrics, NgramCensus, totals};
use crate::ngram::{NgramModel, Trace};
pub use crate::protocol::{MAX_GENERATIONS, Protocol};
use crate::regime::Regime;
use crate::rng::{Purpose, Streams};
use crate::sample::Sample;
use crate::sampler::{self, Writer};

use self::ancestry::Ancestry;
pub use self::ledger::{ACCOUNT, Ledger};
use self::scrape::Curator;

/// One round of the loop, measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Generation {
    /// 0 is the human corpus, 1 the first text written by a machine.
    pub index: usize,
    /// What was measured on the text that the next model learns from.
    pub metrics: Metrics,
    /// Occurrences of each type by [`TokenId`] in that text; the number of its documents at 0.
    pub counts: Vec<u32>,
    /// Types that occurred in the generation before and occur no more, most frequent among humans first.
    pub lost: Vec<TokenId>,
    /// The first sentences of what the newest model wrote.
    pub sample: Sample,
}

/// The generations of a run, from 0 (the human corpus) to [`Protocol::generations`].
///
/// In generation t ≥ 1 the model that was trained last writes documents, and the [`Regime`] puts together what the next one
/// learns from: the *corpus* of this generation. Under [`Regime::Replace`] that is what was written, and nothing else.
#[derive(Debug, Clone)]
pub struct Recursion {
    human: Arc<HumanCorpus>,
    protocol: Protocol,
    census: NgramCensus,
    /// Longest document that may be written.
    document_limit: usize,
    /// Index of the generation that comes next.
    next: usize,
    /// The human corpus by its n-grams, for regimes that go back to it.
    source: Trace,
    /// What the newest model wrote; at first the human corpus.
    written: Trace,
    /// The text that the next model learns from, unless that is `written`.
    mixture: Option<Trace>,
    /// Occurrences of the types in that text, and the model trained on it.
    counts: Vec<u32>,
    model: NgramModel,
    /// Under [`Regime::Weighted`], from generation 1 on: how many of the n-grams and of the types are human.
    weighted: Option<Weighted>,
    /// Followed only when asked for.
    ancestry: Option<Ancestry>,
    /// Nobody, if everything that is written is learnt from.
    curator: Option<Box<Curator>>,
    ledger: Ledger,
    writer: Writer,
    /// The round in which the baseline saw each type last.
    seen: Vec<u32>,
}

/// The human part of a text whose two parts have weights.
#[derive(Debug, Clone)]
struct Weighted {
    /// The weight of one human document; another one has the rest to 1.
    weight: f64,
    ngrams: Vec<u32>,
    types: Vec<u32>,
}

impl Weighted {
    /// Occurrences with their weights; at w = 1/2 every one counts 1.
    fn weigh(&self, human: u32, all: u32) -> f64 {
        2.0 * (self.weight * f64::from(human) + (1.0 - self.weight) * f64::from(all - human))
    }
}

impl Recursion {
    /// Prepares a run.
    ///
    /// # Errors
    /// If the protocol is refused by [`Protocol::validate`].
    pub fn new(human: Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        protocol.validate(&human)?;
        let longest = human.train().documents().map(<[_]>::len).max().unwrap_or(1).max(1);
        let plain = protocol.decoding.is_plain() && !protocol.curation.selects();
        let document_limit = if plain { sampler::plain_limit(longest) } else { longest };
        let (model, places) = NgramModel::with_places(human.train(), protocol.order);
        let census = NgramCensus::new(human.train(), &model, &places);
        let written = Trace { corpus: human.train().clone(), places, founders: Vec::new() };
        let curator = Curator::new(&protocol, &human, &model, &written);
        let mixes = curator.is_some() || !matches!(protocol.regime, Regime::Replace | Regime::Grow { .. });
        let tokens = human.train().token_count();
        let sample = curator.as_ref().map_or(0, |curator| curator.sample_tokens);
        let ledger =
            Ledger { human_tokens_read: tokens, human_tokens_bought: tokens + sample, ..Ledger::default() };
        Ok(Self {
            census,
            document_limit,
            next: 0,
            source: if mixes { written.clone() } else { Trace::default() },
            mixture: mixes.then(|| written.clone()),
            written,
            counts: human.counts().to_vec(),
            model,
            weighted: None,
            ancestry: None,
            curator,
            ledger,
            writer: Writer::default(),
            seen: vec![0; human.vocabulary().len()],
            human,
            protocol,
        })
    }

    /// Prepares a run that also follows every token back to the human text: see [`Recursion::origin`],
    /// [`Recursion::genealogy`] and [`Recursion::effective_human_tokens`]. It writes the same text.
    ///
    /// # Errors
    /// If the protocol is refused by [`Protocol::validate`].
    pub fn with_ancestry(human: Arc<HumanCorpus>, protocol: Protocol) -> Result<Self, Error> {
        let mut recursion = Self::new(human, protocol)?;
        recursion.ancestry = Some(Ancestry::new(&mut recursion.written));
        if let Some(mixture) = &mut recursion.mixture {
            mixture.founders.clone_from(&recursion.written.founders);
        }
        Ok(recursion)
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

    /// What theory expects of this run before it begins, where it has a closed form.
    #[must_use]
    pub fn theory(&self) -> Theory<'_> {
        let Protocol { order, generations, regime, .. } = self.protocol;
        Theory::new(&self.human, order, generations, regime, self.protocol.is_plain())
    }

    /// The living types that theory expects; `None` where it has no closed form.
    #[must_use]
    pub fn prediction(&self) -> Option<Prediction> {
        let Expectation { mean: types, band, .. } = self.theory().expect(Quantity::Survivors)?;
        let Band { low, high } = band?;
        Some(Prediction { types, low, high })
    }

    /// The living types that chance alone would leave, were every token drawn at temperature 1 and each model to read
    /// the newest text alone: something to compare with where nothing is predicted.
    #[must_use]
    pub fn chance_alone(&self) -> Prediction {
        Prediction::new(&self.human, self.protocol.order, self.protocol.generations)
    }

    /// The text of the generation that [`Recursion::next`] or [`Recursion::advance`] came to last: what the next model
    /// learns from.
    #[must_use]
    pub fn corpus(&self) -> &Corpus {
        &self.learnt().corpus
    }

    /// The part of that generation that its model wrote; at generation 0 the human corpus. Where a regime takes no machine
    /// document at all (a human share of 1) these are as many as the human corpus has, and nobody learns from them.
    #[must_use]
    pub fn written(&self) -> &Corpus {
        &self.written.corpus
    }

    fn learnt(&self) -> &Trace {
        self.mixture.as_ref().unwrap_or(&self.written)
    }

    /// Occurrences of each type in that text by [`TokenId`]; the number of its documents at 0.
    #[must_use]
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// The next model: trained on that text, every document counting the same.
    #[must_use]
    pub fn model(&self) -> &NgramModel {
        &self.model
    }

    /// Occurrences of each n-gram of the model, by its number, in the text that the next model learns from, with their
    /// weights: the probability of an n-gram is its share of those of its context.
    pub(crate) fn ngram_weight(&self, ngram: usize) -> f64 {
        let all = self.model.counts()[ngram];
        match &self.weighted {
            Some(weighted) => weighted.weigh(weighted.ngrams[ngram], all),
            None => f64::from(all),
        }
    }

    /// The share of each type, by [`TokenId`] from 1 on, in the text that the next model learns from.
    #[must_use]
    pub fn shares(&self) -> Vec<f64> {
        let weight = |t: usize| match &self.weighted {
            Some(weighted) => weighted.weigh(weighted.types[t], self.counts[t]),
            None => f64::from(self.counts[t]),
        };
        let weights = (1..self.counts.len()).map(weight).collect::<Vec<_>>();
        let sum = weights.iter().sum::<f64>();
        weights.into_iter().map(|weight| weight / sum).collect()
    }

    /// Where token `token` of document `document` of [`Recursion::written`] comes from: its document and place in the human
    /// corpus ([`HumanCorpus::train`]). `None` if there is no such token, or ancestry is not followed.
    #[must_use]
    pub fn origin(&self, document: usize, token: usize) -> Option<(usize, usize)> {
        if document >= self.written().document_count() || token >= self.written().document(document).len() {
            return None;
        }
        let place = self.written.range(document).start + token;
        let origin = self.ancestry.as_ref()?.origin(&self.written, place)?;
        Some(self.human.train().locate(origin as usize))
    }

    /// The share of the tokens of the human corpus that still have descendants in [`Recursion::corpus`]. `None` unless
    /// ancestry is followed. In expectation s_t of [`drift`](crate::drift) under [`Regime::Replace`].
    #[must_use]
    pub fn genealogy(&self) -> Option<f64> {
        let (_, origins) = self.ancestry.as_ref()?.living(self.learnt());
        Some(origins as f64 / self.human.train().token_count() as f64)
    }

    /// How many readings of human tokens have descendants in [`Recursion::corpus`]; a token that is drawn anew is
    /// read once more. It is the size of the human sample that the text is worth. `None` unless ancestry is followed.
    #[must_use]
    pub fn effective_human_tokens(&self) -> Option<usize> {
        Some(self.ancestry.as_ref()?.living(self.learnt()).0)
    }

    /// What the run has cost so far.
    #[must_use]
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The share of human documents in what the next model learns of the latest scrape; NaN if there is no curation, or
    /// was no scrape.
    #[must_use]
    pub fn curated_human_share(&self) -> f64 {
        self.curator.as_ref().map_or(f64::NAN, |curator| curator.human_share)
    }

    /// How well a trained detector did in the latest generation; `None` if there is none, or it had not learnt anything yet.
    #[must_use]
    pub fn detection(&self) -> Option<&Detection> {
        self.curator.as_ref()?.detection.as_ref()
    }

    /// Passes one generation without measuring it. Returns whether there was one left.
    pub fn advance(&mut self) -> bool {
        if self.next > self.protocol.generations {
            return false;
        }
        if self.next > 0 {
            if self.curator.is_some() {
                let accepted = self.scrape();
                self.put_together(&accepted);
            } else {
                self.write(0, self.documents_to_write());
                self.put_together(&[]);
            }
            self.ledger.machine_tokens_written += self.written.corpus.token_count();
            self.train();
        }
        self.next += 1;
        true
    }

    fn streams(&self, purpose: Purpose) -> Streams {
        Streams::new(self.protocol.seed, self.next as u32, purpose)
    }

    /// Trains the next model.
    fn train(&mut self) {
        let trace = self.mixture.as_ref().unwrap_or(&self.written);
        self.model.train(&trace.places);
        self.counts = trace.corpus.counts(self.counts.len());
        if let Regime::Weighted { weight } = self.protocol.regime
            && 0.0 < weight
            && weight < 1.0
        {
            // Human documents come first.
            let documents = self.human.train().document_count();
            let human = trace.corpus.start_of(documents) - trace.corpus.start_of(0);
            let mut ngrams = vec![0; self.model.counts().len()];
            let mut types = vec![0; self.counts.len()];
            for (&ngram, token) in trace.places[..human].iter().zip(trace.corpus.predicted()) {
                ngrams[ngram as usize] += 1;
                types[token.index()] += 1;
            }
            // All human ones together have the weight that the regime says, however many there are of the others.
            let weight = match (trace.corpus.document_count() - documents) as f64 / documents as f64 {
                1.0 => weight,
                machine => weight / (weight + (1.0 - weight) / machine),
            };
            self.weighted = Some(Weighted { weight, ngrams, types });
        }
    }

    fn measure(&mut self) -> Metrics {
        let Trace { corpus, places, .. } = self.learnt();
        let totals = totals(corpus);
        let types = self.census.count(corpus, &self.model, places);
        let share =
            |part: usize, whole: usize| if whole == 0 { f64::NAN } else { part as f64 / whole as f64 };
        Metrics {
            documents: corpus.document_count(),
            tokens: corpus.token_count(),
            diversity: match self.weighted {
                Some(_) => Diversity::weighted(&self.counts[1..], &self.shares()),
                None => Diversity::of(&self.counts[1..]),
            },
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
            sample: Sample::new(self.written(), &self.counts, self.human.vocabulary()),
            counts: self.counts.clone(),
        })
    }
}
