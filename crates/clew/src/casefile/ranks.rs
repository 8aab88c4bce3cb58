//! Ranks by betweenness, with what they become when links are missing or doubtful.

use inquiry::network::csr::Csr;
use inquiry::network::measures::betweenness;
use inquiry::network::measures::ranges::{self, Doubtful, Ranking};
use model::Link;

/// Ends up to which ranks are played with missing links.
const SMALL: usize = 2_000;
/// Rounds of that, the share of links left out in each, and the seed.
const ROUNDS: (usize, f64, u64) = (100, 0.1, 1);

/// Betweenness in a network, and its ranks where one link in ten is missing and doubtful ones are left out by their certainty;
/// `links` come with their ends. Nothing of a large network.
pub(super) fn ranks<'a>(
    graph: &Csr,
    links: impl Iterator<Item = (&'a Link, u32, u32)>,
) -> Option<(Vec<f64>, Ranking)> {
    if graph.nodes() > SMALL {
        return None;
    }
    let links: Vec<Doubtful> = links
        .filter(|(_, from, to)| from != to)
        .map(|(link, from, to)| {
            let said = link.certainty.filter(|_| link.contacts.is_empty());
            (from, to, 1.0, ranges::kept(said))
        })
        .collect();
    let (rounds, missing, seed) = ROUNDS;
    let ranking = ranges::ranking(graph.nodes(), &links, missing, rounds, seed, betweenness);
    Some((betweenness(graph), ranking.ok()?))
}
