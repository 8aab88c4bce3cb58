//! The profile of a number: with whom, when, how long silent, served by which cells, in which handsets.

use super::records::{Records, Seen};
use jiff::{Timestamp, tz::TimeZone};
use model::ContactId;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Silences that are listed, the longest first.
const SILENCES: usize = 5;

/// What one number did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// The number.
    pub number: String,
    /// Contacts it stands in.
    pub contacts: u64,
    /// Of them it initiated; a contact with itself counts here.
    pub outgoing: u64,
    /// Of them it received.
    pub incoming: u64,
    /// Sum of durations in seconds.
    pub seconds: u64,
    /// The first contact with a time.
    pub first: Option<Seen>,
    /// The last.
    pub last: Option<Seen>,
    /// With whom, the most frequent first.
    pub partners: Vec<Partner>,
    /// The time zone of hours and weekdays.
    pub zone: String,
    /// Contacts by hour of the day.
    pub hours: [u64; 24],
    /// Contacts by weekday, Monday first.
    pub weekdays: [u64; 7],
    /// Contacts without a time.
    pub untimed: u64,
    /// The longest silences, the longest first.
    pub silences: Vec<Silence>,
    /// Cells that served it, the most frequent first: never where a person was.
    pub cells: Vec<Held>,
    /// Handsets (IMEI) it was used in, in order of time.
    pub handsets: Vec<Held>,
    /// SIMs (IMSI) it was used with, in order of time.
    pub sims: Vec<Held>,
    /// Every contact it rests on, in order of time.
    pub rows: Vec<ContactId>,
}

/// Another number in contact with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Partner {
    /// The other number.
    pub number: String,
    /// Contacts between the two.
    pub contacts: u64,
    /// Of them the profiled number initiated.
    pub outgoing: u64,
    /// Sum of durations in seconds.
    pub seconds: u64,
    /// The first.
    pub first: Option<Seen>,
    /// The last.
    pub last: Option<Seen>,
    /// All of them.
    pub rows: Vec<ContactId>,
}

/// A stretch without any contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Silence {
    /// The last contact before it.
    pub from: Seen,
    /// The first contact after it.
    pub until: Seen,
    /// How long, in seconds, from start to start.
    pub seconds: i64,
}

/// A cell, handset or SIM that the records show beside the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Held {
    /// Its identifier as the records have it.
    pub what: String,
    /// In how many contacts.
    pub contacts: u64,
    /// The first.
    pub first: Option<Seen>,
    /// The last.
    pub last: Option<Seen>,
    /// All of them.
    pub rows: Vec<ContactId>,
}

/// The profile of `number`; `None` if the records do not have it.
///
/// Hours and weekdays are counted in `zone`.
pub fn profile(records: &Records<'_>, number: &str, zone: &TimeZone) -> Option<Profile> {
    let at = records.index(number)?;
    let rows = &records.of[at];
    let (first, last) = records.ends(rows);
    let mut profile = Profile {
        number: number.to_owned(),
        contacts: 0,
        outgoing: 0,
        incoming: 0,
        seconds: 0,
        first,
        last,
        partners: partners(records, at),
        zone: zone.iana_name().unwrap_or("fixed offset").to_owned(),
        hours: [0; 24],
        weekdays: [0; 7],
        untimed: 0,
        silences: silences(records, rows),
        cells: Vec::new(),
        handsets: held(records, at, |contact| contact.imei.as_deref()),
        sims: held(records, at, |contact| contact.imsi.as_deref()),
        rows: records.ids(rows),
    };
    profile.cells = held(records, at, |contact| contact.cell.as_deref());
    profile
        .cells
        .sort_by(|a, b| (Reverse(a.contacts), &a.what).cmp(&(Reverse(b.contacts), &b.what)));
    for &row in rows {
        let row = &records.rows[row];
        let count = row.contact.count;
        profile.contacts += count;
        profile.seconds = profile
            .seconds
            .saturating_add(row.contact.seconds.unwrap_or(0));
        if row.from == at {
            profile.outgoing += count;
        } else {
            profile.incoming += count;
        }
        match row.time.and_then(|time| clock(time, zone)) {
            Some((hour, weekday)) => {
                profile.hours[hour] += count;
                profile.weekdays[weekday] += count;
            }
            None => profile.untimed += count,
        }
    }
    Some(profile)
}

/// Hour (0 to 23) and weekday (0 Monday) of a moment in a zone.
fn clock(time: i64, zone: &TimeZone) -> Option<(usize, usize)> {
    let local = zone.to_datetime(Timestamp::from_second(time).ok()?);
    let hour = usize::try_from(local.hour()).ok()?;
    let weekday = usize::try_from(local.weekday().to_monday_zero_offset()).ok()?;
    (hour < 24 && weekday < 7).then_some((hour, weekday))
}

fn partners(records: &Records<'_>, at: usize) -> Vec<Partner> {
    let mut by: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for &row in &records.of[at] {
        by.entry(records.rows[row].other(at)).or_default().push(row);
    }
    let mut partners: Vec<Partner> = by
        .into_iter()
        .map(|(other, rows)| {
            let (first, last) = records.ends(&rows);
            let all = || rows.iter().map(|&row| &records.rows[row]);
            Partner {
                number: records.numbers[other].to_owned(),
                contacts: all().map(|row| row.contact.count).sum(),
                outgoing: all()
                    .filter(|row| row.from == at)
                    .map(|row| row.contact.count)
                    .sum(),
                seconds: all().filter_map(|row| row.contact.seconds).sum(),
                first,
                last,
                rows: records.ids(&rows),
            }
        })
        .collect();
    partners.sort_by(|a, b| {
        (Reverse(a.contacts), Reverse(a.seconds), &a.number).cmp(&(
            Reverse(b.contacts),
            Reverse(b.seconds),
            &b.number,
        ))
    });
    partners
}

fn silences(records: &Records<'_>, rows: &[usize]) -> Vec<Silence> {
    let timed: Vec<(i64, usize)> = rows
        .iter()
        .filter_map(|&row| Some((records.rows[row].time?, row)))
        .collect();
    let mut silences: Vec<(i64, usize, usize)> = timed
        .windows(2)
        .map(|two| (two[1].0 - two[0].0, two[0].1, two[1].1))
        .filter(|(long, _, _)| *long > 0)
        .collect();
    silences.sort_by_key(|(long, before, _)| (Reverse(*long), *before));
    silences.truncate(SILENCES);
    silences
        .into_iter()
        .filter_map(|(seconds, before, after)| {
            Some(Silence {
                from: records.seen(before)?,
                until: records.seen(after)?,
                seconds,
            })
        })
        .collect()
}

/// What the rows that tell of this number name, in order of its first time.
pub(super) fn held<'a>(
    records: &Records<'a>,
    at: usize,
    code: impl Fn(&'a model::Contact) -> Option<&'a str>,
) -> Vec<Held> {
    let mut by: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for &row in &records.of[at] {
        let one = &records.rows[row];
        if let (true, Some(code)) = (one.holder() == at, code(one.contact)) {
            by.entry(code).or_default().push(row);
        }
    }
    let mut held: Vec<(usize, Held)> = by
        .into_iter()
        .map(|(what, rows)| {
            let (first, last) = records.ends(&rows);
            let count = |&row: &usize| records.rows[row].contact.count;
            let held = Held {
                what: what.to_owned(),
                contacts: rows.iter().map(count).sum(),
                first,
                last,
                rows: records.ids(&rows),
            };
            (rows[0], held)
        })
        .collect();
    held.sort_by_key(|(row, _)| *row);
    held.into_iter().map(|(_, held)| held).collect()
}
