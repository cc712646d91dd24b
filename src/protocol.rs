//! Everything that decides a run, apart from the human corpus.

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
    /// The same seed gives the same words, on every machine.
    pub seed: u32,
}

impl Default for Protocol {
    fn default() -> Self {
        let (regime, decoding) = (Regime::default(), Decoding::default());
        Self { order: 3, generations: 20, regime, decoding, seed: 1 }
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
        self.validate_sizes(human)
    }

    /// Every generation must hold a document, and fit into memory.
    fn validate_sizes(&self, human: &HumanCorpus) -> Result<(), Error> {
        let documents = human.train().document_count();
        let mean_length = human.train().token_count() as f64 / documents as f64;
        let tokens = |t: usize| self.regime.corpus_documents(t, documents) as f64 * mean_length;
        let fits = |t: usize| tokens(t) <= MAX_CORPUS_TOKENS as f64;
        // Sizes rise or fall evenly: the last generation is the largest, or the smallest.
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
        if fits(last) {
            return Ok(());
        }
        let limit = format!("so that no model reads more than {MAX_CORPUS_TOKENS} tokens");
        Err(if let Some(most) = (1..last).take_while(|&t| fits(t)).last() {
            let allowed = format!("a whole number from 1 to {most} under {}, {limit}", self.regime);
            Error::out_of_range("generations", last, allowed)
        } else {
            let most = (MAX_CORPUS_TOKENS as f64 / tokens(1) * documents as f64) as usize;
            let allowed = format!("a whole number from 2 to {most} under {}, {limit}", self.regime);
            Error::out_of_range("documents", documents, allowed)
        })
    }
}
