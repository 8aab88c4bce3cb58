//! Where to draw the nodes of a network: stress majorisation from a fixed start.
//!
//! Only `+ - * /` and `sqrt` are used, which IEEE 754 fixes to the last bit, and the start comes
//! from a fixed seed: the same network is drawn the same on every machine.

use std::collections::BTreeMap;

/// Rounds of majorisation; more move nothing visibly at the sizes drawn.
const ROUNDS: usize = 300;

/// Small components that stand beside each other below the largest.
const BESIDE: usize = 6;
/// Height of a row of small components.
const ROW: f64 = 0.13;

/// Positions in the unit square: the largest component above, the small ones in rows below it.
pub(super) fn packed(count: usize, edges: &[(usize, usize)]) -> Vec<(f64, f64)> {
    let groups = components(count, edges);
    let small = groups.len().saturating_sub(1);
    let rows = f64::from(u32::try_from(small.div_ceil(BESIDE)).unwrap_or(0));
    let above = (1.0 - ROW * rows).max(0.5);
    let row = (1.0 - above) / rows.max(1.0);
    let mut places = vec![(0.0, 0.0); count];
    for (at, group) in groups.iter().enumerate() {
        let own: Vec<(usize, usize)> = edges
            .iter()
            .filter_map(|(a, b)| Some((group.binary_search(a).ok()?, group.binary_search(b).ok()?)))
            .collect();
        // The place in its row; the largest has the whole width.
        let slot = at.checked_sub(1).map(|at| (at % BESIDE, at / BESIDE));
        for (&node, (x, y)) in group.iter().zip(positions(group.len(), &own)) {
            places[node] = match slot {
                None => (
                    x,
                    if small == 0 {
                        y
                    } else {
                        y * (above - row * 0.4)
                    },
                ),
                Some((column, line)) => {
                    let [column, line] =
                        [column, line].map(|at| f64::from(u32::try_from(at).unwrap_or(0)));
                    let wide = 1.0 / f64::from(u32::try_from(BESIDE).unwrap_or(1));
                    // Labels stand to the right of what is in a slot.
                    (
                        wide * (column + 0.5 * x),
                        above + row * (line + 0.35 + 0.45 * y),
                    )
                }
            };
        }
    }
    places
}

/// Nodes by component, each sorted; the largest first.
fn components(count: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut label: Vec<usize> = (0..count).collect();
    // Few nodes are drawn: labels are handed on until nothing changes.
    let mut changed = true;
    while changed {
        changed = false;
        for &(a, b) in edges {
            let low = label[a].min(label[b]);
            changed |= label[a] != low || label[b] != low;
            (label[a], label[b]) = (low, low);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (node, label) in label.into_iter().enumerate() {
        groups.entry(label).or_default().push(node);
    }
    let mut groups: Vec<Vec<usize>> = groups.into_values().collect();
    groups.sort_by_key(|group| (std::cmp::Reverse(group.len()), group[0]));
    groups
}

/// Positions in the unit square for `count` nodes with these edges (pairs of indexes).
///
/// Gansner, Koren, North: "Graph drawing by stress majorization" (2004), with weights d^-2 and,
/// between components, a fixed distance of low weight that keeps them near.
fn positions(count: usize, edges: &[(usize, usize)]) -> Vec<(f64, f64)> {
    let distance = distances(count, edges);
    let mut seed = 0x9e37_79b9_7f4a_7c15_u64;
    let mut places: Vec<(f64, f64)> = (0..count)
        .map(|_| (next(&mut seed) * 4.0, next(&mut seed) * 4.0))
        .collect();
    for _ in 0..ROUNDS {
        for node in 0..count {
            let (mut x, mut y, mut all) = (0.0, 0.0, 0.0);
            for other in (0..count).filter(|other| *other != node) {
                let wanted = distance[node * count + other];
                let weight = 1.0 / (wanted * wanted);
                let (dx, dy) = (
                    places[node].0 - places[other].0,
                    places[node].1 - places[other].1,
                );
                let length = (dx * dx + dy * dy).sqrt().max(1e-6);
                x += weight * (places[other].0 + wanted * dx / length);
                y += weight * (places[other].1 + wanted * dy / length);
                all += weight;
            }
            if all > 0.0 {
                places[node] = (x / all, y / all);
            }
        }
    }
    fit(&places)
}

/// Steps between all pairs (breadth first), a little less for nodes with few neighbours in
/// common; pairs without a path get a distance that grows with the number of nodes.
fn distances(count: usize, edges: &[(usize, usize)]) -> Vec<f64> {
    let mut neighbours = vec![Vec::new(); count];
    for &(a, b) in edges.iter().filter(|(a, b)| a != b) {
        neighbours[a].push(b);
        neighbours[b].push(a);
    }
    let apart = 2.5 + f64::from(u32::try_from(count).unwrap_or(u32::MAX)).sqrt() / 2.0;
    let mut all = vec![apart; count * count];
    for start in 0..count {
        let mut steps = vec![None; count];
        steps[start] = Some(0u32);
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            let there = steps[node].unwrap_or(0);
            all[start * count + node] = f64::from(there);
            for &next in &neighbours[node] {
                if steps[next].is_none() {
                    steps[next] = Some(there + 1);
                    queue.push_back(next);
                }
            }
        }
    }
    all
}

/// A number from 0 to 1 (`SplitMix64`).
fn next(seed: &mut u64) -> f64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *seed;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    let high = u32::try_from((z ^ (z >> 31)) >> 32).unwrap_or(0);
    f64::from(high) / f64::from(u32::MAX)
}

/// Shifts and scales each axis so that all lie in the unit square.
fn fit(places: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let range = |pick: fn(&(f64, f64)) -> f64| {
        let low = places.iter().map(pick).fold(f64::INFINITY, f64::min);
        let high = places.iter().map(pick).fold(f64::NEG_INFINITY, f64::max);
        (low, (high - low).max(1e-9))
    };
    let ((left, wide), (top, tall)) = (range(|place| place.0), range(|place| place.1));
    places
        .iter()
        .map(|(x, y)| ((x - left) / wide, (y - top) / tall))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_drawn_in_its_order() {
        let places = positions(4, &[(0, 1), (1, 2), (2, 3)]);
        let far = |a: usize, b: usize| {
            let (dx, dy) = (places[a].0 - places[b].0, places[a].1 - places[b].1);
            (dx * dx + dy * dy).sqrt()
        };
        assert!(far(0, 1) < far(0, 2) && far(0, 2) < far(0, 3));
        assert_eq!(places, positions(4, &[(0, 1), (1, 2), (2, 3)]));
        assert!(positions(0, &[]).is_empty());
        assert!(packed(0, &[]).is_empty());
        assert!(
            positions(1, &[])
                .iter()
                .all(|(x, y)| x.is_finite() && y.is_finite())
        );
    }
    #[test]
    fn small_components_stand_below_the_largest() {
        let edges = [(0, 1), (1, 2), (2, 3), (4, 5), (6, 7)];
        let places = packed(9, &edges);
        let low = (0..4).map(|node| places[node].1).fold(0.0, f64::max);
        assert!((4..9).all(|node| places[node].1 > low));
        assert!(
            places
                .iter()
                .all(|(x, y)| (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y))
        );
        assert!(places[4].0 < places[6].0 && places[6].0 < places[8].0);
    }
}
