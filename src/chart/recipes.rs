//! What each figure is made of: which rows, in which colours, under which names.

use plotters::style::RGBColor;

use super::bands::{Band, Bands};
use super::bars::Bars;
use super::fan::Fan;
use super::intervals::Intervals;
use super::lexicon::{Lexicon, Phrase};
use super::lines::{Line, Lines, Stroke, Unit};
use super::moment::Moment;
use super::roc::Roc;
use super::style::Style;
use super::{Ghosts, Photocopies, Prediction, Survival};
use crate::findings::Findings;

pub(super) fn survival(findings: &Findings, cursor: Option<usize>) -> Survival<'_> {
    let prediction = Prediction {
        types: findings.row("expected"),
        low: findings.row("low"),
        high: findings.row("high"),
        applies: findings.number("plain") == Some(1.0),
    };
    let mixed = findings.row("human_shares").iter().skip(1).any(|share| *share > 0.0);
    let (run, baseline) = (findings.row("types"), findings.row("baseline_types"));
    let human = run.first().copied().unwrap_or(f64::NAN);
    let bet = match *findings.row("bet_share") {
        [share, after, ..] => Some((after, share * human)),
        _ => None,
    };
    let ghosts = Ghosts { bet, pinned: findings.row("pinned") };
    Survival { prediction, run, mixed, baseline, ghosts, cursor }
}

/// As many documents, drawn at random from the human text.
/// The copies that are shown side by side.
pub(super) const COPIES: [usize; 5] = [0, 1, 3, 10, 20];

pub(super) fn copies<'a>(findings: &'a Findings, generations: &'a [usize]) -> Photocopies<'a> {
    Photocopies {
        passage: findings.list("passage").first().map_or("", String::as_str),
        starts: findings.row("starts"),
        ends: findings.row("ends"),
        gone: findings.row("gone"),
        generations,
        last: findings.row("types").len().saturating_sub(1),
    }
}

pub(super) fn race<'a>(style: &Style, findings: &'a Findings, cursor: Option<usize>) -> Lines<'a> {
    let regimes = findings.list("regimes");
    let alive = findings.row("alive");
    let width = (alive.len() / regimes.len().max(1)).max(1);
    let theme = style.theme;
    let mut lines = vec![Line {
        label: style.lexicon.say(Phrase::Sample).into(),
        values: findings.row("baseline"),
        color: theme.human,
        stroke: Stroke::Dotted,
    }];
    for (name, values) in regimes.iter().zip(alive.chunks(width)) {
        let (color, stroke) = match name.split('=').next() {
            Some("replace" | "grow" | "contaminate") => (theme.machine, Stroke::Bold),
            Some("subsample" | "weighted") => (theme.machine, Stroke::Dashed),
            Some("anchored" | "cure") => (theme.remedy, Stroke::Dashed),
            _ => (theme.remedy, Stroke::Bold),
        };
        lines.push(Line { label: called(style.lexicon, name), values, color, stroke });
    }
    // The fresh sample stands first, and never was all of the words.
    let runs = 1..lines.len();
    Lines::new(Phrase::HumanWordsAlive, Unit::Share, lines, cursor).halving(runs)
}

/// A regime in a few words.
fn called(lexicon: &Lexicon, regime: &str) -> String {
    let (kind, value) = regime.split_once('=').unwrap_or((regime, ""));
    let share = value.parse::<f64>().map_or_else(|_| value.to_owned(), |share| lexicon.percent(share));
    match kind {
        "replace" => lexicon.say(Phrase::OnlyNewest).into(),
        "accumulate" => lexicon.say(Phrase::EverythingSoFar).into(),
        "fresh" => lexicon.fill(Phrase::DrawnAnew, &[&share]),
        "anchored" => lexicon.fill(Phrase::TheSame, &[&share]),
        _ => regime.to_owned(),
    }
}

pub(super) fn noise<'a>(style: &Style, findings: &'a Findings, cursor: Option<usize>) -> Bands<'a> {
    let theme = style.theme;
    let band =
        |label, name, color, opacity| Band { label: Some(label), values: findings.row(name), color, opacity };
    let bands = vec![
        band(Phrase::Kept, "kept", theme.human, 0.32),
        band(Phrase::Distorted, "distorted", theme.machine, 0.28),
        band(Phrase::Invented, "invented", theme.machine, 0.6),
    ];
    Bands { title: Phrase::WordsWritten, shares: true, stack: bands, cursor, moment: None }
}

pub(super) fn divergence<'a>(style: &Style, findings: &'a Findings, cursor: Option<usize>) -> Lines<'a> {
    let values = findings.row("js");
    let js = Line {
        label: style.lexicon.say(Phrase::MachineText).into(),
        values,
        color: style.theme.machine,
        stroke: Stroke::Bold,
    };
    let twice = |far: &f64| values.get(1).is_some_and(|first| *first > 0.0 && *far >= 2.0 * first);
    let moment = values.iter().position(twice).map(|at| Moment { line: 0, at, words: Phrase::TwiceAsFar });
    Lines { level: Some((0.0, None)), moment, ..Lines::new(Phrase::Distance, Unit::Bits, vec![js], cursor) }
}

/// Text as it comes, and text written with another decoding.
pub(super) fn arms<'a>(
    style: &Style,
    findings: &'a Findings,
    name: &str,
    (title, unit): (Phrase, Unit),
    cursor: Option<usize>,
) -> Lines<'a> {
    let bold = findings.number("temperature").is_some_and(|temperature| temperature > 1.0);
    let called = if bold { Phrase::WritingBoldly } else { Phrase::PlayingSafe };
    let (ink, machine) = (style.theme.ink, style.theme.machine);
    let lines = cases(
        style,
        findings,
        name,
        [("plain", Phrase::AsItComes, ink, Stroke::Thin), ("safe", called, machine, Stroke::Bold)],
    );
    let caught = findings.number("loop_safe");
    let moment = caught.map(|t| Moment { line: 1, at: t as usize, words: Phrase::FirstLoop });
    Lines { moment, ..Lines::new(title, unit, lines, cursor) }
}

/// The rows of one measure, a line for each case.
fn cases<'a>(
    style: &Style,
    findings: &'a Findings,
    name: &str,
    cases: [(&str, Phrase, RGBColor, Stroke); 2],
) -> Vec<Line<'a>> {
    let line = |(case, label, color, stroke): (&str, Phrase, RGBColor, Stroke)| Line {
        label: style.lexicon.say(label).into(),
        values: findings.row(&format!("{name}_{case}")),
        color,
        stroke,
    };
    cases.map(line).into()
}

pub(super) fn genealogy<'a>(style: &Style, findings: &'a Findings, cursor: Option<usize>) -> Bands<'a> {
    let width = findings.row("follow").len().max(1);
    let theme = style.theme;
    let lines = findings.row("lineage").chunks(width).collect::<Vec<_>>();
    let others = lines.len().saturating_sub(1);
    let band = |(i, values): (usize, &'a [f64])| {
        let (label, color) =
            if i == others { (Some(Phrase::AllOthers), theme.muted) } else { (None, theme.machine) };
        // Neighbours differ in depth, so that a line can be followed.
        let opacity = if i == others { 0.18 } else { [0.75, 0.45, 0.6, 0.3][i % 4] };
        Band { label, values, color, opacity }
    };
    let bands = lines.iter().copied().enumerate().map(band).collect();
    let founders = findings.row("founders");
    let coalesced = founders.iter().position(|founders| *founders == 1.0).filter(|t| *t > 0);
    let words = Phrase::Coalesced;
    let moment = coalesced.map(|at| Moment { line: others, at, words });
    Bands { title: Phrase::ByAncestor, shares: false, stack: bands, cursor, moment }
}

/// Two cases of one measure, with something and without it.
pub(super) fn trial<'a>(
    style: &Style,
    findings: &'a Findings,
    name: &str,
    (title, unit): (Phrase, Unit),
    cursor: Option<usize>,
) -> Lines<'a> {
    let (machine, remedy) = (style.theme.machine, style.theme.remedy);
    let lines = cases(
        style,
        findings,
        name,
        [("without", Phrase::Without, machine, Stroke::Dashed), ("with", Phrase::With, remedy, Stroke::Bold)],
    );
    let lines = Lines::new(title, unit, lines, cursor);
    if name == "types" { lines.halving([1, 0]) } else { lines }
}

/// A panel for each effort: `name` is a matrix, effort by effort.
pub(super) fn efforts<'a>(
    style: &Style,
    findings: &'a Findings,
    name: &str,
    unit: Unit,
    cursor: Option<usize>,
) -> Vec<Lines<'a>> {
    const TITLES: [Phrase; 3] = [Phrase::AsMuchText, Phrase::FourTimes, Phrase::SixteenTimes];
    let matrix = findings.row(name);
    let width = (matrix.len() / TITLES.len()).max(1);
    let floor = findings.number("floor").filter(|_| unit == Unit::Bits);
    let panel = |(title, values): (Phrase, &'a [f64])| {
        let line = Line { label: String::new(), values, color: style.theme.machine, stroke: Stroke::Bold };
        let level = floor.map(|floor| (floor, Some(Phrase::HumanText)));
        let lines = Lines { level, ..Lines::new(title, unit, vec![line], cursor) };
        if unit == Unit::Count { lines.halving([0]) } else { lines }
    };
    TITLES.into_iter().zip(matrix.chunks(width)).map(panel).collect()
}

pub(super) fn puzzle<'a>(style: &Style, findings: &'a Findings, cursor: Option<usize>) -> Lines<'a> {
    let values = findings.row("alive");
    let line = Line {
        label: style.lexicon.say(Phrase::YourMix).into(),
        values,
        color: style.theme.remedy,
        stroke: Stroke::Bold,
    };
    let level = findings.number("goal").map(|goal| (goal, Some(Phrase::TheGoal)));
    let lines = Lines::new(Phrase::HumanWordsAlive, Unit::Share, vec![line], cursor);
    Lines { level, common: Some((0.0, 1.0)), ..lines.halving([0]) }
}

pub(super) fn continuations<'a>(
    style: &Style<'a>,
    findings: &'a Findings,
    cursor: Option<usize>,
) -> Bars<'a> {
    let lexicon = style.lexicon;
    let words = findings.list("continuations").iter().map(String::as_str);
    let total = findings.number("total").unwrap_or_default();
    Bars {
        title: lexicon
            .fill(Phrase::WhatFollows, &[&findings.list("context").join(" "), &lexicon.thousands(total)]),
        labels: words.map(|word| if word.is_empty() { lexicon.say(Phrase::End) } else { word }).collect(),
        counts: findings.row("counts"),
        total,
        other: findings.number("other").unwrap_or_default(),
        cursor,
    }
}

pub(super) fn fan(findings: &Findings, cursor: Option<usize>) -> Fan<'_> {
    let quantiles = ["q05", "q25", "q50", "q75", "q95"].map(|name| findings.row(name));
    Fan { quantiles, expected: findings.row("expected"), cursor }
}

pub(super) fn roc(findings: &Findings, cursor: Option<usize>) -> Roc<'_> {
    let fpr = findings.row("fpr");
    let all = findings.row("tpr").chunks(fpr.len().max(1)).collect::<Vec<_>>();
    let generation = cursor.unwrap_or(all.len().saturating_sub(1));
    let at = |name| findings.row(name).get(generation).copied();
    Roc {
        fpr,
        tpr: all.get(generation).copied().unwrap_or_default(),
        at: at("detector_fpr").zip(at("detector_tpr")),
    }
}

pub(super) fn price<'a>(style: &Style, findings: &'a Findings, cursor: Option<usize>) -> Intervals<'a> {
    Intervals {
        title: Phrase::Gain,
        below: Phrase::ThereAlready,
        cases: findings.row("shares").iter().map(|share| style.lexicon.percent(*share)).collect(),
        values: findings.row("price"),
        low: findings.row("price_low"),
        high: findings.row("price_high"),
        color: style.theme.human,
        cursor,
        bet: None,
    }
}

pub(super) fn exchange<'a>(style: &Style, findings: &'a Findings, cursor: Option<usize>) -> Intervals<'a> {
    Intervals {
        title: Phrase::MachineForHuman,
        below: Phrase::RoundsOfRetraining,
        cases: findings.row("rounds").iter().map(|rounds| style.lexicon.thousands(*rounds)).collect(),
        values: findings.row("exchange"),
        low: findings.row("exchange_low"),
        high: findings.row("exchange_high"),
        color: style.theme.human,
        cursor,
        bet: findings.number("bet_rate"),
    }
}
