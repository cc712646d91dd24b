//! The cheapest mix: of everything that reaches a goal, what costs least.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::{Estimate, Goal, at_least_two, fresh_share, with_share};
use crate::ensemble::Ensemble;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;
use crate::regime::Regime;

/// What things cost, in whatever currency. The human text of generation 0 is there already and costs nothing. A sentence is as many
/// tokens as a human one has in the mean ([`Ledger`](crate::recursion::Ledger) counts tokens).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// A human sentence that is bought, whether it is learnt from or thrown away; the sample of a teacher is bought, too.
    pub human: f64,
    /// A sentence that a human reviews.
    pub review: f64,
    /// A sentence that a machine writes.
    pub machine: f64,
}

impl Prices {
    fn validate(&self) -> Result<(), Error> {
        for (parameter, price) in [
            ("the price of a human sentence", self.human),
            ("the price of a review", self.review),
            ("the price of a machine sentence", self.machine),
        ] {
            if !(0.0..=f64::MAX).contains(&price) {
                return Err(Error::out_of_range(parameter, price, "a number from 0 on"));
            }
        }
        Ok(())
    }
}

/// How thoroughly to look.
#[derive(Debug, Clone, PartialEq)]
pub struct Search {
    /// Shares of fresh human documents that are tried first.
    pub shares: Vec<f64>,
    /// How often the gap between two shares, of which one reaches the goal and the other does not, is halved.
    pub halvings: usize,
    /// Each mix is run with all of them; the same for every mix.
    pub seeds: Range<u32>,
}

impl Default for Search {
    fn default() -> Self {
        Self { shares: vec![0.0, 0.03, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0], halvings: 6, seeds: 1..9 }
    }
}

/// One mix that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Mix {
    /// What was run.
    pub protocol: Protocol,
    /// Human sentences bought for all generations from 1 on together, in the mean over the runs.
    pub human_sentences: f64,
    /// Sentences that a human reviewed.
    pub reviewed_sentences: f64,
    /// Sentences that machines wrote.
    pub machine_sentences: f64,
    /// What these cost.
    pub cost: f64,
    /// The metric of the goal.
    pub value: Estimate,
    /// Whether its mean reaches the goal.
    pub reaches: bool,
}

/// For each of these protocols, the cheapest share of fresh human text with which it reaches the goal; where none does, the share
/// that comes closest. Those that reach it come first, the cheapest at the head; of equals the one that was named first. Their
/// regimes must be replace or fresh.
///
/// Deterministic. The value of a winner is a mean over the seeds of the search and was chosen for being just good enough: with
/// other seeds the goal is reached within its standard error.
///
/// # Errors
/// If a share is outside its range, a protocol is refused at all of them, there is no protocol or share, there are fewer than two
/// seeds, a price is negative, or the goal is about no metric. A share at which a protocol is refused is passed over: a
/// detector may let too little of a text without human part pass.
pub fn cheapest_mix(
    human: &Arc<HumanCorpus>,
    variants: &[Protocol],
    goal: &Goal,
    prices: Prices,
    search: &Search,
) -> Result<Vec<Mix>, Error> {
    at_least_two(&search.seeds)?;
    prices.validate()?;
    if search.shares.is_empty() {
        return Err(Error::out_of_range("shares", 0, "one share or more"));
    }
    let variants =
        variants.iter().map(|protocol| Protocol { generations: goal.generation, ..protocol.clone() });
    let variants = variants.collect::<Vec<_>>();
    let Some(first) = variants.first() else {
        return Err(Error::out_of_range("protocols", 0, "one protocol or more"));
    };
    search.shares.iter().try_for_each(|&share| Regime::Fresh { share }.validate())?;
    for protocol in &variants {
        fresh_share(protocol.regime)?;
        // The share with most human text is the least likely to be refused.
        let most = search.shares.iter().copied().fold(0.0, f64::max);
        with_share(protocol, most).validate(human)?;
    }
    let threshold = goal.threshold(human, first.order)?;
    let trial = |protocol| Trial { human, protocol, goal, threshold, prices, search, tried: BTreeMap::new() };
    let mixes = variants.iter().map(|protocol| trial(protocol).best());
    let mut mixes = mixes.filter_map(Result::transpose).collect::<Result<Vec<_>, _>>()?;
    mixes.sort_by(|a, b| {
        let reached = b.reaches.cmp(&a.reaches);
        let cost = a.cost.total_cmp(&b.cost);
        reached.then(if a.reaches {
            cost
        } else {
            short(a, threshold).total_cmp(&short(b, threshold)).then(cost)
        })
    });
    Ok(mixes)
}

/// How far a mix stays from the goal.
fn short(mix: &Mix, threshold: f64) -> f64 {
    (mix.value.mean - threshold).abs()
}

/// One protocol with all shares.
struct Trial<'a> {
    human: &'a Arc<HumanCorpus>,
    protocol: &'a Protocol,
    goal: &'a Goal,
    threshold: f64,
    prices: Prices,
    search: &'a Search,
    /// By human documents in each generation, before a curation; where the protocol is refused, nothing.
    tried: BTreeMap<usize, Option<Mix>>,
}

impl Trial<'_> {
    fn best(mut self) -> Result<Option<Mix>, Error> {
        let documents = self.human.train().document_count();
        let shares = self.search.shares.iter().map(|&share| with_share(self.protocol, share).regime);
        let grid = shares.map(|regime| regime.human_documents(1, documents)).collect::<BTreeSet<_>>();
        let mut points = Vec::new();
        for fresh in grid {
            if let Some(reaches) = self.run(fresh)? {
                points.push((fresh, reaches));
            }
        }
        for pair in points.windows(2) {
            let ((mut less, reaches), (mut more, other)) = (pair[0], pair[1]);
            for _ in 0..self.search.halvings {
                if reaches == other || more - less < 2 {
                    break;
                }
                let middle = usize::midpoint(less, more);
                let same = self.run(middle)?.unwrap_or(false) == reaches;
                *(if same { &mut less } else { &mut more }) = middle;
            }
        }
        let threshold = self.threshold;
        let tried = || self.tried.values().flatten();
        let cheapest = tried().filter(|mix| mix.reaches).min_by(|a, b| a.cost.total_cmp(&b.cost));
        let closest = || tried().min_by(|a, b| short(a, threshold).total_cmp(&short(b, threshold)));
        Ok(cheapest.or_else(closest).cloned())
    }

    /// Runs the protocol with so many human documents in each generation. Returns whether it reaches the goal, or nothing if
    /// the protocol is refused.
    fn run(&mut self, fresh: usize) -> Result<Option<bool>, Error> {
        if let Some(tried) = self.tried.get(&fresh) {
            return Ok(tried.as_ref().map(|mix| mix.reaches));
        }
        let train = self.human.train();
        let protocol = with_share(self.protocol, fresh as f64 / train.document_count() as f64);
        if protocol.validate(self.human).is_err() {
            self.tried.insert(fresh, None);
            return Ok(None);
        }
        let names = [&*self.goal.metric, "human_tokens_bought", "tokens_reviewed", "machine_tokens_written"];
        let outcomes = Ensemble::outcomes(self.human, &protocol, self.search.seeds.clone(), &names)?;
        let value = Estimate::of(&outcomes[0]);
        let reaches = self.goal.reached(value.mean, self.threshold);
        let tokens = train.token_count() as f64;
        let sentences = |tokens: f64| tokens / train.token_count() as f64 * train.document_count() as f64;
        let [bought, reviewed, written] = [1, 2, 3].map(|place: usize| Estimate::of(&outcomes[place]).mean);
        let human_sentences = sentences(bought - tokens);
        // What nobody learns from is written to be shown; nobody would pay for it.
        let written = if protocol.machine_documents(1, train.document_count()) > 0 { written } else { 0.0 };
        let [reviewed_sentences, machine_sentences] = [reviewed, written].map(sentences);
        let Prices { human, review, machine } = self.prices;
        let cost = human * human_sentences + review * reviewed_sentences + machine * machine_sentences;
        let mix =
            Mix { protocol, human_sentences, reviewed_sentences, machine_sentences, cost, value, reaches };
        self.tried.insert(fresh, Some(mix));
        Ok(Some(reaches))
    }
}
