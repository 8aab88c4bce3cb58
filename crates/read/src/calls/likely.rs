//! Tables that may be call records, but do not say it clearly enough to be read as such.

use super::layout::is_against;
use super::values::{Values, is_duration, is_whole_phone};
use super::words::Role;
use crate::table::Table;
use std::collections::BTreeMap;

/// Share of a column's filled cells that must be what the column is taken for.
const LEAST: f64 = 0.6;

/// What is to be said of a table that was not read as call records, if it may be some.
pub(crate) fn likely(table: &Table, settings: &BTreeMap<String, String>) -> Option<String> {
    if settings.get("calls").is_some_and(|calls| calls == "no") {
        return None;
    }
    let header = table.header.and_then(|at| table.rows.get(at));
    let against = header.is_some_and(|row| row.cells.iter().any(|(title, _)| is_against(title)));
    let values = Values::of(table, table.header.map_or(0, |at| at + 1));
    if against || values.rows() < 2 {
        return None;
    }
    let most = |column: usize, is: fn(&str) -> bool| {
        values.filled(column) * 2 >= values.rows() && values.share(column, is) >= LEAST
    };
    let phones: Vec<usize> = (0..values.width())
        .filter(|&column| most(column, is_whole_phone))
        .collect();
    let times = values.times(LEAST)?;
    let taken =
        |column: usize| phones.contains(&column) || times.iter().any(|(_, timed)| *timed == column);
    let duration = (0..values.width())
        .find(|&column| !taken(column) && most(column, is_duration) && values.varies(column));
    let (mut map, own) = match *phones.as_slice() {
        [from, to, ..] => (vec![(Role::From, from), (Role::To, to)], ""),
        // A subscriber's list names the other party alone.
        [to] if duration.is_some() => (vec![(Role::To, to)], " --own NUMBER"),
        _ => return None,
    };
    map.extend(times);
    map.extend(duration.map(|column| (Role::Duration, column)));
    let map: Vec<String> = map
        .iter()
        .map(|(role, column)| format!("{}={column}", role.name()))
        .collect();
    Some(format!(
        "may be call records, but was read as a plain table: --map {}{own} when it is added reads it as such, --not-calls says that it is none",
        map.join(",")
    ))
}
