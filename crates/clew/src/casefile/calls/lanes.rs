//! Handsets and SIMs over time, where something changed.

use super::{clock, rests};
use crate::casefile::{Desk, LaneGroup, LaneLine, RecordLines};
use inquiry::network::calls::{Lane, Records, lanes};
use jiff::{Timestamp, Unit, civil::Date, tz::TimeZone};
use std::collections::BTreeSet;

/// Handsets and SIMs with changes that are drawn.
const DRAWN: usize = 16;

/// The span of the records, its scale, and the changes.
pub(super) fn fill(desk: &mut Desk<'_>, records: &Records<'_>, lines: &mut RecordLines) {
    let zone = desk.zone.clone();
    let starts = desk
        .study
        .contacts
        .iter()
        .filter_map(|one| one.start.as_deref());
    let days: BTreeSet<Date> = starts.filter_map(|start| day(start, &zone)).collect();
    let (Some(&first), Some(&last)) = (days.first(), days.last()) else {
        return;
    };
    lines.span = (first.to_string(), last.to_string());
    lines.scale = scale(first, last);
    let mut all = lanes(records, None);
    // One with more rows says more.
    all.changes.sort_by_key(|change| {
        let rows: usize = change.lanes.iter().map(|&at| all.lanes[at].contacts).sum();
        (change.what != "handset", std::cmp::Reverse(rows))
    });
    lines.lanes_more = all.changes.len().saturating_sub(DRAWN);
    for change in all.changes.iter().take(DRAWN) {
        let of = change.lanes.iter().map(|&at| {
            let lane = &all.lanes[at];
            line(desk, lane, change.what, (first, last))
        });
        lines.lanes.push(LaneGroup {
            what: change.what,
            code: change.code.clone(),
            how: words(change.how),
            lanes: of.collect(),
        });
    }
}

fn line(desk: &mut Desk<'_>, lane: &Lane, what: &str, (first, last): (Date, Date)) -> LaneLine {
    let other = if what == "handset" {
        &lane.imsi
    } else {
        &lane.imei
    };
    let zone = desk.zone.clone();
    let rows = lane.rows.iter().filter_map(|id| desk.contacts.get(id));
    let days = rows.filter_map(|contact| day(contact.start.as_deref()?, &zone));
    let ticks: BTreeSet<usize> = days.map(|day| share(first, last, day)).collect();
    LaneLine {
        other: other.clone().unwrap_or_else(|| "not recorded".to_owned()),
        number: lane.number.clone(),
        first: clock(desk, lane.first.as_ref()),
        last: clock(desk, lane.last.as_ref()),
        contacts: lane.contacts,
        ticks: ticks.into_iter().collect(),
        rests: rests(desk, &lane.rows),
    }
}

/// How the lanes stand to each other, in words.
fn words(how: &str) -> &'static str {
    match how {
        "in_sequence" => "one after the other",
        "episode" => "one came in between, and the other came back",
        _ => "to and fro several times: two SIMs at once, or shared or borrowed",
    }
}

fn day(start: &str, zone: &TimeZone) -> Option<Date> {
    let moment = start.parse::<Timestamp>().ok()?;
    Some(zone.to_datetime(moment).date())
}

/// Where a day lies between the first and the last, in thousandths.
fn share(first: Date, last: Date, day: Date) -> usize {
    let days = |until: Date| {
        let span = first
            .until((Unit::Day, until))
            .map_or(0, |span| span.get_days());
        usize::try_from(span).unwrap_or(0)
    };
    days(day) * 1000 / (days(last) + 1).max(1)
}

/// The first of every month between two days.
fn scale(first: Date, last: Date) -> Vec<(usize, String)> {
    let mut marks = Vec::new();
    let mut month = first.first_of_month();
    while month <= last {
        if month >= first {
            marks.push((
                share(first, last, month),
                month.strftime("%Y-%m").to_string(),
            ));
        }
        let Ok(next) = month.checked_add(jiff::Span::new().months(1)) else {
            break;
        };
        month = next;
    }
    // A long time gets fewer marks.
    let step = marks.len().div_ceil(12).max(1);
    marks.into_iter().step_by(step).collect()
}
