//! Call records: tables in which every row is a call or a message, and matrices of how often who called whom.
//!
//! Nothing is dropped in silence: each row becomes a contact or is listed as rejected with the reason,
//! and the [`Receipt`] is counted on both sides by different paths (see `tally`). Whatever was
//! assumed (zone, region, order of day and month) is said as a fault with the setting that settles it.

mod decide;
mod duration;
mod ends;
#[cfg(test)]
mod gold_tests;
mod ident;
mod layout;
mod likely;
mod matrix;
mod notes;
mod order;
mod phone;
#[cfg(test)]
mod phone_tests;
#[cfg(test)]
mod property_tests;
mod reader;
mod region;
mod settings;
mod stamp;
mod tally;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod value_tests;
mod values;
mod words;
mod zone;

pub(crate) use likely::likely;
pub use phone::{Number, e164, knows_region, region_of};
pub use settings::{NO_COLUMN, check_map};

use crate::table::{Row, Table};
use decide::Decided;
use model::{CallMap, Contact, DocumentId, Fault, Language, ROWS_STATE, Receipt, RejectedRow};
use notes::Notes;
use reader::{Reader, Reading};
use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use tally::Tally;
use words::Role;

/// Longest raw row kept with a rejection (letters).
const RAW: usize = 2_000;

/// Reads a table as call records; `None` if it is something else (a watch-list, a bank statement, a flight list).
///
/// Settings: `map` (`from=2,to=3,start=0,duration=4`; numbers from 0 or header words) or `map.<role>`, `zone` (IANA name
/// or offset), `region` (ISO 3166 alpha-2), `own` (the subscriber's number), `order` (`dmy`, `mdy`), `calls` (`no`: is none).
pub(crate) fn contacts(
    table: &Table,
    document: &DocumentId,
    part: usize,
    settings: &BTreeMap<String, String>,
    language: Language,
) -> Option<(Vec<Contact>, Receipt, Vec<Fault>)> {
    let mut notes = Notes::default();
    let given = settings::given(settings, table, &mut notes);
    if given.refused {
        return None;
    }
    if given.columns.is_empty()
        && let Some(matrix) = matrix::find(table)
    {
        return Some(matrix::contacts(&matrix, document, part, notes));
    }
    let (decided, body) = decide::decide(table, given, language, &mut notes)?;
    Some(import(&decided, body, document, part, notes))
}

/// Reads the rows and counts both sides.
fn import(
    decided: &Decided,
    body: &[Row],
    document: &DocumentId,
    part: usize,
    notes: Notes,
) -> (Vec<Contact>, Receipt, Vec<Fault>) {
    let reading = &decided.reading;
    let mut incoming = Tally::default();
    for row in body.iter().filter(|row| !layout::is_blank(row)) {
        incoming.add_row(row, reading);
    }
    let mut reader = Reader::new(reading, document, part, notes);
    let mut repeated = Repeated::default();
    let (mut contacts, mut rejected, mut refused) = (Vec::new(), Vec::new(), Tally::default());
    for row in body.iter().filter(|row| !layout::is_blank(row)) {
        match reader.contact(row) {
            Ok(contact) => {
                if repeated.is_again(row) {
                    reader.notes.count(
                        "a row that repeats an earlier one in every cell, kept",
                        row.number,
                    );
                }
                contacts.push(contact);
            }
            Err(why) => {
                if why == reader::TOTALS {
                    compare(row, reading, &incoming, &mut reader.notes);
                }
                refused.add_row(row, reading);
                rejected.push(RejectedRow {
                    row: row.number,
                    why,
                    raw: raw(row),
                });
            }
        }
    }
    let mut kept = Tally::default();
    for contact in &contacts {
        kept.add_contact(contact, &reading.zone, Some(reading));
    }
    let mut receipt = receipt(
        call_map(decided),
        decided.zone_from,
        [incoming, kept, refused],
        rejected,
        &contacts,
    );
    decided.columns_from.clone_into(&mut receipt.0.columns_from);
    receipt.0.remarks = reader.notes.counted();
    (contacts, receipt.0, closing(receipt.1, reader.notes))
}

/// Says it where the table's own sum of durations is not the sum of its rows.
fn compare(row: &Row, reading: &Reading, all: &Tally, notes: &mut Notes) {
    let Some(total) = duration::seconds(
        reading.layout.cell(row, Role::Duration),
        reading.layout.unit,
    ) else {
        return;
    };
    let rows = all.seconds.saturating_sub(total);
    if rows != total {
        notes.say(format!("the line of totals (row {}) says {total} seconds, the rows that can be read sum to {rows}", row.number));
    }
}

/// The receipt out of what went in, what was kept and what was refused, and whether it adds up.
fn receipt(
    map: CallMap,
    zone_from: &str,
    [incoming, kept, refused]: [Tally; 3],
    rejected: Vec<RejectedRow>,
    contacts: &[Contact],
) -> (Receipt, bool) {
    let masked = contacts
        .iter()
        .filter(|contact| contact.from.masked || contact.to.masked)
        .count();
    let counts = incoming.count == kept.count.saturating_add(refused.count);
    let receipt = Receipt {
        map,
        columns_from: String::new(),
        zone_from: zone_from.to_owned(),
        rows_in: incoming.rows,
        rows_kept: kept.rows,
        rejected,
        seconds_in: incoming.seconds,
        seconds_kept: kept.seconds,
        seconds_rejected: refused.seconds,
        hours_in: incoming.hours,
        hours_kept: kept.hours,
        hours_rejected: refused.hours,
        count_in: incoming.count,
        count_kept: kept.count,
        masked,
        remarks: Vec::new(),
    };
    let sound = receipt.adds_up() && counts;
    (receipt, sound)
}

fn closing(sound: bool, mut notes: Notes) -> Vec<Fault> {
    if !sound {
        notes.say(
            "the import receipt does not add up: do not rely on these contacts, and report it"
                .to_owned(),
        );
    }
    notes.faults()
}

fn call_map(decided: &Decided) -> CallMap {
    let reading = &decided.reading;
    let columns = reading
        .layout
        .columns
        .iter()
        .map(|(role, &column)| (role.name().to_owned(), column))
        .collect();
    let timed = reading.layout.has(Role::Start) || reading.layout.has(Role::Date);
    CallMap {
        columns,
        zone: (timed && decided.zone_from != ROWS_STATE).then(|| reading.zone.name.clone()),
        region: reading.region.clone(),
    }
}

/// A row as it stands, cells apart by a bar.
fn raw(row: &Row) -> String {
    let cells: Vec<&str> = row.cells.iter().map(|(text, _)| text.as_str()).collect();
    let joined = cells.join(" | ");
    joined
        .char_indices()
        .nth(RAW)
        .map_or(joined.clone(), |(end, _)| joined[..end].to_owned())
}

/// Finds rows that are the same in every cell, by two 64-bit digests with fixed keys.
#[derive(Default)]
struct Repeated(HashSet<(u64, u64)>);

impl Repeated {
    fn is_again(&mut self, row: &Row) -> bool {
        let digest = |seed: u8| {
            let mut hasher = DefaultHasher::new();
            seed.hash(&mut hasher);
            for (text, _) in &row.cells {
                text.trim().hash(&mut hasher);
            }
            hasher.finish()
        };
        !self.0.insert((digest(1), digest(2)))
    }
}
