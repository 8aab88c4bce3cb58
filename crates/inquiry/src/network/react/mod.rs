//! What comes after an intervention: the network replaces whom it lost, and part of its flow comes back.
//!
//! After Duijn, Kashirin and Sloot (2014, "The relative ineffectiveness of criminal network disruption"): a lost place is taken by
//! somebody near, by somebody prominent, or by anybody; and those whom a lost person held together look for each other. Not a
//! forecast: it compares plans under one stated reaction, and [`steadfast`] looks for a plan that stays good under it.

mod state;
mod steadfast;
#[cfg(test)]
mod tests;

use super::dismantle::{Order, Targets};
use super::random::Random;
use state::State;
use std::collections::BTreeSet;
pub use steadfast::{Hunt, steadfast};

/// Who takes a lost place (the recoveries that Duijn, Kashirin and Sloot compare).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Heir {
    /// A neighbour of the lost person, else somebody two ties away; likelier who has many ties.
    Near,
    /// Anybody in the network; likelier who has many ties.
    Prominent,
    /// Anybody in the network, all alike.
    Anybody,
}

impl Heir {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Near, Self::Prominent, Self::Anybody];

    /// Its name in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Near => "near",
            Self::Prominent => "prominent",
            Self::Anybody => "anybody",
        }
    }
}

/// How the network reacts, and how often the reaction is played.
#[derive(Clone, Copy, Debug)]
pub struct Reaction {
    /// Steps of time after the intervention.
    pub steps: usize,
    /// Probability that a lost place is taken within one step.
    pub taken: f64,
    /// Who takes it.
    pub heir: Heir,
    /// Probability that two neighbours of a lost person, whose groups have come apart, tie themselves to each other within one step.
    pub rewired: f64,
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
            heir: Heir::Near,
            rewired: 0.1,
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
    /// Pairs connected after each step, added up over all steps and runs: what a plan that stays good keeps low.
    pub total: u64,
}

/// Plays the reaction to the removal of everybody in `order`.
///
/// `from` are the recruiters, `to` the recruits, `heirs` who could take a lost place at all (people, not their phones); nobody who is
/// protected takes one, or looks for another tie. A successor takes over the ties of the lost person to those who are left, and is
/// promoted to recruiter if he was one.
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
    let mut start = State::new(targets, order, (from, to), &heirs);
    let mut whole = State::new(targets, &Order::default(), (from, to), &heirs);
    let runs: Vec<Vec<u64>> = (0_u64..)
        .take(reaction.runs)
        .map(|run| {
            let mut random = Random::stream(reaction.seed, run);
            let mut state = start.clone();
            let steps = 0..reaction.steps;
            steps
                .map(|_| {
                    state.step(reaction, &mut random);
                    state.flow()
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
        total: runs.iter().flatten().sum(),
        before: whole.flow(),
        after: start.flow(),
        steps: (0..reaction.steps).map(interval).collect(),
    }
}
