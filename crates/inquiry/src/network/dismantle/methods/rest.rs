//! What is left of a network while a method takes nodes out of it.

use crate::network::csr::Csr;
use crate::network::dismantle::targets::Targets;
use std::collections::BinaryHeap;

/// The nodes that are still there, with their degrees among themselves.
#[derive(Clone)]
pub(super) struct Rest<'t, 'g> {
    pub(super) targets: &'t Targets<'g>,
    pub(super) there: Vec<bool>,
    pub(super) degree: Vec<u32>,
}

impl<'t, 'g> Rest<'t, 'g> {
    pub(super) fn new(targets: &'t Targets<'g>) -> Self {
        let graph = targets.graph();
        let degree = graph
            .numbers()
            .map(|node| u32::try_from(graph.degree(node)).unwrap_or(u32::MAX))
            .collect();
        Self {
            targets,
            there: vec![true; graph.nodes()],
            degree,
        }
    }

    pub(super) fn graph(&self) -> &'g Csr {
        self.targets.graph()
    }

    /// The neighbours that are still there.
    pub(super) fn near(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        let all = self.graph().near(node).iter().copied();
        all.filter(|near| self.there[*near as usize])
    }

    pub(super) fn remove(&mut self, node: u32) {
        self.there[node as usize] = false;
        for &near in self.graph().near(node) {
            if self.there[near as usize] {
                self.degree[near as usize] -= 1;
            }
        }
        self.degree[node as usize] = 0;
    }

    /// Nodes of the group of `start`, in the order of a breadth-first walk; marks them with `mark`.
    pub(super) fn group(&self, start: u32, mark: u32, marks: &mut [u32]) -> Vec<u32> {
        let mut found = vec![start];
        marks[start as usize] = mark;
        let mut at = 0;
        while let Some(&node) = found.get(at) {
            at += 1;
            for near in self.near(node) {
                if marks[near as usize] != mark {
                    marks[near as usize] = mark;
                    found.push(near);
                }
            }
        }
        found
    }

    /// Every group of at least `least` nodes.
    pub(super) fn groups(&self, least: usize) -> Vec<Vec<u32>> {
        let mut marks = vec![0; self.there.len()];
        let mut groups = Vec::new();
        for node in self.graph().numbers() {
            if self.there[node as usize] && marks[node as usize] == 0 {
                let group = self.group(node, 1, &mut marks);
                if group.len() >= least {
                    groups.push(group);
                }
            }
        }
        groups
    }
}

/// A heap of nodes whose scores change: an old entry is recognised by its score.
///
/// Scores are positive doubles kept as their bits, which order alike. Ties go to the smaller number.
#[derive(Default)]
pub(super) struct Best {
    heap: BinaryHeap<(u64, std::cmp::Reverse<u32>)>,
    now: Vec<u64>,
}

impl Best {
    pub(super) fn new(nodes: usize) -> Self {
        Self {
            heap: BinaryHeap::new(),
            now: vec![0; nodes],
        }
    }

    pub(super) fn set(&mut self, node: u32, score: f64) {
        let bits = score.max(0.0).to_bits();
        if self.now[node as usize] != bits {
            self.now[node as usize] = bits;
            if bits > 0 {
                self.heap.push((bits, std::cmp::Reverse(node)));
            }
        }
    }

    /// The node with the highest score above 0, taken out.
    pub(super) fn take(&mut self) -> Option<u32> {
        while let Some((bits, std::cmp::Reverse(node))) = self.heap.pop() {
            if self.now[node as usize] == bits {
                self.now[node as usize] = 0;
                return Some(node);
            }
        }
        None
    }
}
