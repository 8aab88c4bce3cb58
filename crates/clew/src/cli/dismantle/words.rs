//! A plan as a person reads it: what, why, its rivals, what protection costs, and the curve.

use super::given::Given;
use super::{Answer, after, args, d};
use crate::cli::args::What;
use crate::cli::error::Failure;
use crate::cli::out;
use crate::cli::view::one_line;
use crate::redact::Redacted;
use crate::tied::counting;
use inquiry::network::dismantle::{Curve, Plan, Split, Targets};

/// Lines and characters of the drawn curve.
const CHART: (usize, usize) = (12, 50);
/// Looks at a tie that may be taken to see where the removals stop to split anything.
const SPLITS: usize = 20_000_000;
/// Steps that are always shown.
const FEWEST: usize = 5;
/// Area below which a price is none.
const NOTHING: f64 = 0.005;

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
    chart(&best.curve, &answer.flow)?;
    if answer.floor > 0 {
        out::line(&format!(
            "{} of the pairs hang together through those whom no plan may name: no plan can part them.",
            answer.floor
        ))?;
    }
    others(best, rivals, it.goal())?;
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
    if given.unclear.len() + given.hanging.len() > 0 {
        out::line(&format!(
            "{} numbers that hide digits or are none, and {} ends of whom no more is known than a tie to one protected person (perhaps family, perhaps another victim), are in no plan either.",
            given.unclear.len(),
            given.hanging.len()
        ))?;
    }
    match given.carried() {
        0 => {}
        1 => out::line("One number or address of a single user on record counts as that user.")?,
        many => out::line(&format!(
            "{many} numbers, addresses and documents of a single user on record each count as that user."
        ))?,
    }
    Ok(())
}

fn head(given: &Given, best: &Plan, it: &args::Dismantle) -> Result<(), Failure> {
    network(given)?;
    let left = best.curve.largest.last().copied();
    let left = left.unwrap_or(best.curve.whole);
    let removals = best.order.nodes().len();
    let goal = percent(it.goal());
    let reached = best.curve.until(it.goal()).is_some();
    let open = given.names.len() - given.closed().len();
    out::line(&format!(
        "The plan: {removals} removals out of {open} who may be named, in the order below. They bring the largest group from {} to {left} ({} of all){}.",
        best.curve.whole,
        percent(share(left, best.curve.nodes)),
        match (it.plan, reached) {
            (What::Few(_), _) => String::new(),
            (_, true) => format!(", below {goal}"),
            (_, false) => format!(
                "; below {goal} it cannot be brought: who is left hangs together through the protected, and they are spared"
            ),
        },
    ))?;
    out::line(&format!(
        "Found by {}; area under the curve {:.2}, cost {:.1} (less is better).",
        best.method,
        best.curve.area(),
        best.price,
    ))?;
    let things = best.order.nodes().iter();
    let things = things.filter(|it| !given.people.is_empty() && !given.people.contains(it));
    let things = things.count();
    if things > 0 {
        out::line(&format!(
            "{things} of these are no people but numbers, addresses or organisations: one stands for whoever acts through it. Find out who that is first."
        ))?;
    }
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
        head.push("claimed recruiter-recruit pairs");
    }
    let count = (SPLITS / given.graph.edges().max(1)).max(it.top);
    let all = d::splits(targets, &best.order, count);
    let whole = all.len() == best.order.nodes().len();
    let stop = whole.then(|| worthwhile(&all, &answer.flow));
    let shown = stop.map_or(it.top, |stop| stop.clamp(it.top.min(FEWEST), it.top));
    let splits = &all[..shown.min(all.len())];
    let rows: Vec<Vec<Redacted<String>>> = splits
        .iter()
        .enumerate()
        .zip(best.order.nodes())
        .map(|((at, split), &node)| {
            let node = node as usize;
            let largest = best.curve.largest[at];
            let mut cells = vec![
                (at + 1).to_string(),
                one_line(&given.mask, &given.names[node], 40),
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
    match counting(&all) {
        0 => {}
        1 => out::line("The first counts most: it cuts off more than itself.")?,
        many => out::line(&format!(
            "The first {many} count most: each cuts off more than itself."
        ))?,
    }
    let more = best.order.nodes().len() - splits.len();
    if more > 0 {
        out::line(&match stop {
            Some(0) => format!(
                "... and {more} more. Each takes off one: there is no place where this network breaks."
            ),
            Some(stop) if stop <= splits.len() => format!(
                "... and {more} more; --json shows them. After step {stop} each takes off one and cuts no pair: a place to stop."
            ),
            _ => format!("... and {more} more; --top or --json shows them."),
        })?;
    }
    Ok(())
}

/// How many removals of a plan do more than take one off a group: behind the last of them is a place to stop.
fn worthwhile(splits: &[Split], flow: &[u64]) -> usize {
    let parts = |split: &Split| split.parts.len() > 1;
    let cuts = |at: usize| matches!(flow.get(at..=at + 1), Some([before, after]) if after < before);
    let last = splits
        .iter()
        .enumerate()
        .rposition(|(at, split)| parts(split) || cuts(at));
    last.map_or(0, |at| at + 1)
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
            let alone = parts.iter().filter(|part| **part == 1).count();
            let larger = parts.len() - alone;
            let mut named: Vec<String> = parts
                .iter()
                .take(larger.min(NAMED))
                .map(ToString::to_string)
                .collect();
            if larger > NAMED {
                named.push(format!("{} smaller groups", larger - NAMED));
            }
            if alone > 0 {
                named.push(format!("{alone} left alone"));
            }
            format!("splits {} into {}", split.of, named.join(", "))
        }
    }
}

/// The largest group over the removals, as bars, and the recruiter-recruit pairs beside them where there are any.
pub(super) fn chart(curve: &Curve, flow: &[u64]) -> Result<(), Failure> {
    let (lines, wide) = CHART;
    let length = curve.largest.len();
    let before = flow.first().copied().unwrap_or(0);
    out::line(match before {
        0 => "Largest group, by removals:",
        _ => "Largest group, and claimed recruiter-recruit pairs still connected, by removals:",
    })?;
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
        let pairs = match flow.get(at) {
            Some(pairs) if before > 0 => format!("   {pairs} of {before} pairs"),
            _ => String::new(),
        };
        out::line(&format!(
            "{at:>8} {}{} {:>5}{pairs}",
            "█".repeat(filled),
            "░".repeat(wide.saturating_sub(filled)),
            percent(share(value, curve.nodes)),
        ))?;
    }
    Ok(())
}

/// What is said of a plan among its rivals, its method left out.
fn figures(plan: &Plan, goal: f64) -> String {
    let until = |share: f64| match plan.curve.until(share) {
        Some(removals) => removals.to_string(),
        // A plan ends where its goal is reached.
        None if share < goal && plan.curve.until(goal).is_some() => "not sought".to_owned(),
        None => "never".to_owned(),
    };
    format!(
        "area {:>10.2}   removals {:>6}   to 10 % {:>6}   to 1 % {:>10}   cost {:>10.1}",
        plan.curve.area(),
        plan.order.nodes().len(),
        until(0.1),
        until(0.01),
        plan.price,
    )
}

fn others(best: &Plan, rivals: &[Plan], goal: f64) -> Result<(), Failure> {
    out::line(
        "Rivals, each finished in the same way (area: the largest group's share of all, summed over the removals; less is better):",
    )?;
    let mut rows: Vec<(String, Vec<&str>)> = vec![(figures(best, goal), vec![best.method])];
    for plan in rivals {
        let its = figures(plan, goal);
        match rows.iter_mut().find(|(figures, _)| *figures == its) {
            Some((_, methods)) => methods.push(plan.method),
            None => rows.push((its, vec![plan.method])),
        }
    }
    for (at, (figures, methods)) in rows.iter().enumerate() {
        let mark = if at == 0 { "->" } else { "  " };
        let (first, rest) = methods.split_first().unwrap_or((&"", &[]));
        let alike = match rest {
            [] => String::new(),
            _ => format!("   also by {}", rest.join(", ")),
        };
        out::line(&format!("{mark} {first:<12} {figures}{alike}"))?;
    }
    if rows.len() == 1 && !rivals.is_empty() {
        out::line(
            "All methods come to the same: in so small a network there is little to choose.",
        )?;
    }
    Ok(())
}

fn protection(given: &Given, answer: &Answer) -> Result<(), Failure> {
    let Some(with) = &answer.reference else {
        return Ok(());
    };
    let kept = with.order.nodes().len();
    out::line(&format!(
        "What protection costs the plan, by {} without local search: {kept} removals and area {:.2} as it is;",
        with.method,
        with.curve.area(),
    ))?;
    let (mut free, mut listed) = (0, 0);
    for toll in &answer.tolls {
        let single = toll.who.len() == 1 && given.protected.len() > 1;
        let fewer = toll.removals.is_some_and(|it| it < kept);
        if single && !fewer && with.curve.area() - toll.area < NOTHING {
            free += 1;
            continue;
        }
        listed += usize::from(single);
        let who = match toll.who[..] {
            [one] if single => given.names[one as usize].clone(),
            [_] => "the one protected".to_owned(),
            _ => format!("all {} protected", toll.who.len()),
        };
        let removals = match toll.removals {
            Some(fewer) if fewer < kept => format!("{fewer} removals, {} fewer", kept - fewer),
            Some(as_many) => format!("{as_many} removals, no fewer"),
            None => "the wanted share not reached either".to_owned(),
        };
        out::masked(&given.mask.line(&format!(
            "   were {} not spared: {removals}; area {:.2}",
            one_line(&given.mask, &who, 60),
            toll.area,
        )))?;
    }
    if free > 0 {
        out::line(&format!(
            "   {free} others one by one: nothing, the plan is no shorter and no better without their protection"
        ))?;
    }
    let unpriced = given.protected.len() - free - listed;
    if unpriced > 0 && given.protected.len() > 1 {
        out::line(&format!(
            "   {unpriced} more were not reckoned one by one: the network is large"
        ))?;
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
