//! From the value of a datum to its place on the paper.

use super::pen::Point;

/// A straight or logarithmic map from a domain of values to a range of device pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    domain: (f64, f64),
    range: (f64, f64),
    logarithmic: bool,
}

impl Scale {
    pub(super) fn linear(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain, range, logarithmic: false }
    }

    /// Both ends of the domain must be positive.
    pub(super) fn log(domain: (f64, f64), range: (f64, f64)) -> Self {
        let domain = (libm::log10(domain.0), libm::log10(domain.1));
        Self { domain, range, logarithmic: true }
    }

    pub(super) fn at(&self, value: f64) -> f64 {
        let value = if self.logarithmic { libm::log10(value) } else { value };
        let share = (value - self.domain.0) / (self.domain.1 - self.domain.0);
        self.range.0 + (self.range.1 - self.range.0) * share
    }
}

/// The points of one value per generation, broken wherever a value is missing.
pub(super) fn curves(values: &[f64], x: Scale, y: Scale) -> Vec<Vec<Point>> {
    let points: Vec<Point> = values.iter().enumerate().map(|(t, v)| (x.at(t as f64), y.at(*v))).collect();
    points.split(|p| !p.1.is_finite()).filter(|c| !c.is_empty()).map(<[Point]>::to_vec).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_maps_its_ends_and_its_middle() {
        let y = Scale::linear((0.0, 10.0), (100.0, 0.0));
        assert_eq!([0.0, 5.0, 10.0].map(|v| y.at(v)), [100.0, 50.0, 0.0]);
        let x = Scale::log((1.0, 100.0), (0.0, 200.0));
        assert_eq!([1.0, 10.0, 100.0].map(|v| x.at(v)), [0.0, 100.0, 200.0]);
    }

    #[test]
    fn missing_values_break_a_curve() {
        let unit = Scale::linear((0.0, 1.0), (0.0, 1.0));
        let broken = curves(&[f64::NAN, 1.0, 2.0, f64::NAN, f64::INFINITY, 3.0], unit, unit);
        assert_eq!(broken, [vec![(1.0, 1.0), (2.0, 2.0)], vec![(5.0, 3.0)]]);
    }
}
