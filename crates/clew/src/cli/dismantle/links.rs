//! A plan of links: which ties to cut, nobody being removed.

use super::given::Given;
use super::words;
use crate::cli::args::Dismantle;
use crate::cli::error::Failure;
use crate::cli::out;
use crate::cli::view::one_line;
use crate::redact::Redacted;
use inquiry::network::dismantle::LinkPlan;
use serde_json::{Value, json};

pub(super) fn show(
    given: &Given,
    plans: &[LinkPlan],
    it: &Dismantle,
    as_json: bool,
) -> Result<(), Failure> {
    let Some((best, rivals)) = plans.split_first() else {
        return Ok(());
    };
    if as_json {
        return json(given, best, rivals, it);
    }
    words::network(given)?;
    let left = best.curve.largest.last().copied();
    out::line(&format!(
        "Ties to cut: {}. That brings the largest group from {} to {}{}. Found by {}, area under the curve {:.2}. Ties between two protected people are never cut.",
        best.links.len(),
        best.curve.whole,
        left.unwrap_or(best.curve.whole),
        if best.curve.until(it.goal()).is_some() {
            format!(", below {} of all", words::percent(it.goal()))
        } else {
            format!(
                "; below {} it cannot be brought so",
                words::percent(it.goal())
            )
        },
        best.method,
        best.curve.area(),
    ))?;
    cuts(given, best, it.top)?;
    let more = best.links.len().saturating_sub(it.top);
    if more > 0 {
        out::line(&format!("... and {more} more; --top or --json shows them."))?;
    }
    words::chart(&best.curve, &[])?;
    out::line("Rivals, each finished in the same way (less is better):")?;
    for (mark, plan) in std::iter::once(("->", best)).chain(rivals.iter().map(|it| ("  ", it))) {
        out::line(&format!(
            "{mark} {:<12} area {:>10.2}   cuts {:>6}",
            plan.method,
            plan.curve.area(),
            plan.links.len(),
        ))?;
    }
    out::line("A plan follows from ties that are known: what is missing may change it.")?;
    Ok(())
}

/// The ties to cut, at most `top` of them.
fn cuts(given: &Given, best: &LinkPlan, top: usize) -> Result<(), Failure> {
    let name = |node: u32| one_line(&given.mask, &given.names[node as usize], 36);
    let rows: Vec<Vec<Redacted<String>>> = (0..best.links.len().min(top))
        .map(|at| {
            let (one, other) = best.links[at];
            let now = best.curve.largest[at];
            let before = match at {
                0 => best.curve.whole,
                at => best.curve.largest[at - 1],
            };
            let why = if now < before {
                format!("parts the group of {before}")
            } else {
                "one of several that hold a group together".to_owned()
            };
            let share = words::percent(words::share(now, best.curve.nodes));
            let cells = [
                (at + 1).to_string(),
                name(one),
                name(other),
                why,
                format!("{now} ({share})"),
            ];
            cells.iter().map(|cell| given.mask.line(cell)).collect()
        })
        .collect();
    let head = ["step", "cut between", "and", "why", "largest left"];
    out::table(&head, &rows, "Nothing need be cut.")?;
    Ok(())
}

/// The contract of plans; `order` holds pairs of identifiers.
fn json(
    given: &Given,
    best: &LinkPlan,
    rivals: &[LinkPlan],
    it: &Dismantle,
) -> Result<(), Failure> {
    let figures = |plan: &LinkPlan| json!({ "method": plan.method, "auc": plan.curve.area(), "removals": plan.links.len() });
    let mut object = figures(best);
    let pairs = best.links.iter();
    let order: Vec<Value> = pairs
        .map(|(one, other)| json!([given.id(*one), given.id(*other)]))
        .collect();
    let more = json!({
        "order": order, "rivals": rivals.iter().map(figures).collect::<Vec<_>>(),
        "largest_before": best.curve.whole, "largest": best.curve.largest,
        "reached": best.curve.until(it.goal()).is_some(), "until": it.goal(), "plan": "links",
        "nodes": given.graph.nodes(), "ties": given.graph.edges(), "layers": given.layers,
        "protected": given.protected.len(),
    });
    if let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) {
        object.extend(more);
    }
    out::json(&given.mask.json(object))
}
