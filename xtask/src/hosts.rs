//! The pages of tests/hosts, each in every engine, as one table.

use std::fmt::Write as _;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::command::{on_path, tee};
use crate::paths::Paths;
use crate::{chromium, debian, npm};

struct Engine {
    name: &'static str,
    /// Its driver, which prints a line for each host.
    script: &'static str,
    /// The variable that tells the driver where the browser is.
    variable: &'static str,
    install: fn(&Paths) -> Result<Option<PathBuf>>,
}

const ENGINES: [Engine; 3] = [
    Engine {
        name: "Chromium",
        script: "tests/hosts/chromium.mjs",
        variable: "CHROME_PATH",
        install: chromium::find_or_install,
    },
    Engine {
        name: "Firefox",
        script: "tests/hosts/firefox.mjs",
        variable: "FIREFOX_PATH",
        install: |_| find_or_install(&["firefox-esr", "firefox"], "firefox-esr"),
    },
    Engine {
        name: "WebKitGTK",
        script: "tests/hosts/webkit.mjs",
        variable: "WEBKIT_DRIVER_PATH",
        install: |_| {
            find_or_install(&["Xvfb"], "xvfb")?;
            find_or_install(&["WebKitWebDriver"], "webkit2gtk-driver")
        },
    },
];

pub(crate) fn audit(paths: &Paths) -> Result<()> {
    let mut columns = Vec::new();
    let mut all_well = true;
    for engine in &ENGINES {
        println!("\n{}", engine.name);
        let mut driver = npm::node(paths, engine.script);
        if let Some(browser) = (engine.install)(paths)? {
            driver.env(engine.variable, browser);
        }
        let (printed, succeeded) = tee(&mut driver)?;
        all_well &= succeeded;
        columns.push((engine.name, outcomes(&printed)));
    }
    print!("\n{}", table(&columns));
    ensure!(columns.iter().all(|(_, outcomes)| !outcomes.is_empty()), "an engine has judged nothing");
    ensure!(all_well, "not every host is served well; the reasons stand above");
    Ok(())
}

/// The first of these programs that there is, or else what this Debian package brings.
fn find_or_install(names: &[&str], package: &str) -> Result<Option<PathBuf>> {
    if let Some(found) = on_path(names) {
        return Ok(Some(found));
    }
    debian::install(package)?;
    on_path(names).map(Some).with_context(|| format!("install {}", names[0]))
}

/// What became of one host: its title, a few words, and what has to be said beside them.
#[derive(Debug, PartialEq)]
struct Outcome {
    host: String,
    verdict: String,
    notes: Vec<String>,
}

/// From `ok⇥title⇥0.9 s⇥note: …` and `FAIL⇥title⇥0.9 s⇥reason⇥reason`; any other line says nothing.
fn outcomes(printed: &str) -> Vec<Outcome> {
    let read = |line: &str| {
        let mut parts = line.split('\t');
        let verdict = parts.next().filter(|word| ["ok", "FAIL"].contains(word))?;
        let (host, time) = (parts.next()?, parts.next()?);
        let notes = parts.filter_map(|part| part.strip_prefix("note: ")).map(str::to_owned).collect();
        Some(Outcome { host: host.to_owned(), verdict: format!("{verdict} {time}"), notes })
    };
    printed.lines().filter_map(read).collect()
}

/// A row for each host, a column for each engine; below, what an engine does not show.
fn table(columns: &[(&str, Vec<Outcome>)]) -> String {
    let mut rows: Vec<&str> = Vec::new();
    for outcome in columns.iter().flat_map(|(_, outcomes)| outcomes) {
        if !rows.contains(&outcome.host.as_str()) {
            rows.push(&outcome.host);
        }
    }
    let width = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    let mut line = |first: &str, cells: Vec<String>| {
        let _ = write!(text, "{first:width$}");
        for cell in cells {
            let _ = write!(text, "  {cell:12}");
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
    };
    line("", columns.iter().map(|(name, _)| (*name).to_owned()).collect());
    let mut notes: Vec<String> = Vec::new();
    for row in rows {
        let mut cells = Vec::new();
        for (name, outcomes) in columns {
            let outcome = outcomes.iter().find(|outcome| outcome.host == row);
            let noted = outcome.into_iter().flat_map(|outcome| &outcome.notes);
            let noted: Vec<String> = noted.map(|note| format!("{name} {note}")).collect();
            let mark = if noted.is_empty() { "" } else { " *" };
            cells.push(outcome.map_or_else(|| "–".to_owned(), |outcome| outcome.verdict.clone() + mark));
            notes.extend(noted.into_iter().filter(|note| !notes.contains(note)).collect::<Vec<_>>());
        }
        line(row, cells);
    }
    for note in notes {
        let _ = writeln!(text, "* {note}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drivers_are_read_line_by_line() {
        let printed =
            "a warning\nok\tplain\t0.9 s\tnote: hides much\nFAIL\tstrict CSP\t1.2 s\tan error\tanother\n";
        let outcome = |host: &str, verdict: &str, notes: &[&str]| Outcome {
            host: host.to_owned(),
            verdict: verdict.to_owned(),
            notes: notes.iter().map(|&note| note.to_owned()).collect(),
        };
        let expected =
            [outcome("plain", "ok 0.9 s", &["hides much"]), outcome("strict CSP", "FAIL 1.2 s", &[])];
        assert_eq!(outcomes(printed), expected);
        assert_eq!(outcomes("okay\tplain\t1 s\nok\n"), []);
    }

    #[test]
    fn the_table_has_a_cell_for_what_was_not_judged() {
        let columns = [
            ("One", outcomes("ok\tplain\t1.0 s\nok\tstrict CSP\t1.1 s\n")),
            ("Two", outcomes("FAIL\tplain\t2.0 s\twhy\tnote: hides much\n")),
        ];
        let expected = "            One           Two\n\
                        plain       ok 1.0 s      FAIL 2.0 s *\n\
                        strict CSP  ok 1.1 s      –\n\
                        * Two hides much\n";
        assert_eq!(table(&columns), expected);
    }
}
