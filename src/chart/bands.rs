//! Areas that lie on each other over generations, each named where it is thickest.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::RGBColor;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::axes;
use super::labels::{Frame, Room};
use super::lexicon::Phrase;
use super::moment::{self, Moment};
use super::number::{steps, ticks};
use super::pen::{Drawn, Lettering, Pen, Point};
use super::scale::Scale;
use super::spots::Spots;
use super::style::{Style, tint};

/// One area; a value that is not finite counts as nothing.
#[derive(Debug, Clone)]
pub(super) struct Band<'a> {
    pub(super) label: Option<Phrase>,
    pub(super) values: &'a [f64],
    pub(super) color: RGBColor,
    pub(super) opacity: f64,
}

/// The figure, its lowest band first.
#[derive(Debug, Clone)]
pub(super) struct Bands<'a> {
    pub(super) title: Phrase,
    /// Shares of a whole, or counts.
    pub(super) shares: bool,
    pub(super) stack: Vec<Band<'a>>,
    pub(super) cursor: Option<usize>,
    /// Something that happens to the stack, on top of the band it is about.
    pub(super) moment: Option<Moment>,
}

/// Draws the figure over the whole of `area`. Its spots are the generations.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Bands,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let theme = style.theme;
    let length = figure.stack.iter().map(|band| band.values.len()).max().unwrap_or_default();
    let last = length.max(2) - 1;
    // The top of every band at every generation; the first row is the ground.
    let mut tops = vec![vec![0.0; length]];
    for band in &figure.stack {
        let below = tops.last().cloned().unwrap_or_default();
        let value = |t: usize| band.values.get(t).copied().filter(|v| v.is_finite()).unwrap_or_default();
        tops.push(below.iter().enumerate().map(|(t, below)| below + value(t)).collect());
    }
    let high = tops.iter().flatten().copied().fold(1.0, f64::max);
    let write = |value: f64| {
        if figure.shares { style.lexicon.percent(value) } else { style.lexicon.thousands(value) }
    };
    let room = if height < pen.px(300.0) { 4 } else { 5 };
    let marks = if figure.shares { steps(0.0, 1.0, room) } else { ticks(high, room) };
    let plot = Frame {
        left: axes::left_of_written(&pen, &marks, write)?,
        top: pen.px(axes::ABOVE),
        right: width - pen.px(12.0),
        bottom: height - pen.px(axes::BELOW),
    };
    let x = Scale::linear((0.0, last as f64), (plot.left, plot.right));
    let y = Scale::linear((0.0, high), (plot.bottom, plot.top));
    axes::vertical_written(&pen, plot, y, &marks, figure.title, write)?;
    let point = |t: usize, value: f64| -> Point { (x.at(t as f64), y.at(value)) };
    for (pair, band) in tops.windows(2).zip(&figure.stack) {
        let [below, above] = pair else { continue };
        let upper = above.iter().enumerate().map(|(t, value)| point(t, *value));
        let lower = below.iter().enumerate().map(|(t, value)| point(t, *value)).rev();
        pen.polygon(&upper.clone().chain(lower).collect::<Vec<_>>(), tint(band.color, band.opacity))?;
        // A hairline of paper parts the bands, whatever their colours.
        pen.path(&upper.collect::<Vec<_>>(), 1.0, tint(theme.paper, 1.0))?;
    }
    let cursor = figure.cursor.filter(|t| *t <= last);
    let columns = ((plot.right - plot.left) / pen.px(44.0)) as usize;
    let generations = ticks(last as f64, columns.max(2));
    axes::horizontal(&pen, plot, x, &generations, cursor.map(|t| t as f64), Phrase::Generation)?;
    if let Some(t) = cursor {
        pen.vertical(x.at(t as f64), plot.top, plot.bottom, Style::HAIRLINE, tint(theme.ink, 0.5))?;
    }
    for (pair, band) in tops.windows(2).zip(&figure.stack) {
        let [below, above] = pair else { continue };
        let Some(label) = band.label.map(|label| style.lexicon.say(label)) else { continue };
        let lettering = Lettering::serif(Style::LABEL, theme.ink).anchored(HPos::Center, VPos::Center);
        let half = pen.width(label, &lettering)? / 2.0 + pen.px(4.0);
        let thickness = |t: usize| above.get(t).zip(below.get(t)).map_or(0.0, |(above, below)| above - below);
        let fits = |t: &usize| x.at(*t as f64) - half >= plot.left && x.at(*t as f64) + half <= plot.right;
        let widest = (0..length).filter(fits).max_by(|a, b| thickness(*a).total_cmp(&thickness(*b)));
        let Some(t) = widest else { continue };
        let (low, top) =
            (below.get(t).copied().unwrap_or_default(), above.get(t).copied().unwrap_or_default());
        if y.at(low) - y.at(top) > pen.px(15.0) {
            pen.text(label, point(t, f64::midpoint(low, top)), &lettering)?;
        }
    }
    let happened =
        figure.moment.and_then(|moment| Some((moment, *tops.get(moment.line + 1)?.get(moment.at)?)));
    if let Some((moment, value)) = happened {
        let mut room = Room::within(Frame { top: pen.px(20.0), ..plot });
        for top in &tops[1..] {
            let top = top.iter().enumerate().map(|(t, value)| point(t, *value)).collect::<Vec<_>>();
            room.line(&top, pen.px(3.0));
        }
        let color = figure.stack.get(moment.line).map_or(theme.ink, |band| band.color);
        moment::mark(&pen, &mut room, point(moment.at, value), moment.words, color)?;
    }
    Ok(Spots::columns((0..=last).map(|t| x.at(t as f64))))
}
