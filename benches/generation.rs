//! The native side of `cargo xtask bench`: `generation BOOK FOLDER SIZE...`.
//!
//! Cuts a corpus of about each size (in tokens) from the book, writes their token ids into the folder, for the
//! JavaScript that runs beside it, and prints what the corpora are as one line of JSON. Then answers requests
//! until standard input ends: `{"size": 0, "order": 3, "subject": "advance"}` with the milliseconds of CPU time
//! that the subject took, so that whoever asks decides who is measured when. The subject "measures" is answered with an object:
//! the milliseconds of each of the heavier metrics.

use std::env;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::io::{self, BufRead as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use cpu_time::ProcessTime;
use recursive_trap::human::HumanCorpus;
use recursive_trap::probe::{HumanReference, MEASURES, Probe};
use recursive_trap::recursion::{Protocol, Recursion};
use recursive_trap::text::{Text, Tokenizer};
use serde_json::{Value, json};

/// Generations of one run that are timed. Later ones have collapsed, and cost less.
const GENERATIONS: usize = 3;
/// Runs are repeated until a sample has taken so long: the clock is no finer than a microsecond.
const ENOUGH: Duration = Duration::from_millis(20);

fn main() -> Result<(), Box<dyn Error>> {
    // Cargo adds `--bench`.
    let arguments = env::args().skip(1).filter(|argument| argument != "--bench").collect::<Vec<_>>();
    let [book, folder, sizes @ ..] = &arguments[..] else {
        println!("`cargo xtask bench` starts this beside the JavaScript that it is compared with.");
        return Ok(());
    };
    let text = Text::new(&fs::read_to_string(book)?, Tokenizer::Word)?;
    let mut corpora = Vec::new();
    for size in sizes {
        let documents = documents_for(&text, size.parse()?);
        corpora.push(Arc::new(HumanCorpus::new(&text, Some(documents))?));
    }
    say(&Value::Array(publish(&corpora, Path::new(folder))?))?;
    for line in io::stdin().lock().lines() {
        let request = serde_json::from_str::<Value>(&line?)?;
        let number = |key: &str| request[key].as_u64().map(|n| n as usize).ok_or("a number is missing");
        let human = corpora.get(number("size")?).ok_or("no such corpus")?;
        let protocol = Protocol { order: number("order")?, generations: GENERATIONS, ..Protocol::default() };
        let subject = request["subject"].as_str().ok_or("a subject is missing")?;
        if subject == "measures" {
            say(&measures(human, &protocol)?)?;
        } else {
            say(&json!(milliseconds(human, &protocol, subject)?))?;
        }
    }
    Ok(())
}

fn say(value: &Value) -> io::Result<()> {
    let mut output = io::stdout().lock();
    writeln!(output, "{value}")?;
    output.flush()
}

/// How many documents of the text, from the first on, hold that many tokens.
fn documents_for(text: &Text, tokens: usize) -> usize {
    let mut held = 0;
    text.documents()
        .take_while(|document| {
            let more = held < tokens;
            held += document.len();
            more
        })
        .count()
}

/// Writes `0.ids` and so on: 32 bits a token, without boundaries. Returns how large the corpora are.
fn publish(corpora: &[Arc<HumanCorpus>], folder: &Path) -> io::Result<Vec<Value>> {
    let write = |(index, human): (usize, &Arc<HumanCorpus>)| {
        let corpus = human.train();
        let ids = corpus.documents().flatten().flat_map(|token| token.0.to_le_bytes()).collect::<Vec<_>>();
        fs::write(folder.join(format!("{index}.ids")), ids)?;
        let types = human.vocabulary().len();
        Ok(json!({ "documents": corpus.document_count(), "tokens": corpus.token_count(), "types": types }))
    };
    corpora.iter().enumerate().map(write).collect()
}

/// CPU time of one `new`, or of one generation passed with `advance` or with `next`.
fn milliseconds(human: &Arc<HumanCorpus>, protocol: &Protocol, subject: &str) -> Result<f64, Box<dyn Error>> {
    let mut spent = Duration::ZERO;
    let mut times = 0;
    while spent < ENOUGH {
        let start = ProcessTime::now();
        let mut run = Recursion::new(Arc::clone(human), protocol.clone())?;
        if subject == "new" {
            spent += start.elapsed();
            times += 1;
            continue;
        }
        // The human corpus: nothing is written.
        run.advance();
        let start = ProcessTime::now();
        for _ in 0..GENERATIONS {
            match subject {
                "advance" => drop(black_box(run.advance())),
                "next" => drop(black_box(run.next())),
                unknown => return Err(format!("no such subject: {unknown}").into()),
            }
        }
        spent += start.elapsed();
        times += GENERATIONS;
    }
    Ok(spent.as_secs_f64() * 1e3 / times as f64)
}

/// CPU time of each heavier metric alone, in generation 1; and of preparing their human side, once a run.
fn measures(human: &Arc<HumanCorpus>, protocol: &Protocol) -> Result<Value, Box<dyn Error>> {
    let mut run = Recursion::with_ancestry(Arc::clone(human), protocol.clone())?;
    run.advance();
    run.advance();
    let start = ProcessTime::now();
    let reference = HumanReference::new(human, protocol.order);
    let prepared = ("(preparation)".to_owned(), json!(start.elapsed().as_secs_f64() * 1e3));
    let costs = MEASURES.iter().map(|measure| {
        let start = ProcessTime::now();
        black_box(Probe::new(&run, &reference).measure(measure));
        (measure.name.to_owned(), json!(start.elapsed().as_secs_f64() * 1e3))
    });
    Ok(Value::Object([prepared].into_iter().chain(costs).collect()))
}
