//! The boundary to JavaScript: the only place that knows it exists.
//!
//! Four kinds of value cross: numbers, strings, copies of arrays of numbers, and opaque handles. Nothing borrowed
//! from the memory of WebAssembly leaves it, no JavaScript is called back, and no core type carries a
//! `#[wasm_bindgen]`. What JavaScript may get wrong comes back as an `Error` with one sentence.

#![deny(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod argument;
mod canvas;
mod chart;
mod recursion;
#[cfg(feature = "story")]
mod study;
mod surface;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::metrics::Metrics;
use crate::recursion::ACCOUNT;

/// Names of the numbers that `Generation.metrics()` returns, in order, separated by spaces.
#[wasm_bindgen(js_name = metricNames)]
pub fn metric_names() -> String {
    [&Metrics::NAMES[..], &ACCOUNT].concat().join(" ")
}

/// A seed that nobody chose: the one unseeded number of the program. 1 where the host grants no randomness.
#[wasm_bindgen(js_name = randomSeed)]
pub fn random_seed() -> u32 {
    getrandom::u32().unwrap_or(1)
}
