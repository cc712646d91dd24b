//! The figures of the story, drawn before there is a browser: reads which from standard input, as JSON, and prints for each what
//! its study found and its drawings as SVG.
//!
//! ```text
//! node xtask/page.mjs plan | cargo run --release --example stills
//! ```

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use plotters::drawing::IntoDrawingArea as _;
use recursive_trap::chart::lexicon::ENGLISH;
use recursive_trap::chart::printer::{Printer, SANS, SERIF, by_table};
use recursive_trap::chart::{Figure, Style, Theme};
use recursive_trap::decoding::Decoding;
use recursive_trap::findings::Findings;
use recursive_trap::human::HumanCorpus;
use recursive_trap::presets::{self, Arm, Preset};
use recursive_trap::recursion::Protocol;
use recursive_trap::study;
use recursive_trap::text::{Text, Tokenizer};
use serde_json::{Map, Value, json};

/// Units of a drawing to a CSS pixel: `plotters` rounds to whole units.
const SCALE: f64 = 2.0;

fn main() -> ExitCode {
    let printed = (|| {
        let mut plan = String::new();
        io::stdin().read_to_string(&mut plan).map_err(|error| error.to_string())?;
        let plan: Vec<Value> = serde_json::from_str(&plan).map_err(|error| error.to_string())?;
        let mut texts = BTreeMap::new();
        plan.iter().map(|scene| still(scene, &mut texts)).collect::<Result<Vec<_>, String>>()
    })();
    match printed {
        Ok(stills) => println!("{}", json!({ "stills": stills, "presets": presets() })),
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The papers whose claims are runs that a page can set: what it has no control for is left out.
fn presets() -> Vec<Value> {
    let settable = |protocol: &Protocol| protocol.effort == 1.0;
    let arm = |arm: &Arm| {
        let Protocol { order, generations, regime, decoding, curation, .. } = &arm.protocol;
        json!({
            "name": arm.name,
            "settings": {
                "order": order,
                "generations": generations,
                "regime": regime.to_string(),
                "curation": curation.to_string(),
                "temperature": decoding.temperature,
                "topK": decoding.top_k,
                "topP": decoding.top_p,
            },
        })
    };
    let preset = |preset: &Preset| {
        let arms = preset.arms.iter().filter(|arm| settable(&arm.protocol)).map(arm).collect::<Vec<_>>();
        json!({
            "papers": preset.papers.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "claim": preset.claim,
            "beyond": preset.beyond,
            "verdict": preset.verdict.to_string(),
            "arms": arms,
        })
    };
    presets::presets().iter().map(preset).collect()
}

/// One scene: its findings, and each figure in each size asked for.
fn still(scene: &Value, texts: &mut BTreeMap<String, Arc<HumanCorpus>>) -> Result<Value, String> {
    let settings = &scene["settings"];
    let human = human(word(settings, "corpus")?, texts)?;
    let mut study =
        study::begin(word(scene, "question")?, word(scene, "argument")?, &human, protocol(settings)?)
            .map_err(|error| error.to_string())?;
    while study.advance() {}
    let findings = study.findings();
    let drawings = scene["figures"].as_array().into_iter().flatten().map(|figure| drawing(figure, findings));
    Ok(json!({
        "id": scene["id"],
        "rows": findings.rows().map(|(name, row)| (name.to_owned(), json!(row))).collect::<Map<_, _>>(),
        "lists": findings.lists().map(|(name, list)| (name.to_owned(), json!(list))).collect::<Map<_, _>>(),
        "drawings": drawings.collect::<Result<Vec<_>, _>>()?,
    }))
}

fn human(corpus: &str, texts: &mut BTreeMap<String, Arc<HumanCorpus>>) -> Result<Arc<HumanCorpus>, String> {
    if let Some(known) = texts.get(corpus) {
        return Ok(Arc::clone(known));
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/corpora").join(corpus).with_extension("txt");
    let text = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let text = Text::new(&text, Tokenizer::Word).map_err(|error| error.to_string())?;
    let human = Arc::new(HumanCorpus::new(&text, None).map_err(|error| error.to_string())?);
    texts.insert(corpus.to_owned(), Arc::clone(&human));
    Ok(human)
}

fn protocol(settings: &Value) -> Result<Protocol, String> {
    let number = |name: &str| settings[name].as_f64().ok_or_else(|| format!("{name} is missing"));
    Ok(Protocol {
        order: number("order")? as usize,
        generations: number("generations")? as usize,
        regime: word(settings, "regime")?.parse().map_err(|error| format!("{error}"))?,
        decoding: Decoding {
            temperature: number("temperature")?,
            top_k: settings["topK"].as_u64().map(|k| k as usize),
            top_p: settings["topP"].as_f64(),
        },
        effort: 1.0,
        curation: word(settings, "curation")?.parse().map_err(|error| format!("{error}"))?,
        seed: number("seed")? as u32,
    })
}

fn word<'a>(value: &'a Value, name: &str) -> Result<&'a str, String> {
    value[name].as_str().ok_or_else(|| format!("{name} is missing"))
}

fn drawing(figure: &Value, findings: &Findings) -> Result<Value, String> {
    let kind: Figure = word(figure, "figure")?.parse()?;
    let cursor = figure["cursor"].as_u64().map(|cursor| cursor as usize);
    let length = |name: &str| figure[name].as_f64().map_or(0, |length| (length * SCALE) as u32);
    let size = (length("width"), length("height"));
    let mut svg = String::new();
    {
        let area = Printer::new(&mut svg, size, &by_table).into_drawing_area();
        let style =
            Style { theme: Theme::light(), scale: SCALE, serif: SERIF, sans: SANS, lexicon: &ENGLISH };
        kind.draw(&area, &style, findings, cursor).map_err(|error| error.to_string())?;
        area.present().map_err(|error| error.to_string())?;
    }
    Ok(Value::String(svg))
}
