//! Papers on detectors, verifiers and human choice.

use super::{Paper, Preset, Verdict, arm};
use crate::curation::{Curation, Detector, Judge, Keep, Remedy, Review, Task, Taste, Teacher};
use crate::protocol::Protocol;
use crate::regime::Regime;

pub(super) fn presets() -> Vec<Preset> {
    vec![drayson(), feng(), ferbach(), yi()]
}

fn run(generations: usize, regime: Regime, curation: Curation) -> Protocol {
    Protocol { order: 3, generations, regime, curation, ..Protocol::default() }
}

/// Every document is read.
fn review(task: Task) -> Curation {
    Curation { review: Some(Review { budget: 1_000_000, task }), ..Curation::NONE }
}

fn drayson() -> Preset {
    let mixed = |detector| run(12, Regime::Fresh { share: 0.2 }, Curation { detector, ..Curation::NONE });
    let ideal = Judge::Ideal { true_positive_rate: 0.8, false_positive_rate: 0.05 };
    let trained = Judge::Trained { false_positive_rate: 0.05 };
    Preset {
        name: "drayson-2025",
        papers: vec![Paper {
            authors: "Drayson, Yilmaz, Lampos",
            year: 2025,
            title: "Machine-generated text detection prevents language model collapse",
            venue: "EMNLP 2025",
            arxiv: "2502.15654",
        }],
        claim: "Where human and machine text arrive unlabelled, a detector gives the next model more of the human text, \
            and so keeps words alive.",
        // [V] O18: λ = 0.2, τ = 0.8, f = 0.05 give 0.543. [C] (1 − confidence)^10, 1.5 times as many, at most 3 copies.
        shown: "With an ideal detector the human share λ becomes λ(1 − f) / [λ(1 − f) + (1 − λ)(1 − τ)], here 0.54 \
            instead of 0.2, and the error against the human shares settles as with so much human text. With a trained one \
            and importance resampling it rises too, as far as n-grams can tell machine from human.",
        // [A, C] ModernBERT.
        beyond: "That a trained detector is enough: a neural one sees what n-grams do not. Here resampling repeats \
            documents, and by that loses more words than it saves.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("detector", mixed(Some(Detector { judge: ideal, remedy: Remedy::Filter }))),
            arm("resampling", mixed(Some(Detector { judge: trained, remedy: Remedy::Resample }))),
            arm("unfiltered", mixed(None)),
        ],
    }
}

fn feng() -> Preset {
    let accept = |right, wrong| run(4, Regime::Replace, review(Task::Accept { right, wrong }));
    Preset {
        name: "feng-2025",
        papers: vec![Paper {
            authors: "Feng et al.",
            year: 2025,
            title: "Beyond model collapse: scaling up with synthesized data requires verification",
            venue: "ICLR 2025",
            arxiv: "2406.07515",
        }],
        // [S] p* = 1/(1 + ψ/φ); [V] O20.
        claim: "Whether a verifier makes right text the majority depends on one number, p* = 1/(1 + ψ/φ), φ and ψ being \
            its chances to keep right and wrong text: it does where the share of wrong text is below p*.",
        shown: "A document is right if three quarters of its (n+1)-grams stand in the human text. After one review the \
            right share is (1 − p)φ / [(1 − p)φ + pψ], more than half exactly where p < p*: 0.75 for the careful \
            reviewer, 0.5 for one who guesses, 0.25 for one who prefers what is wrong.",
        // [S] Eigenvalues, summaries, a stronger selector no better than chance.
        beyond: "That accuracy goes to 100 % or to 0: an n-gram model keeps the majority as a majority, it does not round it \
            up. And that a better writer need not be a better verifier.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("careful", accept(0.9, 0.3)),
            arm("guessing", accept(0.5, 0.5)),
            arm("perverse", accept(0.3, 0.9)),
        ],
    }
}

fn ferbach() -> Preset {
    Preset {
        name: "ferbach-2024",
        papers: vec![Paper {
            authors: "Ferbach et al.",
            year: 2024,
            title: "Self-consuming generative models with curated data provably optimize human preferences",
            venue: "NeurIPS 2024",
            arxiv: "2407.09499",
        }],
        claim: "Where people choose among what models write, the loop learns their taste, and loses what they do not \
            choose; fresh human text holds that up.",
        // [V] O19: better of two after Bradley and Terry, best of K. [A] Rewards rise, their variance falls.
        shown: "After one round the share of each word is 2p(x) Σ p(y) e^r(x) / (e^r(x) + e^r(y)) with the better of two, and \
            a difference of F^4 with the best of four, of independent tokens. From round to round the mean reward, \
            log-frequency, rises, and words are lost faster than without a choice.",
        beyond: "Images, and the limit of infinitely many candidates. The taste is a simulated one.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("best-of-four", run(6, Regime::Replace, review(Task::BestOf(4, Taste::Plain)))),
            arm("better-of-two", run(6, Regime::Replace, review(Task::Better(Taste::Plain)))),
            arm("fresh-half", run(6, Regime::Fresh { share: 0.5 }, review(Task::BestOf(4, Taste::Plain)))),
            arm("no-choice", run(6, Regime::Replace, Curation::NONE)),
        ],
    }
}

fn yi() -> Preset {
    let teacher = |bias| {
        let teacher = Teacher { order: 1, documents: 200, keep: Keep::Best(0.5), bias };
        run(10, Regime::Replace, Curation { teacher: Some(teacher), ..Curation::NONE })
    };
    Preset {
        name: "yi-2026",
        papers: vec![Paper {
            authors: "Yi et al.",
            year: 2026,
            title: "Escaping model collapse via synthetic data verification",
            venue: "ICLR 2026",
            arxiv: "2510.16657",
        }],
        // [A] Near-term gain; convergence to the verifier's knowledge centre; plateau or reversal under bias.
        claim: "A verifier helps at first; in the long run the model goes to where the verifier's knowledge has its centre.",
        shown: "A small model of 200 human sentences keeps the likelier half of what is written. For a round or two \
            held-out human text is foreseen better than without it, then worse; the documents come ever closer to what the \
            teacher likes best. A one-sided teacher goes the same way.",
        beyond: "A verifier that knows more than the model: here it knows less, so it prevents no collapse for long.",
        verdict: Verdict::Qualitative,
        arms: vec![
            arm("verifier", teacher(0.0)),
            arm("biased-verifier", teacher(0.6)),
            arm("no-verifier", run(10, Regime::Replace, Curation::NONE)),
        ],
    }
}
