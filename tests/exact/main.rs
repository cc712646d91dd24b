//! The exact statements of `science.md`, through the loop itself: O1–O10, O13, O17–O21, O25, O26.
//!
//! Human documents of one token make the loop an exact multinomial chain (`common/chains.rs`). Where a statement is about a
//! true distribution P*, that is the human corpus, so that generation 0 has the error 0.

#[path = "../common/mod.rs"]
mod common;

mod effort;
mod curation;
mod endings;
mod mixtures;
mod pieces;
mod pools;
mod replace;
