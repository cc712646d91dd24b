//! The mathematics that the page claims, against the program: `science.md` O2, O4, O5, O16a, O16b, O16c.

mod common;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use common::chains::wright_fisher;
use common::{Series, expected_survivors, made_up_text, padded_ngrams};
use recursive_trap::corpus::Corpus;
use recursive_trap::drift::lineage_survival;
use recursive_trap::human::HumanCorpus;
use recursive_trap::metrics::Diversity;
use recursive_trap::ngram::NgramModel;
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::rng::{Purpose, Streams};
use recursive_trap::sampler;
use recursive_trap::text::Tokenizer;

/// Far more than any document here needs.
const LIMIT: usize = 100_000;

fn human(seed: u64, sentences: usize) -> Arc<HumanCorpus> {
    common::human(&made_up_text(seed, sentences), Tokenizer::Word)
}

fn run(human: &Arc<HumanCorpus>, order: usize, generations: usize, seed: u32) -> Recursion {
    let protocol = Protocol { order, generations, seed, ..Protocol::default() };
    Recursion::new(Arc::clone(human), protocol).unwrap()
}

fn types(corpus: &Corpus, human: &HumanCorpus) -> usize {
    corpus.counts(human.vocabulary().len())[1..].iter().filter(|&&count| count > 0).count()
}

/// The place of every padded n-gram (n ≤ 3) of a corpus in the order of `padded_ngrams`.
struct Ngrams {
    n: usize,
    places: HashMap<u64, usize>,
}

impl Ngrams {
    fn new(ngrams: &BTreeMap<Vec<u32>, u32>) -> Self {
        let n = ngrams.keys().next().map_or(0, Vec::len);
        let place = |(place, ngram): (usize, &Vec<u32>)| {
            (ngram.iter().fold(0, |key, &token| pack(key, token)), place)
        };
        Self { n, places: ngrams.keys().enumerate().map(place).collect() }
    }

    /// Their counts in another corpus; panics at an n-gram that is new (O16b).
    fn count(&self, corpus: &Corpus) -> Vec<u32> {
        let mut counts = vec![0; self.places.len()];
        for document in corpus.documents() {
            let mut key = 0;
            for token in document.iter().map(|token| token.0).chain([0]) {
                key = pack(key, token) & ((1 << (16 * self.n)) - 1);
                counts[self.places[&key]] += 1;
            }
        }
        counts
    }
}

fn pack(key: u64, token: u32) -> u64 {
    key << 16 | u64::from(token)
}

/// O16a: with a fixed number of documents, the expected next count of every n-gram is its current count.
///
/// One z per n-gram and batch of 2,000 seeds: 40 batches. N-grams of one copied passage rise and fall together, so the
/// z's of a batch are correlated and their sd scatters from batch to batch; that scatter is measured, and gives the
/// standard error of the pooled sd without a model of the correlation. It came to 0.006 to 0.016, so that the band of 0.9
/// to 1.1 is six or more standard errors wide on each side (a false alarm in a million).
#[test]
fn the_expected_next_count_of_every_ngram_is_its_count() {
    const BATCHES: u32 = 40;
    const SEEDS: u32 = 2_000;
    let human = human(1, 45);
    let tokens = human.train().token_count();
    assert!((300..=700).contains(&tokens), "{tokens} tokens");
    for n in 1..=3 {
        let current = padded_ngrams(human.train(), n);
        let ngrams = Ngrams::new(&current);
        let model = NgramModel::new(human.train(), n);
        let mut overall = vec![Series::default(); current.len()];
        let (mut all, mut batches) = (Series::default(), Series::default());
        for batch in 0..BATCHES {
            let mut counts = vec![Series::default(); current.len()];
            for seed in batch * SEEDS..(batch + 1) * SEEDS {
                let streams = Streams::new(seed, 1, Purpose::Write);
                let written = sampler::write(&model, human.train().document_count(), streams, LIMIT);
                let written = ngrams.count(&written).into_iter().map(f64::from);
                for (count, (series, total)) in written.zip(counts.iter_mut().zip(&mut overall)) {
                    series.push(count);
                    total.push(count);
                }
            }
            let mut squares = Series::default();
            for (series, (ngram, &count)) in counts.iter().zip(&current) {
                let z = series.z(f64::from(count));
                if series.sd() > 0.0 {
                    squares.push(z * z);
                    all.push(z);
                } else {
                    // Nothing can happen to some; EOS itself occurs as often as there are documents, always.
                    assert_eq!(z, 0.0, "order {n}: {ngram:?} never varies but is not {count}");
                }
            }
            batches.push(squares.mean);
        }
        let varying = all.n / f64::from(BATCHES);
        let error = batches.error() / (2.0 * all.sd());
        let worst = current.values().zip(&overall).map(|(&count, series)| series.z(f64::from(count)).abs());
        let worst = worst.fold(0.0, f64::max);
        println!(
            "order {n}: {} {n}-grams, {varying} vary; z has mean {:+.4} and sd {:.4} ± {error:.4}; \
             over all {} seeds the largest |z| is {worst:.2}",
            current.len(),
            all.mean,
            all.sd(),
            BATCHES * SEEDS,
        );
        assert!(varying > 0.9 * current.len() as f64, "order {n}: too few n-grams vary");
        assert!((0.9..=1.1).contains(&all.sd()), "order {n}: sd of z is {}", all.sd());
        assert!(error < 0.02, "order {n}: the sd of z is known to ±{error} only");
        // Were all z of a batch the same number, their mean would have the sd 1 / √batches.
        assert!(all.mean.abs() < 4.0 / f64::from(BATCHES).sqrt(), "order {n}: mean z is {}", all.mean);
        // Some 1,300 n-grams in all at 5.5: a false alarm in 20,000 (Bonferroni).
        assert!(worst < 5.5, "order {n}: over all seeds |z| is {worst} for one n-gram");
    }
}

/// O16b: what was not read is not written. A model of order n writes no new k-gram for k ≤ n, but new (n + 1)-grams.
#[test]
fn no_new_ngram_up_to_the_order_is_ever_written() {
    let human = human(2, 150);
    for order in 1..=5 {
        let mut invented = 0;
        for seed in 0..10 {
            let mut recursion = run(&human, order, 6, seed);
            let mut before = None::<Vec<BTreeMap<Vec<u32>, u32>>>;
            while recursion.advance() {
                let now = (1..=order + 1).map(|k| padded_ngrams(recursion.corpus(), k)).collect::<Vec<_>>();
                for (k, (now, before)) in (1..).zip(now.iter().zip(before.iter().flatten())) {
                    let new = now.keys().filter(|ngram| !before.contains_key(*ngram));
                    if k <= order {
                        assert_eq!(
                            new.collect::<Vec<_>>(),
                            Vec::<&Vec<u32>>::new(),
                            "order {order}, seed {seed}, {k}-grams"
                        );
                    } else {
                        invented += new.count();
                    }
                }
                before = Some(now);
            }
        }
        assert!(invented > 0, "order {order} writes nothing but copies");
    }
}

/// O2 for n = 1. The number N_s of tokens in a generation is random, but given N_s they are N_s independent draws, so
/// H_t / Π (1 − 1/N_s) is a martingale: its expectation is H_0 exactly, for every t.
///
/// 20 correlated z's at 4: the chance of a false alarm is below 0.13 %.
#[test]
fn simpson_decays_as_in_the_unigram_law() {
    const GENERATIONS: usize = 20;
    // Short documents, and many of them, so that no generation shrinks to a single token.
    let documents =
        (0..160_u32).map(|i| (0..=i % 3).map(|j| 1 + (i * (j + 3)) % (5 + i % 17)).collect::<Vec<_>>());
    let text = documents.map(|d| d.iter().map(|t| format!("w{t}")).collect::<Vec<_>>().join(" "));
    let human = common::human(&text.collect::<Vec<_>>().join("\n"), Tokenizer::Word);
    let simpson = |corpus: &Corpus| Diversity::of(&corpus.counts(human.vocabulary().len())[1..]).simpson;
    let start = simpson(human.train());
    let mut corrected = vec![Series::default(); GENERATIONS + 1];
    let mut raw = corrected.clone();
    for seed in 0..4_000 {
        let mut recursion = run(&human, 1, GENERATIONS, seed);
        let mut factor = 1.0;
        for t in 0..=GENERATIONS {
            assert!(recursion.advance());
            if t > 0 {
                factor *= 1.0 - 1.0 / recursion.corpus().token_count() as f64;
            }
            let now = simpson(recursion.corpus());
            raw[t].push(now);
            corrected[t].push(now / factor);
        }
    }
    for t in [1, 2, 5, 10, GENERATIONS] {
        println!(
            "generation {t}: H / Π has z = {:+.2}; H alone has z = {:+.1}",
            corrected[t].z(start),
            raw[t].z(start)
        );
    }
    for (t, series) in corrected.iter().enumerate() {
        assert!(series.z(start).abs() < 4.0, "generation {t}: z = {}", series.z(start));
    }
    assert!(raw[GENERATIONS].z(start) < -20.0, "the test has no power: nothing decayed");
}

/// O5, O16c: after t generations Σ 1 − (1 − s_t)^c of the human types are alive, whatever the order; and of the human
/// bigrams and trigrams too, as far as the order reaches. Within 1 %; the standard error is asserted to be below 0.36 %, and
/// was 0.23 to 0.35 %.
#[test]
fn types_and_ngrams_survive_as_predicted() {
    const GENERATIONS: usize = 10;
    // At order 1 lengths of documents vary most, and with them everything.
    const SEEDS: [u32; 3] = [240, 160, 160];
    let human = human(4, 2_200);
    let tokens = human.train().token_count();
    assert!(tokens >= 20_000, "{tokens} tokens");
    let survival = lineage_survival(GENERATIONS);
    // Counts of n-grams within documents: those that touch the boundary are not survivors' business.
    let counts = [1, 2, 3].map(|n| {
        let all = padded_ngrams(human.train(), n).into_iter();
        all.filter(|(ngram, _)| !ngram.contains(&0)).map(|(_, count)| count).collect::<Vec<_>>()
    });
    for order in 1..=3 {
        let mut alive = vec![[Series::default(); 3]; GENERATIONS + 1];
        for seed in 0..SEEDS[order - 1] {
            for generation in run(&human, order, GENERATIONS, seed) {
                for (series, share) in alive[generation.index].iter_mut().zip(generation.metrics.survivors) {
                    series.push(share);
                }
            }
        }
        for k in 1..=order {
            let mut worst = 0.0_f64;
            let mut worst_error = 0.0_f64;
            for (t, &s) in survival.iter().enumerate().skip(1) {
                let expected =
                    expected_survivors(counts[k - 1].iter().copied(), s) / counts[k - 1].len() as f64;
                let difference = alive[t][k - 1].mean / expected - 1.0;
                worst = if difference.abs() > worst.abs() { difference } else { worst };
                worst_error = worst_error.max(alive[t][k - 1].error() / expected);
            }
            println!(
                "order {order}, {k}-grams: largest deviation {:+.3} % (standard error at most {:.3} %)",
                100.0 * worst,
                100.0 * worst_error
            );
            assert!(worst_error < 0.0036, "order {order}, {k}-grams: standard error {worst_error}");
            assert!(worst.abs() < 0.01, "order {order}, {k}-grams: deviation {worst}");
        }
    }
}

/// The expectation that the program draws is the formula itself.
#[test]
fn the_prediction_is_the_formula() {
    let human = human(5, 60);
    for order in 1..=5 {
        let prediction = run(&human, order, 30, 0).prediction().unwrap();
        for (t, &s) in lineage_survival(30).iter().enumerate() {
            let expected = expected_survivors(human.counts()[1..].iter().copied(), s);
            assert!((prediction.types[t] / expected - 1.0).abs() < 1e-12, "order {order}, generation {t}");
            assert!(prediction.low[t] <= prediction.types[t] && prediction.types[t] <= prediction.high[t]);
        }
        assert_eq!(prediction.types[0], types(human.train(), &human) as f64);
        assert_eq!((prediction.low[0], prediction.high[0]), (prediction.types[0], prediction.types[0]));
    }
}

/// The table of O5, three decimals (two significant digits where there are fewer).
#[test]
fn lineages_survive_as_in_the_table() {
    let survival = lineage_survival(200);
    for (t, expected, digits) in [
        (0, 1.0, 3),
        (1, 0.632, 3),
        (2, 0.469, 3),
        (3, 0.374, 3),
        (4, 0.312, 3),
        (5, 0.268, 3),
        (10, 0.158, 3),
        (12, 0.136, 3),
        (20, 0.088, 3),
        (30, 0.061, 3),
        (50, 0.038, 3),
        (100, 0.019, 3),
        (200, 0.0098, 4),
    ] {
        assert_eq!(format!("{:.digits$}", survival[t]), format!("{expected:.digits$}"), "s_{t}");
    }
}

/// O5: the branching process against the exact Wright-Fisher matrix over 30 generations. For a single type of 300
/// tokens within 3 %; for the types of a Zipf text of 2,000 tokens within 0.3 %, as `drift` says.
#[test]
fn the_branching_process_is_close_to_the_exact_chain() {
    const GENERATIONS: usize = 30;
    let survival = lineage_survival(GENERATIONS);
    let closed = |t: usize, count: usize| 1.0 - libm::pow(1.0 - survival[t], count as f64);

    let exact = wright_fisher(300, GENERATIONS);
    let mut worst = 0.0_f64;
    for (t, exact) in exact.iter().enumerate() {
        // Types that are more than a quarter of the text are nobody's tail.
        for (count, exact) in exact.iter().enumerate().take(300 / 4).skip(1) {
            worst = worst.max((closed(t, count) / exact - 1.0).abs());
        }
    }
    println!("300 tokens, a single type: within {:.3} %", 100.0 * worst);
    assert!(worst > 0.0 && worst < 0.03, "deviation {worst}");

    let exact = wright_fisher(2_000, GENERATIONS);
    let types = (1..=300).map(|rank| 250 / rank).filter(|&count| count > 0).collect::<Vec<usize>>();
    let mut worst = 0.0_f64;
    for (t, exact) in exact.iter().enumerate() {
        let expected = types.iter().map(|&count| exact[count]).sum::<f64>();
        let predicted = types.iter().map(|&count| closed(t, count)).sum::<f64>();
        worst = worst.max((predicted / expected - 1.0).abs());
    }
    println!("2,000 tokens, types of a text: within {:.3} %", 100.0 * worst);
    assert!(worst > 0.0 && worst < 0.003, "deviation {worst}");
}

/// O4, for whole documents: D documents drawn with replacement from D miss a type that stands in d of them with chance
/// (1 − d/D)^D.
#[test]
fn the_baseline_is_a_resample_of_human_documents() {
    let human = human(6, 120);
    let documents = human.train().document_count() as f64;
    let mut containing = vec![0.0; human.vocabulary().len()];
    for document in human.train().documents() {
        let mut inside = document.to_vec();
        inside.sort_unstable();
        inside.dedup();
        for token in inside {
            containing[token.index()] += 1.0;
        }
    }
    let miss = containing[1..].iter().map(|d| libm::pow(1.0 - d / documents, documents));
    let expected = miss.map(|miss| 1.0 - miss).sum::<f64>();
    // Every generation of a run has a baseline of its own: 2,000 seeds, 6 baselines each.
    let mut seen = [Series::default(); 6];
    for seed in 0..2_000 {
        for generation in run(&human, 2, 5, seed) {
            seen[generation.index].push(generation.metrics.baseline_types as f64);
        }
    }
    for (t, series) in seen.iter().enumerate() {
        println!("generation {t}: {:.2} ± {:.2}, expected {expected:.2}", series.mean, series.error());
        assert!(series.sd() > 0.0);
        assert!(series.z(expected).abs() < 4.0, "generation {t}: z = {}", series.z(expected));
    }
}
