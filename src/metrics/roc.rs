//! How well scores tell two kinds of documents apart.

use std::cmp::Ordering;

use crate::order::ascending;

/// The receiver operating characteristic of scores that should be high for one kind, the positives, and low for the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Roc {
    /// False- and true-positive rate at each threshold, from (0, 0) to (1, 1): one point for each different score.
    pub points: Vec<(f64, f64)>,
    /// Area under the curve: the chance that a positive scores above a negative, ties counting a half. NaN if one kind
    /// is missing.
    pub auc: f64,
}

impl Roc {
    /// Compares scores; none may be NaN.
    #[must_use]
    pub fn new(negatives: &[f64], positives: &[f64]) -> Self {
        let sizes = [negatives.len() as f64, positives.len() as f64];
        // The scores below the threshold, the largest last.
        let mut below = [negatives, positives].map(|scores| ascending(scores.iter().copied()));
        let (mut points, mut area) = (vec![(0.0, 0.0)], 0.0);
        let mut above = [0.0, 0.0];
        let next =
            |below: &[Vec<f64>; 2]| below.iter().filter_map(|scores| scores.last().copied()).reduce(f64::max);
        while let Some(threshold) = next(&below) {
            let before = above;
            for (scores, above) in below.iter_mut().zip(&mut above) {
                while scores.last().is_some_and(|score| score.partial_cmp(&threshold) != Some(Ordering::Less))
                {
                    scores.pop();
                    *above += 1.0;
                }
            }
            area += (above[0] - before[0]) * (above[1] + before[1]) / 2.0;
            points.push((above[0] / sizes[0], above[1] / sizes[1]));
        }
        Self { points, auc: area / (sizes[0] * sizes[1]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_is_the_chance_of_being_ahead() {
        let (negatives, positives) = ([0.0, 0.5, -0.0, 2.0, -1.0], [0.5, 3.0, 0.0, 0.5]);
        let mut ahead = 0.0;
        for negative in negatives {
            for positive in positives {
                ahead += if positive > negative { 1.0 } else { f64::from(positive == negative) / 2.0 };
            }
        }
        let roc = Roc::new(&negatives, &positives);
        assert_eq!(roc.auc, ahead / 20.0);
        assert_eq!(roc.points.first(), Some(&(0.0, 0.0)));
        assert_eq!(roc.points.last(), Some(&(1.0, 1.0)));
        assert!(roc.points.is_sorted_by(|a, b| a.0 <= b.0 && a.1 <= b.1));
        assert!(Roc::new(&[], &positives).auc.is_nan());
        // From the highest score down: 3, then 2, then 0.5, …: negatives across, positives up.
        let expected = [(0.0, 0.0), (0.0, 0.25), (0.2, 0.25), (0.4, 0.75), (0.8, 1.0), (1.0, 1.0)];
        assert_eq!(roc.points, expected);
        assert_eq!(Roc::new(&[f64::NAN], &[f64::NAN, 1.0]).points.last(), Some(&(1.0, 1.0)));
    }
}
