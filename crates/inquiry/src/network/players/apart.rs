//! KPP-NEG: the few whose removal leaves the fewest connected pairs.

use super::sweep::{Sweep, pairs};
use super::{Players, Proof, Wanted};
use crate::network::dismantle::Targets;

/// The search for the set that leaves the fewest connected pairs.
struct Search<'t, 'g> {
    targets: &'t Targets<'g>,
    open: Vec<u32>,
    gone: Vec<bool>,
    chosen: Vec<u32>,
    best: Vec<u32>,
    least: u64,
    /// Sets that are as good as the best, and whether the best was met among them.
    equals: u64,
    sets: u64,
    work: u64,
    each: u64,
    spent: bool,
    sweeps: Vec<Sweep>,
}

/// Pairs of nodes that are connected without the removed.
pub(super) fn connected(targets: &Targets<'_>, removed: &[u32]) -> u64 {
    let mut gone = vec![false; targets.graph().nodes()];
    for &node in removed {
        gone[node as usize] = true;
    }
    let mut sweep = Sweep::default();
    sweep.go(targets.graph(), &gone);
    sweep.pairs
}

/// Looks at every set of open nodes but those that a bound rules out. The last removal of a set costs nothing: one pass
/// over the graph gives the effect of all.
pub(super) fn search(targets: &Targets<'_>, wanted: &Wanted) -> Players {
    let graph = targets.graph();
    let open: Vec<u32> = targets.all().collect();
    let count = wanted.count.min(open.len());
    let mut search = Search {
        targets,
        open,
        gone: vec![false; graph.nodes()],
        chosen: Vec::new(),
        best: Vec::new(),
        least: u64::MAX,
        equals: 0,
        sets: 0,
        work: wanted.work,
        each: (graph.edges() * 2 + graph.nodes()).max(1) as u64,
        spent: false,
        sweeps: vec![Sweep::default(); count.max(1)],
    };
    let before = connected(targets, &[]);
    if count == 0 {
        return search.players(before, 0);
    }
    search.greedy(count);
    search.swapped(count);
    search.all(0, count);
    search.players(before, count)
}

impl Search<'_, '_> {
    /// Removes whoever leaves the fewest pairs, one by one: the first set to beat.
    fn greedy(&mut self, count: usize) {
        let mut sweep = Sweep::default();
        for _ in 0..count {
            sweep.go(self.targets.graph(), &self.gone);
            let free = self.open.iter().filter(|it| !self.gone[**it as usize]);
            let Some(&next) = free.min_by_key(|it| sweep.without[**it as usize]) else {
                break;
            };
            self.least = sweep.without[next as usize];
            self.gone[next as usize] = true;
            self.best.push(next);
        }
        self.gone.fill(false);
    }

    /// Swaps one member for the best other while that helps, as Borgatti does where he does not prove.
    fn swapped(&mut self, count: usize) {
        let mut sweep = Sweep::default();
        let mut better = true;
        while better {
            better = false;
            for at in 0..count.min(self.best.len()) {
                for (place, &node) in self.best.iter().enumerate() {
                    self.gone[node as usize] = place != at;
                }
                sweep.go(self.targets.graph(), &self.gone);
                self.gone.fill(false);
                let free = self.open.iter().filter(|it| !self.best.contains(it));
                let Some(&next) = free.min_by_key(|it| sweep.without[**it as usize]) else {
                    continue;
                };
                if sweep.without[next as usize] < self.least {
                    self.least = sweep.without[next as usize];
                    self.best[at] = next;
                    better = true;
                }
            }
        }
    }

    /// Every way to go on from the open node at `from` with `left` more removals.
    fn all(&mut self, from: usize, left: usize) {
        if self.work < self.each {
            self.spent = true;
            return;
        }
        self.work -= self.each;
        let mut sweep = std::mem::take(&mut self.sweeps[left - 1]);
        sweep.go(self.targets.graph(), &self.gone);
        if left == 1 {
            self.last(from, &sweep);
        } else if self.bound(left) <= self.least {
            for at in from..=self.open.len() - left {
                let node = self.open[at];
                self.gone[node as usize] = true;
                self.chosen.push(node);
                self.all(at + 1, left - 1);
                self.chosen.pop();
                self.gone[node as usize] = false;
            }
        }
        self.sweeps[left - 1] = sweep;
    }

    /// Closes the set with each node that is left.
    fn last(&mut self, from: usize, sweep: &Sweep) {
        for &node in &self.open[from..] {
            let left = sweep.without[node as usize];
            self.sets += 1;
            if left > self.least {
                continue;
            }
            if left < self.least || self.equals == 0 {
                self.equals = 0;
                self.least = left;
                self.best.clone_from(&self.chosen);
                self.best.push(node);
            }
            self.equals += 1;
        }
    }

    /// Pairs that stay at least, whoever the next `left` are: every tie that is left is a connected pair, and `left` nodes
    /// take no more ties than the degrees of the `left` highest.
    fn bound(&self, left: usize) -> u64 {
        let graph = self.targets.graph();
        let there = |node: &u32| !self.gone[*node as usize];
        let degree = |node: u32| graph.near(node).iter().filter(|it| there(it)).count() as u64;
        let ties: u64 = graph.numbers().filter(there).map(degree).sum::<u64>() / 2;
        let mut degrees: Vec<u64> = self
            .open
            .iter()
            .copied()
            .filter(|it| there(it))
            .map(degree)
            .collect();
        degrees.sort_unstable_by(|a, b| b.cmp(a));
        ties.saturating_sub(degrees.iter().take(left).sum())
    }

    fn players(mut self, before: u64, count: usize) -> Players {
        let proof = if self.spent {
            self.gone.fill(false);
            Proof::Bound(if count == 0 {
                before
            } else {
                self.bound(count)
            })
        } else {
            Proof::Exact {
                sets: self.sets,
                equals: self.equals.max(1),
            }
        };
        let after = if count == 0 { before } else { self.least };
        let nodes = self.targets.graph().nodes() as u64;
        Players {
            order: self.targets.order(self.in_order()),
            before,
            after,
            most: pairs(nodes),
            proof,
        }
    }

    /// The best set, whoever does most first.
    fn in_order(&mut self) -> Vec<u32> {
        let mut rest = std::mem::take(&mut self.best);
        self.gone.fill(false);
        let mut order = Vec::new();
        let mut sweep = Sweep::default();
        while !rest.is_empty() {
            sweep.go(self.targets.graph(), &self.gone);
            let at = (0..rest.len())
                .min_by_key(|at| sweep.without[rest[*at] as usize])
                .unwrap_or(0);
            let node = rest.remove(at);
            self.gone[node as usize] = true;
            order.push(node);
        }
        order
    }
}
