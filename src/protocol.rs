//! Everything that decides a run, apart from the human corpus.

use std::ops::RangeInclusive;

use crate::curation::Curation;
use crate::decoding::Decoding;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::ngram::ORDERS;
use crate::regime::{MAX_RATE, Regime};

/// Most generations that a run may have.
pub const MAX_GENERATIONS: usize = 10_000;

/// Most tokens that a model may learn from: with these, training and measuring stay within the 256 MiB that the page asks of
/// a browser.
pub const MAX_CORPUS_TOKENS: usize = 4_000_000;

/// Allowed [`Protocol::effort`].
const EFFORTS: RangeInclusive<f64> = 0.01..=1000.0;

/// Everything that decides a run, apart from the human corpus.
#[derive(Debug, Clone, PartialEq)]
pub struct Protocol {
    /// Order n of every model: a token depends on the n − 1 before it; 1 to 5.
    pub order: usize,
    /// Rounds of retraining, at least 1.
    pub generations: usize,
    /// What the next model learns from.
    pub regime: Regime,
    /// How text is drawn from a model.
    pub decoding: Decoding,
    /// More computation: how many times as many documents the newest model writes as the regime says; 0.01 to 1000. Human
    /// documents stay as they are.
    pub effort: f64,
    /// Which of the documents that arrive the next model learns from.
    pub curation: Curation,
    /// The same seed gives the same words, on every machine.
    pub seed: u32,
}

impl Default for Protocol {
    fn default() -> Self {
        let (regime, decoding, curation) = (Regime::default(), Decoding::default(), Curation::NONE);
        Self { order: 3, generations: 20, regime, decoding, effort: 1.0, curation, seed: 1 }
    }
}

impl Protocol {
    /// Checks every range for a run on `human`, so that nothing can go wrong later.
    ///
    /// # Errors
    /// For the first parameter out of range, with its name, value and range.
    pub fn validate(&self, human: &HumanCorpus) -> Result<(), Error> {
        if !ORDERS.contains(&self.order) {
            return Err(Error::out_of_range("order", self.order, "a whole number from 1 to 5"));
        }
        if !(1..=MAX_GENERATIONS).contains(&self.generations) {
            let allowed = format!("a whole number from 1 to {MAX_GENERATIONS}");
            return Err(Error::out_of_range("generations", self.generations, allowed));
        }
        self.decoding.validate(human.counts()[1..].iter().filter(|&&count| count > 0).count())?;
        self.regime.validate()?;
        if !EFFORTS.contains(&self.effort) {
            return Err(Error::out_of_range("effort", self.effort, efforts(*EFFORTS.end())));
        }
        let documents = human.train().document_count();
        let human_shares = (1..=self.generations).map(|t| self.scrape_human_share(t, documents));
        self.curation.validate(human, self.order, human_shares.fold(1.0, f64::min))?;
        self.validate_sizes(human)
    }

    /// How many documents of generation `t` ≥ 1 arrive unlabelled, human and machine ones together: all, where human text
    /// is drawn anew; what models write, where the human part is known to be human.
    pub(crate) fn scrape_documents(&self, t: usize, human: usize) -> usize {
        let unlabelled = if self.regime.draws_anew() { self.regime.human_documents(t, human) } else { 0 };
        unlabelled + self.machine_documents(t, human)
    }

    /// The share of human documents among them.
    pub(crate) fn scrape_human_share(&self, t: usize, human: usize) -> f64 {
        match self.scrape_documents(t, human) {
            0 => 0.0,
            all => 1.0 - self.machine_documents(t, human) as f64 / all as f64,
        }
    }

    /// How many documents the newest model writes for generation `t` ≥ 1, if the human corpus has `human`.
    pub(crate) fn machine_documents(&self, t: usize, human: usize) -> usize {
        match self.regime.machine_documents(t, human) {
            0 => 0,
            documents => (libm::round(documents as f64 * self.effort) as usize).max(1),
        }
    }

    /// How many documents model t + 1 learns from, t ≥ 1.
    fn corpus_documents(&self, t: usize, human: usize) -> usize {
        let scrape = self.scrape_documents(t, human);
        let accepted = libm::round(scrape as f64 * self.curation.enlargement()) as usize;
        if self.regime.keeps_all() {
            human + t * accepted
        } else {
            self.regime.human_documents(t, human) + self.machine_documents(t, human) - scrape + accepted
        }
    }

    /// The share of human text in what each generation from 0 on adds, or its weight.
    #[must_use]
    pub fn human_shares(&self) -> Vec<f64> {
        (0..=self.generations).map(|t| if t == 0 { 1.0 } else { self.regime.human_share(t) }).collect()
    }

    /// Whether theory's closed forms are about such a run: every token drawn from the model's own probabilities, as many
    /// documents written as the regime says, and all of them learnt from.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.decoding.is_plain() && self.effort == 1.0 && self.curation.is_none()
    }

    /// Every generation must hold a document, and fit into memory.
    fn validate_sizes(&self, human: &HumanCorpus) -> Result<(), Error> {
        let documents = human.train().document_count();
        let mean_length = human.train().token_count() as f64 / documents as f64;
        let tokens = |t: usize| self.corpus_documents(t, documents) as f64 * mean_length;
        let limit = MAX_CORPUS_TOKENS as f64;
        let fits = |t: usize| tokens(t) <= limit;
        let last = self.generations;
        if let Regime::Grow { degree, rate } = self.regime
            && self.regime.documents(last, documents) == 0
        {
            let keeps_one = |rate: &f64| Regime::Grow { degree, rate: *rate }.documents(last, documents) > 0;
            let least = (-1_000_000..=0).map(|step| f64::from(step) / 1e6).find(keeps_one).unwrap_or(0.0);
            let allowed =
                format!("a number from {least} to {MAX_RATE}, so that generation {last} has a document");
            return Err(Error::out_of_range("the rate of grow", rate, allowed));
        }
        // Sizes rise or fall evenly: the first or the last generation is the largest.
        let all_fit = |effort| {
            let with = Self { effort, ..self.clone() };
            [1, last].iter().all(|&t| with.corpus_documents(t, documents) as f64 * mean_length <= limit)
        };
        if all_fit(self.effort) {
            return Ok(());
        }
        let reason = format!("so that no model reads more than {MAX_CORPUS_TOKENS} tokens");
        if self.effort > 1.0 && all_fit(1.0) {
            // Hundredths, to be read.
            let (mut most, mut too_much) = (100, libm::ceil(100.0 * self.effort) as u32);
            while too_much - most > 1 {
                let middle = u32::midpoint(most, too_much);
                *(if all_fit(f64::from(middle) / 100.0) { &mut most } else { &mut too_much }) = middle;
            }
            let allowed = format!("{} under {}, {reason}", efforts(f64::from(most) / 100.0), self.regime);
            return Err(Error::out_of_range("effort", self.effort, allowed));
        }
        Err(if let Some(most) = (1..last).take_while(|&t| fits(t)).last() {
            let allowed = format!("a whole number from 1 to {most} under {}, {reason}", self.regime);
            Error::out_of_range("generations", last, allowed)
        } else {
            let most = (limit / tokens(1) * documents as f64) as usize;
            let allowed = format!("a whole number from 2 to {most} under {}, {reason}", self.regime);
            Error::out_of_range("documents", documents, allowed)
        })
    }
}

fn efforts(most: f64) -> String {
    format!("a number from {} to {most}", EFFORTS.start())
}
