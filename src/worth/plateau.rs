//! The plateau: how far machine text goes, however much is written.

use std::ops::Range;
use std::sync::Arc;

use super::{Estimate, check, fresh_share, with_share};
use crate::ensemble::Ensemble;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;

/// Held-out bits against machine tokens written.
#[derive(Debug, Clone, PartialEq)]
pub struct Plateau {
    /// Held-out bits of the human text itself: generation 0.
    pub human: f64,
    /// For each share, each effort and each generation from 1 on, in this order.
    pub points: Vec<PlateauPoint>,
}

/// One generation.
#[derive(Debug, Clone, PartialEq)]
pub struct PlateauPoint {
    /// Share of fresh human documents, of as many as the human corpus has.
    pub share: f64,
    /// Times as many machine documents as the share leaves room for.
    pub effort: f64,
    /// From 1 on.
    pub generation: usize,
    /// Tokens that machines have written so far, in the mean.
    pub machine_tokens: f64,
    /// Held-out bits.
    pub bits: Estimate,
}

/// Held-out bits of every generation for these shares of fresh human documents and these efforts; the regime of `protocol` must
/// be replace or fresh.
///
/// # Errors
/// If a protocol is refused, there are fewer than two seeds, or nothing is held out.
pub fn plateau(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    shares: &[f64],
    efforts: &[f64],
    seeds: Range<u32>,
) -> Result<Plateau, Error> {
    check(human, &seeds)?;
    fresh_share(protocol.regime)?;
    let mut plateau = Plateau { human: f64::NAN, points: Vec::new() };
    let cases = shares.iter().flat_map(|&share| efforts.iter().map(move |&effort| (share, effort)));
    let cases = cases.map(|(share, effort)| (share, Protocol { effort, ..with_share(protocol, share) }));
    let cases = cases.collect::<Vec<_>>();
    for (_, protocol) in &cases {
        protocol.validate(human)?;
    }
    for (share, protocol) in cases {
        let runs =
            Ensemble::run(human, &protocol, seeds.clone(), &["heldout_bits", "machine_tokens_written"])?;
        let values = |name, generation| runs.values(name, generation).unwrap_or_default();
        // The same in every run.
        plateau.human = values("heldout_bits", 0).first().copied().unwrap_or(f64::NAN);
        for generation in 1..=protocol.generations {
            let machine_tokens = Estimate::of(&values("machine_tokens_written", generation)).mean;
            let bits = Estimate::of(&values("heldout_bits", generation));
            plateau.points.push(PlateauPoint {
                share,
                effort: protocol.effort,
                generation,
                machine_tokens,
                bits,
            });
        }
    }
    Ok(plateau)
}
