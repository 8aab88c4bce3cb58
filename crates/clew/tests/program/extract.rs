//! The contract of `clew extract`: others build on these shapes.

use crate::support::{Answer, clew, corpus, field, json, of_type};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Takes `value` as an object of exactly the contract's fields, others aside.
fn has(value: &Value, fields: &[&str]) {
    for name in fields {
        assert!(value.get(*name).is_some(), "{name} is missing: {value}");
    }
}

fn one_of(value: &Value, name: &str, words: &[&str]) {
    assert!(words.contains(&field(value, name)), "{name}: {value}");
}

/// Every object with start, end and text quotes exactly the bytes there.
fn quotes(value: &Value, bytes: &[u8]) {
    match value {
        Value::Object(fields) => {
            if let (Some(start), Some(end)) = (fields.get("start"), fields.get("end")) {
                let at = |it: &Value| usize::try_from(it.as_u64().unwrap()).unwrap();
                let (start, end) = (at(start), at(end));
                assert!(start < end && end <= bytes.len(), "{value}");
                if let Some(text) = fields.get("text") {
                    let there = String::from_utf8_lossy(&bytes[start..end]);
                    assert_eq!(text.as_str().unwrap(), there);
                }
            }
            fields.values().for_each(|value| quotes(value, bytes));
        }
        Value::Array(values) => values.iter().for_each(|value| quotes(value, bytes)),
        _ => {}
    }
}

fn nullable(value: &Value, fields: &[&str]) {
    if !value.is_null() {
        has(value, fields);
    }
}

const CERTAINTIES: [&str; 7] = [
    "stated",
    "confirmed",
    "reported",
    "claimed",
    "alleged",
    "believed",
    "possible",
];

/// A claim against the contract.
fn keeps_the_contract_of_claims(value: &Value) {
    has(
        value,
        &[
            "sentence",
            "source",
            "chain",
            "cue",
            "content",
            "certainty",
            "polarity",
            "kind",
            "time",
            "confidence",
        ],
    );
    has(&value["sentence"], &["start", "end"]);
    nullable(&value["source"], &["start", "end", "text"]);
    nullable(&value["cue"], &["start", "end", "text"]);
    nullable(&value["time"], &["start", "end", "value"]);
    for span in value["chain"]
        .as_array()
        .unwrap()
        .iter()
        .chain(value["content"].as_array().unwrap())
    {
        has(span, &["start", "end", "text"]);
    }
    assert!(!value["content"].as_array().unwrap().is_empty(), "{value}");
    one_of(value, "certainty", &CERTAINTIES);
    one_of(value, "polarity", &["affirmed", "denied"]);
    one_of(
        value,
        "kind",
        &["fact", "promise", "position", "question", "order"],
    );
    let confidence = value["confidence"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&confidence));
}

/// One object against the contract.
fn keeps_the_contract(value: &Value) {
    has(value, &["type", "file", "lang"]);
    one_of(value, "lang", &["en", "es", "ru", "unknown"]);
    match field(value, "type") {
        "claim" => keeps_the_contract_of_claims(value),
        "mention" => {
            has(value, &["start", "end", "text", "kind", "value"]);
            one_of(
                value,
                "kind",
                &[
                    "person",
                    "organisation",
                    "place",
                    "phone",
                    "document",
                    "date",
                    "money",
                    "address",
                    "number",
                    "role",
                ],
            );
        }
        "gap" => {
            has(value, &["start", "end", "text", "kind", "cue"]);
            one_of(
                value,
                "kind",
                &[
                    "undisclosed",
                    "unknown",
                    "unanswered",
                    "promised",
                    "unverified",
                ],
            );
        }
        "proceeding" => {
            has(
                value,
                &["start", "end", "text", "stage", "who", "by", "certainty"],
            );
            one_of(value, "certainty", &CERTAINTIES);
            let stages = [
                "complaint",
                "investigation",
                "arrest",
                "charge",
                "trial",
                "conviction",
                "acquittal",
                "closure",
                "sentence",
                "appeal",
                "wanted",
                "sanction",
            ];
            one_of(value, "stage", &stages);
        }
        other => panic!("type {other:?} is not in the contract: {value}"),
    }
}

/// Plain texts of the demonstration in UTF-8.
fn texts() -> Vec<PathBuf> {
    let all = fs::read_dir(corpus().join("malecon")).unwrap();
    let mut texts: Vec<PathBuf> = all
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it == "txt"))
        .filter(|path| fs::read_to_string(path).is_ok())
        .collect();
    texts.sort();
    texts
}

fn extract(folder: &Path, arguments: &[&str]) -> Answer {
    let arguments: Vec<&str> = ["extract", "--json"]
        .into_iter()
        .chain(arguments.iter().copied())
        .collect();
    clew(folder, &arguments)
}

#[test]
fn texts_give_objects_of_the_contract_that_quote_the_file() {
    let texts = texts();
    let names: Vec<&str> = texts.iter().map(|it| it.to_str().unwrap()).collect();
    let answer = extract(Path::new("."), &names);
    assert_eq!(answer.code, 0, "{}", answer.err);
    let objects = answer.objects();
    for kind in ["claim", "mention", "gap", "proceeding"] {
        assert!(
            !of_type(&objects, kind).is_empty(),
            "no {kind} in the demonstration"
        );
    }
    for path in texts {
        let bytes = fs::read(&path).unwrap();
        let own: Vec<&Value> = objects
            .iter()
            .filter(|it| it["file"] == path.to_str().unwrap())
            .collect();
        assert!(!own.is_empty(), "nothing in {}", path.display());
        for value in own {
            keeps_the_contract(value);
            quotes(value, &bytes);
            assert!(
                value.get("part").is_none(),
                "a text is its own part: {value}"
            );
        }
    }
}

#[test]
fn windows_line_ends_and_wide_letters_keep_byte_places() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Заголовок\r\n\r\nАдвокат сообщил, что «паспорта забрал начальник».\r\n\r\nThe ministry said 😀 that nine men left Gibara.\r\n";
    fs::write(folder.path().join("a.txt"), text).unwrap();
    let objects = json(folder.path(), &["extract", "a.txt"]);
    assert!(!objects.is_empty());
    for value in &objects {
        keeps_the_contract(value);
        quotes(value, text.as_bytes());
    }
}

#[test]
fn other_formats_name_the_part() {
    let names = [
        "11-radio-vosmaya-versta.html",
        "12-pismo-advokata.pdf",
        "13-reenvio-lapshin.eml",
        "14-entrevista-menor.docx",
    ];
    for name in names {
        let answer = extract(&corpus().join("malecon"), &[name]);
        assert_eq!(answer.code, 0, "{}", answer.err);
        let objects = answer.objects();
        assert!(!objects.is_empty(), "nothing in {name}");
        for value in objects {
            keeps_the_contract(&value);
            has(&value["part"], &["member", "index", "label"]);
            assert!(value["part"]["index"].is_u64());
        }
    }
}

#[test]
fn the_language_can_be_given() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("a.txt"),
        "Según la fiscalía, nueve jóvenes viajaron a Moscú.\n",
    )
    .unwrap();
    for lang in ["es", "en", "ru"] {
        let objects = json(folder.path(), &["extract", "a.txt", "--lang", lang]);
        assert!(objects.iter().all(|it| field(it, "lang") == lang), "{lang}");
    }
    let told = json(folder.path(), &["extract", "a.txt"]);
    assert!(!told.is_empty() && told.iter().all(|it| field(it, "lang") == "es"));
    let wrong = extract(folder.path(), &["a.txt", "--lang", "xx"]);
    assert_eq!(wrong.code, 2);
}

#[test]
fn relative_dates_are_told_from_the_date_that_is_given() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("a.txt"),
        "The ministry said that the men had left Gibara last June.\n",
    )
    .unwrap();
    let date = |given: &str| {
        let objects = json(folder.path(), &["extract", "a.txt", "--date", given]);
        let found = of_type(&objects, "mention")
            .into_iter()
            .find(|it| it["kind"] == "date");
        found.map(|it| field(it, "value").to_owned())
    };
    assert_eq!(date("2024-09-03").as_deref(), Some("2024-06"));
    assert_eq!(date("2022-09-03").as_deref(), Some("2022-06"));
    assert_eq!(
        extract(folder.path(), &["a.txt", "--date", "3.9.2024"]).code,
        2
    );
}

#[test]
fn the_authors_own_assertions_are_marked() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("a.txt"),
        "Nine men left Gibara in June. The ministry said that they were builders.\n",
    )
    .unwrap();
    let without = json(folder.path(), &["extract", "a.txt"]);
    let with = json(folder.path(), &["extract", "a.txt", "--authors"]);
    let authors = |all: &[Value]| {
        of_type(all, "claim")
            .into_iter()
            .filter(|it| it["author"] == true)
            .count()
    };
    assert_eq!(authors(&without), 0);
    assert!(authors(&with) > 0);
    for claim in of_type(&with, "claim")
        .into_iter()
        .filter(|it| it["author"] == true)
    {
        assert!(claim["source"].is_null() && claim["cue"].is_null());
    }
}

#[test]
fn a_file_that_cannot_be_read_does_not_stop_the_others() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(
        folder.path().join("a.txt"),
        "The ministry said that nine men had left.\n",
    )
    .unwrap();
    let answer = extract(folder.path(), &["missing.txt", "a.txt"]);
    assert_eq!(answer.code, 4);
    assert!(
        answer.err.contains("\"kind\":\"file\"") && answer.err.contains("missing.txt"),
        "{}",
        answer.err
    );
    assert!(!answer.objects().is_empty());
}

#[test]
fn deep_reads_claims_in_english_and_leaves_those_of_other_languages_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let english = "“The bridge is not safe,” the minister said, “and it must be closed.”\n";
    let spanish = "El ministro dijo que el puente no es seguro y que debe cerrarse.\n";
    fs::write(at.join("en.txt"), english).unwrap();
    fs::write(at.join("es.txt"), spanish).unwrap();
    let deep = extract(at, &["en.txt", "--lang", "en", "--deep"]);
    assert_eq!(deep.code, 0, "{}", deep.err);
    let objects = deep.objects();
    let claims = of_type(&objects, "claim");
    assert_eq!(claims.len(), 1, "{claims:?}");
    keeps_the_contract_of_claims(claims[0]);
    quotes(claims[0], english.as_bytes());
    assert_eq!(field(&claims[0]["source"], "text"), "the minister");
    assert_eq!(claims[0]["content"].as_array().unwrap().len(), 2);
    let plain = extract(at, &["es.txt", "--lang", "es"]);
    let same = extract(at, &["es.txt", "--lang", "es", "--deep"]);
    let (plain, objects) = (plain.objects(), same.objects());
    assert_eq!(of_type(&plain, "claim"), of_type(&objects, "claim"));
    assert!(!of_type(&objects, "claim").is_empty());
    assert!(
        same.err.contains("names for this language and no claims"),
        "{}",
        same.err
    );
    assert!(!deep.err.contains("this language"), "{}", deep.err);
}

#[test]
fn hidden_words_of_a_page_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<html><body><p>The ministry said that nine men had left.</p>\
        <p style=\"display:none\">Bob Crane said that Ana Pell had left.</p></body></html>";
    fs::write(folder.path().join("a.html"), page).unwrap();
    let answer = clew(folder.path(), &["extract", "a.html", "--lang", "en"]);
    let text = answer.text();
    let (hidden, seen): (Vec<&str>, Vec<&str>) = text
        .lines()
        .partition(|line| line.ends_with("(in hidden text)"));
    assert!(hidden.iter().any(|line| line.contains("Bob Crane [said]")));
    assert!(seen.iter().all(|line| !line.contains("Crane")), "{text}");
    assert!(
        answer.err.contains("1 passages are hidden"),
        "{}",
        answer.err
    );
}
