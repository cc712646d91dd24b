//! What clean data is worth: the price of one more human sentence, its rate of exchange, and the two prices.

use std::ops::Range;
use std::sync::Arc;

use super::Study;
use crate::error::Error;
use crate::findings::Findings;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::recursion::Recursion;
use crate::regime::Regime;
use crate::worth::{exchange_rate, price_curve, two_prices};

/// Each comparison is made with so many seeds.
const SEEDS: u32 = 8;
/// Shares at which the price is told.
const SHARES: [f64; 6] = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5];
/// The rate of exchange holds at this share, and is told after so many rounds.
const AT: f64 = 0.1;
const ROUNDS: [usize; 3] = [5, 10, 20];
/// Rounds after which the price is told.
const PRICED: usize = 10;
/// The two prices are told at these shares.
const PRICES: [f64; 4] = [0.01, 0.05, 0.1, 0.5];

/// Rows by share (`shares`): `price`, `price_low` and `price_high`, by how many thousandths of a bit per token one more human
/// sentence in each round lowers what held-out human text costs, with its 95 % interval. Rows by rounds (`rounds`): `exchange`,
/// `exchange_low` and `exchange_high`, machine sentences worth one human sentence. Rows by share (`prices_shares`): `head`, the share of
/// the diversity of frequent words that is lost, and `tail`, the share of all types. Numbers: `redrawn`,
/// the share of the types that a fresh sample of the human text lacks, and `seeds`.
pub(super) struct Worth {
    human: Arc<HumanCorpus>,
    protocol: Protocol,
    seeds: Range<u32>,
    exchanges: Vec<[f64; 3]>,
    done: usize,
    failure: Option<Error>,
    findings: Findings,
}

impl Worth {
    pub(super) fn new(human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<Self, Error> {
        let protocol = Protocol { regime: Regime::Fresh { share: AT }, ..protocol.clone() };
        protocol.validate(human)?;
        let first = protocol.seed.min(u32::MAX - SEEDS);
        let mut findings = Findings::default();
        findings.note("seeds", [f64::from(SEEDS)]);
        let (human, seeds) = (Arc::clone(human), first..first + SEEDS);
        Ok(Self { human, protocol, seeds, exchanges: Vec::new(), done: 0, failure: None, findings })
    }

    fn exchange(&mut self, generations: usize) -> Result<(), Error> {
        let protocol = Protocol { generations, ..self.protocol.clone() };
        let found = exchange_rate(&self.human, &protocol, 2.0, self.seeds.clone())?;
        self.exchanges.push(found.rate.unwrap_or([f64::NAN; 3]));
        self.findings.note("rounds", ROUNDS.iter().take(self.exchanges.len()).map(|&rounds| rounds as f64));
        for (place, name) in ["exchange", "exchange_low", "exchange_high"].into_iter().enumerate() {
            self.findings.note(name, self.exchanges.iter().map(|rate| rate[place]));
        }
        Ok(())
    }

    fn price(&mut self) -> Result<(), Error> {
        let protocol = Protocol { generations: PRICED, ..self.protocol.clone() };
        let points = price_curve(&self.human, &protocol, &SHARES, self.seeds.clone())?;
        let thousandths = |value: f64| value * 1_000.0;
        let interval = |side: usize| {
            points
                .iter()
                .map(move |point| thousandths(point.fall.interval(SEEDS as usize)[side]))
                .collect::<Vec<_>>()
        };
        let (low, high) = (interval(0), interval(1));
        self.findings.note("shares", points.iter().map(|point| point.share));
        self.findings.note("price", points.iter().map(|point| thousandths(point.fall.mean)));
        self.findings.note("price_low", low);
        self.findings.note("price_high", high);
        Ok(())
    }

    fn prices(&mut self) -> Result<(), Error> {
        let humans = [Arc::clone(&self.human)];
        let prices = two_prices(&humans, &self.protocol, &PRICES, self.seeds.clone())?;
        self.findings.note("prices_shares", prices.iter().map(|price| price.share));
        self.findings.note("head", prices.iter().map(|price| price.head.mean));
        self.findings.note("tail", prices.iter().map(|price| price.tail.mean));
        self.findings.note("redrawn", [self.redrawn()]);
        Ok(())
    }
}

impl Worth {
    /// In the mean over the seeds.
    fn redrawn(&self) -> f64 {
        let types = self.human.counts()[1..].iter().filter(|&&count| count > 0).count() as f64;
        let missing = |seed| {
            let protocol = Protocol { generations: 1, seed, ..self.protocol.clone() };
            let sample =
                Recursion::new(Arc::clone(&self.human), protocol).ok()?.last()?.metrics.baseline_types;
            Some(1.0 - sample as f64 / types)
        };
        let missing = self.seeds.clone().filter_map(missing).collect::<Vec<_>>();
        missing.iter().sum::<f64>() / missing.len() as f64
    }
}

impl Study for Worth {
    fn advance(&mut self) -> bool {
        let found = match self.done {
            _ if self.failure.is_some() => return false,
            0 => self.prices(),
            1 => self.price(),
            step => match ROUNDS.get(step - 2) {
                Some(&rounds) => self.exchange(rounds),
                None => return false,
            },
        };
        self.failure = found.err();
        self.done += 1;
        true
    }

    fn failure(&self) -> Option<&Error> {
        self.failure.as_ref()
    }

    fn progress(&self) -> (usize, usize) {
        (self.done, ROUNDS.len() + 2)
    }

    fn findings(&self) -> &Findings {
        &self.findings
    }
}
