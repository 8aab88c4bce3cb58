//! The only place that writes to the terminal: lines, JSON Lines, tables, complaints.

use super::error::Failure;
use crate::redact::Redacted;
use comfy_table::{ContentArrangement, Table, TableComponent, presets};
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, IsTerminal as _, Write as _};

/// Writes one line of clew's own words; words of the evidence go through [`masked`].
pub(super) fn line(text: &str) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{}", visible(text))
}

/// Writes one line that holds words of the evidence.
pub(super) fn masked(text: &Redacted<String>) -> io::Result<()> {
    writeln!(io::stdout().lock(), "{}", visible(text))
}

/// The text as a terminal may have it: what would steer the terminal, or turn words round, is shown by a sign instead.
fn visible(text: &str) -> Cow<'_, str> {
    let steers = |c: char| {
        c.is_control() && !matches!(c, '\n' | '\t') || matches!(c, '\u{202d}' | '\u{202e}')
    };
    if !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    // U+2400 and on are signs for the control characters.
    let sign = |c: char| match u32::from(c) {
        low @ 0..32 => char::from_u32(0x2400 + low).unwrap_or('\u{fffd}'),
        0x7f => '\u{2421}',
        _ => '\u{fffd}',
    };
    let shown = text.chars().map(|c| if steers(c) { sign(c) } else { c });
    Cow::Owned(shown.collect())
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
    drop(writeln!(io::stderr().lock(), "{}", visible(text)));
}

/// Writes a failure with its kind and its way out; as one JSON object where `json`.
pub(super) fn complain(failure: &Failure, json: bool) {
    if json {
        return complain_json(failure.label(), &failure.to_string(), failure.way_out());
    }
    note(&format!("error ({}): {failure}", failure.label()));
    if let Some(hint) = failure.way_out() {
        note(&format!("  try: {hint}"));
    }
}

/// Writes a failure as one JSON object on the error stream.
pub(super) fn complain_json(kind: &str, message: &str, hint: Option<&str>) {
    let value =
        serde_json::json!({"type": "error", "kind": kind, "message": message, "hint": hint});
    note(&value.to_string());
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
        table.add_row(row.iter().map(|cell| visible(cell)));
    }
    let mut stdout = io::stdout().lock();
    for line in table.lines() {
        writeln!(stdout, "{}", line.trim_end())?;
    }
    Ok(())
}
