//! The pen: every mark of every figure passes through it.
//!
//! Figures reckon in fractions of device pixels; `plotters` takes whole ones. The pen rounds, multiplies widths
//! and sizes by the scale, and keeps the figures' code about what is drawn.

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle, RGBAColor, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::DrawingBackend;

use super::style::Style;

/// A place on the paper, in device pixels.
pub(super) type Point = (f64, f64);

/// The outcome of drawing.
pub(super) type Drawn<DB, T = ()> = Result<T, DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>>;

/// How a piece of text is set.
#[derive(Clone, Copy)]
pub(super) struct Lettering {
    /// CSS pixels.
    pub(super) size: f64,
    pub(super) slope: FontStyle,
    pub(super) sans: bool,
    pub(super) color: RGBColor,
    pub(super) anchor: (HPos, VPos),
}

impl Lettering {
    /// Upright serif, placed by its left edge and its middle.
    pub(super) fn serif(size: f64, color: RGBColor) -> Self {
        Self { size, slope: FontStyle::Normal, sans: false, color, anchor: (HPos::Left, VPos::Center) }
    }

    /// The numbers of an axis.
    pub(super) fn tick(color: RGBColor) -> Self {
        Self { sans: true, ..Self::serif(Style::TICK, color) }
    }

    pub(super) fn italic(self) -> Self {
        Self { slope: FontStyle::Italic, ..self }
    }

    pub(super) fn bold(self) -> Self {
        Self { slope: FontStyle::Bold, ..self }
    }

    pub(super) fn anchored(self, h: HPos, v: VPos) -> Self {
        Self { anchor: (h, v), ..self }
    }
}

/// Draws on one area in one style.
pub(super) struct Pen<'a, DB: DrawingBackend> {
    area: &'a DrawingArea<DB, Shift>,
    pub(super) style: &'a Style<'a>,
}

fn whole((x, y): Point) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}

impl<'a, DB: DrawingBackend> Pen<'a, DB> {
    pub(super) fn new(area: &'a DrawingArea<DB, Shift>, style: &'a Style<'a>) -> Self {
        Self { area, style }
    }

    pub(super) fn px(&self, css: f64) -> f64 {
        self.style.px(css)
    }

    /// Width and height of the paper.
    pub(super) fn size(&self) -> (f64, f64) {
        let (width, height) = self.area.dim_in_pixel();
        (f64::from(width), f64::from(height))
    }

    /// The paper is blank again.
    pub(super) fn clear(&self) -> Drawn<DB> {
        self.area.fill(&self.style.theme.paper)
    }

    fn stroke(&self, css: f64, color: RGBAColor) -> ShapeStyle {
        color.stroke_width((self.px(css).round() as u32).max(1))
    }

    pub(super) fn rectangle(&self, a: Point, b: Point, color: RGBAColor) -> Drawn<DB> {
        self.area.draw(&Rectangle::new([whole(a), whole(b)], color.filled()))
    }

    /// A horizontal rule, filled rather than stroked: a stroke would straddle two rows of pixels and blur.
    pub(super) fn horizontal(&self, from: f64, to: f64, y: f64, css: f64, color: RGBAColor) -> Drawn<DB> {
        let thickness = self.px(css).round().max(1.0);
        let top = (y - thickness / 2.0).round();
        self.rectangle((from, top), (to, top + thickness), color)
    }

    /// A vertical rule, filled for the same reason.
    pub(super) fn vertical(&self, x: f64, from: f64, to: f64, css: f64, color: RGBAColor) -> Drawn<DB> {
        let thickness = self.px(css).round().max(1.0);
        let left = (x - thickness / 2.0).round();
        self.rectangle((left, from), (left + thickness, to), color)
    }

    pub(super) fn path(&self, points: &[Point], css: f64, color: RGBAColor) -> Drawn<DB> {
        let points: Vec<_> = points.iter().copied().map(whole).collect();
        self.area.draw(&PathElement::new(points, self.stroke(css, color)))
    }

    /// A path whose dashes and gaps have the lengths of `pattern`, in CSS pixels.
    pub(super) fn dashed(&self, points: &[Point], pattern: &[f64], css: f64, color: RGBAColor) -> Drawn<DB> {
        let pattern: Vec<f64> = pattern.iter().map(|length| self.px(*length)).collect();
        for dash in dashes(points, &pattern) {
            self.path(&dash, css, color)?;
        }
        Ok(())
    }

    pub(super) fn disc(&self, center: Point, css: f64, color: RGBAColor) -> Drawn<DB> {
        self.area.draw(&Circle::new(whole(center), self.px(css).round() as i32, color.filled()))
    }

    pub(super) fn polygon(&self, points: &[Point], color: RGBAColor) -> Drawn<DB> {
        let points: Vec<_> = points.iter().copied().map(whole).collect();
        self.area.draw(&Polygon::new(points, color))
    }

    fn text_style(&self, lettering: &Lettering, size: f64) -> TextStyle<'a> {
        let family = FontFamily::Name(if lettering.sans { self.style.sans } else { self.style.serif });
        let (h, v) = lettering.anchor;
        let color = lettering.color.to_backend_color();
        TextStyle { font: FontDesc::new(family, size, lettering.slope), color, pos: Pos::new(h, v) }
    }

    pub(super) fn text(&self, text: &str, at: Point, lettering: &Lettering) -> Drawn<DB> {
        self.area.draw_text(text, &self.text_style(lettering, self.px(lettering.size)), whole(at))
    }

    /// Text that stays readable on top of lines: it stands in a halo of paper.
    pub(super) fn text_over(&self, text: &str, (x, y): Point, lettering: &Lettering) -> Drawn<DB> {
        let halo = Lettering { color: self.style.theme.paper, ..*lettering };
        let (far, near) = (self.px(2.5), self.px(1.8));
        for (dx, dy) in [(far, 0.0), (-far, 0.0), (0.0, far), (0.0, -far)] {
            self.text(text, (x + dx, y + dy), &halo)?;
        }
        for (dx, dy) in [(near, near), (-near, near), (near, -near), (-near, -near)] {
            self.text(text, (x + dx, y + dy), &halo)?;
        }
        self.text(text, (x, y), lettering)
    }

    /// Width of a text as the backend will set it.
    pub(super) fn width(&self, text: &str, lettering: &Lettering) -> Drawn<DB, f64> {
        let style = self.text_style(lettering, self.px(lettering.size));
        Ok(f64::from(self.area.estimate_text_size(text, &style)?.0))
    }
}

/// Cuts a path into dashes: `pattern` alternates dash, gap, dash, gap.
fn dashes(points: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    let (mut stage, mut left) = (0, pattern[0]);
    let mut dash: Vec<Point> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        loop {
            let (dx, dy) = (to.0 - from.0, to.1 - from.1);
            let length = dx.hypot(dy);
            if length <= left {
                left -= length;
                break;
            }
            from = (from.0 + dx * left / length, from.1 + dy * left / length);
            if stage % 2 == 0 {
                dash.push(from);
                dashes.push(std::mem::take(&mut dash));
            } else {
                dash = vec![from];
            }
            stage = (stage + 1) % pattern.len();
            left = pattern[stage];
        }
        if stage % 2 == 0 {
            dash.push(to);
        }
    }
    if dash.len() > 1 {
        dashes.push(dash);
    }
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_have_the_length_asked_for_and_turn_corners() {
        let straight = dashes(&[(0.0, 0.0), (10.0, 0.0)], &[3.0, 2.0]);
        assert_eq!(straight, [[(0.0, 0.0), (3.0, 0.0)], [(5.0, 0.0), (8.0, 0.0)]]);
        let corner = dashes(&[(0.0, 0.0), (2.0, 0.0), (2.0, 9.0)], &[4.0, 9.0]);
        assert_eq!(corner, [[(0.0, 0.0), (2.0, 0.0), (2.0, 2.0)]]);
        assert!(dashes(&[(1.0, 1.0)], &[3.0, 2.0]).is_empty());
    }
}
