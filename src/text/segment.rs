//! Sentences: the documents of every corpus.

use unicode_segmentation::UnicodeSegmentation as _;

/// Abbreviations that never end a sentence: a name follows them.
const TITLES: [&str; 10] = ["Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Capt.", "Prof.", "Gen.", "Sen.", "Rev."];

/// The sentences of a text (UAX #29), mended where its rules, made without a dictionary, cut too early.
///
/// A blank line ends a paragraph. In a text without blank lines every line is a paragraph.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let blank_lines = has_blank_line(text);
    // A lone line break inside a paragraph is a space to the reader, but ends a sentence in UAX #29:
    // the pieces are joined again below.
    Sentences { pieces: text.split_sentence_bound_indices().peekable(), text, blank_lines }
}

fn has_blank_line(text: &str) -> bool {
    let mut lines = text.trim().lines();
    lines.any(|line| line.trim().is_empty())
}

struct Sentences<'t, I: Iterator<Item = (usize, &'t str)>> {
    pieces: std::iter::Peekable<I>,
    text: &'t str,
    blank_lines: bool,
}

impl<'t, I: Iterator<Item = (usize, &'t str)>> Iterator for Sentences<'t, I> {
    type Item = &'t str;

    fn next(&mut self) -> Option<&'t str> {
        let (start, piece) = self.pieces.next()?;
        let mut end = start + piece.len();
        while let Some(&(_, next)) = self.pieces.peek() {
            if !self.continues(&self.text[start..end], next) {
                break;
            }
            end += next.len();
            self.pieces.next();
        }
        Some(&self.text[start..end])
    }
}

impl<'t, I: Iterator<Item = (usize, &'t str)>> Sentences<'t, I> {
    /// Whether `next` belongs to the sentence that `so_far` began.
    fn continues(&self, so_far: &str, next: &str) -> bool {
        let body = so_far.trim_end();
        let gap = &so_far[body.len()..];
        if next.trim().is_empty() {
            return false;
        }
        if gap.contains(['\n', '\r', '\u{2028}', '\u{2029}']) {
            let wrapped = self.blank_lines && gap.matches('\n').count() == 1;
            return wrapped && !ends_sentence(body);
        }
        let first = next.chars().next().unwrap_or(' ');
        let last_word = body.rsplit(|c: char| c.is_whitespace() || "“‘(—".contains(c)).next();
        // "Mr. | Speaker"; "Supper?| —you want supper?"; "“Is he here?” | says I".
        last_word.is_some_and(|word| TITLES.contains(&word))
            || (gap.is_empty() && matches!(first, '—' | '–' | '-' | ',' | ';'))
            || (body.ends_with(['”', '’', ')']) && first.is_lowercase())
    }
}

/// Whether a line ends with the end of a sentence, closing marks aside.
fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['”', '’', ')', ']', '»', '*']);
    line.ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
        && !TITLES.iter().any(|title| line.ends_with(title))
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).map(str::trim).filter(|s| !s.is_empty()).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, expected) in [
            ("Call me Ishmael. Some years ago.", &["Call me Ishmael.", "Some years ago."][..]),
            ("Mr. Speaker, Mr. Vice President. Thanks.", &["Mr. Speaker, Mr. Vice President.", "Thanks."]),
            ("Supper?—you want supper? Yes.", &["Supper?—you want supper?", "Yes."]),
            ("“Is he here?” says I. “Ay.”", &["“Is he here?” says I.", "“Ay.”"]),
            ("one line\nanother line", &["one line", "another line"]),
            ("a wrapped\nline. Next.\n\nNew one", &["a wrapped\nline.", "Next.", "New one"]),
            ("It costs 3.5 pounds. Good.", &["It costs 3.5 pounds.", "Good."]),
            ("我爱你。你爱我。", &["我爱你。", "你爱我。"]),
            (" \n\t ", &[]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
