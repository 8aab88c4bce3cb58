//! Roles as findings: what sources claim somebody is, who says so and how sure; positions stand beside them.

use super::ranks::ranks;
use super::{
    CaseFile, Cite, Desk, EntityLine, HolderLine, Mark, Name, Rests, RoleGroup, SaidLine, StandLine,
};
use crate::tied::{self, Tied};
use inquiry::network::measures::groups_without;
use inquiry::network::measures::ranges::Ranking;
use model::{Certainty, Entity, EntityId, EntityKind, Place, Polarity, Role, RoleHeld};
use std::collections::BTreeSet;

/// The roles of a network, in the order in which they are told; all others stand with the people.
const ROLES: [Role; 8] = [
    Role::Organiser,
    Role::Recruiter,
    Role::Broker,
    Role::Transporter,
    Role::Exploiter,
    Role::Recruit,
    Role::Victim,
    Role::PossibleVictim,
];
/// Ways one role is said that are quoted, and cited beyond these.
const SAID: (usize, usize) = (3, 12);
/// Names of those who hang on one alone.
const NAMED: usize = 6;

/// Everybody of whom a role is claimed, by role; the most widely said first.
pub(super) fn groups(desk: &mut Desk<'_>, case: &CaseFile) -> Vec<RoleGroup> {
    let standing = Standing::of(desk);
    let mut groups = Vec::new();
    for role in ROLES {
        let study = desk.study;
        let mut holders: Vec<(&EntityId, HolderLine)> = Vec::new();
        for entity in &study.resolution.entities {
            for held in entity.roles.iter().filter(|held| held.role == role) {
                holders.push((&entity.id, holder(desk, case, &standing, entity, held)));
            }
        }
        // Never by name: the order of masked people must not give their names away.
        holders.sort_by_key(|(id, one)| {
            let certainty = Certainty::ALL
                .iter()
                .position(|it| it.as_str() == one.certainty);
            let said = one.said.len() + one.rests.cites.len() + one.rests.more;
            (
                std::cmp::Reverse(one.origins),
                certainty,
                std::cmp::Reverse(said),
                (*id).clone(),
            )
        });
        if !holders.is_empty() {
            groups.push(RoleGroup {
                role: role.as_str(),
                holders: holders.into_iter().map(|(_, line)| line).collect(),
            });
        }
    }
    groups
}

fn holder(
    desk: &mut Desk<'_>,
    case: &CaseFile,
    standing: &Standing<'_>,
    entity: &Entity,
    held: &RoleHeld,
) -> HolderLine {
    let mine = |line: &&EntityLine| line.name.entity.as_ref() == Some(&entity.id);
    let line = case.people.iter().chain(&case.bodies).find(mine);
    let documents: BTreeSet<usize> = held
        .places
        .iter()
        .map(|place| desk.origin(&place.document))
        .collect();
    let mut said: Vec<SaidLine> = Vec::new();
    let mut cites = Vec::new();
    for (place, cite) in surest_first(desk, held) {
        let told = said.iter().any(|one| one.cite.anchor == cite.anchor);
        if told || cites.iter().any(|one: &Cite| one.anchor == cite.anchor) {
            continue;
        }
        if said.len() < SAID.0 {
            said.push(way(desk, case, place, cite));
        } else {
            cites.push(cite);
        }
    }
    let more = cites.len().saturating_sub(SAID.1);
    cites.truncate(SAID.1);
    let others = entity.roles.iter().map(|other| other.role);
    HolderLine {
        name: desk.name(&entity.id),
        entity: line.map(|line| line.number),
        certainty: held.certainty.as_str(),
        judged: held.judgement.is_some(),
        origins: documents.len(),
        said,
        rests: Rests { cites, more },
        others: others
            .filter(|role| *role != held.role)
            .map(Role::as_str)
            .collect(),
        position: standing.line(desk, &entity.id),
    }
}

/// The places of a role, each with the step to it: the surest claims first, then words that are in no claim.
fn surest_first<'a>(desk: &mut Desk<'_>, held: &'a RoleHeld) -> Vec<(&'a Place, Cite)> {
    let places = held.places.iter();
    let mut all: Vec<(&Place, Cite)> = places
        .map(|place| (place, desk.places.cite(place)))
        .collect();
    let certainty = |cite: &Cite| {
        let mut claims = desk.claims.iter();
        let found = claims.find(|(id, _)| id.as_str() == cite.anchor);
        found.map(|(_, (_, claim))| claim.certainty)
    };
    all.sort_by_key(|(_, cite)| {
        let certainty = certainty(cite);
        (certainty.is_none(), certainty)
    });
    all
}

/// One way a role is said: by whom, how sure, in which words.
fn way(desk: &Desk<'_>, case: &CaseFile, place: &Place, cite: Cite) -> SaidLine {
    let claim = desk
        .claims
        .iter()
        .find(|(id, _)| id.as_str() == cite.anchor);
    let claim = claim.map(|(_, found)| *found);
    let document = desk
        .study
        .documents
        .get(desk.places.document(&place.document));
    let publisher = document.and_then(|one| one.publisher.clone());
    let chain = match claim {
        Some((at, _)) => case.claims[at].chain.clone(),
        None => vec![Name {
            text: publisher.unwrap_or_else(|| "publisher not stated".to_owned()),
            ..Name::default()
        }],
    };
    SaidLine {
        chain,
        certainty: claim.map(|(_, one)| one.certainty.as_str()),
        denied: claim.is_some_and(|(_, one)| one.polarity == Polarity::Denied),
        sentence: desk.places.quotation(place, Mark::Content),
        cite,
    }
}

/// Where everybody stands in the network that plans are made on.
struct Standing<'a> {
    tied: Option<Tied<'a>>,
    /// Betweenness and its ranks; nothing of a large network.
    ranks: Option<(Vec<f64>, Ranking)>,
}

impl<'a> Standing<'a> {
    fn of(desk: &Desk<'a>) -> Self {
        let study = desk.study;
        let tied = Tied::of(study, tied::usual(study)).ok();
        let ranks = tied.as_ref().and_then(|it| {
            let node = |id| it.nodes[id];
            let links = it.links.iter();
            ranks(
                &it.graph,
                links.map(|link| (*link, node(&link.from), node(&link.to))),
            )
        });
        Self { tied, ranks }
    }

    fn line(&self, desk: &Desk<'_>, id: &EntityId) -> Option<StandLine> {
        let tied = self.tied.as_ref()?;
        let node = *tied.nodes.get(id)?;
        let at = node as usize;
        let between = self.ranks.as_ref().and_then(|it| it.0.get(at));
        let range = self.ranks.as_ref().and_then(|it| it.1.ranges.get(at));
        let groups = groups_without(&tied.graph, node);
        let alone: Vec<u32> = groups.iter().skip(1).flatten().copied().collect();
        let mut named: Vec<u32> = alone.clone();
        // People before their numbers; else by identifier, which says nothing about names.
        named.sort_by_key(|one| {
            let kind = desk.entities.get(tied.ids[*one as usize]).map(|it| it.kind);
            (kind != Some(EntityKind::Person), *one)
        });
        Some(StandLine {
            degree: tied.graph.degree(node),
            rank: range
                .filter(|_| between.is_some_and(|value| *value > 0.0))
                .map(|it| it.rank),
            best: range.map_or(0, |it| it.best),
            worst: range.map_or(0, |it| it.worst),
            of: tied.ids.len(),
            alone: alone.len(),
            named: named
                .iter()
                .take(NAMED)
                .map(|one| desk.name(tied.ids[*one as usize]))
                .collect(),
        })
    }
}
