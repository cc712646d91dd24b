//! The specimen: the sampled text, printed on a page that has been copied once too often.

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::copier::Copier;
use super::labels::Frame;
use super::marked_text::MarkedText;
use super::page::Page;
use super::pen::{Drawn, Pen};
use super::style::{Style, mix, tint};
pub use crate::sample::{Mark, MarkKind};

/// What the page shows.
#[derive(Debug, Clone, Copy)]
pub struct Specimen<'a> {
    /// The sampled text.
    pub text: &'a str,
    /// Stretches to mark, in order, not overlapping.
    pub marks: &'a [Mark],
    /// Number of the generation that wrote it; 0 is human.
    pub generation: usize,
    /// Share of the human words lost, 0 to 1: how often the page seems to have been copied.
    pub wear: f64,
}

/// The page before anything befell it: a little lighter than the paper it lies on, by day and by night.
pub(super) fn clean(paper: RGBColor, ink: RGBColor) -> RGBColor {
    let light = RGBColor(255, 255, 255);
    let by_day = u32::from(paper.1) > u32::from(ink.1);
    if by_day { mix(paper, light, 0.65) } else { mix(paper, light, 0.035) }
}

/// The height (device pixels) that a page of this width needs to show the whole text.
pub fn height<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    width: u32,
    text: &str,
) -> Drawn<DB, u32> {
    let page = Page::new(style, f64::from(width));
    let lines = page.set(&Pen::new(area, style), text)?;
    Ok((page.top + lines.len() as f64 * page.leading + page.foot).ceil() as u32)
}

/// Draws the page over the whole of `area`. Text that does not fit ends in an ellipsis.
pub fn draw<DB: DrawingBackend>(
    area: &DrawingArea<DB, Shift>,
    style: &Style,
    specimen: &Specimen,
) -> Drawn<DB> {
    let pen = Pen::new(area, style);
    pen.clear()?;
    let (width, height) = pen.size();
    let page = Page::new(style, width);
    let copier = Copier::new(specimen.wear);
    let theme = style.theme;
    let color = copier.sheet(clean(theme.paper, theme.ink), theme.ink);
    let sheet =
        Frame { left: page.sheet.0, top: style.px(1.0), right: page.sheet.1, bottom: height - style.px(1.0) };
    let edge = style.px(1.0);
    let outer = ((sheet.left - edge, sheet.top - edge), (sheet.right + edge, sheet.bottom + edge));
    pen.rectangle(outer.0, outer.1, tint(theme.rule, 1.0))?;
    pen.rectangle((sheet.left, sheet.top), (sheet.right, sheet.bottom), tint(color, 1.0))?;
    copier.shade(&pen, sheet)?;
    let mut lines = page.set(&pen, specimen.text)?;
    let room = ((height - page.top - page.foot) / page.leading + 0.01).max(1.0) as usize;
    let cut = lines.len() > room;
    lines.truncate(room);
    let text = MarkedText::new(&pen, &page, copier, color, specimen);
    text.head()?;
    if let Some(last) = lines.last_mut().filter(|_| cut) {
        text.ellipsis(last, room - 1)?;
    }
    text.body(&lines)?;
    copier.dirt(&pen, sheet)
}
