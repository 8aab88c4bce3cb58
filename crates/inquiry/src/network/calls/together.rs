//! Numbers that moved together: served by the same cells at the same time, on several days and at several cells, more often
//! than their own habits explain.
//!
//! The base rate comes from the two numbers themselves: each keeps its cells and its hours, but the days of one are shifted
//! against those of the other, by every shift there is. Neighbours and colleagues meet as often under a shift; who travels
//! together does not. Cells at which two meet on many days under any shift are where they stay, and are left out. One event
//! never counts, and one cell never does: staying is not moving.

mod company;
mod pair;

use super::records::{Records, Seen};
use jiff::{Timestamp, tz::TimeZone};
use model::ContactId;
use pair::{Pair, Sight, Sights};
use serde::Serialize;
use std::collections::BTreeMap;

/// Fewest separate events.
pub(super) const EVENTS: usize = 3;
/// Fewest days, and fewest cells, on which they fall.
pub(super) const SEVERAL: usize = 2;
/// Fewest other shifts of the days against which a pair can be held: a week.
const SHIFTS: usize = 6;
/// Most events that are asked for.
const MOST: usize = 40;
/// Of so many that are listed one may be there by chance.
const SURE: f64 = 5.0;
/// One shift in so many may bring as many events.
const RARE: usize = 20;
/// Cells at which two would meet on more than one day in so many, were their days shifted, are where they stay.
const HABIT: i64 = 5;
/// Comparisons of two sightings that are made at most.
const WORK: u64 = 100_000_000;

/// Who moved together, with what it was held against.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Together {
    /// How far apart in time two may be served by one cell, in seconds.
    pub within: i64,
    /// The zone in which days and hours were told.
    pub zone: String,
    /// The groups, the rarest by chance first.
    pub groups: Vec<Company>,
    /// Pairs of numbers that could be compared: seen over a week of common days, at two or more cells in common.
    pub compared: usize,
    /// Pairs that have so many events, on several days and at several cells, that their habits do not explain them.
    pub met: usize,
    /// How many events a pair must have to be listed: the fewest at which chance would list a fifth of those listed at most.
    /// `None` if there is no such number: then nothing is listed.
    pub least: Option<usize>,
    /// How many pairs would be listed by chance alone, were all days shifted (the mean over all shifts); where nothing is
    /// listed, how many would meet the rule.
    pub by_chance: f64,
    /// Pairs that were left out since the records are too many.
    pub left_out: usize,
}

/// Numbers that were served by the same cells at the same time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Company {
    /// The numbers, sorted.
    pub numbers: Vec<String>,
    /// When and by which cells all of them were served, in order of time.
    pub events: Vec<Meeting>,
    /// On how many days.
    pub days: usize,
    /// By how many cells.
    pub cells: usize,
    /// Mean of events under the other shifts; of more than two, the least of its pairs'.
    pub usual: f64,
    /// Under how many of the other shifts there were as many events or more; of more than two, the most of its pairs'.
    pub as_many: usize,
    /// The other shifts.
    pub shifts: usize,
    /// How often so many come about by chance: (`as_many` + 1) / (`shifts` + 1).
    pub chance: f64,
    /// Contacts that the members had with each other; they are never counted as events.
    pub between: u64,
}

/// One day on which one cell served all members within the time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Meeting {
    /// The cell: never where somebody was.
    pub cell: String,
    /// The first contact.
    pub first: Option<Seen>,
    /// The last.
    pub last: Option<Seen>,
    /// All of them.
    pub rows: Vec<ContactId>,
}

/// Groups of numbers that moved together, at most `within` seconds apart; with `number`, only those it is in.
///
/// A contact between two numbers is no event of theirs: calling each other makes both seen at once wherever they live.
/// Numbers hidden in part are left out.
pub fn together(
    records: &Records<'_>,
    number: Option<&str>,
    within: i64,
    zone: &TimeZone,
) -> Together {
    let sights = sights(records, zone);
    let wanted = number.map(|number| records.index(number));
    let mut found = Together {
        within,
        zone: zone.iana_name().unwrap_or("fixed offset").to_owned(),
        groups: Vec::new(),
        compared: 0,
        met: 0,
        least: None,
        by_chance: 0.0,
        left_out: 0,
    };
    let (mut listed, mut work) = (Vec::new(), WORK);
    let mut chance = vec![0.0; MOST + 1];
    for (at, (&a, one)) in sights.iter().enumerate() {
        for (&b, two) in sights.iter().skip(at + 1) {
            let asked = wanted.is_none_or(|wanted| wanted == Some(a) || wanted == Some(b));
            if !asked || shared(one, two) < SEVERAL {
                continue;
            }
            let cost: usize = one
                .iter()
                .map(|(cell, here)| here.len() * two.get(cell).map_or(0, Vec::len))
                .sum();
            let cost = cost as u64;
            if cost > work {
                found.left_out += 1;
                continue;
            }
            work -= cost;
            if let Some(pair) = Pair::of((a, one), (b, two), within) {
                found.compared += 1;
                pair.add_chance(&mut chance);
                if pair.is_listed() {
                    listed.push(pair);
                }
            }
        }
    }
    found.met = listed.len();
    found.least = least(&listed, &chance);
    found.by_chance = chance[found.least.unwrap_or(EVENTS)];
    listed.retain(|pair| found.least.is_some_and(|least| pair.events.len() >= least));
    found.groups = company::groups(records, &sights, listed, within);
    found
}

/// The fewest events at which chance lists a fifth at most of all that are listed.
fn least(listed: &[Pair<'_>], chance: &[f64]) -> Option<usize> {
    (EVENTS..=MOST).find(|&least| {
        let count = listed
            .iter()
            .filter(|pair| pair.events.len() >= least)
            .count();
        count > 0 && chance[least] * SURE <= pair::ratio(count, 1)
    })
}

/// Where each whole number was served; only numbers that several cells served.
fn sights<'a>(records: &Records<'a>, zone: &TimeZone) -> BTreeMap<usize, Sights<'a>> {
    let mut all: BTreeMap<usize, Sights<'a>> = BTreeMap::new();
    for (at, row) in records.rows.iter().enumerate() {
        let number = row.holder();
        let (Some(time), Some(cell)) = (row.time, row.contact.cell.as_deref()) else {
            continue;
        };
        if records.masked[number] {
            continue;
        }
        if let Some((day, second)) = clock(time, zone) {
            let sight = Sight {
                day,
                second,
                row: at,
                other: row.other(number),
            };
            let of = all.entry(number).or_default();
            of.entry(cell).or_default().push(sight);
        }
    }
    all.retain(|_, cells| cells.len() >= SEVERAL);
    all
}

/// How many cells served both.
fn shared(one: &Sights<'_>, two: &Sights<'_>) -> usize {
    one.keys().filter(|cell| two.contains_key(*cell)).count()
}

/// Day (counted from a fixed one) and second of the day in a zone.
fn clock(time: i64, zone: &TimeZone) -> Option<(i64, i64)> {
    let local = zone.to_datetime(Timestamp::from_second(time).ok()?);
    let flat = local.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second();
    Some((flat.div_euclid(86_400), flat.rem_euclid(86_400)))
}
