//! Links by layer, and the positions of their ends.

use super::ranks::ranks;
use super::{Desk, EntityLine, LayerLines, LinkLine, NodeLine, Rests, Study};
use crate::tied;
use inquiry::network::csr::Csr;
use inquiry::network::measures::ranges::Range;
use model::{Claim, ClaimId, EntityId, Layer, Link, PartialDate};
use std::collections::{BTreeMap, BTreeSet};

/// Most citations of one link.
const MOST: usize = 6;

/// The ends of all links, and the links by layer.
pub(super) fn lines(
    desk: &mut Desk<'_>,
    people: &[EntityLine],
    bodies: &[EntityLine],
) -> (Vec<NodeLine>, Vec<LayerLines>) {
    let study = desk.study;
    let positions: BTreeMap<_, _> = study
        .network
        .positions
        .iter()
        .map(|one| (&one.entity, one))
        .collect();
    let numbers: BTreeMap<_, usize> = people
        .iter()
        .chain(bodies)
        .filter_map(|line| Some((line.name.entity.clone()?, line.number)))
        .collect();
    let mut index: BTreeMap<&EntityId, usize> = BTreeMap::new();
    for link in &study.network.links {
        for end in [&link.from, &link.to] {
            index.insert(end, 0);
        }
    }
    let standing = standing(study);
    let mut nodes = Vec::with_capacity(index.len());
    for (id, at) in &mut index {
        *at = nodes.len();
        let position = positions.get(id);
        nodes.push(NodeLine {
            name: desk.name(id),
            kind: desk
                .entities
                .get(id)
                .map_or("", |entity| entity.kind.as_str()),
            entity: numbers.get(id).copied(),
            degree: position.map_or(0, |one| one.degree),
            betweenness: standing
                .get(id)
                .map_or_else(|| position.map_or(0.0, |one| one.betweenness), |one| one.0),
            ranks: standing.get(id).map(|one| (one.1.best, one.1.worst)),
            component: position.map_or(0, |one| one.component + 1),
            community: position.map_or(0, |one| one.community + 1),
        });
    }
    let mut layers = Vec::new();
    for &layer in Layer::ALL {
        let of_layer = study
            .network
            .links
            .iter()
            .filter(|link| link.layer == layer);
        let links: Vec<LinkLine> = of_layer
            .map(|link| line(desk, link, index[&link.from], index[&link.to]))
            .collect();
        if !links.is_empty() {
            layers.push(LayerLines {
                layer: layer.as_str(),
                directed: layer.is_directed(),
                links,
            });
        }
    }
    (nodes, layers)
}

/// The words under a link, the first `most` of them.
pub(super) fn rests(desk: &mut Desk<'_>, link: &Link, most: usize) -> Rests {
    let mut cites = Vec::new();
    let claims = link.claims.iter();
    cites.extend(claims.filter_map(|claim| super::findings::cite_claim(desk, claim)));
    for place in link.places.iter().take(most) {
        cites.push(desk.places.cite(place));
    }
    cites.sort_by(|a, b| (&a.file, &a.anchor).cmp(&(&b.file, &b.anchor)));
    cites.dedup();
    let more = cites.len().saturating_sub(most) + link.places.len().saturating_sub(most);
    cites.truncate(most);
    Rests { cites, more }
}

fn line(desk: &mut Desk<'_>, link: &Link, from: usize, to: usize) -> LinkLine {
    let Rests { cites, more } = rests(desk, link, MOST);
    LinkLine {
        id: link.id.to_string(),
        from,
        to,
        weight: link.weight,
        interval: interval(
            link.interval.first.as_deref(),
            link.interval.last.as_deref(),
        ),
        months: months(desk, link),
        certainty: link.certainty.map(model::Certainty::as_str),
        alleged: link.alleged_only,
        denied: link.denied,
        contacts: link.contacts.len(),
        cites,
        more,
    }
}

/// Betweenness of those who are tied, and the ranks it takes; nothing of a large network.
fn standing(study: &Study) -> BTreeMap<&EntityId, (f64, Range)> {
    let wanted = tied::usual(study);
    let links: Vec<&Link> = study.network.links.iter().filter(|it| wanted(it)).collect();
    let ends: BTreeSet<&EntityId> = links.iter().flat_map(|it| [&it.from, &it.to]).collect();
    let number: BTreeMap<&EntityId, u32> = ends.iter().copied().zip(0..).collect();
    let placed = || {
        let links = links.iter();
        links.map(|link| (*link, number[&link.from], number[&link.to]))
    };
    let edges: Vec<_> = placed().map(|(_, from, to)| (from, to, 1.0)).collect();
    let ranks = Csr::undirected(ends.len(), &edges)
        .ok()
        .and_then(|graph| ranks(&graph, placed()));
    ranks.map_or_else(BTreeMap::new, |(between, ranking)| {
        ends.into_iter()
            .zip(between.into_iter().zip(ranking.ranges))
            .collect()
    })
}

/// The times of which the claims under a link speak. When a document was published says nothing of them.
pub(crate) fn spoken<'a>(
    link: &'a Link,
    claim: impl Fn(&ClaimId) -> Option<&'a Claim> + 'a,
) -> impl Iterator<Item = PartialDate> + 'a {
    let claims = link.claims.iter().filter_map(claim);
    claims.filter_map(|claim| Some(claim.time.as_ref()?.value))
}

/// The months of its contacts, and those of which its claims speak.
fn months(desk: &Desk<'_>, link: &Link) -> Vec<String> {
    let contacts = link.contacts.iter().filter_map(|id| desk.contacts.get(id));
    let starts =
        contacts.filter_map(|contact| contact.start.as_deref()?.parse::<jiff::Timestamp>().ok());
    let claim = |id: &ClaimId| desk.claims.get(id).map(|(_, claim)| *claim);
    let spoken =
        spoken(link, claim).filter_map(|time| time.to_string().get(..7).map(str::to_owned));
    let mut months: Vec<String> = starts
        .map(|start| {
            start
                .to_zoned(desk.zone.clone())
                .strftime("%Y-%m")
                .to_string()
        })
        .chain(spoken)
        .collect();
    months.sort_unstable();
    months.dedup();
    months
}

/// From when to when, days and less exact dates as they stand, times without their clock.
pub(super) fn interval(first: Option<&str>, last: Option<&str>) -> String {
    let day = |time: &str| time.get(..10).unwrap_or(time).to_owned();
    match (first.map(day), last.map(day)) {
        (Some(first), Some(last)) if first == last => first,
        (Some(first), Some(last)) => format!("{first} to {last}"),
        (Some(first), None) => format!("from {first}"),
        (None, Some(last)) => format!("until {last}"),
        (None, None) => String::new(),
    }
}
