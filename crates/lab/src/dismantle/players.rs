//! Key players of the covert networks: proven to be the best, and how often the usual shortcuts fall short of them.

use super::graphs;
use crate::say;
use inquiry::network::dismantle::{Method, Targets};
use inquiry::network::players::{Near, Players, Proof, Wanted, fragmentation, pairs_left, reach};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Instant;

/// Find the key players of the covert networks, with proof.
#[derive(clap::Args)]
pub(crate) struct KeyPlayers {
    /// The folder `networks` of the data.
    data: PathBuf,
    /// Largest set.
    #[arg(long, default_value_t = 3)]
    count: usize,
    /// Only networks of at most so many nodes.
    #[arg(long, default_value_t = 150)]
    nodes: usize,
}

/// What was found for sets of one size, over all networks.
#[derive(Default)]
struct Tally {
    networks: usize,
    exact: usize,
    sets: u64,
    seconds: f64,
    slowest: (f64, String),
    /// Networks on which the first of adaptive degree, or of adaptive betweenness, leave more pairs.
    degree: usize,
    betweenness: usize,
}

impl KeyPlayers {
    pub(crate) fn run(&self) -> anyhow::Result<()> {
        if !self.data.exists() {
            say("skipped: the data is not there");
            return Ok(());
        }
        let networks: Vec<_> = graphs::covert(&self.data)?
            .into_iter()
            .filter(|it| it.graph.nodes() <= self.nodes)
            .collect();
        say(
            "k measure | networks, proven | sets looked at | seconds, slowest | degree, betweenness leave more on",
        );
        for count in 1..=self.count {
            let mut apart = Tally::default();
            let mut within = Tally::default();
            let mut distance = Tally::default();
            for it in &networks {
                let targets = Targets::new(&it.graph, &BTreeSet::new())?;
                let wanted = Wanted::of(count);
                let found = apart.of(&it.name, || fragmentation(&targets, &wanted));
                for (method, falls) in [
                    (Method::Degree, &mut apart.degree),
                    (Method::Betweenness, &mut apart.betweenness),
                ] {
                    let order = method.order(&targets, 100_000_000, 1).cut(count);
                    *falls += usize::from(pairs_left(&targets, &order) > found.after);
                }
                within.of(&it.name, || reach(&targets, &wanted, Near::Within(2)));
                distance.of(&it.name, || reach(&targets, &wanted, Near::ByDistance));
            }
            say(&apart.row(count, "KPP-NEG, pairs left"));
            say(&within.row(count, "KPP-POS, within 2"));
            say(&distance.row(count, "KPP-POS, by distance"));
        }
        Ok(())
    }
}

impl Tally {
    fn of(&mut self, name: &str, found: impl FnOnce() -> Players) -> Players {
        let start = Instant::now();
        let found = found();
        let seconds = start.elapsed().as_secs_f64();
        self.networks += 1;
        self.seconds += seconds;
        if seconds > self.slowest.0 {
            self.slowest = (seconds, name.to_owned());
        }
        if let Proof::Exact { sets, .. } = found.proof {
            self.exact += 1;
            self.sets += sets;
        }
        found
    }

    fn row(&self, count: usize, measure: &str) -> String {
        format!(
            "{count} {measure} | {}, {} | {} | {:.2}, {:.3} ({}) | {}, {}",
            self.networks,
            self.exact,
            self.sets,
            self.seconds,
            self.slowest.0,
            self.slowest.1,
            self.degree,
            self.betweenness,
        )
    }
}
