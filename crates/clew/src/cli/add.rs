//! `clew add`: evidence into a case.

use super::args::Add;
use super::collect::{self, Found, collect};
use super::error::{Failure, FailureKind};
use super::progress::Progress;
use super::{out, run, stopping, view};
use crate::run::{WORKER, Watch as _};
use model::EvidenceId;
use read::calls::NO_COLUMN;
use read::{Hint, worker};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::Ordering;
use vault::{Case, Deposit};

/// Bytes held in memory at most before what was read is put on disk.
const BATCH_BYTES: usize = 32 << 20;

/// Files held back at most before they are acknowledged: what a stop may cost is little.
const BATCH_FILES: usize = 500;

pub(super) fn add(it: &Add, json: bool) -> Result<(), Failure> {
    let mut case = Case::open(&it.case)?;
    let own = collect::real(&it.case).unwrap_or_else(|| it.case.clone());
    let mut found = Found::default();
    for path in &it.paths {
        collect(path, &own, &mut found)?;
    }
    for (path, why) in &found.skipped {
        skipped(path, why, json)?;
    }
    if found.files.is_empty() {
        return Err(Failure::case("there are no files in what was named")
            .hint("name files, or folders that hold some"));
    }
    check_map(it, &found)?;
    let stop = stopping::listen("the files at hand");
    let mut progress = Progress::new(json);
    progress.stage("adding", found.files.len());
    let mut counts = Counts::default();
    let mut batch = Vec::new();
    let mut size = 0;
    for (path, name) in &found.files {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        match std::fs::read(path) {
            Ok(bytes) => {
                size += bytes.len();
                batch.push((bytes, deposit(it, name)));
            }
            Err(error) => counts
                .unreadable
                .push(format!("{}: {error}", path.display())),
        }
        progress.step(name);
        if size >= BATCH_BYTES || batch.len() >= BATCH_FILES {
            put(&mut case, &mut batch, &mut counts, json)?;
            size = 0;
        }
    }
    put(&mut case, &mut batch, &mut counts, json)?;
    progress.done();
    let left = found.files.len() - counts.new - counts.known - counts.unreadable.len();
    if left > 0 {
        return Err(stopped(it, &counts, left));
    }
    finish(it, &counts, json)
}

/// Refuses a map with a column that a table does not have, before anything is stored. Workers look into the tables.
fn check_map(it: &Add, found: &Found) -> Result<(), Failure> {
    if it.map.is_none() || it.not_calls {
        return Ok(());
    }
    let limits = run::limits(run::MEMORY, run::SECONDS);
    let plan = run::plan(Some(1), limits, view::who(it.who.as_ref()))?;
    let mut reader = worker::Reader::new(&plan.program, &[WORKER]);
    for (path, name) in &found.files {
        // What cannot be opened is told when it is to be added.
        let Ok(bytes) = std::fs::read(path) else {
            continue;
        };
        let hint = Hint {
            evidence: EvidenceId::of(&bytes),
            name: name.clone(),
            settings: settings(it),
        };
        let reading = reader.read(&bytes, &hint, &plan.limits);
        let mut faults = reading.faults.iter();
        if let Some(fault) = faults.find(|fault| fault.what.contains(NO_COLUMN)) {
            return Err(
                Failure::case(format!("{}: {}", path.display(), fault.what)).hint(
                    "--map from=2,to=3: columns are counted from 0, or named as in the header; add other tables by themselves",
                ),
            );
        }
    }
    Ok(())
}

/// Says what of a folder is not added.
fn skipped(path: &Path, why: &str, json: bool) -> Result<(), Failure> {
    if json {
        return out::own_json(&json!({"type": "skipped", "file": path, "why": why}));
    }
    Ok(out::line(&format!("Skipped {}: {why}", path.display()))?)
}

/// What a stop leaves: what was acknowledged stays.
fn stopped(it: &Add, counts: &Counts, left: usize) -> Failure {
    Failure::new(
        FailureKind::Stopped,
        format!(
            "stopped; {} added so far, and they stay; {} not added",
            files(counts.new + counts.known),
            files(left)
        ),
    )
    .hint(format!(
        "the same clew add {} again: what is in is not stored twice, only logged once more",
        vault::quoted(&it.case)
    ))
}

#[derive(Default)]
struct Counts {
    new: usize,
    known: usize,
    unreadable: Vec<String>,
}

/// Puts a batch on disk; only then is it said to be added.
fn put(
    case: &mut Case,
    batch: &mut Vec<(Vec<u8>, Deposit)>,
    counts: &mut Counts,
    json: bool,
) -> Result<(), Failure> {
    let mut transaction = case.batch()?;
    for (bytes, deposit) in batch.iter() {
        transaction.deposit(bytes, deposit)?;
    }
    for (deposited, (_, deposit)) in transaction.commit()?.iter().zip(batch.iter()) {
        if deposited.new {
            counts.new += 1;
        } else {
            counts.known += 1;
        }
        if json {
            out::own_json(&json!({
                "type": "deposit", "file": deposit.name, "evidence": deposited.evidence,
                "entry": deposited.entry, "new": deposited.new,
            }))?;
        }
    }
    batch.clear();
    Ok(())
}

/// What is said of call records.
fn settings(it: &Add) -> BTreeMap<String, String> {
    let mut settings = BTreeMap::new();
    let given = [
        ("zone", &it.zone),
        ("region", &it.region),
        ("map", &it.map),
        ("order", &it.order),
        ("own", &it.own),
    ];
    if it.not_calls {
        settings.insert("calls".to_owned(), "no".to_owned());
    }
    for (key, value) in given {
        if let Some(value) = value {
            settings.insert(key.to_owned(), value.clone());
        }
    }
    settings
}

fn deposit(it: &Add, name: &str) -> Deposit {
    Deposit {
        name: name.to_owned(),
        from: it.from.clone(),
        publisher: it.publisher.clone(),
        date: it.date,
        basis: it.basis.clone(),
        who: view::who(it.who.as_ref()),
        container: None,
        settings: settings(it),
    }
}

fn finish(it: &Add, counts: &Counts, json: bool) -> Result<(), Failure> {
    if !json {
        out::line(&format!(
            "Added {}; {} already in the case (logged once more).",
            files(counts.new),
            files(counts.known)
        ))?;
        if it.basis.is_none() {
            out::line("No legal basis was given (--basis); the custody log says so.")?;
        }
        out::line(&format!("Next: clew run {}", vault::quoted(&it.case)))?;
    }
    if counts.unreadable.is_empty() {
        return Ok(());
    }
    let listed = counts.unreadable.join("\n  ");
    Err(Failure::new(
        FailureKind::Io,
        format!(
            "{} could not be opened, so not added:\n  {listed}",
            files(counts.unreadable.len())
        ),
    )
    .hint("mend their permissions and add them again; the others are in"))
}

/// So many files, in words.
fn files(count: usize) -> String {
    match count {
        1 => "1 file".to_owned(),
        count => format!("{count} files"),
    }
}
