//! Contradictions about one person: acquitted here and convicted there; a denial of what others say he did.

use super::claims::Claims;
use super::contradict::{Found, Verdict};
use super::frame::{Feature, feature};
use super::lexicon;
use super::said::About;
use crate::fold::words;
use model::{Aspect, ClaimId, EntityId, Facts, Layer, MentionKind, Resolution, Role, Stage};
use std::collections::{BTreeMap, BTreeSet};

/// Claims by the person whom they concern.
type ByPerson<'a> = BTreeMap<&'a EntityId, BTreeSet<usize>>;

/// What a step of a proceeding is about, for each claim and person.
type Offences<'a> = BTreeMap<(usize, &'a EntityId), BTreeSet<Feature>>;

/// All of them, as pairs of claims.
pub(super) fn disputed(
    claims: &Claims<'_>,
    facts: &[Facts],
    resolution: &Resolution,
) -> Vec<Found> {
    let index: BTreeMap<&ClaimId, usize> = claims
        .all
        .iter()
        .enumerate()
        .map(|(at, said)| (said.claim.id(), at))
        .collect();
    let mut found = verdicts(claims, facts, resolution, &index);
    found.extend(deeds(claims, facts, resolution, &index));
    found
}

/// Acquitted in one document, convicted or sentenced in another.
fn verdicts(
    claims: &Claims<'_>,
    facts: &[Facts],
    resolution: &Resolution,
    index: &BTreeMap<&ClaimId, usize>,
) -> Vec<Found> {
    let (mut guilty, mut cleared) = (ByPerson::new(), ByPerson::new());
    let mut offences = Offences::new();
    for one in facts {
        for step in &one.proceedings {
            let told = match step.stage {
                Stage::Conviction | Stage::Sentence => &mut guilty,
                Stage::Acquittal => &mut cleared,
                _ => continue,
            };
            let claim = step.claim.as_ref().and_then(|id| index.get(id));
            let (Some(&claim), Some(who)) = (claim, step.who) else {
                continue;
            };
            let mut people = one.mentions.iter().filter(|mention| {
                mention.kind == MentionKind::Person
                    && mention.place.part == step.place.part
                    && mention.place.span.overlaps(who)
            });
            let only = people.next().filter(|_| people.next().is_none());
            if let Some(entity) = only.and_then(|mention| resolution.of_mention.get(&mention.id)) {
                told.entry(entity).or_default().insert(claim);
                let text = claims.all[claim].text;
                let offence = step.offence.and_then(|span| span.of(text));
                let features = offence.map(features).unwrap_or_default();
                offences
                    .entry((claim, entity))
                    .or_default()
                    .extend(features);
            }
        }
    }
    let mut found = Vec::new();
    for (who, freed) in &cleared {
        for (&a, &b) in pairs(freed, guilty.get(who)) {
            let of = |claim: usize| offences.get(&(claim, *who)).filter(|of| !of.is_empty());
            let two = of(a).zip(of(b)).is_some_and(|(a, b)| a.is_disjoint(b));
            let (one, other) = (&claims.all[a], &claims.all[b]);
            let set_apart = two && one.language == other.language;
            let held = one.claim.document != other.claim.document && !set_apart;
            if held && one.denied() == other.denied() {
                let summary = "One source says that a person was convicted, another that the same person was acquitted.";
                found.push(dispute(a, b, summary, format!("verdict {who}")));
            }
        }
    }
    found
}

/// What the words for an offence are about.
fn features(offence: &str) -> BTreeSet<Feature> {
    let words = words(offence);
    words
        .iter()
        .filter_map(|word| feature(word, true))
        .collect()
}

/// What somebody denies to have done, and others say that he did.
fn deeds(
    claims: &Claims<'_>,
    facts: &[Facts],
    resolution: &Resolution,
    index: &BTreeMap<&ClaimId, usize>,
) -> Vec<Found> {
    let (Some(recruit), Some(pay)) = (lexicon::named("recruit"), lexicon::named("pay")) else {
        return Vec::new();
    };
    let mut told: BTreeMap<usize, ByPerson<'_>> = BTreeMap::new();
    for one in facts {
        let by_role = one
            .roles
            .iter()
            .filter(|said| said.role == Role::Recruiter)
            .map(|said| (recruit, &said.who, &said.claim));
        let by_tie = one.ties.iter().filter_map(|tie| {
            let act = match tie.layer {
                Layer::Recruited => recruit,
                Layer::Paid => pay,
                _ => return None,
            };
            Some((act, &tie.from, &tie.claim))
        });
        for (act, who, claim) in by_role.chain(by_tie) {
            let claim = claim.as_ref().and_then(|id| index.get(id));
            if let (Some(&claim), Some(who)) = (claim, resolution.of_mention.get(who))
                && !claims.all[claim].denied()
            {
                told.entry(act)
                    .or_default()
                    .entry(who)
                    .or_default()
                    .insert(claim);
            }
        }
    }
    let mut found = Vec::new();
    for (at, said) in claims.all.iter().enumerate() {
        let (true, true, Some(who)) = (said.denied(), said.about == About::OwnDeed, said.source)
        else {
            continue;
        };
        for act in [recruit, pay] {
            let denies = said.frame.features.contains(&Feature::Concept(act));
            let others = told.get(&act).and_then(|by| by.get(who));
            for &other in others.into_iter().flatten().filter(|_| denies) {
                let him = claims.all[other].source == Some(who);
                // Whom he denies to have recruited must not be somebody else.
                let apart =
                    !said.named.is_empty() && said.named.is_disjoint(&claims.all[other].named);
                if !him && !apart {
                    let summary = "One source denies what another affirms.";
                    found.push(dispute(
                        at.min(other),
                        at.max(other),
                        summary,
                        format!("deed {act} {who}"),
                    ));
                }
            }
        }
    }
    found
}

fn pairs<'s>(
    some: &'s BTreeSet<usize>,
    others: Option<&'s BTreeSet<usize>>,
) -> impl Iterator<Item = (&'s usize, &'s usize)> {
    some.iter().flat_map(move |a| {
        others
            .into_iter()
            .flatten()
            .map(move |b| (a.min(b), a.max(b)))
    })
}

fn dispute(a: usize, b: usize, summary: &str, about: String) -> Found {
    let verdict = Verdict {
        aspect: Aspect::Predicate,
        summary: summary.to_owned(),
        about,
        values: Vec::new(),
    };
    Found::new(a, b, verdict)
}
