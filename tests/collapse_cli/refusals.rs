//! What the program says to bad input.

use super::common::terminal;
use super::common::terminal::file;

pub(crate) fn refused(cases: &[(&[&str], &[&str])]) {
    terminal::refused("collapse", cases);
}

#[test]
fn bad_texts_are_refused_in_one_sentence() {
    let binary = file("binary.txt", &[b'a', 0xff, 0xfe, b'b']);
    let empty = file("empty.txt", b"");
    let blank = file("blank.txt", b" \n\t\n");
    let single = file("single.txt", b"One sentence only.");
    let missing = format!("{single}.missing");
    let folder = env!("CARGO_TARGET_TMPDIR");
    let sentence = "All work and no play makes Jack a dull boy. ";
    let large = file("large.txt", sentence.repeat(20_000_000 / sentence.len() + 1).as_bytes());
    refused(&[
        (&["--text", &missing], &[&missing, "cannot be read"]),
        (&["--text", folder], &[folder, "cannot be read"]),
        (&["--text", &binary], &[&binary, "UTF-8"]),
        (&["--text", &empty], &["the text has 0 words", "at least 2 sentences"]),
        (&["--text", &blank], &["the text has 0 words", "at least 2 sentences"]),
        (&["--text", &single], &["the text has 1 sentence", "at least 2"]),
        (&["--text", &large], &["bytes", "at most 12582912"]),
    ]);
}

#[test]
fn bad_values_are_refused_in_one_sentence() {
    let text = file("refused.txt", b"One is here. Two is here. Three is here.");
    let text = text.as_str();
    refused(&[
        (&["--text", text, "--order", "0"], &["order is 0", "from 1 to 5"]),
        (&["--text", text, "--order", "6"], &["order is 6", "from 1 to 5"]),
        (&["--text", text, "--generations", "0"], &["generations is 0", "from 1 to 10000"]),
        (&["--text", text, "--generations", "10001"], &["generations is 10001", "from 1 to 10000"]),
        (&["--text", text, "--temperature", "nan"], &["temperature is NaN", "from 0 to 10"]),
        (&["--text", text, "--temperature", "inf"], &["temperature is inf", "from 0 to 10"]),
        (&["--text", text, "--temperature", "-1"], &["temperature is -1", "from 0 to 10"]),
        (&["--text", text, "--top-p", "0"], &["top-p is 0", "above 0 and at most 1"]),
        (&["--text", text, "--top-p", "1.01"], &["top-p is 1.01", "above 0 and at most 1"]),
        (&["--text", text, "--top-k", "0"], &["top-k is 0", "from 1 to 6"]),
        (&["--text", text, "--top-k", "7"], &["top-k is 7", "from 1 to 6"]),
        (&["--text", text, "--regime", "fresh=1.1"], &["the share of fresh is 1.1", "from 0 to 1"]),
        (&["--text", text, "--regime", "anchored=-0.1"], &["the share of anchored is -0.1", "from 0 to 1"]),
        (&["--text", text, "--regime", "weighted=nan"], &["the weight of weighted is NaN", "from 0 to 1"]),
        (
            &["--text", text, "--regime", "contaminate=0.9@0"],
            &["generations of contaminate is 0", "from 1 on"],
        ),
        (&["--text", text, "--regime", "cure=2@3"], &["the share of cure is 2", "from 0 to 1"]),
        (&["--text", text, "--regime", "grow=linear@-0.5"], &["the rate of grow is -0.5", "generation 12"]),
        (
            &["--text", text, "--regime", "grow=quadratic", "--generations", "2000"],
            &["generations is 2000", "4000000"],
        ),
        (&["--text", text, "--effort", "0"], &["effort is 0", "from 0.01 to 1000"]),
        (&["--text", text, "--effort", "inf"], &["effort is inf", "from 0.01 to 1000"]),
        (&["--text", text, "--replicates", "0"], &["replicates is 0", "from 1 on"]),
        (
            &["--text", text, "--seed", "4294967295", "--replicates", "3"],
            &["seed is 4294967295", "from 0 to 4294967292"],
        ),
        (&["--text", text, "--metrics", "bleu"], &["metrics is bleu", "self_bleu"]),
        (&["--text", text, "--documents", "0"], &["documents is 0", "from 2 to 3"]),
        (&["--text", text, "--documents", "1"], &["documents is 1", "from 2 to 3"]),
        (&["--text", text, "--documents", "4"], &["documents is 4", "from 2 to 3"]),
    ]);
}

/// What the parser of the command line refuses before the core sees it.
#[test]
fn mistyped_arguments_are_refused_in_one_sentence() {
    let text = file("mistyped.txt", b"One is here. Two is here.");
    let text = text.as_str();
    refused(&[
        (&["--text", text, "--order", "-1"], &["order", "-1"]),
        (&["--text", text, "--order", "two"], &["order", "two"]),
        (&["--text", text, "--temperature", "warm"], &["temperature", "warm"]),
        (&["--text", text, "--effort", "much"], &["effort", "much", "from 0.01 to 1000"]),
        (&["--text", text, "--seed", "-1"], &["seed", "-1", "4294967295"]),
        (&["--text", text, "--seed", "4294967296"], &["seed", "4294967296", "4294967295"]),
        (&["--text", text, "--tokenizer", "letters"], &["tokenizer", "letters", "word", "char"]),
        (&["--corpus", "hamlet"], &["corpus", "hamlet", "moby-dick", "sotu"]),
        (&["--text", text, "--corpus", "sotu"], &["--text", "--corpus"]),
        (&["--text", text, "--regime", "recycle"], &["regime", "recycle", "it must be replace, fresh=SHARE"]),
        (&["--text", text, "--regime", "grow=cubic"], &["regime", "grow=cubic", "grow=quadratic"]),
        (&["--text", text, "--ordr", "3"], &["--ordr"]),
        (&[], &["--text"]),
    ]);
}
