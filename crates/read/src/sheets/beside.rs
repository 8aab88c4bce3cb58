//! What a workbook keeps out of sight: hidden rows and columns, comments on cells, and words in cells without a type.
//!
//! The reader of cells does not give them, so the package is walked a second time (.xlsx and .ods; the
//! two binary forms are not walked).

use crate::Limits;
use crate::draft::{Draft, Writer};
use crate::package::Package;
use crate::xml::{Step, each, value, walk};
use model::{BlockKind, PartKind, ReadState};
use quick_xml::events::BytesStart;
use std::collections::BTreeMap;

/// Numbers of hidden rows or columns that are named before the rest is only counted.
const NAMED: usize = 12;
/// Comments of a workbook that are read.
const MAX_COMMENTS: usize = 100_000;
/// Cells without a type that are read in one sheet.
const MAX_UNTYPED: usize = 1_000_000;
/// Rows or columns beyond which a hidden range is the unused rest of the sheet.
const REST: u32 = 10_000;

/// What one sheet keeps out of sight.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Beside {
    /// Hidden rows as ranges, numbered from 1.
    rows: Vec<(u32, u32)>,
    /// Hidden columns as ranges, numbered from 1.
    columns: Vec<(u32, u32)>,
    /// Comments: cell, author, words.
    comments: Vec<(String, String, String)>,
    /// Words of cells that state no type of value, by row and column from 0 (`OpenDocument`).
    pub(super) untyped: BTreeMap<(u32, u32), String>,
}

/// Sheets by name.
pub(super) type Sheets = BTreeMap<String, Beside>;

/// Says which rows and columns are hidden, and keeps the comments in a part beside the sheet.
pub(super) fn keep(draft: &mut Draft, sheets: &Sheets, limits: &Limits) {
    for (name, beside) in sheets {
        for (what, ranges, show) in [
            ("rows", &beside.rows, row as fn(u32) -> String),
            ("columns", &beside.columns, column),
        ] {
            if !ranges.is_empty() {
                draft.faults.push(format!(
                    "sheet {name}: {what} {} are hidden in the workbook; what they hold was read",
                    ranged(ranges, show)
                ));
            }
        }
        if beside.comments.is_empty() {
            continue;
        }
        let mut writer = Writer::new(limits);
        for (cell, author, words) in &beside.comments {
            let by = if author.is_empty() {
                String::new()
            } else {
                format!(" ({author})")
            };
            writer.block(&format!("{cell}{by}: {words}"), BlockKind::Paragraph);
        }
        if writer.cut {
            draft.partial(&format!("comments on sheet {name}: larger than is read"));
        }
        let label = format!("comments on sheet {name}");
        draft.parts.push(writer.part(PartKind::Aside, &label));
        if let ReadState::NoText(why) = &draft.state {
            draft.state = ReadState::Partial(format!("{why}; only comments were read"));
        }
    }
}

fn row(number: u32) -> String {
    number.to_string()
}

/// A column as workbooks name it: 1 is A, 27 is AA.
fn column(number: u32) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while let Some(below) = rest.checked_sub(1) {
        letters.extend(char::from_digit(10 + below % 26, 36));
        rest = below / 26;
    }
    let letters: String = letters.iter().rev().collect();
    letters.to_uppercase()
}

fn ranged(ranges: &[(u32, u32)], show: fn(u32) -> String) -> String {
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for &(from, to) in ranges {
        match joined.last_mut().filter(|last| from <= last.1 + 1) {
            Some(last) => last.1 = last.1.max(to),
            None => joined.push((from, to)),
        }
    }
    let words: Vec<String> = joined
        .iter()
        .take(NAMED)
        .map(|&(from, to)| {
            if to == from {
                show(from)
            } else {
                format!("{}-{}", show(from), show(to))
            }
        })
        .collect();
    match joined.len().checked_sub(NAMED) {
        None | Some(0) => words.join(", "),
        Some(more) => format!("{} and {more} more ranges", words.join(", ")),
    }
}

/// What the sheets of an .xlsx keep out of sight.
pub(super) fn xlsx(bytes: &[u8], limits: &Limits) -> Sheets {
    let mut sheets = Sheets::new();
    let Ok(mut package) = Package::open(bytes, limits) else {
        return sheets;
    };
    let targets = targets(&mut package, "xl/_rels/workbook.xml.rels");
    let mut people = BTreeMap::new();
    if let Some(Ok(xml)) = package.text("xl/persons/person.xml") {
        each(&xml, |tag, name| {
            if name == "person" {
                people.insert(value(tag, "id"), value(tag, "displayName"));
            }
        });
    }
    for (name, id) in named(&mut package) {
        let Some((_, target)) = targets.get(&id) else {
            continue;
        };
        let path = resolved("xl", target);
        let mut beside = Beside::default();
        if let Some(Ok(xml)) = package.text(&path) {
            hidden(&xml, &mut beside);
        }
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", &path));
        let own = self::targets(&mut package, &format!("{folder}/_rels/{file}.rels"));
        let threaded = own
            .values()
            .any(|(kind, _)| kind.ends_with("/threadedComment"));
        for (kind, target) in own.values() {
            // A thread is kept a second time as an old comment, with a note for old programs.
            let wanted = if threaded {
                "/threadedComment"
            } else {
                "/comments"
            };
            if kind.ends_with(wanted)
                && let Some(Ok(xml)) = package.text(&resolved(folder, target))
            {
                comments(&xml, &people, &mut beside);
            }
        }
        if beside != Beside::default() {
            sheets.insert(name, beside);
        }
    }
    sheets
}

/// Sheets by name, each with the identifier of its relation.
fn named(package: &mut Package<'_>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Some(Ok(xml)) = package.text("xl/workbook.xml") {
        each(&xml, |tag, name| {
            if name == "sheet" {
                found.push((value(tag, "name"), value(tag, "id")));
            }
        });
    }
    found
}

/// The relations of a member: type and target by identifier.
fn targets(package: &mut Package<'_>, member: &str) -> BTreeMap<String, (String, String)> {
    let mut found = BTreeMap::new();
    if let Some(Ok(xml)) = package.text(member) {
        each(&xml, |tag, name| {
            if name == "Relationship" {
                found.insert(value(tag, "Id"), (value(tag, "Type"), value(tag, "Target")));
            }
        });
    }
    found
}

/// The name of a member that `folder` refers to as `target`.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut path: Vec<&str> = folder.split('/').collect();
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            "." | "" => {}
            other => path.push(other),
        }
    }
    path.join("/")
}

/// Hidden rows and columns of one sheet of an .xlsx.
fn hidden(xml: &str, beside: &mut Beside) {
    let mut number = 0;
    each(xml, |tag, name| match name {
        "row" => {
            number = value(tag, "r").parse().unwrap_or(number + 1);
            if yes(&value(tag, "hidden")) {
                beside.rows.push((number, number));
            }
        }
        "col" if yes(&value(tag, "hidden")) => {
            let (from, to) = (value(tag, "min").parse(), value(tag, "max").parse());
            if let (Ok(from), Ok(to)) = (from, to) {
                range(&mut beside.columns, from, to);
            }
        }
        _ => {}
    });
}

fn yes(value: &str) -> bool {
    matches!(value, "1" | "true")
}

/// A hidden rest of the sheet that holds nothing is not worth a word.
fn range(ranges: &mut Vec<(u32, u32)>, from: u32, to: u32) {
    if from <= to && to - from < REST {
        ranges.push((from, to));
    }
}

/// Comments and threads of comments of an .xlsx.
fn comments(xml: &str, people: &BTreeMap<String, String>, beside: &mut Beside) {
    let mut authors: Vec<String> = Vec::new();
    let mut open: Option<(String, String)> = None;
    walk(xml, |step| match step {
        Step::Open(tag, "comment") => {
            let author = value(tag, "authorId").parse::<usize>().ok();
            let author = author.and_then(|index| authors.get(index));
            open = Some((value(tag, "ref"), author.cloned().unwrap_or_default()));
        }
        Step::Open(tag, "threadedComment") => {
            let author = people.get(&value(tag, "personId"));
            open = Some((value(tag, "ref"), author.cloned().unwrap_or_default()));
        }
        Step::Close("author", words) => authors.push(words.trim().to_owned()),
        Step::Close("comment" | "threadedComment", words) => {
            if let Some((cell, author)) = open.take()
                && beside.comments.len() < MAX_COMMENTS
            {
                beside.comments.push((cell, author, one_line(words)));
            }
        }
        _ => {}
    });
}

/// What the tables of an .ods keep out of sight.
pub(super) fn ods(bytes: &[u8], limits: &Limits) -> Sheets {
    let mut found = Ods::default();
    let Ok(mut package) = Package::open(bytes, limits) else {
        return found.sheets;
    };
    if let Some(Ok(xml)) = package.text("content.xml") {
        walk(&xml, |step| found.step(&step));
    }
    found
        .sheets
        .retain(|_, beside| *beside != Beside::default());
    found.sheets
}

/// Where the walk through an .ods stands.
#[derive(Default)]
struct Ods {
    sheets: Sheets,
    table: String,
    row: u32,
    column: u32,
    /// The cell that is open, counted within its row.
    cell: u32,
    /// Cells that the one before stands for.
    repeat: u32,
    /// The first of the rows that the open one stands for.
    first: u32,
    /// Whether the open cell states no type of value.
    untyped: bool,
    author: String,
}

impl Ods {
    fn step(&mut self, step: &Step<'_, '_>) {
        match step {
            Step::Open(tag, "table") => {
                self.table = value(tag, "name");
                (self.row, self.column) = (0, 0);
                self.sheets.entry(self.table.clone()).or_default();
            }
            Step::Open(tag, "table-row") => {
                let (first, last) = (self.row.saturating_add(1), self.row + times(tag, "rows"));
                (self.row, self.first) = (last, first);
                (self.cell, self.repeat) = (0, 1);
                if out_of_sight(tag)
                    && let Some(beside) = self.sheets.get_mut(&self.table)
                {
                    range(&mut beside.rows, first, last);
                }
            }
            Step::Open(tag, "table-column") => {
                let first = self.column.saturating_add(1);
                self.column += times(tag, "columns");
                if out_of_sight(tag)
                    && let Some(beside) = self.sheets.get_mut(&self.table)
                {
                    range(&mut beside.columns, first, self.column);
                }
            }
            Step::Open(tag, "table-cell" | "covered-table-cell") => {
                self.cell += self.repeat;
                self.repeat = times(tag, "columns");
                self.untyped = value(tag, "value-type").is_empty();
            }
            Step::Close("table-cell", words) if self.untyped => self.words(words),
            Step::Open(_, "annotation") => self.author.clear(),
            Step::Close("creator", words) => words.trim().clone_into(&mut self.author),
            Step::Close("annotation", words) => self.annotation(words),
            _ => {}
        }
    }

    /// Keeps the words of a cell of which the reader of values gives nothing.
    fn words(&mut self, words: &str) {
        self.untyped = false;
        let at = (self.first.saturating_sub(1), self.cell.saturating_sub(1));
        if let Some(beside) = self.sheets.get_mut(&self.table)
            && !words.trim().is_empty()
            && beside.untyped.len() < MAX_UNTYPED
        {
            beside.untyped.insert(at, words.trim().to_owned());
        }
    }

    fn annotation(&mut self, words: &str) {
        let cell = format!("{}{}", column(self.cell), self.row);
        let author = std::mem::take(&mut self.author);
        if let Some(beside) = self.sheets.get_mut(&self.table)
            && beside.comments.len() < MAX_COMMENTS
        {
            beside.comments.push((cell, author, one_line(words)));
        }
    }
}

/// How many rows or columns one element stands for.
fn times(tag: &BytesStart<'_>, of: &str) -> u32 {
    let count = value(tag, &format!("number-{of}-repeated"));
    count.parse().unwrap_or(1).clamp(1, 1 << 21)
}

fn out_of_sight(tag: &BytesStart<'_>) -> bool {
    matches!(value(tag, "visibility").as_str(), "collapse" | "filter")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
