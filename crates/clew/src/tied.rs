//! The network of a case as plans see it: who is tied to whom, whom no plan may name, between whom the flow runs.

use crate::casefile::Study;
use inquiry::network::csr::Csr;
use inquiry::network::dismantle::{Curve, Plan, Targets};
use inquiry::network::invalid::Invalid;
use model::{Entity, EntityId, EntityKind, Layer, Link, Role};
use std::collections::{BTreeMap, BTreeSet};

/// Below which share of all the largest group shall come. A case is small: a hundredth of it is nobody.
pub(crate) const UNTIL: f64 = 0.1;

/// The ends of links as the nodes of a graph, numbered in the order of their identifiers.
pub(crate) struct Tied<'a> {
    /// Who each node is.
    pub(crate) ids: Vec<&'a EntityId>,
    /// The links that went in.
    pub(crate) links: Vec<&'a Link>,
    /// All ties; direction is not used.
    pub(crate) graph: Csr,
    /// Whom and what no plan may name.
    pub(crate) protected: BTreeSet<u32>,
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
        let ends: BTreeSet<&EntityId> = links.iter().flat_map(|it| [&it.from, &it.to]).collect();
        let number: BTreeMap<&EntityId, u32> = ends.iter().copied().zip(0..).collect();
        let edges: Vec<(u32, u32, f32)> = links
            .iter()
            .map(|link| (number[&link.from], number[&link.to], 1.0))
            .collect();
        let known = known(study);
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
        Ok(Self {
            graph: Csr::undirected(ends.len(), &edges)?,
            protected: shielded(study, &known)
                .iter()
                .filter_map(|id| number.get(id))
                .copied()
                .collect(),
            flow: (of(&[Role::Recruiter]), of(&recruits)),
            people: number
                .iter()
                .filter(|(id, _)| is_person(id))
                .map(|(_, node)| *node)
                .collect(),
            ids: ends.into_iter().collect(),
            links,
        })
    }
}

/// Whether a link is of those that plans are made on where nobody asks for others: all but the weakest layer, unless it is all
/// there is.
pub(crate) fn usual(study: &Study) -> impl Fn(&Link) -> bool + use<> {
    let links = &study.network.links;
    let only_weak = links.iter().all(|link| link.layer == Layer::NamedTogether);
    move |link| only_weak || link.layer != Layer::NamedTogether
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
    use EntityKind::{Address, Document, Phone};
    let protected: BTreeSet<&EntityId> = known
        .values()
        .filter(|entity| entity.is_protected())
        .map(|entity| &entity.id)
        .collect();
    // What is used, not somebody who acts: protecting a victim's number must not protect who else calls from it.
    let is_thing = |id: &EntityId| {
        known
            .get(id)
            .is_some_and(|it| matches!(it.kind, Phone | Document | Address))
    };
    let mut all = protected.clone();
    let links = study.network.links.iter();
    for link in links.filter(|link| link.layer == Layer::Uses) {
        for (person, thing) in [(&link.from, &link.to), (&link.to, &link.from)] {
            if protected.contains(person) && is_thing(thing) {
                all.insert(thing);
            }
        }
    }
    all
}
