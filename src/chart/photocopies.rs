//! A photocopy of a photocopy: one human passage, again and again, and the words that are in use no longer struck out.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::layout::{Line, layout};
use super::lexicon::Phrase;
use super::pen::{Drawn, Lettering, Pen};
use super::spots::{Spot, Spots};
use super::style::{Style, mix, tint};

/// What the figure shows.
#[derive(Debug, Clone, Copy)]
pub struct Photocopies<'a> {
    /// The human passage.
    pub passage: &'a str,
    /// Of each word: where it begins and ends (UTF-16 units of the passage).
    pub starts: &'a [f64],
    /// Ends of the words.
    pub ends: &'a [f64],
    /// The generation from which on the word occurs nowhere; NaN if it lives to the end.
    pub gone: &'a [f64],
    /// Generations to show; of those that are not computed yet nothing is known.
    pub generations: &'a [usize],
    /// The last generation that is computed.
    pub last: usize,
}

/// Text size and the distance of lines, in CSS pixels.
const SIZE: f64 = 15.0;
const LEADING: f64 = 21.0;
/// Between two copies.
const GAP: f64 = 12.0;
/// Height of a copy's own title.
const TITLE: f64 = 20.0;
/// From this width on (CSS pixels) titles stand beside the copies.
const WIDE: f64 = 480.0;
const MARGIN: f64 = 104.0;
/// How much of a lost word is left to see.
const FADED: f64 = 0.55;

/// Draws the figure over the whole of `area`. Its spots are the generations shown.
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Photocopies,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let wide = width >= pen.px(WIDE);
    let (left, title) = if wide { (pen.px(MARGIN), 0.0) } else { (0.0, pen.px(TITLE)) };
    let shown = figure.generations.iter().copied().filter(|t| *t <= figure.last).collect::<Vec<_>>();
    let each = height / figure.generations.len().max(1) as f64;
    let room = ((each - title - pen.px(GAP)) / pen.px(LEADING)).floor().max(1.0) as usize;
    let lines = set(&pen, figure.passage, width - left - pen.px(2.0))?;
    let words = figure.words();
    let lexicon = style.lexicon;
    let mut spots = Vec::new();
    for (i, t) in shown.into_iter().enumerate() {
        let top = i as f64 * each;
        let (name, color) = match t {
            0 => (lexicon.say(Phrase::HumanText).to_owned(), style.theme.human),
            t => {
                (lexicon.fill(Phrase::GenerationNumber, &[&lexicon.thousands(t as f64)]), style.theme.machine)
            }
        };
        let heading = Lettering::serif(Style::NOTE, color).italic();
        pen.text(&name, (0.0, top + pen.px(LEADING / 2.0)), &heading)?;
        for (l, line) in lines.iter().take(room).enumerate() {
            let y = top + title + pen.px(LEADING) * (l as f64 + 0.5);
            print(&pen, figure.passage, line, (left, y), &words, t as f64)?;
        }
        spots.push(Spot { x: width / 2.0, y: top + each / 2.0, index: t });
    }
    Ok(Spots(spots))
}

impl Photocopies<'_> {
    /// Bytes of each word, and when it was gone.
    fn words(&self) -> Vec<(usize, usize, f64)> {
        let mut bytes = Vec::with_capacity(self.passage.len() + 1);
        for (at, c) in self.passage.char_indices() {
            bytes.extend(std::iter::repeat_n(at, c.len_utf16()));
        }
        let byte = |unit: f64| bytes.get(unit as usize).copied().unwrap_or(self.passage.len());
        let ranges = self.starts.iter().zip(self.ends).zip(self.gone);
        ranges.map(|((start, end), gone)| (byte(*start), byte(*end), *gone)).collect()
    }
}

fn set<DB: DrawingBackend>(pen: &Pen<DB>, text: &str, width: f64) -> Drawn<DB, Vec<Line>> {
    let mut failure = None;
    let lettering = Lettering::serif(SIZE, pen.style.theme.ink);
    let lines = layout(text, width, |word| {
        pen.width(word, &lettering).unwrap_or_else(|error| {
            failure = Some(error);
            0.0
        })
    });
    failure.map_or(Ok(lines), Err)
}

/// Prints a line; of a stretch without a space, such as "ago—never", each word has a fate of its own.
fn print<DB: DrawingBackend>(
    pen: &Pen<DB>,
    text: &str,
    line: &Line,
    (left, y): (f64, f64),
    words: &[(usize, usize, f64)],
    generation: f64,
) -> Drawn<DB> {
    let theme = pen.style.theme;
    let living = Lettering::serif(SIZE, theme.ink).anchored(HPos::Left, VPos::Center);
    let dead = Lettering { color: mix(theme.paper, theme.ink, FADED), ..living };
    for placed in line {
        let lost = words.iter().filter(|(start, end, gone)| {
            *gone <= generation && *start < placed.range.end && placed.range.start < *end
        });
        let mut at = placed.range.start;
        let mut x = left + placed.x;
        let mut set = |to: usize, lost: bool| -> Drawn<DB> {
            let piece = text.get(at..to).unwrap_or_default();
            at = to;
            if piece.is_empty() {
                return Ok(());
            }
            let width = pen.width(piece, &living)?;
            pen.text(piece, (x, y), if lost { &dead } else { &living })?;
            if lost {
                pen.horizontal(x, x + width, y + pen.px(1.0), 1.5, tint(theme.machine, 1.0))?;
            }
            x += width;
            Ok(())
        };
        for (start, end, _) in lost {
            set((*start).max(placed.range.start), false)?;
            set((*end).min(placed.range.end), true)?;
        }
        set(placed.range.end, false)?;
    }
    Ok(())
}
