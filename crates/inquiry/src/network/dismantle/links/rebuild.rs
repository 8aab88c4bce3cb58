//! Re-insertion of links: which cuts are not needed after all, and in which order the others are made.

use super::Cuts;
use crate::network::dismantle::union::Groups;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Takes links of `order` back, those first that join the smallest groups, and reverses.
///
/// As for nodes (Braunstein et al. 2016): while groups stay at most `limit`, what is taken back is out of the plan. When two groups are
/// joined, all links between them come back together, so that a plan cuts them in one go. Each link is moved a logarithmic
/// number of times.
pub(super) fn rebuild(cuts: &Cuts, order: &[u32], limit: u32) -> Vec<u32> {
    let mut out = vec![false; cuts.ends.len()];
    for &link in order {
        out[link as usize] = true;
    }
    let mut groups = Groups::sized(cuts.size.clone());
    for (link, &(one, other)) in cuts.ends.iter().enumerate() {
        if !out[link] {
            groups.join(one, other);
        }
    }
    // Cut links by the group they leave; early cuts come back last among equals.
    let mut leaving: Vec<Vec<u32>> = vec![Vec::new(); cuts.size.len()];
    let mut heap = BinaryHeap::new();
    for (place, &link) in (0_u32..).zip(order) {
        let (one, other) = cuts.ends[link as usize];
        let (a, b) = (groups.head(one), groups.head(other));
        if a == b {
            // Both ends hang together anyway: not needed.
            continue;
        }
        leaving[a as usize].push(link);
        leaving[b as usize].push(link);
        let size = groups.size(a) + groups.size(b);
        heap.push(Reverse((size, u32::MAX - place, link)));
    }
    let mut back = Vec::new();
    while let Some(Reverse((seen, place, link))) = heap.pop() {
        let (one, other) = cuts.ends[link as usize];
        let (a, b) = (groups.head(one), groups.head(other));
        if a == b {
            continue;
        }
        let size = groups.size(a) + groups.size(b);
        if size > seen {
            heap.push(Reverse((size, place, link)));
            continue;
        }
        groups.join(a, b);
        let needed = groups.largest() > limit;
        let head = groups.head(a);
        let (mut few, mut many) = (
            std::mem::take(&mut leaving[a as usize]),
            std::mem::take(&mut leaving[b as usize]),
        );
        if few.len() > many.len() {
            std::mem::swap(&mut few, &mut many);
        }
        for one in few {
            let (x, y) = cuts.ends[one as usize];
            if groups.head(x) != groups.head(y) {
                many.push(one);
            } else if needed && out[one as usize] {
                back.push(one);
            }
            if groups.head(x) == groups.head(y) {
                out[one as usize] = false;
            }
        }
        leaving[head as usize] = many;
    }
    back.reverse();
    back
}
