//! The words of the specimen as the copier left them, those about to die and those that repeat marked.

use std::ops::Range;

use plotters::style::RGBColor;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::copier::Copier;
use super::layout::{Line, PlacedWord, right_to_left};
use super::lexicon::Phrase;
use super::page::Page;
use super::pen::{Drawn, Lettering, Pen, Point};
use super::specimen::{MarkKind, Specimen};
use super::style::{Style, tint};

/// How strongly the ground of a loop is tinted.
pub(super) const LOOP_TINT: f64 = 0.13;

/// A stretch of a word under one mark or none.
struct Fragment {
    range: Range<usize>,
    mark: Option<usize>,
    /// Bottom left.
    at: Point,
    width: f64,
}

pub(super) struct MarkedText<'a, DB: DrawingBackend> {
    pen: &'a Pen<'a, DB>,
    page: &'a Page,
    copier: Copier,
    sheet: RGBColor,
    specimen: &'a Specimen<'a>,
    /// The marks in bytes of the text.
    marks: Vec<(Range<usize>, MarkKind)>,
}

impl<'a, DB: DrawingBackend> MarkedText<'a, DB> {
    pub(super) fn new(
        pen: &'a Pen<'a, DB>,
        page: &'a Page,
        copier: Copier,
        sheet: RGBColor,
        specimen: &'a Specimen<'a>,
    ) -> Self {
        let mut units = Vec::with_capacity(specimen.text.len() + 1);
        for (at, c) in specimen.text.char_indices() {
            units.extend(std::iter::repeat_n(at, c.len_utf16()));
        }
        let byte = |unit: usize| units.get(unit).copied().unwrap_or(specimen.text.len());
        // A loop takes the comma after it along: its bracket closes in the space between two words.
        let comma = |at: usize| {
            let rest = specimen.text[at..].split(|c: char| c.is_whitespace() || c.is_alphanumeric()).next();
            rest.map_or(0, str::len)
        };
        let range = |start, end, kind| match kind {
            MarkKind::Loop => start..end + comma(end),
            MarkKind::LastOccurrence => start..end,
        };
        let marks =
            specimen.marks.iter().map(|m| (range(byte(m.start), byte(m.end), m.kind), m.kind)).collect();
        Self { pen, page, copier, sheet, specimen, marks }
    }

    /// The running head: who wrote this, and how much is gone.
    pub(super) fn head(&self) -> Drawn<DB> {
        let (theme, page) = (self.pen.style.theme, self.page);
        let lexicon = self.pen.style.lexicon;
        let (title, color) = match self.specimen.generation {
            0 => (lexicon.say(Phrase::HumanText).to_owned(), theme.human),
            n => (lexicon.fill(Phrase::GenerationNumber, &[&lexicon.thousands(n as f64)]), theme.machine),
        };
        let lettering = Lettering::serif(Style::LABEL, color).italic();
        self.pen.text(&title, self.askew((page.left, page.head)), &lettering)?;
        let wear = self.specimen.wear.clamp(0.0, 1.0);
        if (wear * 100.0).round() > 0.0 {
            let right =
                Lettering::serif(Style::NOTE, theme.muted).italic().anchored(HPos::Right, VPos::Center);
            let at = self.askew((page.left + page.width, page.head));
            self.pen.text(&lexicon.fill(Phrase::ShareLost, &[&lexicon.percent(wear)]), at, &right)?;
        }
        Ok(())
    }

    /// Where a point of the original lands on a copy laid askew.
    fn askew(&self, (x, y): Point) -> Point {
        (x, y + (x - self.page.left - self.page.width / 2.0) * self.copier.skew())
    }

    fn place(&self, line: usize, x: f64) -> Point {
        let page = self.page;
        let size = self.pen.px(page.size);
        let bottom = page.top + (line + 1) as f64 * page.leading - (page.leading - size) / 2.0;
        self.askew((page.left + x, bottom))
    }

    pub(super) fn body(&self, lines: &[Line]) -> Drawn<DB> {
        let mut fragments = Vec::new();
        let words =
            lines.iter().enumerate().flat_map(|(line, words)| words.iter().map(move |word| (line, word)));
        for (line, word) in words {
            self.split(word, self.place(line, word.x), &mut fragments)?;
        }
        self.loops(&fragments)?;
        fragments.iter().try_for_each(|fragment| self.print(fragment))
    }

    /// Cuts a word where marks begin and end within it, as they do before its comma.
    fn split(&self, word: &PlacedWord, at: Point, fragments: &mut Vec<Fragment>) -> Drawn<DB> {
        let text = self.specimen.text;
        let inside = |byte: &usize| word.range.start < *byte && *byte < word.range.end;
        let ends = self.marks.iter().flat_map(|(range, _)| [range.start, range.end]);
        // A word that runs to the left stays whole: its parts would change places.
        let mut cuts: Vec<usize> =
            if right_to_left(text) { Vec::new() } else { ends.filter(inside).collect() };
        cuts.extend([word.range.start, word.range.end]);
        cuts.sort_unstable();
        cuts.dedup();
        let mut x = at.0;
        for pair in cuts.windows(2) {
            let range = pair[0]..pair[1];
            let mark = self.marks.iter().position(|(m, _)| m.start < range.end && range.start < m.end);
            let lettering = self.page.body(self.sheet);
            let width = if cuts.len() == 2 {
                word.width
            } else {
                self.pen.width(&text[range.clone()], &lettering)?
            };
            fragments.push(Fragment { range, mark, at: (x, at.1), width });
            x += width;
        }
        Ok(())
    }

    fn kind(&self, fragment: &Fragment) -> Option<MarkKind> {
        fragment.mark.map(|mark| self.marks[mark].1)
    }

    /// Loops stand on a tint, between brackets.
    fn loops(&self, fragments: &[Fragment]) -> Drawn<DB> {
        let (pen, size) = (self.pen, self.pen.px(self.page.size));
        let machine = pen.style.theme.machine;
        let stretches = fragments.chunk_by(|a, b| a.mark == b.mark && (b.at.1 - a.at.1).abs() < size / 2.0);
        for stretch in stretches.filter(|s| self.kind(&s[0]) == Some(MarkKind::Loop)) {
            let (first, last) = (&stretch[0], &stretch[stretch.len() - 1]);
            let left = first.at.0.min(last.at.0) - pen.px(2.5);
            let right = (first.at.0 + first.width).max(last.at.0 + last.width) + pen.px(2.5);
            let (top, bottom) = (first.at.1 - size * 1.08, last.at.1 + size * 0.14);
            pen.rectangle((left, top), (right, bottom), tint(machine, LOOP_TINT))?;
            let mark = first.mark.map_or(0..0, |mark| self.marks[mark].0.clone());
            let foot = pen.px(5.0);
            let begins = (mark.start >= first.range.start).then_some((left, left + foot));
            let ends = (mark.end <= last.range.end).then_some((right, right - foot));
            for (x, inward) in [begins, ends].into_iter().flatten() {
                pen.vertical(x, top, bottom, 1.5, tint(machine, 1.0))?;
                for y in [top, bottom] {
                    pen.horizontal(x.min(inward), x.max(inward), y, 1.5, tint(machine, 1.0))?;
                }
            }
        }
        Ok(())
    }

    fn print(&self, fragment: &Fragment) -> Drawn<DB> {
        let (pen, theme) = (self.pen, self.pen.style.theme);
        let scale = pen.style.scale;
        let toner = self.copier.word((fragment.at.0 / scale, fragment.at.1 / scale), theme.ink, self.sheet);
        let dying = self.kind(fragment) == Some(MarkKind::LastOccurrence);
        let lettering = self.page.body(if dying { theme.machine } else { toner.color });
        let at = (fragment.at.0 + pen.px(toner.shift.0), fragment.at.1 + pen.px(toner.shift.1));
        let text = &self.specimen.text[fragment.range.clone()];
        pen.text(text, at, &lettering)?;
        if toner.spread {
            pen.text(text, (at.0 + pen.px(0.4), at.1), &lettering)?;
        }
        if dying { self.fading_rule(at, fragment.width) } else { Ok(()) }
    }

    /// Under a word about to die: a rule whose dashes grow shorter until nothing is left.
    fn fading_rule(&self, (left, bottom): Point, width: f64) -> Drawn<DB> {
        let pen = self.pen;
        let (mut x, mut dash) = (0.0, (width * 0.36).max(pen.px(2.0)));
        while x < width {
            let to = left + (x + dash).min(width);
            pen.horizontal(left + x, to, bottom + pen.px(1.0), 1.5, tint(pen.style.theme.machine, 1.0))?;
            x += dash + pen.px(2.5);
            dash = (dash * 0.62).max(pen.px(1.5));
        }
        Ok(())
    }

    /// Says that the text goes on: shortens the last line until the sign fits, and sets the sign after it.
    pub(super) fn ellipsis(&self, line: &mut Line, number: usize) -> Drawn<DB> {
        let lettering = self.page.body(self.pen.style.theme.ink);
        let sign = self.pen.width(" …", &lettering)?;
        let leftward = right_to_left(self.specimen.text);
        let left_over = |word: &PlacedWord| {
            if leftward { word.x } else { self.page.width - word.x - word.width }
        };
        while line.last().is_some_and(|word| left_over(word) < sign) {
            line.pop();
        }
        let space = line.last().map_or(self.page.width, left_over);
        let (x, text) = if leftward { (space - sign, "… ") } else { (self.page.width - space, " …") };
        self.pen.text(text, self.place(number, x), &lettering)
    }
}
