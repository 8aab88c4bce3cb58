//! Measures of where nodes stand in a graph. Positions, never roles and never guilt.
//!
//! All of them read a [`Csr`](super::csr::Csr) and give one figure a node, in the order of the nodes.

mod broker;
mod core;
mod eigen;
mod holes;
mod meeting;
mod mutual;
mod near;
mod order;
mod pagerank;
mod paths;
pub mod ranges;
mod roles;
mod sampled;
#[cfg(test)]
mod tests;

pub use self::core::core_numbers;
pub use broker::{groups_without, joined_only_by};
pub use eigen::eigenvector;
pub use holes::{Hole, holes};
pub use mutual::{Mutual, reciprocity};
pub use near::{Near, nearness};
pub use order::{Order, Passed, order};
pub use pagerank::pagerank;
pub use paths::{betweenness, components};
pub use roles::{Brokerage, brokerage};
pub use sampled::{Sampled, sampled_betweenness};

use super::csr::Csr;

/// The sum of the weights of each node's edges (of the arcs that leave it, in a directed graph).
pub fn strength(graph: &Csr) -> Vec<f64> {
    graph
        .numbers()
        .map(|node| graph.weights(node).iter().map(|w| f64::from(*w)).sum())
        .collect()
}
