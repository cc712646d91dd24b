//! Where a figure can be pointed at.

/// One thing a reader can point at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spot {
    /// Device pixels from the left; NaN where the whole row is meant.
    pub x: f64,
    /// Device pixels from the top; NaN where the whole column is meant.
    pub y: f64,
    /// What it is: a generation, a rank, a cell; each figure says which.
    pub index: usize,
}

/// All spots of a figure, as it was drawn last.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Spots(pub Vec<Spot>);

impl Spots {
    /// A column for each x, numbered from 0.
    pub(super) fn columns(x: impl IntoIterator<Item = f64>) -> Self {
        let spot = |(index, x)| Spot { x, y: f64::NAN, index };
        Self(x.into_iter().enumerate().map(spot).collect())
    }

    /// The spot nearest to a point.
    #[must_use]
    pub fn nearest(&self, x: f64, y: f64) -> Option<usize> {
        let distance = |spot: &Spot| {
            let apart = |spot: f64, point: f64| if spot.is_nan() { 0.0 } else { spot - point };
            apart(spot.x, x).hypot(apart(spot.y, y))
        };
        self.0.iter().min_by(|a, b| distance(a).total_cmp(&distance(b))).map(|spot| spot.index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_met_at_any_height_and_a_point_only_near_it() {
        let columns = Spots::columns([0.0, 10.0, 20.0]);
        assert_eq!(columns.nearest(14.0, 900.0), Some(1));
        let rows = Spots([5.0, 25.0].map(|y| Spot { x: f64::NAN, y, index: y as usize }).into());
        assert_eq!(rows.nearest(700.0, 18.0), Some(25));
        let points = Spots([(0.0, 0.0), (3.0, 40.0)].map(|(x, y)| Spot { x, y, index: y as usize }).into());
        assert_eq!(points.nearest(3.0, 5.0), Some(0));
        assert_eq!(Spots::default().nearest(1.0, 1.0), None);
    }
}
