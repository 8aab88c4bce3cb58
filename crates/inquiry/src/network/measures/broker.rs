//! What exists only through one node: the groups that fall apart without it.

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

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}
