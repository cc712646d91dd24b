//! The core from a terminal: what `examples/collapse.rs` prints, and what it says to bad input.

#[path = "../common/mod.rs"]
mod common;
mod presets;
mod refusals;

use common::terminal::file;
use serde_json::Value;

fn collapse(arguments: &[&str]) -> (Option<i32>, String, String) {
    common::terminal::run("collapse", arguments)
}

fn rows(arguments: &[&str]) -> Vec<Value> {
    common::terminal::rows("collapse", arguments)
}

#[test]
fn one_object_a_generation() {
    let text = file("ordinary.txt", common::made_up_text(51, 120).as_bytes());
    for (arguments, documents, plain) in [
        (&[][..], 108, true),
        (&["--tokenizer", "char"], 108, true),
        (&["--documents", "50"], 50, true),
        (&["--documents", "2"], 2, true),
        (&["--documents", "120"], 120, true),
        (&["--order", "1"], 108, true),
        (&["--order", "5"], 108, true),
        (&["--seed", "4294967295"], 108, true),
        (&["--top-p", "1"], 108, true),
        (&["--temperature", "0"], 108, false),
        (&["--temperature", "0.7"], 108, false),
        (&["--top-k", "3"], 108, false),
        (&["--top-p", "0.9"], 108, false),
        (&["--temperature", "1.2", "--top-k", "40", "--top-p", "0.95"], 108, false),
    ] {
        let all = [&["--text", &text, "--generations", "4"], arguments].concat();
        let rows = rows(&all);
        assert_eq!(rows.len(), 5, "{arguments:?}");
        for (generation, row) in rows.iter().enumerate() {
            assert_eq!(row["generation"], generation, "{arguments:?}");
            assert_eq!(row["documents"], documents, "{arguments:?}");
            for key in ["tokens", "types", "hapax", "lost", "baseline_types", "entropy_bits", "simpson"] {
                assert!(row[key].is_number(), "{arguments:?}: {key} is {}", row[key]);
            }
            for (key, length) in [("distinct", 4), ("hill", 3)] {
                let numbers = row[key].as_array().unwrap();
                assert_eq!(numbers.len(), length, "{arguments:?}: {key}");
            }
            assert_eq!(row["hill"][0], row["types"].as_f64().unwrap(), "{arguments:?}");
            assert_eq!(row["survivors"].as_object().unwrap().keys().collect::<Vec<_>>(), ["1", "2", "3"]);
            for key in ["predicted_types", "predicted_low", "predicted_high"] {
                assert_eq!(row[key].is_number(), plain, "{arguments:?}: {key} is {}", row[key]);
                assert!(row[key].is_number() || row[key].is_null(), "{arguments:?}: {key} is missing");
            }
            let sample = row["sample"].as_str().unwrap();
            assert!(!sample.is_empty() && !sample.contains('\n'), "{arguments:?}: {sample:?}");
        }
        assert_eq!(rows[0]["survivors"]["1"], 1.0, "{arguments:?}");
        if plain {
            assert_eq!(rows[0]["predicted_types"], rows[0]["types"].as_f64().unwrap(), "{arguments:?}");
        }
    }
}

#[test]
fn the_same_seed_prints_the_same_bytes() {
    let text = file("seeded.txt", common::made_up_text(52, 80).as_bytes());
    let run = |seed: &str| collapse(&["--text", &text, "--generations", "5", "--seed", seed]).1;
    assert_eq!(run("7"), run("7"));
    assert_ne!(run("7"), run("8"));
}

/// What every row holds beside the basic metrics.
const MORE: [&str; 26] = [
    "kl",
    "js",
    "tv",
    "w1",
    "heldout_bits",
    "oov",
    "tail_lost",
    "copy_rate",
    "longest_copy",
    "kept",
    "distorted",
    "invented",
    "precision",
    "recall",
    "rep_diversity",
    "self_bleu",
    "hdd",
    "mattr",
    "mtld",
    "lz76",
    "zipf_exponent",
    "top10_share",
    "genealogy",
    "effective_human_tokens",
    "squared_error",
    "heldout_epsilon",
];

#[test]
fn every_regime_prints_every_metric() {
    let text = file("regimes.txt", common::made_up_text(53, 200).as_bytes());
    for regime in [
        "replace",
        "fresh=0.1",
        "anchored=0.1",
        "accumulate",
        "subsample",
        "grow=constant",
        "grow=linear",
        "grow=quadratic",
        "weighted=0.618",
        "contaminate=0.9@10",
        "cure=0.5@10",
        "fresh=0",
        "fresh=1",
        "weighted=1",
    ] {
        let rows = rows(&["--text", &text, "--generations", "4", "--order", "2", "--regime", regime]);
        assert_eq!(rows.len(), 5, "{regime}");
        for row in &rows {
            for key in MORE {
                assert!(row[key].is_number(), "{regime}: {key} is {}", row[key]);
            }
            assert!(row["loop_period"].is_null(), "{regime}: {}", row["loop_period"]);
            let split = ["kept", "distorted", "invented"].map(|key| row[key].as_f64().unwrap());
            assert!((split.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{regime}: {split:?}");
        }
        for (key, value) in
            [("kl", 0.0), ("tv", 0.0), ("w1", 0.0), ("tail_lost", 0.0), ("kept", 1.0), ("recall", 1.0)]
        {
            assert_eq!(rows[0][key], value, "{regime}: {key}");
        }
    }
}

/// Two short sentences have no passage of eight words, no 42 tokens, nothing held out: null, not NaN.
#[test]
fn what_is_not_defined_is_null() {
    let text = file("short.txt", b"One is here. Two is here.");
    let rows = rows(&["--text", &text, "--generations", "60", "--order", "2", "--documents", "2"]);
    for key in ["copy_rate", "heldout_bits", "heldout_perplexity", "oov", "hdd", "mattr"] {
        assert!(rows.iter().all(|row| row[key].is_null()), "{key}");
    }
    // In the end one of the two is left: four tokens and the full stop's end.
    assert_eq!(rows[60]["types"], 4);
    assert_eq!(rows[60]["loop_period"], 5.0);
}

#[test]
fn metrics_can_be_chosen() {
    let text = file("chosen.txt", common::made_up_text(54, 60).as_bytes());
    let row = |metrics: &str| rows(&["--text", &text, "--generations", "1", "--metrics", metrics]).remove(1);
    assert!(row("basic").get("kl").is_none());
    let chosen = row("kl,lz76");
    assert!(chosen["kl"].is_number() && chosen["lz76"].is_number() && chosen.get("js").is_none());
}

#[test]
fn replicates_print_quantiles() {
    let text = file("replicates.txt", common::made_up_text(55, 60).as_bytes());
    let arguments = ["--text", &text, "--generations", "3", "--metrics", "types,kl"];
    let quantiles = rows(&[&arguments[..], &["--replicates", "9", "--seed", "5"]].concat());
    assert_eq!(quantiles.len(), 4);
    let mut types = (5..14).map(|seed| {
        rows(&[&arguments[..], &["--seed", &seed.to_string()]].concat())[3]["types"].as_f64().unwrap()
    });
    let mut types: [f64; 9] = std::array::from_fn(|_| types.next().unwrap());
    types.sort_by(f64::total_cmp);
    let told = &quantiles[3]["types"];
    assert_eq!(quantiles[3]["replicates"], 9);
    assert_eq!([&told["25"], &told["50"], &told["75"]], [types[2], types[4], types[6]]);
    assert_eq!(quantiles[3]["kl"].as_object().unwrap().len(), 5);
}

/// `tests/theory.rs` holds the numbers.
#[test]
fn theory_prints_formulas_with_their_conditions() {
    let text = file("theory.txt", common::made_up_text(57, 60).as_bytes());
    let quantities = |arguments: &[&str]| {
        let rows = rows(&[&["--text", &text, "--generations", "3", "--theory"], arguments].concat());
        for row in &rows {
            assert!(
                !row["formula"].as_str().unwrap().is_empty()
                    && !row["conditions"].as_str().unwrap().is_empty()
            );
            assert_eq!(row["mean"].as_array().unwrap().len(), 4);
        }
        rows.iter().map(|row| row["quantity"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let all = ["types", "simpson", "squared_error", "effective_human_tokens"];
    assert_eq!(quantities(&["--order", "1", "--regime", "fresh=0.1"]), all);
    assert_eq!(quantities(&["--order", "3"]), ["types", "effective_human_tokens"]);
    assert_eq!(quantities(&["--temperature", "0.5"]), Vec::<String>::new());
    assert_eq!(
        quantities(&["--temperature", "0.5", "--regime", "accumulate"]),
        ["types", "effective_human_tokens"]
    );
}

#[test]
fn tokens_are_followed_to_their_human_sentences() {
    let text = file("ancestors.txt", common::made_up_text(56, 60).as_bytes());
    for row in rows(&["--text", &text, "--generations", "3", "--metrics", "basic", "--ancestors"]) {
        let ancestors = row["ancestors"].as_array().unwrap();
        assert!(!ancestors.is_empty());
        for pair in ancestors {
            let [token, sentence] = [&pair[0], &pair[1]].map(|part| part.as_str().unwrap().to_lowercase());
            assert!(sentence.contains(&token), "{token} does not stand in {sentence:?}");
        }
    }
}

/// A corpus that `cargo xtask build` extracts goes by its name.
#[test]
fn corpora_have_names() {
    for name in ["moby-dick", "sotu"] {
        common::extracted_corpus(&format!("{name}.txt"));
        let rows = rows(&["--corpus", name, "--generations", "1", "--order", "2"]);
        assert!(rows[0]["tokens"].as_u64().unwrap() > 15_000, "{name}");
    }
}

#[test]
fn odd_texts_run() {
    for (name, contents) in [
        ("one-word.txt", "The. The. The.".as_bytes()),
        ("marks.txt", "?!\n!?".as_bytes()),
        ("nul.txt", b"A b\0c. D e.\x07"),
        ("bom.txt", "\u{feff}A b. C d.".as_bytes()),
        ("one-letter-lines.txt", b"a\nb"),
    ] {
        let text = file(name, contents);
        for order in ["1", "3", "5"] {
            let rows = rows(&["--text", &text, "--order", order, "--generations", "20", "--documents", "2"]);
            assert_eq!(rows.len(), 21, "{name}");
        }
    }
}
