//! Temperature, top-k and top-p: what may be drawn, and how often.

mod common;

use std::collections::BTreeSet;

use common::{chi_square, corpus, made_up_text};
use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::decoding::{DecodedModel, Decoding};
use recursive_trap::ngram::{Draw, NgramModel};
use recursive_trap::rng::{Purpose, Streams};
use recursive_trap::sampler;
use recursive_trap::text::Tokenizer;

const PLAIN: Decoding = Decoding { temperature: 1.0, top_k: None, top_p: None };
const LIMIT: usize = 10_000;

fn write(model: &impl Draw, documents: usize, seed: u32) -> Corpus {
    sampler::write(model, documents, Streams::new(seed, 1, Purpose::Write), LIMIT)
}

/// A bigram model whose first token is 1, 2, 3, … with these counts; every document is a single token.
fn choice(counts: &[usize]) -> NgramModel {
    let documents = (1..).zip(counts).flat_map(|(token, &count)| vec![[token]; count]).collect::<Vec<_>>();
    NgramModel::new(&corpus(&documents), 2)
}

/// How often each of the tokens of [`choice`] is drawn.
fn drawn(model: &impl Draw, types: usize, draws: usize) -> Vec<u32> {
    let written = write(model, draws, 1);
    assert!(written.documents().all(|document| document.len() == 1));
    written.counts(types + 1)[1..].to_vec()
}

#[test]
fn greedy_always_writes_the_same_document() {
    // Where greedy writing ends in a loop, it is cut here.
    const LOOP: usize = 100;
    let human = common::human(&made_up_text(11, 80), Tokenizer::Word);
    for order in 1..=5 {
        let model = NgramModel::new(human.train(), order);
        let set = |decoding: Decoding| {
            let decoded = DecodedModel::new(&model, &decoding);
            let streams = Streams::new(1, 1, Purpose::Write);
            sampler::write(&decoded, 50, streams, LOOP)
                .documents()
                .map(<[_]>::to_vec)
                .collect::<BTreeSet<_>>()
        };
        let greedy = set(Decoding { temperature: 0.0, ..PLAIN });
        assert_eq!(greedy.len(), 1, "order {order}");
        assert_eq!(greedy, set(Decoding { top_k: Some(1), ..PLAIN }), "order {order}: top-k 1 is greedy");
        assert_eq!(
            greedy,
            set(Decoding { top_p: Some(1e-9), ..PLAIN }),
            "order {order}: a tiny top-p is greedy"
        );
        if order > 1 {
            // Follow the most probable token by hand; order 1 never comes to an end, or never begins.
            let mut document = Vec::new();
            loop {
                let types = (0..human.vocabulary().len() as u32).map(TokenId);
                let best = types.max_by(|&a, &b| {
                    let [pa, pb] = [a, b].map(|next| model.probability(&document, next).unwrap());
                    pa.total_cmp(&pb).then(b.cmp(&a))
                });
                match best.unwrap() {
                    TokenId::BOUNDARY => break,
                    _ if document.len() == LOOP => break,
                    next => document.push(next),
                }
            }
            assert_eq!(greedy.into_iter().next().unwrap(), document, "order {order}");
        }
    }
}

/// Draws follow c^(1/T) / Σ. The sharper the test of a wrong threshold in an alias table, the more draws: 400,000.
/// χ² with 5 degrees of freedom exceeds 39.8 once in six million.
#[test]
fn temperature_raises_counts_to_the_power_of_its_inverse() {
    let counts = [40, 21, 13, 7, 2, 1];
    let model = choice(&counts);
    for temperature in [0.25, 0.5, 0.8, 1.0, 1.25, 3.0, 10.0] {
        let decoded = DecodedModel::new(&model, &Decoding { temperature, ..PLAIN });
        let shares = counts.map(|count| libm::pow(count as f64, 1.0 / temperature));
        let statistic = chi_square(&drawn(&decoded, 6, 400_000), &shares);
        assert!(statistic < 39.8, "temperature {temperature}: χ² = {statistic}");
    }
}

/// A decoding that changes nothing draws from the model's own probabilities, as the model itself does.
#[test]
fn a_decoding_that_cuts_nothing_is_plain() {
    let counts = [5, 4, 3, 3, 1, 1];
    let model = choice(&counts);
    let shares = counts.map(|count| count as f64);
    let plain = chi_square(&drawn(&model, 6, 400_000), &shares);
    assert!(plain < 39.8, "the model itself: χ² = {plain}");
    for decoding in [
        PLAIN,
        Decoding { top_p: Some(1.0), ..PLAIN },
        Decoding { top_k: Some(6), ..PLAIN },
        Decoding { top_k: Some(usize::MAX), top_p: Some(1.0), ..PLAIN },
    ] {
        let statistic = chi_square(&drawn(&DecodedModel::new(&model, &decoding), 6, 400_000), &shares);
        assert!(statistic < 39.8, "{decoding:?}: χ² = {statistic}");
    }
    for (decoding, plain) in [
        (PLAIN, true),
        (Decoding { top_p: Some(1.0), ..PLAIN }, true),
        (Decoding { top_p: Some(0.99), ..PLAIN }, false),
        (Decoding { top_k: Some(6), ..PLAIN }, false),
        (Decoding { temperature: 0.99, ..PLAIN }, false),
    ] {
        assert_eq!(decoding.is_plain(), plain, "{decoding:?}");
    }
}

/// Which tokens are left, and with which shares.
#[test]
fn top_k_and_top_p_cut_in_their_order() {
    // Shares .4 .3 .2 .1.
    let counts = [4, 3, 2, 1];
    let model = choice(&counts);
    for (temperature, top_k, top_p, kept, why) in [
        (1.0, Some(2), None, &[4.0, 3.0][..], "the two most probable"),
        (1.0, None, Some(0.7), &[4.0, 3.0], ".4 + .3 is exactly enough"),
        (1.0, None, Some(0.71), &[4.0, 3.0, 2.0], "the token that crosses the line belongs to the set"),
        (1.0, None, Some(0.4), &[4.0], ".4 alone is exactly enough"),
        (1.0, Some(2), Some(0.5), &[4.0], "top-k first: 4/7 is enough; top-p first would keep two"),
        (1.0, Some(3), Some(0.75), &[4.0, 3.0], "top-k first: 7/9 is enough; top-p first would keep three"),
        (0.5, None, Some(0.5), &[16.0], "temperature first: 16/30 is enough; top-p first would keep two"),
        (0.5, Some(3), Some(0.9), &[16.0, 9.0, 4.0], "25/29 is not enough"),
        (0.0, Some(3), Some(0.9), &[1.0], "greedy leaves one to choose from"),
    ] {
        let decoded = DecodedModel::new(&model, &Decoding { temperature, top_k, top_p });
        let observed = drawn(&decoded, 4, 100_000);
        let (observed, cut) = observed.split_at(kept.len());
        assert!(cut.iter().all(|&count| count == 0), "{why}: {cut:?} were drawn though cut");
        // At most 2 degrees of freedom: exceeded once in three million.
        let statistic = chi_square(observed, kept);
        assert!(statistic < 30.0, "{why}: χ² = {statistic} of {observed:?}");
    }
}

/// Where two tokens are equally probable, the one more frequent among humans (the smaller id) comes first.
#[test]
fn ties_are_broken_by_human_rank() {
    let model = NgramModel::new(&corpus(&[[3], [2], [1], [3], [2], [1]]), 2);
    for (decoding, kept) in [
        (Decoding { temperature: 0.0, ..PLAIN }, &[TokenId(1)][..]),
        (Decoding { top_k: Some(1), ..PLAIN }, &[TokenId(1)]),
        (Decoding { top_k: Some(2), ..PLAIN }, &[TokenId(1), TokenId(2)]),
        (Decoding { top_p: Some(0.5), ..PLAIN }, &[TokenId(1), TokenId(2)]),
    ] {
        let written = write(&DecodedModel::new(&model, &decoding), 1_000, 1);
        let seen = written.documents().flatten().copied().collect::<BTreeSet<_>>();
        assert_eq!(seen, kept.iter().copied().collect(), "{decoding:?}");
    }
}

/// A decoded model must not leave the documents of its model's language: every (n − 1)-gram leads on to where it did.
#[test]
fn contexts_survive_decoding() {
    let human = common::human(&made_up_text(12, 60), Tokenizer::Word);
    for order in 2..=5 {
        let model = NgramModel::new(human.train(), order);
        let decoded = DecodedModel::new(&model, &Decoding { temperature: 1.5, ..PLAIN });
        for document in write(&decoded, 200, 3).documents() {
            for end in 0..=document.len() {
                let next = document.get(end).copied().unwrap_or(TokenId::BOUNDARY);
                let from = (end + 1).saturating_sub(order);
                let possible = model.probability(&document[..end], next).is_some_and(|p| p > 0.0);
                assert!(possible, "order {order}: {next:?} cannot follow {:?}", &document[from..end]);
            }
        }
    }
}

#[test]
fn ranges_are_named() {
    for (decoding, sentence) in [
        (Decoding { temperature: f64::NAN, ..PLAIN }, "temperature is NaN; it must be a number from 0 to 10"),
        (Decoding { temperature: -1.0, ..PLAIN }, "temperature is -1; it must be a number from 0 to 10"),
        (
            Decoding { temperature: f64::INFINITY, ..PLAIN },
            "temperature is inf; it must be a number from 0 to 10",
        ),
        (
            Decoding { top_k: Some(0), ..PLAIN },
            "top-k is 0; it must be a whole number from 1 to 100, the types of this text",
        ),
        (
            Decoding { top_k: Some(101), ..PLAIN },
            "top-k is 101; it must be a whole number from 1 to 100, the types of this text",
        ),
        (Decoding { top_p: Some(0.0), ..PLAIN }, "top-p is 0; it must be a number above 0 and at most 1"),
        (Decoding { top_p: Some(1.5), ..PLAIN }, "top-p is 1.5; it must be a number above 0 and at most 1"),
        (
            Decoding { top_p: Some(f64::NAN), ..PLAIN },
            "top-p is NaN; it must be a number above 0 and at most 1",
        ),
    ] {
        assert_eq!(decoding.validate(100).unwrap_err().to_string(), sentence);
    }
    for decoding in [
        PLAIN,
        Decoding { temperature: 0.0, ..PLAIN },
        Decoding { temperature: -0.0, ..PLAIN },
        Decoding { temperature: 10.0, top_k: Some(1), top_p: Some(1.0) },
        Decoding { top_p: Some(f64::MIN_POSITIVE), ..PLAIN },
    ] {
        assert_eq!(decoding.validate(100), Ok(()), "{decoding:?}");
    }
}
