//! What is refused, and in which words.

use std::sync::Arc;

use recursive_trap::decoding::Decoding;
use recursive_trap::human::HumanCorpus;
use recursive_trap::protocol::{MAX_CORPUS_TOKENS, Protocol};
use recursive_trap::recursion::Recursion;
use recursive_trap::regime::Regime;
use recursive_trap::text::{Text, Tokenizer};

use crate::common;
use crate::{REGIMES, human};

fn refusal(human: &Arc<HumanCorpus>, protocol: Protocol) -> String {
    let refusal = protocol.validate(human).unwrap_err().to_string();
    let run = Recursion::new(Arc::clone(human), protocol.clone()).unwrap_err().to_string();
    let followed = Recursion::with_ancestry(Arc::clone(human), protocol).unwrap_err().to_string();
    assert!(refusal == run && refusal == followed);
    refusal
}

fn of(regime: Regime) -> Protocol {
    Protocol { regime, generations: 4, ..Protocol::default() }
}

#[test]
fn ranges_are_named() {
    let human = human(1, 10);
    let share = |name: &str, value: &str| format!("the {name} is {value}; it must be a number from 0 to 1");
    for (value, shown) in
        [(-0.1, "-0.1"), (1.1, "1.1"), (f64::NAN, "NaN"), (f64::INFINITY, "inf"), (-1e-9, "-0.000000001")]
    {
        for (regime, name) in [
            (Regime::Fresh { share: value }, "share of fresh"),
            (Regime::Anchored { share: value }, "share of anchored"),
            (Regime::Weighted { weight: value }, "weight of weighted"),
            (Regime::Contaminate { share: value, over: 3 }, "share of contaminate"),
            (Regime::Cure { share: value, from: 3 }, "share of cure"),
        ] {
            assert_eq!(refusal(&human, of(regime)), share(name, shown));
            assert_eq!(regime.validate().unwrap_err().to_string(), share(name, shown));
        }
    }
    for (regime, sentence) in [
        (
            Regime::Contaminate { share: 0.5, over: 0 },
            "the generations of contaminate is 0; it must be a whole number from 1 on",
        ),
        (
            Regime::Cure { share: 0.5, from: 0 },
            "the generation of cure is 0; it must be a whole number from 1 on",
        ),
        (Regime::Grow { degree: 3, rate: 1.0 }, "the degree of grow is 3; it must be 0, 1 or 2"),
        (
            Regime::Grow { degree: 1, rate: -1.1 },
            "the rate of grow is -1.1; it must be a number from -1 to 100",
        ),
        (
            Regime::Grow { degree: 1, rate: 100.5 },
            "the rate of grow is 100.5; it must be a number from -1 to 100",
        ),
        (
            Regime::Grow { degree: 2, rate: f64::NAN },
            "the rate of grow is NaN; it must be a number from -1 to 100",
        ),
    ] {
        assert_eq!(refusal(&human, of(regime)), sentence);
    }
    for (order, generations, sentence) in [
        (0, 4, "order is 0; it must be a whole number from 1 to 5"),
        (6, 4, "order is 6; it must be a whole number from 1 to 5"),
        (2, 0, "generations is 0; it must be a whole number from 1 to 10000"),
        (2, 10_001, "generations is 10001; it must be a whole number from 1 to 10000"),
    ] {
        assert_eq!(refusal(&human, Protocol { order, generations, ..Protocol::default() }), sentence);
    }
    for regime in REGIMES {
        assert_eq!(of(regime).validate(&human), Ok(()), "{regime}");
    }
    for effort in [0.0, 0.009, -1.0, 1000.1, f64::NAN, f64::INFINITY] {
        let sentence = format!("effort is {effort}; it must be a number from 0.01 to 1000");
        assert_eq!(refusal(&human, Protocol { effort, ..of(Regime::Replace) }), sentence);
    }
    for effort in [0.01, 1000.0] {
        assert_eq!(Protocol { effort, ..of(Regime::Replace) }.validate(&human), Ok(()));
    }
}

/// The effort that is named fits, one hundredth more does not, wherever in the run the text is largest.
#[test]
fn effort_fits_into_memory() {
    let human = human(4, 600);
    for regime in REGIMES {
        let with = |effort| Protocol { effort, ..of(regime) };
        let Err(error) = with(1000.0).validate(&human) else {
            // Nothing is written, or next to nothing.
            assert!(regime.human_share(1) > 0.3, "{regime}");
            continue;
        };
        let sentence = error.to_string();
        let most = sentence.strip_prefix("effort is 1000; it must be a number from 0.01 to ").unwrap();
        let end = format!(" under {regime}, so that no model reads more than 4000000 tokens");
        let most = most.strip_suffix(&end).unwrap().parse::<f64>().unwrap();
        assert_eq!(with(most).validate(&human), Ok(()), "{regime}");
        assert_eq!(
            refusal(&human, with(most + 0.01)),
            sentence.replace("1000;", &format!("{};", most + 0.01))
        );
    }
    let early = Protocol { effort: 600.0, ..of(Regime::Cure { share: 1.0, from: 2 }) };
    assert!(refusal(&human, early).starts_with("effort is 600; "));
}

/// The vocabulary is that of the part that trains, not of what is held out.
#[test]
fn top_k_goes_up_to_the_vocabulary() {
    let text = Text::new("A b c.\nA b d.\nA b e.\nF g h i j.", Tokenizer::Word).unwrap();
    let human = Arc::new(HumanCorpus::new(&text, Some(3)).unwrap());
    let types = human.counts()[1..].iter().filter(|&&count| count > 0).count();
    assert!(types < human.counts().len() - 1, "some types are held out");
    let with = |top_k| {
        let decoding = Decoding { top_k: Some(top_k), ..Decoding::default() };
        Protocol { decoding, ..Protocol::default() }
    };
    assert_eq!(with(types).validate(&human), Ok(()));
    for wrong in [0, types + 1] {
        let sentence =
            format!("top-k is {wrong}; it must be a whole number from 1 to {types}, the types of this text");
        assert_eq!(refusal(&human, with(wrong)), sentence);
    }
}

/// A text that shrinks keeps a document to the end; the least rate that is named does, and a smaller one does not.
#[test]
fn a_shrinking_text_keeps_a_document() {
    let human = human(2, 10);
    let least = |degree: u8, generations: usize, rate: f64| {
        let protocol = Protocol { generations, ..of(Regime::Grow { degree, rate }) };
        let sentence = refusal(&human, protocol);
        let inside = sentence.strip_prefix(&format!("the rate of grow is {rate}; it must be a number from "));
        let inside = inside.unwrap_or_else(|| panic!("{sentence}"));
        let end = format!(" to 100, so that generation {generations} has a document");
        let least = inside.strip_suffix(&end).unwrap_or_else(|| panic!("{sentence}"));
        assert!(least.len() <= 9, "a number to be read: {sentence}");
        least.parse::<f64>().unwrap()
    };
    for (degree, generations, rate) in
        [(1, 4, -0.5), (1, 20, -0.05), (2, 4, -0.25), (2, 30, -1.0), (1, 1, -1.0)]
    {
        let least = least(degree, generations, rate);
        let documents = |rate| Regime::Grow { degree, rate }.documents(generations, 10);
        assert!(documents(least) >= 1 && documents(least - 1.1e-6) == 0, "{least}");
        let grow = |rate| Protocol { generations, ..of(Regime::Grow { degree, rate }) };
        assert_eq!(grow(least).validate(&human), Ok(()));
        assert!(grow(least - 1.1e-6).validate(&human).is_err());
        let run = Recursion::new(Arc::clone(&human), grow(least)).unwrap();
        assert!(run.last().unwrap().metrics.documents >= 1);
    }
}

/// The generations that are named fit, one more does not.
#[test]
fn pools_fit_into_memory() {
    let human = human(3, 100);
    let tokens = human.train().token_count();
    for (regime, pool) in [
        (Regime::Accumulate, (|t| (t + 1) as f64) as fn(usize) -> f64),
        (Regime::Subsample, |t| (t + 1) as f64),
        (Regime::Grow { degree: 1, rate: 100.0 }, |t| 1.0 + 100.0 * t as f64),
        (Regime::Grow { degree: 2, rate: 1.0 }, |t| ((1 + t) * (1 + t)) as f64),
    ] {
        let with = |generations| Protocol { generations, ..of(regime) };
        let too_much = |t: &usize| pool(*t) * tokens as f64 > MAX_CORPUS_TOKENS as f64;
        let most = (1..10_000).find(too_much).unwrap() - 1;
        assert!(most > 1);
        assert_eq!(with(most).validate(&human), Ok(()), "{regime}");
        for wrong in [most + 1, 10_000] {
            let sentence = format!(
                "generations is {wrong}; it must be a whole number from 1 to {most} under {regime}, so that no \
                 model reads more than 4000000 tokens"
            );
            assert_eq!(refusal(&human, with(wrong)), sentence);
        }
    }
}

/// A human corpus so large that the first model would read too much: fewer documents are asked for.
#[test]
fn human_texts_fit_into_memory_twice() {
    let line = "a ".repeat(2_100);
    let human = common::human(&vec![line.trim_end(); 1_000].join("\n"), Tokenizer::Word);
    assert_eq!((human.train().document_count(), human.train().token_count()), (1_000, 2_100_000));
    let limit = "so that no model reads more than 4000000 tokens";
    for (regime, most) in [
        (Regime::Weighted { weight: 0.5 }, 952),
        (Regime::Accumulate, 952),
        (Regime::Grow { degree: 1, rate: 3.0 }, 476),
    ] {
        let sentence =
            format!("documents is 1000; it must be a whole number from 2 to {most} under {regime}, {limit}");
        assert_eq!(refusal(&human, of(regime)), sentence);
        // 2,100 tokens a document, generation 1.
        let factor = if matches!(regime, Regime::Grow { .. }) { 4 } else { 2 };
        assert!(
            most * 2_100 * factor <= MAX_CORPUS_TOKENS && (most + 1) * 2_100 * factor > MAX_CORPUS_TOKENS
        );
    }
    assert_eq!(of(Regime::Replace).validate(&human), Ok(()));
    assert_eq!(of(Regime::Fresh { share: 0.5 }).validate(&human), Ok(()));
}
