//! Brokerage between communities: who stands between two that are not tied to each other, and of which groups.

use crate::network::csr::Csr;
use std::collections::BTreeMap;

/// How often a node stands between two that are not tied, by where the three belong (Gould and Fernandez 1989).
///
/// Counted are pairs a, b with a tied to the node, the node tied to b, and no tie from a to b. The names are those of
/// the paper; they speak of places in a picture, not of what somebody does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brokerage {
    /// All three in one community.
    pub coordinator: u64,
    /// The two in one community, the node in another.
    pub itinerant: u64,
    /// The node and b in one, a in another: what comes in passes the node.
    pub gatekeeper: u64,
    /// The node and a in one, b in another: what goes out passes the node.
    pub representative: u64,
    /// Three communities.
    pub liaison: u64,
    /// How many pairs lie in each two different communities, from and to; in undirected graphs the smaller first.
    pub between: BTreeMap<(u32, u32), u64>,
}

impl Brokerage {
    /// Pairs of two different communities.
    pub fn across(&self) -> u64 {
        self.gatekeeper + self.representative + self.liaison
    }
}

/// Brokerage of every node. In an undirected graph each pair counts once, and as a gatekeeper's.
///
/// Time grows with the sum of squared degrees.
pub fn brokerage(graph: &Csr, community: &[u32]) -> Vec<Brokerage> {
    let directed = graph.is_directed();
    let mut tied = vec![u32::MAX; graph.nodes()];
    let mut all = vec![Brokerage::default(); graph.nodes()];
    // By the first of the pair, whose heads are marked once.
    for a in graph.numbers() {
        for &near in graph.near(a) {
            tied[near as usize] = a;
        }
        for &node in graph.near(a) {
            let it = &mut all[node as usize];
            for &b in graph.near(node) {
                if b == a || tied[b as usize] == a || (!directed && b < a) {
                    continue;
                }
                it.count(
                    community[a as usize],
                    community[node as usize],
                    community[b as usize],
                    directed,
                );
            }
        }
    }
    all
}

impl Brokerage {
    fn count(&mut self, a: u32, own: u32, b: u32, directed: bool) {
        let role = match (a == own, own == b, a == b) {
            (true, true, _) => &mut self.coordinator,
            (_, _, true) => &mut self.itinerant,
            (true, false, _) if directed => &mut self.representative,
            (false, true, _) | (true, false, _) => &mut self.gatekeeper,
            (false, false, false) => &mut self.liaison,
        };
        *role += 1;
        if a != b {
            let pair = if directed || a < b { (a, b) } else { (b, a) };
            *self.between.entry(pair).or_default() += 1;
        }
    }
}
