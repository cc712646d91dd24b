//! The words in the survival figure: the lines' names, the half-way point, the count under the cursor.

use plotters_backend::DrawingBackend;

use super::super::labels::{Frame, Room, around, spread};
use super::super::lexicon::Phrase;
use super::super::moment;
use super::super::pen::{Drawn, Lettering, Point};
use super::super::scale::curves;
use super::super::style::{Style, tint};
use super::Figure;

impl<DB: DrawingBackend> Figure<'_, DB> {
    pub(super) fn labels(&self) -> Drawn<DB> {
        let pen = self.pen;
        let theme = pen.style.theme;
        let bounds = Frame { right: pen.size().0 - pen.px(4.0), top: pen.px(20.0), ..self.plot };
        let mut room = Room::within(Frame {
            left: bounds.left + pen.px(4.0),
            bottom: bounds.bottom - pen.px(2.0),
            ..bounds
        });
        let baseline = self.drawn_baseline();
        for values in [self.data.prediction.types, self.data.run, &baseline] {
            for curve in curves(values, self.x, self.y) {
                room.line(&curve, pen.px(3.0));
            }
        }
        let run = if self.data.run.len() > 1 { self.data.run } else { &[] };
        let theory = if self.data.prediction.applies { Phrase::Predicted } else { Phrase::ChanceAlone };
        let machine = if self.data.mixed { Phrase::MixedText } else { Phrase::MachineText };
        let your_bet = pen.style.lexicon.say(Phrase::YourBet);
        let lines = [
            (machine, theme.machine, run),
            (theory, theme.ink, self.data.prediction.types),
            (Phrase::Sample, theme.human, baseline.as_slice()),
            (Phrase::PinnedRun, theme.muted, self.pinned()),
        ];
        let mut margin: Vec<(Point, &str, Lettering)> = Vec::new();
        let mut inside = Vec::new();
        if let Some(bet) = self.bet() {
            let lettering = Lettering::serif(Style::LABEL, theme.muted).italic();
            if self.narrow || bet.0 < self.plot.right - 0.5 {
                let size = self.size(your_bet, &lettering)?;
                let frame = room.place(size, &around(bet, size, pen.px(9.0)));
                pen.text_over(your_bet, (frame.left, frame.middle()), &lettering)?;
            } else {
                margin.push((bet, your_bet, lettering));
            }
        }
        for (label, color, values) in lines {
            let label = pen.style.lexicon.say(label);
            let lettering = Lettering::serif(Style::LABEL, color);
            match self.end(values) {
                Some(end) if !self.narrow && end.0 >= self.plot.right - 0.5 => {
                    margin.push((end, label, lettering));
                }
                Some(end) => inside.push((end, label, lettering, values)),
                None => {}
            }
        }
        let mut heights: Vec<f64> = margin.iter().map(|(end, ..)| end.1).collect();
        spread(&mut heights, pen.px(18.0), (self.plot.top, self.plot.bottom - pen.px(4.0)));
        for ((end, label, lettering), height) in margin.into_iter().zip(heights) {
            let (left, size) = (end.0 + pen.px(10.0), self.size(label, &lettering)?);
            pen.text(label, (left, height), &lettering)?;
            room.occupy(Frame::at((left, height - size.1 / 2.0), size));
        }
        for (_, label, lettering, values) in inside {
            let size = self.size(label, &lettering)?;
            let frame = room.place(size, &self.beside(values, size));
            pen.text_over(label, (frame.left, frame.middle()), &lettering)?;
        }
        self.half(&mut room)?;
        self.cursor_label(&mut room)
    }

    fn size(&self, label: &str, lettering: &Lettering) -> Drawn<DB, Point> {
        Ok((self.pen.width(label, lettering)?, self.pen.px(lettering.size * 1.2)))
    }

    /// Places for a label of a line that does not end at the margin: near its end, or further back along it.
    fn beside(&self, values: &[f64], size: Point) -> Vec<Point> {
        let last = values.len().saturating_sub(1);
        let back = [1.0, 0.85, 0.7, 0.55, 0.4].map(|share| (last as f64 * share) as usize);
        back.into_iter()
            .filter_map(|t| self.point(values, t))
            .flat_map(|point| [8.0, 15.0].map(|gap| around(point, size, self.pen.px(gap))))
            .flatten()
            .collect()
    }

    /// Says where half of the human words are gone.
    fn half(&self, room: &mut Room) -> Drawn<DB> {
        let point = moment::half(self.data.run).and_then(|t| self.point(self.data.run, t));
        let Some(point) = point else { return Ok(()) };
        moment::mark(self.pen, room, point, Phrase::Half, self.pen.style.theme.machine)
    }

    /// How many words are alive in the generation the reader is looking at.
    fn cursor_label(&self, room: &mut Room) -> Drawn<DB> {
        let Some((t, point)) = self.cursor().and_then(|t| Some((t, self.point(self.data.run, t)?))) else {
            return Ok(());
        };
        let pen = self.pen;
        let theme = pen.style.theme;
        let color = if t == 0 { theme.human } else { theme.machine };
        pen.disc(point, 6.5, tint(theme.paper, 1.0))?;
        pen.disc(point, 4.5, tint(color, 1.0))?;
        let lettering = Lettering::serif(Style::LABEL, theme.ink).bold();
        let text = pen.style.lexicon.words(self.data.run[t]);
        let size = self.size(&text, &lettering)?;
        room.line(&[(point.0, self.plot.top), (point.0, self.plot.bottom)], pen.px(3.0));
        let candidates: Vec<Point> = [9.0, 16.0, 26.0, 40.0, 58.0, 78.0]
            .into_iter()
            .flat_map(|gap| around(point, size, pen.px(gap)))
            .collect();
        let frame = room.place(size, &candidates);
        pen.text_over(&text, (frame.left, frame.middle()), &lettering)
    }
}
