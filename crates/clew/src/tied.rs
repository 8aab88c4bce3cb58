//! The network of a case as plans see it: who is tied to whom, whom no plan may name, between whom the flow runs.
//!
//! A number, address or document of which one user is on record counts as that user: whoever acts through a number is to be
//! found, not the number. Where its users are several, alleged or denied, it stands for itself.

use crate::casefile::Study;
use inquiry::network::csr::Csr;
use inquiry::network::dismantle::{Curve, Plan, Split, Targets};
use inquiry::network::invalid::Invalid;
use model::{Entity, EntityId, EntityKind, Layer, Link, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Below which share of all the largest group shall come. A case is small: a hundredth of it is nobody.
pub(crate) const UNTIL: f64 = 0.1;

/// The ends of links as the nodes of a graph, numbered in the order of their identifiers.
pub(crate) struct Tied<'a> {
    /// Who each node is.
    pub(crate) ids: Vec<&'a EntityId>,
    /// The node that each end counts as.
    pub(crate) nodes: BTreeMap<&'a EntityId, u32>,
    /// What counts as its user, with the link that says so.
    pub(crate) carried: BTreeMap<&'a EntityId, &'a Link>,
    /// The links that went in.
    pub(crate) links: Vec<&'a Link>,
    /// All ties; direction is not used.
    pub(crate) graph: Csr,
    /// Whom and what no plan may name.
    pub(crate) protected: BTreeSet<u32>,
    /// Numbers that hide digits or are none: one may stand for many, and no plan names it.
    pub(crate) unclear: BTreeSet<u32>,
    /// Those of whom no more is known than a tie to one protected person, perhaps family, perhaps another victim: no plan names them.
    pub(crate) hanging: BTreeSet<u32>,
    /// Recruiters, and the recruits and victims: between whom the flow runs.
    pub(crate) flow: (Vec<u32>, Vec<u32>),
    /// Who could take another's place: the people.
    pub(crate) people: BTreeSet<u32>,
}

impl<'a> Tied<'a> {
    /// The network of the links that are wanted.
    pub(crate) fn of(study: &'a Study, wanted: impl Fn(&Link) -> bool) -> Result<Self, Invalid> {
        let links: Vec<&Link> = study
            .network
            .links
            .iter()
            .filter(|link| wanted(link))
            .collect();
        let known = known(study);
        let carried = carried(study, &known);
        let counts_as = |id: &'a EntityId| carried.get(id).map_or(id, |link| &link.from);
        let sides = || links.iter().flat_map(|it| [&it.from, &it.to]);
        let ends: BTreeSet<&EntityId> = sides().map(counts_as).collect();
        let number: BTreeMap<&EntityId, u32> = ends.iter().copied().zip(0..).collect();
        let nodes: BTreeMap<&EntityId, u32> =
            sides().map(|id| (id, number[counts_as(id)])).collect();
        let held = |id: &EntityId, wanted: &[Role]| {
            let roles = known.get(id).map(|it| it.roles.as_slice());
            let mut held = roles.unwrap_or_default().iter();
            held.any(|it| wanted.contains(&it.role))
        };
        let of = |wanted: &[Role]| {
            let all = number.iter().filter(|(id, _)| held(id, wanted));
            all.map(|(_, node)| *node).collect::<Vec<u32>>()
        };
        let recruits = [
            Role::Recruit,
            Role::Victim,
            Role::PossibleVictim,
            Role::Minor,
        ];
        let is_person = |id: &EntityId| {
            known
                .get(id)
                .is_some_and(|it| it.kind == EntityKind::Person)
        };
        let graph = Csr::undirected(ends.len(), &edges(&links, &nodes))?;
        let among = |ids: BTreeSet<&EntityId>| -> BTreeSet<u32> {
            ids.iter().filter_map(|id| nodes.get(id)).copied().collect()
        };
        let protected = among(shielded(study, &known));
        let mut unclear = among(unclear(study, &known));
        unclear.retain(|node| !protected.contains(node));
        let mut hanging = hanging(&graph, &protected);
        let has_role = |id: &EntityId| known.get(id).is_some_and(|it| !it.roles.is_empty());
        let named = number.iter().filter(|(id, _)| has_role(id));
        for (_, node) in named {
            hanging.remove(node);
        }
        hanging.retain(|node| !unclear.contains(node));
        Ok(Self {
            graph,
            protected,
            unclear,
            hanging,
            flow: (of(&[Role::Recruiter]), of(&recruits)),
            people: number
                .iter()
                .filter(|(id, _)| is_person(id))
                .map(|(_, node)| *node)
                .collect(),
            carried: carried
                .into_iter()
                .filter(|(id, _)| nodes.contains_key(id))
                .collect(),
            ids: ends.into_iter().collect(),
            nodes,
            links,
        })
    }

    /// Whom no plan may name, for whatever reason.
    pub(crate) fn closed(&self) -> BTreeSet<u32> {
        let all = self.protected.iter().chain(&self.unclear);
        all.chain(&self.hanging).copied().collect()
    }

    /// The ties of some of the links, each with the weight 1.
    pub(crate) fn edges(&self, links: &[&Link]) -> Vec<(u32, u32, f32)> {
        edges(links, &self.nodes)
    }

    /// The links of a node to others.
    pub(crate) fn of_node(&self, node: u32) -> impl Iterator<Item = &'a Link> + '_ {
        let links = self.links.iter().copied();
        links.filter(move |link| {
            let ends = (self.nodes[&link.from], self.nodes[&link.to]);
            ends.0 != ends.1 && (ends.0 == node || ends.1 == node)
        })
    }

    /// What counts as a node beside its own name, with the link that says so.
    pub(crate) fn carried_by(&self, node: u32) -> impl Iterator<Item = (&'a EntityId, &'a Link)> {
        let all = self.carried.iter().map(|(id, link)| (*id, *link));
        all.filter(move |(id, _)| self.nodes[id] == node)
    }
}

/// Those whose only tie is to a protected person.
fn hanging(graph: &Csr, protected: &BTreeSet<u32>) -> BTreeSet<u32> {
    let hangs = |node: &u32| match graph.near(*node) {
        [one] => protected.contains(one) && !protected.contains(node),
        _ => false,
    };
    graph.numbers().filter(hangs).collect()
}

/// Ties between different nodes.
fn edges(links: &[&Link], nodes: &BTreeMap<&EntityId, u32>) -> Vec<(u32, u32, f32)> {
    let ends = links
        .iter()
        .map(|link| (nodes[&link.from], nodes[&link.to], 1.0));
    ends.filter(|(from, to, _)| from != to).collect()
}

/// What is used, not somebody who acts.
fn is_thing(known: &BTreeMap<&EntityId, &Entity>, id: &EntityId) -> bool {
    use EntityKind::{Address, Document, Phone};
    let kind = known.get(id).map(|it| it.kind);
    matches!(kind, Some(Phone | Document | Address))
}

/// The ends of contacts that are no one number: with hidden digits, or without any.
fn unclear<'a>(
    study: &'a Study,
    known: &BTreeMap<&EntityId, &'a Entity>,
) -> BTreeSet<&'a EntityId> {
    let is_phone = |id: &EntityId| known.get(id).is_some_and(|it| it.kind == EntityKind::Phone);
    let ends = study.contacts.iter().flat_map(|it| [&it.from, &it.to]);
    ends.filter(|end| end.masked || !end.key().contains(|c: char| c.is_ascii_digit()))
        .filter_map(|end| study.resolution.of_party.get(end.key()))
        .filter(|id| is_phone(id))
        .collect()
}

/// Things of which one user is on record and nobody denies or only alleges it, with the link that says so.
fn carried<'a>(
    study: &'a Study,
    known: &BTreeMap<&EntityId, &Entity>,
) -> BTreeMap<&'a EntityId, &'a Link> {
    let mut users: BTreeMap<&EntityId, Vec<&Link>> = BTreeMap::new();
    for link in &study.network.links {
        if link.layer == Layer::Uses && is_thing(known, &link.to) {
            users.entry(&link.to).or_default().push(link);
        }
    }
    let sole = users.into_iter().filter_map(|(thing, links)| {
        let first = *links.first()?;
        let sound = !first.denied && !first.alleged_only && !is_thing(known, &first.from);
        (sound && links.iter().all(|link| link.from == first.from)).then_some((thing, first))
    });
    sole.collect()
}

/// Whether a link is of those that plans are made on where nobody asks for others: all but the weakest layer, unless it is all
/// there is.
pub(crate) fn usual(study: &Study) -> impl Fn(&Link) -> bool + use<> {
    let links = &study.network.links;
    let only_weak = links.iter().all(|link| link.layer == Layer::NamedTogether);
    move |link| only_weak || link.layer != Layer::NamedTogether
}

/// Numbers, addresses and documents of a single user on record, with the link that says so.
pub(crate) fn users(study: &Study) -> BTreeMap<&EntityId, &Link> {
    carried(study, &known(study))
}

/// Most steps of a plan that count.
const STEPS: usize = 8;

/// How many steps count: the first ones, as long as each cuts more off than itself.
pub(crate) fn counting(splits: &[Split]) -> usize {
    let parts = |split: &Split| split.of > 1 + split.parts.first().copied().unwrap_or(0);
    splits
        .iter()
        .take_while(|split| parts(split))
        .count()
        .min(STEPS)
}

/// Breaks a plan off behind the last removal that makes the largest group smaller.
///
/// Where the protected hold a group together that is above the wanted share, the methods go on to the last open node; nobody is
/// to be removed for nothing.
pub(crate) fn useful(targets: &Targets<'_>, plan: &mut Plan) {
    let curve: &Curve = &plan.curve;
    let mut length = curve.largest.len();
    let left = |at: usize| {
        if at == 0 {
            curve.whole
        } else {
            curve.largest[at - 1]
        }
    };
    while length > 0 && left(length - 1) == curve.largest[length - 1] {
        length -= 1;
    }
    if length < curve.largest.len() {
        plan.order = plan.order.clone().cut(length);
        plan.curve.largest.truncate(length);
        plan.price = targets.price(&plan.order);
    }
}

/// Entities by identifier.
fn known(study: &Study) -> BTreeMap<&EntityId, &Entity> {
    let entities = study.resolution.entities.iter();
    entities.map(|entity| (&entity.id, entity)).collect()
}

/// Whom and what no plan may name: the protected, and the numbers and addresses they use.
fn shielded<'a>(
    study: &'a Study,
    known: &BTreeMap<&EntityId, &'a Entity>,
) -> BTreeSet<&'a EntityId> {
    let protected: BTreeSet<&EntityId> = known
        .values()
        .filter(|entity| entity.is_protected())
        .map(|entity| &entity.id)
        .collect();
    // Protecting a victim's number must not protect who else calls from it.
    let mut all = protected.clone();
    let links = study.network.links.iter();
    for link in links.filter(|link| link.layer == Layer::Uses) {
        for (person, thing) in [(&link.from, &link.to), (&link.to, &link.from)] {
            if protected.contains(person) && is_thing(known, thing) {
                all.insert(thing);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casefile::sample::entity;
    use model::{Interval, LinkId, Protection};

    fn link(from: &Entity, layer: Layer, to: &Entity) -> Link {
        Link {
            id: LinkId::derive(&[from.id.as_str(), layer.as_str(), to.id.as_str()]),
            from: from.id.clone(),
            to: to.id.clone(),
            layer,
            interval: Interval::default(),
            weight: 1,
            certainty: None,
            alleged_only: false,
            denied: false,
            claims: Vec::new(),
            contacts: Vec::new(),
            places: Vec::new(),
        }
    }

    fn study(entities: &[&Entity], links: Vec<Link>) -> Study {
        let mut study = Study::default();
        study.resolution.entities = entities.iter().map(|it| (*it).clone()).collect();
        study.network.links = links;
        study
    }

    #[test]
    fn a_number_counts_as_its_only_user_on_record() {
        let person = |name: &str| entity(name, EntityKind::Person, &[], &[]);
        let phone = |name: &str| entity(name, EntityKind::Phone, &[], &[]);
        let (ann, bob, her) = (
            person("Ann"),
            person("Bob"),
            entity("Cleo", EntityKind::Person, &[], &[Protection::Victim]),
        );
        let (own, shared, said, disputed, hers) = (
            phone("+1"),
            phone("+2"),
            phone("+3"),
            phone("+4"),
            phone("+5"),
        );
        let alleged = Link {
            alleged_only: true,
            ..link(&ann, Layer::Uses, &said)
        };
        let denied = Link {
            denied: true,
            ..link(&ann, Layer::Uses, &disputed)
        };
        let study = study(
            &[&ann, &bob, &her, &own, &shared, &said, &disputed, &hers],
            vec![
                link(&ann, Layer::Uses, &own),
                link(&ann, Layer::Uses, &shared),
                link(&bob, Layer::Uses, &shared),
                link(&her, Layer::Uses, &hers),
                alleged,
                denied,
                link(&own, Layer::Called, &hers),
            ],
        );
        let tied = Tied::of(&study, |_| true).unwrap();
        let node = |entity: &Entity| tied.nodes[&entity.id];
        assert_eq!(node(&own), node(&ann));
        assert_eq!(node(&hers), node(&her));
        for other in [&shared, &said, &disputed] {
            assert_ne!(node(other), node(&ann));
        }
        // A call between two numbers is a tie of their users; nobody is tied to himself.
        assert_eq!(tied.graph.degree(node(&her)), 1);
        assert_eq!(tied.of_node(node(&her)).count(), 1);
        assert!(tied.hanging.is_empty(), "more is known of Ann");
        assert!(tied.protected.contains(&node(&hers)));
        assert_eq!(tied.carried_by(node(&ann)).count(), 1);
    }
}
