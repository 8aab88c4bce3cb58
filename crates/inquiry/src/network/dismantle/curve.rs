//! What a plan does: the largest connected group after each removal, and the figures that are compared.

use super::targets::{Order, Targets};
use super::union::Groups;

/// Share of the network under which it counts as taken apart, in the published comparisons.
pub const APART: f64 = 0.1;

/// The largest group after each removal of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// Nodes of the whole network.
    pub nodes: u32,
    /// The largest group before anything is removed.
    pub whole: u32,
    /// The largest group after the first, second, ... removal.
    pub largest: Vec<u32>,
}

impl Curve {
    /// Follows a plan. Near-linear in the edges: the plan is run backwards and groups are joined.
    pub fn of(targets: &Targets<'_>, order: &Order) -> Self {
        let graph = targets.graph();
        let mut there = vec![true; graph.nodes()];
        for &node in order.nodes() {
            there[node as usize] = false;
        }
        let mut groups = Groups::new(graph.nodes());
        let stays = there.iter().any(|there| *there);
        for node in graph.numbers().filter(|node| there[*node as usize]) {
            join(targets, &mut groups, &there, node, true);
        }
        let mut largest = vec![0; order.nodes().len()];
        let mut now = if stays { groups.largest() } else { 0 };
        for (at, &node) in order.nodes().iter().enumerate().rev() {
            largest[at] = now;
            there[node as usize] = true;
            join(targets, &mut groups, &there, node, false);
            now = groups.largest();
        }
        Self {
            nodes: u32::try_from(graph.nodes()).unwrap_or(u32::MAX),
            whole: now,
            largest,
        }
    }

    /// Removals until the largest group is below `share` of all nodes; `None` if the plan ends before.
    pub fn until(&self, share: f64) -> Option<usize> {
        let bound = share * f64::from(self.nodes);
        if f64::from(self.whole) < bound {
            return Some(0);
        }
        let at = self.largest.iter().position(|it| f64::from(*it) < bound)?;
        Some(at + 1)
    }

    /// The area under the curve as published for MIND (AAAI 2026): Simpson's integral, one removal a step, of the largest
    /// group as a share of all nodes after each removal, up to the first below a tenth. Less is better. Unit: removals.
    pub fn area(&self) -> f64 {
        let end = self.until(APART).unwrap_or(self.largest.len());
        let shares: Vec<f64> = self.largest[..end]
            .iter()
            .map(|it| f64::from(*it) / f64::from(self.nodes.max(1)))
            .collect();
        simpson(&shares)
    }
}

/// Joins a node that came back with its neighbours that are there; with `once`, each edge from one end only.
fn join(targets: &Targets<'_>, groups: &mut Groups, there: &[bool], node: u32, once: bool) {
    for &near in targets.graph().near(node) {
        if there[near as usize] && (!once || near < node) {
            groups.join(node, near);
        }
    }
}

/// Simpson's rule over points one apart; an even number of points is closed by Cartwright's correction (2017), as `SciPy` does.
fn simpson(y: &[f64]) -> f64 {
    match y {
        [] | [_] => 0.0,
        [a, b] => f64::midpoint(*a, *b),
        [.., x, y0, z] if y.len().is_multiple_of(2) => {
            odd(&y[..y.len() - 1]) + (5.0 * z + 8.0 * y0 - x) / 12.0
        }
        _ => odd(y),
    }
}

/// Simpson's rule over an odd number of points.
fn odd(y: &[f64]) -> f64 {
    y.windows(3)
        .step_by(2)
        .map(|it| (it[0] + 4.0 * it[1] + it[2]) / 3.0)
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_integral_is_that_of_scipy() {
        // scipy.integrate.simpson of the same points, version 1.14.
        for (points, wanted) in [
            (&[1.0, 0.5][..], 0.75),
            (&[1.0, 0.5, 0.25], 1.083_333_333),
            (&[1.0, 0.5, 0.25, 0.05], 1.229_166_667),
        ] {
            assert!((simpson(points) - wanted).abs() < 1e-8, "{points:?}");
        }
    }
}
