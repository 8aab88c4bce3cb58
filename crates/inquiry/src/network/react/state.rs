//! The network at one moment of one run of the reaction.

use super::{Heir, Reaction};
use crate::network::dismantle::{Order, Targets};
use crate::network::random::Random;
use std::collections::BTreeSet;

/// Who is tied to whom, who is lost, and whose place is still open.
#[derive(Clone)]
pub(super) struct State {
    near: Vec<Vec<u32>>,
    gone: Vec<bool>,
    /// Lost places that nobody has taken yet.
    vacant: Vec<u32>,
    /// Everybody who was lost: around them those left look for each other.
    lost: Vec<u32>,
    /// Who may take a place or look for a tie.
    heir: Vec<bool>,
    from: Vec<bool>,
    to: Vec<bool>,
    /// The group of each node, as last counted; 0 for nodes not met.
    group: Vec<u32>,
    open: Vec<u32>,
}

/// A mark for each node of a set.
fn marks(nodes: usize, set: impl IntoIterator<Item = u32>) -> Vec<bool> {
    let mut marks = vec![false; nodes];
    for node in set {
        marks[node as usize] = true;
    }
    marks
}

impl State {
    pub(super) fn new(
        targets: &Targets<'_>,
        order: &Order,
        (from, to): (&[u32], &[u32]),
        heirs: &BTreeSet<u32>,
    ) -> Self {
        let graph = targets.graph();
        let nodes = graph.nodes();
        let lost = order.nodes().to_vec();
        Self {
            near: graph.numbers().map(|it| graph.near(it).to_vec()).collect(),
            gone: marks(nodes, lost.iter().copied()),
            vacant: lost.clone(),
            lost,
            heir: marks(nodes, heirs.iter().copied()),
            from: marks(nodes, from.iter().copied()),
            to: marks(nodes, to.iter().copied()),
            group: vec![0; nodes],
            open: Vec::new(),
        }
    }

    /// One step of time: places are taken, then those left without each other look for each other.
    pub(super) fn step(&mut self, reaction: &Reaction, random: &mut Random) {
        for lost in std::mem::take(&mut self.vacant) {
            let heir = if random.happens(reaction.taken) {
                self.heir(reaction.heir, lost, random)
            } else {
                None
            };
            match heir {
                Some(heir) => self.succeed(lost, heir),
                None => self.vacant.push(lost),
            }
        }
        for at in 0..self.lost.len() {
            if random.happens(reaction.rewired) {
                self.rewire(self.lost[at], random);
            }
        }
    }

    fn fits(&self, node: u32) -> bool {
        self.heir[node as usize] && !self.gone[node as usize]
    }

    fn heir(&self, heir: Heir, lost: u32, random: &mut Random) -> Option<u32> {
        let close = &self.near[lost as usize];
        let mut fitting: Vec<u32> = match heir {
            Heir::Near => close.clone(),
            Heir::Prominent | Heir::Anybody => (0_u32..).take(self.near.len()).collect(),
        };
        fitting.retain(|it| *it != lost && self.fits(*it));
        if fitting.is_empty() && heir == Heir::Near {
            let two = close.iter().flat_map(|it| &self.near[*it as usize]);
            fitting = two
                .copied()
                .filter(|it| *it != lost && self.fits(*it))
                .collect();
            fitting.sort_unstable();
            fitting.dedup();
        }
        match heir {
            Heir::Anybody => fitting.get(random.place(fitting.len())).copied(),
            Heir::Near | Heir::Prominent => self.drawn(&fitting, random),
        }
    }

    /// One of several, as likely as he has ties.
    fn drawn(&self, among: &[u32], random: &mut Random) -> Option<u32> {
        let ties = |it: &u32| self.near[*it as usize].len();
        let mut ticket = random.place(among.iter().map(ties).sum());
        among.iter().copied().find(|it| {
            let own = ties(it);
            let found = ticket < own;
            ticket = ticket.saturating_sub(own);
            found
        })
    }

    fn succeed(&mut self, lost: u32, heir: u32) {
        for node in self.near[lost as usize].clone() {
            if node != heir && !self.gone[node as usize] {
                self.tie(node, heir);
            }
        }
        self.from[heir as usize] |= self.from[lost as usize];
    }

    /// Two whom a lost person tied together, and whom nothing ties now, find each other.
    fn rewire(&mut self, lost: u32, random: &mut Random) {
        let mut left = self.near[lost as usize].clone();
        left.retain(|it| self.fits(*it));
        if left.len() < 2 {
            return;
        }
        let Some(one) = self.drawn(&left, random) else {
            return;
        };
        self.group.fill(0);
        self.walk(one, 1);
        left.retain(|it| self.group[*it as usize] == 0);
        if let Some(other) = self.drawn(&left, random) {
            self.tie(one, other);
        }
    }

    fn tie(&mut self, one: u32, other: u32) {
        for (node, near) in [(one, other), (other, one)] {
            let row = &mut self.near[node as usize];
            if let Err(at) = row.binary_search(&near) {
                row.insert(at, near);
            }
        }
    }

    /// Marks everybody who hangs together with `start`.
    fn walk(&mut self, start: u32, mark: u32) {
        self.open.push(start);
        while let Some(node) = self.open.pop() {
            if self.gone[node as usize] || self.group[node as usize] != 0 {
                continue;
            }
            self.group[node as usize] = mark;
            self.open.extend_from_slice(&self.near[node as usize]);
        }
    }

    /// Pairs of a recruiter and a recruit who are connected; nobody is paired with himself.
    pub(super) fn flow(&mut self) -> u64 {
        self.group.fill(0);
        let mut held: Vec<(u64, u64)> = vec![(0, 0)];
        let mut both = 0;
        for node in (0_u32..).take(self.near.len()) {
            let at = node as usize;
            if self.gone[at] || !(self.from[at] || self.to[at]) {
                continue;
            }
            if self.group[at] == 0 {
                let mark = u32::try_from(held.len()).unwrap_or(u32::MAX);
                self.walk(node, mark);
                held.push((0, 0));
            }
            let its = &mut held[self.group[at] as usize];
            its.0 += u64::from(self.from[at]);
            its.1 += u64::from(self.to[at]);
            both += u64::from(self.from[at] && self.to[at]);
        }
        held.iter().map(|(from, to)| from * to).sum::<u64>() - both
    }
}
