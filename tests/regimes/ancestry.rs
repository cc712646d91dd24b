//! Where every token comes from.

use std::sync::Arc;

use recursive_trap::corpus::TokenId;
use recursive_trap::decoding::Decoding;
use recursive_trap::drift::lineage_survival;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::regime::Regime;

use crate::common::Series;
use crate::common::chains::total_survival;
use crate::{REGIMES, documents, human, protocol, run};

fn followed(human: &Arc<HumanCorpus>, protocol: Protocol) -> Recursion {
    Recursion::with_ancestry(Arc::clone(human), protocol).unwrap()
}

/// The last `n` tokens up to `end`, with BOS where the document begins.
fn ngram(document: &[TokenId], end: usize, n: usize) -> Vec<TokenId> {
    let mut padded = vec![TokenId::BOUNDARY; n];
    padded.extend(&document[..=end]);
    padded[padded.len() - n..].to_vec()
}

/// Every token is a copy of a human token of the same type, behind the same n − 1 tokens; and to follow it changes nothing.
#[test]
fn every_token_is_a_copy_of_a_human_one_in_the_same_context() {
    let mut protocols = Vec::new();
    for order in 1..=3 {
        protocols.extend(REGIMES.map(|regime| protocol(order, regime, 6, 40 + order as u32)));
        for regime in [Regime::Replace, Regime::Fresh { share: 0.3 }, Regime::Subsample] {
            for (temperature, top_k, top_p) in
                [(0.7, None, None), (1.5, Some(3), Some(0.9)), (0.0, None, None)]
            {
                let decoding = Decoding { temperature, top_k, top_p };
                protocols.push(Protocol { decoding, ..protocol(order, regime, 6, 7) });
            }
        }
    }
    let human = human(50, 45);
    let mut moved = 0;
    for protocol in protocols {
        let what = format!("order {}, {}, {:?}", protocol.order, protocol.regime, protocol.decoding);
        let order = protocol.order;
        let mut plain = Recursion::new(Arc::clone(&human), protocol.clone()).unwrap();
        let mut recursion = followed(&human, protocol);
        while recursion.advance() {
            assert!(plain.advance());
            assert!(documents(plain.corpus()) == documents(recursion.corpus()), "{what}");
            assert!(documents(plain.written()) == documents(recursion.written()), "{what}");
            let written = recursion.written();
            for (d, document) in written.documents().enumerate() {
                for token in 0..document.len() {
                    let (from, at) = recursion.origin(d, token).expect("ancestry is followed");
                    let origin = human.train().document(from);
                    assert_eq!(ngram(origin, at, order), ngram(document, token, order), "{what}");
                    moved += usize::from((from, at) != (d, token));
                }
                assert_eq!(recursion.origin(d, document.len()), None);
            }
            assert_eq!(recursion.origin(written.document_count(), 0), None);
        }
        assert_eq!(
            (plain.origin(0, 0), plain.genealogy(), plain.effective_human_tokens()),
            (None, None, None)
        );
    }
    assert!(moved > 10_000);
}

/// In generation 0 every token is its own.
#[test]
fn the_human_text_is_its_own_origin() {
    let human = human(51, 45);
    for regime in REGIMES {
        let mut recursion = followed(&human, protocol(2, regime, 1, 1));
        recursion.advance();
        for (d, document) in human.train().documents().enumerate() {
            assert!((0..document.len()).all(|token| recursion.origin(d, token) == Some((d, token))));
        }
        assert_eq!(recursion.genealogy(), Some(1.0));
        assert_eq!(recursion.effective_human_tokens(), Some(human.train().token_count()));
    }
}

/// An occurrence is copied with the same chance as any other of its n-gram: of the words that are written first in a document,
/// each comes from each document that begins so. Order 1: any occurrence of the type.
///
/// χ² with 5 degrees of freedom at 40: once in seven million.
#[test]
fn all_occurrences_are_copied_alike() {
    // "Rain" six times, in contexts that order 1 does not see.
    let text = "Rain fell rain.\nThe rain sang rain.\nSnow and rain.\nNo snow but rain.";
    let human = crate::common::human(text, recursive_trap::text::Tokenizer::Word);
    let rain = TokenId(human.counts()[1..].iter().position(|&count| count == 6).unwrap() as u32 + 1);
    let mut copied = std::collections::BTreeMap::<(usize, usize), u32>::new();
    for seed in 0..1_500 {
        let mut recursion = followed(&human, protocol(1, Regime::Replace, 1, seed));
        while recursion.advance() {}
        for (d, document) in recursion.written().documents().enumerate() {
            for token in (0..document.len()).filter(|&token| document[token] == rain) {
                *copied.entry(recursion.origin(d, token).unwrap()).or_default() += 1;
            }
        }
    }
    let counts = copied.into_values().collect::<Vec<_>>();
    let statistic = crate::common::chi_square(&counts, &[1.0; 6]);
    println!("copies of six occurrences: {counts:?}, χ² = {statistic:.1}");
    assert!(counts.len() == 6 && counts.iter().sum::<u32>() > 5_000);
    assert!(statistic < 40.0, "{statistic}");
}

/// O24: under replace a share s_t of the human tokens has descendants, whatever the order; the text is worth as many
/// tokens. Within 1 %; the standard error is asserted to be below 0.4 %.
#[test]
fn human_tokens_have_descendants_as_predicted() {
    const GENERATIONS: usize = 6;
    let human = human(52, 700);
    let tokens = human.train().token_count();
    assert!(tokens > 6_000);
    let survival = lineage_survival(GENERATIONS);
    for (order, seeds) in [(1, 300), (2, 170), (3, 170)] {
        let mut shares = vec![Series::default(); GENERATIONS + 1];
        for seed in 0..seeds {
            let mut recursion = followed(&human, protocol(order, Regime::Replace, GENERATIONS, seed));
            for series in &mut shares {
                recursion.advance();
                let share = recursion.genealogy().unwrap();
                series.push(share);
                let worth = recursion.effective_human_tokens().unwrap();
                assert_eq!((share * tokens as f64).round() as usize, worth);
            }
        }
        for t in [1, 2, 4, GENERATIONS] {
            let (off, error) = (shares[t].mean / survival[t] - 1.0, shares[t].error() / survival[t]);
            println!(
                "O24, order {order}, generation {t}: {:.4}, {:+.2} ± {:.2} %",
                shares[t].mean,
                100.0 * off,
                100.0 * error
            );
            assert!(error < 0.004, "order {order}, generation {t}: known to ±{error} only");
            assert!(off.abs() < 0.01, "order {order}, generation {t}: off by {off}");
        }
    }
}

/// O8 for real documents: with a share λ of fresh ones the text is worth λN Σ s_k(λ) human tokens. Within 1.5 %; the
/// standard error is asserted to be below 0.4 %.
#[test]
fn fresh_documents_are_worth_their_tokens() {
    const GENERATIONS: usize = 45;
    let human = human(53, 300);
    let tokens = human.train().token_count() as f64;
    for (order, share) in [(1, 0.3), (2, 0.2), (2, 0.5), (3, 0.3)] {
        let mut worth = Series::default();
        for seed in 0..80 {
            let mut recursion = followed(&human, protocol(order, Regime::Fresh { share }, GENERATIONS, seed));
            let mut late = Series::default();
            for t in 0..=GENERATIONS {
                recursion.advance();
                if t > 30 {
                    late.push(recursion.effective_human_tokens().unwrap() as f64);
                }
            }
            worth.push(late.mean);
        }
        let expected = share * tokens * total_survival(share);
        let (off, error) = (worth.mean / expected - 1.0, worth.error() / expected);
        println!(
            "O8, order {order}, λ = {share}: {:.0} of {tokens} tokens, {:+.2} ± {:.2} %",
            worth.mean,
            100.0 * off,
            100.0 * error
        );
        assert!(error < 0.004, "order {order}, λ = {share}: known to ±{error} only");
        assert!(off.abs() < 0.015, "order {order}, λ = {share}: off by {off}");
    }
}

/// Where human text stays, its tokens keep their descendants: all of them in a pool, those of the anchor in anchored text.
/// Readings are more than tokens where documents are drawn twice.
#[test]
fn what_stays_keeps_its_descendants() {
    let human = human(54, 60);
    let tokens = human.train().token_count();
    for regime in [Regime::Accumulate, Regime::Subsample] {
        let mut recursion = followed(&human, protocol(2, regime, 6, 1));
        while recursion.advance() {
            assert_eq!(recursion.genealogy(), Some(1.0));
            assert_eq!(recursion.effective_human_tokens(), Some(tokens));
        }
    }
    let mut recursion = followed(&human, protocol(2, Regime::Anchored { share: 0.5 }, 60, 1));
    while recursion.advance() {}
    let anchor = recursion.corpus().documents().take(30).map(<[TokenId]>::len).sum::<usize>();
    let worth = recursion.effective_human_tokens().unwrap();
    // 60 generations on, hardly a token descends from another human document.
    assert!((anchor..anchor + tokens / 50).contains(&worth), "{worth} of {anchor}");
    assert_eq!(recursion.genealogy(), Some(worth as f64 / tokens as f64));

    // All documents are drawn anew: a token is read once for each time its document was drawn.
    let mut recursion = followed(&human, protocol(2, Regime::Fresh { share: 1.0 }, 3, 1));
    while recursion.advance() {}
    assert_eq!(recursion.effective_human_tokens(), Some(recursion.corpus().token_count()));
    let drawn = documents(recursion.corpus()).into_iter().collect::<std::collections::BTreeSet<_>>();
    let different = drawn.iter().map(Vec::len).sum::<usize>();
    assert_eq!(recursion.genealogy(), Some(different as f64 / tokens as f64));
    assert!(run(&human, 2, Regime::Replace, 1, 1).genealogy().is_none());
}
