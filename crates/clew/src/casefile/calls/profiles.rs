//! The main numbers, what each did, and whom they have in common.

use super::{clock, rests, users_of};
use crate::casefile::{CommonLine, Desk, HeldLine, ProfileLine, SilenceLine};
use inquiry::network::calls::{
    Held, Partner, Profile, Records, Silence, common as shared, profile,
};
use model::{EntityId, Layer};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Main numbers.
const MAIN: usize = 10;
/// Others of a number, and its cells, that are listed.
const LISTED: usize = 6;
/// Silences that are listed.
const SILENCES: usize = 3;
/// Common contacts that are listed.
const COMMON: usize = 15;
/// Shortest silence that is told, in seconds: three days.
const SILENT: i64 = 3 * 86_400;

/// The main numbers: those of people of whom a role is said, then the busiest. Partly hidden ones are none.
pub(super) fn main(desk: &Desk<'_>, records: &Records<'_>) -> Vec<String> {
    let study = desk.study;
    let links = study.network.links.iter();
    let of_roles: BTreeSet<&EntityId> = links
        .filter(|link| link.layer == Layer::Uses)
        .filter(|link| {
            desk.entities
                .get(&link.from)
                .is_some_and(|who| !who.roles.is_empty())
        })
        .map(|link| &link.to)
        .collect();
    let hidden: BTreeSet<&str> = study
        .contacts
        .iter()
        .flat_map(|contact| [&contact.from, &contact.to])
        .filter(|party| party.masked)
        .map(model::Party::key)
        .collect();
    let mut all: Vec<(bool, u64, Option<&EntityId>, &str)> = records
        .numbers()
        .iter()
        .filter(|number| !hidden.contains(*number))
        .map(|number| {
            let entity = study.resolution.of_party.get(*number);
            let role = entity.is_some_and(|entity| of_roles.contains(entity));
            (role, 0, entity, *number)
        })
        .collect();
    let mut counts: std::collections::BTreeMap<&str, u64> = std::collections::BTreeMap::new();
    for contact in &study.contacts {
        for end in BTreeSet::from([contact.from.key(), contact.to.key()]) {
            *counts.entry(end).or_default() += contact.count;
        }
    }
    for one in &mut all {
        one.1 = counts.get(one.3).copied().unwrap_or(0);
    }
    // Of equal ones the order must not follow the digits of a masked number.
    all.sort_by_key(|(role, count, entity, number)| {
        (Reverse(*role), Reverse(*count), *entity, *number)
    });
    all.truncate(MAIN);
    all.into_iter().map(|one| one.3.to_owned()).collect()
}

/// A profile of each main number.
pub(super) fn profiles(
    desk: &mut Desk<'_>,
    records: &Records<'_>,
    main: &[String],
) -> Vec<ProfileLine> {
    let zone = desk.zone.clone();
    let found = main
        .iter()
        .filter_map(|number| profile(records, number, &zone));
    found.map(|it| line(desk, it)).collect()
}

fn line(desk: &mut Desk<'_>, it: Profile) -> ProfileLine {
    let entity = desk.study.resolution.of_party.get(&it.number);
    let name = entity.map(|id| desk.name(id)).unwrap_or_default();
    let mut partners = it.partners;
    // As many contacts: not in the order of digits.
    partners.sort_by_key(|one| {
        let entity = desk.study.resolution.of_party.get(&one.number);
        (Reverse(one.contacts), Reverse(one.seconds), entity)
    });
    let (partners_more, cells_more) = (
        partners.len().saturating_sub(LISTED),
        it.cells.len().saturating_sub(LISTED),
    );
    let mut first = |all: &[Held]| -> Vec<HeldLine> {
        all.iter().take(LISTED).map(|one| held(desk, one)).collect()
    };
    let (cells, handsets, sims) = (first(&it.cells), first(&it.handsets), first(&it.sims));
    ProfileLine {
        users: users_of(desk, &it.number),
        number: it.number,
        name,
        contacts: it.contacts,
        outgoing: it.outgoing,
        seconds: it.seconds,
        first: clock(desk, it.first.as_ref()),
        last: clock(desk, it.last.as_ref()),
        hours: it.hours.to_vec(),
        weekdays: it.weekdays.to_vec(),
        partners: partners
            .iter()
            .take(LISTED)
            .map(|one| partner(desk, one))
            .collect(),
        partners_more,
        silences: it
            .silences
            .iter()
            .filter(|one| one.seconds >= SILENT)
            .take(SILENCES)
            .map(|one| silence(desk, one))
            .collect(),
        cells,
        cells_more,
        handsets,
        sims,
    }
}

fn partner(desk: &mut Desk<'_>, one: &Partner) -> HeldLine {
    HeldLine {
        what: one.number.clone(),
        contacts: one.contacts,
        first: clock(desk, one.first.as_ref()),
        last: clock(desk, one.last.as_ref()),
        rests: rests(desk, &one.rows),
    }
}

fn held(desk: &mut Desk<'_>, one: &Held) -> HeldLine {
    HeldLine {
        what: one.what.clone(),
        contacts: one.contacts,
        first: clock(desk, one.first.as_ref()),
        last: clock(desk, one.last.as_ref()),
        rests: rests(desk, &one.rows),
    }
}

fn silence(desk: &mut Desk<'_>, one: &Silence) -> SilenceLine {
    let rows = [one.from.contact.clone(), one.until.contact.clone()];
    SilenceLine {
        hours: one.seconds / 3600,
        from: clock(desk, Some(&one.from)),
        until: clock(desk, Some(&one.until)),
        rests: rests(desk, &rows),
    }
}

/// Numbers that at least two of the main numbers are in contact with, and how many more there are.
pub(super) fn common(
    desk: &mut Desk<'_>,
    records: &Records<'_>,
    main: &[String],
) -> (Vec<CommonLine>, usize) {
    let targets: Vec<&str> = main.iter().map(String::as_str).collect();
    let mut all = shared(records, &targets);
    // What the main numbers have with each other stands in their profiles.
    all.retain(|one| !main.contains(&one.number));
    let lines = all.iter().take(COMMON).map(|one| CommonLine {
        number: one.number.clone(),
        with: one
            .with
            .iter()
            .map(|side| HeldLine {
                what: side.target.clone(),
                contacts: side.contacts,
                first: clock(desk, side.first.as_ref()),
                last: clock(desk, side.last.as_ref()),
                rests: rests(desk, &side.rows),
            })
            .collect(),
        others: one.others,
    });
    (lines.collect(), all.len().saturating_sub(COMMON))
}
