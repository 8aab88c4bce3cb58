//! Whatever the table, the receipt adds up and every row is accounted for once.

use super::contacts;
use crate::table::{Table, parse};
use model::{DocumentId, EvidenceId, Language};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

fn party() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "\\+535000[0-9]{4}", 2 => "5[0-9]{7}", 2 => "8 \\(9[0-9]{2}\\) [0-9]{3}-[0-9]{2}-[0-9]{2}", 1 => "[0-9]{1,4}",
        1 => "\\+53[0-9]{2}xxx[0-9]{2}", 1 => "MegaFon|unknown|-|Total|Итого|", 1 => "[^,\n\r\"]{0,12}",
    ]
}

fn start() -> impl Strategy<Value = String> {
    let (day, hour) = (1u8..32, 0u8..25);
    prop_oneof![
        4 => (day.clone(), hour.clone(), 0u8..61).prop_map(|(d, h, m)| format!("2024-03-{d:02} {h:02}:{m:02}:07")),
        2 => (day.clone(), 1u8..14, hour.clone()).prop_map(|(d, m, h)| format!("{d:02}/{m:02}/2024 {h}:30")),
        1 => (day.clone(), hour.clone()).prop_map(|(d, h)| format!("{d:02}.11.2024 {h}:30 pm")),
        1 => (day.clone(), hour.clone()).prop_map(|(d, h)| format!("2024-11-{d:02}T{h:02}:30:00-05:00")),
        1 => (day.clone(), hour).prop_map(|(d, h)| format!("202410{d:02} {h:02}15")),
        1 => day.prop_map(|d| format!("2024-03-{d:02}")),
        1 => (1_600_000_000u64..1_700_000_000).prop_map(|s| s.to_string()),
        1 => "[0-9:./ T+Zapm-]{0,20}",
    ]
}

fn duration() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[0-9]{1,4}", 2 => "[0-9]{1,3}:[0-9]{2}", 1 => "[0-9]{1,2}:[0-9]{2}:[0-9]{2}", 1 => "[0-9]{1,2} min [0-9]{1,2} s", 1 => "[0-9]{1,2} мин\\.? [0-9] сек", 1 => "[0-9.:hms'\" -]{0,8}"]
}

fn zone() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "America/Havana",
        "Europe/Moscow",
        "+05:30",
        "UTC",
        "nonsense",
        "",
    ])
}

fn check(text: &str, settings: &BTreeMap<String, String>) -> Result<bool, TestCaseError> {
    let table = Table::new(parse(text, ',', usize::MAX));
    let document = DocumentId::new(&EvidenceId::of(text.as_bytes()), 0);
    let Some((contacts, receipt, faults)) =
        contacts(&table, &document, 0, settings, Language::Unknown)
    else {
        return Ok(false);
    };
    prop_assert!(receipt.adds_up(), "{:#?}\n{}", receipt, text);
    prop_assert!(
        !faults
            .iter()
            .any(|fault| fault.what.contains("does not add up")),
        "{faults:?}\n{text}"
    );
    prop_assert_eq!(receipt.hours_in.iter().sum::<u64>(), receipt.rows_in as u64);
    let ids: BTreeSet<_> = contacts.iter().map(|contact| contact.id.as_str()).collect();
    prop_assert_eq!(ids.len(), contacts.len());
    if !receipt.map.columns.is_empty() {
        let kept: BTreeSet<_> = contacts
            .iter()
            .map(|contact| contact.place.span.start)
            .collect();
        let rejected: BTreeSet<_> = receipt.rejected.iter().map(|row| row.row).collect();
        let of_kept: BTreeSet<_> = table
            .rows
            .iter()
            .filter(|row| kept.contains(&row.span.start))
            .map(|row| row.number)
            .collect();
        prop_assert!(of_kept.is_disjoint(&rejected));
        let last: BTreeSet<_> = table
            .rows
            .iter()
            .rev()
            .take(receipt.rows_in)
            .map(|row| row.number)
            .collect();
        prop_assert_eq!(&of_kept | &rejected, last);
    }
    Ok(true)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn receipts_add_up(rows in prop::collection::vec((party(), party(), start(), duration()), 1..25), zone in zone(), order in prop::sample::select(vec!["dmy", "mdy", ""])) {
        let mut text = "Caller,Called number,Start time,Call duration\n+5350000123,+5350000456,2024-03-01 10:00,5\n".to_owned();
        for (from, to, start, duration) in rows {
            writeln!(text, "{from},{to},{start},{duration}").unwrap();
        }
        let settings = [("zone", zone), ("order", order), ("map", "from=0,to=1,start=2,duration=3")];
        let settings = settings.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
        prop_assert!(check(&text, &settings)?);
    }

    #[test]
    fn receipts_of_a_subscriber_with_date_and_time_apart_add_up(rows in prop::collection::vec((party(), start(), duration(), "in|out|Entrante|исх\\.|MTC|x|", 0u32..9), 1..20), zone in zone()) {
        let mut text = "Abonado: 5350000123\nNúmero,Fecha,Hora,Sentido,Duración (min),Llamadas\n".to_owned();
        for (to, start, duration, way, count) in rows {
            let (day, clock) = start.split_once([' ', 'T']).unwrap_or((&start, ""));
            writeln!(text, "{to},{day},{clock},{way},{duration},{count}").unwrap();
        }
        let settings = [("zone", zone), ("map", "to=0,date=1,time=2,direction=3,duration=4,count=5")];
        let settings = settings.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
        check(&text, &settings)?;
    }

    #[test]
    fn matrices_add_up(cells in prop::collection::vec("[0-9]{1,3}|0|0|0|-|x|1\\.0|1\\.5|", 16)) {
        let ids = ["1", "2", "3", "4"];
        let mut text = "who,1,2,3,4\n".to_owned();
        for (id, row) in ids.iter().zip(cells.chunks(4)) {
            writeln!(text, "{id},{}", row.join(",")).unwrap();
        }
        check(&text, &BTreeMap::new())?;
    }

    #[test]
    fn nothing_breaks_it(text in "([a-zа-я0-9+:./ ,\"-]{0,30}\n){0,8}", header in prop::bool::ANY, own in "[0-9]{0,9}") {
        let text = if header { format!("From,To,Date,Time,Duration,Type\n{text}") } else { text };
        check(&text, &[("own".to_owned(), own)].into())?;
        check(&text, &[("map".to_owned(), "from=0,to=1,start=2,duration=3,count=4".to_owned())].into())?;
    }
}
