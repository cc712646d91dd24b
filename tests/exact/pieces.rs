//! Statements about loops that the program does not offer, put together from its parts.

use rand::RngExt as _;
use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::decoding::Decoding;
use recursive_trap::ngram::NgramModel;
use recursive_trap::rng::{Purpose, Streams};
use recursive_trap::sampler;

use crate::common::chains::{assert_mean, model_of, ngrams_of, products, shares, simpson, tokens, zipf};
use crate::common::{Series, rng};

/// More than a document of one token needs.
const LIMIT: usize = 10;

fn streams(seed: u32, generation: usize) -> Streams {
    Streams::new(seed, generation as u32, Purpose::Write)
}

/// O13, Good and Turing: the expected share of what n tokens have not shown is Σ p (1 − p)^n, and also the expected share
/// of hapaxes among n + 1 tokens.
///
/// 4 z's at 4: a false alarm in 4,000.
#[test]
fn hapaxes_tell_what_is_missing() {
    let human = tokens(&zipf(60, 50));
    let p = shares(human.counts());
    let model = NgramModel::new(human.train(), 2);
    for n in [40, 150] {
        let expected = p.iter().map(|p| p * libm::pow(1.0 - p, n as f64)).sum();
        let (mut missing, mut hapaxes) = (Series::default(), Series::default());
        for seed in 0..10_000 {
            let counts = |documents, generation| {
                sampler::write(&model, documents, streams(seed, generation), LIMIT).counts(p.len() + 1)
            };
            let unseen = counts(n, 1).into_iter().skip(1).zip(&p).filter(|(count, _)| *count == 0);
            missing.push(unseen.map(|(_, p)| p).sum());
            let once = counts(n + 1, 2)[1..].iter().filter(|&&count| count == 1).count();
            hapaxes.push(once as f64 / (n + 1) as f64);
        }
        assert_mean(&format!("O13, {n} tokens, share not seen"), &missing, expected);
        assert_mean(&format!("O13, {n} tokens and one, share of hapaxes"), &hapaxes, expected);
    }
}

/// O17a: a share α of the tokens is written anew, the others (1 − α) are kept, chosen at random: H loses the factor
/// 1 − α/N − α (1 − α)/(N − 1).
///
/// 2 z's at 4: a false alarm in 8,000.
#[test]
fn replacing_a_part_at_random() {
    const GENERATIONS: usize = 10;
    let human = tokens(&zipf(20, 13));
    let n = human.train().document_count();
    let new = n / 4;
    let (alpha, size) = (new as f64 / n as f64, n as f64);
    let factor = 1.0 - alpha / size - alpha * (1.0 - alpha) / (size - 1.0);
    let mut diversity = vec![Series::default(); GENERATIONS + 1];
    for seed in 0..5_000 {
        let mut rng = rng(seed);
        let mut corpus = human.train().clone();
        for (t, diversity) in diversity.iter_mut().enumerate().skip(1) {
            let written = sampler::write(&NgramModel::new(&corpus, 2), new, streams(seed as u32, t), LIMIT);
            let mut kept = corpus.documents().map(<[TokenId]>::to_vec).collect::<Vec<_>>();
            for _ in 0..new {
                kept.swap_remove(rng.random_range(0..kept.len() as u32) as usize);
            }
            corpus = Corpus::from_documents(kept.into_iter().chain(written.documents().map(<[_]>::to_vec)));
            diversity.push(simpson(&shares(&corpus.counts(human.counts().len()))));
        }
    }
    let start = simpson(&shares(human.counts()));
    for t in [1, GENERATIONS] {
        let expected = start * libm::pow(factor, t as f64);
        assert_mean(&format!("O17a, generation {t}, H"), &diversity[t], expected);
    }
    assert!(diversity[GENERATIONS].z(start * libm::pow(1.0 - alpha / size, GENERATIONS as f64)) < -4.0);
}

/// O17b: p' = (1 − α) p + α of what N tokens drawn from p show. H loses the factor 1 − α²/N: less than in O17a.
///
/// 2 z's at 4: a false alarm in 8,000.
#[test]
fn mixing_in_a_part() {
    const GENERATIONS: usize = 10;
    const ALPHA: f64 = 0.4;
    let human = tokens(&zipf(12, 9));
    let ngrams = ngrams_of(&human);
    let n = human.train().document_count();
    let kept = products(std::iter::repeat_n(1.0 - ALPHA * ALPHA / n as f64, GENERATIONS));
    let mut diversity = vec![Series::default(); GENERATIONS + 1];
    for seed in 0..4_000 {
        let mut p = shares(human.counts());
        for (t, diversity) in diversity.iter_mut().enumerate().skip(1) {
            let model = model_of(&ngrams, &p, &Decoding::default());
            let seen = shares(&sampler::write(&model, n, streams(seed, t), LIMIT).counts(p.len() + 1));
            p.iter_mut().zip(seen).for_each(|(p, seen)| *p = (1.0 - ALPHA) * *p + ALPHA * seen);
            diversity.push(simpson(&p));
        }
    }
    for t in [1, GENERATIONS] {
        let expected = simpson(&shares(human.counts())) * kept[t];
        assert_mean(&format!("O17b, generation {t}, H"), &diversity[t], expected);
    }
}

/// O21: adding k to every count is mutation: E[p_t] = (1 − u)^t p_0 + (1 − (1 − u)^t)/V with u = kV/(N + kV).
///
/// 18 z's at 4: a false alarm in 880.
#[test]
fn smoothing_is_mutation() {
    const GENERATIONS: usize = 12;
    const ADDED: f64 = 0.5;
    let human = tokens(&zipf(9, 14));
    let ngrams = ngrams_of(&human);
    let (p, n) = (shares(human.counts()), human.train().document_count());
    let types = p.len() as f64;
    let u = ADDED * types / (n as f64 + ADDED * types);
    let mut means = vec![vec![Series::default(); p.len()]; GENERATIONS + 1];
    for seed in 0..5_000 {
        let mut counts = human.counts().to_vec();
        for (t, means) in means.iter_mut().enumerate().skip(1) {
            let weights = counts[1..].iter().map(|&count| f64::from(count) + ADDED).collect::<Vec<_>>();
            let model = model_of(&ngrams, &weights, &Decoding::default());
            counts = sampler::write(&model, n, streams(seed, t), LIMIT).counts(counts.len());
            means.iter_mut().zip(shares(&counts)).for_each(|(mean, share)| mean.push(share));
        }
    }
    for t in [1, GENERATIONS] {
        let left = libm::pow(1.0 - u, t as f64);
        for (rank, (mean, p)) in (1..).zip(means[t].iter().zip(&p)) {
            let expected = left * p + (1.0 - left) / types;
            assert_mean(&format!("O21, generation {t}, share of type {rank}"), mean, expected);
        }
    }
}
