//! `PageRank`: who is tied to those who are tied to many.

use crate::network::csr::Csr;

/// Share that follows an edge; the rest begins anew anywhere (Brin and Page 1998).
const DAMPING: f64 = 0.85;
/// Rounds after which it ends in any case.
const ROUNDS: usize = 200;

/// `PageRank` by power iteration until all values together change by less than `tolerance`. Sums to 1.
///
/// Follows arcs in proportion to their weight; nodes without any hand on to all.
#[expect(clippy::cast_precision_loss, reason = "node counts are far below 2^52")]
pub fn pagerank(graph: &Csr, tolerance: f64) -> Vec<f64> {
    let n = graph.nodes() as f64;
    let strength = super::strength(graph);
    let mut rank = vec![1.0 / n; graph.nodes()];
    let mut next = vec![0.0; graph.nodes()];
    let mut give = vec![0.0; graph.nodes()];
    for _ in 0..ROUNDS {
        let mut lost = 0.0;
        for (node, value) in rank.iter().enumerate() {
            give[node] = if strength[node] > 0.0 {
                value / strength[node]
            } else {
                0.0
            };
            lost += if strength[node] > 0.0 { 0.0 } else { *value };
        }
        next.fill(0.0);
        for node in graph.numbers() {
            let row = graph.near(node).iter().zip(graph.weights(node));
            if graph.is_directed() {
                for (to, weight) in row {
                    next[*to as usize] += give[node as usize] * f64::from(*weight);
                }
            } else {
                next[node as usize] = row
                    .map(|(to, weight)| give[*to as usize] * f64::from(*weight))
                    .sum();
            }
        }
        let mut change = 0.0;
        for (new, old) in next.iter_mut().zip(&rank) {
            *new = (1.0 - DAMPING) / n + DAMPING * (*new + lost / n);
            change += (*new - old).abs();
        }
        std::mem::swap(&mut rank, &mut next);
        if change < tolerance {
            break;
        }
    }
    rank
}
