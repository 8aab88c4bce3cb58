//! A network small enough to reckon by hand: what is lost, and what its restructuring brings back.

use super::data::{Data, Node};
use super::recover::{at_once, recovered};
use std::collections::BTreeSet;

/// Trafficker 1 with the bottom 2 (who has 3 and 4) and 4; trafficker 5 with 6; 7 would replace 1, 8 could be recruited by 5.
const SMALL: &str = "
param numNodes := 8 ;
param numNodesOrig := 6 ;
set SOURCE := alpha ; set SINK := omega ;
param source := alpha ; param sink := omega ;
set trafficker := 1 5 ; set bottoms := 2 ; set victims := 3 4 6 8 ;
set newTrafficker := 7 ; set replaceTrafficker := 1 7 ;
set newBottom := 4 ; set replaceBottom := 2 4 ;
param: ARCS: cap:= alpha 1 100 alpha 5 100 alpha 2 100 1 2 100 1 4 100 2 3 100 2 4 100 5 6 100 7 2 100 7 4 100
 2 omega 1 3 omega 1 4 omega 1 6 omega 1 8 omega 1 ;
param: SPLIT: nodecap:= 1 1 2 2 2 2 3 3 1 4 4 1 5 5 2 6 6 1 7 7 2 8 8 1 ;
param: ARCSnewOut: capnew cOut:= 5 4 100 1 5 8 100 2 alpha 7 100 4 alpha 4 100 5 4 3 100 2 ;
param: ARCSnewIn: cIn:= 5 4 1 ;
param: nodecapInc:= 4 2 ;
param: r:= 1 8 2 4 3 2 4 2 5 8 6 2 ;
param budgetA := 20 ;
";

fn small() -> Data {
    Data::parse(SMALL).unwrap()
}

fn set(nodes: &[Node]) -> BTreeSet<Node> {
    nodes.iter().copied().collect()
}

#[test]
fn what_is_lost_comes_back_as_the_model_says() {
    let data = small();
    for (gone, now, then, cost) in [
        // 2 herself or what she carries (2 in all), 4, 6: her capacity and that of 1 let 4 through.
        (&[][..], 4, 4, 0),
        // 1 is replaced by 7: only 4 by 1 was his own; 2 has her own way in.
        (&[1], 3, 4, 8),
        // With 2 gone 4 stays with 1; she is promoted (cost 5, carries 2 more) and takes 3 on (cost 2): 3, 4 and 6.
        (&[2], 2, 3, 4),
        // Nobody replaces 5 or takes 6 on.
        (&[5], 3, 3, 8),
        // 6 is gone; 5 may build one arc for her: recruits 8.
        (&[6], 3, 4, 2),
        // 1 and his bottom: 1 costs 5 then. 7 could take the place (4), but the promotion of 4 (5) with an arc to 3 (2) brings more.
        (&[1, 2], 1, 3, 9),
    ] {
        let gone = set(gone);
        assert_eq!(
            (
                at_once(&data, &gone),
                recovered(&data, &gone),
                data.cost(&gone)
            ),
            (now, then, cost),
            "{gone:?}"
        );
    }
}

#[test]
fn the_exact_search_finds_the_least_of_all_sets() {
    let data = small();
    let open: Vec<Node> = (1..=6).collect();
    for budget in [0, 2, 4, 6, 9, 12] {
        let sets = (0..1_u32 << open.len()).map(|set| {
            let chosen = open.iter().enumerate();
            let chosen = chosen.filter(|(at, _)| (set >> at) & 1 == 1);
            chosen.map(|(_, node)| *node).collect::<BTreeSet<Node>>()
        });
        let within = sets.filter(|set| data.cost(set) <= budget);
        let least = within.map(|set| recovered(&data, &set)).min().unwrap();
        assert_eq!(
            super::exact::least(&data, &open, budget, u32::MAX),
            least,
            "{budget}"
        );
    }
}
