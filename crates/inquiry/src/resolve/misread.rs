//! What people found misread is set aside, with everything that follows from it, before anything else is derived.

use model::{Claim, ClaimId, Facts, Judgement, Place, Span, Verdict};
use std::collections::BTreeSet;

/// The facts that stand: without the claims that were judged misread, and the roles, ties, gaps and steps of
/// proceedings that rest on them.
pub fn standing(facts: Vec<Facts>, judgements: &[Judgement]) -> Vec<Facts> {
    let misread: Vec<&Place> = judgements
        .iter()
        .filter_map(|judgement| match &judgement.verdict {
            Verdict::Misread { place } => Some(place),
            _ => None,
        })
        .collect();
    if misread.is_empty() {
        return facts;
    }
    facts
        .into_iter()
        .map(|one| without(one, &misread))
        .collect()
}

fn without(mut facts: Facts, misread: &[&Place]) -> Facts {
    let here: Vec<&&Place> = misread
        .iter()
        .filter(|place| place.document == facts.document)
        .collect();
    if here.is_empty() {
        return facts;
    }
    let gone: BTreeSet<ClaimId> = facts
        .claims
        .iter()
        .filter(|claim| {
            let own = content(claim);
            here.iter()
                .any(|place| place.part == own.part && meant(own.span, place.span))
        })
        .map(|claim| claim.id().clone())
        .collect();
    let rests = |claim: &Option<ClaimId>, own: &Place| match claim {
        Some(claim) => gone.contains(claim),
        None => here
            .iter()
            .any(|place| place.part == own.part && place.span.contains(own.span)),
    };
    facts.claims.retain(|claim| !gone.contains(claim.id()));
    facts.roles.retain(|role| !rests(&role.claim, &role.place));
    facts.ties.retain(|tie| !rests(&tie.claim, &tie.place));
    facts
        .proceedings
        .retain(|step| !rests(&step.claim, &step.place));
    facts.gaps.retain(|gap| !rests(&None, &gap.place));
    facts
}

/// Where a claim's content stands, from its first to its last word: what a judgement holds it by.
pub fn content(claim: &Claim) -> Place {
    let start = claim.content.iter().map(|span| span.start).min();
    let end = claim.content.iter().map(|span| span.end).max();
    Place {
        document: claim.document.clone(),
        part: claim.part,
        span: Span::new(
            start.unwrap_or(claim.sentence.start),
            end.unwrap_or(claim.sentence.end),
        ),
    }
}

/// Whether a reading of now is the one that was judged: a later version may move an edge by a word.
fn meant(now: Span, judged: Span) -> bool {
    now.shared(judged) * 2 > now.len().max(judged.len())
}
