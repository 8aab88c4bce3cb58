//! Where entities stand: components, degree, betweenness.

use super::community::{self, Settings, leiden_layers};
use super::csr::Csr;
use super::invalid::Invalid;
use super::measures::{betweenness, components, sampled_betweenness};
use model::{EntityId, Layer, Link, Position};
use std::collections::{BTreeMap, BTreeSet};

/// Above so many nodes, betweenness is estimated.
const EXACT: usize = 5_000;

/// Seed of the estimate: always the same, so that a case gives the same figures.
const SEED: u64 = 1;

/// The position of every entity that has a link, sorted by entity.
///
/// Degree and betweenness are of the union of all layers but *named together*; where no other layer exists, of that one.
/// Communities are of the same layers, kept apart. An entity known only by being named together stands alone in it.
pub(super) fn positions(links: &[Link]) -> Vec<Position> {
    let nodes: Vec<&EntityId> = links
        .iter()
        .flat_map(|link| [&link.from, &link.to])
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let Ok(strata) = strata(links, &nodes) else {
        // More links than 32 bits count: no machine that holds them as links is known.
        return Vec::new();
    };
    let Ok(rows) = union(&strata, nodes.len()) else {
        return Vec::new();
    };
    let component = rank(&components(&rows));
    let layers: Vec<_> = strata
        .iter()
        .map(|graph| community::Layer { graph, weight: 1.0 })
        .collect();
    let community = leiden_layers(&layers, &Settings::default())
        .map_or_else(|_| component.clone(), |found| found.labels);
    let betweenness = between(&rows);
    (0_u32..)
        .zip(nodes)
        .map(|(number, entity)| {
            let at = number as usize;
            Position {
                entity: entity.clone(),
                component: component[at] as usize,
                community: community[at] as usize,
                degree: rows.degree(number),
                betweenness: betweenness[at],
            }
        })
        .collect()
}

/// One undirected graph for each layer that counts; a weight is how many links two have in it.
fn strata(links: &[Link], nodes: &[&EntityId]) -> Result<Vec<Csr>, Invalid> {
    let number: BTreeMap<&EntityId, u32> = nodes.iter().copied().zip(0..).collect();
    let only_weak = links.iter().all(|link| link.layer == Layer::NamedTogether);
    let mut edges: BTreeMap<Layer, Vec<(u32, u32, f32)>> = BTreeMap::new();
    for link in links {
        if link.layer != Layer::NamedTogether || only_weak {
            let ends = (number[&link.from], number[&link.to]);
            edges
                .entry(link.layer)
                .or_default()
                .push((ends.0, ends.1, 1.0));
        }
    }
    edges
        .values()
        .map(|edges| Csr::undirected(nodes.len(), edges))
        .collect()
}

/// All layers in one graph, for what is measured over their union.
fn union(strata: &[Csr], nodes: usize) -> Result<Csr, Invalid> {
    let edges: Vec<_> = strata.iter().flat_map(Csr::pairs).collect();
    Csr::undirected(nodes, &edges)
}

/// Labels to numbers: 0 for the largest group, groups of one size in the order of their first node.
fn rank(labels: &[u32]) -> Vec<u32> {
    let mut groups: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for (node, label) in labels.iter().enumerate() {
        groups.entry(*label).or_insert((0, node)).0 += 1;
    }
    let mut order: Vec<(usize, usize, u32)> = groups
        .into_iter()
        .map(|(label, (size, first))| (usize::MAX - size, first, label))
        .collect();
    order.sort_unstable();
    let number: BTreeMap<u32, u32> = (0..)
        .zip(order)
        .map(|(at, (_, _, label))| (label, at))
        .collect();
    labels.iter().map(|label| number[label]).collect()
}

/// Betweenness of every node; above [`EXACT`] nodes estimated within 0.01, but for one chance in a hundred.
#[expect(clippy::cast_precision_loss, reason = "node counts are far below 2^52")]
fn between(graph: &Csr) -> Vec<f64> {
    let n = graph.nodes();
    if n <= EXACT {
        return betweenness(graph);
    }
    // The sampler counts also pairs that end in the node.
    let scale = n as f64 / (n - 2) as f64;
    let sampled = sampled_betweenness(graph, 0.01, 0.01, SEED);
    let values = sampled.values.into_iter();
    values.map(|value| (value * scale).min(1.0)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_component_is_number_0() {
        let two = Csr::undirected(5, &[(0, 1, 1.0), (2, 3, 1.0), (3, 4, 1.0)]).unwrap();
        assert_eq!(rank(&components(&two)), [1, 1, 0, 0, 0]);
    }
}
