//! Orders in which links might be cut.

use super::Cuts;
use crate::network::random::Random;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Steps of the power method for each split.
const STEPS: usize = 60;
/// No side of a split is less than this share of its group.
const BALANCE: f64 = 0.1;

/// All links of each node in turn: what a plan of nodes would be as a plan of links.
pub(super) fn isolation(cuts: &Cuts, nodes: &[u32]) -> Vec<u32> {
    let mut named = vec![false; cuts.ends.len()];
    let mut order = Vec::new();
    for &node in nodes {
        for &link in &cuts.beside[cuts.stands[node as usize] as usize] {
            if !std::mem::replace(&mut named[link as usize], true) {
                order.push(link);
            }
        }
    }
    order
}

/// Splits the largest group where its spectrum says, again and again, until none is above `limit` or the work is done.
///
/// Sweep over the second eigenvector of the lazy random walk (Cheeger's cut; as for nodes Ren et al. 2019).
pub(super) fn spectral(cuts: &Cuts, limit: u32, mut work: u64) -> Vec<u32> {
    let mut part = vec![0_u32; cuts.size.len()];
    let mut next_part = 0;
    let mut order = Vec::new();
    let mut heap = BinaryHeap::new();
    let mut seen = vec![false; cuts.size.len()];
    for start in cuts.graph.numbers() {
        if !seen[start as usize] {
            next_part += 1;
            let group = group(cuts, start, 0, next_part, &mut part);
            for &node in &group {
                seen[node as usize] = true;
            }
            heap.push((weigh(cuts, &group), Reverse(start)));
        }
    }
    let mut place = vec![0_usize; cuts.size.len()];
    while let Some((size, Reverse(start))) = heap.pop() {
        if size <= limit || work == 0 {
            break;
        }
        next_part += 1;
        let group = group(cuts, start, part[start as usize], next_part, &mut part);
        if group.len() < 2 {
            continue;
        }
        let links: usize = group.iter().map(|it| cuts.graph.degree(*it)).sum();
        work = work.saturating_sub((links * (STEPS + 4)) as u64);
        let side = sweep(cuts, &group, &part, &mut place);
        let mut crossing: Vec<u32> = Vec::new();
        for &node in &group {
            for (near, link) in cuts.near(node) {
                let apart = part[near as usize] == next_part
                    && side[place[node as usize]]
                    && !side[place[near as usize]];
                if apart {
                    crossing.push(link);
                }
            }
        }
        crossing.sort_unstable();
        order.extend(crossing);
        let here = next_part;
        let left = here + 1;
        for &node in &group {
            if side[place[node as usize]] {
                part[node as usize] = left;
            }
        }
        next_part = left;
        for &node in &group {
            let old = part[node as usize];
            if old == here || old == left {
                next_part += 1;
                let piece = self::group(cuts, node, old, next_part, &mut part);
                heap.push((weigh(cuts, &piece), Reverse(node)));
            }
        }
    }
    order
}

fn weigh(cuts: &Cuts, group: &[u32]) -> u32 {
    group.iter().map(|node| cuts.size[*node as usize]).sum()
}

/// The nodes that hang together with `start` within part `old`, in breadth-first order; they become part `new`.
fn group(cuts: &Cuts, start: u32, old: u32, new: u32, part: &mut [u32]) -> Vec<u32> {
    let (mut found, mut at) = (vec![start], 0);
    part[start as usize] = new;
    while let Some(&node) = found.get(at) {
        at += 1;
        for &near in cuts.graph.near(node) {
            if part[near as usize] == old && old != new {
                part[near as usize] = new;
                found.push(near);
            }
        }
    }
    found
}

/// Which of a group are on the left of its best split.
fn sweep(cuts: &Cuts, group: &[u32], part: &[u32], place: &mut [usize]) -> Vec<bool> {
    for (at, &node) in group.iter().enumerate() {
        place[node as usize] = at;
    }
    let here = part[group[0] as usize];
    let inside = |node: u32| {
        let near = cuts.graph.near(node).iter().zip(cuts.graph.weights(node));
        near.filter(|(near, _)| part[**near as usize] == here)
            .map(|(near, weight)| (*near, f64::from(*weight)))
    };
    let vector = second(group, place, &inside);
    let mut sorted: Vec<usize> = (0..group.len()).collect();
    sorted.sort_by(|a, b| vector[*a].total_cmp(&vector[*b]).then(a.cmp(b)));
    let whole = f64::from(weigh(cuts, group));
    let mut side = vec![false; group.len()];
    let (mut across, mut count, mut best) = (0.0, 0.0, (f64::INFINITY, 1));
    for (step, &at) in sorted.iter().enumerate().take(group.len() - 1) {
        for (near, weight) in inside(group[at]) {
            across += if side[place[near as usize]] {
                -weight
            } else {
                weight
            };
        }
        side[at] = true;
        count += f64::from(cuts.size[group[at] as usize]);
        let smaller = f64::min(count, whole - count);
        // Where no balanced split is left, the most balanced one still wins by its ratio.
        let fair = if smaller >= BALANCE * whole { 1.0 } else { 4.0 };
        let ratio = fair * across / smaller.max(1.0);
        if ratio < best.0 {
            best = (ratio, step + 1);
        }
    }
    side.fill(false);
    for &at in &sorted[..best.1] {
        side[at] = true;
    }
    side
}

/// The second eigenvector of the lazy random walk on a group, from the distances to the node met last.
fn second<I: Iterator<Item = (u32, f64)>>(
    group: &[u32],
    place: &[usize],
    inside: &impl Fn(u32) -> I,
) -> Vec<f64> {
    let mut vector = vec![-1.0; group.len()];
    let (mut queue, mut at) = (vec![group[group.len() - 1]], 0);
    vector[group.len() - 1] = 0.0;
    while let Some(&node) = queue.get(at) {
        at += 1;
        let far = vector[place[node as usize]] + 1.0;
        for (near, _) in inside(node) {
            if vector[place[near as usize]] < 0.0 {
                vector[place[near as usize]] = far;
                queue.push(near);
            }
        }
    }
    let total: Vec<f64> = group
        .iter()
        .map(|node| inside(*node).map(|it| it.1).sum::<f64>().max(1e-12))
        .collect();
    let all: f64 = total.iter().sum();
    let mut next = vec![0.0; group.len()];
    for _ in 0..STEPS {
        for (at, &node) in group.iter().enumerate() {
            let flow: f64 = inside(node)
                .map(|(near, w)| w * vector[place[near as usize]])
                .sum();
            next[at] = f64::midpoint(vector[at], flow / total[at]);
        }
        let mean = next.iter().zip(&total).map(|(v, t)| v * t).sum::<f64>() / all;
        let length = next
            .iter()
            .map(|v| (v - mean) * (v - mean))
            .sum::<f64>()
            .sqrt();
        for value in &mut next {
            *value = (*value - mean) / length.max(1e-300);
        }
        std::mem::swap(&mut vector, &mut next);
    }
    vector
}

/// The link on most shortest paths first, counted anew as links go (Girvan and Newman 2002; counting by Brandes 2001).
///
/// Exact and one at a time where the work allows it, otherwise from sampled starts and several a round.
pub(super) fn betweenness(cuts: &Cuts, work: u64, seed: u64) -> Vec<u32> {
    let mut random = Random::new(seed);
    let links = cuts.ends.len();
    let mut gone = vec![false; links];
    let mut order = Vec::new();
    let nodes = cuts.size.len();
    let each = (links * 2).max(1) as u64;
    // Exact to the end costs a search from every node for every link.
    let exact = (nodes as u64)
        .saturating_mul(links as u64)
        .saturating_mul(each)
        <= work * 4;
    let rounds = if exact { links } else { 60.min(links) };
    let batch = links.div_ceil(rounds.max(1));
    let starts = if exact {
        nodes as u64
    } else {
        (work / each / rounds.max(1) as u64).clamp(8, nodes.max(8) as u64)
    };
    let mut paths = Paths::new(nodes, links);
    let mut all: Vec<u32> = cuts.graph.numbers().collect();
    while order.len() < links {
        paths.on.fill(0.0);
        if !exact {
            random.shuffle(&mut all);
        }
        for &start in all
            .iter()
            .take(usize::try_from(starts).unwrap_or(usize::MAX))
        {
            paths.from(cuts, &gone, start);
        }
        let left = (0_u32..).zip(&gone).filter(|it| !*it.1).map(|it| it.0);
        let mut ranked: Vec<u32> = left.collect();
        // A link that stands for several costs as many.
        let value = |link: u32| {
            let count = u32::try_from(cuts.under[link as usize].len()).unwrap_or(u32::MAX);
            paths.on[link as usize] / f64::from(count)
        };
        ranked.sort_by(|a, b| value(*b).total_cmp(&value(*a)).then(a.cmp(b)));
        for link in ranked.into_iter().take(batch) {
            gone[link as usize] = true;
            order.push(link);
        }
    }
    order
}

/// How often each link is on shortest paths, with the working space of one search.
struct Paths {
    on: Vec<f64>,
    distance: Vec<u32>,
    count: Vec<f64>,
    share: Vec<f64>,
    queue: Vec<u32>,
}

impl Paths {
    fn new(nodes: usize, links: usize) -> Self {
        Self {
            on: vec![0.0; links],
            distance: vec![u32::MAX; nodes],
            count: vec![0.0; nodes],
            share: vec![0.0; nodes],
            queue: Vec::new(),
        }
    }

    fn from(&mut self, cuts: &Cuts, gone: &[bool], start: u32) {
        self.queue.clear();
        self.queue.push(start);
        self.distance[start as usize] = 0;
        self.count[start as usize] = 1.0;
        let mut at = 0;
        while let Some(&node) = self.queue.get(at) {
            at += 1;
            let next = self.distance[node as usize] + 1;
            for (near, link) in cuts.near(node) {
                if gone[link as usize] {
                    continue;
                }
                if self.distance[near as usize] == u32::MAX {
                    self.distance[near as usize] = next;
                    self.queue.push(near);
                }
                if self.distance[near as usize] == next {
                    self.count[near as usize] += self.count[node as usize];
                }
            }
        }
        for &node in self.queue.iter().rev() {
            let own = f64::from(cuts.size[node as usize]) + self.share[node as usize];
            let each = own / self.count[node as usize];
            for (near, link) in cuts.near(node) {
                let before = self.distance[near as usize].wrapping_add(1);
                if !gone[link as usize] && before == self.distance[node as usize] {
                    let part = self.count[near as usize] * each;
                    self.share[near as usize] += part;
                    self.on[link as usize] += part;
                }
            }
        }
        for &node in &self.queue {
            self.distance[node as usize] = u32::MAX;
            self.count[node as usize] = 0.0;
            self.share[node as usize] = 0.0;
        }
    }
}
