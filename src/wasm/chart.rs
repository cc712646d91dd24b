//! The handle of the main thread: a canvas, and the figures that can be drawn on it.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea as _};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlCanvasElement;

use super::canvas::MeasuringCanvas;
use super::surface::Surface;
use crate::chart::lexicon::{ENGLISH, Lexicon};
use crate::chart::printer::{Printer, SANS, SERIF, by_table};
use crate::chart::specimen::{self, Mark, MarkKind};
use crate::chart::{Figure, RankFrequency, Specimen, Spots, Style, Theme, rank_frequency};
use crate::findings::Findings;

/// A canvas with a theme. `scale` is everywhere the number of device pixels in a CSS pixel.
#[wasm_bindgen]
pub struct Chart {
    canvas: HtmlCanvasElement,
    theme: Theme,
    serif: String,
    sans: String,
    lexicon: Lexicon,
    findings: Findings,
    spots: Spots,
}

#[wasm_bindgen]
impl Chart {
    /// A canvas that JavaScript sizes before each drawing, in device pixels.
    #[wasm_bindgen(constructor)]
    pub fn new(canvas: HtmlCanvasElement) -> Chart {
        Self {
            canvas,
            theme: Theme::light(),
            serif: "serif".to_owned(),
            sans: "sans-serif".to_owned(),
            lexicon: ENGLISH.clone(),
            findings: Findings::default(),
            spots: Spots::default(),
        }
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

    /// Sets the language: its words for English phrases, each at the place of its phrase, and how it writes numbers; in
    /// `percent`, `{}` stands for the number.
    #[wasm_bindgen(js_name = setWords)]
    #[allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands lists over as vectors")]
    pub fn set_words(
        &mut self,
        phrases: Vec<String>,
        words: Vec<String>,
        decimal: &str,
        group: &str,
        percent: &str,
    ) {
        self.lexicon = Lexicon::new(&phrases, &words, [decimal, group, percent]);
    }

    /// Hands over a row of numbers for `draw`, in place of what had that name before.
    pub fn note(&mut self, name: &str, row: Vec<f64>) {
        self.findings.note(name, row);
    }

    /// Hands over a list of words for `draw`, in place of what had that name before.
    pub fn say(&mut self, name: &str, list: Vec<String>) {
        self.findings.say(name, list);
    }

    /// Forgets what was handed over.
    pub fn clear(&mut self) {
        self.findings = Findings::default();
    }

    /// Draws a figure by its name from what was handed over; a negative `cursor` points at nothing.
    #[wasm_bindgen(js_name = drawFigure)]
    pub fn draw_figure(&mut self, figure: &str, scale: f64, cursor: f64) -> Result<(), JsError> {
        let figure: Figure = figure.parse().map_err(|unknown: String| JsError::new(&unknown))?;
        let cursor = (cursor >= 0.0).then_some(cursor as usize);
        let mut spots = Spots::default();
        self.draw(|area| {
            spots = figure.draw(area, &self.style(scale), &self.findings, cursor)?;
            Ok(())
        })?;
        self.spots = spots;
        Ok(())
    }

    /// What lies nearest to a point (device pixels) of the figure drawn last; undefined if it has nothing to point at.
    pub fn pick(&self, x: f64, y: f64) -> Option<usize> {
        self.spots.nearest(x, y)
    }

    /// The same figure as an SVG of so many CSS pixels, in the light theme, its text as text.
    #[wasm_bindgen(js_name = printFigure)]
    pub fn print_figure(
        &self,
        figure: &str,
        width: u32,
        height: u32,
        cursor: f64,
    ) -> Result<String, JsError> {
        let figure: Figure = figure.parse().map_err(|unknown: String| JsError::new(&unknown))?;
        let cursor = (cursor >= 0.0).then_some(cursor as usize);
        let size = (width.clamp(100, 4_000) * 2, height.clamp(100, 4_000) * 2);
        let mut svg = String::new();
        {
            let area = Surface::Paper(Printer::new(&mut svg, size, &by_table)).into_drawing_area();
            let style =
                Style { theme: Theme::light(), scale: 2.0, serif: SERIF, sans: SANS, lexicon: &self.lexicon };
            let drawn = figure.draw(&area, &style, &self.findings, cursor).and_then(|_| area.present());
            drawn.map_err(|error| JsError::new(&error.to_string()))?;
        }
        Ok(svg)
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
        Style { theme: self.theme, scale, serif: &self.serif, sans: &self.sans, lexicon: &self.lexicon }
    }

    fn draw<E: std::error::Error + Send + Sync>(
        &self,
        figure: impl FnOnce(&DrawingArea<Surface, Shift>) -> Result<(), DrawingAreaErrorKind<E>>,
    ) -> Result<(), JsError> {
        let lost = || JsError::new("the canvas has no 2D context to draw on");
        let canvas = MeasuringCanvas::new(&self.canvas).ok_or_else(lost)?;
        let area = Surface::Canvas(canvas).into_drawing_area();
        figure(&area).map_err(|error| JsError::new(&error.to_string()))
    }
}
