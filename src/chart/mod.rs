//! Drawing: three figures, set like those of a printed article, on any `plotters` backend.
//!
//! The same functions write SVG in the native tests and paint the HTML canvas in the page. They take plain
//! numbers and text, and know nothing of models, of corpora or of the web. Lines are labelled where they end;
//! there is no legend, no box, and no colour that a dash, a weight or a word does not repeat.

mod axes;
mod copier;
mod labels;
pub mod layout;
mod marked_text;
mod number;
mod page;
mod pen;
pub mod rank_frequency;
mod scale;
pub mod specimen;
mod style;
pub mod survival;

pub use rank_frequency::RankFrequency;
pub use specimen::{Mark, MarkKind, Specimen};
pub use style::{Style, Theme};
pub use survival::{Prediction, Survival};
