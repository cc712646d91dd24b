//! Figures on paper: drawn as SVG, compared with drawings that a person has looked at, and checked for what no figure may do.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test --test charts --test figures` renews the drawings in `tests/snapshots`; look at them before they
//! are committed.

use std::path::{Path, PathBuf};

use plotters::prelude::IntoDrawingArea;
use recursive_trap::chart::lexicon::ENGLISH;
use recursive_trap::chart::printer::{self, Area, Printer, SANS, SERIF};
use recursive_trap::chart::{Style, Theme};

/// Device pixels per CSS pixel in every snapshot.
pub(crate) const SCALE: f64 = 2.0;

/// Draws on paper of this size (CSS pixels) and compares with `tests/snapshots/NAME.svg`.
pub(crate) fn snapshot(name: &str, size: (u32, u32), theme: Theme, draw: impl FnOnce(&Area, &Style)) {
    let svg = print(size, theme, draw);
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots").join(name).with_extension("svg");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&kept, &svg).expect("the snapshot is writable");
        return;
    }
    if std::fs::read_to_string(&kept).is_ok_and(|kept| kept == svg) {
        return;
    }
    let new = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("new.svg");
    std::fs::write(&new, &svg).expect("the target directory is writable");
    panic!(
        "{} differs from {}\nif the new drawing is right: UPDATE_SNAPSHOTS=1 cargo test --test charts --test figures",
        new.display(),
        kept.display()
    );
}

/// The drawing as SVG, checked for what no figure may do.
pub(crate) fn print(size: (u32, u32), theme: Theme, draw: impl FnOnce(&Area, &Style)) -> String {
    let size = (f64::from(size.0) * SCALE, f64::from(size.1) * SCALE);
    let mut svg = String::new();
    {
        let area =
            Printer::new(&mut svg, (size.0 as u32, size.1 as u32), &printer::by_table).into_drawing_area();
        draw(&area, &Style { theme, scale: SCALE, serif: SERIF, sans: SANS, lexicon: &ENGLISH });
        area.present().expect("a string takes any text");
    }
    check(&svg, size);
    svg
}

/// Nothing undefined, nothing too small to read, nothing off the paper.
fn check(svg: &str, (width, height): (f64, f64)) {
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "a coordinate is not a number");
    let number = |tag: &str, name: &str| -> f64 {
        let value = tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        value.and_then(|v| v.parse().ok()).unwrap_or_else(|| panic!("no {name} in {tag}"))
    };
    for text in svg.split("<text").skip(1) {
        let (tag, words) = text.split_once('>').expect("a tag ends");
        let words = words.split("</text").next().unwrap_or_default().trim();
        let words = words.replace("&apos;", "'").replace("&quot;", "\"").replace("&amp;", "&");
        let size = number(tag, "font-size");
        assert!(size >= 12.0 * SCALE - 1e-9, "{words} is set in {size}");
        let wider = if tag.contains("Sans") { printer::SANS_TO_SERIF } else { 1.0 };
        let long = printer::width(&words, size) * wider;
        let x = number(tag, "x");
        let left = if tag.contains("\"end\"") {
            x - long
        } else if tag.contains("\"middle\"") {
            x - long / 2.0
        } else {
            x
        };
        // A halo reaches a little beyond its letters.
        let halo = 2.5 * SCALE;
        assert!(left >= -halo && left + long <= width + halo, "{words} leaves the paper: {left} + {long}");
        assert!((0.0..=height).contains(&number(tag, "y")), "{words} leaves the paper");
    }
}
