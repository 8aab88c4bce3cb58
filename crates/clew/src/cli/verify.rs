//! `clew verify`: nothing was changed, removed, added or reordered.

use super::args::Verify;
use super::error::Failure;
use super::out;
use serde_json::json;
use std::process::ExitCode;

pub(super) fn verify(it: &Verify, json: bool) -> Result<ExitCode, Failure> {
    let report = vault::verify(&it.case)?;
    let sound = report.faults.is_empty();
    match say(&report, json) {
        // The verdict stands, whether or not anybody reads to the end.
        Err(failure) if !failure.is_broken_pipe() => return Err(failure),
        _ => {}
    }
    Ok(if sound {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn say(report: &vault::VerifyReport, json: bool) -> Result<(), Failure> {
    let sound = report.faults.is_empty();
    if json {
        for fault in &report.faults {
            out::own_json(&json!({"type": "fault", "where": fault.where_, "what": fault.what}))?;
        }
        out::own_json(&json!({
            "type": "verified", "sound": sound, "entries": report.entries, "evidence": report.evidence,
            "head": report.head.as_ref().map(|(number, hash)| json!({"entry": number, "hash": hash})), "notes": report.notes, "cannot_prove": report.cannot_prove,
        }))?;
    } else {
        for fault in &report.faults {
            out::line(&format!("FAULT  {}: {}", fault.where_, fault.what))?;
        }
        for note in &report.notes {
            out::line(&format!("note   {note}"))?;
        }
        let result = if sound { "sound" } else { "NOT SOUND" };
        out::line(&format!(
            "{result}: {} custody entries and {} pieces of evidence checked, {} faults.",
            report.entries,
            report.evidence,
            report.faults.len()
        ))?;
        if let Some((number, hash)) = &report.head {
            out::line(&format!(
                "Head of the custody log, to be written down elsewhere: entry {number}, {hash}"
            ))?;
        }
        for limit in &report.cannot_prove {
            out::line(&format!("Cannot be proved from the case alone: {limit}"))?;
        }
    }
    Ok(())
}
