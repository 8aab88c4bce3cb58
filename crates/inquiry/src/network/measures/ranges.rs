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

/// How often and with what networks are resampled.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rounds {
    /// Share of all links taken to be missing, 0 to 1.
    pub missing: f64,
    /// How many rounds.
    pub count: usize,
    /// Seed of what is drawn.
    pub seed: u64,
}

/// Between which ranks and values a node falls; rank 1 is the highest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// Rank with all links as they are.
    pub rank: usize,
    /// Rank that one round in twenty is better than.
    pub best: usize,
    /// Rank that one round in twenty is worse than.
    pub worst: usize,
    /// Value that one round in twenty is below.
    pub low: f64,
    /// Value that one round in twenty is above.
    pub high: f64,
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

impl Rounds {
    /// The links that one round keeps, by their places; `kept` says how likely each is.
    pub fn links(&self, kept: &[f64], round: usize) -> Vec<usize> {
        let mut random = Random::stream(self.seed, round as u64);
        (0..kept.len())
            .filter(|at| random.happens(kept[*at] * (1.0 - self.missing)))
            .collect()
    }
}

/// Ranks by several measures at once over resampled networks in which some links are left out beside the doubtful ones.
///
/// `measure` gets the places of the links that are there and gives one list of values for each measure, each with one
/// value a node. The same seed gives the same ranges.
pub fn rankings(
    kept: &[f64],
    rounds: &Rounds,
    measure: impl Fn(&[usize]) -> Result<Vec<Vec<f64>>, Invalid>,
) -> Result<Vec<Ranking>, Invalid> {
    let all: Vec<usize> = (0..kept.len()).collect();
    let mut drawn: Vec<Drawn> = measure(&all)?.into_iter().map(Drawn::new).collect();
    for round in 0..rounds.count {
        let values = measure(&rounds.links(kept, round))?;
        for (it, values) in drawn.iter_mut().zip(values) {
            it.add(values);
        }
    }
    Ok(drawn.into_iter().map(Drawn::ranking).collect())
}

/// Ranks by `measure` over `rounds` resampled undirected graphs in which `missing` (0 to 1) of the links are left out beside
/// the doubtful ones. The same seed gives the same ranges.
pub fn ranking(
    nodes: usize,
    links: &[Doubtful],
    missing: f64,
    rounds: usize,
    seed: u64,
    measure: impl Fn(&Csr) -> Vec<f64>,
) -> Result<Ranking, Invalid> {
    let rounds = Rounds {
        missing,
        count: rounds,
        seed,
    };
    let kept: Vec<f64> = links.iter().map(|link| link.3).collect();
    let all = rankings(&kept, &rounds, |there| {
        let edges: Vec<_> = there
            .iter()
            .map(|at| (links[*at].0, links[*at].1, links[*at].2))
            .collect();
        Ok(vec![measure(&Csr::undirected(nodes, &edges)?)])
    })?;
    // One measure gives one ranking.
    Ok(all.into_iter().next().unwrap_or(Ranking {
        ranges: Vec::new(),
        first_stays: 0.0,
        top_stays: 0.0,
    }))
}

/// What one measure gave, with all links and in every round so far.
struct Drawn {
    value: Vec<f64>,
    rank: Vec<usize>,
    /// Ranks and values of each node, round by round.
    seen: Vec<(Vec<usize>, Vec<f64>)>,
    rounds: usize,
    first: usize,
    top: usize,
}

impl Drawn {
    fn new(value: Vec<f64>) -> Self {
        Self {
            rank: ranks(&value),
            seen: vec![(Vec::new(), Vec::new()); value.len()],
            value,
            rounds: 0,
            first: 0,
            top: 0,
        }
    }

    /// How many count as the top.
    fn most(&self) -> usize {
        self.value.len().min(10)
    }

    fn add(&mut self, values: Vec<f64>) {
        let most = self.most();
        self.rounds += 1;
        for (node, rank) in ranks(&values).into_iter().enumerate() {
            self.seen[node].0.push(rank);
            self.first += usize::from(self.rank[node] == 1 && rank == 1);
            self.top += usize::from(self.rank[node] <= most && rank <= most);
        }
        for (node, value) in values.into_iter().enumerate() {
            self.seen[node].1.push(value);
        }
    }

    fn ranking(mut self) -> Ranking {
        let most = self.most();
        let held = |bound: usize| self.rank.iter().filter(|rank| **rank <= bound).count();
        let share = |count: usize, of: usize| ratio(count, (self.rounds * of).max(1));
        let (first_stays, top_stays) = (share(self.first, held(1)), share(self.top, held(most)));
        let ranges = self
            .seen
            .iter_mut()
            .enumerate()
            .map(|(node, (ranks, values))| {
                ranks.sort_unstable();
                values.sort_unstable_by(f64::total_cmp);
                let (rank, value) = (self.rank[node], self.value[node]);
                let at = |share: usize| ranks.get(ranks.len() * share / 100).copied();
                let of = |share: usize| values.get(values.len() * share / 100).copied();
                Range {
                    rank,
                    best: at(5).unwrap_or(rank),
                    worst: at(95).unwrap_or(rank),
                    low: of(5).unwrap_or(value),
                    high: of(95).unwrap_or(value),
                }
            });
        Ranking {
            ranges: ranges.collect(),
            first_stays,
            top_stays,
        }
    }
}

/// Of the pairs of linked nodes that are in one community, the share that stays so, over all rounds; 1 without any.
///
/// `pairs` are the linked nodes, `labels` the communities with all links, `again` those with the links of a round.
pub fn together(
    pairs: &[(u32, u32)],
    labels: &[u32],
    kept: &[f64],
    rounds: &Rounds,
    again: impl Fn(&[usize]) -> Result<Vec<u32>, Invalid>,
) -> Result<f64, Invalid> {
    let one =
        |labels: &[u32], pair: &(u32, u32)| labels[pair.0 as usize] == labels[pair.1 as usize];
    let (mut stay, mut all) = (0, 0);
    for round in 0..rounds.count {
        let now = again(&rounds.links(kept, round))?;
        for pair in pairs.iter().filter(|pair| one(labels, pair)) {
            all += 1;
            stay += usize::from(one(&now, pair));
        }
    }
    Ok(if all == 0 { 1.0 } else { ratio(stay, all) })
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
