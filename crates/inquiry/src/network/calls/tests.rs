//! Invariants of the call analysis, and the explanations it must not forget.

use super::*;
use jiff::tz::TimeZone;
use model::{Contact, ContactId, ContactKind, DocumentId, EvidenceId, Party, Place, Span};
use proptest::prelude::*;

fn contact(row: usize, from: &str, to: &str, minute: usize, imei: Option<&str>) -> Contact {
    let party = |name: &str| Party {
        raw: name.to_owned(),
        number: None,
        masked: false,
    };
    let start = jiff::Timestamp::from_second(1_700_000_000 + i64::try_from(minute).unwrap() * 60)
        .unwrap()
        .to_string();
    Contact {
        id: ContactId::derive(&[&row.to_string()]),
        place: Place {
            document: DocumentId::new(&EvidenceId::of(b"calls"), 0),
            part: 0,
            span: Span::new(row, row + 1),
        },
        from: party(from),
        to: party(to),
        start_raw: start.clone(),
        start: Some(start),
        seconds: Some(60),
        count: 1,
        kind: ContactKind::Call,
        cell: None,
        imei: imei.map(str::to_owned),
        imsi: None,
    }
}

/// Twenty days: strangers call each other; `old` calls its four friends, and from day ten `new` does.
fn story(goes_on: bool) -> Vec<Contact> {
    let mut all = Vec::new();
    for day in 0..20 {
        for pair in 0..15 {
            let (a, b) = (
                format!("s{pair:02}"),
                format!("s{:02}", (pair * 7 + day * 3 + 1) % 15),
            );
            all.push(contact(all.len(), &a, &b, day * 1440 + pair * 40, None));
        }
        for friend in 0..4 {
            let lent = goes_on && (10..13).contains(&day);
            let who = if lent || (!goes_on && day >= 10) {
                "new"
            } else {
                "old"
            };
            all.push(contact(
                all.len(),
                who,
                &format!("f{friend}"),
                day * 1440 + 700 + friend * 11,
                Some("H1"),
            ));
        }
    }
    all
}

#[test]
fn a_replaced_phone_comes_first() {
    let all = story(false);
    let found = replaced(&Records::of(&all), Some("old"), 3);
    assert_eq!((found[0].new.as_str(), found[0].rank), ("new", 1));
    assert!(found[0].weight > found[0].needed, "{found:?}");
    assert!(
        found[0]
            .reasons
            .iter()
            .any(|reason| reason.kind == "handset")
    );
    assert!(!found[0].against.iter().any(|one| one.kind == "lent"));
}

#[test]
fn a_lent_phone_carries_its_objection() {
    let all = story(true);
    for one in replaced(&Records::of(&all), None, 9) {
        if (one.old.as_str(), one.new.as_str()) == ("old", "new") {
            assert!(one.against.iter().any(|one| one.kind == "lent"), "{one:?}");
            assert!(one.against.iter().any(|one| one.kind == "old_goes_on"));
        }
    }
    let lanes = lanes(&Records::of(&all), Some("new"));
    assert_eq!(lanes.changes[0].how, "episode");
}

#[test]
fn an_event_is_held_against_other_days() {
    let mut all = story(false);
    all.push(contact(9_000, "s00", "f0", 5 * 1440 + 701, None));
    let records = Records::of(&all);
    let found = after(
        &records,
        1_700_000_000 + (5 * 1440 + 690) * 60,
        3600,
        &TimeZone::UTC,
    );
    assert_eq!(found.days, 19);
    assert_eq!(found.pairs[0].numbers, ["s00", "f0"]);
    assert_eq!(found.pairs[0].as_many, 0);
    assert!(found.pairs[0].chance < 0.051);
}

#[test]
fn the_subscriber_bears_the_handset() {
    let all = [
        contact(0, "a", "b", 0, Some("H")),
        contact(1, "c", "a", 1, Some("H")),
        contact(2, "a", "d", 2, Some("H")),
    ];
    let records = Records::of(&all);
    assert_eq!(records.bearer(&all[1].id), Some(End::To));
    assert_eq!(records.bearer(&all[0].id), Some(End::From));
}

/// Four weeks: `a` and `b` sit at the same two cells every day; on the days given `b` goes where `a` goes, in turn.
fn travels(days: &[usize]) -> Vec<Contact> {
    let mut all = Vec::new();
    let mut seen = |who: &str, day: usize, minute: usize, cell: String| {
        let mut one = contact(all.len(), who, "o", day * 1440 + minute, None);
        // Each row names the subscriber's cell, whose records these are.
        one.imsi = Some(who.to_owned());
        one.cell = Some(cell);
        all.push(one);
    };
    for day in 0..28 {
        for who in ["a", "b", "c"] {
            // From home and from work, day by day at the same hours: neighbours and colleagues.
            seen(who, day, 480, "home".to_owned());
            seen(who, day, 600, "work".to_owned());
        }
        seen("a", day, 1000, format!("road{}", day % 9));
        let goes = if days.contains(&day) {
            day
        } else {
            day * 5 + 4
        };
        seen("b", day, 1010, format!("road{}", goes % 9));
    }
    // Whoever calls many is the one whose records these are.
    for who in ["a", "b", "c"] {
        for other in 0..5 {
            let mut one = contact(all.len(), who, &format!("{who}{other}"), 30 + other, None);
            one.imsi = Some(who.to_owned());
            all.push(one);
        }
    }
    all
}

#[test]
fn those_who_travel_together_are_found_and_neighbours_are_not() {
    let all = travels(&[2, 3, 9, 10, 17, 18, 24, 25]);
    let found = together(&Records::of(&all), None, 1800, &TimeZone::UTC);
    assert_eq!(found.groups.len(), 1, "{found:?}");
    let group = &found.groups[0];
    assert_eq!(group.numbers, ["a", "b"]);
    assert!(
        group.events.len() >= 8 && group.cells > 2 && group.chance < 0.05,
        "{group:?}"
    );
    assert!(
        group.usual < 6.0
            && group
                .events
                .iter()
                .all(|event| event.cell.starts_with("road"))
    );
    assert!(found.by_chance < 1.0);
    assert_eq!(found.compared, 3);
}

#[test]
fn one_journey_is_never_company() {
    let all = travels(&[3]);
    let found = together(&Records::of(&all), None, 1800, &TimeZone::UTC);
    assert!(found.groups.is_empty(), "{found:?}");
}

fn any_sights() -> impl Strategy<Value = Vec<Contact>> {
    prop::collection::vec((0..5_usize, 0..20_usize, 0..1440_usize, 0..4_usize), 1..120).prop_map(
        |rows| {
            rows.into_iter()
                .enumerate()
                .map(|(at, (who, day, minute, cell))| {
                    let mut one = contact(
                        at,
                        &format!("n{who}"),
                        &format!("o{}", at % 7),
                        day * 1440 + minute,
                        None,
                    );
                    one.imsi = Some(format!("s{who}"));
                    one.cell = Some(format!("c{cell}"));
                    one
                })
                .collect()
        },
    )
}

fn any_contacts() -> impl Strategy<Value = Vec<Contact>> {
    prop::collection::vec((0..6_u8, 0..6_u8, 0..5000_usize), 1..60).prop_map(|rows| {
        rows.into_iter()
            .enumerate()
            .map(|(at, (a, b, minute))| {
                contact(
                    at,
                    &format!("n{a}"),
                    &format!("n{b}"),
                    minute,
                    Some(&format!("H{a}")),
                )
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn order_does_not_matter(all in any_contacts()) {
        let mut turned = all.clone();
        turned.reverse();
        let (one, two) = (Records::of(&all), Records::of(&turned));
        prop_assert_eq!(profile(&one, "n0", &TimeZone::UTC), profile(&two, "n0", &TimeZone::UTC));
        prop_assert_eq!(common(&one, &["n0", "n1", "n2"]), common(&two, &["n0", "n1", "n2"]));
        prop_assert_eq!(lanes(&one, None), lanes(&two, None));
        prop_assert_eq!(replaced(&one, None, 3), replaced(&two, None, 3));
    }

    #[test]
    fn company_rests_on_several_events(all in any_sights()) {
        let mut turned = all.clone();
        turned.reverse();
        let (records, back) = (Records::of(&all), Records::of(&turned));
        let found = together(&records, None, 7200, &TimeZone::UTC);
        prop_assert_eq!(&found, &together(&back, None, 7200, &TimeZone::UTC));
        prop_assert!(found.groups.len() <= found.compared);
        for group in &found.groups {
            prop_assert!(group.numbers.len() > 1 && group.shifts > 5);
            prop_assert!(group.events.len() > 2 && group.days > 1 && group.cells > 1);
            prop_assert!(group.as_many * 20 <= group.shifts);
            for event in &group.events {
                prop_assert!(event.rows.len() > 1 && event.first.is_some() && event.last.is_some());
                for row in &event.rows {
                    let contact = all.iter().find(|one| one.id == *row).unwrap();
                    prop_assert_eq!(contact.cell.as_deref(), Some(event.cell.as_str()));
                }
            }
        }
    }

    #[test]
    fn sums_of_a_profile_equal_the_contacts(all in any_contacts()) {
        let records = Records::of(&all);
        for number in records.numbers() {
            let own = all.iter().filter(|one| one.from.key() == *number || one.to.key() == *number).count() as u64;
            let found = profile(&records, number, &TimeZone::UTC).unwrap();
            prop_assert_eq!(found.contacts, own);
            prop_assert_eq!(found.outgoing + found.incoming, own);
            prop_assert_eq!(found.partners.iter().map(|one| one.contacts).sum::<u64>(), own);
            prop_assert_eq!(found.hours.iter().sum::<u64>() + found.untimed, own);
            prop_assert_eq!(found.weekdays.iter().sum::<u64>() + found.untimed, own);
            prop_assert_eq!(found.rows.len() as u64, own);
        }
    }
}
