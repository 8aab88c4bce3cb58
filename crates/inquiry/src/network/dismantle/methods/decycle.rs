//! Decycling by belief propagation: which nodes must go so that no cycle is left, then the trees are broken.

use super::degree;
use super::rest::Rest;
use super::trees;
use crate::network::dismantle::targets::{Order, Targets};

/// How strongly small sets are preferred (the inverse temperature of Zhou 2013, times the cost).
const STRENGTH: f64 = 10.0;
/// Rounds of messages before the first removal: at least, at most; and between two removals.
const ROUNDS: (u64, u64, u64) = (10, 60, 4);
/// One in so many of those left is removed between two rounds of messages: at least, at most.
const BATCH: (u64, u64) = (8, 50);
/// Looks at each edge that are granted in the largest networks.
const LEAST: u64 = 240;

/// The messages of one network: for each arc, the belief that its tail is gone, and that it is the root of its part.
struct Messages {
    /// For each node, where its arcs begin.
    starts: Vec<usize>,
    /// For each arc from a node to a neighbour, the arc back.
    back: Vec<u32>,
    gone: Vec<f64>,
    root: Vec<f64>,
    /// For each node, how unlikely it is to be gone before its neighbours are heard; 0 for the protected.
    bias: Vec<f64>,
    /// What each neighbour of one node says, and the product of those before it.
    heard: Vec<(usize, f64, f64, f64)>,
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
            bias: graph
                .numbers()
                .map(|node| {
                    if targets.may(node) {
                        shrunk(STRENGTH * targets.cost(node))
                    } else {
                        0.0
                    }
                })
                .collect(),
            heard: Vec::new(),
        }
    }

    /// New beliefs of `node` about itself, sent to all neighbours; returns the belief that it must go.
    fn update(&mut self, rest: &Rest<'_, '_>, node: u32) -> f64 {
        let row = self.starts[node as usize]..self.starts[node as usize + 1];
        let bias = self.bias[node as usize];
        let (mut product, mut sum) = (1.0_f64, 0.0);
        self.heard.clear();
        for (arc, one) in row.zip(rest.graph().near(node)) {
            if rest.there[*one as usize] {
                let back = self.back[arc] as usize;
                let free = (self.gone[back] + self.root[back]).clamp(1e-30, 1.0);
                let ratio = (1.0 - self.gone[back]).max(0.0) / free;
                self.heard.push((arc, free, ratio, product));
                product = (product * free).max(TINY);
                sum += ratio;
            }
        }
        // What all but one say: the product of those before it and of those behind it.
        let mut behind = 1.0_f64;
        for &(arc, free, ratio, before) in self.heard.iter().rev() {
            let root = (before * behind).max(TINY);
            let other = (sum - ratio).max(0.0);
            // gone : root : below a neighbour = bias / root : 1 : other
            let gone = bias / root;
            let whole = gone + 1.0 + other;
            self.gone[arc] = f64::midpoint(self.gone[arc], gone / whole);
            self.root[arc] = f64::midpoint(self.root[arc], 1.0 / whole);
            behind = (behind * free).max(TINY);
        }
        let gone = bias / product;
        gone / (gone + 1.0 + sum)
    }
}

/// Products are kept above this, so that hubs do not divide by 0.
const TINY: f64 = 1e-280;

/// The exponential of `-power` by the four operations alone, so that every machine has the same; no less than that of -500.
fn shrunk(power: f64) -> f64 {
    let power = power.clamp(0.0, 500.0);
    let (mut whole, mut part) = (1.0, power);
    while part >= 1.0 {
        whole /= std::f64::consts::E;
        part -= 1.0;
    }
    let (mut sum, mut term) = (1.0, 1.0);
    for step in 1..20_u32 {
        term *= -part / f64::from(step);
        sum += term;
    }
    whole * sum
}

/// Belief-propagation decimation for feedback vertex sets (Zhou 2013; as a dismantler Mugisha and Zhou 2016), then breaking of trees.
///
/// Stops at `work` looks at an edge (at [`LEAST`] looks at each in the largest networks); what cycles are left then go as in `CoreHD`.
pub(super) fn decycle(targets: &Targets<'_>, work: u64) -> Order {
    let mut rest = Rest::new(targets);
    let mut messages = Messages::new(targets);
    let mut order = Vec::new();
    let mut left = work.max(targets.graph().edges() as u64 * LEAST);
    let mut core: Vec<u32> = targets.graph().numbers().collect();
    let mut batch = None;
    loop {
        core = two_core(&rest, core);
        if core.is_empty() || left == 0 {
            break;
        }
        let inner = inside(&rest, &core);
        let degrees = core.iter().map(|it| u64::from(inner.degree[*it as usize]));
        let pass = degrees.sum::<u64>().max(1) * 2;
        let rounds = match batch {
            None => (left / pass / 3).clamp(ROUNDS.0, ROUNDS.1),
            Some(_) => ROUNDS.2,
        };
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
        left = left.saturating_sub(pass * rounds);
        // The core shrinks as it goes, so that the work does for about twice as many batches.
        let batch =
            *batch.get_or_insert_with(|| (left / pass / ROUNDS.2 * 2).clamp(BATCH.0, BATCH.1));
        beliefs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        if beliefs.is_empty() {
            break;
        }
        let count = (core.len() as u64 / batch).max(1);
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        for (_, node) in beliefs.into_iter().take(count) {
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
