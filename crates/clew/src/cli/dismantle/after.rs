//! What comes after a plan: how much of the flow between recruiters and recruits comes back when lost places are taken.

use super::given::Given;
use super::{Answer, Plan, Targets, d};
use crate::cli::args::{React, What};
use crate::cli::error::Failure;
use crate::cli::out;
use inquiry::network::react::{Hunt, Interval, Reaction, Regained, regained, steadfast};
use serde_json::{Value, json};

/// Ties up to which the reaction is played.
const SMALL: usize = 5_000;
/// Steps that are shown; JSON has all.
const SHOWN: [usize; 4] = [1, 3, 6, 12];

/// Name of the plan that is chosen by what comes back.
const STEADFAST: &str = "steadfast";
/// Runs by which the search judges a plan. They are others than those by which plans are compared, so that it cannot flatter itself.
const JUDGED: (usize, u64) = (40, 2);
/// Looks at a node or tie that the search may take, and plans that it may judge.
const WORK: (usize, usize) = (400_000_000, 20_000);

/// Refuses to choose by the reaction where there is none to play.
pub(super) fn playable(given: &Given, what: What) -> Result<(), Failure> {
    let fault = if given.flow.0.is_empty() || given.flow.1.is_empty() {
        "nobody here is called a recruiter, or nobody a recruit or victim: there is no flow that could come back"
    } else if given.graph.edges() > SMALL {
        "the network is too large to play its reaction again and again"
    } else if what == What::Links {
        "the reaction is to the loss of people, not of ties"
    } else if matches!(what, What::Few(_)) {
        "exactly so many are chosen with proof, by the pairs that they leave connected"
    } else {
        return Ok(());
    };
    Err(Failure::case(fault).hint("leave --react out"))
}

/// The plan that costs no more than the best of the portfolio and after which least comes back, as far as it is found.
pub(super) fn steadfast_plan(
    given: &Given,
    targets: &Targets<'_>,
    plans: &[Plan],
    reaction: &Reaction,
) -> Plan {
    let flow = (&given.flow.0[..], &given.flow.1[..]);
    let (runs, seed) = JUDGED;
    let reaction = Reaction {
        runs,
        seed,
        ..*reaction
    };
    let each = runs * reaction.steps * (given.graph.nodes() + 2 * given.graph.edges());
    let hunt = Hunt {
        budget: plans.first().map_or(0.0, |best| best.price),
        tries: (WORK.0 / each.max(1)).clamp(plans.len() * 2, WORK.1),
        seed: reaction.seed,
    };
    let starts: Vec<_> = plans.iter().map(|it| &it.order).collect();
    let price = |order: &d::Order| targets.price(order);
    let order = steadfast(targets, &starts, &hunt, price, |order| {
        // Of equals, the one that leaves the smaller group.
        let largest = d::Curve::of(targets, order).largest.last().copied();
        let share = f64::from(largest.unwrap_or(u32::MAX)) / f64::from(u32::MAX);
        #[expect(clippy::cast_precision_loss, reason = "pairs of a small network")]
        let total = regained(targets, order, flow, &given.people, &reaction).total as f64;
        total + share
    });
    // Whoever cuts most of the flow comes first.
    let order = soonest(targets, &order, flow);
    Plan {
        method: STEADFAST,
        curve: d::Curve::of(targets, &order),
        price: targets.price(&order),
        worth: 0.0,
        order,
    }
}

/// The same removals in the order that cuts the flow soonest, then the largest group.
fn soonest(targets: &Targets<'_>, order: &d::Order, (from, to): (&[u32], &[u32])) -> d::Order {
    let mut left = order.nodes().to_vec();
    let mut done: Vec<u32> = Vec::new();
    while !left.is_empty() {
        let next = left.iter().enumerate().min_by_key(|(_, node)| {
            let wish = targets.order(done.iter().chain([*node]).copied());
            let flow = d::flow(targets, &wish, from, to).last().copied();
            let largest = d::Curve::of(targets, &wish).largest.last().copied();
            (flow, largest, **node)
        });
        let Some((at, _)) = next else { break };
        done.push(left.remove(at));
    }
    targets.order(done)
}

/// Plays the same reaction to every plan.
pub(super) fn played(
    given: &Given,
    targets: &Targets<'_>,
    plans: &[Plan],
    reaction: &Reaction,
) -> Vec<Regained> {
    let (from, to) = (&given.flow.0[..], &given.flow.1[..]);
    if from.is_empty() || to.is_empty() || given.graph.edges() > SMALL {
        return Vec::new();
    }
    plans
        .iter()
        .map(|plan| regained(targets, &plan.order, (from, to), &given.people, reaction))
        .collect()
}

pub(super) fn say(answer: &Answer) -> Result<(), Failure> {
    let (Some(first), Some((react, reaction))) = (answer.after.first(), &answer.react) else {
        return Ok(());
    };
    out::line(&format!(
        "What comes after, were nothing else done ({}): {} A supposition to compare plans by, no forecast; a step has no length in days. \
         Claimed recruiter-recruit pairs that are connected, {} before; median of {} runs, in brackets 5 to 95 % of them:",
        react.name(),
        supposed(*react, reaction),
        first.before,
        reaction.runs,
    ))?;
    let mut shown: Vec<&Regained> = Vec::new();
    for (plan, it) in answer.plans.iter().zip(&answer.after) {
        if shown.contains(&it) {
            continue;
        }
        let mark = if shown.is_empty() { "->" } else { "  " };
        shown.push(it);
        let alike = answer.after.iter().filter(|other| *other == it).count() - 1;
        out::line(&row(mark, plan.method, alike, it))?;
    }
    match (steadiest(answer), &shown[..]) {
        (_, [_]) => out::line("No plan of the portfolio stays better than another.")?,
        (Some((method, its)), _) => out::line(&format!(
            "Least comes back after the plan found by {method}: {} pairs ({}-{}).",
            its.middle, its.low, its.high
        ))?,
        (None, _) => {}
    }
    let steadfast = answer.plans.iter().any(|plan| plan.method == STEADFAST);
    if !steadfast {
        out::line(
            "--react looks for a plan of the same cost after which less comes back; --react promotion, anybody or rewire suppose another reaction.",
        )?;
    }
    Ok(())
}

/// The reaction in words.
fn supposed(react: React, reaction: &Reaction) -> String {
    let taken = reaction.taken * 100.0;
    let rewired = format!(
        "with a probability of {:.0} % two whom a lost person held together find each other.",
        reaction.rewired * 100.0
    );
    let by = match react {
        React::Near => {
            "by a neighbour who is not protected, likelier by one with many ties, or by somebody two ties away"
        }
        React::Promotion => {
            "by anybody in the network who is not protected, likelier by one with many ties"
        }
        React::Anybody => "by anybody in the network who is not protected, all alike",
        React::Rewire | React::None => {
            return format!("nobody takes a lost place; in each step {rewired}");
        }
    };
    format!(
        "in each step a lost place is taken with a probability of {taken:.0} % {by}; and {rewired}"
    )
}

/// What comes back after one plan, and how many rivals share it.
fn row(mark: &str, method: &str, alike: usize, it: &Regained) -> String {
    let steps: Vec<String> = SHOWN
        .iter()
        .filter_map(|step| Some((step, it.steps.get(step - 1)?)))
        .map(|(step, its)| format!("step {step}: {} ({}-{})", its.middle, its.low, its.high))
        .collect();
    let others = match alike {
        0 => String::new(),
        more => format!("   (and {more} rivals alike)"),
    };
    format!(
        "{mark} {method:<12} right after: {}   {}{others}",
        it.after,
        steps.join("   ")
    )
}

/// The plan after which least has come back at the last step; the better placed where several are equal.
fn steadiest(answer: &Answer) -> Option<(&'static str, Interval)> {
    let last = answer.plans.iter().zip(&answer.after);
    last.filter_map(|(plan, it)| Some((plan.method, *it.steps.last()?)))
        .min_by_key(|(_, its)| (its.middle, its.high))
}

pub(super) fn json(answer: &Answer) -> Option<Value> {
    let first = answer.after.first()?;
    let (react, reaction) = answer.react.as_ref()?;
    let steps = |it: &Regained| {
        let all = it.steps.iter();
        all.map(|its| json!([its.low, its.middle, its.high]))
            .collect::<Vec<_>>()
    };
    let all = answer.plans.iter().zip(&answer.after);
    let plans: Vec<Value> = all
        .map(|(plan, it)| json!({ "method": plan.method, "right_after": it.after, "steps": steps(it) }))
        .collect();
    Some(json!({
        "before": first.before, "plans": plans, "steadiest": steadiest(answer).map(|it| it.0),
        "react": react.name(), "taken": reaction.taken, "heir": (reaction.taken > 0.0).then_some(reaction.heir.name()), "rewired": reaction.rewired, "runs": reaction.runs, "seed": reaction.seed,
    }))
}
