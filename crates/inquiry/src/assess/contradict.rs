//! Contradictions: two claims about the same thing that cannot both be so.
//!
//! One finding for each thing in dispute, not for each pair of copies: claims that say the same are taken together first,
//! and the earliest pair stands for all of them.

use super::claims::{Claims, Pair};
use super::frame::Feature;
use super::said::{About, Said};
use super::{actors, ages, lexicon, persons, same, values};
use model::{Aspect, Facts, Finding, FindingKind, Place, Resolution};
use std::collections::{BTreeMap, BTreeSet};

/// Places shown for one dispute, at most.
const SHOWN: usize = 16;

/// What two claims dispute.
pub(super) struct Verdict {
    pub(super) aspect: Aspect,
    /// A sentence that names no person; where there are `values`, without them and its stop.
    pub(super) summary: String,
    /// The thing, so that two disputes of one pair stay two.
    pub(super) about: String,
    /// The numbers of the two.
    pub(super) values: Vec<u64>,
}

/// A contradiction between two claims before copies are taken together.
pub(super) struct Found {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) aspect: Aspect,
    pub(super) about: String,
    summary: String,
    values: Vec<u64>,
}

impl Found {
    pub(super) fn new(a: usize, b: usize, verdict: Verdict) -> Self {
        Self {
            a,
            b,
            aspect: verdict.aspect,
            about: verdict.about,
            summary: verdict.summary,
            values: verdict.values,
        }
    }
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
        let verdict = judge(claims, pair);
        found.extend(verdict.map(|verdict| Found::new(pair.a, pair.b, verdict)));
    }
    found.extend(ages::ages(claims, resolution));
    found.extend(persons::disputed(claims, facts, resolution));
    let family = same::families(claims, pairs);
    found.retain(|one| !says_both(claims, &family, one));
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
                summary(&dispute),
                claims.ids(first.a, first.b),
                places,
            )
        })
        .collect()
}

/// Whether one of the two documents says what the other says, too: it tells a running count, or of two things.
fn says_both(claims: &Claims<'_>, family: &[usize], found: &Found) -> bool {
    let says = |document: usize, other: usize| {
        let told = claims.of_document(&claims.all[document].claim.document);
        let mut like = told.filter(|at| family[*at] == family[other]);
        like.next().is_some()
    };
    let others = claims.all[found.a].claim.document != claims.all[found.b].claim.document;
    let counted = matches!(found.aspect, Aspect::Value | Aspect::Scope | Aspect::Time);
    others && counted && (says(found.a, found.b) || says(found.b, found.a))
}

/// The sentence for a dispute, with all of its numbers.
fn summary(dispute: &[Found]) -> String {
    let mut values: Vec<u64> = Vec::new();
    for value in dispute.iter().flat_map(|one| &one.values) {
        if !values.contains(value) {
            values.push(*value);
        }
    }
    let head = dispute.first().map_or("", |one| &one.summary);
    values.sort_unstable();
    let Some((last, others)) = values.split_last() else {
        return head.to_owned();
    };
    let others: Vec<String> = others.iter().map(u64::to_string).collect();
    format!("{head}: {} and {last}.", others.join(", "))
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
fn judge(claims: &Claims<'_>, pair: &Pair) -> Option<Verdict> {
    let (a, b) = (&claims.all[pair.a], &claims.all[pair.b]);
    if a.claim.document == b.claim.document {
        // Within one document only what somebody else says counts: his denial, or his number for the same event.
        let two = a.claim.source != b.claim.source;
        return two
            .then(|| predicate(a, b).or_else(|| values::told_by_two(a, b, pair)))
            .flatten();
    }
    predicate(a, b)
        .or_else(|| actors::actor(claims, a, b, pair))
        .or_else(|| time(a, b, pair))
        .or_else(|| values::value(claims, a, b, pair))
        .or_else(|| values::scope(a, b, pair))
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
    let lively = |said: &Said<'_>| said.frame.age.is_some() || !said.events().is_empty();
    // A child here and a child there may be two: something else must be common, and the denial be of little else.
    let minor = common.len() >= 2
        && asked.len() <= 4
        && lexicon::named("minor").is_some_and(|minor| common.contains(&&Feature::Concept(minor)))
        && lively(a)
        && lively(b);
    // What is denied must stand in what is affirmed almost whole, or the other way round.
    let whole = match common.len() {
        0 | 1 => false,
        2 => asked.len() == 2,
        held => held * 10 >= asked.len().min(told.len()) * 6,
    };
    let about = if minor { "minor" } else { "" };
    let whole = whole && act && !others_act(denial, other);
    (whole || minor).then(|| Verdict {
        aspect: Aspect::Predicate,
        summary: "One source denies what another affirms.".to_owned(),
        about: about.to_owned(),
        values: Vec::new(),
    })
}

/// Whether each says that somebody did it whom the other does not know.
fn others_act(a: &Said<'_>, b: &Said<'_>) -> bool {
    let apart = |one: &Said<'_>, other: &Said<'_>| {
        !one.subject.is_empty() && one.subject.is_disjoint(&other.frame.features)
    };
    apart(a, b) && apart(b, a) && a.named.is_disjoint(&b.named)
}

/// The same event on different days.
fn time(a: &Said<'_>, b: &Said<'_>, pair: &Pair) -> Option<Verdict> {
    let apart = !a.days.is_empty()
        && !b.days.is_empty()
        && !a
            .days
            .iter()
            .any(|x| b.days.iter().any(|y| x.may_equal(*y)));
    let event = a.shares(b, lexicon::is_scope)?;
    if !(apart && a.shared_names(b) >= 2 && pair.alike >= 0.55 && a.denied() == b.denied()) {
        return None;
    }
    // Another day and another number are those of another event.
    if values::differ(a, b, pair).is_some() {
        return None;
    }
    let (first, second) = (a.days.first()?, b.days.first()?);
    Some(Verdict {
        aspect: Aspect::Time,
        summary: format!("Different times for the same event: {first} and {second}."),
        about: format!("{event}"),
        values: Vec::new(),
    })
}

/// Features that can be compared: stems only within one language. A ticket is as good as the journey.
fn features<'s>(said: &'s Said<'_>, one_language: bool) -> BTreeSet<&'s Feature> {
    said.frame
        .features
        .iter()
        .filter(|feature| one_language || !matches!(feature, Feature::Stem(_)))
        .collect()
}
