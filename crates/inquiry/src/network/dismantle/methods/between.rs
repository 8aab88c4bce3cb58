//! The node on most shortest paths first, counted anew as the network shrinks.

use super::rest::Rest;
use crate::network::dismantle::targets::{Order, Targets};
use crate::network::random::Random;

/// Rounds of removals: at least, at most.
const ROUNDS: (u64, u64) = (10, 150);
/// Starts of a round, at least.
const STARTS: u64 = 4;

/// Adaptive betweenness (Brandes 2001 for the counting; Holme et al. 2002 for the attack).
///
/// Within `work` looks at an edge: exact and one removal at a time where that fits, otherwise from sampled starts and several removals
/// a round. When the work is used up the last counts decide.
pub(super) fn adaptive(targets: &Targets<'_>, work: u64, seed: u64) -> Order {
    let mut rest = Rest::new(targets);
    let mut random = Random::new(seed);
    let mut order: Vec<u32> = Vec::new();
    let mut count = Count::new(rest.there.len());
    let mut left = work;
    // A round looks at each edge twice from both ends, for each start: in large networks fewer rounds, each removing more.
    let each = targets.graph().edges() as u64 * 4 * STARTS;
    let most = (work / each.max(1)).clamp(ROUNDS.0, ROUNDS.1);
    loop {
        let mut alive: Vec<u32> = rest
            .graph()
            .numbers()
            .filter(|node| rest.degree[*node as usize] > 0)
            .collect();
        if alive.is_empty() {
            break;
        }
        let arcs: u64 = alive
            .iter()
            .map(|it| u64::from(rest.degree[*it as usize]))
            .sum();
        // Rounds that would end it if each removed one in a hundred of those left.
        let rounds = (alive.len() as u64).min(most);
        let share = (left / rounds.max(1) / arcs.max(1) / 2).max(STARTS);
        let batch = if alive.len() as u64 <= share && rounds == alive.len() as u64 {
            1
        } else {
            (alive.len() as u64 / most).max(1)
        };
        if (alive.len() as u64) > share {
            random.shuffle(&mut alive);
            alive.truncate(usize::try_from(share).unwrap_or(usize::MAX));
        }
        count.clear();
        for &start in &alive {
            count.from(&rest, start);
        }
        left = left.saturating_sub(arcs * 2 * alive.len() as u64);
        let mut ranked: Vec<u32> = targets
            .all()
            .filter(|node| rest.degree[*node as usize] > 0)
            .collect();
        if ranked.is_empty() {
            break;
        }
        let value = |node: u32| (count.on[node as usize] + 1e-9) / targets.cost(node);
        ranked.sort_by(|a, b| {
            let degrees = rest.degree[*b as usize].cmp(&rest.degree[*a as usize]);
            value(*b).total_cmp(&value(*a)).then(degrees).then(a.cmp(b))
        });
        let batch = if left == 0 {
            ranked.len() as u64
        } else {
            batch
        };
        for &node in ranked
            .iter()
            .take(usize::try_from(batch).unwrap_or(usize::MAX))
        {
            rest.remove(node);
            order.push(node);
        }
    }
    targets.order(order)
}

/// Dependencies summed over starts, with the working space of one search.
struct Count {
    on: Vec<f64>,
    distance: Vec<u32>,
    paths: Vec<f64>,
    share: Vec<f64>,
    queue: Vec<u32>,
}

impl Count {
    fn new(nodes: usize) -> Self {
        Self {
            on: vec![0.0; nodes],
            distance: vec![u32::MAX; nodes],
            paths: vec![0.0; nodes],
            share: vec![0.0; nodes],
            queue: Vec::new(),
        }
    }

    fn clear(&mut self) {
        self.on.fill(0.0);
    }

    fn from(&mut self, rest: &Rest<'_, '_>, start: u32) {
        self.queue.clear();
        self.queue.push(start);
        self.distance[start as usize] = 0;
        self.paths[start as usize] = 1.0;
        let mut at = 0;
        while let Some(&node) = self.queue.get(at) {
            at += 1;
            let (next, paths) = (self.distance[node as usize] + 1, self.paths[node as usize]);
            for near in rest.near(node) {
                let near_at = near as usize;
                if self.distance[near_at] == u32::MAX {
                    self.distance[near_at] = next;
                    self.queue.push(near);
                }
                if self.distance[near_at] == next {
                    self.paths[near_at] += paths;
                }
            }
        }
        for &node in self.queue.iter().rev() {
            let each = (1.0 + self.share[node as usize]) / self.paths[node as usize];
            let before = self.distance[node as usize].wrapping_sub(1);
            for near in rest.near(node) {
                if self.distance[near as usize] == before {
                    self.share[near as usize] += self.paths[near as usize] * each;
                }
            }
            if node != start {
                self.on[node as usize] += self.share[node as usize];
            }
        }
        for &node in &self.queue {
            self.distance[node as usize] = u32::MAX;
            self.paths[node as usize] = 0.0;
            self.share[node as usize] = 0.0;
        }
    }
}
