//! Known communities, and what holds for those of every graph.

use super::*;
use proptest::prelude::*;

fn graph(n: usize, pairs: &[(u32, u32)]) -> Csr {
    let edges: Vec<_> = pairs.iter().map(|&(a, b)| (a, b, 1.0)).collect();
    Csr::undirected(n, &edges).unwrap()
}

const CLIQUES: [(u32, u32); 7] = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (2, 3)];

/// The club of Zachary (1977), from 0.
const CLUB: [(u32, u32); 78] = [
    (0, 1),
    (0, 2),
    (0, 3),
    (0, 4),
    (0, 5),
    (0, 6),
    (0, 7),
    (0, 8),
    (0, 10),
    (0, 11),
    (0, 12),
    (0, 13),
    (0, 17),
    (0, 19),
    (0, 21),
    (0, 31),
    (1, 2),
    (1, 3),
    (1, 7),
    (1, 13),
    (1, 17),
    (1, 19),
    (1, 21),
    (1, 30),
    (2, 3),
    (2, 7),
    (2, 8),
    (2, 9),
    (2, 13),
    (2, 27),
    (2, 28),
    (2, 32),
    (3, 7),
    (3, 12),
    (3, 13),
    (4, 6),
    (4, 10),
    (5, 6),
    (5, 10),
    (5, 16),
    (6, 16),
    (8, 30),
    (8, 32),
    (8, 33),
    (9, 33),
    (13, 33),
    (14, 32),
    (14, 33),
    (15, 32),
    (15, 33),
    (18, 32),
    (18, 33),
    (19, 33),
    (20, 32),
    (20, 33),
    (22, 32),
    (22, 33),
    (23, 25),
    (23, 27),
    (23, 29),
    (23, 32),
    (23, 33),
    (24, 25),
    (24, 27),
    (24, 31),
    (25, 31),
    (26, 29),
    (26, 33),
    (27, 33),
    (28, 31),
    (28, 33),
    (29, 32),
    (29, 33),
    (30, 32),
    (30, 33),
    (31, 32),
    (31, 33),
    (32, 33),
];

#[test]
fn two_cliques_are_two_communities() {
    let found = leiden(&graph(6, &CLIQUES), &Settings::default());
    assert_eq!(found.labels, [0, 0, 0, 1, 1, 1]);
    // 6 of 7 edges inside; both halves have 7 of 14 ends.
    assert!((found.quality - (6.0 / 7.0 - 0.5)).abs() < 1e-12);
}

#[test]
fn the_club_reaches_its_best_known_modularity() {
    let club = graph(34, &CLUB);
    let best = (0..20)
        .map(|seed| {
            let settings = Settings {
                seed,
                passes: 10,
                ..Settings::default()
            };
            leiden(&club, &settings).quality
        })
        .fold(0.0, f64::max);
    // Proven best (Brandes et al. 2008): 0.4198.
    assert!((best - 0.4198).abs() < 5e-5, "{best}");
}

#[test]
fn a_higher_resolution_gives_more_communities() {
    let club = graph(34, &CLUB);
    let count = |resolution| {
        let settings = Settings {
            resolution,
            ..Settings::default()
        };
        leiden(&club, &settings).count
    };
    assert!(count(0.2) < count(1.0) && count(1.0) < count(4.0));
}

#[test]
fn a_thin_layer_is_not_drowned_by_a_dense_one() {
    // Everybody calls everybody, 45 ties; only the meetings, 7 ties, show two groups.
    let all: Vec<_> = (0..6)
        .flat_map(|a| (a + 1..6).map(move |b| (a, b, 3.0)))
        .collect();
    let calls = Csr::undirected(6, &all).unwrap();
    let meetings = graph(6, &CLIQUES);
    let layer = |graph| Layer { graph, weight: 1.0 };
    let found = leiden_layers(&[layer(&calls), layer(&meetings)], &Settings::default()).unwrap();
    assert_eq!(found.labels, [0, 0, 0, 1, 1, 1]);
    let flat: Vec<_> = calls.pairs().chain(meetings.pairs()).collect();
    let flat = leiden(&Csr::undirected(6, &flat).unwrap(), &Settings::default());
    assert_ne!(flat.labels, found.labels, "flattened, they are not seen");
}

#[test]
fn layers_of_different_nodes_are_refused() {
    let (one, other) = (graph(2, &[(0, 1)]), graph(3, &[(0, 1)]));
    let layer = |graph| Layer { graph, weight: 1.0 };
    let settings = Settings::default();
    let refused = leiden_layers(&[layer(&one), layer(&other)], &settings);
    assert_eq!(refused, Err(Invalid::Layers));
    assert_eq!(leiden_layers(&[], &settings), Err(Invalid::Layers));
    let found = leiden(&graph(0, &[]), &settings);
    assert_eq!((found.labels.len(), found.count), (0, 0));
}

/// Whether every community is in one piece on its own edges.
fn connected(graph: &Csr, labels: &[u32]) -> bool {
    let inner: Vec<_> = graph
        .pairs()
        .filter(|pair| labels[pair.0 as usize] == labels[pair.1 as usize])
        .collect();
    let inner = Csr::undirected(graph.nodes(), &inner).unwrap();
    let pieces = crate::network::measures::components(&inner);
    (0..graph.nodes())
        .all(|a| (0..graph.nodes()).all(|b| (pieces[a] == pieces[b]) == (labels[a] == labels[b])))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_holds_on_every_graph(
        pairs in prop::collection::vec((0_u32..24, 0_u32..24, 1_u8..5), 0..80),
        seed: u64,
        resolution in 0.3_f64..3.0,
    ) {
        let edges: Vec<_> = pairs.iter().map(|&(a, b, w)| (a, b, f32::from(w))).collect();
        let graph = Csr::undirected(24, &edges).unwrap();
        let settings = Settings { resolution, passes: 3, seed };
        let found = leiden(&graph, &settings);
        let singles: Vec<u32> = (0..24).collect();
        let alone = modularity(&graph, &singles, resolution);
        prop_assert!(found.quality >= alone - 1e-12);
        prop_assert!((found.quality - modularity(&graph, &found.labels, resolution)).abs() < 1e-12);
        prop_assert!(found.quality <= 1.0);
        prop_assert!(connected(&graph, &found.labels));
        prop_assert_eq!(&found, &leiden(&graph, &settings));
    }

    #[test]
    fn layers_are_joined_in_membership_alone(
        pairs in prop::collection::vec((0_u32..16, 0_u32..16, 0_usize..3), 0..60),
        seed: u64,
    ) {
        let of = |layer: usize| {
            let edges: Vec<_> = pairs.iter().filter(|it| it.2 == layer).map(|it| (it.0, it.1, 1.0)).collect();
            Csr::undirected(16, &edges).unwrap()
        };
        let graphs = [of(0), of(1), of(2)];
        let layers: Vec<_> = graphs.iter().map(|graph| Layer { graph, weight: 1.0 }).collect();
        let settings = Settings { seed, ..Settings::default() };
        let found = leiden_layers(&layers, &settings).unwrap();
        let held: Vec<_> = graphs.iter().filter(|graph| graph.edges() > 0).collect();
        let sum: f64 = held.iter().map(|graph| modularity(graph, &found.labels, 1.0)).sum();
        let mean = if held.is_empty() { 0.0 } else { sum / f64::from(u8::try_from(held.len()).unwrap()) };
        prop_assert!((found.quality - mean).abs() < 1e-6);
        let all: Vec<_> = pairs.iter().map(|it| (it.0, it.1, 1.0)).collect();
        prop_assert!(connected(&Csr::undirected(16, &all).unwrap(), &found.labels));
    }
}
