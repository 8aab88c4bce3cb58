//! Call records from small tables: what is recognised, what comes out, what the receipt says.

use super::contacts;
use crate::table::{Table, parse};
use model::{Contact, DocumentId, EvidenceId, Fault, Language, Receipt};
use std::collections::BTreeMap;

pub(super) type Imported = Option<(Vec<Contact>, Receipt, Vec<Fault>)>;

pub(super) fn import(text: &str, settings: &[(&str, &str)]) -> Imported {
    let separator = crate::table::separator(text, 2).unwrap_or(',');
    let table = Table::new(parse(text, separator, usize::MAX));
    let settings: BTreeMap<String, String> = settings
        .iter()
        .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
        .collect();
    let document = DocumentId::new(&EvidenceId::of(text.as_bytes()), 0);
    contacts(&table, &document, 0, &settings, Language::Unknown)
}

#[track_caller]
pub(super) fn calls(text: &str, settings: &[(&str, &str)]) -> (Vec<Contact>, Receipt, Vec<String>) {
    let (contacts, receipt, faults) = import(text, settings).expect("a table of calls");
    assert!(receipt.adds_up(), "{receipt:#?}");
    assert_eq!(contacts.len(), receipt.rows_kept);
    let faults: Vec<String> = faults.into_iter().map(|fault| fault.what).collect();
    assert!(
        !faults.iter().any(|fault| fault.contains("does not add up")),
        "{faults:?}"
    );
    for contact in &contacts {
        assert!(contact.place.span.of(text).is_some());
    }
    (contacts, receipt, faults)
}

/// One line a contact: from, to, start, seconds, kind.
pub(super) fn lines(contacts: &[Contact]) -> Vec<String> {
    let line = |c: &Contact| {
        let seconds = c.seconds.map_or("-".to_owned(), |s| s.to_string());
        format!(
            "{} {} {} {seconds} {}",
            c.from.key(),
            c.to.key(),
            c.start.as_deref().unwrap_or("-"),
            c.kind
        )
    };
    contacts.iter().map(line).collect()
}

pub(super) fn any(faults: &[String], words: &str) -> bool {
    faults.iter().any(|fault| fault.contains(words))
}

#[test]
fn plain_from_and_to_with_everything_said() {
    let text = "Caller,Called number,Start time (UTC),Duration (s),Type,Cell ID,IMEI,IMSI\n\
        +5350000123,+5350000456,2024-03-01 10:00:05,65,voice,HAB-12,490154203237518,368010000000001\n\
        +5350000456,+79000000123,2024-03-01T11:00:00,0,SMS,,490154203237519,36801\n";
    let (contacts, receipt, faults) = calls(text, &[]);
    assert_eq!(
        lines(&contacts),
        [
            "+5350000123 +5350000456 2024-03-01T10:00:05Z 65 call",
            "+5350000456 +79000000123 2024-03-01T11:00:00Z 0 message",
        ]
    );
    assert_eq!(contacts[0].cell.as_deref(), Some("HAB-12"));
    assert_eq!(contacts[1].cell, None);
    assert_eq!(receipt.zone_from, "stated in the header");
    assert_eq!(receipt.map.zone.as_deref(), Some("UTC"));
    assert_eq!(receipt.map.columns["imei"], 6);
    assert_eq!(
        (
            receipt.seconds_in,
            receipt.hours_in[10],
            receipt.hours_in[11]
        ),
        (65, 1, 1)
    );
    assert!(
        any(&faults, "wrong check digit: 1 times (row 3)") && any(&faults, "IMSI that has not 15"),
        "{faults:?}"
    );
}

#[test]
fn a_cuban_subscriber_with_direction_and_summer_time() {
    let text = "Registro de llamadas del abonado 5350000123\nHora de La Habana;;;;\nFecha;Hora;Sentido;Número;Duración\n\
        10/03/2024;01:30:00;Saliente;50000456;1:05\n\
        10/03/2024;00:30:00;Entrante;119 7 9000000123;0:30\n\
        03/11/2024;00:30:00;Entrante;0053 50000123;10\n\
        15/06/2024;12:00:00;Saliente;MegaFon;3\n\
        15/06/2024;12:00:00;Desconocido;50000456;3\n\
        Total;;;;113\n";
    let (contacts, receipt, faults) = calls(text, &[("region", "cu")]);
    assert_eq!(
        lines(&contacts),
        [
            "+5350000123 +5350000456 2024-03-10T05:30:00Z 65 call",
            "+79000000123 +5350000123 - 30 call",
            "0053 50000123 +5350000123 2024-11-03T04:30:00Z 10 call",
            "+5350000123 MegaFon 2024-06-15T16:00:00Z 3 call",
        ]
    );
    assert_eq!(
        (receipt.map.zone.as_deref(), receipt.zone_from.as_str()),
        (Some("America/Havana"), "stated above the table")
    );
    let why: Vec<_> = receipt
        .rejected
        .iter()
        .map(|row| (row.row, row.why.as_str()))
        .collect();
    assert_eq!(
        why,
        [
            (8, "the direction \"Desconocido\" is not known"),
            (9, "a line of totals, no record")
        ]
    );
    assert_eq!(receipt.rejected[1].raw, "Total |  |  |  | 113");
    assert_eq!(
        (
            receipt.seconds_in,
            receipt.seconds_kept,
            receipt.seconds_rejected
        ),
        (224, 108, 116)
    );
    assert!(
        any(&faults, "never had (start of summer time)")
            && any(&faults, "had twice")
            && any(&faults, "119"),
        "{faults:?}"
    );
    assert_eq!(
        (
            receipt.hours_in[0],
            receipt.hours_kept[0],
            receipt.hours_in[12],
            receipt.hours_in[24]
        ),
        (2, 2, 2, 1)
    );
}

#[test]
fn russian_records_in_moscow_time() {
    let text = "Номер абонента\tДата и время (МСК)\tТип вызова\tНомер собеседника\tДлительность\tБазовая станция\n\
        8 (900) 000-01-23\t01.06.2024 00:08:15\tисх. звонок\t+79000000456\t1 мин 5 с\t250-01-17\n\
        89000000123\t01.06.2024 00:10\tвх. звонок\t8 900 000 07 89\t65 сек\t250-01-17\n\
        89000000123\t2.06.2024 3:10\tвх. SMS\tМегаФон\t\t\n\
        89000000123\t02.06.2024 03:11\tисх. SMS\t+7900ххх0123\t0\t\n";
    let (contacts, receipt, faults) = calls(text, &[("region", "RU")]);
    assert_eq!(
        lines(&contacts),
        [
            "+79000000123 +79000000456 2024-05-31T21:08:15Z 65 call",
            "+79000000789 +79000000123 2024-05-31T21:10:00Z 65 call",
            "МегаФон +79000000123 2024-06-02T00:10:00Z - message",
            "+79000000123 +7900ххх0123 2024-06-02T00:11:00Z 0 message",
        ]
    );
    assert!(contacts[3].to.masked && contacts[3].to.number.is_none());
    assert_eq!(
        (
            receipt.map.zone.as_deref(),
            receipt.masked,
            receipt.hours_in[0]
        ),
        (Some("Europe/Moscow"), 1, 2)
    );
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn a_start_in_two_columns_is_one_moment() {
    for text in [
        "Calling Number;Called Number;Start Date;Start Time;Duration (s)\n\
         +5350000111;+5350000222;13/05/2024;10:00:00;65\n+5350000111;+5350000333;14/05/2024;11:30:00;30\n",
        "Número llamante;Número llamado;Hora de inicio;Fecha de inicio;Duración (s)\n\
         +5350000111;+5350000222;10:00:00;13/05/2024;65\n+5350000111;+5350000333;11:30:00;14/05/2024;30\n",
        "Вызывающий;Вызываемый;Дата начала;Время начала;Длительность (сек)\n\
         +5350000111;+5350000222;13.05.2024;10:00:00;65\n+5350000111;+5350000333;14.05.2024;11:30:00;30\n",
    ] {
        let (contacts, _, _) = calls(text, &[("zone", "UTC")]);
        assert_eq!(
            lines(&contacts),
            [
                "+5350000111 +5350000222 2024-05-13T10:00:00Z 65 call",
                "+5350000111 +5350000333 2024-05-14T11:30:00Z 30 call",
            ],
            "{text}"
        );
    }
}

#[test]
fn merged_header_rows_are_read_together() {
    let text = "Operador X,,,,,,\nAbonado A,,Abonado B,,Evento,,\nNúmero,IMEI,Número,IMEI,Fecha,Hora,Duración\n\
        +5350000123,490154203237518,+5350000456,490154203237526,2024-03-01,08:00:00,00:01:05\n";
    let (contacts, receipt, _) = calls(text, &[("zone", "-05:00")]);
    assert_eq!(
        lines(&contacts),
        ["+5350000123 +5350000456 2024-03-01T13:00:00Z 65 call"]
    );
    assert_eq!(contacts[0].imei.as_deref(), Some("490154203237518"));
    assert_eq!(
        (receipt.map.zone.as_deref(), receipt.zone_from.as_str()),
        (Some("-05:00"), "given")
    );
}

#[test]
fn a_first_party_that_is_always_the_subscriber_is_turned_round() {
    let text = "Number A;Number B;Date and time;Direction;Duration\n\
        +5350000123;+5350000456;2024-03-01 08:00;out;1\n+5350000123;+5350000789;2024-03-01 08:01;in;2\n";
    let (contacts, _, faults) = calls(text, &[]);
    assert_eq!(contacts[1].from.key(), "+5350000789");
    assert!(any(&faults, "turned round"));
    let text = text.replace("+5350000123;+5350000789", "+5350000789;+5350000123");
    let (contacts, _, faults) = calls(&text, &[]);
    assert_eq!(contacts[1].from.key(), "+5350000789");
    assert!(!any(&faults, "turned round"));
}

#[test]
fn day_and_month_are_decided_over_the_column() {
    let table = |dates: &[&str]| {
        let row = |date: &&str| format!("+5350000123,+5350000456,{date} 10:00,5\n");
        let rows = dates.iter().map(row).collect::<Vec<_>>().concat();
        format!("Caller,Callee,Start,Duration\n{rows}")
    };
    for (dates, settings, first, said) in [
        (
            &["01/02/2024", "13/02/2024"][..],
            &[][..],
            "2024-02-01T10:00:00Z",
            "",
        ),
        (
            &["01/02/2024", "02/13/2024"],
            &[],
            "2024-01-02T10:00:00Z",
            "",
        ),
        (
            &["01.02.2024", "02.02.2024"],
            &[],
            "2024-02-01T10:00:00Z",
            "",
        ),
        (
            &["01/02/2024", "05/02/2024", "03/03/2024"],
            &[],
            "2024-02-01T10:00:00Z",
            "only so are the rows in order of time",
        ),
        (
            &["01/02/2024", "01/05/2024", "02/03/2024"],
            &[],
            "2024-01-02T10:00:00Z",
            "only so are the rows in order of time",
        ),
        (
            &["05/02/2024", "01/03/2024"],
            &[],
            "2024-02-05T10:00:00Z",
            "assumed",
        ),
        (
            &["05/02/2024", "01/03/2024"],
            &[("order", "mdy")],
            "2024-05-02T10:00:00Z",
            "",
        ),
    ] {
        let (contacts, _, faults) = calls(&table(dates), settings);
        assert_eq!(contacts[0].start.as_deref(), Some(first), "{dates:?}");
        let told: Vec<_> = faults
            .iter()
            .filter(|fault| fault.contains("two ways"))
            .collect();
        assert_eq!(told.is_empty(), said.is_empty(), "{dates:?}: {told:?}");
        assert!(told.iter().all(|fault| fault.contains(said)));
    }
    let (_, receipt, faults) = calls(&table(&["13/02/2024", "14/02/2024", "02/15/2024"]), &[]);
    assert_eq!((receipt.rows_kept, receipt.rejected.len()), (2, 1));
    assert!(any(&faults, "contradict"));
}

#[test]
fn times_in_many_notations() {
    for (written, utc) in [
        ("2024-03-01T10:00:05Z", "2024-03-01T10:00:05Z"),
        ("2024-03-01 10:00:05.250", "2024-03-01T10:00:05Z"),
        ("2024-03-01T10:00:05+03:00", "2024-03-01T07:00:05Z"),
        ("2024-03-01 10:00 -0500", "2024-03-01T15:00:00Z"),
        ("20240301 1000", "2024-03-01T10:00:00Z"),
        ("20240301100005", "2024-03-01T10:00:05Z"),
        ("20240301T100005Z", "2024-03-01T10:00:05Z"),
        ("1709287205", "2024-03-01T10:00:05Z"),
        ("1709287205000", "2024-03-01T10:00:05Z"),
        ("13/03/2024 10:05 PM", "2024-03-13T22:05:00Z"),
        ("13/03/2024 12:05 a. m.", "2024-03-13T00:05:00Z"),
        ("1 de marzo de 2024 8:05", "2024-03-01T08:05:00Z"),
        ("Mar 13 2024 8:05", "2024-03-13T08:05:00Z"),
        ("1 марта 2024 г. 8:05", "2024-03-01T08:05:00Z"),
        ("13.03.24 08:05", "2024-03-13T08:05:00Z"),
        ("08:05:00 13.03.2024", "2024-03-13T08:05:00Z"),
        ("2024/03/13 8:05 (UTC+3)", "2024-03-13T05:05:00Z"),
    ] {
        let text = format!("Caller;Callee;Start;Duration\n+5350000123;+5350000456;{written};5\n");
        let (contacts, receipt, _) = calls(&text, &[]);
        assert_eq!(
            contacts.first().and_then(|c| c.start.as_deref()),
            Some(utc),
            "{written}: {receipt:?}"
        );
    }
    for broken in [
        "2024-13-01 10:00",
        "31/31/2024 10:00",
        "2024-03-01 25:00",
        "yesterday 10:00",
        "10:00",
        "",
        "2024-03-01 10:00 Havana",
    ] {
        let text = format!(
            "Caller;Callee;Start;Duration\n+5350000123;+5350000456;2024-03-01 10:00;5\n+5350000123;+5350000456;{broken};5\n"
        );
        let (contacts, receipt, _) = calls(&text, &[]);
        assert_eq!((contacts.len(), receipt.rejected.len()), (1, 1), "{broken}");
    }
}

#[test]
fn durations_in_many_notations() {
    for (title, written, seconds) in [
        ("Duration", "65", 65),
        ("Duration", "1:05", 65),
        ("Duration", "0:01:05", 65),
        ("Duration", "1 min 5 s", 65),
        ("Duration", "65 сек", 65),
        ("Duration", "1h05m", 3900),
        ("Duration", "1'05\"", 65),
        ("Duration", "125:59", 7559),
        ("Duration (min)", "1,5", 90),
        ("Duration (min)", "2", 120),
        ("Duration (hh:mm)", "01:05", 3900),
        ("Длительность, сек", "65", 65),
        ("Duración", "1 hora y 2 minutos", 3720),
        ("Duration", "65.7", 65),
    ] {
        let text = format!(
            "Caller;Callee;Start;{title}\n+5350000123;+5350000456;2024-03-01 10:00;{written}\n"
        );
        let (contacts, receipt, _) = calls(&text, &[]);
        assert_eq!(
            (contacts[0].seconds, receipt.seconds_in),
            (Some(seconds), seconds),
            "{title} {written}"
        );
    }
    for broken in [
        "1:65",
        "abc",
        "-5",
        "5 5",
        "1 s 1 min",
        "99999999999999999999",
        "5 apples",
    ] {
        let text = format!(
            "Caller;Callee;Start;Duration\n+5350000123;+5350000456;2024-03-01 10:00;3\n+5350000123;+5350000456;2024-03-01 10:00;{broken}\n"
        );
        let (contacts, receipt, faults) = calls(&text, &[]);
        assert_eq!(
            (contacts[1].seconds, receipt.seconds_in),
            (None, 3),
            "{broken}"
        );
        assert!(any(&faults, "a duration could not be read"));
    }
}

#[test]
fn the_zone_is_stated_or_its_lack_is() {
    let text = "Caller;Callee;Start;Duration\n+5350000123;+5350000456;2024-03-01 10:00;5\n";
    let (_, receipt, faults) = calls(text, &[]);
    assert_eq!(
        (receipt.zone_from.as_str(), receipt.map.zone.as_deref()),
        ("assumed", Some("UTC"))
    );
    assert!(any(&faults, "no time zone is stated") && any(&faults, "--zone America/Havana"));
    let (contacts, receipt, faults) = calls(text, &[("zone", "America/Havana")]);
    assert_eq!(
        (contacts[0].start.as_deref(), receipt.zone_from.as_str()),
        (Some("2024-03-01T15:00:00Z"), "given")
    );
    assert!(faults.is_empty(), "{faults:?}");
    let (_, receipt, faults) = calls(text, &[("zone", "Habana/Vieja")]);
    assert_eq!(receipt.zone_from, "assumed");
    assert!(any(&faults, "Habana/Vieja"));
}

#[test]
fn the_region_is_taken_from_most_numbers() {
    let row = |i| format!("+535000010{i};5000020{i};2024-03-01 10:0{i};5\n");
    let rows = (0..8).map(row).collect::<Vec<_>>().concat();
    let (contacts, receipt, faults) = calls(&format!("Caller;Callee;Start;Duration\n{rows}"), &[]);
    assert_eq!(
        (contacts[0].to.key(), receipt.map.region.as_deref()),
        ("+5350000200", Some("CU"))
    );
    assert!(
        any(&faults, "read as numbers of CU, because 8 of 8"),
        "{faults:?}"
    );
    let bare = rows.replace("+53", "53").replace(";50", ";5350");
    let (contacts, receipt, faults) = calls(&format!("Caller;Callee;Start;Duration\n{bare}"), &[]);
    assert_eq!(
        (contacts[0].to.key(), receipt.map.region.as_deref()),
        ("+5350000200", Some("CU"))
    );
    assert!(any(&faults, "stand without +"), "{faults:?}");
    let national = rows.replace("+53", "");
    let (contacts, receipt, faults) =
        calls(&format!("Caller;Callee;Start;Duration\n{national}"), &[]);
    assert_eq!(
        (contacts[0].to.key(), receipt.map.region),
        ("50000200", None)
    );
    assert!(any(&faults, "--region settles it"), "{faults:?}");
}

#[test]
fn columns_given_by_a_person_win() {
    let text = "x,y,z,w,v\n5,2024-03-01 10:00,+5350000123,+5350000456,q\n";
    for map in [
        "from=2,to=3,start=1,duration=0",
        "from=z, to=w, start=Y, duration=x",
    ] {
        let (contacts, receipt, _) = calls(text, &[("map", map)]);
        assert_eq!(
            lines(&contacts),
            ["+5350000123 +5350000456 2024-03-01T10:00:00Z 5 call"]
        );
        assert_eq!(receipt.map.columns["from"], 2);
    }
    let single = [("map.from", "3"), ("map.to", "2"), ("map.start", "1")];
    assert_eq!(calls(text, &single).0[0].from.key(), "+5350000456");
    let (_, _, faults) = calls(
        text,
        &[("map", "from=2,to=3,start=1,caller=4,cell=9,imei=nowhere")],
    );
    assert!(
        any(&faults, "\"caller\"")
            && any(&faults, "cell the column \"9\"")
            && any(&faults, "nowhere"),
        "{faults:?}"
    );
}

#[test]
fn columns_are_told_from_values_without_a_header() {
    let text = "2024-03-01 10:00:00;+5350000123;+5350000456;65;voz\n2024-03-01 11:00:00;+5350000123;+5350000789;5;sms\n";
    let (contacts, receipt, faults) = calls(text, &[]);
    assert_eq!(receipt.rows_in, 2);
    assert_eq!(
        lines(&contacts)[1],
        "+5350000123 +5350000789 2024-03-01T11:00:00Z 5 message"
    );
    assert!(
        any(
            &faults,
            "told from their values: from=1,to=2,start=0,duration=3,kind=4"
        ),
        "{faults:?}"
    );
}

#[test]
fn what_is_lost_is_listed_and_what_repeats_is_said() {
    let text = "Caller,Callee,Start,Duration\n+5350000123,+5350000456,2024-03-01 10:00,5\n+5350000123,+5350000456,2024-03-01 10:00,5\n\
        ,+5350000456,2024-03-01 10:00,5\n+5350000123,,2024-03-01 10:00,5\nCaller,Callee,Start,Duration\n+5350000123,+5350000456,soon,7\n\
        +5350000123,+5350000456,2024-03-01,5\n";
    let (contacts, receipt, faults) = calls(text, &[]);
    let why: Vec<_> = receipt
        .rejected
        .iter()
        .map(|row| (row.row, row.why.as_str()))
        .collect();
    assert_eq!(
        why,
        [
            (4, "the calling party is missing"),
            (5, "the called party is missing"),
            (6, "the header again"),
            (7, "the time could not be read"),
        ]
    );
    assert_eq!(
        (
            receipt.rows_in,
            receipt.rows_kept,
            receipt.seconds_in,
            receipt.seconds_rejected
        ),
        (7, 3, 32, 17)
    );
    assert!(
        any(
            &faults,
            "repeats an earlier one in every cell, kept: 1 times (row 3)"
        ) && any(&faults, "a date without a time"),
        "{faults:?}"
    );
    assert_ne!(contacts[0].id, contacts[1].id);
    assert_eq!(
        (contacts[2].start.as_deref(), contacts[2].start_raw.as_str()),
        (None, "2024-03-01")
    );
}

#[test]
fn other_tables_are_not_calls() {
    for text in [
        "Name,Phone,Date of birth,Passport\nYadier P,+5350000123,1990-01-01,K123\nDayana R,+5350000456,1991-01-01,K124\n",
        "Date,Description,Amount,Balance,Card\n2024-03-01,SHOP,10.00,90.00,4111\n2024-03-02,SHOP,10.00,80.00,4111\n",
        "Date,From account,To account,Amount,Currency\n2024-03-01 10:00,5350000123,5350000456,10.00,USD\n2024-03-02 10:00,5350000123,5350000457,9.00,USD\n",
        "Flight,From,To,Date,Time,Duration,Passenger\nSU151,HAV,SVO,2024-03-01,10:00,12:30,R P\nSU150,SVO,HAV,2024-03-02,10:00,12:30,R P\n",
        "Рейс;Откуда;Куда;Дата;Время\nSU151;Гавана;Москва;01.03.2024;10:00\n",
        "source,target,weight\n13,0,2.0\n4,1,1.0\n",
        "From,To,Subject,Date\na@b.cu,c@d.ru,Hello,2024-03-01 10:00\n",
        "Nombre,Teléfono,Fecha\nYadier,+5350000123,2024-03-01\nDayana,+5350000456,2024-03-02\n",
        "id,text\n1,hello\n2,world\n",
        "a,b,c\n1,2,3\n4,5,6\n",
        "Fecha,Importe,Saldo,Cuenta origen,Cuenta destino\n01/03/2024,10,20,05310000123,05310000456\n",
        "",
        "x\n",
    ] {
        assert!(import(text, &[]).is_none(), "{text}");
    }
    let text = "Caller,Callee,Start,Duration\n+5350000123,+5350000456,2024-03-01 10:00,5\n";
    assert!(import(text, &[("calls", "no")]).is_none());
}

#[test]
fn a_matrix_gives_a_contact_for_each_count() {
    let text = "players,1,4,89\n1,0,2,3\n4,0,0,x\n89,1,0,0\n";
    let (contacts, receipt, faults) = calls(text, &[]);
    let told: Vec<_> = contacts
        .iter()
        .map(|c| (c.from.key(), c.to.key(), c.count))
        .collect();
    assert_eq!(told, [("1", "4", 2), ("1", "89", 3), ("89", "1", 1)]);
    assert_eq!(
        (
            receipt.rows_in,
            receipt.count_in,
            receipt.count_kept,
            receipt.rejected.len()
        ),
        (4, 6, 6, 1)
    );
    assert_eq!(receipt.rejected[0].raw, "4 to 89: x");
    assert!(
        any(&faults, "how often who called whom") && !any(&faults, "symmetric"),
        "{faults:?}"
    );
}
