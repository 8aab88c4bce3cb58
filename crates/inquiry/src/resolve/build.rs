//! From groups of nodes to entities.

use super::node::{Case, Node};
use super::union::Groups;
use super::{identify, roles, sources};
use crate::fold::nominatives;
use model::{DocumentId, Entity, EntityId, EntityKind, Judgement, MentionId, Resolution};
use std::collections::{BTreeMap, BTreeSet};

/// Makes one entity of every group.
pub(super) fn resolution(
    case: &Case<'_>,
    mut groups: Groups,
    judgements: &[Judgement],
) -> Resolution {
    let profiles = identify::profiles(case, &mut groups, &mut Vec::new());
    let mut entities: BTreeMap<EntityId, Entity> = BTreeMap::new();
    let mut of_node: Vec<Option<EntityId>> = vec![None; case.nodes.len()];
    for group in groups.all() {
        let mut entity = entity(case, &group);
        entity.reasons = groups.reasons(group[0]);
        let root = groups.root(group[0]);
        if let Some(profile) = profiles.get(&root) {
            let held: BTreeSet<String> = profile
                .papers
                .iter()
                .chain(&profile.lines)
                .chain(&entity.identifiers)
                .cloned()
                .collect();
            entity.identifiers = held.into_iter().collect();
        }
        for node in &group {
            of_node[*node] = Some(entity.id.clone());
        }
        entities.entry(entity.id.clone()).or_insert(entity);
    }
    let mut entities: Vec<Entity> = entities.into_values().collect();
    let roots: Vec<usize> = (0..case.nodes.len())
        .map(|node| groups.root(node))
        .collect();
    let of = |node: usize| of_node.get(node).cloned().flatten();
    let of_mention: BTreeMap<MentionId, EntityId> = case
        .of_mention
        .iter()
        .filter_map(|(mention, node)| Some((mention.clone(), of(*node)?)))
        .collect();
    roles::assign(case, judgements, &of_mention, &of, &mut entities);
    Resolution {
        entities,
        of_party: case
            .parties
            .iter()
            .filter_map(|(key, node)| Some((key.clone(), of(*node)?)))
            .collect(),
        of_claim: sources::sources(case, &roots)
            .into_iter()
            .filter_map(|(claim, node)| Some((claim, of(node)?)))
            .collect(),
        of_mention,
    }
}

/// The entity behind a group, without roles and reasons.
fn entity(case: &Case<'_>, group: &[usize]) -> Entity {
    let nodes: Vec<&Node> = group.iter().map(|at| &case.nodes[*at]).collect();
    let kind = nodes
        .iter()
        .map(|node| node.kind)
        .min()
        .unwrap_or(EntityKind::Group);
    let name = fullest(&nodes, kind);
    let aliases: BTreeSet<&str> = nodes
        .iter()
        .map(|node| node.text.as_str())
        .filter(|text| *text != name)
        .collect();
    let identifiers: BTreeSet<&str> = nodes
        .iter()
        .filter(|node| node.kind == EntityKind::Phone && node.exact.starts_with('+'))
        .map(|node| node.exact.as_str())
        .collect();
    let documents: BTreeSet<&DocumentId> = nodes
        .iter()
        .filter_map(|node| node.document)
        .map(|document| &case.facts[document].document)
        .collect();
    Entity {
        id: id_of(&nodes),
        kind,
        aliases: aliases.into_iter().map(str::to_owned).collect(),
        identifiers: identifiers.into_iter().map(str::to_owned).collect(),
        mentions: nodes
            .iter()
            .filter_map(|node| node.mention.clone())
            .collect(),
        documents: documents.into_iter().cloned().collect(),
        roles: Vec::new(),
        protected: Vec::new(),
        reasons: Vec::new(),
        name,
    }
}

/// By the earliest mention; without one, by where it is from. Never by a name or number: whoever guesses one could
/// make the identifier of it, and so find out whose pseudonym it stands beside.
fn id_of(nodes: &[&Node]) -> EntityId {
    let first = nodes
        .iter()
        .find_map(|node| Some((node.place.as_ref()?, node.kind)));
    if let Some((place, kind)) = first {
        return EntityId::derive(&["mention", kind.as_str(), &place.key()]);
    }
    let origin = nodes.iter().map(|node| node.origin.as_str()).min();
    EntityId::derive(&["from", origin.unwrap_or_default()])
}

/// The form with most tokens; then the one that the others are inflected forms of; then the commonest, longest, first.
fn fullest(nodes: &[&Node], kind: EntityKind) -> String {
    if kind == EntityKind::Phone {
        let number = nodes.iter().find(|node| node.exact.starts_with('+'));
        return number.map_or_else(
            || nodes.first().map_or_else(String::new, |n| n.text.clone()),
            |n| n.exact.clone(),
        );
    }
    let mut counts: BTreeMap<&str, (usize, &Node)> = BTreeMap::new();
    for node in nodes {
        counts.entry(&node.text).or_insert((0, node)).0 += 1;
    }
    let names: BTreeSet<&[String]> = nodes.iter().map(|node| node.name.as_slice()).collect();
    let basics: Vec<Vec<Vec<String>>> = names.iter().map(|name| nominatives(name)).collect();
    let led_to = |node: &Node| {
        basics
            .iter()
            .filter(|forms| forms.contains(&node.name))
            .count()
    };
    let whole = |node: &Node| {
        node.name
            .iter()
            .filter(|token| token.chars().count() > 1)
            .count()
    };
    counts
        .into_values()
        .max_by_key(|(count, node)| {
            let shouted = node.text.chars().all(|l| !l.is_lowercase());
            (
                whole(node),
                led_to(node),
                !shouted,
                *count,
                node.text.len(),
                std::cmp::Reverse(&node.text),
            )
        })
        .map_or_else(String::new, |(_, node)| node.text.clone())
}
