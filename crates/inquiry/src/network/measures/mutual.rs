//! Reciprocity: which ties go both ways.

use crate::network::csr::Csr;

/// Which ties of a directed graph are returned.
#[derive(Clone, Debug, PartialEq)]
pub struct Mutual {
    /// For each node, the share of those it is tied to, either way, with whom ties go both ways; `None` without any.
    pub shares: Vec<Option<f64>>,
    /// Share of all arcs that have one the other way; `None` without arcs.
    pub overall: Option<f64>,
}

/// Reciprocity of a directed graph. Weights are not used.
#[expect(clippy::cast_precision_loss, reason = "degrees are far below 2^52")]
pub fn reciprocity(graph: &Csr) -> Mutual {
    let turned = graph.turned();
    let mut both_ways = 0_usize;
    let shares = graph
        .numbers()
        .map(|node| {
            let (out, into) = (graph.near(node), turned.near(node));
            let both = out
                .iter()
                .filter(|other| into.binary_search(other).is_ok())
                .count();
            both_ways += both;
            let all = out.len() + into.len() - both;
            (all > 0).then(|| both as f64 / all as f64)
        })
        .collect();
    Mutual {
        shares,
        overall: (graph.edges() > 0).then(|| both_ways as f64 / graph.edges() as f64),
    }
}
