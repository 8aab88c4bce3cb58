//! `clew report`: the case file as one HTML page.

use super::args::Report;
use super::error::Failure;
use super::out;
use super::view::{self, View};
use crate::casefile::CaseFile;
use crate::report;
use serde_json::json;
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};
use vault::{Action, Case};

pub(super) fn report(it: &Report, json: bool) -> Result<(), Failure> {
    let output = it.output.clone().unwrap_or_else(|| beside(&it.case));
    let view = view::open(&it.case, &it.sight, &format!("report {}", output.display()))?;
    leave(
        &mut Case::open(&it.case)?,
        &view::who(it.sight.who.as_ref()),
        "html",
        &output,
        page(&view).as_bytes(),
    )?;
    if json {
        return out::own_json(
            &json!({"type": "report", "output": output, "masked": view.unmasking.is_none()}),
        );
    }
    out::line(&format!("Wrote the case file: {}", output.display()))?;
    if view.unmasking.is_none() {
        out::line(
            "Protected persons are masked. Names: --unmask \"why\"; the custody log keeps the reason.",
        )?;
    }
    Ok(())
}

/// The page's path where none is asked for: beside the case, under the case's name.
pub(super) fn beside(case: &Path) -> PathBuf {
    let mut name = case
        .file_name()
        .unwrap_or_else(|| std::ffi::OsStr::new("case"))
        .to_os_string();
    name.push(".html");
    case.with_file_name(name)
}

/// The case file as a page.
pub(super) fn page(view: &View) -> String {
    report::html(&view.mask.case(CaseFile::of(&view.study)))
}

/// Writes a file that leaves the case, and says so in the custody log before it stands there.
///
/// The log gets the file's name, not its folder: the log is shown in reports, and a folder may name a person.
pub(super) fn leave(
    case: &mut Case,
    who: &str,
    format: &str,
    output: &Path,
    bytes: &[u8],
) -> Result<(), Failure> {
    let part = beside_it(output);
    std::fs::write(&part, bytes).map_err(|error| unwritten(&part, output, &error))?;
    let logged = case.log(
        &Action::Exported {
            format: format.to_owned(),
            output: output
                .file_name()
                .unwrap_or(output.as_os_str())
                .to_string_lossy()
                .into_owned(),
            sha256: format!("{:x}", Sha256::digest(bytes)),
        },
        who,
    );
    if let Err(error) = logged {
        // What is not in the log must not leave; the half-way file is ours to take away.
        drop(std::fs::remove_file(&part));
        return Err(error.into());
    }
    std::fs::rename(&part, output).map_err(|error| Failure::io(output, &error))
}

/// Whether the log says already that these very bytes left.
pub(super) fn has_left(case: &Case, bytes: &[u8]) -> bool {
    let hash = format!("{:x}", Sha256::digest(bytes));
    case.entries()
        .iter()
        .any(|entry| matches!(&entry.action, Action::Exported { sha256, .. } if *sha256 == hash))
}

/// Writes a file by way of a temporary one beside it, so that a half-written one is never seen.
pub(super) fn put(output: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let part = beside_it(output);
    std::fs::write(&part, bytes).map_err(|error| unwritten(&part, output, &error))?;
    std::fs::rename(&part, output).map_err(|error| Failure::io(output, &error))
}

/// The failure to write a temporary file, told of the path that was asked for.
fn unwritten(part: &Path, output: &Path, error: &std::io::Error) -> Failure {
    drop(std::fs::remove_file(part));
    Failure::io(output, error)
}

fn beside_it(output: &Path) -> PathBuf {
    let mut name = output.as_os_str().to_os_string();
    name.push(".part");
    PathBuf::from(name)
}
