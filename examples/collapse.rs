//! The core from a terminal: one JSON object a generation, from generation 0 (the human corpus) on.
//!
//! ```text
//! cargo run --release --example collapse -- --corpus moby-dick --order 3 --generations 12 --seed 7
//! ```

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::Arc;

use clap::{Parser, ValueEnum};
use recursive_trap::decoding::Decoding;
use recursive_trap::drift::Prediction;
use recursive_trap::human::HumanCorpus;
use recursive_trap::metrics::Metrics;
use recursive_trap::recursion::{Generation, Protocol, Recursion};
use recursive_trap::text::{Text, Tokenizer};
use serde_json::{Value, json};

/// Trains an n-gram model on human text, then on its own output, and prints what is left.
#[derive(Parser)]
#[command(name = "collapse", allow_negative_numbers = true)]
struct Arguments {
    /// The human text, a file in UTF-8
    #[arg(long, value_name = "FILE", conflicts_with = "corpus")]
    text: Option<PathBuf>,
    /// One of the corpora that `cargo xtask build` extracts
    #[arg(long)]
    corpus: Option<Named>,
    /// What counts as a token: word or char
    #[arg(long, default_value_t = Tokenizer::Word)]
    tokenizer: Tokenizer,
    /// Train on the first N documents (sentences) only
    #[arg(long, value_name = "N", value_parser = number::<usize>("a whole number from 2 on"))]
    documents: Option<usize>,
    /// Order n of the models: a token depends on the n − 1 before it
    #[arg(long, default_value_t = 3, value_parser = number::<usize>("a whole number from 1 to 5"))]
    order: usize,
    /// Rounds of retraining
    #[arg(long, default_value_t = 12, value_parser = number::<usize>("a whole number from 1 to 10000"))]
    generations: usize,
    /// Raise probabilities to the power 1/T; 0 is greedy
    #[arg(long, default_value_t = 1.0, value_parser = number::<f64>("a number from 0 to 10"))]
    temperature: f64,
    /// Draw from the K most probable tokens only
    #[arg(long, value_name = "K", value_parser = number::<usize>("a whole number from 1 on"))]
    top_k: Option<usize>,
    /// Draw from the most probable tokens that make up this probability
    #[arg(long, value_name = "P", value_parser = number::<f64>("a number above 0 and at most 1"))]
    top_p: Option<f64>,
    /// The same seed gives the same words
    #[arg(long, default_value_t = 1, value_parser = number::<u32>("a whole number from 0 to 4294967295"))]
    seed: u32,
}

#[derive(Clone, Copy, ValueEnum)]
enum Named {
    MobyDick,
    Sotu,
}

impl Arguments {
    fn read(&self) -> Result<String, String> {
        let path = match (&self.text, self.corpus) {
            (Some(path), _) => path.clone(),
            (None, Some(Named::MobyDick)) => extracted("moby-dick.txt"),
            (None, Some(Named::Sotu)) => extracted("sotu.txt"),
            (None, None) => {
                return Err("no text is given; name a file with --text or a corpus with --corpus".to_owned());
            }
        };
        let bytes = std::fs::read(&path).map_err(|error| {
            let hint = if self.corpus.is_some() { "; `cargo xtask build` extracts it" } else { "" };
            format!("{} cannot be read ({error}){hint}", path.display())
        })?;
        String::from_utf8(bytes).map_err(|error| format!("{} is not UTF-8 ({error})", path.display()))
    }

    fn protocol(&self) -> Protocol {
        Protocol {
            order: self.order,
            generations: self.generations,
            decoding: Decoding { temperature: self.temperature, top_k: self.top_k, top_p: self.top_p },
            seed: self.seed,
        }
    }
}

fn extracted(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/corpora").join(name)
}

/// Reads a number; the refusal says which are allowed.
fn number<T: FromStr>(allowed: &'static str) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync {
    move |text| text.parse().map_err(|_| format!("it must be {allowed}"))
}

/// What clap has to say, in one line.
fn sentence(error: &clap::Error) -> String {
    let text = error.to_string();
    let lines = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect::<Vec<_>>();
    lines.join(" ").trim_start_matches("error: ").to_owned()
}

fn main() -> ExitCode {
    let outcome = match Arguments::try_parse() {
        Ok(arguments) => run(&arguments),
        // `--help` is an error to clap, and none to who asked for it.
        Err(error) if !error.use_stderr() => error.exit(),
        Err(error) => Err(sentence(&error)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    let protocol = arguments.protocol();
    protocol.validate().map_err(|error| error.to_string())?;
    let text = Text::new(&arguments.read()?, arguments.tokenizer).map_err(|error| error.to_string())?;
    let human = HumanCorpus::new(&text, arguments.documents).map_err(|error| error.to_string())?;
    let plain = protocol.decoding.is_plain();
    let recursion = Recursion::new(Arc::new(human), protocol).map_err(|error| error.to_string())?;
    // The closed form holds for draws from the model's own probabilities only.
    let prediction = plain.then(|| recursion.prediction());
    let mut out = std::io::stdout().lock();
    for generation in recursion {
        match writeln!(out, "{}", row(&generation, prediction.as_ref())) {
            // The reader had enough, as in `collapse | head`.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => return Ok(()),
            result => result.map_err(|error| error.to_string())?,
        }
    }
    Ok(())
}

fn row(generation: &Generation, prediction: Option<&Prediction>) -> Value {
    let Generation { index, metrics, .. } = generation;
    let Metrics { documents, tokens, diversity, distinct, survivors, baseline_types } = metrics;
    let predicted = |of: fn(&Prediction) -> &Vec<f64>| prediction.map(|prediction| of(prediction)[*index]);
    json!({
        "generation": index,
        "documents": documents,
        "tokens": tokens,
        "types": diversity.types,
        "hapax": diversity.hapax,
        "distinct": distinct,
        "entropy_bits": diversity.entropy_bits,
        "simpson": diversity.simpson,
        "hill": diversity.hill,
        "survivors": { "1": survivors[0], "2": survivors[1], "3": survivors[2] },
        "lost": generation.lost.len(),
        "baseline_types": baseline_types,
        "predicted_types": predicted(|p| &p.types),
        "predicted_low": predicted(|p| &p.low),
        "predicted_high": predicted(|p| &p.high),
        "sample": generation.sample.text,
    })
}
