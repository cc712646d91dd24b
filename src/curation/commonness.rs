//! Human documents from the plainest to the rarest.

use crate::human::HumanCorpus;
use crate::order::descending;

/// The documents of the training part by the mean of log₂ of their words' counts in it, the largest first.
pub(crate) fn plainest_first(human: &HumanCorpus) -> impl Iterator<Item = usize> {
    let keys = human.train().documents().map(|document| {
        let logs = document.iter().map(|token| libm::log2(f64::from(human.counts()[token.index()])));
        let mean = logs.sum::<f64>() / document.len().max(1) as f64;
        // Bits of numbers that are not negative sort as the numbers do.
        (mean as f32).to_bits()
    });
    descending(keys)
}
