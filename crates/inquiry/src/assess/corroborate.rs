//! Corroboration: what independent origins affirm. Copies of one report count once, and so does one source in two reports.

use super::claims::{Claims, Pair};
use super::contradict::families;
use model::{Finding, FindingKind};
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

/// The earliest claim of each origin that neither shares its origin nor its source with an earlier one.
fn independent(claims: &Claims<'_>, group: &[usize]) -> Vec<usize> {
    let mut origins = BTreeSet::new();
    let mut sources = BTreeSet::new();
    let mut first = Vec::new();
    for &at in group {
        let said = &claims.all[at];
        let new_origin = said.origin.is_some_and(|origin| origins.insert(origin));
        let new_source = said.source.is_none_or(|source| sources.insert(source));
        if new_origin && new_source {
            first.push(at);
        }
    }
    first
}
