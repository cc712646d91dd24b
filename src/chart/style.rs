//! How a figure looks: what its colours mean, its typefaces, its size on the screen.

use plotters::style::{RGBAColor, RGBColor};

use super::lexicon::Lexicon;

/// The colours of a figure, named by what they mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    /// The ground everything is printed on.
    pub paper: RGBColor,
    /// Text, and theory (always dashed).
    pub ink: RGBColor,
    /// Titles of axes and other quiet text.
    pub muted: RGBColor,
    /// Rules that guide the eye.
    pub rule: RGBColor,
    /// Whatever humans wrote.
    pub human: RGBColor,
    /// Whatever a model wrote.
    pub machine: RGBColor,
    /// Whatever slows or stops the collapse.
    pub remedy: RGBColor,
}

impl Theme {
    /// Ink on warm paper.
    #[must_use]
    pub const fn light() -> Self {
        Self {
            paper: RGBColor(0xfa, 0xf8, 0xf3),
            ink: RGBColor(0x1b, 0x1a, 0x17),
            muted: RGBColor(0x5f, 0x5b, 0x52),
            rule: RGBColor(0xd9, 0xd4, 0xc7),
            human: RGBColor(0x0b, 0x62, 0xa4),
            machine: RGBColor(0xb8, 0x42, 0x0f),
            remedy: RGBColor(0x00, 0x70, 0x4f),
        }
    }

    /// The same figure at night.
    #[must_use]
    pub const fn dark() -> Self {
        Self {
            paper: RGBColor(0x14, 0x13, 0x0f),
            ink: RGBColor(0xef, 0xeb, 0xe1),
            muted: RGBColor(0xa8, 0xa2, 0x94),
            rule: RGBColor(0x3a, 0x37, 0x2f),
            human: RGBColor(0x7f, 0xb6, 0xff),
            machine: RGBColor(0xff, 0x8f, 0x66),
            remedy: RGBColor(0x5f, 0xcf, 0xa5),
        }
    }

    /// A theme of seven `#rrggbb` colours, in the order of the fields; `Err` is the first that is not one.
    pub fn from_hex(colors: [&str; 7]) -> Result<Self, &str> {
        let [paper, ink, muted, rule, human, machine, remedy] = colors.map(|text| hex(text).ok_or(text));
        Ok(Self {
            paper: paper?,
            ink: ink?,
            muted: muted?,
            rule: rule?,
            human: human?,
            machine: machine?,
            remedy: remedy?,
        })
    }
}

/// Reads `#rrggbb`.
fn hex(text: &str) -> Option<RGBColor> {
    let digits =
        text.strip_prefix('#').filter(|d| d.len() == 6 && d.bytes().all(|b| b.is_ascii_hexdigit()))?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    Some(RGBColor((value >> 16) as u8, (value >> 8) as u8, value as u8))
}

/// `share` of `b` in `a`: 0 is `a`, 1 is `b`.
pub(super) fn mix(a: RGBColor, b: RGBColor, share: f64) -> RGBColor {
    let blend = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
    RGBColor(blend(a.0, b.0), blend(a.1, b.1), blend(a.2, b.2))
}

/// `color` as a tint: opacity from 0 to 1.
pub(super) fn tint(color: RGBColor, opacity: f64) -> RGBAColor {
    RGBAColor(color.0, color.1, color.2, opacity)
}

/// Everything a figure needs to know about where it is printed.
#[derive(Debug, Clone, Copy)]
pub struct Style<'a> {
    /// The colours.
    pub theme: Theme,
    /// Device pixels per CSS pixel. Every length in this module is in CSS pixels until it meets this number.
    pub scale: f64,
    /// Font stack of words.
    pub serif: &'a str,
    /// Font stack of the numbers along an axis, whose figures should stand on one line.
    pub sans: &'a str,
    /// Its language.
    pub lexicon: &'a Lexicon,
}

impl Style<'_> {
    /// Size of the numbers along an axis.
    pub(super) const TICK: f64 = 12.0;
    /// Size of titles of axes and of notes.
    pub(super) const NOTE: f64 = 13.0;
    /// Size of the label at the end of a line.
    pub(super) const LABEL: f64 = 14.0;
    /// The thinnest rule.
    pub(super) const HAIRLINE: f64 = 1.0;

    /// A length in device pixels.
    #[must_use]
    pub fn px(&self, css: f64) -> f64 {
        css * self.scale
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_is_read_from_hex_and_the_offender_is_named() {
        let good = ["#faf8f3", "#1b1a17", "#5f5b52", "#d9d4c7", "#0b62a4", "#b8420f", "#00704F"];
        assert_eq!(Theme::from_hex(good), Ok(Theme::light()));
        for bad in ["", "#fff", "faf8f3", "#faf8fg", "#+af8f3", "#éé12"] {
            let mut colors = good;
            colors[3] = bad;
            assert_eq!(Theme::from_hex(colors), Err(bad));
        }
    }

    #[test]
    fn a_mixture_starts_and_ends_at_its_parts() {
        let Theme { paper, ink, .. } = Theme::light();
        assert_eq!((mix(paper, ink, 0.0), mix(paper, ink, 1.0)), (paper, ink));
    }
}
