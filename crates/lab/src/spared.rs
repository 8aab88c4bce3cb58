//! Protected nodes in the plans of random networks: the count that must be 0.

use crate::say;
use inquiry::network::csr::Csr;
use inquiry::network::dismantle::{Goal, Settings, Targets, link_plans, plans};
use inquiry::network::players::{Near, Wanted, fragmentation, reach};
use inquiry::network::random::Random;
use std::collections::BTreeSet;

/// Make plans of every method for random networks with random protections and costs.
#[derive(clap::Args)]
pub(crate) struct Spared {
    /// How many networks.
    #[arg(long, default_value_t = 10_000)]
    networks: u64,
    /// Seed of all networks.
    #[arg(long, default_value_t = 7)]
    seed: u64,
}

impl Spared {
    /// Fails if any plan names a protected node, or cuts a tie between two of them.
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        let (mut node_plans, mut link_count, mut removals, mut named) = (0, 0, 0, 0);
        for part in 0..self.networks {
            let mut random = Random::stream(self.seed, part);
            let nodes = 2 + random.below(60);
            let ties = random.below(nodes * 4);
            let edges: Vec<(u32, u32, f32)> = (0..ties)
                .map(|_| (random.below(nodes), random.below(nodes), 1.0))
                .collect();
            let graph = Csr::undirected(nodes as usize, &edges)?;
            let share = random.unit();
            let protected: BTreeSet<u32> = (0..nodes).filter(|_| random.happens(share)).collect();
            let mut targets = Targets::new(&graph, &protected)?;
            if random.happens(0.5) {
                targets = targets.with_costs((0..nodes).map(|_| 0.1 + random.unit()).collect())?;
            }
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
                node_plans += 1;
                removals += plan.order.nodes().len();
                named += plan
                    .order
                    .nodes()
                    .iter()
                    .filter(|it| protected.contains(it))
                    .count();
            }
            named += key_players(&targets, &protected);
            for plan in link_plans(&targets, &settings)? {
                link_count += 1;
                let both =
                    |ends: &&(u32, u32)| protected.contains(&ends.0) && protected.contains(&ends.1);
                named += plan.links.iter().filter(both).count();
            }
        }
        say(&format!(
            "{} networks: {node_plans} plans of nodes with {removals} removals, {link_count} plans of links; protected nodes named, or ties among them cut: {named}",
            self.networks
        ));
        anyhow::ensure!(named == 0, "plans name {named} protected nodes or ties");
        Ok(())
    }
}

/// Protected nodes among the key players of a network, whichever way they are looked for.
fn key_players(targets: &Targets<'_>, protected: &BTreeSet<u32>) -> usize {
    let wanted = Wanted {
        count: 2,
        work: 100_000,
    };
    let ways = [
        fragmentation(targets, &wanted),
        reach(targets, &wanted, Near::Within(2)),
        reach(targets, &wanted, Near::ByDistance),
    ];
    let named = ways.iter().flat_map(|it| it.order.nodes());
    named.filter(|it| protected.contains(it)).count()
}
