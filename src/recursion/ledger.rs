//! What a run has cost, and what its curation has done.

use super::Recursion;

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

/// Names of the numbers of [`Recursion::account`]: those of [`probe`](crate::probe).
pub const ACCOUNT: [&str; 12] = [
    "human_tokens_read",
    "human_tokens_bought",
    "human_tokens_discarded",
    "tokens_reviewed",
    "machine_tokens_written",
    "machine_tokens_discarded",
    "curated_human_share",
    "detector_auc",
    "detector_tpr",
    "detector_fpr",
    "detector_fpr_plainest",
    "detector_fpr_rarest",
];

impl Recursion {
    /// The ledger, and what the curation did in the latest generation, in the order of [`ACCOUNT`]. NaN for what there is not.
    #[must_use]
    pub fn account(&self) -> [f64; 12] {
        let Ledger {
            human_tokens_read,
            human_tokens_bought,
            human_tokens_discarded,
            tokens_reviewed,
            machine_tokens_written,
            machine_tokens_discarded,
        } = self.ledger;
        let detector = self.detection().map_or([f64::NAN; 5], |detection| {
            let [plainest, .., rarest] = detection.false_positives_by_rarity;
            let (tpr, fpr) = (detection.true_positive_rate, detection.false_positive_rate);
            [detection.roc().auc, tpr, fpr, plainest, rarest]
        });
        [
            human_tokens_read as f64,
            human_tokens_bought as f64,
            human_tokens_discarded as f64,
            tokens_reviewed as f64,
            machine_tokens_written as f64,
            machine_tokens_discarded as f64,
            self.curated_human_share(),
            detector[0],
            detector[1],
            detector[2],
            detector[3],
            detector[4],
        ]
    }
}
