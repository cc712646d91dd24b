//! The graveyard: Zipf's law of the human text, and under it the share of the words of each rank that are dead.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::axes;
use super::labels::{Frame, Room, around};
use super::lexicon::Phrase;
use super::number::decades;
use super::pen::{Drawn, Lettering, Pen, Point};
use super::scale::Scale;
use super::spots::Spots;
use super::style::{Style, tint};

/// What the figure shows.
#[derive(Debug, Clone, Copy)]
pub struct Graveyard<'a> {
    /// Occurrences of each type of the human text, descending.
    pub human: &'a [f64],
    /// The generation from which on each occurs nowhere, by rank; NaN if it lives to the end.
    pub gone: &'a [f64],
    /// Spelling of each rank.
    pub words: &'a [String],
    /// Rank of the word that is followed, from 1 on.
    pub followed: Option<usize>,
    /// The generation the reader is looking at.
    pub generation: usize,
}

/// A figure starts a little below one occurrence, so that the words that occur once stand on something.
const FLOOR: f64 = 0.55;
/// Height of the graveyard, in CSS pixels, and of the lawn between it and the plot.
const STRIP: f64 = 44.0;
const LAWN: f64 = 14.0;
/// Ranks taken together are so many CSS pixels wide.
const COLUMN: f64 = 5.0;
/// Dead words that are named: the most frequent one, and then one at every so many CSS pixels.
const NAMED: usize = 5;
const APART: f64 = 44.0;

/// Draws the figure over the whole of `area`. Its spots are none: it is about ranks, the cursor about generations.
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    figure: &Graveyard,
) -> Drawn<DB, Spots> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let theme = style.theme;
    let (width, height) = pen.size();
    let most = figure.human.first().copied().unwrap_or(1.0).max(10.0);
    let types = figure.human.len().max(10) as f64;
    let marks = decades(most, (height / pen.px(60.0)) as usize);
    let left = axes::left_of(&pen, &marks)?;
    let right = width - pen.px(10.0);
    let bottom = height - pen.px(axes::BELOW);
    let strip = Frame { left, right, top: bottom - pen.px(STRIP), bottom };
    let plot = Frame { left, right, top: pen.px(axes::ABOVE), bottom: strip.top - pen.px(LAWN) };
    let x = Scale::log((1.0, types), (left, right));
    let y = Scale::log((FLOOR, most * 1.15), (plot.bottom, plot.top));
    axes::vertical(&pen, plot, y, &marks, Phrase::HumanOccurrences)?;
    let ranks = decades(types, ((right - left) / pen.px(48.0)) as usize);
    axes::horizontal(&pen, strip, x, &ranks, None, Phrase::Rank)?;
    let dead = |rank: usize| figure.gone.get(rank - 1).is_some_and(|gone| *gone <= figure.generation as f64);
    zipf(&pen, figure, x, y)?;
    bury(&pen, figure.human.len(), strip, x, dead)?;
    let mut room = Room::within(Frame { bottom: strip.top, ..plot });
    room.line(&corners(figure.human, x, y), pen.px(6.0));
    let mut taken = figure.followed.map(|rank| x.at(rank as f64)).into_iter().collect::<Vec<_>>();
    let mut mourned = Vec::new();
    for rank in (1..=figure.human.len()).filter(|rank| dead(*rank) && Some(*rank) != figure.followed) {
        let place = x.at(rank as f64);
        if mourned.len() < NAMED && taken.iter().all(|other| (other - place).abs() >= pen.px(APART)) {
            taken.push(place);
            mourned.push(rank);
        }
    }
    let named = mourned.into_iter().map(|rank| (rank, theme.machine));
    let followed = figure.followed.into_iter().map(|rank| (rank, theme.ink));
    for (rank, color) in followed.chain(named) {
        let (Some(count), Some(word)) = (figure.human.get(rank - 1), figure.words.get(rank - 1)) else {
            continue;
        };
        let at = (x.at(rank as f64), y.at(*count));
        let sign = match figure.gone.get(rank - 1) {
            Some(gone) if dead(rank) => format!("{word} †{}", style.lexicon.thousands(*gone)),
            _ => word.clone(),
        };
        let lettering = Lettering::serif(Style::LABEL, color).anchored(HPos::Left, VPos::Top).italic();
        let size = (pen.width(&sign, &lettering)?, pen.px(Style::LABEL));
        let frame = room.place(size, &around(at, size, pen.px(9.0)));
        pen.disc(at, 4.5, tint(theme.paper, 1.0))?;
        pen.disc(at, 3.0, tint(color, 1.0))?;
        pen.text_over(&sign, (frame.left, frame.top), &lettering)?;
    }
    Ok(Spots::default())
}

/// The corners of the staircase that the counts make, one step for each count.
fn corners(counts: &[f64], x: Scale, y: Scale) -> Vec<Point> {
    let mut points = Vec::new();
    let mut rank = 1_u32;
    for step in counts.chunk_by(|a, b| a == b) {
        let height = y.at(step.first().copied().unwrap_or(1.0));
        points.push((x.at(f64::from(rank)), height));
        rank += step.len() as u32;
        points.push((x.at(f64::from(rank - 1)), height));
    }
    points
}

fn zipf<DB: DrawingBackend>(pen: &Pen<DB>, figure: &Graveyard, x: Scale, y: Scale) -> Drawn<DB> {
    pen.path(&corners(figure.human, x, y), 2.0, tint(pen.style.theme.human, 1.0))
}

/// The share of dead words among those of about the same rank, as a silhouette.
fn bury<DB: DrawingBackend>(
    pen: &Pen<DB>,
    types: usize,
    strip: Frame,
    x: Scale,
    dead: impl Fn(usize) -> bool,
) -> Drawn<DB> {
    let theme = pen.style.theme;
    let mut columns: Vec<(f64, usize, usize)> = Vec::new();
    for rank in 1..=types {
        let column = ((x.at(rank as f64) - strip.left) / pen.px(COLUMN)).floor();
        match columns.last_mut().filter(|(at, ..)| *at == column) {
            Some((_, all, lost)) => {
                *all += 1;
                *lost += usize::from(dead(rank));
            }
            None => columns.push((column, 1, usize::from(dead(rank)))),
        }
    }
    let mut outline = vec![(strip.left, strip.bottom)];
    for (column, all, lost) in columns {
        let top = strip.bottom - (strip.bottom - strip.top) * lost as f64 / all as f64;
        let left = strip.left + column * pen.px(COLUMN);
        outline.extend([(left, top), ((left + pen.px(COLUMN)).min(strip.right), top)]);
    }
    outline.push((outline.last().map_or(strip.right, |point| point.0), strip.bottom));
    pen.polygon(&outline, tint(theme.machine, 0.55))?;
    let lexicon = pen.style.lexicon;
    let note = Lettering::serif(Style::NOTE, theme.machine).italic().anchored(HPos::Left, VPos::Top);
    let lost = (1..=types).filter(|rank| dead(*rank)).count() as f64 / types.max(1) as f64;
    pen.text_over(
        &lexicon.fill(Phrase::WordsDead, &[&lexicon.percent(lost)]),
        (strip.left + pen.px(4.0), strip.top),
        &note,
    )
}
