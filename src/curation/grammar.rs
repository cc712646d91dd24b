//! How a curation is written: its parts, joined by "+".

use std::fmt;
use std::str::FromStr;

use super::{Curation, Detector, Judge, Keep, Remedy, Review, Task, Taste, Teacher};
use crate::error::Error;

/// Each completes the sentence "it must be …", of the whole and of its parts.
const GRAMMAR: &str = "none, or detector=…, resample=…, teacher=… or review=…, each once, joined by +";
const DETECTOR: &str = "detector=TPR,FPR, detector=trained or detector=trained@FPR";
const RESAMPLE: &str = "resample=TPR,FPR, resample=trained or resample=trained@FPR";
const TEACHER_PART: &str =
    "teacher=order:N,documents:N,keep:SHARE, or band: for keep:, and bias:SHARE at will";
const REVIEW: &str =
    "review=N,accept, review=N,better or review=N,best-of:M, then at will a taste or two rates of error";

/// What is assumed where nothing is said.
const FALSE_POSITIVE_RATE: f64 = 0.05;
const TEACHER: Teacher = Teacher { order: 1, documents: 200, keep: Keep::Best(0.5), bias: 0.0 };
const RIGHT_KEPT: f64 = 1.0;
const WRONG_KEPT: f64 = 0.0;

const TASTES: [(&str, Taste); 4] =
    [("plain", Taste::Plain), ("rare", Taste::Rare), ("short", Taste::Short), ("long", Taste::Long)];

/// Reads what [`Display`](fmt::Display) writes. Ranges are left to `Protocol::validate`.
impl FromStr for Curation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let refused = |value: &str, allowed: &str| Error::out_of_range("curation", value, allowed);
        let mut curation = Self::NONE;
        if text == "none" {
            return Ok(curation);
        }
        for part in text.split('+') {
            let whole = || refused(text, GRAMMAR);
            let (name, values) = part.split_once('=').ok_or_else(whole)?;
            let malformed = |grammar| move || refused(part, grammar);
            let repeated = match name {
                "detector" => {
                    let detector = detector(values, Remedy::Filter).ok_or_else(malformed(DETECTOR))?;
                    curation.detector.replace(detector).is_some()
                }
                "resample" => {
                    let detector = detector(values, Remedy::Resample).ok_or_else(malformed(RESAMPLE))?;
                    curation.detector.replace(detector).is_some()
                }
                "teacher" => {
                    let teacher = teacher(values).ok_or_else(malformed(TEACHER_PART))?;
                    curation.teacher.replace(teacher).is_some()
                }
                "review" => {
                    let review = review(values).ok_or_else(malformed(REVIEW))?;
                    curation.review.replace(review).is_some()
                }
                _ => return Err(whole()),
            };
            if repeated {
                return Err(whole());
            }
        }
        Ok(curation)
    }
}

fn detector(values: &str, remedy: Remedy) -> Option<Detector> {
    let judge = if values == "trained" {
        Judge::Trained { false_positive_rate: FALSE_POSITIVE_RATE }
    } else if let Some(rate) = values.strip_prefix("trained@") {
        Judge::Trained { false_positive_rate: rate.parse().ok()? }
    } else {
        let (tpr, fpr) = values.split_once(',')?;
        Judge::Ideal { true_positive_rate: tpr.parse().ok()?, false_positive_rate: fpr.parse().ok()? }
    };
    Some(Detector { judge, remedy })
}

fn teacher(values: &str) -> Option<Teacher> {
    let mut teacher = TEACHER;
    for pair in values.split(',') {
        let (name, value) = pair.split_once(':')?;
        match name {
            "order" => teacher.order = value.parse().ok()?,
            "documents" => teacher.documents = value.parse().ok()?,
            "keep" => teacher.keep = Keep::Best(value.parse().ok()?),
            "band" => teacher.keep = Keep::Band(value.parse().ok()?),
            "bias" => teacher.bias = value.parse().ok()?,
            _ => return None,
        }
    }
    Some(teacher)
}

fn review(values: &str) -> Option<Review> {
    let mut values = values.split(',');
    let budget = values.next()?.parse().ok()?;
    let task = values.next()?;
    let mut taste = || {
        let Some(name) = values.next() else { return Some(Taste::Plain) };
        TASTES.iter().find(|known| known.0 == name).map(|known| known.1)
    };
    let task = match task {
        "better" => Task::Better(taste()?),
        "accept" => {
            let mut chance = |default| values.next().map_or(Some(default), |value| value.parse().ok());
            Task::Accept { right: chance(RIGHT_KEPT)?, wrong: chance(WRONG_KEPT)? }
        }
        _ => Task::BestOf(task.strip_prefix("best-of:")?.parse().ok()?, taste()?),
    };
    values.next().is_none().then_some(Review { budget, task })
}

pub(super) fn write(curation: &Curation, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut separator = "";
    if let Some(Detector { judge, remedy }) = &curation.detector {
        let name = if *remedy == Remedy::Filter { "detector" } else { "resample" };
        match judge {
            Judge::Ideal { true_positive_rate, false_positive_rate } => {
                write!(f, "{name}={true_positive_rate},{false_positive_rate}")?;
            }
            Judge::Trained { false_positive_rate } => write!(f, "{name}=trained@{false_positive_rate}")?,
        }
        separator = "+";
    }
    if let Some(Teacher { order, documents, keep, bias }) = &curation.teacher {
        write!(f, "{separator}teacher=order:{order},documents:{documents}")?;
        match keep {
            Keep::Best(share) => write!(f, ",keep:{share}")?,
            Keep::Band(share) => write!(f, ",band:{share}")?,
        }
        if *bias != 0.0 {
            write!(f, ",bias:{bias}")?;
        }
        separator = "+";
    }
    if let Some(Review { budget, task }) = &curation.review {
        write!(f, "{separator}review={budget},")?;
        match task {
            Task::Accept { right, wrong } if (*right, *wrong) == (RIGHT_KEPT, WRONG_KEPT) => {
                f.write_str("accept")?;
            }
            Task::Accept { right, wrong } => write!(f, "accept,{right},{wrong}")?,
            Task::Better(taste) => write!(f, "better{}", name(*taste))?,
            Task::BestOf(candidates, taste) => write!(f, "best-of:{candidates}{}", name(*taste))?,
        }
        separator = "+";
    }
    if separator.is_empty() { f.write_str("none") } else { Ok(()) }
}

/// The name of a taste with its comma, nothing for the one that is assumed.
fn name(taste: Taste) -> String {
    let known = TASTES.iter().find(|known| known.1 == taste && taste != Taste::Plain);
    known.map_or_else(String::new, |(name, _)| format!(",{name}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curations_read_what_they_write() {
        for text in [
            "none",
            "detector=0.8,0.05",
            "detector=trained@0.05",
            "resample=0.8,0.05",
            "resample=trained@0.1",
            "teacher=order:1,documents:200,keep:0.5",
            "teacher=order:2,documents:20,band:0.9,bias:0.5",
            "review=100,accept",
            "review=100,accept,0.9,0.2",
            "review=100,better",
            "review=10,better,long",
            "review=100,best-of:2",
            "review=100,best-of:5,rare",
            "detector=1,0+teacher=order:1,documents:200,keep:0.5+review=7,accept",
        ] {
            assert_eq!(text.parse::<Curation>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_goes_without_saying_may_be_left_out() {
        for (short, long) in [
            ("resample=trained", "resample=trained@0.05"),
            ("teacher=keep:0.5", "teacher=order:1,documents:200,keep:0.5"),
            ("review=5,accept,1,0", "review=5,accept"),
            ("review=5,better,plain", "review=5,better"),
            ("review=5,accept+detector=trained", "detector=trained@0.05+review=5,accept"),
        ] {
            assert_eq!(short.parse::<Curation>().unwrap().to_string(), long);
        }
    }

    #[test]
    fn what_is_no_curation_is_refused_by_name() {
        for (text, named, grammar) in [
            ("", "", GRAMMAR),
            ("filter", "filter", GRAMMAR),
            ("detector", "detector", GRAMMAR),
            ("detector=", "detector=", DETECTOR),
            ("detector=0.8", "detector=0.8", DETECTOR),
            ("detector=a,b", "detector=a,b", DETECTOR),
            ("review=1,accept+detector=0.8,0.05,0.1", "detector=0.8,0.05,0.1", DETECTOR),
            ("resample=0.8", "resample=0.8", RESAMPLE),
            ("detector=0.8,0.05+resample=trained", "detector=0.8,0.05+resample=trained", GRAMMAR),
            ("none+review=5,accept", "none+review=5,accept", GRAMMAR),
            ("teacher=", "teacher=", TEACHER_PART),
            ("teacher=size:3", "teacher=size:3", TEACHER_PART),
            ("teacher=order:-1", "teacher=order:-1", TEACHER_PART),
            ("review=5", "review=5", REVIEW),
            ("review=5,guess", "review=5,guess", REVIEW),
            ("review=5,best-of", "review=5,best-of", REVIEW),
            ("review=5,better,green", "review=5,better,green", REVIEW),
            ("review=5,accept,1,0,1", "review=5,accept,1,0,1", REVIEW),
            ("review=100,accept+", "review=100,accept+", GRAMMAR),
        ] {
            let error = text.parse::<Curation>().unwrap_err().to_string();
            assert_eq!(error, format!("curation is {named}; it must be {grammar}"));
        }
    }
}
