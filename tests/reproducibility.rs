//! One seed, one run: now, tomorrow, and in a browser.
//!
//! `UPDATE_GOLDEN=1 cargo test --test reproducibility` renews `tests/data/golden-run.json`, which the browser tests
//! compare with as well. Do so only if the random stream, the tokenizer or a metric was meant to change.

mod common;

use std::path::PathBuf;
use std::sync::Arc;

use common::{fnv1a, made_up_text};
use recursive_trap::decoding::Decoding;
use recursive_trap::metrics::Metrics;
use recursive_trap::recursion::{Generation, Protocol, Recursion};
use recursive_trap::text::Tokenizer;
use serde_json::{Value, json};

const PLAIN: Decoding = Decoding { temperature: 1.0, top_k: None, top_p: None };

/// Enough sentences for eight generations of every order to differ from one another, few enough to read in a diff.
const TEXT: &str = "Call me Ishmael. Some years ago—never mind how long precisely—having little or no money in my purse, \
    and nothing particular to interest me on shore, I thought I would sail about a little and see the watery part of the \
    world. It is a way I have of driving off the spleen and regulating the circulation. Whenever I find myself growing \
    grim about the mouth; whenever it is a damp, drizzly November in my soul; then, I account it high time to get to sea \
    as soon as I can. This is my substitute for pistol and ball. There is nothing surprising in this. If they but knew \
    it, almost all men in their degree, some time or other, cherish very nearly the same feelings towards the ocean with \
    me. There now is your insular city of the Manhattoes, belted round by wharves as Indian isles by coral reefs. Right \
    and left, the streets take you waterward. Look at the crowds of water-gazers there. What do you see? “They must get \
    just as nigh the water as they can,” said I. And there they stand—miles of them. Tell me, does the magnetic virtue \
    of the needles attract them thither? Say you are in the country. Take almost any path you please, and ten to one it \
    carries you down in a dale, and leaves you there by a pool in the stream. There is magic in it. Yes, as every one \
    knows, meditation and water are wedded for ever.";

/// Every way to write and to put together: each order, each kind of decoding, each regime.
fn cases() -> Vec<Protocol> {
    let plain = (1..=5).map(|order| (order, PLAIN));
    let decoded = [
        (3, Decoding { temperature: 0.8, ..PLAIN }),
        (2, Decoding { temperature: 1.3, ..PLAIN }),
        (2, Decoding { top_k: Some(3), ..PLAIN }),
        (3, Decoding { top_p: Some(0.9), ..PLAIN }),
        (2, Decoding { temperature: 0.8, top_k: Some(5), top_p: Some(0.9) }),
        (3, Decoding { temperature: 0.0, ..PLAIN }),
    ];
    let seeded = plain.chain(decoded).zip([1, 2, 7, u32::MAX, 0, 42, 43, 44, 45, 46, 47]);
    let decoded = seeded.map(|((order, decoding), seed)| protocol(order, decoding, seed));
    let regimes = [
        (3, "fresh=0.2"),
        (2, "anchored=0.2"),
        (3, "accumulate"),
        (2, "subsample"),
        (3, "grow=linear@0.5"),
        (2, "weighted=0.618"),
        (1, "contaminate=0.9@4"),
        (2, "cure=0.5@3"),
    ];
    let mixed = regimes.into_iter().zip(48..).map(|((order, regime), seed)| Protocol {
        regime: regime.parse().unwrap(),
        ..protocol(order, PLAIN, seed)
    });
    decoded.chain(mixed).collect()
}

fn protocol(order: usize, decoding: Decoding, seed: u32) -> Protocol {
    Protocol { order, generations: 8, decoding, seed, ..Protocol::default() }
}

/// What a run comes to: hashes of every token id (the boundary behind each document), every metric's bits, every sample.
fn fingerprint(text: &str, protocol: &Protocol) -> Value {
    let human = common::human(text, Tokenizer::Word);
    let mut recursion = Recursion::new(Arc::clone(&human), protocol.clone()).unwrap();
    let (mut tokens, mut metrics, mut samples) = (Vec::new(), Vec::new(), String::new());
    while let Some(generation) = recursion.next() {
        for document in recursion.corpus().documents() {
            tokens.extend(document.iter().flat_map(|token| token.0.to_le_bytes()).chain([0; 4]));
        }
        let numbers = generation.metrics.to_array();
        // The bits of a NaN may differ from machine to machine: there must be none.
        assert!(numbers.iter().all(|number| number.is_finite()), "{protocol:?}: {numbers:?}");
        metrics.extend(numbers.iter().flat_map(|number| number.to_bits().to_le_bytes()));
        samples += &generation.sample.text;
    }
    let hash = |bytes: &[u8]| format!("{:016x}", fnv1a(bytes.iter().copied()));
    json!({
        "order": protocol.order,
        "generations": protocol.generations,
        "regime": protocol.regime.to_string(),
        "seed": protocol.seed,
        "temperature": protocol.decoding.temperature,
        "topK": protocol.decoding.top_k,
        "topP": protocol.decoding.top_p,
        "documents": human.train().document_count(),
        "tokensHash": hash(&tokens),
        "metricsHash": hash(&metrics),
        "sampleHash": hash(samples.as_bytes()),
    })
}

#[test]
fn the_golden_runs_are_as_they_were() {
    let path: PathBuf = common::root().join("tests/data/golden-run.json");
    let cases = cases().iter().map(|protocol| fingerprint(TEXT, protocol)).collect::<Vec<_>>();
    let now = json!({ "text": TEXT, "metrics": Metrics::NAMES, "cases": cases });
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let pretty = serde_json::to_string_pretty(&now).unwrap();
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, pretty + "\n").unwrap();
        return;
    }
    let golden = std::fs::read_to_string(&path).expect("tests/data/golden-run.json is there");
    let golden: Value = serde_json::from_str(&golden).unwrap();
    assert_eq!(golden["text"], now["text"], "the text changed");
    assert_eq!(golden["metrics"], now["metrics"], "the metrics changed");
    assert_eq!(golden["cases"].as_array().unwrap().len(), cases.len());
    for (golden, now) in golden["cases"].as_array().unwrap().iter().zip(&cases) {
        assert_eq!(
            golden, now,
            "the run changed; if that was meant: UPDATE_GOLDEN=1 cargo test --test reproducibility"
        );
    }
}

fn run(protocol: &Protocol) -> Recursion {
    let human = common::human(&made_up_text(41, 200), Tokenizer::Word);
    Recursion::new(human, protocol.clone()).unwrap()
}

#[test]
fn the_same_seed_gives_the_same_run_and_another_seed_another() {
    for protocol in cases() {
        let generations = |protocol: &Protocol| run(protocol).collect::<Vec<Generation>>();
        let first = generations(&protocol);
        assert_eq!(first.len(), protocol.generations + 1);
        assert!(first == generations(&protocol), "{protocol:?}: not repeatable");
        let other = generations(&Protocol { seed: protocol.seed.wrapping_add(1), ..protocol.clone() });
        assert_eq!(first[0].counts, other[0].counts, "generation 0 is the human corpus, whatever the seed");
        // Later, a decoding that cuts may lead different runs into one and the same loop.
        let greedy = protocol.decoding.temperature == 0.0;
        assert_eq!(first[1].counts == other[1].counts, greedy, "{protocol:?}: does the seed count?");
    }
}

/// Neighbouring generations of one seed, and the same generation of neighbouring seeds, draw from different streams.
#[test]
fn no_two_generations_share_their_random_numbers() {
    let written = |seed| {
        let protocol = Protocol { generations: 3, ..protocol(1, PLAIN, seed) };
        let mut recursion = run(&protocol);
        let mut all = Vec::new();
        while recursion.advance() {
            all.push(recursion.corpus().documents().map(<[_]>::len).collect::<Vec<_>>());
        }
        all.remove(0);
        all
    };
    let mut lengths = (0..20).flat_map(written).collect::<Vec<_>>();
    let runs = lengths.len();
    lengths.sort();
    lengths.dedup();
    assert_eq!((lengths.len(), runs), (60, 60), "two generations have the same lengths of documents");
}

/// A run may be stepped without measuring, in any mixture, or copied: nothing of it reaches the words or the numbers.
#[test]
fn stepping_and_copying_change_nothing() {
    for protocol in cases() {
        let whole = run(&protocol).collect::<Vec<_>>();
        let mut mixed = run(&protocol);
        for (t, expected) in whole.iter().enumerate() {
            if t % 3 == 0 {
                let mut copy = mixed.clone();
                assert!(copy.next().as_ref() == Some(expected), "{protocol:?}: the copy's generation {t}");
                assert!(mixed.advance());
            } else {
                assert!(mixed.next().as_ref() == Some(expected), "{protocol:?}: generation {t}");
            }
            let counts = mixed.corpus().counts(expected.counts.len());
            assert_eq!(counts, expected.counts, "{protocol:?}: generation {t}");
        }
        assert!(!mixed.advance() && mixed.next().is_none(), "{protocol:?}: the run went on");
        assert_eq!(mixed.corpus().counts(whole[0].counts.len()), whole[protocol.generations].counts);
    }
}

/// A longer run begins like a shorter one.
#[test]
fn the_number_of_generations_does_not_reach_them() {
    let short = Protocol { generations: 3, ..protocol(3, PLAIN, 5) };
    let long = Protocol { generations: 6, ..short.clone() };
    assert!(run(&short).eq(run(&long).take(4)));
}
