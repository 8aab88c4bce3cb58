//! Across documents beyond names: an alias that the case states, and the lines of a recorded call.

use super::aliases::{Alias, keys};
use super::node::Case;
use super::union::Groups;
use crate::fold::{name_key, nominatives};
use model::{BlockKind, EntityKind, Layer};
use std::collections::{BTreeMap, BTreeSet};

/// How many other persons two documents must both name for an alias to mean one person in both.
const COMPANY: usize = 2;

/// Merges persons whom an alias or a line holds together.
pub(super) fn merge(case: &Case<'_>, stated: Vec<Alias>, groups: &mut Groups) {
    by_alias(case, stated, groups);
    by_line(case, groups);
}

/// The keys of every token of a node's name, in all its dictionary forms.
fn tokens(case: &Case<'_>, node: usize) -> BTreeSet<String> {
    nominatives(&case.nodes[node].name)
        .iter()
        .flatten()
        .map(|token| name_key(token))
        .filter(|key| key.chars().count() > 2)
        .collect()
}

/// The keys of the persons that each document names.
fn company(case: &Case<'_>) -> Vec<BTreeSet<String>> {
    let people = |nodes: &Vec<usize>| {
        nodes
            .iter()
            .filter(|node| case.nodes[**node].kind == EntityKind::Person)
            .flat_map(|node| tokens(case, *node))
            .collect()
    };
    case.by_document.iter().map(people).collect()
}

/// The nodes of every person, by root.
fn members(case: &Case<'_>, groups: &mut Groups) -> BTreeMap<usize, Vec<usize>> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..case.nodes.len() {
        if case.nodes[at].kind == EntityKind::Person {
            members.entry(groups.root(at)).or_default().push(at);
        }
    }
    members
}

/// Those known by one stated alias and nothing else, each with the alias.
fn bare(
    case: &Case<'_>,
    members: &BTreeMap<usize, Vec<usize>>,
    holders: &BTreeMap<Vec<String>, BTreeSet<usize>>,
) -> Vec<(usize, Vec<String>)> {
    let mut bare = Vec::new();
    for (root, nodes) in members {
        let mut named = nodes.iter().map(|node| {
            keys(&case.nodes[*node].text)
                .into_iter()
                .find(|keys| holders.contains_key(keys))
        });
        let first = named.next().flatten();
        if let Some(first) = first.filter(|first| named.all(|keys| keys.as_ref() == Some(first))) {
            bare.push((*root, first));
        }
    }
    bare
}

/// A person known in a document by nothing but an alias is the one person to whom the case gives that alias, if the
/// document also names at least two of the people who are named with him where it is given.
fn by_alias(case: &Case<'_>, stated: Vec<Alias>, groups: &mut Groups) {
    let mut holders: BTreeMap<Vec<String>, BTreeSet<usize>> = BTreeMap::new();
    for alias in stated {
        holders.entry(alias.keys).or_default().insert(alias.node);
    }
    if holders.is_empty() {
        return;
    }
    let company = company(case);
    let members = members(case, groups);
    let bare = bare(case, &members, &holders);
    let alone: BTreeSet<usize> = bare.iter().map(|(root, _)| *root).collect();
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (root, alias) in bare {
        let stated = &holders[&alias];
        let whose: BTreeSet<usize> = stated
            .iter()
            .map(|node| groups.root(*node))
            .filter(|holder| !alone.contains(holder))
            .collect();
        let Some(&holder) = whose.first().filter(|_| whose.len() == 1) else {
            continue;
        };
        let Some(own) = members.get(&holder) else {
            continue;
        };
        let his: BTreeSet<String> = own
            .iter()
            .flat_map(|node| tokens(case, *node))
            .chain(alias.iter().cloned())
            .collect();
        let given = stated.iter().filter_map(|node| case.nodes[*node].document);
        let with_him: BTreeSet<&String> = given
            .flat_map(|document| &company[document])
            .filter(|key| !his.contains(*key))
            .collect();
        let documents: BTreeSet<usize> = members[&root]
            .iter()
            .filter_map(|node| case.nodes[*node].document)
            .collect();
        let shared: BTreeSet<usize> = documents
            .iter()
            .flat_map(|document| &case.by_document[*document])
            .filter(|node| case.nodes[**node].kind == EntityKind::Person)
            .filter(|node| {
                tokens(case, **node)
                    .iter()
                    .any(|key| with_him.contains(key))
            })
            .map(|node| groups.root(*node))
            .filter(|other| *other != root)
            .collect();
        if shared.len() >= COMPANY {
            joined.push((holder, root));
        }
    }
    for (holder, root) in joined {
        groups.join(
            holder,
            root,
            "alias stated in the case, in the same company",
        );
    }
}

/// A speaker of a recorded call whose header names its lines is the holder of one of them whose name he bears.
///
/// A phone is not a person: without a name in common, or with two holders who bear it, nothing is taken together.
fn by_line(case: &Case<'_>, groups: &mut Groups) {
    let mut holders: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for facts in &case.facts {
        for tie in facts.ties.iter().filter(|tie| tie.layer == Layer::Uses) {
            let ends = (case.of_mention.get(&tie.from), case.of_mention.get(&tie.to));
            let (Some(&who), Some(&what)) = ends else {
                continue;
            };
            let line = &case.nodes[what].exact;
            if case.nodes[who].kind == EntityKind::Person && line.starts_with('+') {
                holders.entry(line).or_default().insert(who);
            }
        }
    }
    let mut names: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for at in 0..case.nodes.len() {
        if case.nodes[at].kind == EntityKind::Person {
            let root = groups.root(at);
            names.entry(root).or_default().extend(tokens(case, at));
        }
    }
    for document in 0..case.facts.len() {
        let (lines, speakers) = call(case, document);
        for speaker in speakers {
            let own = tokens(case, speaker);
            let all: BTreeSet<usize> = lines
                .iter()
                .filter_map(|line| holders.get(line))
                .flatten()
                .map(|holder| groups.root(*holder))
                .collect();
            let bears =
                |holder: &usize| names.get(holder).is_some_and(|all| !all.is_disjoint(&own));
            let named: Vec<usize> = all.into_iter().filter(bears).collect();
            if let [holder] = named[..] {
                groups.join(holder, speaker, "speaks on the line of one of this name");
            }
        }
    }
}

/// The numbers that stand before the first turn of a transcript, and the node of each speaker.
fn call<'a>(case: &'a Case<'_>, document: usize) -> (BTreeSet<&'a str>, Vec<usize>) {
    let none = (BTreeSet::new(), Vec::new());
    let Some(text) = case.documents[document] else {
        return none;
    };
    if text.format != model::Format::Transcript {
        return none;
    }
    let mut labels: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (part, it) in text.parts.iter().enumerate() {
        for block in &it.blocks {
            if let BlockKind::Turn {
                speaker: Some(label),
                ..
            } = &block.kind
            {
                labels.insert((part, label.start));
            }
        }
    }
    let Some(&first) = labels.first() else {
        return none;
    };
    let (mut lines, mut speakers) = (BTreeSet::new(), Vec::new());
    for &node in &case.by_document[document] {
        let it = &case.nodes[node];
        let Some(place) = &it.place else { continue };
        let at = (place.part, place.span.start);
        match it.kind {
            EntityKind::Phone if at < first && it.exact.starts_with('+') => {
                lines.insert(it.exact.as_str());
            }
            EntityKind::Person if labels.contains(&at) => speakers.push(node),
            _ => {}
        }
    }
    (lines, speakers)
}
