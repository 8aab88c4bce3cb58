//! What comes after an intervention: the network replaces whom it lost, and part of its flow comes back.
//!
//! After Duijn, Kashirin and Sloot (2014, "The relative ineffectiveness of criminal network disruption"): a lost place is taken by
//! a neighbour of the lost person, or by somebody two ties away; who has more ties is likelier to take it. Not a forecast: it
//! compares plans under one stated reaction.

#[cfg(test)]
mod tests;

use super::dismantle::{Order, Targets};
use super::random::Random;
use std::collections::{BTreeMap, BTreeSet};

/// How the network reacts, and how often the reaction is played.
#[derive(Clone, Copy, Debug)]
pub struct Reaction {
    /// Steps of time after the intervention.
    pub steps: usize,
    /// Probability that a lost place is taken within one step.
    pub taken: f64,
    /// Runs; their interval is reported.
    pub runs: usize,
    /// The seed. The same seed gives the same answer.
    pub seed: u64,
}

impl Default for Reaction {
    fn default() -> Self {
        Self {
            steps: 12,
            taken: 0.25,
            runs: 200,
            seed: 1,
        }
    }
}

/// Pairs connected after a step, over all runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// 5th percentile.
    pub low: u64,
    /// Median.
    pub middle: u64,
    /// 95th percentile.
    pub high: u64,
}

/// The flow before and after a plan, and how it comes back.
///
/// Flow is the number of pairs of a recruiter and a recruit who are connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regained {
    /// Before the intervention.
    pub before: u64,
    /// Right after it.
    pub after: u64,
    /// After each step.
    pub steps: Vec<Interval>,
}

/// Plays the reaction to the removal of everybody in `order`.
///
/// `from` are the recruiters, `to` the recruits, `heirs` who could take a lost place at all (people, not their phones); nobody who is
/// protected takes one. A successor takes over the ties of the lost person to those who are left, and the place among the
/// recruiters if it was one.
pub fn regained(
    targets: &Targets<'_>,
    order: &Order,
    (from, to): (&[u32], &[u32]),
    heirs: &BTreeSet<u32>,
    reaction: &Reaction,
) -> Regained {
    let heirs: BTreeSet<u32> = heirs
        .iter()
        .copied()
        .filter(|it| targets.may(*it))
        .collect();
    let start = State::new(targets, order, from);
    let whole = State::new(targets, &Order::default(), from);
    let runs: Vec<Vec<u64>> = (0_u64..)
        .take(reaction.runs)
        .map(|run| {
            let mut random = Random::stream(reaction.seed, run);
            let mut state = start.clone();
            let steps = 0..reaction.steps;
            steps
                .map(|_| {
                    state.step(&heirs, reaction.taken, &mut random);
                    state.flow(to)
                })
                .collect()
        })
        .collect();
    let interval = |step: usize| {
        let mut all: Vec<u64> = runs.iter().map(|run| run[step]).collect();
        all.sort_unstable();
        let at = |percent: usize| {
            let last = all.len().saturating_sub(1);
            all.get(last * percent / 100).copied().unwrap_or(0)
        };
        Interval {
            low: at(5),
            middle: at(50),
            high: at(95),
        }
    };
    Regained {
        before: whole.flow(to),
        after: start.flow(to),
        steps: (0..reaction.steps).map(interval).collect(),
    }
}

/// The network at one moment of one run.
#[derive(Clone)]
struct State {
    near: Vec<BTreeSet<u32>>,
    gone: BTreeSet<u32>,
    /// Lost places that nobody has taken yet.
    vacant: Vec<u32>,
    from: BTreeSet<u32>,
}

impl State {
    fn new(targets: &Targets<'_>, order: &Order, from: &[u32]) -> Self {
        let graph = targets.graph();
        Self {
            near: graph
                .numbers()
                .map(|node| graph.near(node).iter().copied().collect())
                .collect(),
            gone: order.nodes().iter().copied().collect(),
            vacant: order.nodes().to_vec(),
            from: from.iter().copied().collect(),
        }
    }

    fn step(&mut self, heirs: &BTreeSet<u32>, taken: f64, random: &mut Random) {
        for lost in std::mem::take(&mut self.vacant) {
            let heir = if random.happens(taken) {
                self.heir(heirs, lost, random)
            } else {
                None
            };
            match heir {
                Some(heir) => self.succeed(lost, heir),
                None => self.vacant.push(lost),
            }
        }
    }

    /// Who takes a place: a neighbour, else somebody two ties away; likelier with more ties.
    fn heir(&self, heirs: &BTreeSet<u32>, lost: u32, random: &mut Random) -> Option<u32> {
        let close = &self.near[lost as usize];
        let fit = |node: &u32| *node != lost && heirs.contains(node) && !self.gone.contains(node);
        let mut fitting: BTreeSet<u32> = close.iter().copied().filter(fit).collect();
        if fitting.is_empty() {
            let two = close.iter().flat_map(|it| &self.near[*it as usize]);
            fitting = two.copied().filter(fit).collect();
        }
        // A tie for each neighbour, so that a throw among ties prefers who has many.
        let tickets = fitting
            .iter()
            .flat_map(|it| std::iter::repeat_n(*it, self.near[*it as usize].len()));
        let tickets: Vec<u32> = tickets.collect();
        tickets.get(random.place(tickets.len())).copied()
    }

    fn succeed(&mut self, lost: u32, heir: u32) {
        for node in self.near[lost as usize].clone() {
            if node != heir && !self.gone.contains(&node) {
                self.near[heir as usize].insert(node);
                self.near[node as usize].insert(heir);
            }
        }
        if self.from.contains(&lost) {
            self.from.insert(heir);
        }
    }

    /// Pairs of a recruiter and a recruit who are connected; nobody is paired with himself.
    fn flow(&self, to: &[u32]) -> u64 {
        let mut group: BTreeMap<u32, u32> = BTreeMap::new();
        for (start, _) in (0_u32..).zip(&self.near) {
            let mut open = vec![start];
            while let Some(node) = open.pop() {
                if self.gone.contains(&node) || group.contains_key(&node) {
                    continue;
                }
                group.insert(node, start);
                open.extend(&self.near[node as usize]);
            }
        }
        let mut recruits: BTreeMap<u32, u64> = BTreeMap::new();
        let to: BTreeSet<u32> = to.iter().copied().collect();
        for its in to.iter().filter_map(|it| group.get(it)) {
            *recruits.entry(*its).or_default() += 1;
        }
        let pairs = self.from.iter().filter_map(|it| {
            let all = recruits.get(group.get(it)?).copied().unwrap_or(0);
            Some(all - u64::from(to.contains(it)))
        });
        pairs.sum()
    }
}
