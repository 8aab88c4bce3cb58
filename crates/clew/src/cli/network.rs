//! `clew network`: where people stand in a case or a file of edges, and how far that holds.

use super::args;
use super::error::{Failure, FailureKind};
use super::view::{self, View, one_line};
use super::{filter, out};
use crate::casefile::Study;
use crate::edges;
use crate::redact::{Mask, Redacted};
use inquiry::network::csr::Csr;
use inquiry::network::measures as m;
use inquiry::network::measures::ranges::{self, Doubtful, Ranking};
use model::{Layer, Link};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};

/// Nodes times edges up to which everything is exact.
const SMALL: usize = 2_000_000;
/// Rounds of resampling, and in large networks.
const ROUNDS: (usize, usize) = (100, 20);
/// Seed of everything drawn, so that the same command says the same.
const SEED: u64 = 1;
/// Error that estimated betweenness keeps below, and the chance that it does not.
const BOUND: (f64, f64) = (0.05, 0.05);

/// A network as it is measured, whatever it came from.
struct Given {
    /// Names, as shown.
    names: Vec<String>,
    /// Identifier of each node.
    ids: Vec<String>,
    /// Roles that sources claim, beside the positions.
    roles: Vec<Vec<String>>,
    /// Every link with how likely it is kept.
    links: Vec<Doubtful>,
    /// Identifiers of the links of each node.
    rests: Vec<Vec<String>>,
    /// Which layers went in, and how many links of each.
    layers: BTreeMap<String, usize>,
    /// Links left out because their time is not known.
    timeless: usize,
}

/// All figures of one network.
struct Measured {
    graph: Csr,
    exact: bool,
    rounds: usize,
    between: Vec<f64>,
    pagerank: Vec<f64>,
    cores: Vec<u32>,
    strength: Vec<f64>,
    /// Only of small networks.
    holes: Option<Vec<m::Hole>>,
    /// Rankings with 10 and with 30 in a hundred links missing.
    few: Ranking,
    many: Ranking,
}

pub(super) fn network(it: &args::Network, json: bool) -> Result<(), Failure> {
    let (given, mask) = if it.source.is_dir() {
        if let Some(unknown) = it.layer.iter().find(|layer| Layer::parse(layer).is_none()) {
            let words: Vec<&str> = Layer::ALL.iter().map(|layer| layer.as_str()).collect();
            return Err(Failure::case(format!("there is no layer {unknown:?}"))
                .hint(format!("one of: {}", words.join(", "))));
        }
        let view = view::open(&it.source, &it.sight, "network")?;
        (of_case(&view, it), view.mask)
    } else {
        (of_file(it)?, Mask::of(&Study::default()))
    };
    if given.links.is_empty() {
        return out::line("No two are tied by links that match. Fewer filters show more.")
            .map_err(Failure::from);
    }
    let measured = measure(&given).map_err(|error| Failure::case(error.to_string()))?;
    let mut order: Vec<usize> = (0..given.names.len()).collect();
    order.sort_by_key(|node| (measured.few.ranges[*node].rank, *node));
    order.truncate(it.top);
    if json {
        return as_json(&given, &measured, &order, &mask);
    }
    as_table(&given, &measured, &order, &mask)?;
    for node in order {
        if let Some(words) = broker(&given, &measured, node) {
            out::masked(&mask.line(&words))?;
        }
    }
    closing(&given, &measured)
}

fn of_case(view: &View, it: &args::Network) -> Given {
    let study = &view.study;
    let links = &study.network.links;
    let only_weak = links.iter().all(|link| link.layer == Layer::NamedTogether);
    let asked = |link: &Link| {
        if it.layer.is_empty() {
            only_weak || link.layer != Layer::NamedTogether
        } else {
            it.layer.iter().any(|layer| layer == link.layer.as_str())
        }
    };
    let (mut kept, mut timeless) = (Vec::new(), 0);
    for link in links.iter().filter(|link| asked(link)) {
        if (it.from.is_some() || it.to.is_some()) && link.interval.first.is_none() {
            timeless += 1;
        } else if filter::in_interval(link, it.from, it.to) {
            kept.push(link);
        }
    }
    let ends: BTreeSet<_> = kept
        .iter()
        .flat_map(|link| [&link.from, &link.to])
        .collect();
    let number: BTreeMap<_, u32> = ends.iter().copied().zip(0..).collect();
    let mut rests = vec![Vec::new(); ends.len()];
    let mut layers = BTreeMap::new();
    let mut drawn = Vec::with_capacity(kept.len());
    for link in kept {
        let (from, to) = (number[&link.from], number[&link.to]);
        *layers.entry(link.layer.to_string()).or_default() += 1;
        rests[from as usize].push(link.id.to_string());
        rests[to as usize].push(link.id.to_string());
        let certainty = if link.contacts.is_empty() {
            link.certainty
        } else {
            None
        };
        drawn.push((from, to, 1.0, ranges::kept(certainty)));
    }
    let roles = |id| {
        let held = view.entity(id).map(|entity| entity.roles.as_slice());
        let words = held.unwrap_or_default().iter();
        words
            .map(|held| format!("{} ({})", held.role, held.certainty))
            .collect()
    };
    Given {
        names: ends.iter().map(|id| view.entity_name(id)).collect(),
        ids: ends.iter().map(ToString::to_string).collect(),
        roles: ends.iter().map(|id| roles(id)).collect(),
        links: drawn,
        rests,
        layers,
        timeless,
    }
}

fn of_file(it: &args::Network) -> Result<Given, Failure> {
    let path = &it.source;
    if it.from.is_some() || it.to.is_some() {
        return Err(Failure::case("--from and --to are for cases")
            .hint("leave them out, or cut the file by its time column"));
    }
    let bytes = std::fs::read(path).map_err(|error| Failure::io(path, &error))?;
    let read = edges::parse(&String::from_utf8_lossy(&bytes)).map_err(|error| {
        Failure::new(FailureKind::Io, format!("{}: {error}", path.display())).hint(
            "a first line `N M` and then `a b` a line, or a table from,to[,weight,layer,time]",
        )
    })?;
    let mut layers = BTreeMap::new();
    let mut links = Vec::with_capacity(read.edges.len());
    for edge in &read.edges {
        let layer = edge.layer.and_then(|at| read.layers.get(at as usize));
        let layer = layer.map_or("unnamed", String::as_str);
        if it.layer.is_empty() || it.layer.iter().any(|wanted| wanted == layer) {
            *layers.entry(layer.to_owned()).or_default() += 1;
            links.push((edge.from, edge.to, edge.weight, 1.0));
        }
    }
    Ok(Given {
        roles: vec![Vec::new(); read.names.len()],
        rests: vec![Vec::new(); read.names.len()],
        ids: read.names.clone(),
        names: read.names,
        links,
        layers,
        timeless: 0,
    })
}

fn measure(given: &Given) -> Result<Measured, inquiry::network::invalid::Invalid> {
    let nodes = given.names.len();
    let edges: Vec<_> = given.links.iter().map(|&(a, b, w, _)| (a, b, w)).collect();
    let graph = Csr::undirected(nodes, &edges)?;
    let exact = nodes.saturating_mul(graph.edges()) <= SMALL;
    let between = |graph: &Csr| {
        if exact {
            return m::betweenness(graph);
        }
        m::sampled_betweenness(graph, BOUND.0, BOUND.1, SEED).values
    };
    let rounds = if exact { ROUNDS.0 } else { ROUNDS.1 };
    let ranking = |missing| ranges::ranking(nodes, &given.links, missing, rounds, SEED, between);
    Ok(Measured {
        few: ranking(0.1)?,
        many: ranking(0.3)?,
        between: between(&graph),
        pagerank: m::pagerank(&graph, 1e-10),
        cores: m::core_numbers(&graph),
        strength: m::strength(&graph),
        holes: exact.then(|| m::holes(&graph)),
        exact,
        rounds,
        graph,
    })
}

fn as_table(given: &Given, it: &Measured, order: &[usize], mask: &Mask) -> Result<(), Failure> {
    let head = [
        "rank",
        "10 % missing",
        "30 % missing",
        "who",
        "id",
        "tied to",
        "betweenness",
        "PageRank",
        "core",
        "constraint",
        "roles claimed",
    ];
    let range = |ranking: &Ranking, node: usize| {
        let range = ranking.ranges[node];
        format!("{} to {}", range.best, range.worst)
    };
    let rows: Vec<Vec<Redacted<String>>> = order
        .iter()
        .map(|&node| {
            let number = u32::try_from(node).unwrap_or(u32::MAX);
            let hole = it
                .holes
                .as_ref()
                .map(|holes| format!("{:.3}", holes[node].constraint));
            let cells = [
                it.few.ranges[node].rank.to_string(),
                range(&it.few, node),
                range(&it.many, node),
                one_line(&given.names[node], 40),
                given.ids[node].clone(),
                it.graph.degree(number).to_string(),
                format!("{:.4}", it.between[node]),
                format!("{:.5}", it.pagerank[node]),
                it.cores[node].to_string(),
                hole.unwrap_or_default(),
                given.roles[node].join(", "),
            ];
            cells.iter().map(|cell| mask.line(cell)).collect()
        })
        .collect();
    out::table(&head, &rows, "Nobody.")?;
    Ok(())
}

/// What exists only through a node, in words; `None` if nobody is cut off without it.
fn broker(given: &Given, it: &Measured, node: usize) -> Option<String> {
    const NAMED: usize = 5;
    let groups = m::groups_without(&it.graph, u32::try_from(node).ok()?);
    let (largest, cut) = groups.split_first()?;
    if cut.is_empty() {
        return None;
    }
    let named = |group: &Vec<u32>| {
        let names: Vec<&str> = group
            .iter()
            .take(NAMED)
            .map(|one| given.names[*one as usize].as_str())
            .collect();
        let more = group.len().saturating_sub(NAMED);
        let rest = if more > 0 {
            format!(" and {more} more")
        } else {
            String::new()
        };
        format!("{}{rest}", names.join(", "))
    };
    let shown: Vec<String> = cut.iter().take(NAMED).map(named).collect();
    let more = cut.len().saturating_sub(NAMED);
    let rest = if more > 0 {
        format!("; and {more} groups more")
    } else {
        String::new()
    };
    let rests = &given.rests[node];
    let on = if rests.is_empty() {
        String::new()
    } else {
        let ids: Vec<&str> = rests.iter().take(NAMED).map(String::as_str).collect();
        format!(
            " Rests on {} of {} links: {}.",
            ids.len(),
            rests.len(),
            ids.join(", ")
        )
    };
    Some(format!(
        "Only through {} is the group of {} tied to: {}{rest}.{on}",
        given.names[node],
        largest.len(),
        shown.join("; "),
    ))
}

/// How the figures came about and how far they hold.
fn closing(given: &Given, it: &Measured) -> Result<(), Failure> {
    let layers: Vec<String> = given
        .layers
        .iter()
        .map(|(name, n)| format!("{name} {n}"))
        .collect();
    out::line(&format!(
        "{} nodes, {} ties, taken together from the layers: {}. Direction is not used here.",
        given.names.len(),
        it.graph.edges(),
        layers.join(", ")
    ))?;
    if given.timeless > 0 {
        out::line(&format!(
            "{} links of no known time were left out.",
            given.timeless
        ))?;
    }
    out::line(&format!(
        "Ranked by betweenness, {}. Ranks in which nine of ten of {} rounds fall, with doubtful links kept by their certainty.",
        method(it),
        it.rounds
    ))?;
    for (missing, ranking) in [(10, &it.few), (30, &it.many)] {
        let word = if ranking.is_stable() {
            "stable"
        } else {
            "NOT stable: read no order into it"
        };
        out::line(&format!(
            "With {missing} % of the links missing the ranking is {word} (first stays first in {:.0} % of rounds, top ten keep {:.0} %).",
            ranking.first_stays * 100.0,
            ranking.top_stays * 100.0
        ))?;
    }
    out::line("Roles are what sources claim; positions are no roles and no guilt.")?;
    Ok(())
}

fn method(it: &Measured) -> String {
    if it.exact {
        return "exact".to_owned();
    }
    format!(
        "estimated: none is off by more than {} but with probability {}",
        BOUND.0, BOUND.1
    )
}

fn as_json(given: &Given, it: &Measured, order: &[usize], mask: &Mask) -> Result<(), Failure> {
    for &node in order {
        let number = u32::try_from(node).unwrap_or(u32::MAX);
        let hole = it.holes.as_ref().map(|holes| holes[node]);
        let range = |ranking: &Ranking| [ranking.ranges[node].best, ranking.ranges[node].worst];
        let cut: Vec<usize> = m::groups_without(&it.graph, number)
            .iter()
            .map(Vec::len)
            .collect();
        out::json(&mask.json(json!({
            "id": given.ids[node], "name": given.names[node], "rank": it.few.ranges[node].rank,
            "rank_10_missing": range(&it.few), "rank_30_missing": range(&it.many),
            "degree": it.graph.degree(number), "strength": it.strength[node],
            "betweenness": it.between[node], "pagerank": it.pagerank[node], "core": it.cores[node],
            "constraint": hole.map(|hole| hole.constraint),
            "effective_size": hole.map(|hole| hole.effective_size),
            "groups_without": cut, "links": given.rests[node], "roles_claimed": given.roles[node],
        })))?;
    }
    out::json(&mask.json(json!({
        "nodes": given.names.len(), "ties": it.graph.edges(), "layers": given.layers,
        "left_out_without_time": given.timeless, "betweenness": method(it), "rounds": it.rounds, "seed": SEED,
        "stable_10_missing": it.few.is_stable(), "stable_30_missing": it.many.is_stable(),
    })))
}
