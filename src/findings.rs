//! What a study has found: rows of numbers and lists of words, each under a name.
//!
//! One shape for everything that is drawn, told or tabled, so that a figure, its caption and its table cannot differ, and
//! so that the boundary to JavaScript needs one pair of functions for all of them.

use std::collections::BTreeMap;

/// Rows of numbers and lists of words by name. A number that is not known is NaN.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Findings {
    numbers: BTreeMap<String, Vec<f64>>,
    words: BTreeMap<String, Vec<String>>,
}

impl Findings {
    /// Notes a row of numbers, in place of what stood under the name before.
    pub fn note(&mut self, name: &str, row: impl IntoIterator<Item = f64>) {
        self.numbers.insert(name.to_owned(), row.into_iter().collect());
    }

    /// Notes a list of words or sentences, in place of what stood under the name before.
    pub fn say<S: Into<String>>(&mut self, name: &str, list: impl IntoIterator<Item = S>) {
        self.words.insert(name.to_owned(), list.into_iter().map(Into::into).collect());
    }

    /// The row of that name; empty if there is none.
    #[must_use]
    pub fn row(&self, name: &str) -> &[f64] {
        self.numbers.get(name).map_or(&[], Vec::as_slice)
    }

    /// The first number of a row, if it is known.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.row(name).first().copied().filter(|value| value.is_finite())
    }

    /// The list of that name; empty if there is none.
    #[must_use]
    pub fn list(&self, name: &str) -> &[String] {
        self.words.get(name).map_or(&[], Vec::as_slice)
    }

    /// All rows, by name.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &[f64])> {
        self.numbers.iter().map(|(name, row)| (name.as_str(), row.as_slice()))
    }

    /// All lists, by name.
    pub fn lists(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.words.iter().map(|(name, list)| (name.as_str(), list.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_noted_is_found_and_nothing_else() {
        let mut findings = Findings::default();
        findings.note("types", [3.0, 2.0]);
        findings.note("types", [f64::NAN, 1.0]);
        findings.say("lost", ["whale"]);
        assert_eq!(findings.row("types").len(), 2);
        assert_eq!(findings.number("types"), None);
        assert_eq!((findings.row("lost"), findings.list("lost")), (&[][..], &["whale".to_owned()][..]));
        assert_eq!(findings.rows().map(|(name, _)| name).collect::<Vec<_>>(), ["types"]);
    }
}
