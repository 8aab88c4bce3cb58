//! What speaks against a replaced phone: lent, reassigned, colleagues, hubs, both in use at once.

use super::{Desk, Objection, Scores};
use std::collections::BTreeSet;

/// All objections to one pair, each with the contacts it rests on.
pub(super) fn objections(
    desk: &Desk<'_>,
    old: usize,
    new: usize,
    scores: &Scores,
) -> Vec<Objection> {
    let records = desk.records;
    let onset = desk.new[&new].row;
    let rows = |number: usize, later: bool| -> Vec<usize> {
        let all = records.of[number].iter().copied();
        all.filter(|&row| (row >= onset) == later).collect()
    };
    let mut all = Vec::new();
    let mut say = |kind, words: String, rows: &[usize]| {
        all.push(Objection {
            kind,
            words,
            rows: records.ids(rows),
        });
    };
    let (far, near) = at_once(desk, &rows(old, true), &rows(new, true), old, new);
    if !far.is_empty() {
        say(
            "at_once",
            format!(
                "both in use at the same minute, served by different cells, {} times: two people, unless the cells are neighbours",
                far.len() / 2
            ),
            &far,
        );
    }
    if !near.is_empty() {
        say(
            "at_once",
            format!("both in use at the same minute {} times", near.len() / 2),
            &near,
        );
    }
    let each_other: Vec<usize> = records.of[old]
        .iter()
        .copied()
        .filter(|&row| records.rows[row].other(old) == new)
        .collect();
    if !each_other.is_empty() {
        say(
            "called_each_other",
            format!(
                "the two numbers were in contact with each other {} times: nobody calls himself but to try a phone",
                each_other.len()
            ),
            &each_other,
        );
    }
    let goes_on = rows(old, true);
    if !goes_on.is_empty() {
        say(
            "old_goes_on",
            format!(
                "the old number has {} contacts after the onset of the new",
                goes_on.len()
            ),
            &goes_on,
        );
    }
    sharing(desk, old, new, &mut say);
    later(desk, old, new, &mut say);
    rival(desk, old, new, scores, &mut say);
    all
}

/// Contacts in common that others would have in common too.
fn sharing(
    desk: &Desk<'_>,
    old: usize,
    new: usize,
    say: &mut impl FnMut(&'static str, String, &[usize]),
) {
    let onset = desk.new[&new].row;
    let kept = desk.kept(old, new);
    let still = desk.around(old, onset, true);
    let both = kept
        .keys()
        .filter(|contact| still.contains(contact))
        .count();
    if both > 0 {
        say(
            "co_workers",
            format!(
                "{both} of the {} contacts in common are still reached from the old number too: colleagues or family share contacts",
                kept.len()
            ),
            &[],
        );
    }
    let size = desk.around(new, onset, true).len();
    let hubs = kept
        .values()
        .filter(|one| desk.chance(one.0, size) > 0.5)
        .count();
    if hubs > 0 {
        say(
            "hubs",
            format!(
                "{hubs} of the {} contacts in common are numbers that so many reach that chance alone would give them",
                kept.len()
            ),
            &[],
        );
    }
}

/// What the times of both say: lent, reassigned, too few.
fn later(
    desk: &Desk<'_>,
    old: usize,
    new: usize,
    say: &mut impl FnMut(&'static str, String, &[usize]),
) {
    let onset = desk.new[&new].row;
    let rows = |number: usize, later: bool| -> Vec<usize> {
        let all = desk.records.of[number].iter().copied();
        all.filter(|&row| (row >= onset) == later).collect()
    };
    let goes_on = rows(old, true);
    let fresh = rows(new, true);
    if let Some((&last, &late)) = fresh.last().zip(goes_on.last())
        && late > last
    {
        say("lent", "the new number fell silent before the old one did: the phone may only have been lent, or a second one for a while".to_owned(), &[last, late]);
    }
    let earlier = rows(new, false);
    if !earlier.is_empty() {
        let same = desk
            .around(new, onset, false)
            .intersection(&desk.around(new, onset, true))
            .count();
        say(
            "reassigned",
            format!(
                "the new number was in use before, {} contacts, {same} partners the same as later: it may have been given to another person, or only have become busier",
                earlier.len()
            ),
            &earlier,
        );
    }
    if fresh.len() < 10 {
        say(
            "few",
            format!(
                "the new number has only {} contacts from its onset on",
                fresh.len()
            ),
            &[],
        );
    }
}

/// Another old number that the new one fits as well or better.
fn rival(
    desk: &Desk<'_>,
    old: usize,
    new: usize,
    scores: &Scores,
    say: &mut impl FnMut(&'static str, String, &[usize]),
) {
    let weight = |number: usize| {
        let all = scores.get(&number)?;
        all.iter().find(|one| one.0 == new).map(|one| one.1)
    };
    let own = weight(old).unwrap_or(f64::MIN);
    let best = scores
        .keys()
        .filter(|&&other| other != old)
        .filter_map(|&other| Some((weight(other)?, other)));
    if let Some((other, number)) = best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))
        && other >= own
    {
        say(
            "rival",
            format!(
                "the new number fits {} better (weight {other:.1} against {own:.1})",
                desk.records.numbers[number]
            ),
            &[],
        );
    }
}

/// Rows of the two at one time: on cells that differ, and the others.
fn at_once(
    desk: &Desk<'_>,
    olds: &[usize],
    news: &[usize],
    old: usize,
    new: usize,
) -> (Vec<usize>, Vec<usize>) {
    let span = |row: usize| {
        let row = &desk.records.rows[row];
        let start = row.time?;
        let long = i64::try_from(row.contact.seconds.unwrap_or(0))
            .ok()?
            .clamp(60, 86_400);
        Some((start, start + long))
    };
    let (mut far, mut near) = (Vec::new(), Vec::new());
    let mut met = BTreeSet::new();
    for &a in olds {
        for &b in news {
            let (Some(one), Some(two)) = (span(a), span(b)) else {
                continue;
            };
            if a == b || one.0 >= two.1 || two.0 >= one.1 || !met.insert((a, b)) {
                continue;
            }
            let cells = (
                desk.records.rows[a].cell(old),
                desk.records.rows[b].cell(new),
            );
            let apart = matches!(cells, (Some(here), Some(there)) if here != there);
            if apart { &mut far } else { &mut near }.extend([a, b]);
        }
    }
    (far, near)
}
