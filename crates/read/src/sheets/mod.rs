//! Workbooks (.xlsx, .xlsb, .xls, .ods): a part a sheet, a block a row, each cell as it reads.

mod beside;

use crate::draft::{Draft, Input, Writer};
use crate::table::{Row, Table};
use crate::text::contacts;
use beside::Sheets;
use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Sheet, SheetVisible, Xls, Xlsb, Xlsx};
use model::{Format, PartKind, Span};
use std::collections::BTreeMap;
use std::io::Cursor;

/// Which workbook format the bytes are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Book {
    /// Office Open XML.
    Xlsx,
    /// Its binary form.
    Xlsb,
    /// Excel 97 to 2003 and before.
    Xls,
    /// `OpenDocument`.
    Ods,
}

/// Cells read from one workbook, empty ones between filled ones counted.
const MAX_CELLS: usize = 3_000_000;
/// Columns of a sheet beyond which cells are left out.
const MAX_COLUMNS: usize = 16_384;

/// Rows by number, each with its filled cells by column.
type Cells = BTreeMap<u32, BTreeMap<u32, String>>;

/// Reads a workbook.
pub(crate) fn read(input: &Input<'_>, book: Book) -> Draft {
    let cursor = Cursor::new(input.bytes);
    let beside = match book {
        Book::Xlsx => beside::xlsx(input.bytes, input.limits),
        Book::Ods => beside::ods(input.bytes, input.limits),
        Book::Xlsb | Book::Xls => Sheets::new(),
    };
    let outcome = match book {
        Book::Xlsx => Xlsx::new(cursor)
            .map_err(|e| e.to_string())
            .map(|book| xlsx(input, book)),
        Book::Xlsb => Xlsb::new(cursor)
            .map_err(|e| e.to_string())
            .map(|book| others(input, book, &beside)),
        Book::Xls => Xls::new(cursor)
            .map_err(|e| e.to_string())
            .map(|book| others(input, book, &beside)),
        Book::Ods => Ods::new(cursor)
            .map_err(|e| e.to_string())
            .map(|book| others(input, book, &beside)),
    };
    let outcome = outcome.map(|mut draft| {
        beside::keep(&mut draft, &beside, input.limits);
        draft
    });
    outcome.unwrap_or_else(|why| {
        let locked = why.to_lowercase().contains("password");
        let why = if locked {
            "encrypted: it needs a password".to_owned()
        } else {
            format!("a damaged workbook: {why}")
        };
        Draft::refused(Format::Table, &why)
    })
}

/// Cells are taken one by one, so that a far corner costs nothing.
fn xlsx(input: &Input<'_>, mut book: Xlsx<Cursor<&[u8]>>) -> Draft {
    let sheets = book.sheets_metadata().to_vec();
    let mut draft = Draft::new(Format::Table);
    let mut left = MAX_CELLS;
    for sheet in &sheets {
        let mut cells = Cells::new();
        let mut fault = None;
        match book.worksheet_cells_reader(&sheet.name) {
            Err(error) => fault = Some(error.to_string()),
            Ok(mut reader) => loop {
                match reader.next_cell() {
                    Ok(Some(cell)) if left > 0 => {
                        left -= 1;
                        put(&mut cells, cell.get_position(), shown_ref(cell.get_value()));
                    }
                    Ok(Some(_)) => {
                        fault = Some(format!("more than {MAX_CELLS} cells"));
                        break;
                    }
                    Ok(None) => break,
                    Err(error) => {
                        fault = Some(error.to_string());
                        break;
                    }
                }
            },
        }
        keep(input, &mut draft, sheet, &cells, fault);
    }
    done(draft, sheets.len())
}

fn others<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(
    input: &Input<'_>,
    mut book: R,
    beside: &Sheets,
) -> Draft
where
    R::Error: std::fmt::Display,
    Cursor<B>: std::io::Read + std::io::Seek,
{
    let sheets = book.sheets_metadata().to_vec();
    let mut draft = Draft::new(Format::Table);
    let mut left = MAX_CELLS;
    for sheet in &sheets {
        let mut cells = Cells::new();
        let mut fault = None;
        match book.worksheet_range(&sheet.name) {
            Err(error) => fault = Some(error.to_string()),
            Ok(range) => {
                let (top, side) = range.start().unwrap_or((0, 0));
                for (row, column, value) in range.used_cells() {
                    if left == 0 {
                        fault = Some(format!("more than {MAX_CELLS} cells"));
                        break;
                    }
                    left -= 1;
                    let at = |offset: u32, index: usize| {
                        offset.saturating_add(u32::try_from(index).unwrap_or(u32::MAX))
                    };
                    put(&mut cells, (at(top, row), at(side, column)), shown(value));
                }
            }
        }
        let words = beside.get(&sheet.name).map(|sheet| &sheet.untyped);
        for (&(row, column), words) in words.into_iter().flatten() {
            let known = cells.get(&row).is_some_and(|row| row.contains_key(&column));
            if !known {
                put(&mut cells, (row, column), words.clone());
            }
        }
        keep(input, &mut draft, sheet, &cells, fault);
    }
    done(draft, sheets.len())
}

fn put(cells: &mut Cells, (row, column): (u32, u32), value: String) {
    if !value.trim().is_empty() && (column as usize) < MAX_COLUMNS {
        cells.entry(row).or_default().insert(column, value);
    }
}

/// Makes a part of a sheet, unless it is empty.
fn keep(input: &Input<'_>, draft: &mut Draft, sheet: &Sheet, cells: &Cells, fault: Option<String>) {
    if let Some(why) = fault {
        draft.partial(&format!("sheet {}: {why}", sheet.name));
    }
    let hidden = sheet.visible != SheetVisible::Visible;
    if cells.is_empty() {
        return;
    }
    if hidden {
        draft
            .faults
            .push(format!("sheet {} is hidden in the workbook", sheet.name));
    }
    let (part, table, cut) = part(input, sheet, cells, hidden);
    if cut {
        draft.partial(&format!("sheet {} is larger than is read", sheet.name));
    }
    let index = draft.parts.len();
    draft.parts.push(part);
    contacts(input, draft, &table, index);
}

fn part(
    input: &Input<'_>,
    sheet: &Sheet,
    cells: &Cells,
    hidden: bool,
) -> (model::Part, Table, bool) {
    let mut writer = Writer::new(input.limits);
    let mut rows = Vec::new();
    let mut left = MAX_CELLS;
    let mut cut = false;
    for (number, filled) in cells {
        let width = filled.keys().last().map_or(0, |&last| last as usize + 1);
        let Some(rest) = left.checked_sub(width) else {
            cut = true;
            break;
        };
        left = rest;
        let mut values = vec![String::new(); width];
        for (&column, value) in filled {
            if let Some(cell) = values.get_mut(column as usize) {
                value.clone_into(cell);
            }
        }
        let number = *number as usize + 1;
        let spans = writer.row(number, &values, false);
        if spans.is_empty() {
            continue;
        }
        rows.push(Row {
            number,
            span: writer.span_of_last(),
            cells: values
                .into_iter()
                .zip(spans)
                .collect::<Vec<(String, Span)>>(),
        });
    }
    cut |= writer.cut;
    let table = Table::new(rows);
    let label = if hidden {
        format!("sheet {} (hidden)", sheet.name)
    } else {
        format!("sheet {}", sheet.name)
    };
    let mut part = writer.part(PartKind::Sheet, &label);
    if let Some(block) = table.header.and_then(|index| part.blocks.get_mut(index))
        && let model::BlockKind::Row { header, .. } = &mut block.kind
    {
        *header = true;
    }
    (part, table, cut)
}

fn done(mut draft: Draft, sheets: usize) -> Draft {
    if draft.parts.is_empty() {
        draft.state = match draft.state.why() {
            Some(why) => model::ReadState::Refused(why.to_owned()),
            None => model::ReadState::NoText(format!("its sheets ({sheets}) are empty")),
        };
    }
    draft
}

/// A number as people write it: whole numbers without a point, so that a telephone number stays one.
fn number(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e15 {
        format!("{value:.0}")
    } else {
        value.to_string()
    }
}

/// A date and time in ISO 8601, a date alone where there is no time of day, a time alone before day 1.
fn moment(value: &ExcelDateTime) -> String {
    let seconds = value.as_f64() * 86_400.0;
    if !seconds.is_finite() || seconds.abs() > 4e11 {
        return number(value.as_f64());
    }
    if value.is_duration() || value.as_f64() < 1.0 {
        let whole = seconds.round().abs();
        let (hours, minutes) = ((whole / 3600.0).floor(), (whole / 60.0).floor() % 60.0);
        return format!("{hours:02.0}:{minutes:02.0}:{:02.0}", whole % 60.0);
    }
    let (year, month, day, hour, minute, second, milli) = value.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    // A day has no exact fraction in binary: half a second is rounded to the next.
    match (hour, minute, second, milli) {
        (0, 0, 0, 0..=499) => date,
        _ => format!("{date} {hour:02}:{minute:02}:{second:02}"),
    }
}

fn shown(value: &Data) -> String {
    match value {
        Data::Int(value) => value.to_string(),
        Data::Float(value) => number(*value),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(value) => moment(value),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

fn shown_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::Int(value) => value.to_string(),
        DataRef::Float(value) => number(*value),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(value) => moment(value),
        DataRef::Error(error) => error.to_string(),
        DataRef::Empty => String::new(),
    }
}
