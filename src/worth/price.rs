//! The price curve: what one more human document is worth.

use std::ops::Range;
use std::sync::Arc;

use super::estimate::falls;
use super::{Estimate, check, fresh_share, held_out_bits, with_share};
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;

/// One point of the curve.
#[derive(Debug, Clone, PartialEq)]
pub struct PricePoint {
    /// Share of fresh human documents.
    pub share: f64,
    /// Human documents added in each generation.
    pub human_documents: usize,
    /// Held-out bits per token in the last generation.
    pub bits: Estimate,
    /// How much these fall with one more human document in each generation, which takes the place of one that a machine
    /// wrote: the slope from the point before to the point after, by paired seeds. At the ends of the curve one of these
    /// is the point itself.
    pub fall: Estimate,
}

/// Held-out bits in the last generation against the share of fresh human documents, for these shares and seeds; the regime
/// of `protocol` must be replace or fresh.
///
/// # Errors
/// If the protocol is refused at a share, there are fewer than two seeds or shares, nothing is held out, or a share does not
/// add a human document to the share before it.
pub fn price_curve(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    shares: &[f64],
    seeds: Range<u32>,
) -> Result<Vec<PricePoint>, Error> {
    check(human, &seeds)?;
    fresh_share(protocol.regime)?;
    if shares.len() < 2 {
        return Err(Error::out_of_range(
            "shares",
            shares.len(),
            "two shares or more, from the least to the most",
        ));
    }
    let documents = human.train().document_count();
    let mut points: Vec<(f64, usize)> = Vec::new();
    for &share in shares {
        let protocol = with_share(protocol, share);
        protocol.validate(human)?;
        let added = protocol.regime.human_documents(1, documents);
        if let Some(&(before, fewer)) = points.last()
            && added <= fewer
        {
            let allowed = format!(
                "a share of more human documents than the one before it, {before}, which has {fewer} of {documents}"
            );
            return Err(Error::out_of_range("shares", share, allowed));
        }
        points.push((share, added));
    }
    let bits = points.iter().map(|&(share, _)| held_out_bits(human, &with_share(protocol, share), &seeds));
    let bits = bits.collect::<Result<Vec<_>, _>>()?;
    let point = |(i, &(share, human_documents)): (usize, &(f64, usize))| {
        let (less, more) = (i.saturating_sub(1), (i + 1).min(points.len() - 1));
        let added = (points[more].1 - points[less].1) as f64;
        let fall = Estimate::of(&falls(&bits[less], &bits[more], added));
        PricePoint { share, human_documents, bits: Estimate::of(&bits[i]), fall }
    };
    Ok(points.iter().enumerate().map(point).collect())
}
