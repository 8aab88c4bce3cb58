//! `PageRank`: who is tied to those who are tied to many.

use crate::network::csr::Csr;

/// Share that follows an edge; the rest begins anew anywhere (Brin and Page 1998).
const DAMPING: f64 = 0.85;
/// Rounds after which it ends in any case.
const ROUNDS: usize = 500;

/// `PageRank` until all values together change by less than `tolerance` in a round. Sums to 1.
///
/// Follows arcs in proportion to their weight; nodes without any hand on to all. Gauss and Seidel's iteration: a round
/// uses its own new values, so that about half as many are needed as of power iteration with the same tolerance. What
/// nodes without arcs hand on is the same for all and only scales the rest (Del Corso, Gulli and Romani 2005).
#[expect(clippy::cast_precision_loss, reason = "node counts are far below 2^52")]
pub fn pagerank(graph: &Csr, tolerance: f64) -> Vec<f64> {
    let turned = graph.is_directed().then(|| graph.turned());
    let into = turned.as_ref().unwrap_or(graph);
    let n = graph.nodes() as f64;
    let even = into.is_even();
    // What a node gives along one unit of weight.
    let split: Vec<f64> = super::strength(graph)
        .into_iter()
        .map(|strength| {
            if strength > 0.0 {
                DAMPING / strength
            } else {
                0.0
            }
        })
        .collect();
    let start = (1.0 - DAMPING) / n;
    let mut rank = vec![1.0 / n; graph.nodes()];
    let mut give: Vec<f64> = split.iter().map(|split| split / n).collect();
    for _ in 0..ROUNDS {
        let mut change = 0.0;
        for node in into.numbers() {
            let near = into.near(node);
            let weights = into.weights(node);
            let sum = if even {
                near.iter().map(|from| give[*from as usize]).sum::<f64>()
                    * f64::from(weights.first().copied().unwrap_or(0.0))
            } else {
                let row = near.iter().zip(weights);
                row.map(|(from, weight)| give[*from as usize] * f64::from(*weight))
                    .sum()
            };
            let at = node as usize;
            let new = start + sum;
            change += (new - rank[at]).abs();
            rank[at] = new;
            give[at] = new * split[at];
        }
        if change < tolerance {
            break;
        }
    }
    let all: f64 = rank.iter().sum();
    for value in &mut rank {
        *value /= all;
    }
    rank
}
