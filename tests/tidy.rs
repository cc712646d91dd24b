//! Rules about the code itself, so that nobody has to remember them.

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Every file that is part of the project: all but what `.gitignore` names and git's own. Paths from the root, `/` between.
fn files() -> BTreeMap<String, Vec<u8>> {
    let ignored = fs::read_to_string(common::root().join(".gitignore")).unwrap();
    let ignored =
        ignored.lines().chain(["/.git"]).map(|line| line.trim_matches('/').to_owned()).collect::<Vec<_>>();
    let mut files = BTreeMap::new();
    walk(common::root(), "", &ignored, &mut files);
    assert!(files.contains_key("src/lib.rs"));
    files
}

fn walk(folder: &Path, prefix: &str, ignored: &[String], files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if ignored.contains(&path) {
            continue;
        }
        // A file may vanish meanwhile: editors and other tests write some for a moment.
        if entry.path().is_dir() {
            walk(&entry.path(), &format!("{path}/"), ignored, files);
        } else if let Ok(contents) = fs::read(entry.path()) {
            files.insert(path, contents);
        }
    }
}

/// Text files with this ending below a folder.
fn sources<'f>(files: &'f BTreeMap<String, Vec<u8>>, folder: &str, ending: &str) -> Vec<(&'f str, &'f str)> {
    let wanted = files.iter().filter(|(path, _)| path.starts_with(folder) && path.ends_with(ending));
    let texts = wanted.map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).unwrap()));
    let texts = texts.collect::<Vec<_>>();
    assert!(!texts.is_empty(), "nothing in {folder} ends in {ending}");
    texts
}

/// The code without its comments, so that documentation may name what lies further down.
fn code(source: &str) -> String {
    let lines = source.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    lines.collect::<Vec<_>>().join("\n")
}

/// The top-level module that a file of `src` belongs to.
fn module_of(path: &str) -> &str {
    let path = path.trim_start_matches("src/");
    path.split_once('/').map_or_else(|| path.trim_end_matches(".rs"), |(folder, _)| folder)
}

/// The modules in the order of `lib.rs`, which is the order in which data flows.
fn modules(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let lib = std::str::from_utf8(&files["src/lib.rs"]).unwrap();
    let declared = lib.lines().filter_map(|line| line.strip_prefix("pub mod ").or(line.strip_prefix("mod ")));
    declared.filter_map(|rest| rest.strip_suffix(';')).map(str::to_owned).collect()
}

/// The modules named behind `crate::`, also in a group: `use crate::{a, b::c}`.
fn uses(code: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut used = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            used.push(name(rest));
            continue;
        };
        let (mut depth, mut start) = (0, true);
        for (at, c) in group.char_indices() {
            match c {
                '}' if depth == 0 => break,
                '{' => depth += 1,
                '}' => depth -= 1,
                ',' if depth == 0 => start = true,
                c if start && !c.is_whitespace() => {
                    used.push(name(&group[at..]));
                    start = false;
                }
                _ => {}
            }
        }
    }
    used
}

#[test]
fn uses_are_found() {
    let code = "use crate::a::B; use crate::{c, d::{E, f}, g}; fn x() { crate::h::y() }";
    assert_eq!(uses(code), ["a", "c", "d", "g", "h"]);
}

/// A module uses only those above it in `lib.rs`.
#[test]
fn modules_use_only_those_above_them() {
    let files = files();
    let modules = modules(&files);
    assert!(modules.len() > 10, "{modules:?}");
    let mut wrong = Vec::new();
    for (path, source) in sources(&files, "src/", ".rs") {
        let module = module_of(path);
        if module == "lib" {
            continue;
        }
        let place = modules.iter().position(|known| known == module);
        let place = place.unwrap_or_else(|| panic!("{path} belongs to no module that lib.rs declares"));
        // Unit tests of a module may look at what it is made for.
        let code = code(source.split_once("#[cfg(test)]").map_or(source, |(code, _)| code));
        for used in uses(&code) {
            if used != module && !modules[..place].contains(&used) {
                wrong.push(format!("{path} uses `{used}`, which does not stand above `{module}` in lib.rs"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What charts may use beside themselves, and why.
const CHARTS_MAY_USE: [(&str, &str, &str); 3] = [
    ("src/chart/specimen.rs", "sample", "the marks on a page are plain data: a place and a kind"),
    ("src/chart/figures.rs", "findings", "rows of numbers and lists of words, each under a name"),
    ("src/chart/recipes.rs", "findings", "the same"),
];

/// Charts draw plain numbers and prose: the module could be a crate of its own.
#[test]
fn charts_know_nothing_of_language_models() {
    let files = files();
    for (path, source) in sources(&files, "src/chart/", ".rs") {
        for used in uses(&code(source)).iter().filter(|used| *used != "chart") {
            let allowed = CHARTS_MAY_USE.iter().any(|(file, module, _)| (*file, *module) == (path, used));
            assert!(allowed, "{path} uses `{used}`; a chart knows plain numbers and prose only");
        }
    }
}

/// The web stands in `src/wasm` and nowhere else.
#[test]
fn only_the_boundary_knows_the_web() {
    const WEB: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "plotters_canvas", "getrandom"];
    let files = files();
    let mut seen = 0;
    for (path, source) in sources(&files, "src/", ".rs") {
        let code = code(source);
        let named = WEB.iter().filter(|name| code.contains(**name)).collect::<Vec<_>>();
        if path.starts_with("src/wasm/") {
            seen += named.len();
        } else {
            assert!(named.is_empty(), "{path} names {named:?}");
        }
    }
    assert!(seen > 0, "not even src/wasm names the web: this test looks in the wrong place");
}

/// No source is longer than 400 lines, and half of them are not longer than 200.
#[test]
fn files_are_short() {
    let files = files();
    for ending in [".rs", ".js"] {
        let mut lengths = Vec::new();
        for (path, source) in sources(&files, "", ending) {
            let lines = source.lines().count();
            assert!(lines <= 400, "{path} has {lines} lines; split what is longer than 400");
            lengths.push(lines);
        }
        lengths.sort_unstable();
        let median = lengths[lengths.len() / 2];
        assert!(median <= 200, "the median {ending} file has {median} lines; it must have at most 200");
    }
}

/// `name = …` in a manifest: the version inside the first quotes behind it that looks like one.
fn version<'m>(manifest: &'m str, name: &str) -> &'m str {
    let line = manifest.lines().find(|line| line.split('=').next().is_some_and(|key| key.trim() == name));
    let line = line.unwrap_or_else(|| panic!("{name} is in no line of its own"));
    line.split('"')
        .find(|part| part.trim_start_matches('=').starts_with(|c: char| c.is_ascii_digit()))
        .unwrap()
}

/// `wasm-bindgen` and the program that makes its glue speak a private format: one exact version for both.
#[test]
fn wasm_bindgen_is_pinned_once() {
    let files = files();
    let text = |path: &str| std::str::from_utf8(&files[path]).unwrap();
    let crates = version(text("Cargo.toml"), "wasm-bindgen");
    assert!(crates.starts_with('='), "Cargo.toml: wasm-bindgen is \"{crates}\"; it must be pinned with =");
    let workshop = version(text("xtask/Cargo.toml"), "wasm-bindgen-cli-support");
    assert_eq!(crates, workshop, "Cargo.toml and xtask/Cargo.toml disagree");
    for package in ["wasm-bindgen", "wasm-bindgen-cli-support"] {
        let locked = text("Cargo.lock").split("[[package]]");
        let locked = locked.filter(|entry| entry.contains(&format!("\nname = \"{package}\"\n")));
        let locked = locked.map(|entry| version(entry, "version")).collect::<Vec<_>>();
        assert_eq!(locked, [crates.trim_start_matches('=')], "Cargo.lock: {package}");
    }
}

/// The map shows every module and every script, and nothing that is not there.
#[test]
fn the_architecture_names_every_module() {
    let files = files();
    let map =
        files.get("ARCHITECTURE.md").expect("ARCHITECTURE.md is missing: write the bird's eye view first");
    let map = std::str::from_utf8(map).unwrap();
    assert!(
        map.lines().count() < 150,
        "ARCHITECTURE.md has {} lines; it must have fewer than 150",
        map.lines().count()
    );
    let mut wrong = Vec::new();
    for module in modules(&files) {
        let file = if files.contains_key(&format!("src/{module}.rs")) {
            format!("{module}.rs")
        } else {
            format!("{module}/")
        };
        if ![file.clone(), format!("`{module}`"), format!("`{module}::")]
            .iter()
            .any(|name| map.contains(name))
        {
            wrong.push(format!("src/{file} is not named"));
        }
    }
    for (path, _) in sources(&files, "www/", ".js") {
        let name = path.trim_start_matches("www/");
        // The scenes and their words are alike: their folders are named.
        let folder =
            name.split_once('/').is_some_and(|(folder, _)| map.contains(&format!("`www/{folder}/`")));
        if !folder && !map.contains(name) {
            wrong.push(format!("{path} is not named"));
        }
    }
    // What looks like a path of ours must be one (a pattern with a star or a placeholder in capitals is none).
    for quoted in map.split('`').skip(1).step_by(2) {
        let ours = ["src/", "www/", "tests/", "xtask/", "examples/", "benches/"]
            .iter()
            .any(|at| quoted.starts_with(at));
        let plain = quoted.chars().all(|c| c.is_ascii_alphanumeric() || "/._-".contains(c));
        let generated = ["www/pkg", "www/corpora"].iter().any(|at| quoted.starts_with(at));
        if ours && plain && !generated && !files.keys().any(|path| path.starts_with(quoted)) {
            wrong.push(format!("`{quoted}` does not exist"));
        }
    }
    assert!(wrong.is_empty(), "ARCHITECTURE.md:\n{}", wrong.join("\n"));
}

/// Nothing that is true on one machine only.
#[test]
fn no_file_names_a_folder_of_one_machine() {
    // Put together here, so that this file does not name them itself.
    let folders = ["home", "root", "work", "Users"].map(|folder| format!("/{folder}/"));
    let mut wrong = Vec::new();
    for (path, bytes) in files() {
        let text = String::from_utf8_lossy(&bytes);
        for (number, line) in (1..).zip(text.lines()) {
            for folder in &folders {
                // An absolute path, not the end of a relative one or of an address.
                let absolute = line.match_indices(folder.as_str()).any(|(at, _)| {
                    !line[..at].ends_with(|c: char| c.is_alphanumeric() || "./-_~".contains(c))
                });
                if absolute {
                    wrong.push(format!("{path}:{number} names {folder}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
