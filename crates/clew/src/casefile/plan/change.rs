//! What would change the plan: ties that are denied, alleged, missing, or known from one document alone.

use super::{Board, SMALL};
use crate::casefile::{ChangeLine, Desk, Name, PlanLines};
use crate::tied;
use inquiry::network::csr::Csr;
use inquiry::network::dismantle::{Curve, Settings, Targets, plans};
use inquiry::network::random::Random;
use model::{ContactId, DocumentId, Link};
use std::collections::{BTreeMap, BTreeSet};

/// Rounds in which ties are left out, the share left out in each, and the seed.
const ROUNDS: (usize, f64, u64) = (20, 0.1, 1);
/// Documents that are left out one by one.
const DOCUMENTS: usize = 12;
/// Ties up to which the plan is made anew so often.
const QUICK: usize = SMALL / 5;

/// Makes the plan anew under each change, and puts down where its first steps differ.
pub(super) fn fill(desk: &Desk<'_>, board: &Board<'_>, lines: &mut PlanLines) {
    let links = &board.tied.links;
    if board.tied.graph.edges() > QUICK {
        return;
    }
    let all: Vec<bool> = vec![true; links.len()];
    // Without the local search, as in every round below.
    let Some(base) = first(board, &all) else {
        return;
    };
    let mut say = |what: String, kept: &[bool]| {
        let away = kept.iter().filter(|kept| !**kept).count();
        // Where nothing falls away the plan stays.
        let now = if away == 0 {
            Some(base.clone())
        } else {
            first(board, kept)
        };
        let differ = |a: &BTreeSet<u32>, b: &BTreeSet<u32>| -> Vec<Name> {
            a.difference(b)
                .map(|node| board.name(desk, *node))
                .collect()
        };
        lines.changes.push(ChangeLine {
            what,
            ties: away,
            thin: now.is_none(),
            gone: now
                .as_ref()
                .map(|now| differ(&base, now))
                .unwrap_or_default(),
            come: now
                .as_ref()
                .map(|now| differ(now, &base))
                .unwrap_or_default(),
        });
    };
    let keep = |wanted: &dyn Fn(&Link) -> bool| -> Vec<bool> {
        links.iter().map(|link| wanted(link)).collect()
    };
    say(
        "Were the ties left out that some source denies".to_owned(),
        &keep(&|link| !link.denied),
    );
    say(
        "Were the ties left out that are known from allegations, beliefs and possibilities only"
            .to_owned(),
        &keep(&|link| !link.alleged_only),
    );
    say(
        "Were only what sources say counted, and no call records".to_owned(),
        &keep(&|link| link.contacts.is_empty()),
    );
    say(
        "Were only records counted, and nothing that sources say".to_owned(),
        &keep(&|link| !link.contacts.is_empty()),
    );
    for (document, kept) in documents(desk, board) {
        say(
            format!("Were {} not there", desk.places.file(&document)),
            &kept,
        );
    }
    rounds(board, lines);
}

/// How often each step is among the first when ties are left out by chance, and what the same first steps then leave.
fn rounds(board: &Board<'_>, lines: &mut PlanLines) {
    let (rounds, missing, seed) = ROUNDS;
    lines.rounds = rounds;
    let mut sizes: Vec<(usize, usize)> = Vec::with_capacity(rounds);
    for round in 0..rounds {
        let mut random = Random::stream(seed, round as u64);
        let kept: Vec<bool> = board
            .tied
            .links
            .iter()
            .map(|_| !random.happens(missing))
            .collect();
        let now = first(board, &kept).unwrap_or_default();
        for (step, node) in lines.steps.iter_mut().zip(board.best.order.nodes()) {
            step.holds += usize::from(now.contains(node));
        }
        sizes.extend(left(board, &kept));
    }
    let span = |size: fn(&(usize, usize)) -> usize| {
        let all = || sizes.iter().map(size);
        Some((all().min()?, all().max()?))
    };
    lines.whole_span = span(|it| it.0);
    lines.left_span = span(|it| it.1);
}

/// The largest group on some of the links: before the plan, and after its first steps.
fn left(board: &Board<'_>, kept: &[bool]) -> Option<(usize, usize)> {
    let graph = on(board, kept)?;
    let targets = Targets::new(&graph, board.closed).ok()?;
    let order = board.best.order.nodes().iter().take(board.count).copied();
    let curve = Curve::of(&targets, &targets.order(order));
    Some((curve.whole as usize, *curve.largest.last()? as usize))
}

/// The network of some of the links.
fn on(board: &Board<'_>, kept: &[bool]) -> Option<Csr> {
    let tied = board.tied;
    let kept = tied.links.iter().zip(kept).filter(|(_, kept)| **kept);
    let links: Vec<&Link> = kept.map(|(link, _)| *link).collect();
    Csr::undirected(tied.ids.len(), &tied.edges(&links)).ok()
}

/// The first steps of a plan on some of the links: as many as count. `None` where nothing is left to plan on.
fn first(board: &Board<'_>, kept: &[bool]) -> Option<BTreeSet<u32>> {
    let graph = on(board, kept)?;
    let targets = Targets::new(&graph, board.closed).ok()?;
    let settings = Settings {
        search: 0,
        ..board.settings
    };
    let mut best = plans(&targets, &settings).into_iter().next()?;
    tied::useful(&targets, &mut best);
    let order = best.order.nodes();
    (!order.is_empty()).then(|| order.iter().take(board.count).copied().collect())
}

/// Documents on which the first steps rest, each with the links that stay without it; those with most ties first.
fn documents(desk: &Desk<'_>, board: &Board<'_>) -> Vec<(DocumentId, Vec<bool>)> {
    let first = board.first();
    let under: Vec<BTreeSet<&DocumentId>> = board
        .tied
        .links
        .iter()
        .map(|link| sources(desk, link))
        .collect();
    let mut ties: BTreeMap<&DocumentId, usize> = BTreeMap::new();
    for (link, sources) in board.tied.links.iter().zip(&under) {
        let ends = [&link.from, &link.to];
        if ends.iter().any(|id| first.contains(&board.tied.nodes[*id])) {
            for &document in sources {
                *ties.entry(document).or_default() += 1;
            }
        }
    }
    let mut all: Vec<(&DocumentId, usize)> = ties.into_iter().collect();
    all.sort_by_key(|(document, count)| {
        (std::cmp::Reverse(*count), desk.places.document(document))
    });
    all.truncate(DOCUMENTS);
    all.into_iter()
        .map(|(document, _)| {
            // A tie falls where no other document shows it.
            let kept = under
                .iter()
                .map(|sources| sources.iter().any(|one| *one != document));
            (document.clone(), kept.collect())
        })
        .collect()
}

/// The documents that show a link.
fn sources<'a>(desk: &Desk<'a>, link: &'a Link) -> BTreeSet<&'a DocumentId> {
    let contact = |id: &ContactId| desk.contacts.get(id).map(|one| &one.place.document);
    link.contacts
        .iter()
        .filter_map(contact)
        .chain(link.places.iter().map(|place| &place.document))
        .collect()
}
