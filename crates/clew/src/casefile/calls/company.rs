//! Who moved together, with the base rate it is held against.

use super::{clock, rests};
use crate::casefile::{CompanyLine, CompanyLines, Desk, HeldLine};
use inquiry::network::calls::{Company, Records, together};

/// How far apart in time two may be served by one cell, in minutes.
const WITHIN: i64 = 30;
/// Groups, and events of one group, that are listed.
const LISTED: (usize, usize) = (10, 8);

pub(super) fn company(desk: &mut Desk<'_>, records: &Records<'_>) -> CompanyLines {
    let found = together(records, None, WITHIN * 60, &desk.zone);
    let groups = found
        .groups
        .iter()
        .take(LISTED.0)
        .map(|one| line(desk, one));
    CompanyLines {
        groups: groups.collect(),
        within: WITHIN,
        compared: found.compared,
        met: found.met,
        least: found.least,
        by_chance: format!("{:.2}", found.by_chance),
        left_out: found.left_out,
        more: found.groups.len().saturating_sub(LISTED.0),
    }
}

fn line(desk: &mut Desk<'_>, one: &Company) -> CompanyLine {
    let events = one.events.iter().take(LISTED.1).map(|event| HeldLine {
        what: event.cell.clone(),
        contacts: event.rows.len() as u64,
        first: clock(desk, event.first.as_ref()),
        last: clock(desk, event.last.as_ref()),
        rests: rests(desk, &event.rows),
    });
    CompanyLine {
        events: events.collect(),
        events_more: one.events.len().saturating_sub(LISTED.1),
        numbers: one.numbers.clone(),
        days: one.days,
        cells: one.cells,
        usual: format!("{:.1}", one.usual),
        as_many: one.as_many,
        shifts: one.shifts,
        between: one.between,
    }
}
