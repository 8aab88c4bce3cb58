//! A network at one height of folding, with masses scaled so that quality is ties inside less masses squared.

use super::Layer;
use crate::network::csr::Csr;

/// Nodes with ties and masses. Ties of several layers are already weighed against each other; a node has a mass in each.
///
/// Quality of a partition is, over its communities, the sum of ties inside (both ways) less the sum over layers of
/// the squared mass, all divided by `total`.
pub(super) struct Level<const L: usize> {
    starts: Vec<u32>,
    rows: Vec<(u32, f32)>,
    mass: Vec<[f64; L]>,
    total: f64,
}

/// What a community holds, and what one node has to do with it just now.
#[derive(Clone, Copy)]
pub(super) struct Held<const L: usize> {
    pub(super) tie: f64,
    pub(super) mass: [f64; L],
}

impl<const L: usize> Held<L> {
    pub(super) const NONE: Self = Self {
        tie: 0.0,
        mass: [0.0; L],
    };

    pub(super) fn add(&mut self, mass: &[f64; L]) {
        for (own, more) in self.mass.iter_mut().zip(mass) {
            *own += more;
        }
    }

    pub(super) fn take(&mut self, mass: &[f64; L]) {
        for (own, less) in self.mass.iter_mut().zip(mass) {
            *own -= less;
        }
    }
}

/// Product of two masses, layer by layer.
pub(super) fn dot<const L: usize>(a: &[f64; L], b: &[f64; L]) -> f64 {
    let mut sum = 0.0;
    for layer in 0..L {
        sum += a[layer] * b[layer];
    }
    sum
}

impl<const L: usize> Level<L> {
    /// The ground level of at most `L` layers.
    pub(super) fn of(layers: &[Layer<'_>], resolution: f64) -> Self {
        let nodes = layers.first().map_or(0, |layer| layer.graph.nodes());
        let totals: Vec<f64> = layers.iter().map(|layer| total(layer.graph)).collect();
        let shares = layers.iter().zip(&totals);
        let all: f64 = shares
            .filter(|(_, total)| **total > 0.0)
            .map(|(layer, _)| layer.weight)
            .sum();
        // Of one layer it is that layer's total, and ties keep their weights to the last bit.
        let held = totals.iter().filter(|total| **total > 0.0);
        let total = held.sum::<f64>() / float(totals.iter().filter(|it| **it > 0.0).count().max(1));
        let mut mass = vec![[0.0; L]; nodes];
        let mut scales = Vec::with_capacity(layers.len());
        for (at, (layer, own)) in layers.iter().zip(&totals).enumerate().take(L) {
            if *own <= 0.0 || all <= 0.0 {
                scales.push(0.0);
                continue;
            }
            let share = layer.weight / all * total;
            scales.push(share / own);
            // Its square is what the null model takes off.
            let root = (resolution * share).sqrt() / own;
            let strength = crate::network::measures::strength(layer.graph);
            for (held, strength) in mass.iter_mut().zip(strength) {
                held[at] = strength * root;
            }
        }
        let (starts, rows) = merged(layers, &scales, nodes);
        Self {
            starts,
            rows,
            mass,
            total,
        }
    }

    pub(super) fn nodes(&self) -> usize {
        self.mass.len()
    }

    pub(super) fn row(&self, node: u32) -> &[(u32, f32)] {
        let node = node as usize;
        &self.rows[self.starts[node] as usize..self.starts[node + 1] as usize]
    }

    pub(super) fn mass(&self, node: u32) -> &[f64; L] {
        &self.mass[node as usize]
    }

    /// Mean of all ties; 0 without any.
    pub(super) fn mean_tie(&self) -> f64 {
        let sum: f64 = self.rows.iter().map(|row| f64::from(row.1)).sum();
        sum / float(self.rows.len().max(1))
    }

    /// Most neighbours of a node.
    pub(super) fn widest(&self) -> usize {
        let ends = self.starts.windows(2);
        ends.map(|ends| (ends[1] - ends[0]) as usize)
            .max()
            .unwrap_or(0)
    }

    /// Every node's number.
    pub(super) fn numbers(&self) -> std::ops::Range<u32> {
        0..u32::try_from(self.nodes()).unwrap_or(u32::MAX)
    }

    /// Quality of a partition of the ground level.
    pub(super) fn quality(&self, labels: &[u32]) -> f64 {
        let mut held = vec![Held::<L>::NONE; self.nodes()];
        let mut inside = 0.0;
        for node in self.numbers() {
            let label = labels[node as usize];
            held[label as usize].add(self.mass(node));
            for &(next, tie) in self.row(node) {
                if labels[next as usize] == label {
                    inside += f64::from(tie);
                }
            }
        }
        let expected: f64 = held.iter().map(|it| dot(&it.mass, &it.mass)).sum();
        if self.total > 0.0 {
            (inside - expected) / self.total
        } else {
            0.0
        }
    }

    /// Makes each of `count` groups a node. Ties inside a group change no move's gain and are left out.
    pub(super) fn fold(&self, group: &[u32], count: usize) -> Self {
        let mut first = vec![0_u32; count + 1];
        for &at in group {
            first[at as usize + 1] += 1;
        }
        for at in 0..count {
            first[at + 1] += first[at];
        }
        let mut members = vec![0_u32; group.len()];
        let mut next = first.clone();
        for (node, &at) in (0_u32..).zip(group) {
            members[next[at as usize] as usize] = node;
            next[at as usize] += 1;
        }
        let mut mass = vec![[0.0; L]; count];
        let mut sums = Sums::new(count);
        let mut starts = Vec::with_capacity(count + 1);
        let mut rows = Vec::new();
        starts.push(0);
        for at in 0..count {
            for &node in &members[first[at] as usize..first[at + 1] as usize] {
                for (own, more) in mass[at].iter_mut().zip(self.mass(node)) {
                    *own += more;
                }
                for &(other, tie) in self.row(node) {
                    let other = group[other as usize];
                    if other as usize != at {
                        sums.add(other, f64::from(tie));
                    }
                }
            }
            sums.drain(&mut rows);
            starts.push(u32::try_from(rows.len()).unwrap_or(u32::MAX));
        }
        Self {
            starts,
            rows,
            mass,
            total: self.total,
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn float(count: usize) -> f64 {
    count as f64
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a tie needs no more than 24 bits; whole numbers below 2^24 keep all of theirs"
)]
fn short(tie: f64) -> f32 {
    tie as f32
}

/// Twice the weight of all edges.
fn total(graph: &Csr) -> f64 {
    graph
        .numbers()
        .map(|node| {
            graph
                .weights(node)
                .iter()
                .map(|w| f64::from(*w))
                .sum::<f64>()
        })
        .sum()
}

/// The rows of all layers added up, each scaled.
fn merged(layers: &[Layer<'_>], scales: &[f64], nodes: usize) -> (Vec<u32>, Vec<(u32, f32)>) {
    let ends: usize = layers.iter().map(|layer| layer.graph.edges() * 2).sum();
    let mut rows = Vec::with_capacity(ends);
    let mut starts = Vec::with_capacity(nodes + 1);
    starts.push(0);
    let mut sums = Sums::new(nodes);
    for node in (0_u32..).take(nodes) {
        let several = layers.len() > 1;
        for (layer, scale) in layers.iter().zip(scales) {
            let near = layer.graph.near(node).iter();
            for (&next, &weight) in near.zip(layer.graph.weights(node)) {
                let tie = f64::from(weight) * scale;
                if several {
                    sums.add(next, tie);
                } else {
                    rows.push((next, short(tie)));
                }
            }
        }
        sums.drain(&mut rows);
        starts.push(u32::try_from(rows.len()).unwrap_or(u32::MAX));
    }
    (starts, rows)
}

/// Sums by number, given out in the order in which the numbers were first met.
struct Sums {
    value: Vec<f64>,
    met: Vec<u32>,
}

impl Sums {
    fn new(count: usize) -> Self {
        Self {
            value: vec![0.0; count],
            met: Vec::new(),
        }
    }

    fn add(&mut self, at: u32, more: f64) {
        let value = &mut self.value[at as usize];
        if *value == 0.0 {
            self.met.push(at);
        }
        *value += more;
    }

    fn drain(&mut self, rows: &mut Vec<(u32, f32)>) {
        for at in self.met.drain(..) {
            let value = std::mem::take(&mut self.value[at as usize]);
            // A weight of 0 is met again each time, and ties nobody.
            if value > 0.0 {
                rows.push((at, short(value)));
            }
        }
    }
}
