//! Names of the token types, and the way from tokens back to prose.

use crate::corpus::TokenId;
use crate::text::Tokenizer;
use crate::text::typography::{Spacing, is_word};

/// The types of a human corpus in their most frequent human spelling, by [`TokenId`].
#[derive(Debug, Clone)]
pub struct Vocabulary {
    tokenizer: Tokenizer,
    /// Index 0 stands for the boundary, which has no spelling.
    spellings: Vec<String>,
}

impl Vocabulary {
    pub(crate) fn new(tokenizer: Tokenizer, spellings: Vec<String>) -> Self {
        Self { tokenizer, spellings }
    }

    /// What counts as a token.
    #[must_use]
    pub fn tokenizer(&self) -> Tokenizer {
        self.tokenizer
    }

    /// How many ids there are, the boundary's included: every [`TokenId`] is below this.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spellings.len()
    }

    /// Whether there is no type.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spellings.len() <= 1
    }

    /// The spelling of a type.
    ///
    /// # Panics
    /// If `token` is not of this vocabulary.
    #[must_use]
    pub fn spelling(&self, token: TokenId) -> &str {
        &self.spellings[token.index()]
    }

    /// Sets one document as prose: a capital at its head, no space before a comma, quotes and dashes attached.
    #[must_use]
    pub fn detokenize(&self, document: &[TokenId]) -> String {
        let mut prose = Prose::new(self);
        for &token in document {
            prose.push(token);
        }
        prose.text
    }
}

/// Sets tokens one after the other, and says where each of them came to stand.
pub(crate) struct Prose<'v> {
    vocabulary: &'v Vocabulary,
    pub(crate) text: String,
    previous: Option<Spacing>,
    needs_capital: bool,
}

impl<'v> Prose<'v> {
    pub(crate) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self { vocabulary, text: String::new(), previous: None, needs_capital: true }
    }

    /// Begins the next document, a space behind the last.
    pub(crate) fn end_document(&mut self) {
        self.previous = None;
        self.needs_capital = true;
    }

    /// Appends a token; returns the bytes of `text` that are the token, spaces not included.
    pub(crate) fn push(&mut self, token: TokenId) -> std::ops::Range<usize> {
        let spelling = self.vocabulary.spelling(token);
        if self.vocabulary.tokenizer == Tokenizer::Char {
            if self.previous.is_none() && !self.text.is_empty() {
                self.text.push(' ');
            }
            self.previous = Some(Spacing::Joining);
            let start = self.text.len();
            self.text.push_str(spelling);
            return start..self.text.len();
        }
        let spacing = Spacing::of(spelling);
        let space = match self.previous {
            // A quarter past ten, 10:15, or a verse.
            Some(_)
                if self.text.ends_with(':')
                    && self.ends_with_digit_before_colon()
                    && starts_with_digit(spelling) =>
            {
                false
            }
            Some(previous) => previous.space_between(spacing),
            None => !self.text.is_empty(),
        };
        if space {
            self.text.push(' ');
        }
        let start = self.text.len();
        let mut letters = spelling.chars();
        match letters.next() {
            Some(first) if self.needs_capital && is_word(spelling) => {
                self.text.extend(first.to_uppercase());
                self.text.push_str(letters.as_str());
                self.needs_capital = false;
            }
            _ => self.text.push_str(spelling),
        }
        self.previous = Some(spacing);
        start..self.text.len()
    }

    fn ends_with_digit_before_colon(&self) -> bool {
        self.text.trim_end_matches(':').ends_with(|c: char| c.is_ascii_digit())
    }
}

fn starts_with_digit(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_digit())
}
