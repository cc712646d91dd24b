//! Two dials at once: a map of cells, each with its number.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::lexicon::Phrase;
use super::pen::{Drawn, Lettering, Pen};
use super::spots::{Spot, Spots};
use super::style::{Style, tint};

/// The figure. A value that is not finite leaves its cell empty.
#[derive(Debug, Clone)]
pub(super) struct Cells<'a> {
    pub(super) rows: &'a [f64],
    pub(super) columns: &'a [f64],
    /// Shares, row by row.
    pub(super) values: &'a [f64],
    pub(super) cursor: Option<usize>,
}

/// Room for the titles and the head of the columns, in CSS pixels.
const ABOVE: f64 = 30.0;
const BELOW: f64 = 46.0;

/// Draws the figure over the whole of `area`. Its spots are the cells.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Cells,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let (theme, lexicon) = (style.theme, style.lexicon);
    let quiet = Lettering::serif(Style::NOTE, theme.muted).italic();
    pen.text(lexicon.say(Phrase::Temperature), (pen.px(1.0), pen.px(11.0)), &quiet)?;
    let title = quiet.anchored(HPos::Right, VPos::Center);
    pen.text(lexicon.say(Phrase::HumanEachRound), (width, height - pen.px(9.0)), &title)?;
    let (left, top) = (pen.px(34.0), pen.px(ABOVE));
    let (rows, columns) = (figure.rows.len().max(1), figure.columns.len().max(1));
    let size = ((width - left) / columns as f64, (height - top - pen.px(BELOW)) / rows as f64);
    let number = Lettering::tick(theme.muted);
    for (i, row) in figure.rows.iter().enumerate() {
        let at = (left - pen.px(8.0), top + size.1 * (i as f64 + 0.5));
        pen.text(&lexicon.tenths(*row), at, &number.anchored(HPos::Right, VPos::Center))?;
    }
    for (j, column) in figure.columns.iter().enumerate() {
        let at = (left + size.0 * (j as f64 + 0.5), height - pen.px(BELOW) + pen.px(15.0));
        pen.text(&lexicon.percent(*column), at, &number.anchored(HPos::Center, VPos::Center))?;
    }
    let mut spots = Vec::new();
    for index in 0..figure.rows.len() * figure.columns.len() {
        let (i, j) = ((index / columns) as f64, (index % columns) as f64);
        let (x, y) = (left + size.0 * j, top + size.1 * i);
        let middle = (x + size.0 / 2.0, y + size.1 / 2.0);
        spots.push(Spot { x: middle.0, y: middle.1, index });
        let Some(value) = figure.values.get(index).copied().filter(|value| value.is_finite()) else {
            continue;
        };
        let gap = pen.px(1.0);
        let corners = ((x + gap, y + gap), (x + size.0 - gap, y + size.1 - gap));
        pen.rectangle(corners.0, corners.1, tint(theme.remedy, 0.06 + 0.5 * value.clamp(0.0, 1.0)))?;
        let lettering = Lettering { color: theme.ink, ..number.anchored(HPos::Center, VPos::Center) };
        let chosen = figure.cursor == Some(index);
        pen.text(&lexicon.percent(value), middle, &if chosen { lettering.bold() } else { lettering })?;
        if chosen {
            let [(a, b), (c, d)] = [corners.0, corners.1];
            pen.path(&[(a, b), (c, b), (c, d), (a, d), (a, b)], 2.0, tint(theme.ink, 1.0))?;
        }
    }
    Ok(Spots(spots))
}
