//! Generalized network dismantling: split the largest group where its spectrum says, by the cheapest nodes.

use super::rest::{Best, Rest};
use crate::network::dismantle::targets::{Order, Targets};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Steps of the power method for each split.
const STEPS: usize = 80;
/// Looks at each edge that are granted: the whole network is split three times, and its parts in proportion.
const LEAST: u64 = 600;
/// No side of a split is less than this share of the group.
const BALANCE: f64 = 0.15;

/// Generalized network dismantling (Ren, Gleinig, Helbing and Antulov-Fantulin 2019).
///
/// The second eigenvector of the Laplacian whose edges weigh the costs of their ends less one orders the largest group; it is split where the edges
/// between the sides weigh least for the smaller side (a sweep and a degree-normalized Laplacian, instead of the published split at 0), and the nodes that cover
/// these edges go, cheapest for what they cover first. Ends at `work` looks at an edge (at [`LEAST`] looks at each in the largest
/// networks), or when no group of `least` nodes is left.
pub(super) fn split(targets: &Targets<'_>, least: usize, mut work: u64) -> Order {
    work = work.max(targets.graph().edges() as u64 * LEAST);
    let mut rest = Rest::new(targets);
    let mut order = Vec::new();
    let mut marks = vec![0_u32; rest.there.len()];
    let mut round = 1;
    let mut place = vec![u32::MAX; rest.there.len()];
    let mut heap: BinaryHeap<(usize, Reverse<u32>)> = rest
        .groups(least)
        .into_iter()
        .map(|group| (group.len(), Reverse(group[0])))
        .collect();
    while work > 0
        && let Some((_, Reverse(start))) = heap.pop()
    {
        round += 1;
        let group = rest.group(start, round, &mut marks);
        let arcs: u64 = group
            .iter()
            .map(|it| u64::from(rest.degree[*it as usize]))
            .sum();
        work = work.saturating_sub(arcs * (STEPS as u64 + 4));
        let gone = cover(&rest, &group, &mut place);
        if gone.is_empty() {
            continue;
        }
        for &node in &gone {
            rest.remove(node);
            order.push(node);
        }
        round += 1;
        for &node in &group {
            if rest.there[node as usize] && marks[node as usize] != round {
                let size = rest.group(node, round, &mut marks).len();
                if size >= least {
                    heap.push((size, Reverse(node)));
                }
            }
        }
    }
    targets.order(order)
}

/// A group by itself, its nodes numbered by their place in it: the power method goes over it many times.
struct Inner {
    starts: Vec<usize>,
    near: Vec<u32>,
    /// Beside `near`; empty where every edge weighs 1.
    weights: Vec<f64>,
}

impl Inner {
    fn new(rest: &Rest<'_, '_>, group: &[u32], place: &[u32]) -> Self {
        let mut it = Self {
            starts: vec![0],
            near: Vec::new(),
            weights: Vec::new(),
        };
        let mut even = true;
        for &node in group {
            for near in rest.near(node) {
                let weight = weight(rest.targets, node, near);
                even &= (weight - 1.0).abs() < f64::EPSILON;
                it.near.push(place[near as usize]);
                it.weights.push(weight);
            }
            it.starts.push(it.near.len());
        }
        if even {
            it.weights = Vec::new();
        }
        it
    }

    /// The neighbours of the node at a place, each with the weight of the edge.
    fn near(&self, at: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let row = self.starts[at]..self.starts[at + 1];
        let weights = self.weights.get(row.clone()).unwrap_or_default();
        let weights = weights.iter().copied().chain(std::iter::repeat(1.0));
        self.near[row]
            .iter()
            .map(|near| *near as usize)
            .zip(weights)
    }

    /// The sum over the neighbours of the node at a place.
    fn flow(&self, at: usize, vector: &[f64]) -> f64 {
        let row = self.starts[at]..self.starts[at + 1];
        if self.weights.is_empty() {
            let near = self.near[row].iter();
            return near.map(|near| vector[*near as usize]).sum();
        }
        let weights = self.weights[row.clone()].iter();
        let near = self.near[row].iter().zip(weights);
        near.map(|(near, weight)| weight * vector[*near as usize])
            .sum()
    }
}

/// The nodes that cover the edges across the best split of a group.
fn cover(rest: &Rest<'_, '_>, group: &[u32], place: &mut [u32]) -> Vec<u32> {
    for (at, &node) in (0_u32..).zip(group) {
        place[node as usize] = at;
    }
    let inner = Inner::new(rest, group, place);
    let vector = fiedler(&inner, group.len());
    let mut sorted: Vec<u32> = (0..u32::try_from(group.len()).unwrap_or(u32::MAX)).collect();
    sorted.sort_by(|a, b| {
        vector[*a as usize]
            .total_cmp(&vector[*b as usize])
            .then(a.cmp(b))
    });
    // Sweep: who is on the left side after each step, and what the edges across weigh.
    let mut left = vec![false; group.len()];
    let (mut across, mut best) = (0.0, (f64::INFINITY, 0));
    let whole = f64::from(u32::try_from(group.len()).unwrap_or(u32::MAX));
    let mut count = 0.0;
    for (step, &at) in sorted.iter().enumerate() {
        for (near, weight) in inner.near(at as usize) {
            across += if left[near] { -weight } else { weight };
        }
        left[at as usize] = true;
        count += 1.0;
        let side = f64::min(count, whole - count);
        if side >= (BALANCE * whole).max(1.0).min((whole / 2.0).floor()) && across / side < best.0 {
            best = (across / side, step + 1);
        }
    }
    left.fill(false);
    for &at in &sorted[..best.1] {
        left[at as usize] = true;
    }
    weighted_cover(rest, group, place, &left)
}

fn weight(targets: &Targets<'_>, one: u32, other: u32) -> f64 {
    let price = |node| {
        if targets.may(node) {
            targets.cost(node)
        } else {
            1e3
        }
    };
    // With all costs 1 every edge weighs 1, as published.
    (price(one) + price(other) - 1.0).max(1e-3)
}

/// Covers the edges across by whoever covers most for its cost, of those who may go.
fn weighted_cover(rest: &Rest<'_, '_>, group: &[u32], place: &[u32], left: &[bool]) -> Vec<u32> {
    let mut open: Vec<f64> = vec![0.0; group.len()];
    let across = |node: u32, near: u32| {
        left[place[node as usize] as usize] != left[place[near as usize] as usize]
    };
    let mut best = Best::new(group.len());
    for (at, &node) in (0_u32..).zip(group) {
        let edges = rest.near(node).filter(|near| across(node, *near)).count();
        open[at as usize] = f64::from(u32::try_from(edges).unwrap_or(u32::MAX));
        if rest.targets.may(node) {
            best.set(at, open[at as usize] / rest.targets.cost(node));
        }
    }
    let mut gone = Vec::new();
    let mut out = vec![false; group.len()];
    while let Some(at) = best.take() {
        let node = group[at as usize];
        out[at as usize] = true;
        gone.push(node);
        for near in rest.near(node).filter(|near| across(node, *near)) {
            let near_at = place[near as usize];
            if !out[near_at as usize] {
                open[near_at as usize] -= 1.0;
                if rest.targets.may(near) {
                    best.set(near_at, open[near_at as usize] / rest.targets.cost(near));
                }
            }
        }
    }
    gone
}

/// The second eigenvector of the weighted Laplacian of a group, by the power method from a breadth-first start.
fn fiedler(inner: &Inner, nodes: usize) -> Vec<f64> {
    // The last node met is far from the first: distances from it are close to the wanted vector where the group is long.
    let mut vector = distances(inner, nodes);
    let ones = vec![1.0; nodes];
    let total: Vec<f64> = (0..nodes).map(|at| inner.flow(at, &ones)).collect();
    let mut next = vec![0.0; nodes];
    for _ in 0..STEPS {
        // A lazy walk instead of one common step: hubs do not slow the others down.
        for (at, next) in next.iter_mut().enumerate() {
            let flow = inner.flow(at, &vector);
            *next = f64::midpoint(vector[at], flow / total[at].max(1e-12));
        }
        centre(&mut next, &total);
        std::mem::swap(&mut vector, &mut next);
    }
    vector
}

/// Takes the constant part out and scales to length 1.
fn centre(vector: &mut [f64], total: &[f64]) {
    let all: f64 = total.iter().sum::<f64>().max(1e-12);
    let mean = vector.iter().zip(total).map(|(v, t)| v * t).sum::<f64>() / all;
    let mut length = 0.0;
    for value in vector.iter_mut() {
        *value -= mean;
        length += *value * *value;
    }
    let length = length.sqrt().max(1e-300);
    for value in vector.iter_mut() {
        *value /= length;
    }
}

/// Distance of each node of a group from the one met last.
fn distances(inner: &Inner, nodes: usize) -> Vec<f64> {
    let mut distance = vec![-1.0; nodes];
    let Some(far) = nodes.checked_sub(1) else {
        return distance;
    };
    distance[far] = 0.0;
    let mut queue = vec![far];
    let mut at = 0;
    while let Some(&node) = queue.get(at) {
        at += 1;
        let next = distance[node] + 1.0;
        for (near, _) in inner.near(node) {
            if distance[near] < 0.0 {
                distance[near] = next;
                queue.push(near);
            }
        }
    }
    distance
}
