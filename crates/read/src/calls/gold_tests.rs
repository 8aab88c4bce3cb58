//! Call records of the demonstration corpus and of public data sets; the latter only where they are at hand.

use super::{contacts, reader};
use crate::table::{Table, parse, separator};
use model::{Contact, DocumentId, EvidenceId, Fault, Language, Receipt};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Tells whoever runs the tests.
fn say(what: &str) {
    std::io::Write::write_all(&mut std::io::stderr(), format!("{what}\n").as_bytes()).unwrap();
}

/// The public data, in a folder `shared` beside the project or above it.
fn shared(path: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/data").join(path))
        .find(|path| path.exists());
    if found.is_none() {
        say(&format!("skipped: shared/data/{path} is not here"));
    }
    found
}

fn table(text: &str) -> Table {
    Table::new(parse(text, separator(text, 2).unwrap_or(','), usize::MAX))
}

fn import(text: &str, settings: &[(&str, &str)]) -> Option<(Vec<Contact>, Receipt, Vec<Fault>)> {
    let settings: BTreeMap<String, String> = settings
        .iter()
        .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()))
        .collect();
    let document = DocumentId::new(&EvidenceId::of(text.as_bytes()), 0);
    contacts(&table(text), &document, 0, &settings, Language::Unknown)
}

/// A file of the demonstration corpus; letters of Windows-1251 where it is not UTF-8.
fn demo(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../demo/malecon")
        .join(name);
    let bytes = std::fs::read(&path).expect("the demonstration corpus is part of the project");
    let letter = |byte: &u8| match byte {
        0xc0..=0xff => char::from_u32(0x410 + u32::from(*byte) - 0xc0).unwrap_or('?'),
        0xa8 => 'Ё',
        0xb8 => 'ё',
        0x80.. => '?',
        byte => char::from(*byte),
    };
    String::from_utf8(bytes).unwrap_or_else(|wrong| wrong.as_bytes().iter().map(letter).collect())
}

/// Parties that are neither known nor masked, as written.
fn untold(contacts: &[Contact]) -> BTreeSet<&str> {
    let parties = contacts
        .iter()
        .flat_map(|contact| [&contact.from, &contact.to]);
    parties
        .filter(|party| party.masked == party.number.is_some())
        .map(|party| party.raw.as_str())
        .collect()
}

/// Why rows were rejected, in their order.
fn reasons(receipt: &Receipt) -> Vec<&str> {
    receipt
        .rejected
        .iter()
        .map(|row| row.why.as_str())
        .collect()
}

#[test]
fn the_cuban_operator_of_the_demonstration() {
    let text = demo("23-registro-costa-azul.csv");
    let rows = text
        .lines()
        .skip_while(|line| !line.starts_with("Fecha;"))
        .skip(1)
        .count();
    let (contacts, receipt, _) = import(&text, &[("region", "CU")]).expect("calls");
    assert!(receipt.adds_up());
    assert_eq!(
        (receipt.rows_in, receipt.rows_kept + receipt.rejected.len()),
        (rows, rows)
    );
    let unreadable = "the time could not be read";
    let missing = "the called party is missing";
    assert_eq!(
        reasons(&receipt),
        [unreadable, unreadable, missing, reader::TOTALS]
    );
    assert_eq!(receipt.map.zone.as_deref(), Some("America/Havana"));
    assert_eq!(receipt.zone_from, "stated above the table");
    assert_eq!(contacts[0].start.as_deref(), Some("2024-09-01T13:34:25Z"));
    assert_eq!(
        contacts[contacts.len() - 1].start.as_deref(),
        Some("2024-12-01T01:51:37Z")
    );
    assert_eq!(untold(&contacts), BTreeSet::new());
    assert!(receipt.masked > 0);
}

#[test]
fn the_russian_operator_of_the_demonstration() {
    let text = demo("24-detalizatsiya-verstasvyaz.tsv");
    let (contacts, receipt, _) = import(&text, &[("region", "RU")]).expect("calls");
    assert!(receipt.adds_up());
    let unreadable = "the time could not be read";
    assert_eq!(
        reasons(&receipt),
        [
            unreadable,
            "the called party is missing",
            unreadable,
            reader::TOTALS
        ]
    );
    assert_eq!(receipt.map.zone.as_deref(), Some("+03:00"));
    assert_eq!(untold(&contacts), BTreeSet::new());
    assert!(
        contacts
            .iter()
            .any(|c| c.from.key() == "+5350000110" && c.to.key() == "+79000000181")
    );
}

#[test]
fn the_watch_list_of_the_demonstration_is_no_table_of_calls() {
    assert!(import(&demo("20-lista-vigilancia.csv"), &[("region", "CU")]).is_none());
}

#[test]
fn ten_days_of_synthetic_calls() {
    let Some(path) = shared("networks/vast2008/cdr.csv") else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("readable");
    let (contacts, receipt, _) = import(&text, &[]).expect("calls");
    assert!(receipt.adds_up());
    assert_eq!(
        (receipt.rows_in, receipt.rows_kept + receipt.rejected.len()),
        (9_834, 9_834)
    );
    assert_eq!(receipt.rows_kept, 9_834, "{:?}", receipt.rejected.first());
    let seconds: u64 = text
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').nth(3)?.parse::<u64>().ok())
        .sum();
    assert_eq!(receipt.seconds_kept, seconds);
    let parties: BTreeSet<&str> = contacts
        .iter()
        .flat_map(|c| [c.from.key(), c.to.key()])
        .collect();
    assert_eq!(parties.len(), 400);
    assert_eq!(
        (contacts[0].start.as_deref(), contacts[0].cell.as_deref()),
        (Some("2006-06-01T00:08:00Z"), Some("1"))
    );
}

#[test]
fn eleven_phases_of_a_wiretap() {
    let Some(folder) = shared("networks/caviar") else {
        return;
    };
    for phase in 1..=11 {
        let text =
            std::fs::read_to_string(folder.join(format!("phase{phase}.csv"))).expect("readable");
        let numbers = text
            .lines()
            .skip(1)
            .flat_map(|line| line.split(',').skip(1))
            .map(|cell| cell.parse::<u64>().unwrap());
        let sum: u64 = numbers.clone().sum();
        let (contacts, receipt, _) = import(&text, &[]).expect("a matrix");
        assert!(receipt.adds_up());
        assert_eq!(
            (receipt.count_in, receipt.count_kept),
            (sum, sum),
            "phase {phase}"
        );
        assert_eq!(
            contacts.len(),
            numbers.filter(|&number| number > 0).count(),
            "phase {phase}"
        );
        assert!(
            contacts
                .iter()
                .all(|contact| contact.start.is_none() && contact.count > 0)
        );
    }
}

#[test]
fn public_tables_of_other_things_are_not_calls() {
    for folder in [
        "networks/covert",
        "resolution/watchlist_un",
        "resolution/febrl",
        "resolution/name_bench",
        "hedging",
        "resolution/historical_50k_half",
    ] {
        let Some(folder) = shared(folder) else {
            continue;
        };
        for entry in std::fs::read_dir(folder).expect("readable") {
            let path = entry.expect("readable").path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or_default()
                .to_owned();
            let is_table = path
                .extension()
                .is_some_and(|ending| ending == "csv" || ending == "tsv");
            if !is_table {
                continue;
            }
            let bytes = std::fs::read(&path).expect("readable");
            let text = String::from_utf8_lossy(&bytes[..bytes.len().min(1 << 20)]).into_owned();
            let found = import(&text, &[]);
            let matrix = found
                .as_ref()
                .is_some_and(|(_, receipt, _)| receipt.map.columns.is_empty());
            assert!(found.is_none() || matrix, "{name}");
        }
    }
}

/// A million rows with optimisation, few without; `--release -- --nocapture` shows how fast.
#[test]
fn a_million_rows() {
    let most: u32 = if cfg!(debug_assertions) {
        5_000
    } else {
        1_000_000
    };
    let mut text = "Caller,Callee,Start,Duration,Type,Cell,IMEI\n".to_owned();
    for row in 0..most {
        let (from, to) = (row * 7 % 5_000, row * 13 % 9_000);
        let (day, hour, minute) = (row / 40_000 + 1, row / 1_667 % 24, row % 60);
        let line = format!(
            "+5350{from:06},5{to:07},2024-03-{day:02} {hour:02}:{minute:02}:05,{},Voz,HAB-{},490154203237518\n",
            row % 900,
            row % 70
        );
        text += &line;
    }
    let table = Table::new(parse(&text, ',', usize::MAX));
    let document = DocumentId::new(&EvidenceId::of(b"x"), 0);
    let begun = std::time::Instant::now();
    let (contacts, receipt, _) =
        contacts(&table, &document, 0, &BTreeMap::new(), Language::Unknown).expect("calls");
    say(&format!("{} rows in {:?}", contacts.len(), begun.elapsed()));
    assert!(receipt.adds_up());
    assert_eq!(receipt.rows_kept, contacts.len());
    assert_eq!(contacts.len(), most as usize);
}
