//! One act laid to different actors: to the people of two countries, to the police of two towns, to those whom it concerns.

use super::claims::{Claims, Pair};
use super::contradict::Verdict;
use super::frame::Feature;
use super::lexicon;
use super::said::Said;
use crate::fold::Word;
use model::Aspect;
use std::collections::{BTreeMap, BTreeSet};

/// Bodies of a state by their sort, each with the names of what they belong to: "police of Gibara".
pub(super) type Bodies = BTreeMap<usize, BTreeSet<Feature>>;

/// The bodies that a run of words names with their towns. `is_name` tells a name at the beginning of a sentence.
pub(super) fn bodies(words: &[Word], is_name: &dyn Fn(&Word) -> bool) -> Bodies {
    let mut found = Bodies::new();
    for (at, word) in words.iter().enumerate() {
        let sort = lexicon::concepts(&word.folded).find(|concept| lexicon::is_state_body(*concept));
        let Some(sort) = sort else { continue };
        let before = at.checked_sub(1).and_then(|at| {
            let first = at == 0 && !is_name(&words[at]);
            town(&words[at]).filter(|_| !first)
        });
        let mut after = words[at + 1..].iter().take(4);
        let behind = after
            .find(|word| !lexicon::is_stop(&word.folded))
            .and_then(town);
        found.entry(sort).or_default().extend(before.or(behind));
    }
    found
}

/// What a word names, if it is the name of a place that is no country.
fn town(word: &Word) -> Option<Feature> {
    let body = lexicon::concepts(&word.folded).any(|concept| {
        lexicon::is_body(concept) || lexicon::is_country(concept) || lexicon::is_month(concept)
    });
    if body || lexicon::number(&word.folded).is_some() {
        return None;
    }
    match super::frame::feature(word, false)? {
        Feature::Concept(concept) => lexicon::is_city(concept).then_some(Feature::Concept(concept)),
        Feature::Name(name) => Some(Feature::Name(name)),
        Feature::Stem(_) => None,
    }
}

/// The same act laid to others.
pub(super) fn actor(
    claims: &Claims<'_>,
    a: &Said<'_>,
    b: &Said<'_>,
    pair: &Pair,
) -> Option<Verdict> {
    if a.denied() != b.denied() {
        return None;
    }
    countries(a, b, pair)
        .or_else(|| towns(claims, a, b, pair))
        .or_else(|| themselves(claims, a, b))
}

fn verdict(summary: &str, event: usize) -> Verdict {
    Verdict {
        aspect: Aspect::Actor,
        summary: summary.to_owned(),
        about: format!("{event}"),
        values: Vec::new(),
    }
}

fn countries(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    let state = [lexicon::named("dismantle"), lexicon::named("arrest")];
    let event = a.shares(b, |concept| state.contains(&Some(concept)))?;
    let apart = !a.actors.is_empty() && !b.actors.is_empty() && a.actors.is_disjoint(&b.actors);
    let summary = "The same act is laid to the authorities of different countries.";
    (apart && pair.alike >= 0.45 && pair.shared >= 2).then(|| verdict(summary, event))
}

/// The same arrests laid to the police of one town and to that of another.
fn towns(claims: &Claims<'_>, a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    const STATE: [&str; 6] = [
        "arrest",
        "dismantle",
        "identify",
        "charge",
        "release",
        "intercept",
    ];
    let event = a.shares(b, |concept| {
        STATE
            .iter()
            .any(|name| lexicon::named(name) == Some(concept))
    })?;
    if !a.towns_apart(b) || a.far_apart(b) || !a.days_meet(b) {
        return None;
    }
    let towns = |said: &Said<'_>| -> BTreeSet<Feature> {
        said.bodies.values().flatten().cloned().collect()
    };
    let both = &towns(a) | &towns(b);
    let rest = |said: &Said<'_>| -> BTreeSet<Feature> {
        let names = said.names.iter();
        names.filter(|name| !both.contains(name)).cloned().collect()
    };
    let (left, right) = (rest(a), rest(b));
    let others =
        left.difference(&right).next().is_some() && right.difference(&left).next().is_some();
    let values =
        |said: &Said<'_>| -> BTreeSet<u64> { said.values().map(|count| count.value).collect() };
    let (here, there) = (values(a), values(b));
    let counted = !here.is_empty() && here == there;
    let one_origin = a.origin.is_some() && a.origin == b.origin;
    let differ = !here.is_empty() && !there.is_empty() && here != there;
    let named = left.intersection(&right).next().is_some();
    // Other authorities and other numbers may be another event: the day and something else that is named must agree.
    let dated = !a.days.is_empty() && !b.days.is_empty();
    if others || (differ && !one_origin && !(named && dated)) {
        return None;
    }
    let alike = counted || (pair.shared >= 3 && pair.alike >= 0.6);
    let tied = named || a.one_day(b) || claims.one_story(a, b) || one_origin;
    if !(alike && tied) {
        return None;
    }
    let own = |some: &BTreeSet<u64>, others| some.difference(others).next().copied();
    let numbers = own(&here, &there).zip(own(&there, &here));
    let Some((one, other)) = numbers.filter(|_| differ && !one_origin) else {
        let summary = "The same act is laid to the authorities of different places.";
        return Some(verdict(summary, event));
    };
    let summary =
        "The same act is laid to the authorities of different places, with different numbers";
    Some(Verdict {
        values: vec![one, other],
        ..verdict(summary, event)
    })
}

/// One says that they paid themselves, the other that somebody paid for them.
fn themselves(claims: &Claims<'_>, a: &Said<'_>, b: &Said<'_>) -> Option<Verdict> {
    let money = [lexicon::named("pay"), lexicon::named("buy")];
    let settles = |said: &Said<'_>| {
        said.concepts
            .iter()
            .any(|concept| money.contains(&Some(*concept)))
    };
    let bought = a.shares(b, |concept| {
        !lexicon::is_people(concept) && !money.contains(&Some(concept))
    })?;
    let one = a.tied(b) || claims.one_story(a, b) || is_thing(bought);
    let summary = "One source says that they paid themselves, another that somebody else did.";
    (one && a.frame.by_self != b.frame.by_self && settles(a) && settles(b))
        .then(|| verdict(summary, bought))
}

/// Whether a concept is something that is bought for a journey.
fn is_thing(concept: usize) -> bool {
    ["ticket", "passport", "visa", "flight"]
        .iter()
        .any(|name| lexicon::named(name) == Some(concept))
}
