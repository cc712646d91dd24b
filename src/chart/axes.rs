//! Axes without boxes: faint horizontal rules, a base line, numbers, and titles in words.

use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::labels::Frame;
use super::lexicon::Phrase;
use super::pen::{Drawn, Lettering, Pen};
use super::scale::Scale;
use super::style::{Style, tint};

/// Space under the plot for one row of numbers and one row of words.
pub(super) const BELOW: f64 = 46.0;
/// Space above the plot for the title of the vertical axis.
pub(super) const ABOVE: f64 = 34.0;
/// Between a number and its rule.
const GAP: f64 = 8.0;
/// Height of the row of words under the numbers.
const WORDS: f64 = 37.0;

/// Space left of the plot that the widest of these ticks needs.
pub(super) fn left_of<DB: DrawingBackend>(pen: &Pen<DB>, ticks: &[f64]) -> Drawn<DB, f64> {
    left_of_written(pen, ticks, |tick| pen.style.lexicon.thousands(tick))
}

/// The same for numbers that are written otherwise.
pub(super) fn left_of_written<DB: DrawingBackend>(
    pen: &Pen<DB>,
    ticks: &[f64],
    write: impl Fn(f64) -> String,
) -> Drawn<DB, f64> {
    let mut widest: f64 = 0.0;
    for tick in ticks {
        widest = widest.max(pen.width(&write(*tick), &Lettering::tick(pen.style.theme.muted))?);
    }
    Ok(widest.ceil() + pen.px(GAP + 1.0))
}

/// The vertical axis: a rule and a number for each tick, the title above, where it reads as a sentence.
pub(super) fn vertical<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: Frame,
    y: Scale,
    ticks: &[f64],
    title: Phrase,
) -> Drawn<DB> {
    vertical_written(pen, plot, y, ticks, title, |tick| pen.style.lexicon.thousands(tick))
}

/// The same for numbers that are written otherwise.
pub(super) fn vertical_written<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: Frame,
    y: Scale,
    ticks: &[f64],
    title: Phrase,
    write: impl Fn(f64) -> String,
) -> Drawn<DB> {
    let theme = pen.style.theme;
    let number = Lettering::tick(theme.muted).anchored(HPos::Right, VPos::Center);
    for tick in ticks {
        pen.horizontal(plot.left, plot.right, y.at(*tick), Style::HAIRLINE, tint(theme.rule, 0.75))?;
        pen.text(&write(*tick), (plot.left - pen.px(GAP), y.at(*tick)), &number)?;
    }
    let title_style = Lettering::serif(Style::NOTE, theme.muted).italic();
    pen.text(pen.style.lexicon.say(title), (pen.px(1.0), pen.px(11.0)), &title_style)
}

/// The horizontal axis: the base line, its ticks, and the title at its far end.
///
/// `emphasis` is a value the reader is looking at: its number is set in bold ink and pushes away the ticks it would touch.
pub(super) fn horizontal<DB: DrawingBackend>(
    pen: &Pen<DB>,
    plot: Frame,
    x: Scale,
    ticks: &[f64],
    emphasis: Option<f64>,
    title: Phrase,
) -> Drawn<DB> {
    let theme = pen.style.theme;
    let base = plot.bottom;
    pen.horizontal(plot.left, plot.right, base, Style::HAIRLINE, tint(theme.muted, 0.8))?;
    let number = Lettering::tick(theme.muted).anchored(HPos::Center, VPos::Center);
    let row = base + pen.px(17.0);
    for tick in ticks {
        pen.vertical(x.at(*tick), base, base + pen.px(5.0), Style::HAIRLINE, tint(theme.muted, 0.8))?;
        if emphasis.is_none_or(|value| (x.at(value) - x.at(*tick)).abs() > pen.px(16.0)) {
            pen.text(&pen.style.lexicon.thousands(*tick), (x.at(*tick), row), &number)?;
        }
    }
    if let Some(value) = emphasis {
        let bold = Lettering { color: theme.ink, ..number }.bold();
        pen.text(&pen.style.lexicon.thousands(value), (x.at(value), row), &bold)?;
    }
    let title_style = Lettering::serif(Style::NOTE, theme.muted).italic().anchored(HPos::Right, VPos::Center);
    pen.text(pen.style.lexicon.say(title), (plot.right, base + pen.px(WORDS)), &title_style)
}

/// A word under the origin that says what stands there.
pub(super) fn origin<DB: DrawingBackend>(pen: &Pen<DB>, plot: Frame, text: Phrase) -> Drawn<DB> {
    let lettering = Lettering::serif(Style::NOTE, pen.style.theme.human);
    pen.text(pen.style.lexicon.say(text), (plot.left - pen.px(3.0), plot.bottom + pen.px(WORDS)), &lettering)
}
