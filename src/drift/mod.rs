//! What should happen: closed forms of the loss that chance alone causes.
//!
//! Retraining on one's own output is neutral drift. Every occurrence of a token in a generation copies one
//! occurrence in the generation before, chosen at random; so the text of generation t descends from a random
//! part of the human text. The formulas here say how large that part is, and how far shares of types wander.

mod band;
mod diversity;
mod equilibrium;
mod errors;
mod formulas;
mod lineages;
mod passages;
mod survivors;

pub use band::Band;
pub use equilibrium::{head_loss, tail_worth};
pub use lineages::lineage_survival;

use crate::human::HumanCorpus;
use crate::regime::Regime;
use diversity::Distribution;
use lineages::Schedule;
use passages::Passages;

/// What can be expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// Types of the human corpus that are still alive.
    Survivors,
    /// Gini-Simpson index 1 − Σ p², the chance that two tokens drawn with replacement differ.
    Simpson,
    /// Squared error Σ (p_t − p_0)² over types, p_0 being the shares in the human corpus.
    SquaredError,
    /// The human text that is left: readings of human tokens that have descendants. A token of generation 0 is one
    /// reading; a token of a human document is one each time that the document is drawn.
    EffectiveCorpus,
}

/// What theory expects of one quantity before a run begins; one number for every generation from 0 on.
#[derive(Debug, Clone, PartialEq)]
pub struct Expectation {
    /// Expected value.
    pub mean: Vec<f64>,
    /// The band that should hold 95 % of all runs, generation by generation; `None` where none is known that does.
    pub band: Option<Band>,
    /// The formula of the mean, in words and symbols.
    pub formula: &'static str,
    /// When it holds, and how well.
    pub conditions: &'static str,
    /// Whether the mean is exact, not merely good.
    pub exact: bool,
}

/// Closed forms for one kind of run on one human corpus.
#[derive(Debug, Clone)]
pub struct Theory<'h> {
    human: &'h HumanCorpus,
    order: usize,
    generations: usize,
    regime: Regime,
    plain: bool,
}

impl<'h> Theory<'h> {
    /// A run of models of order `order`. `plain` says that every token is drawn from the model's own probabilities
    /// (temperature 1, no cut); without it little is known.
    #[must_use]
    pub fn new(
        human: &'h HumanCorpus,
        order: usize,
        generations: usize,
        regime: Regime,
        plain: bool,
    ) -> Self {
        Self { human, order, generations, regime, plain }
    }

    /// What to expect, or `None` where no closed form is known: for all quantities but those of
    /// [`Regime::Accumulate`] and [`Regime::Subsample`] that never change, if decoding is not plain; for Simpson's index and
    /// the squared error, at orders from 2 on unless every document is a single token, if a generation has no document, or
    /// if there is but one type.
    ///
    /// On 19,000 tokens of Moby-Dick, over 150 to 1,600 runs of 12 generations at orders 1 to 3, the bands held 93 to
    /// 97 % of the generations in every regime (`tests/theory.rs`, `bands_on_a_real_text`), but for the squared error at
    /// order 1 where whole human documents are most of it (91 % under `weighted=1`): beyond three quarters it has no band.
    #[must_use]
    pub fn expect(&self, quantity: Quantity) -> Option<Expectation> {
        match quantity {
            Quantity::Survivors => self.living(quantity, survivors::types),
            Quantity::EffectiveCorpus => self.living(quantity, survivors::readings),
            Quantity::Simpson => self.wandering(quantity, Distribution::simpson_moments),
            Quantity::SquaredError => self.wandering(quantity, Distribution::error_moments),
        }
    }

    /// Whether living types ([`Quantity::Survivors`]) have a closed form, told without computing it.
    #[must_use]
    pub fn knows_survivors(&self) -> bool {
        self.plain || self.regime.keeps_all()
    }

    /// What is counted: types, or readings.
    fn living(
        &self,
        quantity: Quantity,
        moments: fn(&Passages, &Schedule, usize) -> survivors::Moments,
    ) -> Option<Expectation> {
        let (formula, conditions) = formulas::of(quantity, &self.regime);
        let train = self.human.train();
        let Some(schedule) = Schedule::new(&self.regime, train.document_count(), self.generations) else {
            let types = self.human.counts()[1..].iter().filter(|&&count| count > 0).count();
            let all = if quantity == Quantity::Survivors { types } else { train.token_count() };
            let mean = vec![all as f64; self.generations + 1];
            let band = Some(Band { low: mean.clone(), high: mean.clone() });
            return Some(Expectation { mean, band, formula, conditions, exact: true });
        };
        if !self.knows_survivors() {
            return None;
        }
        let passages = Passages::new(self.human, self.order);
        let moments = (0..=self.generations).map(|t| moments(&passages, &schedule, t));
        let (mean, variance): (Vec<_>, Vec<_>) = moments.unzip();
        // However wide it is: there are no fewer than none, and no more types than at the beginning; readings may be more.
        let most = if quantity == Quantity::Survivors { mean[0] } else { f64::INFINITY };
        let band = Some(Band::symmetric(&mean, &variance).up_to(most));
        Some(Expectation { mean, band, formula, conditions, exact: false })
    }

    /// What follows from the wandering of shares.
    fn wandering(
        &self,
        quantity: Quantity,
        moments: fn(&Distribution, errors::Error) -> [f64; 3],
    ) -> Option<Expectation> {
        let single = self.order > 1 && self.human.train().documents().all(|document| document.len() == 1);
        if !self.plain || !(single || self.order == 1) {
            return None;
        }
        let distribution = Distribution::new(self.human, single);
        if distribution.simpson <= 0.0 {
            // A single type has nothing to wander to.
            return None;
        }
        let errors = distribution.squared_errors(&self.regime, self.generations)?;
        let moments = errors.iter().map(|&error| moments(&distribution, error)).collect::<Vec<_>>();
        let (formula, conditions) = formulas::of(quantity, &self.regime);
        let narrow = quantity == Quantity::SquaredError && !single && self.human_noise() > 0.75;
        Some(Expectation {
            mean: moments.iter().map(|moments| moments[0]).collect(),
            band: (!narrow).then(|| Band::skewed(&moments)),
            formula,
            conditions,
            exact: single,
        })
    }

    /// Share of the noise that a late generation owes to the choice of human documents, whose words come in company.
    fn human_noise(&self) -> f64 {
        let share = self.regime.human_share(self.generations);
        match self.regime {
            Regime::Weighted { weight } => {
                weight * weight / (weight * weight + (1.0 - weight) * (1.0 - weight))
            }
            Regime::Anchored { .. } => 0.0,
            _ => share,
        }
    }
}

/// How many types theory expects of a run before it begins. Each array has one number for every generation from 0 on.
#[derive(Debug, Clone, PartialEq)]
pub struct Prediction {
    /// Expected number of types, Σ 1 − (1 − s_t)^c over the counts c of the human corpus.
    pub types: Vec<f64>,
    /// Lower end of the band in which 95 % of all runs lie, generation by generation.
    pub low: Vec<f64>,
    /// Upper end.
    pub high: Vec<f64>,
}

impl Prediction {
    /// The prediction for a run whose models have order `order`, every token drawn at temperature 1 and each generation
    /// trained on the one before alone: [`Quantity::Survivors`] under [`Regime::Replace`].
    #[must_use]
    pub fn new(human: &HumanCorpus, order: usize, generations: usize) -> Self {
        let theory = Theory::new(human, order, generations, Regime::Replace, true);
        let Some(Expectation { mean: types, band: Some(Band { low, high }), .. }) =
            theory.expect(Quantity::Survivors)
        else {
            unreachable!("survivors of the plain loop are always predicted");
        };
        Self { types, low, high }
    }
}
