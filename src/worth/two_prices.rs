//! The two prices: a number of human tokens holds the head of the distribution, a share of them its tail.

use std::ops::Range;
use std::sync::Arc;

use super::{Estimate, at_least_two, fresh_share, with_share};
use crate::drift::{head_loss, tail_worth};
use crate::ensemble::Ensemble;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;

/// Both losses at one size of the corpus and one share of human text, measured in the last generation and computed.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoPrices {
    /// Tokens of the human corpus, N.
    pub tokens: usize,
    /// Share λ of fresh human documents, as it was rounded to documents.
    pub share: f64,
    /// Human tokens in each generation, λN in the mean.
    pub human_tokens: f64,
    /// Share of the human Gini-Simpson index that was lost.
    pub head: Estimate,
    /// What independent tokens lose in the long run ([`head_loss`]).
    pub head_formula: f64,
    /// Share of the human types that were lost.
    pub tail: Estimate,
    /// What the human sample that the text is worth in the long run does not hold ([`tail_worth`]): each type of share p
    /// with chance exp(−p N_eff), in the mean over the types.
    pub tail_formula: f64,
}

/// Runs every share of fresh human text on every corpus, and puts what is lost in the last generation beside the formulas
/// for the long run; `protocol` says the order, and how many generations that is. The regime must be replace or
/// fresh.
///
/// # Errors
/// If the protocol is refused at a share, or there are fewer than two seeds.
pub fn two_prices(
    humans: &[Arc<HumanCorpus>],
    protocol: &Protocol,
    shares: &[f64],
    seeds: Range<u32>,
) -> Result<Vec<TwoPrices>, Error> {
    at_least_two(&seeds)?;
    fresh_share(protocol.regime)?;
    for human in humans {
        shares.iter().try_for_each(|&share| with_share(protocol, share).validate(human))?;
    }
    let cases = humans.iter().flat_map(|human| shares.iter().map(move |&share| (human, share)));
    cases.map(|(human, share)| both(human, &with_share(protocol, share), seeds.clone())).collect()
}

fn both(human: &Arc<HumanCorpus>, protocol: &Protocol, seeds: Range<u32>) -> Result<TwoPrices, Error> {
    let train = human.train();
    let (tokens, documents) = (train.token_count(), train.document_count());
    let share = protocol.regime.human_documents(1, documents) as f64 / documents as f64;
    let shares = human.counts()[1..].iter().filter(|&&count| count > 0);
    let shares = shares.map(|&count| f64::from(count) / tokens as f64).collect::<Vec<_>>();
    let simpson = 1.0 - shares.iter().map(|p| p * p).sum::<f64>();
    let worth = tokens as f64 * tail_worth(share);
    let outcomes = Ensemble::outcomes(human, protocol, seeds, &["simpson", "types"])?;
    let lost = |values: &[f64], whole: f64| {
        Estimate::of(&values.iter().map(|value| 1.0 - value / whole).collect::<Vec<_>>())
    };
    Ok(TwoPrices {
        tokens,
        share,
        human_tokens: share * tokens as f64,
        head: lost(&outcomes[0], simpson),
        head_formula: head_loss(share, tokens as f64),
        tail: lost(&outcomes[1], shares.len() as f64),
        tail_formula: shares.iter().map(|p| libm::exp(-p * worth)).sum::<f64>() / shares.len() as f64,
    })
}
