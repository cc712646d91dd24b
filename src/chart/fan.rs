//! Many runs as a fan, and the curve that was predicted for all of them.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::axes;
use super::labels::{Frame, Room};
use super::lexicon::Phrase;
use super::moment;
use super::number::ticks;
use super::pen::{Drawn, Lettering, Pen, Point};
use super::scale::{Scale, curves};
use super::spots::Spots;
use super::style::{Style, tint};

/// The figure: types alive by generation.
#[derive(Debug, Clone)]
pub(super) struct Fan<'a> {
    /// Of the runs, the 5 %, 25 %, 50 %, 75 % and 95 % quantiles.
    pub(super) quantiles: [&'a [f64]; 5],
    /// What theory expects.
    pub(super) expected: &'a [f64],
    pub(super) cursor: Option<usize>,
}

/// Draws the figure over the whole of `area`. Its spots are the generations.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Fan,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let theme = style.theme;
    let all = figure.quantiles.iter().copied().chain([figure.expected]).flatten().copied();
    let high = all.filter(|value| value.is_finite()).fold(1.0, f64::max);
    let marks = ticks(high, if height < pen.px(300.0) { 4 } else { 5 });
    let plot = Frame {
        left: axes::left_of(&pen, &marks)?,
        top: pen.px(axes::ABOVE),
        right: width - pen.px(14.0),
        bottom: height - pen.px(axes::BELOW),
    };
    let last = figure.expected.len().max(figure.quantiles[2].len()).max(2) - 1;
    let x = Scale::linear((0.0, last as f64), (plot.left, plot.right));
    let y = Scale::linear((0.0, high), (plot.bottom, plot.top));
    axes::vertical(&pen, plot, y, &marks, Phrase::WordsAlive)?;
    let cursor = figure.cursor.filter(|t| *t <= last);
    let columns = ((plot.right - plot.left) / pen.px(44.0)) as usize;
    axes::horizontal(
        &pen,
        plot,
        x,
        &ticks(last as f64, columns.max(2)),
        cursor.map(|t| t as f64),
        Phrase::Generation,
    )?;
    if let Some(t) = cursor {
        pen.vertical(x.at(t as f64), plot.top, plot.bottom, Style::HAIRLINE, tint(theme.ink, 0.35))?;
    }
    let point = |(t, value): (usize, &f64)| -> Point { (x.at(t as f64), y.at(*value)) };
    let [lowest, low, middle, upper, highest] = figure.quantiles;
    for (below, above, opacity) in [(lowest, highest, 0.22), (low, upper, 0.30)] {
        let there = above.iter().enumerate().map(point).chain(below.iter().enumerate().map(point).rev());
        let outline = there.filter(|point| point.1.is_finite()).collect::<Vec<_>>();
        pen.polygon(&outline, tint(theme.machine, opacity))?;
    }
    for curve in curves(middle, x, y) {
        pen.path(&curve, 2.0, tint(theme.machine, 1.0))?;
    }
    for curve in curves(figure.expected, x, y) {
        pen.dashed(&curve, &[5.0, 4.0], 1.5, tint(theme.ink, 1.0))?;
    }
    // In the empty corner above the curves, where nothing can be covered.
    let right = Lettering::serif(Style::LABEL, theme.machine).anchored(HPos::Right, VPos::Center);
    let line = |i: f64| (plot.right - pen.px(8.0), plot.top + pen.px(12.0 + 19.0 * i));
    if !middle.is_empty() {
        pen.text_over(style.lexicon.say(Phrase::FanOfRuns), line(0.0), &right)?;
    }
    let theory = Lettering { color: theme.ink, ..right }.italic();
    pen.text_over(style.lexicon.say(Phrase::FanTheory), line(1.0), &theory)?;
    if let Some(t) = moment::half(middle) {
        let mut room = Room::within(Frame { top: plot.top + pen.px(42.0), ..plot });
        for curve in [lowest, middle, highest].into_iter().flat_map(|values| curves(values, x, y)) {
            room.line(&curve, pen.px(3.0));
        }
        moment::mark(&pen, &mut room, point((t, &middle[t])), Phrase::Half, theme.machine)?;
    }
    Ok(Spots::columns((0..=last).map(|t| x.at(t as f64))))
}
