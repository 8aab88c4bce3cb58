//! Known values on small graphs, and what holds on every graph.

use super::ranges::ranking;
use super::*;
use proptest::prelude::*;

fn graph(n: usize, pairs: &[(u32, u32)]) -> Csr {
    let edges: Vec<_> = pairs.iter().map(|&(a, b)| (a, b, 1.0)).collect();
    Csr::undirected(n, &edges).unwrap()
}

fn close(found: &[f64], wanted: &[f64]) {
    assert_eq!(found.len(), wanted.len());
    for (a, b) in found.iter().zip(wanted) {
        assert!((a - b).abs() < 1e-9, "{found:?} is not {wanted:?}");
    }
}

const STAR: [(u32, u32); 5] = [(0, 1), (0, 2), (0, 3), (0, 4), (0, 5)];
const CLIQUES: [(u32, u32); 7] = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)];

#[test]
fn the_middle_of_a_path_is_between() {
    let path = graph(5, &[(0, 1), (1, 2), (2, 3), (3, 4)]);
    close(&betweenness(&path), &[0.0, 0.5, 4.0 / 6.0, 0.5, 0.0]);
    let near = nearness(&path)[2];
    close(&[near.closeness, near.harmonic], &[4.0 / 6.0, 0.75]);
}

#[test]
fn a_square_shares_its_paths() {
    let square = graph(4, &[(0, 1), (1, 2), (2, 3), (3, 0)]);
    close(&betweenness(&square), &[1.0 / 6.0; 4]);
    close(&pagerank(&square, 1e-12), &[0.25; 4]);
}

#[test]
fn the_hub_of_a_star_holds_it_together() {
    let star = graph(6, &STAR);
    close(&betweenness(&star), &[1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(core_numbers(&star), [1; 6]);
    let hub = holes(&star)[0];
    close(&[hub.effective_size, hub.constraint], &[5.0, 0.2]);
    // x = 0.15/6 + 0.85 * 5y and y = 0.15/6 + 0.85 x/5, solved by hand.
    let hub = (0.025 + 4.25 * 0.025) / (1.0 - 0.7225);
    assert!((pagerank(&star, 1e-13)[0] - hub).abs() < 1e-9);
}

#[test]
fn a_triangle_is_closed_on_itself() {
    let triangle = graph(3, &[(0, 1), (1, 2), (0, 2)]);
    let corner = holes(&triangle)[0];
    close(&[corner.constraint, corner.effective_size], &[1.125, 1.0]);
    assert_eq!(core_numbers(&triangle), [2; 3]);
}

#[test]
fn a_tail_is_not_in_the_core() {
    let kite = graph(5, &[(0, 1), (1, 2), (0, 2), (2, 3), (3, 4)]);
    assert_eq!(core_numbers(&kite), [2, 2, 2, 1, 1]);
    assert_eq!(components(&graph(4, &[(2, 3)])), [0, 1, 2, 2]);
}

#[test]
fn certain_links_leave_a_ranking_as_it_is_and_missing_ones_do_not() {
    let links: Vec<_> = CLIQUES.iter().map(|&(a, b)| (a, b, 1.0, 1.0)).collect();
    let sure = ranking(6, &links, 0.0, 20, 1, betweenness).unwrap();
    assert!(sure.is_stable());
    assert!(sure.ranges.iter().all(|range| range.best == range.rank
        && range.worst == range.rank
        && range.low >= range.high));
    let shaken = ranking(6, &links, 0.3, 50, 1, betweenness).unwrap();
    assert!(!shaken.is_stable());
    assert_eq!(shaken, ranking(6, &links, 0.3, 50, 1, betweenness).unwrap());
    let hub = shaken.ranges[2];
    assert!(hub.best <= hub.rank && hub.rank <= hub.worst && hub.low < hub.high);
}

#[test]
fn samples_keep_their_promise() {
    let star = graph(6, &STAR);
    let found = sampled_betweenness(&star, 0.02, 0.01, 3);
    // RK count pairs with the hub as an end, which lie on no path between others: 20 of 30 ordered pairs.
    assert!((found.values[0] - 20.0 / 30.0).abs() < 0.02, "{found:?}");
    assert!(found.values[1..].iter().all(|value| *value == 0.0));
}

#[test]
fn the_first_eigenvector_is_scaled_to_1() {
    let found = eigenvector(&graph(6, &STAR), 1e-13);
    let leaf = 1.0 / 5.0_f64.sqrt();
    for (node, value) in found.iter().enumerate() {
        let wanted = if node == 0 { 1.0 } else { leaf };
        assert!((value - wanted).abs() < 1e-9, "{found:?}");
    }
    assert_eq!(eigenvector(&graph(2, &[]), 1e-9), [0.0, 0.0]);
}

#[test]
fn returned_ties_are_counted() {
    let arcs = [(0, 1, 1.0), (1, 0, 1.0), (1, 2, 1.0)];
    let found = reciprocity(&Csr::directed(4, &arcs).unwrap());
    assert_eq!(found.shares, [Some(1.0), Some(0.5), Some(0.0), None]);
    assert!(
        found
            .overall
            .is_some_and(|share| (share - 2.0 / 3.0).abs() < 1e-12)
    );
}

#[test]
fn brokers_are_told_by_their_groups() {
    // 0 and 1 in one group, 2 in another, 3 in a third; 0 -> 1 -> 2 -> 3.
    let arcs = [(0, 1, 1.0), (1, 2, 1.0), (2, 3, 1.0)];
    let found = brokerage(&Csr::directed(4, &arcs).unwrap(), &[0, 0, 1, 2]);
    assert_eq!((found[1].representative, found[1].across()), (1, 1));
    assert_eq!(found[1].between.get(&(0, 1)), Some(&1));
    assert_eq!((found[2].liaison, found[2].gatekeeper), (1, 0));
    assert_eq!(found[0], Brokerage::default());
    let found = brokerage(&graph(6, &STAR), &[0, 0, 0, 1, 1, 2]);
    assert_eq!((found[0].coordinator, found[0].itinerant), (1, 1));
    assert_eq!((found[0].gatekeeper, found[0].liaison), (6, 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_holds_on_every_graph(pairs in prop::collection::vec((0_u32..16, 0_u32..16), 0..50), turn in 1_u32..16) {
        let one = graph(16, &pairs);
        let turned: Vec<_> = pairs.iter().map(|(a, b)| ((a + turn) % 16, (b + turn) % 16)).collect();
        let other = graph(16, &turned);
        let place = |node: usize| (node + turn as usize) % 16;
        let exact = betweenness(&one);
        let (moved, cores, moved_cores) = (betweenness(&other), core_numbers(&one), core_numbers(&other));
        let (rank, moved_rank) = (pagerank(&one, 1e-12), pagerank(&other, 1e-12));
        prop_assert!((rank.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        for node in 0..16 {
            prop_assert!((0.0..=1.0).contains(&exact[node]));
            prop_assert!((exact[node] - moved[place(node)]).abs() < 1e-9);
            prop_assert_eq!(cores[node], moved_cores[place(node)]);
            prop_assert!((rank[node] - moved_rank[place(node)]).abs() < 1e-9);
            prop_assert!(cores[node] as usize <= one.degree(u32::try_from(node).unwrap()));
        }
        // More nodes than are searched from at once: copies of the graph, tied to nothing.
        let copies: Vec<_> = (0..6).flat_map(|copy| pairs.iter().map(move |(a, b)| (a + 16 * copy, b + 16 * copy))).collect();
        let (near, far) = (nearness(&one), nearness(&graph(96, &copies)));
        let search = |node: usize| {
            let mut search = paths::Search::new(16);
            search.run(&one, u32::try_from(node).unwrap());
            search.order.iter().skip(1).map(|met| 1.0 / f64::from(search.distance[*met as usize])).sum::<f64>()
        };
        for node in 0..96 {
            prop_assert!((near[node % 16].harmonic * 15.0 - search(node % 16)).abs() < 1e-9);
            prop_assert!((far[node].harmonic * 95.0 - near[node % 16].harmonic * 15.0).abs() < 1e-9);
            prop_assert!((far[node].closeness * 95.0 - near[node % 16].closeness * 15.0).abs() < 1e-9);
        }
        // RK's scale is over all ordered pairs, ours over those that do not end in the node.
        let scale = 14.0 / 16.0;
        let sampled = sampled_betweenness(&one, 0.05, 0.001, 9);
        prop_assert!(sampled.samples <= sampled.most);
        for (estimate, exact) in sampled.values.iter().zip(&exact) {
            prop_assert!((estimate - exact * scale).abs() <= 0.05);
        }
    }
}
