//! What every plan keeps, and what small networks must give.

use super::*;
use crate::network::csr::Csr;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn graph(nodes: usize, edges: &[(u32, u32)]) -> Csr {
    let edges: Vec<_> = edges.iter().map(|&(a, b)| (a, b, 1.0)).collect();
    Csr::undirected(nodes, &edges).unwrap()
}

fn quick() -> Settings {
    Settings {
        work: 1_000_000,
        search: 100_000,
        until: 0.1,
        ..Settings::default()
    }
}

#[test]
fn a_star_falls_with_its_middle() {
    let edges: Vec<(u32, u32)> = (1..20).map(|leaf| (0, leaf)).collect();
    let graph = graph(20, &edges);
    let targets = Targets::new(&graph, &BTreeSet::new()).unwrap();
    let best = &plans(&targets, &quick())[0];
    assert_eq!(best.order.nodes(), [0]);
    assert_eq!(best.curve.until(0.1), Some(1));
}

#[test]
fn where_the_middle_is_protected_the_others_go() {
    let edges: Vec<(u32, u32)> = (1..20).map(|leaf| (0, leaf)).collect();
    let graph = graph(20, &edges);
    let targets = Targets::new(&graph, &BTreeSet::from([0])).unwrap();
    let best = &plans(&targets, &quick())[0];
    assert!(!best.order.nodes().contains(&0));
    // One leaf may stay with the middle only if two are below a tenth of 20; they are not.
    assert_eq!(best.order.nodes().len(), 19);
}

#[test]
fn two_rings_on_a_bridge_part_at_the_bridge() {
    let mut edges: Vec<(u32, u32)> = (0..10).map(|at| (at, (at + 1) % 10)).collect();
    edges.extend((0..10).map(|at| (11 + at, 11 + (at + 1) % 10)));
    edges.extend([(0, 10), (10, 11)]);
    let graph = graph(21, &edges);
    let targets = Targets::new(&graph, &BTreeSet::new()).unwrap();
    let best = &plans(
        &targets,
        &Settings {
            until: 0.5,
            ..quick()
        },
    )[0];
    assert_eq!(best.curve.largest[0], 10);
}

#[test]
fn a_protected_node_that_does_not_exist_is_refused() {
    let graph = graph(3, &[(0, 1)]);
    assert!(Targets::new(&graph, &BTreeSet::from([3])).is_err());
}

#[test]
fn a_dear_node_is_spared_where_two_cheap_ones_do() {
    // A path 0-1-2-3-4: removing 2 does it, or 1 and 3.
    let graph = graph(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
    let targets = Targets::new(&graph, &BTreeSet::new()).unwrap();
    let settings = Settings {
        goal: Goal::Fewest,
        until: 0.5,
        ..quick()
    };
    assert_eq!(plans(&targets, &settings)[0].order.nodes(), [2]);
    let dear = targets.with_costs(vec![1.0, 1.0, 9.0, 1.0, 1.0]).unwrap();
    assert!(!plans(&dear, &settings)[0].order.nodes().contains(&2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// The promise of this stage: whoever is protected is in no plan of any method.
    #[test]
    fn nobody_protected_is_in_any_plan(
        edges in prop::collection::vec((0_u32..24, 0_u32..24), 0..80),
        protected in prop::collection::btree_set(0_u32..24, 0..24),
    ) {
        let graph = graph(24, &edges);
        let targets = Targets::new(&graph, &protected).unwrap();
        let all = plans(&targets, &quick());
        prop_assert_eq!(all.len(), Method::ALL.len());
        for plan in &all {
            for node in plan.order.nodes() {
                prop_assert!(!protected.contains(node), "{} names {}", plan.method, node);
            }
            let once: BTreeSet<_> = plan.order.nodes().iter().collect();
            prop_assert_eq!(once.len(), plan.order.nodes().len());
            prop_assert!(plan.curve.largest.windows(2).all(|two| two[0] >= two[1]));
        }
        prop_assert_eq!(&all, &plans(&targets, &quick()));
    }

    /// Backwards with groups is the same as removing one by one and looking.
    #[test]
    fn the_curve_is_that_of_removing_one_by_one(
        edges in prop::collection::vec((0_u32..15, 0_u32..15), 0..40),
        wish in prop::collection::vec(0_u32..15, 0..15),
    ) {
        let whole = graph(15, &edges);
        let targets = Targets::new(&whole, &BTreeSet::new()).unwrap();
        let order = targets.order(wish);
        let curve = Curve::of(&targets, &order);
        for (at, largest) in curve.largest.iter().enumerate() {
            let gone: BTreeSet<u32> = order.nodes()[..=at].iter().copied().collect();
            let kept: Vec<_> = edges
                .iter()
                .copied()
                .filter(|(a, b)| !gone.contains(a) && !gone.contains(b))
                .collect();
            let groups = crate::network::measures::components(&graph(15, &kept));
            let mut sizes = std::collections::BTreeMap::new();
            for node in (0..15_u32).filter(|node| !gone.contains(node)) {
                *sizes.entry(groups[node as usize]).or_insert(0_u32) += 1;
            }
            prop_assert_eq!(*largest, sizes.values().copied().max().unwrap_or(0));
        }
    }
}
