//! What the examples are told: a human text and a protocol.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::str::FromStr;
use std::sync::Arc;

use clap::{Args, Parser, ValueEnum};
use recursive_trap::curation::Curation;
use recursive_trap::decoding::Decoding;
use recursive_trap::error::Error;
use recursive_trap::human::HumanCorpus;
use recursive_trap::recursion::Protocol;
use recursive_trap::regime::Regime;
use recursive_trap::text::{Text, Tokenizer};
use serde_json::{Value, json};

/// A text, and everything that decides a run on it.
#[derive(Args)]
pub(crate) struct Experiment {
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
    /// What the next model learns from: replace, fresh=0.1, anchored=0.1, accumulate, subsample, grow=constant,
    /// grow=linear, grow=quadratic, weighted=0.618, contaminate=0.9@10, cure=0.5@10
    #[arg(long, default_value_t = Regime::Replace, value_parser = grammatical::<Regime>)]
    regime: Regime,
    /// Raise probabilities to the power 1/T; 0 is greedy
    #[arg(long, default_value_t = 1.0, value_parser = number::<f64>("a number from 0 to 10"))]
    temperature: f64,
    /// Then draw from the K most probable tokens only
    #[arg(long, value_name = "K", value_parser = number::<usize>("a whole number from 1 on"))]
    top_k: Option<usize>,
    /// Then draw from the most probable tokens that make up this probability
    #[arg(long, value_name = "P", value_parser = number::<f64>("a number above 0 and at most 1"))]
    top_p: Option<f64>,
    /// The newest model writes E times as many documents as the regime says
    #[arg(long, value_name = "E", default_value_t = 1.0, value_parser = number::<f64>("a number from 0.01 to 1000"))]
    effort: f64,
    /// Which of the documents that arrive the next model learns from: none, detector=0.8,0.05, detector=trained@0.05,
    /// resample=trained, teacher=order:1,documents:200,keep:0.5 (or band:0.9), review=100,accept, review=100,better,
    /// review=100,best-of:2, or several joined by +
    #[arg(long, default_value_t = Curation::NONE, value_parser = grammatical::<Curation>)]
    curation: Curation,
    /// The same seed gives the same words
    #[arg(long, default_value_t = 1, value_parser = number::<u32>("a whole number from 0 to 4294967295"))]
    pub(crate) seed: u32,
}

#[derive(Clone, Copy, ValueEnum)]
enum Named {
    MobyDick,
    Sotu,
}

impl Experiment {
    /// The human corpus and the protocol, both accepted.
    pub(crate) fn prepare(&self) -> Result<(Arc<HumanCorpus>, Protocol), String> {
        let human = self.human()?;
        let protocol = self.protocol();
        protocol.validate(&human).map_err(|error| error.to_string())?;
        Ok((human, protocol))
    }

    /// The human corpus alone.
    pub(crate) fn human(&self) -> Result<Arc<HumanCorpus>, String> {
        let human = HumanCorpus::new(&self.text()?, self.documents).map_err(|error| error.to_string())?;
        Ok(Arc::new(human))
    }

    pub(crate) fn text(&self) -> Result<Text, String> {
        Text::new(&self.read()?, self.tokenizer).map_err(|error| error.to_string())
    }

    /// Not yet validated.
    pub(crate) fn protocol(&self) -> Protocol {
        let decoding = Decoding { temperature: self.temperature, top_k: self.top_k, top_p: self.top_p };
        let Self { order, generations, regime, effort, curation, seed, .. } = *self;
        Protocol { order, generations, regime, decoding, effort, curation, seed }
    }

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
}

fn extracted(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("www/corpora").join(name)
}

/// Reads a number; the refusal says which are allowed.
pub(crate) fn number<T: FromStr>(
    allowed: &'static str,
) -> impl Fn(&str) -> Result<T, String> + Clone + Send + Sync {
    move |text| text.parse().map_err(|_| format!("it must be {allowed}"))
}

/// What the core reads; of its refusal only what is allowed, since clap says itself what was received.
pub(crate) fn grammatical<T: FromStr<Err = Error>>(text: &str) -> Result<T, String> {
    text.parse::<T>().map_err(|error| {
        let sentence = error.to_string();
        sentence.split_once("; ").map_or_else(|| sentence.clone(), |(_, allowed)| allowed.to_owned())
    })
}

/// JSON knows no NaN and no infinity.
pub(crate) fn finite(x: f64) -> Value {
    if x.is_finite() { json!(x) } else { Value::Null }
}

/// Reads the arguments and runs the example. What goes wrong is said in one sentence.
pub(crate) fn main<A: Parser>(run: impl FnOnce(&A) -> Result<(), String>) -> ExitCode {
    let outcome = match A::try_parse() {
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

/// What clap has to say, in one line.
fn sentence(error: &clap::Error) -> String {
    let text = error.to_string();
    let lines = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect::<Vec<_>>();
    lines.join(" ").trim_start_matches("error: ").to_owned()
}

/// Prints a line. Returns whether somebody still reads, unlike in `collapse | head`.
pub(crate) fn print(line: &Value) -> Result<bool, String> {
    use std::io::Write as _;
    match writeln!(std::io::stdout().lock(), "{line}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(false),
        result => result.map(|()| true).map_err(|error| error.to_string()),
    }
}
