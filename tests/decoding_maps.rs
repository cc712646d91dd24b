//! What decodings do to probabilities when they are applied generation after generation, chance left out: a model is
//! given exact weights, and its probabilities are read off and become the next weights.

mod common;

use std::sync::Arc;

use common::chains::{model_of, ngrams_of, shares, tokens, zipf};
use recursive_trap::corpus::TokenId;
use recursive_trap::decoding::{DecodedModel, Decoding};
use recursive_trap::ngram::{NgramModel, Ngrams};
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::text::Tokenizer;

const PLAIN: Decoding = Decoding { temperature: 1.0, top_k: None, top_p: None };

fn temperature(temperature: f64) -> Decoding {
    Decoding { temperature, ..PLAIN }
}

fn top_k(k: usize) -> Decoding {
    Decoding { top_k: Some(k), ..PLAIN }
}

fn top_p(p: f64) -> Decoding {
    Decoding { top_p: Some(p), ..PLAIN }
}

/// A choice among words, each of which is a document.
struct Choice(Arc<Ngrams>);

impl Choice {
    fn among(types: usize) -> Self {
        Self(ngrams_of(&tokens(&vec![1; types])))
    }

    /// One generation of infinitely many tokens: what is drawn when the model has the shares `p`.
    fn decode(&self, p: &[f64], decoding: &Decoding) -> Vec<f64> {
        let drawn = model_of(&self.0, p, decoding).probabilities(&[]).unwrap();
        let mut shares = vec![0.0; p.len()];
        for (token, chance) in drawn {
            shares[token.index() - 1] = chance;
        }
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        shares
    }
}

/// Chances proportional to 1 / rank.
fn one_over_rank(types: usize) -> Vec<f64> {
    let sum = (1..=types).map(|rank| 1.0 / rank as f64).sum::<f64>();
    (1..=types).map(|rank| 1.0 / rank as f64 / sum).collect()
}

fn support(p: &[f64]) -> usize {
    p.iter().filter(|&&p| p > 0.0).count()
}

/// The largest difference; alias tables know a chance to some 2^-32.
fn difference(p: &[f64], q: &[f64]) -> f64 {
    p.iter().zip(q).map(|(p, q)| (p - q).abs()).fold(0.0, f64::max)
}

/// Raised to the power 1/T and normalised, by definition.
fn temper(p: &[f64], temperature: f64) -> Vec<f64> {
    let powers = p.iter().map(|&p| libm::pow(p, 1.0 / temperature)).collect::<Vec<_>>();
    let sum = powers.iter().sum::<f64>();
    powers.iter().map(|power| power / sum).collect()
}

/// The probabilities are what draws follow (`tests/decoding.rs` counts draws): here, those of a model of counts.
#[test]
fn probabilities_are_those_of_the_model() {
    let human = common::human(&common::made_up_text(7, 60), Tokenizer::Word);
    for order in 1..=4 {
        let model = NgramModel::new(human.train(), order);
        let decoded = DecodedModel::new(&model, &PLAIN);
        for document in human.train().documents().take(20) {
            for end in 0..=document.len() {
                let context = &document[..end];
                let probabilities = decoded.probabilities(context).unwrap();
                let sum = probabilities.iter().map(|(_, chance)| chance).sum::<f64>();
                assert!((sum - 1.0).abs() < 1e-9);
                assert!(probabilities.windows(2).all(|pair| pair[0].1 > pair[1].1 - 1e-8));
                for (token, chance) in probabilities {
                    let expected = model.probability(context, token).unwrap();
                    assert!((chance - expected).abs() < 1e-8, "order {order}: {chance}, {expected}");
                }
            }
        }
        let unknown = TokenId(human.vocabulary().len() as u32);
        assert_eq!(decoded.probabilities(&[unknown]), None);
        assert_eq!(decoded.probabilities(&[TokenId::BOUNDARY]), None);
    }
}

#[test]
fn top_k_cuts_once() {
    let choice = Choice::among(5_000);
    let once = choice.decode(&one_over_rank(5_000), &top_k(50));
    assert_eq!(support(&once), 50);
    let kept = one_over_rank(50);
    assert!(difference(&once, &kept) < 1e-8);
    let mut again = once.clone();
    for _ in 0..20 {
        again = choice.decode(&again, &top_k(50));
    }
    assert_eq!(support(&again), 50);
    assert!(difference(&again, &once) < 1e-8);
}

/// Top-p cuts in every generation, until the smallest share that is left is above 1 − p.
#[test]
fn top_p_ratchets() {
    let choice = Choice::among(5_000);
    let mut p = one_over_rank(5_000);
    let mut supports = Vec::new();
    for _ in 0..60 {
        // By definition: the fewest of the largest that add to 0.9.
        let mut sum = 0.0;
        let last = p.iter().position(|share| {
            sum += share;
            sum >= 0.9 - 1e-9
        });
        p = choice.decode(&p, &top_p(0.9));
        assert_eq!(support(&p), last.unwrap() + 1);
        supports.push(support(&p));
    }
    println!("top-p 0.9 on Zipf(5000): {supports:?}");
    assert_eq!(supports[..8], [2014, 889, 426, 220, 121, 71, 44, 29]);
    assert_eq!(supports[59], 4);
    assert!(supports.windows(2).all(|pair| pair[0] >= pair[1]));
}

/// A distribution is left alone exactly when its smallest share is above 1 − p: at 1 − p itself the others are enough.
#[test]
fn top_p_stops_where_the_smallest_share_is_above_what_is_cut() {
    let choice = Choice::among(4);
    for (smallest, stable) in
        [(0.15, true), (0.11, true), (0.1001, true), (0.0999, false), (0.1, false), (0.05, false)]
    {
        let p = [0.4, 0.3, 0.3 - smallest, smallest];
        assert_eq!(support(&choice.decode(&p, &top_p(0.9))) == 4, stable, "{smallest}");
    }
}

/// t generations at T are one at T^t.
#[test]
fn temperature_compounds() {
    let choice = Choice::among(30);
    let start = shares(tokens(&zipf(30, 60)).counts());
    for t in [0.8, 0.95, 1.3] {
        let mut p = start.clone();
        for generation in 1..=8 {
            p = choice.decode(&p, &temperature(t));
            let power = libm::pow(t, f64::from(generation));
            assert!(difference(&p, &temper(&start, power)) < 1e-7, "T = {t}, generation {generation}");
            if power <= 10.0 {
                let at_once = choice.decode(&start, &temperature(power));
                assert!(difference(&p, &at_once) < 1e-7, "T = {t}, generation {generation}");
            }
        }
    }
}

/// Above 1 all types that are left become equally frequent; below 1 the most frequent one is left.
#[test]
fn temperature_ends_in_all_or_one() {
    let choice = Choice::among(40);
    let mut start = one_over_rank(40);
    start[30..].fill(0.0);
    let (mut hot, mut cold) = (start.clone(), start);
    for _ in 0..150 {
        hot = choice.decode(&hot, &temperature(1.1));
        cold = choice.decode(&cold, &temperature(0.9));
    }
    assert_eq!(support(&hot), 30, "what is lost does not come back");
    assert!(hot[..30].iter().all(|share| (share - 1.0 / 30.0).abs() < 1e-5));
    assert!((cold[0] - 1.0).abs() < 1e-5);
}

/// Where humans choose evenly among K, and a share λ of the text is theirs, an even choice is stable if λ > 1 − T: a small
/// deviation is multiplied by (1 − λ)/T in each generation.
#[test]
fn fresh_text_holds_temperature_off() {
    for types in [2, 3, 10] {
        let choice = Choice::among(types);
        let even = 1.0 / types as f64;
        let after = |share: f64, t: f64, generations: usize| {
            let mut p = vec![even; types];
            p[0] += 1e-3 * even;
            p[1] -= 1e-3 * even;
            for _ in 0..generations {
                p = choice
                    .decode(&p, &temperature(t))
                    .iter()
                    .map(|q| share * even + (1.0 - share) * q)
                    .collect();
            }
            (p[0] / even - 1.0).abs()
        };
        for t in [0.9, 0.8, 0.5] {
            let critical = 1.0 - t;
            for (share, stable) in [(critical + 0.02, true), (critical - 0.02, false)] {
                let one = after(share, t, 1) / 1e-3;
                assert!((one - (1.0 - share) / t).abs() < 2e-3, "K = {types}, T = {t}, λ = {share}: × {one}");
                let late = after(share, t, 400);
                assert_eq!(late < 1e-3, stable, "K = {types}, T = {t}, λ = {share}: {late}");
                assert!(stable || late > 0.1, "K = {types}, T = {t}, λ = {share}: {late}");
            }
        }
    }
}

/// Temperature, then top-k, then top-p: a case in which each other order keeps something else.
#[test]
fn the_three_act_in_their_order() {
    let choice = Choice::among(5);
    let p = [0.35, 0.25, 0.2, 0.15, 0.05];
    let all = Decoding { temperature: 0.5, top_k: Some(3), top_p: Some(0.8) };
    let combined = choice.decode(&p, &all);
    let steps = |steps: [Decoding; 3]| steps.iter().fold(p.to_vec(), |p, step| choice.decode(&p, step));
    let (t, k, q) = (temperature(0.5), top_k(3), top_p(0.8));
    assert!(difference(&combined, &steps([t, k, q])) < 1e-8);
    assert_eq!(support(&combined), 2);
    // Temperature and top-k may be exchanged, as the order of the types stays the same.
    assert!(difference(&combined, &steps([k, t, q])) < 1e-8);
    for other in [[t, q, k], [q, t, k], [q, k, t], [k, q, t]] {
        assert!(difference(&combined, &steps(other)) > 0.01, "{other:?} does the same");
    }
}

/// A greedy writer has one word from the first generation on.
#[test]
fn greedy_absorbs_in_one_generation() {
    let choice = Choice::among(100);
    assert_eq!(support(&choice.decode(&one_over_rank(100), &temperature(0.0))), 1);
    let human = tokens(&zipf(100, 30));
    for decoding in [temperature(0.0), top_k(1)] {
        let protocol = Protocol { order: 2, generations: 3, decoding, ..Protocol::default() };
        let types = Recursion::new(Arc::clone(&human), protocol).unwrap().map(|g| g.metrics.diversity.types);
        assert_eq!(types.collect::<Vec<_>>(), [100, 1, 1, 1], "{decoding:?}");
    }
}
