//! Structural holes: how far a node's neighbours know each other (Burt 1992).

use crate::network::csr::Csr;
use std::collections::BTreeMap;

/// What a node's neighbourhood leaves open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hole {
    /// Burt's constraint; high where all neighbours are tied to each other. 0 for a node without neighbours.
    pub constraint: f64,
    /// Effective size: neighbours less their mean ties among each other (Borgatti 1997, unweighted).
    pub effective_size: f64,
}

/// Constraint and effective size of every node of an undirected graph.
///
/// Constraint uses weights. Time grows with the sum of squared degrees.
#[expect(clippy::cast_precision_loss, reason = "degrees are far below 2^52")]
pub fn holes(graph: &Csr) -> Vec<Hole> {
    let strength = super::strength(graph);
    let share =
        |node: u32, weight: f32| f64::from(weight) / strength[node as usize].max(f64::MIN_POSITIVE);
    let row = |node: u32| {
        graph
            .near(node)
            .iter()
            .copied()
            .zip(graph.weights(node).iter().copied())
    };
    graph
        .numbers()
        .map(|node| {
            let mut spent: BTreeMap<u32, f64> = BTreeMap::new();
            let mut ties = 0_usize;
            for (other, weight) in row(node) {
                let own = share(node, weight);
                *spent.entry(other).or_default() += own;
                for (third, weight) in row(other) {
                    if third != node && graph.has(node, third) {
                        ties += 1;
                        *spent.entry(third).or_default() += own * share(other, weight);
                    }
                }
            }
            let size = graph.degree(node) as f64;
            Hole {
                constraint: spent.values().map(|part| part * part).sum(),
                effective_size: if size > 0.0 {
                    size - ties as f64 / size
                } else {
                    0.0
                },
            }
        })
        .collect()
}
