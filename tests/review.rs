//! The simulated reviewer, decision by decision: what it keeps of what it is shown.

mod common;

use std::collections::BTreeSet;
use std::sync::Arc;

use recursive_trap::corpus::TokenId;
use recursive_trap::curation::ATTESTED;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::text::Tokenizer;

use common::made_up_text;

/// Groups of documents as they are shown in generation 1, and what is then learnt from of them.
type Decisions = Vec<(Vec<Vec<TokenId>>, Vec<TokenId>)>;

fn text() -> Arc<HumanCorpus> {
    common::human(&made_up_text(80, 300), Tokenizer::Word)
}

/// A run that has shown its first questions. The budget is one for each document wanted, and a choice never refuses.
fn shown(human: &Arc<HumanCorpus>, task: &str, seed: u32) -> (Vec<Vec<Vec<TokenId>>>, Recursion) {
    let curation = format!("review=300,{task}").parse().unwrap();
    let protocol = Protocol { order: 2, generations: 1, curation, seed, ..Protocol::default() };
    let mut recursion = Recursion::new(Arc::clone(human), protocol).unwrap();
    assert!(recursion.advance());
    let copy = |group: &Vec<&[TokenId]>| group.iter().map(|document| document.to_vec()).collect();
    let groups = recursion.questions().iter().map(copy).collect();
    (groups, recursion)
}

fn decisions(human: &Arc<HumanCorpus>, task: &str, seed: u32) -> Decisions {
    let (groups, mut recursion) = shown(human, task, seed);
    assert!(recursion.advance());
    assert_eq!(recursion.corpus().document_count(), groups.len());
    groups.into_iter().zip(recursion.corpus().documents().map(<[_]>::to_vec)).collect()
}

/// The reward of a document in the words of the documentation.
fn reward(human: &HumanCorpus, taste: &str, document: &[TokenId]) -> f64 {
    let length = (document.len() + 1) as f64;
    let all = (human.train().token_count() + human.train().document_count()) as f64;
    let log = |id: usize| libm::log(f64::from(human.counts()[id]) / all);
    let mean = (log(0) + document.iter().map(|token| log(token.index())).sum::<f64>()) / length;
    match taste {
        "plain" => mean,
        "rare" => -mean,
        "short" => -libm::log(length),
        _ => libm::log(length),
    }
}

const TASTES: [&str; 4] = ["plain", "rare", "short", "long"];

#[test]
fn the_best_is_the_most_rewarded() {
    let human = text();
    for taste in TASTES {
        for (group, kept) in decisions(&human, &format!("best-of:4,{taste}"), 1) {
            assert_eq!(group.len(), 4);
            assert!(group.contains(&kept));
            for document in &group {
                let better = reward(&human, taste, document) - reward(&human, taste, &kept);
                // Sums in another order differ in their last bits.
                assert!(better < 1e-9, "{taste}: {document:?} over {kept:?}");
            }
        }
    }
}

/// Bradley and Terry: the first of two is kept with the chance e^r / (e^r + e^r′), so that the cases in which it is kept, less
/// their chances, have the mean 0. The same for cases that are nearly certain and those that are nearly even.
///
/// 8 z's at 4, 3,000 decisions each.
#[test]
fn the_better_is_kept_with_its_chance() {
    let human = text();
    for taste in TASTES {
        // By how far apart the rewards are.
        let (mut sum, mut variance) = ([0.0; 2], [0.0; 2]);
        for (group, kept) in (0..10).flat_map(|seed| decisions(&human, &format!("better,{taste}"), seed)) {
            let [first, second] = &group[..] else { panic!("a pair") };
            if first == second {
                continue;
            }
            let apart = reward(&human, taste, first) - reward(&human, taste, second);
            let chance = 1.0 / (1.0 + libm::exp(-apart));
            // Kept more often than its chance says, counted from the side of the more rewarded one.
            let more = f64::from(u8::from(kept == *first)) - chance;
            let class = usize::from(apart.abs() > 0.7);
            sum[class] += more * apart.signum();
            variance[class] += chance * (1.0 - chance);
        }
        for (sum, variance) in sum.into_iter().zip(variance) {
            println!("{taste}: {sum:.2}, z = {:.2}", sum / libm::sqrt(variance));
            assert!(variance > 20.0 && sum.abs() < 4.0 * libm::sqrt(variance), "{taste}: {sum}, {variance}");
        }
    }
}

/// A document is right if humans wrote three quarters of its trigrams, begun with one boundary and closed by another. Who knows
/// that refuses all others, and nobody else.
#[test]
fn what_is_right_is_attested() {
    let human = text();
    let trigrams = |document: &[TokenId]| {
        let padded =
            [0].into_iter().chain(document.iter().map(|token| token.0)).chain([0]).collect::<Vec<_>>();
        padded.windows(3).map(<[u32]>::to_vec).collect::<Vec<_>>()
    };
    let of_humans = human.train().documents().flat_map(trigrams).collect::<BTreeSet<_>>();
    let is_right = |document: &[TokenId]| {
        let all = trigrams(document);
        let known = all.iter().filter(|trigram| of_humans.contains(*trigram)).count();
        known as f64 >= ATTESTED * all.len() as f64
    };
    for (task, keeps_right, keeps_wrong) in [("accept", true, false), ("accept,0,1", false, true)] {
        let (groups, mut recursion) = shown(&human, task, 4);
        assert!(recursion.advance());
        let kept = groups.iter().map(|group| &group[0][..]);
        let kept = kept.filter(|document| if is_right(document) { keeps_right } else { keeps_wrong });
        let kept = kept.collect::<Vec<_>>();
        assert!(kept.len() > 20 && kept.len() < 280, "{task}: {}", kept.len());
        assert!(recursion.corpus().documents().take(kept.len()).eq(kept), "{task}");
    }
}
