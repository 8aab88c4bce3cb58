//! A plan that stays good: local search over whom to remove, judged by what is left after the reaction.

use crate::network::dismantle::{Order, Targets};
use crate::network::random::Random;

/// How a steadfast plan is looked for.
#[derive(Clone, Copy, Debug)]
pub struct Hunt {
    /// What all removals together may cost.
    pub budget: f64,
    /// How many plans are judged.
    pub tries: usize,
    /// The seed. The same seed gives the same plan.
    pub seed: u64,
}

/// Most that are taken out of a plan before it is filled again.
const RUIN: u32 = 3;
/// Plans judged without a better one after which the search goes back to the best.
const PATIENCE: usize = 200;

/// The plan within the budget after which `left` is least, as far as the search finds it.
///
/// Begins with each of `starts`, broken off where the budget ends, and with nobody; then takes a few out, at random, and fills the
/// budget again with those who are near the plan or with anybody (ruin and recreate, Schrimpf and others 2000). A plan that is
/// equal is gone on with. `price` is what a plan costs; it may grant a discount for removals together. `left` judges a plan,
/// less is better; the reaction has to be the same at every call.
pub fn steadfast(
    targets: &Targets<'_>,
    starts: &[&Order],
    hunt: &Hunt,
    price: impl Fn(&Order) -> f64,
    mut left: impl FnMut(&Order) -> f64,
) -> Order {
    let mut random = Random::new(hunt.seed);
    let within = |order: &Order| price(order) <= hunt.budget + 1e-9;
    let mut best = Order::default();
    let mut least = left(&best);
    let mut judged = 1;
    for start in starts {
        let mut order = targets.order(start.nodes().iter().copied());
        while !within(&order) {
            let shorter = order.nodes().len() - 1;
            order = order.cut(shorter);
        }
        let value = left(&order);
        judged += 1;
        if value < least {
            (best, least) = (order, value);
        }
    }
    let open: Vec<u32> = targets.all().collect();
    let (mut now, mut at) = (best.clone(), least);
    let mut idle = 0;
    while judged < hunt.tries && !open.is_empty() {
        let wish = changed(targets, &now, &open, &mut random, &within);
        let value = left(&wish);
        judged += 1;
        idle += 1;
        if value <= at {
            (now, at) = (wish, value);
        }
        if at < least {
            (best, least) = (now.clone(), at);
            idle = 0;
        }
        if idle >= PATIENCE {
            // A worse plan is taken up for a while, else the search stays in one hollow.
            let far = changed(targets, &best, &open, &mut random, &within);
            at = left(&far);
            now = far;
            judged += 1;
            idle = 0;
        }
    }
    best
}

/// A plan from which a few are taken out and which is filled again.
fn changed(
    targets: &Targets<'_>,
    now: &Order,
    open: &[u32],
    random: &mut Random,
    within: &impl Fn(&Order) -> bool,
) -> Order {
    let mut nodes = now.nodes().to_vec();
    for _ in 0..=random.below(RUIN) {
        if !nodes.is_empty() {
            nodes.remove(random.place(nodes.len()));
        }
    }
    let graph = targets.graph();
    // Some misses in a row: the budget is as good as spent.
    let mut misses = 0;
    while misses < 8 {
        let beside = nodes.get(random.place(nodes.len())).copied();
        let near = beside.map_or(&[][..], |it| graph.near(it));
        let one = if near.is_empty() || random.happens(0.5) {
            open[random.place(open.len())]
        } else {
            near[random.place(near.len())]
        };
        let longer = targets.order(nodes.iter().copied().chain([one]));
        if longer.nodes().len() > nodes.len() && within(&longer) {
            nodes.push(one);
            misses = 0;
        } else {
            misses += 1;
        }
    }
    targets.order(nodes)
}
