//! What comes after a plan: how much of the flow between recruiters and recruits comes back when lost places are taken.

use super::given::Given;
use super::{Answer, Plan, Targets};
use crate::cli::error::Failure;
use crate::cli::out;
use inquiry::network::react::{Interval, Reaction, Regained, regained};
use serde_json::{Value, json};

/// Ties up to which the reaction is played.
const SMALL: usize = 5_000;
/// Steps that are shown; JSON has all.
const SHOWN: [usize; 4] = [1, 3, 6, 12];

/// Plays the same reaction to every plan.
pub(super) fn played(given: &Given, targets: &Targets<'_>, plans: &[Plan]) -> Vec<Regained> {
    let (from, to) = (&given.flow.0[..], &given.flow.1[..]);
    if from.is_empty() || to.is_empty() || given.graph.edges() > SMALL {
        return Vec::new();
    }
    let reaction = Reaction::default();
    plans
        .iter()
        .map(|plan| regained(targets, &plan.order, (from, to), &given.people, &reaction))
        .collect()
}

pub(super) fn say(answer: &Answer) -> Result<(), Failure> {
    let Some(first) = answer.after.first() else {
        return Ok(());
    };
    let reaction = Reaction::default();
    out::line(&format!(
        "What comes after, were nothing else done: in each step a lost place is taken with a probability of {:.0} % by a neighbour who is not \
         protected, likelier by one with many ties, or by somebody two ties away. A supposition to compare plans by, no forecast; a step has no \
         length in days. Recruiter-recruit pairs that are connected, {} before; median of {} runs, in brackets 5 to 95 % of them:",
        reaction.taken * 100.0,
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
    Ok(())
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
    let reaction = Reaction::default();
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
        "taken": reaction.taken, "runs": reaction.runs, "seed": reaction.seed,
    }))
}
