//! Everything that has to be settled about a table before its first row is read.

use super::layout::{self, Layout};
use super::notes::Notes;
use super::phone::{self, Number};
use super::reader::Reading;
use super::settings::Given;
use super::stamp::{self, Order};
use super::words::{self, Role, Way};
use super::zone::Zone;
use super::{order, region};
use crate::table::{Row, Table};
use model::{Language, ROWS_STATE};
use std::collections::BTreeSet;

/// Rows looked at to see whether a direction turns records round.
const TURNED_WITHIN: usize = 5_000;

/// How a table will be read, and where its zone came from.
#[derive(Debug)]
pub(crate) struct Decided {
    pub(crate) reading: Reading,
    pub(crate) zone_from: &'static str,
    /// How the roles of the columns were told.
    pub(crate) columns_from: &'static str,
}

/// Settles layout, region, order of dates, zone and direction; the rows of records come with it.
pub(crate) fn decide<'t>(
    table: &'t Table,
    given: Given,
    language: Language,
    notes: &mut Notes,
) -> Option<(Decided, &'t [Row])> {
    let preamble_own = own_above(table);
    let own = given.own.clone().or(preamble_own);
    let layout = layout::find(table, own.is_some(), &given.columns)?;
    let columns_from = match (layout.from_values, given.columns.len()) {
        (true, _) => "values",
        (false, 0) => "header",
        (false, given) if given < layout.columns.len() => "given, and header",
        (false, _) => "given",
    };
    let body = table.rows.get(layout.body..).unwrap_or_default();
    say_layout(&layout, body, notes);
    let region = region_of(&layout, table, body, given.region.clone(), notes);
    let date_role = if layout.has(Role::Start) {
        Role::Start
    } else {
        Role::Date
    };
    let dates = body.iter().map(|row| layout.cell(row, date_role));
    let order = given
        .order
        .unwrap_or_else(|| order::decide(&dates, region.as_deref(), language, notes));
    let (zone, zone_from) = zone(
        &layout,
        body,
        above(table, &layout),
        order,
        given.zone,
        notes,
    );
    let turns = turns(&layout, body, notes);
    let own = own.filter(|_| !layout.has(Role::From));
    Some((
        Decided {
            reading: Reading {
                layout,
                order,
                zone,
                region,
                own,
                turns,
            },
            zone_from,
            columns_from,
        },
        body,
    ))
}

/// Says how columns and durations were understood where the header leaves it open.
fn say_layout(layout: &Layout, body: &[Row], notes: &mut Notes) {
    if layout.from_values {
        let columns = layout.columns.iter();
        let named: Vec<_> = columns
            .map(|(role, column)| format!("{}={column}", role.name()))
            .collect();
        notes.say(format!(
            "{}; columns were told from their values: {}; --map settles it",
            if layout.header.is_some() {
                "the header names no columns of calls"
            } else {
                "no header was found"
            },
            named.join(",")
        ));
    }
    let plain = layout.unit == super::duration::Unit::default();
    let two = |row: &Row| layout.cell(row, Role::Duration).matches(':').count() == 1;
    if plain && body.iter().take(200).any(two) {
        notes.say("durations like 1:05 are read as minutes and seconds".to_owned());
    }
}

/// The region national numbers are read in: given, stated above the table, or shown by most numbers.
fn region_of(
    layout: &Layout,
    table: &Table,
    body: &[Row],
    given: Option<String>,
    notes: &mut Notes,
) -> Option<String> {
    let cells = |row| [layout.cell(row, Role::From), layout.cell(row, Role::To)];
    let parties = || body.iter().flat_map(cells).filter(|text| !text.is_empty());
    let region = given
        .or_else(|| region::stated(above(table, layout)))
        .or_else(|| region::inferred(parties(), notes));
    let unclear = |text| matches!(phone::e164(text, None), Number::Unclear(_));
    if region.is_none() && parties().take(2_000).any(unclear) {
        notes.say("numbers without a country code are kept as they stand, because no region is known; --region settles it".to_owned());
    }
    region
}

/// The cells above the records: title lines and the header itself.
fn above<'t>(table: &'t Table, layout: &Layout) -> impl Iterator<Item = &'t str> {
    let rows = table.rows.get(..layout.body).unwrap_or_default();
    rows.iter()
        .flat_map(|row| row.cells.iter().map(|(text, _)| text.trim()))
}

/// The subscriber's number where a line above the table names it: `Abonado: 5350000123`.
fn own_above(table: &Table) -> Option<String> {
    for row in table.rows.iter().take(20) {
        let filled: Vec<&str> = row
            .cells
            .iter()
            .map(|(text, _)| text.trim())
            .filter(|text| !text.is_empty())
            .collect();
        // Records have many cells; a title line has one or two.
        if !(1..=3).contains(&filled.len()) {
            continue;
        }
        let line = words::fold(&filled.join(" "));
        let names = [
            "subscriber",
            "msisdn",
            "own number",
            "a number",
            "abonado",
            "titular",
            "linea",
            "numero",
            "абонент",
            "абонента",
            "номер",
        ];
        let padded = format!(" {line} ");
        if names
            .iter()
            .any(|name| padded.contains(&format!(" {name} ")))
            && let Some(number) = filled.iter().find_map(|text| number_in(text))
        {
            return Some(number);
        }
    }
    None
}

/// The run of a text that reads as a telephone number.
fn number_in(text: &str) -> Option<String> {
    let is_part = |c: char| c.is_ascii_digit() || "+-() ".contains(c);
    text.split(|c: char| !is_part(c))
        .map(str::trim)
        .find_map(|run| {
            let digits = run.bytes().filter(u8::is_ascii_digit).count();
            let sound = (7..=15).contains(&digits) && stamp::stamp(run, Order::DayFirst).is_none();
            (sound && !matches!(phone::e164(run, None), Number::NotANumber)).then(|| run.to_owned())
        })
}

/// The zone of a table's times, and where it came from.
fn zone<'t>(
    layout: &Layout,
    body: &[Row],
    above: impl Iterator<Item = &'t str>,
    order: Order,
    given: Option<Zone>,
    notes: &mut Notes,
) -> (Zone, &'static str) {
    if !layout.has(Role::Start) && !layout.has(Role::Date) {
        return (given.unwrap_or_else(Zone::utc), "not needed");
    }
    if let Some(zone) = given {
        return (zone, "given");
    }
    let starts = || {
        body.iter()
            .take(1_000)
            .map(|row| layout.cell(row, Role::Start))
            .filter(|text| !text.is_empty())
    };
    let own = starts()
        .filter_map(|text| stamp::stamp(text, order))
        .filter(|stamp| stamp.offset.is_some())
        .count();
    if own > 0 && own * 2 > starts().count() {
        if own < starts().count() {
            notes.say("some rows state no time zone of their own: their times were taken for UTC; --zone settles it".to_owned());
        }
        return (Zone::utc(), ROWS_STATE);
    }
    let titles = [Role::Start, Role::Date, Role::Time]
        .iter()
        .filter_map(|role| layout.columns.get(role))
        .filter_map(|&column| layout.titles.get(column));
    if let Some(zone) = titles.clone().find_map(|title| Zone::stated(title)) {
        return (zone, "stated in the header");
    }
    if let Some(zone) = above.into_iter().find_map(Zone::stated) {
        return (zone, "stated above the table");
    }
    let local = titles
        .map(|title| words::fold(title))
        .any(|title| ["local", "местное"].iter().any(|word| title.contains(word)));
    let hint = if local {
        " (the header says local time, but not where)"
    } else {
        ""
    };
    notes.say(format!("no time zone is stated{hint}: times were taken for UTC; --zone America/Havana (or another) settles it"));
    (Zone::utc(), "assumed")
}

/// Whether a direction turns records round: the first party is always the subscriber.
///
/// Where both parties have headers of their own, the rows tell: in turned records the first party of
/// incoming rows is somebody who also calls out; otherwise the second party is.
fn turns(layout: &Layout, body: &[Row], notes: &mut Notes) -> bool {
    let way = |row: &Row| {
        words::way(layout.cell(row, Role::Direction))
            .or_else(|| words::way(layout.cell(row, Role::Kind)))
    };
    let rows = || body.iter().take(TURNED_WITHIN);
    let incoming = || rows().filter(|row| way(row) == Some(Way::In));
    if layout.subscriber || !layout.has(Role::From) {
        return layout.has(Role::Direction) || incoming().next().is_some();
    }
    let callers: BTreeSet<&str> = rows()
        .filter(|row| way(row) == Some(Way::Out))
        .map(|row| layout.cell(row, Role::From))
        .collect();
    let known = |role: Role| {
        incoming()
            .filter(|row| callers.contains(layout.cell(row, role)))
            .count()
    };
    let (first, second) = (known(Role::From), known(Role::To));
    if first > second {
        notes.say("the first party is the subscriber in incoming rows too; incoming rows were turned round".to_owned());
    }
    first > second
}
