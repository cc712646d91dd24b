//! Papers as runs, from a terminal.

use std::fs;

use serde_json::Value;

use super::refusals::refused;
use super::{common, file, rows};

#[test]
fn presets_are_listed_without_a_text() {
    let listed = rows(&["--list-presets"]);
    assert!(listed.len() >= 15, "{}", listed.len());
    for preset in &listed {
        for key in ["name", "paper", "claim", "shown", "beyond", "verdict"] {
            assert!(preset[key].as_str().is_some_and(|said| !said.is_empty()), "{key}: {preset}");
        }
        assert!(["exact", "qualitative", "out of scope"].contains(&preset["verdict"].as_str().unwrap()));
        assert!(preset["arms"].as_array().is_some_and(|arms| arms.iter().all(|arm| arm["name"].is_string())));
    }
    let golden = listed.iter().find(|preset| preset["name"] == "golden-ratio-2025").unwrap();
    assert_eq!(golden["arms"][0]["regime"], "weighted=0.618");
    assert!(golden["paper"].as_str().unwrap().contains("2502.18049; Garg"), "{}", golden["paper"]);
}

/// An arm is the run with the options that `--list-presets` prints.
#[test]
fn the_arms_of_a_preset_run_one_after_the_other() {
    let text = file("preset.txt", common::made_up_text(61, 60).as_bytes());
    let own = ["--text", &text, "--seed", "9", "--documents", "40", "--metrics", "kl"];
    let all = rows(&[&own[..], &["--preset", "gerstgrasser-2024"]].concat());
    let listed = rows(&["--list-presets"]);
    let preset = listed.iter().find(|preset| preset["name"] == "gerstgrasser-2024").unwrap();
    let mut at = 0;
    for arm in preset["arms"].as_array().unwrap() {
        let text_of = |key: &str| arm[key].as_str().map_or_else(|| arm[key].to_string(), str::to_owned);
        let [order, generations, regime, temperature] =
            ["order", "generations", "regime", "temperature"].map(text_of);
        let options = [
            ["--order", &order],
            ["--generations", &generations],
            ["--regime", &regime],
            ["--temperature", &temperature],
        ];
        for row in rows(&[&own[..], &options.concat()].concat()) {
            let mut told = all[at].as_object().unwrap().clone();
            assert_eq!(told.remove("arm").as_ref(), Some(&arm["name"]));
            assert_eq!(Value::Object(told), row);
            at += 1;
        }
    }
    assert_eq!(at, all.len());
}

#[test]
fn presets_print_quantiles_and_theory_too() {
    let text = file("preset-more.txt", common::made_up_text(62, 60).as_bytes());
    let own = ["--text", &text, "--preset", "kazdan-2025"];
    for (options, rows_an_arm) in [(&["--replicates", "3", "--metrics", "types"][..], 21), (&["--theory"], 2)]
    {
        let rows = rows(&[&own[..], options].concat());
        assert_eq!(rows.len(), 3 * rows_an_arm, "{options:?}");
        for (row, name) in rows.iter().step_by(rows_an_arm).zip(["replace", "accumulate", "subsample"]) {
            assert_eq!(row["arm"], name);
            assert!(row["generation"] == 0 || row["quantity"] == "types", "{row}");
        }
    }
}

/// `tests/scorecard.rs` holds the verdicts.
#[test]
fn a_scorecard_is_eight_lines() {
    let text = file("scorecard.txt", common::made_up_text(63, 80).as_bytes());
    let own = ["--text", &text, "--scorecard", "--replicates", "4"];
    for (options, runs) in [(&["--generations", "9"][..], 1), (&["--preset", "kazdan-2025"], 3)] {
        let rows = rows(&[&own[..], options].concat());
        assert_eq!(rows.len(), 8 * runs, "{options:?}");
        for row in &rows {
            assert!(row["definition"].is_string() && row["sentence"].is_string(), "{row}");
            assert!(row["holds"].is_boolean() || row["holds"].is_null(), "{row}");
            assert!(row["value"].is_number() && row["threshold"].is_number(), "{row}");
            assert_eq!(row.get("arm").is_some(), runs > 1, "{row}");
        }
    }
    refused(&[
        (&["--text", &text, "--scorecard", "--theory"], &["--scorecard", "--theory"]),
        (&["--text", &text, "--scorecard", "--ancestors"], &["--scorecard", "--ancestors"]),
        (&["--text", &text, "--scorecard", "--replicates", "1"], &["replicates is 1", "from 2 to 1000"]),
        (&["--text", &text, "--scorecard", "--seed", "4294967295"], &["seed is 4294967295", "16 replicates"]),
    ]);
}

#[test]
fn what_a_preset_decides_cannot_be_said_twice() {
    let text = file("preset-refused.txt", b"One is here. Two is here. Three is here.");
    let own = ["--text", &text, "--preset", "kazdan-2025"];
    let taken = [
        ["--order", "2"],
        ["--generations", "2"],
        ["--regime", "replace"],
        ["--temperature", "1"],
        ["--top-k", "3"],
        ["--top-p", "0.5"],
        ["--effort", "2"],
        ["--curation", "none"],
    ]
    .map(|taken| [&own[..], &taken].concat());
    for arguments in &taken {
        refused(&[(arguments, &["--preset", arguments[4]])]);
    }
    refused(&[
        (&["--text", &text, "--preset", "kazdan"], &["preset is kazdan", "must be one of", "riis-2026"]),
        (&["--text", &text, "--preset", ""], &["preset is ; it must be one of alemohammad-2024"]),
        (&["--preset", "kazdan-2025"], &["--text"]),
        (&["--list-presets", "--seed", "3"], &["--list-presets"]),
    ]);
}

/// The page has a list of its own, of settings only: it must not part ways with this one.
#[test]
fn the_page_knows_the_same_presets() {
    let module = fs::read_to_string("www/presets.js").unwrap();
    let (_, rest) = module.split_once("export const PRESETS = ").unwrap();
    let (object, _) = rest.split_once(";\n").unwrap();
    let page: Value = serde_json::from_str(object).unwrap();
    let listed = rows(&["--list-presets"]);
    assert_eq!(page.as_object().unwrap().len(), listed.len());
    for preset in listed {
        let arms = preset["arms"].as_array().unwrap();
        let known = page[preset["name"].as_str().unwrap()].as_object().unwrap();
        let names = arms.iter().map(|arm| arm["name"].as_str().unwrap()).collect::<Vec<_>>();
        assert_eq!(known.keys().collect::<Vec<_>>(), names, "in this order: the first stands for the paper");
        for arm in arms {
            let settings = &known[arm["name"].as_str().unwrap()];
            for (name, core, default) in [
                ("order", "order", Value::from(3)),
                ("generations", "generations", Value::from(20)),
                ("regime", "regime", Value::from("replace")),
                ("curation", "curation", Value::from("none")),
                ("temperature", "temperature", Value::from(1.0)),
                ("topK", "top_k", Value::Null),
                ("topP", "top_p", Value::Null),
            ] {
                assert_eq!(settings.get(name).unwrap_or(&default), &arm[core], "{name} of {arm}");
            }
        }
    }
}
