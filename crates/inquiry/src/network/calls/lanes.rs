//! Handsets and SIMs over time: which SIM was in which handset, from when to when.

use super::records::{Records, Seen};
use model::ContactId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// One combination of handset, SIM and number, as long as the records show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lane {
    /// Handset.
    pub imei: Option<String>,
    /// SIM.
    pub imsi: Option<String>,
    /// Number.
    pub number: String,
    /// Its first contact with a time.
    pub first: Option<Seen>,
    /// Its last.
    pub last: Option<Seen>,
    /// In how many rows.
    pub contacts: usize,
    /// In how many stretches: more than one means that another combination came in between.
    pub stretches: usize,
    /// The rows.
    pub rows: Vec<ContactId>,
}

/// One handset with several SIMs, or one SIM in several handsets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// `handset` or `sim`: what stayed.
    pub what: &'static str,
    /// Its identifier.
    pub code: String,
    /// The lanes in it, in order of their first contact: indexes into [`Lanes::lanes`].
    pub lanes: Vec<usize>,
    /// How the later ones stand to the earlier: `in_sequence` (one ended before the next began), `episode`
    /// (one came in between and the other came back), or `alternating` (several to and fro: two SIMs at once,
    /// a shared or borrowed handset).
    pub how: &'static str,
}

/// All lanes, and where something changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Lanes {
    /// By handset, SIM, number.
    pub lanes: Vec<Lane>,
    /// Handsets with several SIMs, then SIMs in several handsets.
    pub changes: Vec<Change>,
}

type Key<'a> = (Option<&'a str>, Option<&'a str>, usize);

/// Swim-lanes of all rows that name a handset or a SIM; with `number`, only handsets and SIMs it was seen in.
pub fn lanes(records: &Records<'_>, number: Option<&str>) -> Lanes {
    let mut by: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    for (at, row) in records.rows.iter().enumerate() {
        let (imei, imsi) = (row.contact.imei.as_deref(), row.contact.imsi.as_deref());
        // An operator knows its subscriber: a number hidden in part is the other end's, whatever the row looks like.
        let hidden = records.masked[row.holder()];
        if (imei.is_some() || imsi.is_some()) && !hidden {
            by.entry((imei, imsi, row.holder())).or_default().push(at);
        }
    }
    if let Some(number) = number {
        let Some(wanted) = records.index(number) else {
            return Lanes::default();
        };
        let own: Vec<Key<'_>> = by.keys().filter(|key| key.2 == wanted).copied().collect();
        by.retain(|key, _| {
            own.iter().any(|own| {
                (own.0.is_some() && own.0 == key.0) || (own.1.is_some() && own.1 == key.1)
            })
        });
    }
    let lanes: Vec<(Key<'_>, Vec<usize>)> = by.into_iter().collect();
    let mut changes = changes(&lanes, "handset", |key| key.0);
    changes.extend(self::changes(&lanes, "sim", |key| key.1));
    let told = |(key, rows): &(Key<'_>, Vec<usize>)| {
        let (first, last) = records.ends(rows);
        let beside: Vec<&Vec<usize>> = lanes
            .iter()
            .filter(|(other, _)| other != key && other.0.is_some() && other.0 == key.0)
            .map(|(_, rows)| rows)
            .collect();
        Lane {
            imei: key.0.map(str::to_owned),
            imsi: key.1.map(str::to_owned),
            number: records.numbers[key.2].to_owned(),
            first,
            last,
            contacts: rows.len(),
            stretches: stretches(rows, &beside),
            rows: records.ids(rows),
        }
    };
    Lanes {
        lanes: lanes.iter().map(told).collect(),
        changes,
    }
}

/// Into how many stretches rows fall when others come in between.
fn stretches(rows: &[usize], beside: &[&Vec<usize>]) -> usize {
    let between = |two: &[usize]| {
        beside.iter().any(|other| {
            let next = other.partition_point(|&row| row < two[0]);
            other.get(next).is_some_and(|&row| row < two[1])
        })
    };
    1 + rows.windows(2).filter(|two| between(two)).count()
}

fn changes<'a>(
    lanes: &[(Key<'a>, Vec<usize>)],
    what: &'static str,
    code: impl Fn(&Key<'a>) -> Option<&'a str>,
) -> Vec<Change> {
    let mut by: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (key, _)) in lanes.iter().enumerate() {
        if let Some(code) = code(key) {
            by.entry(code).or_default().push(at);
        }
    }
    let other_side = |key: &Key<'a>| {
        if what == "handset" {
            (key.1, key.2)
        } else {
            (key.0, 0)
        }
    };
    by.into_iter()
        .filter_map(|(code, mut of)| {
            let sides: BTreeSet<_> = of.iter().map(|&lane| other_side(&lanes[lane].0)).collect();
            if sides.len() < 2 {
                return None;
            }
            of.sort_by_key(|&lane| lanes[lane].1[0]);
            let how = how(&of.iter().map(|&lane| &lanes[lane].1).collect::<Vec<_>>());
            Some(Change {
                what,
                code: code.to_owned(),
                lanes: of,
                how,
            })
        })
        .collect()
}

/// How lanes that share a handset or SIM stand to each other, from the order of their rows.
fn how(lanes: &[&Vec<usize>]) -> &'static str {
    let mut order: Vec<(usize, usize)> = lanes
        .iter()
        .enumerate()
        .flat_map(|(lane, rows)| rows.iter().map(move |&row| (row, lane)))
        .collect();
    order.sort_unstable();
    let turns = order.windows(2).filter(|two| two[0].1 != two[1].1).count();
    match turns + 1 - lanes.len() {
        0 => "in_sequence",
        1 => "episode",
        _ => "alternating",
    }
}
