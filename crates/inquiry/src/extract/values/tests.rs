//! What the finders must and must not find.

use super::*;

fn found(text: &str, language: Language) -> Vec<(String, &'static str, Option<String>)> {
    let context = Context {
        language,
        date: PartialDate::parse("2024-03-14"),
    };
    values(text, 0, context)
        .into_iter()
        .map(|found| {
            (
                found.span.of(text).unwrap_or("?").to_owned(),
                found.kind.as_str(),
                found.value,
            )
        })
        .collect()
}

fn check(text: &str, language: Language, expected: &[(&str, &str, Option<&str>)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(text, kind, value)| ((*text).to_owned(), *kind, value.map(str::to_owned)))
        .collect();
    let got = found(text, language);
    assert_eq!(
        got.iter()
            .map(|(a, b, c)| (a.clone(), *b, c.clone()))
            .collect::<Vec<_>>(),
        expected,
        "{text}"
    );
}

#[test]
fn dates_are_as_exact_as_said() {
    use Language::{En, Es, Ru};
    check(
        "He left on June 3, 2023.",
        En,
        &[("June 3, 2023", "date", Some("2023-06-03"))],
    );
    check(
        "He left last June.",
        En,
        &[("last June", "date", Some("2023-06"))],
    );
    check(
        "She came on Tuesday.",
        En,
        &[("Tuesday", "date", Some("2024-03-12"))],
    );
    check(
        "She came in 2022 and left yesterday.",
        En,
        &[
            ("2022", "date", Some("2022")),
            ("yesterday", "date", Some("2024-03-13")),
        ],
    );
    check(
        "Llegó el 14 de marzo de 2024.",
        Es,
        &[("14 de marzo de 2024", "date", Some("2024-03-14"))],
    );
    check(
        "Llegó en junio de 2023, hace tres semanas.",
        Es,
        &[
            ("junio de 2023", "date", Some("2023-06")),
            ("hace tres semanas", "date", Some("2024-02")),
        ],
    );
    check(
        "Приехал в июне 2023 года, а вчера уехал.",
        Ru,
        &[
            ("июне 2023 года", "date", Some("2023-06")),
            ("вчера", "date", Some("2024-03-13")),
        ],
    );
    check(
        "Суд 14.02.2024 и 5 мая.",
        Ru,
        &[
            ("14.02.2024", "date", Some("2024-02-14")),
            ("5 мая", "date", Some("2024-05-05")),
        ],
    );
    check(
        "On 03/04/2024 it began.",
        En,
        &[("03/04/2024", "date", Some("2024"))],
    );
    check(
        "They may leave. In May they left.",
        En,
        &[("May", "date", Some("2023-05"))],
    );
}

#[test]
fn relative_dates_need_a_document_date() {
    let context = Context {
        language: Language::En,
        date: None,
    };
    let found = values("They left last June and on June 3 and in 2023.", 0, context);
    let values: Vec<_> = found.iter().map(|found| found.value.as_deref()).collect();
    assert_eq!(values, [None, None, Some("2023")]);
}

#[test]
fn phones_are_whole_or_have_no_value() {
    use Language::{En, Es, Ru};
    check(
        "Llámame al +53 5 000 0123 ya.",
        Es,
        &[("+53 5 000 0123", "phone", Some("+5350000123"))],
    );
    check(
        "His number is +53 5 0xx xx23.",
        En,
        &[("+53 5 0xx xx23", "phone", None)],
    );
    check(
        "Звоните 8 (900) 000-01-23.",
        Ru,
        &[("8 (900) 000-01-23", "phone", Some("+79000000123"))],
    );
    check(
        "номер 810 7 900 000 01 23",
        Ru,
        &[("810 7 900 000 01 23", "phone", Some("+79000000123"))],
    );
    check(
        "el teléfono 5 0000123 suyo",
        Es,
        &[("5 0000123", "phone", None)],
    );
    check(
        "between 2019-2023 and 14.03.2024",
        En,
        &[("14.03.2024", "date", Some("2024-03-14"))],
    );
}

#[test]
fn money_in_three_notations() {
    use Language::{En, Es, Ru};
    check(
        "He paid $2,000 in cash.",
        En,
        &[("$2,000", "money", Some("2000 USD"))],
    );
    check(
        "Pagó 2.000 dólares.",
        Es,
        &[("2.000 dólares", "money", Some("2000 USD"))],
    );
    check(
        "Обещали 204 000 рублей.",
        Ru,
        &[("204 000 рублей", "money", Some("204000 RUB"))],
    );
    check(
        "Pagó 204 mil rublos y dos mil dólares.",
        Es,
        &[
            ("204 mil rublos", "money", Some("204000 RUB")),
            ("dos mil dólares", "money", Some("2000 USD")),
        ],
    );
    check(
        "a 1.5 million euros deal",
        En,
        &[("1.5 million euros", "money", Some("1500000 EUR"))],
    );
}

#[test]
fn documents_and_addresses() {
    use Language::{En, Es, Ru};
    check(
        "passport No. K123456 was held",
        En,
        &[("K123456", "document", Some("K123456"))],
    );
    check(
        "expediente No. 214/2023 abierto",
        Es,
        &[("214/2023", "document", Some("214/2023"))],
    );
    check(
        "паспорт 75 1234567 изъят",
        Ru,
        &[("75 1234567", "document", Some("751234567"))],
    );
    check(
        "write to ana@example.org or @laprofe_cu",
        En,
        &[
            ("ana@example.org", "address", Some("ana@example.org")),
            ("@laprofe_cu", "address", Some("@laprofe_cu")),
        ],
    );
}

#[test]
fn numbers_in_digits_and_words() {
    use Language::{En, Es, Ru};
    check(
        "20,000 recruited; 1.5 tonnes",
        En,
        &[
            ("20,000", "number", Some("20000")),
            ("1.5", "number", Some("1.5")),
        ],
    );
    check(
        "siete jóvenes y treinta y cinco más",
        Es,
        &[
            ("siete", "number", Some("7")),
            ("treinta y cinco", "number", Some("35")),
        ],
    );
    check(
        "17 человек, двадцать два рекрута",
        Ru,
        &[
            ("17", "number", Some("17")),
            ("двадцать два", "number", Some("22")),
        ],
    );
    check(
        "at 14:30 a 17-year-old met twenty-one men, 15 %",
        En,
        &[
            ("twenty-one", "number", Some("21")),
            ("15", "number", Some("15")),
        ],
    );
}

#[test]
fn garbage_does_no_harm() {
    for text in [
        "",
        "+",
        "+++++ 8 8 8 (((",
        "№№№ 12/ /",
        "١٢٣ ٤٥٦",
        "$",
        "1,2,3,4,5.6.7",
        "hace un un un",
        "99999999999999999999999 рублей",
        "mil mil mil mil mil mil mil mil mil mil mil mil",
    ] {
        for found in values(
            text,
            0,
            Context {
                language: Language::Ru,
                date: PartialDate::parse("0000"),
            },
        ) {
            assert!(
                found.span.of(text).is_some_and(|words| !words.is_empty()),
                "{text}"
            );
        }
    }
}
