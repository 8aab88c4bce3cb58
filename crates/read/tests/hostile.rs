//! Every file of `../shared/data/hostile` through a worker process: each ends in one state, none takes the caller down, and a reader that
//! keeps a worker for plain texts says the same of each.
//!
//! Skipped, and said so, where the folder is not there. This binary is its own worker.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a test without the harness, so that it can be the worker"
)]

#[path = "reads/kept.rs"]
mod kept;

use read::{Limits, worker};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Set for the process that is to be the worker.
const ROLE: &str = "--worker-for-test";
/// One file in so many is read unless `CLEW_HOSTILE=all`: a debug build is slow.
const STEP: usize = 7;

fn main() -> ExitCode {
    if std::env::args().nth(1).as_deref() == Some(ROLE) {
        return worker::serve();
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/hostile");
    let root = if root.is_dir() {
        root
    } else {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/data/hostile")
    };
    let Ok(corpora) = std::fs::read_dir(&root) else {
        println!("hostile: skipped, there is no ../shared/data/hostile");
        return ExitCode::SUCCESS;
    };
    let step = match std::env::var("CLEW_HOSTILE") {
        Ok(all) if all == "all" => 1,
        _ => STEP,
    };
    let program = std::env::current_exe().expect("a program");
    let mut corpora: Vec<PathBuf> = corpora.flatten().map(|entry| entry.path()).collect();
    corpora.sort();
    let mut reader = worker::Reader::new(&program, &[ROLE]);
    let mut broken = 0;
    for corpus in corpora {
        let mut states: BTreeMap<&str, usize> = BTreeMap::new();
        let mut files: Vec<PathBuf> = std::fs::read_dir(&corpus)
            .map(|files| files.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        files.sort();
        for path in files.iter().step_by(step) {
            let Ok(bytes) = std::fs::read(path) else {
                continue;
            };
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let hint = kept::hint(&bytes, &name);
            let reading = worker::read(&program, &[ROLE], &bytes, &hint, &Limits::default());
            // Where a file ran into its limits, a second try may end otherwise; such files are no text.
            if std::str::from_utf8(&bytes).is_ok() {
                let kept = reader.read(&bytes, &hint, &Limits::default());
                if kept != reading {
                    println!("{}: a kept worker reads it otherwise", path.display());
                    broken += 1;
                }
            }
            *states.entry(reading.state.as_str()).or_default() += 1;
            let spans = kept::broken(&reading).filter(|why| !why.contains("bytes of text"));
            if let Some(why) = spans {
                println!("{}: {why}", path.display());
                broken += 1;
            }
        }
        println!(
            "{:20} {states:?}",
            corpus.file_name().unwrap_or_default().display()
        );
    }
    ExitCode::from(u8::from(broken > 0))
}
