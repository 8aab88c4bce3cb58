//! Exactly so many: the set whose removal leaves the fewest connected pairs, the set from which most are reached, and the proof.

use super::given::Given;
use super::{Plan, Targets, d};
use crate::cli::error::Failure;
use crate::cli::out;
use crate::cli::view::one_line;
use inquiry::network::players::{
    Near, Players, Proof, UNIT, Wanted, fragmentation, pairs_left, reach,
};
use serde_json::{Value, json};

/// Name of the exact search among the methods.
const METHOD: &str = "key-players";
/// Steps within which somebody counts as reached.
const STEPS: u32 = 2;

/// Key players of a network, and what the rivals leave.
pub(super) struct Keys {
    apart: Players,
    within: Players,
    by_distance: Players,
    /// Pairs that each plan leaves connected, in the order of the plans.
    left: Vec<u64>,
}

/// Puts the proven set before the plans of the portfolio, and ranks these by the pairs that they leave.
pub(super) fn first(targets: &Targets<'_>, plans: &mut Vec<Plan>, count: usize) -> Keys {
    let wanted = Wanted::of(count);
    let apart = fragmentation(targets, &wanted);
    let mut ranked: Vec<(u64, Plan)> = plans
        .drain(..)
        .map(|plan| (pairs_left(targets, &plan.order), plan))
        .collect();
    let order = apart.order.clone();
    ranked.push((
        apart.after,
        Plan {
            method: METHOD,
            curve: d::Curve::of(targets, &order),
            price: targets.price(&order),
            #[expect(
                clippy::cast_precision_loss,
                reason = "pairs of a network that fits in memory"
            )]
            worth: apart.after as f64,
            order,
        },
    ));
    ranked.sort_by_key(|(left, plan)| (*left, plan.method != METHOD));
    let (left, ranked): (Vec<u64>, Vec<Plan>) = ranked.into_iter().unzip();
    *plans = ranked;
    Keys {
        apart,
        within: reach(targets, &wanted, Near::Within(STEPS)),
        by_distance: reach(targets, &wanted, Near::ByDistance),
        left,
    }
}

impl Keys {
    /// How sure the plan is, what the rivals leave, and from whom most are reached.
    pub(super) fn say(&self, given: &Given, plans: &[Plan]) -> Result<(), Failure> {
        let (apart, best) = (&self.apart, self.left.first().copied().unwrap_or_default());
        out::line(&format!(
            "Connected pairs: {} before, {best} left (fragmentation {:.3}). {}",
            apart.before,
            1.0 - share(best, apart.most),
            match apart.proof {
                Proof::Exact { sets, equals } => format!(
                    "Proven: no other {} leave fewer, and {} as few; {sets} sets were looked at, and any not looked at were ruled out by a bound.",
                    apart.order.nodes().len(),
                    equally(equals)
                ),
                Proof::Bound(bound) =>
                    format!("Not proven to be the best: no set can leave fewer than {bound}."),
            },
        ))?;
        let rivals: Vec<String> = plans
            .iter()
            .zip(&self.left)
            .map(|(plan, left)| format!("{} {left}", plan.method))
            .collect();
        out::line(&format!("Pairs left by method: {}.", rivals.join(", ")))?;
        out::line("From whom most are reached (to watch, or to ask; no removal):")?;
        for (name, it) in [
            (format!("within {STEPS} steps"), &self.within),
            ("by distance, 1/d each".to_owned(), &self.by_distance),
        ] {
            out::masked(&given.mask.line(&reached(given, &name, it)))?;
        }
        Ok(())
    }

    pub(super) fn json(&self, given: &Given) -> Value {
        let one = |it: &Players, unit: u64| {
            let order: Vec<Value> = it.order.nodes().iter().map(|at| given.id(*at)).collect();
            let proof = match it.proof {
                Proof::Exact { sets, equals } => {
                    json!({ "exact": true, "sets": sets, "equals": equals })
                }
                Proof::Bound(bound) => json!({ "exact": false, "bound": value(bound, unit) }),
            };
            json!({ "order": order, "value": value(it.after, unit), "share": it.share(), "proof": proof })
        };
        json!({
            "fragmentation": one(&self.apart, 1), "pairs_before": self.apart.before, "pairs_left": self.left,
            "reach_steps": STEPS, "reach_within": one(&self.within, u64::from(UNIT)),
            "reach_by_distance": one(&self.by_distance, u64::from(UNIT)),
        })
    }
}

/// One line of who reaches how many.
fn reached(given: &Given, name: &str, it: &Players) -> String {
    if it.order.nodes().is_empty() {
        return format!("   {name}: not looked for, the network is too large");
    }
    let names: Vec<String> = it
        .order
        .nodes()
        .iter()
        .map(|at| one_line(&given.mask, &given.names[*at as usize], 40))
        .collect();
    let unit = u64::from(UNIT);
    let proof = match it.proof {
        Proof::Exact { equals, .. } => format!("proven, {} as many", equally(equals)),
        Proof::Bound(bound) => format!("not proven; at most {:.1}", share(bound, unit)),
    };
    format!(
        "   {name}: {}: {:.1} of {} ({proof})",
        names.join(", "),
        share(it.after, unit),
        given.graph.nodes(),
    )
}

/// Pairs as a whole number, what is reached as a broken one.
fn value(value: u64, unit: u64) -> Value {
    if unit == 1 {
        json!(value)
    } else {
        json!(share(value, unit))
    }
}

fn equally(equals: u64) -> String {
    match equals {
        0 | 1 => "no other set".to_owned(),
        2 => "one other set".to_owned(),
        more => format!("{} other sets", more - 1),
    }
}

#[expect(clippy::cast_precision_loss, reason = "figures for people to read")]
fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}
