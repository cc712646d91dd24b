//! A moment: what happens at a point of a curve, marked there and said beside it.

use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::labels::Room;
use super::lexicon::Phrase;
use super::pen::{Drawn, Lettering, Pen, Point};
use super::style::{Style, tint};

/// Something that happens to one of a figure's lines in a generation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    /// Which line.
    pub(super) line: usize,
    /// The generation.
    pub(super) at: usize,
    pub(super) words: Phrase,
}

/// The first generation that has lost half of what generation 0 had.
pub(super) fn half(values: &[f64]) -> Option<usize> {
    let all = values.first()?;
    values.iter().position(|value| *value <= all / 2.0).filter(|t| *t > 0)
}

/// Draws a ring at the point, and the words beside it; where they would cover something, the caption says them alone.
pub(super) fn mark<DB: DrawingBackend>(
    pen: &Pen<DB>,
    room: &mut Room,
    point: Point,
    phrase: Phrase,
    color: RGBColor,
) -> Drawn<DB> {
    let theme = pen.style.theme;
    let words = pen.style.lexicon.say(phrase);
    let lettering = Lettering::serif(Style::NOTE, theme.muted).italic();
    let size = (pen.width(words, &lettering)?, pen.px(lettering.size * 1.2));
    let beside = |gap: f64| {
        let (gap, level) = (pen.px(gap), point.1 - size.1 / 2.0);
        let left = point.0 - gap - size.0;
        [
            (point.0 + gap, level),
            (point.0 + gap, level - size.1 / 2.0 - gap),
            (left, level + size.1 / 2.0 + gap),
            (left, level - size.1 / 2.0 - gap),
        ]
    };
    let candidates = [18.0, 10.0, 30.0, 46.0].into_iter().flat_map(beside).collect::<Vec<_>>();
    let ring = || {
        pen.disc(point, 4.5, tint(color, 1.0))?;
        pen.disc(point, 2.5, tint(theme.paper, 1.0))
    };
    let Some(frame) = room.place_if_free(size, &candidates) else { return ring() };
    let gap = pen.px(4.0);
    let end = if frame.left > point.0 { frame.left - gap } else { frame.right + gap };
    // From words that lie across the point no line leads to it.
    if frame.left > point.0 || frame.right < point.0 {
        pen.path(&[point, (end, frame.middle())], Style::HAIRLINE, tint(theme.muted, 0.9))?;
    }
    ring()?;
    pen.text_over(words, (frame.left, frame.middle()), &lettering)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_is_lost_once_and_never_at_the_start() {
        assert_eq!(half(&[8.0, 5.0, 4.0, 1.0]), Some(2));
        assert_eq!(half(&[8.0, 5.0]), None);
        assert_eq!((half(&[0.0, 0.0]), half(&[]), half(&[f64::NAN, 1.0])), (None, None, None));
    }
}
