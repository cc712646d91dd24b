//! How far the distribution over types wanders from the human one, and what Simpson's index loses by it.

use super::errors::Error;
use crate::corpus::TokenId;
use crate::human::HumanCorpus;

/// Sums over the human distribution p that the wandering depends on, C = diag(p) − p pᵀ being the covariance of one draw.
#[derive(Debug, Clone, Copy)]
pub(super) struct Distribution {
    /// Gini-Simpson index 1 − Σ p² = tr C.
    pub(super) simpson: f64,
    /// tr C², tr C³, pᵀ C p and pᵀ C² p.
    squares: f64,
    cubes: f64,
    pub(super) along: f64,
    along_twice: f64,
    /// Tokens, and documents.
    pub(super) tokens: f64,
    pub(super) documents: f64,
    /// E‖q − p‖² if q is the distribution in as many tokens as the corpus has, but in whole human documents drawn anew;
    /// (1 − Σ p²) / N where every document is one token.
    pub(super) redrawn: f64,
    /// The variance of pᵀq there.
    pub(super) along_redrawn: f64,
    /// Relative variance of the length of one document, times their number: of a model's, and of the human ones. 0 where
    /// every document is one token.
    pub(super) scatter: f64,
    pub(super) human_scatter: f64,
}

impl Distribution {
    /// `single` says that every document is one token, and always will be.
    pub(super) fn new(human: &HumanCorpus, single: bool) -> Self {
        let counts = &human.counts()[1..];
        let tokens = human.train().token_count() as f64;
        let share = |count: u32| f64::from(count) / tokens;
        let sum = |power: i32| counts.iter().map(|&count| share(count).powi(power)).sum::<f64>();
        let [two, three, four] = [2, 3, 4].map(sum);
        let documents = human.train().document_count() as f64;
        let mean = tokens / documents;
        let squared_lengths = human.train().documents().map(|d| (d.len() * d.len()) as f64).sum::<f64>();
        let (redrawn, along_redrawn) = redrawn(human, two);
        Self {
            simpson: 1.0 - two,
            squares: two - 2.0 * three + two * two,
            cubes: three - 3.0 * four + 3.0 * two * three - two * two * two,
            along: three - two * two,
            along_twice: counts.iter().map(|&c| (share(c) * (share(c) - two)).powi(2)).sum(),
            tokens,
            documents,
            redrawn,
            along_redrawn,
            // A model of order 1 ends a document behind every token with the same chance.
            scatter: if single { 0.0 } else { 1.0 + 1.0 / mean },
            human_scatter: squared_lengths / documents / (mean * mean) - 1.0,
        }
    }

    /// Expectation, variance and third central moment of ‖p_t − p_0‖² if p_t − p_0 is Gaussian with covariance v C,
    /// v = R_t / H_0.
    pub(super) fn error_moments(&self, error: Error) -> [f64; 3] {
        let v = error.mean / self.simpson;
        [error.mean, 2.0 * v * v * self.squares + error.besides, 8.0 * v * v * v * self.cubes]
    }

    /// The same for 1 − Σ p_t² = H_0 − 2 p_0ᵀ(p_t − p_0) − ‖p_t − p_0‖².
    pub(super) fn simpson_moments(&self, error: Error) -> [f64; 3] {
        let v = error.mean / self.simpson;
        let [mean, variance, third] = self.error_moments(Error { besides: 0.0, ..error });
        // p_0ᵀ(p_t − p_0) may vary less than v pᵀ C p: the head of human documents is more even than chance.
        let third = third + 24.0 * v * error.along * self.along_twice / self.along.max(f64::MIN_POSITIVE);
        [self.simpson - mean, (variance + 4.0 * error.along).max(0.0), -third]
    }
}

/// Σ over documents ‖c_d − L_d p‖² / N²: what the distribution in D documents drawn with replacement deviates, to first
/// order in the scatter of their lengths L_d; and the same of pᵀ(c_d − L_d p).
fn redrawn(human: &HumanCorpus, squared: f64) -> (f64, f64) {
    let tokens = human.train().token_count() as f64;
    let mut inside = vec![0_u32; human.counts().len()];
    let share = |token: TokenId| f64::from(human.counts()[token.index()]) / tokens;
    let (mut sum, mut along) = (0.0, 0.0);
    for document in human.train().documents() {
        // ‖c‖² − 2 L cᵀp + L² ‖p‖², one token after the other: the k-th of a type adds 2 k − 1 to ‖c‖².
        let length = document.len() as f64;
        let mut head = 0.0;
        for &token in document {
            let k = &mut inside[token.index()];
            *k += 1;
            sum += f64::from(2 * *k - 1);
            head += share(token);
        }
        for token in document {
            inside[token.index()] = 0;
        }
        sum += length * length * squared - 2.0 * length * head;
        along += (head - length * squared) * (head - length * squared);
    }
    // Documents that are all alike leave nothing but rounding.
    (sum.max(0.0) / (tokens * tokens), along / (tokens * tokens))
}
