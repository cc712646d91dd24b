//! Sentences: the documents of every corpus.
//!
//! Not those of UAX #29: made without a dictionary, it divides "Mr. Speaker", "Supper?—you want supper?" and
//! "“Is he here?” says I", and its table would be a tenth of what a reader downloads.

/// Marks that end a sentence: Latin, Greek, Armenian, Arabic, Devanagari, Ethiopic, Burmese.
const TERMINATORS: [char; 15] = ['.', '!', '?', '…', '‽', '⁇', '⁈', '⁉', '։', '؟', '۔', '।', '॥', '።', '။'];

/// The same in scripts that write no space behind them.
const IDEOGRAPHIC: [char; 4] = ['。', '！', '？', '｡'];

/// Marks that close what the sentence has opened, and belong to it.
const CLOSERS: [char; 13] = ['”', '’', '"', '\'', ')', ']', '}', '»', '›', '」', '』', '）', '*'];

/// Abbreviations that never end a sentence: a name follows them.
const TITLES: [&str; 10] = ["Mr.", "Mrs.", "Ms.", "Dr.", "St.", "Capt.", "Prof.", "Gen.", "Sen.", "Rev."];

/// The sentences of a text, which may begin or end in white space, or consist of it.
///
/// A sentence ends behind a terminator and its closing marks where a space follows, unless the next letter is a
/// small one (in a text that has capitals) or the last word is a title. It ends as well where a paragraph ends: at
/// a blank line, or in a text without blank lines at every line break.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let style = Style {
        blank_lines: text.trim().lines().any(|line| line.trim().is_empty()),
        capitals: text.chars().any(char::is_uppercase),
    };
    let mut rest = text;
    std::iter::from_fn(move || {
        let (sentence, behind) = rest.split_at(style.first_end(rest));
        rest = behind;
        (!sentence.is_empty()).then_some(sentence)
    })
}

/// How a text marks its paragraphs and sentences.
struct Style {
    blank_lines: bool,
    capitals: bool,
}

impl Style {
    /// Where the first sentence of `text` ends.
    fn first_end(&self, text: &str) -> usize {
        let mut from = 0;
        while let Some(found) = text[from..].find(|c| is_terminator(c) || is_line_break(c)) {
            let mark = from + found;
            let body = text[mark..].trim_start_matches(|c| is_terminator(c) || CLOSERS.contains(&c));
            let behind = body.trim_start();
            let gap = &body[..body.len() - behind.len()];
            from = text.len() - behind.len();
            let spoken = &text[..text.len() - body.len()];
            if self.ends_paragraph(gap) || behind.is_empty() || self.ends_sentence(spoken, gap, behind) {
                return from;
            }
            // A mark with neither a space nor a closing mark behind it, as in 3.5: go on behind it.
            from = from.max(mark + text[mark..].chars().next().map_or(1, char::len_utf8));
        }
        text.len()
    }

    fn ends_paragraph(&self, gap: &str) -> bool {
        let breaks = gap.matches(is_line_break).count() - gap.matches("\r\n").count();
        breaks > usize::from(self.blank_lines)
    }

    fn ends_sentence(&self, spoken: &str, gap: &str, behind: &str) -> bool {
        let closed = spoken.trim_end_matches(CLOSERS);
        if closed.ends_with(IDEOGRAPHIC) {
            return true;
        }
        if gap.is_empty() || !closed.ends_with(TERMINATORS) {
            return false;
        }
        let last_word = spoken.rsplit(|c: char| c.is_whitespace() || "“‘(—".contains(c)).next();
        let title = last_word.is_some_and(|word| TITLES.contains(&word));
        // Numbers and quotes may stand before the letter that decides; long runs of them decide by themselves.
        let letter = behind.chars().take(8).find(|c| c.is_alphabetic());
        let goes_on = title || (self.capitals && letter.is_some_and(char::is_lowercase));
        !goes_on
    }
}

fn is_terminator(c: char) -> bool {
    TERMINATORS.contains(&c) || IDEOGRAPHIC.contains(&c)
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::sentences;

    fn split(text: &str) -> Vec<&str> {
        assert_eq!(sentences(text).collect::<String>(), text, "nothing is lost");
        sentences(text).map(str::trim).filter(|s| !s.is_empty()).collect()
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        for (text, expected) in [
            ("Call me Ishmael. Some years ago.", &["Call me Ishmael.", "Some years ago."][..]),
            ("Mr. Speaker, Mr. Vice President. Thanks.", &["Mr. Speaker, Mr. Vice President.", "Thanks."]),
            ("Supper?—you want supper? Yes.", &["Supper?—you want supper?", "Yes."]),
            ("“Is he here?” says I. “Ay.”", &["“Is he here?” says I.", "“Ay.”"]),
            ("There! side away! Now.", &["There! side away!", "Now."]),
            ("He left. “and then?” 3 men. 4 Men.", &["He left. “and then?” 3 men.", "4 Men."]),
            ("one line\nanother line", &["one line", "another line"]),
            ("one line\r\nanother line", &["one line", "another line"]),
            ("a wrapped\nline. Next.\r\n\r\nNew one", &["a wrapped\nline.", "Next.", "New one"]),
            ("A wrapped\nline.\nNext.\n\nNew one", &["A wrapped\nline.", "Next.", "New one"]),
            ("all small. no capitals? none! ok", &["all small.", "no capitals?", "none!", "ok"]),
            ("It costs 3.5 pounds. Good.", &["It costs 3.5 pounds.", "Good."]),
            ("He said (“No!”). Then...", &["He said (“No!”).", "Then..."]),
            ("我爱你。你爱我。", &["我爱你。", "你爱我。"]),
            ("क्या? हाँ। नहीं।", &["क्या?", "हाँ।", "नहीं।"]),
            ("...", &["..."]),
            (" \n\t ", &[]),
            ("", &[]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
