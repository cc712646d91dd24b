//! How far the words of a generation are from the human ones.

/// The distance of a distribution over types from the human one.
///
/// All numbers are NaN where the first distribution is none: for a corpus without tokens.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Divergence {
    /// Kullback-Leibler divergence KL(p‖h) = Σ p log₂ (p / h), in bits. Without an upper end, but a type that dies out
    /// leaves it finite. NaN where p holds a type that h does not.
    pub kl: f64,
    /// Jensen-Shannon divergence, in bits: half of KL(p‖m) + KL(h‖m), where m is the mean of both. From 0 to 1;
    /// the divergence, not the distance, which is its square root.
    pub js: f64,
    /// Total variation, ½ Σ |p − h|: the share of tokens that would have to change. From 0 to 1.
    pub tv: f64,
    /// Wasserstein-1 distance of the two distributions of human rank, Σ_r |F_p(r) − F_h(r)|: how many ranks a token
    /// moves on average if as little moves as can. It goes on growing where the others level off.
    pub w1: f64,
    /// Share of the human tokens whose type no longer occurs, Σ h over p = 0.
    pub tail_lost: f64,
    /// Σ (p − h)².
    pub squared_error: f64,
}

impl Divergence {
    /// The distance of `shares` from `human`; both give each type's share of the tokens, by human rank from 1 on
    /// (no boundary), and sum to 1.
    ///
    /// # Panics
    /// If the two are not equally long.
    #[must_use]
    pub fn between(shares: &[f64], human: &[f64]) -> Self {
        assert_eq!(shares.len(), human.len(), "both distributions are over the same types");
        if shares.iter().sum::<f64>().partial_cmp(&0.0) != Some(std::cmp::Ordering::Greater) {
            let [kl, js, tv, w1, tail_lost, squared_error] = [f64::NAN; 6];
            return Self { kl, js, tv, w1, tail_lost, squared_error };
        }
        let (mut kl, mut js, mut tv, mut w1, mut tail_lost, mut squared_error) =
            (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        // F_p(r) − F_h(r) up to the type at hand.
        let mut ahead: f64 = 0.0;
        for (&p, &h) in shares.iter().zip(human) {
            // p log₂ (p / 0) is infinite; here it stands for a comparison that makes no sense.
            kl += if p > 0.0 && h == 0.0 { f64::NAN } else { surprise(p, h) };
            js += 0.5 * (surprise(p, 0.5 * (p + h)) + surprise(h, 0.5 * (p + h)));
            tv += 0.5 * (p - h).abs();
            ahead += p - h;
            w1 += ahead.abs();
            squared_error += (p - h) * (p - h);
            tail_lost += if p == 0.0 { h } else { 0.0 };
        }
        Self { kl: not_negative(kl), js: not_negative(js), tv, w1, tail_lost, squared_error }
    }
}

/// p log₂ (p / q), 0 for p = 0.
fn surprise(p: f64, q: f64) -> f64 {
    if p == 0.0 { 0.0 } else { p * libm::log2(p / q) }
}

/// Rounding may leave a sum that is 0 a little below it. NaN stays.
fn not_negative(sum: f64) -> f64 {
    if sum < 0.0 { 0.0 } else { sum }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        let Divergence { kl, js, tv, w1, tail_lost, squared_error } =
            Divergence::between(&[0.75, 0.0, 0.25, 0.0], &[0.5, 0.25, 0.125, 0.125]);
        assert_eq!((tv, tail_lost, squared_error), (0.375, 0.375, 0.15625));
        // Of 0.25 a quarter goes down one rank and 0.125 goes down one more: from ranks 2 and 4 to 1 and 3.
        assert_eq!(w1, 0.25 + 0.125);
        assert!((kl - (0.75 * libm::log2(1.5) + 0.25)).abs() < 1e-15);
        let half_p = 0.75 * libm::log2(1.2) + 0.25 * libm::log2(4.0 / 3.0);
        let half_h = 0.5 * libm::log2(0.8) + 0.25 + 0.125 * libm::log2(2.0 / 3.0) + 0.125;
        assert!((js - 0.5 * (half_p + half_h)).abs() < 1e-15);
    }

    #[test]
    fn what_grew_rarer_is_not_lost() {
        let shifted = Divergence::between(&[0.25, 0.75], &[0.5, 0.5]);
        assert_eq!((shifted.tail_lost, shifted.tv, shifted.w1), (0.0, 0.25, 0.25));
    }

    #[test]
    fn equal_and_disjoint() {
        let same = Divergence::between(&[0.5, 0.3, 0.2], &[0.5, 0.3, 0.2]);
        assert_eq!(
            same,
            Divergence { kl: 0.0, js: 0.0, tv: 0.0, w1: 0.0, tail_lost: 0.0, squared_error: 0.0 }
        );
        let apart = Divergence::between(&[0.0, 0.0, 1.0], &[0.5, 0.5, 0.0]);
        assert!(apart.kl.is_nan(), "a word that no human wrote");
        assert_eq!((apart.js, apart.tv, apart.w1, apart.tail_lost), (1.0, 1.0, 1.5, 1.0));
    }

    #[test]
    fn no_tokens() {
        for nothing in [0.0, f64::NAN] {
            let Divergence { kl, js, tv, w1, tail_lost, .. } = Divergence::between(&[nothing; 2], &[0.5; 2]);
            assert!([kl, js, tv, w1, tail_lost].iter().all(|number| number.is_nan()));
        }
    }
}
