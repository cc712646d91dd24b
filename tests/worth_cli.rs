//! What clean data is worth, from a terminal: what `examples/worth.rs` prints, and what it says to bad input.

mod common;

use common::terminal::{self, file};
use serde_json::Value;

fn rows(arguments: &[&str]) -> Vec<Value> {
    terminal::rows("worth", arguments)
}

fn text(name: &str) -> String {
    file(name, common::made_up_text(61, 80).as_bytes())
}

/// What is asked of a short run.
fn short<'a>(question: &'a str, text: &'a str, rest: &[&'a str]) -> Vec<&'a str> {
    let all = [question, "--text", text, "--order", "1", "--generations", "3", "--replicates", "40"];
    [&all[..], rest].concat()
}

#[track_caller]
fn keys(row: &Value, numbers: &[&str], estimates: &[&str]) {
    for key in numbers {
        assert!(row[key].is_number(), "{key} is {}", row[key]);
    }
    for key in estimates {
        assert!(row[key]["mean"].is_number() && row[key]["error"].is_number(), "{key} is {}", row[key]);
    }
}

#[test]
fn one_object_a_point() {
    let text = text("worth-points.txt");
    let price = rows(&short("price", &text, &["--shares", "0,0.5,1"]));
    assert_eq!(
        price.iter().map(|row| row["human_documents"].as_u64().unwrap()).collect::<Vec<_>>(),
        [0, 36, 72]
    );
    for row in &price {
        keys(row, &["share", "generation", "replicates"], &["heldout_bits", "fall_per_human_document"]);
    }
    // Of ten shares, 0.01 and 0.02 are the same of 72.
    assert_eq!(rows(&short("price", &text, &[])).len(), 9);

    let plateau = rows(&short("plateau", &text, &["--efforts", "1,2"]));
    assert_eq!(plateau.len(), 2 * 2 * 3);
    for row in &plateau {
        keys(
            row,
            &["share", "effort", "generation", "machine_tokens", "heldout_bits_human"],
            &["heldout_bits"],
        );
    }

    let two = rows(&short("two-prices", &text, &["--sizes", "20,50", "--shares", "0.1,0.5,1"]));
    assert_eq!(two.len(), 6);
    for row in &two {
        let numbers = ["tokens", "share", "human_tokens", "head_lost_formula", "tail_lost_formula"];
        keys(row, &numbers, &["head_lost", "tail_lost"]);
    }
    assert!(two[0]["tokens"].as_u64() < two[5]["tokens"].as_u64());
}

#[test]
fn one_object_an_answer() {
    let text = text("worth-answers.txt");
    let rate = rows(&short("exchange", &text, &["--regime", "fresh=0.2"]));
    assert_eq!(rate.len(), 1);
    let numbers = ["human_documents", "machine_documents", "rate", "low", "high"];
    keys(&rate[0], &numbers, &["fall_per_human_document", "fall_per_machine_document"]);
    let verdict = rate[0]["verdict"].as_str().unwrap();
    assert!(verdict.starts_with("one human sentence is worth "), "{verdict}");
    let rate = rows(&short("exchange", &text, &["--regime", "fresh=0.2", "--temperature", "0"]));
    assert!(["rate", "low", "high"].iter().all(|key| rate[0][key].is_null()), "{rate:?}");
    assert_eq!(rate[0]["verdict"], "more machine sentences gain nothing measurable: there is no rate");

    for (goal, reached) in [("types>=50%@3", true), ("types>=100%@3", false)] {
        let rows = rows(&short("cheapest", &text, &["--goal", goal, "--remedy", "none", "--efforts", "1,2"]));
        assert_eq!(rows.len(), 3);
        for (row, rank) in rows[..2].iter().zip(1..) {
            keys(
                row,
                &["effort", "human_sentences", "reviewed_sentences", "machine_sentences", "cost"],
                &["value"],
            );
            assert_eq!((row["rank"].as_u64(), row["reaches"].as_bool()), (Some(rank), Some(reached)));
            assert!(row["regime"].as_str().unwrap().starts_with("fresh=") && row["curation"] == "none");
        }
        let (verdict, cost) = (rows[2]["verdict"].as_str().unwrap(), &rows[0]["cost"]);
        assert_eq!((rows[2]["goal"].as_str(), rows[2]["reached"].as_bool()), (Some(goal), Some(reached)));
        if reached {
            assert!(verdict.starts_with(&format!("{goal} is reached for {cost} with ")), "{verdict}");
        } else {
            assert_eq!(verdict, format!("none of them reaches {goal}"));
        }
    }
}

#[test]
fn equal_seeds_print_the_same_bytes() {
    let text = text("worth-seeds.txt");
    let print = |seed: &str| {
        terminal::run(
            "worth",
            &short(
                "cheapest",
                &text,
                &["--goal", "types>=60%@4", "--remedy", "resample=trained", "--seed", seed],
            ),
        )
    };
    assert_eq!(print("5"), print("5"));
    assert_ne!(print("5"), print("6"));
}

#[test]
fn bad_input_is_refused_in_one_sentence() {
    let path = text("worth-refused.txt");
    let with = |question: &'static str, rest: &[&'static str]| -> Vec<&str> {
        [&[question, "--text", path.as_str()][..], rest].concat()
    };
    let cases = [
        (with("price", &["--replicates", "1"]), &["replicates is 1", "from 2 on"][..]),
        (with("price", &["--replicates", "0"]), &["replicates is 0", "from 2 on"]),
        (with("price", &["--documents", "80"]), &["documents is 80", "held out"]),
        (with("price", &["--documents", "90"]), &["documents is 90", "from 2 to 80"]),
        (with("price", &["--shares", "0.1"]), &["shares is 1", "two shares"]),
        (with("price", &["--shares", "0.5,0.1"]), &["shares is 0.1", "more human documents"]),
        (with("price", &["--shares", "0.5,few"]), &["few", "from 0 to 1"]),
        (with("price", &["--shares", "0.5,1.5"]), &["share of fresh is 1.5", "from 0 to 1"]),
        (with("price", &["--regime", "accumulate"]), &["regime is accumulate", "replace or fresh=SHARE"]),
        (with("price", &["--seed", "4294967295"]), &["seed is 4294967295", "20 replicates", "4294967275"]),
        (with("exchange", &[]), &["share of fresh is 0", "from about 0.028 to"]),
        (with("exchange", &["--regime", "fresh=0.2", "--factor", "1"]), &["factor is 1", "from 1.01 to 10"]),
        (with("plateau", &["--efforts", "1,1001"]), &["effort is 1001", "from 0.01 to 1000"]),
        (with("two-prices", &["--sizes", "1"]), &["documents is 1", "from 2 to 80"]),
        (with("two-prices", &["--sizes", "90"]), &["documents is 90", "from 2 to 80"]),
        (with("cheapest", &["--goal", "types"]), &["types", "METRIC>=VALUE@GENERATION"]),
        (with("cheapest", &["--goal", "tipes>=1@2"]), &["metric is tipes"]),
        (with("cheapest", &["--goal", "types>=1@0"]), &["generations is 0", "from 1 to 10000"]),
        (with("cheapest", &["--remedy", "pray"]), &["remedy", "pray", "teacher="]),
        (with("cheapest", &["--remedy", "detector=2,0"]), &["true-positive rate of detector is 2"]),
        (with("cheapest", &["--review-price", "nan"]), &["price of a review is NaN", "from 0 on"]),
        (with("cheapest", &["--human-price", "-1"]), &["price of a human sentence is -1", "from 0 on"]),
        (with("cheapest", &["--machine-price", "inf"]), &["price of a machine sentence is inf", "from 0 on"]),
        (vec!["price"], &["--text"]),
        (vec!["prize"], &["prize"]),
        (vec![], &["subcommand"]),
    ];
    terminal::refused("worth", &cases.iter().map(|(all, named)| (&all[..], *named)).collect::<Vec<_>>());
}
