//! Setting text in lines: ragged right, broken where a reader expects it.
//!
//! Pure: it asks for the width of each word and knows nothing of fonts, so that the page can be measured
//! before it is drawn and the same lines come out.

use std::collections::BTreeMap;
use std::ops::Range;

/// A stretch of text without a space in it, in its place on a line.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedWord {
    /// Bytes of the text.
    pub range: Range<usize>,
    /// Distance of its left edge from that of the line.
    pub x: f64,
    /// Its width.
    pub width: f64,
}

/// The words of one line; none where the text has an empty line.
pub type Line = Vec<PlacedWord>;

/// Breaks `text` into lines no wider than `width`. A newline ends a line. Lines break at spaces, after hyphens and
/// dashes, between ideographs, and anywhere in a word that is wider than a line.
pub fn layout(text: &str, width: f64, measure: impl FnMut(&str) -> f64) -> Vec<Line> {
    let mut setter =
        Setter { text, width, measure, cache: BTreeMap::new(), lines: Vec::new(), line: Vec::new() };
    for paragraph in text.trim_end().split('\n') {
        let start = paragraph.as_ptr() as usize - text.as_ptr() as usize;
        setter.paragraph(start..start + paragraph.len());
    }
    let mut lines = setter.lines;
    if right_to_left(text) {
        for word in lines.iter_mut().flatten() {
            word.x = width - word.x - word.width;
        }
    }
    lines
}

/// Sets words one after the other. The same word is measured once.
struct Setter<'a, F> {
    text: &'a str,
    width: f64,
    measure: F,
    cache: BTreeMap<&'a str, f64>,
    lines: Vec<Line>,
    line: Line,
}

impl<'a, F: FnMut(&str) -> f64> Setter<'a, F> {
    fn measure(&mut self, piece: &'a str) -> f64 {
        if let Some(width) = self.cache.get(piece) {
            return *width;
        }
        let width = (self.measure)(piece);
        self.cache.insert(piece, width);
        width
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.lines.push(line);
    }

    fn paragraph(&mut self, range: Range<usize>) {
        let text = self.text;
        let space = self.measure(" ");
        let mut at = range.start;
        for word in text[range].split(char::is_whitespace) {
            let mut gap = if self.line.is_empty() { 0.0 } else { space };
            for piece in pieces(word) {
                self.piece(at + piece.start..at + piece.end, gap);
                gap = 0.0;
            }
            // Every separator of `split` is one character; the next word starts after it.
            at += word.len();
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
        self.end_line();
    }

    /// Sets what must not be broken, `gap` after what stands on the line.
    fn piece(&mut self, range: Range<usize>, gap: f64) {
        let width = self.measure(&self.text[range.clone()]);
        let end = self.line.last().map_or(0.0, |word| word.x + word.width);
        if width > self.width {
            return self.letters(range, gap);
        }
        if end + gap + width > self.width && !self.line.is_empty() {
            self.end_line();
        }
        self.put(range, gap, width);
    }

    /// Sets a word that no line can hold, letter by letter.
    fn letters(&mut self, range: Range<usize>, mut gap: f64) {
        for letter in letters(&self.text[range.clone()]) {
            let letter = range.start + letter.start..range.start + letter.end;
            let width = self.measure(&self.text[letter.clone()]);
            let end = self.line.last().map_or(0.0, |word| word.x + word.width);
            if end + gap + width > self.width && !self.line.is_empty() {
                self.end_line();
            }
            self.put(letter, gap, width);
            gap = 0.0;
        }
    }

    fn put(&mut self, range: Range<usize>, gap: f64, width: f64) {
        let line = &mut self.line;
        match line.last_mut() {
            // Pieces that touch are one word again, which the font can kern and shape.
            Some(word) if word.range.end == range.start => {
                word.range.end = range.end;
                word.width += width;
            }
            Some(word) => {
                let x = word.x + word.width + gap;
                line.push(PlacedWord { range, x, width });
            }
            None => line.push(PlacedWord { range, x: 0.0, width }),
        }
    }
}

/// The stretches of a word between the places where it may break.
fn pieces(word: &str) -> Vec<Range<usize>> {
    let breaks = |before: char, after: char| {
        let hyphen = matches!(before, '-' | '‐' | '–' | '—') && after.is_alphanumeric();
        let ideograph = (is_ideograph(before) || is_ideograph(after)) && !clings(after) && !opens(before);
        hyphen || ideograph
    };
    cut(word, breaks)
}

/// The letters of a word, each with the marks that modify it.
fn letters(word: &str) -> Vec<Range<usize>> {
    cut(word, |before, after| !modifies(after) && before != '\u{200d}')
}

fn cut(word: &str, breaks: impl Fn(char, char) -> bool) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let after = word.char_indices().skip(1);
    for (before, (at, after)) in word.chars().zip(after) {
        if breaks(before, after) {
            pieces.push(start..at);
            start = at;
        }
    }
    if start < word.len() {
        pieces.push(start..word.len());
    }
    pieces
}

/// Scripts that set no spaces between words: Chinese, Japanese (and Korean, which breaks anywhere too).
fn is_ideograph(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0xff00..=0xffef | 0x20000..=0x3ffff)
}

/// Must not begin a line.
fn clings(c: char) -> bool {
    modifies(c)
        || "、。，．・：；？！」』）】〉》］｝…—,.:;?!)]}’”ーぁぃぅぇぉっゃゅょァィゥェォッャュョ".contains(c)
}

/// Must not end a line.
fn opens(c: char) -> bool {
    "「『（【〈《［｛([{‘“".contains(c)
}

/// Combining marks, joiners and modifiers: never parted from the letter before them.
fn modifies(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x200d | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0x1f3fb..=0x1f3ff)
}

/// Whether the first letter is Hebrew or Arabic.
pub(super) fn right_to_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic()).map_or(0, u32::from);
    matches!(first, 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is one wide.
    fn set(text: &str, width: f64) -> Vec<Vec<&str>> {
        let lines = layout(text, width, |word| word.chars().count() as f64);
        for word in lines.iter().flatten() {
            assert!(word.x >= 0.0 && word.x + word.width <= width, "{word:?}");
        }
        lines.into_iter().map(|line| line.into_iter().map(|word| &text[word.range]).collect()).collect()
    }

    #[test]
    fn lines_break_at_spaces_hyphens_and_newlines() {
        assert_eq!(set("Call me  Ishmael.", 8.0), [vec!["Call", "me"], vec!["Ishmael."]]);
        assert_eq!(set("a sea-green sea", 6.0), [vec!["a", "sea-"], vec!["green"], vec!["sea"]]);
        assert_eq!(set("one\n\ntwo\n", 8.0), [vec!["one"], vec![], vec!["two"]]);
        assert_eq!(set("a sea-green", 20.0), [["a", "sea-green"]]);
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(set("", 8.0), [Vec::<&str>::new()]);
        assert_eq!(set(" \n ", 8.0), [Vec::<&str>::new()]);
    }

    #[test]
    fn a_word_wider_than_a_line_is_broken_but_not_its_letters() {
        assert_eq!(set("no aaaaabbb", 5.0), [vec!["no", "aa"], vec!["aaabb"], vec!["b"]]);
        assert_eq!(set("ae\u{301}iou", 3.0), [vec!["ae\u{301}"], vec!["iou"]]);
        assert_eq!(set(&"m".repeat(5000), 50.0).len(), 100);
        assert_eq!(set("abc", 0.5_f64.max(1.0)).len(), 3);
    }

    #[test]
    fn ideographs_break_anywhere_but_before_their_punctuation() {
        assert_eq!(set("白鯨は海。", 2.0), [["白鯨"], ["は"], ["海。"]]);
    }

    #[test]
    fn right_to_left_text_starts_on_the_right() {
        let lines = layout("ספר טוב", 10.0, |word| word.chars().count() as f64);
        assert_eq!(lines[0].iter().map(|word| word.x).collect::<Vec<_>>(), [7.0, 3.0]);
    }
}
