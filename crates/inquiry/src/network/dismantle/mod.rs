//! Taking a network apart: a portfolio of published methods, all finished in the same way, and the best of them.
//!
//! The protected are excluded by [`Targets`]: no plan can name them. Everything is seeded and bounded by counted work, not by
//! a clock, so that the same network gives the same plan on every machine.

mod curve;
mod effect;
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
pub use links::{LinkPlan, link_plans};
pub use methods::Method;
pub use targets::{Order, Targets};

/// Edges from which only the most promising orders are finished in all ways.
const LARGE: usize = 100_000;
/// How many these are.
const PROMISING: usize = 3;
/// Shares of the network at which a plan may be finished stage by stage.
const STEPS: [f64; 3] = [0.6, 0.4, 0.25];
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

/// The plans of all methods, best first. Each is re-inserted and re-ordered in the same way; the best is searched around.
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
pub fn plans_from(
    targets: &Targets<'_>,
    settings: &Settings,
    orders: &[(Method, Order)],
) -> Vec<Plan> {
    let large = targets.graph().edges() > LARGE;
    let ways = if large { quick } else { finish };
    let mut ranked: Vec<(Plan, &Order)> = orders
        .iter()
        .map(|(method, raw)| (ways(targets, settings, method.name(), raw), raw))
        .collect();
    ranked.sort_by(|a, b| a.0.worth.total_cmp(&b.0.worth));
    if large {
        // All ways only for the most promising.
        for (plan, raw) in ranked.iter_mut().take(PROMISING) {
            *plan = finish(targets, settings, plan.method, raw);
        }
    }
    let mut plans: Vec<Plan> = ranked.into_iter().map(|(plan, _)| plan).collect();
    plans.sort_by(|a, b| a.worth.total_cmp(&b.worth));
    if let Some(best) = plans.first_mut() {
        search(targets, settings, best);
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
    let held = quick(targets, settings, method, raw);
    let (first, far) = taken_back(targets, settings, raw);
    // Share by share, so that what falls early is not put off for the sake of the end.
    let apart = settings.until.max(APART);
    let mut steps = Order::default();
    for share in STEPS.into_iter().chain([apart]) {
        let stage = Settings {
            until: share.max(apart),
            ..*settings
        };
        steps = onward(targets, &stage, &steps, raw);
    }
    let mut ways = vec![onward(targets, settings, &steps, &far)];
    // Or the same nodes ranked by degree, which settles ties better where all fall one by one.
    for set in [&first, &steps, &far] {
        let order = Method::Degree.order(&targets.only(set), settings.work, settings.seed);
        let order = targets.order(order.nodes().iter().chain(set.nodes()).copied());
        let order = rebuild::rebuild(targets, &order, bound(targets, settings.until), 0);
        ways.push(onward(targets, settings, &order, &far));
    }
    best_of(targets, settings, held, ways)
}

/// The two nearest ways alone: apart first and then on, or all for the wanted share.
fn quick(targets: &Targets<'_>, settings: &Settings, method: &'static str, raw: &Order) -> Plan {
    let (first, far) = taken_back(targets, settings, raw);
    let chained = onward(targets, settings, &first, &far);
    let curve = Curve::of(targets, raw);
    let length = curve.until(settings.until).unwrap_or(raw.nodes().len());
    let bare = raw.clone().cut(length);
    let held = made(targets, settings, method, chained);
    best_of(targets, settings, held, vec![far, bare])
}

/// An order broken off where it falls apart and where it reaches the wanted share, the needless taken back from each.
fn taken_back(targets: &Targets<'_>, settings: &Settings, raw: &Order) -> (Order, Order) {
    let curve = Curve::of(targets, raw);
    let [first, far] = [settings.until.max(APART), settings.until].map(|share| {
        let length = curve.until(share).unwrap_or(raw.nodes().len());
        rebuild::rebuild(targets, &raw.clone().cut(length), bound(targets, share), 0)
    });
    (first, far)
}

/// The best of a plan and others by the same method; among equals the first.
fn best_of(targets: &Targets<'_>, settings: &Settings, held: Plan, ways: Vec<Order>) -> Plan {
    let method = held.method;
    ways.into_iter().fold(held, |best, order| {
        let other = made(targets, settings, method, order);
        if other.worth < best.worth {
            other
        } else {
            best
        }
    })
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
            let priced = priced_area(targets, order, curve);
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

/// The area, each step as long as its removal costs. With all costs 1 it is [`Curve::area`].
fn priced_area(targets: &Targets<'_>, order: &Order, curve: &Curve) -> f64 {
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
fn search(targets: &Targets<'_>, settings: &Settings, plan: &mut Plan) {
    let graph = targets.graph();
    let each = (graph.edges() * 2 + graph.nodes() * 4).max(1) as u64;
    let tries = usize::try_from(settings.search / each).unwrap_or(usize::MAX);
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
