//! Chance alone: how likely a copy is to miss a word, and a hundred copies that were really drawn.

use super::Study;
use crate::error::Error;
use crate::findings::Findings;
use crate::rng::{Purpose, Streams, uniform};

/// Copies drawn.
const COPIES: u32 = 100;
/// The largest text and the most frequent word that can be asked about.
const LARGEST: u32 = 1_000_000;
/// Rows of the table.
const KS: std::ops::RangeInclusive<u32> = 1..=5;

/// A word that occurs `k` times in `n` tokens is missing from a copy of n tokens, drawn one by one, with probability
/// `chance` = (1 − k/n)^n, which is nearly `limit` = e^−k. Rows `ks` and `chances`: the same for small k. Row `dots`: how
/// often the word stands in each of a hundred copies; `dots_lost` of them lack it.
pub(super) struct Chance {
    k: u32,
    n: u32,
    streams: Streams,
    dots: Vec<f64>,
    findings: Findings,
}

impl Chance {
    pub(super) fn new(argument: &str, seed: u32) -> Result<Self, Error> {
        let mut words = argument.split_whitespace();
        let mut whole = |parameter, least: u32, most: u32, default: u32| {
            let Some(word) = words.next() else { return Ok(default) };
            let value = word.parse::<u32>().ok().filter(|value| (least..=most).contains(value));
            let allowed = || format!("a whole number from {least} to {most}");
            value.ok_or_else(|| Error::out_of_range(parameter, format!("\"{word}\""), allowed()))
        };
        let k = whole("the number of occurrences", 1, 1_000, 1)?;
        let n = whole("the length of the text", k, LARGEST, 20_000.max(k))?;
        let mut findings = Findings::default();
        let missing = |k: u32| libm::pow(1.0 - f64::from(k) / f64::from(n), f64::from(n));
        findings.note("k", [f64::from(k)]);
        findings.note("n", [f64::from(n)]);
        findings.note("chance", [missing(k)]);
        findings.note("limit", [libm::exp(-f64::from(k))]);
        findings.note("ks", KS.map(f64::from));
        findings.note("chances", KS.map(|k| if k <= n { missing(k) } else { f64::NAN }));
        let streams = Streams::new(seed, 0, Purpose::Pilot);
        Ok(Self { k, n, streams, dots: Vec::new(), findings })
    }
}

impl Study for Chance {
    fn advance(&mut self) -> bool {
        if self.dots.len() as u32 >= COPIES {
            return false;
        }
        let mut rng = self.streams.document(self.dots.len() as u32);
        let share = f64::from(self.k) / f64::from(self.n);
        // Token by token, as the models do it. From one hit to the next is a geometric number of tokens.
        let (mut hits, mut at) = (0.0, 0.0);
        loop {
            let skipped = if share < 1.0 {
                libm::floor(libm::log1p(-uniform(&mut rng)) / libm::log1p(-share))
            } else {
                0.0
            };
            at += skipped + 1.0;
            if at > f64::from(self.n) {
                break;
            }
            hits += 1.0;
        }
        self.dots.push(hits);
        let lost = self.dots.iter().filter(|&&hits| hits == 0.0).count();
        self.findings.note("dots", self.dots.iter().copied());
        self.findings.note("dots_lost", [lost as f64]);
        true
    }

    fn progress(&self) -> (usize, usize) {
        (self.dots.len(), COPIES as usize)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
