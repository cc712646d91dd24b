//! What is measured about one generation, against the human corpus.

mod suffix;
mod occurrences;
mod divergence;
mod diversity;
mod ngrams;
mod held_out;
mod recall;
mod loops;
mod copying;
mod repetition;
mod self_bleu;
mod lexical;
mod spectrum;
mod roc;

pub use copying::{Copying, Origin, PASSAGE, classify};
pub use divergence::Divergence;
pub use diversity::Diversity;
pub use held_out::{EPSILON, HeldOut, HeldOutScore};
pub use lexical::{hdd, mattr, mtld};
pub use loops::{loop_period, terminal_loop};
pub use ngrams::{NgramCensus, NgramTypes, totals};
pub use recall::Reachable;
pub use repetition::{Repetition, lz76, rep, rep_diversity};
pub use roc::Roc;
pub use self_bleu::self_bleu;
pub use spectrum::{top10_share, zipf_exponent};

/// Longest n-gram that is counted.
pub const LONGEST_NGRAM: usize = 4;
/// Longest n-gram whose survival is measured.
pub const LONGEST_SURVIVOR: usize = 3;

/// The basic metrics of one generation. A quantity that is not defined (of an empty corpus) is NaN.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Metrics {
    /// Documents.
    pub documents: usize,
    /// Tokens, document ends not counted.
    pub tokens: usize,
    /// Types, hapaxes, entropy, Simpson and Hill numbers.
    pub diversity: Diversity,
    /// Distinct-n for n = 1 to 4: different n-grams per n-gram, within documents.
    pub distinct: [f64; LONGEST_NGRAM],
    /// For n = 1 to 3, the share of the human corpus's different n-grams that still occur.
    pub survivors: [f64; LONGEST_SURVIVOR],
    /// Types in as many human documents, drawn anew with replacement: what mere sampling costs.
    pub baseline_types: usize,
}

impl Metrics {
    /// Names of the numbers in [`Metrics::to_array`].
    pub const NAMES: [&str; 17] = [
        "documents",
        "tokens",
        "types",
        "hapax",
        "distinct1",
        "distinct2",
        "distinct3",
        "distinct4",
        "entropy_bits",
        "simpson",
        "hill0",
        "hill1",
        "hill2",
        "survivors1",
        "survivors2",
        "survivors3",
        "baseline_types",
    ];

    /// All numbers, in the order of [`Metrics::NAMES`].
    #[must_use]
    pub fn to_array(&self) -> [f64; 17] {
        let Diversity { types, hapax, entropy_bits, simpson, hill } = self.diversity;
        let [d1, d2, d3, d4] = self.distinct;
        let [s1, s2, s3] = self.survivors;
        let [documents, tokens, types, hapax, baseline] =
            [self.documents, self.tokens, types, hapax, self.baseline_types].map(|count| count as f64);
        [
            documents,
            tokens,
            types,
            hapax,
            d1,
            d2,
            d3,
            d4,
            entropy_bits,
            simpson,
            hill[0],
            hill[1],
            hill[2],
            s1,
            s2,
            s3,
            baseline,
        ]
    }
}
