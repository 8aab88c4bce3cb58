//! `clew report`: the case file as one HTML page.

use super::args::Report;
use super::error::Failure;
use super::out;
use super::view::{self, View};
use crate::casefile::CaseFile;
use crate::report;
use serde_json::json;
use std::path::{Path, PathBuf};

pub(super) fn report(it: &Report, json: bool) -> Result<(), Failure> {
    let output = it.output.clone().unwrap_or_else(|| beside(&it.case));
    let view = view::open(&it.case, &it.sight, &format!("report {}", output.display()))?;
    write(&view, &output)?;
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

/// Renders the case file and puts it at `output`, whole or not at all.
pub(super) fn write(view: &View, output: &Path) -> Result<(), Failure> {
    let file = CaseFile::of(&view.study);
    put(output, report::html(&view.mask.case(file)).as_bytes())
}

/// Writes a file by way of a temporary one beside it, so that a half-written one is never seen.
pub(super) fn put(output: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut name = output.as_os_str().to_os_string();
    name.push(".part");
    let part = PathBuf::from(name);
    std::fs::write(&part, bytes).map_err(|error| Failure::io(&part, &error))?;
    std::fs::rename(&part, output).map_err(|error| Failure::io(output, &error))
}
