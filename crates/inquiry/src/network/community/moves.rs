//! Fast local moving: nodes go to the neighbouring community that raises quality most, until none does.

use super::level::{Held, Level, dot};
use crate::network::random::Random;
use std::collections::VecDeque;

/// Moves nodes of a partition; only the neighbours of a moved node are looked at again.
///
/// Gains below `least` are noise of the last digits. Labels are below the number of nodes, before and after.
pub(super) fn settle<const L: usize>(
    level: &Level<L>,
    labels: &mut [u32],
    least: f64,
    random: &mut Random,
) {
    let nodes = level.nodes();
    let (mut held, mut size) = counted(level, labels);
    let mut empty: Vec<u32> = level
        .numbers()
        .filter(|label| size[*label as usize] == 0)
        .collect();
    let mut queue = shuffled(level, random);
    let mut waits = vec![true; nodes];
    // One place more than any node has neighbours.
    let mut met = vec![0_u32; level.widest() + 1];
    while let Some(node) = queue.pop_front() {
        waits[node as usize] = false;
        let home = labels[node as usize];
        let mass = level.mass(node);
        let mut count = 0;
        for &(next, tie) in level.row(node) {
            let label = labels[next as usize];
            let it = &mut held[label as usize];
            // Written over by the next label met, if this one was met before.
            met[count] = label;
            count += usize::from(it.tie == 0.0);
            it.tie += f64::from(tie);
        }
        held[home as usize].take(mass);
        let own = held[home as usize];
        let mut best = (home, own.tie - dot(mass, &own.mass));
        for &label in &met[..count] {
            let it = &mut held[label as usize];
            let gain = it.tie - dot(mass, &it.mass);
            it.tie = 0.0;
            if gain > best.1 + least {
                best = (label, gain);
            }
        }
        // Alone is better than where every place costs.
        if best.1 < -least
            && let Some(&label) = empty.last()
        {
            best = (label, 0.0);
        }
        held[best.0 as usize].add(mass);
        if best.0 == home {
            continue;
        }
        if size[best.0 as usize] == 0 {
            empty.pop();
        }
        size[best.0 as usize] += 1;
        size[home as usize] -= 1;
        if size[home as usize] == 0 {
            held[home as usize] = Held::NONE;
            empty.push(home);
        }
        labels[node as usize] = best.0;
        for &(next, _) in level.row(node) {
            if !waits[next as usize] && labels[next as usize] != best.0 {
                waits[next as usize] = true;
                queue.push_back(next);
            }
        }
    }
}

/// What each community holds, and of how many nodes.
pub(super) fn counted<const L: usize>(
    level: &Level<L>,
    labels: &[u32],
) -> (Vec<Held<L>>, Vec<u32>) {
    let mut held = vec![Held::NONE; level.nodes()];
    let mut size = vec![0; level.nodes()];
    for node in level.numbers() {
        let label = labels[node as usize] as usize;
        held[label].add(level.mass(node));
        size[label] += 1;
    }
    (held, size)
}

/// All nodes in a random order.
fn shuffled<const L: usize>(level: &Level<L>, random: &mut Random) -> VecDeque<u32> {
    let mut order: Vec<u32> = level.numbers().collect();
    random.shuffle(&mut order);
    order.into()
}
