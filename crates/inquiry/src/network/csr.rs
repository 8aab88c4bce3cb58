//! A graph in compressed rows: the one form in which measures and plans see a network.
//!
//! Nodes are numbers from 0; who they are is known to the caller alone. Two million edges take 32 MB.

use super::invalid::Invalid;

/// One end of an arc as another node sees it: which node, and how heavy.
type Near = (u32, f32);

/// A simple weighted graph. Rows are sorted by neighbour; no node is its own neighbour.
///
/// Undirected graphs hold each edge in both rows. Built once, never changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Csr {
    starts: Vec<u32>,
    heads: Vec<u32>,
    weights: Vec<f32>,
    directed: bool,
}

impl Csr {
    /// An undirected graph of `nodes` nodes. Edges between the same two add up their weights; loops are dropped.
    pub fn undirected(nodes: usize, edges: &[(u32, u32, f32)]) -> Result<Self, Invalid> {
        let both = edges
            .iter()
            .flat_map(|&(from, to, weight)| [(from, to, weight), (to, from, weight)]);
        Self::build(nodes, both, edges.len() * 2, false)
    }

    /// A directed graph of `nodes` nodes. Arcs from one to the same other add up their weights; loops are dropped.
    pub fn directed(nodes: usize, arcs: &[(u32, u32, f32)]) -> Result<Self, Invalid> {
        Self::build(nodes, arcs.iter().copied(), arcs.len(), true)
    }

    fn build(
        nodes: usize,
        arcs: impl Iterator<Item = (u32, u32, f32)> + Clone,
        count: usize,
        directed: bool,
    ) -> Result<Self, Invalid> {
        if u32::try_from(nodes).is_err() || u32::try_from(count).is_err() {
            return Err(Invalid::TooLarge);
        }
        let mut starts = vec![0_u32; nodes + 1];
        for (from, to, weight) in arcs.clone() {
            if from as usize >= nodes || to as usize >= nodes {
                return Err(Invalid::NoSuchNode(from.max(to)));
            }
            if !weight.is_finite() || weight < 0.0 {
                return Err(Invalid::Weight);
            }
            if from != to {
                starts[from as usize + 1] += 1;
            }
        }
        for node in 0..nodes {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let mut rows: Vec<Near> = vec![(0, 0.0); starts[nodes] as usize];
        for (from, to, weight) in arcs {
            if from != to {
                let at = &mut next[from as usize];
                rows[*at as usize] = (to, weight);
                *at += 1;
            }
        }
        Ok(Self::merged(&starts, &mut rows, directed))
    }

    /// Sorts each row and adds up what stands twice in it.
    fn merged(starts: &[u32], rows: &mut [Near], directed: bool) -> Self {
        let mut graph = Self {
            starts: Vec::with_capacity(starts.len()),
            heads: Vec::with_capacity(rows.len()),
            weights: Vec::with_capacity(rows.len()),
            directed,
        };
        graph.starts.push(0);
        for ends in starts.windows(2) {
            let row = &mut rows[ends[0] as usize..ends[1] as usize];
            // Stable, so that weights add up in the order given.
            row.sort_by_key(|near| near.0);
            let first = graph.heads.len();
            for &(node, weight) in row.iter() {
                match graph.weights.last_mut() {
                    Some(last)
                        if graph.heads.len() > first && graph.heads.last() == Some(&node) =>
                    {
                        *last += weight;
                    }
                    _ => {
                        graph.heads.push(node);
                        graph.weights.push(weight);
                    }
                }
            }
            // At most as long as the rows given, whose count fits.
            graph
                .starts
                .push(u32::try_from(graph.heads.len()).unwrap_or(u32::MAX));
        }
        graph.heads.shrink_to_fit();
        graph.weights.shrink_to_fit();
        graph
    }

    /// How many nodes.
    pub fn nodes(&self) -> usize {
        self.starts.len() - 1
    }

    /// How many edges, or arcs of a directed graph.
    pub fn edges(&self) -> usize {
        if self.directed {
            self.heads.len()
        } else {
            self.heads.len() / 2
        }
    }

    /// Whether arcs have a direction.
    pub fn is_directed(&self) -> bool {
        self.directed
    }

    /// The neighbours of `node` (heads of its arcs), sorted.
    pub fn near(&self, node: u32) -> &[u32] {
        &self.heads[self.row(node)]
    }

    /// The weights beside [`Self::near`].
    pub fn weights(&self, node: u32) -> &[f32] {
        &self.weights[self.row(node)]
    }

    /// How many neighbours `node` has.
    pub fn degree(&self, node: u32) -> usize {
        self.row(node).len()
    }

    /// Whether there is an edge, or an arc from `from` to `to`.
    pub fn has(&self, from: u32, to: u32) -> bool {
        self.near(from).binary_search(&to).is_ok()
    }

    /// Whether all weights are the same.
    pub fn is_even(&self) -> bool {
        self.weights
            .windows(2)
            .all(|two| two[0].to_bits() == two[1].to_bits())
    }

    /// The graph with every arc the other way round. An undirected graph stays as it is.
    #[must_use]
    pub fn turned(&self) -> Self {
        if !self.directed {
            return self.clone();
        }
        let mut starts = vec![0_u32; self.starts.len()];
        for head in &self.heads {
            starts[*head as usize + 1] += 1;
        }
        for node in 0..self.nodes() {
            starts[node + 1] += starts[node];
        }
        let mut next = starts.clone();
        let (mut heads, mut weights) = (vec![0; self.heads.len()], vec![0.0; self.heads.len()]);
        // In order of their tails, so that the new rows are sorted.
        for (from, to, weight) in self.pairs() {
            let at = &mut next[to as usize];
            heads[*at as usize] = from;
            weights[*at as usize] = weight;
            *at += 1;
        }
        Self {
            starts,
            heads,
            weights,
            directed: true,
        }
    }

    /// Bytes of memory that it holds.
    pub fn bytes(&self) -> usize {
        4 * (self.starts.capacity() + self.heads.capacity() + self.weights.capacity())
    }

    /// Every node's number.
    pub fn numbers(&self) -> std::ops::Range<u32> {
        // The constructor refuses more nodes than a `u32` counts.
        0..u32::try_from(self.nodes()).unwrap_or(u32::MAX)
    }

    /// Every edge once, smaller end first; of a directed graph, every arc.
    pub fn pairs(&self) -> impl Iterator<Item = (u32, u32, f32)> + '_ {
        self.numbers().flat_map(move |from| {
            self.near(from)
                .iter()
                .zip(self.weights(from))
                .filter(move |(to, _)| self.directed || from < **to)
                .map(move |(to, weight)| (from, *to, *weight))
        })
    }

    fn row(&self, node: u32) -> std::ops::Range<usize> {
        let node = node as usize;
        self.starts[node] as usize..self.starts[node + 1] as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn twice_the_same_edge_is_one_with_both_weights() {
        let graph = Csr::undirected(3, &[(0, 1, 1.0), (1, 0, 2.0), (2, 2, 5.0)]).unwrap();
        assert_eq!(graph.edges(), 1);
        assert_eq!(graph.weights(0), [3.0]);
        assert_eq!(graph.near(2), [0_u32; 0]);
    }

    #[test]
    fn an_arc_goes_one_way() {
        let graph = Csr::directed(2, &[(0, 1, 1.0)]).unwrap();
        assert!(graph.has(0, 1));
        assert!(!graph.has(1, 0));
        assert_eq!(graph.edges(), 1);
    }

    #[test]
    fn a_node_that_is_not_there_is_refused() {
        let refused = Csr::undirected(2, &[(0, 2, 1.0)]);
        assert_eq!(refused, Err(Invalid::NoSuchNode(2)));
        let refused = Csr::undirected(2, &[(0, 1, f32::NAN)]);
        assert_eq!(refused, Err(Invalid::Weight));
    }

    proptest! {
        #[test]
        fn rows_agree_with_the_pairs(edges in prop::collection::vec((0_u32..20, 0_u32..20), 0..80)) {
            let edges: Vec<_> = edges.into_iter().map(|(a, b)| (a, b, 1.0)).collect();
            let graph = Csr::undirected(20, &edges).unwrap();
            for &(a, b, _) in &edges {
                prop_assert_eq!(graph.has(a, b), a != b);
                prop_assert_eq!(graph.has(b, a), a != b);
            }
            let total: f32 = graph.pairs().map(|pair| pair.2).sum();
            let wanted: f32 = edges.iter().filter(|(a, b, _)| a != b).map(|edge| edge.2).sum();
            prop_assert!((total - wanted).abs() < 1e-3);
            prop_assert_eq!(graph.pairs().count(), graph.edges());
            for node in graph.numbers() {
                prop_assert!(graph.near(node).windows(2).all(|two| two[0] < two[1]));
            }
        }
    }
}
