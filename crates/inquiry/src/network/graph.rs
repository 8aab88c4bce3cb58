//! Where entities stand: components, degree, betweenness.

use super::community;
use model::{EntityId, Layer, Link, Position};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Above so many nodes, betweenness is estimated from [`PIVOTS`] sources.
const EXACT: usize = 5_000;

/// Sources that are taken for the estimate, evenly spaced over the sorted nodes.
const PIVOTS: usize = 500;

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
    let component = rank(&components(&graph));
    let community = rank(&community::communities(&graph));
    let betweenness = betweenness(&graph);
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

/// A label for each node: the smallest node of its component.
fn components(graph: &Graph) -> Vec<usize> {
    let mut label = vec![usize::MAX; graph.near.len()];
    for root in 0..graph.near.len() {
        if label[root] != usize::MAX {
            continue;
        }
        label[root] = root;
        let mut queue = VecDeque::from([root]);
        while let Some(node) = queue.pop_front() {
            for &(next, _) in &graph.near[node] {
                if label[next] == usize::MAX {
                    label[next] = root;
                    queue.push_back(next);
                }
            }
        }
    }
    label
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

/// Betweenness after Brandes (2001), unweighted, undirected, divided by (n-1)(n-2)/2 so that it lies in 0 to 1.
///
/// Above [`EXACT`] nodes it is estimated from [`PIVOTS`] evenly spaced sources (Brandes and Pich 2007) and scaled up.
#[expect(clippy::cast_precision_loss, reason = "node counts are far below 2^52")]
fn betweenness(graph: &Graph) -> Vec<f64> {
    let n = graph.near.len();
    let mut between = vec![0.0; n];
    if n < 3 {
        return between;
    }
    let sources: Vec<usize> = if n > EXACT {
        (0..PIVOTS).map(|pivot| pivot * n / PIVOTS).collect()
    } else {
        (0..n).collect()
    };
    let mut search = Search::new(n);
    for &source in &sources {
        search.run(graph, source, &mut between);
    }
    // Every pair is met from both of its ends.
    let pairs = (n - 1) as f64 * (n - 2) as f64;
    let scale = n as f64 / sources.len() as f64 / pairs;
    for value in &mut between {
        *value = (*value * scale).clamp(0.0, 1.0);
    }
    between
}

/// The working memory of one breadth-first search, used again for the next.
struct Search {
    distance: Vec<usize>,
    paths: Vec<f64>,
    share: Vec<f64>,
    order: Vec<usize>,
}

impl Search {
    fn new(n: usize) -> Self {
        Self {
            distance: vec![usize::MAX; n],
            paths: vec![0.0; n],
            share: vec![0.0; n],
            order: Vec::with_capacity(n),
        }
    }

    /// Adds what the shortest paths from `source` give to every node between.
    fn run(&mut self, graph: &Graph, source: usize, between: &mut [f64]) {
        for &node in &self.order {
            self.distance[node] = usize::MAX;
            self.paths[node] = 0.0;
            self.share[node] = 0.0;
        }
        self.order.clear();
        self.distance[source] = 0;
        self.paths[source] = 1.0;
        self.order.push(source);
        let mut at = 0;
        while let Some(&node) = self.order.get(at) {
            at += 1;
            for &(next, _) in &graph.near[node] {
                if self.distance[next] == usize::MAX {
                    self.distance[next] = self.distance[node] + 1;
                    self.order.push(next);
                }
                if self.distance[next] == self.distance[node] + 1 {
                    self.paths[next] += self.paths[node];
                }
            }
        }
        for &node in self.order.iter().rev() {
            for &(before, _) in &graph.near[node] {
                if self.distance[before] + 1 == self.distance[node] {
                    self.share[before] +=
                        self.paths[before] / self.paths[node] * (1.0 + self.share[node]);
                }
            }
            if node != source {
                between[node] += self.share[node];
            }
        }
    }
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
    fn the_middle_of_a_path_is_between() {
        let path = graph(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
        let found = betweenness(&path);
        let wanted = [0.0, 0.5, 4.0 / 6.0, 0.5, 0.0];
        for (a, b) in found.iter().zip(wanted) {
            assert!((a - b).abs() < 1e-12, "{found:?}");
        }
    }

    #[test]
    fn the_hub_of_a_star_is_on_every_path() {
        let star = graph(6, &[(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)]);
        assert!((betweenness(&star)[0] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_square_shares_its_paths() {
        let square = graph(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]);
        for value in betweenness(&square) {
            assert!((value - 1.0 / 6.0).abs() < 1e-12);
        }
    }

    #[test]
    fn the_largest_component_is_number_0() {
        let two = graph(5, &[(0, 1), (2, 3), (3, 4)]);
        assert_eq!(rank(&components(&two)), [1, 1, 0, 0, 0]);
    }

    #[test]
    fn two_cliques_are_two_communities() {
        let pairs = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)];
        let found = community::communities(&graph(6, &pairs));
        assert_eq!(rank(&found), [0, 0, 0, 1, 1, 1]);
    }
}
