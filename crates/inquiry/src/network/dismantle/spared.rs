//! The count that a plan is judged by before all others: protected nodes in plans of random networks.

use super::*;
use crate::network::csr::Csr;
use crate::network::random::Random;
use std::collections::BTreeSet;

/// Plans and what they name of the protected, over `networks` random networks with random protections and costs.
fn named(networks: u64) -> (usize, usize) {
    let (mut made, mut named) = (0, 0);
    for part in 0..networks {
        let mut random = Random::stream(7, part);
        let nodes = 2 + random.below(40);
        let ties = random.below(nodes * 4);
        let edges: Vec<(u32, u32, f32)> = (0..ties)
            .map(|_| (random.below(nodes), random.below(nodes), 1.0))
            .collect();
        let graph = Csr::undirected(nodes as usize, &edges).unwrap();
        let share = random.unit();
        let protected: BTreeSet<u32> = (0..nodes).filter(|_| random.happens(share)).collect();
        let costs = (0..nodes).map(|_| 0.1 + random.unit()).collect();
        let targets = Targets::new(&graph, &protected).unwrap();
        let targets = if random.happens(0.5) {
            targets.with_costs(costs).unwrap()
        } else {
            targets
        };
        let settings = Settings {
            until: 0.05 + random.unit() * 0.5,
            work: 200_000,
            search: 20_000,
            seed: part,
            goal: if random.happens(0.5) {
                Goal::Curve
            } else {
                Goal::Fewest
            },
        };
        for plan in plans(&targets, &settings) {
            made += 1;
            let nodes = plan.order.nodes().iter();
            named += nodes.filter(|node| protected.contains(node)).count();
        }
        for plan in link_plans(&targets, &settings).unwrap() {
            made += 1;
            let both =
                |ends: &&(u32, u32)| protected.contains(&ends.0) && protected.contains(&ends.1);
            named += plan.links.iter().filter(both).count();
        }
    }
    (made, named)
}

#[test]
fn no_plan_of_a_hundred_networks_names_a_protected_node() {
    let (made, named) = named(100);
    assert!(made >= 1_000, "{made}");
    assert_eq!(named, 0);
}
