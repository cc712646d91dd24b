//! The rank-frequency figure: Zipf's law on logarithmic axes, and the tail it loses.

mod labels;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::axes;
use super::labels::Frame;
use super::lexicon::Phrase;
use super::number::decades;
use super::pen::{Drawn, Lettering, Pen, Point};
use super::scale::Scale;
use super::style::{Style, tint};

/// What the figure shows: how often each type occurs, most frequent first.
#[derive(Debug, Clone, Copy)]
pub struct RankFrequency<'a> {
    /// Occurrences of each type of the human text, descending.
    pub human: &'a [u32],
    /// Occurrences of each type alive in the current generation, descending.
    pub current: &'a [u32],
    /// Number of the current generation.
    pub generation: usize,
}

const HUMAN_DASH: [f64; 2] = [5.0, 3.0];
/// The figure starts a little below one occurrence, so that the words that occur once stand on something.
const FLOOR: f64 = 0.55;

/// Below this width (CSS pixels) the right margin is worth more than the label in it.
const NARROW: f64 = 480.0;
const HUMAN: Phrase = Phrase::HumanText;

fn label(color: RGBColor) -> Lettering {
    Lettering::serif(Style::LABEL, color)
}

/// Draws the figure over the whole of `area`.
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    ranks: &RankFrequency,
) -> Drawn<DB> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let figure = Figure::new(&pen, ranks)?;
    figure.axes()?;
    figure.lost_tail()?;
    figure.curves()?;
    figure.labels()
}

struct Figure<'a, DB: DrawingBackend> {
    pen: &'a Pen<'a, DB>,
    plot: Frame,
    x: Scale,
    y: Scale,
    y_ticks: Vec<f64>,
    x_ticks: Vec<f64>,
    human: Vec<Point>,
    /// Empty in generation 0, which is the human text.
    current: Vec<Point>,
    generation: usize,
    lost: usize,
    narrow: bool,
}

impl<'a, DB: DrawingBackend> Figure<'a, DB> {
    fn new(pen: &'a Pen<'a, DB>, data: &RankFrequency) -> Drawn<DB, Self> {
        let (width, height) = pen.size();
        let most = data.human.iter().chain(data.current).copied().max().unwrap_or(1).max(10);
        let types = data.human.len().max(data.current.len()).max(10);
        let narrow = width < pen.px(NARROW);
        let y_ticks = decades(f64::from(most), (height / pen.px(44.0)) as usize);
        let right = if narrow {
            pen.px(16.0)
        } else {
            pen.width(pen.style.lexicon.say(HUMAN), &label(pen.style.theme.human))? + pen.px(16.0)
        };
        let plot = Frame {
            left: axes::left_of(pen, &y_ticks)?,
            top: pen.px(axes::ABOVE),
            right: width - right,
            bottom: height - pen.px(axes::BELOW),
        };
        let x_ticks = decades(types as f64, ((plot.right - plot.left) / pen.px(48.0)) as usize);
        let x = Scale::log((1.0, types as f64), (plot.left, plot.right));
        let y = Scale::log((FLOOR, f64::from(most) * 1.15), (plot.bottom, plot.top));
        let current = if data.generation == 0 { &[][..] } else { data.current };
        let lost = if data.generation == 0 { 0 } else { data.human.len().saturating_sub(current.len()) };
        let (human, current) = (steps(data.human, x, y), steps(current, x, y));
        Ok(Self {
            pen,
            plot,
            x,
            y,
            y_ticks,
            x_ticks,
            human,
            current,
            generation: data.generation,
            lost,
            narrow,
        })
    }

    fn axes(&self) -> Drawn<DB> {
        let title = if self.narrow { Phrase::Rank } else { Phrase::RankDescending };
        axes::vertical(self.pen, self.plot, self.y, &self.y_ticks, Phrase::Occurrences)?;
        axes::horizontal(self.pen, self.plot, self.x, &self.x_ticks, None, title)
    }

    /// Left edge of the lost tail.
    fn brink(&self) -> f64 {
        self.current.last().map_or(self.plot.left, |end| end.0)
    }

    /// Height of the human curve at `x`; the floor beyond its end.
    fn human_at(&self, x: f64) -> f64 {
        let passed = self.human.partition_point(|point| point.0 <= x);
        self.human[..passed].last().map_or(self.plot.bottom, |point| point.1)
    }

    /// The area under the human curve that the machine's no longer reaches, hatched.
    fn lost_tail(&self) -> Drawn<DB> {
        let Some(end) = self.human.last().filter(|_| self.lost > 0) else {
            return Ok(());
        };
        let (pen, floor, brink) = (self.pen, self.plot.bottom, self.brink());
        let human = pen.style.theme.human;
        let mut outline = vec![(brink, floor), (brink, self.human_at(brink))];
        outline.extend(self.human.iter().filter(|p| p.0 > brink));
        outline.push((end.0, floor));
        pen.polygon(&outline, tint(human, 0.07))?;
        let (spacing, step) = (pen.px(6.0), pen.px(0.5));
        let mut foot = brink - (floor - self.human_at(brink));
        while foot < end.0 {
            // A hatch climbs at 45 degrees from the floor, or from the brink, until it meets the curve.
            let start = foot.max(brink);
            let mut x = start;
            while x + step <= end.0 && floor - (x + step - foot) > self.human_at(x + step) {
                x += step;
            }
            if x > start {
                pen.path(
                    &[(start, floor - (start - foot)), (x, floor - (x - foot))],
                    1.0,
                    tint(human, 0.35),
                )?;
            }
            foot += spacing;
        }
        Ok(())
    }

    fn curves(&self) -> Drawn<DB> {
        let (pen, theme) = (self.pen, self.pen.style.theme);
        let (human, machine) = (tint(theme.human, 1.0), tint(theme.machine, 1.0));
        if self.generation == 0 {
            pen.path(&self.human, 2.0, human)?;
        } else {
            pen.path(&self.current, 2.5, machine)?;
            pen.dashed(&self.human, &HUMAN_DASH, 1.5, human)?;
        }
        for (curve, color) in [(&self.human, human), (&self.current, machine)] {
            if let Some(end) = curve.last() {
                pen.disc(*end, 3.0, color)?;
            }
        }
        Ok(())
    }
}

/// The outline of descending counts: a plateau for each run of ties, and at most two points for each column of pixels.
fn steps(counts: &[u32], x: Scale, y: Scale) -> Vec<Point> {
    let column = |point: &Point| point.0.round() as i32;
    let mut points: Vec<Point> = Vec::new();
    let mut rank = 0;
    for ties in counts.chunk_by(|a, b| a == b) {
        let first = rank + 1;
        rank += ties.len();
        let height = y.at(f64::from(ties[0].max(1)));
        for end in std::iter::once(first).chain((rank > first).then_some(rank)) {
            let point = (x.at(end as f64), height);
            match points.as_slice() {
                // The column has an entry and an exit already: this point is the new exit.
                [.., a, b] if column(a) == column(b) && column(b) == column(&point) => {
                    points.pop();
                    points.push(point);
                }
                _ => points.push(point),
            }
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scales() -> (Scale, Scale) {
        (Scale::log((1.0, 10_000.0), (0.0, 400.0)), Scale::log((FLOOR, 10_000.0), (300.0, 0.0)))
    }

    #[test]
    fn thousands_of_types_become_two_points_a_column() {
        let counts: Vec<u32> = (1..=10_000).map(|rank| 10_000 / rank).collect();
        let (x, y) = scales();
        let points = steps(&counts, x, y);
        assert!(points.len() <= 802, "{}", points.len());
        assert!(points.is_sorted_by(|a, b| a.0 <= b.0 && a.1 <= b.1));
        assert_eq!(points.last(), Some(&(400.0, y.at(1.0))));
    }

    #[test]
    fn ties_make_a_plateau() {
        let (x, y) = scales();
        assert_eq!(steps(&[1; 100], x, y), [(0.0, y.at(1.0)), (200.0, y.at(1.0))]);
        assert!(steps(&[], x, y).is_empty());
        assert_eq!(steps(&[7], x, y).len(), 1);
    }
}
