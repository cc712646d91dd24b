//! Typographic quotes and dashes on the way in, spaces between tokens on the way out.

use unicode_segmentation::UnicodeSegmentation as _;

/// Words that begin with an apostrophe: there a straight quote is no opening quote.
const ELISIONS: [&str; 10] =
    ["tis", "twas", "em", "twere", "twill", "twould", "til", "tisn", "gainst", "neath"];

/// Replaces straight quotes by directed ones, `--` by a dash and `...` by an ellipsis.
///
/// A quote opens when something follows it and nothing, a space, a dash or an opening mark stands before it.
pub(super) fn typeset(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut previous = None;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let (replacement, length) = match c {
            '"' | '\'' => {
                let after = &rest[1..];
                let opens = after.chars().next().is_some_and(|next| !next.is_whitespace())
                    && previous.is_none_or(precedes_opening_quote);
                let quote = match (c, opens) {
                    ('"', true) => '“',
                    ('"', false) => '”',
                    (_, true) if !is_elision(after) => '‘',
                    _ => '’',
                };
                (quote, 1)
            }
            '-' if rest.starts_with("--") => ('—', rest.len() - rest.trim_start_matches('-').len()),
            '.' if rest.starts_with("...") => ('…', 3),
            '\u{2011}' => ('-', '\u{2011}'.len_utf8()),
            other => (other, other.len_utf8()),
        };
        out.push(replacement);
        previous = Some(replacement);
        rest = &rest[length..];
    }
    out
}

fn precedes_opening_quote(c: char) -> bool {
    c.is_whitespace() || matches!(c, '—' | '–' | '-' | '(' | '[' | '{' | '“' | '‘')
}

fn is_elision(after: &str) -> bool {
    // The ’90s.
    if after.starts_with(|c: char| c.is_ascii_digit()) {
        return true;
    }
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    ELISIONS.iter().any(|elision| elision.eq_ignore_ascii_case(&after[..end]))
}

/// The words, marks and spaces of a sentence (UAX #29), with the apostrophe of an elided word left on it.
pub(super) fn words(sentence: &str) -> impl Iterator<Item = &str> {
    let mut pieces = sentence.split_word_bound_indices().peekable();
    std::iter::from_fn(move || {
        let (start, mut piece) = pieces.next()?;
        if piece == "’" && is_elision(&sentence[start + piece.len()..]) {
            let (_, word) = pieces.next()?;
            piece = &sentence[start..start + piece.len() + word.len()];
        }
        Some(piece)
    })
}

/// Whether a token is a word or a number rather than a mark.
pub(crate) fn is_word(token: &str) -> bool {
    token.chars().any(char::is_alphanumeric)
}

/// How a token sits beside its neighbours in a line of prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spacing {
    /// Space on both sides.
    Word,
    /// Hangs on what stands before it: a comma, a closing quote.
    Closing,
    /// Hangs on what follows it: an opening quote, a currency sign.
    Opening,
    /// Space on neither side: a dash, a character of a script that writes no spaces.
    Joining,
}

impl Spacing {
    pub(crate) fn of(token: &str) -> Self {
        let Some(first) = token.chars().next() else { return Self::Joining };
        if writes_no_spaces(first) {
            return Self::Joining;
        }
        if is_word(token) {
            return Self::Word;
        }
        match first {
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '”' | '’' | '»' | '›' | '…' | '%' | '‰'
            | '°' | '′' | '″' | '*' | '†' | '،' | '؛' | '؟' | '۔' | '।' | '॥' => Self::Closing,
            '(' | '[' | '{' | '“' | '‘' | '«' | '‹' | '¿' | '¡' | '$' | '£' | '€' | '¥' | '#' | '@' | '§' => {
                Self::Opening
            }
            '—' | '–' | '-' | '‐' | '/' | '\\' | '_' | '~' => Self::Joining,
            _ => Self::Word,
        }
    }

    /// Whether a space stands between a token and the one that follows.
    pub(crate) fn space_between(self, next: Self) -> bool {
        matches!(self, Self::Word | Self::Closing) && matches!(next, Self::Word | Self::Opening)
    }
}

/// Scripts that set words without spaces: Thai to Khmer, kana, Han and their punctuation, full-width forms.
fn writes_no_spaces(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF
        | 0x3000..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFF60 | 0x20000..=0x3FFFF)
}

#[cfg(test)]
mod tests {
    use super::typeset;

    #[test]
    fn quotes_get_a_direction() {
        for (plain, set) in [
            ("\"Well,\" said he.", "“Well,” said he."),
            ("through.--\"It's\"", "through.—“It’s”"),
            ("bench here\"--feeling", "bench here”—feeling"),
            ("the bar (\"'tis I\")", "the bar (“’tis I”)"),
            ("Wait...", "Wait…"),
            ("sailors' oaths", "sailors’ oaths"),
            ("don't", "don’t"),
            ("\"", "”"),
            ("", ""),
        ] {
            assert_eq!(typeset(plain), set);
        }
    }
}
