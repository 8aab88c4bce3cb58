//! Where to draw the nodes of a network: stress majorisation from a fixed start.
//!
//! Only `+ - * /` and `sqrt` are used, which IEEE 754 fixes to the last bit, and the start comes
//! from a fixed seed: the same network is drawn the same on every machine.

/// Rounds of majorisation; more move nothing visibly at the sizes drawn.
const ROUNDS: usize = 300;

/// Positions in the unit square for `count` nodes with these edges (pairs of indexes).
///
/// Gansner, Koren, North: "Graph drawing by stress majorization" (2004), with weights d^-2 and,
/// between components, a fixed distance of low weight that keeps them near.
pub(super) fn positions(count: usize, edges: &[(usize, usize)]) -> Vec<(f64, f64)> {
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
        assert!(
            positions(1, &[])
                .iter()
                .all(|(x, y)| x.is_finite() && y.is_finite())
        );
    }
}
