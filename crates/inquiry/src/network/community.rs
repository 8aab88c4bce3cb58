//! Communities: the Louvain method with the connectedness of Leiden, in a fixed order of nodes.
//!
//! Louvain (Blondel et al. 2008) moves nodes to the neighbouring community that raises modularity most, then folds
//! communities into nodes and goes on. It may leave a community in two pieces; as in Leiden (Traag et al. 2019) no
//! community of ours is disconnected: pieces are split before folding. No randomness: nodes are visited in the order of
//! their numbers and ties go to the smaller label.

use super::graph::Graph;
use std::collections::{BTreeMap, VecDeque};

/// Rounds of folding and sweeps in a round; both end much earlier in practice.
const ROUNDS: usize = 20;

/// A label for each node.
pub(super) fn communities(graph: &Graph) -> Vec<usize> {
    let n = graph.near.len();
    let mut near = graph.near.clone();
    let mut own = vec![0.0; n];
    let mut of: Vec<usize> = (0..n).collect();
    for _ in 0..ROUNDS {
        let mut labels = sweep(&near, &own);
        split(&near, &mut labels);
        let count = renumber(&mut labels);
        if count == near.len() {
            break;
        }
        for label in &mut of {
            *label = labels[*label];
        }
        (near, own) = fold(&near, &own, &labels, count);
    }
    of
}

/// Moves nodes until no move raises modularity.
fn sweep(near: &[Vec<(usize, f64)>], own: &[f64]) -> Vec<usize> {
    let n = near.len();
    let degree: Vec<f64> = (0..n)
        .map(|node| own[node] * 2.0 + near[node].iter().map(|(_, w)| w).sum::<f64>())
        .collect();
    let total: f64 = degree.iter().sum();
    let mut label: Vec<usize> = (0..n).collect();
    let mut volume = degree.clone();
    if total <= 0.0 {
        return label;
    }
    for _ in 0..ROUNDS {
        let mut moved = false;
        for node in 0..n {
            let mut ties: BTreeMap<usize, f64> = BTreeMap::new();
            for &(next, weight) in &near[node] {
                *ties.entry(label[next]).or_default() += weight;
            }
            let home = label[node];
            volume[home] -= degree[node];
            let gain = |to: usize, tie: f64| tie - degree[node] * volume[to] / total;
            let mut best = (home, gain(home, ties.get(&home).copied().unwrap_or(0.0)));
            for (&to, &tie) in &ties {
                let value = gain(to, tie);
                if value > best.1 + 1e-9 {
                    best = (to, value);
                }
            }
            volume[best.0] += degree[node];
            moved |= best.0 != home;
            label[node] = best.0;
        }
        if !moved {
            break;
        }
    }
    label
}

/// Gives every connected piece of a community a label of its own.
fn split(near: &[Vec<(usize, f64)>], labels: &mut [usize]) {
    let old = labels.to_vec();
    let mut seen = vec![false; near.len()];
    for root in 0..near.len() {
        if seen[root] {
            continue;
        }
        seen[root] = true;
        let mut queue = VecDeque::from([root]);
        while let Some(node) = queue.pop_front() {
            labels[node] = root;
            for &(next, _) in &near[node] {
                if !seen[next] && old[next] == old[root] {
                    seen[next] = true;
                    queue.push_back(next);
                }
            }
        }
    }
}

/// Labels to 0, 1, 2 ... in the order of their first node; how many there are.
fn renumber(labels: &mut [usize]) -> usize {
    let mut number = BTreeMap::new();
    for label in labels {
        let next = number.len();
        *label = *number.entry(*label).or_insert(next);
    }
    number.len()
}

type Folded = (Vec<Vec<(usize, f64)>>, Vec<f64>);

/// Communities become nodes; links inside one become its own weight.
fn fold(near: &[Vec<(usize, f64)>], own: &[f64], labels: &[usize], count: usize) -> Folded {
    let mut sums: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); count];
    let mut inner = vec![0.0; count];
    for (node, neighbours) in near.iter().enumerate() {
        inner[labels[node]] += own[node];
        for &(next, weight) in neighbours {
            if labels[node] == labels[next] {
                // Met from both ends.
                inner[labels[node]] += weight / 2.0;
            } else {
                *sums[labels[node]].entry(labels[next]).or_default() += weight;
            }
        }
    }
    let near = sums
        .into_iter()
        .map(|sum| sum.into_iter().collect())
        .collect();
    (near, inner)
}
