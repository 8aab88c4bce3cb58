//! Checks a case against its own log; works on broken ones, changes nothing.

use crate::action::Action;
use crate::custody::{CUSTODY, Checker, Found};
use crate::disk::{names_in, sha256_of_file};
use crate::error::{Error, While};
use crate::evidence::{ADDING, EVIDENCE, PART, noted, path_of, relative};
use crate::line::Entry;
use crate::store::{DERIVED, JOURNAL, foreign};
use model::EvidenceId;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::BufReader;
use std::path::Path;

/// One thing that is not as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyFault {
    /// The file, relative to the case; for the log with its line: `custody.jsonl line 7`.
    pub where_: String,
    /// What is wrong.
    pub what: String,
}

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct VerifyReport {
    /// Sound log entries.
    pub entries: u64,
    /// Pieces of evidence that are as they were received.
    pub evidence: u64,
    /// Everything that is not as it was written. Empty: the case is sound.
    pub faults: Vec<VerifyFault>,
    /// What a person should know though nothing is wrong.
    pub notes: Vec<String>,
    /// What the folder cannot prove by itself, and what would.
    pub cannot_prove: Vec<String>,
    /// Number and hash of the last sound entry: written down elsewhere, they prove later that nothing was cut.
    pub head: Option<(u64, String)>,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    pub const fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }

    /// Adds a fault.
    fn fault(&mut self, place: impl Into<String>, what: impl Into<String>) {
        self.faults.push(VerifyFault {
            where_: place.into(),
            what: what.into(),
        });
    }
}

/// What the log says about the rest of the folder.
#[derive(Default)]
struct Said {
    /// Size and first entry of each piece of evidence.
    evidence: BTreeMap<EvidenceId, (u64, u64)>,
    /// The last entry that begins or ends a run.
    run: Option<(u64, Action)>,
}

/// Checks every line of the log, every byte of the evidence, the derived store and the folder itself.
///
/// Fails only where the folder cannot be read at all; what is wrong with the case stands in the report.
pub fn verify(path: &Path) -> Result<VerifyReport, Error> {
    let log = path.join(CUSTODY);
    if path.is_file() {
        return Err(Error::NotAFolder {
            path: path.to_owned(),
        });
    }
    if !log.exists() && !path.join(EVIDENCE).exists() {
        return Err(Error::NotACase {
            path: path.to_owned(),
        });
    }
    let mut report = VerifyReport::default();
    let said = if is_file(&log) {
        check_log(&log, &mut report)?
    } else {
        report.fault(CUSTODY, "the log is missing");
        Said::default()
    };
    check_evidence(path, &said, &mut report)?;
    check_strays(path, &said, &mut report)?;
    check_derived(path, &said, &mut report)?;
    say_limits(&mut report);
    Ok(report)
}

/// Checks every line and gathers what the sound ones say.
fn check_log(path: &Path, report: &mut VerifyReport) -> Result<Said, Error> {
    let file = File::open(path).doing("cannot open", path)?;
    let mut checker = Checker::new(BufReader::new(file));
    let mut said = Said::default();
    let mut lines = 0;
    while let Some((line, found)) = checker.next().doing("cannot read", path)? {
        lines = line;
        let place = format!("{CUSTODY} line {line}");
        match found {
            Found::Sound(entry) => {
                report.entries += 1;
                hear(*entry, &mut said, report);
            }
            Found::Faulty(what) => report.fault(place, what),
            Found::Torn(bytes) => report.fault(
                place,
                format!(
                    "the line is not whole ({} bytes, no line end): a write was cut off by a crash before it was \
                     acknowledged, or the file was cut; the next write to the case mends it",
                    bytes.len()
                ),
            ),
        }
    }
    if lines == 0 {
        report.fault(CUSTODY, "the log is empty");
    }
    Ok(said)
}

/// Takes down what a sound entry says.
fn hear(entry: Entry, said: &mut Said, report: &mut VerifyReport) {
    match entry.action {
        Action::Deposited { evidence, size, .. } => {
            said.evidence
                .entry(evidence)
                .or_insert((size, entry.number));
        }
        action @ (Action::RunStarted | Action::RunEnded { .. }) => {
            said.run = Some((entry.number, action));
        }
        Action::Unknown => report.notes.push(format!(
            "entry {} was written by a later version ({}); what it says is not checked",
            entry.number, entry.tool
        )),
        _ => {}
    }
    report.head = Some((entry.number, entry.hash));
}

/// Checks that all evidence the log speaks of is there, byte for byte.
fn check_evidence(case: &Path, said: &Said, report: &mut VerifyReport) -> Result<(), Error> {
    let mut writable = 0;
    for (id, (size, number)) in &said.evidence {
        let path = path_of(case, id);
        if !is_file(&path) {
            report.fault(
                relative(id),
                format!("missing: entry {number} says that it was put in ({size} bytes)"),
            );
            continue;
        }
        match sha256_of_file(&path) {
            Ok((hash, _)) if hash == id.as_str() => report.evidence += 1,
            Ok((_, found)) if found != *size => report.fault(
                relative(id),
                format!("changed: {found} bytes, where entry {number} says {size}"),
            ),
            Ok(_) => report.fault(
                relative(id),
                format!("changed: the bytes are not those of entry {number}"),
            ),
            Err(error) => report.fault(relative(id), error.to_string()),
        }
        let rights = fs::metadata(&path)
            .doing("cannot look at", &path)?
            .permissions();
        writable += u64::from(!rights.readonly());
    }
    if writable > 0 {
        report.notes.push(format!(
            "{writable} evidence files can be written to; clew leaves them read-only, so somebody or a copying program changed that"
        ));
    }
    Ok(())
}

/// Checks that nothing lies in the folder that the log does not speak of.
fn check_strays(case: &Path, said: &Said, report: &mut VerifyReport) -> Result<(), Error> {
    let noted = noted(case);
    for name in names_in(case)? {
        let name = name.to_string_lossy().into_owned();
        match name.as_str() {
            CUSTODY | EVIDENCE | DERIVED | JOURNAL => {}
            name if name.starts_with(PART) => note_unfinished(name, report),
            name => report.fault(name, "not part of a case: clew never writes this file"),
        }
    }
    let evidence = case.join(EVIDENCE);
    if !is_folder(&evidence) {
        report.fault(EVIDENCE, "the folder of the evidence is missing");
        return Ok(());
    }
    for name in names_in(&evidence)? {
        let folder = evidence.join(&name);
        let name = name.to_string_lossy().into_owned();
        if name == ADDING {
            note_unfinished(&format!("{EVIDENCE}/{name}"), report);
        } else if is_folder(&folder) {
            for file in names_in(&folder)? {
                check_stray(&name, &file.to_string_lossy(), said, &noted, report);
            }
        } else {
            report.fault(format!("{EVIDENCE}/{name}"), "not evidence: a stray file");
        }
    }
    Ok(())
}

/// Checks that a file among the evidence is evidence.
fn check_stray(
    folder: &str,
    file: &str,
    said: &Said,
    noted: &BTreeSet<EvidenceId>,
    report: &mut VerifyReport,
) {
    let place = format!("{EVIDENCE}/{folder}/{file}");
    if file.starts_with(PART) {
        note_unfinished(&place, report);
        return;
    }
    match EvidenceId::parse(file).filter(|_| file.starts_with(folder) && folder.len() == 2) {
        None => report.fault(place, "not evidence: a stray file"),
        Some(id) if said.evidence.contains_key(&id) => {}
        Some(id) if noted.contains(&id) => note_unfinished(&place, report),
        Some(_) => report.fault(
            place,
            "no entry of the log speaks of it: entries were cut from the log or changed, or the file was put there by hand",
        ),
    }
}

/// Says that something was left by an interrupted addition.
fn note_unfinished(place: &str, report: &mut VerifyReport) {
    report.notes.push(format!(
        "{place} was left when something was being added and never acknowledged; the next write to the case removes it"
    ));
}

/// Checks the derived store against the end of the last run.
fn check_derived(case: &Path, said: &Said, report: &mut VerifyReport) -> Result<(), Error> {
    let path = case.join(DERIVED);
    let journal = fs::symlink_metadata(case.join(JOURNAL)).is_ok();
    let there = fs::symlink_metadata(&path).is_ok();
    let comes_back = "it can be deleted and comes back with `clew run`";
    match &said.run {
        Some((number, Action::RunEnded { derived })) => {
            if journal {
                report.fault(JOURNAL, "left though the last run ended");
            }
            match derived {
                _ if !there => report
                    .notes
                    .push("derived.db is not there; `clew run` brings it back".to_owned()),
                Some(hash) if is_file(&path) && sha256_of_file(&path)?.0 == *hash => {}
                _ => report.fault(
                    DERIVED,
                    format!("changed after the run that ended with entry {number}; {comes_back}"),
                ),
            }
        }
        Some((number, _)) => {
            if there && (!is_file(&path) || (!journal && foreign(&path)?.is_some())) {
                report.fault(
                    DERIVED,
                    format!("not a store of this version; {comes_back}"),
                );
            }
            report.notes.push(format!(
                "the run that began with entry {number} has not ended: `clew run` goes on with it"
            ));
            report.cannot_prove.push(
                "that derived.db was not changed: its hash is taken at the end of a run".to_owned(),
            );
        }
        None if there || journal => report.fault(
            DERIVED,
            format!("it is there though no run is on record; {comes_back}"),
        ),
        None => {}
    }
    Ok(())
}

/// Says what no check inside the folder can show.
fn say_limits(report: &mut VerifyReport) {
    if let Some((number, hash)) = &report.head {
        report.cannot_prove.push(format!(
            "that nothing was cut from the end of the log, or all of it written anew: keep \"entry {number}, hash {hash}\" \
             where nobody with access to the case can change it, and compare"
        ));
    }
    report.cannot_prove.push(
        "who somebody was, and when: names are as typed, times as the computer's clock had them"
            .to_owned(),
    );
}

/// Whether a plain file is there; a link is none.
fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_file())
}

/// Whether a folder is there; a link is none.
fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_dir())
}
