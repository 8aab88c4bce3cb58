//! The steps of a plan, each with the ties it rests on.

use super::Board;
use crate::casefile::{Desk, StepLine, TieLine, calls, links};
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
    let mut ties: Vec<&Link> = board
        .tied
        .links
        .iter()
        .filter(|link| link.from == *id || link.to == *id)
        .copied()
        .collect();
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
        ties: if full {
            ties.iter()
                .take(LISTED.0)
                .map(|link| tie(desk, link, id))
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

fn tie(desk: &mut Desk<'_>, link: &Link, id: &EntityId) -> TieLine {
    let to = if link.from == *id {
        &link.to
    } else {
        &link.from
    };
    TieLine {
        to: desk.name(to),
        layer: link.layer.as_str(),
        certainty: link.certainty.map(Certainty::as_str),
        denied: link.denied,
        contacts: link.contacts.len(),
        link: link.id.to_string(),
        rests: links::rests(desk, link, LISTED.1),
    }
}
