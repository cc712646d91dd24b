//! Figures as SVG whose text stays text: `plotters`' own backend, made to set text as the page's canvas does, in the size
//! asked for (its own divides by 1.24) and measured by whoever knows the face (its own counts bytes).

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform, text_anchor::Pos,
};
use plotters_svg::SVGBackend;

/// Font stack whose widths [`width`] knows.
pub const SERIF: &str = "'Liberation Serif', 'Times New Roman', serif";
/// Font stack for the numbers of axes.
pub const SANS: &str = "'Liberation Sans', Arial, sans-serif";

/// What is drawn on.
pub type Area<'a> = DrawingArea<Printer<'a>, Shift>;

/// Widths of the letters of Liberation Serif (and Times), from the space on, in thousandths of its size.
const WIDTHS: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500,
    500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333,
    389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469,
    500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389,
    278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// A figure is 556 wide in Liberation Sans, 500 in Liberation Serif.
pub const SANS_TO_SERIF: f64 = 1.112;

/// Width of a text set in [`SERIF`] in `size`. What is not ASCII is as wide as it is high, which is true of CJK.
pub fn width(text: &str, size: f64) -> f64 {
    let letter = |c: char| (c as usize).checked_sub(32).and_then(|i| WIDTHS.get(i)).copied().unwrap_or(1000);
    text.chars().map(|c| f64::from(letter(c))).sum::<f64>() * size / 1000.0
}

/// How wide a text is in a style, in the unit of its size.
pub type Measure<'a> = &'a dyn Fn(&str, f64, &str) -> f64;

/// Width of a text by the faces of [`SERIF`] and [`SANS`], for where there is no browser to ask.
#[must_use]
pub fn by_table(text: &str, size: f64, family: &str) -> f64 {
    width(text, size) * if family == SANS { SANS_TO_SERIF } else { 1.0 }
}

/// An SVG document that is being written.
pub struct Printer<'a> {
    svg: SVGBackend<'a>,
    measure: Measure<'a>,
}

impl<'a> Printer<'a> {
    /// Writes into `svg`; `size` is in the unit of the figure.
    pub fn new(svg: &'a mut String, size: (u32, u32), measure: Measure<'a>) -> Self {
        Self { svg: SVGBackend::with_string(svg, size), measure }
    }
}

type Printed<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl DrawingBackend for Printer<'_> {
    type ErrorType = std::io::Error;

    fn get_size(&self) -> (u32, u32) {
        self.svg.get_size()
    }

    fn ensure_prepared(&mut self) -> Printed<Self> {
        self.svg.ensure_prepared()
    }

    fn present(&mut self) -> Printed<Self> {
        self.svg.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Printed<Self> {
        self.svg.draw_pixel(point, color)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Printed<Self> {
        self.svg.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Printed<Self> {
        self.svg.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Printed<Self> {
        self.svg.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Printed<Self> {
        self.svg.fill_polygon(vertices, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, pos: BackendCoord) -> Printed<Self> {
        self.svg.draw_text(text, &Sized(style), pos)
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let width = (self.measure)(text, style.size(), style.family().as_str());
        Ok((width.round() as u32, style.size().round() as u32))
    }
}

/// The style of a text, enlarged by what the SVG backend divides by.
struct Sized<'a, S>(&'a S);

impl<S: BackendTextStyle> BackendTextStyle for Sized<'_, S> {
    type FontError = S::FontError;

    fn color(&self) -> BackendColor {
        self.0.color()
    }

    fn size(&self) -> f64 {
        self.0.size() * 1.24
    }

    fn transform(&self) -> FontTransform {
        self.0.transform()
    }

    fn style(&self) -> FontStyle {
        self.0.style()
    }

    fn anchor(&self) -> Pos {
        self.0.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.0.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.0.layout_box(text)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        pos: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.0.draw(text, pos, draw)
    }
}
