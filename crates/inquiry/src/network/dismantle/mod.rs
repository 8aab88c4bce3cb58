//! Taking a network apart: a portfolio of published methods, all finished in the same way, and the best of them.
//!
//! The protected are excluded by [`Targets`]: no plan can name them. Everything is seeded and bounded by counted work, not by
//! a clock, so that the same network gives the same plan on every machine.

mod curve;
mod effect;
mod finish;
mod links;
mod methods;
mod polish;
mod rebuild;
#[cfg(test)]
mod spared;
mod targets;
#[cfg(test)]
mod tests;
mod union;

pub use curve::{APART, Curve};
pub use effect::{Split, Toll, flow, reference, splits, tolls};
use finish::Finish;
pub use links::{LinkPlan, link_plans};
pub use methods::Method;
pub use targets::{Order, Targets};

/// Edges from which only the most promising orders are finished in all ways.
const LARGE: usize = 100_000;
/// How many these are, at most; and so many at least are finished in the nearest two.
const PROMISING: usize = 3;
/// As many orders are finished in the nearest two ways as this share of [`LARGE`] edges allows: 15 at 400,000 edges, 3 at two million.
const CHAINED: usize = 60;
/// The same for all ways: 3 at 400,000 edges, 1 at a million.
const FULL: usize = 15;
/// The long search around the best may take as much work as so many short ones.
const SHORT: u64 = 20;
/// Most changes that the local search tries.
const MOST_TRIES: usize = 1_000_000;

/// What a plan should be best at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The least area under the curve of the largest group: effect from the first removal on.
    Curve,
    /// The least cost until the largest group is below the wanted share.
    Fewest,
}

/// How a plan is looked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// What counts.
    pub goal: Goal,
    /// Share of all nodes under which the largest group shall fall; the plan goes on to there.
    pub until: f64,
    /// Looks at an edge that each method may take.
    pub work: u64,
    /// Looks at an edge that the local search may take.
    pub search: u64,
    /// Seed of all that is drawn.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            goal: Goal::Curve,
            until: 0.01,
            work: 100_000_000,
            search: 400_000_000,
            seed: 1,
        }
    }
}

/// One way to take the network apart, with what it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The method that it began with.
    pub method: &'static str,
    /// Whom to remove, in order.
    pub order: Order,
    /// The largest group after each removal.
    pub curve: Curve,
    /// What all removals cost.
    pub price: f64,
    /// Figure that is compared, by the goal; less is better.
    pub worth: f64,
}

/// The plans of all methods, best first. Each is re-inserted, re-ordered and searched around in the same way; the best is searched
/// around at length.
pub fn plans(targets: &Targets<'_>, settings: &Settings) -> Vec<Plan> {
    plans_from(targets, settings, &orders(targets, settings))
}

/// The order that each method gives by itself.
pub fn orders(targets: &Targets<'_>, settings: &Settings) -> Vec<(Method, Order)> {
    Method::ALL
        .iter()
        .map(|method| {
            let order = method.order(targets, settings.work, settings.seed);
            (*method, order)
        })
        .collect()
}

/// [`plans`] from orders that are known already.
///
/// In large networks every order is re-inserted, but only the promising ones are finished in more ways, fewer of them the larger
/// it is.
pub fn plans_from(
    targets: &Targets<'_>,
    settings: &Settings,
    orders: &[(Method, Order)],
) -> Vec<Plan> {
    let edges = targets.graph().edges().max(1);
    let (more, most) = if edges > LARGE {
        (
            (LARGE * CHAINED / edges).max(PROMISING),
            (LARGE * FULL / edges).clamp(1, PROMISING),
        )
    } else {
        (orders.len(), orders.len())
    };
    // A method whose work ended early may have given what another gave: that is finished once.
    let mut ranked: Vec<Finish<'_, '_, '_>> = Vec::with_capacity(orders.len());
    let mut again: Vec<(Method, &Order)> = Vec::new();
    for (method, raw) in orders {
        if ranked.iter().any(|it| it.raw() == raw) {
            again.push((*method, raw));
        } else {
            ranked.push(Finish::new(targets, settings, method.name(), raw));
        }
    }
    let by_worth =
        |a: &Finish<'_, '_, '_>, b: &Finish<'_, '_, '_>| a.plan.worth.total_cmp(&b.plan.worth);
    ranked.sort_by(by_worth);
    ranked.iter_mut().take(more).for_each(Finish::chain);
    ranked.sort_by(by_worth);
    ranked.iter_mut().take(most).for_each(Finish::all_ways);
    let twins = again.into_iter().filter_map(|(method, raw)| {
        let twin = ranked.iter().find(|it| it.raw() == raw)?;
        let method = method.name();
        Some(Plan {
            method,
            ..twin.plan.clone()
        })
    });
    let twins: Vec<Plan> = twins.collect();
    let mut plans: Vec<Plan> = ranked.into_iter().map(|it| it.plan).chain(twins).collect();
    plans.sort_by(|a, b| a.worth.total_cmp(&b.worth));
    searched(targets, settings, plans)
}

/// A short search around each plan, so that none is ranked by a fault that a few changes mend; then a long one around the best.
fn searched(targets: &Targets<'_>, settings: &Settings, mut plans: Vec<Plan>) -> Vec<Plan> {
    let before: Vec<Order> = plans.iter().map(|it| it.order.clone()).collect();
    for at in 0..plans.len() {
        if let Some(twin) = before[..at].iter().position(|it| *it == before[at]) {
            let method = plans[at].method;
            plans[at] = Plan {
                method,
                ..plans[twin].clone()
            };
        } else {
            search(targets, settings, settings.search / SHORT, &mut plans[at]);
        }
    }
    plans.sort_by(|a, b| a.worth.total_cmp(&b.worth));
    if let Some(best) = plans.first_mut() {
        search(targets, settings, settings.search, best);
    }
    plans
}

/// A plan as one method gives it: broken off where the wanted share is reached, nothing taken back.
pub fn plain(targets: &Targets<'_>, settings: &Settings, method: Method, raw: &Order) -> Plan {
    let curve = Curve::of(targets, raw);
    let length = curve.until(settings.until).unwrap_or(raw.nodes().len());
    made(targets, settings, method.name(), raw.clone().cut(length))
}

/// Breaks an order off at each of the two shares that count and takes back who is not needed, in several ways; the best of
/// these and of the order as it came.
pub fn finish(
    targets: &Targets<'_>,
    settings: &Settings,
    method: &'static str,
    raw: &Order,
) -> Plan {
    let mut it = Finish::new(targets, settings, method, raw);
    it.chain();
    it.all_ways();
    it.plan
}

/// Goes on behind a plan with another, as far as the wanted share, the needless of the other taken back.
fn onward(targets: &Targets<'_>, settings: &Settings, first: &Order, then: &Order) -> Order {
    let fixed = first.nodes().len();
    let both = first.nodes().iter().chain(then.nodes()).copied();
    // What neither names comes last, so that the wanted share is reached where it can be.
    let all = targets.order(both.chain(targets.all()));
    let curve = Curve::of(targets, &all);
    let Some(length) = curve.until(settings.until) else {
        return all;
    };
    let all = all.cut(length.max(fixed));
    rebuild::rebuild(targets, &all, bound(targets, settings.until), fixed)
}

fn made(targets: &Targets<'_>, settings: &Settings, method: &'static str, order: Order) -> Plan {
    let curve = Curve::of(targets, &order);
    let worth = worth(targets, settings, &order, &curve);
    Plan {
        method,
        price: targets.price(&order),
        worth,
        order,
        curve,
    }
}

/// The largest group that still counts as below a share: strictly below.
fn bound(targets: &Targets<'_>, share: f64) -> u32 {
    let nodes = u32::try_from(targets.graph().nodes()).unwrap_or(u32::MAX);
    // Counting up is exact where a cast would round.
    let limit = share * f64::from(nodes);
    let (mut low, mut high) = (0_u32, nodes);
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if f64::from(middle) < limit {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

/// What the goal says of a plan. A plan that does not get below its share is worse than any that does.
fn worth(targets: &Targets<'_>, settings: &Settings, order: &Order, curve: &Curve) -> f64 {
    let nodes = f64::from(curve.nodes.max(1));
    match settings.goal {
        Goal::Curve => {
            let reached = curve.until(APART.max(settings.until)).is_some();
            let priced = area_by_cost(targets, order, curve);
            let left = curve.largest.last().copied().unwrap_or(curve.whole);
            if reached {
                priced
            } else {
                priced + nodes * f64::from(left)
            }
        }
        Goal::Fewest => {
            if let Some(length) = curve.until(settings.until) {
                let priced = targets.price(&order.clone().cut(length));
                // Among equals the better curve.
                return priced + curve.area() / (nodes * 10.0);
            }
            let left = curve.largest.last().copied().unwrap_or(curve.whole);
            nodes * nodes + f64::from(left)
        }
    }
}

/// The area under the curve of a plan, each step as long as its removal costs. With all costs 1 it is [`Curve::area`].
pub fn priced_area(targets: &Targets<'_>, plan: &Plan) -> f64 {
    area_by_cost(targets, &plan.order, &plan.curve)
}

/// See [`priced_area`].
fn area_by_cost(targets: &Targets<'_>, order: &Order, curve: &Curve) -> f64 {
    let even = order
        .nodes()
        .iter()
        .all(|it| (targets.cost(*it) - 1.0).abs() < f64::EPSILON);
    if even {
        return curve.area();
    }
    let end = curve.until(APART).unwrap_or(curve.largest.len());
    let mut before = curve.whole;
    let mut sum = 0.0;
    for (&node, &after) in order.nodes()[..end].iter().zip(&curve.largest) {
        sum += targets.cost(node) * f64::midpoint(f64::from(before), f64::from(after));
        before = after;
    }
    sum / f64::from(curve.nodes.max(1))
}

/// Local search around the part of a plan that the curve is measured on, as far as the work allows; nothing in large networks.
fn search(targets: &Targets<'_>, settings: &Settings, work: u64, plan: &mut Plan) {
    let graph = targets.graph();
    let each = (graph.edges() * 2 + graph.nodes() * 4).max(1) as u64;
    let tries = usize::try_from(work / each).unwrap_or(usize::MAX);
    let counted = Settings {
        until: settings.until.max(APART),
        ..*settings
    };
    let length = plan.curve.until(counted.until);
    let first = plan
        .order
        .clone()
        .cut(length.unwrap_or(plan.order.nodes().len()));
    if tries < first.nodes().len() * 4 {
        return;
    }
    let better = polish::polish(
        targets,
        first,
        tries.min(MOST_TRIES),
        settings.seed,
        |order, curve| worth(targets, &counted, order, curve),
    );
    // What the search left needless at the end goes.
    let length = Curve::of(targets, &better).until(counted.until);
    let better = better.clone().cut(length.unwrap_or(better.nodes().len()));
    let onward = onward(targets, settings, &better, &plan.order);
    let better = made(targets, settings, plan.method, onward);
    if better.worth < plan.worth {
        *plan = better;
    }
}
