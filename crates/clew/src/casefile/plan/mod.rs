//! The plan of the case: with the settings of `clew dismantle CASE`, said so that it can be read aloud.

mod after;
mod change;
mod price;
mod steps;

use super::{Desk, EntityLine, PlanLines};
use crate::tied::{self, Tied, UNTIL};
use inquiry::network::dismantle::{Plan, Settings, Split, Targets, flow, plans, splits};
use model::{EntityId, EntityKind, Layer};
use std::collections::{BTreeMap, BTreeSet};

/// Fewest ends that a plan may name, and fewest ends in the largest group: below, a plan would be a guess.
const FEWEST: (usize, usize) = (12, 8);
/// Ties up to which a plan is made on the page.
const SMALL: usize = 5_000;

/// Everything a plan is explained from.
struct Board<'a> {
    tied: &'a Tied<'a>,
    targets: &'a Targets<'a>,
    /// Whom no plan may name.
    closed: &'a BTreeSet<u32>,
    settings: Settings,
    /// The best plan.
    best: &'a Plan,
    splits: Vec<Split>,
    /// How many of its steps count.
    count: usize,
    /// Number of the entity line.
    numbers: BTreeMap<EntityId, usize>,
}

/// The plan, or why there is none.
pub(super) fn plan(desk: &mut Desk<'_>, people: &[EntityLine], bodies: &[EntityLine]) -> PlanLines {
    let study = desk.study;
    let thin = |why: &str| PlanLines {
        thin: Some(why.to_owned()),
        ..PlanLines::default()
    };
    let Ok(tied) = Tied::of(study, tied::usual(study)) else {
        return thin("The network is too large to be planned on.");
    };
    let closed = tied.closed();
    let Ok(targets) = Targets::new(&tied.graph, &closed) else {
        return thin("The network is not sound.");
    };
    let mut lines = about(desk, &tied);
    if let Some(why) = too_thin(&tied, &targets) {
        lines.thin = Some(why);
        return lines;
    }
    let settings = Settings {
        until: UNTIL,
        ..Settings::default()
    };
    let mut all = plans(&targets, &settings);
    for plan in &mut all {
        tied::useful(&targets, plan);
    }
    let Some((best, rivals)) = all.split_first() else {
        return lines;
    };
    let splits = splits(&targets, &best.order, best.order.nodes().len());
    let count = tied::counting(&splits);
    if count == 0 {
        lines.thin = Some(
            "No removal parts the network into groups of any size: whom to begin with would be a guess."
                .to_owned(),
        );
        return lines;
    }
    let lined = people.iter().chain(bodies);
    let board = Board {
        tied: &tied,
        targets: &targets,
        closed: &closed,
        settings,
        best,
        splits,
        count,
        numbers: lined
            .filter_map(|line| Some((line.name.entity.clone()?, line.number)))
            .collect(),
    };
    told(desk, &board, &mut lines);
    after::fill(&board, rivals, desk, &mut lines);
    price::fill(desk, &board, &mut lines);
    change::fill(desk, &board, &mut lines);
    lines
}

/// What the plan is made on, and who is left out of it.
fn about(desk: &Desk<'_>, tied: &Tied<'_>) -> PlanLines {
    let kind = |id: &EntityId| desk.entities.get(id).map(|it| it.kind);
    let acts = |id: &EntityId| {
        use EntityKind::{Group, Organisation, Person};
        matches!(kind(id), Some(Person | Organisation | Group))
    };
    let things: BTreeSet<&EntityId> = tied.ids.iter().copied().filter(|id| !acts(id)).collect();
    let used: BTreeSet<&EntityId> = tied
        .links
        .iter()
        .filter(|link| link.layer == Layer::Uses)
        .map(|link| &link.to)
        .collect();
    let spared = tied.protected.iter().map(|node| tied.ids[*node as usize]);
    let (spared, spared_things): (Vec<&EntityId>, Vec<&EntityId>) = spared.partition(|id| acts(id));
    let carried = tied.carried.keys();
    let spared_carried = carried.filter(|id| tied.protected.contains(&tied.nodes[*id]));
    let layers = Layer::ALL.iter().map(|layer| {
        let of = tied.links.iter().filter(|link| link.layer == *layer);
        (layer.as_str(), of.count())
    });
    PlanLines {
        nodes: tied.ids.len(),
        unused: things.difference(&used).count(),
        things: things.len(),
        carried: tied.carried.len(),
        unclear: tied.unclear.len(),
        hanging: tied.hanging.len(),
        ties: tied.graph.edges(),
        layers: layers.filter(|(_, count)| *count > 0).collect(),
        spared: spared.into_iter().map(|id| desk.name(id)).collect(),
        spared_things: spared_things.len() + spared_carried.count(),
        ..PlanLines::default()
    }
}

/// Why a network is too small to be planned on, if it is.
fn too_thin(tied: &Tied<'_>, targets: &Targets<'_>) -> Option<String> {
    let open = targets.all().count();
    let labels = inquiry::network::measures::components(&tied.graph);
    let mut sizes: BTreeMap<u32, usize> = BTreeMap::new();
    for label in labels {
        *sizes.entry(label).or_default() += 1;
    }
    let largest = sizes.values().copied().max().unwrap_or(0);
    if tied.graph.edges() > SMALL {
        return Some(format!(
            "{} ties are too many for this page; clew dismantle CASE makes the plan.",
            tied.graph.edges()
        ));
    }
    if open < FEWEST.0 || largest < FEWEST.1 {
        return Some(format!(
            "Of {} who are tied, {open} may be named in a plan, and the largest group has {largest}. A plan is made from {} and {} on: on less it would be a guess.",
            tied.ids.len(),
            FEWEST.0,
            FEWEST.1
        ));
    }
    None
}

/// The steps and the curve.
fn told(desk: &mut Desk<'_>, board: &Board<'_>, lines: &mut PlanLines) {
    let curve = &board.best.curve;
    let size = |at: usize| match at {
        0 => curve.whole as usize,
        at => curve.largest.get(at - 1).copied().unwrap_or(0) as usize,
    };
    let all = board.best.order.nodes().len();
    lines.whole = curve.whole as usize;
    lines.left = (size(board.count), size(all));
    lines.curve = (0..=all).map(size).collect();
    lines.until = percent(UNTIL);
    lines.reached = curve.until(UNTIL).is_some();
    lines.method = board.best.method;
    let pairs = flow(
        board.targets,
        &board.best.order,
        &board.tied.flow.0,
        &board.tied.flow.1,
    );
    for at in 0..all {
        let full = at < board.count;
        let step = steps::step(
            desk,
            board,
            at,
            pairs.get(at + 1).copied().unwrap_or(0),
            full,
        );
        if full {
            &mut lines.steps
        } else {
            &mut lines.further
        }
        .push(step);
    }
}

impl Board<'_> {
    /// The steps that count.
    fn first(&self) -> BTreeSet<u32> {
        let order = self.best.order.nodes().iter();
        order.take(self.count).copied().collect()
    }

    fn name(&self, desk: &Desk<'_>, node: u32) -> super::Name {
        desk.name(self.tied.ids[node as usize])
    }
}

/// A share of ours in whole percent.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "shares are between 0 and 1"
)]
fn percent(share: f64) -> usize {
    (share * 100.0).round() as usize
}
