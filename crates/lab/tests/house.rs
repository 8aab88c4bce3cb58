//! The house reads its own sources: who may import whom, how long things are, what may not stand in them.

#![expect(
    clippy::unwrap_used,
    reason = "a test stops at the first thing that is not as it must be"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Which crates of the workspace a crate may import.
const ALLOWED: [(&str, &[&str]); 6] = [
    ("model", &[]),
    ("vault", &["model"]),
    ("read", &["model"]),
    ("inquiry", &["model"]),
    ("clew", &["model", "vault", "read", "inquiry"]),
    ("lab", &["model", "vault", "read", "inquiry", "clew"]),
];

/// Stages of `inquiry`; none may name another.
const STAGES: [&str; 4] = ["extract", "resolve", "network", "assess"];

/// Longest file, in lines, but for tables of data.
const FILE_LINES: usize = 800;
/// Longest median file.
const MEDIAN_LINES: usize = 200;
/// Longest function.
const FUNCTION_LINES: usize = 70;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

fn walk(folder: &Path, wanted: &dyn Fn(&Path) -> bool, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    entries.sort();
    for path in entries {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(
                name.as_str(),
                "target" | ".git" | "node_modules" | "corpus" | "artifacts"
            ) {
                walk(&path, wanted, found);
            }
        } else if name != ".git" && wanted(&path) {
            found.push(path);
        }
    }
}

/// Every Rust source of the workspace and the fuzz targets, with its path from the root.
fn sources() -> Vec<(String, String)> {
    let root = root();
    let mut paths = Vec::new();
    walk(
        &root,
        &|path| path.extension().is_some_and(|it| it == "rs"),
        &mut paths,
    );
    paths
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect()
}

/// Sources that ship or train, not tests.
fn shipped() -> Vec<(String, String)> {
    sources()
        .into_iter()
        .filter(|(name, _)| name.starts_with("crates/") && name.contains("/src/"))
        .collect()
}

/// A table of data may be as long as its data.
fn is_table(name: &str) -> bool {
    name.contains("/data/") || name.contains("lexicon") || name.ends_with("/tables.rs")
}

fn complain(faults: &[String]) {
    assert!(
        faults.is_empty(),
        "{} faults:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn crates_import_only_what_the_table_allows() {
    let mut faults = Vec::new();
    for (name, allowed) in ALLOWED {
        let manifest =
            fs::read_to_string(root().join("crates").join(name).join("Cargo.toml")).unwrap();
        let dependencies = manifest.split("[dev-dependencies]").next().unwrap();
        for (other, _) in ALLOWED {
            let named = dependencies.lines().any(|line| {
                line.starts_with(&format!("{other}.")) || line.starts_with(&format!("{other} "))
            });
            if named && !allowed.contains(&other) {
                faults.push(format!("{name} must not depend on {other}"));
            }
        }
    }
    complain(&faults);
}

#[test]
fn stages_never_name_each_other() {
    let mut faults = Vec::new();
    for (name, text) in shipped() {
        let Some(rest) = name.strip_prefix("crates/inquiry/src/") else {
            continue;
        };
        let Some(stage) = STAGES.iter().find(|stage| rest.starts_with(**stage)) else {
            continue;
        };
        // A stage's tests may take what comes before it from the stage that makes it.
        if name.ends_with("/tests.rs") {
            continue;
        }
        for other in STAGES.iter().filter(|other| *other != stage) {
            if text.contains(&format!("crate::{other}")) {
                faults.push(format!("{name} names the stage {other}"));
            }
        }
    }
    complain(&faults);
}

#[test]
fn inquiry_and_model_are_pure() {
    let banned = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::io",
        "SystemTime",
        "Instant::now",
        "Timestamp::now",
        "Zoned::now",
        "thread_rng",
        "from_entropy",
        "RandomState",
    ];
    let mut faults = Vec::new();
    for (name, text) in shipped() {
        if !(name.starts_with("crates/inquiry/") || name.starts_with("crates/model/")) {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in banned {
            let used = code
                .lines()
                .any(|line| line.contains(word) && !line.trim_start().starts_with("//"));
            if used {
                faults.push(format!("{name} uses {word}"));
            }
        }
    }
    complain(&faults);
}

#[test]
fn every_file_says_what_it_holds_and_is_short_enough() {
    let mut faults = Vec::new();
    let mut lengths = Vec::new();
    for (name, text) in sources() {
        if !text.starts_with("//!") && !text.starts_with("#![") {
            faults.push(format!("{name} does not open with //!"));
        }
        let lines = text.lines().count();
        if name.contains("/src/") && !is_table(&name) {
            lengths.push(lines);
        }
        if lines > FILE_LINES && !is_table(&name) {
            faults.push(format!(
                "{name} has {lines} lines, {FILE_LINES} are allowed"
            ));
        }
    }
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    if median > MEDIAN_LINES {
        faults.push(format!(
            "the median file has {median} lines, {MEDIAN_LINES} are allowed"
        ));
    }
    complain(&faults);
}

#[test]
fn functions_are_short_enough() {
    let mut faults = Vec::new();
    for (name, text) in shipped() {
        // What is only there for tests holds long made-up values.
        if name.ends_with("/sample.rs") || name.ends_with("/tests.rs") {
            continue;
        }
        let mut open: Option<(usize, usize, usize, String)> = None;
        for (number, line) in text.lines().enumerate() {
            let trimmed = line.trim_start();
            let indent = line.len() - trimmed.len();
            let starts = trimmed.contains("fn ")
                && ["fn ", "pub ", "pub(", "const fn "]
                    .iter()
                    .any(|start| trimmed.starts_with(start));
            match &mut open {
                None if starts && !trimmed.ends_with(';') && !trimmed.ends_with('}') => {
                    open = Some((number, indent, 0, trimmed.to_owned()));
                }
                Some((start, depth, lines, what))
                    if indent == *depth && trimmed.starts_with('}') =>
                {
                    if *lines > FUNCTION_LINES {
                        faults.push(format!("{name}:{} {lines} lines: {what}", *start + 1));
                    }
                    open = None;
                }
                Some((_, _, lines, _)) if !trimmed.is_empty() && !trimmed.starts_with("//") => {
                    *lines += 1;
                }
                _ => {}
            }
        }
    }
    complain(&faults);
}

#[test]
fn nothing_is_left_over() {
    // Spelled apart so that this file does not find itself.
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("XX", "X:"),
        concat!("dbg", "!("),
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("#[al", "low("),
        concat!("#[ig", "nore"),
    ];
    let mut faults = Vec::new();
    for (name, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            for mark in marks.iter().filter(|mark| line.contains(**mark)) {
                faults.push(format!("{name}:{} holds {mark}", number + 1));
            }
        }
    }
    complain(&faults);
}

#[test]
fn only_one_file_writes_to_the_terminal() {
    let mut faults = Vec::new();
    for (name, text) in shipped() {
        let may = name == "crates/clew/src/cli/out.rs"
            || name == "crates/clew/src/cli/export.rs"
            || name.starts_with("crates/lab/")
            || name.starts_with("crates/read/src/worker");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for word in ["println!(", "print!(", "stdout()"] {
            if code.contains(word) && !may {
                faults.push(format!("{name} uses {word}"));
            }
        }
    }
    complain(&faults);
}

#[test]
fn no_file_names_a_machine() {
    let root = root();
    let mut paths = Vec::new();
    let text = |path: &Path| {
        path.extension().is_none_or(|it| {
            [
                "rs", "md", "toml", "json", "jsonl", "txt", "csv", "py", "sh", "yml",
            ]
            .iter()
            .any(|wanted| it == *wanted)
        })
    };
    walk(&root, &text, &mut paths);
    let places = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        concat!("/ho", "me/"),
        concat!("file", ":///"),
    ];
    let mut faults = Vec::new();
    for path in paths {
        let Ok(content) = fs::read_to_string(&path) else {
            continue;
        };
        for place in places.iter().filter(|place| content.contains(**place)) {
            faults.push(format!(
                "{} names {place}",
                path.strip_prefix(&root).unwrap().display()
            ));
        }
    }
    complain(&faults);
}

#[test]
fn the_specification_has_enough_cases_in_each_language() {
    let mut cases: BTreeMap<String, usize> = BTreeMap::new();
    let mut paths = Vec::new();
    walk(
        &root().join("cases"),
        &|path| path.extension().is_some_and(|it| it == "md"),
        &mut paths,
    );
    for path in paths {
        for line in fs::read_to_string(path).unwrap().lines() {
            for language in ["en", "es", "ru"] {
                let opens = line.starts_with("```text") || line.starts_with("```transcript");
                if opens && line.split_whitespace().nth(1) == Some(language) {
                    *cases.entry(language.to_owned()).or_default() += 1;
                }
            }
        }
    }
    let all: usize = cases.values().sum();
    assert!(all >= 80, "80 cases are the least, there are {all}");
    assert!(
        cases.len() == 3 && cases.values().all(|count| *count >= 15),
        "15 a language are the least: {cases:?}"
    );
}

#[test]
fn every_reader_has_a_fuzz_target() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    let wanted = [
        "text",
        "html",
        "email",
        "word",
        "pdf",
        "table",
        "vcard",
        "transcript",
        "chat",
        "ftm",
        "zip",
        "calls",
        "custody",
    ];
    let faults: Vec<String> = wanted
        .iter()
        .filter(|name| {
            !manifest.contains(&format!("name = \"{name}\""))
                || !root().join(format!("fuzz/fuzz_targets/{name}.rs")).exists()
        })
        .map(|name| format!("no fuzz target for {name}"))
        .collect();
    complain(&faults);
}
