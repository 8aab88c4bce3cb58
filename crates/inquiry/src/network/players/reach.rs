//! KPP-POS: the few from whom the most others are reached.

use super::{Near, Players, Proof, UNIT, Wanted};
use crate::network::dismantle::Targets;
use std::collections::VecDeque;

/// Pairs of a node and one that it may reach up to which a set is looked for: 100 MB.
const CELLS: u64 = 25_000_000;

/// The search for the set that reaches most.
struct Search<'t, 'g> {
    targets: &'t Targets<'g>,
    open: Vec<u32>,
    /// What each open node reaches, in units, node by node.
    rows: Vec<Vec<u32>>,
    chosen: Vec<u32>,
    best: Vec<u32>,
    most: u64,
    equals: u64,
    sets: u64,
    work: u64,
    spent: bool,
}

/// The set of open nodes that reaches most, by branch and bound.
///
/// What a set reaches is submodular: no node adds more to a larger set than to a smaller one. So a set can at best grow by
/// the highest single gains, and whole branches are ruled out.
pub(super) fn search(targets: &Targets<'_>, wanted: &Wanted, near: Near) -> Players {
    let graph = targets.graph();
    let open: Vec<u32> = targets.all().collect();
    let count = wanted.count.min(open.len());
    let cells = open.len() as u64 * graph.nodes() as u64;
    let fits = cells <= CELLS.min(wanted.work);
    let rows = if fits {
        open.iter().map(|node| row(targets, *node, near)).collect()
    } else {
        Vec::new()
    };
    let mut search = Search {
        targets,
        open,
        rows,
        chosen: Vec::new(),
        best: Vec::new(),
        most: 0,
        equals: 0,
        sets: 0,
        work: wanted.work.saturating_sub(cells),
        spent: !fits,
    };
    let whole = graph.nodes() as u64 * u64::from(UNIT);
    let mut bound = whole;
    if !search.spent && count > 0 {
        let held = vec![0; graph.nodes()];
        bound = search
            .gains(&held, 0)
            .iter()
            .take(count)
            .map(|it| it.0)
            .sum();
        search.greedy(count);
        search.all(&held, 0, 0, count);
    }
    let proof = if search.spent {
        Proof::Bound(bound.min(whole))
    } else {
        Proof::Exact {
            sets: search.sets,
            equals: search.equals.max(1),
        }
    };
    Players {
        order: targets.order(search.best),
        before: 0,
        after: search.most,
        most: whole,
        proof,
    }
}

/// What one node reaches: itself, and the others by their distance.
fn row(targets: &Targets<'_>, from: u32, near: Near) -> Vec<u32> {
    let graph = targets.graph();
    let mut row = vec![0; graph.nodes()];
    let mut steps = vec![u32::MAX; graph.nodes()];
    let mut next = VecDeque::from([from]);
    steps[from as usize] = 0;
    while let Some(node) = next.pop_front() {
        let far = steps[node as usize];
        row[node as usize] = near.worth(far);
        for &other in graph.near(node) {
            if steps[other as usize] == u32::MAX {
                steps[other as usize] = far + 1;
                next.push_back(other);
            }
        }
    }
    row
}

fn joined(held: &[u32], row: &[u32]) -> Vec<u32> {
    held.iter().zip(row).map(|(a, b)| *a.max(b)).collect()
}

impl Search<'_, '_> {
    /// What each open node from the place `from` on would add, most first.
    fn gains(&self, held: &[u32], from: usize) -> Vec<(u64, usize)> {
        let mut gains: Vec<(u64, usize)> = (from..self.open.len())
            .map(|at| {
                let row = self.rows[at].iter().zip(held);
                (
                    row.map(|(new, old)| u64::from(new.saturating_sub(*old)))
                        .sum(),
                    at,
                )
            })
            .collect();
        gains.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        gains
    }

    fn greedy(&mut self, count: usize) {
        let mut held = vec![0; self.targets.graph().nodes()];
        for _ in 0..count {
            let gains = self.gains(&held, 0);
            let new = gains
                .iter()
                .find(|it| !self.best.contains(&self.open[it.1]));
            let Some(&(gain, at)) = new else { break };
            held = joined(&held, &self.rows[at]);
            self.most += gain;
            self.best.push(self.open[at]);
        }
    }

    /// Every way to go on from the open node at `from` with `left` more, where it can still be as good as the best.
    fn all(&mut self, held: &[u32], sum: u64, from: usize, left: usize) {
        let cells = (self.open.len() - from) as u64 * held.len() as u64;
        if self.work < cells {
            self.spent = true;
            return;
        }
        self.work -= cells;
        let gains = self.gains(held, from);
        if left == 1 {
            self.sets += gains.len() as u64;
            for &(gain, at) in &gains {
                if sum + gain < self.most {
                    break;
                }
                self.closed(sum + gain, self.open[at]);
            }
            return;
        }
        if gains.len() < left {
            return;
        }
        let mut by_place: Vec<u64> = vec![0; self.open.len()];
        for &(gain, at) in &gains {
            by_place[at] = gain;
        }
        for (at, &own) in by_place[..=self.open.len() - left]
            .iter()
            .enumerate()
            .skip(from)
        {
            let others = gains.iter().filter(|it| it.1 > at).take(left - 1);
            let best: u64 = own + others.map(|it| it.0).sum::<u64>();
            if sum + best < self.most {
                continue;
            }
            self.chosen.push(self.open[at]);
            let next = joined(held, &self.rows[at]);
            self.all(&next, sum + own, at + 1, left - 1);
            self.chosen.pop();
            if self.spent {
                return;
            }
        }
    }

    fn closed(&mut self, sum: u64, node: u32) {
        if sum > self.most || self.equals == 0 {
            self.most = sum;
            self.equals = 0;
            self.best.clone_from(&self.chosen);
            self.best.push(node);
        }
        self.equals += 1;
    }
}
