//! Separated values: the file byte for byte, a row a block, and call records where they are ones.

use crate::draft::{Draft, Input, block};
use crate::lines::lines;
use crate::table::{self, Table};
use crate::{calls, language};
use model::{BlockKind, Format, Part, PartKind, Receipt};

/// Whether a text is a table: named so, or falling into three columns or more nearly everywhere.
pub(crate) fn is_table(text: &str, named: bool) -> bool {
    if named {
        return true;
    }
    let Some(separator) = table::separator(text, 3) else {
        return false;
    };
    // Prose has commas too: its lines are long and its cells are clauses.
    let rows = table::parse(text, separator, 40);
    let cells: Vec<usize> = rows
        .iter()
        .flat_map(|row| row.cells.iter().map(|(value, _)| value.chars().count()))
        .collect();
    let widths = rows.first().map_or(0, |row| row.cells.len());
    let even = rows.iter().filter(|row| row.cells.len() == widths).count();
    let filled = lines(text).take(40).filter(|line| !line.is_empty()).count();
    let short = cells.iter().filter(|&&len| len <= 40).count();
    rows.len() >= 3
        && filled >= 3
        && even * 10 >= rows.len() * 9
        && short * 100 >= cells.len() * 95
        && (separator != ',' || !text.contains(", "))
}

/// Reads separated values.
pub(crate) fn read(input: &Input<'_>, text: String) -> Draft {
    if text.trim_matches(crate::lines::blank).is_empty() {
        return Draft::no_text(Format::Table, "there is nothing but white space in it");
    }
    let separator = table::separator(&text, 2).unwrap_or(if input.extension() == "csv" {
        ','
    } else {
        '\t'
    });
    let table = Table::new(table::parse(&text, separator, table::MAX_ROWS));
    let mut draft = Draft::new(Format::Table);
    if table.rows.len() == table::MAX_ROWS {
        draft.partial(&format!(
            "only the first {} rows were read",
            table::MAX_ROWS
        ));
    }
    let blocks = table
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let kind = BlockKind::Row {
                number: row.number,
                cells: row.cells.iter().map(|(_, span)| *span).collect(),
                header: table.header == Some(index),
            };
            block(row.span, kind)
        })
        .collect();
    draft.parts.push(Part {
        kind: PartKind::Sheet,
        label: "table".to_owned(),
        text,
        blocks,
    });
    contacts(input, &mut draft, &table, 0);
    draft
}

/// Call records in a table, where it holds any; several tables of a workbook add up.
pub(crate) fn contacts(input: &Input<'_>, draft: &mut Draft, table: &Table, part: usize) {
    let words: Vec<&str> = table
        .rows
        .iter()
        .take(200)
        .flat_map(|row| row.cells.iter().map(|(value, _)| value.as_str()))
        .collect();
    let language = language::of(&words.join("\n"));
    let settings = &input.hint.settings;
    let Some((contacts, receipt, faults)) =
        calls::contacts(table, input.id, part, settings, language)
    else {
        draft.faults.extend(calls::likely(table, settings));
        return;
    };
    draft.format = Format::Calls;
    draft.contacts.extend(contacts);
    draft
        .faults
        .extend(faults.into_iter().map(|fault| fault.what));
    if let Some(sum) = &mut draft.receipt {
        draft
            .faults
            .push("more than one sheet holds calls: the receipt adds them up".to_owned());
        add(sum, receipt);
    } else {
        draft.receipt = Some(receipt);
    }
}

/// Adds the receipt of another sheet.
fn add(sum: &mut Receipt, other: Receipt) {
    sum.rows_in += other.rows_in;
    sum.rows_kept += other.rows_kept;
    sum.rejected.extend(other.rejected);
    sum.seconds_in += other.seconds_in;
    sum.seconds_kept += other.seconds_kept;
    sum.seconds_rejected += other.seconds_rejected;
    sum.count_in += other.count_in;
    sum.count_kept += other.count_kept;
    sum.masked += other.masked;
    let hours = [
        (&mut sum.hours_in, other.hours_in),
        (&mut sum.hours_kept, other.hours_kept),
        (&mut sum.hours_rejected, other.hours_rejected),
    ];
    for (into, from) in hours {
        for (into, from) in into.iter_mut().zip(from) {
            *into += from;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_no_table() {
        assert!(!is_table(
            "He came, saw, and left.\nShe came, saw, and left.\nThey came, saw, left.\n",
            false
        ));
        assert!(is_table("a;b;c\n1;2;3\n4;5;6\n", false));
        assert!(is_table("just words", true));
    }
}
