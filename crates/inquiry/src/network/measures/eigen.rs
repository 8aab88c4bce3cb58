//! Eigenvector centrality: who is tied to those who stand high themselves.

use crate::network::csr::Csr;

/// Rounds after which it ends in any case.
const ROUNDS: usize = 1_000;

/// The first eigenvector of an undirected graph, scaled so that its highest value is 1 (Bonacich 1972).
///
/// By power iteration on the matrix plus its mean weighted degree on the diagonal, which has the same eigenvectors and
/// does not swing on graphs with two sides; until no value changes by more than `tolerance`. Of a graph in several
/// pieces, only those with the largest eigenvalue keep values above 0: the others stand at 0 or near it.
#[expect(clippy::cast_precision_loss, reason = "node counts are far below 2^52")]
pub fn eigenvector(graph: &Csr, tolerance: f64) -> Vec<f64> {
    let n = graph.nodes();
    let strength = super::strength(graph);
    let total: f64 = strength.iter().sum();
    if total <= 0.0 {
        return vec![0.0; n];
    }
    let shift = total / n as f64;
    let mut value: Vec<f64> = strength.iter().map(|one| one / total).collect();
    let mut next = vec![0.0; n];
    for _ in 0..ROUNDS {
        let mut most = 0.0_f64;
        for node in graph.numbers() {
            let row = graph.near(node).iter().zip(graph.weights(node));
            let sum: f64 = row
                .map(|(near, weight)| value[*near as usize] * f64::from(*weight))
                .sum();
            let new = sum + shift * value[node as usize];
            next[node as usize] = new;
            most = most.max(new);
        }
        let mut change = 0.0_f64;
        for (new, old) in next.iter_mut().zip(&value) {
            *new /= most;
            change = change.max((*new - old).abs());
        }
        std::mem::swap(&mut value, &mut next);
        if change < tolerance {
            break;
        }
    }
    value
}
