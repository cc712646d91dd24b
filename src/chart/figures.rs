//! Every figure by name, drawn from the findings of a study.

use std::str::FromStr;

use plotters::coord::Shift;
use plotters::drawing::DrawingArea;
use plotters_backend::DrawingBackend;

use super::cells::{self, Cells};
use super::lexicon::Phrase;
use super::lines::{self, Unit};
use super::pen::Drawn;
use super::spots::Spots;
use super::style::Style;
use super::{
    Graveyard, bands, bars, dots, fan, graveyard, intervals, panels, photocopies, recipes, roc, survival,
};
use crate::findings::Findings;

/// A kind of figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// Types alive by generation; `types`, `expected`, `low`, `high`, `plain`, `human_shares`, `baseline_types`.
    Survival,
    /// The share of human types alive under several regimes; `alive`, `baseline`, list `regimes`.
    Race,
    /// Kept, distorted and invented tokens; `kept`, `distorted`, `invented`.
    Noise,
    /// Jensen–Shannon divergence from human text; `js`.
    Divergence,
    /// Types alive, written safely and plainly; `types_safe`, `types_plain`.
    Safe,
    /// What the ten most frequent types take; `top10_safe`, `top10_plain`.
    Top10,
    /// Five copies of a passage; `passage`, `starts`, `ends`, `gone`, `types`.
    Photocopies,
    /// The passage at the cursor; the same findings.
    Photocopy,
    /// A word's fate in a hundred copies; `dots`.
    Dots,
    /// Zipf's law and the dead; `human`, `gone`, `rank`, list `words`.
    Graveyard,
    /// Occurrences of a word by the human occurrence they descend from; `lineage`, `follow`.
    Genealogy,
    /// What follows a word; `counts`, `total`, `other`, lists `continuations`, `context`.
    Continuations,
    /// Many runs and the prediction; `q05`, `q25`, `q50`, `q75`, `q95`, `expected`.
    Fan,
    /// Bits of held-out text for several efforts; `bits`, `floor`.
    PlateauBits,
    /// Types alive for several efforts; `types`.
    PlateauTypes,
    /// Types alive with a remedy and without; `types_with`, `types_without`.
    RemedyTypes,
    /// Bits of held-out text with a remedy and without; `bits_with`, `bits_without`.
    RemedyBits,
    /// Mean length of a sentence with a reviewer and without; `length_with`, `length_without`.
    Lengths,
    /// What a detector can do at the cursor's generation; `fpr`, `tpr`, `detector_fpr`, `detector_tpr`.
    Roc,
    /// How many words the reader's mix keeps; `alive`, `goal`.
    Puzzle,
    /// Temperature and human text at once; `temperatures`, `shares`, `alive`.
    Phase,
    /// The price of a human sentence; `shares`, `price`, `price_low`, `price_high`.
    Price,
    /// Its rate of exchange; `rounds`, `exchange`, `exchange_low`, `exchange_high`.
    Exchange,
}

impl Figure {
    /// Every figure with the name that JavaScript knows it by.
    pub const ALL: [(&'static str, Self); 23] = [
        ("survival", Self::Survival),
        ("race", Self::Race),
        ("noise", Self::Noise),
        ("divergence", Self::Divergence),
        ("safe", Self::Safe),
        ("top10", Self::Top10),
        ("photocopies", Self::Photocopies),
        ("photocopy", Self::Photocopy),
        ("dots", Self::Dots),
        ("graveyard", Self::Graveyard),
        ("genealogy", Self::Genealogy),
        ("continuations", Self::Continuations),
        ("fan", Self::Fan),
        ("plateau-bits", Self::PlateauBits),
        ("plateau-types", Self::PlateauTypes),
        ("remedy-types", Self::RemedyTypes),
        ("remedy-bits", Self::RemedyBits),
        ("lengths", Self::Lengths),
        ("roc", Self::Roc),
        ("puzzle", Self::Puzzle),
        ("phase", Self::Phase),
        ("price", Self::Price),
        ("exchange", Self::Exchange),
    ];

    /// Draws over the whole of `area`. `cursor` is the index of a spot, of those that are returned.
    pub fn draw<DB: DrawingBackend>(
        self,
        area: &DrawingArea<DB, Shift>,
        style: &Style,
        findings: &Findings,
        cursor: Option<usize>,
    ) -> Drawn<DB, Spots> {
        match self {
            Self::Survival => survival::draw(area, style, &recipes::survival(findings, cursor)),
            Self::Race => lines::draw(area, style, &recipes::race(style, findings, cursor)),
            Self::Noise => bands::draw(area, style, &recipes::noise(style, findings, cursor)),
            Self::Divergence => lines::draw(area, style, &recipes::divergence(style, findings, cursor)),
            Self::Safe => {
                let title = Phrase::WordsAlive;
                lines::draw(
                    area,
                    style,
                    &recipes::arms(style, findings, "types", (title, Unit::Count), cursor),
                )
            }
            Self::Top10 => {
                let title = Phrase::TopTen;
                lines::draw(
                    area,
                    style,
                    &recipes::arms(style, findings, "top10", (title, Unit::Share), cursor),
                )
            }
            Self::Photocopies => photocopies::draw(area, style, &recipes::copies(findings, &recipes::COPIES)),
            Self::Photocopy => {
                let last = findings.row("types").len().saturating_sub(1);
                photocopies::draw(area, style, &recipes::copies(findings, &[cursor.unwrap_or(last)]))
            }
            Self::Dots => dots::draw(area, style, findings.row("dots"), cursor),
            Self::Graveyard => {
                let last = (findings.row("follow").len()).saturating_sub(1);
                let figure = Graveyard {
                    human: findings.row("human"),
                    gone: findings.row("gone"),
                    words: findings.list("words"),
                    followed: findings.number("rank").map(|rank| rank as usize),
                    generation: cursor.unwrap_or(last),
                };
                graveyard::draw(area, style, &figure)
            }
            Self::Genealogy => bands::draw(area, style, &recipes::genealogy(style, findings, cursor)),
            Self::Continuations => bars::draw(area, style, &recipes::continuations(style, findings, cursor)),
            Self::Fan => fan::draw(area, style, &recipes::fan(findings, cursor)),
            Self::PlateauBits => {
                panels::draw(area, style, &recipes::efforts(style, findings, "bits", Unit::Bits, cursor))
            }
            Self::PlateauTypes => {
                panels::draw(area, style, &recipes::efforts(style, findings, "types", Unit::Count, cursor))
            }
            Self::RemedyTypes => {
                let axis = (Phrase::WordsAlive, Unit::Count);
                lines::draw(area, style, &recipes::trial(style, findings, "types", axis, cursor))
            }
            Self::RemedyBits => {
                let axis = (Phrase::Bits, Unit::Bits);
                lines::draw(area, style, &recipes::trial(style, findings, "bits", axis, cursor))
            }
            Self::Lengths => {
                let axis = (Phrase::WordsInSentence, Unit::Count);
                lines::draw(area, style, &recipes::trial(style, findings, "length", axis, cursor))
            }
            Self::Roc => roc::draw(area, style, &recipes::roc(findings, cursor)),
            Self::Puzzle => lines::draw(area, style, &recipes::puzzle(style, findings, cursor)),
            Self::Phase => {
                let map = Cells {
                    rows: findings.row("temperatures"),
                    columns: findings.row("shares"),
                    values: findings.row("alive"),
                    cursor,
                };
                cells::draw(area, style, &map)
            }
            Self::Price => intervals::draw(area, style, &recipes::price(style, findings, cursor)),
            Self::Exchange => intervals::draw(area, style, &recipes::exchange(style, findings, cursor)),
        }
    }
}

impl FromStr for Figure {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let known = Self::ALL.iter().find(|(known, _)| *known == name);
        let names = || Self::ALL.map(|(name, _)| name).join(", ");
        known
            .map(|(_, figure)| *figure)
            .ok_or_else(|| format!("the figure is {name}; it must be one of {}", names()))
    }
}
