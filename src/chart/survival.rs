//! The survival figure: how many words are still alive in each generation.
//!
//! What must happen is drawn before what does happen: first the predicted curve and its 95 % band, then the fair
//! baseline (human text of the same length, drawn afresh), then the run, which lands on the prediction.

mod labels;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::axes;
use super::labels::Frame;
use super::lexicon::Phrase;
use super::number::ticks;
use super::pen::{Drawn, Lettering, Pen, Point};
use super::scale::{Scale, curves};
use super::spots::Spots;
use super::style::{Style, tint};

/// The number of types expected in each generation, with the limits of its 95 % band.
#[derive(Debug, Clone, Copy)]
pub struct Prediction<'a> {
    /// Expected types, from generation 0 on.
    pub types: &'a [f64],
    /// Lower limits.
    pub low: &'a [f64],
    /// Upper limits.
    pub high: &'a [f64],
    /// Whether the run is one that the theory is about. If not, the curve still shows what chance alone would
    /// have left, and says so.
    pub applies: bool,
}

/// What the figure shows. A value that is not finite is not drawn.
#[derive(Debug, Clone, Copy)]
pub struct Survival<'a> {
    /// What theory expects.
    pub prediction: Prediction<'a>,
    /// Types alive in each generation so far.
    pub run: &'a [f64],
    /// Whether human text is mixed into the run.
    pub mixed: bool,
    /// Types in a fresh sample of human text of the same length; generation 0 has none.
    pub baseline: &'a [f64],
    /// What the run is compared with.
    pub ghosts: Ghosts<'a>,
    /// The generation the reader is looking at.
    pub cursor: Option<usize>,
}

/// Lines behind the run.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ghosts<'a> {
    /// A generation, and the types that the reader has bet will be alive in it.
    pub bet: Option<(f64, f64)>,
    /// An earlier run that the reader has pinned.
    pub pinned: &'a [f64],
}

const PREDICTED_DASH: [f64; 2] = [5.0, 4.0];
const BASELINE_DASH: [f64; 4] = [7.0, 3.0, 1.5, 3.0];
/// Below this width (CSS pixels) the right margin is worth more than the labels in it.
const NARROW: f64 = 480.0;

/// Draws the figure over the whole of `area`. Its spots are the generations.
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    survival: &Survival,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let figure = Figure::new(&pen, survival)?;
    figure.axes()?;
    figure.prediction()?;
    figure.baseline()?;
    figure.cursor_rule()?;
    figure.ghosts()?;
    figure.run()?;
    figure.labels()?;
    Ok(Spots::columns((0..=figure.last).map(|t| figure.x.at(t as f64))))
}

struct Figure<'a, DB: DrawingBackend> {
    pen: &'a Pen<'a, DB>,
    data: &'a Survival<'a>,
    plot: Frame,
    x: Scale,
    y: Scale,
    last: usize,
    y_ticks: Vec<f64>,
    narrow: bool,
}

impl<'a, DB: DrawingBackend> Figure<'a, DB> {
    fn new(pen: &'a Pen<'a, DB>, data: &'a Survival<'a>) -> Drawn<DB, Self> {
        let (width, height) = pen.size();
        let narrow = width < pen.px(NARROW);
        let last = data.prediction.types.len().max(data.run.len()).max(2) - 1;
        let all = [data.prediction.types, data.prediction.high, data.run, data.baseline, data.ghosts.pinned];
        let highest = all.into_iter().flatten().copied().filter(|v| v.is_finite()).fold(1.0, f64::max);
        let y_ticks = ticks(highest, if height < pen.px(300.0) { 4 } else { 5 });
        let right = if narrow { pen.px(12.0) } else { Self::margin(pen)? };
        let plot = Frame {
            left: axes::left_of(pen, &y_ticks)?,
            top: pen.px(axes::ABOVE),
            right: width - right,
            bottom: height - pen.px(axes::BELOW),
        };
        let x = Scale::linear((0.0, last as f64), (plot.left, plot.right));
        let y = Scale::linear((0.0, highest), (plot.bottom, plot.top));
        Ok(Self { pen, data, plot, x, y, last, y_ticks, narrow })
    }

    /// Width of the margin that holds the labels at the ends of the lines.
    fn margin(pen: &Pen<DB>) -> Drawn<DB, f64> {
        let lettering = Lettering::serif(Style::LABEL, pen.style.theme.ink);
        let mut widest: f64 = 0.0;
        for label in [Phrase::MachineText, Phrase::Sample] {
            widest = widest.max(pen.width(pen.style.lexicon.say(label), &lettering)?);
        }
        Ok(widest.ceil() + pen.px(14.0))
    }

    fn axes(&self) -> Drawn<DB> {
        let pen = self.pen;
        axes::vertical(pen, self.plot, self.y, &self.y_ticks, Phrase::WordsAlive)?;
        let room = (self.plot.right - self.plot.left) / pen.px(44.0);
        let generations = ticks(self.last as f64, (room as usize).max(2));
        let cursor = self.cursor().map(|t| t as f64);
        axes::horizontal(pen, self.plot, self.x, &generations, cursor, Phrase::Generation)?;
        axes::origin(pen, self.plot, Phrase::HumanText)
    }

    fn prediction(&self) -> Drawn<DB> {
        let Prediction { types, low, high, .. } = self.data.prediction;
        let ink = self.pen.style.theme.ink;
        let limits: Vec<(f64, f64)> = low.iter().copied().zip(high.iter().copied()).collect();
        let corner = |(t, v): (usize, f64)| (self.x.at(t as f64), self.y.at(v));
        let finite = |limit: &(usize, (f64, f64))| limit.1.0.is_finite() && limit.1.1.is_finite();
        let band = limits.iter().copied().enumerate().filter(finite);
        let upper = band.clone().map(|(t, limit)| corner((t, limit.1)));
        let lower = band.map(|(t, limit)| corner((t, limit.0)));
        let outline: Vec<Point> = upper.chain(lower.rev()).collect();
        self.pen.polygon(&outline, tint(ink, 0.10))?;
        for curve in curves(types, self.x, self.y) {
            self.pen.dashed(&curve, &PREDICTED_DASH, 1.5, tint(ink, 1.0))?;
        }
        Ok(())
    }

    fn baseline(&self) -> Drawn<DB> {
        let human = tint(self.pen.style.theme.human, 1.0);
        for curve in curves(&self.drawn_baseline(), self.x, self.y) {
            self.pen.dashed(&curve, &BASELINE_DASH, 1.5, human)?;
        }
        Ok(())
    }

    /// The baseline as far as the run has come: two lines that grow together can be compared. Generation 0 is
    /// the human text itself, not a sample of it.
    fn drawn_baseline(&self) -> Vec<f64> {
        let reach = self.data.run.len().max(1);
        let samples = self.data.baseline.iter().take(reach).skip(1).copied();
        std::iter::once(f64::NAN).chain(samples).collect()
    }

    fn run(&self) -> Drawn<DB> {
        let pen = self.pen;
        let theme = pen.style.theme;
        let machine = tint(theme.machine, 1.0);
        let dots = self.x.at(1.0) - self.x.at(0.0) >= pen.px(11.0);
        for curve in curves(self.data.run, self.x, self.y) {
            pen.path(&curve, 2.5, machine)?;
            if dots || curve.len() == 1 {
                for point in &curve {
                    pen.disc(*point, 3.0, machine)?;
                }
            }
        }
        // Generation 0 is not the machine's: it is the human text itself.
        if let Some(start) = self.point(self.data.run, 0) {
            pen.disc(start, 5.5, tint(theme.paper, 1.0))?;
            pen.disc(start, 4.0, tint(theme.human, 1.0))?;
        }
        Ok(())
    }

    fn ghosts(&self) -> Drawn<DB> {
        let pen = self.pen;
        let theme = pen.style.theme;
        for curve in curves(self.pinned(), self.x, self.y) {
            pen.path(&curve, 1.5, tint(theme.muted, 0.8))?;
        }
        if let (Some(bet), Some(start)) = (self.bet(), self.point(self.data.run, 0)) {
            pen.dashed(&[start, bet], &[1.5, 4.0], 1.25, tint(theme.muted, 1.0))?;
            pen.disc(bet, 5.0, tint(theme.muted, 1.0))?;
            pen.disc(bet, 3.5, tint(theme.paper, 1.0))?;
        }
        Ok(())
    }

    /// The pinned run as far as the figure goes.
    fn pinned(&self) -> &'a [f64] {
        let pinned = self.data.ghosts.pinned;
        &pinned[..pinned.len().min(self.last + 1)]
    }

    /// Where the reader's bet ends.
    fn bet(&self) -> Option<Point> {
        let there = |&(t, types): &(f64, f64)| t <= self.last as f64 && types.is_finite();
        let (t, types) = self.data.ghosts.bet.filter(there)?;
        Some((self.x.at(t), self.y.at(types)))
    }

    fn point(&self, values: &[f64], t: usize) -> Option<Point> {
        let value = values.get(t).copied().filter(|v| v.is_finite())?;
        Some((self.x.at(t as f64), self.y.at(value)))
    }

    /// The last value of a line that is drawn.
    fn end(&self, values: &[f64]) -> Option<Point> {
        (0..values.len()).rev().find_map(|t| self.point(values, t))
    }

    /// The generation the reader is looking at, if the figure has it.
    fn cursor(&self) -> Option<usize> {
        self.data.cursor.filter(|t| *t <= self.last)
    }

    fn cursor_rule(&self) -> Drawn<DB> {
        let Some(t) = self.cursor() else { return Ok(()) };
        let ink = tint(self.pen.style.theme.ink, 0.35);
        self.pen.vertical(self.x.at(t as f64), self.plot.top, self.plot.bottom, Style::HAIRLINE, ink)
    }
}
