//! The two prices: formulas against golden numbers, against theory's own recursions, and against runs.

use recursive_trap::drift::{Quantity, Theory, head_loss, tail_worth};
use recursive_trap::regime::Regime;
use recursive_trap::worth::two_prices;

use crate::common::chains::{tokens, total_survival, zipf};
use crate::{fresh, human};

/// `science.md`, O7 and O8: ten human tokens lose 4.8 to 5.0 % however long the text; what a share is worth.
#[test]
fn formulas_give_the_golden_numbers() {
    for tokens in [100.0, 400.0, 1_600.0] {
        let lost = head_loss(10.0 / tokens, tokens);
        assert!((0.0475..0.0505).contains(&lost), "{tokens}: {lost}");
        assert!((lost - 1.0 / 21.0).abs() < 0.003);
    }
    for (share, worth) in [
        (0.01, "0.081"),
        (0.02, "0.136"),
        (0.05, "0.258"),
        (0.1, "0.400"),
        (0.2, "0.587"),
        (0.3, "0.713"),
        (0.5, "0.870"),
        (0.9, "0.995"),
    ] {
        assert_eq!(format!("{:.3}", tail_worth(share)), worth);
    }
    assert_eq!([tail_worth(0.0), tail_worth(1.0), head_loss(0.0, 77.0)], [0.0, 1.0, 1.0]);
    // Behind the generations that are summed one by one.
    for share in [1e-5, 1e-4, 1e-3, 0.01, 0.3] {
        let sum = share * total_survival(share);
        assert!((tail_worth(share) / sum - 1.0).abs() < 1e-5, "{share}: {} is not {sum}", tail_worth(share));
    }
    assert!((tail_worth(1e-9) / (2e-9 * libm::log(0.5e9)) - 1.0).abs() < 0.02);
}

/// The ends of theory's curves.
#[test]
fn formulas_are_where_theory_ends() {
    let human = tokens(&zipf(60, 30));
    let (n, d) = (human.train().token_count() as f64, human.train().document_count());
    for asked in [0.02, 0.1, 0.6] {
        let share = (asked * d as f64).round() / d as f64;
        let theory = Theory::new(&human, 2, 1_500, Regime::Fresh { share: asked }, true);
        let end = |quantity| theory.expect(quantity).unwrap().mean;
        let simpson = end(Quantity::Simpson);
        let lost = 1.0 - simpson[1_500] / simpson[0];
        assert!((lost / head_loss(share, n) - 1.0).abs() < 1e-9, "{share}: {lost}");
        let worth = end(Quantity::EffectiveCorpus)[1_500] / n;
        assert!((worth / tail_worth(share) - 1.0).abs() < 2e-3, "{share}: {worth}");
    }
}

/// Ten human tokens in a text of 100 and of 400 tokens: the head loses the same 5 %, the tail does not. Documents are
/// single tokens, so the head's formula is exact.
///
/// 4 z's at 4: a false alarm in 4,000. The tail's formula is a branching process, good to 2 % of what is left at 100 tokens.
#[test]
fn a_number_holds_the_head_and_a_share_the_tail() {
    let mut lost = Vec::new();
    for (types, first, generations, runs) in [(30, 25, 40, 1_000), (110, 77, 120, 250)] {
        let human = tokens(&zipf(types, first));
        let n = human.train().token_count() as f64;
        let shares = [10.0 / n, 0.1];
        let rows = two_prices(&[human], &fresh(0.0, generations), &shares, 0..runs).unwrap();
        for (row, share) in rows.iter().zip(shares) {
            assert_eq!(row.tokens as f64, n);
            assert!((row.human_tokens - (share * n).round()).abs() < 1e-9);
            let z = (row.head.mean - row.head_formula) / row.head.error;
            println!("{row:?}, z = {z:+.2}");
            assert!(z.abs() < 4.0, "{row:?}, z = {z}");
            let left = (1.0 - row.tail.mean) / (1.0 - row.tail_formula);
            assert!((left - 1.0).abs() < 0.02, "{row:?}, {left}");
        }
        lost.push([&rows[0], &rows[1]].map(|row| (row.head.mean, row.tail.mean)));
    }
    let [[small_ten, small_share], [large_ten, large_share]] = [lost[0], lost[1]];
    // The same number of tokens: head alike, tail far worse in the larger text.
    assert!((small_ten.0 / large_ten.0 - 1.0).abs() < 0.1);
    assert!(large_ten.1 > small_ten.1 + 0.15);
    // The same share: head far better in the larger text, tail alike.
    assert!(large_share.0 < 0.5 * small_share.0);
    assert!((large_share.1 - small_share.1).abs() < 0.1);
}

#[test]
fn refusals_are_sentences() {
    let human = [human(1, 20)];
    let refusal =
        |shares: &[f64], seeds| two_prices(&human, &fresh(0.1, 3), shares, seeds).unwrap_err().to_string();
    assert_eq!(refusal(&[0.1], 3..4), "replicates is 1; it must be a whole number from 2 on");
    assert_eq!(refusal(&[1.5], 0..4), "the share of fresh is 1.5; it must be a number from 0 to 1");
}
