//! Contradictions: two claims about the same thing that cannot both be so.
//!
//! One finding for each thing in dispute, not for each pair of copies: claims that say the same are taken together first,
//! and the earliest pair stands for all of them.

use super::claims::{Claims, Count, Feature, Pair, Said};
use super::lexicon;
use model::{Aspect, Finding, FindingKind};
use std::collections::{BTreeMap, BTreeSet};

/// A contradiction between two claims before copies are taken together.
struct Found {
    aspect: Aspect,
    a: usize,
    b: usize,
    summary: String,
    /// Which thing in the claims is disputed, so that two disputes of one pair stay two.
    about: String,
}

/// All contradictions, one for each thing in dispute.
pub(super) fn contradictions(claims: &Claims<'_>, pairs: &[Pair]) -> Vec<Finding> {
    let mut found: Vec<Found> = Vec::new();
    for pair in pairs {
        let (a, b) = (&claims.all[pair.a], &claims.all[pair.b]);
        found.extend(judge(a, b, pair).map(|(aspect, summary, about)| Found {
            aspect,
            a: pair.a,
            b: pair.b,
            summary,
            about,
        }));
    }
    let family = families(claims, pairs);
    // The earliest pair of each dispute stands for all pairs of its copies.
    found.sort_by_key(|one| (one.aspect, one.a.min(one.b), one.a.max(one.b)));
    let mut seen: BTreeSet<(Aspect, String, usize, usize)> = BTreeSet::new();
    let mut disputed: BTreeMap<(Aspect, String, usize), usize> = BTreeMap::new();
    let mut findings = Vec::new();
    for one in found {
        let (x, y) = (family[one.a], family[one.b]);
        if x == y || !seen.insert((one.aspect, one.about.clone(), x.min(y), x.max(y))) {
            continue;
        }
        // A statement disputed twice over in one way is shown against the earliest two others only.
        let first = disputed
            .entry((one.aspect, one.about.clone(), x.min(y)))
            .or_default();
        *first += 1;
        if *first > 2 {
            continue;
        }
        let kind = FindingKind::Contradiction { aspect: one.aspect };
        findings.extend(Finding::new(
            kind,
            one.summary,
            claims.ids(one.a, one.b),
            claims.places(one.a, one.b),
        ));
    }
    findings
}

/// In what two claims contradict each other, if they do: the aspect, a summary that names no person, the thing.
fn judge(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<(Aspect, String, String)> {
    let one_document = a.claim.document == b.claim.document;
    if one_document {
        // Within one document only a denial by somebody else counts.
        let different = a.source != b.source || a.source.is_none();
        return (different && a.claim.source != b.claim.source)
            .then(|| predicate(a, b, pair))
            .flatten();
    }
    predicate(a, b, pair)
        .or_else(|| actor(a, b, pair))
        .or_else(|| time(a, b, pair))
        .or_else(|| value(a, b, pair))
        .or_else(|| scope(a, b, pair))
}

/// Denied by one, affirmed by the other.
fn predicate(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<(Aspect, String, String)> {
    if a.denied() == b.denied()
        || (a.source.is_some() && a.source == b.source && a.origin == b.origin)
    {
        return None;
    }
    let denial = if a.denied() { a } else { b };
    let other = if a.denied() { b } else { a };
    // What is denied must stand in what is affirmed almost whole; an affirmed "nobody paid" agrees with a denial.
    let asked = features(denial, a.language == b.language);
    let held = asked
        .iter()
        .filter(|feature| other.frame.features.contains(**feature))
        .count();
    let whole = asked.len() >= 2 && held * 10 >= asked.len() * 6;
    let event = shared_concept(a, b, |_| true);
    (whole
        && event.is_some()
        && pair.alike >= 0.35
        && denial.frame.negations == other.frame.negations)
        .then(|| {
            (
                Aspect::Predicate,
                "One source denies what another affirms.".to_owned(),
                String::new(),
            )
        })
}

/// The same event laid to the people of different countries.
fn actor(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<(Aspect, String, String)> {
    let both = !a.actors.is_empty() && !b.actors.is_empty() && a.actors.is_disjoint(&b.actors);
    let event = shared_concept(a, b, |concept| {
        Some(concept) == lexicon::named("dismantle") || Some(concept) == lexicon::named("arrest")
    })?;
    (both && pair.alike >= 0.45 && pair.shared >= 2 && a.denied() == b.denied()).then(|| {
        let summary = "The same act is laid to the authorities of different countries.".to_owned();
        (Aspect::Actor, summary, format!("{event}"))
    })
}

/// The same event on different days.
fn time(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<(Aspect, String, String)> {
    let apart = !a.days.is_empty()
        && !b.days.is_empty()
        && !a
            .days
            .iter()
            .any(|x| b.days.iter().any(|y| x.may_equal(*y)));
    let event = shared_concept(a, b, lexicon::is_scope)?;
    let names = shared_names(a, b);
    if !(apart && names >= 2 && pair.alike >= 0.55 && a.denied() == b.denied()) {
        return None;
    }
    let (first, second) = (a.days.first()?, b.days.first()?);
    Some((
        Aspect::Time,
        format!("Different times for the same event: {first} and {second}."),
        format!("{event}"),
    ))
}

/// Different numbers of the same unit in claims that agree in the rest.
fn value(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<(Aspect, String, String)> {
    if a.denied() != b.denied() || pair.shared < 3 || pair.alike < 0.5 {
        return None;
    }
    shared_concept(a, b, |_| true)?;
    let lone = |said: &Said<'_>, count: &Count| {
        said.values()
            .filter(|other| other.unit == count.unit)
            .count()
            == 1
    };
    let across = a.language == b.language;
    for left in a.values() {
        let Some(unit) = left
            .unit
            .as_ref()
            .filter(|unit| across || !matches!(unit, Feature::Stem(_)))
        else {
            continue;
        };
        for right in b.values().filter(|right| right.unit.as_ref() == Some(unit)) {
            let met = a.frame.counts.iter().any(|c| c.value == right.value)
                || b.frame.counts.iter().any(|c| c.value == left.value);
            if left.value != right.value && !met && lone(a, left) && lone(b, right) {
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

/// The same number said of different things: recruited here, travelled there.
fn scope(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<(Aspect, String, String)> {
    if a.denied() != b.denied() {
        return None;
    }
    let (left, right) = (events(a), events(b));
    let one_origin = a.origin.is_some() && a.origin == b.origin;
    let other = !left.is_empty() && !right.is_empty() && left.is_disjoint(&right);
    if !other {
        return None;
    }
    for count in a.values() {
        let same = b
            .values()
            .find(|one| one.value == count.value && one.unit == count.unit && one.unit.is_some());
        let telling = count.value >= 100 || (count.value >= 10 && pair.alike >= 0.45);
        if same.is_some() && telling && pair.shared >= 2 {
            // In an amended or rewritten copy the predicate was changed; two reports give the number another scope.
            let aspect = if one_origin {
                Aspect::Predicate
            } else {
                Aspect::Scope
            };
            let summary = format!(
                "The same number, {}, is said of different things.",
                count.value
            );
            return Some((aspect, summary, format!("{}", count.value)));
        }
    }
    None
}

/// What happens to people in a claim.
fn events(said: &Said<'_>) -> BTreeSet<usize> {
    said.frame
        .features
        .iter()
        .filter_map(|feature| match feature {
            Feature::Concept(concept) if lexicon::is_scope(*concept) => Some(*concept),
            _ => None,
        })
        .collect()
}

/// Features that can be compared: stems only within one language.
fn features<'s>(said: &'s Said<'_>, one_language: bool) -> Vec<&'s Feature> {
    said.frame
        .features
        .iter()
        .filter(|feature| one_language || !matches!(feature, Feature::Stem(_)))
        .collect()
}

/// A concept that both speak of.
fn shared_concept(a: &Said<'_>, b: &Said<'_>, fits: impl Fn(usize) -> bool) -> Option<usize> {
    a.frame
        .features
        .intersection(&b.frame.features)
        .find_map(|feature| match feature {
            Feature::Concept(concept) if fits(*concept) => Some(*concept),
            _ => None,
        })
}

/// How many names both have.
fn shared_names(a: &Said<'_>, b: &Said<'_>) -> usize {
    a.frame
        .features
        .intersection(&b.frame.features)
        .filter(|feature| matches!(feature, Feature::Name(_)))
        .count()
}

/// The family of each claim: claims that say the same with the same numbers, and are both affirmed or both denied.
pub(super) fn families(claims: &Claims<'_>, pairs: &[Pair]) -> Vec<usize> {
    let mut parent: Vec<usize> = (0..claims.all.len()).collect();
    for pair in pairs {
        let (a, b) = (&claims.all[pair.a], &claims.all[pair.b]);
        if same(a, b, pair) {
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
pub(super) fn same(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> bool {
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
    a.denied() == b.denied()
        && a.frame.negations.min(1) == b.frame.negations.min(1)
        && numbers(a) == numbers(b)
        && days
        && actors
        && pair.shared >= 3
        && pair.alike >= needed
}
