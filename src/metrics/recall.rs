//! How much of human language a model can still write.

use crate::corpus::{Corpus, TokenId};

/// The different human n-grams that are one token longer than a model's order, each as the two n-grams in it.
#[derive(Debug, Clone)]
pub struct Reachable {
    pairs: Vec<u64>,
}

impl Reachable {
    /// Those of `human`, whose n-grams of order `order` stand at `places`.
    #[must_use]
    pub fn new(human: &Corpus, places: &[u32], order: usize) -> Self {
        let mut length = 0;
        let mut pairs = Vec::new();
        for (place, &token) in human.predicted().iter().enumerate() {
            length = if token == TokenId::BOUNDARY { 0 } else { length + 1 };
            if length > order {
                pairs.push(u64::from(places[place - 1]) << 32 | u64::from(places[place]));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        Self { pairs }
    }

    /// Recall: the share of the different human (n + 1)-grams whose two n-grams both occur, so that the model can
    /// write them. NaN if humans wrote none.
    #[must_use]
    pub fn recall(&self, counts: &[u32]) -> f64 {
        let alive = |ngram: u64| counts[ngram as usize] > 0;
        let reachable =
            self.pairs.iter().filter(|&&pair| alive(pair >> 32) && alive(pair & u64::from(u32::MAX)));
        reachable.count() as f64 / self.pairs.len() as f64
    }
}
