//! What comes after the plan: how the flow comes back, and how that compares with its rivals.

use super::{Board, percent};
use crate::casefile::{BackLine, BackLines, Desk, FlowLine, PlanLines, ReactLine, RivalLine};
use inquiry::network::dismantle::{Order, Plan, flow};
use inquiry::network::react::{Heir, Interval, Reaction, Regained, regained};

/// Steps of time that are told.
const TOLD: [usize; 4] = [1, 3, 6, 12];

/// The flow and how it comes back, and the rivals.
pub(super) fn fill(board: &Board<'_>, rivals: &[Plan], desk: &Desk<'_>, lines: &mut PlanLines) {
    let (from, to) = (&board.tied.flow.0[..], &board.tied.flow.1[..]);
    let flows = !from.is_empty() && !to.is_empty();
    let reaction = Reaction::default();
    let play = |order: &Order, reaction: &Reaction| {
        let heirs = &board.tied.people;
        flows.then(|| regained(board.targets, order, (from, to), heirs, reaction))
    };
    let order = &board.best.order;
    let counted = order.clone().cut(board.count);
    let everyone = board.targets.order(board.targets.all());
    let floor = flow(board.targets, &everyone, from, to);
    let more = order.nodes().len() > board.count;
    let under = |(what, reaction): (&'static str, Reaction)| {
        Some(ReactLine {
            what,
            first: end(&play(&counted, &reaction)?)?,
            all: play(order, &reaction)
                .filter(|_| more)
                .and_then(|it| end(&it)),
        })
    };
    lines.flow = play(&counted, &reaction).map(|first| FlowLine {
        recruiters: from.len(),
        recruits: to.len(),
        before: first.before,
        floor: floor.last().copied().unwrap_or(0),
        first: back(&first),
        all: play(order, &reaction).filter(|_| more).map(|it| back(&it)),
        runs: reaction.runs,
        taken: percent(reaction.taken),
        rewired: percent(reaction.rewired),
        others: others().into_iter().filter_map(under).collect(),
    });
    compared(board, rivals, desk, lines, |order| {
        let last = play(order, &reaction)?.steps.last().copied()?;
        Some(last.middle)
    });
}

/// The rivals, each once.
fn compared(
    board: &Board<'_>,
    rivals: &[Plan],
    desk: &Desk<'_>,
    lines: &mut PlanLines,
    end: impl Fn(&Order) -> Option<u64>,
) {
    let first = board.first();
    for plan in rivals {
        let at = board.count.min(plan.curve.largest.len());
        let left = at.checked_sub(1).and_then(|at| plan.curve.largest.get(at));
        let others = plan.order.nodes().iter().take(board.count);
        let instead: Vec<u32> = others
            .filter(|node| !first.contains(node))
            .copied()
            .collect();
        let line = RivalLine {
            methods: vec![plan.method],
            steps: plan.order.nodes().len(),
            area: format!("{:.2}", plan.curve.area()),
            left: left.copied().unwrap_or(plan.curve.whole) as usize,
            instead: instead.iter().map(|node| board.name(desk, *node)).collect(),
            back: end(&plan.order),
        };
        let alike = lines.rivals.iter_mut().find(|other| {
            (
                other.steps,
                other.left,
                other.back,
                &other.area,
                &other.instead,
            ) == (line.steps, line.left, line.back, &line.area, &line.instead)
        });
        match alike {
            Some(other) => other.methods.extend(line.methods),
            None => lines.rivals.push(line),
        }
    }
}

/// Other reactions under which the plan is looked at.
fn others() -> [(&'static str, Reaction); 3] {
    let by = |heir| Reaction {
        heir,
        ..Reaction::default()
    };
    let rewired = Reaction {
        taken: 0.0,
        ..Reaction::default()
    };
    [
        (
            "Lost places are taken by anybody in the network who is not protected, likelier by one with many ties",
            by(Heir::Prominent),
        ),
        (
            "Lost places are taken by anybody in the network who is not protected, all alike",
            by(Heir::Anybody),
        ),
        (
            "Nobody takes a lost place; only those whom the lost held together find each other",
            rewired,
        ),
    ]
}

/// Pairs connected at the last step of time.
fn end(it: &Regained) -> Option<BackLine> {
    it.steps.last().map(line)
}

fn line(its: &Interval) -> BackLine {
    BackLine {
        low: its.low,
        middle: its.middle,
        high: its.high,
    }
}

/// How the flow comes back, at the steps of time that are told.
fn back(it: &Regained) -> BackLines {
    let back = TOLD
        .iter()
        .filter_map(|step| Some((*step, line(it.steps.get(step - 1)?))));
    BackLines {
        after: it.after,
        back: back.collect(),
    }
}
