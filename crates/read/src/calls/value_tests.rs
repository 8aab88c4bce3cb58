//! Tables that say little of themselves: no header, no direction, zones and ends row by row.

use super::tests::{any, calls, import, lines};
use super::{check_map, likely};
use crate::table::{Table, parse};
use std::collections::BTreeMap;

fn maybe(text: &str) -> Option<String> {
    let separator = crate::table::separator(text, 2).unwrap_or(',');
    let table = Table::new(parse(text, separator, usize::MAX));
    likely(&table, &BTreeMap::new())
}

#[test]
fn day_and_clock_in_columns_of_their_own() {
    let text = "79000000555;79000000556;01.06.2024;10:00:00;65\n79000000555;79000000557;02.06.2024;11:00:00;30\n\
        79000000555;79000000558;13.06.2024;12:00:00;0\n79000000559;79000000555;14.06.2024;12:00:00;4\n";
    let (contacts, receipt, faults) = calls(text, &[("zone", "Europe/Moscow")]);
    assert_eq!(receipt.rows_in, 4);
    assert_eq!(receipt.columns_from, "values");
    assert!(
        any(
            &faults,
            "told from their values: from=0,to=1,date=2,time=3,duration=4"
        ),
        "{faults:?}"
    );
    assert_eq!(
        lines(&contacts)[0],
        "+79000000555 +79000000556 2024-06-01T07:00:00Z 65 call"
    );
    // Two columns of clock times: the first behind the day is when, the other how long.
    let text = "+5350000123,+5350000456,2024-03-01,08:00:00,00:01:05\n+5350000123,+5350000457,2024-03-02,09:30:00,00:00:07\n";
    let (contacts, ..) = calls(text, &[("zone", "UTC")]);
    assert_eq!(
        lines(&contacts)[1],
        "+5350000123 +5350000457 2024-03-02T09:30:00Z 7 call"
    );
}

#[test]
fn a_header_that_names_nothing_of_calls_is_passed_over() {
    let text = "X;Y;P;Q\n+5350000123;+5350000456;2024-03-01 10:00:00;65\n+5350000123;+5350000789;2024-03-01 11:00:00;5\n";
    let (contacts, receipt, faults) = calls(text, &[]);
    assert_eq!((contacts.len(), receipt.rows_in), (2, 2));
    assert!(
        any(&faults, "the header names no columns of calls"),
        "{faults:?}"
    );
    assert_eq!(receipt.columns_from, "values");
    let (_, receipt, _) = calls(
        "Caller,Callee,Start\n+5350000123,+5350000456,2024-03-01 10:00:00\n",
        &[("zone", "UTC")],
    );
    assert_eq!(receipt.columns_from, "header");
    let (_, receipt, _) = calls(
        "a,b,c\n+5350000123,+5350000456,2024-03-01 10:00:00\n",
        &[("map", "from=0,to=1,start=2")],
    );
    assert_eq!(receipt.columns_from, "given");
}

#[test]
fn what_may_be_call_records_is_said() {
    // Three columns of numbers: who called whom is open.
    let text = "+5350000123;+5350000456;+5350000457;2024-03-01 10:00:00\n+5350000124;+5350000458;+5350000459;2024-03-01 11:00:00\n";
    assert!(import(text, &[]).is_none());
    let said = maybe(text).expect("a word");
    assert!(said.starts_with("may be call records"), "{said}");
    assert!(said.contains("--map from=0,to=1,start=3"), "{said}");
    assert!(check_map("from=0,to=1,start=3").is_ok());
    // The other party alone, with a time and a duration.
    let text = "2024-03-01 10:00:00;+5350000456;65\n2024-03-02 10:00:00;+5350000457;7\n";
    assert!(import(text, &[]).is_none());
    let said = maybe(text).expect("a word");
    assert!(
        said.contains("--map to=1,start=0,duration=2 --own NUMBER"),
        "{said}"
    );
    for none in [
        "name;phone;age\nAna Pell;+5350000888;30\nTom Ward;+5350000889;16\n",
        "Name,Mobile,Home,Date of birth\nAna,+5350000888,+5350000889,2001-02-03\nTom,+5350000890,+5350000891,2002-02-03\n",
        "account,number,date,time,amount\n53500008880,53500008890,2024-01-01,10:00:00,5\n53500008881,53500008891,2024-01-02,10:00:00,7\n",
    ] {
        assert_eq!(maybe(none), None, "{none}");
    }
}

#[test]
fn a_message_without_a_direction_is_a_message_all_the_same() {
    let text = "Абонент А\tАбонент Б\tДата и время\tДлительность\tТип\n\
        8 (900) 000-05-55\t79000000556\t01.06.2024 10:00:00\t1:05\tисходящий\n\
        79000000555\t79000000558\t01.06.2024 11:00\t0:30\tвходящий\n\
        79000000555\t79000000557\t31.03.2024 02:30:00\t65:00\tисходящий\n\
        79000000555\t79000000558\t01.06.2024 12:00:00\t\tSMS\n";
    let (contacts, receipt, faults) = calls(text, &[("zone", "Europe/Moscow")]);
    assert!(receipt.rejected.is_empty(), "{:?}", receipt.rejected);
    assert_eq!(
        lines(&contacts)[3],
        "79000000555 79000000558 2024-06-01T09:00:00Z - message"
    );
    assert!(
        any(&faults, "no direction is stated: taken as from the first"),
        "{faults:?}"
    );
    // Where only the subscriber and the other party are named, nobody says who wrote to whom.
    let text = "Абонент;Собеседник;Дата и время;Направление;Тип\n79000000555;79000000556;01.06.2024 10:00;исх;звонок\n79000000555;79000000557;01.06.2024 10:00;;SMS\n";
    let (_, receipt, _) = calls(text, &[]);
    assert_eq!(
        receipt.rejected[0].why,
        "no direction is stated: who called whom is open"
    );
}

#[test]
fn every_row_may_state_its_own_zone() {
    let text = "caller,callee,start,end,duration\n\
        +5350000900,+5350000901,2024-06-01T10:00:00-04:00,2024-06-01T10:01:00-04:00,60\n\
        +5350000900,+5350000901,2024-06-01T10:00:00+03:00,2024-06-01T10:02:00+03:00,60\n\
        +5350000900,+5350000901,2024-06-01T10:00:00Z,,1m30s\n\
        +5350000900,+5350000901,2024-06-01T10:00:00Z,2024-06-01T09:00:00Z,5\n";
    let (contacts, receipt, faults) = calls(text, &[]);
    assert_eq!(contacts[0].start.as_deref(), Some("2024-06-01T14:00:00Z"));
    assert_eq!(
        (receipt.map.zone.as_deref(), receipt.zone_words()),
        (None, "each row states it")
    );
    assert!(
        any(
            &faults,
            "the end stated contradicts start and duration; the row is kept with its duration as written, the end is not used: 1 times (row 3)"
        ),
        "{faults:?}"
    );
    assert!(
        any(
            &faults,
            "lies before the start; the row is kept with its start and duration as written, the end is not used: 1 times (row 5)"
        ),
        "{faults:?}"
    );
    assert_eq!(receipt.remarks.len(), 2);
    assert!(receipt.remarks.iter().all(|it| faults.contains(it)));
    let text = text.replace("10:00:00Z,,", "10:00:00,,");
    let (_, _, faults) = calls(&text, &[]);
    assert!(any(&faults, "some rows state no time zone"), "{faults:?}");
    // A clock time alone is on the same day or the next; without seconds a minute is as near as it gets.
    let text = "caller,callee,start,end time,duration\n+5350000900,+5350000901,2024-06-01 23:59:30,00:00:30,60\n\
        +5350000900,+5350000901,2024-06-01 10:00:30,10:01,40\n+5350000900,+5350000901,2024-06-01 10:00:30,10:09,40\n";
    let (_, receipt, faults) = calls(text, &[("zone", "UTC")]);
    assert_eq!(receipt.map.columns["end"], 3);
    assert!(any(&faults, "1 times (row 4)"), "{faults:?}");
    // From 10:00 to 10:02, both without seconds, is more than a minute; every such row is named.
    let rows = "+5350000900,+5350000901,2024-06-01 10:00,2024-06-01 10:02,60\n".repeat(5);
    let (contacts, receipt, _) = calls(
        &format!("caller,callee,start,end,duration\n{rows}"),
        &[("zone", "UTC")],
    );
    assert_eq!(contacts[0].seconds, Some(60));
    assert!(
        any(
            &receipt.remarks,
            "the end is not used: 5 times (row 2, 3, 4, 5, 6)"
        ),
        "{:?}",
        receipt.remarks
    );
}

#[test]
fn a_map_is_checked_before_a_table_is_known() {
    for right in [
        "from=2,to=3,start=0,duration=4",
        "from=Número A, to=B",
        "end=1",
    ] {
        assert_eq!(check_map(right), Ok(()), "{right}");
    }
    for wrong in ["", "foo=bar", "from", "from=", "to=1,to=2", "to=1,,from=2"] {
        assert!(check_map(wrong).is_err(), "{wrong}");
    }
}
