//! Tables: rows of cells with their places, and separated values (CSV, TSV) read into them.

use model::Span;

/// One row; cells are in column order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Row number as people count it: the line of a text file or row of a sheet, from 1.
    pub(crate) number: usize,
    /// The whole row in the part's text, without its line end.
    pub(crate) span: Span,
    /// Value of each cell (quotes taken off), and where it stands; an empty cell has an empty span.
    pub(crate) cells: Vec<(String, Span)>,
}

/// A table out of a text or a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    /// Rows with at least one filled cell, in order.
    pub(crate) rows: Vec<Row>,
    /// Index (not number) of the header row in `rows`.
    pub(crate) header: Option<usize>,
}

impl Table {
    /// A table of these rows, with the header looked for.
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        let header = header_of(&rows);
        Self { rows, header }
    }
}

/// Separators that occur in the wild.
const SEPARATORS: [char; 4] = ['\t', ';', ',', '|'];
/// Rows looked at to find the separator and the header.
const LOOK: usize = 60;
/// More rows than this are cut off; the caller says so.
pub(crate) const MAX_ROWS: usize = 1_048_576;

/// The separator under which most lines fall into the same number (two or more) of cells.
///
/// `None` where no separator makes a table of at least `min_columns` columns.
pub(crate) fn separator(text: &str, min_columns: usize) -> Option<char> {
    let declared = text
        .trim_start_matches('\u{feff}')
        .strip_prefix("sep=")
        .and_then(|rest| rest.chars().next())
        .filter(|c| SEPARATORS.contains(c));
    if declared.is_some() {
        return declared;
    }
    let mut best: Option<(usize, usize, char)> = None;
    for separator in SEPARATORS {
        let rows = parse(text, separator, LOOK);
        let (share, width) = agreement(&rows);
        if width < min_columns || share < 60 {
            continue;
        }
        // Commas stand inside words and numbers, so they win only when they agree better.
        if best.is_none_or(|(old, old_width, _)| (share, width) > (old, old_width)) {
            best = Some((share, width, separator));
        }
    }
    best.map(|(_, _, separator)| separator)
}

/// How many of a hundred rows have the commonest width, and that width.
fn agreement(rows: &[Row]) -> (usize, usize) {
    let mut widths: Vec<usize> = rows.iter().map(|row| row.cells.len()).collect();
    widths.sort_unstable();
    let (count, width) = widths
        .chunk_by(|a, b| a == b)
        .map(|run| (run.len(), run.first().copied().unwrap_or(0)))
        .max()
        .unwrap_or((0, 0));
    (count * 100 / rows.len().max(1), width)
}

/// Splits a text at `separator` by RFC 4180, leniently: a stray quote is a letter, and an unclosed one ends with its line.
///
/// Rows without any filled cell are left out. Stops after `most` rows.
pub(crate) fn parse(text: &str, separator: char, most: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = if text.starts_with('\u{feff}') {
        '\u{feff}'.len_utf8()
    } else {
        0
    };
    let mut number = 1;
    while at < text.len() && rows.len() < most {
        let (row, next) = parse_row(text, at, separator, number);
        number += text.get(at..next).map_or(1, |raw| newlines(raw).max(1));
        at = next;
        let declares = row.number == 1
            && text
                .get(row.span.start..)
                .is_some_and(|t| t.starts_with("sep="));
        if !declares && row.cells.iter().any(|(value, _)| !value.trim().is_empty()) {
            rows.push(row);
        }
    }
    rows
}

fn newlines(raw: &str) -> usize {
    let line_feeds = raw.bytes().filter(|&b| b == b'\n').count();
    let returns = raw.bytes().filter(|&b| b == b'\r').count();
    line_feeds.max(returns)
}

/// One row from byte `start`, and where the next begins.
fn parse_row(text: &str, start: usize, separator: char, number: usize) -> (Row, usize) {
    let mut cells = Vec::new();
    let mut at = start;
    loop {
        let (value, span, after) = parse_cell(text, at, separator);
        cells.push((value, span));
        at = after;
        let rest = text.get(at..).unwrap_or("");
        if rest.starts_with(separator) {
            at += separator.len_utf8();
            continue;
        }
        let end = at;
        let next = if rest.starts_with("\r\n") {
            at + 2
        } else {
            (at + 1).min(text.len())
        };
        let span = Span::new(start, end);
        let row = Row {
            number,
            span,
            cells,
        };
        return (row, next);
    }
}

/// One cell from byte `start`: its value, its place without quotes, and where what follows it begins.
fn parse_cell(text: &str, start: usize, separator: char) -> (String, Span, usize) {
    let stop = |c: char| c == separator || c == '\n' || c == '\r';
    let rest = text.get(start..).unwrap_or("");
    if let Some(inner) = rest.strip_prefix('"')
        && let Some((raw, after)) = quoted(inner)
        && (after.is_empty() || after.starts_with(stop))
    {
        let from = start + 1;
        let value = raw.replace("\"\"", "\"");
        return (
            value,
            Span::new(from, from + raw.len()),
            from + raw.len() + 1,
        );
    }
    let raw = rest.find(stop).map_or(rest, |end| &rest[..end]);
    let lead = raw.len() - raw.trim_start_matches(' ').len();
    let value = raw.trim_matches(' ');
    let from = start + lead;
    (
        value.to_owned(),
        Span::new(from, from + value.len()),
        start + raw.len(),
    )
}

/// Longest quoted cell, in bytes; a quote that is not closed within it was a letter.
const MAX_QUOTED: usize = 64 << 10;

/// What stands before the closing quote, and what follows it.
fn quoted(inner: &str) -> Option<(&str, &str)> {
    let bytes = inner.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at).filter(|_| at < MAX_QUOTED) {
        if byte == b'"' {
            if bytes.get(at + 1) == Some(&b'"') {
                at += 2;
                continue;
            }
            return Some((inner.get(..at)?, inner.get(at + 1..)?));
        }
        at += 1;
    }
    None
}

/// The header: the first row about as wide as the table whose cells are words, with a row behind it.
fn header_of(rows: &[Row]) -> Option<usize> {
    let looked = rows.get(..rows.len().min(LOOK))?;
    let filled = |row: &Row| {
        row.cells
            .iter()
            .filter(|(v, _)| !v.trim().is_empty())
            .count()
    };
    let mut widths: Vec<usize> = looked.iter().map(filled).collect();
    widths.sort_unstable();
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    let index = looked
        .iter()
        .take(15)
        .position(|row| filled(row) >= 2 && filled(row) * 10 >= usual * 6)?;
    let row = looked.get(index)?;
    let words = row
        .cells
        .iter()
        .filter(|(value, _)| !value.trim().is_empty())
        .all(|(value, _)| is_label(value));
    (words && index + 1 < rows.len()).then_some(index)
}

/// Whether a cell can name a column: short, with a letter, and not mostly digits.
fn is_label(value: &str) -> bool {
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    value.chars().count() <= 60 && letters > digits
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values(rows: &[Row]) -> Vec<Vec<&str>> {
        rows.iter()
            .map(|row| row.cells.iter().map(|(value, _)| value.as_str()).collect())
            .collect()
    }

    #[test]
    fn quotes_line_ends_and_empty_cells() {
        let text = "\u{feff}a;b;c\r\n\"x;\"\"y\"\"\nz\";+53 5;\r\n\r\n;;\r\n1;2;3";
        let rows = parse(text, ';', 99);
        assert_eq!(
            values(&rows),
            [
                ["a", "b", "c"],
                ["x;\"y\"\nz", "+53 5", ""],
                ["1", "2", "3"]
            ]
        );
        assert_eq!(rows.iter().map(|r| r.number).collect::<Vec<_>>(), [1, 2, 6]);
        assert_eq!(rows[1].cells[0].1.of(text), Some("x;\"\"y\"\"\nz"));
        assert_eq!(rows[1].cells[1].1.of(text), Some("+53 5"));
    }

    #[test]
    fn a_stray_quote_is_a_letter() {
        let rows = parse("12\" pipe,\"open\nnext,row\n", ',', 99);
        assert_eq!(values(&rows), [["12\" pipe", "\"open"], ["next", "row"]]);
    }

    #[test]
    fn separators_are_found() {
        assert_eq!(separator("a;b;c\n1,5;2,5;3,5\n2,5;3;4\n", 2), Some(';'));
        assert_eq!(separator("a\tb\n1\t2\n", 2), Some('\t'));
        assert_eq!(separator("a,b\n1,2\n", 2), Some(','));
        assert_eq!(separator("sep=|\na|b\n1|2\n", 2), Some('|'));
        assert_eq!(separator("Only words here.\nAnd here.\n", 2), None);
    }

    #[test]
    fn the_header_is_the_first_full_row_of_words() {
        let text = "Operator report\nA number,B number,Start\n+5350000001,+5350000002,2024-01-01\n";
        assert_eq!(Table::new(parse(text, ',', 99)).header, Some(1));
        let bare = "+5350000001,+5350000002,2024\n+5350000001,+5350000002,2024\n";
        assert_eq!(Table::new(parse(bare, ',', 99)).header, None);
    }

    proptest! {
        #[test]
        fn cells_stand_where_they_say(text in "[a-z\",;\r\n é+0]{0,80}") {
            let mut last = 0;
            for row in parse(&text, ',', 99) {
                prop_assert!(row.span.of(&text).is_some());
                for (value, span) in &row.cells {
                    prop_assert!(span.start >= last);
                    last = span.end;
                    // Inside quotation marks a doubled mark is one; outside it stays two.
                    let said = span.of(&text).unwrap_or("?");
                    prop_assert!(value == said || *value == said.replace("\"\"", "\""), "{said:?} is {value:?}");
                }
            }
        }
    }
}
