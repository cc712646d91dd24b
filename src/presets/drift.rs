//! Papers on what chance and decoding alone take away.

use super::{Paper, Preset, Verdict, arm};
use crate::decoding::Decoding;
use crate::protocol::Protocol;
use crate::regime::Regime;

pub(super) fn presets() -> Vec<Preset> {
    vec![shumailov(), dohmatob(), seddik(), suresh(), riis(), guo()]
}

fn replace(order: usize, generations: usize) -> Protocol {
    Protocol { order, generations, ..Protocol::default() }
}

fn shumailov() -> Preset {
    Preset {
        name: "shumailov-2024",
        papers: vec![Paper {
            authors: "Shumailov et al.",
            year: 2024,
            title: "AI models collapse when trained on recursively generated data",
            venue: "Nature 631, 755–759",
            arxiv: "2305.17493",
        }],
        claim: "Where each model learns only from what the last one wrote, rare words go first, and what is gone \
            stays gone.",
        // [V] O1, O4, O5: martingale, (1 − 1/N)^N = 0.37, Wright-Fisher matrix. [S] 10 % of the original data, drawn anew.
        shown: "A word that occurs once is gone after one round with chance (1 − 1/N)^N, about 0.37; the chance of any \
            other follows from its count alone, while its expected share stays what it was. With a tenth of human text, \
            drawn anew in every round, more words stay.",
        // [S] The paper's three sources of error.
        beyond: "The perplexity of a language model tuned on beam-searched text, and two of the three sources of error: \
            an n-gram model has no limited expressivity and no imperfect optimiser, it only samples.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("replace", replace(3, 20)),
            arm("fresh-tenth", Protocol { regime: Regime::Fresh { share: 0.1 }, ..replace(3, 20) }),
        ],
    }
}

fn dohmatob() -> Preset {
    let decoded = |decoding| Protocol { decoding, ..replace(2, 8) };
    Preset {
        name: "dohmatob-2024",
        papers: vec![Paper {
            authors: "Dohmatob et al.",
            year: 2024,
            title: "A Tale of Tails",
            venue: "ICML 2024",
            arxiv: "2402.07043",
        }],
        claim: "A finite sample cuts off the tail of rare words; top-p cuts further and a lower temperature narrows \
            what is left.",
        // [V] O5 for the sample, O11 for the cuts.
        shown: "Types alive after each round: most after plain sampling, fewer at temperature 0.9 and with top-p 0.9, \
            in every generation. Plain sampling leaves a text that is worth N s_t human tokens, about 2N/(t + 2).",
        // [A] Scaling law with a floor; [S] test error linear in the generations; arithmetic and Llama-2 experiments.
        beyond: "The floor of a neural scaling law, its slope, and grokking where clean text is mixed in.",
        verdict: Verdict::Qualitative,
        arms: vec![
            arm("finite-sample", replace(2, 8)),
            arm("top-p", decoded(Decoding { top_p: Some(0.9), ..Decoding::default() })),
            arm("temperature", decoded(Decoding { temperature: 0.9, ..Decoding::default() })),
        ],
    }
}

fn seddik() -> Preset {
    Preset {
        name: "seddik-2024",
        papers: vec![Paper {
            authors: "Seddik et al.",
            year: 2024,
            title: "How bad is training on synthetic data?",
            venue: "COLM 2024",
            arxiv: "2404.05090",
        }],
        claim: "The chance that two words are the same, Σp², follows 1 − (1 − 1/n)^m (1 − Σp_0²) after m rounds of n \
            words each.",
        // [A] The formula; [V] O2 and O7c.
        shown: "The mean of Σp² over many runs of independent tokens, in every generation; with half the text human and \
            always the same it stays at a floor instead.",
        // [A] GPT-2-style checks.
        beyond: "Words with a context: at orders from 2 on, on ordinary text, Σp² follows the formula only roughly. And \
            networks that learn.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("synthetic", replace(2, 20)),
            arm("mixed", Protocol { regime: Regime::Anchored { share: 0.5 }, ..replace(2, 20) }),
        ],
    }
}

fn suresh() -> Preset {
    Preset {
        name: "suresh-2024",
        papers: vec![Paper {
            authors: "Suresh, Thangaraj, Khandavally",
            year: 2024,
            title: "Rate of model collapse in recursive training",
            venue: "AISTATS 2025",
            arxiv: "2412.17646",
        }],
        claim: "The time until a word is forgotten is about linear in how often humans used it.",
        // [A] The bound and the linear time; [V] O5 and S: the bound lies below the truth. [C] bigrams.
        shown: "The share of words with c occurrences that are alive after k rounds follows the Wright-Fisher chain, \
            never falls below the paper's 1 − exp(−c/k), and reaches one half about three rounds later for each further \
            occurrence.",
        beyond: "The Gaussian half of the paper: there are no continuous quantities here.",
        verdict: Verdict::Exact,
        arms: vec![arm("replace", replace(2, 40))],
    }
}

fn riis() -> Preset {
    Preset {
        name: "riis-2026",
        papers: vec![Paper {
            authors: "Riis",
            year: 2026,
            title: "Drift and selection in LLM text ecosystems",
            venue: "arXiv",
            arxiv: "2604.08554",
        }],
        claim: "Retraining an n-gram model on its own text is neutral drift: the expected count of every n-gram stays, \
            chance decides, and words are lost alike at every order.",
        // [V] O16a and O16c. [A] Theorem 1.
        shown: "The mean count of n-grams over many runs is their human count, and orders 1, 2 and 3 keep the same share \
            of the words: within 2 % after 12 rounds, for some thousands of words.",
        // [A] Theorems 2 and 3. [C] Variable order.
        beyond: "Models of variable order, and publication that rewards quality: selection keeps structure that drift \
            does not.",
        verdict: Verdict::Exact,
        arms: vec![
            arm("order-2", replace(2, 12)),
            arm("order-1", replace(1, 12)),
            arm("order-3", replace(3, 12)),
        ],
    }
}

fn guo() -> Preset {
    Preset {
        name: "guo-2024",
        papers: vec![Paper {
            authors: "Guo et al.",
            year: 2024,
            title: "The Curious Decline of Linguistic Diversity",
            venue: "NAACL Findings 2024",
            arxiv: "2311.09807",
        }],
        // [A, S]
        claim: "Syntax loses its variety fastest and meaning slowest, most of all in creative tasks.",
        shown: "Only what counting sees of it: words and word sequences lose their variety.",
        beyond: "All of the claim: an n-gram model knows neither syntax nor meaning, and has no task.",
        verdict: Verdict::OutOfScope,
        arms: vec![arm("replace", replace(3, 10))],
    }
}
