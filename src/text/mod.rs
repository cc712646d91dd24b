//! From a string to documents of spelled tokens.
//!
//! [`Text`] is the human text as it was found: every sentence, every spelling. It is made once; a
//! [`HumanCorpus`](crate::human::HumanCorpus) is then cut from it as often as the reader moves a control.

mod segment;
pub(crate) mod typography;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::error::Error;

/// Longest text accepted, in bytes and in tokens. With them the largest run stays within the 256 MiB that the page
/// may use (measured: 2.3 million tokens took 214).
pub const MAX_BYTES: usize = 12 * 1024 * 1024;
/// See [`MAX_BYTES`].
pub const MAX_TOKENS: usize = 2_500_000;

/// What counts as one token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tokenizer {
    /// Words as Unicode (UAX #29) divides them, punctuation marks as tokens of their own, case folded.
    #[default]
    Word,
    /// Extended grapheme clusters, case kept.
    Char,
}

impl FromStr for Tokenizer {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        match name {
            "word" => Ok(Self::Word),
            "char" => Ok(Self::Char),
            other => Err(Error::out_of_range("tokenizer", format!("\"{other}\""), "\"word\" or \"char\"")),
        }
    }
}

impl fmt::Display for Tokenizer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Word => "word",
            Self::Char => "char",
        })
    }
}

/// A tokenised text. Types are numbered in the order in which they first appear.
#[derive(Debug, Clone)]
pub struct Text {
    tokenizer: Tokenizer,
    /// Display form of each type.
    types: Vec<String>,
    tokens: Vec<u32>,
    /// For each document, the end of its tokens.
    ends: Vec<usize>,
}

impl Text {
    /// Divides `text` into sentences and these into tokens.
    ///
    /// Straight quotes become typographic ones, so that an opening quote and a closing quote are different
    /// tokens. Canonically equivalent spellings (é as one code point or as two) are different types.
    ///
    /// # Errors
    /// If the text is longer than [`MAX_BYTES`] or [`MAX_TOKENS`], holds no token, or is a single sentence.
    pub fn new(text: &str, tokenizer: Tokenizer) -> Result<Self, Error> {
        if text.len() > MAX_BYTES {
            return Err(Error::TextTooLong { length: text.len(), unit: "bytes", max: MAX_BYTES });
        }
        let text = match tokenizer {
            Tokenizer::Word => Cow::Owned(typography::typeset(text)),
            Tokenizer::Char => Cow::Borrowed(text),
        };
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let mut spellings = Spellings::new(tokenizer);
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut ends = Vec::new();
        for sentence in segment::sentences(text) {
            let start = tokens.len();
            match tokenizer {
                Tokenizer::Word => {
                    let mut opening = true;
                    for token in typography::words(sentence).filter(|token| !is_space(token)) {
                        tokens.push(spellings.intern(token, opening));
                        // The word behind an opening quote carries a sentence's capital as well.
                        opening = (opening && !typography::is_word(token)) || matches!(token, "“" | "‘");
                    }
                }
                Tokenizer::Char => {
                    for word in sentence.split_whitespace() {
                        if tokens.len() > start {
                            tokens.push(spellings.intern(" ", false));
                        }
                        tokens.extend(word.graphemes(true).map(|token| spellings.intern(token, false)));
                    }
                }
            }
            if tokens.len() > start {
                ends.push(tokens.len());
            }
        }
        if tokens.len() > MAX_TOKENS {
            return Err(Error::TextTooLong { length: tokens.len(), unit: "tokens", max: MAX_TOKENS });
        }
        match ends.len() {
            0 => Err(Error::EmptyText),
            1 => Err(Error::TooFewDocuments { found: 1 }),
            _ => Ok(Self { tokenizer, types: spellings.display_forms(), tokens, ends }),
        }
    }

    /// How this text was divided.
    #[must_use]
    pub fn tokenizer(&self) -> Tokenizer {
        self.tokenizer
    }

    /// How many documents (sentences) there are; at least 2.
    #[must_use]
    pub fn document_count(&self) -> usize {
        self.ends.len()
    }

    /// How many tokens there are.
    #[must_use]
    pub fn token_count(&self) -> usize {
        self.tokens.len()
    }

    /// The display form of each type, indexed as in [`Text::documents`].
    #[must_use]
    pub fn types(&self) -> &[String] {
        &self.types
    }

    /// The documents in order, each a slice of type numbers.
    pub fn documents(&self) -> impl ExactSizeIterator<Item = &[u32]> + Clone {
        self.ends.iter().enumerate().map(|(index, &end)| {
            let start = if index == 0 { 0 } else { self.ends[index - 1] };
            &self.tokens[start..end]
        })
    }
}

fn is_space(token: &str) -> bool {
    token.chars().all(|c| c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}'))
}

/// One way to write a type, and how often it was seen.
struct Spelling<'t> {
    text: &'t str,
    r#type: u32,
    /// Occurrences where nothing forces a capital.
    inside: u32,
    /// Occurrences at the head of a sentence or of a quotation.
    opening: u32,
}

/// Gives types their numbers and remembers how humans spell them.
struct Spellings<'t> {
    tokenizer: Tokenizer,
    by_text: HashMap<&'t str, u32>,
    by_folded: HashMap<Box<str>, u32>,
    all: Vec<Spelling<'t>>,
}

impl<'t> Spellings<'t> {
    fn new(tokenizer: Tokenizer) -> Self {
        Self { tokenizer, by_text: HashMap::new(), by_folded: HashMap::new(), all: Vec::new() }
    }

    /// The type of `text`.
    fn intern(&mut self, text: &'t str, opening: bool) -> u32 {
        let spelling = if let Some(&index) = self.by_text.get(text) {
            &mut self.all[index as usize]
        } else {
            let folded = match self.tokenizer {
                Tokenizer::Word => text.to_lowercase(),
                Tokenizer::Char => text.to_owned(),
            };
            let next = self.by_folded.len() as u32;
            let r#type = *self.by_folded.entry(folded.into_boxed_str()).or_insert(next);
            self.by_text.insert(text, self.all.len() as u32);
            self.all.push(Spelling { text, r#type, inside: 0, opening: 0 });
            let last = self.all.len() - 1;
            &mut self.all[last]
        };
        if opening {
            spelling.opening += 1;
        } else {
            spelling.inside += 1;
        }
        spelling.r#type
    }

    /// The most frequent spelling of each type. A capital at the head of a sentence says nothing about a
    /// word, so occurrences there only decide between spellings that are seen nowhere else.
    fn display_forms(self) -> Vec<String> {
        let mut best: Vec<Option<&Spelling<'t>>> = vec![None; self.by_folded.len()];
        for spelling in &self.all {
            let kept = &mut best[spelling.r#type as usize];
            if kept.is_none_or(|kept| (kept.inside, kept.opening) < (spelling.inside, spelling.opening)) {
                *kept = Some(spelling);
            }
        }
        best.into_iter().flatten().map(|spelling| spelling.text.to_owned()).collect()
    }
}
