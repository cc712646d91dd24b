//! What follows a word, as bars: the figure of what a model knows.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::lexicon::Phrase;
use super::pen::{Drawn, Lettering, Pen};
use super::spots::{Spot, Spots};
use super::style::{Style, tint};

/// The figure, its longest bar first.
#[derive(Debug, Clone)]
pub(super) struct Bars<'a> {
    pub(super) title: String,
    pub(super) labels: Vec<&'a str>,
    pub(super) counts: &'a [f64],
    /// What all bars, and what is not drawn, add up to.
    pub(super) total: f64,
    /// Counted, and none of the bars.
    pub(super) other: f64,
    pub(super) cursor: Option<usize>,
}

/// Room for the title, in CSS pixels.
const ABOVE: f64 = 30.0;

/// Draws the figure over the whole of `area`. Its spots are the bars.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Bars,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let theme = style.theme;
    let quiet = Lettering::serif(Style::NOTE, theme.muted).italic();
    pen.text(&figure.title, (pen.px(1.0), pen.px(11.0)), &quiet)?;
    let other = style.lexicon.say(Phrase::AnythingElse);
    let mut rows = figure.labels.iter().copied().zip(figure.counts.iter().copied()).collect::<Vec<_>>();
    if figure.other > 0.0 {
        rows.push((other, figure.other));
    }
    let lettering = |label: &str| {
        let upright = Lettering::serif(Style::LABEL, theme.ink).anchored(HPos::Right, VPos::Center);
        if label == other || label == style.lexicon.say(Phrase::End) { upright.italic() } else { upright }
    };
    let mut widest: f64 = 0.0;
    for (label, _) in &rows {
        widest = widest.max(pen.width(label, &lettering(label))?);
    }
    let number = Lettering::tick(theme.muted);
    let left = (widest + pen.px(12.0)).min(width * 0.5);
    let room = width - left - pen.width(&style.lexicon.percent(1.0), &number)? - pen.px(12.0);
    let most = rows.iter().map(|row| row.1).fold(1.0, f64::max);
    let step = (height - pen.px(ABOVE)) / rows.len().max(1) as f64;
    let thick = (step * 0.62).min(pen.px(20.0));
    let mut spots = Vec::new();
    for (index, (label, count)) in rows.iter().enumerate() {
        let y = pen.px(ABOVE) + step * (index as f64 + 0.5);
        let chosen = figure.cursor == Some(index);
        let name = if chosen { lettering(label).bold() } else { lettering(label) };
        pen.text(label, (left - pen.px(8.0), y), &name)?;
        let end = left + room * count / most;
        let opacity = if *label == other { 0.25 } else { 0.8 };
        pen.rectangle(
            (left, y - thick / 2.0),
            (end.max(left + 1.0), y + thick / 2.0),
            tint(theme.human, opacity),
        )?;
        let share = if chosen { Lettering { color: theme.ink, ..number }.bold() } else { number };
        pen.text(&style.lexicon.percent(count / figure.total.max(1.0)), (end + pen.px(6.0), y), &share)?;
        spots.push(Spot { x: f64::NAN, y, index });
    }
    Ok(Spots(spots))
}
