//! A plan as a person reads it: what, why, its rivals, what protection costs, and the curve.

use super::given::Given;
use super::{Answer, after, args, d};
use crate::cli::args::What;
use crate::cli::error::Failure;
use crate::cli::out;
use crate::cli::view::one_line;
use crate::redact::Redacted;
use inquiry::network::dismantle::{Curve, Plan, Split, Targets};

/// Lines and characters of the drawn curve.
const CHART: (usize, usize) = (12, 50);

pub(super) fn say(
    given: &Given,
    targets: &Targets<'_>,
    answer: &Answer,
    it: &args::Dismantle,
) -> Result<(), Failure> {
    let Some((best, rivals)) = answer.plans.split_first() else {
        return Ok(());
    };
    head(given, best, it)?;
    if let Some(keys) = &answer.keys {
        keys.say(given, &answer.plans)?;
    }
    steps(given, targets, answer, best, it)?;
    chart(&best.curve)?;
    others(best, rivals)?;
    protection(given, answer)?;
    after::say(answer)?;
    out::line(
        "Ties are taken together from all layers above; direction is not used. A plan follows from ties that are known: what is missing \
         may change it. Roles are what sources claim; to be in a plan is no guilt.",
    )?;
    Ok(())
}

/// What the plan was made for.
pub(super) fn network(given: &Given) -> Result<(), Failure> {
    let layers: Vec<String> = given
        .layers
        .iter()
        .map(|(name, n)| format!("{name} {n}"))
        .collect();
    out::masked(&given.mask.line(&format!(
        "{} nodes, {} ties ({}). {} are protected: no plan can name them.",
        given.graph.nodes(),
        given.graph.edges(),
        layers.join(", "),
        given.protected.len(),
    )))?;
    Ok(())
}

fn head(given: &Given, best: &Plan, it: &args::Dismantle) -> Result<(), Failure> {
    network(given)?;
    let last = best.curve.largest.last().copied();
    let left = last.unwrap_or(best.curve.whole);
    let removals = best.order.nodes().len();
    let goal = percent(it.goal());
    let reached = best.curve.until(it.goal()).is_some();
    out::line(&format!(
        "Removals: {removals}. They bring the largest group from {} to {left}{}. Found by {}, area under the curve {:.2}, cost {:.1}.",
        best.curve.whole,
        match (it.plan, reached) {
            (What::Few(_), _) => String::new(),
            (_, true) => format!(", below {goal} of all"),
            (_, false) =>
                format!("; below {goal} it cannot be brought while the protected are spared"),
        },
        best.method,
        best.curve.area(),
        best.price,
    ))?;
    Ok(())
}

fn steps(
    given: &Given,
    targets: &Targets<'_>,
    answer: &Answer,
    best: &Plan,
    it: &args::Dismantle,
) -> Result<(), Failure> {
    let flows = !given.flow.0.is_empty() && !given.flow.1.is_empty();
    let mut head = vec![
        "step",
        "remove",
        "id",
        "roles claimed",
        "why",
        "largest left",
    ];
    if flows {
        head.push("recruiter-recruit pairs");
    }
    let splits = d::splits(targets, &best.order, it.top);
    let rows: Vec<Vec<Redacted<String>>> = splits
        .iter()
        .enumerate()
        .zip(best.order.nodes())
        .map(|((at, split), &node)| {
            let node = node as usize;
            let largest = best.curve.largest[at];
            let mut cells = vec![
                (at + 1).to_string(),
                one_line(&given.names[node], 40),
                given.ids[node].clone(),
                given.roles[node].clone(),
                why(split),
                format!("{largest} ({})", percent(share(largest, best.curve.nodes))),
            ];
            if flows {
                cells.push(format!("{} of {}", answer.flow[at + 1], answer.flow[0]));
            }
            cells.iter().map(|cell| given.mask.line(cell)).collect()
        })
        .collect();
    out::table(&head, &rows, "Nobody need be removed.")?;
    let more = best.order.nodes().len().saturating_sub(it.top);
    if more > 0 {
        out::line(&format!("... and {more} more; --top or --json shows them."))?;
    }
    Ok(())
}

/// What a removal does, in words.
fn why(split: &Split) -> String {
    const NAMED: usize = 4;
    match &split.parts[..] {
        [] => "was alone".to_owned(),
        [one] => format!(
            "takes one from a group of {}, {one} stay together",
            split.of
        ),
        parts => {
            let named: Vec<String> = parts.iter().take(NAMED).map(ToString::to_string).collect();
            let more = parts.len().saturating_sub(NAMED);
            let rest = if more > 0 {
                format!(" and {more} smaller")
            } else {
                String::new()
            };
            format!("splits {} into {}{rest}", split.of, named.join(", "))
        }
    }
}

/// The largest group over the removals, as bars.
pub(super) fn chart(curve: &Curve) -> Result<(), Failure> {
    let (lines, wide) = CHART;
    let length = curve.largest.len();
    out::line("Largest group, by removals:")?;
    let mut last = None;
    for line in 0..=lines {
        let at = length * line / lines;
        if last.replace(at) == Some(at) {
            continue;
        }
        let value = match at {
            0 => curve.whole,
            at => curve.largest[at - 1],
        };
        let filled = value as usize * wide / (curve.nodes.max(1) as usize);
        out::line(&format!(
            "{at:>8} {}{} {}",
            "█".repeat(filled),
            "░".repeat(wide.saturating_sub(filled)),
            percent(share(value, curve.nodes)),
        ))?;
    }
    Ok(())
}

fn others(best: &Plan, rivals: &[Plan]) -> Result<(), Failure> {
    let until = |plan: &Plan, share| {
        let found = plan.curve.until(share);
        found.map_or_else(|| "never".to_owned(), |it| it.to_string())
    };
    out::line("Rivals, each finished in the same way (less is better):")?;
    for (mark, plan) in std::iter::once(("->", best)).chain(rivals.iter().map(|it| ("  ", it))) {
        out::line(&format!(
            "{mark} {:<12} area {:>10.2}   removals {:>6}   to 10 % {:>6}   to 1 % {:>6}   cost {:>10.1}",
            plan.method,
            plan.curve.area(),
            plan.order.nodes().len(),
            until(plan, 0.1),
            until(plan, 0.01),
            plan.price,
        ))?;
    }
    Ok(())
}

fn protection(given: &Given, answer: &Answer) -> Result<(), Failure> {
    let Some(with) = &answer.reference else {
        return Ok(());
    };
    out::line(&format!(
        "What protection costs, by {} without local search: area {:.2} and {} removals as it is;",
        with.method,
        with.curve.area(),
        with.order.nodes().len(),
    ))?;
    for toll in &answer.tolls {
        let who = match toll.who[..] {
            [one] if given.protected.len() > 1 => given.names[one as usize].clone(),
            _ => "all protected".to_owned(),
        };
        let removals = toll
            .removals
            .map_or_else(|| "never".to_owned(), |it| it.to_string());
        out::masked(&given.mask.line(&format!(
            "   were {} not spared: area {:.2}, removals {removals}",
            one_line(&who, 60),
            toll.area,
        )))?;
    }
    out::line(
        "These are prices that are paid on purpose. No option of clew lifts the protection.",
    )?;
    Ok(())
}

pub(super) fn share(part: u32, whole: u32) -> f64 {
    f64::from(part) / f64::from(whole.max(1))
}

pub(super) fn percent(share: f64) -> String {
    let hundred = share * 100.0;
    if hundred < 10.0 && (hundred - hundred.round()).abs() > 0.05 {
        format!("{hundred:.1} %")
    } else {
        format!("{hundred:.0} %")
    }
}
