//! What a photocopier does to a page that has been copied too often.
//!
//! Nothing here is random: a speck has its place by its number, and a page more worn has more of the same specks,
//! so that dirt gathers from one generation to the next as it does on a copy of a copy.

use plotters_backend::DrawingBackend;

use super::labels::Frame;
use super::pen::{Drawn, Pen, Point};
use super::style::{mix, tint};

use plotters::style::RGBColor;

/// A number in 0..1 that looks like chance and never changes (the `lowbias32` hash of C. Wellons).
fn noise(seed: u32) -> f64 {
    let mut x = seed.wrapping_add(0x9e37_79b9);
    x = (x ^ (x >> 16)).wrapping_mul(0x7feb_352d);
    x = (x ^ (x >> 15)).wrapping_mul(0x846c_a68b);
    f64::from(x ^ (x >> 16)) / (f64::from(u32::MAX) + 1.0)
}

/// Noise that changes slowly with `x`: one new value per unit, and a smooth way between them.
fn drift(x: f64, seed: u32) -> f64 {
    let from = libm::floor(x);
    let share = x - from;
    let share = share * share * (3.0 - 2.0 * share);
    let at = |unit: f64| noise((unit as i32 as u32).wrapping_mul(31).wrapping_add(seed << 16));
    at(from) + (at(from + 1.0) - at(from)) * share
}

/// Noise that changes slowly over the page: patches with a life of their own.
fn patch((x, y): Point, seed: u32) -> f64 {
    let row = libm::floor(y);
    let share = y - row;
    let at = |row: f64| drift(x, seed + (row as i32 as u32 & 0xff) * 13);
    at(row) + (at(row + 1.0) - at(row)) * share
}

/// A copier through which the page has passed until this share of its words was lost.
#[derive(Clone, Copy)]
pub(super) struct Copier {
    wear: f64,
}

/// Layers of which a soft shadow is made.
const RINGS: u32 = 10;
/// Opacity of each layer of a band; a faint word on a band must still be read.
const BAND: f64 = 0.009;

/// How one word came out.
pub(super) struct Toner {
    /// Shift from its place, in CSS pixels.
    pub(super) shift: Point,
    /// Its colour.
    pub(super) color: RGBColor,
    /// Printed twice, a hair apart: the stroke has spread.
    pub(super) spread: bool,
}

impl Copier {
    /// `wear` from 0, an original, to 1; what is no number counts as 0.
    pub(super) fn new(wear: f64) -> Self {
        Self { wear: if wear.is_finite() { wear.clamp(0.0, 1.0) } else { 0.0 } }
    }

    /// The sheet, greyer with every copy.
    pub(super) fn sheet(self, clean: RGBColor, ink: RGBColor) -> RGBColor {
        mix(clean, ink, 0.055 * self.wear)
    }

    /// The word at this place (CSS pixels). Toner thins in patches, but never so far that a word could not be
    /// read; where it does not thin it clots. Lines waver where the sheet was not fed evenly.
    pub(super) fn word(self, (x, y): Point, ink: RGBColor, sheet: RGBColor) -> Toner {
        let thin = patch((x / 110.0, y / 45.0), 1);
        let thin = ((thin - 0.25) / 0.6).clamp(0.0, 1.0);
        let waver = drift(x / 70.0, 2 + (y as u32 & 0xff)) - 0.5;
        Toner {
            shift: (0.0, waver * 4.0 * self.wear * self.wear),
            color: mix(ink, sheet, 0.31 * self.wear * thin),
            spread: thin < 0.6 * (self.wear - 0.5),
        }
    }

    /// How far the sheet lay askew: the drop of a line per pixel of its length.
    pub(super) fn skew(self) -> f64 {
        0.011 * self.wear
    }

    /// Streaks and shadows, which lie under the text.
    pub(super) fn shade<DB: DrawingBackend>(self, pen: &Pen<DB>, sheet: Frame) -> Drawn<DB> {
        if self.wear < 0.02 {
            return Ok(());
        }
        let ink = pen.style.theme.ink;
        let (width, height) = (sheet.right - sheet.left, sheet.bottom - sheet.top);
        // Bands of tired drum across the page, soft at their edges.
        for (n, from) in [(0, 0.10), (1, 0.45), (2, 0.75)] {
            let strength = (self.wear - from).max(0.0);
            let middle = sheet.top + height * (0.15 + 0.7 * noise(90 + n));
            for ring in 1..=RINGS {
                let half = pen.px(8.0 + 10.0 * noise(95 + n)) * f64::from(ring) / f64::from(RINGS);
                let top = (middle - half).max(sheet.top);
                let bottom = (middle + half).min(sheet.bottom);
                pen.rectangle((sheet.left, top), (sheet.right, bottom), tint(ink, BAND * strength))?;
            }
        }
        // The shadow of the open lid, deepest along the left edge.
        for (side, reach) in [(0, 30.0), (1, 11.0), (2, 9.0), (3, 18.0)] {
            let along = if side < 2 { height } else { width };
            let count = (along / pen.px(12.0)).ceil().max(1.0) as u32;
            for ring in 1..=RINGS {
                let share = f64::from(ring) / f64::from(RINGS);
                let depth = pen.px(reach) * share * share * (0.3 + 0.7 * self.wear);
                let outline = (0..=count).map(|i| {
                    let a = along * f64::from(i) / f64::from(count);
                    (a, depth * (0.7 + 0.6 * drift(f64::from(i) / 7.0, 10 + side)))
                });
                let edge: Vec<Point> = outline
                    .chain([(along, 0.0), (0.0, 0.0)])
                    .map(|(a, d)| match side {
                        0 => (sheet.left + d, sheet.top + a),
                        1 => (sheet.right - d, sheet.top + a),
                        2 => (sheet.left + a, sheet.top + d),
                        _ => (sheet.left + a, sheet.bottom - d),
                    })
                    .collect();
                pen.polygon(&edge, tint(ink, 0.052 * self.wear))?;
            }
        }
        Ok(())
    }

    /// Specks of toner and a scratch of the drum, which lie over the text.
    pub(super) fn dirt<DB: DrawingBackend>(self, pen: &Pen<DB>, sheet: Frame) -> Drawn<DB> {
        let ink = pen.style.theme.ink;
        let (width, height) = (sheet.right - sheet.left, sheet.bottom - sheet.top);
        let scratch = (self.wear - 0.4).max(0.0);
        if scratch > 0.0 {
            for n in 0..12 {
                let x = sheet.left + width * 0.83 + pen.px(noise(500 + n));
                let from = sheet.top + height * f64::from(n) / 12.0;
                let to = from + height / 12.0 * noise(400 + n);
                pen.vertical(x, from, to, 1.0, tint(ink, 0.35 * scratch))?;
            }
        }
        let area = width * height / pen.px(100.0) / pen.px(100.0);
        // At most 320: each costs a call of the canvas, and a larger page looks as dirty.
        let specks = (area * 16.0 * self.wear).min(320.0) as u32;
        for n in 0..specks {
            let spot = (sheet.left + width * noise(n * 4), sheet.top + height * noise(n * 4 + 1));
            let size = noise(n * 4 + 2);
            let color = tint(ink, 0.25 + 0.6 * noise(n * 4 + 3));
            if size > 0.955 {
                pen.disc(spot, 1.0 + 12.0 * (size - 0.955), color)?;
            } else {
                let (w, h) = (pen.px(0.5 + size), pen.px(0.5 + 0.9 * noise(n * 4 + 3)));
                let corner = ((spot.0 + w).min(sheet.right), (spot.1 + h).min(sheet.bottom));
                pen.rectangle(spot, corner, color)?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Theme;

    fn contrast(a: RGBColor, b: RGBColor) -> f64 {
        let linear = |v: u8| {
            let v = f64::from(v) / 255.0;
            if v <= 0.040_45 { v / 12.92 } else { libm::pow((v + 0.055) / 1.055, 2.4) }
        };
        let luminance = |c: RGBColor| 0.2126 * linear(c.0) + 0.7152 * linear(c.1) + 0.0722 * linear(c.2);
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn the_worst_copy_can_still_be_read() {
        for Theme { paper, ink, machine, human, .. } in [Theme::light(), Theme::dark()] {
            let copier = Copier::new(1.0);
            let sheet = copier.sheet(crate::chart::specimen::clean(paper, ink), ink);
            let band = (0..RINGS).fold(sheet, |ground, _| mix(ground, ink, BAND * 0.9));
            for ground in [sheet, band, mix(sheet, machine, crate::chart::marked_text::LOOP_TINT)] {
                let faintest = (0..5000)
                    .map(|n| (f64::from(n % 70) * 9.7, f64::from(n / 70) * 7.3))
                    .map(|place| contrast(copier.word(place, ink, sheet).color, ground))
                    .fold(f64::INFINITY, f64::min);
                assert!(faintest >= 4.5, "{faintest}");
            }
            for color in [machine, human] {
                assert!(contrast(color, sheet) >= 4.5, "{}", contrast(color, sheet));
            }
        }
    }

    #[test]
    fn an_original_is_left_alone() {
        let Theme { paper, ink, .. } = Theme::light();
        for wear in [0.0, -3.0, f64::NAN] {
            let copier = Copier::new(wear);
            let toner = copier.word((170.0, 33.0), ink, paper);
            assert_eq!((copier.sheet(paper, ink), toner.color), (paper, ink));
            assert!(!toner.spread && toner.shift == (0.0, 0.0) && copier.skew() == 0.0);
        }
    }

    #[test]
    fn noise_fills_its_range_and_drift_is_smooth() {
        let mean = (0..10_000).map(noise).sum::<f64>() / 10_000.0;
        assert!((mean - 0.5).abs() < 0.01);
        for n in 0..10_000 {
            let (here, next) = (f64::from(n) / 100.0, f64::from(n + 1) / 100.0);
            assert!((0.0..1.0).contains(&patch((here, next * 3.0), 5)));
            assert!((drift(here, 3) - drift(next, 3)).abs() < 0.02);
        }
    }
}
