//! A goal that a mix of remedies is to reach.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use crate::ensemble::Ensemble;
use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;

/// A metric of one generation that should be high enough, or low enough. Written `types>=80%@20`: at least four fifths of the types
/// of generation 0 are alive in generation 20; or `heldout_bits<=7.5@10`.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    /// The metric's name: of [`Metrics::NAMES`](crate::metrics::Metrics::NAMES) or [`MEASURES`](crate::probe::MEASURES).
    pub metric: String,
    /// At least, otherwise at most.
    pub at_least: bool,
    /// The value.
    pub value: f64,
    /// Whether that is a share of the metric in generation 0.
    pub relative: bool,
    /// The generation.
    pub generation: usize,
}

/// Completes the sentence "it must be …".
const GRAMMAR: &str = "METRIC>=VALUE@GENERATION or METRIC<=VALUE@GENERATION, the value a number, with % as a share of that in \
    generation 0, such as types>=80%@20";

impl Goal {
    /// The value as a number of the metric.
    pub(super) fn threshold(&self, human: &Arc<HumanCorpus>, order: usize) -> Result<f64, Error> {
        // Generation 0 is the same in every run of this order.
        let start = Protocol { order, generations: 1, ..Protocol::default() };
        let start = Ensemble::run(human, &start, 0..1, &[&self.metric])?;
        let start = start.values(&self.metric, 0).and_then(|values| values.first().copied());
        let threshold = if self.relative { self.value * start.unwrap_or(f64::NAN) } else { self.value };
        if threshold.is_finite() {
            Ok(threshold)
        } else {
            Err(Error::out_of_range("goal", self, "about a metric that generation 0 has"))
        }
    }

    /// Whether this value of the metric, or a better one, is what was asked for.
    pub(super) fn reached(&self, value: f64, threshold: f64) -> bool {
        if self.at_least { value >= threshold } else { value <= threshold }
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.at_least { ">=" } else { "<=" };
        write!(f, "{}{sign}", self.metric)?;
        if self.relative {
            // Not 56.00000000000001 %.
            write!(f, "{}%", libm::round(self.value * 1e8) / 1e6)?;
        } else {
            write!(f, "{}", self.value)?;
        }
        write!(f, "@{}", self.generation)
    }
}

impl FromStr for Goal {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).ok_or_else(|| Error::out_of_range("goal", text, GRAMMAR))
    }
}

fn parse(text: &str) -> Option<Goal> {
    let at_least = text.contains(">=");
    let (metric, rest) = text.split_once(if at_least { ">=" } else { "<=" })?;
    let (value, generation) = rest.split_once('@')?;
    let (number, relative) = value.strip_suffix('%').map_or((value, false), |number| (number, true));
    let number = number.parse::<f64>().ok().filter(|number| number.is_finite())?;
    let goal = Goal {
        metric: metric.to_owned(),
        at_least,
        value: if relative { number / 100.0 } else { number },
        relative,
        generation: generation.parse().ok()?,
    };
    (!metric.is_empty()).then_some(goal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goals_read_what_they_write() {
        for text in ["types>=80%@20", "heldout_bits<=7.5@10", "simpson>=99.9%@3", "kl<=0@1", "types>=56%@2"] {
            assert_eq!(text.parse::<Goal>().unwrap().to_string(), text);
        }
        let goal = "types>=80%@20".parse::<Goal>().unwrap();
        assert_eq!((goal.value, goal.relative, goal.at_least, goal.generation), (0.8, true, true, 20));
        assert!(goal.reached(80.0, 80.0) && !goal.reached(79.9, 80.0) && !goal.reached(f64::NAN, 80.0));
        let goal = "kl<=2@1".parse::<Goal>().unwrap();
        assert!(goal.reached(2.0, 2.0) && !goal.reached(2.1, 2.0) && !goal.reached(f64::NAN, 2.0));
    }

    #[test]
    fn what_is_no_goal_is_refused_by_name() {
        for text in [
            "",
            "types",
            "types>80@2",
            "types>=x@2",
            "types>=80%",
            "types>=80@-1",
            ">=80@2",
            "types>=nan@2",
            "types>=inf@2",
        ] {
            let error = text.parse::<Goal>().unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("goal is {text}; it must be METRIC>=VALUE@GENERATION")),
                "{error}"
            );
        }
    }
}
