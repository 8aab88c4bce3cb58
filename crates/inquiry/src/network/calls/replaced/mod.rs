//! Replaced phones: which new number may have taken the place of an old one, with what speaks for and against.
//!
//! Every kind of evidence is a natural logarithm of how much likelier what is seen is if one person went from
//! the old number to the new than if the two have nothing to do with each other. Nothing in it was fitted to
//! any data. The sum ranks candidates; it is no probability, and no finding without other evidence.

mod against;
mod change;
mod weigh;

use super::records::{Records, Seen};
use crate::exact::exp;
use model::ContactId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use weigh::Life;

/// Times that beliefs are carried over to the contacts of contacts: when a whole circle changes phones, its
/// members call each other's new numbers.
const ROUNDS: usize = 3;

/// A number that may have taken the place of another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Candidate {
    /// The old number.
    pub old: String,
    /// The new one.
    pub new: String,
    /// Place among the candidates of the old number, from 1.
    pub rank: usize,
    /// Sum of the weights of all reasons, less what other old numbers explain of the new one.
    pub weight: f64,
    /// The weight an unlikely guess must outweigh: natural logarithm of how many numbers there are.
    pub needed: f64,
    /// First contact of the new number's activity.
    pub onset: Option<Seen>,
    /// What the weight is made of.
    pub reasons: Vec<Reason>,
    /// What speaks against it.
    pub against: Vec<Objection>,
}

/// Evidence of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// `onset`, `change_of_old`, `contacts`, `cells`, `hours` or `handset`.
    pub kind: &'static str,
    /// Natural logarithm of a likelihood ratio; below 0 it speaks against.
    pub weight: f64,
    /// In words.
    pub words: String,
    /// Contacts it rests on.
    pub rows: Vec<ContactId>,
}

/// Something that speaks against, or another explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Objection {
    /// `at_once`, `called_each_other`, `old_goes_on`, `co_workers`, `hubs`, `lent`, `reassigned`, `few`,
    /// `shared_handset` or `rival`.
    pub kind: &'static str,
    /// In words.
    pub words: String,
    /// Contacts it rests on.
    pub rows: Vec<ContactId>,
}

/// What is known of all numbers when pairs are weighed.
pub(super) struct Desk<'a> {
    pub(super) records: &'a Records<'a>,
    pub(super) partners: Vec<BTreeSet<usize>>,
    pub(super) lives: Vec<Life>,
    /// Sum of the partners of all numbers.
    pub(super) total: usize,
    pub(super) usual_cells: BTreeMap<usize, f64>,
    pub(super) usual_hours: BTreeMap<usize, f64>,
    /// Numbers whose activity began later than the records, by position of the onset.
    pub(super) new: BTreeMap<usize, change::Onset>,
    /// Who may have followed whom, as believed so far: old to (new, probability).
    pub(super) belief: BTreeMap<usize, BTreeMap<usize, f64>>,
}

/// Candidates of `number`, or of every number where some candidate outweighs the guess; best first.
///
/// Numbers hidden in part are left out. For each old number at most `most` candidates are given.
pub fn replaced(records: &Records<'_>, number: Option<&str>, most: usize) -> Vec<Candidate> {
    let wanted = number.map(|number| records.index(number));
    if wanted == Some(None) {
        return Vec::new();
    }
    let mut desk = Desk::of(records);
    let mut scores = BTreeMap::new();
    for _ in 0..ROUNDS {
        scores = desk.scores();
        desk.belief = believed(&scores, records.numbers.len());
    }
    let needed = weigh::log(records.numbers.len());
    let mut all = Vec::new();
    for (&old, candidates) in &scores {
        let best = candidates.first().map_or(f64::MIN, |one| one.1);
        let kept = wanted.map_or(best > needed, |wanted| wanted == Some(old));
        if kept {
            for (rank, &(new, weight)) in candidates.iter().take(most).enumerate() {
                all.push((weight, old, rank + 1, new));
            }
        }
    }
    all.sort_by(|a, b| {
        (a.2 > 1)
            .cmp(&(b.2 > 1))
            .then(b.0.total_cmp(&a.0))
            .then((a.1, a.2).cmp(&(b.1, b.2)))
    });
    all.into_iter()
        .map(|(weight, old, rank, new)| Candidate {
            old: records.numbers[old].to_owned(),
            new: records.numbers[new].to_owned(),
            rank,
            weight,
            needed,
            onset: desk.new.get(&new).and_then(|onset| records.seen(onset.row)),
            reasons: desk.reasons(old, new),
            against: against::objections(&desk, old, new, &scores),
        })
        .collect()
}

/// Candidates by old number: (new, weight), best first.
pub(super) type Scores = BTreeMap<usize, Vec<(usize, f64)>>;

/// Probabilities from weights, with one chance in `numbers` for each before anything is seen.
fn believed(scores: &Scores, numbers: usize) -> BTreeMap<usize, BTreeMap<usize, f64>> {
    let prior = weigh::log(numbers);
    scores
        .iter()
        .map(|(&old, all)| {
            let top = all.iter().map(|one| one.1).fold(prior, f64::max);
            let sum: f64 = all.iter().map(|one| exp(one.1 - top)).sum::<f64>() + exp(prior - top);
            (
                old,
                all.iter()
                    .map(|one| (one.0, exp(one.1 - top) / sum))
                    .collect(),
            )
        })
        .collect()
}
