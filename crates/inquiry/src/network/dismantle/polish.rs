//! Local search: small changes to a plan, kept where they make it better.

use super::curve::Curve;
use super::targets::{Order, Targets};
use crate::network::random::Random;

/// Tries `tries` small changes (a node earlier or later, two swapped, one for another that is not in the plan) and keeps those
/// after which `worth` is no higher. Seeded.
pub(super) fn polish(
    targets: &Targets<'_>,
    order: Order,
    tries: usize,
    seed: u64,
    worth: impl Fn(&Order, &Curve) -> f64,
) -> Order {
    let mut random = Random::new(seed);
    let mut now = order.nodes().to_vec();
    if now.is_empty() {
        return order;
    }
    let others: Vec<u32> = targets.all().collect();
    let mut least = worth(&order, &Curve::of(targets, &order));
    let mut best = order;
    for _ in 0..tries {
        let mut next = now.clone();
        let (at, to) = (random.place(next.len()), random.place(next.len()));
        match random.below(4) {
            0 => next.swap(at, to),
            1 => {
                let node = next.remove(at);
                next.insert(to, node);
            }
            other => {
                let near = targets.graph().near(next[at]);
                let anyone = others[random.place(others.len())];
                let beside = near.get(random.place(near.len())).copied();
                let node = beside.filter(|node| other == 2 && targets.may(*node));
                let node = node.unwrap_or(anyone);
                if let Some(held) = next.iter().position(|it| *it == node) {
                    next.swap(at, held);
                } else {
                    next[at] = node;
                }
            }
        }
        let wish = targets.order(next.iter().copied());
        let value = worth(&wish, &Curve::of(targets, &wish));
        if value <= least {
            least = value;
            now = wish.nodes().to_vec();
            best = wish;
        }
    }
    best
}
