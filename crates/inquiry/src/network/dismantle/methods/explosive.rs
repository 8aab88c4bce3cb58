//! Explosive immunization: the network is built up from nothing, and who would join large groups comes last.

use crate::network::dismantle::targets::{Order, Targets};
use crate::network::dismantle::union::Groups;
use crate::network::random::Random;

/// Explosive immunization (Clusella, Grassberger, Perez-Reche and Politi 2016), first score.
///
/// Everyone is out but the protected; again and again, of `choice` drawn nodes, the one with the least score comes back: its effective
/// degree, and the roots of the sizes of the groups it would join. The plan is the opposite order.
pub(super) fn explosive(targets: &Targets<'_>, work: u64, seed: u64) -> Order {
    let graph = targets.graph();
    let mut random = Random::new(seed);
    let mut there: Vec<bool> = graph.numbers().map(|node| !targets.may(node)).collect();
    let mut groups = Groups::new(graph.nodes());
    for node in graph.numbers().filter(|node| there[*node as usize]) {
        for &near in graph.near(node) {
            if near < node && there[near as usize] {
                groups.join(node, near);
            }
        }
    }
    let effective = effective_degrees(targets);
    let mut out: Vec<u32> = targets.all().collect();
    let looks = (graph.edges() as u64 * 4 / graph.nodes().max(1) as u64).max(1);
    let choice = usize::try_from(work / looks / out.len().max(1) as u64).unwrap_or(usize::MAX);
    let choice = choice.clamp(8, 1000);
    let mut back = Vec::with_capacity(out.len());
    let mut heads = Vec::new();
    while !out.is_empty() {
        let mut least: Option<(f64, u32, usize)> = None;
        for draw in 0..choice.min(out.len()) {
            let at = if choice >= out.len() {
                draw
            } else {
                random.place(out.len())
            };
            let node = out[at];
            heads.clear();
            let near = graph
                .near(node)
                .iter()
                .filter(|near| there[**near as usize]);
            heads.extend(near.map(|near| groups.head(*near)));
            heads.sort_unstable();
            heads.dedup();
            let joined: f64 = heads
                .iter()
                .map(|head| f64::from(groups.size(*head)).sqrt() - 1.0)
                .sum();
            let score = (effective[node as usize] + joined) / targets.cost(node);
            if least.is_none_or(|(s, n, _)| score.total_cmp(&s).then(node.cmp(&n)).is_lt()) {
                least = Some((score, node, at));
            }
        }
        let Some((_, node, at)) = least else { break };
        out.swap_remove(at);
        there[node as usize] = true;
        for &near in graph.near(node) {
            if there[near as usize] {
                groups.join(node, near);
            }
        }
        back.push(node);
    }
    back.reverse();
    targets.order(back)
}

/// Neighbours that are neither leaves nor hubs (their equation 2): hubs will be removed anyway, leaves tie nobody.
fn effective_degrees(targets: &Targets<'_>) -> Vec<f64> {
    /// Effective degree from which a node counts as a hub, as published.
    const HUB: f64 = 6.0;
    let graph = targets.graph();
    let whole = |node: u32| f64::from(u32::try_from(graph.degree(node)).unwrap_or(u32::MAX));
    let mut now: Vec<f64> = graph.numbers().map(whole).collect();
    for _ in 0..10 {
        let next = graph.numbers().map(|node| {
            let near = graph.near(node).iter();
            let lost = near.filter(|near| graph.degree(**near) == 1 || now[**near as usize] >= HUB);
            whole(node) - f64::from(u32::try_from(lost.count()).unwrap_or(u32::MAX))
        });
        let next: Vec<f64> = next.map(|it: f64| it.max(0.0)).collect();
        if next == now {
            break;
        }
        now = next;
    }
    now
}
