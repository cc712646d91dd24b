//! Every definition on courses made up for it: where it holds, where it does not, and where nothing can be said.

use super::*;

/// Twenty generations of four seeds. The risk of run i at generation t is `bits(t)` and a little noise of its own.
fn evidence(bits: impl Fn(f64) -> f64) -> Evidence {
    let noise = |i: usize| 0.01 * (i as f64 - 1.5);
    let run = |i: usize| Course {
        bits: (0..=20).map(|t| bits(f64::from(t)) + if t > 0 { noise(i) } else { 0.0 }).collect(),
        simpson: 0.98 + noise(i) / 100.0,
        tail_lost: 0.06 + noise(i) / 10.0,
        spliced: 0.5 + noise(i) / 10.0,
        invented: 0.2 + noise(i) / 10.0,
    };
    let resample = |i: usize| Resample {
        bits: 8.1 + noise(i),
        simpson: 0.98 + noise(i) / 100.0,
        tail_lost: 0.06 + noise(i) / 10.0,
    };
    let size = |tokens: f64| {
        // 0.2 bits a doubling.
        let first = 8.0 + 0.2 * (14.0 - libm::log2(tokens));
        Size { tokens, first, last: (0..4).map(|i| first + 0.5 + noise(i)).collect() }
    };
    Evidence {
        human: HumanFigures { worst_bits: 12.0, invented: 0.6 },
        runs: (0..4).map(run).collect(),
        resamples: (0..4).map(resample).collect(),
        first_spliced: (0..4).map(|i| 0.5 + noise(3 - i) / 10.0).collect(),
        sizes: [12.0, 13.0, 14.0].map(|log| size(libm::exp2(log))).to_vec(),
    }
}

fn score(evidence: &Evidence, definition: &str) -> Score {
    let card = Scorecard::judge(evidence);
    card.scores.into_iter().find(|score| score.definition == definition).unwrap()
}

#[track_caller]
fn assert_holds(evidence: &Evidence, definition: &str, holds: Option<bool>) -> Score {
    let score = score(evidence, definition);
    assert_eq!(score.holds, holds, "{score:?}");
    assert!(score.sentence.ends_with('.') && !score.sentence.contains('\n'), "{score:?}");
    let told = score.sentence.contains("NaN") || score.sentence.starts_with("Not known: ");
    assert_eq!(told, holds.is_none(), "{score:?}");
    score
}

/// A risk that stays what it was.
fn level() -> Evidence {
    evidence(|_| 8.0)
}

#[test]
fn nothing_collapses_where_nothing_changes() {
    let card = Scorecard::judge(&level());
    assert!(card.scores.iter().all(|score| score.holds == Some(false)), "{card:?}");
    let names = card.scores.each_ref().map(|score| score.definition);
    assert_eq!(
        names,
        [
            "catastrophic-risk",
            "any-increase",
            "diverging-risk",
            "scaling-law",
            "collapsing-variance",
            "entangled-modes",
            "lost-tail",
            "hallucinated-data",
        ]
    );
}

#[test]
fn a_catastrophe_is_more_than_half_of_what_can_be_lost() {
    for (end, holds) in [(9.9, false), (10.01, false), (10.1, true), (11.9, true)] {
        let evidence = evidence(|t| 8.0 + (end - 8.0) * t / 20.0);
        let score = assert_holds(&evidence, "catastrophic-risk", Some(holds));
        assert!((score.value - (end - 8.0) / 4.0).abs() < 1e-12, "{score:?}");
        assert_eq!(score.threshold, 0.5);
    }
    let nowhere_to_fall = evidence(|_| 12.5);
    assert_holds(&nowhere_to_fall, "catastrophic-risk", None);
}

#[test]
fn an_increase_is_more_than_human_text_drawn_anew_shows() {
    for (end, holds) in [(8.0, false), (8.12, false), (8.15, true)] {
        let score = assert_holds(&evidence(|t| if t > 0.0 { end } else { 8.0 }), "any-increase", Some(holds));
        assert!((score.value - end).abs() < 1e-12 && (score.threshold - 8.1).abs() < 1e-12, "{score:?}");
    }
}

#[test]
fn logarithms_diverge_and_limits_do_not() {
    type Risk = fn(f64) -> f64;
    let risks: [(Risk, bool); 6] = [
        (|t| 8.0 + 0.3 * libm::log2(t + 1.0), true),
        (|t| 8.0 + 0.1 * t, true),
        (|t| 8.0 + 0.3 * libm::sqrt(t), true),
        (|t| 9.0 - 1.0 / (t + 1.0), false),
        (|t| 9.0 - libm::exp(-t), false),
        (|t| 8.0 - 0.1 * libm::log2(t + 1.0), false),
    ];
    for (risk, holds) in risks {
        assert_holds(&evidence(risk), "diverging-risk", Some(holds));
    }
    // Chance alone: each run goes a way of its own.
    let mut wild = level();
    for (run, slope) in wild.runs.iter_mut().zip([-0.3, -0.1, 0.2, 0.4]) {
        run.bits.iter_mut().enumerate().for_each(|(t, bits)| *bits += slope * libm::log2(t as f64 + 1.0));
    }
    assert_holds(&wild, "diverging-risk", Some(false));
    let mut short = level();
    short.runs.iter_mut().for_each(|run| run.bits.truncate(8));
    let score = assert_holds(&short, "diverging-risk", None);
    assert!(score.sentence.contains("8 generations"), "{score:?}");
}

#[test]
fn a_scaling_law_may_be_shifted_but_not_bent() {
    let score = assert_holds(&level(), "scaling-law", Some(false));
    assert!((score.value - 0.2).abs() < 1e-9 && (score.threshold - 0.2).abs() < 1e-9, "{score:?}");
    for bend in [-0.1, 0.1] {
        let mut bent = level();
        for (size, log) in bent.sizes.iter_mut().zip([2.0, 1.0, 0.0]) {
            size.last.iter_mut().enumerate().for_each(|(i, bits)| *bits += log * (bend + 0.001 * i as f64));
        }
        let score = assert_holds(&bent, "scaling-law", Some(true));
        assert!((score.value - (0.2015 + bend)).abs() < 1e-9, "{score:?}");
    }
    let mut alone = level();
    alone.sizes.drain(..2);
    let score = assert_holds(&alone, "scaling-law", None);
    assert!(score.sentence.contains("parts of the text"), "{score:?}");
}

#[test]
fn what_is_lost_or_made_up_is_compared_with_human_text() {
    let mut poor = level();
    poor.runs.iter_mut().for_each(|run| run.simpson -= 0.01);
    assert_holds(&poor, "collapsing-variance", Some(true));
    poor.runs.iter_mut().for_each(|run| run.simpson += 0.02);
    assert_holds(&poor, "collapsing-variance", Some(false));

    let mut tail = level();
    tail.runs.iter_mut().for_each(|run| run.tail_lost = 0.0);
    assert_holds(&tail, "lost-tail", Some(false));
    tail.runs.iter_mut().for_each(|run| run.tail_lost = 0.1);
    let score = assert_holds(&tail, "lost-tail", Some(true));
    assert!(score.sentence.contains("10.0 %") && score.sentence.contains("6.0 %"), "{score:?}");

    let mut spliced = level();
    spliced.runs.iter_mut().for_each(|run| run.spliced += 0.05);
    assert_holds(&spliced, "entangled-modes", Some(true));
    spliced.first_spliced.iter_mut().for_each(|share| *share += 0.1);
    assert_holds(&spliced, "entangled-modes", Some(false));

    spliced.first_spliced.iter_mut().for_each(|share| *share = 0.995);
    spliced.runs.iter_mut().for_each(|run| run.spliced = 1.0);
    assert_holds(&spliced, "entangled-modes", None);

    let mut salad = level();
    salad.runs.iter_mut().for_each(|run| run.invented = 0.61);
    assert_holds(&salad, "hallucinated-data", Some(true));
    salad.human.invented = 0.61;
    assert_holds(&salad, "hallucinated-data", Some(false));
}

#[test]
fn what_was_not_measured_is_not_known() {
    let nothing_held_out = Evidence {
        human: HumanFigures { worst_bits: f64::NAN, invented: f64::NAN },
        resamples: level().resamples.iter().map(|r| Resample { bits: f64::NAN, ..*r }).collect(),
        sizes: Vec::new(),
        ..evidence(|_| f64::NAN)
    };
    for (definition, holds) in [
        ("catastrophic-risk", None),
        ("any-increase", None),
        ("diverging-risk", None),
        ("scaling-law", None),
        ("collapsing-variance", Some(false)),
        ("entangled-modes", Some(false)),
        ("lost-tail", Some(false)),
        ("hallucinated-data", None),
    ] {
        assert_holds(&nothing_held_out, definition, holds);
    }
    let none = Evidence {
        runs: Vec::new(),
        resamples: Vec::new(),
        first_spliced: Vec::new(),
        sizes: Vec::new(),
        ..level()
    };
    assert!(Scorecard::judge(&none).scores.iter().all(|score| score.holds.is_none()));
    // One run says nothing about chance.
    let one = Evidence { runs: level().runs[..1].to_vec(), ..level() };
    let unknown = Scorecard::judge(&one).scores.into_iter().filter(|score| score.holds.is_none());
    assert_eq!(unknown.count(), 7, "all but the scaling law");
}
