//! The node with most neighbours first: in what is left, in its 2-core, and with an eye on the neighbours' neighbours.

use super::rest::{Best, Rest};
use super::trees;
use crate::network::dismantle::targets::{Order, Targets};

/// Looks at an edge that the new rank of a node counts for.
const RANKED: u64 = 8;

/// Adaptive degree: the node with most neighbours left, again and again. Near-linear.
pub(super) fn adaptive(targets: &Targets<'_>) -> Order {
    let mut rest = Rest::new(targets);
    let mut best = Best::new(rest.there.len());
    for node in targets.all() {
        best.set(node, score(&rest, node));
    }
    let mut order = Vec::new();
    while let Some(node) = best.take() {
        rest.remove(node);
        order.push(node);
        for near in rest.graph().near(node).iter().copied() {
            if rest.there[near as usize] && targets.may(near) {
                best.set(near, score(&rest, near));
            }
        }
    }
    targets.order(order)
}

fn score(rest: &Rest<'_, '_>, node: u32) -> f64 {
    f64::from(rest.degree[node as usize]) / rest.targets.cost(node)
}

/// As [`adaptive`], but a neighbour that nobody else is tied to counts for `weight` more: it falls with the node.
pub(super) fn shedding(targets: &Targets<'_>, weight: f64) -> Order {
    let mut rest = Rest::new(targets);
    let mut best = Best::new(rest.there.len());
    let shed = |rest: &Rest<'_, '_>, node: u32| {
        let leaves = rest
            .near(node)
            .filter(|near| rest.degree[*near as usize] == 1);
        let leaves = f64::from(u32::try_from(leaves.count()).unwrap_or(u32::MAX));
        (f64::from(rest.degree[node as usize]) + weight * leaves) / targets.cost(node)
    };
    for node in targets.all() {
        best.set(node, shed(&rest, node));
    }
    let mut order = Vec::new();
    let mut touched = Vec::new();
    while let Some(node) = best.take() {
        touched.clear();
        touched.extend(rest.near(node));
        rest.remove(node);
        order.push(node);
        // Who became a leaf counts for more with the one it hangs on.
        for at in 0..touched.len() {
            if rest.degree[touched[at] as usize] == 1 {
                touched.extend(rest.near(touched[at]).next());
            }
        }
        for &near in &touched {
            if targets.may(near) {
                best.set(near, shed(&rest, near));
            }
        }
    }
    targets.order(order)
}

/// `CoreHD` (Zdeborova, Zhang and Zhou 2016): the node with most neighbours within the 2-core, until there is none; then
/// the trees that are left are broken. Near-linear.
pub(super) fn core(targets: &Targets<'_>) -> Order {
    let mut rest = Rest::new(targets);
    let mut order = Vec::new();
    break_core(&mut rest, &mut order);
    trees::break_trees(&mut rest, &mut order);
    targets.order(order)
}

/// Takes out of what is left whoever has most neighbours in its 2-core, until nobody open is in it.
pub(super) fn break_core(rest: &mut Rest<'_, '_>, order: &mut Vec<u32>) {
    let targets = rest.targets;
    // `inner` is the 2-core; its degrees count neighbours within it.
    let mut inner = rest.clone();
    let mut leaves: Vec<u32> = targets.graph().numbers().collect();
    prune(&mut inner, &mut leaves, |_, _| ());
    let mut best = Best::new(rest.there.len());
    for node in targets.all().filter(|node| inner.there[*node as usize]) {
        best.set(node, score(&inner, node));
    }
    while let Some(node) = best.take() {
        if !inner.there[node as usize] {
            continue;
        }
        rest.remove(node);
        inner.remove(node);
        order.push(node);
        leaves.extend(inner.near(node));
        let mut touched: Vec<u32> = leaves.clone();
        prune(&mut inner, &mut leaves, |inner, gone| {
            touched.extend(inner.near(gone));
        });
        for near in touched {
            if inner.there[near as usize] && targets.may(near) {
                best.set(near, score(&inner, near));
            }
        }
    }
}

/// Takes out of `inner` whoever has fewer than two neighbours, beginning with `leaves`.
fn prune(
    inner: &mut Rest<'_, '_>,
    leaves: &mut Vec<u32>,
    mut gone: impl FnMut(&Rest<'_, '_>, u32),
) {
    while let Some(node) = leaves.pop() {
        if inner.there[node as usize] && inner.degree[node as usize] < 2 {
            leaves.extend(inner.near(node).collect::<Vec<_>>());
            inner.remove(node);
            gone(inner, node);
        }
    }
}

/// Collective influence (Morone and Makse 2015): the neighbours less one, times those at distance `reach`, less one each.
///
/// Stops at `work` looks at an edge; what is left is taken by degree.
pub(super) fn influence(targets: &Targets<'_>, reach: usize, mut work: u64) -> Order {
    let mut rest = Rest::new(targets);
    let mut best = Best::new(rest.there.len());
    let mut walk = Walk::new(rest.there.len());
    // Where the work does not even do for one look at everybody, it is not spent on a part of them.
    for node in targets.all() {
        if work == 0 {
            break;
        }
        best.set(node, walk.influence(&rest, node, reach, &mut work));
    }
    let mut order = Vec::new();
    while work > 0
        && let Some(node) = best.take()
    {
        // Those whose ball the node was in.
        walk.ball(&rest, node, reach + 1, &mut work);
        let touched = walk.found.clone();
        rest.remove(node);
        order.push(node);
        // To rank somebody anew takes about as long as some looks.
        work = work.saturating_sub(touched.len() as u64 * RANKED);
        for near in touched {
            if near != node && targets.may(near) {
                best.set(near, walk.influence(&rest, near, reach, &mut work));
            }
        }
    }
    let mut last = Best::new(rest.there.len());
    for node in targets.all().filter(|node| rest.there[*node as usize]) {
        last.set(node, score(&rest, node));
    }
    while let Some(node) = last.take() {
        rest.remove(node);
        order.push(node);
        for near in rest.graph().near(node).iter().copied() {
            if rest.there[near as usize] && targets.may(near) {
                last.set(near, score(&rest, near));
            }
        }
    }
    targets.order(order)
}

/// Balls around a node, without allocating anew.
struct Walk {
    seen: Vec<u32>,
    round: u32,
    found: Vec<u32>,
    /// Where the outermost ring begins in `found`.
    ring: usize,
}

impl Walk {
    fn new(nodes: usize) -> Self {
        Self {
            seen: vec![0; nodes],
            round: 0,
            found: Vec::new(),
            ring: 0,
        }
    }

    fn ball(&mut self, rest: &Rest<'_, '_>, node: u32, reach: usize, work: &mut u64) {
        self.round += 1;
        self.found.clear();
        self.found.push(node);
        self.seen[node as usize] = self.round;
        let mut begin = 0;
        self.ring = 0;
        for _ in 0..reach {
            let end = self.found.len();
            self.ring = end;
            for at in begin..end {
                let one = self.found[at];
                *work = work.saturating_sub(rest.graph().degree(one) as u64);
                for near in rest.near(one) {
                    if self.seen[near as usize] != self.round {
                        self.seen[near as usize] = self.round;
                        self.found.push(near);
                    }
                }
            }
            begin = end;
        }
    }

    fn influence(&mut self, rest: &Rest<'_, '_>, node: u32, reach: usize, work: &mut u64) -> f64 {
        let own = rest.degree[node as usize];
        if own == 0 {
            return 0.0;
        }
        self.ball(rest, node, reach, work);
        let ring: f64 = self.found[self.ring..]
            .iter()
            .map(|one| f64::from(rest.degree[*one as usize].saturating_sub(1)))
            .sum();
        // The small share keeps those apart whose influence is 0, by their degree.
        (f64::from(own - 1) * ring + f64::from(own) * 1e-6) / rest.targets.cost(node)
    }
}
