//! Drawing: the figures, set like those of a printed article, on any `plotters` backend.
//!
//! The same functions write SVG in the native tests and paint the HTML canvas in the page. They take plain
//! numbers and text, and know nothing of models, of corpora or of the web. Lines are labelled where they end;
//! there is no legend, no box, and no colour that a dash, a weight or a word does not repeat.

mod axes;
mod bands;
mod bars;
mod cells;
mod copier;
mod dots;
mod fan;
pub mod figures;
pub mod graveyard;
mod intervals;
mod labels;
pub mod layout;
pub mod lexicon;
mod lines;
mod marked_text;
mod moment;
mod number;
mod page;
mod panels;
mod pen;
pub mod photocopies;
pub mod printer;
pub mod rank_frequency;
mod recipes;
mod roc;
mod scale;
pub mod specimen;
mod spots;
mod style;
pub mod survival;

pub use figures::Figure;
pub use graveyard::Graveyard;
pub use lexicon::{Lexicon, Phrase};
pub use photocopies::Photocopies;
pub use rank_frequency::RankFrequency;
pub use specimen::{Mark, MarkKind, Specimen};
pub use spots::{Spot, Spots};
pub use style::{Style, Theme};
pub use survival::{Ghosts, Prediction, Survival};
