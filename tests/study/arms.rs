//! Studies that compare runs: each of their arms is a run of its own.

use std::sync::Arc;

use recursive_trap::recursion::Recursion;

use super::{ask, counts, living, protocol, same, text};

#[test]
fn a_race_is_several_runs() {
    let human = text(4, 120);
    let found = ask("race", "replace; fresh=0.3; subsample", &human, protocol(""));
    assert_eq!(found.list("regimes"), ["replace", "fresh=0.3", "subsample"]);
    for (i, regime) in ["replace", "fresh=0.3", "subsample"].into_iter().enumerate() {
        let counts = counts(&human, &protocol(&format!("regime={regime}")));
        let alive =
            counts.iter().map(|now| living(now) as f64 / living(&counts[0]) as f64).collect::<Vec<_>>();
        let row = &found.row("alive")[i * alive.len()..(i + 1) * alive.len()];
        for (found, expected) in row.iter().zip(&alive) {
            assert!((found - expected).abs() < 1e-12);
        }
    }
}

#[test]
fn a_share_is_short_for_the_four_usual_regimes() {
    let human = text(4, 60);
    let found = ask("race", "0.25", &human, protocol(""));
    assert_eq!(found.list("regimes"), ["replace", "anchored=0.25", "fresh=0.25", "accumulate"]);
    assert_eq!(found.number("share"), Some(0.25));
}

#[test]
fn what_a_regime_buys_is_in_the_ledger() {
    let human = text(4, 120);
    let found = ask("race", "replace; fresh=0.3; accumulate", &human, protocol(""));
    let sentences = human.train().document_count() as f64;
    let [replace, fresh, accumulate] = found.row("bought").try_into().unwrap();
    assert_eq!((replace, accumulate), (0.0, 0.0));
    // Documents differ in length, and the ledger counts tokens: within a tenth.
    assert!((fresh / (7.0 * 0.3 * sentences) - 1.0).abs() < 0.1, "{fresh}");
}

/// Greedy writing ends in a loop: each of its words is followed by the next in the text that was written.
#[test]
fn the_loop_that_safe_writing_ends_in_is_in_what_it_writes() {
    let human = text(5, 200);
    let found = ask("safe", "", &human, protocol("temperature=0"));
    let from = found.number("loop_safe").unwrap() as usize;
    assert!(found.number("loop_plain").is_none() && found.list("words_plain") == [""]);
    let mut recursion = Recursion::new(Arc::clone(&human), protocol("temperature=0")).unwrap();
    let mut written = String::new();
    for _ in 0..=from + 1 {
        assert!(recursion.advance());
        let sentences =
            recursion.written().documents().map(|document| human.vocabulary().detokenize(document));
        written = sentences.collect::<Vec<_>>().join(" ");
    }
    let cycle = &found.list("words_safe")[0];
    assert!(!cycle.is_empty() && written.to_lowercase().contains(&cycle.to_lowercase()), "{cycle}");
    assert_eq!(found.list("written_safe").len(), 8);
    assert!(written.starts_with(found.list("written_safe")[from + 1].split('.').next().unwrap()));
}

#[test]
fn with_and_without_are_runs_of_their_own() {
    let human = text(5, 200);
    let safe = ask("safe", "", &human, protocol("temperature=0.5"));
    for (name, settings) in [("types_plain", ""), ("types_safe", "temperature=0.5")] {
        let counts = counts(&human, &protocol(settings));
        same(safe.row(name), &counts.iter().map(|counts| living(counts) as f64).collect::<Vec<_>>());
    }
    let settings = "regime=fresh=0.5 curation=detector=trained@0.1";
    let trial = ask("remedy", "", &human, protocol(settings));
    for (name, settings) in [("types_with", settings), ("types_without", "regime=fresh=0.5")] {
        let counts = counts(&human, &protocol(settings));
        same(trial.row(name), &counts.iter().map(|counts| living(counts) as f64).collect::<Vec<_>>());
    }
    let mut recursion = Recursion::new(Arc::clone(&human), protocol(settings)).unwrap();
    let width = trial.row("fpr").len();
    for t in 0..=7 {
        assert!(recursion.advance());
        let curve = &trial.row("tpr")[t * width..(t + 1) * width];
        let Some(detection) = recursion.detection() else {
            assert!(curve.iter().all(|rate| rate.is_nan()));
            continue;
        };
        // The best that can be had by accusing no more than that share of the humans.
        for (fpr, tpr) in trial.row("fpr").iter().zip(curve) {
            let best = detection
                .roc()
                .points
                .iter()
                .filter(|point| point.0 <= *fpr)
                .map(|point| point.1)
                .fold(0.0, f64::max);
            assert_eq!(best, *tpr);
        }
        assert_eq!(trial.row("detector_fpr")[t], detection.false_positive_rate);
    }
}
