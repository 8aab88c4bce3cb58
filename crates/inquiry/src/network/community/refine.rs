//! Refinement: every community is built again from single nodes, so that what is folded is well connected.

use super::level::{Held, Level, dot};
use super::moves::counted;
use crate::network::random::Random;

/// Parts of the communities: each node that is alone joins the part of its community that gains most by it.
///
/// As in the paper, only nodes and parts that are well tied to the rest of their community are merged: those whose ties to it
/// are at least what their masses let expect.
pub(super) fn refined<const L: usize>(
    level: &Level<L>,
    labels: &[u32],
    random: &mut Random,
) -> Vec<u32> {
    let (whole, _) = counted(level, labels);
    let mut parts: Vec<Held<L>> = level
        .numbers()
        .map(|node| Held {
            tie: 0.0,
            mass: *level.mass(node),
        })
        .collect();
    let mut fine: Vec<u32> = level.numbers().collect();
    let mut alone = vec![true; level.nodes()];
    // Ties of each part to the rest of its community.
    let mut outward: Vec<f64> = level
        .numbers()
        .map(|node| {
            let row = level.row(node).iter();
            row.filter(|(next, _)| labels[*next as usize] == labels[node as usize])
                .map(|(_, tie)| f64::from(*tie))
                .sum()
        })
        .collect();
    let tied = |outward: f64, mass: &[f64; L], whole: &Held<L>| {
        outward >= dot(mass, &whole.mass) - dot(mass, mass)
    };
    let mut order = fine.clone();
    random.shuffle(&mut order);
    let mut met: Vec<u32> = Vec::new();
    for node in order {
        let at = node as usize;
        let (mass, community) = (level.mass(node), &whole[labels[at] as usize]);
        if !alone[at] || !tied(outward[at], mass, community) {
            continue;
        }
        for &(next, tie) in level.row(node) {
            if labels[next as usize] != labels[at] {
                continue;
            }
            let part = fine[next as usize];
            let it = &mut parts[part as usize];
            if it.tie == 0.0 {
                met.push(part);
            }
            it.tie += f64::from(tie);
        }
        let mut best = (node, 0.0, 0.0);
        for part in met.drain(..) {
            let it = &mut parts[part as usize];
            let tie = std::mem::take(&mut it.tie);
            let gain = tie - dot(mass, &it.mass);
            if gain > best.1 && tied(outward[part as usize], &it.mass, community) {
                best = (part, gain, tie);
            }
        }
        if best.0 != node {
            let part = best.0 as usize;
            parts[part].add(mass);
            outward[part] += outward[at] - 2.0 * best.2;
            alone[part] = false;
            fine[at] = best.0;
        }
    }
    fine
}

/// The connected pieces of the communities.
pub(super) fn pieces<const L: usize>(level: &Level<L>, labels: &[u32]) -> Vec<u32> {
    let mut piece = vec![u32::MAX; level.nodes()];
    let mut stack = Vec::new();
    for root in level.numbers() {
        if piece[root as usize] != u32::MAX {
            continue;
        }
        piece[root as usize] = root;
        stack.push(root);
        while let Some(node) = stack.pop() {
            for &(next, _) in level.row(node) {
                if piece[next as usize] == u32::MAX
                    && labels[next as usize] == labels[root as usize]
                {
                    piece[next as usize] = root;
                    stack.push(next);
                }
            }
        }
    }
    piece
}
