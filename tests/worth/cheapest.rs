//! The cheapest mix.

use std::sync::Arc;

use recursive_trap::curation::Curation;
use recursive_trap::ensemble::Ensemble;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::Protocol;
use recursive_trap::regime::Regime;
use recursive_trap::worth::{Goal, Mix, Prices, Search, cheapest_mix, remedies};

use crate::{assert_same, estimate, fresh, human, outcomes};

const PRICES: Prices = Prices { human: 1.0, review: 0.2, machine: 0.001 };

fn goal(text: &str) -> Goal {
    text.parse().unwrap()
}

fn variants() -> Vec<Protocol> {
    [1.0, 3.0].map(|effort| Protocol { effort, ..fresh(0.0, 1) }).to_vec()
}

fn search() -> Search {
    Search { seeds: 0..6, ..Search::default() }
}

/// What was spent is what the ledgers of the runs say, in human sentences of mean length.
#[track_caller]
fn assert_spent(human: &Arc<HumanCorpus>, mix: &Mix) {
    let (tokens, sentences) = (human.train().token_count() as f64, human.train().document_count() as f64);
    let names = ["human_tokens_bought", "tokens_reviewed", "machine_tokens_written"];
    let runs = Ensemble::run(human, &mix.protocol, 0..6, &names).unwrap();
    let mean = |name| estimate(runs.values(name, mix.protocol.generations).unwrap()).mean;
    let bought = (mean("human_tokens_bought") - tokens) / tokens * sentences;
    let [reviewed, written] =
        ["tokens_reviewed", "machine_tokens_written"].map(|name| mean(name) / tokens * sentences);
    let written = if documents(mix) == human.train().document_count() { 0.0 } else { written };
    for (found, expected) in [
        (mix.human_sentences, bought),
        (mix.reviewed_sentences, reviewed),
        (mix.machine_sentences, written),
        (mix.cost, bought + 0.2 * reviewed + 0.001 * written),
    ] {
        assert!((found - expected).abs() <= 1e-9 * expected, "{found} is not {expected}: {mix:?}");
    }
}

fn documents(mix: &Mix) -> usize {
    let Regime::Fresh { share } = mix.protocol.regime else { panic!("{:?}", mix.protocol) };
    (share * 108.0).round() as usize
}

/// The winner is just good enough: it reaches the goal, one human document less does not, and every number is that of a whole
/// ensemble. With other seeds it reaches the goal within four standard errors.
#[test]
fn the_winner_is_just_good_enough() {
    let human = human(31, 120);
    assert_eq!(human.train().document_count(), 108);
    let types = human.counts()[1..].iter().filter(|&&count| count > 0).count() as f64;
    let start = Ensemble::run(&human, &fresh(0.0, 1), 0..1, &["heldout_bits"]).unwrap();
    let bits = start.values("heldout_bits", 0).unwrap()[0];
    let few = format!("types>={}@4", libm::floor(0.65 * types));
    for (text, metric, threshold) in [
        ("types>=60%@6", "types", 0.6 * types),
        (few.as_str(), "types", libm::floor(0.65 * types)),
        ("heldout_bits<=103.5%@4", "heldout_bits", 1.035 * bits),
    ] {
        let goal = goal(text);
        let good = |value: f64| if goal.at_least { value >= threshold } else { value <= threshold };
        let mixes = cheapest_mix(&human, &variants(), &goal, PRICES, &search()).unwrap();
        assert_eq!(mixes.len(), 2);
        assert!(mixes[0].reaches, "{text} has no power: {mixes:?}");
        let mut needed = 0;
        for mix in mixes.iter().filter(|mix| mix.reaches) {
            println!("{text}: {mix:?}");
            assert_eq!(mix.protocol.generations, goal.generation);
            let values = |protocol: &Protocol, seeds| estimate(outcomes(&human, protocol, seeds, metric));
            assert_same(mix.value, values(&mix.protocol, 0..6));
            assert!(good(mix.value.mean));
            let fresh = documents(mix);
            assert_spent(&human, mix);
            // Documents have random lengths: their tokens are those of so many documents, within 20 %.
            let written = (108 - fresh) as f64 * mix.protocol.effort * goal.generation as f64;
            assert!((mix.machine_sentences / written - 1.0).abs() < 0.2, "{written}");
            assert!(
                (mix.human_sentences - (fresh * goal.generation) as f64).abs() <= 0.2 * mix.human_sentences
            );
            assert_eq!(mix.reviewed_sentences, 0.0);
            if fresh > 0 {
                needed += 1;
                let regime = Regime::Fresh { share: (fresh - 1) as f64 / 108.0 };
                assert!(!good(values(&Protocol { regime, ..mix.protocol.clone() }, 0..6).mean));
            }
            let again = values(&mix.protocol, 1_000..1_020);
            let error = 4.0 * libm::hypot(again.error, mix.value.error);
            assert!(good(again.mean + error) || good(again.mean - error), "{again:?}");
        }
        assert!(needed > 0, "{text} has no power");
    }
}

/// Money has no unit.
#[test]
fn twice_the_prices_are_twice_the_cost() {
    let human = human(32, 120);
    for prices in [PRICES, Prices { human: 0.5, review: 0.0, machine: 0.25 }, Prices { human: 0.0, ..PRICES }]
    {
        let find =
            |prices| cheapest_mix(&human, &variants(), &goal("types>=60%@5"), prices, &search()).unwrap();
        let doubled = find(Prices {
            human: 2.0 * prices.human,
            review: 2.0 * prices.review,
            machine: 2.0 * prices.machine,
        });
        let twice = |mix: Mix| Mix { cost: 2.0 * mix.cost, ..mix };
        assert_eq!(doubled, find(prices).into_iter().map(twice).collect::<Vec<_>>());
        assert!(doubled.windows(2).all(|pair| !pair[1].reaches || pair[0].cost <= pair[1].cost));
    }
}

/// Where human sentences cost less than those of machines, nothing but human ones are bought.
#[test]
fn the_cheaper_text_is_bought() {
    let human = human(32, 120);
    let dear = Prices { human: 0.1, machine: 1.0, ..PRICES };
    let mixes = cheapest_mix(&human, &variants(), &goal("types>=55%@5"), dear, &search()).unwrap();
    assert!(mixes.iter().all(|mix| mix.reaches && documents(mix) == 108 && mix.machine_sentences == 0.0));
    let cheap = cheapest_mix(&human, &variants(), &goal("types>=55%@5"), PRICES, &search()).unwrap();
    assert!(cheap.iter().all(|mix| documents(mix) < 54), "{cheap:?}");
}

/// No type is ever brought back for certain: below a share of 1 all types are never alive, and what comes closest is told.
#[test]
fn what_cannot_be_reached_is_not_reached() {
    let human = human(33, 120);
    let mixes = cheapest_mix(&human, &variants(), &goal("types>=100%@4"), PRICES, &search()).unwrap();
    assert!(mixes.iter().all(|mix| !mix.reaches));
    assert!(mixes[0].value.mean >= mixes[1].value.mean);
    assert_eq!(mixes[0].protocol.effort, 3.0, "{mixes:?}");
}

/// Every remedy takes part and pays for what it uses. A detector that would throw nearly everything away is passed over where it
/// is refused, not where there is human text enough.
#[test]
fn remedies_are_tried_and_paid_for() {
    let human = human(35, 120);
    let all = remedies(108);
    assert_eq!((all.len(), all[0]), (16, Curation::NONE));
    let variants = all.iter().map(|&curation| Protocol { curation, ..fresh(0.0, 1) }).collect::<Vec<_>>();
    let few = Search { shares: vec![0.1, 0.6], halvings: 1, seeds: 0..6 };
    let mixes = cheapest_mix(&human, &variants, &goal("types>=55%@4"), PRICES, &few).unwrap();
    assert_eq!(mixes.len(), 16);
    assert!(mixes.iter().any(|mix| mix.reaches));
    for mix in &mixes {
        assert_spent(&human, mix);
        let Curation { teacher, review, .. } = mix.protocol.curation;
        assert_eq!(mix.reviewed_sentences > 0.0, review.is_some());
        let sample = if teacher.is_some() { 18.0 } else { 0.0 };
        assert!(mix.human_sentences > 0.9 * (documents(mix) * 4) as f64 - 18.0 + sample, "{mix:?}");
    }
    let ranks =
        mixes.iter().map(|mix| (!mix.reaches, if mix.reaches { mix.cost } else { 0.0 })).collect::<Vec<_>>();
    assert!(ranks.is_sorted_by(|a, b| a <= b), "{ranks:?}");

    let strict = Protocol { curation: "detector=1,0".parse().unwrap(), ..fresh(0.0, 1) };
    let shares = vec![0.0, 0.02, 0.5];
    let mixes = cheapest_mix(
        &human,
        std::slice::from_ref(&strict),
        &goal("types>=10%@2"),
        PRICES,
        &Search { shares, ..few.clone() },
    );
    assert!(documents(&mixes.unwrap()[0]) >= 5, "a twentieth has to pass");
    let none =
        cheapest_mix(&human, &[strict], &goal("types>=10%@2"), PRICES, &Search { shares: vec![0.0], ..few });
    assert!(
        none.unwrap_err().to_string().starts_with("detector is 1,0; it must be one that lets at least 5 %")
    );
}

#[test]
fn refusals_are_sentences() {
    let human = human(34, 30);
    let try_to = |variants: &[Protocol], text: &str, prices, search: &Search| {
        cheapest_mix(&human, variants, &goal(text), prices, search).unwrap_err().to_string()
    };
    let (good, text) = (variants(), "types>=50%@3");
    for price in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(
            try_to(&good, text, Prices { human: price, ..PRICES }, &search()),
            format!("the price of a human sentence is {price}; it must be a number from 0 on")
        );
        assert_eq!(
            try_to(&good, text, Prices { machine: price, ..PRICES }, &search()),
            format!("the price of a machine sentence is {price}; it must be a number from 0 on")
        );
        assert_eq!(
            try_to(&good, text, Prices { review: price, ..PRICES }, &search()),
            format!("the price of a review is {price}; it must be a number from 0 on")
        );
    }
    assert_eq!(
        try_to(&good, "tipes>=50%@3", PRICES, &search()),
        "metric is tipes; it must be the name of a metric, such as types or kl"
    );
    assert_eq!(
        try_to(&good, "types>=50%@0", PRICES, &search()),
        "generations is 0; it must be a whole number from 1 to 10000"
    );
    assert_eq!(
        try_to(&good, "loop_period>=50%@3", PRICES, &search()),
        "goal is loop_period>=50%@3; it must be about a metric that generation 0 has"
    );
    assert_eq!(try_to(&[], text, PRICES, &search()), "protocols is 0; it must be one protocol or more");
    assert_eq!(
        try_to(&good, text, PRICES, &Search { shares: vec![], ..search() }),
        "shares is 0; it must be one share or more"
    );
    assert_eq!(
        try_to(&good, text, PRICES, &Search { shares: vec![0.1, 2.0], ..search() }),
        "the share of fresh is 2; it must be a number from 0 to 1"
    );
    assert_eq!(
        try_to(&good, text, PRICES, &Search { seeds: 0..1, ..search() }),
        "replicates is 1; it must be a whole number from 2 on"
    );
    let pool = [Protocol { regime: Regime::Subsample, ..fresh(0.0, 1) }];
    assert_eq!(
        try_to(&pool, text, PRICES, &search()),
        "regime is subsample; it must be replace or fresh=SHARE, whose human share is varied"
    );
}
