//! What the protection of persons costs the plan: of all together, and of each alone.

use super::Board;
use crate::casefile::{Desk, PlanLines, PriceLine};
use inquiry::network::dismantle::{Method, reference, tolls};

/// Protected persons who are priced one by one.
const EACH: usize = 100;

/// Compares plans of one method that are finished alike, with the protection and without it.
pub(super) fn fill(desk: &Desk<'_>, board: &Board<'_>, lines: &mut PlanLines) {
    let method = Method::ALL
        .into_iter()
        .find(|method| method.name() == board.best.method)
        .filter(|_| !board.tied.protected.is_empty());
    let Some(method) = method else {
        return;
    };
    let with = reference(board.targets, &board.settings, method)
        .curve
        .area();
    let protected = &board.tied.protected;
    let mut all = tolls(board.targets, &board.settings, method, protected, EACH).into_iter();
    let together = all.next().and_then(|all| all.removals);
    lines.toll = together.map(|without| (board.best.order.nodes().len(), without));
    lines.prices = all
        .filter_map(|toll| {
            let [one] = toll.who[..] else { return None };
            let less = format!("{:.2}", with - toll.area);
            Some(PriceLine {
                name: board.name(desk, one),
                steps: toll.removals,
                less: (with > toll.area && less != "0.00").then_some(less),
            })
        })
        .collect();
}
