//! What the person who hands a table in says about it.

use super::layout;
use super::notes::Notes;
use super::stamp::Order;
use super::words::{Role, fold};
use super::zone::Zone;
use crate::table::Table;
use std::collections::{BTreeMap, BTreeSet};

/// Rows in which a column's name is looked for.
const NAMED_WITHIN: usize = 40;

/// The settings of one import, checked.
#[derive(Debug, Default)]
pub(crate) struct Given {
    /// `map`: role to column.
    pub(crate) columns: BTreeMap<Role, usize>,
    /// `zone`.
    pub(crate) zone: Option<Zone>,
    /// `region`, ISO 3166 alpha-2.
    pub(crate) region: Option<String>,
    /// `own`: the subscriber's number.
    pub(crate) own: Option<String>,
    /// `order`: `dmy` or `mdy`.
    pub(crate) order: Option<Order>,
    /// `calls`: `no` means that the table is something else.
    pub(crate) refused: bool,
}

/// Checks the settings; what cannot be used is said and left out.
pub(crate) fn given(
    settings: &BTreeMap<String, String>,
    table: &Table,
    notes: &mut Notes,
) -> Given {
    let value = |key: &str| {
        settings
            .get(key)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    };
    let mut given = Given {
        columns: columns(&map(settings), table, notes),
        own: value("own").map(str::to_owned),
        refused: value("calls") == Some("no"),
        ..Given::default()
    };
    if let Some(name) = value("zone") {
        given.zone = Zone::parse(name);
        if given.zone.is_none() {
            notes.say(format!("the zone \"{name}\" is not known: give an IANA name (America/Havana) or an offset (+03:00)"));
        }
    }
    if let Some(name) = value("region") {
        let upper = name.to_uppercase();
        given.region = super::phone::knows_region(&upper).then_some(upper);
        if given.region.is_none() {
            notes.say(format!(
                "the region \"{name}\" is not known: give two letters (CU, RU)"
            ));
        }
    }
    given.order = match value("order").map(str::to_lowercase).as_deref() {
        Some("dmy") => Some(Order::DayFirst),
        Some("mdy") => Some(Order::MonthFirst),
        Some(other) => {
            notes.say(format!(
                "the order of dates \"{other}\" is not known: give dmy or mdy"
            ));
            None
        }
        None => None,
    };
    given
}

/// `map` and the `map.<role>` settings as one map.
fn map(settings: &BTreeMap<String, String>) -> String {
    let single = settings
        .iter()
        .filter_map(|(key, value)| Some(format!("{}={value}", key.strip_prefix("map.")?)));
    settings
        .get("map")
        .cloned()
        .into_iter()
        .chain(single)
        .collect::<Vec<_>>()
        .join(",")
}

/// Reads `from=2,to=3,start=0`; columns by number from 0 or by their header.
fn columns(map: &str, table: &Table, notes: &mut Notes) -> BTreeMap<Role, usize> {
    let mut columns = BTreeMap::new();
    let width = table
        .rows
        .iter()
        .take(1000)
        .map(|row| row.cells.len())
        .max()
        .unwrap_or(0);
    for piece in map
        .split(',')
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
    {
        let (name, column) = piece.split_once('=').unwrap_or((piece, ""));
        let Some(role) = Role::parse(name.trim().to_lowercase().as_str()) else {
            let all: Vec<_> = Role::ALL.iter().map(|(_, name)| *name).collect();
            notes.say(format!(
                "the map names \"{}\"; it can name {}",
                name.trim(),
                all.join(", ")
            ));
            continue;
        };
        let number = column.trim().parse().ok().filter(|&number| number < width);
        match number.or_else(|| column_named(column, table)) {
            Some(column) => {
                columns.insert(role, column);
            }
            None => notes.say(format!(
                "the map gives {} the column \"{}\", {NO_COLUMN}",
                role.name(),
                column.trim()
            )),
        }
    }
    columns
}

/// How a fault ends that says that the map names a column which is not there.
pub const NO_COLUMN: &str = "which the table does not have";

/// Checks a map before a table is known: every piece names a role once, and a column for it.
///
/// # Errors
/// What of it cannot be used, and what can.
pub fn check_map(map: &str) -> Result<(), String> {
    let all: Vec<_> = Role::ALL.iter().map(|(_, name)| *name).collect();
    let right = format!(
        "a map is written like from=2,to=3,start=0 and can name {}",
        all.join(", ")
    );
    let mut named = BTreeSet::new();
    for piece in map.split(',').map(str::trim) {
        let (name, column) = piece.split_once('=').unwrap_or((piece, ""));
        let role = Role::parse(name.trim().to_lowercase().as_str());
        let role = role.ok_or_else(|| format!("\"{}\" is no role; {right}", name.trim()))?;
        if column.trim().is_empty() {
            return Err(format!("\"{}\" has no column; {right}", role.name()));
        }
        if !named.insert(role) {
            return Err(format!("\"{}\" stands twice in it", role.name()));
        }
    }
    Ok(())
}

fn column_named(name: &str, table: &Table) -> Option<usize> {
    let name = fold(name);
    let mut rows = table
        .rows
        .iter()
        .take(NAMED_WITHIN)
        .filter(|_| !name.is_empty());
    rows.find_map(|row| {
        (0..row.cells.len()).find(|&column| fold(layout::text(row, column)) == name)
    })
}
