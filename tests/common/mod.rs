//! What several test files need: made-up human text, brute-force counting, and a little statistics.
//!
//! Seeds are fixed, so every test gives the same verdict each time; the error probabilities in the comments are the
//! chances that a *correct* program would have failed had the seed been another.

#![allow(dead_code, reason = "each test file uses its part")]

pub(crate) mod chains;
pub(crate) mod genealogy;
pub(crate) mod paper;
pub(crate) mod regimes;
pub(crate) mod terminal;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rand::{RngExt as _, SeedableRng as _};
use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::human::HumanCorpus;
use recursive_trap::rng::Rng;
use recursive_trap::text::{Text, Tokenizer};

/// Dickens, 1859: the text whose metrics other people's libraries agree on.
pub(crate) const TWO_CITIES: &str = "It was the best of times, it was the worst of times, it was the age of wisdom, it was the age of \
    foolishness, it was the epoch of belief, it was the epoch of incredulity, it was the season of Light, it was the \
    season of Darkness, it was the spring of hope, it was the winter of despair, we had everything before us, we had \
    nothing before us, we were all going direct to Heaven, we were all going direct the other way.";

pub(crate) fn close(value: f64, golden: f64, tolerance: f64) {
    assert!((value - golden).abs() <= tolerance, "{value} is not {golden}");
}

/// A corpus from bare numbers.
pub(crate) fn corpus<D: AsRef<[u32]>>(documents: &[D]) -> Corpus {
    Corpus::from_documents(
        documents.iter().map(|d| d.as_ref().iter().map(|&t| TokenId(t)).collect::<Vec<_>>()),
    )
}

/// A whole text as a human corpus, nothing held out.
pub(crate) fn human(text: &str, tokenizer: Tokenizer) -> Arc<HumanCorpus> {
    let text = Text::new(text, tokenizer).expect("the text is accepted");
    Arc::new(HumanCorpus::new(&text, Some(text.document_count())).expect("all documents are there"))
}

/// A repeatable generator for the making of test material.
pub(crate) fn rng(seed: u64) -> Rng {
    Rng::seed_from_u64(seed)
}

/// English-looking text: Zipf-distributed words with a memory (each word has a few favourite successors), commas, and
/// sentences of 2 to 30 words. Words are met for the first time throughout, as in a real book.
pub(crate) fn made_up_text(seed: u64, sentences: usize) -> String {
    let mut rng = rng(seed);
    let mut text = String::new();
    let mut previous = 0_u32;
    for _ in 0..sentences {
        // The smaller of two: short sentences are commoner than long ones.
        let words = rng.random_range(2..=30_u32).min(rng.random_range(2..=30));
        for position in 0..words {
            let rank = zipf(&mut rng);
            // Half of the time one of the three favourite successors of the word before.
            previous = match rng.random_range(0..6_u32) {
                favourite @ 0..3 => previous.wrapping_mul(2_654_435_761).wrapping_add(favourite) >> 7 & rank,
                _ => rank,
            };
            match position {
                0 if text.is_empty() => {}
                0 => text.push(' '),
                _ if rng.random_range(0..12_u32) == 0 => text.push_str(", "),
                _ => text.push(' '),
            }
            let word = word(previous);
            // Without a capital behind it, a full stop ends no sentence.
            text.push_str(&if position == 0 { word[..1].to_uppercase() + &word[1..] } else { word });
        }
        text.push('.');
    }
    text
}

/// A rank with chances ∝ 1 / rank up to some 60,000.
fn zipf(rng: &mut Rng) -> u32 {
    let uniform = f64::from(rng.random::<u32>()) / 4_294_967_296.0;
    libm::exp(uniform * 11.0) as u32
}

/// A pronounceable word for each number.
fn word(mut number: u32) -> String {
    let mut word = String::new();
    loop {
        word.push(char::from(b"bcdfghjklmnprstvwz"[number as usize % 18]));
        number /= 18;
        word.push(char::from(b"aeiou"[number as usize % 5]));
        number /= 5;
        if number == 0 {
            return word;
        }
    }
}

/// How often each n-gram occurs, padded with n − 1 BOS and closed by EOS (both are 0), the slow and obvious way.
pub(crate) fn padded_ngrams(corpus: &Corpus, n: usize) -> BTreeMap<Vec<u32>, u32> {
    let mut counts = BTreeMap::new();
    for document in corpus.documents() {
        let mut padded = vec![0; n - 1];
        padded.extend(document.iter().map(|token| token.0));
        padded.push(0);
        for ngram in padded.windows(n) {
            *counts.entry(ngram.to_vec()).or_insert(0) += 1;
        }
    }
    counts
}

/// The different n-grams within documents.
pub(crate) fn distinct_ngrams(corpus: &Corpus, n: usize) -> BTreeSet<Vec<u32>> {
    let inside = corpus.documents().flat_map(|document| document.windows(n));
    inside.map(|ngram| ngram.iter().map(|token| token.0).collect()).collect()
}

/// Σ 1 − (1 − s)^c.
pub(crate) fn expected_survivors(counts: impl IntoIterator<Item = u32>, s: f64) -> f64 {
    counts.into_iter().map(|count| 1.0 - libm::pow(1.0 - s, f64::from(count))).sum()
}

/// Mean and variance of a series, one number at a time (Welford).
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Series {
    pub(crate) n: f64,
    pub(crate) mean: f64,
    squares: f64,
}

impl Series {
    pub(crate) fn of(numbers: impl IntoIterator<Item = f64>) -> Self {
        let mut series = Self::default();
        numbers.into_iter().for_each(|x| series.push(x));
        series
    }

    pub(crate) fn push(&mut self, x: f64) {
        self.n += 1.0;
        let before = x - self.mean;
        self.mean += before / self.n;
        self.squares += before * (x - self.mean);
    }

    pub(crate) fn sd(&self) -> f64 {
        libm::sqrt(self.squares / (self.n - 1.0))
    }

    /// Standard error of the mean.
    pub(crate) fn error(&self) -> f64 {
        self.sd() / libm::sqrt(self.n)
    }

    /// How many standard errors the mean lies above `expected`. A series that never varies must equal it.
    pub(crate) fn z(&self, expected: f64) -> f64 {
        match self.mean - expected {
            0.0 => 0.0,
            difference => difference / self.error(),
        }
    }
}

/// The first mean is larger by more than `errors` standard errors.
#[track_caller]
pub(crate) fn assert_larger(what: &str, larger: &Series, smaller: &Series, errors: f64) {
    let error = libm::hypot(larger.error(), smaller.error());
    let z = (larger.mean - smaller.mean) / error;
    println!("{what}: {:.4} against {:.4}, {z:.1} standard errors apart", larger.mean, smaller.mean);
    assert!(z > errors, "{what}: {} is not above {} by {errors} standard errors", larger.mean, smaller.mean);
}

/// Pearson's χ² of observed counts against shares.
pub(crate) fn chi_square(observed: &[u32], shares: &[f64]) -> f64 {
    let total = observed.iter().map(|&o| f64::from(o)).sum::<f64>();
    let whole = shares.iter().sum::<f64>();
    let expected = shares.iter().map(|share| total * share / whole);
    observed.iter().zip(expected).map(|(&o, e)| (f64::from(o) - e) * (f64::from(o) - e) / e).sum()
}

/// FNV-1a, 64 bits.
pub(crate) fn fnv1a(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes
        .into_iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A text that the build extracts. Its absence is a failure: a check that is skipped checks nothing.
pub(crate) fn extracted_corpus(name: &str) -> String {
    let path: PathBuf = root().join("www/corpora").join(name);
    std::fs::read_to_string(&path)
        .unwrap_or_else(|_| panic!("{} is missing: run `cargo xtask build` first", path.display()))
}

/// Moby-Dick as the page cuts it: the last tenth held out.
pub(crate) fn moby_dick() -> Arc<HumanCorpus> {
    cut_moby_dick(Tokenizer::Word, None)
}

/// Its first sentences, and the tenth part that follows held out.
pub(crate) fn cut_moby_dick(tokenizer: Tokenizer, documents: Option<usize>) -> Arc<HumanCorpus> {
    let text = Text::new(&extracted_corpus("moby-dick.txt"), tokenizer).unwrap();
    Arc::new(HumanCorpus::new(&text, documents).unwrap())
}

/// The first `size` human documents, those with the most frequent words on average first.
pub(crate) fn plainest(human: &HumanCorpus, size: usize) -> Vec<usize> {
    let log = |token: &TokenId| libm::log2(f64::from(human.counts()[token.index()]));
    let mean = |document: &[TokenId]| document.iter().map(log).sum::<f64>() / document.len() as f64;
    let mut all = human.train().documents().map(mean).enumerate().collect::<Vec<_>>();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    all.into_iter().take(size).map(|(document, _)| document).collect()
}
