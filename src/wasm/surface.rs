//! What a figure is drawn on: the canvas of the page, or the paper of an export.
//!
//! One backend for both, so that every figure is compiled once: they are a third of the program.

use std::fmt;

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::canvas::MeasuringCanvas;
use crate::chart::printer::Printer;

/// A canvas, or a text that is printed to.
pub(super) enum Surface<'a> {
    Canvas(MeasuringCanvas),
    Paper(Printer<'a>),
}

/// Why nothing could be drawn, in the words of the backend.
#[derive(Debug)]
pub(super) struct Undrawn(String);

impl fmt::Display for Undrawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Undrawn {}

fn told<E: std::error::Error + Send + Sync>(error: &DrawingErrorKind<E>) -> DrawingErrorKind<Undrawn> {
    DrawingErrorKind::DrawingError(Undrawn(error.to_string()))
}

/// The same call, whichever it is.
macro_rules! on {
    ($self:ident, $method:ident($($argument:expr),*)) => {
        match $self {
            Self::Canvas(canvas) => canvas.$method($($argument),*).map_err(|error| told(&error)),
            Self::Paper(paper) => paper.$method($($argument),*).map_err(|error| told(&error)),
        }
    };
}

type Drawn<T = ()> = Result<T, DrawingErrorKind<Undrawn>>;

impl DrawingBackend for Surface<'_> {
    type ErrorType = Undrawn;

    fn get_size(&self) -> (u32, u32) {
        match self {
            Self::Canvas(canvas) => canvas.get_size(),
            Self::Paper(paper) => paper.get_size(),
        }
    }

    fn ensure_prepared(&mut self) -> Drawn {
        on!(self, ensure_prepared())
    }

    fn present(&mut self) -> Drawn {
        on!(self, present())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        on!(self, draw_pixel(point, color))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        on!(self, draw_line(from, to, style))
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        on!(self, draw_rect(upper_left, bottom_right, style, fill))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        on!(self, draw_path(path, style))
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        on!(self, draw_circle(center, radius, style, fill))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        vertices: I,
        style: &S,
    ) -> Drawn {
        on!(self, fill_polygon(vertices, style))
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, position: BackendCoord) -> Drawn {
        on!(self, draw_text(text, style, position))
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, text: &str, style: &S) -> Drawn<(u32, u32)> {
        on!(self, estimate_text_size(text, style))
    }
}
