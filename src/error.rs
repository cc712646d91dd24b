//! What can be wrong with an input, said in one sentence.

use std::fmt;

/// A refused input. Every message names the value received and the range allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The text holds no token at all.
    EmptyText,
    /// A recursion needs at least two documents to choose between.
    TooFewDocuments {
        /// Documents found in the text.
        found: usize,
    },
    /// The text does not fit the memory that a browser grants.
    TextTooLong {
        /// Length of the text received.
        length: usize,
        /// What is counted.
        unit: &'static str,
        /// Longest text accepted.
        max: usize,
    },
    /// A parameter lies outside its range.
    OutOfRange {
        /// Name of the parameter as the user knows it.
        parameter: &'static str,
        /// The value received.
        value: String,
        /// The values allowed, in words.
        allowed: String,
    },
}

impl Error {
    /// The refusal of `value` for `parameter`; `allowed` completes the sentence "it must be …".
    pub(crate) fn out_of_range(
        parameter: &'static str,
        value: impl fmt::Display,
        allowed: impl Into<String>,
    ) -> Self {
        Self::OutOfRange { parameter, value: value.to_string(), allowed: allowed.into() }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyText => f.write_str("the text has 0 words; it must have at least 2 sentences"),
            Self::TooFewDocuments { found: 1 } => {
                f.write_str("the text has 1 sentence; it must have at least 2")
            }
            Self::TooFewDocuments { found } => {
                write!(f, "the text has {found} sentences; it must have at least 2")
            }
            Self::TextTooLong { length, unit, max } => {
                write!(f, "the text has {length} {unit}; it must have at most {max}")
            }
            Self::OutOfRange { parameter, value, allowed } => {
                write!(f, "{parameter} is {value}; it must be {allowed}")
            }
        }
    }
}

impl std::error::Error for Error {}
