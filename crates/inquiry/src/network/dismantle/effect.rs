//! What each removal does, and what protection costs a plan: for those who have to explain it.

use super::union::Groups;
use super::{Method, Order, Plan, Settings, Targets, finish};
use std::collections::BTreeSet;

/// What one removal does to the group it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// Nodes of the group before, the removed one among them.
    pub of: u32,
    /// Sizes of the groups that are left of it, largest first.
    pub parts: Vec<u32>,
}

/// What the first `count` removals of a plan split. Each looks once at the group it is in.
pub fn splits(targets: &Targets<'_>, order: &Order, count: usize) -> Vec<Split> {
    let graph = targets.graph();
    let mut gone = vec![false; graph.nodes()];
    let mut mark = vec![u32::MAX; graph.nodes()];
    let mut splits = Vec::new();
    for (round, &node) in (0_u32..).zip(order.nodes().iter().take(count)) {
        gone[node as usize] = true;
        let mut parts = Vec::new();
        for &start in graph.near(node) {
            if gone[start as usize] || mark[start as usize] == round {
                continue;
            }
            mark[start as usize] = round;
            let (mut found, mut at) = (vec![start], 0);
            while let Some(&one) = found.get(at) {
                at += 1;
                for &near in graph.near(one) {
                    if !gone[near as usize] && mark[near as usize] != round {
                        mark[near as usize] = round;
                        found.push(near);
                    }
                }
            }
            parts.push(u32::try_from(found.len()).unwrap_or(u32::MAX));
        }
        parts.sort_unstable_by(|a, b| b.cmp(a));
        let of = 1 + parts.iter().sum::<u32>();
        splits.push(Split { of, parts });
    }
    splits
}

/// Pairs of one of `from` and one of `to` that are still connected: before the plan, then after each removal.
///
/// A removed node is in no pair, and nobody is paired with himself. Near-linear: the plan is run backwards.
pub fn flow(targets: &Targets<'_>, order: &Order, from: &[u32], to: &[u32]) -> Vec<u64> {
    let graph = targets.graph();
    let mut there = vec![true; graph.nodes()];
    for &node in order.nodes() {
        there[node as usize] = false;
    }
    let mut held = vec![(0_u64, 0_u64); graph.nodes()];
    for &node in from {
        held[node as usize].0 = 1;
    }
    for &node in to {
        held[node as usize].1 = 1;
    }
    let mut groups = Groups::new(graph.nodes());
    let mut pairs = 0;
    let stayed: Vec<u32> = graph.numbers().filter(|it| there[*it as usize]).collect();
    for node in stayed {
        for &near in graph.near(node).iter().filter(|near| **near < node) {
            if there[near as usize] {
                pairs += joined(&mut groups, &mut held, node, near);
            }
        }
    }
    let mut after = vec![pairs];
    for &node in order.nodes().iter().rev() {
        there[node as usize] = true;
        for &near in graph.near(node) {
            if there[near as usize] {
                pairs += joined(&mut groups, &mut held, node, near);
            }
        }
        after.push(pairs);
    }
    after.reverse();
    after
}

/// Joins two groups and says how many pairs that connects.
fn joined(groups: &mut Groups, held: &mut [(u64, u64)], one: u32, other: u32) -> u64 {
    let (a, b) = (groups.head(one) as usize, groups.head(other) as usize);
    if a == b {
        return 0;
    }
    let ((from, to), (other_from, other_to)) = (held[a], held[b]);
    groups.join(one, other);
    held[groups.head(one) as usize] = (from + other_from, to + other_to);
    from * other_to + other_from * to
}

/// What it costs a plan that somebody is protected: figures alone, never an order that names him.
#[derive(Clone, Debug, PartialEq)]
pub struct Toll {
    /// The protected nodes whose protection is lifted in the reckoning, sorted.
    pub who: Vec<u32>,
    /// The area without their protection.
    pub area: f64,
    /// Removals until the wanted share without it; `None` where it is not reached.
    pub removals: Option<usize>,
}

/// What the protection of all `protected` together costs, then that of each alone, the dearest first; at most `top` of them, those
/// first whom a plan without any protection would name. Who else may not be named stays so.
///
/// One method, finished as always, so that the figures differ by the protection alone; compare them with the same
/// method's plan ([`reference`]). Plans that would name the protected are made here, measured and thrown away.
pub fn tolls(
    targets: &Targets<'_>,
    settings: &Settings,
    method: Method,
    protected: &BTreeSet<u32>,
    top: usize,
) -> Vec<Toll> {
    let protected: Vec<u32> = protected.iter().copied().collect();
    if protected.is_empty() {
        return Vec::new();
    }
    let (all, wanted) = lifted(targets, settings, method, &protected);
    let asked: BTreeSet<u32> = wanted.iter().copied().collect();
    let others = protected.iter().filter(|it| !asked.contains(it)).copied();
    let mut tolls: Vec<Toll> = wanted
        .iter()
        .copied()
        .chain(others)
        .take(top)
        .map(|one| lifted(targets, settings, method, &[one]).0)
        .collect();
    tolls.sort_by(|a, b| a.area.total_cmp(&b.area).then(a.who.cmp(&b.who)));
    tolls.insert(0, all);
    tolls
}

/// The plan that [`tolls`] are compared with.
pub fn reference(targets: &Targets<'_>, settings: &Settings, method: Method) -> Plan {
    let raw = method.order(targets, settings.work, settings.seed);
    finish(targets, settings, method.name(), &raw)
}

/// The figures of a plan without the protection of `who`, and which of them it would have named, soonest first.
fn lifted(
    targets: &Targets<'_>,
    settings: &Settings,
    method: Method,
    who: &[u32],
) -> (Toll, Vec<u32>) {
    let free = targets.without_protection(who);
    let plan = reference(&free, settings, method);
    let asked: BTreeSet<u32> = who.iter().copied().collect();
    let wanted = plan.order.nodes().iter().copied();
    let toll = Toll {
        who: who.to_vec(),
        area: plan.curve.area(),
        removals: plan.curve.until(settings.until),
    };
    (toll, wanted.filter(|node| asked.contains(node)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::csr::Csr;

    fn star() -> Csr {
        let edges: Vec<_> = (1..12).map(|leaf| (0, leaf, 1.0)).collect();
        Csr::undirected(12, &edges).unwrap()
    }

    #[test]
    fn a_star_splits_into_its_leaves_and_cuts_the_flow() {
        let graph = star();
        let targets = Targets::new(&graph, &BTreeSet::new()).unwrap();
        let order = targets.order([0, 3]);
        let split = splits(&targets, &order, 5);
        assert_eq!((split[0].of, split[0].parts.len()), (12, 11));
        assert_eq!((split[1].of, split[1].parts.len()), (1, 0));
        assert_eq!(flow(&targets, &order, &[1, 2], &[3, 4]), [4, 0, 0]);
        let one = targets.order([1, 3]);
        assert_eq!(flow(&targets, &one, &[1, 2], &[3, 4]), [4, 2, 1]);
    }

    #[test]
    fn the_toll_of_a_protected_middle_is_its_own() {
        let graph = star();
        let protected = BTreeSet::from([0, 5]);
        let targets = Targets::new(&graph, &protected).unwrap();
        let settings = Settings {
            until: 0.1,
            work: 1_000_000,
            ..Settings::default()
        };
        let with = reference(&targets, &settings, Method::Degree);
        let tolls = tolls(&targets, &settings, Method::Degree, &protected, 3);
        assert_eq!(tolls[0].who, [0, 5]);
        assert_eq!(tolls[1].who, [0]);
        assert_eq!(tolls[1].removals, Some(1));
        assert!(tolls[1].area < with.curve.area());
        assert_eq!(tolls.len(), 3, "a leaf that is spared has its price too");
        assert_eq!(tolls[2].who, [5]);
    }
}
