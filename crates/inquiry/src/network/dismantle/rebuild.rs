//! Re-insertion: who of a plan need not be removed after all, and in which order the others go.

use super::targets::{Order, Targets};
use super::union::Groups;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Takes back, one by one, the node of `order` that joins the smallest group, and reverses.
///
/// The reverse-greedy step of Braunstein, Dall'Asta, Semerjian and Zdeborova (2016), run to the end: while groups stay
/// at most `bound` nodes, who is taken back is out of the plan; then the rest is taken back in the same manner, and
/// the plan removes them in the opposite order. Costs divide the size of the group. Groups only grow, so that an old
/// size is a lower bound and a lazy heap finds the least. The first `fixed` of the plan stay as they are.
pub(super) fn rebuild(targets: &Targets<'_>, order: &Order, bound: u32, fixed: usize) -> Order {
    let graph = targets.graph();
    let mut there = vec![true; graph.nodes()];
    for &node in order.nodes() {
        there[node as usize] = false;
    }
    let mut groups = Groups::new(graph.nodes());
    for node in graph.numbers().filter(|node| there[*node as usize]) {
        for &near in graph.near(node) {
            if near < node && there[near as usize] {
                groups.join(node, near);
            }
        }
    }
    let mut heads = Vec::new();
    let mut joined = |groups: &mut Groups, there: &[bool], node: u32| -> u32 {
        heads.clear();
        heads.extend(
            graph
                .near(node)
                .iter()
                .filter(|near| there[**near as usize])
                .map(|near| groups.head(*near)),
        );
        heads.sort_unstable();
        heads.dedup();
        1 + heads.iter().map(|head| groups.size(*head)).sum::<u32>()
    };
    // Early removals come back last among equals.
    let mut heap: BinaryHeap<Reverse<(u64, u32, u32)>> = BinaryHeap::new();
    for (place, &node) in (0_u32..).zip(order.nodes()).skip(fixed) {
        let size = joined(&mut groups, &there, node);
        heap.push(Reverse((key(targets, node, size), u32::MAX - place, node)));
    }
    let mut back = Vec::with_capacity(order.nodes().len());
    while let Some(Reverse((seen, place, node))) = heap.pop() {
        let size = joined(&mut groups, &there, node);
        let now = key(targets, node, size);
        if now > seen {
            heap.push(Reverse((now, place, node)));
            continue;
        }
        there[node as usize] = true;
        for &near in graph.near(node) {
            if there[near as usize] {
                groups.join(node, near);
            }
        }
        if groups.largest() > bound {
            back.push(node);
        }
    }
    back.reverse();
    let first = &order.nodes()[..fixed.min(order.nodes().len())];
    targets.order(first.iter().copied().chain(back))
}

/// What the heap compares: the size of the group that would come about, for what the removal costs.
///
/// Bits of positive doubles order as the doubles do. A dear node comes back early: its key is low.
fn key(targets: &Targets<'_>, node: u32, size: u32) -> u64 {
    (f64::from(size) / targets.cost(node)).to_bits()
}
