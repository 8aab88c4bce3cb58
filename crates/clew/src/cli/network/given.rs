//! The network as it is measured, whatever it came from: of a case, or of a file of edges.

use crate::casefile::{Study, spoken};
use crate::cli::args::Network;
use crate::cli::error::{Failure, FailureKind};
use crate::cli::filter;
use crate::cli::view::{self, View};
use crate::edges;
use crate::redact::Mask;
use crate::tied;
use inquiry::network::layered::{Arc, Kind, Layered, days};
use inquiry::network::measures::Passed;
use inquiry::network::measures::ranges;
use model::{Claim, ClaimId, Contact, ContactId, EntityId, Interval, Layer, Link};
use std::collections::{BTreeMap, BTreeSet};

/// A network with everything that explains it.
pub(super) struct Given {
    /// Names, each masked by itself, so that the mask never reads the end of one and the beginning of the next as one
    /// number. What holds them still goes through the mask.
    pub(super) names: Vec<String>,
    /// Identifier of each node.
    pub(super) ids: Vec<String>,
    /// Roles that sources claim, beside the positions.
    pub(super) roles: Vec<Vec<String>>,
    /// Every contact, and every link that rests on words alone, as an arc.
    pub(super) net: Layered,
    /// Identifiers of the links of each node.
    pub(super) rests: Vec<Vec<String>>,
    /// Contacts in order of time, for who spoke first. Times are places in that order.
    pub(super) passed: Vec<Passed>,
    /// How many times were not understood, and the first of them.
    pub(super) unread: Option<(usize, String)>,
    /// Links left out because their time is not known.
    pub(super) timeless: usize,
    pub(super) mask: Mask,
}

impl Given {
    /// How many ties of each layer there are, by name.
    pub(super) fn layers(&self) -> BTreeMap<&str, usize> {
        let mut layers = BTreeMap::new();
        for tie in self.net.ties(&[], None) {
            *layers.entry(self.layer(tie.layer)).or_default() += 1;
        }
        layers
    }

    /// The name of a layer.
    pub(super) fn layer(&self, layer: u8) -> &str {
        self.net
            .kinds()
            .get(usize::from(layer))
            .map_or("unnamed", |kind| kind.name.as_str())
    }
}

pub(super) fn given(it: &Network) -> Result<Given, Failure> {
    if !it.source.is_dir() {
        return of_file(it);
    }
    if let Some(unknown) = it.layer.iter().find(|layer| Layer::parse(layer).is_none()) {
        let words: Vec<&str> = Layer::ALL.iter().map(|layer| layer.as_str()).collect();
        return Err(Failure::case(format!("there is no layer {unknown:?}"))
            .hint(format!("one of: {}", words.join(", "))));
    }
    of_case(view::open(&it.source, &it.sight, "network")?, it)
}

/// The links of a case that are asked for, and how many were left out for want of a time.
///
/// A link that rests on contacts is asked for only if one of them lies in the time asked for.
fn asked<'a>(
    view: &'a View,
    it: &Network,
    contacts: &BTreeMap<&ContactId, &Contact>,
) -> (Vec<&'a Link>, usize) {
    let links = &view.study.network.links;
    let only_weak = links.iter().all(|link| link.layer == Layer::NamedTogether);
    let (mut kept, mut timeless) = (Vec::new(), 0);
    for link in links {
        let wanted = if it.layer.is_empty() {
            only_weak || link.layer != Layer::NamedTogether
        } else {
            it.layer.iter().any(|layer| layer == link.layer.as_str())
        };
        if !wanted {
            continue;
        }
        if (it.from.is_some() || it.to.is_some()) && link.interval.first.is_none() {
            timeless += 1;
            continue;
        }
        let mut shown = link.contacts.iter().filter_map(|id| contacts.get(id));
        if filter::in_range(&link.interval, it.from, it.to)
            && (link.contacts.is_empty() || shown.any(|one| in_time(one, it)))
        {
            kept.push(link);
        }
    }
    (kept, timeless)
}

fn of_case(view: View, it: &Network) -> Result<Given, Failure> {
    let contacts: BTreeMap<&ContactId, &Contact> = view
        .study
        .contacts
        .iter()
        .map(|one| (&one.id, one))
        .collect();
    let (kept, timeless) = asked(&view, it, &contacts);
    let ends: BTreeSet<&EntityId> = kept
        .iter()
        .flat_map(|link| [&link.from, &link.to])
        .collect();
    let number: BTreeMap<&EntityId, u32> = ends.iter().copied().zip(0..).collect();
    let claims = view.study.facts.iter().flat_map(|facts| &facts.claims);
    let claims: BTreeMap<&ClaimId, &Claim> = claims.map(|claim| (claim.id(), claim)).collect();
    let mut rests = vec![Vec::new(); ends.len()];
    let (mut arcs, mut spoken) = (Vec::new(), Vec::new());
    for link in kept {
        let (from, to) = (number[&link.from], number[&link.to]);
        rests[from as usize].push(link.id.to_string());
        rests[to as usize].push(link.id.to_string());
        let arc = Arc {
            from,
            to,
            layer: place(link.layer),
            weight: narrow(link.weight),
            kept: short(ranges::kept(link.certainty)),
            days: spoken_of(&claims, link),
        };
        if link.contacts.is_empty() {
            arcs.push(arc);
        }
        let shown = link.contacts.iter().filter_map(|id| contacts.get(id));
        for one in shown.filter(|one| in_time(one, it)) {
            arcs.push(Arc {
                weight: narrow(one.count),
                kept: 1.0,
                days: one.start.as_deref().and_then(days),
                ..arc
            });
            if let Some(start) = &one.start {
                spoken.push((from, to, start.as_str(), link.layer.is_directed()));
            }
        }
    }
    let roles = |id: &EntityId| {
        let held = view.entity(id).map(|entity| entity.roles.as_slice());
        let words = held.unwrap_or_default().iter();
        words
            .map(|held| format!("{} ({})", held.role, held.certainty))
            .collect()
    };
    let kinds = Layer::ALL.iter().map(|layer| Kind {
        name: layer.as_str().to_owned(),
        directed: layer.is_directed(),
    });
    Ok(Given {
        names: names(&view, &ends),
        ids: ends.iter().map(ToString::to_string).collect(),
        roles: ends.iter().map(|id| roles(id)).collect(),
        net: Layered::new(ends.len(), kinds.collect(), &arcs)
            .map_err(|error| Failure::case(error.to_string()))?,
        rests,
        passed: ordered(&spoken),
        unread: None,
        timeless,
        mask: view.mask,
    })
}

/// Masked names; a number of a single user on record with that user.
fn names(view: &View, ends: &BTreeSet<&EntityId>) -> Vec<String> {
    let users = tied::users(&view.study);
    let name = |id: &EntityId| view.mask.text(&view.entity_name(id));
    let with_user = |id: &EntityId| match users.get(id) {
        Some(link) => format!("{} (used by {})", name(id), name(&link.from)),
        None => name(id),
    };
    ends.iter().map(|id| with_user(id)).collect()
}

/// Whether a contact lies in the time asked for; one without a time only where none is asked for.
fn in_time(contact: &Contact, it: &Network) -> bool {
    let interval = Interval {
        first: contact.start.clone(),
        last: contact.start.clone(),
    };
    filter::in_range(&interval, it.from, it.to)
}

/// Place of a layer in the list of all.
fn place(layer: Layer) -> u8 {
    let place = Layer::ALL.iter().position(|one| *one == layer);
    // There are ten layers.
    place
        .and_then(|at| u8::try_from(at).ok())
        .unwrap_or(u8::MAX)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a count above 2^24 need not be exact"
)]
fn narrow(count: u64) -> f32 {
    count as f32
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a share, held in 255 steps"
)]
fn short(share: f64) -> f32 {
    share as f32
}

/// The days of which the claims under a link speak.
fn spoken_of(claims: &BTreeMap<&ClaimId, &Claim>, link: &Link) -> Option<(i32, i32)> {
    let spoken = spoken(link, |id| claims.get(id).copied());
    let times: Vec<(i32, i32)> = spoken.filter_map(|time| days(&time.to_string())).collect();
    let first = times.iter().map(|it| it.0).min()?;
    Some((first, times.iter().map(|it| it.1).max()?))
}

/// Contacts with their times as places in the order of time. Where direction means nothing, both spoke.
fn ordered(spoken: &[(u32, u32, &str, bool)]) -> Vec<Passed> {
    let times: BTreeSet<&str> = spoken.iter().map(|one| one.2).collect();
    let place: BTreeMap<&str, i64> = times.into_iter().zip(0..).collect();
    let mut passed = Vec::with_capacity(spoken.len());
    for &(from, to, time, directed) in spoken {
        passed.push((from, to, place[time]));
        if !directed {
            passed.push((to, from, place[time]));
        }
    }
    passed
}

fn of_file(it: &Network) -> Result<Given, Failure> {
    let path = &it.source;
    if it.from.is_some() || it.to.is_some() {
        return Err(Failure::case("--from and --to are for cases")
            .hint("leave them out, or cut the file by its time column"));
    }
    let wrong = |error: &dyn std::fmt::Display| {
        Failure::new(FailureKind::Io, format!("{}: {error}", path.display()))
    };
    let bytes = std::fs::read(path).map_err(|error| Failure::io(path, &error))?;
    let read = edges::parse(&String::from_utf8_lossy(&bytes)).map_err(|error| {
        wrong(&error).hint(
            "a first line `N M` and then `a b` a line, or a table from,to[,weight,layer,time]",
        )
    })?;
    let unnamed = u32::try_from(read.layers.len()).unwrap_or(u32::MAX);
    let names = read.layers.iter().map(String::as_str).chain(["unnamed"]);
    let kinds: Vec<Kind> = names
        .map(|name| Kind {
            name: name.to_owned(),
            directed: true,
        })
        .collect();
    let (mut arcs, mut spoken) = (Vec::with_capacity(read.edges.len()), Vec::new());
    for edge in &read.edges {
        let layer = edge.layer.unwrap_or(unnamed);
        let name = kinds
            .get(layer as usize)
            .map_or("", |kind| kind.name.as_str());
        if !it.layer.is_empty() && !it.layer.iter().any(|wanted| wanted == name) {
            continue;
        }
        arcs.push(Arc {
            from: edge.from,
            to: edge.to,
            layer: u8::try_from(layer).map_err(|_| wrong(&"more than 255 layers"))?,
            weight: edge.weight,
            kept: 1.0,
            days: edge.time.as_deref().and_then(days),
        });
        if let Some(time) = &edge.time {
            spoken.push((edge.from, edge.to, time.as_str(), true));
        }
    }
    filter::known_layers(&it.layer, &read.layers)?;
    let times = read.edges.iter().filter_map(|edge| edge.time.as_deref());
    let unread: Vec<&str> = times.filter(|time| days(time).is_none()).collect();
    let unread = unread
        .first()
        .map(|first| (unread.len(), (*first).to_owned()));
    Ok(Given {
        unread,
        roles: vec![Vec::new(); read.names.len()],
        rests: vec![Vec::new(); read.names.len()],
        net: Layered::new(read.names.len(), kinds, &arcs).map_err(|error| wrong(&error))?,
        passed: ordered(&spoken),
        ids: read.names.clone(),
        names: read.names,
        timeless: 0,
        mask: Mask::of(&Study::default()),
    })
}
