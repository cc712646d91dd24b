//! Papers on human text beside machine text.

use super::{Paper, Preset, Verdict, arm};
use crate::decoding::Decoding;
use crate::protocol::Protocol;
use crate::regime::Regime;

pub(super) fn presets() -> Vec<Preset> {
    vec![gerstgrasser(), alemohammad(), kazdan(), bakshi(), golden_ratio()]
}

fn run(order: usize, generations: usize, regime: Regime) -> Protocol {
    Protocol { order, generations, regime, ..Protocol::default() }
}

fn gerstgrasser() -> Preset {
    let cool = |regime| {
        let decoding = Decoding { temperature: 0.3, ..Decoding::default() };
        Protocol { decoding, ..run(3, 10, regime) }
    };
    Preset {
        name: "gerstgrasser-2024",
        papers: vec![Paper {
            authors: "Gerstgrasser et al.",
            year: 2024,
            title: "Is Model Collapse Inevitable?",
            venue: "COLM 2024",
            arxiv: "2404.01413",
        }],
        claim: "Added to the human text, machine text costs a bounded amount of diversity; put in its place, it costs \
            ever more, and far more at temperature 0.3.",
        // [V] O2, O9, O25; the product's limit sin(π/√n)/(π/√n) is about 1 − π²/6n. [S] Temperature 0.3, 10 rounds, and a
        // replaced text that grows.
        shown: "Gini-Simpson index of independent tokens: under accumulate H_0 Π(1 − 1/(n s²)), which has a limit; \
            under replace H_0 (1 − 1/n)^t, which goes to 0; between them a replaced text that grows by n each round. At \
            temperature 0.3 human text that no model has read is foreseen worse than at 1, under replace much worse.",
        // [S] 1.82 → 1.74 and 1.71 → 1.59 for accumulate.
        beyond: "That accumulating made the paper's models a little better from round to round: an n-gram model gains \
            nothing from its own text. Regression and images.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("accumulate", run(3, 10, Regime::Accumulate)),
            arm("replace", run(3, 10, Regime::Replace)),
            arm("replace-growing", run(3, 10, Regime::Grow { degree: 1, rate: 1.0 })),
            arm("accumulate-cool", cool(Regime::Accumulate)),
            arm("replace-cool", cool(Regime::Replace)),
        ],
    }
}

fn alemohammad() -> Preset {
    let biased = Decoding { temperature: 0.8, ..Decoding::default() };
    Preset {
        name: "alemohammad-2024",
        papers: vec![Paper {
            authors: "Alemohammad et al.",
            year: 2024,
            title: "Self-Consuming Generative Models Go MAD",
            venue: "ICLR 2024",
            arxiv: "2307.01850",
        }],
        claim: "Without human text diversity falls from round to round, the same human text in every round saves only \
            itself, and fresh human text holds a steady state.",
        // [A] Three loops, and sampling bias that keeps precision while recall falls faster. [V] O2, O7b, O7c.
        shown: "The squared error against the human shares, of independent tokens: it rises for ever in the synthetic \
            loop, and settles with fresh human text at the value of its formula. The words alive: fewest in the synthetic \
            loop, most in the fresh one. Text drawn at temperature 0.8 stays closer to what humans wrote, and less of what \
            they wrote can still be reached.",
        // [A] "delays only".
        beyond: "That fixed human data only delay the decline: an n-gram model cannot lose what it reads in every round. \
            Images and their artefacts.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("synthetic", run(2, 20, Regime::Replace)),
            arm("fixed", run(2, 20, Regime::Anchored { share: 0.5 })),
            arm("fresh", run(2, 20, Regime::Fresh { share: 0.5 })),
            arm("biased", Protocol { decoding: biased, ..run(2, 20, Regime::Replace) }),
        ],
    }
}

fn kazdan() -> Preset {
    Preset {
        name: "kazdan-2025",
        papers: vec![Paper {
            authors: "Kazdan et al.",
            year: 2025,
            title: "Collapse or Thrive?",
            venue: "ICML 2025",
            arxiv: "2410.16713",
        }],
        claim: "Replacing loses ever more, accumulating a bounded amount, and reading a sample of fixed size from all \
            that was accumulated about twice as much, and still a bounded amount.",
        // [V] O2, O9, O10. [A] The three workflows.
        shown: "Gini-Simpson index of independent tokens: (1 − 1/n)^t under replace, Π(1 − 1/(n s²)) under accumulate, \
            Π(1 − (2/n − 1/n²)/s²) under subsample, which loses about twice what accumulate does and has a limit too.",
        // [A] ≤ 1024 real examples; Gemma 2.
        beyond: "Whether machine text helps where human text is scarce: here it carries nothing new.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("replace", run(3, 20, Regime::Replace)),
            arm("accumulate", run(3, 20, Regime::Accumulate)),
            arm("subsample", run(3, 20, Regime::Subsample)),
        ],
    }
}

fn bakshi() -> Preset {
    let fresh = |share| run(2, 20, Regime::Fresh { share });
    Preset {
        name: "bakshi-chakraborty-2026",
        papers: vec![Paper {
            authors: "Bakshi, Chakraborty",
            year: 2026,
            title: "From collapse to improvement",
            venue: "arXiv",
            arxiv: "2602.10531",
        }],
        claim: "If a share λ of each text is fresh human text, the error follows a recursion and settles, at a level \
            that is set by the number of human words in each round.",
        // [A] R_t of a multinomial mix; [V] O7b for a fixed number, and R_∞/H ≈ 1/(1 + 2λN).
        shown: "The squared error against the human shares, of independent tokens: \
            R_t = R_{t−1} [(1 − λ)² − (1 − λ)/N] + H_0/N for λ = 0, 0.1 and 0.5.",
        // [A] GPT-2-scale checks; improvement with growing human data.
        beyond: "That models improve where the human text grows: here every round has as much text as the first. And \
            networks that learn.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("tenth", fresh(0.1)),
            arm("half", fresh(0.5)),
            arm("none", run(2, 20, Regime::Replace)),
        ],
    }
}

fn golden_ratio() -> Preset {
    let weighted = |weight| run(2, 12, Regime::Weighted { weight });
    Preset {
        name: "golden-ratio-2025",
        papers: vec![
            // [A] Called "Golden Ratio Weighting Prevents Model Collapse" until its fourth version.
            Paper {
                authors: "He, Xu, Cheng",
                year: 2025,
                title: "Recursive learning without collapse: a weighting-based stabilization framework",
                venue: "Journal of the Royal Statistical Society, Series B",
                arxiv: "2502.18049",
            },
            Paper {
                authors: "Garg, Bhattacharya, Sur",
                year: 2025,
                title: "Preventing model collapse under overparametrization",
                venue: "arXiv",
                arxiv: "2509.22341",
            },
        ],
        claim: "With as much fresh human text as machine text, the human text does best at the weight 0.618, the \
            reciprocal of the golden ratio: better than human text alone.",
        // [V] O26; [A] the weight.
        shown: "The squared error against the human shares, of independent tokens, settles at \
            (w² + (1 − w)²)(H_0/n) / [1 − (1 − w)²(1 − 1/n)]: least at w = 0.618, where it is 0.618 H_0/n.",
        // [A] Regression.
        beyond: "Regression, where both papers find the weight; and other proportions of human and machine text.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("golden", weighted(0.618)),
            arm("third", weighted(0.3)),
            arm("half", weighted(0.5)),
            arm("four-fifths", weighted(0.8)),
            arm("human-only", weighted(1.0)),
        ],
    }
}
