//! Roles: who is said to be what, by whom and how surely; protection follows from them (`protect`).

use super::judged::nodes_of;
use super::node::Case;
use super::protect;
use model::{
    Certainty, ClaimId, Entity, EntityId, Judgement, Layer, MentionId, Place, Polarity, Protection,
    Role, RoleHeld, Tie, Verdict,
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
    let cleared = judged(case, judgements, of_node, &at, entities);
    let index = Index {
        of_mention,
        at: &at,
    };
    protect::assign(case, &index, entities, &cleared, &mut reasons);
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

/// Roles that the texts give. What a claim denies is no role; whom it would make a minor or a victim is protected still.
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
            let suffers = matches!(
                role.role,
                Role::Minor | Role::Victim | Role::PossibleVictim | Role::Recruit
            );
            reasons[entity].extend(role.role.protects().filter(|_| suffers));
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

/// Roles that people gave, and those that they took away; of two judgements on one role the later wins.
/// Gives those who were judged last not to hold a role that protects.
fn judged(
    case: &Case<'_>,
    judgements: &[Judgement],
    of_node: &dyn Fn(usize) -> Option<EntityId>,
    at: &BTreeMap<EntityId, usize>,
    entities: &mut [Entity],
) -> BTreeSet<usize> {
    let mut cleared = BTreeSet::new();
    let mut sorted: Vec<&Judgement> = judgements.iter().collect();
    sorted.sort_by_key(|judgement| (&judgement.when, &judgement.id));
    for judgement in sorted {
        let (Verdict::Role { who, role } | Verdict::NotRole { who, role }) = &judgement.verdict
        else {
            continue;
        };
        let held: BTreeSet<usize> = nodes_of(case, who)
            .into_iter()
            .filter_map(of_node)
            .filter_map(|id| at.get(&id).copied())
            .collect();
        for entity in held {
            let roles = &mut entities[entity].roles;
            if matches!(judgement.verdict, Verdict::NotRole { .. }) {
                roles.retain(|held| held.role != *role);
                cleared.extend(role.protects().map(|_| entity));
                continue;
            }
            if role.protects().is_some() {
                cleared.remove(&entity);
            }
            roles.push(RoleHeld {
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
    cleared
}

/// The entity behind each mention, as an index.
pub(super) struct Index<'a> {
    of_mention: &'a BTreeMap<MentionId, EntityId>,
    at: &'a BTreeMap<EntityId, usize>,
}

impl Index<'_> {
    /// The entity of a mention.
    pub(super) fn entity(&self, mention: &MentionId) -> Option<usize> {
        self.of_mention
            .get(mention)
            .and_then(|id| self.at.get(id))
            .copied()
    }
}

/// Ties of one layer that no denied claim carries, as pairs of entity indexes.
pub(super) fn ties(case: &Case<'_>, layer: Layer, index: &Index<'_>) -> BTreeSet<(usize, usize)> {
    let denied = denied(case);
    let sound = |tie: &&Tie| {
        tie.layer == layer
            && tie
                .claim
                .as_ref()
                .is_none_or(|claim| !denied.contains(claim))
    };
    case.facts
        .iter()
        .flat_map(|facts| &facts.ties)
        .filter(sound)
        .filter_map(|tie| Some((index.entity(&tie.from)?, index.entity(&tie.to)?)))
        .filter(|(from, to)| from != to)
        .collect()
}

/// Whether somebody is said to run the network.
pub(super) fn runs(entity: &Entity) -> bool {
    entity.roles.iter().any(|held| held.role.runs())
}
