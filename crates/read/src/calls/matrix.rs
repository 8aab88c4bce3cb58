//! Matrices of counts: the same parties down the side and along the top, how often in each cell.

use super::notes::Notes;
use super::tally::Tally;
use super::zone::Zone;
use super::{closing, layout, phone, receipt};
use crate::table::{Row, Table};
use model::{
    CallMap, Contact, ContactId, ContactKind, DocumentId, Fault, Party, Place, Receipt, RejectedRow,
};
use std::collections::BTreeSet;

/// Fewer parties than this make no matrix.
const FEWEST: usize = 3;

/// A square matrix found in a table.
pub(crate) struct Matrix<'t> {
    /// Who stands along the top.
    ids: Vec<&'t str>,
    /// The rows below, each with a party in its first cell.
    rows: &'t [Row],
}

/// The matrix a table holds, if its first row and first column name the same parties and most cells are numbers.
pub(crate) fn find(table: &Table) -> Option<Matrix<'_>> {
    let (head, rows) = table.rows.split_first()?;
    let ids: Vec<&str> = (1..head.cells.len())
        .map(|column| layout::text(head, column))
        .collect();
    let down: Vec<&str> = rows.iter().map(|row| layout::text(row, 0)).collect();
    let (top, side): (BTreeSet<_>, BTreeSet<_>) = (ids.iter().collect(), down.iter().collect());
    let named = top.len() == ids.len() && !top.contains(&"");
    if ids.len() < FEWEST || ids.len() != down.len() || !named || top != side {
        return None;
    }
    let cells = || {
        rows.iter()
            .flat_map(|row| row.cells.iter().skip(1).map(|(text, _)| text.trim()))
    };
    let numbers = cells()
        .filter(|text| text.is_empty() || text.parse::<f64>().is_ok())
        .count();
    (numbers * 4 >= cells().count() * 3 && numbers > 0).then_some(Matrix { ids, rows })
}

/// A contact for each cell that is not zero, with the cell's number as count.
pub(crate) fn contacts(
    matrix: &Matrix<'_>,
    document: &DocumentId,
    part: usize,
    mut notes: Notes,
) -> (Vec<Contact>, Receipt, Vec<Fault>) {
    let (mut contacts, mut rejected, mut refused) = (Vec::new(), Vec::new(), Tally::default());
    for row in matrix.rows {
        let from = layout::text(row, 0);
        for column in 1..row.cells.len() {
            let text = layout::text(row, column);
            if is_nothing(text) {
                continue;
            }
            let to = matrix.ids.get(column - 1).copied().unwrap_or_default();
            match count(text, to) {
                Ok(count) => {
                    let place = Place {
                        document: document.clone(),
                        part,
                        span: row.cells[column].1,
                    };
                    contacts.push(contact(place, from, to, count));
                }
                Err(why) => {
                    refused.rows += 1;
                    refused.hours[24] += 1;
                    rejected.push(RejectedRow {
                        row: row.number,
                        why,
                        raw: format!("{from} to {to}: {text}"),
                    });
                }
            }
        }
    }
    let (mut incoming, mut kept) = (Tally::default(), Tally::default());
    for cell in raw_cells(matrix) {
        incoming.rows += 1;
        incoming.hours[24] += 1;
        incoming.count = incoming.count.saturating_add(cell);
    }
    for contact in &contacts {
        kept.add_contact(contact, &Zone::utc(), None);
    }
    say(matrix, &contacts, &mut notes);
    let (receipt, sound) = receipt(
        CallMap::default(),
        "not needed",
        [incoming, kept, refused],
        rejected,
        &contacts,
    );
    (contacts, receipt, closing(sound, notes))
}

/// A cell without contacts: empty, nought, a dash.
fn is_nothing(text: &str) -> bool {
    text.chars().all(|letter| "0.,-+".contains(letter))
}

fn count(text: &str, to: &str) -> Result<u64, String> {
    if to.is_empty() {
        return Err("the cell stands beyond the last party".to_owned());
    }
    let whole = text.strip_suffix(".0").unwrap_or(text);
    whole
        .parse()
        .map_err(|_| "the count is not a whole number".to_owned())
}

/// The counts of all filled cells, over the columns instead of the rows; what is no count is nought.
fn raw_cells<'m>(matrix: &'m Matrix<'_>) -> impl Iterator<Item = u64> + 'm {
    let width = matrix
        .rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    let column = |column: usize| {
        matrix
            .rows
            .iter()
            .filter_map(move |row| row.cells.get(column))
    };
    let filled = (1..width)
        .flat_map(column)
        .map(|(text, _)| text.trim())
        .filter(|text| !is_nothing(text));
    filled.map(|text| match text.split_once('.').unwrap_or((text, "0")) {
        (whole, "0") => whole.parse().unwrap_or(0),
        _ => 0,
    })
}

fn contact(place: Place, from: &str, to: &str, count: u64) -> Contact {
    let party = |raw: &str| {
        let number = phone::e164(raw, None);
        Party {
            raw: raw.to_owned(),
            masked: number == phone::Number::Masked,
            number: if let phone::Number::Known(number) = number {
                Some(number)
            } else {
                None
            },
        }
    };
    Contact {
        id: ContactId::derive(&[&place.key()]),
        place,
        from: party(from),
        to: party(to),
        start: None,
        start_raw: String::new(),
        seconds: None,
        count,
        kind: ContactKind::Call,
        cell: None,
        imei: None,
        imsi: None,
    }
}

/// Says what was taken for granted.
fn say(matrix: &Matrix<'_>, contacts: &[Contact], notes: &mut Notes) {
    notes.say("read as a table of how often who called whom, rows calling columns; if the cells count something else, set calls=no".to_owned());
    let pairs: BTreeSet<(&str, &str, u64)> = contacts
        .iter()
        .map(|c| (c.from.raw.as_str(), c.to.raw.as_str(), c.count))
        .collect();
    if !pairs.is_empty()
        && pairs
            .iter()
            .all(|&(from, to, count)| pairs.contains(&(to, from, count)))
    {
        notes.say("the table is symmetric: each pair is counted in both directions".to_owned());
    }
    let own = contacts
        .iter()
        .filter(|contact| contact.from == contact.to)
        .count();
    if own > 0 {
        notes.say(format!(
            "{own} of {} parties are in contact with themselves",
            matrix.ids.len()
        ));
    }
}
