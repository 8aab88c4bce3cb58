//! Plans of links: which ties to cut, so that nobody is removed. Ties of the protected to others may be cut; ties among them never.

mod methods;
mod rebuild;

use super::curve::{APART, Curve};
use super::targets::Targets;
use super::union::Groups;
use super::{Method, Settings, bound};
use crate::network::csr::Csr;
use crate::network::invalid::Invalid;

/// Methods whose names stand in answers, in the order in which they are tried.
const METHODS: [&str; 4] = ["built-up", "spectral", "betweenness", "isolation"];

/// Links that may be cut, as [`Targets`] allow.
///
/// Protected people who are tied to one another are one node here: what ties them is not there to be cut, whatever a method asks for.
struct Cuts {
    /// Nodes of the network, of those taken together each counted.
    nodes: u32,
    /// The network with the protected taken together.
    graph: Csr,
    /// How many each of its nodes stands for.
    size: Vec<u32>,
    /// The two ends of each of its links, as in [`Csr::pairs`].
    ends: Vec<(u32, u32)>,
    /// The links of the network under each of them.
    under: Vec<Vec<(u32, u32)>>,
    /// For each node of `graph`, the link beside each neighbour.
    beside: Vec<Vec<u32>>,
    /// The node of `graph` that stands for each of the network.
    stands: Vec<u32>,
}

/// A plan of links, with what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct LinkPlan {
    /// The method that it began with.
    pub method: &'static str,
    /// The links to cut, in order; smaller end first.
    pub links: Vec<(u32, u32)>,
    /// The largest group after each cut.
    pub curve: Curve,
}

impl Cuts {
    fn new(targets: &Targets<'_>) -> Result<Self, Invalid> {
        let whole = targets.graph();
        let mut kept = Groups::new(whole.nodes());
        let spared = |one: u32, other: u32| !targets.may(one) && !targets.may(other);
        for (one, other, _) in whole.pairs().filter(|it| spared(it.0, it.1)) {
            kept.join(one, other);
        }
        let mut number = vec![u32::MAX; whole.nodes()];
        let mut size: Vec<u32> = Vec::new();
        let mut stands = Vec::with_capacity(whole.nodes());
        for node in whole.numbers() {
            let head = kept.head(node) as usize;
            if number[head] == u32::MAX {
                number[head] = u32::try_from(size.len()).unwrap_or(u32::MAX);
                size.push(0);
            }
            size[number[head] as usize] += 1;
            stands.push(number[head]);
        }
        let mut links: Vec<(u32, u32, u32, u32)> = Vec::new();
        for (one, other, _) in whole.pairs() {
            let (a, b) = (stands[one as usize], stands[other as usize]);
            if a != b {
                links.push((a.min(b), a.max(b), one, other));
            }
        }
        links.sort_unstable();
        let edges: Vec<_> = links.iter().map(|it| (it.0, it.1, 1.0)).collect();
        let graph = Csr::undirected(size.len(), &edges)?;
        let (mut ends, mut under) = (Vec::new(), Vec::new());
        for group in links.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            ends.push((group[0].0, group[0].1));
            under.push(group.iter().map(|it| (it.2, it.3)).collect());
        }
        let mut beside: Vec<Vec<u32>> = vec![Vec::new(); size.len()];
        // Sorted by the smaller end, then the larger: each node meets its neighbours in order, smaller ones first.
        for (link, &(_, other)) in (0_u32..).zip(&ends) {
            beside[other as usize].push(link);
        }
        for (link, &(one, _)) in (0_u32..).zip(&ends) {
            beside[one as usize].push(link);
        }
        Ok(Self {
            nodes: u32::try_from(whole.nodes()).unwrap_or(u32::MAX),
            graph,
            size,
            ends,
            under,
            beside,
            stands,
        })
    }

    /// The neighbours of a node, each with the link to it.
    fn near(&self, node: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let near = self.graph.near(node).iter().copied();
        near.zip(self.beside[node as usize].iter().copied())
    }

    /// The largest group after each cut of single links of the network.
    fn curve(&self, order: &[u32]) -> Curve {
        let mut there = vec![true; self.ends.len()];
        for &link in order {
            there[link as usize] = false;
        }
        let mut groups = Groups::sized(self.size.clone());
        for (link, &(one, other)) in self.ends.iter().enumerate() {
            if there[link] {
                groups.join(one, other);
            }
        }
        let mut largest = Vec::new();
        for &link in order.iter().rev() {
            let (one, other) = self.ends[link as usize];
            // The last link under it parts; those before change nothing.
            largest.push(groups.largest());
            groups.join(one, other);
            let parted = self.under[link as usize].len();
            largest.extend(std::iter::repeat_n(groups.largest(), parted - 1));
        }
        largest.reverse();
        Curve {
            nodes: self.nodes,
            whole: groups.largest(),
            largest,
        }
    }

    /// As many of `order` as bring the largest group to at most `limit`; all where none do.
    fn upto<'o>(&self, order: &'o [u32], limit: u32) -> &'o [u32] {
        let curve = self.curve(order);
        if curve.whole <= limit {
            return &[];
        }
        let Some(cut) = curve.largest.iter().position(|it| *it <= limit) else {
            return order;
        };
        let mut counted = 0;
        let length = order.iter().position(|link| {
            counted += self.under[*link as usize].len();
            counted > cut
        });
        &order[..length.map_or(order.len(), |it| it + 1)]
    }
}

/// The plans of links of all methods, best first; each finished by the same re-insertion.
pub fn link_plans(targets: &Targets<'_>, settings: &Settings) -> Result<Vec<LinkPlan>, Invalid> {
    let cuts = Cuts::new(targets)?;
    let limit = bound(targets, settings.until);
    let apart = bound(targets, settings.until.max(APART));
    let mut plans: Vec<LinkPlan> = METHODS
        .iter()
        .map(|name| {
            let mut raw = match *name {
                "spectral" => methods::spectral(&cuts, limit, settings.work),
                "betweenness" => methods::betweenness(&cuts, settings.work, settings.seed),
                "isolation" => methods::isolation(
                    &cuts,
                    Method::Degree.order(targets, settings.work, 1).nodes(),
                ),
                _ => Vec::new(),
            };
            complete(&mut raw, cuts.ends.len());
            best_finish(&cuts, name, &raw, [apart, limit])
        })
        .collect();
    // Stable: among equals the method named first.
    plans.sort_by(|a, b| worth(a, settings).total_cmp(&worth(b, settings)));
    Ok(plans)
}

/// Puts behind an order what it does not name.
fn complete(order: &mut Vec<u32>, links: usize) {
    let mut named = vec![false; links];
    for &link in order.iter() {
        named[link as usize] = true;
    }
    order.extend((0_u32..).zip(named).filter(|it| !it.1).map(|it| it.0));
}

/// The best of: as it came; taken back at the wanted share; taken back at a tenth, then on to the wanted share.
fn best_finish(cuts: &Cuts, method: &'static str, raw: &[u32], limits: [u32; 2]) -> LinkPlan {
    let [apart, limit] = limits;
    let bare = cuts.upto(raw, limit).to_vec();
    let far = rebuild::rebuild(cuts, &bare, limit);
    let mut chained = rebuild::rebuild(cuts, cuts.upto(raw, apart), apart);
    complete_with(&mut chained, &far);
    complete_with(&mut chained, raw);
    let chained = cuts.upto(&chained, limit).to_vec();
    let mut ways = [bare, far, chained].map(|order| {
        let curve = cuts.curve(&order);
        (curve.area(), order, curve)
    });
    ways.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.len().cmp(&b.1.len())));
    let [(_, order, curve), ..] = ways;
    let under = order.iter().flat_map(|link| &cuts.under[*link as usize]);
    LinkPlan {
        method,
        links: under.copied().collect(),
        curve,
    }
}

/// Puts behind an order what another names beyond it.
fn complete_with(order: &mut Vec<u32>, then: &[u32]) {
    let mut named: Vec<u32> = order.clone();
    named.sort_unstable();
    order.extend(
        then.iter()
            .filter(|link| named.binary_search(link).is_err()),
    );
}

/// The area; a plan that does not get below its share comes after all that do.
fn worth(plan: &LinkPlan, settings: &Settings) -> f64 {
    let reached = plan.curve.until(settings.until.max(APART)).is_some();
    let missed = if reached { 0.0 } else { 1e12 };
    plan.curve.area() + missed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::measures::components;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn settings() -> Settings {
        Settings {
            until: 0.3,
            work: 1_000_000,
            ..Settings::default()
        }
    }

    #[test]
    fn two_cliques_part_at_their_bridge() {
        let mut edges = Vec::new();
        for base in [0_u32, 6] {
            for a in 0..6 {
                edges.extend((a + 1..6).map(|b| (base + a, base + b, 1.0)));
            }
        }
        edges.push((5, 6, 1.0));
        let graph = Csr::undirected(12, &edges).unwrap();
        let targets = Targets::new(&graph, &BTreeSet::new()).unwrap();
        let half = Settings {
            until: 0.6,
            ..settings()
        };
        let best = &link_plans(&targets, &half).unwrap()[0];
        assert_eq!(best.links, [(5, 6)]);
        assert_eq!(best.curve.largest, [6]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]

        /// Ties among the protected stay; each link is cut once; the curve is that of cutting one by one.
        #[test]
        fn ties_among_the_protected_are_never_cut(
            edges in prop::collection::vec((0_u32..14, 0_u32..14), 0..40),
            protected in prop::collection::btree_set(0_u32..14, 0..14),
        ) {
            let edges: Vec<_> = edges.into_iter().map(|(a, b)| (a, b, 1.0)).collect();
            let graph = Csr::undirected(14, &edges).unwrap();
            let targets = Targets::new(&graph, &protected).unwrap();
            let plans = link_plans(&targets, &settings()).unwrap();
            prop_assert_eq!(plans.len(), METHODS.len());
            for plan in &plans {
                prop_assert_eq!(plan.links.len(), plan.curve.largest.len());
                let mut gone = BTreeSet::new();
                for (&(a, b), &largest) in plan.links.iter().zip(&plan.curve.largest) {
                    prop_assert!(graph.has(a, b) && a < b);
                    prop_assert!(!(protected.contains(&a) && protected.contains(&b)));
                    prop_assert!(gone.insert((a, b)));
                    let kept: Vec<_> = graph.pairs().filter(|it| !gone.contains(&(it.0, it.1))).collect();
                    let groups = components(&Csr::undirected(14, &kept).unwrap());
                    let mut sizes = std::collections::BTreeMap::new();
                    for group in groups {
                        *sizes.entry(group).or_insert(0_u32) += 1;
                    }
                    prop_assert_eq!(sizes.values().copied().max().unwrap_or(0), largest);
                }
            }
        }
    }
}
