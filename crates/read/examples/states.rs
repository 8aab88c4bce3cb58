//! Reads every file of a folder and prints a table of states by corpus: `states FOLDER [--why]`.
//!
//! Each file is read in a worker, which is this program run again.

use read::{Hint, Limits, worker};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

/// Reads one file in a worker.
fn read(program: &Path, path: &Path) -> Option<model::Reading> {
    let bytes = std::fs::read(path).ok()?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let hint = Hint {
        evidence: model::EvidenceId::of(&bytes),
        name: name.into_owned(),
        settings: BTreeMap::new(),
    };
    Some(worker::read(
        program,
        &["read-worker"],
        &bytes,
        &hint,
        &Limits::default(),
    ))
}

/// One line about a file.
fn line(path: &Path, reading: &model::Reading, took: u128) -> String {
    let formats: Vec<String> = reading
        .documents
        .iter()
        .map(|document| format!("{}:{}", document.format, document.language))
        .collect();
    let faults: Vec<&str> = reading
        .faults
        .iter()
        .map(|fault| fault.what.as_str())
        .collect();
    format!(
        "{}\t{took} ms\t{}\t{}\t{}\t{}",
        path.display(),
        reading.state.as_str(),
        reading.state.why().unwrap_or(""),
        formats.join(","),
        faults.join(" | ")
    )
}

#[expect(
    clippy::print_stdout,
    reason = "a tool for developers prints its table"
)]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (Some(folder), Ok(program)) = (arguments.first(), std::env::current_exe()) else {
        println!("states FOLDER [--why]");
        return std::process::ExitCode::FAILURE;
    };
    if folder == "read-worker" {
        return worker::serve();
    }
    let why = arguments.iter().any(|argument| argument == "--why");
    let root = PathBuf::from(folder);
    let mut paths = Vec::new();
    files(&root, &mut paths);
    let mut table: BTreeMap<String, BTreeMap<&str, usize>> = BTreeMap::new();
    let begun = Instant::now();
    for path in &paths {
        let start = Instant::now();
        let Some(reading) = read(&program, path) else {
            continue;
        };
        let short = path.strip_prefix(&root).unwrap_or(path);
        let corpus = short
            .parent()
            .map(|path| path.display().to_string())
            .unwrap_or_default();
        let states = table.entry(corpus).or_default();
        *states.entry(reading.state.as_str()).or_default() += 1;
        if why {
            println!("{}", line(short, &reading, start.elapsed().as_millis()));
        }
    }
    for (corpus, states) in table {
        let states: Vec<String> = states
            .iter()
            .map(|(state, n)| format!("{state} {n}"))
            .collect();
        println!("{corpus:20} {}", states.join("  "));
    }
    println!(
        "{} files in {:.1} s",
        paths.len(),
        begun.elapsed().as_secs_f64()
    );
    std::process::ExitCode::SUCCESS
}
