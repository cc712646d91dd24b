//! From moments to a band.

/// Half the width of a 95 % band in standard deviations.
const HALF: f64 = 1.96;

/// The interval in which 95 % of all runs should lie, generation by generation.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    /// Lower end, by generation.
    pub low: Vec<f64>,
    /// Upper end.
    pub high: Vec<f64>,
}

impl Band {
    /// Mean ± 1.96 standard deviations.
    pub(super) fn symmetric(mean: &[f64], variance: &[f64]) -> Self {
        let end = |sign: f64| {
            mean.iter()
                .zip(variance)
                .map(|(mean, variance)| mean + sign * HALF * libm::sqrt(*variance))
                .collect()
        };
        Self { low: end(-1.0), high: end(1.0) }
    }

    /// The same where nothing below zero or above `most` can be.
    pub(super) fn up_to(mut self, most: f64) -> Self {
        self.low.iter_mut().chain(&mut self.high).for_each(|end| *end = end.clamp(0.0, most));
        self
    }

    /// Quantiles of a shifted gamma distribution with these means, variances and third moments (Wilson and Hilferty
    /// 1931, as Pearson's type III), within 0 and 1.
    pub(super) fn skewed(moments: &[[f64; 3]]) -> Self {
        let end = |sign: f64| {
            moments.iter().map(|moments| quantile(*moments, sign * HALF).clamp(0.0, 1.0)).collect()
        };
        Self { low: end(-1.0), high: end(1.0) }
    }
}

fn quantile([mean, variance, third]: [f64; 3], z: f64) -> f64 {
    let sd = libm::sqrt(variance);
    let skewness = third / (variance * sd);
    if skewness.is_nan() || skewness.abs() < 1e-6 {
        return mean + sd * z;
    }
    let cube = (1.0 + skewness * z / 6.0 - skewness * skewness / 36.0).powi(3);
    mean + sd * 2.0 / skewness * (cube - 1.0)
}
