//! The handle of the main thread: a canvas, and the figures that can be drawn on it.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea as _};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::canvas::MeasuringCanvas;
use crate::chart::specimen::{self, Mark, MarkKind};
use crate::chart::{Prediction, RankFrequency, Specimen, Style, Survival, Theme, rank_frequency, survival};

/// A canvas with a theme. `scale` is everywhere the number of device pixels in a CSS pixel.
#[wasm_bindgen]
pub struct Chart {
    canvas: HtmlCanvasElement,
    theme: Theme,
    serif: String,
    sans: String,
}

#[wasm_bindgen]
impl Chart {
    /// A canvas that JavaScript sizes before each drawing, in device pixels.
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: HtmlCanvasElement) -> Chart {
        Self { canvas, theme: Theme::light(), serif: "serif".to_owned(), sans: "sans-serif".to_owned() }
    }

    /// Sets the colours (`#rrggbb`) and the font stacks.
    #[wasm_bindgen(js_name = setTheme)]
    #[allow(clippy::too_many_arguments, reason = "seven colours and two fonts")]
    pub fn set_theme(
        &mut self,
        paper: &str,
        ink: &str,
        muted: &str,
        rule: &str,
        human: &str,
        machine: &str,
        remedy: &str,
        serif: &str,
        sans: &str,
    ) -> Result<(), JsError> {
        let colors = [paper, ink, muted, rule, human, machine, remedy];
        let refused =
            |color| JsError::new(&format!("a colour is \"{color}\"; it must be of the form #rrggbb"));
        self.theme = Theme::from_hex(colors).map_err(refused)?;
        serif.clone_into(&mut self.serif);
        sans.clone_into(&mut self.sans);
        Ok(())
    }

    /// Types alive by generation. `prediction` holds the three rows of `Recursion.prediction()`, `applies` is
    /// `Recursion.plain`; a negative `cursor` points at no generation.
    #[wasm_bindgen(js_name = drawSurvival)]
    #[allow(clippy::too_many_arguments, reason = "plain arrays cross the boundary cheapest")]
    pub fn draw_survival(
        &self,
        scale: f64,
        prediction: &[f64],
        applies: bool,
        mixed: bool,
        run: &[f64],
        baseline: &[f64],
        cursor: f64,
    ) -> Result<(), JsError> {
        let mut rows = prediction.chunks(prediction.len().div_ceil(3).max(1));
        let mut row = || rows.next().unwrap_or_default();
        let prediction = Prediction { types: row(), low: row(), high: row(), applies };
        let cursor = (cursor >= 0.0).then_some(cursor as usize);
        self.draw(|area| {
            survival::draw(area, &self.style(scale), &Survival { prediction, run, mixed, baseline, cursor })
        })
    }

    /// Occurrences by rank, human and current; both descending.
    #[wasm_bindgen(js_name = drawRankFrequency)]
    pub fn draw_rank_frequency(
        &self,
        scale: f64,
        human: &[u32],
        current: &[u32],
        generation: u32,
    ) -> Result<(), JsError> {
        let figure = RankFrequency { human, current, generation: generation as usize };
        self.draw(|area| rank_frequency::draw(area, &self.style(scale), &figure))
    }

    /// Height, in device pixels, of the page that holds all of `sample` at `width` device pixels.
    #[wasm_bindgen(js_name = specimenHeight)]
    pub fn specimen_height(&self, scale: f64, width: u32, sample: &str) -> Result<u32, JsError> {
        let mut height = 0;
        self.draw(|area| {
            height = specimen::height(area, &self.style(scale), width, sample)?;
            Ok(())
        })?;
        Ok(height)
    }

    /// The sampled text as a page that was copied once too often. `marks` are those of `Generation.marks()`;
    /// `wear` is the share of the human types that are lost, 0 to 1.
    #[wasm_bindgen(js_name = drawSpecimen)]
    pub fn draw_specimen(
        &self,
        scale: f64,
        sample: &str,
        marks: &[u32],
        generation: u32,
        wear: f64,
    ) -> Result<(), JsError> {
        let marks = marks.chunks_exact(3).filter_map(|triple| match *triple {
            [start, end, 1] => Some((start, end, MarkKind::LastOccurrence)),
            [start, end, 2] => Some((start, end, MarkKind::Loop)),
            _ => None,
        });
        let marks = marks.map(|(start, end, kind)| Mark { start: start as usize, end: end as usize, kind });
        let marks = marks.collect::<Vec<_>>();
        let page = Specimen { text: sample, marks: &marks, generation: generation as usize, wear };
        self.draw(|area| specimen::draw(area, &self.style(scale), &page))
    }

    fn style(&self, scale: f64) -> Style<'_> {
        Style { theme: self.theme, scale, serif: &self.serif, sans: &self.sans }
    }

    fn draw<E: std::error::Error + Send + Sync>(
        &self,
        figure: impl FnOnce(&DrawingArea<MeasuringCanvas, Shift>) -> Result<(), DrawingAreaErrorKind<E>>,
    ) -> Result<(), JsError> {
        let lost = || JsError::new("the canvas has no 2D context to draw on");
        let area = MeasuringCanvas::new(&self.canvas).ok_or_else(lost)?.into_drawing_area();
        figure(&area).map_err(|error| JsError::new(&error.to_string()))
    }
}
