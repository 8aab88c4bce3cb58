//! What the evidence itself says is not known, what the law did, and who stands on both sides.

use model::{Claim, ClaimId, Facts, Finding, FindingKind, GapKind, Resolution, Role, Stage};
use std::collections::BTreeMap;

/// One finding for each gap.
pub(super) fn gaps(facts: &[Facts]) -> Vec<Finding> {
    facts
        .iter()
        .flat_map(|one| one.gaps.iter().map(move |gap| (one, gap)))
        .filter_map(|(one, gap)| {
            let summary = match gap.kind {
                GapKind::Undisclosed => "Not made public.",
                GapKind::Unknown => "Nobody on record knows.",
                GapKind::Unanswered => "Asked and not answered; that is no denial.",
                GapKind::Promised => "Announced for later.",
                GapKind::Unverified => "Said to be unconfirmed.",
            };
            // The claims that say it: those whose content the gap's clause overlaps.
            let claims: Vec<ClaimId> = one
                .claims
                .iter()
                .filter(|claim| {
                    claim.part == gap.place.part
                        && claim.content.iter().any(|s| s.overlaps(gap.place.span))
                })
                .map(|claim| claim.id().clone())
                .collect();
            Finding::new(
                FindingKind::Gap {
                    gap: gap.id.clone(),
                },
                summary.to_owned(),
                claims,
                vec![gap.place.clone()],
            )
        })
        .collect()
}

/// One finding for each step of a proceeding.
pub(super) fn proceedings(facts: &[Facts]) -> Vec<Finding> {
    facts
        .iter()
        .flat_map(|one| &one.proceedings)
        .filter_map(|step| {
            let what = match step.stage {
                Stage::Complaint => "A complaint or report was made",
                Stage::Investigation => "An investigation was opened or runs",
                Stage::Arrest => "Somebody was arrested or is held",
                Stage::Charge => "Somebody was charged",
                Stage::Trial => "A trial is held",
                Stage::Conviction => "Somebody was convicted",
                Stage::Acquittal => "Somebody was acquitted",
                Stage::Closure => "Charges were dropped or a case was closed without a verdict",
                Stage::Sentence => "A sentence was handed down",
                Stage::Appeal => "An appeal was lodged or decided",
                Stage::Wanted => "Somebody is sought",
                Stage::Sanction => "Somebody was sanctioned or listed",
            };
            Finding::new(
                FindingKind::Proceeding {
                    proceeding: step.id.clone(),
                },
                format!("{what} ({}).", step.certainty),
                step.claim.iter().cloned().collect(),
                vec![step.place.clone()],
            )
        })
        .collect()
}

/// Persons said to be both recruit or victim and recruiter.
pub(super) fn two_sided(facts: &[Facts], resolution: &Resolution) -> Vec<Finding> {
    let order: BTreeMap<&ClaimId, &Claim> = facts
        .iter()
        .flat_map(|f| &f.claims)
        .map(|c| (c.id(), c))
        .collect();
    let is_victim =
        |role: Role| matches!(role, Role::Recruit | Role::Victim | Role::PossibleVictim);
    resolution
        .entities
        .iter()
        .filter(|entity| {
            entity.roles.iter().any(|held| is_victim(held.role)) && entity.roles.iter().any(|held| held.role.runs())
        })
        .filter_map(|entity| {
            let held = || entity.roles.iter().filter(|held| is_victim(held.role) || held.role.runs());
            let mut claims: Vec<ClaimId> = held().flat_map(|held| held.claims.iter().cloned()).collect();
            claims.sort_by_key(|id| (order.get(id).map(|claim| claim.place()), id.clone()));
            claims.dedup();
            let mut places: Vec<_> = held().flat_map(|held| held.places.iter().cloned()).collect();
            places.sort();
            places.dedup();
            let summary = "One person is said to have been recruited and to have recruited: non-punishment may apply.";
            Finding::new(FindingKind::TwoSided, summary.to_owned(), claims, places)
        })
        .collect()
}
