//! From pairs to groups: all of whose pairs moved together, and all of whom were there several times.

use super::pair::{Event, Pair, Sight, Sights, ratio, several};
use super::{Company, Meeting};
use crate::network::calls::records::Records;
use std::collections::{BTreeMap, BTreeSet};

/// Groups, the rarest by chance first; every listed pair is in one.
pub(super) fn groups(
    records: &Records<'_>,
    sights: &BTreeMap<usize, Sights<'_>>,
    mut listed: Vec<Pair<'_>>,
    within: i64,
) -> Vec<Company> {
    listed.sort_by(|a, b| {
        let more = b.events.len().cmp(&a.events.len());
        a.as_many()
            .cmp(&b.as_many())
            .then(more)
            .then(a.numbers.cmp(&b.numbers))
    });
    let by: BTreeMap<(usize, usize), &Pair<'_>> =
        listed.iter().map(|pair| (pair.numbers, pair)).collect();
    let mut sets: Vec<(BTreeSet<usize>, BTreeSet<Event<'_>>)> = Vec::new();
    for pair in &listed {
        let (members, events) = grown(pair, &by, sights);
        if !sets.iter().any(|(held, _)| members.is_subset(held)) {
            sets.retain(|(held, _)| !held.is_subset(&members));
            sets.push((members, events));
        }
    }
    let mut groups: Vec<Company> = sets
        .iter()
        .map(|(members, events)| company(records, sights, (members, events), &by, within))
        .collect();
    groups.sort_by(|a, b| {
        let more = b.events.len().cmp(&a.events.len());
        a.chance
            .total_cmp(&b.chance)
            .then(more)
            .then(a.numbers.cmp(&b.numbers))
    });
    groups
}

/// A pair with everybody who moved with both, as long as all were there several times.
fn grown<'a>(
    pair: &Pair<'a>,
    by: &BTreeMap<(usize, usize), &Pair<'a>>,
    sights: &BTreeMap<usize, Sights<'_>>,
) -> (BTreeSet<usize>, BTreeSet<Event<'a>>) {
    let mut members = BTreeSet::from([pair.numbers.0, pair.numbers.1]);
    let mut events = pair.events.clone();
    for &next in sights.keys() {
        let with: Option<Vec<&&Pair<'a>>> = members
            .iter()
            .map(|&member| by.get(&(member.min(next), member.max(next))))
            .collect();
        let Some(with) = with.filter(|_| !members.contains(&next)) else {
            continue;
        };
        let joint: BTreeSet<Event<'a>> = events
            .iter()
            .filter(|event| with.iter().all(|pair| pair.events.contains(*event)))
            .copied()
            .collect();
        if several(&joint) {
            members.insert(next);
            events = joint;
        }
    }
    (members, events)
}

fn company(
    records: &Records<'_>,
    sights: &BTreeMap<usize, Sights<'_>>,
    (members, events): (&BTreeSet<usize>, &BTreeSet<Event<'_>>),
    by: &BTreeMap<(usize, usize), &Pair<'_>>,
    within: i64,
) -> Company {
    let inside =
        |pair: &&&Pair<'_>| members.contains(&pair.numbers.0) && members.contains(&pair.numbers.1);
    let pairs: Vec<&Pair<'_>> = by.values().filter(inside).copied().collect();
    let weakest = pairs
        .iter()
        .map(|pair| (pair.as_many(), pair.shifts))
        .max_by(|a, b| ratio(a.0 + 1, a.1 + 1).total_cmp(&ratio(b.0 + 1, b.1 + 1)));
    let (as_many, shifts) = weakest.unwrap_or_default();
    let mut meetings: Vec<(usize, Meeting)> = events
        .iter()
        .filter_map(|event| meeting(records, sights, members, *event, within))
        .collect();
    meetings.sort_by_key(|(row, _)| *row);
    let own = records.rows.iter().filter(|row| {
        row.from != row.to && members.contains(&row.from) && members.contains(&row.to)
    });
    Company {
        numbers: members
            .iter()
            .map(|&one| records.numbers[one].to_owned())
            .collect(),
        days: events
            .iter()
            .map(|event| event.0)
            .collect::<BTreeSet<_>>()
            .len(),
        cells: events
            .iter()
            .map(|event| event.1)
            .collect::<BTreeSet<_>>()
            .len(),
        events: meetings.into_iter().map(|(_, meeting)| meeting).collect(),
        usual: pairs
            .iter()
            .map(|pair| pair.usual())
            .fold(f64::INFINITY, f64::min),
        as_many,
        shifts,
        chance: ratio(as_many + 1, shifts + 1),
        between: own.map(|row| row.contact.count).sum(),
    }
}

/// The contacts of an event, with the position of the first of them.
fn meeting(
    records: &Records<'_>,
    sights: &BTreeMap<usize, Sights<'_>>,
    members: &BTreeSet<usize>,
    (day, cell): Event<'_>,
    within: i64,
) -> Option<(usize, Meeting)> {
    let there: Vec<(usize, &Sight)> = members
        .iter()
        .filter_map(|member| Some((member, sights.get(member)?.get(cell)?)))
        .flat_map(|(member, all)| all.iter().map(move |sight| (*member, sight)))
        .filter(|(_, sight)| sight.day == day)
        .collect();
    // A contact of one counts where another's is near in time and the two are not each other's.
    let near = |(member, sight): &&(usize, &Sight)| {
        there.iter().any(|(other, theirs)| {
            let apart = sight.other != *other && theirs.other != *member;
            other != member && apart && (theirs.second - sight.second).abs() <= within
        })
    };
    let mut rows: Vec<usize> = there
        .iter()
        .filter(near)
        .map(|(_, sight)| sight.row)
        .collect();
    rows.sort_unstable();
    let (first, last) = records.ends(&rows);
    let meeting = Meeting {
        cell: cell.to_owned(),
        first,
        last,
        rows: records.ids(&rows),
    };
    Some((*rows.first()?, meeting))
}
