//! Contradictions about one person: what judgements (`verdicts`) and arrests (`arrests`) say of him, and a denial of what others
//! say he did.

use super::claims::Claims;
use super::contradict::{Found, Verdict};
use super::frame::Feature;
use super::said::About;
use super::{arrests, lexicon, verdicts};
use model::{Aspect, ClaimId, EntityId, Facts, Layer, Resolution, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Claims by the person whom they concern.
type ByPerson<'a> = BTreeMap<&'a EntityId, BTreeSet<usize>>;

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
    let mut found = verdicts::verdicts(claims, facts, resolution, &index);
    found.extend(arrests::arrests(claims, facts, resolution, &index));
    found.extend(deeds(claims, facts, resolution, &index));
    found
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

fn dispute(a: usize, b: usize, summary: &str, about: String) -> Found {
    let verdict = Verdict {
        aspect: Aspect::Predicate,
        summary: summary.to_owned(),
        about,
        values: Vec::new(),
    };
    Found::new(a, b, verdict)
}
