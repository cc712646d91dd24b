//! What a detector can do: true positives against false ones.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::axes;
use super::labels::Frame;
use super::lexicon::Phrase;
use super::number::steps;
use super::pen::{Drawn, Lettering, Pen, Point};
use super::scale::Scale;
use super::spots::Spots;
use super::style::{Style, tint};

/// The figure.
#[derive(Debug, Clone)]
pub(super) struct Roc<'a> {
    /// Rates of false positives, and of true ones at each.
    pub(super) fpr: &'a [f64],
    pub(super) tpr: &'a [f64],
    /// Where the detector works: its rates of false and true positives.
    pub(super) at: Option<Point>,
}

/// Draws the figure over the whole of `area`.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Roc,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let theme = style.theme;
    let lexicon = style.lexicon;
    let percent = |share: f64| lexicon.percent(share);
    let marks = steps(0.0, 1.0, 4);
    let left = axes::left_of_written(&pen, &marks, percent)?;
    // Both axes are shares of a whole: the plot is a square.
    let (top, bottom) = (pen.px(axes::ABOVE), height - pen.px(axes::BELOW));
    let side = (bottom - top).min(width - left - pen.px(16.0));
    let plot = Frame { left, top, right: left + side, bottom: top + side };
    let x = Scale::linear((0.0, 1.0), (plot.left, plot.right));
    let y = Scale::linear((0.0, 1.0), (plot.bottom, plot.top));
    axes::vertical_written(&pen, plot, y, &marks, Phrase::Caught, percent)?;
    let number = Lettering::tick(theme.muted).anchored(HPos::Center, VPos::Center);
    for mark in &marks {
        pen.text(&percent(*mark), (x.at(*mark), plot.bottom + pen.px(17.0)), &number)?;
    }
    let quiet = Lettering::serif(Style::NOTE, theme.muted).italic().anchored(HPos::Right, VPos::Center);
    pen.text(lexicon.say(Phrase::Accused), (plot.right, plot.bottom + pen.px(37.0)), &quiet)?;
    pen.dashed(&[(x.at(0.0), y.at(0.0)), (x.at(1.0), y.at(1.0))], &[2.0, 4.0], 1.0, tint(theme.muted, 1.0))?;
    let curve = figure.fpr.iter().zip(figure.tpr).map(|(fpr, tpr)| (x.at(*fpr), y.at(*tpr)));
    let curve = curve.filter(|point| point.1.is_finite()).collect::<Vec<_>>();
    pen.path(&curve, 2.5, tint(theme.remedy, 1.0))?;
    let middle = (x.at(0.62), y.at(0.5));
    pen.text_over(
        lexicon.say(Phrase::Guessing),
        (middle.0, middle.1 + pen.px(4.0)),
        &quiet.anchored(HPos::Left, VPos::Top),
    )?;
    if let Some((fpr, tpr)) = figure.at.filter(|at| at.0.is_finite() && at.1.is_finite()) {
        let at = (x.at(fpr), y.at(tpr));
        pen.disc(at, 6.0, tint(theme.paper, 1.0))?;
        pen.disc(at, 4.5, tint(theme.ink, 1.0))?;
        let label = Lettering::serif(Style::LABEL, theme.ink);
        let room = width - at.0 - pen.px(14.0);
        let words = [Phrase::DetectorWorksHere, Phrase::WorksHere, Phrase::Here];
        for text in words.map(|words| lexicon.say(words)) {
            if pen.width(text, &label)? <= room {
                pen.text_over(text, (at.0 + pen.px(10.0), at.1), &label)?;
                break;
            }
        }
    }
    Ok(Spots::default())
}
