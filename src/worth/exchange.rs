//! The exchange rate: how many machine sentences one human sentence is worth.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use super::estimate::{falls, ratio};
use super::{Estimate, check, fresh_share, held_out_bits, with_share};
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;

/// What one more sentence in every generation does to the held-out bits of the last.
#[derive(Debug, Clone, PartialEq)]
pub struct Exchange {
    /// Human documents in each generation, and documents that a machine writes: the point at which the rate holds.
    pub human_documents: usize,
    /// See [`Exchange::human_documents`].
    pub machine_documents: usize,
    /// Fall of held-out bits per human document added.
    pub human: Estimate,
    /// Fall of held-out bits per machine document added.
    pub machine: Estimate,
    /// Machine documents that lower the bits as much as one human document, with the 95 % interval (Fieller 1954: both
    /// falls are known from the same runs); `None` where machine documents do not lower the bits measurably.
    pub rate: Option<[f64; 3]>,
}

/// The exchange rate at `protocol`, whose regime must be fresh with a share between 0 and 1.
///
/// Sentences are added, nothing is replaced: the human documents are divided and multiplied by `factor` while as many machine
/// documents are written as before, and the other way round ([`Protocol::effort`]). A fall is that of the bits with the
/// logarithm of the number of documents, divided by that number: bits are nearly straight in the logarithm. In a very short text
/// more of either may raise the bits: a model that knows a context from one occurrence trusts it.
///
/// # Errors
/// If a protocol on the way is refused, there are fewer than two seeds, nothing is held out, the factor is not above 1 and at most
/// 10, or the share leaves no room for the factor.
pub fn exchange_rate(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    factor: f64,
    seeds: Range<u32>,
) -> Result<Exchange, Error> {
    check(human, &seeds)?;
    protocol.validate(human)?;
    let share = fresh_share(protocol.regime)?;
    if !(1.01..=10.0).contains(&factor) {
        return Err(Error::out_of_range("factor", factor, "a number from 1.01 to 10"));
    }
    let documents = human.train().document_count();
    // Human and machine documents of a generation.
    let counts = |share| {
        let at = with_share(protocol, share);
        [at.regime.human_documents(1, documents), at.machine_documents(1, documents)]
    };
    let around = |number: usize| {
        let number = number as f64;
        [libm::round(number / factor), libm::round(number * factor)].map(|number| number as usize)
    };
    let fits = |share| {
        let [fresh, written] = counts(share);
        let [[fewer, more], [less, _]] = [fresh, written].map(around);
        fewer > 0 && fewer < fresh && more < documents && less > 0 && less < written
    };
    if !fits(share) {
        let shares = (1..documents).map(|fresh| fresh as f64 / documents as f64);
        let mut possible = shares.filter(|&share| fits(share));
        let allowed = match (possible.next(), possible.next_back()) {
            (Some(least), Some(most)) => {
                format!("a number from about {least:.3} to {most:.3} with the factor {factor}")
            }
            _ => format!(
                "such that the factor {factor} leaves a document, but {documents} documents are too few for that"
            ),
        };
        return Err(Error::out_of_range("the share of fresh", share, allowed));
    }
    let [fresh, written] = counts(share);
    let [[fewer, more], [less, much]] = [fresh, written].map(around);
    let bits = |fresh, written| held_out_bits(human, &mixture(protocol, documents, fresh, written), &seeds);
    let slope = |before: &[f64], after: &[f64], [low, high]: [usize; 2], number: usize| {
        falls(before, after, libm::log(high as f64 / low as f64) * number as f64)
    };
    let of_human = slope(&bits(fewer, written)?, &bits(more, written)?, [fewer, more], fresh);
    let of_machine = slope(&bits(fresh, less)?, &bits(fresh, much)?, [less, much], written);
    let (gain, machine) = (Estimate::of(&of_human), Estimate::of(&of_machine));
    let bounds = ratio(&of_human, &of_machine).filter(|_| machine.mean > 0.0);
    Ok(Exchange {
        human_documents: fresh,
        machine_documents: written,
        human: gain,
        machine,
        rate: bounds.map(|[low, high]| [gain.mean / machine.mean, low, high]),
    })
}

/// `fresh` human documents and `written` machine documents in every generation.
fn mixture(protocol: &Protocol, documents: usize, fresh: usize, written: usize) -> Protocol {
    let effort = written as f64 / (documents - fresh) as f64;
    Protocol { effort, ..with_share(protocol, fresh as f64 / documents as f64) }
}

impl fmt::Display for Exchange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rate {
            Some([rate, low, high]) => {
                write!(
                    f,
                    "one human sentence is worth {rate:.1} machine sentences (95 %: {low:.1} to {high:.1})"
                )
            }
            None => f.write_str("more machine sentences gain nothing measurable: there is no rate"),
        }
    }
}
