//! Key players against looking at every set, on random networks with random protections.

use super::*;
use crate::network::csr::Csr;
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Every set of `count` of these.
fn sets(of: &[u32], count: usize) -> Vec<Vec<u32>> {
    let Some((first, rest)) = of.split_first() else {
        return if count == 0 {
            vec![Vec::new()]
        } else {
            Vec::new()
        };
    };
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut all = sets(rest, count);
    for mut with in sets(rest, count - 1) {
        with.insert(0, *first);
        all.push(with);
    }
    all
}

/// Steps from one node to all, without the removed.
fn steps(graph: &Csr, from: u32, gone: &[u32]) -> Vec<Option<u32>> {
    let mut far = vec![None; graph.nodes()];
    far[from as usize] = Some(0);
    let mut row = vec![from];
    let mut step = 0;
    while !row.is_empty() {
        step += 1;
        let mut next = Vec::new();
        for node in row {
            for &other in graph.near(node) {
                if far[other as usize].is_none() && !gone.contains(&other) {
                    far[other as usize] = Some(step);
                    next.push(other);
                }
            }
        }
        row = next;
    }
    far
}

/// How many sets are as good, where that is proven.
fn equals(found: &Players) -> Option<u64> {
    match found.proof {
        Proof::Exact { equals, .. } => Some(equals),
        Proof::Bound(_) => None,
    }
}

fn left_by_steps(graph: &Csr, gone: &[u32]) -> u64 {
    let there = graph.numbers().filter(|node| !gone.contains(node));
    let ends = there.map(|node| {
        let far = steps(graph, node, gone);
        far.iter().flatten().count() as u64 - 1
    });
    ends.sum::<u64>() / 2
}

fn reached(graph: &Csr, from: &[u32], near: Near) -> u64 {
    let all: Vec<_> = from.iter().map(|node| steps(graph, *node, &[])).collect();
    let nearest = graph.numbers().map(|node| {
        let far = all.iter().filter_map(|far| far[node as usize]).min();
        far.map_or(0, |far| u64::from(near.worth(far)))
    });
    nearest.sum()
}

fn network() -> impl Strategy<Value = (usize, Vec<(u32, u32, f32)>, BTreeSet<u32>)> {
    (4_u32..11).prop_flat_map(|nodes| {
        let edge = (0..nodes, 0..nodes).prop_map(|(a, b)| (a, b, 1.0));
        (
            Just(nodes as usize),
            prop::collection::vec(edge, 0..22),
            prop::collection::btree_set(0..nodes, 0..4),
        )
    })
}

proptest! {
    #[test]
    fn no_set_is_better_and_so_many_are_as_good((nodes, edges, protected) in network(), count in 1_usize..4) {
        let graph = Csr::undirected(nodes, &edges).unwrap();
        let targets = Targets::new(&graph, &protected).unwrap();
        let open: Vec<u32> = targets.all().collect();
        let all = sets(&open, count.min(open.len()));

        let found = fragmentation(&targets, &Wanted::of(count));
        let least: Vec<u64> = all.iter().map(|set| left_by_steps(&graph, set)).collect();
        let best = *least.iter().min().unwrap();
        prop_assert_eq!(found.after, best);
        prop_assert_eq!(left_by_steps(&graph, found.order.nodes()), best);
        prop_assert_eq!(found.before, left_by_steps(&graph, &[]));
        let alike = least.iter().filter(|it| **it == best).count() as u64;
        prop_assert_eq!(equals(&found), Some(alike));
        prop_assert!(found.order.nodes().iter().all(|node| !protected.contains(node)));

        for near in [Near::Within(1), Near::Within(2), Near::ByDistance] {
            let found = reach(&targets, &Wanted::of(count), near);
            let most: Vec<u64> = all.iter().map(|set| reached(&graph, set, near)).collect();
            let best = *most.iter().max().unwrap();
            prop_assert_eq!(found.after, best);
            prop_assert_eq!(reached(&graph, found.order.nodes(), near), best);
            let alike = most.iter().filter(|it| **it == best).count() as u64;
            prop_assert_eq!(equals(&found), Some(alike));
            prop_assert!(found.order.nodes().iter().all(|node| !protected.contains(node)));
        }
    }

    #[test]
    fn a_bound_is_never_better_than_the_truth((nodes, edges, protected) in network(), count in 1_usize..4, work in 0_u64..400) {
        let graph = Csr::undirected(nodes, &edges).unwrap();
        let targets = Targets::new(&graph, &protected).unwrap();
        let short = Wanted { count, work };
        let apart = fragmentation(&targets, &Wanted::of(count)).after;
        let found = fragmentation(&targets, &short);
        prop_assert!(found.after >= apart);
        prop_assert_eq!(found.after, pairs_left(&targets, &found.order));
        if let Proof::Bound(bound) = found.proof {
            prop_assert!(bound <= apart);
        }
        let most = reach(&targets, &Wanted::of(count), Near::ByDistance).after;
        let found = reach(&targets, &short, Near::ByDistance);
        prop_assert!(found.after <= most);
        prop_assert_eq!(found.after, reached(&graph, found.order.nodes(), Near::ByDistance));
        if let Proof::Bound(bound) = found.proof {
            prop_assert!(bound >= most);
        }
    }
}

#[test]
fn the_middle_of_a_star_is_the_key() {
    let edges: Vec<_> = (1..6).map(|leaf| (0, leaf, 1.0)).collect();
    let graph = Csr::undirected(6, &edges).unwrap();
    let targets = Targets::new(&graph, &BTreeSet::new()).unwrap();
    let apart = fragmentation(&targets, &Wanted::of(1));
    assert_eq!(apart.order.nodes(), [0]);
    assert_eq!((apart.before, apart.after), (15, 0));
    let reach = reach(&targets, &Wanted::of(1), Near::Within(1));
    assert_eq!(reach.order.nodes(), [0]);
    assert!((reach.share() - 1.0).abs() < 1e-12);
}

#[test]
fn with_the_middle_protected_a_leaf_is_taken_and_nobody_else_is_named() {
    let edges: Vec<_> = (1..6).map(|leaf| (0, leaf, 1.0)).collect();
    let graph = Csr::undirected(6, &edges).unwrap();
    let targets = Targets::new(&graph, &BTreeSet::from([0])).unwrap();
    let apart = fragmentation(&targets, &Wanted::of(2));
    assert_eq!(apart.after, 6);
    assert_eq!(
        apart.proof,
        Proof::Exact {
            sets: 10,
            equals: 10
        }
    );
    assert!(!apart.order.nodes().contains(&0));
}

#[test]
fn reach_by_distance_agrees_with_harmonic_closeness() {
    let edges = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0), (1, 4, 1.0)];
    let graph = Csr::undirected(5, &edges).unwrap();
    let targets = Targets::new(&graph, &BTreeSet::new()).unwrap();
    let one = reach(&targets, &Wanted::of(1), Near::ByDistance);
    // Itself, three neighbours, and one at two steps.
    assert_eq!(one.order.nodes(), [1]);
    assert_eq!(one.after, u64::from(UNIT * 4 + UNIT / 2));
}
