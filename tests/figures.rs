//! Every figure of the story, drawn from what its study finds in a small text: finished, half-way, with nothing, and with a
//! cursor anywhere.

mod common;

use std::sync::Arc;

use recursive_trap::chart::{Figure, Phrase, Theme};
use recursive_trap::findings::Findings;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::Protocol;
use recursive_trap::study;
use recursive_trap::text::{Text, Tokenizer};

use common::made_up_text;
use common::paper::{print, snapshot};

/// Wide and narrow, in CSS pixels.
const WIDE: (u32, u32) = (640, 300);
const NARROW: (u32, u32) = (320, 420);

/// Which study a figure is drawn from, about what, and with which settings.
fn source(figure: &str) -> (&'static str, &'static str, Protocol) {
    let protocol = Protocol { generations: 8, ..Protocol::default() };
    let with = |regime: &str, curation: &str| Protocol {
        regime: regime.parse().unwrap(),
        curation: curation.parse().unwrap(),
        ..protocol.clone()
    };
    match figure {
        "survival" => ("course", "", protocol),
        "race" => ("race", "", protocol),
        "noise" | "divergence" => ("noise", "", protocol),
        "safe" | "top10" => {
            let decoding = recursive_trap::decoding::Decoding { temperature: 0.3, ..Default::default() };
            ("safe", "", Protocol { decoding, ..protocol })
        }
        "photocopies" | "photocopy" => ("photocopy", "", Protocol { generations: 20, ..protocol }),
        "dots" => ("chance", "2", protocol),
        "graveyard" | "genealogy" => ("tail", "", protocol),
        "continuations" => ("next", "", protocol),
        "fan" => ("fan", "10", protocol),
        "plateau-bits" | "plateau-types" => ("plateau", "", protocol),
        "remedy-types" | "remedy-bits" => {
            ("remedy", "", with("replace", "teacher=order:1,documents:50,keep:0.5"))
        }
        "roc" => ("remedy", "", with("fresh=0.5", "detector=trained@0.2")),
        "lengths" => ("review", "0110100110", protocol),
        "puzzle" => ("puzzle", "0.2 2", protocol),
        "phase" => ("phase", "", protocol),
        "price" | "exchange" => ("worth", "", protocol),
        _ => panic!("{figure} has no study"),
    }
}

fn text() -> Arc<HumanCorpus> {
    let text = Text::new(&made_up_text(5, 200), Tokenizer::Word).unwrap();
    Arc::new(HumanCorpus::new(&text, None).unwrap())
}

/// What is found after so many slices.
fn found(human: &Arc<HumanCorpus>, figure: &str, slices: usize) -> Findings {
    let (question, argument, protocol) = source(figure);
    let mut study = study::begin(question, argument, human, protocol).unwrap();
    for _ in 0..slices {
        if !study.advance() {
            break;
        }
    }
    study.findings().clone()
}

fn named(name: &str) -> Figure {
    name.parse().unwrap()
}

#[test]
fn finished() {
    let human = text();
    for (name, figure) in Figure::ALL {
        let findings = found(&human, name, usize::MAX);
        for (variant, size, theme) in
            [(name.to_owned(), WIDE, Theme::light()), (format!("{name}-narrow"), NARROW, Theme::dark())]
        {
            snapshot(&format!("figure-{variant}"), size, theme, |area, style| {
                figure.draw(area, style, &findings, Some(5)).unwrap();
            });
        }
    }
}

/// A study delivers what it has, and a figure draws that.
#[test]
fn under_way_and_with_nothing() {
    let human = text();
    for (name, figure) in Figure::ALL {
        for slices in [0, 1, 2, 7] {
            let findings = found(&human, name, slices);
            for cursor in [None, Some(0), Some(3), Some(usize::MAX)] {
                for size in [WIDE, NARROW] {
                    print(size, Theme::light(), |area, style| {
                        figure.draw(area, style, &findings, cursor).unwrap();
                    });
                }
            }
        }
        // JavaScript may hand over anything, also what another study has found.
        for other in ["tail", "worth", "next"] {
            let mut findings = found(&human, if other == "tail" { "graveyard" } else { "price" }, 3);
            for row in ["types", "alive", "bits", "shares", "kept"] {
                findings.note(row, [f64::NAN, -1.0, f64::INFINITY, 1e12]);
            }
            figure_bears(figure, &findings);
        }
    }
}

fn figure_bears(figure: Figure, findings: &Findings) {
    use plotters::prelude::IntoDrawingArea as _;
    use recursive_trap::chart::lexicon::ENGLISH;
    use recursive_trap::chart::printer::{Printer, SANS, SERIF, by_table};
    let mut svg = String::new();
    let area = Printer::new(&mut svg, (640, 400), &by_table).into_drawing_area();
    let style = recursive_trap::chart::Style {
        theme: Theme::light(),
        scale: 1.0,
        serif: SERIF,
        sans: SANS,
        lexicon: &ENGLISH,
    };
    figure.draw(&area, &style, findings, Some(1)).unwrap();
}

/// What a reader points at is what is there: one spot for each generation, cell, bar or case.
#[test]
fn spots_are_what_can_be_pointed_at() {
    let human = text();
    let spots = |name: &str| {
        let findings = found(&human, name, usize::MAX);
        let mut found = Vec::new();
        print(WIDE, Theme::light(), |area, style| {
            found = named(name).draw(area, style, &findings, None).unwrap().0;
        });
        found
    };
    for name in
        ["survival", "race", "noise", "divergence", "safe", "top10", "genealogy", "fan", "puzzle", "lengths"]
    {
        let indices = spots(name).iter().map(|spot| spot.index).collect::<Vec<_>>();
        assert_eq!(indices, (0..=8).collect::<Vec<_>>(), "{name}");
    }
    // A panel for each effort, side by side: the spots of the second lie right of those of the first.
    let panels = spots("plateau-bits");
    assert_eq!(panels.len(), 3 * 9);
    assert!(panels.windows(2).all(|pair| pair[0].x < pair[1].x));
    assert_eq!(spots("phase").len(), 36);
    assert_eq!(spots("price").len(), 6);
    assert_eq!((spots("dots").len(), spots("exchange").len()), (100, 3));
    assert!(spots("roc").is_empty());
}

/// What the reader has bet, and a run that is pinned, stay behind what is drawn; a bet on a later generation is not drawn.
#[test]
fn ghosts() {
    let human = text();
    let drawn = |name: &str, row: &str, values: &[f64]| {
        let mut findings = found(&human, name, usize::MAX);
        findings.note(row, values.iter().copied());
        let figure = named(name);
        [WIDE, NARROW].map(|size| {
            let svg = print(size, Theme::light(), |area, style| {
                figure.draw(area, style, &findings, None).unwrap();
            });
            (svg.contains("your bet"), svg.contains("pinned run"))
        })
    };
    assert_eq!(drawn("survival", "bet_share", &[0.4, 8.0]), [(true, false); 2]);
    assert_eq!(drawn("survival", "bet_share", &[0.4, 5.0]), [(true, false); 2]);
    assert_eq!(drawn("survival", "bet_share", &[0.4, 9.0]), [(false, false); 2]);
    assert_eq!(drawn("survival", "bet_share", &[f64::NAN, 5.0]), [(false, false); 2]);
    assert_eq!(drawn("survival", "pinned", &[900.0, 700.0, 650.0]), [(false, true); 2]);
    assert_eq!(drawn("exchange", "bet_rate", &[40.0]), [(true, false); 2]);
    assert_eq!(drawn("price", "bet_rate", &[40.0]), [(false, false); 2]);
}

#[test]
fn the_gallery_shows_every_figure() {
    let gallery = std::fs::read_to_string(common::root().join("examples/gallery.html")).unwrap();
    for (name, _) in Figure::ALL {
        assert!(
            gallery.contains(&format!("figure-{name}.svg"))
                && gallery.contains(&format!("figure-{name}-narrow.svg")),
            "{name}"
        );
    }
}

#[test]
fn an_unknown_figure_is_named() {
    let refused = "pie".parse::<Figure>().unwrap_err();
    assert!(refused.starts_with("the figure is pie; it must be one of survival, "), "{refused}");
}

/// Other languages translate what this list names: `tests/js/catalogue.test.js` holds them to it.
#[test]
fn the_list_of_phrases_is_that_of_the_charts() {
    let listed = std::fs::read_to_string(common::root().join("tests/data/phrases.txt")).unwrap();
    let drawn = Phrase::ALL.iter().map(|phrase| phrase.english()).collect::<Vec<_>>();
    assert_eq!(listed.lines().collect::<Vec<_>>(), drawn);
}
