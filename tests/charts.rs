//! The figures of the instrument, in several states, against the drawings a person has looked at and approved.

mod common;

use plotters::prelude::IntoDrawingArea as _;
use recursive_trap::chart::lexicon::ENGLISH;
use recursive_trap::chart::printer::{self, Area, Printer, SANS, SERIF};
use recursive_trap::chart::{
    Ghosts, Mark, MarkKind, Prediction, RankFrequency, Specimen, Style, Survival, Theme,
};
use recursive_trap::chart::{rank_frequency, specimen, survival};

use common::paper::{SCALE, print, snapshot};

/// A run with the shape of a real one: types with Zipf counts, each dying out as theory says.
struct Simulated {
    predicted: Vec<f64>,
    low: Vec<f64>,
    high: Vec<f64>,
    alive: Vec<f64>,
    baseline: Vec<f64>,
}

fn zipf(types: u32) -> Vec<u32> {
    (1..=types).map(|rank| (f64::from(types) * 0.6 / f64::from(rank)).ceil() as u32).collect()
}

fn run(generations: usize) -> Simulated {
    let counts = zipf(4_200);
    // The chance that a type is gone after t generations: s' = exp(s - 1), from s = 0.
    let gone: Vec<f64> =
        std::iter::successors(Some(0.0), |s: &f64| Some(libm::exp(s - 1.0))).take(generations + 1).collect();
    let alive = |s: f64| counts.iter().map(|c| 1.0 - libm::pow(s, f64::from(*c))).sum::<f64>();
    let predicted: Vec<f64> = gone.iter().map(|s| alive(*s)).collect();
    let band = |share: f64| {
        predicted.iter().enumerate().map(|(t, p)| p + share * libm::sqrt(p * t.min(9) as f64)).collect()
    };
    let wobble = |t: usize| libm::sin(t as f64 * 1.7) * 22.0;
    let run = predicted.iter().enumerate().map(|(t, p)| (p + wobble(t) * f64::from(t > 0)).round()).collect();
    let fresh = alive(gone[1]);
    let baseline = (0..=generations).map(|t| if t == 0 { f64::NAN } else { (fresh + wobble(t + 3)).round() });
    Simulated { low: band(-1.0), high: band(1.0), alive: run, baseline: baseline.collect(), predicted }
}

impl Simulated {
    fn until(&self, t: usize, cursor: Option<usize>) -> Survival<'_> {
        let prediction =
            Prediction { types: &self.predicted, low: &self.low, high: &self.high, applies: true };
        Survival {
            prediction,
            run: &self.alive[..=t],
            mixed: false,
            baseline: &self.baseline,
            ghosts: Ghosts::default(),
            cursor,
        }
    }
}

fn draw_survival(area: &Area, style: &Style, figure: &Survival) {
    survival::draw(area, style, figure).expect("a string takes any figure");
}

fn draw_ranks(area: &Area, style: &Style, figure: &RankFrequency) {
    rank_frequency::draw(area, style, figure).expect("a string takes any figure");
}

#[test]
fn survival_finished() {
    let run = run(30);
    for (name, theme) in [("survival", Theme::light()), ("survival-dark", Theme::dark())] {
        snapshot(name, (720, 360), theme, |a, s| draw_survival(a, s, &run.until(30, None)));
    }
}

#[test]
fn survival_under_way() {
    let run = run(30);
    snapshot("survival-generation-12", (720, 360), Theme::light(), |a, s| {
        draw_survival(a, s, &run.until(12, Some(12)));
    });
    snapshot("survival-start", (720, 360), Theme::light(), |a, s| {
        draw_survival(a, s, &run.until(0, Some(0)));
    });
}

#[test]
fn survival_narrow() {
    let run = run(20);
    snapshot("survival-narrow", (320, 300), Theme::light(), |a, s| {
        draw_survival(a, s, &run.until(20, Some(7)));
    });
    snapshot("survival-narrow-dark", (320, 280), Theme::dark(), |a, s| {
        draw_survival(a, s, &run.until(5, Some(5)));
    });
}

/// Fails when a run that human text is mixed into is still called machine text.
#[test]
fn a_survival_run_is_named_by_what_it_is_made_of() {
    let run = run(20);
    for (mixed, named, other) in [(false, "machine text", "mixed text"), (true, "mixed text", "machine text")]
    {
        let figure = Survival { mixed, ..run.until(20, None) };
        let svg = print((720, 360), Theme::light(), |a, s| draw_survival(a, s, &figure));
        assert!(svg.contains(named) && !svg.contains(other), "{mixed}");
    }
}

#[test]
fn survival_for_two_hundred_generations() {
    let run = run(200);
    snapshot("survival-200", (960, 420), Theme::light(), |a, s| {
        draw_survival(a, s, &run.until(200, Some(150)));
    });
}

#[test]
fn rank_frequency_states() {
    let human = zipf(4_200);
    let current = |types: u32| -> Vec<u32> {
        let total: u32 = human.iter().sum();
        let kept: u32 = human[..types as usize].iter().sum();
        human[..types as usize]
            .iter()
            .map(|c| (f64::from(*c) * f64::from(total) / f64::from(kept)) as u32)
            .collect()
    };
    let states = [("ranks-generation-0", 0, 4_200), ("ranks", 12, 1_310), ("ranks-late", 60, 120)];
    for (name, generation, types) in states {
        let current = current(types);
        let figure = RankFrequency { human: &human, current: &current, generation };
        snapshot(name, (720, 360), Theme::light(), |a, s| draw_ranks(a, s, &figure));
    }
    let current = current(900);
    let figure = RankFrequency { human: &human, current: &current, generation: 20 };
    snapshot("ranks-narrow", (320, 300), Theme::light(), |a, s| draw_ranks(a, s, &figure));
    snapshot("ranks-dark", (560, 320), Theme::dark(), |a, s| draw_ranks(a, s, &figure));
}

const HUMAN_TEXT: &str = "Call me Ishmael. Some years ago—never mind how long precisely—having little or no \
    money in my purse, and nothing particular to interest me on shore, I thought I would sail about a little and see \
    the watery part of the world. It is a way I have of driving off the spleen and regulating the circulation. \
    Whenever I find myself growing grim about the mouth; whenever it is a damp, drizzly November in my soul; whenever \
    I find myself involuntarily pausing before coffin warehouses, and bringing up the rear of every funeral I meet; \
    then, I account it high time to get to sea as soon as I can.";
const MACHINE_TEXT: &str = "Call me a little and see the watery part of the sea, the sea, the sea, the sea. It is a way \
    I have of the world. Whenever I find myself growing grim about the mouth of the whale, and of the whale, and of \
    the whale; and all the while the harpooneer was the Nantucketer of the world. I thought I would sail about a \
    little and see the watery part of the world. Who ain't a slave? Tell me that. The whale was the whale of the \
    whale, and the sea of the sea.";

/// Marks every stretch that reads like one of these, in order.
fn marks(text: &str, stretches: &[(&str, MarkKind)]) -> Vec<Mark> {
    let units = |byte: usize| text[..byte].encode_utf16().count();
    let found = |(stretch, kind): &(&str, MarkKind)| {
        let at = text.find(stretch).unwrap_or_else(|| panic!("{stretch} is in the text"));
        Mark { start: units(at), end: units(at + stretch.len()), kind: *kind }
    };
    stretches.iter().map(found).collect()
}

fn draw_specimen(area: &Area, style: &Style, figure: &Specimen) {
    specimen::draw(area, style, figure).expect("a string takes any page");
}

/// Draws a page of this width (CSS pixels), as high as its text needs.
fn specimen_snapshot(name: &str, width: u32, theme: Theme, figure: &Specimen) {
    let mut measured = 0;
    print((width, 1), theme, |area, style| {
        measured = specimen::height(area, style, width * SCALE as u32, figure.text).expect("any text is set");
    });
    snapshot(name, (width, measured.div_ceil(SCALE as u32)), theme, |a, s| draw_specimen(a, s, figure));
}

#[test]
fn specimen_states() {
    let (dying, repeated) = (MarkKind::LastOccurrence, MarkKind::Loop);
    let human = Specimen { text: HUMAN_TEXT, marks: &[], generation: 0, wear: 0.0 };
    let marked = marks(
        MACHINE_TEXT,
        &[
            ("the sea, the sea, the sea, the sea", repeated),
            ("grim", dying),
            ("of the whale, and of the whale, and of the whale", repeated),
            ("harpooneer", dying),
            ("Nantucketer", dying),
            ("ain't", dying),
        ],
    );
    let half = Specimen { text: MACHINE_TEXT, marks: &marked, generation: 5, wear: 0.5 };
    let late = Specimen { generation: 40, wear: 0.9, ..half };
    specimen_snapshot("specimen-human", 640, Theme::light(), &human);
    specimen_snapshot("specimen-half", 640, Theme::light(), &half);
    specimen_snapshot("specimen-late", 640, Theme::light(), &late);
    specimen_snapshot("specimen-late-dark", 640, Theme::dark(), &late);
    specimen_snapshot("specimen-narrow", 320, Theme::light(), &Specimen { wear: 0.7, ..half });
    snapshot("specimen-cut", (480, 240), Theme::dark(), |a, s| draw_specimen(a, s, &half));
}

#[test]
fn specimen_bears_any_text() {
    let endless = "m".repeat(5000);
    let cjk = "白鯨は、海の中を泳いでいた。".repeat(40);
    let arabic = "\u{642}\u{627}\u{644} \u{627}\u{644}\u{62d}\u{648}\u{62a}".repeat(30);
    let emoji = "a 🐋 whale 🐳🐳 e\u{301}a";
    let everywhere = [
        Mark { start: 3, end: 1, kind: MarkKind::Loop },
        Mark { start: 0, end: 3, kind: MarkKind::LastOccurrence },
        Mark { start: 2, end: 12, kind: MarkKind::Loop },
        Mark { start: 9, end: usize::MAX, kind: MarkKind::LastOccurrence },
    ];
    for text in ["", " ", "\n\n", "a", &endless, &cjk, &arabic, emoji, HUMAN_TEXT] {
        for wear in [0.0, 1.0, 7.0, -1.0, f64::NAN] {
            for width in [300, 1000] {
                let figure = Specimen { text, marks: &everywhere, generation: 999_999, wear };
                print((width, 240), Theme::dark(), |a, s| draw_specimen(a, s, &figure));
            }
        }
    }
}

#[test]
fn survival_bears_any_numbers() {
    let none = Prediction { types: &[], low: &[], high: &[], applies: true };
    let nan = [f64::NAN; 8];
    let broken = Prediction { types: &nan, low: &nan, high: &[f64::INFINITY, 2.0], applies: false };
    let zeros = [0.0; 12];
    let flat = Prediction { types: &zeros, low: &zeros, high: &zeros, applies: true };
    let cases: [(Prediction, &[f64], &[f64]); 7] = [
        (none, &[], &[]),
        (none, &[5.0], &[]),
        (none, &[5.0, 2.0], &[f64::NAN, 4.0]),
        (broken, &nan, &nan),
        (broken, &[9.0, f64::NAN, 4.0, f64::INFINITY, 1.0], &nan),
        (flat, &zeros, &zeros),
        (flat, &[1e9, 3.0], &[f64::NAN, 1e9]),
    ];
    for (prediction, run, baseline) in cases {
        for cursor in [None, Some(0), Some(1), Some(usize::MAX)] {
            for width in [300, 1000] {
                let figure =
                    Survival { prediction, run, mixed: false, baseline, ghosts: Ghosts::default(), cursor };
                print((width, 240), Theme::light(), |a, s| draw_survival(a, s, &figure));
            }
        }
    }
}

#[test]
fn rank_frequency_bears_any_counts() {
    let ones = [1; 3000];
    let cases: [(&[u32], &[u32]); 7] = [
        (&[], &[]),
        (&[7], &[7]),
        (&[7], &[]),
        (&ones, &ones[..40]),
        (&[3, 2, 1], &[u32::MAX]),
        (&[], &[4]),
        (&[0], &[0]),
    ];
    for (human, current) in cases {
        for generation in [0, 1, 12_345] {
            for width in [300, 1000] {
                let figure = RankFrequency { human, current, generation };
                print((width, 240), Theme::light(), |a, s| draw_ranks(a, s, &figure));
            }
        }
    }
}

#[test]
fn any_size_of_paper_is_borne() {
    let run = run(30);
    for size in [(1, 1), (40, 30), (300, 60), (2000, 1000)] {
        let mut svg = String::new();
        let area = Printer::new(&mut svg, size, &printer::by_table).into_drawing_area();
        let style =
            Style { theme: Theme::light(), scale: SCALE, serif: SERIF, sans: SANS, lexicon: &ENGLISH };
        draw_survival(&area, &style, &run.until(30, Some(4)));
        draw_ranks(&area, &style, &RankFrequency { human: &[9, 4, 1], current: &[9], generation: 3 });
        draw_specimen(&area, &style, &Specimen { text: HUMAN_TEXT, marks: &[], generation: 1, wear: 0.6 });
    }
}
