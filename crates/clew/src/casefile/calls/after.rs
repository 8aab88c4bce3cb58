//! Who was in contact after a day of which claims speak, against other days.

use super::{clock, rests};
use crate::casefile::findings::cite_claim;
use crate::casefile::{ActivityLine, AfterLine, Cite, Desk};
use inquiry::network::calls::{Activity, Records, after as followed};
use model::{Claim, PartialDate};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Days that are held against the others.
const DAYS: usize = 6;
/// Claims that are cited of one day, and pairs that are listed.
const LISTED: (usize, usize) = (3, 5);
/// From midnight of the day: the day itself and the next.
const WITHIN: i64 = 2 * 86_400;
/// As many contacts on at most one other day in so many.
const RARE: usize = 10;

/// The days of which most claims speak, in order of time.
///
/// Claims give days, no hours: what is looked at is the whole day and the next.
pub(super) fn after(desk: &mut Desk<'_>, records: &Records<'_>) -> Vec<AfterLine> {
    let claims = desk.study.facts.iter().flat_map(|facts| &facts.claims);
    let mut days: BTreeMap<PartialDate, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        let day = claim.time.as_ref().map(|time| time.value);
        if let Some(day) = day.filter(|day| day.day().is_some()) {
            days.entry(day).or_default().push(claim);
        }
    }
    let mut days: Vec<(PartialDate, Vec<&Claim>)> = days.into_iter().collect();
    days.sort_by_key(|(_, claims)| Reverse(claims.len()));
    let lines = days
        .iter()
        .filter_map(|(day, claims)| line(desk, records, *day, claims));
    let mut lines: Vec<AfterLine> = lines.take(DAYS).collect();
    lines.sort_by(|a, b| a.day.cmp(&b.day));
    lines
}

/// `None` where the records have nothing of the day.
fn line(
    desk: &mut Desk<'_>,
    records: &Records<'_>,
    day: PartialDate,
    claims: &[&Claim],
) -> Option<AfterLine> {
    let date = day.to_string().parse::<jiff::civil::Date>().ok()?;
    let midnight = date.to_zoned(desk.zone.clone()).ok()?;
    let found = followed(
        records,
        midnight.timestamp().as_second(),
        WITHIN,
        &desk.zone,
    );
    if found.contacts == 0 || found.days == 0 {
        return None;
    }
    let said = claims.iter().take(LISTED.0).filter_map(|claim| {
        let content = claim.content.iter();
        let words: Vec<&str> = content
            .map(|span| desk.places.words(&claim.document, claim.part, *span))
            .collect();
        Some((words.join(" \u{2026} "), cite_claim(desk, claim.id())?))
    });
    let said: Vec<(String, Cite)> = said.collect();
    let rare = |one: &&Activity| (one.as_many + 1) * RARE <= found.days + 1;
    let pairs: Vec<&Activity> = found.pairs.iter().filter(rare).take(LISTED.1).collect();
    Some(AfterLine {
        day: day.to_string(),
        more: claims.len() - said.len(),
        said,
        contacts: found.contacts,
        usual: format!("{:.1}", found.usual),
        days: found.days,
        in_contact: found.pairs.len(),
        pairs: pairs.into_iter().map(|one| pair(desk, one)).collect(),
    })
}

fn pair(desk: &mut Desk<'_>, one: &Activity) -> ActivityLine {
    let number = |at: usize| one.numbers.get(at).cloned().unwrap_or_default();
    ActivityLine {
        from: number(0),
        to: number(1),
        contacts: one.contacts,
        first: clock(desk, one.first.as_ref()),
        usual: format!("{:.2}", one.usual),
        as_many: one.as_many,
        rests: rests(desk, &one.rows),
    }
}
