//! Judgements of one person held against each other: acquitted here and convicted there; this many years and that many.

use super::claims::Claims;
use super::contradict::{Found, Verdict};
use super::frame::{Feature, feature};
use super::lexicon;
use super::said::Said;
use crate::fold::words;
use model::{Aspect, ClaimId, EntityId, Facts, MentionKind, Proceeding, Resolution, Stage};
use std::collections::{BTreeMap, BTreeSet};

/// What one claim says that a court decided about one person.
struct Judged<'a> {
    claim: usize,
    who: &'a EntityId,
    cleared: bool,
    /// What the words for the offence are about; nothing where none is told.
    offence: BTreeSet<Feature>,
    /// The years of prison, where the claim gives one number of them.
    years: Option<u64>,
}

/// Contradictions between judgements, as pairs of claims.
pub(super) fn verdicts(
    claims: &Claims<'_>,
    facts: &[Facts],
    resolution: &Resolution,
    index: &BTreeMap<&ClaimId, usize>,
) -> Vec<Found> {
    let mut by_person: BTreeMap<&EntityId, Vec<Judged<'_>>> = BTreeMap::new();
    for one in facts {
        for step in &one.proceedings {
            if let Some(judged) = judged(claims, one, step, resolution, index) {
                by_person.entry(judged.who).or_default().push(judged);
            }
        }
    }
    let mut found = Vec::new();
    for list in by_person.values_mut() {
        list.sort_by_key(|judged| judged.claim);
        for (nth, a) in list.iter().enumerate() {
            found.extend(list[nth + 1..].iter().filter_map(|b| against(claims, a, b)));
        }
    }
    found
}

/// What a step of a proceeding says of the only person it names.
fn judged<'a>(
    claims: &Claims<'_>,
    facts: &Facts,
    step: &Proceeding,
    resolution: &'a Resolution,
    index: &BTreeMap<&ClaimId, usize>,
) -> Option<Judged<'a>> {
    let cleared = match step.stage {
        Stage::Conviction | Stage::Sentence => false,
        Stage::Acquittal => true,
        _ => return None,
    };
    let claim = *index.get(step.claim.as_ref()?)?;
    let who = step.who?;
    let mut people = facts.mentions.iter().filter(|mention| {
        mention.kind == MentionKind::Person
            && mention.place.part == step.place.part
            && mention.place.span.overlaps(who)
    });
    let only = people.next().filter(|_| people.next().is_none())?;
    let said = &claims.all[claim];
    let offence = step.offence.and_then(|span| span.of(said.text));
    Some(Judged {
        claim,
        who: resolution.of_mention.get(&only.id)?,
        cleared,
        offence: offence.map(features).unwrap_or_default(),
        years: if cleared { None } else { years(said) },
    })
}

/// What the words for an offence are about.
fn features(offence: &str) -> BTreeSet<Feature> {
    let words = words(offence);
    words
        .iter()
        .filter_map(|word| feature(word, true))
        .collect()
}

/// The years of prison that a claim gives, if it gives one number of years.
fn years(said: &Said<'_>) -> Option<u64> {
    let unit = Feature::Concept(lexicon::named("year")?);
    let mut told = said
        .values()
        .filter(|count| count.unit.as_ref() == Some(&unit));
    let only = told.next().filter(|_| told.next().is_none())?;
    Some(only.value)
}

/// In what two judgements of one person contradict each other, if they do.
fn against(claims: &Claims<'_>, a: &Judged<'_>, b: &Judged<'_>) -> Option<Found> {
    let (one, other) = (&claims.all[a.claim], &claims.all[b.claim]);
    let two = !(a.offence.is_empty() || b.offence.is_empty()) && a.offence.is_disjoint(&b.offence);
    let set_apart = two && one.language == other.language;
    let elsewhere = one.claim.document != other.claim.document;
    if a.claim == b.claim || set_apart || one.denied() != other.denied() {
        return None;
    }
    if a.cleared != b.cleared {
        return elsewhere.then(|| {
            let summary = "One source says that a person was convicted, another that the same person was acquitted.";
            found(a, b, Aspect::Predicate, summary, "verdict", Vec::new())
        });
    }
    let (x, y) = a.years.zip(b.years).filter(|(x, y)| x != y)?;
    // One source may tell in one document of an appeal; two documents of different days of two judgements.
    let one_time = one.days_meet(other) && !one.when.apart(&other.when);
    let held = (elsewhere || one.told_by_another(other)) && one_time;
    held.then(|| {
        let summary = "Different years of prison for the same person";
        found(a, b, Aspect::Value, summary, "prison", vec![x, y])
    })
}

fn found(
    a: &Judged<'_>,
    b: &Judged<'_>,
    aspect: Aspect,
    summary: &str,
    about: &str,
    values: Vec<u64>,
) -> Found {
    let verdict = Verdict {
        aspect,
        summary: summary.to_owned(),
        about: format!("{about} {}", a.who),
        values,
    };
    Found::new(a.claim, b.claim, verdict)
}
