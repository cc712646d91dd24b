//! Estimates with their 95 % intervals, one for each case.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::RGBColor;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::axes;
use super::labels::Frame;
use super::lexicon::Phrase;
use super::number::steps;
use super::pen::{Drawn, Lettering, Pen};
use super::scale::Scale;
use super::spots::{Spot, Spots};
use super::style::{Style, tint};

/// The figure. A value that is not finite is not drawn.
#[derive(Debug, Clone)]
pub(super) struct Intervals<'a> {
    pub(super) title: Phrase,
    /// What the cases differ in.
    pub(super) below: Phrase,
    pub(super) cases: Vec<String>,
    pub(super) values: &'a [f64],
    pub(super) low: &'a [f64],
    pub(super) high: &'a [f64],
    pub(super) color: RGBColor,
    pub(super) cursor: Option<usize>,
    /// What the reader has bet the last value to be.
    pub(super) bet: Option<f64>,
}

/// Draws the figure over the whole of `area`. Its spots are the cases.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Intervals,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let theme = style.theme;
    let bet = figure.bet.filter(|bet| bet.is_finite());
    let all =
        || [figure.values, figure.low, figure.high].into_iter().flatten().copied().filter(|v| v.is_finite());
    let (low, high) = (all().fold(0.0, f64::min), all().chain(bet).fold(0.1, f64::max));
    let tenths = |value: f64| style.lexicon.tenths(value);
    let marks = steps(low, high, 4);
    let plot = Frame {
        left: axes::left_of_written(&pen, &marks, tenths)?,
        top: pen.px(axes::ABOVE),
        right: width - pen.px(12.0),
        bottom: height - pen.px(axes::BELOW),
    };
    let y = Scale::linear((low, high), (plot.bottom, plot.top));
    axes::vertical_written(&pen, plot, y, &marks, figure.title, tenths)?;
    pen.horizontal(plot.left, plot.right, y.at(0.0), Style::HAIRLINE, tint(theme.muted, 0.8))?;
    let quiet = Lettering::serif(Style::NOTE, theme.muted).italic().anchored(HPos::Right, VPos::Center);
    pen.text(style.lexicon.say(figure.below), (plot.right, plot.bottom + pen.px(37.0)), &quiet)?;
    if let Some(bet) = bet {
        let muted = tint(theme.muted, 1.0);
        pen.dashed(&[(plot.left, y.at(bet)), (plot.right, y.at(bet))], &[1.5, 4.0], 1.25, muted)?;
        let note = Lettering::serif(Style::NOTE, theme.muted).italic().anchored(HPos::Left, VPos::Bottom);
        pen.text_over(
            style.lexicon.say(Phrase::YourBet),
            (plot.left + pen.px(6.0), y.at(bet) - pen.px(3.0)),
            &note,
        )?;
    }
    let number = Lettering::tick(theme.muted).anchored(HPos::Center, VPos::Center);
    let step = (plot.right - plot.left) / figure.cases.len().max(1) as f64;
    let mut spots = Vec::new();
    for (index, case) in figure.cases.iter().enumerate() {
        let x = plot.left + step * (index as f64 + 0.5);
        spots.push(Spot { x, y: f64::NAN, index });
        let chosen = figure.cursor == Some(index);
        let name = if chosen { Lettering { color: theme.ink, ..number }.bold() } else { number };
        pen.text(case, (x, plot.bottom + pen.px(17.0)), &name)?;
        if chosen {
            pen.vertical(x, plot.top, plot.bottom, Style::HAIRLINE, tint(theme.ink, 0.35))?;
        }
        let value = |row: &[f64]| row.get(index).copied().filter(|value| value.is_finite());
        if let (Some(low), Some(high)) = (value(figure.low), value(figure.high)) {
            pen.vertical(x, y.at(high), y.at(low), 2.0, tint(figure.color, 0.55))?;
        }
        if let Some(value) = value(figure.values) {
            pen.disc((x, y.at(value)), 5.0, tint(figure.color, 1.0))?;
            let label = Lettering { color: theme.ink, ..number.anchored(HPos::Left, VPos::Center) };
            let label = if chosen { label.bold() } else { label };
            pen.text_over(&tenths(value), (x + pen.px(9.0), y.at(value)), &label)?;
        }
    }
    Ok(Spots(spots))
}
