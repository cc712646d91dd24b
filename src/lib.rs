//! Trains an n-gram language model on human text, lets it write a new corpus, trains the next model on that,
//! and so on; measures what is lost in each generation, and predicts it.
//!
//! The modules stand in the order in which data flows; a module uses only those above it.
//!
//! - [`text`] divides a string into sentences and tokens; a [`corpus`] is documents of token ids, and [`vocabulary`]
//!   turns them back into prose; [`human`] cuts the human corpus from a text and gives every type its id, its rank.
//! - [`ngram`] trains a maximum-likelihood model of order 1 to 5, [`decoding`] bends its probabilities, and
//!   [`sampler`] writes a corpus with it, from the streams of [`rng`].
//! - [`sample`] sets a page of a corpus as prose; [`metrics`] measures it.
//! - [`regime`] is how human and machine text are put together, [`curation`] what is let through, [`protocol`] everything that decides a run;
//!   [`drift`] says what should happen, [`recursion`] makes it happen.
//! - [`probe`] holds the metrics that cost more, asked for by name; an [`ensemble`] is many runs; [`worth`] is what human
//!   text is worth, by comparing many runs with many.
//! - [`presets`] are papers as protocols; a [`scorecard`] asks of one run what eight definitions of collapse say.
//! - [`chart`] draws plain numbers and prose on any `plotters` backend.
//!
//! # Example: train
//!
//! ```
//! use recursive_trap::{human::HumanCorpus, ngram::NgramModel, text::{Text, Tokenizer}};
//!
//! let text = Text::new("The sea rolls on. The sea sleeps. The whale sleeps.", Tokenizer::Word)?;
//! let human = HumanCorpus::new(&text, None)?;
//! let bigrams = NgramModel::new(human.train(), 2);
//! let [the, sea] = human.train().document(0)[..2] else { unreachable!() };
//! assert_eq!(bigrams.probability(&[the], sea), Some(2.0 / 3.0));
//! # Ok::<(), recursive_trap::error::Error>(())
//! ```
//!
//! # Example: sample
//!
//! ```
//! # use recursive_trap::{human::HumanCorpus, ngram::NgramModel, text::{Text, Tokenizer}};
//! use recursive_trap::{rng::{Purpose, Streams}, sampler};
//!
//! # let text = Text::new("“Well,” said he. “So be it.”", Tokenizer::Word)?;
//! # let human = HumanCorpus::new(&text, None)?;
//! let model = NgramModel::new(human.train(), 5);
//! let written = sampler::write(&model, 10, Streams::new(7, 1, Purpose::Write), 1_000);
//! assert_eq!(written.document_count(), 10);
//! // At order 5 nothing in this text has two continuations: every sentence is a copy.
//! let sentence = human.vocabulary().detokenize(written.document(0));
//! assert!(["“Well,” said he.", "“So be it.”"].contains(&sentence.as_str()));
//! # Ok::<(), recursive_trap::error::Error>(())
//! ```
//!
//! # Example: recurse
//!
//! ```
//! use std::sync::Arc;
//! use recursive_trap::{human::HumanCorpus, recursion::{Protocol, Recursion}, text::{Text, Tokenizer}};
//!
//! let text = Text::new("A rose is red. A violet is blue. Sugar is sweet. So are you.", Tokenizer::Word)?;
//! let human = Arc::new(HumanCorpus::new(&text, None)?);
//! let protocol = Protocol { order: 2, generations: 30, seed: 1, ..Protocol::default() };
//! let types = Recursion::new(human, protocol)?.map(|generation| generation.metrics.diversity.types);
//! let types = types.collect::<Vec<_>>();
//! assert_eq!(types.len(), 31);
//! assert!(types.windows(2).all(|pair| pair[0] >= pair[1]), "what is lost stays lost");
//! # Ok::<(), recursive_trap::error::Error>(())
//! ```

pub mod error;
mod order;
pub mod findings;
pub mod text;
pub mod corpus;
pub mod vocabulary;
pub mod human;
pub mod rng;
pub mod ngram;
pub mod decoding;
pub mod sampler;
pub mod sample;
pub mod metrics;
pub mod regime;
pub mod curation;
pub mod protocol;
pub mod drift;
pub mod recursion;
pub mod probe;
pub mod ensemble;
pub mod worth;
pub mod presets;
pub mod scorecard;
pub mod study;
pub mod chart;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
