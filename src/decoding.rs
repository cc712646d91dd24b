//! How a model's probabilities become text: temperature, top-k, top-p.

use std::sync::Arc;

use rand::RngExt as _;

use crate::corpus::TokenId;
use crate::error::Error;
use crate::ngram::{CLOSED, Draw, NgramModel, Ngrams, OPENING, Step};
use crate::order::descending;
use crate::rng::Rng;

/// How tokens are drawn from a model. The three act in the order in which they stand here.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decoding {
    /// Probabilities are raised to the power 1/T and normalised. 1 leaves them as they are; 0 is greedy: always
    /// the most probable token, of several the one more frequent among humans.
    pub temperature: f64,
    /// Only the k most probable tokens.
    pub top_k: Option<usize>,
    /// Only the smallest set of most probable tokens whose probabilities add to p or more.
    pub top_p: Option<f64>,
}

impl Default for Decoding {
    fn default() -> Self {
        Self { temperature: 1.0, top_k: None, top_p: None }
    }
}

/// Highest temperature accepted.
pub const MAX_TEMPERATURE: f64 = 10.0;

impl Decoding {
    /// Whether text is drawn from the model's own probabilities. Only then do the closed forms of
    /// [`drift`](crate::drift) hold.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.temperature == 1.0 && self.top_k.is_none() && self.top_p.is_none_or(|p| p >= 1.0)
    }

    /// Checks the ranges, for a vocabulary of so many types.
    ///
    /// # Errors
    /// If a parameter is outside its range, with its name, value and range.
    pub fn validate(&self, types: usize) -> Result<(), Error> {
        if !(0.0..=MAX_TEMPERATURE).contains(&self.temperature) {
            let allowed = format!("a number from 0 to {MAX_TEMPERATURE}");
            return Err(Error::out_of_range("temperature", self.temperature, allowed));
        }
        if let Some(k) = self.top_k.filter(|k| !(1..=types).contains(k)) {
            let allowed = format!("a whole number from 1 to {types}, the types of this text");
            return Err(Error::out_of_range("top-k", k, allowed));
        }
        match self.top_p {
            Some(p) if !(p > 0.0 && p <= 1.0) => {
                Err(Error::out_of_range("top-p", p, "a number above 0 and at most 1"))
            }
            _ => Ok(()),
        }
    }

    /// Bends the weights of what may follow a context, the largest first; drops what is never drawn.
    fn reweigh(&self, candidates: &mut Vec<Candidate>) {
        let largest = candidates[0].weight;
        if self.temperature == 0.0 {
            candidates.truncate(1);
        } else if self.temperature != 1.0 {
            for candidate in &mut *candidates {
                candidate.weight = libm::pow(candidate.weight / largest, 1.0 / self.temperature);
            }
        }
        candidates.truncate(self.top_k.unwrap_or(usize::MAX));
        if let Some(p) = self.top_p {
            let wanted = p * candidates.iter().map(|candidate| candidate.weight).sum::<f64>();
            // The sum of the kept weights may miss `wanted` by a rounding error only.
            let enough = wanted * (1.0 - 1e-12);
            let mut sum = 0.0;
            let kept = candidates.iter().position(|candidate| {
                sum += candidate.weight;
                sum >= enough
            });
            candidates.truncate(kept.map_or(usize::MAX, |last| last + 1));
        }
    }
}

/// A token that may follow a context.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    weight: f64,
    step: Step,
}

/// A model with a decoding applied: for each context an alias table (Walker 1977; Vose 1991), so that a draw
/// is still constant in time.
#[derive(Debug, Clone)]
pub struct DecodedModel {
    ngrams: Arc<Ngrams>,
    /// Cells of context `c` stand at `offsets[c]..offsets[c + 1]`.
    offsets: Vec<u32>,
    cells: Vec<Cell>,
}

/// One cell of an alias table: its own step below the threshold, the alias from there on.
#[derive(Debug, Clone, Copy)]
struct Cell {
    threshold: u32,
    own: Step,
    alias: Step,
}

impl DecodedModel {
    /// Applies `decoding` to every context of `model`.
    #[must_use]
    pub fn new(model: &NgramModel, decoding: &Decoding) -> Self {
        Self::weighted(model.shared_ngrams(), |ngram| f64::from(model.counts()[ngram]), decoding)
    }

    /// Applies `decoding` to the model in which each of these n-grams, by its number, has this weight within its
    /// context. Weights are not negative; those of 0 are never drawn.
    pub fn weighted(ngrams: Arc<Ngrams>, weight: impl Fn(usize) -> f64, decoding: &Decoding) -> Self {
        let mut decoded = Self { offsets: vec![0], cells: Vec::new(), ngrams };
        let (mut possible, mut candidates) = (Vec::new(), Vec::new());
        for context in 0..decoded.ngrams.context_count() {
            let all = decoded.ngrams.of_context(context).map(|ngram| Candidate {
                weight: weight(ngram),
                step: Step { ngram: ngram as u32, context: decoded.ngrams.after()[ngram] },
            });
            possible.clear();
            possible.extend(all.filter(|candidate| candidate.weight > 0.0));
            // The bits of numbers that are not negative sort as the numbers do. Ties by n-gram, which within a
            // context is by human rank.
            let keys = possible.iter().map(|candidate| (candidate.weight as f32).to_bits());
            candidates.clear();
            candidates.extend(descending(keys).map(|place| possible[place]));
            if !candidates.is_empty() {
                decoding.reweigh(&mut candidates);
            }
            decoded.push_table(&candidates);
        }
        decoded
    }

    /// What may be drawn behind these tokens of a document, with its probability: the most probable token first.
    /// `None` if they lead to no context.
    #[must_use]
    pub fn probabilities(&self, document: &[TokenId]) -> Option<Vec<(TokenId, f64)>> {
        let context = document.iter().try_fold(OPENING, |context, &token| {
            let mut possible = self.ngrams.of_context(context as usize);
            let after = self.ngrams.after()[possible.find(|&ngram| self.ngrams.next()[ngram] == token)?];
            (after != CLOSED).then_some(after)
        })? as usize;
        let cells = &self.cells[self.offsets[context] as usize..self.offsets[context + 1] as usize];
        let ngrams = self.ngrams.of_context(context);
        let mut chances = vec![0.0; ngrams.len()];
        for cell in cells {
            let own = f64::from(cell.threshold) / 4_294_967_296.0;
            chances[cell.own.ngram as usize - ngrams.start] += own / cells.len() as f64;
            chances[cell.alias.ngram as usize - ngrams.start] += (1.0 - own) / cells.len() as f64;
        }
        let chance = |step: Step| {
            (self.ngrams.next()[step.ngram as usize], chances[step.ngram as usize - ngrams.start])
        };
        Some(cells.iter().map(|cell| chance(cell.own)).collect())
    }

    /// What may follow a context.
    pub(crate) fn support(&self, context: u32) -> impl Iterator<Item = Step> {
        let context = context as usize;
        let cells = &self.cells[self.offsets[context] as usize..self.offsets[context + 1] as usize];
        cells.iter().map(|cell| cell.own)
    }

    /// Appends the alias table of one context (Vose's method; the two stacks are read in a fixed order).
    fn push_table(&mut self, candidates: &[Candidate]) {
        let first = self.cells.len();
        let mean = candidates.iter().map(|candidate| candidate.weight).sum::<f64>() / candidates.len() as f64;
        let mut share = candidates.iter().map(|candidate| candidate.weight / mean).collect::<Vec<_>>();
        self.cells.extend(candidates.iter().map(|candidate| Cell {
            threshold: u32::MAX,
            own: candidate.step,
            alias: candidate.step,
        }));
        let (mut small, mut large): (Vec<_>, Vec<_>) = (0..share.len()).partition(|&i| share[i] < 1.0);
        while let (Some(&less), Some(&more)) = (small.last(), large.last()) {
            small.pop();
            self.cells[first + less].threshold = (share[less] * 4_294_967_296.0) as u32;
            self.cells[first + less].alias = self.cells[first + more].own;
            share[more] -= 1.0 - share[less];
            if share[more] < 1.0 {
                large.pop();
                small.push(more);
            }
        }
        self.offsets.push(self.cells.len() as u32);
    }
}

impl Draw for DecodedModel {
    fn ngrams(&self) -> &Ngrams {
        &self.ngrams
    }

    #[inline]
    fn draw(&self, context: u32, rng: &mut Rng) -> Step {
        let start = self.offsets[context as usize];
        let count = self.offsets[context as usize + 1] - start;
        let cell = &self.cells[(start + rng.random_range(0..count)) as usize];
        if rng.random::<u32>() < cell.threshold { cell.own } else { cell.alias }
    }
}
