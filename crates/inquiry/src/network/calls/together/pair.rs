//! Two numbers: their events, and those they would have had were the days of one shifted.

use super::{EVENTS, HABIT, RARE, SEVERAL, SHIFTS};
use std::collections::{BTreeMap, BTreeSet};

/// One contact that tells which cell served a number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sight {
    pub(super) day: i64,
    /// Second of the day.
    pub(super) second: i64,
    pub(super) row: usize,
    /// With whom.
    pub(super) other: usize,
}

/// What is told of a number, by cell.
pub(super) type Sights<'a> = BTreeMap<&'a str, Vec<Sight>>;

/// An event: on which day which cell served both.
pub(super) type Event<'a> = (i64, &'a str);

/// Two numbers with their events.
pub(super) struct Pair<'a> {
    pub(super) numbers: (usize, usize),
    pub(super) events: BTreeSet<Event<'a>>,
    /// Events under each other shift; those without any are not held.
    shifted: Vec<BTreeSet<Event<'a>>>,
    pub(super) shifts: usize,
}

impl<'a> Pair<'a> {
    /// `None` if the two have no week of common days.
    pub(super) fn of(
        (a, one): (usize, &Sights<'a>),
        (b, two): (usize, &Sights<'a>),
        within: i64,
    ) -> Option<Self> {
        // Days on which the cells of both are told; a shift turns them round within these.
        let life = |sights: &Sights<'_>| {
            let days = sights.values().flatten().map(|sight| sight.day);
            Some((days.clone().min()?, days.max()?))
        };
        let ((a_first, a_last), (b_first, b_last)) = (life(one)?, life(two)?);
        let (first, last) = (a_first.max(b_first), a_last.min(b_last));
        let days = last - first + 1;
        let shifts = usize::try_from(days - 1)
            .ok()
            .filter(|shifts| *shifts >= SHIFTS)?;
        let inside = |sight: &&Sight| sight.day >= first && sight.day <= last;
        let mut by: BTreeMap<i64, BTreeSet<Event<'a>>> = BTreeMap::new();
        for (cell, here) in one {
            let there = two.get(cell).map(Vec::as_slice).unwrap_or_default();
            let there = there.iter().filter(|sight| sight.other != a);
            let mut met: Vec<(i64, i64)> = Vec::new();
            for mine in here.iter().filter(inside).filter(|sight| sight.other != b) {
                let near = there.clone().filter(inside);
                let near = near.filter(|its| (mine.second - its.second).abs() <= within);
                met.extend(near.map(|its| ((its.day - mine.day).rem_euclid(days), mine.day)));
            }
            met.sort_unstable();
            met.dedup();
            // Where the two would meet on many days whatever the shift: home, work, the market.
            if i64::try_from(met.len()).unwrap_or(i64::MAX) * HABIT > days * days {
                continue;
            }
            for (shift, day) in met {
                by.entry(shift).or_default().insert((day, *cell));
            }
        }
        Some(Self {
            numbers: (a, b),
            events: by.remove(&0).unwrap_or_default(),
            shifted: by.into_values().collect(),
            shifts,
        })
    }

    /// Under how many other shifts there were `count` events or more.
    fn as_many_as(&self, count: usize) -> usize {
        if count == 0 {
            return self.shifts;
        }
        self.shifted
            .iter()
            .filter(|events| events.len() >= count)
            .count()
    }

    pub(super) fn as_many(&self) -> usize {
        self.as_many_as(self.events.len())
    }

    /// Mean of events under the other shifts.
    pub(super) fn usual(&self) -> f64 {
        ratio(self.shifted.iter().map(BTreeSet::len).sum(), self.shifts)
    }

    /// Several events, on several days, at several cells, and more than the habits of the two explain.
    pub(super) fn is_listed(&self) -> bool {
        several(&self.events) && self.as_many() * RARE <= self.shifts
    }

    /// Adds, for each number of events asked for, the share of the shifts under which the pair would be listed: chance alone.
    pub(super) fn add_chance(&self, chance: &mut [f64]) {
        for events in &self.shifted {
            // Itself is one of those that have as many.
            let others = self.as_many_as(events.len()) - 1;
            if several(events) && others * RARE <= self.shifts {
                for count in chance.iter_mut().take(events.len() + 1) {
                    *count += ratio(1, self.shifts);
                }
            }
        }
    }
}

/// Several events, on several days and at several cells.
pub(super) fn several(events: &BTreeSet<Event<'_>>) -> bool {
    let days: BTreeSet<i64> = events.iter().map(|event| event.0).collect();
    let cells: BTreeSet<&str> = events.iter().map(|event| event.1).collect();
    events.len() >= EVENTS && days.len() >= SEVERAL && cells.len() >= SEVERAL
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of days and events fit a float"
)]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
