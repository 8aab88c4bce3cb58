//! Contradictions: two claims about the same thing that cannot both be so.
//!
//! One finding for each thing in dispute, not for each pair of copies: claims that say the same are taken together first,
//! and the earliest pair stands for all of them.

use super::claims::{Claims, Pair};
use super::frame::{Count, Feature};
use super::said::{About, Said};
use super::{lexicon, persons};
use model::{Aspect, Facts, Finding, FindingKind, Place, Resolution};
use std::collections::{BTreeMap, BTreeSet};

/// Places shown for one dispute, at most.
const SHOWN: usize = 16;

/// What two claims dispute: the aspect, a summary that names no person, and the thing, so that two disputes of one pair stay two.
type Verdict = (Aspect, String, String);

/// A contradiction between two claims before copies are taken together.
pub(super) struct Found {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) aspect: Aspect,
    pub(super) summary: String,
    pub(super) about: String,
}

/// All contradictions, one for each thing in dispute.
pub(super) fn contradictions(
    claims: &Claims<'_>,
    pairs: &[Pair],
    facts: &[Facts],
    resolution: &Resolution,
) -> Vec<Finding> {
    let mut found: Vec<Found> = Vec::new();
    for pair in pairs {
        let verdict = judge(&claims.all[pair.a], &claims.all[pair.b], pair);
        found.extend(verdict.map(|(aspect, summary, about)| Found {
            a: pair.a,
            b: pair.b,
            aspect,
            summary,
            about,
        }));
    }
    found.extend(ages(claims));
    found.extend(persons::disputed(claims, facts, resolution));
    let family = families(claims, pairs);
    disputes(found, &family)
        .into_values()
        .filter_map(|mut dispute| {
            // First-hand before hearsay, then the earliest.
            dispute.sort_by_key(|one| {
                (
                    claims.all[one.a].depth + claims.all[one.b].depth,
                    one.a,
                    one.b,
                )
            });
            let first = dispute.first()?;
            let mut places: Vec<Place> = Vec::new();
            for one in &dispute {
                for place in claims.places(one.a, one.b) {
                    if places.len() < SHOWN && !places.contains(&place) {
                        places.push(place);
                    }
                }
            }
            let kind = FindingKind::Contradiction {
                aspect: first.aspect,
            };
            Finding::new(
                kind,
                first.summary.clone(),
                claims.ids(first.a, first.b),
                places,
            )
        })
        .collect()
}

/// What is in dispute: the aspect, the thing, and the first family of claims of the dispute.
type Dispute = (Aspect, String, usize);

/// Pairs of claims by what they dispute: pairs that share a family of claims dispute one thing.
fn disputes(found: Vec<Found>, family: &[usize]) -> BTreeMap<Dispute, Vec<Found>> {
    let found: Vec<Found> = found
        .into_iter()
        .filter(|one| family[one.a] != family[one.b])
        .collect();
    let mut parent: BTreeMap<Dispute, usize> = BTreeMap::new();
    for one in &found {
        let (x, y) = (
            top(&parent, one, family[one.a]),
            top(&parent, one, family[one.b]),
        );
        parent.insert((one.aspect, one.about.clone(), x.max(y)), x.min(y));
    }
    let mut groups: BTreeMap<Dispute, Vec<Found>> = BTreeMap::new();
    for one in found {
        let first = top(&parent, &one, family[one.a]);
        groups
            .entry((one.aspect, one.about.clone(), first))
            .or_default()
            .push(one);
    }
    groups
}

/// The first family of the dispute that a family belongs to.
fn top(parent: &BTreeMap<Dispute, usize>, found: &Found, mut family: usize) -> usize {
    while let Some(&up) = parent
        .get(&(found.aspect, found.about.clone(), family))
        .filter(|up| **up != family)
    {
        family = up;
    }
    family
}

/// In what two claims contradict each other, if they do.
fn judge(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    if a.claim.document == b.claim.document {
        // Within one document only a denial by somebody else counts.
        return (a.claim.source != b.claim.source)
            .then(|| predicate(a, b))
            .flatten();
    }
    predicate(a, b)
        .or_else(|| actor(a, b, pair))
        .or_else(|| time(a, b, pair))
        .or_else(|| value(a, b, pair))
        .or_else(|| scope(a, b, pair))
}

/// Denied by one, affirmed by the other.
fn predicate(a: &Said<'_>, b: &Said<'_>) -> Option<Verdict> {
    // Within a document somebody does not contradict himself; two documents may tell his words differently.
    let one_document = a.claim.document == b.claim.document;
    let himself = one_document && a.source.is_some() && a.source == b.source;
    if a.denied() == b.denied() || himself {
        return None;
    }
    let (denial, other) = if a.denied() { (a, b) } else { (b, a) };
    // Who denies a deed of his own says nothing of somebody else's; who denies that it was said, nothing of the thing.
    if denial.about == About::Saying && other.about != About::Saying
        || denial.about == About::OwnDeed && !other.may_concern(denial)
    {
        return None;
    }
    // An affirmed "nobody paid" agrees with a denial that somebody paid.
    if (denial.frame.negations > 0) != (other.frame.negations > 0) {
        return None;
    }
    let one_language = a.language == b.language;
    let asked = features(denial, one_language);
    let told = features(other, one_language);
    let common: Vec<&Feature> = asked.intersection(&told).copied().collect();
    let act = common
        .iter()
        .any(|feature| matches!(feature, Feature::Concept(concept) if lexicon::is_act(*concept)));
    let lively = |said: &Said<'_>| said.frame.age.is_some() || !events(said).is_empty();
    let minor = lexicon::named("minor")
        .is_some_and(|minor| common.contains(&&Feature::Concept(minor)) && lively(a) && lively(b));
    // What is denied must stand in what is affirmed almost whole, or the other way round.
    let whole = match common.len() {
        0 | 1 => false,
        2 => asked.len() == 2,
        held => held * 10 >= asked.len().min(told.len()) * 6,
    };
    let about = if minor { "minor" } else { "" };
    ((whole && act) || minor).then(|| {
        (
            Aspect::Predicate,
            "One source denies what another affirms.".to_owned(),
            about.to_owned(),
        )
    })
}

/// The same act laid to the people of different countries, or to those whom it concerns themselves.
fn actor(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    if a.denied() != b.denied() {
        return None;
    }
    let act = |name: &str| lexicon::named(name);
    let both = !a.actors.is_empty() && !b.actors.is_empty() && a.actors.is_disjoint(&b.actors);
    let state = [act("dismantle"), act("arrest")];
    if let Some(event) = shared_concept(a, b, |concept| state.contains(&Some(concept)))
        && both
        && pair.alike >= 0.45
        && pair.shared >= 2
    {
        let summary = "The same act is laid to the authorities of different countries.".to_owned();
        return Some((Aspect::Actor, summary, format!("{event}")));
    }
    let money = [act("pay"), act("buy")];
    let settles = |said: &Said<'_>| {
        concepts(said)
            .iter()
            .any(|concept| money.contains(&Some(*concept)))
    };
    let bought = shared_concept(a, b, |concept| {
        !lexicon::is_people(concept) && !money.contains(&Some(concept))
    })?;
    (a.frame.by_self != b.frame.by_self && settles(a) && settles(b)).then(|| {
        let summary =
            "One source says that they paid themselves, another that somebody else did.".to_owned();
        (Aspect::Actor, summary, format!("{bought}"))
    })
}

/// The same event on different days.
fn time(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    let apart = !a.days.is_empty()
        && !b.days.is_empty()
        && !a
            .days
            .iter()
            .any(|x| b.days.iter().any(|y| x.may_equal(*y)));
    let event = shared_concept(a, b, lexicon::is_scope)?;
    if !(apart && shared_names(a, b) >= 2 && pair.alike >= 0.55 && a.denied() == b.denied()) {
        return None;
    }
    let (first, second) = (a.days.first()?, b.days.first()?);
    Some((
        Aspect::Time,
        format!("Different times for the same event: {first} and {second}."),
        format!("{event}"),
    ))
}

/// Different numbers of the same thing in claims that agree in the rest.
fn value(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    let one_origin = a.origin.is_some() && a.origin == b.origin;
    // Where nothing but the number differs, little need be said.
    let bare =
        pair.shared == 2 && pair.alike >= 0.8 && shared_concept(a, b, lexicon::is_scope).is_some();
    let (shared, alike) = if one_origin || bare {
        (2, 0.2)
    } else {
        (3, 0.5)
    };
    if a.denied() != b.denied() || pair.shared < shared || pair.alike < alike {
        return None;
    }
    // What is measured again and again (polls, prices) differs without contradiction.
    if !one_origin && (far_apart(a, b) || (names(a) && names(b) && shared_names(a, b) == 0)) {
        return None;
    }
    for left in a.values() {
        for right in b.values().filter(|right| right.value != left.value) {
            let Some(unit) = one_unit(left, right, a.language == b.language) else {
                continue;
            };
            // "Verdicts in eight cases" counts verdicts, whatever happens near the number.
            let named = left.of.is_some() || right.of.is_some();
            let event = left.event == right.event || left.event.is_none() || right.event.is_none();
            // Copies of one report that agree in nothing but the unit are different sentences.
            let close = named || (pair.alike >= 0.5 && event);
            let met = holds(a, right.value, left) || holds(b, left.value, right);
            if close && !met && lone(a, left, &unit) && lone(b, right, &unit) {
                let summary = format!(
                    "Different numbers for the same thing: {} and {}.",
                    left.value, right.value
                );
                return Some((Aspect::Value, summary, format!("{unit:?}")));
            }
        }
    }
    None
}

/// Whether two documents appeared more than a season apart; undated ones may not have.
fn far_apart(a: &Said<'_>, b: &Said<'_>) -> bool {
    let month = |said: &Said<'_>| {
        said.date
            .and_then(|date| Some(i32::from(date.year()) * 12 + i32::from(date.month()?)))
    };
    month(a)
        .zip(month(b))
        .is_some_and(|(a, b)| (a - b).abs() > 4)
}

/// Whether a claim names anybody or anything.
fn names(said: &Said<'_>) -> bool {
    said.frame
        .features
        .iter()
        .any(|feature| matches!(feature, Feature::Name(_)))
}

/// Whether a claim has this number too, of the same unit as its own or of none.
fn holds(said: &Said<'_>, value: u64, own: &Count) -> bool {
    let like = |count: &Count| count.unit.is_none() || one_unit(count, own, true).is_some();
    said.frame
        .counts
        .iter()
        .any(|count| count.value == value && like(count))
}

/// Whether this is the only number of its unit in the claim.
fn lone(said: &Said<'_>, count: &Count, unit: &Feature) -> bool {
    let same = |other: &&Count| one_unit(count, other, true).as_ref() == Some(unit);
    said.values().filter(same).count() == 1
}

/// What two numbers both count, if they count the same.
fn one_unit(a: &Count, b: &Count, one_language: bool) -> Option<Feature> {
    let units = |count: &Count| -> Vec<Feature> {
        let before = count.of.map(Feature::Concept);
        before.into_iter().chain(count.unit.clone()).collect()
    };
    let right = units(b);
    units(a)
        .into_iter()
        .find(|unit| right.contains(unit) && (one_language || !matches!(unit, Feature::Stem(_))))
}

/// The same number said of different things: recruited here, travelled there; people here, traffickers there.
fn scope(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    if a.denied() != b.denied() {
        return None;
    }
    let one_origin = a.origin.is_some() && a.origin == b.origin;
    let summary = |value: u64| format!("The same number, {value}, is said of different things.");
    for left in a.values() {
        let Some(right) = b.values().find(|right| right.value == left.value) else {
            continue;
        };
        let telling =
            left.value >= 500 || (left.value >= 10 && pair.alike >= 0.4 && pair.shared >= 2);
        let of = |count: &Count, fits: fn(usize) -> bool| matches!(count.unit, Some(Feature::Concept(unit)) if fits(unit));
        let charged = (of(left, lexicon::is_culprits) && of(right, lexicon::is_people))
            || (of(right, lexicon::is_culprits) && of(left, lexicon::is_people));
        if charged && left.value >= 10 && pair.shared >= 2 {
            return Some((
                Aspect::Scope,
                summary(left.value),
                format!("who {}", left.value),
            ));
        }
        let people = of(left, lexicon::is_people) && of(right, lexicon::is_people);
        let same = people || one_unit(left, right, a.language == b.language).is_some();
        let other = left.event.is_some() && right.event.is_some() && left.event != right.event;
        if telling && same && other && !shares_event(a, b, left, right) {
            // In an amended copy the predicate was changed; otherwise the number was given another scope.
            let amended = one_origin && a.language == b.language && pair.alike >= 0.4;
            let aspect = if amended {
                Aspect::Predicate
            } else {
                Aspect::Scope
            };
            return Some((aspect, summary(left.value), format!("{}", left.value)));
        }
    }
    None
}

/// Whether one claim says of its number, in other words, also what the other says.
fn shares_event(a: &Said<'_>, b: &Said<'_>, left: &Count, right: &Count) -> bool {
    let says = |said: &Said<'_>, event: Option<usize>| {
        event.is_some_and(|event| events(said).contains(&event))
    };
    says(a, right.event) || says(b, left.event)
}

/// Ages of one person on both sides of eighteen, or far apart: what law and protection hang on.
fn ages(claims: &Claims<'_>) -> Vec<Found> {
    let mut told: BTreeMap<_, Vec<(usize, u64)>> = BTreeMap::new();
    for (at, said) in claims.all.iter().enumerate() {
        if let (Some(age), Some(who), false) = (said.frame.age, said.aged, said.denied()) {
            told.entry(who).or_default().push((at, age));
        }
        for &(who, age) in &said.beside {
            told.entry(who).or_default().push((at, age));
        }
    }
    let mut found = Vec::new();
    for (who, list) in told {
        for (nth, &(a, first)) in list.iter().enumerate() {
            for &(b, second) in &list[nth + 1..] {
                let of_age = (first < 18) != (second < 18);
                if of_age && first.abs_diff(second) <= 3 {
                    let summary =
                        format!("Different ages for the same person: {first} and {second}.");
                    found.push(Found {
                        a,
                        b,
                        aspect: Aspect::Value,
                        summary,
                        about: format!("age {who}"),
                    });
                }
            }
        }
    }
    found
}

/// Concepts of a claim.
fn concepts(said: &Said<'_>) -> BTreeSet<usize> {
    said.frame
        .features
        .iter()
        .filter_map(|feature| match feature {
            Feature::Concept(concept) => Some(*concept),
            _ => None,
        })
        .collect()
}

/// What happens to people in a claim.
fn events(said: &Said<'_>) -> BTreeSet<usize> {
    concepts(said)
        .into_iter()
        .filter(|concept| lexicon::is_scope(*concept))
        .collect()
}

/// Features that can be compared: stems only within one language. A ticket is as good as the journey.
fn features<'s>(said: &'s Said<'_>, one_language: bool) -> BTreeSet<&'s Feature> {
    said.frame
        .features
        .iter()
        .filter(|feature| one_language || !matches!(feature, Feature::Stem(_)))
        .collect()
}

/// A concept that both speak of.
fn shared_concept(a: &Said<'_>, b: &Said<'_>, fits: impl Fn(usize) -> bool) -> Option<usize> {
    concepts(a)
        .intersection(&concepts(b))
        .copied()
        .find(|concept| fits(*concept))
}

/// How many names both have.
fn shared_names(a: &Said<'_>, b: &Said<'_>) -> usize {
    let common = a.frame.features.intersection(&b.frame.features);
    common
        .filter(|feature| matches!(feature, Feature::Name(_)))
        .count()
}

/// The family of each claim: claims that say the same with the same numbers, and are both affirmed or both denied.
pub(super) fn families(claims: &Claims<'_>, pairs: &[Pair]) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..claims.all.len()).collect();
    for pair in pairs {
        if same(&claims.all[pair.a], &claims.all[pair.b], pair) {
            let (x, y) = (root(&mut parent, pair.a), root(&mut parent, pair.b));
            parent[x.max(y)] = x.min(y);
        }
    }
    (0..parent.len()).map(|at| root(&mut parent, at)).collect()
}

fn root(parent: &mut [usize], mut at: usize) -> usize {
    while parent[at] != at {
        parent[at] = parent[parent[at]];
        at = parent[at];
    }
    at
}

/// Whether two claims say the same: most of the words, all of the numbers, days and actors that both have.
fn same(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> bool {
    let numbers = |said: &Said<'_>| {
        said.values()
            .map(|count| count.value)
            .collect::<BTreeSet<u64>>()
    };
    let days = a.days.is_empty()
        || b.days.is_empty()
        || a.days
            .iter()
            .any(|x| b.days.iter().any(|y| x.may_equal(*y)));
    let actors = a.actors.is_empty() || b.actors.is_empty() || !a.actors.is_disjoint(&b.actors);
    let needed = if a.language == b.language { 0.62 } else { 0.55 };
    let act = shared_concept(a, b, lexicon::is_act).is_some() || a.language == b.language;
    a.denied() == b.denied()
        && (a.frame.negations > 0) == (b.frame.negations > 0)
        && numbers(a) == numbers(b)
        && days
        && actors
        && act
        && pair.shared >= 3
        && pair.alike >= needed
}
