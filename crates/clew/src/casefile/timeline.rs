//! What happened when, as exactly as it was said and no more.

use super::links::interval;
use super::{Cite, Desk, EventLine};
use model::PartialDate;

/// Documents, claims with a time, and imported call records, earliest possible day first.
pub(super) fn events(desk: &Desk<'_>) -> Vec<EventLine> {
    let mut events: Vec<(Option<PartialDate>, usize, EventLine)> = Vec::new();
    let mut order = 0;
    let mut push = |date: Option<PartialDate>, event: EventLine| {
        order += 1;
        events.push((date, order, event));
    };
    for (number, document) in desk.study.documents.iter().enumerate() {
        let cite = Cite {
            anchor: format!("d{}", number + 1),
            file: document.name.clone(),
        };
        if let Some(date) = document.date {
            let event = EventLine {
                when: date.to_string(),
                first: bound(date, false),
                last: bound(date, true),
                kind: "document",
                what: document
                    .title
                    .clone()
                    .unwrap_or_else(|| document.name.clone()),
                cite: Some(cite.clone()),
                ..EventLine::default()
            };
            push(Some(date), event);
        }
        if let Some((date, event)) = records(document, cite) {
            push(date, event);
        }
    }
    for claim in desk.study.facts.iter().flat_map(|facts| &facts.claims) {
        let Some(time) = &claim.time else { continue };
        let words = claim
            .content
            .iter()
            .map(|span| desk.places.words(&claim.document, claim.part, *span))
            .collect::<Vec<_>>()
            .join(" \u{2026} ");
        let event = EventLine {
            when: time.value.to_string(),
            first: bound(time.value, false),
            last: bound(time.value, true),
            kind: "claim",
            what: words,
            certainty: Some(claim.certainty.as_str()),
            denied: claim.polarity == model::Polarity::Denied,
            cite: Some(Cite {
                anchor: claim.id().to_string(),
                file: desk.places.file(&claim.document),
            }),
        };
        push(Some(time.value), event);
    }
    events.sort_by_key(|(date, order, event)| (*date, event.last, *order));
    events.into_iter().map(|(_, _, event)| event).collect()
}

/// The time that a table of call records covers.
fn records(document: &model::Document, cite: Cite) -> Option<(Option<PartialDate>, EventLine)> {
    let times = || {
        document
            .contacts
            .iter()
            .filter_map(|contact| contact.start.as_deref())
    };
    let (first, last) = (times().min()?, times().max()?);
    let (from, to) = (day(first), day(last));
    let event = EventLine {
        when: interval(Some(first), Some(last)),
        first: from.and_then(|date| bound(date, false)),
        last: to.and_then(|date| bound(date, true)),
        kind: "contacts",
        what: format!("{} rows of call records", document.contacts.len()),
        cite: Some(cite),
        ..EventLine::default()
    };
    Some((from, event))
}

/// The first or last day a date can be.
fn bound(date: PartialDate, last: bool) -> Option<PartialDate> {
    let month = date.month().unwrap_or(if last { 12 } else { 1 });
    let days = match date.day() {
        Some(day) => day..=day,
        None if last => 28..=31,
        None => 1..=1,
    };
    days.rev()
        .find_map(|day| PartialDate::new(date.year(), Some(month), Some(day)))
}

/// The day of an RFC 3339 time.
fn day(time: &str) -> Option<PartialDate> {
    PartialDate::parse(time.get(..10)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_lasts_to_its_last_day() {
        let date = PartialDate::parse("2024-02").expect("a month");
        assert_eq!(bound(date, false), PartialDate::parse("2024-02-01"));
        assert_eq!(bound(date, true), PartialDate::parse("2024-02-29"));
        let year = PartialDate::parse("2023").expect("a year");
        assert_eq!(bound(year, true), PartialDate::parse("2023-12-31"));
    }
}
