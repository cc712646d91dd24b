//! What the next model learns from: how human and machine text are put together, generation by generation.

use std::fmt;
use std::str::FromStr;

use crate::error::Error;

/// How the text that the next model learns from is made of human text and of what models wrote.
///
/// D is the number of documents of the human corpus. "Drawn anew" means: uniformly at random from the human corpus, with
/// replacement, in every generation.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub enum Regime {
    /// The D documents that the newest model wrote, and nothing else.
    #[default]
    Replace,
    /// A share of the D documents is drawn anew from the human corpus, the newest model writes the rest.
    Fresh {
        /// Human share λ, 0 to 1.
        share: f64,
    },
    /// A share of the D documents is human and always the same; it is drawn once, without replacement. The newest
    /// model writes the rest.
    Anchored {
        /// Human share λ, 0 to 1.
        share: f64,
    },
    /// Everything ever written: the human corpus, and D documents from each model so far.
    Accumulate,
    /// As [`Regime::Accumulate`], but a model reads only D documents of it, drawn with replacement.
    Subsample,
    /// As [`Regime::Replace`], but generation t has D (1 + rate · t)^degree documents: more text, more computation.
    Grow {
        /// 0 constant, 1 linear, 2 quadratic.
        degree: u8,
        /// Growth in each generation as a share of D; below 0 the text shrinks.
        rate: f64,
    },
    /// D human documents drawn anew and the D that the newest model wrote, with weights.
    Weighted {
        /// Weight w of all human documents together, 0 to 1; the machine documents have 1 − w.
        weight: f64,
    },
    /// As [`Regime::Fresh`], while machine text fills the web: its share rises evenly from 0 in generation 0 to `share`
    /// in generation `over`, and stays there.
    Contaminate {
        /// Final share of machine text, 0 to 1.
        share: f64,
        /// Generations that the rise takes, at least 1.
        over: usize,
    },
    /// As [`Regime::Replace`] at first; from generation `from` on as [`Regime::Fresh`].
    Cure {
        /// Human share λ from then on, 0 to 1.
        share: f64,
        /// First generation with human text, at least 1.
        from: usize,
    },
}

/// How a regime is written; completes the sentence "it must be …".
const GRAMMAR: &str = "replace, fresh=SHARE, anchored=SHARE, accumulate, subsample, grow=constant, grow=linear, \
    grow=quadratic (or grow=linear@RATE), weighted=WEIGHT, contaminate=SHARE@GENERATIONS or cure=SHARE@GENERATION";

impl Regime {
    /// Checks the ranges.
    ///
    /// # Errors
    /// If a share, weight, rate or generation is outside its range, with its name, value and range.
    pub fn validate(&self) -> Result<(), Error> {
        let share = |parameter, value: f64| {
            let allowed = "a number from 0 to 1";
            if (0.0..=1.0).contains(&value) {
                Ok(())
            } else {
                Err(Error::out_of_range(parameter, value, allowed))
            }
        };
        let generation = |parameter, value: usize| {
            if value >= 1 {
                Ok(())
            } else {
                Err(Error::out_of_range(parameter, value, "a whole number from 1 on"))
            }
        };
        match *self {
            Self::Replace | Self::Accumulate | Self::Subsample => Ok(()),
            Self::Fresh { share: human } => share("the share of fresh", human),
            Self::Anchored { share: human } => share("the share of anchored", human),
            Self::Weighted { weight } => share("the weight of weighted", weight),
            Self::Contaminate { share: machine, over } => share("the share of contaminate", machine)
                .and_then(|()| generation("the generations of contaminate", over)),
            Self::Cure { share: human, from } => {
                share("the share of cure", human).and_then(|()| generation("the generation of cure", from))
            }
            Self::Grow { degree, rate } => {
                if degree > 2 {
                    return Err(Error::out_of_range("the degree of grow", degree, "0, 1 or 2"));
                }
                if (-1.0..=MAX_RATE).contains(&rate) {
                    Ok(())
                } else {
                    let allowed = format!("a number from -1 to {MAX_RATE}");
                    Err(Error::out_of_range("the rate of grow", rate, allowed))
                }
            }
        }
    }

    /// The share of human documents among those that generation `t` ≥ 1 adds to what is learnt from. For
    /// [`Regime::Weighted`] it is the weight.
    #[must_use]
    pub fn human_share(&self, t: usize) -> f64 {
        match *self {
            Self::Replace | Self::Accumulate | Self::Subsample | Self::Grow { .. } => 0.0,
            Self::Fresh { share } | Self::Anchored { share } | Self::Weighted { weight: share } => share,
            Self::Contaminate { share, over } => 1.0 - share * (t as f64 / over as f64).min(1.0),
            Self::Cure { share, from } => {
                if t >= from {
                    share
                } else {
                    0.0
                }
            }
        }
    }

    /// How many documents generation `t` ≥ 1 consists of, human ones included, if the human corpus has `human`. Under
    /// [`Regime::Accumulate`] and [`Regime::Subsample`] these are added to all before; under
    /// [`Regime::Weighted`] there are as many human ones besides.
    #[must_use]
    pub fn documents(&self, t: usize, human: usize) -> usize {
        match *self {
            Self::Grow { degree, rate } => {
                let growth = (1.0 + rate * t as f64).max(0.0);
                let factor = (0..degree).fold(1.0, |factor, _| factor * growth);
                libm::round(human as f64 * factor) as usize
            }
            _ => human,
        }
    }

    /// How many of the documents that generation `t` ≥ 1 adds are human.
    pub(crate) fn human_documents(&self, t: usize, human: usize) -> usize {
        match *self {
            Self::Weighted { weight: 0.0 } => 0,
            Self::Weighted { .. } => human,
            _ => libm::round(self.human_share(t) * human as f64) as usize,
        }
    }

    /// How many of them the newest model writes.
    pub(crate) fn machine_documents(&self, t: usize, human: usize) -> usize {
        match *self {
            Self::Weighted { weight: 1.0 } => 0,
            Self::Weighted { .. } => human,
            _ => self.documents(t, human) - self.human_documents(t, human),
        }
    }

    /// Whether human documents are drawn anew and stand unlabelled among those of a machine.
    pub(crate) fn draws_anew(&self) -> bool {
        matches!(self, Self::Fresh { .. } | Self::Contaminate { .. } | Self::Cure { .. })
    }

    /// Whether everything written is added to what there was.
    pub(crate) fn keeps_all(&self) -> bool {
        matches!(self, Self::Accumulate | Self::Subsample)
    }
}

/// Highest [`Regime::Grow::rate`].
pub const MAX_RATE: f64 = 100.0;

impl fmt::Display for Regime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Replace => f.write_str("replace"),
            Self::Fresh { share } => write!(f, "fresh={share}"),
            Self::Anchored { share } => write!(f, "anchored={share}"),
            Self::Accumulate => f.write_str("accumulate"),
            Self::Subsample => f.write_str("subsample"),
            Self::Grow { degree, rate } => {
                let name = DEGREES.get(usize::from(degree)).copied().unwrap_or("?");
                if rate == 1.0 || degree == 0 {
                    write!(f, "grow={name}")
                } else {
                    write!(f, "grow={name}@{rate}")
                }
            }
            Self::Weighted { weight } => write!(f, "weighted={weight}"),
            Self::Contaminate { share, over } => write!(f, "contaminate={share}@{over}"),
            Self::Cure { share, from } => write!(f, "cure={share}@{from}"),
        }
    }
}

const DEGREES: [&str; 3] = ["constant", "linear", "quadratic"];

/// Reads what [`Display`](fmt::Display) writes. Ranges are left to [`Regime::validate`].
impl FromStr for Regime {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).ok_or_else(|| Error::out_of_range("regime", text, GRAMMAR))
    }
}

fn parse(text: &str) -> Option<Regime> {
    let (name, value) = text.split_once('=').map_or((text, None), |(name, value)| (name, Some(value)));
    let number = || value?.parse::<f64>().ok();
    let pair = || {
        let (share, generation) = value?.split_once('@')?;
        Some((share.parse::<f64>().ok()?, generation.parse::<usize>().ok()?))
    };
    match name {
        "replace" if value.is_none() => Some(Regime::Replace),
        "accumulate" if value.is_none() => Some(Regime::Accumulate),
        "subsample" if value.is_none() => Some(Regime::Subsample),
        "fresh" => Some(Regime::Fresh { share: number()? }),
        "anchored" => Some(Regime::Anchored { share: number()? }),
        "weighted" => Some(Regime::Weighted { weight: number()? }),
        "contaminate" => pair().map(|(share, over)| Regime::Contaminate { share, over }),
        "cure" => pair().map(|(share, from)| Regime::Cure { share, from }),
        "grow" => {
            let (degree, rate) = value?.split_once('@').map_or((value?, None), |(d, rate)| (d, Some(rate)));
            let degree = DEGREES.iter().position(|&name| name == degree)? as u8;
            let rate = rate.map_or(Some(1.0), |rate| rate.parse().ok())?;
            Some(Regime::Grow { degree, rate })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regimes_read_what_they_write() {
        for text in [
            "replace",
            "fresh=0.1",
            "anchored=0.1",
            "accumulate",
            "subsample",
            "grow=constant",
            "grow=linear",
            "grow=quadratic@0.5",
            "weighted=0.618",
            "contaminate=0.9@10",
            "cure=0.5@10",
        ] {
            assert_eq!(text.parse::<Regime>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_regime_is_refused_by_name() {
        for text in
            ["", "fresh", "fresh=", "fresh=x", "replace=1", "grow", "grow=cubic", "cure=0.5", "Replace"]
        {
            let error = text.parse::<Regime>().unwrap_err().to_string();
            assert!(error.starts_with(&format!("regime is {text}; it must be replace, ")), "{error}");
        }
    }

    #[test]
    fn shares_and_sizes_follow_their_schedules() {
        let contaminate = Regime::Contaminate { share: 0.9, over: 10 };
        assert!((contaminate.human_share(5) - 0.55).abs() < 1e-12);
        assert!((contaminate.human_share(40) - 0.1).abs() < 1e-12);
        let cure = Regime::Cure { share: 0.5, from: 3 };
        assert_eq!([2, 3, 4].map(|t| cure.human_documents(t, 11)), [0, 6, 6]);
        assert_eq!(Regime::Grow { degree: 2, rate: 1.0 }.documents(3, 10), 160);
        assert_eq!(Regime::Grow { degree: 0, rate: 1.0 }.documents(3, 10), 10);
        assert_eq!(Regime::Grow { degree: 1, rate: -0.5 }.documents(2, 10), 0);
    }
}
