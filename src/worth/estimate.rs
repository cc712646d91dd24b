//! Means with their errors, from runs that differ in their seeds alone.

/// A mean over runs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// Its standard error; NaN for a single run.
    pub error: f64,
}

impl Estimate {
    /// The mean of these numbers, one for each run.
    #[must_use]
    pub fn of(values: &[f64]) -> Self {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        Self { mean, error: libm::sqrt(covariance(values, values) / values.len() as f64) }
    }

    /// The 95 % interval, of `runs` runs (Student 1908).
    #[must_use]
    pub fn interval(&self, runs: usize) -> [f64; 2] {
        let half = student(runs.saturating_sub(1)) * self.error;
        [self.mean - half, self.mean + half]
    }
}

/// For each run, what was measured in one case less what was measured in the other, a part `1 / by` of it.
///
/// Runs with equal seeds draw the same human documents first and write from the same streams, so part of the chance in both
/// is the same and drops out. On Moby-Dick at order 2, between neighbouring shares, the variance of the difference of held-out
/// bits was 0.07 to 0.26 of that of unpaired runs in generation 1, 0.48 to 0.75 in generations 4 and 10.
pub(super) fn falls(before: &[f64], after: &[f64], by: f64) -> Vec<f64> {
    before.iter().zip(after).map(|(before, after)| (before - after) / by).collect()
}

/// Sample covariance of paired numbers; NaN for a single pair.
fn covariance(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    let [mean_a, mean_b] = [a, b].map(|values| values.iter().sum::<f64>() / n);
    a.iter().zip(b).map(|(a, b)| (a - mean_a) * (b - mean_b)).sum::<f64>() / (n - 1.0)
}

/// The 97.5 % point of Student's distribution, by the expansion of Fisher and Cornish (1960): within 1 % from 3 degrees of
/// freedom on.
fn student(freedom: usize) -> f64 {
    let z = 1.959_963_984_540_054_f64;
    match freedom {
        0 => f64::NAN,
        1 => 12.706_204_736,
        2 => 4.302_652_730,
        _ => {
            let v = freedom as f64;
            let [z3, z5, z7] = [z.powi(3), z.powi(5), z.powi(7)];
            z + (z3 + z) / (4.0 * v)
                + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * v * v)
                + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * v * v * v)
        }
    }
}

/// The 95 % interval of the ratio of two means, both measured in the same runs (Fieller 1954). `None` where the lower mean is
/// not known to differ from 0, so that the ratio has no bound.
pub(super) fn ratio(upper: &[f64], lower: &[f64]) -> Option<[f64; 2]> {
    let n = upper.len() as f64;
    let (a, b) = (Estimate::of(upper).mean, Estimate::of(lower).mean);
    let t = student(upper.len().saturating_sub(1));
    let part = t * t / n;
    let [aa, ab, bb] = [(upper, upper), (upper, lower), (lower, lower)].map(|(x, y)| part * covariance(x, y));
    let square = b * b - bb;
    if square.is_nan() || square <= 0.0 {
        return None;
    }
    let middle = a * b - ab;
    let half = libm::sqrt((middle * middle - (a * a - aa) * square).max(0.0));
    Some([(middle - half) / square, (middle + half) / square])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables of Student's distribution.
    #[test]
    fn quantiles_are_those_of_the_tables() {
        for (freedom, table) in
            [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (7, 2.365), (19, 2.093), (99, 1.984)]
        {
            assert!((student(freedom) / table - 1.0).abs() < 0.01, "{freedom}: {}", student(freedom));
        }
        assert!(student(0).is_nan());
    }

    /// The bounds of Fieller are where the mean of a − ρ b stops to differ from 0: said by its definition.
    #[test]
    fn the_interval_of_a_ratio_is_where_the_difference_is_not_told_from_nothing() {
        let lower = [2.1, 1.7, 2.6, 1.9, 2.2, 2.4];
        let upper = [9.0, 8.1, 12.5, 9.4, 8.8, 11.0];
        let z = |ratio: f64| {
            let differences = upper.iter().zip(&lower).map(|(a, b)| a - ratio * b).collect::<Vec<_>>();
            let Estimate { mean, error } = Estimate::of(&differences);
            mean / error
        };
        let [low, high] = ratio(&upper, &lower).unwrap();
        assert!(low < 4.56 && 4.56 < high, "{low}, {high}");
        assert!((z(low) - student(5)).abs() < 1e-9 && (z(high) + student(5)).abs() < 1e-9);
        assert_eq!(ratio(&upper, &[0.1, -0.1, 0.2, -0.1, 0.0, 0.1]), None);
        assert_eq!(ratio(&[1.0], &[2.0]), None);
    }

    #[test]
    fn estimates_are_means_with_standard_errors() {
        let Estimate { mean, error } = Estimate::of(&[1.0, 2.0, 3.0, 6.0]);
        assert_eq!(mean, 3.0);
        assert!((error - (14.0_f64 / 12.0).sqrt()).abs() < 1e-15);
        assert!(Estimate::of(&[1.0]).error.is_nan());
        assert_eq!(
            Estimate { mean: 1.0, error: 0.5 }.interval(2),
            [1.0 - 6.353_102_368, 1.0 + 6.353_102_368]
        );
        assert_eq!(falls(&[5.0, 4.0], &[1.0, 3.0], 2.0), [2.0, 0.5]);
    }
}
