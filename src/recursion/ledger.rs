//! What a run has cost.

/// Tokens that were bought, read, written and thrown away up to a generation, document ends not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ledger {
    /// Human tokens that entered the text that is learnt from, each time that a document was drawn; those of the human
    /// corpus first.
    pub human_tokens_read: usize,
    /// Those, human tokens that were scraped and thrown away, and the sample of a teacher.
    pub human_tokens_bought: usize,
    /// Human tokens that were scraped and thrown away.
    pub human_tokens_discarded: usize,
    /// Tokens, human or not, that a human reviewer read.
    pub tokens_reviewed: usize,
    /// Tokens that models wrote.
    pub machine_tokens_written: usize,
    /// Those of them that were scraped and thrown away.
    pub machine_tokens_discarded: usize,
}
