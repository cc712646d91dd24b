//! Papers on model collapse as runs that anybody can repeat: what each claims, and how much of it this program can show.
//!
//! Full papers were not read; what is said of them rests on abstracts, tables quoted by others and published code. The
//! comments beside each figure say which: `[V]` derived and checked here, `[A]` abstract, `[S]` a careful secondary source,
//! `[C]` the authors' code.

mod curated;
mod drift;
mod mixing;

use std::fmt;

use crate::error::Error;
use crate::human::HumanCorpus;
use crate::protocol::Protocol;

/// A paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// Family names; "et al." beyond three.
    pub authors: &'static str,
    /// Year of the version meant.
    pub year: u16,
    /// Title, as far as it is known here.
    pub title: &'static str,
    /// Journal or conference; "arXiv" where it appeared nowhere else.
    pub venue: &'static str,
    /// Number on arXiv.
    pub arxiv: &'static str,
}

impl fmt::Display for Paper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { authors, year, title, venue, arxiv } = self;
        // A title may end in a mark of its own.
        let stop = if title.ends_with(['?', '!']) { "" } else { "." };
        match *venue {
            "arXiv" => write!(f, "{authors} ({year}). {title}{stop} arXiv {arxiv}"),
            venue => write!(f, "{authors} ({year}). {title}{stop} {venue}; arXiv {arxiv}"),
        }
    }
}

/// How well the claim of a [`Preset`] can be shown here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It has a formula, and runs on independent tokens agree with it within their standard error.
    Exact,
    /// The arms come out in the order claimed, by many standard errors; the size of the effect is this model's own.
    Qualitative,
    /// It is about something that n-gram models do not have.
    OutOfScope,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exact => "exact",
            Self::Qualitative => "qualitative",
            Self::OutOfScope => "out of scope",
        })
    }
}

/// One of the runs that are compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Arm {
    /// A word or two, with hyphens.
    pub name: &'static str,
    /// Everything that decides the run; its seed is the default one.
    pub protocol: Protocol,
}

impl Arm {
    /// The run on this text. A teacher that reads more documents than there are reads half of them.
    #[must_use]
    pub fn on(&self, human: &HumanCorpus) -> Protocol {
        let mut protocol = self.protocol.clone();
        if let Some(teacher) = &mut protocol.curation.teacher {
            let all = teacher.choice(human.train().document_count());
            if teacher.documents > all {
                teacher.documents = (all / 2).max(1);
            }
        }
        protocol
    }
}

/// A paper, or two with one claim, as runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// First author (or subject) and year, with a hyphen.
    pub name: &'static str,
    /// Where the claim comes from; at least one.
    pub papers: Vec<Paper>,
    /// What the runs show, in one sentence.
    pub claim: &'static str,
    /// How they show it.
    pub shown: &'static str,
    /// What the paper says and this program cannot show, or finds otherwise.
    pub beyond: &'static str,
    /// How well the claim holds here; each is run by `tests/presets/`.
    pub verdict: Verdict,
    /// The runs; the first is the one that the paper is known for. [`Arm::on`] fits them to a text; every text that is
    /// short enough for their regimes is accepted ([`Protocol::validate`]).
    pub arms: Vec<Arm>,
}

impl Preset {
    /// The preset of this name.
    ///
    /// # Errors
    /// If there is none.
    pub fn named(name: &str) -> Result<Self, Error> {
        let all = presets();
        let names = all.iter().map(|preset| preset.name).collect::<Vec<_>>().join(", ");
        let refusal = || Error::out_of_range("preset", name, format!("one of {names}"));
        all.into_iter().find(|preset| preset.name == name).ok_or_else(refusal)
    }
}

/// All of them, by name.
#[must_use]
pub fn presets() -> Vec<Preset> {
    let mut all = [curated::presets(), drift::presets(), mixing::presets()].concat();
    all.sort_unstable_by_key(|preset| preset.name);
    all
}

fn arm(name: &'static str, protocol: Protocol) -> Arm {
    Arm { name, protocol }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_names_and_lead_back() {
        let all = presets();
        for preset in &all {
            let plain = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            assert!(plain(preset.name) && preset.arms.iter().all(|arm| plain(arm.name)), "{}", preset.name);
            assert_eq!(Preset::named(preset.name).as_ref(), Ok(preset));
            assert!(!preset.papers.is_empty() && !preset.arms.is_empty(), "{}", preset.name);
            for paper in &preset.papers {
                assert!(preset.name.ends_with(&paper.year.to_string()), "{}", preset.name);
            }
            for (i, arm) in preset.arms.iter().enumerate() {
                assert!(preset.arms[..i].iter().all(|other| other.name != arm.name), "{}", preset.name);
                assert!(preset.arms[..i].iter().all(|other| other.protocol != arm.protocol));
            }
        }
        assert!(all.windows(2).all(|pair| pair[0].name < pair[1].name), "each name once, in order");
        let refusal = Preset::named("nobody-2020").unwrap_err().to_string();
        assert!(refusal.starts_with("preset is nobody-2020; it must be one of "), "{refusal}");
        assert!(all.iter().all(|preset| refusal.contains(preset.name)), "{refusal}");
    }

    /// Myths and over-statements that are told of these papers, and figures nobody here has checked.
    #[test]
    fn claims_to_avoid_are_avoided() {
        for preset in presets() {
            let Preset { claim, shown, beyond, .. } = &preset;
            let all = [*claim, *shown, *beyond].join(" ").to_lowercase();
            for myth in
                ["inevitable", "explode", "no loss", "resists", "over 100", "1 %", "fixes it", "10^4", "ruin"]
            {
                assert!(!all.contains(myth), "{}: {myth}", preset.name);
            }
            let sentences = claim.matches(['.', '!', '?']).count() - claim.matches("0.").count();
            assert!(claim.ends_with('.') && sentences == 1, "{}: the claim is one sentence", preset.name);
            assert!(shown.ends_with('.') && beyond.ends_with('.'), "{}", preset.name);
        }
    }

    #[test]
    fn papers_are_cited_in_one_line() {
        let cited = presets().iter().map(|preset| preset.papers[0].to_string()).collect::<Vec<_>>();
        assert!(cited.contains(
            &"Riis (2026). Drift and selection in LLM text ecosystems. arXiv 2604.08554".to_owned()
        ));
        assert!(
            cited.contains(
                &"Kazdan et al. (2025). Collapse or Thrive? ICML 2025; arXiv 2410.16713".to_owned()
            )
        );
    }
}
