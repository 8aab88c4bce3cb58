//! Numbers held against each other: different ones of one thing, one of different things.

use super::claims::{Claims, Pair};
use super::contradict::Verdict;
use super::frame::{Count, Feature};
use super::lexicon;
use super::parts;
use super::said::Said;
use model::Aspect;

/// Different numbers of the same thing in claims that agree in the rest.
pub(super) fn value(
    claims: &Claims<'_>,
    a: &Said<'_>,
    b: &Said<'_>,
    pair: &Pair,
) -> Option<Verdict> {
    if a.denied() != b.denied() || !comparable(claims, a, b, pair) {
        return None;
    }
    differ(a, b, pair)
}

/// Different numbers that two sources of one document give for the same thing: "killed 9 people, police said; killed 12
/// people, doctors said". Nearly all else must be alike, for one document tells of many things.
pub(super) fn told_by_two(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    let known = |said: &Said<'_>| !said.sources.is_empty();
    let alike = pair.shared >= 3 && pair.alike >= 0.6 || pair.shared == 2 && pair.alike >= 0.8;
    let one_act = !a.acts.is_disjoint(&b.acts);
    let apart = a.names_apart(b) || !a.days_meet(b) || a.when.apart(&b.when);
    let told = known(a) && known(b) && a.told_by_another(b) && alike && one_act && !apart;
    (told && a.denied() == b.denied())
        .then(|| differ(a, b, pair))
        .flatten()
}

/// The numbers of one unit that differ, each the only one of its unit in its claim.
pub(super) fn differ(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    let summed = parts::summed(a, b).or_else(|| parts::summed(b, a));
    if let Some((sum, whole)) = summed {
        return (sum != whole && pair.alike >= 0.4).then(|| different(sum, whole, "people"));
    }
    let tied = a.tied(b);
    for left in a.values() {
        for right in b.values().filter(|right| right.value != left.value) {
            let Some(unit) = one_unit(left, right, a.language == b.language) else {
                continue;
            };
            // "Verdicts in eight cases" counts verdicts, whatever happens near the number.
            let named = left.of.is_some() || right.of.is_some();
            let one_event = left.event.is_some() && left.event == right.event;
            let event = one_event || left.event.is_none() || right.event.is_none();
            // Copies of one report that agree in nothing but the unit are different sentences.
            let close = named || (pair.alike >= 0.5 && event) || (one_event && tied);
            let met = holds(a, right.value, left)
                || holds(b, left.value, right)
                || parts::fits_in(a, left, b, right)
                || parts::fits_in(b, right, a, left);
            if close && !met && lone(a, left) && lone(b, right) {
                return Some(different(left.value, right.value, &format!("{unit:?}")));
            }
        }
    }
    None
}

fn different(left: u64, right: u64, unit: &str) -> Verdict {
    Verdict {
        aspect: Aspect::Value,
        summary: "Different numbers for the same thing".to_owned(),
        about: unit.to_owned(),
        values: vec![left, right],
    }
}

/// Whether two claims are about one event, so that their numbers must agree.
fn comparable(claims: &Claims<'_>, a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> bool {
    if a.origin.is_some() && a.origin == b.origin {
        return pair.shared >= 2 && pair.alike >= 0.2;
    }
    // What is measured again and again (polls, prices, seats) differs without contradiction: something must have been done,
    // and be done at one time to the same people or in the same place.
    let one_act = !a.acts.is_disjoint(&b.acts);
    let like = pair.shared >= 3 && pair.alike >= 0.5;
    let bare = pair.shared == 2 && pair.alike >= 0.8;
    one_act
        && !a.far_apart(b)
        && !a.names_apart(b)
        && a.days_meet(b)
        && !a.when.apart(&b.when)
        && (a.tied(b) || ((like || bare) && claims.one_story(a, b)) || one_sentence(a, b, pair))
}

/// Whether two sources say in nearly the same words what happened, in documents of one week.
fn one_sentence(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> bool {
    let known = |said: &Said<'_>| !said.sources.is_empty();
    let near = a.days_between(b).is_none_or(|days| days < 7);
    let whole = pair.shared >= 3 && pair.alike >= 0.85;
    let happens = a.shares(b, lexicon::is_scope).is_some();
    known(a) && known(b) && a.told_by_another(b) && near && whole && happens
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
fn lone(said: &Said<'_>, count: &Count) -> bool {
    let same = |other: &&Count| one_unit(count, other, true).is_some();
    said.values().filter(same).count() == 1
}

/// What two numbers both count, if they count the same. Those detained are people to whom that happened.
fn one_unit(a: &Count, b: &Count, one_language: bool) -> Option<Feature> {
    let units = |count: &Count| -> Vec<Feature> {
        let before = count.of.map(Feature::Concept);
        before.into_iter().chain(count.unit.clone()).collect()
    };
    let right = units(b);
    let same = units(a)
        .into_iter()
        .find(|unit| right.contains(unit) && (one_language || !matches!(unit, Feature::Stem(_))));
    let undergo = |count: &Count, other: &Count| match (&count.unit, &other.unit) {
        (Some(Feature::Concept(event)), Some(Feature::Concept(people))) => {
            count.event == Some(*event)
                && other.event == Some(*event)
                && lexicon::is_people(*people)
                && !lexicon::is_people(*event)
        }
        _ => false,
    };
    same.or_else(|| {
        (undergo(a, b) || undergo(b, a))
            .then(|| a.event.map(Feature::Concept))
            .flatten()
    })
}

/// The same number said of different things: recruited here, travelled there; people here, traffickers there.
pub(super) fn scope(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    if a.denied() != b.denied() {
        return None;
    }
    let one_origin = a.origin.is_some() && a.origin == b.origin;
    for left in a.values() {
        let Some(right) = b.values().find(|right| right.value == left.value) else {
            continue;
        };
        let number = left.value;
        let scope = |about: String| Verdict {
            aspect: Aspect::Scope,
            summary: format!("The same number, {number}, is said of different things."),
            about,
            values: Vec::new(),
        };
        let telling =
            left.value >= 500 || (left.value >= 10 && pair.alike >= 0.4 && pair.shared >= 2);
        let of = |count: &Count, fits: fn(usize) -> bool| matches!(count.unit, Some(Feature::Concept(unit)) if fits(unit));
        let charged = (of(left, lexicon::is_culprits) && of(right, lexicon::is_people))
            || (of(right, lexicon::is_culprits) && of(left, lexicon::is_people));
        if charged && left.value >= 10 && pair.shared >= 2 {
            return Some(scope(format!("who {number}")));
        }
        let people = of(left, lexicon::is_people) && of(right, lexicon::is_people);
        let same = people || one_unit(left, right, a.language == b.language).is_some();
        let other = left.event.is_some() && right.event.is_some() && left.event != right.event;
        if telling && same && other && !shares_event(a, b, left, right) {
            // In an amended copy the predicate was changed; otherwise the number was given another scope.
            let amended = one_origin && a.language == b.language && pair.alike >= 0.4;
            let mut found = scope(format!("{number}"));
            if amended {
                found.aspect = Aspect::Predicate;
                found.summary = format!(
                    "In one text another thing is said to have happened to the {number} than in the other."
                );
            }
            return Some(found);
        }
    }
    None
}

/// Whether one claim says of its number, in other words, also what the other says.
fn shares_event(a: &Said<'_>, b: &Said<'_>, left: &Count, right: &Count) -> bool {
    let says = |said: &Said<'_>, event: Option<usize>| {
        event.is_some_and(|event| said.events().contains(&event))
    };
    says(a, right.event) || says(b, left.event)
}
