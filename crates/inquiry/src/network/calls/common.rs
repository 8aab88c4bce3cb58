//! Numbers that several targets are in contact with.

use super::records::{Records, Seen};
use model::ContactId;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A number that at least two targets are in contact with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Common {
    /// The number.
    pub number: String,
    /// Its contacts with each target, in the order the targets were given.
    pub with: Vec<Side>,
    /// With how many numbers it is in contact in all records: one that everybody calls ties nobody.
    pub others: usize,
    /// How rare such a contact is: natural logarithm of all numbers over `others`.
    pub rarity: f64,
}

/// What a common contact has with one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The target.
    pub target: String,
    /// Contacts between the two.
    pub contacts: u64,
    /// Sum of durations in seconds.
    pub seconds: u64,
    /// The first.
    pub first: Option<Seen>,
    /// The last.
    pub last: Option<Seen>,
    /// All of them.
    pub rows: Vec<ContactId>,
}

/// Numbers in contact with at least two of the targets: those of most targets first, then the rarest.
///
/// Partly hidden numbers are left out: two that look alike may be different ones. A target may itself be the
/// common contact of others.
pub fn common(records: &Records<'_>, targets: &[&str]) -> Vec<Common> {
    let partners = records.partners();
    let mut shared: BTreeMap<usize, Vec<Side>> = BTreeMap::new();
    let mut done = Vec::new();
    for target in targets {
        let Some(at) = records.index(target).filter(|at| !done.contains(at)) else {
            continue;
        };
        done.push(at);
        for &other in &partners[at] {
            if !records.masked[other] {
                let side = side(records, at, other);
                shared.entry(other).or_default().push(side);
            }
        }
    }
    let mut all: Vec<Common> = shared
        .into_iter()
        .filter(|(_, with)| with.len() > 1)
        .map(|(other, with)| Common {
            number: records.numbers[other].to_owned(),
            with,
            others: partners[other].len(),
            rarity: rarity(records.numbers.len(), partners[other].len()),
        })
        .collect();
    all.sort_by(|a, b| {
        Reverse(a.with.len())
            .cmp(&Reverse(b.with.len()))
            .then(b.rarity.total_cmp(&a.rarity))
            .then(a.number.cmp(&b.number))
    });
    all
}

fn side(records: &Records<'_>, at: usize, other: usize) -> Side {
    let rows: Vec<usize> = records.of[at]
        .iter()
        .copied()
        .filter(|&row| records.rows[row].other(at) == other)
        .collect();
    let (first, last) = records.ends(&rows);
    let all = || rows.iter().map(|&row| records.rows[row].contact);
    Side {
        target: records.numbers[at].to_owned(),
        contacts: all().map(|contact| contact.count).sum(),
        seconds: all().filter_map(|contact| contact.seconds).sum(),
        first,
        last,
        rows: records.ids(&rows),
    }
}

/// Natural logarithm of all numbers over those in contact with one.
#[expect(clippy::cast_precision_loss, reason = "counts of numbers fit a float")]
fn rarity(all: usize, others: usize) -> f64 {
    crate::exact::ln(all as f64 / others.max(1) as f64)
}
