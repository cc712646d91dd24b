//! Many runs of one protocol, because one run is an anecdote.

use std::ops::Range;
use std::sync::Arc;

use crate::error::Error;
use crate::human::HumanCorpus;
use crate::metrics::Metrics;
use crate::probe::{HumanReference, Measure, Probe};
use crate::protocol::Protocol;
use crate::recursion::Recursion;

/// The quantiles that are told, as percentages.
pub const QUANTILES: [u8; 5] = [5, 25, 50, 75, 95];

/// Some metrics of every generation of many runs that differ in their seeds alone.
///
/// Ensembles of parts of the seeds, made in different places, [`merge`](Ensemble::merge) into the ensemble of all.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    /// Names of the metrics: of [`Metrics::NAMES`] or [`MEASURES`](crate::probe::MEASURES).
    names: Vec<&'static str>,
    generations: usize,
    /// For each run, its seed and the metrics of its generations from 0 on, `names.len()` numbers each. By seed.
    runs: Vec<(u32, Vec<f64>)>,
}

/// A metric and where it comes from.
#[derive(Clone, Copy)]
enum Source {
    Basic(usize),
    Probed(Measure),
}

impl Source {
    fn named(name: &str) -> Option<Self> {
        let basic = Metrics::NAMES.iter().position(|&known| known == name).map(Self::Basic);
        basic.or_else(|| Measure::named(name).map(Self::Probed))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Basic(place) => Metrics::NAMES[place],
            Self::Probed(measure) => measure.name,
        }
    }
}

impl Ensemble {
    /// Runs `protocol` once for each of these seeds, instead of its own, on all processors that there are.
    ///
    /// # Errors
    /// If the protocol is refused by [`Protocol::validate`], there is no seed, or a name is no metric.
    pub fn run(
        human: &Arc<HumanCorpus>,
        protocol: &Protocol,
        seeds: Range<u32>,
        names: &[&str],
    ) -> Result<Self, Error> {
        let (names, runs) = runs(human, protocol, seeds, names, 0)?;
        Ok(Self { names, generations: protocol.generations, runs })
    }

    /// As [`Ensemble::run`], but for the last generation alone: for each name, every run's value there, by seed. The
    /// generations before are passed without measuring them.
    pub(crate) fn outcomes(
        human: &Arc<HumanCorpus>,
        protocol: &Protocol,
        seeds: Range<u32>,
        names: &[&str],
    ) -> Result<Vec<Vec<f64>>, Error> {
        let (names, runs) = runs(human, protocol, seeds, names, protocol.generations)?;
        Ok((0..names.len()).map(|name| runs.iter().map(|(_, run)| run[name]).collect()).collect())
    }

    /// How many runs there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Whether there is no run.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// The metrics' names, in the order in which they were asked for.
    #[must_use]
    pub fn names(&self) -> &[&'static str] {
        &self.names
    }

    /// Adds the runs of another ensemble of the same protocol and metrics. A seed that both have is kept once.
    ///
    /// # Errors
    /// If the other has other metrics or another number of generations.
    pub fn merge(&mut self, other: Self) -> Result<(), Error> {
        if other.names != self.names {
            let allowed = format!("those of the other part, {}", self.names.join(" "));
            return Err(Error::out_of_range("metrics", other.names.join(" "), allowed));
        }
        if other.generations != self.generations {
            let allowed = format!("{}, as in the other part", self.generations);
            return Err(Error::out_of_range("generations", other.generations, allowed));
        }
        for run in other.runs {
            if let Err(place) = self.runs.binary_search_by_key(&run.0, |(seed, _)| *seed) {
                self.runs.insert(place, run);
            }
        }
        Ok(())
    }

    /// Every run's value of a metric in one generation, by seed. `None` if there is no such metric or generation.
    #[must_use]
    pub fn values(&self, name: &str, generation: usize) -> Option<Vec<f64>> {
        let metric = self.names.iter().position(|&known| known == name)?;
        let place = generation * self.names.len() + metric;
        (generation <= self.generations).then(|| self.runs.iter().map(|(_, run)| run[place]).collect())
    }

    /// The [`QUANTILES`] of a metric in one generation, interpolated linearly between the two nearest runs (type 7 of
    /// Hyndman and Fan 1996). Runs in which it is not defined are left out; NaN if it is defined in none.
    /// `None` if there is no such metric or generation.
    #[must_use]
    pub fn quantiles(&self, name: &str, generation: usize) -> Option<[f64; QUANTILES.len()]> {
        let mut values = self.values(name, generation)?;
        values.retain(|value| !value.is_nan());
        values.sort_unstable_by(f64::total_cmp);
        Some(QUANTILES.map(|percent| quantile(&values, f64::from(percent) / 100.0)))
    }
}

fn quantile(sorted: &[f64], q: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let place = q * last as f64;
    let below = sorted[place as usize];
    let above = sorted[(place as usize + 1).min(last)];
    below + (above - below) * place.fract()
}

/// Names, and for each run its seed and its numbers.
type Runs = (Vec<&'static str>, Vec<(u32, Vec<f64>)>);

/// All runs, measured from generation `from` on.
fn runs(
    human: &Arc<HumanCorpus>,
    protocol: &Protocol,
    seeds: Range<u32>,
    names: &[&str],
    from: usize,
) -> Result<Runs, Error> {
    protocol.validate(human)?;
    if seeds.is_empty() {
        return Err(Error::out_of_range("replicates", seeds.len(), "a whole number from 1 on"));
    }
    let sources = names.iter().map(|name| {
        Source::named(name)
            .ok_or_else(|| Error::out_of_range("metric", name, "the name of a metric, such as types or kl"))
    });
    let sources = sources.collect::<Result<Vec<_>, _>>()?;
    let reference = HumanReference::new(human, protocol.order);
    let runs = each_seed(seeds, |seed| {
        let protocol = Protocol { seed, ..protocol.clone() };
        Ok((seed, trajectory(Arc::clone(human), protocol, &reference, &sources, from)?))
    })?;
    Ok((sources.iter().map(|source| source.name()).collect(), runs))
}

/// The numbers of one run, from generation `from` on.
fn trajectory(
    human: Arc<HumanCorpus>,
    protocol: Protocol,
    reference: &HumanReference,
    sources: &[Source],
    from: usize,
) -> Result<Vec<f64>, Error> {
    let follows = sources.iter().any(|source| matches!(source, Source::Probed(m) if m.needs_ancestry()));
    let mut recursion =
        if follows { Recursion::with_ancestry(human, protocol) } else { Recursion::new(human, protocol) }?;
    let mut numbers = Vec::new();
    for _ in 0..from {
        recursion.advance();
    }
    while let Some(generation) = recursion.next() {
        let basic = generation.metrics.to_array();
        let probe = Probe::new(&recursion, reference);
        numbers.extend(sources.iter().map(|source| match source {
            Source::Basic(place) => basic[*place],
            Source::Probed(measure) => probe.measure(measure),
        }));
    }
    Ok(numbers)
}

/// In the order of the seeds, whoever finished first.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn each_seed<T: Send>(
    seeds: Range<u32>,
    run: impl Fn(u32) -> Result<T, Error> + Send + Sync,
) -> Result<Vec<T>, Error> {
    use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
    seeds.into_par_iter().map(run).collect()
}

/// A browser gives each of its workers a part of the seeds.
#[cfg(target_arch = "wasm32")]
pub(crate) fn each_seed<T>(
    seeds: Range<u32>,
    run: impl Fn(u32) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    seeds.map(run).collect()
}
