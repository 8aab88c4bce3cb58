//! Whom a plan may name: the only door between a network and a plan.

use crate::network::csr::Csr;
use crate::network::invalid::Invalid;
use std::collections::BTreeSet;

/// A network with those who may never be part of a plan, and what it costs to remove the others.
///
/// An [`Order`] can be made here alone, and holds no protected node whatever a method asks for.
#[derive(Clone, Debug)]
pub struct Targets<'g> {
    graph: &'g Csr,
    cost: Vec<f64>,
    open: Vec<bool>,
}

/// Nodes in the order in which a plan removes them: each once, none of them protected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order(Vec<u32>);

impl Order {
    /// The nodes, first to be removed first.
    pub fn nodes(&self) -> &[u32] {
        &self.0
    }

    /// The same plan, broken off after `length` removals.
    #[must_use]
    pub fn cut(mut self, length: usize) -> Self {
        self.0.truncate(length);
        self
    }
}

impl<'g> Targets<'g> {
    /// Everyone but the protected, each at the cost of 1.
    ///
    /// Refuses a protected node that the graph does not have: a typing error must not unprotect anybody.
    pub fn new(graph: &'g Csr, protected: &BTreeSet<u32>) -> Result<Self, Invalid> {
        let mut open = vec![true; graph.nodes()];
        for &node in protected {
            *open
                .get_mut(node as usize)
                .ok_or(Invalid::NoSuchNode(node))? = false;
        }
        let cost = vec![1.0; graph.nodes()];
        Ok(Self { graph, cost, open })
    }

    /// With a cost for each node, in the order of the nodes. Each must be above 0.
    pub fn with_costs(mut self, cost: Vec<f64>) -> Result<Self, Invalid> {
        let sound = cost.iter().all(|cost| cost.is_finite() && *cost > 0.0);
        if !sound || cost.len() != self.graph.nodes() {
            return Err(Invalid::Cost);
        }
        self.cost = cost;
        Ok(self)
    }

    /// As if these were not protected: for measuring what protection costs. Orders made from it must not leave this stage.
    pub(super) fn without_protection(&self, who: &[u32]) -> Self {
        let mut free = self.clone();
        for &node in who {
            free.open[node as usize] = true;
        }
        free
    }

    /// The same, but that only who is in `order` may be named.
    #[must_use]
    pub(super) fn only(&self, order: &Order) -> Self {
        let mut open = vec![false; self.open.len()];
        for &node in &order.0 {
            open[node as usize] = true;
        }
        Self {
            graph: self.graph,
            cost: self.cost.clone(),
            open,
        }
    }

    /// The network.
    pub fn graph(&self) -> &'g Csr {
        self.graph
    }

    /// Whether a plan may name this node.
    pub fn may(&self, node: u32) -> bool {
        self.open[node as usize]
    }

    /// What it costs to remove this node.
    pub fn cost(&self, node: u32) -> f64 {
        self.cost[node as usize]
    }

    /// All that a plan may name.
    pub fn all(&self) -> impl Iterator<Item = u32> + '_ {
        self.graph.numbers().filter(|node| self.may(*node))
    }

    /// What stays of a wish: protected nodes and repetitions are left out.
    pub fn order(&self, wish: impl IntoIterator<Item = u32>) -> Order {
        let mut free = self.open.clone();
        let taken = wish.into_iter().filter(|node| {
            free.get_mut(*node as usize)
                .is_some_and(|free| std::mem::replace(free, false))
        });
        Order(taken.collect())
    }

    /// What all removals of a plan cost together.
    pub fn price(&self, order: &Order) -> f64 {
        order.0.iter().map(|node| self.cost(*node)).sum()
    }
}
