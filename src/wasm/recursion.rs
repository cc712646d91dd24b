//! Handles for the worker: a text, a run on it, a generation of the run.

use std::sync::Arc;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::argument::whole;
use crate::decoding::Decoding;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::recursion::{ACCOUNT, MAX_GENERATIONS, Protocol};
use crate::sample::MarkKind;
use crate::text::Tokenizer;
use crate::{order, recursion, text};

/// A tokenised human text, kept while the reader changes other things.
#[wasm_bindgen]
pub struct Text(text::Text);

#[wasm_bindgen]
impl Text {
    /// Divides a text by `tokenizer`, "word" or "char".
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str, tokenizer: &str) -> Result<Text, JsError> {
        Ok(Self(text::Text::new(text, tokenizer.parse::<Tokenizer>()?)?))
    }

    /// Documents (sentences) in the text.
    #[wasm_bindgen(getter)]
    pub fn documents(&self) -> usize {
        self.0.document_count()
    }

    /// Tokens in the text.
    #[wasm_bindgen(getter)]
    pub fn tokens(&self) -> usize {
        self.0.token_count()
    }
}

impl Text {
    /// The human corpus of its first `documents`; undefined stands for all that are not held out.
    pub(super) fn human(&self, documents: Option<f64>) -> Result<Arc<HumanCorpus>, Error> {
        let available = self.0.document_count() as u32;
        let documents = documents.map(|n| whole("documents", n, 2, available)).transpose()?;
        Ok(Arc::new(HumanCorpus::new(&self.0, documents.map(|n| n as usize))?))
    }
}

/// The protocol that these settings write; `top_k` and `top_p` undefined stand for no cut.
pub(super) fn protocol(
    order: f64,
    generations: f64,
    regime: &str,
    curation: &str,
    (temperature, top_k, top_p): (f64, Option<f64>, Option<f64>),
    seed: f64,
) -> Result<Protocol, Error> {
    let top_k = top_k.map(|k| whole("top-k", k, 1, u32::MAX)).transpose()?;
    Ok(Protocol {
        order: whole("order", order, 1, 5)? as usize,
        generations: whole("generations", generations, 1, MAX_GENERATIONS as u32)? as usize,
        regime: regime.parse()?,
        decoding: Decoding { temperature, top_k: top_k.map(|k| k as usize), top_p },
        effort: 1.0,
        curation: curation.parse()?,
        seed: whole("seed", seed, 0, u32::MAX)?,
    })
}

/// A run: hands out its generations one by one.
#[wasm_bindgen]
pub struct Recursion(recursion::Recursion);

#[wasm_bindgen]
impl Recursion {
    /// Prepares a run. `documents` undefined stands for all that are not held out; `top_k` and `top_p` undefined
    /// stand for no cut. `regime` and `curation` are written as in the example `collapse`: "fresh=0.1", "detector=trained".
    #[wasm_bindgen(constructor)]
    #[allow(
        clippy::too_many_arguments,
        reason = "one flat call is cheaper to read than a builder of ten setters"
    )]
    pub fn new(
        text: &Text,
        documents: Option<f64>,
        order: f64,
        generations: f64,
        regime: &str,
        curation: &str,
        temperature: f64,
        top_k: Option<f64>,
        top_p: Option<f64>,
        seed: f64,
    ) -> Result<Recursion, JsError> {
        let protocol = protocol(order, generations, regime, curation, (temperature, top_k, top_p), seed)?;
        let human = text.human(documents)?;
        Ok(Self(recursion::Recursion::new(human, protocol)?))
    }

    /// Documents that every generation consists of.
    #[wasm_bindgen(getter)]
    pub fn documents(&self) -> usize {
        self.0.human().train().document_count()
    }

    /// Whether theory has a closed form for this run. If not, the prediction is that of chance alone: text drawn from the
    /// models' own probabilities, each model reading the newest text and nothing else.
    #[wasm_bindgen(getter)]
    pub fn plain(&self) -> bool {
        self.0.theory().knows_survivors()
    }

    /// The share of human text in what each generation from 0 on adds, or its weight.
    #[wasm_bindgen(js_name = humanShares)]
    pub fn human_shares(&self) -> Vec<f64> {
        self.0.protocol().human_shares()
    }

    /// Passes one generation without measuring it; false behind the last.
    pub fn advance(&mut self) -> bool {
        self.0.advance()
    }

    /// Expected types, lower and upper end of the 95 % band: three rows of one number for each generation from
    /// 0 on.
    pub fn prediction(&self) -> Vec<f64> {
        let prediction = self.0.prediction().unwrap_or_else(|| self.0.chance_alone());
        [prediction.types, prediction.low, prediction.high].concat()
    }

    /// Occurrences of each human type, descending.
    #[wasm_bindgen(js_name = humanCounts)]
    pub fn human_counts(&self) -> Vec<u32> {
        descending(self.0.human().counts())
    }

    /// The next generation, the human corpus first; undefined behind the last.
    #[allow(clippy::should_implement_trait, reason = "an iterator is of no use to JavaScript")]
    pub fn next(&mut self) -> Option<Generation> {
        let measured = self.0.next()?;
        let vocabulary = self.0.human().vocabulary();
        let lost = measured.lost.iter().map(|&id| vocabulary.spelling(id)).collect::<Vec<_>>().join("\n");
        Some(Generation { measured, account: self.0.account(), lost })
    }
}

/// One round of the loop.
#[wasm_bindgen]
pub struct Generation {
    measured: recursion::Generation,
    account: [f64; ACCOUNT.len()],
    lost: String,
}

#[wasm_bindgen]
impl Generation {
    /// 0 is the human corpus.
    #[wasm_bindgen(getter)]
    pub fn index(&self) -> usize {
        self.measured.index
    }

    /// The numbers that `metricNames()` names. NaN where one is not defined.
    pub fn metrics(&self) -> Vec<f64> {
        [&self.measured.metrics.to_array()[..], &self.account].concat()
    }

    /// Occurrences of each living type, descending.
    pub fn counts(&self) -> Vec<u32> {
        descending(&self.measured.counts)
    }

    /// The first sentences.
    pub fn sample(&self) -> String {
        self.measured.sample.text.clone()
    }

    /// Triples of start, end (UTF-16 units of the sample) and kind: 1 marks the last occurrence of a type, 2 a
    /// passage that repeats itself.
    pub fn marks(&self) -> Vec<u32> {
        let triple = |mark: &crate::sample::Mark| {
            let kind = match mark.kind {
                MarkKind::LastOccurrence => 1,
                MarkKind::Loop => 2,
            };
            [mark.start as u32, mark.end as u32, kind]
        };
        self.measured.sample.marks.iter().flat_map(triple).collect()
    }

    /// Types that died in this generation, one a line, most frequent among humans first.
    pub fn lost(&self) -> String {
        self.lost.clone()
    }
}

/// Counts of living types from the most frequent on.
fn descending(counts: &[u32]) -> Vec<u32> {
    let types = counts.get(1..).unwrap_or_default();
    let sorted = order::descending(types.iter().copied()).filter_map(|t| types.get(t).copied());
    sorted.take_while(|&count| count > 0).collect()
}
