//! Every metric against values computed by other programs, and against counting by hand.

mod common;

use std::sync::Arc;

use common::{TWO_CITIES, close, corpus, distinct_ngrams, made_up_text};
use recursive_trap::corpus::Corpus;
use recursive_trap::curation::Curation;
use recursive_trap::decoding::Decoding;
use recursive_trap::human::HumanCorpus;
use recursive_trap::metrics::{Diversity, Metrics, totals};
use recursive_trap::recursion::{Generation, Protocol, Recursion};
use recursive_trap::regime::Regime;
use recursive_trap::text::Tokenizer;

/// The text's tokens [a-z]+ on one line, and a line with its first word once more: a document of one word adds neither a
/// type nor a bigram, and a text must have two documents.
fn two_cities() -> String {
    let text = TWO_CITIES.to_lowercase();
    let words = text.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ") + "\nit"
}

const PLAIN: Decoding = Decoding { temperature: 1.0, top_k: None, top_p: None };
const PROTOCOL: Protocol = Protocol {
    order: 3,
    generations: 6,
    regime: Regime::Replace,
    decoding: PLAIN,
    effort: 1.0,
    curation: Curation::NONE,
    seed: 5,
};

fn run(human: &Arc<HumanCorpus>, protocol: Protocol) -> Recursion {
    Recursion::new(Arc::clone(human), protocol).unwrap()
}

/// Golden values of `science.md`, section 3, from scipy, scikit-bio, nltk and lexicalrichness.
#[test]
fn golden_values() {
    let human = common::human(&two_cities(), Tokenizer::Word);
    let document = corpus(&[human.train().document(0).iter().map(|token| token.0).collect::<Vec<_>>()]);
    let diversity = Diversity::of(&document.counts(human.vocabulary().len())[1..]);
    assert_eq!((document.token_count(), diversity.types, diversity.hapax), (85, 34, 18));
    assert_eq!(totals(&document), [85, 84, 83, 82]);
    close(diversity.entropy_bits, 4.436_313_4, 5e-8);
    close(diversity.simpson, 0.930_934_3, 5e-8);
    close(diversity.hill[0], 34.0, 0.0);
    close(diversity.hill[1], 21.650_274, 5e-7);
    close(diversity.hill[2], 14.478_958, 5e-7);
    for order in 1..=5 {
        let Metrics { distinct, diversity, .. } =
            run(&human, Protocol { order, ..PROTOCOL }).next().unwrap().metrics;
        close(diversity.types as f64 / 85.0, 0.4, 0.0);
        close(distinct[0], 34.0 / 86.0, 0.0);
        for (share, golden) in distinct[1..].iter().zip([0.607_143, 0.746_988, 0.878_049]) {
            close(*share, golden, 5e-7);
        }
        close(0.4 + distinct[1..].iter().sum::<f64>(), 2.632_180, 5e-7);
        close(distinct[1..].iter().product(), 0.398_220, 5e-7);
    }
}

/// Entropy and Simpson by their definitions, over counts below and above the table of logarithms.
#[test]
fn diversity_by_definition() {
    let mut rng = common::rng(21);
    for largest in [1, 2, 3, 255, 256, 257, 5_000] {
        use rand::RngExt as _;
        let mut counts = (0..400).map(|_| rng.random_range(0..=largest)).collect::<Vec<u32>>();
        counts.push(largest);
        let total = counts.iter().sum::<u32>();
        let shares = counts.iter().filter(|&&c| c > 0).map(|&c| f64::from(c) / f64::from(total));
        let entropy = -shares.clone().map(|p| p * libm::log2(p)).sum::<f64>();
        let concentration = shares.map(|p| p * p).sum::<f64>();
        let diversity = Diversity::of(&counts);
        assert_eq!(diversity.types, counts.iter().filter(|&&c| c > 0).count());
        assert_eq!(diversity.hapax, counts.iter().filter(|&&c| c == 1).count());
        close(diversity.entropy_bits, entropy, 1e-10);
        close(diversity.simpson, 1.0 - concentration, 1e-12);
        close(diversity.hill[1], libm::exp2(entropy), 1e-7);
        close(diversity.hill[2], 1.0 / concentration, 1e-7);
    }
}

/// All of a generation's numbers, counted again from its documents.
fn check_by_hand(human: &HumanCorpus, corpus: &Corpus, generation: &Generation, what: &str) {
    let Metrics { documents, tokens, diversity, distinct, survivors, baseline_types } = generation.metrics;
    assert_eq!(documents, human.train().document_count(), "{what}");
    assert_eq!(tokens, corpus.documents().map(<[_]>::len).sum::<usize>(), "{what}");
    assert_eq!(generation.counts, corpus.counts(human.vocabulary().len()), "{what}");
    assert_eq!(diversity.types, distinct_ngrams(corpus, 1).len(), "{what}");
    assert!((1..=human.vocabulary().len()).contains(&baseline_types), "{what}");
    let same = |value: f64, part: usize, whole: usize, name: &str| match whole {
        0 => assert!(value.is_nan(), "{what}: {name} of nothing is {value}"),
        _ => assert_eq!(value, part as f64 / whole as f64, "{what}: {name}"),
    };
    for n in 1..=4 {
        let all = corpus.documents().map(|d| d.windows(n).len()).sum();
        let different = distinct_ngrams(corpus, n);
        same(distinct[n - 1], different.len(), all, &format!("distinct-{n}"));
        if n <= 3 {
            let human = distinct_ngrams(human.train(), n);
            same(
                survivors[n - 1],
                different.intersection(&human).count(),
                human.len(),
                &format!("{n}-gram survivors"),
            );
        }
    }
}

/// Distinct and survivors at every order, plain and decoded. At order 1 and 2 machines write n-grams that no human wrote:
/// they must not count as survivors.
#[test]
fn ngrams_are_counted_as_by_hand() {
    let human = common::human(&made_up_text(22, 120), Tokenizer::Word);
    for order in 1..=5 {
        for temperature in [1.0, 1.3] {
            let decoding = Decoding { temperature, ..PLAIN };
            let mut recursion = run(&human, Protocol { order, decoding, ..PROTOCOL });
            let mut invented = 0;
            while let Some(generation) = recursion.next() {
                let corpus = recursion.corpus().clone();
                let what =
                    format!("order {order}, temperature {temperature}, generation {}", generation.index);
                check_by_hand(&human, &corpus, &generation, &what);
                invented +=
                    distinct_ngrams(&corpus, 3).difference(&distinct_ngrams(human.train(), 3)).count();
            }
            assert_eq!(
                invented > 0,
                order < 3,
                "order {order}: the test must meet invented trigrams, below order 3 only"
            );
        }
    }
}

/// What is lost stays lost, is reported once, and in the order of human frequency.
#[test]
fn losses_add_up() {
    let human = common::human(&made_up_text(24, 100), Tokenizer::Word);
    for order in 1..=3 {
        let mut alive = human.counts().iter().skip(1).filter(|&&count| count > 0).count();
        for generation in run(&human, Protocol { order, generations: 12, ..PROTOCOL }) {
            alive -= generation.lost.len();
            assert_eq!(
                generation.metrics.diversity.types, alive,
                "order {order}, generation {}",
                generation.index
            );
            assert!(generation.lost.is_sorted());
            assert!(generation.lost.iter().all(|token| generation.counts[token.index()] == 0));
            assert!(generation.index > 0 || generation.lost.is_empty());
        }
    }
}

/// A corpus of one word, with and without a full stop.
#[test]
fn one_repeated_word() {
    for (text, types) in [("The. The. The.", 2), ("the\nthe\nthe", 1), ("The. The.", 2)] {
        let human = common::human(text, Tokenizer::Word);
        for order in 1..=5 {
            for temperature in [0.0, 0.5, 1.0] {
                let decoding = Decoding { temperature, ..PLAIN };
                let mut recursion = run(&human, Protocol { order, decoding, ..PROTOCOL });
                while let Some(generation) = recursion.next() {
                    let corpus = recursion.corpus().clone();
                    let what = format!("{text:?}, order {order}, generation {}", generation.index);
                    check_by_hand(&human, &corpus, &generation, &what);
                    // Above order 1 there is one way to write it.
                    if order > 1 || generation.index == 0 {
                        let diversity = generation.metrics.diversity;
                        assert_eq!(diversity.types, types, "{what}");
                        close(diversity.entropy_bits, if types == 1 { 0.0 } else { 1.0 }, 1e-15);
                        close(diversity.simpson, if types == 1 { 0.0 } else { 0.5 }, 1e-15);
                        assert!(diversity.entropy_bits.is_sign_positive(), "{what}: minus zero");
                    }
                }
            }
        }
    }
}

/// A unigram model can write nothing at all, and then nothing for ever: documents without tokens, undefined numbers.
#[test]
fn empty_documents() {
    let human = common::human("a\nb", Tokenizer::Word);
    let mut silent = 0;
    for seed in 0..200 {
        let mut recursion = run(&human, Protocol { order: 1, generations: 30, seed, ..PROTOCOL });
        let mut was_silent = false;
        while let Some(generation) = recursion.next() {
            let corpus = recursion.corpus().clone();
            check_by_hand(
                &human,
                &corpus,
                &generation,
                &format!("seed {seed}, generation {}", generation.index),
            );
            let Metrics { tokens, diversity, documents, .. } = generation.metrics;
            assert_eq!(documents, 2);
            assert!(!was_silent || tokens == 0, "seed {seed}: words came out of nothing");
            if tokens == 0 {
                was_silent = true;
                assert_eq!((diversity.types, diversity.hapax, diversity.hill[0]), (0, 0, 0.0));
                assert!(diversity.entropy_bits.is_nan() && diversity.simpson.is_nan());
                assert!(diversity.hill[1].is_nan() && diversity.hill[2].is_nan());
                assert_eq!(generation.metrics.survivors[0], 0.0);
                assert_eq!(generation.sample.text.trim(), "");
            }
        }
        silent += u32::from(was_silent);
    }
    assert!(silent > 100, "only {silent} of 200 runs fell silent");
}

#[test]
fn the_array_has_the_names_it_says() {
    let human = common::human(&made_up_text(25, 40), Tokenizer::Word);
    for generation in run(&human, PROTOCOL) {
        let metrics = generation.metrics;
        let array = metrics.to_array();
        let of = |name: &str| array[Metrics::NAMES.iter().position(|&known| known == name).unwrap()];
        assert_eq!(of("documents"), metrics.documents as f64);
        assert_eq!(of("tokens"), metrics.tokens as f64);
        assert_eq!(of("types"), metrics.diversity.types as f64);
        assert_eq!(of("hapax"), metrics.diversity.hapax as f64);
        assert_eq!(of("entropy_bits"), metrics.diversity.entropy_bits);
        assert_eq!(of("simpson"), metrics.diversity.simpson);
        assert_eq!(of("baseline_types"), metrics.baseline_types as f64);
        for n in 0..4 {
            assert_eq!(of(&format!("distinct{}", n + 1)), metrics.distinct[n]);
        }
        for n in 0..3 {
            assert_eq!(of(&format!("survivors{}", n + 1)), metrics.survivors[n]);
            assert_eq!(of(&format!("hill{n}")), metrics.diversity.hill[n]);
        }
    }
}
