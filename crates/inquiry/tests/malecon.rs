//! The three stages after extract on the demonstration corpus, fed with the gold claims and mentions of its texts.

#![expect(
    clippy::expect_used,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "a test may fail, and it knows the names of its files"
)]

use inquiry::{assess, resolve};
use model::{
    Aspect, Assessment, Certainty, Claim, ClaimParts, Document, DocumentId, EvidenceId, Facts,
    FindingKind, Format, Kind, Language, Mention, MentionKind, Part, PartKind, PartialDate, Place,
    Polarity, Source, Span,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A text of the corpus with the facts of the gold file.
struct Read {
    file: String,
    document: Document,
    facts: Facts,
}

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo")
}

fn lines(name: &str) -> Vec<Value> {
    let text =
        std::fs::read_to_string(demo().join(name)).expect("the demonstration is in the repository");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a JSON line"))
        .collect()
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The text of a file: plain text as it is, HTML without its tags; other formats are not for this test.
fn text_of(file: &str) -> Option<String> {
    let plain = file.ends_with(".txt");
    if !(plain || file.ends_with(".html")) {
        return None;
    }
    let bytes = std::fs::read(demo().join("malecon").join(file)).ok()?;
    let raw = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(wrong) => windows_1251(wrong.as_bytes()),
    };
    if plain {
        return Some(raw);
    }
    let mut text = String::new();
    let mut inside = false;
    for letter in raw.chars() {
        match letter {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    Some(text)
}

fn windows_1251(bytes: &[u8]) -> String {
    bytes
        .iter()
        .map(|byte| match byte {
            0..=127 => char::from(*byte),
            0xa8 => 'Ё',
            0xb8 => 'ё',
            0xab => '«',
            0xbb => '»',
            0x97 => '—',
            0xc0..=0xff => char::from_u32(0x410 + u32::from(*byte) - 0xc0).expect("a letter"),
            _ => ' ',
        })
        .collect()
}

fn corpus() -> Vec<Read> {
    let manifest: Value = serde_json::from_str(
        &std::fs::read_to_string(demo().join("manifest.json")).expect("a manifest"),
    )
    .expect("JSON");
    let gold = lines("gold.jsonl");
    let mut read = Vec::new();
    for entry in manifest.as_array().expect("a list") {
        let file = word(entry, "file");
        let Some(text) = text_of(file) else { continue };
        let evidence = EvidenceId::of(file.as_bytes());
        let id = DocumentId::new(&evidence, 0);
        let cyrillic =
            text.chars().filter(|l| matches!(l, 'а'..='я')).count() * 3 > text.chars().count();
        let language = if cyrillic {
            Language::Ru
        } else if text.contains(" que ") {
            Language::Es
        } else {
            Language::En
        };
        let facts = facts(&id, file, &text, &gold);
        let document = Document {
            id,
            evidence,
            path: None,
            name: file.to_owned(),
            format: if file.ends_with("html") {
                Format::Html
            } else {
                Format::Text
            },
            title: None,
            language,
            date: PartialDate::parse(word(entry, "date")),
            publisher: entry["publisher"].as_str().map(str::to_owned),
            parts: vec![Part {
                kind: PartKind::Body,
                label: "body".to_owned(),
                text,
                blocks: Vec::new(),
            }],
            contacts: Vec::new(),
            receipt: None,
        };
        read.push(Read {
            file: file.to_owned(),
            document,
            facts,
        });
    }
    read
}

fn find(text: &str, words: &str, nth: usize) -> Option<Span> {
    let (start, _) = text.match_indices(words).nth(nth)?;
    Some(Span::new(start, start + words.len()))
}

fn facts(id: &DocumentId, file: &str, text: &str, gold: &[Value]) -> Facts {
    let mut facts = Facts::none(id.clone());
    let mut taken = BTreeMap::new();
    for row in gold {
        match word(row, "type") {
            "identity" if word(row, "kind") != "phone" => {
                facts.mentions.extend(mentions(id, file, text, row));
            }
            "claim" if word(row, "file") == file => {
                let nth = taken.entry(word(row, "content")).or_insert(0);
                facts.claims.extend(claim(id, text, row, *nth));
                *nth += 1;
            }
            _ => {}
        }
    }
    dates(id, text, &mut facts);
    facts
}

/// The mentions that an identity of the gold file has in a file.
fn mentions(id: &DocumentId, file: &str, text: &str, row: &Value) -> Vec<Mention> {
    let kind = if word(row, "kind") == "person" {
        MentionKind::Person
    } else {
        MentionKind::Organisation
    };
    let all = row["mentions"].as_array().into_iter().flatten();
    all.filter(|mention| word(mention, "file") == file)
        .filter_map(|mention| {
            let nth = mention["nth"]
                .as_u64()
                .and_then(|nth| usize::try_from(nth).ok())
                .unwrap_or(0);
            let span = find(text, word(mention, "text"), nth)?;
            let place = Place {
                document: id.clone(),
                part: 0,
                span,
            };
            Some(Mention::new(place, kind, word(mention, "text"), None))
        })
        .collect()
}

/// A claim of the gold file: the nth of these words.
fn claim(id: &DocumentId, text: &str, row: &Value, nth: usize) -> Option<Claim> {
    let words = word(row, "content");
    let content = find(text, words, nth).or_else(|| find(text, words, 0))?;
    let near = |words: &str| {
        let all = text
            .match_indices(words)
            .map(|(at, _)| Span::new(at, at + words.len()));
        all.filter(|span| !span.is_empty())
            .min_by_key(|span| span.start.abs_diff(content.start))
    };
    let source = match (word(row, "source_kind"), near(word(row, "source"))) {
        ("publisher", _) => Source::Publisher,
        ("named", Some(span)) => Source::Named { span },
        ("speaker", span) => Source::Speaker { span },
        _ => Source::Nobody,
    };
    let chain = row["chain"].as_array().into_iter().flatten();
    Claim::new(ClaimParts {
        document: id.clone(),
        part: 0,
        sentence: content,
        source,
        chain: chain.filter_map(|link| near(link.as_str()?)).collect(),
        cue: near(word(row, "cue")),
        content: vec![content],
        certainty: Certainty::parse(word(row, "certainty")).unwrap_or(Certainty::Stated),
        polarity: Polarity::parse(word(row, "polarity")).unwrap_or(Polarity::Affirmed),
        kind: Kind::parse(word(row, "kind")).unwrap_or(Kind::Fact),
        time: None,
        confidence: 1.0,
        rule: "gold".to_owned(),
    })
}

/// Days written as `12 June 2024` or `12 de julio de 2024`.
fn dates(id: &DocumentId, text: &str, facts: &mut Facts) {
    for (written, value) in [
        ("12 June 2024", "2024-06-12"),
        ("12 de junio de 2024", "2024-06-12"),
        ("12 de julio de 2024", "2024-07-12"),
        ("12 июня 2024", "2024-06-12"),
    ] {
        for (start, _) in text.match_indices(written) {
            let place = Place {
                document: id.clone(),
                part: 0,
                span: Span::new(start, start + written.len()),
            };
            facts.mentions.push(Mention::new(
                place,
                MentionKind::Date,
                written,
                Some(value.to_owned()),
            ));
        }
    }
}

/// Whether half of the shorter run of words stands in the longer one, in order.
fn shares_half(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let split = text.split(|l: char| !l.is_alphanumeric());
        split
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let mut row = vec![0; b.len() + 1];
    for one in &a {
        let mut diagonal = 0;
        for (column, other) in b.iter().enumerate() {
            let above = row[column + 1];
            row[column + 1] = if one == other {
                diagonal + 1
            } else {
                above.max(row[column])
            };
            diagonal = above;
        }
    }
    2 * row[b.len()] >= a.len().min(b.len()) && !a.is_empty() && !b.is_empty()
}

fn assessed(read: &[Read]) -> Assessment {
    let documents: Vec<Document> = read.iter().map(|one| one.document.clone()).collect();
    let facts: Vec<Facts> = read.iter().map(|one| one.facts.clone()).collect();
    let resolution = resolve::entities(&documents, &facts, &[], &[]);
    assess::findings(&documents, &facts, &resolution)
}

#[test]
fn origins_are_those_of_the_gold_file() {
    let read = corpus();
    let name: BTreeMap<&DocumentId, &str> = read
        .iter()
        .map(|one| (&one.document.id, one.file.as_str()))
        .collect();
    let found: BTreeSet<BTreeSet<&str>> = assessed(&read)
        .origins
        .iter()
        .map(|origin| origin.documents.iter().map(|id| name[id]).collect())
        .collect();
    let gold = lines("gold.jsonl");
    let wanted: BTreeSet<BTreeSet<&str>> = gold
        .iter()
        .filter(|row| word(row, "type") == "origin")
        .map(|row| {
            let files = row["files"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str);
            files
                .filter(|file| name.values().any(|known| known == file))
                .collect::<BTreeSet<_>>()
        })
        .filter(|files| !files.is_empty())
        .collect();
    assert_eq!(found, wanted);
}

/// File and words of a place.
type Quote<'a> = (&'a str, &'a str);

/// The contradictions of an assessment, with all their words.
fn disputes_of<'a>(read: &'a [Read], assessment: &Assessment) -> Vec<(Aspect, Vec<Quote<'a>>)> {
    let by_id: BTreeMap<&DocumentId, &Read> =
        read.iter().map(|one| (&one.document.id, one)).collect();
    let quote = |place: &Place| {
        let one = by_id[&place.document];
        (
            one.file.as_str(),
            place
                .span
                .of(&one.document.parts[0].text)
                .expect("bytes of the text"),
        )
    };
    let contradictions = assessment
        .findings
        .iter()
        .filter_map(|finding| match finding.kind() {
            FindingKind::Contradiction { aspect } => {
                Some((*aspect, finding.places().iter().map(quote).collect()))
            }
            _ => None,
        });
    contradictions.collect()
}

/// The gold file's origin of each file.
fn origins_of(gold: &[Value]) -> BTreeMap<&str, &Value> {
    let origins = gold
        .iter()
        .filter(|row| word(row, "type") == "origin")
        .map(|row| &row["files"]);
    origins
        .flat_map(|files| {
            files
                .as_array()
                .into_iter()
                .flatten()
                .map(move |file| (file.as_str().unwrap_or_default(), files))
        })
        .collect()
}

/// Whether a found dispute has words of both sides of a gold one, in their files or in copies of them.
fn is(row: &Value, found: &[Quote<'_>], origin: &BTreeMap<&str, &Value>) -> bool {
    let meets = |side: &Value, found: &Quote<'_>| {
        origin.get(word(side, "file")) == origin.get(found.0)
            && shares_half(word(side, "content"), found.1)
    };
    let pairs = found.iter().flat_map(|one| {
        found
            .iter()
            .filter(move |other| *other != one)
            .map(move |other| (one, other))
    });
    pairs
        .into_iter()
        .any(|(one, other)| meets(&row["sides"][0], one) && meets(&row["sides"][1], other))
}

#[test]
fn contradictions_are_those_of_the_gold_file() {
    let read = corpus();
    let found = disputes_of(&read, &assessed(&read));
    let gold = lines("gold.jsonl");
    let origin = origins_of(&gold);
    let disputes: Vec<&Value> = gold
        .iter()
        .filter(|row| word(row, "type") == "contradiction")
        .collect();
    let wrong: Vec<_> = found
        .iter()
        .filter(|(_, quotes)| !disputes.iter().any(|row| is(row, quotes, &origin)))
        .collect();
    let met: BTreeSet<&str> = disputes
        .iter()
        .filter(|row| found.iter().any(|(_, quotes)| is(row, quotes, &origin)))
        .map(|row| word(row, "about"))
        .collect();
    let needed = disputes
        .iter()
        .filter(|row| row["optional"] != Value::Bool(true))
        .map(|row| word(row, "about"));
    let missed: BTreeSet<&str> = needed.filter(|about| !met.contains(about)).collect();
    assert!(
        missed.is_empty() && wrong.is_empty(),
        "missed {missed:#?}\nnot in the gold file {wrong:#?}"
    );
}
