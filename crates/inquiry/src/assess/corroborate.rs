//! Corroboration: what independent origins affirm. Copies of one report count once, and so does one source in two reports.

use super::claims::{Claims, Pair};
use super::contradict::families;
use super::frame::Feature;
use super::said::Said;
use model::{EntityId, Finding, FindingKind};
use std::collections::{BTreeMap, BTreeSet};

/// One finding for each family of affirmed claims that at least two independent origins carry.
pub(super) fn corroborations(claims: &Claims<'_>, pairs: &[Pair]) -> Vec<Finding> {
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, family) in families(claims, pairs).into_iter().enumerate() {
        if !claims.all[at].denied() {
            groups.entry(family).or_default().push(at);
        }
    }
    groups
        .into_values()
        .filter(|group| group.len() > 1)
        .filter_map(|group| {
            let first = independent(claims, &group);
            let origins = first.len();
            if origins < 2 {
                return None;
            }
            let ids = group
                .iter()
                .map(|at| claims.all[*at].claim.id().clone())
                .collect();
            let places = first
                .iter()
                .map(|at| claims.all[*at].claim.place())
                .collect();
            Finding::new(
                FindingKind::Corroboration { origins },
                format!("Said in {origins} independent origins."),
                ids,
                places,
            )
        })
        .collect()
}

/// The earliest claim of each origin that shares neither its origin nor anybody it rests on with an earlier one.
fn independent(claims: &Claims<'_>, group: &[usize]) -> Vec<usize> {
    let mut origins = BTreeSet::new();
    let mut sources: BTreeSet<&EntityId> = BTreeSet::new();
    let mut described: BTreeSet<&BTreeSet<Feature>> = BTreeSet::new();
    let mut first = Vec::new();
    for &at in group {
        let said = &claims.all[at];
        let roots = roots(claims, said);
        let new_origin = said.origin.is_some_and(|origin| origins.insert(origin));
        let new_source = roots.is_disjoint(&sources);
        // One ministry in two languages: the words for it are about the same.
        let new_words = said.source_features.is_empty() || described.insert(&said.source_features);
        sources.extend(roots);
        if new_origin && new_source && new_words {
            first.push(at);
        }
    }
    first
}

/// Whom a claim rests on: its source, and whoever is quoted inside its content.
fn roots<'a>(claims: &Claims<'a>, said: &Said<'a>) -> BTreeSet<&'a EntityId> {
    let within = claims.of_document(&said.claim.document).filter(|other| {
        other.claim.part == said.claim.part
            && other.claim.chain.len() > said.claim.chain.len()
            && other.claim.content.iter().all(|inner| {
                said.claim
                    .content
                    .iter()
                    .any(|content| content.contains(*inner))
            })
    });
    within
        .filter_map(|other| other.source)
        .chain(said.source)
        .collect()
}
