//! Curations in the loop: sizes, costs, what a detector, a teacher and a reviewer can and cannot do.

mod common;

use std::sync::Arc;

use recursive_trap::curation::{ATTESTED, Verdict};
use recursive_trap::human::HumanCorpus;
use recursive_trap::probe::{HumanReference, Measure, Probe};
use recursive_trap::recursion::{ACCOUNT, Protocol, Recursion};
use recursive_trap::text::Tokenizer;

fn text() -> Arc<HumanCorpus> {
    common::human(&common::made_up_text(40, 300), Tokenizer::Word)
}

fn run(human: &Arc<HumanCorpus>, regime: &str, curation: &str, generations: usize, seed: u32) -> Recursion {
    let (regime, curation) = (regime.parse().unwrap(), curation.parse().unwrap());
    let protocol = Protocol { order: 2, generations, regime, curation, seed, ..Protocol::default() };
    let mut recursion = Recursion::new(Arc::clone(human), protocol).unwrap();
    assert!(recursion.advance());
    recursion
}

fn measure(recursion: &Recursion, name: &str) -> f64 {
    let reference = HumanReference::new(recursion.human(), recursion.protocol().order);
    Probe::new(recursion, &reference).measure(&Measure::named(name).unwrap())
}

const CURATIONS: [&str; 9] = [
    "detector=0.8,0.05",
    "detector=trained@0.1",
    "resample=0.8,0.05",
    "resample=trained",
    "teacher=order:1,documents:40,keep:0.5",
    "teacher=order:2,documents:40,band:0.8,bias:0.5",
    "review=50,accept,0.9,0.2",
    "review=50,best-of:3,short",
    "detector=0.5,0.1+teacher=order:1,documents:40,band:0.9+review=40,better",
];

const REGIMES: [&str; 9] = [
    "replace",
    "fresh=0.2",
    "anchored=0.2",
    "accumulate",
    "subsample",
    "grow=linear@0.1",
    "weighted=0.6",
    "contaminate=0.9@3",
    "cure=0.5@2",
];

/// With each curation a generation has the documents that its regime says (1.5 times the scraped ones where they are resampled),
/// all human tokens are accounted for, and nothing is written that no curation would have allowed.
#[test]
fn sizes_and_costs_add_up_under_every_regime() {
    let human = text();
    let (documents, tokens) = (human.train().document_count(), human.train().token_count());
    for regime in REGIMES {
        for curation in CURATIONS {
            let mut plain = run(&human, regime, "none", 4, 3);
            let mut curated = run(&human, regime, curation, 4, 3);
            let sample = curated.ledger().human_tokens_bought - tokens;
            for t in 1..=4 {
                assert!(plain.advance() && curated.advance());
                let (size, expected) = (curated.corpus().document_count(), plain.corpus().document_count());
                let enlarged = curation.starts_with("resample") && (t > 1 || !curation.contains("trained"));
                if enlarged {
                    assert!(size > expected, "{regime}, {curation}: {size} in generation {t}");
                } else if !curation.starts_with("resample") {
                    assert_eq!(size, expected, "{regime}, {curation}, generation {t}");
                }
            }
            let ledger = curated.ledger();
            assert!(ledger.machine_tokens_discarded <= ledger.machine_tokens_written);
            assert_eq!(ledger.tokens_reviewed > 0, curation.contains("review"), "{regime}, {curation}");
            assert_eq!(sample > 0, curation.contains("teacher"));
            let accounted = ledger.human_tokens_read + ledger.human_tokens_discarded + sample;
            if curation.starts_with("resample") {
                // Copies are read several times.
                assert!(accounted >= ledger.human_tokens_bought, "{regime}, {curation}");
            } else {
                assert_eq!(accounted, ledger.human_tokens_bought, "{regime}, {curation}");
            }
            assert!(documents <= curated.written().document_count() || regime != "replace");
        }
    }
}

/// The page reads the same numbers as the terminal.
#[test]
fn the_account_is_what_the_probe_measures() {
    let human = text();
    for curation in ["none", "detector=trained@0.1+review=20,accept", "resample=0.8,0.05"] {
        let mut recursion = run(&human, "fresh=0.3", curation, 3, 4);
        while recursion.advance() {}
        for (name, value) in ACCOUNT.into_iter().zip(recursion.account()) {
            let measured = measure(&recursion, name);
            assert!(
                value == measured || value.is_nan() && measured.is_nan(),
                "{curation}, {name}: {value}, {measured}"
            );
        }
    }
}

/// A reviewer who likes plain words breeds loops. No document grows longer than the longest human one, however long it runs.
#[test]
fn what_is_chosen_again_and_again_stays_within_bounds() {
    let human = text();
    let longest = |recursion: &Recursion| recursion.corpus().documents().map(<[_]>::len).max().unwrap();
    let mut recursion = run(&human, "replace", "review=1000,best-of:6,long", 60, 2);
    let limit = longest(&recursion);
    let mut reached = 0;
    while recursion.advance() {
        assert!(longest(&recursion) <= limit);
        reached = reached.max(longest(&recursion));
    }
    assert_eq!(reached, limit);
}

/// Whatever judges documents by what is in them might breed long ones; where nothing does, they are left to chance.
#[test]
fn documents_are_limited_where_they_are_selected() {
    let human = text();
    let longest = |curation: &str| {
        let lengths = (0..20).map(|seed| {
            let mut recursion = run(&human, "replace", curation, 1, seed);
            assert!(recursion.advance());
            recursion.written().documents().map(<[_]>::len).max().unwrap()
        });
        lengths.max().unwrap()
    };
    let limit = human.train().documents().map(<[_]>::len).max().unwrap();
    for curation in ["detector=trained@0", "resample=trained", "teacher=band:1", "review=1,better"] {
        assert_eq!(longest(curation), limit, "{curation}");
    }
    for curation in ["none", "detector=0.5,0.5", "resample=0.5,0.5"] {
        assert!(longest(curation) > limit, "{curation}");
    }
}

/// A trained detector flags about as many human documents as it was told to; of machine documents more, the more the longer
/// they drift. Its false positives fall on plain writers first.
#[test]
fn a_trained_detector_sees_machines_drift_away() {
    let human = text();
    let mut recursion = run(&human, "replace", "detector=trained@0.1", 16, 5);
    assert!(recursion.advance() && recursion.detection().is_none(), "nothing is known of machines yet");
    let mut areas = Vec::new();
    while recursion.advance() {
        let detection = recursion.detection().unwrap();
        assert_eq!(detection.human_scores.len(), 300);
        // 4 classes of 75, each with a threshold of its own: the standard error is about 0.1 × √(2 × 0.9 / (0.1 × 300)).
        assert!((detection.false_positive_rate - 0.1).abs() < 0.1, "{}", detection.false_positive_rate);
        let quarters = detection.false_positives_by_rarity;
        assert!((quarters.iter().sum::<f64>() / 4.0 - detection.false_positive_rate).abs() < 1e-12);
        areas.push(detection.roc().auc);
    }
    assert!(areas[14] > areas[0] + 0.05 && areas[14] > 0.75, "{areas:?}");
}

/// Where human and machine documents are told apart, importance resampling raises the human share.
#[test]
fn resampling_raises_the_human_share() {
    let human = text();
    for (curation, least) in [("resample=0.8,0.05", 0.25), ("resample=1,0", 0.37)] {
        let mut recursion = run(&human, "fresh=0.2", curation, 10, 6);
        let mut sum = 0.0;
        for _ in 0..10 {
            assert!(recursion.advance());
            sum += recursion.curated_human_share();
        }
        assert!(sum / 10.0 > least, "{curation}: {}", sum / 10.0);
        if curation == "resample=1,0" {
            // 60 of 300 scraped documents are human on average, and with at most three copies 180 of the 450 drawn.
            assert!(sum / 10.0 < 0.43, "{}", sum / 10.0);
        }
    }
}

/// The reader can be the reviewer: who answers as the simulated reviewer would, changes nothing; who refuses everything until the
/// budget is gone, pays for it.
#[test]
fn questions_can_be_answered_from_outside() {
    let human = text();
    let mut asked = run(&human, "replace", "review=30,accept", 3, 8);
    assert_eq!(asked.questions().len(), 30);
    assert_eq!(asked.questions().len(), 30, "asking again changes nothing");
    asked.answer(&[Verdict::Refuse; 30]);
    assert!(asked.questions().is_empty(), "the budget is gone");
    assert!(asked.advance());
    assert_eq!(asked.corpus().document_count(), 300);
    let first = asked.written().documents().take(30).map(<[_]>::len).sum::<usize>();
    assert_eq!(asked.ledger().tokens_reviewed, first);
    assert_eq!(asked.ledger().machine_tokens_discarded, first);

    let mut chosen = run(&human, "replace", "review=10,best-of:3", 3, 8);
    let shown = chosen
        .questions()
        .iter()
        .map(|group| group.iter().map(|d| d.to_vec()).collect())
        .collect::<Vec<Vec<_>>>();
    assert_eq!(shown.len(), 10);
    assert!(shown.iter().all(|group| group.len() == 3));
    chosen.answer(&[Verdict::Keep(2); 10]);
    assert!(chosen.advance());
    for (group, kept) in shown.iter().zip(chosen.corpus().documents()) {
        assert_eq!(group[2], kept);
    }

    let mut early = Recursion::new(Arc::clone(&human), asked.protocol().clone()).unwrap();
    assert!(early.questions().is_empty(), "nobody has written anything yet");
    assert!(early.advance() && early.corpus().documents().eq(human.train().documents()));

    let mut left = run(&human, "replace", "review=30,accept", 3, 8);
    let mut partly = run(&human, "replace", "review=30,accept", 3, 8);
    assert_eq!(partly.questions().len(), 30);
    partly.answer(&[]);
    while left.advance() {
        partly.advance();
        assert!(left.corpus().documents().eq(partly.corpus().documents()));
    }
    assert!(left.questions().is_empty(), "the run is over");
    assert!((0.0..=1.0).contains(&ATTESTED));
}

/// A reviewer who reads everything keeps what machines invent down; a teacher who keeps the better half narrows the text to
/// its own centre, and one with a one-sided sample to a plainer one.
#[test]
fn remedies_do_what_they_are_for_and_what_they_cost() {
    let human = text();
    let after = |curation: &str, name: &str| {
        let mut values = Vec::new();
        for seed in 0..6 {
            let mut recursion = run(&human, "replace", curation, 8, seed);
            while recursion.advance() {}
            values.push(measure(&recursion, name));
        }
        values.sort_unstable_by(f64::total_cmp);
        // So that all runs of one kind can be compared with all of another.
        (values[0], values[5])
    };
    let precise = |curation| after(curation, "precision");
    assert!(precise("review=100000,accept").0 > precise("none").1);
    let types = |curation| after(curation, "written_types");
    assert!(types("teacher=order:1,documents:60,keep:0.5").1 < types("none").0);
    let top = |curation| after(curation, "top10_share");
    assert!(top("teacher=order:1,documents:60,keep:0.5,bias:0.7").1 > top("none").1);
}

/// What cannot be is refused in a sentence that names what was given and what is allowed; what is just possible runs.
#[test]
fn the_edges_of_every_range() {
    let refused = |order, text: &str, curation: &str| {
        let human = common::human(text, Tokenizer::Word);
        let protocol =
            Protocol { order, generations: 3, curation: curation.parse().unwrap(), ..Protocol::default() };
        match Recursion::new(human, protocol) {
            Ok(mut recursion) => {
                while recursion.advance() {}
                String::new()
            }
            Err(error) => error.to_string(),
        }
    };
    let two = "A b.\nC d.";
    for (curation, sentence) in [
        ("detector=1.5,0", "the true-positive rate of detector is 1.5; it must be a number from 0 to 1"),
        ("detector=trained@-1", "the false-positive rate of detector is -1; it must be a number from 0 to 1"),
        (
            "detector=0.96,0",
            "detector is 0.96,0; it must be one that lets at least 5 % of every scrape pass; with 0 % human documents this one passes 4 %",
        ),
        (
            "teacher=order:3,documents:1",
            "the order of teacher is 3; it must be a whole number from 1 to 2, the order of the models",
        ),
        (
            "teacher=order:0,documents:1",
            "the order of teacher is 0; it must be a whole number from 1 to 2, the order of the models",
        ),
        (
            "teacher=documents:3",
            "the documents of teacher is 3; it must be a whole number from 1 to 2, the human documents",
        ),
        (
            "teacher=documents:2,bias:0.99",
            "the documents of teacher is 2; it must be a whole number from 1 to 1, its choice of the human documents",
        ),
        ("teacher=documents:1,bias:1", "the bias of teacher is 1; it must be a number from 0 to below 1"),
        ("teacher=documents:1,keep:0.04", "the keep of teacher is 0.04; it must be a number from 0.05 to 1"),
        ("teacher=documents:1,band:NaN", "the band of teacher is NaN; it must be a number from 0.05 to 1"),
        (
            "review=1,accept,2",
            "the share of right documents kept by review is 2; it must be a number from 0 to 1",
        ),
        ("review=1,best-of:1", "the best-of of review is 1; it must be a whole number from 2 to 100"),
        ("review=1,best-of:101", "the best-of of review is 101; it must be a whole number from 2 to 100"),
    ] {
        assert_eq!(refused(2, two, curation), sentence);
    }
    for curation in [
        "detector=0.95,1",
        "detector=trained@1",
        "resample=1,0",
        "teacher=documents:1,keep:0.05,bias:0.99",
        "teacher=documents:2,band:0.05",
        "review=0,accept",
        "review=9,accept,0,0",
        "review=9,best-of:100,long",
    ] {
        for text in [two, "x\nx\nx\nx", "a\nb b b b b b b b b b\n😀"] {
            assert_eq!(refused(2, text, curation), "", "{curation}, {text}");
        }
    }
}

/// Who chooses among many reads many: a scrape lasts until a generation has its documents, and never gives more of them, even
/// where it ends in the middle of a choice.
#[test]
fn a_choice_among_many_changes_no_size() {
    let human = common::human(&common::made_up_text(41, 40), Tokenizer::Word);
    for curation in ["review=1000,best-of:30", "review=3,best-of:100", "review=1000,best-of:100"] {
        let mut recursion = run(&human, "replace", curation, 3, 1);
        while recursion.advance() {
            assert_eq!(recursion.corpus().document_count(), 40, "{curation}");
        }
    }
    // One document in twenty passes, no more than a scrape is made for: about every other one ends too early.
    let mut complete = 0;
    for seed in 0..20 {
        let mut recursion = run(&human, "replace", "detector=0.95,0+review=1000,best-of:7", 3, seed);
        while recursion.advance() {
            let size = recursion.corpus().document_count();
            assert!((35..=40).contains(&size), "{size} of 40 documents");
            complete += u32::from(size == 40);
        }
    }
    assert!((10..=50).contains(&complete), "{complete} of 60 are complete");
}

/// However many documents a curation leaves, all human ones together have the weight that the regime says.
#[test]
fn a_curation_does_not_change_the_weight() {
    let human = common::human(&common::made_up_text(41, 41), Tokenizer::Word);
    for curation in ["none", "resample=trained", "resample=0.5,0.5", "detector=0.95,0", "review=9,better"] {
        let mut recursion = run(&human, "weighted=0.6", curation, 3, 3);
        while recursion.advance() {
            let corpus = recursion.corpus();
            let tokens = |documents: std::ops::Range<usize>| {
                let mut counts = vec![0.0; human.counts().len()];
                let tokens = documents.flat_map(|document| corpus.document(document));
                tokens.for_each(|token| counts[token.index()] += 1.0);
                counts
            };
            let (drawn, written) = (tokens(0..41), tokens(41..corpus.document_count()));
            let machine = corpus.document_count() as f64 - 41.0;
            let weights = drawn
                .iter()
                .zip(&written)
                .map(|(drawn, written)| 0.6 * drawn / 41.0 + 0.4 * written / machine);
            let weights = weights.skip(1).collect::<Vec<_>>();
            let sum = weights.iter().sum::<f64>();
            for (share, weight) in recursion.shares().into_iter().zip(weights) {
                assert!((share - weight / sum).abs() < 1e-12, "{curation}: {share} is not {}", weight / sum);
            }
        }
    }
}

/// A detector has to let a twentieth of every scrape pass, however many of the documents in it are human.
#[test]
fn a_detector_that_lets_nothing_pass_is_refused() {
    let human = text();
    for (regime, curation, allowed) in [
        ("replace", "detector=0.95,1", true),
        ("replace", "detector=0.96,0", false),
        ("fresh=0.5", "detector=1,0.89", true),
        ("fresh=0.5", "detector=1,0.91", false),
        ("fresh=0.5", "detector=0.89,1", true),
        ("contaminate=1@3", "detector=1,0", false),
        ("replace", "resample=1,0", true),
    ] {
        let (regime, curation) = (regime.parse().unwrap(), curation.parse().unwrap());
        let protocol = Protocol { generations: 4, regime, curation, ..Protocol::default() };
        assert_eq!(protocol.validate(&human).is_ok(), allowed, "{regime}, {curation}");
    }
}
