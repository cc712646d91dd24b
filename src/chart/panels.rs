//! Small multiples: the same figure for several cases, side by side or one above the other, on one scale.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::lines::{self, Lines};
use super::pen::{Drawn, Pen};
use super::spots::{Spot, Spots};
use super::style::Style;

/// Below this width (CSS pixels) the panels stand one above the other.
const NARROW: f64 = 480.0;

/// Draws a panel for each case; their scales are the same. The spots are the generations.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    cases: &[Lines],
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    if cases.is_empty() {
        return Ok(Spots::default());
    }
    let narrow = pen.size().0 < pen.px(NARROW);
    let parts = area.split_evenly(if narrow { (cases.len(), 1) } else { (1, cases.len()) });
    let values = || cases.iter().flat_map(|case| case.series.iter().flat_map(|line| line.values));
    let finite = || values().copied().filter(|value| value.is_finite());
    let common = (finite().fold(f64::MAX, f64::min), finite().fold(f64::MIN, f64::max));
    let common = (common.0 <= common.1).then_some(common);
    let mut spots = Vec::new();
    for (part, case) in parts.iter().zip(cases) {
        let (left, _) = part.get_base_pixel();
        let own = lines::draw(part, style, &Lines { common, ..case.clone() })?;
        let left = f64::from(left - area.get_base_pixel().0);
        spots.extend(own.0.iter().map(|spot| Spot { x: spot.x + left, ..*spot }));
    }
    Ok(Spots(spots))
}
