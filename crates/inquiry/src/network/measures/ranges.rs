//! Ranges: how far a ranking holds when links are missing or doubtful.
//!
//! Every round keeps each link with a probability made of how sure it is and how much is taken to be missing, and
//! ranks anew. What is shown is between which ranks nine rounds in ten fall.

use crate::network::csr::Csr;
use crate::network::invalid::Invalid;
use crate::network::random::Random;
use model::Certainty;

/// A link as it is resampled: from, to, weight, and how likely it is kept (0 to 1).
pub type Doubtful = (u32, u32, f32, f64);

/// Between which ranks a node falls; 1 is the highest value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// Rank with all links as they are.
    pub rank: usize,
    /// Rank that one round in twenty is better than.
    pub best: usize,
    /// Rank that one round in twenty is worse than.
    pub worst: usize,
}

/// Ranges of all nodes, and whether the top of the ranking can be relied on.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// One a node.
    pub ranges: Vec<Range>,
    /// Share of rounds in which the first node of the ranking stays first, 0 to 1.
    pub first_stays: f64,
    /// Mean share of the top ten that stays among the top ten, 0 to 1.
    pub top_stays: f64,
}

impl Ranking {
    /// Stable: the first stays first in nine rounds of ten, and nine of the top ten stay there.
    pub fn is_stable(&self) -> bool {
        self.first_stays >= 0.9 && self.top_stays >= 0.9
    }
}

/// How likely a link of this certainty is kept in a round; `None` is a link shown by contacts.
///
/// A choice made to see what a ranking rests on, not a probability that the link is true.
pub const fn kept(certainty: Option<Certainty>) -> f64 {
    match certainty {
        None | Some(Certainty::Confirmed) => 1.0,
        Some(Certainty::Stated) => 0.9,
        Some(Certainty::Reported) => 0.7,
        Some(Certainty::Claimed) => 0.6,
        Some(Certainty::Alleged | Certainty::Believed) => 0.5,
        Some(Certainty::Possible) => 0.3,
    }
}

/// Ranks by `measure` over `rounds` resampled graphs in which `missing` (0 to 1) of the links are left out beside the
/// doubtful ones. The same seed gives the same ranges.
pub fn ranking(
    nodes: usize,
    links: &[Doubtful],
    missing: f64,
    rounds: usize,
    seed: u64,
    measure: impl Fn(&Csr) -> Vec<f64>,
) -> Result<Ranking, Invalid> {
    let whole: Vec<_> = links.iter().map(|&(a, b, w, _)| (a, b, w)).collect();
    let base = ranks(&measure(&Csr::undirected(nodes, &whole)?));
    let mut seen: Vec<Vec<usize>> = vec![Vec::with_capacity(rounds); nodes];
    let (mut first, mut top) = (0, 0);
    let most = nodes.min(10);
    for round in 0..rounds {
        let mut random = Random::stream(seed, round as u64);
        let some: Vec<_> = links
            .iter()
            .filter(|link| random.happens(link.3 * (1.0 - missing)))
            .map(|&(a, b, w, _)| (a, b, w))
            .collect();
        let now = ranks(&measure(&Csr::undirected(nodes, &some)?));
        for (node, rank) in now.iter().enumerate() {
            seen[node].push(*rank);
            first += usize::from(base[node] == 1 && *rank == 1);
            top += usize::from(base[node] <= most && *rank <= most);
        }
    }
    let ranges = base.iter().zip(&mut seen).map(|(rank, seen)| {
        seen.sort_unstable();
        let at = |share: usize| seen.get(seen.len() * share / 100).copied().unwrap_or(*rank);
        Range {
            rank: *rank,
            best: at(5),
            worst: at(95),
        }
    });
    let ranges = ranges.collect();
    let share = |count: usize, of: usize| ratio(count, of.max(1));
    Ok(Ranking {
        ranges,
        first_stays: share(
            first,
            rounds * base.iter().filter(|rank| **rank == 1).count(),
        ),
        top_stays: share(
            top,
            rounds * base.iter().filter(|rank| **rank <= most).count(),
        ),
    })
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// Rank of every node, 1 the highest value; nodes of one value share the best rank among them.
fn ranks(values: &[f64]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|a, b| values[*b].total_cmp(&values[*a]));
    let mut ranks = vec![0; values.len()];
    for (at, &node) in order.iter().enumerate() {
        // Sums in another order differ in their last digits.
        let ties = at > 0 && (values[order[at - 1]] - values[node]).abs() < 1e-12;
        ranks[node] = if ties { ranks[order[at - 1]] } else { at + 1 };
    }
    ranks
}
