//! The shape of the counts: how steeply they fall, and how much the most frequent types take.

use crate::order::descending;

/// Types that [`top10_share`] looks at.
const TOP: usize = 10;
/// Where the exponent of the spectrum is sought. One type of 10^15 that occurs twice has 51, so no text is outside.
const EXPONENTS: (f64, f64) = (1.0 + 1e-9, 64.0);

/// Zipf's exponent s, the steepness of count against rank: count ∝ rank^−s. About 1 for human text; it grows as a few
/// types take all.
///
/// Estimated from the frequency spectrum, where it has a likelihood: if a type occurs c times with chance c^−α / ζ(α),
/// then s = 1 / (α − 1). α is the maximum of −α Σ ln c − V ln ζ(α) over the V types (Clauset, Shalizi and Newman 2009,
/// discrete, from 1 on). A line through log count against log rank would be biased.
///
/// `counts` are those of the types, without the boundary; zeros are ignored. NaN where no type occurs more than once.
#[must_use]
pub fn zipf_exponent(counts: &[u32]) -> f64 {
    let types = counts.iter().filter(|&&count| count > 0).count();
    let logs = counts.iter().filter(|&&count| count > 1).map(|&count| libm::log(f64::from(count)));
    let mean_log = logs.sum::<f64>() / types as f64;
    if mean_log.is_nan() || mean_log == 0.0 {
        return f64::NAN;
    }
    // The likelihood is greatest where the expected logarithm, −ζ′/ζ, is the observed one; it falls as α grows.
    let (mut low, mut high) = EXPONENTS;
    while high - low > 1e-12 * low {
        let middle = f64::midpoint(low, high);
        let (zeta, slope) = zeta(middle);
        if -slope / zeta > mean_log {
            low = middle;
        } else {
            high = middle;
        }
    }
    1.0 / (f64::midpoint(low, high) - 1.0)
}

/// ζ(s) and ζ′(s) for s > 1, to 14 digits: terms up to a bound, and the Euler-Maclaurin formula behind it.
fn zeta(s: f64) -> (f64, f64) {
    const BOUND: f64 = 12.0;
    /// B_2j / (2j)!
    const COEFFICIENTS: [f64; 5] =
        [1.0 / 12.0, -1.0 / 720.0, 1.0 / 30_240.0, -1.0 / 1_209_600.0, 1.0 / 47_900_160.0];
    let (mut zeta, mut slope) = (0.0, 0.0);
    let mut add = |term: f64, log_slope: f64| {
        zeta += term;
        slope += term * log_slope;
    };
    for k in 1..BOUND as u32 {
        let log = libm::log(f64::from(k));
        add(libm::exp(-s * log), -log);
    }
    let log = libm::log(BOUND);
    let power = libm::exp(-s * log);
    add(power * BOUND / (s - 1.0), -log - 1.0 / (s - 1.0));
    add(power / 2.0, -log);
    // s (s + 1) … (s + 2j − 2) BOUND^(−s − 2j + 1), and the slope of its logarithm.
    let (mut term, mut log_slope) = (power * s / BOUND, 1.0 / s - log);
    for (j, coefficient) in (1_u32..).zip(COEFFICIENTS) {
        add(coefficient * term, log_slope);
        for factor in [s + f64::from(2 * j - 1), s + f64::from(2 * j)] {
            term *= factor / BOUND;
            log_slope += 1.0 / factor;
        }
    }
    (zeta, slope)
}

/// Share of the tokens that belong to the ten most frequent types, from 0 to 1. `counts` are those of the types, without
/// the boundary. NaN where no token occurs.
#[must_use]
pub fn top10_share(counts: &[u32]) -> f64 {
    let tokens = counts.iter().map(|&count| u64::from(count)).sum::<u64>();
    let top = descending(counts.iter().copied()).take(TOP).map(|t| u64::from(counts[t])).sum::<u64>();
    top as f64 / tokens as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_zeta_function() {
        let pi = std::f64::consts::PI;
        for (s, expected) in [
            (2.0, pi * pi / 6.0),
            (4.0, libm::pow(pi, 4.0) / 90.0),
            (1.5, 2.612_375_348_685_488),
            (1.01, 100.577_943_338_497),
            (30.0, 1.000_000_000_931_327),
        ] {
            assert!((zeta(s).0 / expected - 1.0).abs() < 1e-14, "ζ({s}) = {}, not {expected}", zeta(s).0);
            let slope = (zeta(s + 1e-5).0 - zeta(s - 1e-5).0) / 2e-5;
            let tolerance = 1e-4 * slope.abs() + 1e-11;
            assert!((zeta(s).1 - slope).abs() < tolerance, "ζ′({s}) = {}, not {slope}", zeta(s).1);
        }
        assert!((zeta(2.0).1 + 0.937_548_254_315_843_8).abs() < 1e-14);
    }

    /// No exponent near the one found has a greater likelihood.
    #[test]
    fn the_likelihood_is_greatest_there() {
        for counts in [&[2, 1, 1, 1][..], &[5, 3, 2, 1], &[1_000, 10, 10, 1], &[4; 6], &[9, 0, 1, 0]] {
            let alpha = 1.0 + 1.0 / zipf_exponent(counts);
            let types = counts.iter().filter(|&&c| c > 0).count() as f64;
            let logs = counts.iter().filter(|&&c| c > 0).map(|&c| libm::log(f64::from(c))).sum::<f64>();
            let likelihood = |alpha: f64| -alpha * logs - types * libm::log(zeta(alpha).0);
            let best = likelihood(alpha);
            for other in [0.99, 1.01] {
                let other = likelihood(1.0 + (alpha - 1.0) * other);
                assert!(other < best, "{counts:?}: {other} is not below {best}");
            }
        }
    }

    #[test]
    fn no_exponent() {
        for counts in [&[][..], &[0, 0], &[1], &[1, 0, 1, 1]] {
            assert!(zipf_exponent(counts).is_nan(), "{counts:?}");
        }
    }

    #[test]
    fn the_top_ten() {
        assert!(top10_share(&[]).is_nan() && top10_share(&[0, 0]).is_nan());
        assert_eq!(top10_share(&[0, 3, 1]), 1.0);
        assert_eq!(top10_share(&[1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 0, 90]), 105.0 / 106.0);
        let equal = [u32::MAX; 40];
        assert_eq!(top10_share(&equal), 0.25);
    }
}
