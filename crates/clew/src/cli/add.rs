//! `clew add`: evidence into a case.

use super::args::Add;
use super::error::Failure;
use super::progress::Progress;
use super::{out, view};
use crate::run::Watch as _;
use serde_json::json;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use vault::{Case, Deposit};

/// Bytes held in memory at most before what was read is put on disk.
const BATCH_BYTES: usize = 32 << 20;

pub(super) fn add(it: &Add, json: bool) -> Result<(), Failure> {
    let mut files = Vec::new();
    for path in &it.paths {
        collect(path, &mut files)?;
    }
    if files.is_empty() {
        return Err(Failure::case("there are no files in what was named"));
    }
    let mut case = Case::open(&it.case)?;
    let mut progress = Progress::new(json);
    progress.stage("adding", files.len());
    let mut counts = Counts::default();
    let mut batch = Vec::new();
    let mut size = 0;
    for (path, name) in &files {
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
        if size >= BATCH_BYTES {
            put(&mut case, &mut batch, &mut counts, json)?;
            size = 0;
        }
    }
    put(&mut case, &mut batch, &mut counts, json)?;
    progress.done();
    finish(it, &counts, json)
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

fn deposit(it: &Add, name: &str) -> Deposit {
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
    Deposit {
        name: name.to_owned(),
        from: it.from.clone(),
        publisher: it.publisher.clone(),
        date: it.date,
        basis: it.basis.clone(),
        who: view::who(it.who.as_ref()),
        container: None,
        settings,
    }
}

/// All files under `path` in order of their names, each with the name it is known by.
fn collect(path: &Path, files: &mut Vec<(PathBuf, String)>) -> Result<(), Failure> {
    let found = std::fs::symlink_metadata(path).map_err(|error| Failure::io(path, &error))?;
    if found.is_dir() {
        let base = path.parent().unwrap_or(path).to_path_buf();
        return walk(path, &base, files);
    }
    let name = path.file_name().map_or_else(|| path.into(), PathBuf::from);
    files.push((path.to_path_buf(), name.to_string_lossy().into_owned()));
    Ok(())
}

fn walk(folder: &Path, base: &Path, files: &mut Vec<(PathBuf, String)>) -> Result<(), Failure> {
    let entries = std::fs::read_dir(folder).map_err(|error| Failure::io(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(|error| Failure::io(folder, &error))?.path());
    }
    paths.sort();
    for path in paths {
        let found = std::fs::symlink_metadata(&path).map_err(|error| Failure::io(&path, &error))?;
        if found.is_dir() {
            walk(&path, base, files)?;
        } else if found.is_file() {
            // Links are not followed: what they point at may lie outside what was meant.
            let name = path.strip_prefix(base).unwrap_or(&path);
            let name = name.components().skip(1).collect::<PathBuf>();
            files.push((path.clone(), name.to_string_lossy().into_owned()));
        }
    }
    Ok(())
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
        out::line(&format!("Next: clew run {}", it.case.display()))?;
    }
    if counts.unreadable.is_empty() {
        return Ok(());
    }
    let listed = counts.unreadable.join("\n  ");
    Err(Failure::new(
        super::error::FailureKind::Io,
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
