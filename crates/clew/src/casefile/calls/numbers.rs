//! Call records: a line for each number, and the receipts of the imports.

use crate::casefile::text::Name;
use crate::casefile::{Desk, NumberLine, ReceiptLine};
use model::Contact;
use std::collections::{BTreeMap, BTreeSet};

/// Most numbers that get a line.
const MOST: usize = 100;
/// Most rejected rows that are listed of one import.
const REJECTED: usize = 200;

/// What is added up for one number.
#[derive(Default)]
struct Sum<'a> {
    contacts: u64,
    outgoing: u64,
    seconds: u64,
    partners: BTreeSet<&'a str>,
    first: Option<&'a str>,
    last: Option<&'a str>,
    hours: Vec<u64>,
}

/// The busiest numbers, busiest first.
pub(in crate::casefile) fn numbers(desk: &mut Desk<'_>) -> Vec<NumberLine> {
    let mut sums: BTreeMap<&str, Sum<'_>> = BTreeMap::new();
    for contact in &desk.study.contacts {
        for (end, other) in [(&contact.from, &contact.to), (&contact.to, &contact.from)] {
            let sum = sums.entry(end.key()).or_default();
            sum.take(contact, other.key());
        }
        sums.entry(contact.from.key()).or_default().outgoing += contact.count;
    }
    let mut all: Vec<_> = sums.into_iter().collect();
    // Of equal ones the order must not follow the digits of a masked number.
    all.sort_by_key(|(key, sum)| {
        let entity = desk.study.resolution.of_party.get(*key);
        (std::cmp::Reverse(sum.contacts), entity.cloned(), *key)
    });
    all.truncate(MOST);
    let lines = all.into_iter().map(|(key, sum)| {
        let entity = desk.study.resolution.of_party.get(key);
        let moment = |time: Option<&str>| {
            let seen = time.and_then(|time| time.parse::<jiff::Timestamp>().ok());
            seen.map_or_else(String::new, |seen| super::local(desk, seen))
        };
        NumberLine {
            name: entity.map_or_else(Name::default, |id| desk.name(id)),
            number: key.to_owned(),
            contacts: sum.contacts,
            outgoing: sum.outgoing,
            partners: sum.partners.len(),
            seconds: sum.seconds,
            first: moment(sum.first),
            last: moment(sum.last),
            hours: sum.hours,
            users: super::users_of(desk, key),
        }
    });
    lines.collect()
}

impl<'a> Sum<'a> {
    fn take(&mut self, contact: &'a Contact, other: &'a str) {
        self.contacts += contact.count;
        self.seconds = self.seconds.saturating_add(contact.seconds.unwrap_or(0));
        self.partners.insert(other);
        if let Some(start) = contact.start.as_deref() {
            self.first = Some(self.first.map_or(start, |first| first.min(start)));
            self.last = Some(self.last.map_or(start, |last| last.max(start)));
        }
        if let Some(hour) = hour(&contact.start_raw) {
            self.hours.resize(24, 0);
            self.hours[hour] += contact.count;
        }
    }
}

/// Hour of the day of a time as the record has it: the digits before the first colon.
fn hour(raw: &str) -> Option<usize> {
    let before = &raw[..raw.find(':')?];
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let hour: usize = before[before.len() - digits.min(2)..].parse().ok()?;
    (hour < 24).then_some(hour)
}

/// All receipts, in the order of the documents.
pub(in crate::casefile) fn receipts(desk: &Desk<'_>) -> Vec<ReceiptLine> {
    let documents = desk.study.documents.iter().enumerate();
    documents
        .filter_map(|(document, one)| {
            let receipt = one.receipt.as_ref()?;
            let rejected = receipt.rejected.iter().take(REJECTED);
            Some(ReceiptLine {
                document,
                zone: format!("{} ({})", receipt.zone_words(), receipt.zone_from),
                region: receipt
                    .map
                    .region
                    .clone()
                    .unwrap_or_else(|| "not given".to_owned()),
                rows: receipt.rows_in,
                kept: receipt.rows_kept,
                refused: receipt.rejected.len(),
                rejected: rejected.map(|row| (row.row, row.why.clone())).collect(),
                seconds_in: receipt.seconds_in,
                seconds_kept: receipt.seconds_kept,
                seconds_rejected: receipt.seconds_rejected,
                hours: receipt.hours_in.clone(),
                hours_kept: receipt.hours_kept.clone(),
                masked: receipt.masked,
                remarks: receipt.remarks.clone(),
                adds_up: receipt.adds_up(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_stands_before_the_first_colon() {
        assert_eq!(hour("2024-06-03T14:05:00"), Some(14));
        assert_eq!(hour("3.6.2024 7:05"), Some(7));
        assert_eq!(hour("20060601 2159"), None);
        assert_eq!(hour("99:00"), None);
    }
}
