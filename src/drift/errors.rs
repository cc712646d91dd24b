//! How far shares of types wander from the human ones, generation by generation.

use super::diversity::Distribution;
use crate::regime::Regime;

/// E‖p_t − p_0‖², the variance of p_0ᵀ(p_t − p_0), and what adds to the Gaussian variance of ‖p_t − p_0‖²: random sizes
/// of generations, and [`Feedback`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Error {
    pub(super) mean: f64,
    pub(super) along: f64,
    pub(super) besides: f64,
}

/// How the sizes of generations wander: x, the relative deviation of the length of a document from the mean, and what
/// it does to the squared error, which grows by `added` / (1 + x) in a generation.
#[derive(Debug, Clone, Copy, Default)]
struct Sizes {
    /// Variances of x and of the squared error, and their covariance.
    length: f64,
    error: f64,
    both: f64,
}

impl Sizes {
    /// Passes a generation whose machine part deviates by x + ε, var ε = `scatter`, and which has a human share of
    /// (share, variance of its deviation). Returns the variance of the machine part's size.
    fn next(&mut self, scatter: f64, (share, human): (f64, f64), added: f64) -> f64 {
        let rest = 1.0 - share;
        let length = self.length + scatter;
        let error = self.error - 2.0 * added * self.both + added * added * length;
        self.both = rest.powi(3) * (self.both - added * length);
        self.error = rest.powi(4) * error;
        self.length = rest * rest * length + if share > 0.0 { share * share * human } else { 0.0 };
        length
    }
}

/// What the Gaussian leaves out: noise has the covariance of p_t, not of p_0, and p_t has wandered too.
#[derive(Debug, Clone, Copy, Default)]
struct Feedback {
    /// E Σ (p_t − p_0)³ over types.
    cubes: f64,
    /// What is added to the variance of ‖p_t − p_0‖².
    variance: f64,
}

impl Feedback {
    /// p_t − p_0 shrinks to `rest` of itself, noise of covariance `added` C and `rest` included; v = R_{t−1} / H_0. To leading
    /// order E eᵀ C(p_0 + e) e is Σ p_0 e² + Σ e³ − ‖e‖⁴, and E Σ e³ grows by 3 v · `added`. Without any remedy the
    /// variance becomes 2/3 v³.
    fn next(&mut self, rest: f64, added: f64, v: f64) {
        self.variance = rest.powi(4) * (self.variance + 4.0 * added * (self.cubes - v * v));
        self.cubes = rest.powi(3) * (self.cubes + 3.0 * added * v);
    }
}

impl Distribution {
    /// R_t = E‖p_t − p_0‖² for every generation, R_0 = 0 (generation 0 is the human corpus). `None` if a generation has no
    /// document.
    ///
    /// n independent draws from p_{t−1} add (1 − Σ p_{t−1}²) / n, in the mean (H_0 − R_{t−1}) / n, since E p_{t−1} = p_0.
    pub(super) fn squared_errors(&self, regime: &Regime, generations: usize) -> Option<Vec<Error>> {
        let documents = self.documents as usize;
        let mut all = vec![Error { mean: 0.0, along: 0.0, besides: 0.0 }];
        let (mut sizes, mut feedback) = (Sizes::default(), Feedback::default());
        // Share of the kept documents' own deviation that p_t has taken over, in the mean.
        let mut taken = 0.0;
        for t in 1..=generations {
            let before = all[t - 1].mean;
            // What D documents of the newest model add.
            let noise = (self.simpson - before) / self.tokens;
            let size = regime.documents(t, documents);
            if size == 0 {
                return None;
            }
            if regime.keeps_all() {
                let age = t as f64;
                // Of the documents that model t reads, 1 in t is human and comes whole.
                let clumped = 1.0 + (self.redrawn * self.tokens / self.simpson - 1.0) / age;
                let read = noise * clumped - noise / self.tokens;
                let all_noise = if *regime == Regime::Subsample { noise + read } else { noise };
                let added = all_noise / ((age + 1.0) * (age + 1.0));
                feedback.next(1.0, added / self.simpson, before / self.simpson);
                let along = all[t - 1].along + added / self.simpson * self.along;
                all.push(Error { mean: before + added, along, besides: feedback.variance });
                continue;
            }
            let human = regime.human_documents(t, documents).min(size) as f64;
            let (machine, share) = match *regime {
                Regime::Weighted { weight } => (self.documents, weight),
                _ => (size as f64 - human, human / size as f64),
            };
            let rest = 1.0 - share;
            let mut fresh = if human > 0.0 { self.redrawn * self.documents / human } else { 0.0 };
            let mut both = 0.0;
            if let Regime::Anchored { .. } = regime {
                // Drawn without replacement, and always the same: their deviation does not average out.
                fresh *= machine / (self.documents - 1.0);
                both = 2.0 * share * rest * taken * fresh;
                taken = share + rest * taken;
            }
            let mut mean = share * share * fresh + both;
            let mut along = if self.redrawn > 0.0 { mean * self.along_redrawn / self.redrawn } else { 0.0 };
            if machine > 0.0 {
                let added = noise * self.documents / machine;
                let scatter = sizes.next(self.scatter / machine, (share, self.human_scatter / human), added);
                mean += rest * rest * (before + added * (1.0 + scatter));
                along += rest * rest * (all[t - 1].along + added / self.simpson * self.along);
                feedback.next(rest, added / self.simpson, before / self.simpson);
            }
            all.push(Error { mean, along, besides: sizes.error + feedback.variance });
        }
        Some(all)
    }
}
