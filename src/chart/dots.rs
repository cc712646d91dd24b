//! Copies as dots: a word's fate in each of them.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::lexicon::Phrase;
use super::pen::{Drawn, Lettering, Pen};
use super::spots::{Spot, Spots};
use super::style::{Style, tint};

/// Room for the two sentences under the dots, in CSS pixels.
const WORDS: f64 = 30.0;
/// Dots in a row, wide and narrow.
const ROW: (usize, usize) = (20, 10);
const NARROW: f64 = 480.0;

/// Draws how often a word stands in each copy: a full dot where it lives, an empty one where it is lost. Its spots are the copies.
pub(super) fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    hits: &[f64],
    cursor: Option<usize>,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let row = if width < pen.px(NARROW) { ROW.1 } else { ROW.0 };
    let rows = hits.len().div_ceil(row).max(100 / row);
    let step = (width / row as f64).min((height - pen.px(WORDS)) / rows as f64);
    let radius = step / style.scale * 0.32;
    let left = (width - step * row as f64) / 2.0;
    let theme = style.theme;
    let mut spots = Vec::new();
    for (i, count) in hits.iter().enumerate() {
        let at = (left + step * ((i % row) as f64 + 0.5), step * ((i / row) as f64 + 0.5));
        spots.push(Spot { x: at.0, y: at.1, index: i });
        if cursor == Some(i) {
            pen.disc(at, radius + 3.5, tint(theme.ink, 1.0))?;
            pen.disc(at, radius + 2.0, tint(theme.paper, 1.0))?;
        }
        if *count > 0.0 {
            pen.disc(at, radius, tint(theme.human, 1.0))?;
        } else {
            pen.disc(at, radius, tint(theme.machine, 1.0))?;
            pen.disc(at, radius - 1.5, tint(theme.paper, 1.0))?;
        }
    }
    let lost = hits.iter().filter(|hits| **hits == 0.0).count();
    let lexicon = style.lexicon;
    let living = lexicon.fill(Phrase::CopiesHave, &[&lexicon.thousands((hits.len() - lost) as f64)]);
    let lettering = Lettering::serif(Style::LABEL, theme.human);
    let y = height - pen.px(WORDS / 3.0);
    pen.text(&living, (left, y), &lettering)?;
    let x = left + pen.width(&living, &lettering)? + pen.px(5.0);
    let dead = Lettering::serif(Style::LABEL, theme.machine);
    let lost = lexicon.fill(Phrase::CopiesLost, &[&lexicon.thousands(lost as f64)]);
    pen.text(&lost, (x, y), &dead)?;
    Ok(Spots(spots))
}
