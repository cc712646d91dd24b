//! Words as readers type them, found in the text.

use crate::corpus::TokenId;
use crate::error::Error;
use crate::human::HumanCorpus;

/// The type that a reader means: as it is written, or whatever its capitals, its apostrophe, and what stands around it.
pub(super) fn find(human: &HumanCorpus, word: &str) -> Result<TokenId, Error> {
    let counts = human.counts();
    let ids = || (1..counts.len()).filter(|&id| counts[id] > 0).map(|id| TokenId(id as u32));
    let vocabulary = human.vocabulary();
    let typed = word.replace('\'', "’");
    let bare = typed.trim_matches(|c: char| !c.is_alphanumeric());
    for wanted in [word, typed.as_str(), bare] {
        let lower = wanted.to_lowercase();
        let exact = ids().find(|id| vocabulary.spelling(*id) == wanted);
        if let Some(found) =
            exact.or_else(|| ids().find(|id| vocabulary.spelling(*id).to_lowercase() == lower))
        {
            return Ok(found);
        }
    }
    Err(Error::out_of_range("the word", format!("\"{word}\""), "a word of this text"))
}
