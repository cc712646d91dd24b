//! What the heavier metrics cost, each alone.

use anyhow::{Context as _, Result};
use serde_json::json;

use super::child::Measurer;
use super::stats::Samples;
use super::table::{Table, count, median, spread};

const ROUNDS: usize = 5;

/// Milliseconds of each metric, in the order in which they are listed.
pub(crate) struct Measures {
    tokens: Vec<u64>,
    /// By metric: its name, and its samples for the first and the last of the corpora asked for.
    costs: Vec<(String, Vec<Samples>)>,
}

/// Asks for the metrics of these corpora, given by index and tokens, at order 3.
pub(crate) fn measure(native: &mut Measurer, corpora: &[(usize, u64)]) -> Result<Measures> {
    let mut costs: Vec<(String, Vec<Samples>)> = Vec::new();
    for (place, &(size, _)) in corpora.iter().enumerate() {
        for _ in 0..ROUNDS {
            let answer = native.ask(&json!({ "size": size, "order": 3, "subject": "measures" }))?;
            for (metric, (name, ms)) in answer.as_object().context("costs are an object")?.iter().enumerate()
            {
                if metric == costs.len() {
                    costs.push((name.clone(), vec![Samples::default(); corpora.len()]));
                }
                costs[metric].1[place].0.extend(ms.as_f64());
            }
        }
    }
    Ok(Measures { tokens: corpora.iter().map(|&(_, tokens)| tokens).collect(), costs })
}

impl Measures {
    /// `generation` is what writing and training cost, for the last corpus.
    pub(crate) fn table(&self, generation: &Samples) -> String {
        let [small, large] = [0, self.tokens.len() - 1];
        let heads = [small, large].map(|place| format!("{} tokens, ms", count(self.tokens[place])));
        let mut table = Table::new(["metric, n = 3, native", &heads[0], &heads[1], "a generation = 1"]);
        for (name, samples) in &self.costs {
            let relative =
                samples[large].median().zip(generation.median()).map(|(cost, generation)| cost / generation);
            table.row([
                name.clone(),
                median(&samples[small]),
                spread(&samples[large]),
                median(&Samples(relative.into_iter().collect())),
            ]);
        }
        format!(
            "The heavier metrics, each alone, of generation 1; computed only when asked for. Several of one family \
             (kl, js, tv; copy_rate, kept, invented) share their work and cost little more than one. CPU time, median of {ROUNDS} \
             rounds.\n\n{table}"
        )
    }
}
