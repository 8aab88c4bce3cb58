//! Who was in contact right after an event, against the same hours of other days.

use super::records::{Records, Seen, written};
use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use model::ContactId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What followed an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct After {
    /// The event, RFC 3339 in UTC.
    pub at: String,
    /// End of the window, RFC 3339 in UTC.
    pub until: String,
    /// The zone in which "the same hours" of other days were taken.
    pub zone: String,
    /// Other days with records, against which it is held.
    pub days: usize,
    /// All contacts in the window.
    pub contacts: u64,
    /// What is usual: mean of contacts in the same hours of the other days.
    pub usual: f64,
    /// Pairs in contact within the window: the least usual first.
    pub pairs: Vec<Activity>,
    /// Numbers in contact within the window: the least usual first.
    pub numbers: Vec<Activity>,
}

/// What a pair or a number did in the window.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Activity {
    /// One number, or two in order of the first contact in the window: from, to.
    pub numbers: Vec<String>,
    /// Contacts in the window.
    pub contacts: u64,
    /// The first of them.
    pub first: Option<Seen>,
    /// Whole minutes from the event to the first.
    pub minutes: i64,
    /// Mean of contacts in the same hours of the other days.
    pub usual: f64,
    /// On how many of the other days there were as many or more in these hours.
    pub as_many: usize,
    /// How often so many come about by chance: (`as_many` + 1) / (other days + 1).
    pub chance: f64,
    /// The contacts in the window.
    pub rows: Vec<ContactId>,
}

type Key = (usize, Option<usize>);

/// What followed within `within` seconds after `at` (seconds since 1970 in UTC).
///
/// The base rate is the same stretch of the clock, in `zone`, on every other day between the first and the
/// last record, but those whose stretch meets the event's own.
pub fn after(records: &Records<'_>, at: i64, within: i64, zone: &TimeZone) -> After {
    let others = windows(records, at, within, zone);
    let inside = |from: i64| {
        let start = records
            .rows
            .partition_point(|row| row.time.is_some_and(|time| time < from));
        let end = records.rows.partition_point(|row| {
            row.time
                .is_some_and(|time| time < from.saturating_add(within))
        });
        start..end.max(start)
    };
    let mut base: BTreeMap<Key, Vec<u64>> = BTreeMap::new();
    let mut total = 0;
    for &from in &others {
        for (key, count) in counted(records, inside(from)) {
            base.entry(key).or_default().push(count);
        }
        total += records.rows[inside(from)]
            .iter()
            .map(|row| row.contact.count)
            .sum::<u64>();
    }
    let window = inside(at);
    let (mut pairs, mut numbers) = (Vec::new(), Vec::new());
    for (key, count) in counted(records, window.clone()) {
        let days = base.get(&key).map_or(&[][..], Vec::as_slice);
        let activity = activity(records, window.clone(), key, count, days, others.len(), at);
        if key.1.is_some() {
            &mut pairs
        } else {
            &mut numbers
        }
        .push(activity);
    }
    for list in [&mut pairs, &mut numbers] {
        list.sort_by(|a, b| {
            let far = |one: &Activity| float(one.contacts) - one.usual;
            a.chance
                .total_cmp(&b.chance)
                .then(far(b).total_cmp(&far(a)))
                .then(a.minutes.cmp(&b.minutes))
                .then(a.numbers.cmp(&b.numbers))
        });
    }
    After {
        at: written(at),
        until: written(at.saturating_add(within)),
        zone: zone.iana_name().unwrap_or("fixed offset").to_owned(),
        days: others.len(),
        contacts: records.rows[window]
            .iter()
            .map(|row| row.contact.count)
            .sum(),
        usual: mean(total, others.len()),
        pairs,
        numbers,
    }
}

/// Starts of the same stretch on other days.
fn windows(records: &Records<'_>, at: i64, within: i64, zone: &TimeZone) -> Vec<i64> {
    let times: Vec<i64> = records.rows.iter().filter_map(|row| row.time).collect();
    let (Some(&first), Some(&last), Ok(event)) =
        (times.first(), times.last(), Timestamp::from_second(at))
    else {
        return Vec::new();
    };
    let event = event.to_zoned(zone.clone());
    let day = |days: i64| {
        let moved = event.checked_add(days.days()).ok()?;
        Some(moved.timestamp().as_second())
    };
    let span = |from: i64, to: i64| to.saturating_sub(from) / 86_400 + 1;
    // A hundred years of days are the most that is looked at.
    let back = span(first, at).clamp(0, 36_525);
    let ahead = span(at, last).clamp(0, 36_525);
    let mut starts: BTreeSet<i64> = (-back..=ahead)
        .filter(|days| *days != 0)
        .filter_map(day)
        .collect();
    starts.retain(|&from| {
        from.saturating_add(within) > first
            && from <= last
            && (from.saturating_add(within) <= at || from >= at.saturating_add(within))
    });
    starts.into_iter().collect()
}

/// Contacts by number and by pair in these rows.
fn counted(records: &Records<'_>, rows: std::ops::Range<usize>) -> BTreeMap<Key, u64> {
    let mut counts = BTreeMap::new();
    for row in &records.rows[rows] {
        let (low, high) = (row.from.min(row.to), row.from.max(row.to));
        *counts.entry((low, None)).or_default() += row.contact.count;
        if low != high {
            *counts.entry((high, None)).or_default() += row.contact.count;
            *counts.entry((low, Some(high))).or_default() += row.contact.count;
        }
    }
    counts
}

fn activity(
    records: &Records<'_>,
    window: std::ops::Range<usize>,
    key: Key,
    count: u64,
    days: &[u64],
    others: usize,
    at: i64,
) -> Activity {
    let touches = |&row: &usize| {
        let row = &records.rows[row];
        match key.1 {
            None => row.from == key.0 || row.to == key.0,
            Some(high) => row.from.min(row.to) == key.0 && row.from.max(row.to) == high,
        }
    };
    let rows: Vec<usize> = window.filter(touches).collect();
    let opening = rows.first().map(|&row| &records.rows[row]);
    let numbers = match (key.1, opening) {
        (Some(_), Some(row)) => vec![row.from, row.to],
        _ => vec![key.0],
    };
    let as_many = days.iter().filter(|&&day| day >= count).count();
    Activity {
        numbers: numbers
            .into_iter()
            .map(|number| records.numbers[number].to_owned())
            .collect(),
        contacts: count,
        first: rows.first().and_then(|&row| records.seen(row)),
        minutes: opening
            .and_then(|row| row.time)
            .map_or(0, |time| (time - at) / 60),
        usual: mean(days.iter().sum(), others),
        as_many,
        chance: mean(as_many as u64 + 1, others + 1),
        rows: records.ids(&rows),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of contacts fit a float")]
fn float(count: u64) -> f64 {
    count as f64
}

#[expect(clippy::cast_precision_loss, reason = "counts of days fit a float")]
fn mean(sum: u64, of: usize) -> f64 {
    if of == 0 { 0.0 } else { float(sum) / of as f64 }
}
