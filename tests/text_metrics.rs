//! The metrics that read a text, against values computed by other programs and against their definitions, taken literally.

mod common;

use std::collections::BTreeMap;
use std::sync::Arc;

use common::{TWO_CITIES, close, corpus, distinct_ngrams, made_up_text};
use rand::RngExt as _;
use recursive_trap::corpus::{Corpus, TokenId};
use recursive_trap::decoding::Decoding;
use recursive_trap::metrics::{
    Copying, Divergence, Origin, PASSAGE, Repetition, classify, hdd, lz76, mattr, mtld, rep, rep_diversity,
    self_bleu, top10_share, zipf_exponent,
};
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::rng::Rng;
use recursive_trap::text::Tokenizer;

/// Its words [a-z]+, a document for each clause.
fn clauses() -> Corpus {
    let text = TWO_CITIES.to_lowercase();
    let mut ids = BTreeMap::new();
    let documents = text.split(',').map(|clause| {
        let words = clause.split(|c: char| !c.is_ascii_lowercase()).filter(|word| !word.is_empty());
        let numbers = words.map(|word| {
            let next = ids.len() as u32 + 1;
            *ids.entry(word).or_insert(next)
        });
        numbers.collect::<Vec<_>>()
    });
    corpus(&documents.collect::<Vec<_>>())
}

fn stream(corpus: &Corpus) -> Vec<TokenId> {
    corpus.documents().flatten().copied().collect()
}

/// Golden values of `science.md`, section 3, from lexicalrichness, nltk, antropy and powerlaw.
#[test]
fn golden_values() {
    let clauses = clauses();
    let text = stream(&clauses);
    let counts = &clauses.counts(35)[1..];
    assert_eq!((clauses.document_count(), text.len()), (14, 85));
    close(hdd(&text), 0.524_969_219_8, 5e-11);
    close(mattr(&text), 0.426_111_1, 5e-8);
    close(mtld(&text), 12.142_857, 5e-7);
    close(self_bleu(&clauses), 0.498_473_263_805, 1e-12);
    assert_eq!(lz76(&text), 35);
    // powerlaw stops its search at 2.036747; the root of the derivative, by mpmath, has more digits.
    close(1.0 + 1.0 / zipf_exponent(counts), 2.036_747_0, 1e-3);
    close(1.0 + 1.0 / zipf_exponent(counts), 2.036_753_785_079, 1e-10);
    close(top10_share(counts), 55.0 / 85.0, 1e-15);
    for (n, distinct) in (2..).zip([0.607_143, 0.746_988, 0.878_049]) {
        close(1.0 - rep(&text, n), distinct, 5e-7);
    }
    close(rep_diversity(&text), 0.398_220, 5e-7);
}

/// scipy's entropy, jensenshannon² and wasserstein_distance: the first 42 tokens of the text against all of it.
#[test]
fn golden_divergence() {
    let clauses = clauses();
    // Ids are ranks in the human corpus; here they are in the order of first appearance.
    let shares = |text: &[TokenId]| {
        let mut shares = vec![0.0; 34];
        for token in text {
            shares[token.index() - 1] += 1.0 / text.len() as f64;
        }
        shares
    };
    let text = stream(&clauses);
    let Divergence { kl, js, tv, w1, tail_lost, .. } =
        Divergence::between(&shares(&text[..42]), &shares(&text));
    close(kl, 0.627_297_953_704_59, 1e-12);
    close(js, 0.200_979_526_725_2, 1e-12);
    close(tv, 0.341_176_470_588_235, 1e-12);
    close(w1, 6.552_661_064_425_77, 1e-12);
    close(tail_lost, 0.341_176_470_588_235, 1e-12);
}

/// Whether `part` stands in a document of the corpus.
fn stands_in(corpus: &Corpus, part: &[TokenId]) -> bool {
    corpus.documents().any(|document| document.windows(part.len()).any(|window| window == part))
}

/// Everything about copying by its definition. Looks each run of tokens up in the whole human corpus.
fn check_copying(human: &Corpus, written: &Corpus, order: usize, what: &str) -> Copying {
    let share = |n: usize| {
        let human = distinct_ngrams(human, n);
        let ngrams = written.documents().flat_map(|document| document.windows(n)).collect::<Vec<_>>();
        let known = ngrams.iter().filter(|n| human.contains(&n.iter().map(|t| t.0).collect::<Vec<_>>()));
        known.count() as f64 / ngrams.len() as f64
    };
    let mut origins = Vec::new();
    let mut longest = 0;
    for document in written.documents() {
        let len = document.len();
        // By place: the end of the longest run from there that is human.
        let ends = (0..len).map(|start| {
            let human_end = |&end: &usize| end == start || stands_in(human, &document[start..end]);
            (start..=len).rev().find(human_end).unwrap()
        });
        let ends = ends.collect::<Vec<_>>();
        longest = ends.iter().enumerate().map(|(start, end)| end - start).fold(longest, usize::max);
        let whole = human.documents().any(|human| human == document);
        for place in 0..len {
            let invented = place >= order && ends[place - order] <= place;
            let passage = (0..=place).any(|start| ends[start] > place && ends[start] - start >= PASSAGE);
            origins.push(match (invented, passage || whole) {
                (true, _) => Origin::Invented,
                (false, true) => Origin::Kept,
                (false, false) => Origin::Distorted,
            });
        }
    }
    assert_eq!(classify(human, written, order), origins, "{what}");
    let copying = Copying::of(human, written, order);
    assert_eq!(copying.longest_copy, longest, "{what}");
    let of = |origin| origins.iter().filter(|&&o| o == origin).count() as f64 / origins.len() as f64;
    for (name, value, expected) in [
        ("copy rate", copying.copy_rate, share(PASSAGE)),
        ("precision", copying.precision, share(order + 1)),
        ("kept", copying.kept, of(Origin::Kept)),
        ("distorted", copying.distorted, of(Origin::Distorted)),
        ("invented", copying.invented, of(Origin::Invented)),
    ] {
        let same = value == expected || value.is_nan() && expected.is_nan();
        assert!(same, "{what}: {name} is {value}, not {expected}");
    }
    copying
}

/// Documents of few types, many of them empty or short.
fn random_corpus(rng: &mut Rng, documents: u32, longest: u32, types: u32) -> Corpus {
    let all = (0..documents).map(|_| {
        let len = rng.random_range(0..=longest);
        (0..len).map(|_| rng.random_range(1..=types)).collect::<Vec<_>>()
    });
    corpus(&all.collect::<Vec<_>>())
}

#[test]
fn copying_in_random_corpora() {
    let mut rng = common::rng(41);
    for round in 0..300 {
        let types = rng.random_range(1..=3);
        let longest = rng.random_range(0..=25);
        let human = random_corpus(&mut rng, 6, longest, types);
        let written = random_corpus(&mut rng, 6, 25, types);
        for order in [1, 2, 5, 9] {
            check_copying(&human, &written, order, &format!("round {round}, order {order}"));
        }
    }
}

/// Texts of models of every order, which copy more the longer their memory is.
#[test]
fn copying_by_models() {
    let human = common::human(&made_up_text(42, 120), Tokenizer::Word);
    let decoding = Decoding { temperature: 1.0, top_k: None, top_p: None };
    let mut kept = Vec::new();
    for order in 1..=5 {
        let protocol = Protocol { order, generations: 3, decoding, seed: 6, ..Protocol::default() };
        let mut recursion = Recursion::new(Arc::clone(&human), protocol).unwrap();
        while let Some(generation) = recursion.next() {
            let written = recursion.corpus().clone();
            let what = format!("order {order}, generation {}", generation.index);
            let copying = check_copying(human.train(), &written, order, &what);
            close(copying.kept + copying.distorted + copying.invented, 1.0, 1e-15);
            match generation.index {
                0 => assert_eq!((copying.kept, copying.copy_rate, copying.precision), (1.0, 1.0, 1.0)),
                1 => kept.push(copying.kept),
                _ => {}
            }
        }
    }
    assert!(kept.is_sorted() && kept[0] < 0.3 && kept[4] > 0.9, "{kept:?}");
}

/// How often each n-gram occurs in a document.
fn counted(document: &[TokenId], n: usize) -> BTreeMap<&[TokenId], u32> {
    let mut counts = BTreeMap::new();
    document.windows(n).for_each(|ngram| *counts.entry(ngram).or_insert(0) += 1);
    counts
}

/// nltk's `sentence_bleu` with `method1`, line by line.
fn sentence_bleu(references: &[&[TokenId]], hypothesis: &[TokenId]) -> f64 {
    let mut logs = 0.0;
    for n in 1..=4 {
        let counts = counted(hypothesis, n);
        let references = references.iter().map(|reference| counted(reference, n)).collect::<Vec<_>>();
        let clipped = counts.iter().map(|(ngram, &count)| {
            let most = references.iter().filter_map(|reference| reference.get(ngram)).max();
            count.min(*most.unwrap_or(&0))
        });
        let numerator = f64::from(clipped.sum::<u32>());
        let denominator = f64::from(counts.values().sum::<u32>().max(1));
        if n == 1 && numerator == 0.0 {
            return 0.0;
        }
        logs += libm::log(if numerator == 0.0 { 0.1 } else { numerator } / denominator) / 4.0;
    }
    let len = hypothesis.len();
    let lengths = references.iter().map(|reference| reference.len());
    let closest = lengths.min_by_key(|&reference| (reference.abs_diff(len), reference)).unwrap();
    let brevity = if len > closest { 1.0 } else { libm::exp(1.0 - closest as f64 / len as f64) };
    brevity * libm::exp(logs)
}

fn check_self_bleu(corpus: &Corpus) {
    let documents = corpus.documents().collect::<Vec<_>>();
    let scores = (0..documents.len()).map(|this| {
        let others = [&documents[..this], &documents[this + 1..]].concat();
        sentence_bleu(&others, documents[this])
    });
    close(self_bleu(corpus), scores.sum::<f64>() / documents.len() as f64, 1e-12);
}

#[test]
fn self_bleu_against_all_others() {
    let mut rng = common::rng(43);
    for _ in 0..300 {
        let (documents, longest) = (rng.random_range(2..=8), rng.random_range(0..=14));
        let types = rng.random_range(1..=6);
        check_self_bleu(&random_corpus(&mut rng, documents, longest, types));
    }
    check_self_bleu(common::human(&made_up_text(44, 150), Tokenizer::Word).train());
}

fn check_repetition(corpus: &Corpus) {
    let share = |document: &[TokenId], n| counted(document, n).len() as f64 / (document.len() + 1 - n) as f64;
    let long = corpus.documents().filter(|document| document.len() >= 4).collect::<Vec<_>>();
    let mean = |of: &dyn Fn(&[TokenId]) -> f64| long.iter().map(|d| of(d)).sum::<f64>() / long.len() as f64;
    let Repetition { rep: reps, diversity } = Repetition::of(corpus);
    if long.is_empty() {
        assert!(diversity.is_nan() && reps.iter().all(|rep| rep.is_nan()));
        return;
    }
    for (n, mean_rep) in (2..).zip(reps) {
        close(mean_rep, mean(&|document| 1.0 - share(document, n)), 1e-12);
        close(mean_rep, mean(&|document| rep(document, n)), 1e-12);
    }
    close(diversity, mean(&|d| share(d, 2) * share(d, 3) * share(d, 4)), 1e-12);
    close(diversity, mean(&rep_diversity), 1e-12);
}

#[test]
fn repetition_by_counting() {
    let mut rng = common::rng(45);
    for _ in 0..300 {
        let (longest, types) = (rng.random_range(0..=20), rng.random_range(1..=6));
        check_repetition(&random_corpus(&mut rng, 6, longest, types));
    }
    check_repetition(common::human(&made_up_text(46, 150), Tokenizer::Word).train());
}

/// A spectrum ∝ count^−α gives back s = 1 / (α − 1), but for the counts that less than one type would have.
#[test]
fn the_exponent_of_a_power_law() {
    for alpha in [1.8, 2.0, 2.5] {
        let types = |count| (1e6 * libm::pow(f64::from(count), -alpha)) as usize;
        let counts = (1..4_000_u32).flat_map(|count| std::iter::repeat_n(count, types(count)));
        close(1.0 + 1.0 / zipf_exponent(&counts.collect::<Vec<_>>()), alpha, 0.02);
    }
}
