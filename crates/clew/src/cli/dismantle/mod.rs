//! `clew dismantle`: the plan that takes a network apart with few removals, its rivals, and what protection costs it.

mod after;
mod given;
mod links;
mod players;
mod words;

use super::args::{self, React, What};
use super::error::Failure;
use super::out;
use crate::tied::useful;
use given::Given;
use inquiry::network::dismantle::{self as d, Goal, Method, Plan, Settings, Targets, Toll};
use inquiry::network::react::{Reaction, Regained};
use serde_json::{Value, json};

/// Single persons whose protection is priced: fewest and most, and the ties that these plans may look at together.
const TOLLS: (usize, usize, usize) = (5, 200, 200_000);
/// Ties up to which single persons are priced, and not only all together.
const SMALL: usize = 20_000;

/// A plan with everything that explains it.
struct Answer {
    plans: Vec<Plan>,
    /// Pairs of a recruiter and a recruit still connected: before, and after each removal.
    flow: Vec<u64>,
    /// Of these pairs, those that stay connected whoever else is removed.
    floor: u64,
    /// What the protection is compared with, and what it costs.
    reference: Option<Plan>,
    tolls: Vec<Toll>,
    /// How the flow comes back, plan by plan; empty where there is no flow or the network is large.
    after: Vec<Regained>,
    /// The reaction that was played, by its name.
    react: Option<(React, Reaction)>,
    /// Of exactly so many: the sets proven to be the best.
    keys: Option<players::Keys>,
}

pub(super) fn dismantle(it: &args::Dismantle, json: bool) -> Result<(), Failure> {
    let given = given::given(it)?;
    if given.graph.edges() == 0 {
        return Err(untied(it));
    }
    let wrong = |error: inquiry::network::invalid::Invalid| Failure::case(error.to_string());
    let mut targets = Targets::new(&given.graph, &given.closed()).map_err(wrong)?;
    let settings = Settings {
        until: it.goal(),
        goal: Goal::Curve,
        ..Settings::default()
    };
    if it.plan == What::Links {
        if it.react.is_some_and(|it| it != React::None) {
            after::playable(&given, it.plan)?;
        }
        if it.cost != "unit" {
            return Err(
                Failure::case("the cut of a tie costs 1; --cost is for nodes")
                    .hint("leave --cost out, or --plan nodes"),
            );
        }
        let plans = d::link_plans(&targets, &settings).map_err(wrong)?;
        let stuck = plans
            .iter()
            .all(|plan| plan.links.is_empty() && plan.curve.until(it.goal()).is_none());
        if stuck {
            return Err(Failure::case(
                "every tie here is between two protected people; none is cut",
            )
            .hint("--layer shows other ties"));
        }
        return links::show(&given, &plans, it, json);
    }
    if let Some(costs) = given.costs(&it.cost)? {
        targets = targets.with_costs(costs).map_err(wrong)?;
    }
    if targets.all().next().is_none() {
        return Err(Failure::case(
            "everybody in this network is protected; there is nobody to plan for",
        )
        .hint("--layer shows other ties"));
    }
    if it.react.is_some_and(|it| it != React::None) {
        after::playable(&given, it.plan)?;
    }
    let answer = answer(&given, &targets, &settings, it);
    if json {
        as_json(&given, &targets, &answer, it)
    } else {
        words::say(&given, &targets, &answer, it)
    }
}

/// The failure of a network without a tie: of the layers asked for, or of all.
fn untied(it: &args::Dismantle) -> Failure {
    if !it.layer.is_empty() {
        return Failure::case("no two are tied by links that match")
            .hint("fewer --layer, or another source");
    }
    let failure = Failure::case("no two are tied");
    if it.source.is_dir() {
        failure.hint(format!(
            "clew status {} says what was read",
            vault::quoted(&it.source)
        ))
    } else {
        failure.hint("name another file of edges, or a case")
    }
}

fn answer(
    given: &Given,
    targets: &Targets<'_>,
    settings: &Settings,
    it: &args::Dismantle,
) -> Answer {
    let what = it.plan;
    let mut plans = d::plans(targets, settings);
    let mut keys = None;
    if let What::Few(count) = what {
        few(targets, &mut plans, count);
        keys = Some(players::first(targets, &mut plans, count));
    }
    if !matches!(what, What::Few(_)) {
        for plan in &mut plans {
            useful(targets, plan);
        }
    }
    let leading = plans[0].method;
    // Whoever asks for none is told of none; plans are compared under the usual one where nothing is asked.
    let played = it.react.unwrap_or(React::Near);
    let react = played.reaction().map(|reaction| (played, reaction));
    if let (Some(_), Some((_, reaction))) = (it.react, react) {
        let steadfast = after::steadfast_plan(given, targets, &plans, &reaction);
        plans.insert(0, steadfast);
    }
    let flow = d::flow(targets, &plans[0].order, &given.flow.0, &given.flow.1);
    let everyone = targets.order(targets.all());
    let floor = d::flow(targets, &everyone, &given.flow.0, &given.flow.1);
    let method = Method::ALL
        .into_iter()
        .find(|method| method.name() == leading)
        .filter(|_| !given.protected.is_empty() && !matches!(what, What::Few(_)));
    let edges = given.graph.edges();
    let singles = if edges <= SMALL {
        let (fewest, most, looks) = TOLLS;
        (looks / edges.max(1)).clamp(fewest, most)
    } else {
        0
    };
    let reference = method.map(|method| {
        let mut plan = d::reference(targets, settings, method);
        useful(targets, &mut plan);
        plan
    });
    Answer {
        after: react.map_or_else(Vec::new, |(_, it)| {
            after::played(given, targets, &plans, &it)
        }),
        react,
        reference,
        floor: floor.last().copied().unwrap_or(0),
        tolls: method.map_or_else(Vec::new, |of| {
            d::tolls(targets, settings, of, &given.protected, singles)
        }),
        flow,
        keys,
        plans,
    }
}

/// Breaks all plans off after `count` removals.
fn few(targets: &Targets<'_>, plans: &mut [Plan], count: usize) {
    for plan in plans.iter_mut() {
        let wish = plan.order.nodes().iter().copied();
        // A plan that is done sooner goes on with whoever is left.
        let order = targets.order(wish.chain(targets.all())).cut(count);
        plan.curve = d::Curve::of(targets, &order);
        plan.price = targets.price(&order);
        plan.order = order;
    }
}

fn as_json(
    given: &Given,
    targets: &Targets<'_>,
    answer: &Answer,
    it: &args::Dismantle,
) -> Result<(), Failure> {
    let Some((best, rivals)) = answer.plans.split_first() else {
        return Ok(());
    };
    let figures = |plan: &Plan| {
        json!({
            "method": plan.method, "auc": plan.curve.area(), "removals": plan.order.nodes().len(),
            "removals_10": plan.curve.until(0.1), "removals_1": plan.curve.until(0.01), "price": plan.price,
        })
    };
    let mut object = figures(best);
    let order: Vec<Value> = best.order.nodes().iter().map(|it| given.id(*it)).collect();
    let toll = |toll: &Toll| {
        let who: Vec<Value> = toll.who.iter().map(|it| given.id(*it)).collect();
        let all = toll.who.len() == given.protected.len();
        let who = if all { json!("all") } else { json!(who) };
        json!({ "without": who, "auc": toll.area, "removals": toll.removals })
    };
    let more = json!({
        "order": order, "rivals": rivals.iter().map(figures).collect::<Vec<_>>(),
        "largest_before": best.curve.whole, "largest": best.curve.largest,
        "reached": best.curve.until(it.goal()).is_some(), "until": it.goal(), "cost": it.cost,
        "nodes": given.graph.nodes(), "ties": given.graph.edges(), "layers": given.layers,
        "protected": given.protected.len(), "unclear_numbers": given.unclear.len(), "tied_to_one_protected_alone": given.hanging.len(), "open": targets.all().count(),
        "flow": (!given.flow.0.is_empty() && !given.flow.1.is_empty()).then_some(&answer.flow),
        "flow_no_plan_can_part": answer.floor,
        "protection": answer.reference.as_ref().map(|plan| json!({
            "compared_with": figures(plan), "costs": answer.tolls.iter().map(toll).collect::<Vec<_>>(),
        })),
        "after": after::json(answer),
        "key_players": answer.keys.as_ref().map(|keys| keys.json(given)),
        "seed": Settings::default().seed,
    });
    if let (Some(object), Value::Object(more)) = (object.as_object_mut(), more) {
        object.extend(more);
    }
    out::json(&given.mask.json(object))
}
