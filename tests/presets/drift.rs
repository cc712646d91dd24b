//! What chance and decoding alone take away.

use std::collections::BTreeMap;

use recursive_trap::recursion::Recursion;
use recursive_trap::text::Tokenizer;

use crate::common::chains::{assert_mean, seeds, shares, simpson, tokens, wright_fisher, zipf};
use crate::common::{Series, assert_larger, expected_survivors, human, made_up_text, padded_ngrams};
use crate::{arm, last, means, ordinary, types, watch};

/// 3 counts at 3 generations, and 30 shares: 39 z's at 4, a false alarm in 400.
#[test]
fn shumailov_rare_words_go_first_and_shares_are_fair() {
    let human = tokens(&zipf(30, 12));
    let n = human.train().token_count();
    let protocol = arm("shumailov-2024", "replace");
    let counts = human.counts();
    let of_count = |count: u32| (1..counts.len()).filter(move |&id| counts[id] == count);
    let mut alive = BTreeMap::new();
    let mut share = vec![Series::default(); counts.len()];
    watch(&human, &protocol, 0..2_000, |t, recursion| {
        for count in [1, 2, 4] {
            let kept = of_count(count).filter(|&id| recursion.counts()[id] > 0).count();
            let series = alive.entry((count, t)).or_insert_with(Series::default);
            series.push(kept as f64 / of_count(count).count() as f64);
        }
        if t == protocol.generations {
            share[1..].iter_mut().zip(shares(recursion.counts())).for_each(|(series, p)| series.push(p));
        }
    });
    let expected = wright_fisher(n, protocol.generations);
    for t in [1, 5, 20] {
        for count in [1, 2, 4] {
            let what = format!("alive after {t} rounds, of count {count}");
            assert_mean(&what, &alive[&(count, t)], expected[t][count as usize]);
        }
        assert_larger(&format!("count 4, round {t}"), &alive[&(4, t)], &alive[&(2, t)], 4.0);
        assert_larger(&format!("count 2, round {t}"), &alive[&(2, t)], &alive[&(1, t)], 4.0);
    }
    let once = libm::pow(1.0 - 1.0 / n as f64, n as f64);
    assert!((once - 0.37).abs() < 0.006 && (1.0 - alive[&(1, 1)].mean - once).abs() < 0.01);
    for (series, p) in share[1..].iter().zip(shares(counts)) {
        assert_mean("expected share after 20 rounds", series, p);
    }
}

/// Ordinary text, 40 runs each.
#[test]
fn shumailov_a_tenth_of_human_text_keeps_more_words() {
    let human = ordinary();
    let [replace, fresh] =
        ["replace", "fresh-tenth"].map(|name| means(&human, &arm("shumailov-2024", name), 0..40, types));
    // What is gone stays gone.
    watch(&human, &arm("shumailov-2024", "replace"), 0..3, {
        let mut before = human.counts().to_vec();
        move |t, recursion| {
            if t > 0 {
                assert!(before.iter().zip(recursion.counts()).all(|(&was, &is)| was > 0 || is == 0));
            }
            before = recursion.counts().to_vec();
        }
    });
    for t in [5, 20] {
        assert_larger(&format!("types, generation {t}"), &fresh[t], &replace[t], 10.0);
    }
}

/// Ordinary text, 40 runs each: in every generation both cuts cost words.
#[test]
fn dohmatob_cuts_cost_more_of_the_tail_than_a_sample() {
    let human = ordinary();
    let [sample, cut, cool] = ["finite-sample", "top-p", "temperature"]
        .map(|name| means(&human, &arm("dohmatob-2024", name), 0..40, types));
    for t in 1..sample.len() {
        assert_larger(&format!("sample over top-p, generation {t}"), &sample[t], &cut[t], 6.0);
        assert_larger(&format!("sample over temperature, generation {t}"), &sample[t], &cool[t], 4.0);
    }
    // Plain sampling leaves the types of N s_t human tokens: within 1.2 % for a text of this size.
    let mut alive = 1.0;
    for (t, series) in sample.iter().enumerate() {
        let expected = expected_survivors(human.counts()[1..].iter().copied(), alive);
        let tolerance = 4.0 * series.error() + 0.012 * expected;
        assert!((series.mean - expected).abs() <= tolerance, "{t}: {} of {expected}", series.mean);
        alive = -libm::expm1(-alive);
    }
}

/// Σp² of 2 × 3 generations: a false alarm in 2,600. And a floor under the mixed loop.
#[test]
fn seddik_the_chance_of_a_repetition_follows_its_formula() {
    let human = tokens(&zipf(20, 10));
    let (h, n) = (simpson(&shares(human.counts())), human.train().token_count() as f64);
    let repeated = |recursion: &Recursion| 1.0 - simpson(&shares(recursion.counts()));
    let synthetic = means(&human, &arm("seddik-2024", "synthetic"), seeds(1, 2_000), repeated);
    let mixed = means(&human, &arm("seddik-2024", "mixed"), seeds(2, 2_000), repeated);
    for t in [1, 7, 20] {
        let expected = 1.0 - libm::pow(1.0 - 1.0 / n, t as f64) * (1.0 - (1.0 - h));
        assert_mean(&format!("Σp² after {t} rounds"), &synthetic[t], expected);
    }
    // O7c: given the kept half, of H(p_h), the error about it settles at (1 − λ) H(p_h)/N / [1 − (1 − λ)² + (1 − λ)/N].
    // h human tokens drawn without replacement: E H(p_h) = H − H (N − h)/(h (N − 1)).
    let kept = libm::round(0.5 * n);
    let left = 1.0 - kept / n;
    let h_kept = h - h * (n - kept) / (kept * (n - 1.0));
    let floor = h_kept * (1.0 - left / n / (1.0 - left * left + left / n));
    for t in [12, 20] {
        assert_mean(&format!("mixed, Σp² after {t} rounds"), &mixed[t], 1.0 - floor);
    }
    assert_larger("Σp² without and with human text", &synthetic[20], &mixed[20], 10.0);
}

/// 4 counts at 3 generations: 12 z's at 4, a false alarm in 1,300.
#[test]
fn suresh_the_time_to_forget_a_word_is_linear_in_its_count() {
    const COUNTS: [u32; 4] = [2, 4, 8, 12];
    // Three words of each count, among others.
    let counts = [&[40, 30, 20][..], &COUNTS.map(|c| [c; 3]).concat()].concat();
    let mut sorted = counts.clone();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let human = tokens(&sorted);
    let protocol = arm("suresh-2024", "replace");
    let n = human.train().token_count();
    let mut alive = vec![vec![Series::default(); COUNTS.len()]; protocol.generations + 1];
    watch(&human, &protocol, 0..2_000, |t, recursion| {
        for (series, count) in alive[t].iter_mut().zip(COUNTS) {
            let ids = || (1..recursion.counts().len()).filter(|&id| human.counts()[id] == count);
            let kept = ids().filter(|&id| recursion.counts()[id] > 0).count();
            series.push(kept as f64 / ids().count() as f64);
        }
    });
    let chain = wright_fisher(n, protocol.generations);
    let mut medians = Vec::new();
    for (i, count) in COUNTS.into_iter().enumerate() {
        for k in [5, 15, 40] {
            let series = &alive[k][i];
            assert_mean(
                &format!("alive after {k} rounds, of count {count}"),
                series,
                chain[k][count as usize],
            );
        }
        for (k, alive) in alive.iter().enumerate().skip(1) {
            let bound = -libm::expm1(-f64::from(count) / k as f64);
            assert!(alive[i].mean > bound, "{} is below the bound {bound}", alive[i].mean);
        }
        // Of the chain that the runs agree with; interpolated between the generations on both sides.
        let alive = |k: usize| chain[k][count as usize];
        let after = (1..=protocol.generations).find(|&k| alive(k) < 0.5).unwrap();
        let (above, below) = (alive(after - 1), alive(after));
        medians.push(after as f64 - (0.5 - below) / (above - below));
    }
    println!("half of the words of counts {COUNTS:?} are gone after {medians:.2?} rounds");
    let slopes =
        medians.windows(2).zip(COUNTS.windows(2)).map(|(m, c)| (m[1] - m[0]) / f64::from(c[1] - c[0]));
    for slope in slopes {
        println!("{slope:.3} rounds for each further occurrence");
        assert!((slope - 3.0).abs() < 0.25, "{slope}");
    }
}

/// O16a through the loop: the mean count of the n-grams over 250 runs, twelve generations on, is their human
/// count. 24 z's at 4: a false alarm in 650.
#[test]
fn riis_counts_stay_on_average() {
    let human = ordinary();
    for (i, name) in (4..).zip(["order-1", "order-2", "order-3"]) {
        let protocol = arm("riis-2026", name);
        let start = padded_ngrams(human.train(), protocol.order);
        // Rare n-grams die, so their counts are far from Gaussian: those of one count are taken together.
        let mut sums = BTreeMap::<u32, Series>::new();
        watch(&human, &protocol, seeds(i, 250), |t, recursion| {
            if t == protocol.generations {
                let now = padded_ngrams(recursion.corpus(), protocol.order);
                let mut of_count = BTreeMap::<u32, f64>::new();
                for (ngram, &count) in &start {
                    let count = count.min(8);
                    *of_count.entry(count).or_default() += f64::from(now.get(ngram).copied().unwrap_or(0));
                }
                assert!(now.keys().all(|ngram| start.contains_key(ngram)), "nothing new is written");
                for (count, sum) in of_count {
                    sums.entry(count).or_default().push(sum);
                }
            }
        });
        for (count, series) in &sums {
            let human = start.values().filter(|&&c| c.min(8) == *count).map(|&c| f64::from(c)).sum::<f64>();
            let z = series.z(human);
            println!("{name}, n-grams of count {count}: {:.1} of {human}, z = {z:+.2}", series.mean);
            assert!(z.abs() < 4.0, "{name}, count {count}: z = {z}");
        }
    }
}

/// 600 sentences, 200 runs each: a standard error of half a per cent.
#[test]
fn riis_orders_lose_words_alike() {
    let human = human(&made_up_text(91, 600), Tokenizer::Word);
    let kept = ["order-1", "order-2", "order-3"].map(|name| {
        let protocol = arm("riis-2026", name);
        means(&human, &protocol, seeds(protocol.order as u32, 200), types).remove(protocol.generations)
    });
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
        let ratio = kept[b].mean / kept[a].mean;
        println!("types: {:.1} ± {:.1} and {:.1}", kept[a].mean, kept[a].error(), kept[b].mean);
        assert!((ratio - 1.0).abs() < 0.02 && kept[a].error() < 0.007 * kept[a].mean, "{ratio}");
    }
}

/// What counting sees of the decline, 30 runs: words, and word sequences.
#[test]
fn guo_counts_see_less_variety() {
    let human = ordinary();
    let protocol = arm("guo-2024", "replace");
    let types = means(&human, &protocol, 0..30, types);
    let trigrams = means(&human, &protocol, 0..30, |recursion| {
        crate::common::distinct_ngrams(recursion.corpus(), 3).len() as f64
    });
    for series in [types, trigrams] {
        assert_larger("first and fifth generation", &series[1], &series[5], 10.0);
        assert_larger("fifth and tenth generation", &series[5], &series[10], 10.0);
    }
    let first = recursive_trap::recursion::Protocol { generations: 1, ..protocol.clone() };
    let bleu = last(&human, &first, 0..30, "self_bleu");
    assert_larger("self-BLEU", &last(&human, &protocol, 0..30, "self_bleu"), &bleu, 6.0);
}
