//! `clew status`: what a case holds, what could not be read, what to do next.

use super::args::Status;
use super::error::Failure;
use super::view::{self, View, one_line};
use super::{out, summary};
use crate::run::Ran;
use vault::Case;

pub(super) fn status(it: &Status, json: bool) -> Result<(), Failure> {
    let case = Case::open(&it.case)?;
    let records = case.evidence();
    if it.files && (json || records.is_empty()) && crate::run::study(&case)?.is_none() {
        return unread(&records, json);
    }
    if records.is_empty() {
        if json {
            return summary_of_none(&case, 0, "add");
        }
        out::line(&format!(
            "Case \"{}\" is empty.\nNext: {}",
            case.name(),
            view::add_first(&it.case)
        ))?;
        return Ok(());
    }
    if crate::run::study(&case)?.is_none() {
        if json {
            return summary_of_none(&case, records.len(), "run");
        }
        out::line(&format!(
            "Case \"{}\" holds {} pieces of evidence and has not been run to its end.\nNext: clew run {}",
            case.name(),
            records.len(),
            vault::quoted(&it.case)
        ))?;
        return Ok(());
    }
    drop(case);
    let view = view::open(&it.case, &it.sight, "status")?;
    if it.files {
        return files(&view, json);
    }
    if json {
        return out::json(&view.mask.json(summary::json(&view, &Ran::default())));
    }
    summary::print(&view)
}

/// What is known of a case that was not run yet.
fn summary_of_none(case: &Case, unread: usize, next: &str) -> Result<(), Failure> {
    out::own_json(&serde_json::json!({
        "type": "summary", "case": case.name(), "evidence": {"unread": unread}, "next": next,
    }))
}

/// Files of a case that was not run yet.
fn unread(records: &[vault::EvidenceRecord], json: bool) -> Result<(), Failure> {
    for record in records.iter().filter(|_| json) {
        out::own_json(&serde_json::json!({
            "type": "evidence", "id": record.id, "file": record.name(), "size": record.size,
            "state": "unread", "why": "the case was not run yet", "from": record.from(), "basis": record.basis(),
        }))?;
    }
    if !json {
        out::line("No evidence yet.")?;
    }
    Ok(())
}

/// Every file with its one state and what was not as it should be.
fn files(view: &View, json: bool) -> Result<(), Failure> {
    let mut rows = Vec::new();
    let mut evidence: Vec<_> = view.study.evidence.iter().collect();
    evidence.sort_by_key(|line| (line.name.as_str(), line.id.as_str()));
    for line in evidence {
        if json {
            out::json(&view.mask.json(serde_json::json!({
                "type": "evidence", "id": line.id, "file": line.name, "size": line.size,
                "state": line.state.as_str(), "why": line.state.why(), "faults": line.faults,
                "from": line.from, "basis": line.basis, "received": line.received,
            })))?;
            continue;
        }
        let faults: Vec<String> = line
            .faults
            .iter()
            .map(|fault| match &fault.path {
                Some(path) => format!("{path}: {}", fault.what),
                None => fault.what.clone(),
            })
            .collect();
        let why = line
            .state
            .why()
            .map(str::to_owned)
            .into_iter()
            .chain(faults)
            .collect::<Vec<_>>()
            .join("; ");
        let cells = [
            line.id.short().to_owned(),
            line.name.clone(),
            bytes(line.size),
            line.state.as_str().to_owned(),
            one_line(&view.mask, &why, 160),
        ];
        rows.push(cells.iter().map(|cell| view.line(cell)).collect());
    }
    if !json {
        out::table(
            &[
                "evidence",
                "file",
                "size",
                "state",
                "what was not as it should be",
            ],
            &rows,
            "No evidence yet.",
        )?;
    }
    Ok(())
}

/// A size for people.
pub(super) fn bytes(size: u64) -> String {
    match size {
        0..=9_999 => format!("{size} B"),
        10_000..=9_999_999 => format!("{} kB", size / 1000),
        _ => format!("{} MB", size / 1_000_000),
    }
}
