//! Price curve, exchange rate and plateau.

use recursive_trap::decoding::Decoding;
use recursive_trap::ensemble::Ensemble;
use recursive_trap::recursion::Protocol;
use recursive_trap::regime::Regime;
use recursive_trap::worth::{exchange_rate, plateau, price_curve};

use crate::{assert_same, estimate, fresh, human, outcomes};

const SHARES: [f64; 6] = [0.0, 0.05, 0.1, 0.25, 0.5, 1.0];

/// Each point and each slope, with whole ensembles and the definition.
#[test]
fn a_price_is_the_mean_of_paired_differences() {
    let human = human(11, 60);
    let base = fresh(0.3, 4);
    let curve = price_curve(&human, &base, &SHARES, 5..13).unwrap();
    let bits = SHARES.map(|share| outcomes(&human, &fresh(share, 4), 5..13, "heldout_bits"));
    assert_eq!(curve.len(), 6);
    let documents = SHARES.map(|share| (share * human.train().document_count() as f64).round() as usize);
    for (i, point) in curve.iter().enumerate() {
        assert_eq!((point.share, point.human_documents), (SHARES[i], documents[i]));
        assert_same(point.bits, estimate(bits[i].iter().copied()));
        let (a, b) = (i.max(1) - 1, (i + 1).min(5));
        let added = (documents[b] - documents[a]) as f64;
        let falls = bits[a].iter().zip(&bits[b]).map(|(before, after)| (before - after) / added);
        assert_same(point.fall, estimate(falls));
    }
}

/// More human text, fewer bits: no step up by more than four standard errors, and far down on the whole.
#[test]
fn the_curve_falls() {
    let human = human(12, 150);
    let curve = price_curve(&human, &fresh(0.0, 8), &SHARES, 0..60).unwrap();
    for (i, pair) in curve.windows(2).enumerate() {
        let fall = pair[0].bits.mean - pair[1].bits.mean;
        let error = libm::hypot(pair[0].bits.error, pair[1].bits.error);
        println!("{:?} falls by {fall:.4} ± {error:.4}", pair[0]);
        assert!(fall > -4.0 * error, "step {i}");
    }
    let (first, last) = (&curve[0].bits, &curve[5].bits);
    assert!(first.mean - last.mean > 10.0 * libm::hypot(first.error, last.error));
}

/// Pairs are worth their trouble: the variance of the differences is well below that of unpaired runs, before the runs have grown
/// apart.
#[test]
fn pairs_know_the_fall_better() {
    let human = human(12, 150);
    for (generations, most) in [(1, 0.5), (3, 0.85)] {
        let curve = price_curve(&human, &fresh(0.0, generations), &[0.4, 0.5, 0.6], 0..200).unwrap();
        let added = (curve[2].human_documents - curve[0].human_documents) as f64;
        let unpaired = libm::hypot(curve[0].bits.error, curve[2].bits.error) / added;
        let part = (curve[1].fall.error / unpaired).powi(2);
        println!("generation {generations}: variance of paired differences {part:.2} of the unpaired");
        assert!(part < most, "{part}");
    }
}

/// Four ensembles, whose numbers of documents are counted, and the definition. At order 1: so short a text teaches pairs of
/// words that are not worth knowing, and more of it raises the bits of order 2.
#[test]
fn an_exchange_rate_adds_documents_and_replaces_none() {
    let human = human(13, 112);
    let d = human.train().document_count();
    assert_eq!(d, 101);
    let (generations, seeds) = (5, 0..60);
    for effort in [1.0, 2.0] {
        let at = Protocol { order: 1, effort, ..fresh(0.2, generations) };
        let rate = exchange_rate(&human, &at, 2.0, seeds.clone()).unwrap();
        let machine = (81.0 * effort) as usize;
        assert_eq!((rate.human_documents, rate.machine_documents), (20, machine));
        let bits = |share: f64, effort: f64, fresh: usize, written: usize| {
            let protocol = Protocol { order: 1, effort, ..crate::fresh(share, generations) };
            let names = ["heldout_bits", "documents", "written_documents"];
            let ensemble = Ensemble::run(&human, &protocol, seeds.clone(), &names).unwrap();
            for (name, expected) in [("documents", fresh + written), ("written_documents", written)] {
                let found = ensemble.values(name, generations).unwrap();
                assert!(found.iter().all(|&found| found == expected as f64), "{name}: {found:?}");
            }
            ensemble.values("heldout_bits", generations).unwrap()
        };
        let d = d as f64;
        let machine = machine as f64;
        let (half, twice) = ((machine / 2.0).round(), machine * 2.0);
        let ten = bits(10.0 / d, machine / 91.0, 10, machine as usize);
        let forty = bits(40.0 / d, machine / 61.0, 40, machine as usize);
        let fewer = bits(20.0 / d, half / 81.0, 20, half as usize);
        let more = bits(20.0 / d, twice / 81.0, 20, twice as usize);
        let falls =
            |a: &[f64], b: &[f64], by: f64| a.iter().zip(b).map(|(a, b)| (a - b) / by).collect::<Vec<_>>();
        let of_human = falls(&ten, &forty, 20.0 * libm::log(4.0));
        let of_machine = falls(&fewer, &more, machine * libm::log(twice / half));
        assert_same(rate.human, estimate(of_human.iter().copied()));
        assert_same(rate.machine, estimate(of_machine.iter().copied()));
        println!("effort {effort}: {rate:?}");
        let [value, low, high] = rate.rate.unwrap();
        assert!((value - rate.human.mean / rate.machine.mean).abs() < 1e-12 * value);
        assert!(low < value && value < high);
        // At the ends of the interval the difference is just told from nothing: 2.001 standard errors of 60 runs.
        for end in [low, high] {
            let difference = estimate(of_human.iter().zip(&of_machine).map(|(a, b)| a - end * b));
            let t = (difference.mean / difference.error).abs();
            assert!((t - 2.001).abs() < 0.01, "{t}");
        }
        assert_eq!(
            rate.to_string(),
            format!("one human sentence is worth {value:.1} machine sentences (95 %: {low:.1} to {high:.1})")
        );
    }
}

/// A greedy model writes one sentence for ever: more of it does no good, and no rate is made up.
#[test]
fn where_machine_text_gains_nothing_there_is_no_rate() {
    let human = human(14, 100);
    let decoding = Decoding { temperature: 0.0, ..Decoding::default() };
    let rate = exchange_rate(&human, &Protocol { decoding, ..fresh(0.3, 4) }, 2.0, 0..10).unwrap();
    println!("{rate:?}");
    assert!(rate.human.mean > 0.0 && rate.machine.mean <= 0.0);
    assert_eq!(rate.rate, None);
    assert_eq!(rate.to_string(), "more machine sentences gain nothing measurable: there is no rate");
}

/// Each point as a whole ensemble. More computation loses less in every generation; nothing is gained on the human text; and fresh
/// human text ends the rise, which without it goes on.
#[test]
fn computation_delays_and_human_text_ends_the_loss() {
    let human = human(15, 150);
    let (generations, seeds) = (24, 0..30);
    let found = plateau(&human, &fresh(0.0, generations), &[0.0, 0.2], &[1.0, 4.0], seeds.clone()).unwrap();
    assert_eq!(found.points.len(), 4 * generations);
    let curves = found.points.chunks(generations).collect::<Vec<_>>();
    for (curve, (share, effort)) in curves.iter().zip([(0.0, 1.0), (0.0, 4.0), (0.2, 1.0), (0.2, 4.0)]) {
        let protocol = Protocol { effort, ..fresh(share, generations) };
        let names = ["heldout_bits", "written_tokens"];
        let runs = Ensemble::run(&human, &protocol, seeds.clone(), &names).unwrap();
        let mut written = 0.0;
        for (t, point) in (1..).zip(*curve) {
            assert_eq!((point.share, point.effort, point.generation), (share, effort, t));
            assert_same(point.bits, estimate(runs.values("heldout_bits", t).unwrap()));
            written += estimate(runs.values("written_tokens", t).unwrap()).mean;
            assert!((point.machine_tokens / written - 1.0).abs() < 1e-12);
            assert!(point.bits.mean > found.human - 4.0 * point.bits.error, "{point:?}");
        }
        assert_eq!(runs.values("heldout_bits", 0).unwrap()[0], found.human);
    }
    for (once, four) in [(curves[0], curves[1]), (curves[2], curves[3])] {
        assert!(once.iter().zip(four).all(|(once, four)| once.bits.mean > four.bits.mean));
    }
    let late = |curve: &[recursive_trap::worth::PlateauPoint]| {
        let (half, end) = (&curve[generations / 2 - 1].bits, &curve[generations - 1].bits);
        (end.mean - half.mean) / libm::hypot(end.error, half.error)
    };
    let (without, with) = (late(curves[0]), late(curves[2]));
    println!("second half rises by {without:.1} standard errors without human text, {with:.1} with");
    assert!(without > 5.0 && with.abs() < 4.0);
}

#[test]
fn refusals_are_sentences() {
    let human = human(16, 40);
    let all =
        crate::common::human(&crate::common::made_up_text(16, 40), recursive_trap::text::Tokenizer::Word);
    let at = |share| fresh(share, 3);
    let price = |shares: &[f64]| price_curve(&human, &at(0.1), shares, 0..4).unwrap_err().to_string();
    assert_eq!(price(&[0.1]), "shares is 1; it must be two shares or more, from the least to the most");
    assert_eq!(price(&[0.1, 1.2]), "the share of fresh is 1.2; it must be a number from 0 to 1");
    for (shares, wrong, fewer) in [([0.1, 0.11], "0.11", 4), ([0.5, 0.2], "0.2", 18)] {
        let sentence = format!(
            "shares is {wrong}; it must be a share of more human documents than the one before it, {}, which has {fewer} of 36",
            shares[0]
        );
        assert_eq!(price(&shares), sentence);
    }
    let short = "replicates is 1; it must be a whole number from 2 on";
    let nothing =
        "documents is 40; it must be fewer than the sentences of the text, so that some are held out";
    let pools = Protocol { regime: Regime::Accumulate, ..at(0.1) };
    let regime = "regime is accumulate; it must be replace or fresh=SHARE, whose human share is varied";
    let bad = Protocol { order: 9, ..at(0.1) };
    let order = "order is 9; it must be a whole number from 1 to 5";
    for (human, protocol, seeds, sentence) in [
        (&human, &at(0.1), 0..1, short),
        (&all, &at(0.1), 0..4, nothing),
        (&human, &pools, 0..4, regime),
        (&human, &bad, 0..4, order),
    ] {
        assert_eq!(
            price_curve(human, protocol, &[0.1, 0.5], seeds.clone()).unwrap_err().to_string(),
            sentence
        );
        assert_eq!(exchange_rate(human, protocol, 2.0, seeds.clone()).unwrap_err().to_string(), sentence);
        assert_eq!(plateau(human, protocol, &[0.1], &[1.0], seeds).unwrap_err().to_string(), sentence);
    }
    let exchange = |share, factor| exchange_rate(&human, &at(share), factor, 0..4).unwrap_err().to_string();
    for factor in [1.0, 10.5, f64::NAN] {
        assert_eq!(exchange(0.1, factor), format!("factor is {factor}; it must be a number from 1.01 to 10"));
    }
    for (share, factor, least, most) in
        [(0.0, 2.0, 0.056, 0.472), (0.6, 2.0, 0.056, 0.472), (0.03, 1.2, 0.111, 0.806)]
    {
        let sentence = format!(
            "the share of fresh is {share}; it must be a number from about {least:.3} to {most:.3} with the factor {factor}"
        );
        assert_eq!(exchange(share, factor), sentence);
    }
    assert_eq!(
        plateau(&human, &at(0.1), &[0.1], &[0.0], 0..4).unwrap_err().to_string(),
        "effort is 0; it must be a number from 0.01 to 1000"
    );
}
