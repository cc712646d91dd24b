//! Random numbers that are the same on every machine.
//!
//! One named generator, drawn as `u32` only, because `usize` and the convenience generators of `rand` differ
//! between 32-bit WebAssembly and 64-bit hosts. Every document of every generation has a stream of its own, so
//! the order in which documents are written cannot change them.

use rand::{Rng as _, RngExt as _, SeedableRng as _};
use rand_xoshiro::{SplitMix64, Xoshiro128PlusPlus};

/// The one generator of this crate (Blackman and Vigna 2018).
pub type Rng = Xoshiro128PlusPlus;

/// What a stream is for: streams of different purpose never share numbers.
#[derive(Debug, Clone, Copy)]
pub enum Purpose {
    /// The documents that a model writes.
    Write = 1,
    /// The fair baseline: human documents drawn anew.
    Baseline = 2,
    /// Documents written only to learn about a model, shown to nobody.
    Pilot = 3,
    /// Human documents that enter a generation.
    Human = 4,
    /// Documents that a model reads of all there are.
    Reading = 5,
    /// Which of several equal passages a token was copied from.
    Ancestry = 6,
    /// Which documents a curation lets through.
    Curation = 7,
}

/// The streams of one generation of one run; [`Streams::document`] opens one of them.
#[derive(Debug, Clone, Copy)]
pub struct Streams(u64);

impl Streams {
    /// The streams of `generation` under `seed`.
    #[must_use]
    pub fn new(seed: u32, generation: u32, purpose: Purpose) -> Self {
        let place = u64::from(seed) << 32 | u64::from(generation);
        Self(scramble(scramble(place) ^ purpose as u64))
    }

    /// The streams of the documents that follow when more are wanted than the generation was to have. Those of batch 0 are
    /// the first.
    #[must_use]
    pub fn batch(self, batch: u32) -> Self {
        Self(self.0 ^ u64::from(batch) << 32)
    }

    /// The stream of one document.
    #[must_use]
    #[inline]
    pub fn document(self, document: u32) -> Rng {
        Rng::seed_from_u64(scramble(self.0 ^ u64::from(document)))
    }
}

/// A number from 0 to below 1.
pub(crate) fn uniform(rng: &mut Rng) -> f64 {
    f64::from(rng.random::<u32>()) / 4_294_967_296.0
}

/// A bijection of 64-bit numbers without visible pattern: neighbours in, strangers out.
#[inline]
fn scramble(x: u64) -> u64 {
    SplitMix64::seed_from_u64(x).next_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_differ_in_every_coordinate() {
        let first = |seed, generation, purpose, document| {
            Streams::new(seed, generation, purpose).document(document).next_u64()
        };
        let all = [
            first(1, 1, Purpose::Write, 0),
            first(2, 1, Purpose::Write, 0),
            first(1, 2, Purpose::Write, 0),
            first(1, 1, Purpose::Baseline, 0),
            first(1, 1, Purpose::Write, 1),
        ];
        for (i, a) in all.iter().enumerate() {
            assert!(all[i + 1..].iter().all(|b| a != b));
        }
        assert_eq!(all[0], first(1, 1, Purpose::Write, 0));
    }
}
