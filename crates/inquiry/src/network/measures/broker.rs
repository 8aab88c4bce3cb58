//! What exists only through one node: the groups that fall apart without it, and the pairs that only it joins.

use super::paths::FAR;
use crate::network::csr::Csr;

/// The groups into which `node`'s component of an undirected graph falls without it, largest first.
///
/// One group (or none) means that nobody is cut off.
pub fn groups_without(graph: &Csr, node: u32) -> Vec<Vec<u32>> {
    let mut label = vec![FAR; graph.nodes()];
    label[node as usize] = node;
    let mut groups: Vec<Vec<u32>> = Vec::new();
    for &root in graph.near(node) {
        if label[root as usize] != FAR {
            continue;
        }
        label[root as usize] = root;
        let mut group = vec![root];
        let mut at = 0;
        while let Some(&one) = group.get(at) {
            at += 1;
            for &next in graph.near(one) {
                if label[next as usize] == FAR {
                    label[next as usize] = root;
                    group.push(next);
                }
            }
        }
        group.sort_unstable();
        groups.push(group);
    }
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group.first().copied()));
    groups
}

/// The pairs of neighbours of `node` in an undirected graph that are not tied and have no other neighbour in common: their
/// only path over one person. Smaller end first, sorted.
pub fn joined_only_by(graph: &Csr, node: u32) -> Vec<(u32, u32)> {
    let mut seen = vec![FAR; graph.nodes()];
    let mut pairs = Vec::new();
    for &a in graph.near(node) {
        for &other in graph.near(a) {
            seen[other as usize] = a;
            if other != node {
                for &third in graph.near(other) {
                    seen[third as usize] = a;
                }
            }
        }
        let near = graph.near(node).iter();
        pairs.extend(
            near.filter(|b| **b > a && seen[**b as usize] != a)
                .map(|b| (a, *b)),
        );
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_bridge_between_a_pair_and_a_tail_holds_both() {
        let edges = [
            (0, 1, 1.0),
            (0, 2, 1.0),
            (1, 2, 1.0),
            (2, 3, 1.0),
            (4, 5, 1.0),
        ];
        let graph = Csr::undirected(6, &edges).unwrap();
        assert_eq!(groups_without(&graph, 2), [vec![0, 1], vec![3]]);
        assert_eq!(groups_without(&graph, 0), [vec![1, 2, 3]]);
        assert_eq!(joined_only_by(&graph, 2), [(0, 3), (1, 3)]);
        assert_eq!(joined_only_by(&graph, 0), []);
    }

    proptest! {
        #[test]
        fn pairs_are_those_of_the_definition(edges in prop::collection::vec((0_u32..12, 0_u32..12), 0..30), node in 0_u32..12) {
            let edges: Vec<_> = edges.into_iter().map(|(a, b)| (a, b, 1.0)).collect();
            let graph = Csr::undirected(12, &edges).unwrap();
            let common = |a: u32, b: u32| graph.numbers().filter(|it| graph.has(a, *it) && graph.has(b, *it)).collect::<Vec<_>>();
            let mut wanted = Vec::new();
            for a in 0..12 {
                for b in a + 1..12 {
                    if !graph.has(a, b) && common(a, b) == [node] {
                        wanted.push((a, b));
                    }
                }
            }
            prop_assert_eq!(joined_only_by(&graph, node), wanted);
        }
    }
}
