//! Eight definitions of model collapse, asked of the same runs.
//!
//! The definitions are those that Schaeffer et al. (2025, arXiv 2503.03150) found in the literature. Papers disagree about
//! collapse because they mean different ones. Here each is a predicate with a number, a threshold and a fair baseline: human
//! text drawn anew loses words too, and a model trained on human text alone writes what no human wrote.
//!
//! Population risk is the cross-entropy on held-out human text ([`HeldOutScore`](crate::metrics::HeldOutScore)). What depends
//! on chance is a mean over seeds, and exceeds a baseline if it does so by four standard errors: a false alarm in some
//! thousands with 16 seeds.

mod definitions;
mod evidence;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use self::evidence::{Course, Evidence, HumanFigures, Resample, Size};
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;

/// Seeds that are enough for most purposes.
pub const SEEDS: u32 = 16;

/// What one definition says.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Its name, words with hyphens.
    pub definition: &'static str,
    /// Whether there is collapse in this sense; `None` where it cannot be told.
    pub holds: Option<bool>,
    /// What was measured; NaN where it could not be.
    pub value: f64,
    /// What it is compared with; NaN where there is nothing.
    pub threshold: f64,
    /// The finding with its numbers, one sentence.
    pub sentence: String,
}

/// The eight definitions, in the order of Schaeffer et al.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// One for each definition.
    pub scores: [Score; 8],
}

impl Scorecard {
    /// Judges what was measured.
    #[must_use]
    pub fn judge(evidence: &Evidence) -> Self {
        Self { scores: definitions::ALL.map(|definition| definition(evidence)) }
    }

    /// Runs `protocol` with so many seeds, from its own on, and what it has to be compared with: human text drawn anew,
    /// and the same protocol on a half and a quarter of the documents.
    ///
    /// # Errors
    /// If the protocol is refused by [`Protocol::validate`], or there are not from 2 to 1,000 seeds below 2³².
    pub fn of(human: &Arc<HumanCorpus>, protocol: &Protocol, seeds: u32) -> Result<Self, Error> {
        Evidence::gather(human, protocol, seeds).map(|evidence| Self::judge(&evidence))
    }
}
