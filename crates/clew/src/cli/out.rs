//! The only place that writes to the terminal: lines, JSON Lines, tables, complaints.

use super::error::Failure;
use crate::redact::Redacted;
use comfy_table::{ContentArrangement, Table, TableComponent, presets};
use serde::Serialize;
use std::io::{self, IsTerminal as _, Write as _};

/// Writes one line of clew's own words; words of the evidence go through [`masked`].
pub(super) fn line(text: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{text}")
}

/// Writes one line that holds words of the evidence.
pub(super) fn masked(text: &Redacted<String>) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{text}")
}

/// Writes one JSON object on a line, its words masked.
pub(super) fn json(value: &Redacted<serde_json::Value>) -> Result<(), Failure> {
    own_json(&**value)
}

/// Writes one JSON object on a line that holds only clew's own words and figures.
pub(super) fn own_json(value: &impl Serialize) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    serde_json::to_writer(&mut stdout, value)?;
    stdout.write_all(b"\n")?;
    Ok(())
}

/// Writes a note to the error stream, where it does not disturb what is piped on.
pub(super) fn note(text: &str) {
    // A closed error stream is no reason to stop.
    drop(writeln!(io::stderr().lock(), "{text}"));
}

/// Writes a failure with its kind and its way out.
pub(super) fn complain(failure: &Failure) {
    note(&format!("error ({}): {failure}", failure.label()));
    if let Some(hint) = failure.way_out() {
        note(&format!("  try: {hint}"));
    }
}

/// A table of masked cells; `empty` is said where there are no rows.
pub(super) fn table(head: &[&str], rows: &[Vec<Redacted<String>>], empty: &str) -> io::Result<()> {
    if rows.is_empty() {
        return line(empty);
    }
    let mut table = Table::new();
    table.load_preset(presets::UTF8_HORIZONTAL_ONLY);
    // A line below every row doubles the length of a list; only the head is set apart.
    table.remove_style(TableComponent::HorizontalLines);
    table.remove_style(TableComponent::MiddleIntersections);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if !io::stdout().is_terminal() {
        table.set_width(160);
    }
    table.set_header(head.to_vec());
    for row in rows {
        table.add_row(row.iter().map(|cell| cell.as_str()));
    }
    let mut stdout = io::stdout().lock();
    for line in table.lines() {
        writeln!(stdout, "{}", line.trim_end())?;
    }
    Ok(())
}
