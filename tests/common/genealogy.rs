//! Word by word: who descends from whom, in every regime. An n-gram sampler of its own, slow and obvious, in which each
//! token carries the name of the human token that it is a copy of.

use std::collections::HashMap;

use rand::RngExt as _;
use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::regime::Regime;
use recursive_trap::rng::Rng;

/// A token with the reading of a human token that it descends from.
type Document = Vec<(TokenId, u32)>;

/// Everything that followed a context, in the human and in the machine part.
type Model = HashMap<Vec<TokenId>, [Vec<(TokenId, u32)>; 2]>;

/// For each generation, how many readings of human tokens have descendants in it.
pub(crate) fn living_readings(
    human: &Corpus,
    order: usize,
    regime: Regime,
    seed: u32,
    generations: usize,
) -> Vec<usize> {
    let mut rng = super::rng(u64::from(seed) << 20 | 0x6e);
    let mut readings = 0;
    let mut read = |document: &[TokenId]| {
        let document = document.iter().zip(readings..).map(|(&token, reading)| (token, reading));
        let document = document.collect::<Document>();
        readings += document.len() as u32;
        document
    };
    let d = human.document_count();
    let all = human.documents().map(&mut read).collect::<Vec<_>>();
    let mut kept = all.clone();
    if let Regime::Anchored { share } = regime {
        let many = libm::round(share * d as f64) as usize;
        for place in 0..many {
            kept.swap(place, rng.random_range(place as u32..d as u32) as usize);
        }
        kept.truncate(many);
    }
    // Human and machine part, with their weights.
    let mut parts = [(Vec::new(), 0.0), (all, 1.0)];
    let mut living = vec![human.token_count()];
    for t in 1..=generations {
        let model = train(&parts, order);
        let shares = [parts[0].1, parts[1].1];
        let share = if matches!(regime, Regime::Weighted { .. }) { 0.0 } else { regime.human_share(t) };
        let many = libm::round(share * d as f64) as usize;
        let mut written = (many..regime.documents(t, d))
            .map(|_| write(&model, order, shares, &mut rng))
            .collect::<Vec<_>>();
        let mut fresh = |many| {
            (0..many)
                .map(|_| read(human.document(rng.random_range(0..d as u32) as usize)))
                .collect::<Vec<_>>()
        };
        parts = match regime {
            Regime::Weighted { weight } => [(fresh(d), weight), (written, 1.0 - weight)],
            Regime::Anchored { .. } => {
                written.extend(kept.iter().cloned());
                [(Vec::new(), 0.0), (written, 1.0)]
            }
            Regime::Accumulate | Regime::Subsample => unreachable!("nothing is ever lost"),
            _ => {
                written.extend(fresh(many));
                [(Vec::new(), 0.0), (written, 1.0)]
            }
        };
        let mut seen = parts
            .iter()
            .filter(|(_, weight)| *weight > 0.0)
            .flat_map(|(documents, _)| documents.iter().flatten().map(|&(_, reading)| reading))
            .collect::<Vec<_>>();
        seen.sort_unstable();
        seen.dedup();
        living.push(seen.len());
    }
    living
}

fn context(document: &[(TokenId, u32)], order: usize) -> Vec<TokenId> {
    let mut context = document.iter().rev().take(order - 1).map(|&(token, _)| token).collect::<Vec<_>>();
    context.resize(order - 1, TokenId::BOUNDARY);
    context
}

fn train(parts: &[(Vec<Document>, f64); 2], order: usize) -> Model {
    let mut model = Model::new();
    for (part, (documents, _)) in parts.iter().enumerate() {
        for document in documents {
            for end in 0..=document.len() {
                let next = document.get(end).copied().unwrap_or((TokenId::BOUNDARY, 0));
                model.entry(context(&document[..end], order)).or_default()[part].push(next);
            }
        }
    }
    model
}

fn write(model: &Model, order: usize, shares: [f64; 2], rng: &mut Rng) -> Document {
    let mut document = Document::new();
    loop {
        let next = &model[&context(&document, order)];
        let [human, machine] = [0, 1].map(|part| shares[part] * next[part].len() as f64);
        let uniform = f64::from(rng.random::<u32>()) / 4_294_967_296.0;
        let part = &next[usize::from(uniform * (human + machine) >= human)];
        let (token, reading) = part[rng.random_range(0..part.len() as u32) as usize];
        if token == TokenId::BOUNDARY {
            return document;
        }
        document.push((token, reading));
    }
}
