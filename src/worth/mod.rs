//! What clean data is worth, in held-out bits, in machine text and in money.
//!
//! Every comparison is made by paired seeds: both cases run with the same seeds, differences are taken within a seed, and
//! the standard error is that of the mean difference.

mod cheapest;
mod estimate;
mod exchange;
mod goal;
mod plateau;
mod price;
mod remedies;
mod two_prices;

use std::ops::Range;
use std::sync::Arc;

use crate::ensemble::Ensemble;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::regime::Regime;

pub use cheapest::{Mix, Prices, Search, cheapest_mix};
pub use estimate::Estimate;
pub use exchange::{Exchange, exchange_rate};
pub use goal::Goal;
pub use plateau::{Plateau, PlateauPoint, plateau};
pub use price::{PricePoint, price_curve};
pub use remedies::remedies;
pub use two_prices::{TwoPrices, two_prices};

/// Held-out bits of the last generation of every run, by seed.
fn held_out_bits(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    seeds: &Range<u32>,
) -> Result<Vec<f64>, Error> {
    Ok(Ensemble::outcomes(human, protocol, seeds.clone(), &["heldout_bits"])?.swap_remove(0))
}

/// There must be something to foresee, and runs to take a difference of.
fn check(human: &HumanCorpus, seeds: &Range<u32>) -> Result<(), Error> {
    if human.held_out().token_count() == 0 {
        let allowed = "fewer than the sentences of the text, so that some are held out";
        return Err(Error::out_of_range("documents", human.train().document_count(), allowed));
    }
    at_least_two(seeds)
}

/// One run has no error.
fn at_least_two(seeds: &Range<u32>) -> Result<(), Error> {
    match seeds.len() {
        0 | 1 => Err(Error::out_of_range("replicates", seeds.len(), "a whole number from 2 on")),
        _ => Ok(()),
    }
}

/// The same protocol with another share of fresh human text.
fn with_share(protocol: &Protocol, share: f64) -> Protocol {
    Protocol { regime: Regime::Fresh { share }, ..protocol.clone() }
}

/// Human text is added only where it comes anew in every generation: elsewhere its price means something else.
fn fresh_share(regime: Regime) -> Result<f64, Error> {
    match regime {
        Regime::Replace => Ok(0.0),
        Regime::Fresh { share } => Ok(share),
        _ => {
            Err(Error::out_of_range("regime", regime, "replace or fresh=SHARE, whose human share is varied"))
        }
    }
}
