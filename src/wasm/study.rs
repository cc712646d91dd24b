//! The handle of a study: several measurements, worked off slice by slice.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::recursion::{Text, protocol};
use crate::study;

/// A question being answered.
#[wasm_bindgen]
pub struct Study(Box<dyn study::Study>);

#[wasm_bindgen]
impl Study {
    /// Begins to answer `question` about `argument`. The other arguments are those of `Recursion`.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::too_many_arguments, reason = "those of Recursion, and the question")]
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
        question: &str,
        argument: &str,
    ) -> Result<Study, JsError> {
        let protocol = protocol(order, generations, regime, curation, (temperature, top_k, top_p), seed)?;
        Ok(Self(study::begin(question, argument, &text.human(documents)?, protocol)?))
    }

    /// Works for one slice; false when nothing is left to do.
    pub fn advance(&mut self) -> Result<bool, JsError> {
        let more = self.0.advance();
        match self.0.failure() {
            Some(error) => Err(JsError::new(&error.to_string())),
            None => Ok(more),
        }
    }

    /// Slices done.
    #[wasm_bindgen(getter)]
    pub fn done(&self) -> usize {
        self.0.progress().0
    }

    /// Slices in all.
    #[wasm_bindgen(getter)]
    pub fn total(&self) -> usize {
        self.0.progress().1
    }

    /// Names of the rows of numbers found so far.
    #[wasm_bindgen(js_name = rowNames)]
    pub fn row_names(&self) -> Vec<String> {
        self.0.findings().rows().map(|(name, _)| name.to_owned()).collect()
    }

    /// A row of numbers; empty if there is none of that name. NaN where a number is not known.
    pub fn row(&self, name: &str) -> Vec<f64> {
        self.0.findings().row(name).to_vec()
    }

    /// Names of the lists of words found so far.
    #[wasm_bindgen(js_name = listNames)]
    pub fn list_names(&self) -> Vec<String> {
        self.0.findings().lists().map(|(name, _)| name.to_owned()).collect()
    }

    /// A list of words or sentences; empty if there is none of that name.
    pub fn list(&self, name: &str) -> Vec<String> {
        self.0.findings().list(name).to_vec()
    }
}
