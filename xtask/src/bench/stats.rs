//! A median with its range.

/// What one subject took, sample by sample; sample i of two subjects was taken in the same round.
#[derive(Debug, Clone, Default)]
pub(crate) struct Samples(pub(crate) Vec<f64>);

impl Samples {
    /// `None` if there are none.
    pub(crate) fn median(&self) -> Option<f64> {
        let sorted = self.sorted();
        let middle = sorted.len().checked_sub(1)? / 2;
        Some(f64::midpoint(sorted[middle], sorted[sorted.len() / 2]))
    }

    pub(crate) fn range(&self) -> Option<(f64, f64)> {
        let sorted = self.sorted();
        Some((*sorted.first()?, *sorted.last()?))
    }

    /// Round by round.
    pub(crate) fn with(&self, other: &Self, combine: impl Fn(f64, f64) -> f64) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(&a, &b)| combine(a, b)).collect())
    }

    pub(crate) fn over(&self, other: &Self) -> Self {
        self.with(other, |a, b| a / b)
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(Samples(vec![3.0, 1.0, 2.0]).median(), Some(2.0));
        assert_eq!(Samples(vec![4.0, 1.0, 2.0, 3.0]).median(), Some(2.5));
        assert_eq!(Samples(vec![7.0]).range(), Some((7.0, 7.0)));
        assert_eq!(Samples(vec![]).median(), None);
    }

    #[test]
    fn ratios_are_taken_within_a_round() {
        let ratio = Samples(vec![2.0, 30.0]).over(&Samples(vec![1.0, 10.0]));
        assert_eq!(ratio.0, [2.0, 3.0]);
    }
}
