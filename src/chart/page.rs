//! The measures of the specimen's page, and its text set in lines.

use plotters::style::RGBColor;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::DrawingBackend;

use super::layout::{Line, layout};
use super::pen::{Drawn, Lettering, Pen};
use super::style::Style;

/// The measures of a page of a given width, in device pixels.
pub(super) struct Page {
    pub(super) sheet: (f64, f64),
    pub(super) left: f64,
    pub(super) width: f64,
    pub(super) size: f64,
    pub(super) leading: f64,
    pub(super) head: f64,
    pub(super) top: f64,
    pub(super) foot: f64,
}

impl Page {
    pub(super) fn new(style: &Style, width: f64) -> Self {
        let css = width / style.scale;
        let size = if css < 440.0 { 16.0 } else { 18.0 };
        let margin = (css * 0.09).clamp(22.0, 64.0);
        // 36 em hold about 75 letters; a longer line is hard to come back from.
        let measure = (css - 2.0 * margin).clamp(size, 36.0 * size);
        let left = (css - measure) / 2.0;
        Self {
            sheet: (style.px((left - margin).max(1.0)), style.px((left + measure + margin).min(css - 1.0))),
            left: style.px(left),
            width: style.px(measure),
            size,
            leading: style.px(size * 1.55).round(),
            head: style.px(34.0),
            top: style.px(58.0),
            foot: style.px(36.0),
        }
    }

    pub(super) fn body(&self, color: RGBColor) -> Lettering {
        // Words are placed by the bottom of their em: their baselines agree, whatever letters they have.
        Lettering::serif(self.size, color).anchored(HPos::Left, VPos::Bottom)
    }

    pub(super) fn set<DB: DrawingBackend>(&self, pen: &Pen<DB>, text: &str) -> Drawn<DB, Vec<Line>> {
        let mut failure = None;
        let lettering = self.body(pen.style.theme.ink);
        let lines = layout(text, self.width, |word| {
            pen.width(word, &lettering).unwrap_or_else(|error| {
                failure = Some(error);
                0.0
            })
        });
        failure.map_or(Ok(lines), Err)
    }
}
