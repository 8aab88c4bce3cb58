//! Ages of one person held against each other and against a date of birth.

use super::claims::Claims;
use super::contradict::{Found, Verdict};
use crate::fold::{name_key, nominatives, tokens};
use model::{Aspect, Entity, EntityId, EntityKind, PartialDate, Resolution};
use std::collections::{BTreeMap, BTreeSet};

/// An age as one claim gives it.
#[derive(Clone, Copy)]
struct Age<'a> {
    claim: usize,
    /// Whom the claim names.
    who: &'a EntityId,
    years: u64,
    /// Whether it is the age on the day of publication: "Luis Paz, 19,".
    now: bool,
}

/// Ages of one person that cannot both be so.
pub(super) fn ages(claims: &Claims<'_>, resolution: &Resolution) -> Vec<Found> {
    let full = full_names(resolution);
    let meant = |who| full.get(who).copied().unwrap_or(who);
    let mut told: BTreeMap<&EntityId, Vec<Age<'_>>> = BTreeMap::new();
    let mut births: BTreeMap<&EntityId, Vec<(usize, PartialDate)>> = BTreeMap::new();
    for (claim, said) in claims.all.iter().enumerate() {
        if said.denied() {
            continue;
        }
        if let (Some(years), Some(who)) = (said.frame.age, said.aged) {
            let age = Age {
                claim,
                who,
                years,
                now: false,
            };
            told.entry(meant(who)).or_default().push(age);
        }
        for &(who, years) in &said.beside {
            let age = Age {
                claim,
                who,
                years,
                now: true,
            };
            told.entry(meant(who)).or_default().push(age);
        }
        if let Some((who, day)) = said.born {
            births.entry(who).or_default().push((claim, day));
        }
    }
    let mut found = Vec::new();
    for (who, list) in &told {
        for (nth, one) in list.iter().enumerate() {
            let others = list[nth + 1..].iter();
            let differ = others.filter(|other| two_ages(claims, one, other));
            found.extend(differ.map(|other| {
                let summary = if one.who == other.who {
                    "Different ages for the same person"
                } else {
                    "Different ages for one who may be the same person, once told by the given name alone"
                };
                let verdict = Verdict {
                    aspect: Aspect::Value,
                    summary: summary.to_owned(),
                    about: format!("age {who}"),
                    values: vec![one.years, other.years],
                };
                Found::new(one.claim, other.claim, verdict)
            }));
        }
        for one in list.iter().filter(|one| one.who == *who) {
            let days = births.get(who).into_iter().flatten();
            let unfit = days.filter(|(_, day)| !fits(claims, one, *day));
            found.extend(unfit.map(|&(claim, day)| {
                let verdict = Verdict {
                    aspect: Aspect::Value,
                    summary: format!(
                        "An age of {} does not fit a birth date of {day}.",
                        one.years
                    ),
                    about: format!("birth {who}"),
                    values: Vec::new(),
                };
                Found::new(claim.min(one.claim), claim.max(one.claim), verdict)
            }));
        }
    }
    found
}

/// Those of whom the case knows a given name alone, each with the only other person who bears it.
fn full_names(resolution: &Resolution) -> BTreeMap<&EntityId, &EntityId> {
    let people = || {
        let entities = resolution.entities.iter();
        entities.filter(|entity| entity.kind == EntityKind::Person)
    };
    let names = |entity: &Entity| -> Vec<Vec<String>> {
        let all = std::iter::once(&entity.name).chain(&entity.aliases);
        all.map(|name| tokens(name)).collect()
    };
    let given = |names: &[Vec<String>]| -> BTreeSet<String> {
        let forms = names.iter().flat_map(|name| nominatives(name));
        forms
            .filter_map(|form| form.first().map(|token| name_key(token)))
            .collect()
    };
    let mut bearers: BTreeMap<String, BTreeSet<&EntityId>> = BTreeMap::new();
    let mut bare: Vec<(&EntityId, BTreeSet<String>)> = Vec::new();
    for entity in people() {
        let names = names(entity);
        if names.iter().all(|name| name.len() < 2) {
            bare.push((&entity.id, given(&names)));
            continue;
        }
        for key in given(&names) {
            bearers.entry(key).or_default().insert(&entity.id);
        }
    }
    let only = |keys: &BTreeSet<String>| {
        let held: BTreeSet<&EntityId> = keys
            .iter()
            .filter_map(|key| bearers.get(key))
            .flatten()
            .copied()
            .collect();
        held.first().copied().filter(|_| held.len() == 1)
    };
    bare.iter()
        .filter_map(|(who, keys)| Some((*who, only(keys)?)))
        .collect()
}

/// Whether two ages contradict: on both sides of eighteen, which law and protection hang on; or further apart than the
/// days on which they were published.
fn two_ages(claims: &Claims<'_>, one: &Age<'_>, other: &Age<'_>) -> bool {
    let apart = one.years.abs_diff(other.years);
    let of_age = (one.years < 18) != (other.years < 18);
    let date = |age: &Age<'_>| claims.all[age.claim].date.map(PartialDate::year);
    let between = date(one)
        .zip(date(other))
        .map(|(a, b)| u64::from(a.abs_diff(b)));
    let now = one.now && other.now;
    (of_age && apart <= 3 && !between.is_some_and(|years| now && apart <= years))
        || (now && between.is_some_and(|years| apart > years + 1))
}

/// Whether an age may be that of somebody born on a day.
fn fits(claims: &Claims<'_>, age: &Age<'_>, born: PartialDate) -> bool {
    let said = &claims.all[age.claim];
    let Ok(years) = i16::try_from(age.years) else {
        return true;
    };
    let at: Vec<PartialDate> = said
        .times
        .iter()
        .copied()
        .filter(|day| *day > born)
        .collect();
    if !at.is_empty() && !age.now {
        return at.iter().any(|day| {
            let (least, most) = span(born, *day);
            (least..=most).contains(&years)
        });
    }
    let Some(date) = said.date else { return true };
    let (least, most) = span(born, date);
    // Somebody may have been younger when it happened, never older than on the day of publication.
    years <= most && (!age.now || years + 1 >= least)
}

/// The ages that somebody born on one day may have on another: the least and the most.
fn span(born: PartialDate, day: PartialDate) -> (i16, i16) {
    let years = day.year() - born.year();
    let of = |date: PartialDate| (date.month(), date.day());
    match (of(born), of(day)) {
        ((Some(month), _), (Some(now), _)) if month != now => {
            let full = if now > month { years } else { years - 1 };
            (full, full)
        }
        ((Some(_), Some(first)), (Some(_), Some(now))) => {
            let full = if now >= first { years } else { years - 1 };
            (full, full)
        }
        _ => (years - 1, years),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_as_exact_as_its_dates() {
        let day = |text: &str| PartialDate::parse(text).unwrap();
        let of = |born: &str, on: &str| span(day(born), day(on));
        assert_eq!(of("2007-05-03", "2025-02-03"), (17, 17));
        assert_eq!(of("2007-05-03", "2025-05-03"), (18, 18));
        assert_eq!(of("2007-05-03", "2025-05"), (17, 18));
        assert_eq!(of("2007", "2025-02-03"), (17, 18));
    }
}
