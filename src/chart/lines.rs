//! Lines over generations, each named where it ends: the figure for comparing a few runs.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::axes;
use super::labels::{Frame, Room, spread};
use super::lexicon::Phrase;
use super::moment::{self, Moment};
use super::number::{steps, ticks};
use super::pen::{Drawn, Lettering, Pen};
use super::scale::{Scale, curves};
use super::spots::Spots;
use super::style::{Style, tint};

/// How a line is drawn, so that it can be told apart without its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stroke {
    /// As what it is about.
    Bold,
    Thin,
    Dashed,
    Dotted,
}

/// One line; a value that is not finite is not drawn.
#[derive(Debug, Clone)]
pub(super) struct Line<'a> {
    pub(super) label: String,
    pub(super) values: &'a [f64],
    pub(super) color: RGBColor,
    pub(super) stroke: Stroke,
}

/// What the vertical axis counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Count,
    /// Shares, 0 to 1, written as percentages.
    Share,
    /// Bits: small numbers whose differences matter, so that the axis need not begin at 0.
    Bits,
}

/// The figure.
#[derive(Debug, Clone)]
pub(super) struct Lines<'a> {
    pub(super) title: Phrase,
    pub(super) unit: Unit,
    pub(super) series: Vec<Line<'a>>,
    /// A level that all lines are measured by, with its name.
    pub(super) level: Option<(f64, Option<Phrase>)>,
    pub(super) cursor: Option<usize>,
    /// Least and greatest value of all figures that are to have the same scale; otherwise its own.
    pub(super) common: Option<(f64, f64)>,
    pub(super) moment: Option<Moment>,
}

impl<'a> Lines<'a> {
    /// Lines with a cursor, and nothing else.
    pub(super) fn new(title: Phrase, unit: Unit, series: Vec<Line<'a>>, cursor: Option<usize>) -> Self {
        Self { title, unit, series, level: None, cursor, common: None, moment: None }
    }

    /// Marks where a line has lost half of what it began with: the first of these lines that does.
    pub(super) fn halving(self, lines: impl IntoIterator<Item = usize>) -> Self {
        let half = |line: usize| Some((line, moment::half(self.series.get(line)?.values)?));
        let moment =
            lines.into_iter().find_map(half).map(|(line, at)| Moment { line, at, words: Phrase::Half });
        Self { moment, ..self }
    }
}

/// Between labels at the ends of lines.
const LEADING: f64 = 17.0;

/// Draws the figure over the whole of `area`. Its spots are the generations.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Lines,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let Lines { title, unit, series: lines, level, cursor, common, moment } = figure;
    let finite = lines.iter().flat_map(|line| line.values).copied().chain(level.map(|(value, _)| value));
    let finite = finite.chain(common.iter().flat_map(|(low, high)| [*low, *high]));
    let finite = finite.filter(|value| value.is_finite()).collect::<Vec<_>>();
    let (low, high) = extent(*unit, &finite);
    let write = |value: f64| match unit {
        Unit::Count => style.lexicon.thousands(value),
        Unit::Share => style.lexicon.percent(value),
        Unit::Bits => style.lexicon.tenths(value),
    };
    let room = if height < pen.px(300.0) { 4 } else { 5 };
    let marks = if *unit == Unit::Count { ticks(high, room) } else { steps(low, high, room) };
    let lettering = Lettering::serif(Style::LABEL, style.theme.ink);
    let mut margin: f64 = pen.px(8.0);
    for line in lines {
        margin = margin.max(pen.width(&line.label, &lettering)?.ceil() + pen.px(14.0));
    }
    let plot = Frame {
        left: axes::left_of_written(&pen, &marks, write)?,
        top: pen.px(axes::ABOVE),
        right: width - margin,
        bottom: height - pen.px(axes::BELOW),
    };
    let last = lines.iter().map(|line| line.values.len()).max().unwrap_or_default().max(2) - 1;
    let x = Scale::linear((0.0, last as f64), (plot.left, plot.right));
    let y = Scale::linear((low, high), (plot.bottom, plot.top));
    axes::vertical_written(&pen, plot, y, &marks, *title, write)?;
    let cursor = cursor.filter(|t| *t <= last);
    let columns = ((plot.right - plot.left) / pen.px(44.0)) as usize;
    let generations = ticks(last as f64, columns.max(2));
    axes::horizontal(&pen, plot, x, &generations, cursor.map(|t| t as f64), Phrase::Generation)?;
    let level = level.filter(|(value, _)| value.is_finite());
    if let Some((value, _)) = level {
        let ends = [(plot.left, y.at(value)), (plot.right, y.at(value))];
        pen.dashed(&ends, &[2.0, 3.0], 1.0, tint(style.theme.ink, 0.8))?;
    }
    if let Some(t) = cursor {
        pen.vertical(x.at(t as f64), plot.top, plot.bottom, Style::HAIRLINE, tint(style.theme.ink, 0.35))?;
    }
    for line in lines {
        stroke(&pen, line, x, y)?;
        if let Some(value) = cursor.and_then(|t| line.values.get(t)).filter(|value| value.is_finite()) {
            let at = (x.at(cursor.unwrap_or_default() as f64), y.at(*value));
            pen.disc(at, 5.0, tint(style.theme.paper, 1.0))?;
            pen.disc(at, 3.5, tint(line.color, 1.0))?;
        }
    }
    name(&pen, lines, plot, y)?;
    let mut room = Room::within(Frame { top: pen.px(20.0), ..plot });
    for curve in lines.iter().flat_map(|line| curves(line.values, x, y)) {
        room.line(&curve, pen.px(3.0));
    }
    if let Some((value, words)) = level {
        room.line(&[(plot.left, y.at(value)), (plot.right, y.at(value))], pen.px(3.0));
        if let Some(words) = words {
            name_level(&pen, &mut room, plot, y.at(value), style.lexicon.say(words))?;
        }
    }
    let happened = moment.and_then(|moment| Some((moment, lines.get(moment.line)?)));
    if let Some((Moment { at, words, .. }, line)) = happened
        && let Some(value) = line.values.get(at).filter(|value| value.is_finite())
    {
        moment::mark(&pen, &mut room, (x.at(at as f64), y.at(*value)), words, line.color)?;
    }
    Ok(Spots::columns((0..=last).map(|t| x.at(t as f64))))
}

fn stroke<DB: DrawingBackend>(pen: &Pen<DB>, line: &Line, x: Scale, y: Scale) -> Drawn<DB> {
    let color = tint(line.color, 1.0);
    for curve in curves(line.values, x, y) {
        match line.stroke {
            Stroke::Bold => pen.path(&curve, 2.5, color)?,
            Stroke::Thin => pen.path(&curve, 1.5, color)?,
            Stroke::Dashed => pen.dashed(&curve, &[6.0, 4.0], 1.75, color)?,
            Stroke::Dotted => pen.dashed(&curve, &[2.0, 3.0], 1.75, color)?,
        }
    }
    Ok(())
}

/// Each line's name in the margin, level with its end.
fn name<DB: DrawingBackend>(pen: &Pen<DB>, lines: &[Line], plot: Frame, y: Scale) -> Drawn<DB> {
    let end = |line: &Line| line.values.iter().rev().copied().find(|value| value.is_finite());
    let ended = lines.iter().filter_map(|line| Some((line, y.at(end(line)?)))).collect::<Vec<_>>();
    let mut heights = ended.iter().map(|(_, height)| *height).collect::<Vec<_>>();
    if heights.is_empty() {
        return Ok(());
    }
    spread(&mut heights, pen.px(LEADING), (plot.top, plot.bottom));
    for ((line, _), height) in ended.iter().zip(heights) {
        let lettering = Lettering::serif(Style::LABEL, line.color);
        pen.text(&line.label, (plot.right + pen.px(10.0), height), &lettering)?;
    }
    Ok(())
}

/// The name of a level, above it or below, where no line runs through it.
fn name_level<DB: DrawingBackend>(
    pen: &Pen<DB>,
    room: &mut Room,
    plot: Frame,
    height: f64,
    words: &str,
) -> Drawn<DB> {
    let note = Lettering::serif(Style::NOTE, pen.style.theme.muted).italic();
    let size = (pen.width(words, &note)?, pen.px(Style::NOTE * 1.2));
    let gap = pen.px(2.0);
    let ends = [
        plot.right - size.0 - pen.px(8.0),
        f64::midpoint(plot.left, plot.right) - size.0 / 2.0,
        plot.left + pen.px(6.0),
    ];
    let candidates = ends.into_iter().flat_map(|left| [(left, height - gap - size.1), (left, height + gap)]);
    let frame = room.place(size, &candidates.collect::<Vec<_>>());
    pen.text_over(words, (frame.left, frame.middle()), &note)
}

/// From where to where the axis goes.
fn extent(unit: Unit, values: &[f64]) -> (f64, f64) {
    let high = values.iter().copied().fold(f64::MIN, f64::max);
    let low = values.iter().copied().fold(f64::MAX, f64::min);
    match unit {
        _ if values.is_empty() => (0.0, 1.0),
        Unit::Count => (0.0, high.max(1.0)),
        Unit::Share => (0.0, high.max(0.1)),
        Unit::Bits => {
            let margin = ((high - low) * 0.08).max(0.05);
            (low - margin, high + margin)
        }
    }
}
