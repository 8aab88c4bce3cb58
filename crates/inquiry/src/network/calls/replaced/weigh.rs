//! The weights of a pair: contacts by their rarity, cells, hours, handsets.

use super::{Desk, Reason, Scores, change};
use crate::exact::{exp, ln, power};
use crate::network::calls::records::Records;
use std::collections::{BTreeMap, BTreeSet};

/// Shares tried for "how much of the old life the new number keeps".
const SHARES: [f64; 9] = [0.0, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.75, 0.9];

/// Where and when a number is active: each row that tells it, by day.
#[derive(Default)]
pub(in crate::network::calls) struct Life {
    /// Row, day and cell.
    cells: Vec<(usize, i64, usize)>,
    /// Row, day and hour (UTC).
    hours: Vec<(usize, i64, usize)>,
    handsets: BTreeSet<usize>,
}

impl<'a> Desk<'a> {
    pub(super) fn of(records: &'a Records<'a>) -> Self {
        let timed = records.rows.partition_point(|row| row.time.is_some());
        let mut lives: Vec<Life> = records.numbers.iter().map(|_| Life::default()).collect();
        let mut cells: BTreeMap<&str, usize> = BTreeMap::new();
        let mut handsets: BTreeMap<&str, usize> = BTreeMap::new();
        for (at, row) in records.rows[..timed].iter().enumerate() {
            let time = row.time.unwrap_or_default();
            let day = time.div_euclid(86_400);
            let hour = usize::try_from(time.rem_euclid(86_400) / 3600).unwrap_or(0);
            for end in BTreeSet::from([row.from, row.to]) {
                lives[end].hours.push((at, day, hour));
            }
            let life = &mut lives[row.holder()];
            if let Some(cell) = row.contact.cell.as_deref() {
                let next = cells.len();
                life.cells
                    .push((at, day, *cells.entry(cell).or_insert(next)));
            }
            if let Some(imei) = row.contact.imei.as_deref() {
                let next = handsets.len();
                life.handsets.insert(*handsets.entry(imei).or_insert(next));
            }
        }
        let new = (0..records.numbers.len())
            .filter(|&number| !records.masked[number])
            .filter_map(|number| {
                Some((number, change::onset(records, &records.of[number], timed)?))
            })
            .collect();
        let partners = records.partners();
        Self {
            total: partners.iter().map(BTreeSet::len).sum(),
            usual_cells: usual(&lives, |life| &life.cells),
            usual_hours: usual(&lives, |life| &life.hours),
            records,
            partners,
            lives,
            new,
            belief: BTreeMap::new(),
        }
    }

    /// All pairs that share a contact (or its believed successor) or a handset, weighed.
    pub(super) fn scores(&self) -> Scores {
        let mut scores: Scores = BTreeMap::new();
        for &new in self.new.keys() {
            for old in self.olds(new) {
                let weight = self.parts(old, new).iter().map(|part| part.1).sum();
                scores.entry(old).or_default().push((new, weight));
            }
        }
        self.shared_out(&mut scores);
        for all in scores.values_mut() {
            all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        }
        scores
    }

    /// One new number follows one old one: what other old numbers explain of it is taken off.
    fn shared_out(&self, scores: &mut Scores) {
        let prior = log(self.records.numbers.len());
        let mut claims: BTreeMap<usize, Vec<(usize, f64)>> = BTreeMap::new();
        for (&old, all) in scores.iter() {
            for &(new, weight) in all {
                claims.entry(new).or_default().push((old, weight - prior));
            }
        }
        for (old, all) in scores.iter_mut() {
            for (new, weight) in all {
                let others = claims[&*new].iter().filter(|one| one.0 != *old);
                let others: Vec<f64> = others.map(|one| one.1).collect();
                let top = others.iter().copied().fold(0.0, f64::max);
                let sum: f64 = others.iter().map(|one| exp(one - top)).sum();
                *weight -= top + ln(exp(-top) + sum);
            }
        }
    }

    /// Numbers seen before the new one's onset that have something in common with it.
    fn olds(&self, new: usize) -> Vec<usize> {
        let onset = self.new[&new].row;
        (0..self.records.numbers.len())
            .filter(|&old| {
                old != new
                    && !self.records.masked[old]
                    && self.records.of[old].first().is_some_and(|&row| row < onset)
                    && (!self.lives[old]
                        .handsets
                        .is_disjoint(&self.lives[new].handsets)
                        || !self.kept(old, new).is_empty())
            })
            .collect()
    }

    /// Partners of a number from a row on, or before it.
    pub(super) fn around(&self, number: usize, row: usize, later: bool) -> BTreeSet<usize> {
        let rows = &self.records.of[number];
        let cut = rows.partition_point(|&one| one < row);
        let part = if later { &rows[cut..] } else { &rows[..cut] };
        part.iter()
            .map(|&row| self.records.rows[row].other(number))
            .filter(|&other| other != number && !self.records.masked[other])
            .collect()
    }

    /// Contacts of the old number that the new one has: itself (1), or a believed successor (its probability).
    pub(super) fn kept(&self, old: usize, new: usize) -> BTreeMap<usize, (usize, f64)> {
        let onset = self.new[&new].row;
        let now = self.around(new, onset, true);
        let mut kept = BTreeMap::new();
        for contact in self.around(old, onset, false) {
            if contact == new {
                continue;
            }
            if now.contains(&contact) {
                kept.insert(contact, (contact, 1.0));
            } else if let Some(best) = self.belief.get(&contact).and_then(|all| {
                let met = all
                    .iter()
                    .filter(|(next, _)| now.contains(next) && **next != old);
                met.max_by(|a, b| a.1.total_cmp(b.1))
            }) {
                // Less likely than not is no successor.
                if *best.1 > 0.5 {
                    kept.insert(contact, (*best.0, *best.1));
                }
            }
        }
        kept
    }

    /// Chance that a stranger with `size` partners has this one among them.
    pub(super) fn chance(&self, contact: usize, size: usize) -> f64 {
        let share = float(self.partners[contact].len()) / float(self.total.max(1));
        (1.0 - power(1.0 - share, float(size))).clamp(1e-9, 1.0 - 1e-9)
    }

    fn contacts(&self, old: usize, new: usize) -> f64 {
        let onset = self.new[&new].row;
        let size = self.around(new, onset, true).len();
        let kept = self.kept(old, new);
        let before = self.around(old, onset, false);
        let gain = |share: f64| -> f64 {
            before
                .iter()
                .filter(|&&contact| contact != new)
                .map(|contact| {
                    let seen = kept.get(contact).map_or((*contact, 0.0), |one| *one);
                    let chance = self.chance(seen.0, size);
                    let under = share + (1.0 - share) * chance;
                    seen.1 * ln(under / chance)
                        + (1.0 - seen.1) * ln((1.0 - under) / (1.0 - chance))
                })
                .sum()
        };
        SHARES.iter().map(|&share| gain(share)).fold(0.0, f64::max)
    }

    fn handset(&self, old: usize, new: usize) -> f64 {
        let shared = self.lives[old]
            .handsets
            .intersection(&self.lives[new].handsets);
        let users = |set: &usize| {
            self.lives
                .iter()
                .filter(|life| life.handsets.contains(set))
                .count()
        };
        let weight = |set: &usize| log(self.records.numbers.len()) - log(users(set) - 1);
        shared.map(weight).fold(0.0, f64::max)
    }

    /// The weights by kind.
    fn parts(&self, old: usize, new: usize) -> [(&'static str, f64); 6] {
        let onset = self.new[&new];
        let timed = self.records.rows.partition_point(|row| row.time.is_some());
        let rows = &self.records.of[old];
        let (then, now) = (&self.lives[old], &self.lives[new]);
        [
            ("onset", ln(onset.sure)),
            (
                "change_of_old",
                change::falls(self.records, rows, timed, onset.row),
            ),
            ("contacts", self.contacts(old, new)),
            (
                "cells",
                alike(&then.cells, &now.cells, &self.usual_cells, onset.row),
            ),
            (
                "hours",
                alike(&then.hours, &now.hours, &self.usual_hours, onset.row),
            ),
            ("handset", self.handset(old, new)),
        ]
    }

    pub(super) fn reasons(&self, old: usize, new: usize) -> Vec<Reason> {
        let kept = self.kept(old, new);
        let name = |number: usize| self.records.numbers[number];
        let shared: Vec<String> = kept
            .iter()
            .map(|(&contact, &(as_now, _))| {
                let others = self.partners[contact].len();
                if as_now == contact {
                    format!("{} (in contact with {others})", name(contact))
                } else {
                    format!(
                        "{} as its own likely successor {}",
                        name(contact),
                        name(as_now)
                    )
                }
            })
            .collect();
        let onset = self.new[&new].row;
        self.parts(old, new)
            .into_iter()
            .map(|(kind, weight)| {
                let (words, rows) = match kind {
                    "onset" => (
                        "activity of the new number begins after the records do".to_owned(),
                        vec![onset],
                    ),
                    "change_of_old" => (
                        if weight > 0.0 {
                            "how the old number's use changes near the onset of the new (it falls off, or is rare enough to fit)"
                        } else {
                            "the old number goes on as before the onset of the new"
                        }
                        .to_owned(),
                        self.records.of[old]
                            .iter()
                            .copied()
                            .rfind(|&row| row < onset)
                            .into_iter()
                            .collect(),
                    ),
                    "contacts" => (
                        format!(
                            "{} contacts of the old number kept: {}",
                            kept.len(),
                            shared.join(", ")
                        ),
                        self.between(new, &kept),
                    ),
                    "cells" => (
                        "cells that served the two, against those of all numbers".to_owned(),
                        Vec::new(),
                    ),
                    "hours" => (
                        "hours of the day of the two, against those of all numbers".to_owned(),
                        Vec::new(),
                    ),
                    _ => ("used in the same handset".to_owned(), Vec::new()),
                };
                Reason {
                    kind,
                    weight,
                    words,
                    rows: self.records.ids(&rows),
                }
            })
            .filter(|reason| reason.weight.abs() > 1e-9)
            .collect()
    }

    /// Rows of the new number with the kept contacts.
    pub(super) fn between(&self, new: usize, kept: &BTreeMap<usize, (usize, f64)>) -> Vec<usize> {
        let wanted: BTreeSet<usize> = kept.values().map(|one| one.0).collect();
        let rows = self.records.of[new].iter().copied();
        rows.filter(|&row| wanted.contains(&self.records.rows[row].other(new)))
            .collect()
    }
}

/// How much better the new number's places (or hours) are told by a mixture with the old number's than by
/// those of all numbers; each place counts once a day, since one stay gives many rows.
fn alike(
    old: &[(usize, i64, usize)],
    new: &[(usize, i64, usize)],
    usual: &BTreeMap<usize, f64>,
    onset: usize,
) -> f64 {
    let once = |all: &[(usize, i64, usize)], later: bool| {
        let part = all.iter().filter(|one| (one.0 >= onset) == later);
        let days: BTreeSet<(i64, usize)> = part.map(|one| (one.1, one.2)).collect();
        let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
        for (_, what) in days {
            *counts.entry(what).or_default() += 1.0;
        }
        counts
    };
    let (then, now) = (once(old, false), once(new, true));
    let total: f64 = then.values().sum();
    let all: f64 = usual.values().sum();
    if total == 0.0 || now.is_empty() {
        return 0.0;
    }
    let gain = |share: f64| -> f64 {
        now.iter()
            .map(|(what, count)| {
                let base = usual.get(what).copied().unwrap_or(1.0) / all;
                let here = then.get(what).copied().unwrap_or(0.0) / total;
                count * ln((1.0 - share) + share * here / base)
            })
            .sum()
    };
    SHARES.iter().map(|&share| gain(share)).fold(0.0, f64::max)
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows fit a float")]
pub(super) fn float(count: usize) -> f64 {
    count as f64
}

/// Natural logarithm of a count, at least 0.
pub(super) fn log(count: usize) -> f64 {
    ln(float(count.max(1)))
}

/// How often all numbers are seen at each place or hour.
fn usual(lives: &[Life], of: impl Fn(&Life) -> &Vec<(usize, i64, usize)>) -> BTreeMap<usize, f64> {
    let mut usual: BTreeMap<usize, f64> = BTreeMap::new();
    for one in lives.iter().flat_map(of) {
        *usual.entry(one.2).or_default() += 1.0;
    }
    usual
}
