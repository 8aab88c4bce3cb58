//! The steps of a plan, each with the ties it rests on.

use super::Board;
use crate::casefile::{CarriedLine, Desk, StepLine, TieLine, calls, links};
use model::{Certainty, EntityId, EntityKind, Link};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Ties that are listed of one step, and words that are cited of one tie.
const LISTED: (usize, usize) = (6, 3);

/// One step; ties and users only of the steps that count.
pub(super) fn step(
    desk: &mut Desk<'_>,
    board: &Board<'_>,
    at: usize,
    pairs: u64,
    full: bool,
) -> StepLine {
    let node = board.best.order.nodes()[at];
    let id = board.tied.ids[node as usize];
    let entity = desk.entities.get(id);
    let kind = entity.map(|it| it.kind);
    let roles = entity.map(|it| it.roles.as_slice()).unwrap_or_default();
    let split = &board.splits[at];
    let mut ties: Vec<&Link> = board.tied.of_node(node).collect();
    // What claims say first, the surest of it; then the records with most contacts.
    ties.sort_by_key(|link| {
        let said = link.certainty.is_none();
        (said, link.certainty, Reverse(link.weight), link.id.clone())
    });
    let is_thing = !matches!(
        kind,
        Some(EntityKind::Person | EntityKind::Organisation | EntityKind::Group)
    );
    StepLine {
        number: at + 1,
        name: desk.name(id),
        kind: kind.map_or("", EntityKind::as_str),
        entity: board.numbers.get(id).copied(),
        roles: roles
            .iter()
            .map(|held| (held.role.as_str(), held.certainty.as_str()))
            .collect(),
        of: split.of as usize,
        parts: split.parts.iter().map(|part| *part as usize).collect(),
        left: board.best.curve.largest[at] as usize,
        pairs: usize::try_from(pairs).unwrap_or(usize::MAX),
        sure: sure(&ties),
        ties_more: if full {
            ties.len().saturating_sub(LISTED.0)
        } else {
            0
        },
        users: if full && is_thing {
            calls::users(desk, id)
        } else {
            Vec::new()
        },
        carried: if full {
            carried(desk, board, node)
        } else {
            Vec::new()
        },
        ties: if full {
            ties.iter()
                .take(LISTED.0)
                .map(|link| tie(desk, board, link, node))
                .collect()
        } else {
            Vec::new()
        },
        holds: 0,
    }
}

/// How many ties are shown by records, and how many are said with which certainty.
fn sure(ties: &[&Link]) -> Vec<(&'static str, usize)> {
    let mut counts: BTreeMap<Option<Certainty>, usize> = BTreeMap::new();
    for link in ties {
        let said = link.certainty.filter(|_| link.contacts.is_empty());
        *counts.entry(said).or_default() += 1;
    }
    let word = |said: Option<Certainty>| said.map_or("shown by records", Certainty::as_str);
    counts
        .into_iter()
        .map(|(said, count)| (word(said), count))
        .collect()
}

/// The numbers and addresses that count as a node, each with the words that say so.
fn carried(desk: &mut Desk<'_>, board: &Board<'_>, node: u32) -> Vec<CarriedLine> {
    let all: Vec<(&EntityId, &Link)> = board.tied.carried_by(node).collect();
    let line = |(id, link): (&EntityId, &Link)| CarriedLine {
        name: desk.name(id),
        certainty: link.certainty.map_or("records", Certainty::as_str),
        rests: links::rests(desk, link, LISTED.1),
    };
    all.into_iter().map(line).collect()
}

fn tie(desk: &mut Desk<'_>, board: &Board<'_>, link: &Link, node: u32) -> TieLine {
    let ours = board.tied.nodes[&link.from] == node;
    let (own, other) = if ours {
        (&link.from, &link.to)
    } else {
        (&link.to, &link.from)
    };
    let through = (board.tied.ids[node as usize] != own).then(|| desk.name(own));
    // Whom the plan counts, with the number through which the tie goes.
    let end = board.tied.ids[board.tied.nodes[other] as usize];
    TieLine {
        through,
        to: desk.name(end),
        at: (end != other).then(|| desk.name(other)),
        layer: link.layer.as_str(),
        certainty: link.certainty.map(Certainty::as_str),
        denied: link.denied,
        contacts: link.contacts.len(),
        link: link.id.to_string(),
        rests: links::rests(desk, link, LISTED.1),
    }
}
