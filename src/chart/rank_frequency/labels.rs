//! The words in the rank-frequency figure: the names of the curves and the size of the loss.

use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::super::labels::{Frame, Room, around};
use super::super::lexicon::Phrase;
use super::super::pen::{Drawn, Lettering, Point};
use super::super::style::{Style, tint};
use super::{Figure, HUMAN, label};

impl<DB: DrawingBackend> Figure<'_, DB> {
    pub(super) fn labels(&self) -> Drawn<DB> {
        let (pen, theme) = (self.pen, self.pen.style.theme);
        let inset = pen.px(4.0);
        let bounds = Frame {
            left: self.plot.left + inset,
            top: pen.px(20.0),
            right: pen.size().0 - pen.px(4.0),
            bottom: self.plot.bottom - inset,
        };
        let mut room = Room::within(bounds);
        room.line(&self.human, pen.px(3.0));
        room.line(&self.current, pen.px(3.0));
        self.lost_label(&mut room)?;
        let lexicon = pen.style.lexicon;
        let human = lexicon.say(HUMAN);
        let number = lexicon.thousands(self.generation as f64);
        let generation = lexicon.fill(Phrase::GenerationNumber, &[&number]);
        // The machine's line ends above white paper, where its label hangs.
        self.curve_label(&mut room, &self.current, &[1.0, 0.8, 0.6, 0.4], &generation, theme.machine)?;
        match self.human.last() {
            Some(end) if !self.narrow => pen.text(human, (end.0 + pen.px(9.0), end.1), &label(theme.human)),
            _ => {
                self.curve_label(&mut room, &self.human, &[0.4, 0.3, 0.5, 0.2, 0.6, 0.0], human, theme.human)
            }
        }
    }

    /// Labels a curve at the first of these shares of its points where there is room, if there is a curve.
    fn curve_label(
        &self,
        room: &mut Room,
        curve: &[Point],
        shares: &[f64],
        text: &str,
        color: RGBColor,
    ) -> Drawn<DB> {
        if curve.is_empty() {
            return Ok(());
        }
        let (pen, lettering) = (self.pen, label(color));
        let size = (pen.width(text, &lettering)?, pen.px(Style::LABEL * 1.2));
        let gap = pen.px(8.0);
        let candidates: Vec<Point> = shares
            .iter()
            .map(|share| curve[((curve.len() - 1) as f64 * share) as usize])
            .flat_map(|point| {
                let hanging = (point.0 - gap - size.0, point.1 + gap);
                std::iter::once(hanging).chain(around(point, size, gap))
            })
            .collect();
        let frame = room.place(size, &candidates);
        pen.text_over(text, (frame.left, frame.middle()), &lettering)
    }

    /// How many words the hatched tail stands for: inside it if there is room, else above a bracket.
    fn lost_label(&self, room: &mut Room) -> Drawn<DB> {
        let Some(end) = self.human.last().filter(|_| self.lost > 0) else {
            return Ok(());
        };
        let (pen, theme) = (self.pen, self.pen.style.theme);
        let text = pen.style.lexicon.counted(self.lost as f64, Phrase::OneWordLost, Phrase::WordsLost);
        let lettering = Lettering::serif(Style::LABEL, theme.ink).italic();
        let size = (pen.width(&text, &lettering)?, pen.px(Style::LABEL * 1.2));
        let (brink, pad) = (self.brink(), pen.px(8.0));
        let inside = Frame::at((brink + pad, self.plot.bottom - pad - size.1), size);
        if inside.right + pad < end.0 && self.human_at(inside.right + pad) + pad < inside.top {
            room.occupy(inside);
            return pen.text_over(&text, (inside.left, inside.middle()), &lettering);
        }
        let ceiling = self.human_at(brink).min(self.current.last().map_or(self.plot.bottom, |p| p.1));
        let bracket = ceiling - pen.px(16.0);
        let rule = tint(theme.ink, 0.8);
        pen.horizontal(brink, end.0, bracket, Style::HAIRLINE, rule)?;
        pen.vertical(brink, bracket, bracket + pen.px(6.0), Style::HAIRLINE, rule)?;
        pen.vertical(end.0, bracket, bracket + pen.px(6.0), Style::HAIRLINE, rule)?;
        room.line(&[(brink, bracket), (end.0, bracket)], pen.px(3.0));
        // Where the label is wider than the bracket it climbs, on a stem, until it is clear of the curve.
        let middle = f64::midpoint(brink, end.0);
        let top = bracket - pen.px(5.0) - size.1;
        let candidates: Vec<Point> = [0.0, 14.0, 28.0, 42.0, 56.0, 70.0]
            .map(|rise| (middle - size.0 / 2.0, top - pen.px(rise)))
            .to_vec();
        let frame = room.place(size, &candidates);
        if frame.bottom + pen.px(8.0) < bracket {
            pen.vertical(middle, frame.bottom + pen.px(1.0), bracket, Style::HAIRLINE, rule)?;
        }
        pen.text_over(&text, (frame.left, frame.middle()), &lettering)
    }
}
