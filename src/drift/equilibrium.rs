//! Where a share of fresh human text holds the loop in the long run: the two prices.

use super::lineages::survives;

/// The share of the human Gini-Simpson index that is lost for good, if every generation has `tokens` independent tokens and
/// the share λ of them is drawn anew from humans: R_∞ / H_0 = (1/N) / [1 − (1 − λ)² + (1 − λ)/N].
///
/// About 1 / (1 + 2h) for small λ, h = λN: a *number* of human tokens holds the head, however long the text (Wright 1931, one
/// migrant in each generation; the recursion is Bakshi and Chakraborty's, 2026). 1 where nothing is human. Exact for
/// independent tokens; human documents that come whole hold less.
#[must_use]
pub fn head_loss(share: f64, tokens: f64) -> f64 {
    let rest = 1.0 - share;
    1.0 / (tokens * (1.0 - rest * rest) + rest)
}

/// The human sample that a text is worth in the long run, as a share of its tokens, if the share λ of each generation is
/// drawn anew from humans: N_eff / N = λ Σ s_k, s_0 = 1, s_{k+1} = 1 − exp(−(1 − λ) s_k), about 2λ ln(1 + 1/2λ).
///
/// A type of share p is alive with chance 1 − exp(−p N_eff): a *share* of human text holds the tail, whatever the number.
/// A branching process in place of the exact chain (this project): within 0.5 % from 2,000 tokens on.
#[must_use]
pub fn tail_worth(share: f64) -> f64 {
    if share <= 0.0 {
        return 0.0;
    }
    let (mut survival, mut sum) = (1.0, 0.0);
    for _ in 0..YOUNG {
        sum += survival;
        survival = survives((1.0 - share) * survival);
    }
    // From here on survival changes so little in a generation that the sum is an integral: ds = −(λ s + s²/2) dk.
    share * (sum + 2.0 * libm::log1p(survival / (2.0 * share)))
}

/// Generations that are summed one by one.
const YOUNG: usize = 4_096;
