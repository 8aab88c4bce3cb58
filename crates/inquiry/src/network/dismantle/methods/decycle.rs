//! Decycling by belief propagation: which nodes must go so that no cycle is left, then the trees are broken.

use super::degree;
use super::rest::Rest;
use super::trees;
use crate::network::dismantle::targets::{Order, Targets};

/// How strongly small sets are preferred (the inverse temperature of Zhou 2013, times the cost).
const STRENGTH: f64 = 10.0;
/// Rounds of messages before the first removal, and between two.
const ROUNDS: (usize, usize) = (60, 4);
/// One in so many of those left is removed between two rounds of messages.
const BATCH: usize = 50;

/// The messages of one network: for each arc, the belief that its tail is gone, and that it is the root of its part.
struct Messages {
    /// For each node, where its arcs begin.
    starts: Vec<usize>,
    /// For each arc from a node to a neighbour, the arc back.
    back: Vec<u32>,
    gone: Vec<f64>,
    root: Vec<f64>,
}

impl Messages {
    fn new(targets: &Targets<'_>) -> Self {
        let graph = targets.graph();
        let mut starts = vec![0];
        for node in graph.numbers() {
            starts.push(starts[node as usize] + graph.degree(node));
        }
        let mut next = starts.clone();
        let mut back = vec![0_u32; starts[graph.nodes()]];
        // Rows are sorted, so that the arcs into a node are met in the order of its own row.
        for node in graph.numbers() {
            for (at, &near) in graph.near(node).iter().enumerate() {
                let slot = &mut next[near as usize];
                back[*slot] = u32::try_from(starts[node as usize] + at).unwrap_or(u32::MAX);
                *slot += 1;
            }
        }
        let arcs = back.len();
        Self {
            starts,
            back,
            gone: vec![0.5; arcs],
            root: vec![0.25; arcs],
        }
    }

    /// New beliefs of `node` about itself, sent to all neighbours; returns the belief that it must go.
    fn update(&mut self, rest: &Rest<'_, '_>, node: u32) -> f64 {
        let row = self.starts[node as usize]..self.starts[node as usize + 1];
        let near = rest.graph().near(node);
        let weight = if rest.targets.may(node) {
            (STRENGTH * rest.targets.cost(node)).min(500.0)
        } else {
            f64::INFINITY
        };
        // Logs of the products, so that one neighbour can be taken out again.
        let (mut product, mut sum) = (0.0, 0.0);
        let terms = |it: &Self, arc: usize| {
            let back = it.back[arc] as usize;
            let free = (it.gone[back] + it.root[back]).clamp(1e-30, 1.0);
            (free.ln(), (1.0 - it.gone[back]).max(0.0) / free)
        };
        for (arc, one) in row.clone().zip(near) {
            if rest.there[*one as usize] {
                let (log, ratio) = terms(self, arc);
                product += log;
                sum += ratio;
            }
        }
        for (arc, one) in row.zip(near) {
            if rest.there[*one as usize] {
                let (log, ratio) = terms(self, arc);
                let root = (product - log).min(0.0);
                let other = (sum - ratio).max(0.0);
                // gone : root : below a neighbour = exp(-weight - root) : 1 : other
                let gone = if weight.is_finite() {
                    (-weight - root).min(700.0).exp()
                } else {
                    0.0
                };
                let whole = gone + 1.0 + other;
                self.gone[arc] = f64::midpoint(self.gone[arc], gone / whole);
                self.root[arc] = f64::midpoint(self.root[arc], 1.0 / whole);
            }
        }
        if weight.is_finite() {
            let gone = (-weight - product).min(700.0).exp();
            gone / (gone + 1.0 + sum)
        } else {
            0.0
        }
    }
}

/// Belief-propagation decimation for feedback vertex sets (Zhou 2013; as a dismantler Mugisha and Zhou 2016), then breaking of trees.
///
/// Stops at `work` looks at an edge; what cycles are left then go as in `CoreHD`.
pub(super) fn decycle(targets: &Targets<'_>, work: u64) -> Order {
    let mut rest = Rest::new(targets);
    let mut messages = Messages::new(targets);
    let mut order = Vec::new();
    let mut left = work;
    let mut core: Vec<u32> = targets.graph().numbers().collect();
    let mut rounds = ROUNDS.0;
    loop {
        core = two_core(&rest, core);
        if core.is_empty() || left == 0 {
            break;
        }
        let inner = inside(&rest, &core);
        let arcs: u64 = core
            .iter()
            .map(|it| u64::from(inner.degree[*it as usize]))
            .sum();
        let mut beliefs = Vec::new();
        for round in 0..rounds {
            let last = round + 1 == rounds;
            for &node in &core {
                let belief = messages.update(&inner, node);
                if last && targets.may(node) {
                    beliefs.push((belief, node));
                }
            }
        }
        left = left.saturating_sub(arcs * rounds as u64 * 2);
        rounds = ROUNDS.1;
        beliefs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        if beliefs.is_empty() {
            break;
        }
        for (_, node) in beliefs.into_iter().take((core.len() / BATCH).max(1)) {
            rest.remove(node);
            order.push(node);
        }
    }
    degree::break_core(&mut rest, &mut order);
    trees::break_trees(&mut rest, &mut order);
    targets.order(order)
}

/// Those of `nodes` that are in the 2-core of what is left.
fn two_core(rest: &Rest<'_, '_>, nodes: Vec<u32>) -> Vec<u32> {
    let mut inner = inside(rest, &nodes);
    let mut leaves = nodes.clone();
    while let Some(node) = leaves.pop() {
        if inner.there[node as usize] && inner.degree[node as usize] < 2 {
            leaves.extend(inner.near(node).collect::<Vec<_>>());
            inner.remove(node);
        }
    }
    let stays = |node: &u32| inner.there[*node as usize];
    nodes.into_iter().filter(stays).collect()
}

/// What is left, seen from `nodes` alone.
fn inside<'t, 'g>(rest: &Rest<'t, 'g>, nodes: &[u32]) -> Rest<'t, 'g> {
    let mut there = vec![false; rest.there.len()];
    for &node in nodes {
        there[node as usize] = rest.there[node as usize];
    }
    let mut degree = vec![0_u32; there.len()];
    for &node in nodes.iter().filter(|node| there[**node as usize]) {
        let near = rest.graph().near(node).iter();
        let count = near.filter(|near| there[**near as usize]).count();
        degree[node as usize] = u32::try_from(count).unwrap_or(u32::MAX);
    }
    Rest {
        targets: rest.targets,
        there,
        degree,
    }
}
