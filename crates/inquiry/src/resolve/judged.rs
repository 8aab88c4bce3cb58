//! Judgements before everything else: what people took together or held apart.

use super::node::{Case, name_of};
use super::union::Groups;
use crate::fold::fold;
use model::{Anchor, EntityKind, Judgement, Verdict};

/// Groups with every judgement of same and not-same carried out; of two that conflict the later wins.
pub(super) fn apply(case: &Case<'_>, judgements: &[Judgement]) -> Groups {
    let mut groups = Groups::new(case.nodes.len());
    let mut latest: Vec<&Judgement> = judgements.iter().collect();
    latest.sort_by(|a, b| order(b).cmp(&order(a)));
    for judgement in latest {
        match &judgement.verdict {
            Verdict::Same { a, b } => {
                let (a, b) = (nodes_of(case, a), nodes_of(case, b));
                let reason = format!("judgement {}", judgement.id.0);
                let mut done = true;
                if let (Some(first), Some(_)) = (a.first(), b.first()) {
                    for other in a.iter().chain(&b) {
                        done &= groups.join(*first, *other, &reason);
                    }
                    if !done {
                        let note = format!(
                            "judgement {} (same) gives way to a later one",
                            judgement.id.0
                        );
                        groups.note(*first, &note);
                    }
                }
            }
            Verdict::NotSame { a, b } => {
                let (a, b) = (nodes_of(case, a), nodes_of(case, b));
                for one in &a {
                    for other in &b {
                        if one != other && !groups.bar(*one, *other) {
                            let note = format!(
                                "judgement {} (not the same) gives way to a later one",
                                judgement.id.0
                            );
                            groups.note(*one, &note);
                        }
                    }
                }
            }
            Verdict::Unsure { .. }
            | Verdict::Role { .. }
            | Verdict::NotRole { .. }
            | Verdict::Misread { .. }
            | Verdict::Grade { .. }
            | Verdict::Undo { .. } => {}
        }
    }
    groups
}

/// By time, then by entry number in the custody log.
fn order(judgement: &Judgement) -> (&str, u64, &str) {
    let entry = judgement.id.0.trim_start_matches("j-").parse().unwrap_or(0);
    (&judgement.when, entry, &judgement.id.0)
}

/// The nodes an anchor means: the mention at its place, else all of its kind and name.
pub(super) fn nodes_of(case: &Case<'_>, anchor: &Anchor) -> Vec<usize> {
    if let Some(place) = &anchor.place {
        let mut best: Option<(usize, usize)> = None;
        for (at, node) in case.nodes.iter().enumerate() {
            let Some(own) = &node.place else { continue };
            if own.document != place.document || own.part != place.part || node.kind != anchor.kind
            {
                continue;
            }
            let shared = own.span.shared(place.span);
            if shared > 0 && best.is_none_or(|(held, _)| shared > held) {
                best = Some((shared, at));
            }
        }
        if let Some((_, at)) = best {
            return vec![at];
        }
    }
    let name = name_of(&anchor.name, anchor.kind);
    let folded = fold(&anchor.name);
    case.nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| {
            node.kind == anchor.kind
                && match node.kind {
                    EntityKind::Phone | EntityKind::Document | EntityKind::Address => {
                        node.exact == anchor.name || fold(&node.text) == folded
                    }
                    // A group is held apart by document: without its place it cannot be told.
                    EntityKind::Group => false,
                    _ => !name.is_empty() && node.name == name,
                }
        })
        .map(|(at, _)| at)
        .collect()
}
