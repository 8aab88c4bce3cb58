//! Breaking what has no cycles left: the largest group first, at the node that leaves the smallest largest part.

use super::rest::Rest;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Parts of fewer nodes than this share of the network (or than this many nodes) are left alone.
const SMALL: (usize, usize) = (200, 3);
/// Looks at each node that are enough for any forest; where the protected hold cycles together it ends there.
const LOOKS: usize = 200;

/// Breaks every group by its centroid among those who may be removed, largest group first.
///
/// Exact on trees; where cycles among protected nodes are left, sizes are those of a breadth-first tree. Each node is
/// looked at once for each of the (logarithmically many) groups it is in.
pub(super) fn break_trees(rest: &mut Rest<'_, '_>, order: &mut Vec<u32>) {
    let least = (rest.there.len() / SMALL.0).max(SMALL.1);
    let mut marks = vec![0_u32; rest.there.len()];
    let mut round = 1;
    let mut heap: BinaryHeap<(usize, Reverse<u32>)> = rest
        .groups(least)
        .into_iter()
        .map(|group| (group.len(), Reverse(group[0])))
        .collect();
    let mut above = vec![u32::MAX; rest.there.len()];
    let mut below = vec![0_u32; rest.there.len()];
    let mut largest = vec![0_u32; rest.there.len()];
    let mut looks = rest.there.len().saturating_mul(LOOKS);
    while looks > 0
        && let Some((size, Reverse(start))) = heap.pop()
    {
        looks = looks.saturating_sub(size);
        round += 1;
        let group = rest.group(start, round, &mut marks);
        let Some(centre) = centroid(rest, &group, &mut above, &mut below, &mut largest) else {
            continue;
        };
        let parts: Vec<u32> = rest.near(centre).collect();
        rest.remove(centre);
        order.push(centre);
        round += 1;
        for part in parts {
            if marks[part as usize] != round {
                let size = rest.group(part, round, &mut marks).len();
                if size >= least {
                    heap.push((size, Reverse(part)));
                }
            }
        }
    }
}

/// The open node of a group (in breadth-first order) whose removal leaves the smallest largest part.
fn centroid(
    rest: &Rest<'_, '_>,
    group: &[u32],
    above: &mut [u32],
    below: &mut [u32],
    largest: &mut [u32],
) -> Option<u32> {
    let start = *group.first()?;
    for &node in group {
        below[node as usize] = 1;
        above[node as usize] = u32::MAX;
        largest[node as usize] = 0;
    }
    // In this order the first neighbour met is the one nearer to the start.
    for &node in group {
        for near in rest.near(node) {
            if above[near as usize] == u32::MAX && near != start {
                above[near as usize] = node;
            }
        }
    }
    for &node in group.iter().rev() {
        let up = above[node as usize] as usize;
        if node != start {
            let size = below[node as usize];
            below[up] += size;
            largest[up] = largest[up].max(size);
        }
    }
    let whole = u32::try_from(group.len()).unwrap_or(u32::MAX);
    group
        .iter()
        .filter(|node| rest.targets.may(**node))
        .map(|&node| {
            let part = largest[node as usize].max(whole - below[node as usize]);
            (f64::from(part) * rest.targets.cost(node), node)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))
        .map(|(_, node)| node)
}
