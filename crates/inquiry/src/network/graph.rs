//! Where entities stand: components, degree, betweenness.

use super::community;
use super::csr::Csr;
use super::invalid::Invalid;
use super::measures::{betweenness, components, sampled_betweenness};
use model::{EntityId, Layer, Link, Position};
use std::collections::{BTreeMap, BTreeSet};

/// Above so many nodes, betweenness is estimated.
const EXACT: usize = 5_000;

/// Seed of the estimate: always the same, so that a case gives the same figures.
const SEED: u64 = 1;

/// A simple undirected graph; nodes are numbered in the order of their identifiers.
pub(super) struct Graph {
    /// Sorted neighbours with the number of links (not contacts) to each.
    pub(super) near: Vec<Vec<(usize, f64)>>,
}

/// The position of every entity that has a link, sorted by entity.
///
/// Degree, betweenness and communities are of the union of all layers but *named together*; where no
/// other layer exists, of that one. An entity known only by being named together stands alone in it.
pub(super) fn positions(links: &[Link]) -> Vec<Position> {
    let nodes: Vec<&EntityId> = links
        .iter()
        .flat_map(|link| [&link.from, &link.to])
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let number: BTreeMap<&EntityId, usize> =
        nodes.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let only_weak = links.iter().all(|link| link.layer == Layer::NamedTogether);
    let mut near: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); nodes.len()];
    for link in links {
        if link.layer == Layer::NamedTogether && !only_weak {
            continue;
        }
        let (Some(&from), Some(&to)) = (number.get(&link.from), number.get(&link.to)) else {
            continue;
        };
        *near[from].entry(to).or_default() += 1.0;
        *near[to].entry(from).or_default() += 1.0;
    }
    let graph = Graph {
        near: near.into_iter().map(|n| n.into_iter().collect()).collect(),
    };
    let Ok(rows) = rows(&graph) else {
        // More links than 32 bits count: no machine that holds them as links is known.
        return Vec::new();
    };
    let component = rank(&pieces(&rows));
    let community = rank(&community::communities(&graph));
    let betweenness = between(&rows);
    nodes
        .into_iter()
        .enumerate()
        .map(|(at, entity)| Position {
            entity: entity.clone(),
            component: component[at],
            community: community[at],
            degree: graph.near[at].len(),
            betweenness: betweenness[at],
        })
        .collect()
}

/// The graph in compressed rows, as the measures read it.
fn rows(graph: &Graph) -> Result<Csr, Invalid> {
    let number = |node: usize| u32::try_from(node).unwrap_or(u32::MAX);
    let edges: Vec<(u32, u32, f32)> = graph
        .near
        .iter()
        .enumerate()
        .flat_map(|(from, row)| row.iter().map(move |(to, _)| (from, *to)))
        .filter(|(from, to)| from < to)
        .map(|(from, to)| (number(from), number(to), 1.0))
        .collect();
    Csr::undirected(graph.near.len(), &edges)
}

/// A label for each node: the smallest node of its component.
fn pieces(graph: &Csr) -> Vec<usize> {
    components(graph)
        .into_iter()
        .map(|label| label as usize)
        .collect()
}

/// Labels to numbers: 0 for the largest group, groups of one size in the order of their first node.
fn rank(labels: &[usize]) -> Vec<usize> {
    let mut groups: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    for (node, label) in labels.iter().enumerate() {
        groups.entry(*label).or_insert((0, node)).0 += 1;
    }
    let mut order: Vec<(usize, usize, usize)> = groups
        .into_iter()
        .map(|(label, (size, first))| (usize::MAX - size, first, label))
        .collect();
    order.sort_unstable();
    let number: BTreeMap<usize, usize> = order
        .into_iter()
        .enumerate()
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

    /// A graph from pairs.
    pub(super) fn graph(n: usize, pairs: &[(usize, usize)]) -> Graph {
        let mut near = vec![Vec::new(); n];
        for &(a, b) in pairs {
            near[a].push((b, 1.0));
            near[b].push((a, 1.0));
        }
        Graph { near }
    }

    #[test]
    fn the_largest_component_is_number_0() {
        let two = graph(5, &[(0, 1), (2, 3), (3, 4)]);
        assert_eq!(rank(&pieces(&rows(&two).unwrap())), [1, 1, 0, 0, 0]);
    }

    #[test]
    fn two_cliques_are_two_communities() {
        let pairs = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)];
        let found = community::communities(&graph(6, &pairs));
        assert_eq!(rank(&found), [0, 0, 0, 1, 1, 1]);
    }
}
