//! The scorer on small runs made by hand, on the gold itself, and the gold against its files.

use super::key::{Files, Key, Line, Quote};
use super::run::Run;
use super::tally::Score;
use super::words::{covers, meets, words};
use serde_json::{Value, json};
use std::path::PathBuf;

fn demo(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../demo")
        .join(name)
}

fn gold() -> Key {
    Key::read(&std::fs::read_to_string(demo("gold.jsonl")).unwrap()).unwrap()
}

fn lines(values: &[Value]) -> String {
    values
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn quote(quote: &Quote) -> Value {
    json!({"file": quote.file, "text": quote.text})
}

/// What a run that finds everything would export.
fn perfect(key: &Key) -> Vec<Value> {
    let names: Vec<&str> = key.identities().map(|(name, ..)| name).collect();
    let id = |name: &str| format!("e-{}", names.iter().position(|one| *one == name).unwrap());
    let protected: Vec<&str> = key
        .lines
        .iter()
        .filter_map(|line| match line {
            Line::Protected {
                name,
                optional: false,
            } => Some(name.as_str()),
            _ => None,
        })
        .collect();
    let mut out = Vec::new();
    for (name, kind, mentions) in key.identities() {
        let reasons = if protected.contains(&name) {
            vec!["victim"]
        } else {
            vec![]
        };
        out.push(json!({"type": "entity", "id": id(name), "kind": kind, "name": name, "protected": reasons}));
        out.extend(mentions.iter().map(|mention| {
            json!({"type": "mention", "file": mention.file, "part": 0, "start": mention.nth.unwrap_or(0), "text": mention.text, "entity": id(name)})
        }));
    }
    for line in &key.lines {
        out.extend(match line {
            Line::Claim(claim) => {
                let source = claim.source.all()[0].map(|text| json!({"text": text}));
                let kind = match claim.source_kind.as_str() {
                    "named" if source.is_none() => "nobody",
                    kind => kind,
                };
                Some(json!({"type": "claim", "file": claim.file, "source": source, "source_kind": kind,
                    "content": [{"text": claim.content.joined()}], "certainty": claim.certainty, "polarity": claim.polarity}))
            }
            Line::Link { from, to, layer, .. } => {
                Some(json!({"type": "link", "from": id(from), "to": id(to), "layer": layer}))
            }
            Line::Contradiction { aspect, sides, .. } => Some(json!({"type": "finding",
                "kind": "contradiction", "aspect": aspect, "places": sides.iter().map(quote).collect::<Vec<_>>()})),
            Line::Origin { files } => Some(json!({"type": "origin",
                "documents": files.iter().map(|file| json!({"file": file})).collect::<Vec<_>>()})),
            Line::Drift { before, after, what, .. } => {
                let after = after.text.is_some().then(|| quote(after));
                Some(json!({"type": "origin", "documents": [],
                    "drifts": [{"before": quote(before), "after": after, "what": what}]}))
            }
            Line::Gap { file, text, kind, .. } => {
                Some(json!({"type": "gap", "file": file, "text": text, "kind": kind}))
            }
            Line::Proceeding { file, text, stage, .. } => {
                Some(json!({"type": "proceeding", "file": file, "text": text, "stage": stage}))
            }
            Line::State { file, state } => {
                Some(json!({"type": "evidence", "file": file, "state": state}))
            }
            _ => None,
        });
    }
    out
}

fn scored(key: &Key, run: &[Value]) -> Vec<Score> {
    super::score(key, &Run::read(&lines(run)).unwrap())
}

fn row<'a>(scores: &'a [Score], name: &str) -> &'a Score {
    scores.iter().find(|score| score.name == name).unwrap()
}

#[test]
fn a_run_that_says_what_the_gold_says_is_perfect() {
    let key = gold();
    for score in scored(&key, &perfect(&key)) {
        assert!(
            (score.f1() - 1.0).abs() < 1e-9,
            "{}: {:?} {:?}",
            score.name,
            score.missed,
            score.wrong
        );
        assert!(score.gold > 0.0, "{} scores nothing", score.name);
    }
}

#[test]
fn an_empty_run_finds_nothing() {
    for score in scored(&gold(), &[]) {
        assert!(score.recall() < 1e-9, "{}", score.name);
    }
}

#[test]
fn each_kind_of_line_that_is_taken_away_lowers_its_row() {
    let key = gold();
    let all = perfect(&key);
    for (kind, name) in [
        ("claim", "claims (all)"),
        ("mention", "identities (B-cubed)"),
        ("link", "links (told)"),
        ("link", "links (call records)"),
        ("finding", "contradictions"),
        ("origin", "origins (exact sets)"),
        ("origin", "drifts"),
        ("gap", "gaps"),
        ("proceeding", "proceedings"),
        ("evidence", "states"),
    ] {
        let less: Vec<_> = all
            .iter()
            .filter(|line| line["type"] != kind)
            .cloned()
            .collect();
        let scores = scored(&key, &less);
        assert!(row(&scores, name).f1() < 1.0, "{name} does not need {kind}");
    }
}

fn tiny() -> Key {
    Key::read(&lines(&[
        json!({"type": "claim", "file": "a.txt", "content": "three men were held in the port", "source": "the mayor",
            "source_kind": "named", "certainty": "stated", "polarity": "affirmed"}),
        json!({"type": "claim", "file": "a.txt", "content": "Good evening.", "source": null,
            "source_kind": "publisher", "certainty": "stated", "polarity": "affirmed", "optional": true}),
        json!({"type": "gap", "file": "a.txt", "text": "their names are not known", "kind": "unknown"}),
    ]))
    .unwrap()
}

fn claim(content: &str, source: &str, certainty: &str) -> Value {
    json!({"type": "claim", "file": "in/a.txt", "source": {"text": source}, "source_kind": "named",
        "content": [{"text": content}], "certainty": certainty, "polarity": "affirmed"})
}

#[test]
fn half_of_each_side_is_enough_and_less_is_not() {
    for (content, right) in [
        ("that three men were held in the port", true),
        ("men were held\nin", true),
        ("men were held", false),
        (
            "last night three men were held in the port by guards, who had come from the capital that day",
            false,
        ),
    ] {
        let scores = scored(&tiny(), &[claim(content, "mayor", "stated")]);
        let score = row(&scores, "claims (attributed)");
        assert!(
            (score.f1() - f64::from(u8::from(right))).abs() < 1e-9,
            "{content}"
        );
    }
}

#[test]
fn source_and_certainty_count() {
    let full = "three men were held in the port";
    let other = scored(&tiny(), &[claim(full, "the consul", "stated")]);
    assert!(
        row(&other, "claims (attributed), any certainty").f1() < 1e-9,
        "an article is no source"
    );
    let surer = scored(&tiny(), &[claim(full, "the mayor", "confirmed")]);
    assert!(row(&surer, "claims (attributed)").f1() < 1e-9);
    assert!(row(&surer, "claims (attributed), any certainty").f1() > 0.99);
}

#[test]
fn one_claim_found_twice_is_wrong_once() {
    let one = claim("three men were held in the port", "the mayor", "stated");
    let scores = scored(&tiny(), &[one.clone(), one]);
    let score = row(&scores, "claims (attributed)");
    assert!((score.precision() - 0.5).abs() < 1e-9 && score.recall() > 0.99);
}

#[test]
fn optional_gold_and_files_without_gold_count_neither_way() {
    let hello = json!({"type": "claim", "file": "a.txt", "source": null, "source_kind": "publisher",
        "content": [{"text": "Good evening"}], "certainty": "stated", "polarity": "affirmed"});
    let mut elsewhere = hello.clone();
    elsewhere["file"] = json!("b.txt");
    let scores = scored(&tiny(), &[hello, elsewhere]);
    let score = row(&scores, "claims (publisher's own)");
    assert!(score.found < 0.5 && score.gold < 0.5);
}

#[test]
fn a_merged_entity_loses_precision_and_a_split_one_recall() {
    let identity = |name: &str, texts: &[&str]| {
        let mentions: Vec<_> = texts
            .iter()
            .map(|text| json!({"file": "a.txt", "text": text}))
            .collect();
        json!({"type": "identity", "name": name, "kind": "person", "mentions": mentions})
    };
    let key = Key::read(&lines(&[
        identity("Ana Ruiz", &["Ana Ruiz", "Ana"]),
        identity("Eva Ruiz", &["Eva Ruiz"]),
        json!({"type": "apart", "a": "Ana Ruiz", "b": "Eva Ruiz"}),
    ]))
    .unwrap();
    let mention = |text: &str, entity: &str| json!({"type": "mention", "file": "a.txt", "text": text, "entity": entity});
    let merged = [
        mention("Ana Ruiz", "e-1"),
        mention("Ana", "e-1"),
        mention("Eva Ruiz", "e-1"),
    ];
    let scores = scored(&key, &merged);
    assert!((row(&scores, "identities (B-cubed)").precision() - 5.0 / 9.0).abs() < 1e-9);
    assert!(row(&scores, "identities kept apart").f1() < 1e-9);
    let split = [
        mention("Ana Ruiz", "e-1"),
        mention("Ana", "e-2"),
        mention("Eva Ruiz", "e-3"),
    ];
    let scores = scored(&key, &split);
    assert!((row(&scores, "identities (B-cubed)").recall() - 2.0 / 3.0).abs() < 1e-9);
    assert!(row(&scores, "identities kept apart").f1() > 0.99);
}

#[test]
fn files_are_known_under_folders_and_as_members() {
    let key = tiny();
    let files = Files::of(&key);
    for name in [
        "a.txt",
        "malecon/a.txt",
        "mail.eml/attachment 1: a.txt",
        "attachment 2: a.txt",
    ] {
        assert_eq!(files.resolve(name), Some("a.txt"), "{name}");
    }
    assert_eq!(files.resolve("aa.txt"), None);
}

#[test]
fn covers_and_meetings() {
    let (a, b) = (words("One, two THREE four"), words("two three"));
    assert!(covers(&a, &b).is_some());
    assert!(covers(&a, &words("two")).is_none());
    assert!(meets("«Не раскрывается»", "число не раскрывается") && !meets("one", "two"));
}

/// A file as text, where it is plain text; Windows-1251 where it is not UTF-8.
fn plain(name: &str) -> Option<String> {
    let kind = name.rsplit('.').next()?;
    if !["txt", "csv", "tsv", "vcf", "html"].contains(&kind) {
        return None;
    }
    let bytes = std::fs::read(demo("malecon").join(name)).unwrap();
    Some(String::from_utf8(bytes).unwrap_or_else(|error| {
        error
            .into_bytes()
            .iter()
            .map(|&byte| cyrillic(byte))
            .collect()
    }))
}

/// The letters of Windows-1251 that the corpus uses.
fn cyrillic(byte: u8) -> char {
    match byte {
        0xC0..=0xFF => char::from_u32(u32::from(byte) - 0xC0 + 0x410).unwrap(),
        0xA8 => 'Ё',
        0xB8 => 'ё',
        0xAB => '«',
        0xBB => '»',
        0xB9 => '№',
        0x96 | 0x97 => '—',
        other => char::from(other),
    }
}

#[test]
fn every_quotation_of_the_gold_stands_in_its_file() {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut seen = 0;
    let mut check = |file: &str, text: Option<&str>, nth: Option<usize>| {
        if let (Some(body), Some(text)) = (plain(file), text) {
            let times = flat(&body).matches(&flat(text)).count();
            assert!(times > nth.unwrap_or(0), "{file} does not hold: {text}");
            seen += 1;
        }
    };
    for line in &gold().lines {
        match line {
            Line::Claim(claim) => {
                for text in claim.content.all().into_iter().chain(claim.source.all()) {
                    check(&claim.file, text, None);
                }
            }
            Line::Identity { mentions, .. } => {
                for one in mentions {
                    check(&one.file, one.text.as_deref(), one.nth);
                }
            }
            Line::Contradiction { sides, .. } => {
                for one in sides {
                    check(&one.file, one.text.as_deref(), None);
                }
            }
            Line::Drift { before, after, .. } => {
                check(&before.file, before.text.as_deref(), None);
                check(&after.file, after.text.as_deref(), None);
            }
            Line::Gap { file, text, .. } | Line::Proceeding { file, text, .. } => {
                check(file, Some(text), None);
            }
            _ => {}
        }
    }
    assert!(seen > 800, "only {seen} quotations were checked");
}

#[test]
fn manifest_folder_and_gold_name_the_same_files() {
    let manifest: Vec<Value> =
        serde_json::from_str(&std::fs::read_to_string(demo("manifest.json")).unwrap()).unwrap();
    let mut listed: Vec<String> = manifest
        .iter()
        .map(|one| one["file"].as_str().unwrap().to_owned())
        .collect();
    let mut there: Vec<String> = std::fs::read_dir(demo("malecon"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut states: Vec<String> = gold()
        .lines
        .iter()
        .filter_map(|line| match line {
            Line::State { file, .. } => Some(file.clone()),
            _ => None,
        })
        .collect();
    for names in [&mut listed, &mut there, &mut states] {
        names.sort();
    }
    assert_eq!(listed, there);
    assert_eq!(listed, states);
}
