//! What clean data is worth, from a terminal: one JSON object a line.
//!
//! ```text
//! cargo run --release --example worth -- price --corpus moby-dick --order 2
//! cargo run --release --example worth -- exchange --corpus moby-dick --order 2 --regime fresh=0.1
//! cargo run --release --example worth -- cheapest --corpus moby-dick --goal 'types>=60%@20'
//! ```

mod arguments;

use std::ops::Range;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Parser, Subcommand};
use recursive_trap::curation::Curation;
use recursive_trap::error::Error;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::Protocol;
use recursive_trap::worth::{
    Estimate, Goal, Prices, Search, cheapest_mix, exchange_rate, plateau, price_curve, remedies, two_prices,
};
use serde_json::{Value, json};

use crate::arguments::{Experiment, finite, grammatical, number, print};

/// What clean data is worth: each comparison by paired seeds, with its standard error.
#[derive(Parser)]
#[command(
    name = "worth",
    allow_negative_numbers = true,
    disable_help_subcommand = true,
    arg_required_else_help = false
)]
struct Arguments {
    #[command(subcommand)]
    question: Question,
}

#[derive(Subcommand)]
#[command(allow_negative_numbers = true)]
enum Question {
    /// Held-out bits of the last generation against human documents in each generation, and what one more is worth
    #[command(allow_negative_numbers = true)]
    Price {
        #[command(flatten)]
        asked: Asked,
        /// Shares of fresh human documents, ascending; otherwise some from 0 to 1
        #[arg(long, value_name = "SHARES", value_delimiter = ',', value_parser = number::<f64>("a number from 0 to 1"))]
        shares: Option<Vec<f64>>,
    },
    /// How many machine sentences one human sentence is worth, under --regime fresh=SHARE
    #[command(allow_negative_numbers = true)]
    Exchange {
        #[command(flatten)]
        asked: Asked,
        /// Compare this many times fewer sentences with this many times more
        #[arg(long, value_name = "X", default_value_t = 2.0, value_parser = number::<f64>("a number from 1.01 to 10"))]
        factor: f64,
    },
    /// What the head and the tail of the words lose in the last generation, measured and computed for the long run
    #[command(allow_negative_numbers = true)]
    TwoPrices {
        #[command(flatten)]
        asked: Asked,
        /// Corpora of the first so many sentences, in place of --documents; otherwise a ninth, a third and all of those
        /// that are not held out
        #[arg(long, value_name = "SIZES", value_delimiter = ',', value_parser = number::<usize>("a whole number from 2 on"))]
        sizes: Option<Vec<usize>>,
        /// Shares of fresh human documents
        #[arg(long, value_name = "SHARES", value_delimiter = ',', value_parser = number::<f64>("a number from 0 to 1"),
            default_value = "0.01,0.05,0.1,0.5")]
        shares: Vec<f64>,
    },
    /// Held-out bits against machine tokens written
    #[command(allow_negative_numbers = true)]
    Plateau {
        #[command(flatten)]
        asked: Asked,
        /// Shares of fresh human documents
        #[arg(long, value_name = "SHARES", value_delimiter = ',', value_parser = number::<f64>("a number from 0 to 1"),
            default_value = "0,0.1")]
        shares: Vec<f64>,
        /// Times as much machine text, in place of --effort
        #[arg(long, value_name = "EFFORTS", value_delimiter = ',', value_parser = number::<f64>("a number from 0.01 to 1000"),
            default_value = "1,4,16")]
        efforts: Vec<f64>,
    },
    /// The cheapest way to a goal
    #[command(allow_negative_numbers = true)]
    Cheapest {
        #[command(flatten)]
        asked: Asked,
        /// METRIC>=VALUE@GENERATION or METRIC<=VALUE@GENERATION; with % the value is a share of that in generation 0
        #[arg(long, default_value = "types>=80%@20", value_parser = grammatical::<Goal>)]
        goal: Goal,
        /// What is let through, in place of --curation; to be given once for each that should be tried, otherwise
        /// combinations of detectors, a teacher and a review
        #[arg(long, value_name = "CURATION", value_parser = grammatical::<Curation>)]
        remedy: Vec<Curation>,
        /// Times as much machine text to try, in place of --effort
        #[arg(long, value_name = "EFFORTS", value_delimiter = ',', value_parser = number::<f64>("a number from 0.01 to 1000"),
            default_value = "1")]
        efforts: Vec<f64>,
        /// Price of a human sentence that is bought
        #[arg(long, value_name = "PRICE", default_value_t = 1.0, value_parser = number::<f64>("a number from 0 on"))]
        human_price: f64,
        /// Price of a sentence that a human reviews
        #[arg(long, value_name = "PRICE", default_value_t = 0.2, value_parser = number::<f64>("a number from 0 on"))]
        review_price: f64,
        /// Price of a sentence that a machine writes
        #[arg(long, value_name = "PRICE", default_value_t = 0.001, value_parser = number::<f64>("a number from 0 on"))]
        machine_price: f64,
    },
}

/// What every question needs.
#[derive(Args)]
struct Asked {
    #[command(flatten)]
    experiment: Experiment,
    /// Runs with as many seeds, from --seed on
    #[arg(long, value_name = "R", default_value_t = 20, value_parser = number::<u32>("a whole number from 2 on"))]
    replicates: u32,
}

impl Asked {
    fn prepare(&self) -> Result<(Arc<HumanCorpus>, Protocol, Range<u32>), String> {
        let (human, protocol) = self.experiment.prepare()?;
        let seeds = self.seeds(&protocol)?;
        Ok((human, protocol, seeds))
    }

    fn seeds(&self, &Protocol { seed, .. }: &Protocol) -> Result<Range<u32>, String> {
        let replicates = self.replicates;
        let end = seed.checked_add(replicates).ok_or_else(|| {
            let most = u32::MAX - replicates;
            format!("seed is {seed}; with {replicates} replicates it must be a whole number from 0 to {most}")
        })?;
        Ok(seed..end)
    }
}

fn main() -> ExitCode {
    arguments::main(run)
}

fn run(Arguments { question }: &Arguments) -> Result<(), String> {
    let rows = match question {
        Question::Price { asked, shares } => price(asked, shares.as_deref())?,
        Question::Exchange { asked, factor } => vec![exchange(asked, *factor)?],
        Question::TwoPrices { asked, sizes, shares } => prices(asked, sizes.as_deref(), shares)?,
        Question::Plateau { asked, shares, efforts } => plateaus(asked, shares, efforts)?,
        Question::Cheapest { asked, goal, remedy, efforts, human_price, review_price, machine_price } => {
            let prices = Prices { human: *human_price, review: *review_price, machine: *machine_price };
            cheapest(asked, goal, (remedy, efforts), prices)?
        }
    };
    for row in rows {
        if !print(&row)? {
            break;
        }
    }
    Ok(())
}

#[allow(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn told(error: Error) -> String {
    error.to_string()
}

fn estimate(Estimate { mean, error }: Estimate) -> Value {
    json!({ "mean": finite(mean), "error": finite(error) })
}

/// Shares that differ in so many documents.
fn shares_of(documents: usize) -> Vec<f64> {
    let mut shares = vec![0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0];
    shares.dedup_by_key(|share| (*share * documents as f64).round() as usize);
    shares
}

fn price(asked: &Asked, shares: Option<&[f64]>) -> Result<Vec<Value>, String> {
    let (human, protocol, seeds) = asked.prepare()?;
    let shares = shares.map_or_else(|| shares_of(human.train().document_count()), <[f64]>::to_vec);
    let points = price_curve(&human, &protocol, &shares, seeds.clone()).map_err(told)?;
    let row = points.iter().map(|point| {
        json!({
            "share": point.share,
            "human_documents": point.human_documents,
            "generation": protocol.generations,
            "replicates": seeds.len(),
            "heldout_bits": estimate(point.bits),
            "fall_per_human_document": estimate(point.fall),
        })
    });
    Ok(row.collect())
}

fn exchange(asked: &Asked, factor: f64) -> Result<Value, String> {
    let (human, protocol, seeds) = asked.prepare()?;
    let exchange = exchange_rate(&human, &protocol, factor, seeds.clone()).map_err(told)?;
    let rate = exchange.rate.map(|rate| rate.map(finite));
    Ok(json!({
        "human_documents": exchange.human_documents,
        "machine_documents": exchange.machine_documents,
        "generation": protocol.generations,
        "replicates": seeds.len(),
        "fall_per_human_document": estimate(exchange.human),
        "fall_per_machine_document": estimate(exchange.machine),
        "rate": rate.as_ref().map(|[rate, ..]| rate),
        "low": rate.as_ref().map(|[_, low, _]| low),
        "high": rate.as_ref().map(|[.., high]| high),
        "verdict": exchange.to_string(),
    }))
}

fn prices(asked: &Asked, sizes: Option<&[usize]>, shares: &[f64]) -> Result<Vec<Value>, String> {
    let (text, protocol) = (asked.experiment.text()?, asked.experiment.protocol());
    let seeds = asked.seeds(&protocol)?;
    let all = HumanCorpus::new(&text, None).map_err(told)?.train().document_count();
    let sizes = sizes.map_or_else(|| [9, 3, 1].map(|part| (all / part).max(2)).to_vec(), <[usize]>::to_vec);
    let humans = sizes.iter().map(|&size| HumanCorpus::new(&text, Some(size)).map(Arc::new));
    let humans = humans.collect::<Result<Vec<_>, _>>().map_err(told)?;
    let rows = two_prices(&humans, &protocol, shares, seeds.clone()).map_err(told)?;
    let row = rows.iter().map(|row| {
        json!({
            "tokens": row.tokens,
            "share": row.share,
            "human_tokens": row.human_tokens,
            "generation": protocol.generations,
            "replicates": seeds.len(),
            "head_lost": estimate(row.head),
            "head_lost_formula": row.head_formula,
            "tail_lost": estimate(row.tail),
            "tail_lost_formula": row.tail_formula,
        })
    });
    Ok(row.collect())
}

fn plateaus(asked: &Asked, shares: &[f64], efforts: &[f64]) -> Result<Vec<Value>, String> {
    let (human, protocol, seeds) = asked.prepare()?;
    let plateau = plateau(&human, &protocol, shares, efforts, seeds.clone()).map_err(told)?;
    let row = plateau.points.iter().map(|point| {
        json!({
            "share": point.share,
            "effort": point.effort,
            "generation": point.generation,
            "replicates": seeds.len(),
            "machine_tokens": point.machine_tokens,
            "heldout_bits": estimate(point.bits),
            "heldout_bits_human": plateau.human,
        })
    });
    Ok(row.collect())
}

fn cheapest(
    asked: &Asked,
    goal: &Goal,
    (tried, efforts): (&[Curation], &[f64]),
    prices: Prices,
) -> Result<Vec<Value>, String> {
    let (human, protocol, seeds) = asked.prepare()?;
    let tried = if tried.is_empty() { remedies(human.train().document_count()) } else { tried.to_vec() };
    let variants = tried.iter().flat_map(|&curation| {
        efforts.iter().map(|&effort| Protocol { effort, curation, ..protocol.clone() }).collect::<Vec<_>>()
    });
    let variants = variants.collect::<Vec<_>>();
    let search = Search { seeds: seeds.clone(), ..Search::default() };
    let mixes = cheapest_mix(&human, &variants, goal, prices, &search).map_err(told)?;
    let best = mixes.first().filter(|mix| mix.reaches);
    let verdict = match best {
        Some(mix) => {
            let Protocol { regime, curation, effort, .. } = &mix.protocol;
            format!("{goal} is reached for {} with {regime}, curation {curation}, effort {effort}", mix.cost)
        }
        None => format!("none of them reaches {goal}"),
    };
    let row = mixes.iter().zip(1..).map(|(mix, rank)| {
        json!({
            "rank": rank,
            "regime": mix.protocol.regime.to_string(),
            "curation": mix.protocol.curation.to_string(),
            "effort": mix.protocol.effort,
            "replicates": seeds.len(),
            "human_sentences": mix.human_sentences,
            "reviewed_sentences": mix.reviewed_sentences,
            "machine_sentences": mix.machine_sentences,
            "cost": mix.cost,
            "value": estimate(mix.value),
            "reaches": mix.reaches,
        })
    });
    Ok(row
        .chain([json!({ "goal": goal.to_string(), "reached": best.is_some(), "verdict": verdict })])
        .collect())
}
