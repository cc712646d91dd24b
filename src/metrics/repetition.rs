//! Repetition: within documents (rep-n) and over a whole corpus (Lempel-Ziv).

use super::occurrences::Occurrences;
use super::suffix::SuffixArray;
use crate::corpus::{Corpus, TokenId};

/// Lengths of the n-grams whose repetition is measured.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=4;

/// How far documents repeat themselves, the mean over those of at least 4 tokens. NaN if there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Repetition {
    /// [`rep`] for n = 2, 3 and 4, from 0 (no n-gram comes twice) to below 1.
    pub rep: [f64; 3],
    /// [`rep_diversity`], from above 0 to 1: the mean of the products, not the product of the means.
    pub diversity: f64,
}

impl Repetition {
    /// Measures all documents of a corpus.
    #[must_use]
    pub fn of(corpus: &Corpus) -> Self {
        let occurrences = Occurrences::new(corpus);
        // By document: how many different n-grams it holds.
        let different = LENGTHS.map(|n| {
            let mut different = vec![0_u32; corpus.document_count()];
            occurrences.for_each(n as u32, |holders| {
                for &(document, _) in holders {
                    different[document as usize] += 1;
                }
            });
            different
        });
        let different = different.collect::<Vec<_>>();
        let (mut rep, mut diversity, mut documents) = ([0.0; 3], 0.0, 0_u32);
        for (number, document) in corpus.documents().enumerate() {
            if document.len() < *LENGTHS.end() {
                continue;
            }
            documents += 1;
            let mut product = 1.0;
            for ((n, different), sum) in LENGTHS.zip(&different).zip(&mut rep) {
                let share = f64::from(different[number]) / (document.len() + 1 - n) as f64;
                *sum += 1.0 - share;
                product *= share;
            }
            diversity += product;
        }
        let documents = f64::from(documents);
        Self { rep: rep.map(|sum| sum / documents), diversity: diversity / documents }
    }
}

/// rep-n of a document: 1 − different n-grams / n-grams (Welleck et al. 2020, without the factor 100). NaN if the
/// document is shorter than n, or n is 0.
#[must_use]
pub fn rep(document: &[TokenId], n: usize) -> f64 {
    if n == 0 || document.len() < n {
        return f64::NAN;
    }
    let different = SuffixArray::new(&numbers(document)).ngrams(n as u32).count();
    1.0 - different as f64 / (document.len() + 1 - n) as f64
}

/// Diversity of a document, Π (1 − rep-n) over n = 2, 3 and 4 (Su et al. 2022, SimCTG). NaN for fewer than 4 tokens.
#[must_use]
pub fn rep_diversity(document: &[TokenId]) -> f64 {
    LENGTHS.map(|n| 1.0 - rep(document, n)).product()
}

/// How many phrases the parsing of Lempel and Ziv (1976) cuts the tokens into: each is the shortest run that does not
/// begin anywhere before, where the two may overlap (Kaspar and Schuster 1987). What is left at the end counts as
/// a phrase. `tokens` holds no boundary; several documents are parsed as one text. 0 for no tokens.
#[must_use]
pub fn lz76(tokens: &[TokenId]) -> usize {
    let longest = SuffixArray::new(&numbers(tokens)).longest_previous();
    let (mut phrases, mut place) = (0, 0);
    while let Some(&known) = longest.get(place) {
        phrases += 1;
        place += known as usize + 1;
    }
    phrases
}

fn numbers(tokens: &[TokenId]) -> Vec<u32> {
    tokens.iter().map(|token| token.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;
    use rand::{RngExt as _, SeedableRng as _};

    fn tokens(numbers: &[u32]) -> Vec<TokenId> {
        numbers.iter().map(|&number| TokenId(number)).collect()
    }

    /// The count of Kaspar and Schuster, as every implementation of it goes.
    fn kaspar_schuster(text: &[TokenId]) -> usize {
        let (mut phrases, mut prefix) = (0, 0);
        while prefix < text.len() {
            let known =
                |from: usize| text[from..].iter().zip(&text[prefix..]).take_while(|(a, b)| a == b).count();
            let longest = (0..prefix).map(known).max().unwrap_or(0);
            phrases += 1;
            prefix += longest + 1;
        }
        phrases
    }

    #[test]
    fn phrases() {
        assert_eq!(lz76(&[]), 0);
        // 1 / 0 / 01 / 1110 / 1100 / 0010, the example of antropy and of Kaspar and Schuster.
        let bits = "1001111011000010".bytes().map(|b| u32::from(b - b'0') + 1).collect::<Vec<_>>();
        assert_eq!(lz76(&tokens(&bits)), 6);
        assert_eq!(lz76(&tokens(&[1, 2, 1, 2, 1, 2, 1, 2])), 3);
        assert_eq!(lz76(&tokens(&[1; 1_000])), 2);
        let mut rng = Rng::seed_from_u64(32);
        for _ in 0..2_000 {
            let (len, types) = (rng.random_range(0..=60_u32), rng.random_range(1..=6_u32));
            let text = (0..len).map(|_| TokenId(rng.random_range(1..=types))).collect::<Vec<_>>();
            assert_eq!(lz76(&text), kaspar_schuster(&text), "{text:?}");
        }
    }

    #[test]
    fn documents() {
        let loops = tokens(&[1, 2, 1, 2, 1, 2]);
        assert_eq!([2, 3, 4].map(|n| rep(&loops, n)), [0.6, 0.5, 1.0 - 2.0 / 3.0]);
        assert!((rep_diversity(&loops) - 0.4 * 0.5 * 2.0 / 3.0).abs() < 1e-15);
        assert_eq!((rep(&loops, 6), rep(&tokens(&[5, 5, 5]), 1)), (0.0, 1.0 - 1.0 / 3.0));
        assert!(rep(&loops, 7).is_nan() && rep(&loops, 0).is_nan() && rep(&[], 1).is_nan());
        assert!(rep_diversity(&loops[..3]).is_nan());
    }

    /// Short documents do not count, and what two documents share is no repetition.
    #[test]
    fn corpora() {
        let documents = [&[1, 2, 1, 2, 1, 2][..], &[1, 2, 1], &[], &[1, 2, 1, 2]].map(tokens);
        let Repetition { rep, diversity } = Repetition::of(&Corpus::from_documents(&documents));
        let expected = [f64::midpoint(0.6, 1.0 / 3.0), 0.25, 1.0 / 6.0];
        assert!(rep.iter().zip(expected).all(|(rep, expected)| (rep - expected).abs() < 1e-15), "{rep:?}");
        assert!((diversity - f64::midpoint(0.4 * 0.5 * 2.0 / 3.0, 2.0 / 3.0)).abs() < 1e-15);
        let short = Repetition::of(&Corpus::from_documents(&documents[1..3]));
        assert!(short.diversity.is_nan() && short.rep.iter().all(|rep| rep.is_nan()));
    }
}
