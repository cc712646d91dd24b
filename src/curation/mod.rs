//! What stands between writing and training: a detector, a small teacher, a human reviewer.
//!
//! In each generation documents arrive in a *scrape*: human ones and machine ones, not labelled. A [`Curation`] decides
//! which of them the next model learns from. What it refuses is replaced by scraping on, so that the generation has the
//! size that its [`Regime`](crate::regime::Regime) says; the price is text that is written, or bought, in vain.

mod commonness;
mod detection;
mod detector;
mod grammar;
mod review;
mod smoothed;
mod teacher;

pub use detection::Detection;
pub(crate) use detector::{Judged, Sieve, resample};
pub(crate) use review::Rewards;
pub use review::Verdict;
pub(crate) use teacher::Marks;

use std::fmt;

use crate::error::Error;
use crate::human::HumanCorpus;

/// Which documents of a scrape the next model learns from. The parts act in the order in which they stand here, except that
/// [`Remedy::Resample`] comes last.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Curation {
    /// Tells machine documents from human ones.
    pub detector: Option<Detector>,
    /// A small model that keeps what it finds probable.
    pub teacher: Option<Teacher>,
    /// A human who reads some of the documents.
    pub review: Option<Review>,
}

/// A detector of machine text, and what is done with its answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detector {
    /// How it judges.
    pub judge: Judge,
    /// What follows.
    pub remedy: Remedy,
}

/// How a detector judges.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Judge {
    /// By the truth, with errors that do not depend on the document.
    Ideal {
        /// Share of machine documents that are flagged, 0 to 1.
        true_positive_rate: f64,
        /// Share of human documents that are flagged, 0 to 1.
        false_positive_rate: f64,
    },
    /// By the ratio of two likelihoods: that of an n-gram model of all earlier generations' output and that of one of human
    /// text. In generation 1 no machine text is known, and nothing is flagged.
    Trained {
        /// Share of human documents that may be flagged, 0 to 1: it sets the operating point.
        false_positive_rate: f64,
    },
}

/// What is done with a detector's answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// Flagged documents are thrown away.
    Filter,
    /// Importance resampling (Drayson, Yilmaz and Lampos 2025): 1.5 times as many documents are drawn in proportion to
    /// (1 − confidence)^10, each at most three times.
    Resample,
}

/// A model trained once on a small sample of clean human documents, which marks each document by its mean log-probability
/// per token, smoothed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Teacher {
    /// Its order, from 1 to that of the models it teaches.
    pub order: usize,
    /// Human documents in its sample, drawn without replacement.
    pub documents: usize,
    /// Which documents pass.
    pub keep: Keep,
    /// One-sidedness b of the sample, 0 to below 1: it is drawn from the 1 − b of the human documents whose words are
    /// the most frequent ones.
    pub bias: f64,
}

/// Which documents pass a teacher.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Keep {
    /// Those with marks as high as the best share of what the newest model wrote.
    Best(f64),
    /// Those with marks like the middle share of the human documents outside the teacher's sample.
    Band(f64),
}

/// A human who reads a limited number of documents in each generation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Review {
    /// Decisions in each generation. Documents beyond them pass unread.
    pub budget: usize,
    /// What is decided.
    pub task: Task,
}

/// What a reviewer decides.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Task {
    /// Whether a document is right: whether at least [`ATTESTED`] of its (n + 1)-grams occur in the human corpus.
    Accept {
        /// Chance φ that the simulated reviewer keeps a right document, 0 to 1.
        right: f64,
        /// Chance ψ that it keeps a wrong one, 0 to 1.
        wrong: f64,
    },
    /// The better of two documents. The simulated reviewer prefers one with the chance e^r / (e^r + e^r′)
    /// (Bradley and Terry 1952), r and r′ being the rewards of the two.
    Better(Taste),
    /// The best of so many documents.
    BestOf(usize, Taste),
}

/// The reward r of a document in the eyes of the simulated reviewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taste {
    /// Frequent words: the mean of ln p over the document's tokens and its end, p being their shares in the human corpus.
    Plain,
    /// Rare words: the negative of that.
    Rare,
    /// Few words: −ln of their number, the document's end counted.
    Short,
    /// Many words: ln of their number.
    Long,
}

/// The share of a document's (n + 1)-grams, its end counted as a token, that a human must have written for it to be right.
pub const ATTESTED: f64 = 0.75;

/// A scrape ends when it has so many documents for each that detector and teacher have to let pass, or holds
/// [`MAX_CORPUS_TOKENS`](crate::protocol::MAX_CORPUS_TOKENS). Then the next model learns from fewer documents.
pub const SCRAPE_LIMIT: usize = 20;

/// Smallest share of a scrape that a detector, or a teacher, has to let pass.
const LEAST_SHARE: f64 = 1.0 / SCRAPE_LIMIT as f64;

/// Most documents among which the best is chosen.
const MOST_CANDIDATES: usize = 100;

impl Curation {
    /// Everything passes.
    pub const NONE: Self = Self { detector: None, teacher: None, review: None };

    /// Whether everything passes.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::NONE
    }

    /// Whether documents pass by what is in them. Then they can grow longer from one generation to the next, and have to be
    /// limited: what is plain to a reviewer is a loop.
    pub(crate) fn selects(&self) -> bool {
        let reads = |detector: Detector| matches!(detector.judge, Judge::Trained { .. });
        self.detector.is_some_and(reads) || self.teacher.is_some() || self.review.is_some()
    }

    /// How many times as many documents are learnt from as were accepted.
    pub(crate) fn enlargement(&self) -> f64 {
        if self.detector.is_some_and(|detector| detector.remedy == Remedy::Resample) {
            detector::ENLARGEMENT
        } else {
            1.0
        }
    }

    /// How many documents have to come past detector and teacher so that `wanted` are learnt from, if a reviewer refuses none
    /// but chooses.
    pub(crate) fn documents_to_read(&self, wanted: usize) -> usize {
        let beside = |review: Review| review.budget.min(wanted) * (review.candidates() - 1);
        wanted + self.review.map_or(0, beside)
    }

    /// Checks the ranges for models of order `order` and scrapes with a human share of `human_share` or more.
    pub(crate) fn validate(&self, human: &HumanCorpus, order: usize, human_share: f64) -> Result<(), Error> {
        if let Some(detector) = &self.detector {
            detector.validate(human_share)?;
        }
        if let Some(teacher) = &self.teacher {
            teacher.validate(human.train().document_count(), order)?;
        }
        self.review.as_ref().map_or(Ok(()), Review::validate)
    }
}

impl Detector {
    fn validate(&self, human_share: f64) -> Result<(), Error> {
        let rates = match self.judge {
            Judge::Ideal { true_positive_rate, false_positive_rate } => {
                within("the true-positive rate of detector", true_positive_rate, 0.0)?;
                within("the false-positive rate of detector", false_positive_rate, 0.0)?;
                Some((true_positive_rate, false_positive_rate))
            }
            Judge::Trained { false_positive_rate } => {
                within("the false-positive rate of detector", false_positive_rate, 0.0)?;
                None
            }
        };
        let Some((tpr, fpr)) = rates.filter(|_| self.remedy == Remedy::Filter) else { return Ok(()) };
        let passing = human_share * (1.0 - fpr) + (1.0 - human_share) * (1.0 - tpr);
        if passing >= LEAST_SHARE {
            return Ok(());
        }
        let allowed = format!(
            "one that lets at least {} % of every scrape pass; with {} % human documents this one passes {} %",
            100.0 * LEAST_SHARE,
            libm::round(1e4 * human_share) / 100.0,
            libm::round(1e4 * passing) / 100.0,
        );
        Err(Error::out_of_range("detector", format!("{tpr},{fpr}"), allowed))
    }
}

impl Teacher {
    fn validate(&self, documents: usize, order: usize) -> Result<(), Error> {
        if !(1..=order).contains(&self.order) {
            let allowed = format!("a whole number from 1 to {order}, the order of the models");
            return Err(Error::out_of_range("the order of teacher", self.order, allowed));
        }
        match self.keep {
            Keep::Best(share) => within("the keep of teacher", share, LEAST_SHARE)?,
            Keep::Band(share) => within("the band of teacher", share, LEAST_SHARE)?,
        }
        if !(0.0..1.0).contains(&self.bias) {
            return Err(Error::out_of_range("the bias of teacher", self.bias, "a number from 0 to below 1"));
        }
        let most = self.choice(documents);
        if !(1..=most).contains(&self.documents) {
            let among =
                if self.bias > 0.0 { "its choice of the human documents" } else { "the human documents" };
            let allowed = format!("a whole number from 1 to {most}, {among}");
            return Err(Error::out_of_range("the documents of teacher", self.documents, allowed));
        }
        Ok(())
    }

    /// Among how many of so many human documents its sample is drawn.
    pub(crate) fn choice(&self, documents: usize) -> usize {
        (libm::round((1.0 - self.bias) * documents as f64) as usize).max(1)
    }
}

impl Review {
    fn validate(&self) -> Result<(), Error> {
        match self.task {
            Task::Accept { right, wrong } => {
                within("the share of right documents kept by review", right, 0.0)?;
                within("the share of wrong documents kept by review", wrong, 0.0)
            }
            Task::Better(_) => Ok(()),
            Task::BestOf(candidates, _) => {
                if (2..=MOST_CANDIDATES).contains(&candidates) {
                    return Ok(());
                }
                let allowed = format!("a whole number from 2 to {MOST_CANDIDATES}");
                Err(Error::out_of_range("the best-of of review", candidates, allowed))
            }
        }
    }

    /// How many documents are read for each decision.
    pub(crate) fn candidates(&self) -> usize {
        match self.task {
            Task::Accept { .. } => 1,
            Task::Better(_) => 2,
            Task::BestOf(candidates, _) => candidates,
        }
    }
}

/// A share from `least` to 1.
fn within(parameter: &'static str, value: f64, least: f64) -> Result<(), Error> {
    if (least..=1.0).contains(&value) {
        return Ok(());
    }
    Err(Error::out_of_range(parameter, value, format!("a number from {least} to 1")))
}

impl fmt::Display for Curation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        grammar::write(self, f)
    }
}
