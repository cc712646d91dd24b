//! Generations: native, wasm and the JavaScript that counts, in turn.

use std::collections::HashMap;
use std::fs;
use std::process::Command;

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use super::child::Measurer;
use super::measures::{self, Measures};
use super::stats::Samples;
use super::table::{Table, Target, count, median, number, spread};
use crate::command::command;
use crate::paths::Paths;

/// Tokens of Moby-Dick, about: whole sentences from the first on.
const SIZES: [usize; 3] = [5_000, 50_000, 250_000];
const ORDERS: [usize; 2] = [2, 3];
/// The promises are made for this corpus and this order.
const LARGEST: usize = SIZES.len() - 1;
const PROMISED: (usize, usize) = (LARGEST, 3);
const ROUNDS: usize = 25;
/// Rounds in which V8 gets to know the code.
const WARM_UP: usize = 2;
/// What a generation may cost at most, as a multiple of the floor.
const TIMES_FLOOR: f64 = 1.6;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Engine {
    JavaScript,
    Native,
    Wasm,
}

use Engine::{JavaScript, Native, Wasm};

/// What is measured in every corpus and order, in this order.
const SUBJECTS: [(Engine, &str); 7] = [
    (JavaScript, "baseline"),
    (Native, "advance"),
    (Wasm, "advance"),
    (Native, "next"),
    (Wasm, "next"),
    (Native, "new"),
    (Wasm, "new"),
];

impl Engine {
    fn name(self) -> &'static str {
        match self {
            JavaScript => "JavaScript",
            Native => "native",
            Wasm => "wasm",
        }
    }

    /// Time of the hand-written floor at 250,000 tokens, careful JavaScript = 1, measured in pairs.
    fn floor(self, order: usize) -> Option<f64> {
        match (self, order) {
            (Native, 2) => Some(0.726 / 3.43),
            (Native, 3) => Some(2.61 / 7.62),
            (Wasm, 2) => Some(0.26),
            (Wasm, 3) => Some(0.42),
            _ => None,
        }
    }
}

pub(crate) struct Generations {
    tokens: Vec<u64>,
    /// Milliseconds, by corpus, order, engine and subject.
    samples: HashMap<(usize, usize, Engine, &'static str), Samples>,
    /// A run of fifty generations on the smallest corpus, from `Recursion.new` to the last metric, in wasm.
    experiment: Samples,
    measures: Measures,
}

/// Lets everybody take turns, round after round.
pub(crate) fn measure(paths: &Paths) -> Result<Generations> {
    let book = paths.root.join("target/corpora/moby-dick-complete.txt");
    let folder = paths.scratch().join("bench");
    fs::create_dir_all(&folder)?;
    let mut cargo = command("cargo bench --quiet --locked --bench generation --");
    cargo.arg(&book).arg(&folder).args(SIZES.map(|size| size.to_string())).current_dir(&paths.root);
    let (mut native, corpora) = Measurer::start(&mut cargo).context("benches/generation.rs did not start")?;
    let mut node = Command::new("node");
    node.arg(paths.root.join("benches/wasm.mjs")).arg(&book).arg(&folder).arg(corpora.to_string());
    let (mut node, _) = Measurer::start(&mut node).context("benches/wasm.mjs did not start")?;

    let tokens = corpora.as_array().context("corpora are a list")?.iter();
    let tokens = tokens.filter_map(|corpus| corpus["tokens"].as_u64()).collect::<Vec<_>>();
    let measures = measures::measure(&mut native, &[0, LARGEST].map(|size| (size, tokens[size])))?;
    let mut measured =
        Generations { tokens, samples: HashMap::new(), experiment: Samples::default(), measures };
    for round in 0..WARM_UP + ROUNDS {
        let keep = |samples: &mut Samples, answer: &Value| {
            samples.0.extend(answer.as_f64().filter(|_| round >= WARM_UP));
        };
        for (size, order) in (0..SIZES.len()).flat_map(|size| ORDERS.map(|order| (size, order))) {
            for (engine, subject) in SUBJECTS {
                let who = if engine == Native { &mut native } else { &mut node };
                let answer = who.ask(&json!({ "size": size, "order": order, "subject": subject }))?;
                keep(measured.samples.entry((size, order, engine, subject)).or_default(), &answer);
            }
        }
        let experiment = node.ask(&json!({ "size": 0, "order": 3, "subject": "experiment" }))?;
        keep(&mut measured.experiment, &experiment);
    }
    Ok(measured)
}

impl Generations {
    fn of(&self, corpus: (usize, usize), engine: Engine, subject: &'static str) -> Samples {
        self.samples.get(&(corpus.0, corpus.1, engine, subject)).cloned().unwrap_or_default()
    }

    /// Time of one generation.
    fn generation(&self, corpus: (usize, usize), engine: Engine) -> Samples {
        self.of(corpus, engine, if engine == JavaScript { "baseline" } else { "advance" })
    }

    /// Time of one generation, that of the JavaScript = 1.
    fn relative(&self, corpus: (usize, usize), engine: Engine) -> Samples {
        self.generation(corpus, engine).over(&self.generation(corpus, JavaScript))
    }

    /// Time of measuring one generation, that of the generation = 1.
    fn metrics(&self, corpus: (usize, usize), engine: Engine) -> Samples {
        self.of(corpus, engine, "next").with(&self.generation(corpus, engine), |all, plain| all / plain - 1.0)
    }

    pub(crate) fn table(&self) -> String {
        let mut table = Table::new([
            "tokens, order, engine",
            "ms",
            "M tokens/s",
            "with metrics",
            "JavaScript = 1",
            "floor = 1",
            "metrics",
            "preparation",
        ]);
        for (size, order) in (0..SIZES.len()).flat_map(|size| ORDERS.map(|order| (size, order))) {
            let corpus = (size, order);
            let tokens = self.tokens[size];
            let speed = |time: Samples| {
                let speed = |ms: &f64| tokens as f64 / ms / 1e3;
                Samples(time.0.iter().map(speed).collect())
            };
            for engine in [JavaScript, Native, Wasm] {
                let relative = self.relative(corpus, engine);
                let floor = engine.floor(order).filter(|_| size == LARGEST);
                let of_floor = floor.zip(relative.median()).map(|(floor, ratio)| number(ratio / floor));
                let preparation = self.of(corpus, engine, "new").over(&self.generation(corpus, engine));
                table.row([
                    format!("{}, n = {order}, {}", count(tokens), engine.name()),
                    median(&self.generation(corpus, engine)),
                    spread(&speed(self.generation(corpus, engine))),
                    median(&speed(self.of(corpus, engine, "next"))),
                    if engine == JavaScript { "1".to_owned() } else { spread(&relative) },
                    of_floor.unwrap_or_else(|| "–".to_owned()),
                    spread(&self.metrics(corpus, engine)),
                    median(&preparation),
                ]);
            }
        }
        format!(
            "One generation (write + train) of Moby-Dick, generations 1 to 3 of a run. CPU time of the process, taken in turn; \
             median of {ROUNDS} rounds (lowest–highest). Ratios are of the same round. \"JavaScript\" is benches/baseline.js: \
             typed arrays, no documents, no metrics. \"Floor\" is the fastest program we could write by hand. \"Metrics\" (all \
             that the page shows of a generation) and \"preparation\" (once a run) are multiples of a generation.\n\n{table}"
        )
    }

    /// The heavier metrics.
    pub(crate) fn measures_table(&self) -> String {
        self.measures.table(&self.generation(PROMISED, Native))
    }

    pub(crate) fn targets(&self) -> Vec<Target> {
        let tokens = count(self.tokens[LARGEST]);
        let mut targets = Vec::new();
        for engine in [Native, Wasm] {
            let name = engine.name();
            targets.push(Target {
                what: format!("a generation, {tokens} tokens, n = 3, {name}, JavaScript = 1"),
                measured: self.relative(PROMISED, engine).median(),
                at_most: TIMES_FLOOR * engine.floor(3).unwrap_or(f64::NAN),
                unit: "",
            });
            targets.push(Target {
                what: format!("its metrics, {name}, a generation = 1"),
                measured: self.metrics(PROMISED, engine).median(),
                at_most: 1.0,
                unit: "",
            });
        }
        targets.push(Target {
            what: format!("{} tokens × 50 generations with metrics, wasm", count(self.tokens[0])),
            measured: self.experiment.median(),
            at_most: 16.0,
            unit: " ms",
        });
        targets
    }
}
