//! All measures of one network, each with its range over resampled links.

use super::given::Given;
use inquiry::network::community::{self, Partition, Settings, leiden_layers};
use inquiry::network::csr::Csr;
use inquiry::network::invalid::Invalid;
use inquiry::network::layered::Arc;
use inquiry::network::measures as m;
use inquiry::network::measures::ranges::{self, Ranking, Rounds};

/// What is measured, in the order of [`Measured::values`].
pub(in crate::cli) const MEASURES: [&str; 12] = [
    "betweenness",
    "degree",
    "strength",
    "closeness",
    "harmonic",
    "eigenvector",
    "pagerank",
    "core",
    "constraint",
    "effective_size",
    "reciprocity",
    "brokerage",
];

/// Nodes times ties up to which everything is measured, and exactly.
const SMALL: usize = 2_000_000;
/// Nodes times contacts up to which their order in time is followed.
const FOLLOWED: usize = 100_000_000;
/// Rounds of resampling, and in large networks.
const ROUNDS: (usize, usize) = (100, 20);
/// Seed of everything drawn, so that the same command says the same.
pub(super) const SEED: u64 = 1;
/// Error that estimated betweenness keeps below, and the chance that it does not.
const BOUND: (f64, f64) = (0.05, 0.05);

/// All figures of one network.
pub(super) struct Measured {
    /// All layers joined, direction left out; a tie weighs as many contacts, or claims where there are none, as it rests on.
    pub(super) graph: Csr,
    /// Whether everything was computed, and exactly.
    pub(super) exact: bool,
    pub(super) rounds: usize,
    /// One list for each of [`MEASURES`]; an empty one is not computed in a large network.
    pub(super) values: Vec<Vec<f64>>,
    /// Rankings with 10 and with 30 in a hundred links missing, beside the values.
    pub(super) few: Vec<Ranking>,
    pub(super) many: Vec<Ranking>,
    /// Communities of the layers kept apart.
    pub(super) communities: Partition,
    /// Share of the ties inside communities that stay inside with 10 and with 30 in a hundred links missing.
    pub(super) together: [f64; 2],
    /// Only of small networks.
    pub(super) brokerage: Option<Vec<m::Brokerage>>,
    /// Where contacts have times.
    pub(super) order: Option<m::Order>,
    /// Share of all directed ties that are returned.
    pub(super) returned: Option<f64>,
}

impl Measured {
    /// Nodes by rank of one measure, at most so many.
    pub(super) fn order_by(&self, measure: usize, top: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.graph.nodes()).collect();
        order.sort_by_key(|node| (self.few[measure].ranges[*node].rank, *node));
        order.truncate(top);
        order
    }

    /// One value of one node, by the measure's name.
    pub(super) fn value(&self, name: &str, node: usize) -> Option<f64> {
        let at = MEASURES.iter().position(|one| *one == name)?;
        self.values[at].get(node).copied()
    }

    /// How betweenness came about.
    pub(super) fn method(&self) -> String {
        if self.exact {
            return "exact".to_owned();
        }
        format!(
            "estimated: none is off by more than {} but with probability {}",
            BOUND.0, BOUND.1
        )
    }
}

pub(super) fn measure(given: &Given) -> Result<Measured, Invalid> {
    let ties = given.net.ties(&[], None);
    let kept: Vec<f64> = ties.iter().map(|tie| f64::from(tie.kept)).collect();
    let all: Vec<usize> = (0..ties.len()).collect();
    let it = Ties {
        given,
        all: &ties,
        exact: given.names.len().saturating_mul(ties.len()) <= SMALL,
    };
    let rounds = if it.exact { ROUNDS.0 } else { ROUNDS.1 };
    let shaken = |missing| Rounds {
        missing,
        count: rounds,
        seed: SEED,
    };
    let communities = it.communities(&all)?;
    let pairs: Vec<(u32, u32)> = ties.iter().map(|tie| (tie.from, tie.to)).collect();
    let together = |missing| {
        ranges::together(
            &pairs,
            &communities.labels,
            &kept,
            &shaken(missing),
            |there| Ok(it.communities(there)?.labels),
        )
    };
    let together = [together(0.1)?, together(0.3)?];
    let ranked = |missing| ranges::rankings(&kept, &shaken(missing), |there| it.values(there));
    let directed = it.directed(&all)?;
    let followed = given.names.len().saturating_mul(given.passed.len()) <= FOLLOWED;
    Ok(Measured {
        values: it.values(&all)?,
        few: ranked(0.1)?,
        many: ranked(0.3)?,
        brokerage: it
            .exact
            .then(|| m::brokerage(&directed, &communities.labels)),
        order: (followed && !given.passed.is_empty())
            .then(|| m::order(given.names.len(), &given.passed)),
        returned: m::reciprocity(&it.one_way(&all)?).overall,
        exact: it.exact,
        rounds,
        communities,
        together,
        graph: it.joined(&all)?,
    })
}

/// The ties of a network, of which each round takes some.
struct Ties<'a> {
    given: &'a Given,
    all: &'a [Arc],
    exact: bool,
}

impl Ties<'_> {
    fn of<'a>(&'a self, there: &'a [usize]) -> impl Iterator<Item = &'a Arc> + Clone {
        there.iter().map(|at| &self.all[*at])
    }

    fn goes_one_way(&self, tie: &Arc) -> bool {
        let kinds = self.given.net.kinds();
        kinds[usize::from(tie.layer)].directed
    }

    /// All layers joined, without direction.
    fn joined(&self, there: &[usize]) -> Result<Csr, Invalid> {
        let edges = self.of(there).map(|tie| (tie.from, tie.to, tie.weight));
        Csr::undirected(self.given.names.len(), &edges.collect::<Vec<_>>())
    }

    /// All layers joined; ties without direction go both ways.
    fn directed(&self, there: &[usize]) -> Result<Csr, Invalid> {
        let ties = self.of(there);
        let mut arcs: Vec<_> = ties.map(|tie| (tie.from, tie.to, tie.weight)).collect();
        let both = self.of(there).filter(|tie| !self.goes_one_way(tie));
        arcs.extend(both.map(|tie| (tie.to, tie.from, tie.weight)));
        Csr::directed(self.given.names.len(), &arcs)
    }

    /// Only what has a direction.
    fn one_way(&self, there: &[usize]) -> Result<Csr, Invalid> {
        let arcs = self.of(there).filter(|tie| self.goes_one_way(tie));
        let arcs: Vec<_> = arcs.map(|tie| (tie.from, tie.to, 1.0)).collect();
        Csr::directed(self.given.names.len(), &arcs)
    }

    /// Communities of all layers, kept apart.
    fn communities(&self, there: &[usize]) -> Result<Partition, Invalid> {
        let mut edges = vec![Vec::new(); self.given.net.kinds().len()];
        for tie in self.of(there) {
            edges[usize::from(tie.layer)].push((tie.from, tie.to, tie.weight));
        }
        let graphs: Result<Vec<Csr>, Invalid> = edges
            .iter()
            .filter(|edges| !edges.is_empty())
            .map(|edges| Csr::undirected(self.given.names.len(), edges))
            .collect();
        let mut graphs = graphs?;
        if graphs.is_empty() {
            graphs.push(Csr::undirected(self.given.names.len(), &[])?);
        }
        let layers: Vec<_> = graphs
            .iter()
            .map(|graph| community::Layer { graph, weight: 1.0 })
            .collect();
        leiden_layers(&layers, &Settings::default())
    }

    /// One list for each of [`MEASURES`].
    fn values(&self, there: &[usize]) -> Result<Vec<Vec<f64>>, Invalid> {
        let graph = self.joined(there)?;
        let mut strength = vec![0.0; graph.nodes()];
        for tie in self.of(there) {
            strength[tie.from as usize] += f64::from(tie.weight);
            strength[tie.to as usize] += f64::from(tie.weight);
        }
        let whole = |values: Vec<u32>| values.into_iter().map(f64::from).collect::<Vec<f64>>();
        let degree = graph
            .numbers()
            .map(|node| u32::try_from(graph.degree(node)).unwrap_or(u32::MAX));
        let mutual = m::reciprocity(&self.one_way(there)?);
        let (mut near, mut harmonic) = (Vec::new(), Vec::new());
        let (mut constraint, mut size) = (Vec::new(), Vec::new());
        let mut across = Vec::new();
        let between = if self.exact {
            for it in m::nearness(&graph) {
                near.push(it.closeness);
                harmonic.push(it.harmonic);
            }
            for hole in m::holes(&graph) {
                constraint.push(hole.constraint);
                size.push(hole.effective_size);
            }
            let labels = self.communities(there)?.labels;
            across = brokered(&m::brokerage(&self.directed(there)?, &labels));
            m::betweenness(&graph)
        } else {
            m::sampled_betweenness(&graph, BOUND.0, BOUND.1, SEED).values
        };
        Ok(vec![
            between,
            whole(degree.collect()),
            strength,
            near,
            harmonic,
            m::eigenvector(&graph, 1e-9),
            m::pagerank(&self.directed(there)?, 1e-10),
            whole(m::core_numbers(&graph)),
            constraint,
            size,
            mutual.shares.iter().map(|it| it.unwrap_or(0.0)).collect(),
            across,
        ])
    }
}

/// How many pairs of two communities stand apart but for each node.
#[expect(clippy::cast_precision_loss, reason = "pairs are far below 2^52")]
fn brokered(brokers: &[m::Brokerage]) -> Vec<f64> {
    brokers.iter().map(|it| it.across() as f64).collect()
}
