//! `clew export`: the case for other programs.

use super::args::{Export, ExportFormat};
use super::error::Failure;
use super::out;
use super::report::{leave, put};
use super::view::{self, View};
use crate::export as formats;
use serde_json::Value;
use std::io::Write as _;
use std::path::Path;
use vault::Case;

impl ExportFormat {
    const fn name(self) -> &'static str {
        match self {
            Self::Ftm => "ftm",
            Self::Graphml => "graphml",
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
        }
    }
}

pub(super) fn export(it: &Export, json: bool) -> Result<(), Failure> {
    let to = it.output.as_ref().map_or_else(
        || "standard output".to_owned(),
        |path| path.display().to_string(),
    );
    if it.format == ExportFormat::Csv && it.output.is_none() {
        return Err(Failure::case("CSV tables are several files").hint("--output FOLDER"));
    }
    let view = view::open(
        &it.case,
        &it.sight,
        &format!("export {} {to}", it.format.name()),
    )?;
    match (it.format, &it.output) {
        (ExportFormat::Csv, Some(folder)) => tables(&view, it, folder)?,
        _ => text(&view, it)?,
    }
    let Some(output) = &it.output else {
        return Ok(());
    };
    if json {
        return out::own_json(
            &serde_json::json!({"type": "export", "format": it.format.name(), "output": output}),
        );
    }
    out::line(&format!("Wrote {}", output.display()))?;
    out::line("What this format cannot carry:")?;
    for loss in formats::losses(it.format.name()) {
        out::line(&format!("  - {loss}"))?;
    }
    Ok(())
}

/// Writes the one text of a format, and beside a file the statement of what it loses.
fn text(view: &View, it: &Export) -> Result<(), Failure> {
    let text = match it.format {
        ExportFormat::Graphml => graphml(view),
        ExportFormat::Ftm => lines(view, formats::entities(&view.study), formats::tidy)?,
        _ => lines(view, formats::lines(&view.study), |value| value)?,
    };
    let Some(output) = &it.output else {
        std::io::stdout().lock().write_all(text.as_bytes())?;
        return Ok(());
    };
    let who = view::who(it.sight.who.as_ref());
    let mut case = Case::open(&it.case)?;
    leave(&mut case, &who, it.format.name(), output, text.as_bytes())?;
    let mut sidecar = output.as_os_str().to_os_string();
    sidecar.push(".losses.txt");
    put(
        Path::new(&sidecar),
        (formats::losses(it.format.name()).join("\n") + "\n").as_bytes(),
    )
}

/// The values as lines, each masked and then made fit for its format.
fn lines(view: &View, values: Vec<Value>, fit: fn(Value) -> Value) -> Result<String, Failure> {
    let mut text = String::new();
    for value in values {
        text.push_str(&serde_json::to_string(&fit(
            (*view.mask.json(value)).clone()
        ))?);
        text.push('\n');
    }
    Ok(text)
}

fn graphml(view: &View) -> String {
    let text =
        inquiry::network::graphml(&view.study.network, &view.study.resolution.entities, |id| {
            view.mask.line(&view.entity_name(id)).to_string()
        });
    view.mask.line(&text).to_string()
}

fn tables(view: &View, it: &Export, folder: &Path) -> Result<(), Failure> {
    let who = view::who(it.sight.who.as_ref());
    let mut case = Case::open(&it.case)?;
    std::fs::create_dir_all(folder).map_err(|error| Failure::io(folder, &error))?;
    let tables = formats::tables(&view.study, |value| (*view.mask.json(value)).clone());
    for (name, rows) in tables {
        let mut text = String::new();
        for row in rows {
            let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        }
        let table = folder.join(format!("{name}.csv"));
        leave(&mut case, &who, "csv", &table, text.as_bytes())?;
    }
    let losses = formats::losses("csv").join("\n") + "\n";
    put(&folder.join("losses.txt"), losses.as_bytes())
}

/// A cell by RFC 4180. A leading `=`, `@` and the like gets an apostrophe, so that no spreadsheet runs it.
fn quoted(cell: &str) -> String {
    let number = cell
        .strip_prefix(['+', '-'])
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    let formula = cell.starts_with(['=', '@', '\t', '+', '-']) && !number;
    let cell = if formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}
