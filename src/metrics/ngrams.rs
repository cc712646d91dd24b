//! Different n-grams of a corpus: how many, and how many of the human ones among them.

use super::{LONGEST_NGRAM, LONGEST_SURVIVOR};
use crate::corpus::Corpus;
use crate::ngram::NgramOrder;

/// How many different n-grams, n being the length that `order` is sorted by (1 to 4), lie within documents.
#[must_use]
pub fn count_distinct(corpus: &Corpus, order: &NgramOrder) -> usize {
    fn count<const N: usize>(corpus: &Corpus, order: &NgramOrder) -> usize {
        let mut distinct = 0;
        order.for_each_distinct::<N>(corpus, |_| distinct += 1);
        distinct
    }
    match order.length() {
        0 => 0,
        1 => count::<1>(corpus, order),
        2 => count::<2>(corpus, order),
        3 => count::<3>(corpus, order),
        _ => count::<4>(corpus, order),
    }
}

/// How many n-grams lie within documents, for n = 1 to 4.
#[must_use]
pub fn totals(corpus: &Corpus) -> [usize; LONGEST_NGRAM] {
    let mut totals = [0; LONGEST_NGRAM];
    for document in corpus.documents() {
        for (n, total) in (1..).zip(&mut totals) {
            *total += (document.len() + 1).saturating_sub(n);
        }
    }
    totals
}

/// The different n-grams of the human corpus, kept to count how many of them survive.
#[derive(Debug, Clone)]
pub struct HumanNgrams {
    /// How many there are, for n = 1 to 3.
    counts: [usize; LONGEST_SURVIVOR],
    /// The bigrams and trigrams themselves, sorted, last token first; empty where the model's order makes
    /// looking them up needless.
    bigrams: Vec<[u32; 2]>,
    trigrams: Vec<[u32; 3]>,
}

impl HumanNgrams {
    /// The n-grams of a human corpus. `known` is the longest n-gram that later corpora cannot invent: a model
    /// of order n writes no n-gram that its training text did not hold, so up to n every distinct n-gram of a
    /// later generation is a survivor, and counting is enough.
    #[must_use]
    pub fn new(human: &Corpus, counts: &[u32], known: usize) -> Self {
        let mut order = NgramOrder::new(counts, human);
        let (mut bigrams, mut trigrams) = (Vec::new(), Vec::new());
        let types = counts.iter().skip(1).filter(|&&count| count > 0).count();
        order.extend(human);
        order.extend(human);
        order.for_each_distinct(human, |ngram| bigrams.push(ngram));
        order.extend(human);
        order.for_each_distinct(human, |ngram| trigrams.push(ngram));
        let counts = [types, bigrams.len(), trigrams.len()];
        if known >= 2 {
            bigrams = Vec::new();
        }
        if known >= 3 {
            trigrams = Vec::new();
        }
        Self { counts, bigrams, trigrams }
    }

    /// The share of the human n-grams, n being the length of `order` (2 or 3), that occur in `corpus`;
    /// `distinct` is the number of different n-grams there. NaN if humans wrote no n-gram of this length.
    #[must_use]
    pub fn survivors(&self, corpus: &Corpus, order: &NgramOrder, distinct: usize) -> f64 {
        let alive = match order.length() {
            2 if !self.bigrams.is_empty() => count_common(corpus, order, &self.bigrams),
            3 if !self.trigrams.is_empty() => count_common(corpus, order, &self.trigrams),
            _ => distinct,
        };
        alive as f64 / self.counts[order.length() - 1] as f64
    }

    /// The share of the human types among `types` living ones.
    #[must_use]
    pub fn surviving_types(&self, types: usize) -> f64 {
        types as f64 / self.counts[0] as f64
    }
}

/// How many of the `sorted` n-grams occur in `corpus`.
fn count_common<const N: usize>(corpus: &Corpus, order: &NgramOrder, sorted: &[[u32; N]]) -> usize {
    let mut rest = sorted.iter().peekable();
    let mut common = 0;
    order.for_each_distinct::<N>(corpus, |ngram| {
        while rest.next_if(|&&human| human < ngram).is_some() {}
        common += usize::from(rest.next_if(|&&human| human == ngram).is_some());
    });
    common
}
