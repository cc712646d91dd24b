//! What studies find, found again from plain runs.

mod arms;
#[path = "../common/mod.rs"]
mod common;
mod limits;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use recursive_trap::corpus::TokenId;
use recursive_trap::findings::Findings;
use recursive_trap::human::HumanCorpus;
use recursive_trap::probe::{HumanReference, Measure, Probe};
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::study;
use recursive_trap::text::{Text, Tokenizer};

use common::made_up_text;

/// Some text, its last tenth held out.
fn text(seed: u64, sentences: usize) -> Arc<HumanCorpus> {
    of(&made_up_text(seed, sentences)).unwrap()
}

fn of(text: &str) -> Result<Arc<HumanCorpus>, String> {
    let text = Text::new(text, Tokenizer::Word).map_err(|error| error.to_string())?;
    HumanCorpus::new(&text, None).map(Arc::new).map_err(|error| error.to_string())
}

fn protocol(settings: &str) -> Protocol {
    let mut protocol = Protocol { generations: 7, order: 2, seed: 3, ..Protocol::default() };
    for pair in settings.split_whitespace() {
        let (name, value) = pair.split_once('=').unwrap();
        match name {
            "regime" => protocol.regime = value.parse().unwrap(),
            "curation" => protocol.curation = value.parse().unwrap(),
            "temperature" => protocol.decoding.temperature = value.parse().unwrap(),
            _ => panic!("{name}"),
        }
    }
    protocol
}

fn ask(question: &str, argument: &str, human: &Arc<HumanCorpus>, protocol: Protocol) -> Findings {
    let mut study = study::begin(question, argument, human, protocol).unwrap();
    while study.advance() {}
    let (done, all) = study.progress();
    assert_eq!(done, all, "{question}");
    study.findings().clone()
}

fn number(value: Option<usize>) -> f64 {
    value.map_or(f64::NAN, |value| value as f64)
}

fn same(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (i, (found, expected)) in found.iter().zip(expected).enumerate() {
        assert!(found == expected || (found.is_nan() && expected.is_nan()), "{i}: {found} is not {expected}");
    }
}

/// The counts of every generation of a run.
fn counts(human: &Arc<HumanCorpus>, protocol: &Protocol) -> Vec<Vec<u32>> {
    let mut recursion = Recursion::new(Arc::clone(human), protocol.clone()).unwrap();
    let mut counts = Vec::new();
    while recursion.advance() {
        counts.push(recursion.counts().to_vec());
    }
    counts
}

fn living(counts: &[u32]) -> usize {
    counts[1..].iter().filter(|&&count| count > 0).count()
}

/// The generation from which on a type is missing to the end.
fn gone(counts: &[Vec<u32>], id: usize) -> Option<usize> {
    (0..counts.len()).find(|&t| counts[t..].iter().all(|counts| counts[id] == 0))
}

#[test]
fn a_course_is_a_run() {
    let human = text(1, 150);
    let found = ask("course", "", &human, protocol("regime=fresh=0.1"));
    let counts = counts(&human, &protocol("regime=fresh=0.1"));
    same(found.row("types"), &counts.iter().map(|counts| living(counts) as f64).collect::<Vec<_>>());
    let half = counts.iter().position(|now| 2 * living(now) <= living(&counts[0]));
    same(found.row("half"), &[number(half)]);
}

#[test]
fn words_of_a_passage_are_gone_when_no_text_has_them() {
    let human = text(2, 150);
    let found = ask("photocopy", "", &human, protocol(""));
    let counts = counts(&human, &protocol(""));
    let passage = found.list("passage")[0].encode_utf16().collect::<Vec<_>>();
    let spellings = (1..human.counts().len()).map(|id| human.vocabulary().spelling(TokenId(id as u32)));
    let ids = spellings.zip(1..).map(|(word, id)| (word.to_lowercase(), id)).collect::<BTreeMap<_, usize>>();
    for ((start, end), dies) in found.row("starts").iter().zip(found.row("ends")).zip(found.row("gone")) {
        let word = String::from_utf16(&passage[*start as usize..*end as usize]).unwrap();
        same(&[*dies], &[number(gone(&counts, ids[&word.to_lowercase()]))]);
    }
    assert!(found.row("gone").iter().any(|gone| gone.is_finite()));
    let lost = found.list("passage_lost").iter().flat_map(|words| words.lines()).count();
    let alive = found.row("alive_words");
    assert_eq!(lost as f64, alive[0] - alive[alive.len() - 1]);
    let last = found.list("last_words");
    for (t, words) in last.iter().enumerate() {
        for word in words.lines() {
            assert_eq!(gone(&counts, ids[&word.to_lowercase()]), Some(t), "{word}");
        }
    }
}

#[test]
fn a_followed_word_and_its_lineage_agree_with_the_counts() {
    let human = text(3, 200);
    for word in ["", human.vocabulary().spelling(TokenId(5)), human.vocabulary().spelling(TokenId(90))] {
        let found = ask("tail", word, &human, protocol(""));
        let counts = counts(&human, &protocol(""));
        let id = found.number("rank").unwrap() as usize;
        let follow = counts.iter().map(|counts| f64::from(counts[id])).collect::<Vec<_>>();
        same(found.row("follow"), &follow);
        same(found.row("word_gone"), &[number(gone(&counts, id))]);
        let all = (1..=living(&counts[0])).map(|id| number(gone(&counts, id))).collect::<Vec<_>>();
        same(found.row("gone"), &all);
        for (t, words) in found.list("last_seen").iter().enumerate() {
            let ids = (1..=living(&counts[0])).filter(|&id| gone(&counts, id) == Some(t));
            let all = ids.map(|id| human.vocabulary().spelling(TokenId(id as u32))).collect::<BTreeSet<_>>();
            assert!(words.lines().all(|word| all.contains(word)) && (words.is_empty() || t > 0));
        }
        let steps = ["step_from", "step_to", "step_count", "step_dead"].map(|name| found.row(name));
        assert_eq!(steps[1].last(), Some(&(living(&counts[0]) as f64)));
        for (i, _) in steps[0].iter().enumerate() {
            let ranks = steps[0][i] as usize..=steps[1][i] as usize;
            assert!(ranks.clone().all(|rank| f64::from(counts[0][rank]) == steps[2][i]));
            assert_eq!(steps[3][i], ranks.filter(|&rank| gone(&counts, rank).is_some()).count() as f64);
        }
        // Every occurrence has one ancestor: the lines of descent add up to the count.
        let width = follow.len();
        for (t, &count) in follow.iter().enumerate() {
            let lines = found.row("lineage").iter().skip(t).step_by(width);
            assert_eq!(lines.sum::<f64>(), count);
            assert!(found.row("founders")[t] <= count && (count == 0.0) == (found.row("founders")[t] == 0.0));
        }
        // A line that has died stays dead, and founders become fewer.
        assert!(found.row("founders").is_sorted_by(|a, b| a >= b));
        let third = counts.iter().position(|now| 3 * living(now) < 2 * living(&counts[0]));
        same(found.row("rare_lost"), &[number(third)]);
    }
}

#[test]
fn noise_is_measured_sentence_by_sentence() {
    let human = text(6, 200);
    let found = ask("noise", "", &human, protocol(""));
    let reference = HumanReference::new(&human, 2);
    let mut recursion = Recursion::new(Arc::clone(&human), protocol("")).unwrap();
    let mut start = 0;
    for t in 0..=7 {
        assert!(recursion.advance());
        let probe = Probe::new(&recursion, &reference);
        for name in ["kept", "distorted", "invented", "js"] {
            assert_eq!(found.row(name)[t], probe.measure(&Measure::named(name).unwrap()), "{name}");
        }
        let words = found.list("worst_words")[t].lines().collect::<Vec<_>>();
        assert_eq!(words.len(), found.row("worst_lengths")[t] as usize);
        start += words.len();
        let known = |document: &[TokenId]| {
            document.iter().map(|&token| human.vocabulary().spelling(token)).collect::<Vec<_>>() == words
        };
        assert!(recursion.written().documents().any(known), "the sentence was really written");
    }
    assert_eq!(found.row("worst_kinds").len(), start);
}

#[test]
fn efforts_are_runs_and_nothing_comes_back() {
    let human = text(7, 120);
    let found = ask("plateau", "", &human, protocol(""));
    for (i, effort) in [1.0, 4.0, 16.0].into_iter().enumerate() {
        let counts = counts(&human, &Protocol { effort, ..protocol("") });
        let types = counts.iter().map(|counts| living(counts) as f64).collect::<Vec<_>>();
        same(&found.row("types")[i * types.len()..(i + 1) * types.len()], &types);
    }
    assert_eq!(found.number("returned"), Some(0.0));
    // Where human text comes anew, words do come back: the count can count.
    assert!(ask("plateau", "", &human, protocol("regime=fresh=0.5")).number("returned").unwrap() > 0.0);
}

#[test]
fn a_fan_holds_the_quantiles_of_its_runs() {
    let human = text(8, 100);
    let found = ask("fan", "9", &human, protocol(""));
    let runs = (600..609).map(|seed| counts(&human, &Protocol { seed, ..protocol("") })).collect::<Vec<_>>();
    let mut inside = 0;
    for t in 0..=7 {
        let mut types = runs.iter().map(|run| living(&run[t]) as f64).collect::<Vec<_>>();
        types.sort_by(f64::total_cmp);
        assert_eq!(found.row("q50")[t], types[4]);
        if t == 7 {
            let [low, high] = ["low", "high"].map(|name| found.row(name)[t]);
            inside = types.iter().filter(|&&types| low <= types && types <= high).count();
        }
    }
    same(found.row("within"), &[inside as f64]);
}

#[test]
fn what_follows_is_counted_by_hand() {
    let human = text(9, 200);
    let sentences = human.train().documents().map(<[_]>::to_vec).collect::<Vec<_>>();
    let spelling = |id: TokenId| human.vocabulary().spelling(id);
    for order in [1, 2, 3] {
        let found = ask("next", "", &human, Protocol { order, ..protocol("") });
        let context = &found.list("context")[0];
        let mut expected = BTreeMap::<&str, usize>::new();
        for sentence in &sentences {
            for (at, _) in sentence.iter().enumerate().filter(|(_, id)| spelling(**id) == context) {
                *expected.entry(sentence.get(at + 1).map_or("", |&id| spelling(id))).or_default() += 1;
            }
        }
        assert_eq!(found.number("total"), Some(expected.values().sum::<usize>() as f64));
        for (word, count) in found.list("continuations").iter().zip(found.row("counts")) {
            assert_eq!(expected[word.as_str()] as f64, *count, "{word}");
        }
        assert_eq!(
            found.row("counts").iter().sum::<f64>() + found.number("other").unwrap(),
            found.number("total").unwrap()
        );
        // Every run of `order` tokens of what it writes stands somewhere in the text.
        let written = found.list("sentence");
        let known = sentences.iter().flat_map(|sentence| sentence.windows(order.max(2)));
        let known =
            known.map(|run| run.iter().map(|&id| spelling(id)).collect::<Vec<_>>()).collect::<BTreeSet<_>>();
        for run in written.windows(order.max(2)) {
            assert!(known.contains(&run.iter().map(String::as_str).collect::<Vec<_>>()), "{run:?}");
        }
        assert!(found.row("choices").iter().all(|choices| *choices >= 1.0));
    }
    let others =
        (1..40).map(|take| ask("next", &format!("/ {take}"), &human, protocol("")).list("prose")[0].clone());
    assert!(others.collect::<BTreeSet<_>>().len() > 20, "other dice write other sentences");
}

#[test]
fn a_reader_is_asked_ten_times_and_then_told_the_taste() {
    let human = text(10, 300);
    let mut choices = String::new();
    for round in 0..10 {
        let asked = ask("review", &choices, &human, protocol(""));
        assert_eq!(asked.number("round"), Some(f64::from(round)));
        let words = |side: &str| asked.list(side)[0].split_whitespace().count();
        // A reader who likes few words.
        choices.push(if words("left") <= words("right") { '0' } else { '1' });
        assert_ne!(asked.list("left"), asked.list("right"));
    }
    let told = ask("review", &choices, &human, protocol(""));
    assert_eq!(told.list("taste"), ["short"]);
    let [short, long] = [told.row("agreed")[0], told.row("agreed")[1]];
    assert!(short > long && short + long <= 10.0, "{short}, {long}");
    let last = |name: &str| *told.row(name).last().unwrap();
    assert!(last("length_with") < last("length_without"), "a taste for short sentences makes them shorter");
    let plain = counts(&human, &protocol(""));
    same(told.row("types_without"), &plain.iter().map(|now| living(now) as f64).collect::<Vec<_>>());
}

#[test]
fn a_puzzle_is_paid_by_the_ledger() {
    let human = text(11, 200);
    let found = ask("puzzle", "0.25 3", &human, protocol(""));
    let mut run =
        Recursion::new(Arc::clone(&human), Protocol { effort: 3.0, ..protocol("regime=fresh=0.25") })
            .unwrap();
    while run.advance() {}
    let tokens = human.train().token_count() as f64 / human.train().document_count() as f64;
    let bought = (run.ledger().human_tokens_bought - human.train().token_count()) as f64 / tokens;
    let written = run.ledger().machine_tokens_written as f64 / tokens;
    assert_eq!(found.number("cost"), Some(bought + found.number("machine_price").unwrap() * written));
    assert_eq!(
        found.row("alive").last(),
        Some(&(living(run.counts()) as f64 / living(human.counts()) as f64))
    );
}

/// Of a hundred copies, in the mean over 40 seeds: within 4 standard errors (1 in 15,000).
#[test]
fn copies_miss_a_word_as_often_as_they_should() {
    let human = text(12, 20);
    for (k, n) in [(1_u32, 20_000_u32), (2, 300), (3, 7), (7, 7)] {
        let lost = (0..40).map(|seed| {
            let found = ask("chance", &format!("{k} {n}"), &human, Protocol { seed, ..protocol("") });
            let chance = libm::pow(1.0 - f64::from(k) / f64::from(n), f64::from(n));
            assert!((found.number("chance").unwrap() - chance).abs() < 1e-9);
            let hits = found.row("dots");
            assert_eq!(
                found.number("dots_lost"),
                Some(hits.iter().filter(|hits| **hits == 0.0).count() as f64)
            );
            assert!(hits.len() == 100 && hits.iter().all(|hits| *hits <= f64::from(n)));
            (found.number("dots_lost").unwrap(), chance)
        });
        let lost = lost.collect::<Vec<_>>();
        let chance = lost[0].1;
        let mean = lost.iter().map(|lost| lost.0).sum::<f64>() / 4_000.0;
        let error = (chance * (1.0 - chance) / 4_000.0).sqrt();
        assert!((mean - chance).abs() <= 4.0 * error, "{k} of {n}: {mean}, {chance} ± {error}");
    }
}
