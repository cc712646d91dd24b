//! Self-BLEU: how far each document can be put together from the others.

use super::occurrences::Occurrences;
use crate::corpus::Corpus;

/// Longest n-gram compared.
const LONGEST: usize = 4;
/// What stands in place of a count of 0, so that a geometric mean is left (Chen and Cherry 2014, method 1).
const EPSILON: f64 = 0.1;

/// Self-BLEU-4 (Zhu et al. 2018): the mean BLEU of each document against all others, from 0 to 1; high means alike.
///
/// BLEU is that of nltk's `sentence_bleu` with `SmoothingFunction().method1` (epsilon 0.1), with its special cases:
///
/// - a document that shares no token with any other scores 0, and so does one without tokens;
/// - a document shorter than n has an n-gram precision of 0 / 1, which is smoothed;
/// - of two documents equally close in length, the shorter is the reference of the brevity penalty. Documents without
///   tokens are references too.
///
/// NaN for fewer than two documents. nltk's way takes time in the square of the number of documents; this one sorts the
/// corpus once.
#[must_use]
pub fn self_bleu(corpus: &Corpus) -> f64 {
    let documents = corpus.document_count();
    if documents < 2 {
        return f64::NAN;
    }
    let occurrences = Occurrences::new(corpus);
    let mut matched = vec![[0_u32; LONGEST]; documents];
    for n in 1..=LONGEST {
        occurrences.for_each(n as u32, |holders| {
            // An n-gram counts as often as the other document that has most of it.
            let (mut most, mut second) = ((u32::MAX, 0), 0);
            for &(document, count) in holders {
                if count > most.1 {
                    second = most.1;
                    most = (document, count);
                } else {
                    second = second.max(count);
                }
            }
            for &(document, count) in holders {
                let elsewhere = if document == most.0 { second } else { most.1 };
                matched[document as usize][n - 1] += count.min(elsewhere);
            }
        });
    }
    let lengths = corpus.documents().map(<[_]>::len);
    let closest = Lengths::new(corpus);
    let scores = matched.iter().zip(lengths).map(|(matched, len)| bleu(*matched, len, closest.closest(len)));
    scores.sum::<f64>() / documents as f64
}

/// BLEU of a document of `len` tokens, of whose n-grams so many are matched.
fn bleu(matched: [u32; LONGEST], len: usize, reference: usize) -> f64 {
    if matched[0] == 0 {
        return 0.0;
    }
    let logs = (1..).zip(matched).map(|(n, matched)| {
        let all = (len + 1).saturating_sub(n).max(1);
        let matched = if matched == 0 { EPSILON } else { f64::from(matched) };
        libm::log(matched / all as f64) / LONGEST as f64
    });
    let brevity = if len > reference { 0.0 } else { 1.0 - reference as f64 / len as f64 };
    libm::exp(brevity + logs.sum::<f64>())
}

/// The lengths that documents have.
struct Lengths {
    /// By length: how many documents.
    documents: Vec<u32>,
    /// By length: the nearest smaller one that occurs.
    below: Vec<Option<usize>>,
    /// By length: the nearest greater one that occurs.
    above: Vec<Option<usize>>,
}

impl Lengths {
    fn new(corpus: &Corpus) -> Self {
        let longest = corpus.documents().map(<[_]>::len).max().unwrap_or(0);
        let mut documents = vec![0_u32; longest + 1];
        corpus.documents().for_each(|document| documents[document.len()] += 1);
        let (mut below, mut above) = (vec![None; longest + 1], vec![None; longest + 1]);
        for len in 1..=longest {
            let far = longest - len;
            below[len] = if documents[len - 1] > 0 { Some(len - 1) } else { below[len - 1] };
            above[far] = if documents[far + 1] > 0 { Some(far + 1) } else { above[far + 1] };
        }
        Self { documents, below, above }
    }

    /// The length nearest to that of a document of `len` tokens, among all other documents; the shorter of two.
    fn closest(&self, len: usize) -> usize {
        match (self.below[len], self.above[len]) {
            _ if self.documents[len] > 1 => len,
            (Some(below), Some(above)) if above - len < len - below => above,
            (Some(nearest), _) | (None, Some(nearest)) => nearest,
            (None, None) => len,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::TokenId;

    fn corpus(documents: &[&[u32]]) -> Corpus {
        Corpus::from_documents(documents.iter().map(|d| d.iter().map(|&t| TokenId(t)).collect::<Vec<_>>()))
    }

    #[test]
    fn the_ends_of_the_scale() {
        assert!(self_bleu(&corpus(&[])).is_nan());
        assert!(self_bleu(&corpus(&[&[1, 2, 3, 4]])).is_nan(), "nothing to compare with");
        assert_eq!(self_bleu(&corpus(&[&[1, 2, 3, 4, 5], &[6, 7, 8, 9, 10]])), 0.0);
        assert_eq!(self_bleu(&corpus(&[&[1, 2, 3, 4, 5], &[1, 2, 3, 4, 5]])), 1.0);
        assert_eq!(self_bleu(&corpus(&[&[], &[]])), 0.0);
    }

    /// Documents shorter than 4 have a smoothed precision of 0.1 for the n-grams that they lack.
    #[test]
    fn short_documents() {
        let pair = libm::exp((1.0 - 2.0 / 2.0) + 2.0 * libm::log(0.1) / 4.0);
        assert!((self_bleu(&corpus(&[&[1, 2], &[1, 2]])) - pair).abs() < 1e-15);
        // [1] is as near to [] as to [1, 2], and the shorter one asks for no penalty.
        let alone = libm::exp(3.0 * libm::log(0.1) / 4.0);
        let penalised = libm::exp((libm::log(0.5) + 3.0 * libm::log(0.1)) / 4.0);
        let three = self_bleu(&corpus(&[&[], &[1], &[1, 2]]));
        assert!((three - (0.0 + alone + penalised) / 3.0).abs() < 1e-15);
    }

    #[test]
    fn the_closest_length_is_that_of_another_document() {
        let text = [7_u32; 12];
        let lengths =
            |all: &[usize]| Lengths::new(&corpus(&all.iter().map(|&l| &text[..l]).collect::<Vec<_>>()));
        for all in [&[3, 5][..], &[0, 4, 8], &[2, 2, 9], &[1, 4, 5, 5, 10, 12], &[0, 0, 1]] {
            let closest = lengths(all);
            for (this, &len) in all.iter().enumerate() {
                let others = all.iter().enumerate().filter(|&(other, _)| other != this).map(|(_, &l)| l);
                let expected = others.min_by_key(|&other| (other.abs_diff(len), other)).unwrap();
                assert_eq!(closest.closest(len), expected, "{len} in {all:?}");
            }
        }
    }
}
