//! A trained detector, document by document: its scores and verdicts by maps of n-grams, written down once more.

mod common;

use std::collections::HashMap;
use std::sync::Arc;

use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::curation::Detection;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::text::Tokenizer;

use common::{cut_moby_dick, made_up_text, moby_dick, padded_ngrams, plainest};

/// What follows each context in some text.
type Counts = HashMap<Vec<u32>, HashMap<u32, f64>>;

fn counts<'d>(documents: impl Iterator<Item = &'d [TokenId]>, order: usize) -> Counts {
    let read = Corpus::from_documents(documents);
    let mut contexts = Counts::new();
    for n in 1..=order {
        for (ngram, count) in padded_ngrams(&read, n) {
            contexts.entry(ngram[..n - 1].to_vec()).or_default().insert(ngram[n - 1], f64::from(count));
        }
    }
    contexts
}

/// The human text that a detector has read, and what machines wrote.
struct Detector {
    order: usize,
    human: Counts,
    machine: Counts,
}

impl Detector {
    /// log₂ of the ratio of the machine's probability of a token to the human one. Behind a context that humans use, both
    /// models know the tokens that follow it there, and one event for all others, which the shorter context tells apart:
    /// humans choose it with the chance T / (N + T), N being their tokens and T the types of these. The machine
    /// is human for the first T tokens.
    fn log_ratio(&self, context: &[u32], token: u32) -> f64 {
        let shorter = || if context.is_empty() { 0.0 } else { self.log_ratio(&context[1..], token) };
        let Some(human) = self.human.get(context) else { return shorter() };
        let (tokens, types) = (human.values().sum::<f64>(), human.len() as f64);
        let machine = self.machine.get(context);
        let written = machine.map_or(0.0, |machine| machine.values().sum::<f64>());
        let of_machine = |token| *machine.and_then(|machine| machine.get(token)).unwrap_or(&0.0);
        let log = |seen: f64, written_of_it: f64| {
            let human = seen / (tokens + types);
            libm::log2((written_of_it + types * human) / (written + types) / human)
        };
        match human.get(&token) {
            Some(&seen) => log(seen, of_machine(&token)),
            None => log(types, written - human.keys().map(of_machine).sum::<f64>()) + shorter(),
        }
    }

    fn score(&self, document: &[TokenId]) -> f64 {
        let begin = std::iter::repeat_n(0, self.order - 1);
        let padded = begin.chain(document.iter().map(|token| token.0)).chain([0]).collect::<Vec<_>>();
        padded
            .windows(self.order)
            .map(|ngram| self.log_ratio(&ngram[..self.order - 1], ngram[self.order - 1]))
            .sum()
    }
}

/// The detector of each half of the human documents, and the highest score that passes for documents of each class: document
/// d is judged by who has read the documents of other parity, and by a threshold that the other half of its own parity,
/// in steps of four, sets.
struct Trained {
    halves: [Detector; 2],
    highest: [f64; 4],
}

impl Trained {
    fn new(human: &HumanCorpus, written: &[Vec<TokenId>], order: usize, rate: f64) -> Self {
        let halves = [1, 0].map(|parity| {
            let read = human.train().documents().skip(parity).step_by(2);
            let machine = counts(written.iter().map(Vec::as_slice), order);
            Detector { order, human: counts(read, order), machine }
        });
        let highest = [2, 3, 0, 1].map(|class: usize| {
            let documents = human.train().documents().skip(class).step_by(4);
            let mut scores = documents.map(|document| halves[class % 2].score(document)).collect::<Vec<_>>();
            scores.sort_by(f64::total_cmp);
            match scores.len() {
                0 => f64::INFINITY,
                all => match all - libm::floor(rate * all as f64) as usize {
                    0 => f64::NEG_INFINITY,
                    kept => scores[kept - 1],
                },
            }
        });
        Self { halves, highest }
    }

    fn score(&self, number: usize, document: &[TokenId]) -> f64 {
        self.halves[number % 2].score(document)
    }
}

fn share(of: &[bool]) -> f64 {
    of.iter().filter(|it| **it).count() as f64 / of.len() as f64
}

/// All that is said of these documents. Sums in another order differ in their last bits: a verdict that hangs on them must
/// be that of a document at the threshold.
fn assert_judged(trained: &Trained, corpus: &Corpus, scores: &[f64]) -> Vec<bool> {
    assert_eq!(scores.len(), corpus.document_count());
    let judged = corpus.documents().zip(scores).enumerate().map(|(number, (document, &score))| {
        let expected = trained.score(number, document);
        assert!(
            (score - expected).abs() < 1e-8 * expected.abs().max(1.0),
            "{number}: {score}, not {expected}"
        );
        let over = expected - trained.highest[number % 4];
        assert!(over == 0.0 || over.abs() >= 1e-9, "{number} hangs on a threshold by {over}");
        over > 0.0
    });
    judged.collect()
}

fn run(human: &Arc<HumanCorpus>, order: usize, curation: &str, generations: usize) -> Recursion {
    let curation = curation.parse().unwrap();
    let protocol = Protocol { order, generations, curation, ..Protocol::default() };
    let mut recursion = Recursion::new(Arc::clone(human), protocol).unwrap();
    assert!(recursion.advance());
    recursion
}

/// Words and characters, students of several orders, texts that do not divide by four, and of three documents only. A
/// detector of order 2 at most knows what earlier generations wrote, all of it, and nothing of the newest one.
#[test]
fn a_trained_detector_says_what_its_counts_say() {
    let short = || common::human(&made_up_text(60, 3), Tokenizer::Word);
    for (human, order, rate) in [
        (moby_dick(), 3, 0.05),
        (common::human(&made_up_text(61, 150), Tokenizer::Word), 2, 0.3),
        (common::human(&made_up_text(62, 97), Tokenizer::Word), 1, 0.12),
        (cut_moby_dick(Tokenizer::Char, Some(61)), 4, 0.2),
        (short(), 2, 0.0),
        (short(), 2, 1.0),
    ] {
        let all = human.train().document_count();
        let mut recursion = run(&human, order, &format!("detector=trained@{rate}"), 3);
        assert!(recursion.advance());
        assert!(recursion.detection().is_none(), "nothing is known in generation 1");
        assert!(recursion.corpus().documents().eq(recursion.written().documents()));
        let mut written = recursion.written().documents().map(<[_]>::to_vec).collect::<Vec<_>>();
        while recursion.advance() {
            let trained = Trained::new(&human, &written, order.min(2), rate);
            let detection = recursion.detection().unwrap();
            let of_human = assert_judged(&trained, human.train(), &detection.human_scores);
            let of_machine = assert_judged(&trained, recursion.written(), &detection.machine_scores);
            assert_eq!(detection.false_positive_rate, share(&of_human));
            assert_eq!(detection.true_positive_rate, share(&of_machine));
            let by_rarity =
                plainest(&human, all).into_iter().map(|document| of_human[document]).collect::<Vec<_>>();
            for (i, found) in detection.false_positives_by_rarity.into_iter().enumerate() {
                let expected = share(&by_rarity[i * all / 4..(i + 1) * all / 4]);
                assert!(
                    found == expected || found.is_nan() && expected.is_nan(),
                    "{found} is not {expected}"
                );
            }
            // What is not flagged is learnt from, in its order; somebody has to be.
            let passing = recursion.written().documents().zip(&of_machine).filter(|(_, flagged)| !**flagged);
            let mut passing = passing.map(|(document, _)| document).take(all).collect::<Vec<_>>();
            if passing.is_empty() {
                passing.push(recursion.written().documents().last().unwrap());
            }
            assert!(recursion.corpus().documents().eq(passing), "order {order}, rate {rate}");
            written.extend(recursion.written().documents().map(<[_]>::to_vec));
        }
    }
}

/// Documents that a threshold is set by may be as suspicious as it is. Here every class has the same words, as often: at
/// rate 0 nobody is flagged, machine or human.
#[test]
fn who_scores_as_high_as_the_threshold_passes() {
    let human = common::chains::tokens(&[16, 12, 8, 4]);
    let mut recursion = run(&human, 2, "detector=trained@0", 6);
    assert!(recursion.advance());
    while recursion.advance() {
        let Detection { false_positive_rate, true_positive_rate, .. } = recursion.detection().unwrap();
        assert_eq!((*false_positive_rate, *true_positive_rate), (0.0, 0.0));
    }
}
