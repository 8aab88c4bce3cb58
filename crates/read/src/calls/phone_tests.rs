//! Notations of telephone numbers and what must become of them.

use super::{Number, e164, region_of};
use proptest::prelude::*;

fn known(raw: &str, region: &str) -> String {
    match e164(raw, (!region.is_empty()).then_some(region)) {
        Number::Known(number) => number,
        other => format!("{other:?}"),
    }
}

#[test]
fn russian_notations_are_one_number() {
    for raw in [
        "8 (900) 000-01-23",
        "+7 900 000 01 23",
        "810 7 900 000 01 23",
        "(900)000-01-23",
        "79000000123",
        "8-900-000-01-23",
        "+7\u{a0}900\u{a0}000\u{2011}01\u{2011}23",
        "tel:+79000000123",
        "'79000000123",
        "8 900 000-01-23 доб. 12",
        "+7 (900) 000 01 23 x12",
        "8 10 7 900 0000123",
    ] {
        assert_eq!(known(raw, "RU"), "+79000000123", "{raw}");
    }
}

#[test]
fn cuban_notations_are_one_number() {
    for raw in [
        "5 0000123",
        "05 0000123",
        "119 53 50000123",
        "50000123",
        "5350000123",
        "+53 5 000 0123",
        "+53-50000123",
        "(53) 5000 0123",
    ] {
        assert_eq!(known(raw, "CU"), "+5350000123", "{raw}");
    }
    assert_eq!(known("119 7 900 000 01 23", "CU"), "+79000000123");
    assert_eq!(known("79000000123", "CU"), "+79000000123");
    assert_eq!(known("810 53 50000123", "RU"), "+5350000123");
}

#[test]
fn readings_that_would_be_guesses_stay_unclear() {
    for (raw, region) in [
        ("0053 50000123", "CU"),
        ("0079000000123", "RU"),
        ("53 5 000 0123", "US"),
        ("5350000123", "RU"),
        ("50000123", ""),
        ("0053 50000123", ""),
        ("+53 5O00 0123", "CU"),
        ("5OOO0123", "CU"),
        ("8 9ОО 000 01 23", "RU"),
        ("5.35E+09", "CU"),
        ("5,35E+10", "CU"),
        ("7.9Е+10", "RU"),
        ("+999 123 45 67", "RU"),
        ("+5305350000123", "CU"),
        ("2041234", "CU"),
        ("+1234567890123456", "US"),
        ("+53 12", "CU"),
    ] {
        let region_given = (!region.is_empty()).then_some(region);
        assert!(
            matches!(e164(raw, region_given), Number::Unclear(_)),
            "{raw} in {region}: {:?}",
            e164(raw, region_given)
        );
    }
    let Number::Unclear(why) = e164("0053 50000123", Some("CU")) else {
        unreachable!()
    };
    assert!(why.contains("119"), "{why}");
}

#[test]
fn hidden_digits_are_never_filled_in() {
    for raw in [
        "+5355xxx12",
        "+53 55***12",
        "8900XXX0123",
        "7900•••0123",
        "7900###0123",
        "+7900ххх0123",
        "***",
        "+53 5 000 01x3",
        "xxxx",
        "Desconocido",
        "номер не определён",
        "unknown",
        "5355…12",
    ] {
        for region in ["CU", "RU"] {
            assert_eq!(e164(raw, Some(region)), Number::Masked, "{raw}");
        }
    }
}

#[test]
fn what_is_no_number_stays_what_it_is() {
    for raw in [
        "",
        " ",
        "0",
        "23",
        "399",
        "0890",
        "106",
        "*100#",
        "*#06#",
        "MegaFon",
        "МегаФон",
        "INFO24",
        "+",
        "???",
        "-",
        "P-102",
        "HAV",
        "a@b.cu",
    ] {
        assert_eq!(e164(raw, Some("RU")), Number::NotANumber, "{raw}");
    }
}

#[test]
fn plus_seven_is_two_countries() {
    assert_eq!(known("+7 700 000 01 23", "RU"), "+77000000123");
    assert_eq!(region_of("+77000000123").as_deref(), Some("KZ"));
    assert_eq!(region_of("+79000000123").as_deref(), Some("RU"));
    assert_eq!(region_of("+5350000123").as_deref(), Some("CU"));
}

proptest! {
    #[test]
    fn nothing_breaks_it_and_what_is_known_is_e164(raw in ".{0,40}", region in prop::sample::select(vec!["CU", "RU", "US", "ES", "ZZ", ""])) {
        if let Number::Known(number) = e164(&raw, Some(region)) {
            prop_assert!(number.starts_with('+') && number.len() <= 16 && number[1..].bytes().all(|b| b.is_ascii_digit()));
        }
    }

    #[test]
    fn a_known_number_reads_as_itself_everywhere(digits in "[0-9+() x*-]{5,18}", region in prop::sample::select(vec!["CU", "RU", "US", "KZ"])) {
        if let Number::Known(number) = e164(&digits, Some(region)) {
            prop_assert_eq!(e164(&number, None), Number::Known(number.clone()));
            prop_assert_eq!(e164(&number, Some("CU")), Number::Known(number));
        }
    }

    #[test]
    fn a_hidden_digit_never_comes_out(head in "[0-9]{3,6}", tail in "[0-9]{1,5}", marks in "x{2,4}|\\*{2,4}|X{2,3}") {
        prop_assert_eq!(e164(&format!("+{head}{marks}{tail}"), Some("CU")), Number::Masked);
    }
}
