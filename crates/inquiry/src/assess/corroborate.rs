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

/// The earliest claim of each origin that rests on nobody on whom an earlier one may rest. Hearsay of nobody counts for
/// nothing: it may go back to any of them.
fn independent(claims: &Claims<'_>, group: &[usize]) -> Vec<usize> {
    let mut origins = BTreeSet::new();
    let mut rested: Vec<&EntityId> = Vec::new();
    let mut described: BTreeSet<&BTreeSet<Feature>> = BTreeSet::new();
    let mut first = Vec::new();
    for &at in group {
        let said = &claims.all[at];
        let roots = roots(claims, said);
        let known = roots
            .iter()
            .any(|root| rested.iter().any(|held| claims.may_be_one(root, held)));
        // One ministry in two languages: the words for it are about the same.
        let described_before = described.contains(&said.source_features);
        let fresh = said.origin.is_some_and(|origin| !origins.contains(&origin));
        if roots.is_empty() || known || described_before || !fresh {
            continue;
        }
        origins.extend(said.origin);
        rested.extend(roots);
        if !said.source_features.is_empty() {
            described.insert(&said.source_features);
        }
        first.push(at);
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
