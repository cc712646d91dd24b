//! What the eight definitions are judged by: some runs, and what is fair to compare them with.

use std::ops::Range;
use std::sync::Arc;

use super::Score;
use crate::ensemble::each_seed;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::metrics::{Copying, EPSILON};
use crate::probe::{HumanReference, Measure, Probe};
use crate::protocol::Protocol;
use crate::recursion::Recursion;
use crate::regime::Regime;

/// What is known of the human text before any run. NaN where nothing is held out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HumanFigures {
    /// Bits per held-out token of a model that foresees none of them, all that scoring leaves it being the weight
    /// [`EPSILON`] of the human unigram: no model can be worse.
    pub worst_bits: f64,
    /// The share of the held-out human tokens that complete an (n+1)-gram which the training part does not have.
    pub invented: f64,
}

/// What one run left.
#[derive(Debug, Clone, PartialEq)]
pub struct Course {
    /// Bits per held-out token ([`HeldOutScore`](crate::metrics::HeldOutScore)), by generation from 0 on.
    pub bits: Vec<f64>,
    /// Gini-Simpson index of the last generation.
    pub simpson: f64,
    /// Share of the human tokens whose type is gone from the last generation.
    pub tail_lost: f64,
    /// Of what the last model wrote, the share of tokens that stand in no human passage ([`Copying`]: distorted or invented).
    pub spliced: f64,
    /// Of what the last model wrote, the share of tokens that complete an (n+1)-gram which no human wrote.
    pub invented: f64,
}

/// As many human documents as there are, drawn anew with replacement: what chance does to a text without any model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Resample {
    /// Bits per held-out token of a model trained on it.
    pub bits: f64,
    /// Gini-Simpson index.
    pub simpson: f64,
    /// Share of the human tokens whose type it does not have.
    pub tail_lost: f64,
}

/// The same runs on so many documents. All sizes are scored on the same held-out tokens.
#[derive(Debug, Clone, PartialEq)]
pub struct Size {
    /// Tokens to train on.
    pub tokens: f64,
    /// Bits per held-out token of the first model.
    pub first: f64,
    /// Of the last one, for each seed.
    pub last: Vec<f64>,
}

/// Everything that the definitions are judged by.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// The human text.
    pub human: HumanFigures,
    /// Runs that differ in their seeds alone; at least two.
    pub runs: Vec<Course>,
    /// Human text drawn anew; at least two.
    pub resamples: Vec<Resample>,
    /// [`Course::spliced`] of what models wrote that had read the whole human text and nothing else; at least two.
    pub first_spliced: Vec<f64>,
    /// Some sizes of the human text, with equally many seeds; fewer than two if nothing is known of the scaling law.
    pub sizes: Vec<Size>,
}

/// A mean over seeds with its standard error.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mean {
    pub(super) mean: f64,
    pub(super) error: f64,
}

impl Mean {
    /// NaN of fewer than two numbers.
    pub(super) fn of(numbers: impl Iterator<Item = f64> + Clone) -> Self {
        let n = numbers.clone().count() as f64;
        let mean = numbers.clone().sum::<f64>() / n;
        let squares = numbers.map(|x| (x - mean) * (x - mean)).sum::<f64>();
        Self { mean, error: libm::sqrt(squares / (n - 1.0) / n) }
    }

    /// What does not vary.
    pub(super) fn exactly(mean: f64) -> Self {
        Self { mean, error: 0.0 }
    }

    /// Whether it lies above `other` by more than four standard errors. `None` if one is not known.
    pub(super) fn exceeds(self, other: Self) -> Option<bool> {
        let error = libm::hypot(self.error, other.error);
        let difference = self.mean - other.mean;
        (!difference.is_nan() && !error.is_nan()).then_some(difference > ERRORS * error)
    }
}

/// Standard errors that a difference must have.
pub(super) const ERRORS: f64 = 4.0;

impl Score {
    pub(super) fn new(
        definition: &'static str,
        holds: Option<bool>,
        (value, threshold): (f64, f64),
        sentence: impl FnOnce() -> String,
        unknown: &str,
    ) -> Self {
        let sentence = if holds.is_some() { sentence() } else { format!("Not known: {unknown}.") };
        Self { definition, holds, value, threshold, sentence }
    }
}

impl Evidence {
    /// Runs what is needed; see [`Scorecard::of`](super::Scorecard::of).
    ///
    /// # Errors
    /// As there.
    pub fn gather(human: &Arc<HumanCorpus>, protocol: &Protocol, seeds: u32) -> Result<Self, Error> {
        protocol.validate(human)?;
        if !(2..=1_000).contains(&seeds) {
            return Err(Error::out_of_range("replicates", seeds, "a whole number from 2 to 1000"));
        }
        let seed = protocol.seed;
        let Some(end) = seed.checked_add(seeds) else {
            let allowed = format!("a whole number from 0 to {} with {seeds} replicates", u32::MAX - seeds);
            return Err(Error::out_of_range("seed", seed, allowed));
        };
        let (order, seeds) = (protocol.order, seed..end);
        let reference = HumanReference::new(human, order);
        let run = |seed| course(human, Protocol { seed, ..protocol.clone() }, &reference);
        let first = |seed| {
            let (generations, decoding) = (1, protocol.decoding);
            let protocol = Protocol { order, generations, decoding, seed, ..Protocol::default() };
            course(human, protocol, &reference).map(|course| course.spliced)
        };
        let held_out = Copying::of(human.train(), human.held_out(), order);
        Ok(Self {
            human: HumanFigures {
                worst_bits: reference.unigram_bits() - libm::log2(EPSILON),
                invented: held_out.invented,
            },
            runs: each_seed(seeds.clone(), run)?,
            resamples: resamples(human, order, seeds.clone(), &reference)?,
            first_spliced: each_seed(seeds.clone(), first)?,
            sizes: sizes(human, protocol, &seeds)?,
        })
    }
}

fn named(name: &str) -> Measure {
    Measure::named(name).unwrap_or_else(|| unreachable!("{name} is a measure"))
}

fn simpson(recursion: &Recursion) -> f64 {
    1.0 - recursion.shares().iter().map(|share| share * share).sum::<f64>()
}

fn course(human: &Arc<HumanCorpus>, protocol: Protocol, reference: &HumanReference) -> Result<Course, Error> {
    let mut recursion = Recursion::new(Arc::clone(human), protocol)?;
    let mut bits = Vec::new();
    while recursion.advance() {
        bits.push(Probe::new(&recursion, reference).measure(&named("heldout_bits")));
    }
    let probe = Probe::new(&recursion, reference);
    Ok(Course {
        bits,
        simpson: simpson(&recursion),
        tail_lost: probe.measure(&named("tail_lost")),
        spliced: 1.0 - probe.measure(&named("kept")),
        invented: probe.measure(&named("invented")),
    })
}

/// The same runs on a quarter, a half and all of the documents.
fn sizes(human: &Arc<HumanCorpus>, protocol: &Protocol, seeds: &Range<u32>) -> Result<Vec<Size>, Error> {
    let documents = human.train().document_count();
    // A quarter of a short text is no text, or has fewer types than top-k asks for.
    let parts = [documents / 4, documents / 2, documents].map(|part| human.first(part).ok());
    let parts = parts.into_iter().flatten().filter(|part| protocol.validate(part).is_ok());
    let mut sizes = Vec::new();
    // Words that the smallest part does not know are asked of none.
    let mut asked = None;
    for part in parts.map(Arc::new) {
        let mut reference = HumanReference::new(&part, protocol.order);
        reference.score_only(asked.get_or_insert_with(|| reference.scored()));
        let bits = |recursion: &Recursion| Probe::new(recursion, &reference).measure(&named("heldout_bits"));
        let ends = each_seed(seeds.clone(), |seed| {
            let mut recursion = Recursion::new(Arc::clone(&part), Protocol { seed, ..protocol.clone() })?;
            recursion.advance();
            let first = bits(&recursion);
            while recursion.advance() {}
            Ok((first, bits(&recursion)))
        })?;
        let (first, last): (Vec<_>, Vec<_>) = ends.into_iter().unzip();
        sizes.push(Size { tokens: part.train().token_count() as f64, first: first[0], last });
    }
    Ok(sizes)
}

/// With a human share of 1, every generation is human text drawn anew, and depends on none before.
fn resamples(
    human: &Arc<HumanCorpus>,
    order: usize,
    seeds: Range<u32>,
    reference: &HumanReference,
) -> Result<Vec<Resample>, Error> {
    let (generations, regime) = (seeds.len(), Regime::Fresh { share: 1.0 });
    let protocol = Protocol { order, generations, regime, seed: seeds.start, ..Protocol::default() };
    let mut recursion = Recursion::new(Arc::clone(human), protocol)?;
    let mut resamples = Vec::new();
    recursion.advance();
    while recursion.advance() {
        let probe = Probe::new(&recursion, reference);
        resamples.push(Resample {
            bits: probe.measure(&named("heldout_bits")),
            simpson: simpson(&recursion),
            tail_lost: probe.measure(&named("tail_lost")),
        });
    }
    Ok(resamples)
}
