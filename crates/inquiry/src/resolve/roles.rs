//! Roles and protection: who is said to be what, and who must never be shown or become a target.

use super::judged::nodes_of;
use super::node::Case;
use crate::fold::{name_key, nominatives, words};
use model::{
    Certainty, ClaimId, Entity, EntityId, EntityKind, Judgement, Layer, MentionId, Place, Polarity,
    Protection, Role, RoleHeld, Tie, Verdict,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is gathered for one role of one entity.
struct Draft {
    certainty: Certainty,
    places: BTreeSet<Place>,
    claims: BTreeSet<ClaimId>,
}

/// Gives every entity its roles and every reason to protect it. `at` is the index of an entity by its identifier.
pub(super) fn assign(
    case: &Case<'_>,
    judgements: &[Judgement],
    of_mention: &BTreeMap<MentionId, EntityId>,
    of_node: &dyn Fn(usize) -> Option<EntityId>,
    entities: &mut [Entity],
) {
    let at: BTreeMap<EntityId, usize> = entities
        .iter()
        .enumerate()
        .map(|(at, entity)| (entity.id.clone(), at))
        .collect();
    let mut reasons: Vec<BTreeSet<Protection>> = vec![BTreeSet::new(); entities.len()];
    said(case, of_mention, &at, entities, &mut reasons);
    judged(case, judgements, of_node, &at, entities, &mut reasons);
    for (entity, reasons) in entities.iter().zip(&mut reasons) {
        reasons.extend(entity.roles.iter().filter_map(|held| held.role.protects()));
    }
    relatives(case, of_mention, &at, entities, &mut reasons);
    short_names(entities, &mut reasons);
    phones(case, of_mention, &at, entities, &mut reasons);
    for (entity, reasons) in entities.iter_mut().zip(reasons) {
        entity.protected = reasons.into_iter().collect();
    }
}

/// Claims that deny what they carry.
fn denied(case: &Case<'_>) -> BTreeSet<ClaimId> {
    case.facts
        .iter()
        .flat_map(|facts| &facts.claims)
        .filter(|claim| claim.polarity == Polarity::Denied)
        .map(|claim| claim.id().clone())
        .collect()
}

/// Roles that the texts give. What a claim denies is no role; that a minor's age is disputed still protects.
fn said(
    case: &Case<'_>,
    of_mention: &BTreeMap<MentionId, EntityId>,
    at: &BTreeMap<EntityId, usize>,
    entities: &mut [Entity],
    reasons: &mut [BTreeSet<Protection>],
) {
    let denied = denied(case);
    let mut drafts: BTreeMap<(usize, Role), Draft> = BTreeMap::new();
    for role in case.facts.iter().flat_map(|facts| &facts.roles) {
        let Some(&entity) = of_mention.get(&role.who).and_then(|id| at.get(id)) else {
            continue;
        };
        if role
            .claim
            .as_ref()
            .is_some_and(|claim| denied.contains(claim))
        {
            if role.role == Role::Minor {
                reasons[entity].insert(Protection::Minor);
            }
            continue;
        }
        let draft = drafts.entry((entity, role.role)).or_insert_with(|| Draft {
            certainty: role.certainty,
            places: BTreeSet::new(),
            claims: BTreeSet::new(),
        });
        draft.certainty = draft.certainty.min(role.certainty);
        draft.places.insert(role.place.clone());
        draft.claims.extend(role.claim.clone());
    }
    for ((entity, role), draft) in drafts {
        entities[entity].roles.push(RoleHeld {
            role,
            certainty: draft.certainty,
            places: draft.places.into_iter().collect(),
            claims: draft.claims.into_iter().collect(),
            judgement: None,
        });
    }
}

/// Roles that people gave.
fn judged(
    case: &Case<'_>,
    judgements: &[Judgement],
    of_node: &dyn Fn(usize) -> Option<EntityId>,
    at: &BTreeMap<EntityId, usize>,
    entities: &mut [Entity],
    _reasons: &mut [BTreeSet<Protection>],
) {
    let mut sorted: Vec<&Judgement> = judgements.iter().collect();
    sorted.sort_by_key(|judgement| (&judgement.when, &judgement.id));
    for judgement in sorted {
        let Verdict::Role { who, role } = &judgement.verdict else {
            continue;
        };
        let held: BTreeSet<usize> = nodes_of(case, who)
            .into_iter()
            .filter_map(of_node)
            .filter_map(|id| at.get(&id).copied())
            .collect();
        for entity in held {
            entities[entity].roles.push(RoleHeld {
                role: *role,
                certainty: Certainty::Stated,
                places: who.place.iter().cloned().collect(),
                claims: Vec::new(),
                judgement: Some(judgement.id.clone()),
            });
        }
    }
    for entity in entities {
        entity
            .roles
            .sort_by(|a, b| (a.role, &a.judgement).cmp(&(b.role, &b.judgement)));
    }
}

/// Ties of one layer that no denied claim carries, as pairs of entity indexes.
fn ties(
    case: &Case<'_>,
    layer: Layer,
    of_mention: &BTreeMap<MentionId, EntityId>,
    at: &BTreeMap<EntityId, usize>,
) -> BTreeSet<(usize, usize)> {
    let denied = denied(case);
    let sound = |tie: &&Tie| {
        tie.layer == layer
            && tie
                .claim
                .as_ref()
                .is_none_or(|claim| !denied.contains(claim))
    };
    let entity = |mention| of_mention.get(mention).and_then(|id| at.get(id)).copied();
    case.facts
        .iter()
        .flat_map(|facts| &facts.ties)
        .filter(sound)
        .filter_map(|tie| Some((entity(&tie.from)?, entity(&tie.to)?)))
        .filter(|(from, to)| from != to)
        .collect()
}

/// Kin of a protected person could be used to find him. Kin of kin are not followed, and who is said to
/// run the network is not hidden for being somebody's cousin.
fn relatives(
    case: &Case<'_>,
    of_mention: &BTreeMap<MentionId, EntityId>,
    at: &BTreeMap<EntityId, usize>,
    entities: &[Entity],
    reasons: &mut [BTreeSet<Protection>],
) {
    let central: Vec<bool> = reasons
        .iter()
        .map(|r| r.iter().any(|reason| *reason != Protection::Relative))
        .collect();
    for (from, to) in ties(case, Layer::Kin, of_mention, at) {
        for (one, other) in [(from, to), (to, from)] {
            if central[one] && !runs(&entities[other]) {
                reasons[other].insert(Protection::Relative);
            }
        }
    }
}

/// Whether somebody is said to run the network.
fn runs(entity: &Entity) -> bool {
    entity.roles.iter().any(|held| {
        matches!(
            held.role,
            Role::Organiser | Role::Recruiter | Role::Broker | Role::Transporter | Role::Exploiter
        )
    })
}

/// A bare given name or surname that may be a protected person's is protected as he is: "Maikel" in a transcript,
/// where the minor's full name stands in a letter. Who is said to run the network is not.
fn short_names(entities: &[Entity], reasons: &mut [BTreeSet<Protection>]) {
    let keys = |name: &str| -> BTreeSet<String> {
        nominatives(
            &words(name)
                .into_iter()
                .map(|word| word.folded)
                .collect::<Vec<_>>(),
        )
        .iter()
        .flatten()
        .filter(|token| token.chars().count() > 2)
        .map(|token| name_key(token))
        .collect()
    };
    let mut held: BTreeMap<String, BTreeSet<Protection>> = BTreeMap::new();
    for (entity, reasons) in entities.iter().zip(reasons.iter()) {
        if entity.kind == EntityKind::Person && words(&entity.name).len() > 1 {
            for key in keys(&entity.name) {
                held.entry(key).or_default().extend(reasons);
            }
        }
    }
    for (entity, reasons) in entities.iter().zip(reasons.iter_mut()) {
        if entity.kind == EntityKind::Person && words(&entity.name).len() == 1 && !runs(entity) {
            for key in keys(&entity.name) {
                reasons.extend(held.get(&key).into_iter().flatten());
            }
        }
    }
}

/// The phone of a protected person is protected as he is.
fn phones(
    case: &Case<'_>,
    of_mention: &BTreeMap<MentionId, EntityId>,
    at: &BTreeMap<EntityId, usize>,
    entities: &[Entity],
    reasons: &mut [BTreeSet<Protection>],
) {
    for (who, what) in ties(case, Layer::Uses, of_mention, at) {
        let (who, what) = if entities[who].kind == EntityKind::Person {
            (who, what)
        } else {
            (what, who)
        };
        let thing = matches!(
            entities[what].kind,
            EntityKind::Phone | EntityKind::Address | EntityKind::Document
        );
        if thing && entities[who].kind == EntityKind::Person {
            let held = reasons[who].clone();
            reasons[what].extend(held);
        }
    }
}
