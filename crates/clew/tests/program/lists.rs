//! The lists: each filter keeps exactly what it says, and nothing else.

use crate::support::{copy, demo, done, field, ids, json, of_type};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::OnceLock;

/// A copy of the demonstration looked at with names, so that what a filter saw can be seen.
fn open_case() -> &'static (tempfile::TempDir, PathBuf, Vec<Value>) {
    static OPEN: OnceLock<(tempfile::TempDir, PathBuf, Vec<Value>)> = OnceLock::new();
    OPEN.get_or_init(|| {
        let (folder, case) = copy(demo());
        let lines = done(&case, &["export", ".", "--as", "jsonl", "--unmask", "test"]).objects();
        (folder, case, lines)
    })
}

/// What a list gives for these filters, as a set of identifiers.
fn listed(list: &str, filters: &[&str]) -> BTreeSet<String> {
    let arguments: Vec<&str> = [list, "."]
        .into_iter()
        .chain(filters.iter().copied())
        .collect();
    let values = json(demo(), &arguments);
    ids(&values).into_iter().map(str::to_owned).collect()
}

/// Identifiers of the objects of a type for which `keep` holds.
fn wanted(name: &str, keep: impl Fn(&Value) -> bool) -> BTreeSet<String> {
    let (_, _, lines) = open_case();
    let all = of_type(lines, name).into_iter().filter(|it| keep(it));
    all.map(|it| field(it, "id").to_owned()).collect()
}

fn attributed(claim: &Value) -> bool {
    claim["source_kind"] != "publisher"
}

/// The value of a field that most objects of a type share.
fn commonest(name: &str, of: impl Fn(&Value) -> Option<String>) -> String {
    let (_, _, lines) = open_case();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for value in of_type(lines, name).into_iter().filter_map(&of) {
        *counts.entry(value).or_default() += 1;
    }
    let found = counts.into_iter().max_by_key(|(_, count)| *count);
    found.unwrap_or_else(|| panic!("no {name} has one")).0
}

#[test]
fn claims_by_certainty_polarity_and_kind() {
    assert_eq!(listed("claims", &[]), wanted("claim", attributed));
    assert_eq!(listed("claims", &["--authors"]), wanted("claim", |_| true));
    assert!(
        !listed("claims", &[]).is_empty(),
        "the demonstration has claims"
    );
    for word in [
        "confirmed",
        "stated",
        "reported",
        "claimed",
        "alleged",
        "believed",
        "possible",
    ] {
        let right = wanted("claim", |it| attributed(it) && it["certainty"] == word);
        assert_eq!(listed("claims", &["--certainty", word]), right, "{word}");
    }
    let two = wanted("claim", |it| {
        attributed(it) && (it["certainty"] == "alleged" || it["certainty"] == "believed")
    });
    assert_eq!(
        listed(
            "claims",
            &["--certainty", "alleged", "--certainty", "Believed"]
        ),
        two
    );
    for word in ["affirmed", "denied"] {
        let right = wanted("claim", |it| attributed(it) && it["polarity"] == word);
        assert!(!right.is_empty());
        assert_eq!(listed("claims", &["--polarity", word]), right, "{word}");
    }
    for word in ["fact", "promise", "position", "question", "order"] {
        let right = wanted("claim", |it| attributed(it) && it["kind"] == word);
        assert_eq!(listed("claims", &["--kind", word]), right, "{word}");
    }
}

#[test]
fn claims_by_document_and_text() {
    let file = commonest("claim", |it| Some(field(it, "file").to_owned()));
    let right = wanted("claim", |it| {
        attributed(it) && field(it, "file").contains(&file)
    });
    assert_eq!(
        listed("claims", &["--document", &file.to_uppercase()]),
        right
    );
    let id = commonest("claim", |it| Some(field(it, "document").to_owned()));
    let right = wanted("claim", |it| attributed(it) && it["document"] == *id);
    assert_eq!(listed("claims", &["--document", &id]), right);
    let holds = |claim: &Value| {
        let content = claim["content"].as_array().unwrap();
        let words: Vec<&str> = content.iter().map(|it| field(it, "text")).collect();
        words.join(" […] ").to_lowercase().contains("contrat")
    };
    let right = wanted("claim", |it| attributed(it) && holds(it));
    assert!(!right.is_empty());
    assert_eq!(listed("claims", &["--text", "CONTRAT"]), right);
}

#[test]
fn claims_by_source_and_person() {
    // A body: protected people are not found by name.
    let source = commonest("claim", |it| {
        let text = it["source"]["text"].as_str()?;
        text.to_lowercase()
            .contains("minist")
            .then(|| text.to_owned())
    });
    let found = listed("claims", &["--source", &source.to_lowercase()]);
    let at_least = wanted("claim", |it| {
        attributed(it) && field(&it["source"], "text") == source
    });
    assert!(at_least.is_subset(&found));
    let none = wanted("claim", |it| {
        it["source"].is_null() && it["source_entity"].is_null()
    });
    assert!(
        found.is_disjoint(&none),
        "a claim of nobody has no source to match"
    );
    let entity = commonest("claim", |it| {
        it["source_entity"].as_str().map(str::to_owned)
    });
    let found = listed("claims", &["--person", &entity]);
    let own = wanted("claim", |it| {
        attributed(it) && it["source_entity"] == *entity
    });
    assert!(!own.is_empty() && own.is_subset(&found));
    assert!(found.len() < listed("claims", &[]).len());
    assert!(listed("claims", &["--person", "e-00000000"]).is_empty());
}

#[test]
fn claims_by_date() {
    let (_, _, lines) = open_case();
    let dates: BTreeMap<&str, &str> = of_type(lines, "document")
        .into_iter()
        .map(|it| (field(it, "id"), field(it, "date")))
        .collect();
    let date = |claim: &Value| dates[field(claim, "document")];
    let exact = |claim: &Value| date(claim).len() == 10;
    let late = wanted("claim", |it| {
        attributed(it) && exact(it) && date(it) >= "2025-02-10"
    });
    let early = wanted("claim", |it| {
        attributed(it) && exact(it) && date(it) < "2025-02-10"
    });
    assert!(!late.is_empty() && !early.is_empty());
    let since = listed("claims", &["--since", "2025-02-10"]);
    assert!(late.is_subset(&since) && since.is_disjoint(&early));
    let until = listed("claims", &["--until", "2025-02-09"]);
    assert!(early.is_subset(&until) && until.is_disjoint(&late));
    let february = listed("claims", &["--since", "2025-02", "--until", "2025-02"]);
    let right = wanted("claim", |it| {
        attributed(it) && exact(it) && date(it).starts_with("2025-02")
    });
    assert!(
        right.is_subset(&february),
        "a month as both ends takes in all of it"
    );
    assert!(
        february.is_disjoint(&wanted("claim", |it| exact(it) && !date(it).starts_with("2025-02")))
    );
    let undated = wanted("claim", |it| date(it).is_empty());
    assert!(since.is_disjoint(&undated) && until.is_disjoint(&undated));
}

#[test]
fn limits_cut_and_say_so() {
    for list in ["claims", "entities", "links", "findings"] {
        let all = json(demo(), &[list, "."]);
        assert!(all.len() > 3, "{list}");
        let some = json(demo(), &[list, ".", "--limit", "3"]);
        assert_eq!(ids(&some), ids(&all)[..3], "{list}");
        let table = done(demo(), &[list, ".", "--limit", "3"]).text();
        assert!(
            table.contains(&format!("{} more left out by --limit", all.len() - 3)),
            "{table}"
        );
        for id in ids(&some) {
            assert!(table.contains(id), "{list} prints {id}");
        }
    }
}

#[test]
fn entities_by_kind_role_name_and_document() {
    let mut seen = BTreeSet::new();
    for kind in [
        "person",
        "organisation",
        "place",
        "phone",
        "document",
        "address",
        "group",
    ] {
        let found = listed("entities", &["--kind", kind]);
        assert_eq!(found, wanted("entity", |it| it["kind"] == kind), "{kind}");
        seen.extend(found);
    }
    assert_eq!(seen, listed("entities", &[]));
    for role in [
        "recruiter",
        "recruit",
        "victim",
        "minor",
        "official",
        "lawyer",
    ] {
        let holds = |it: &Value| {
            it["roles"]
                .as_array()
                .unwrap()
                .iter()
                .any(|held| held["role"] == role)
        };
        assert_eq!(
            listed("entities", &["--role", role]),
            wanted("entity", holds),
            "{role}"
        );
    }
    let document = commonest("entity", |it| {
        it["documents"][0].as_str().map(str::to_owned)
    });
    let named = |it: &Value| {
        it["documents"]
            .as_array()
            .unwrap()
            .iter()
            .any(|id| *id == *document)
    };
    assert_eq!(
        listed("entities", &["--document", &document]),
        wanted("entity", named)
    );
    let name = commonest("entity", |it| {
        Some(field(it, "name").to_owned()).filter(|name| name.len() > 6)
    });
    let found = listed("entities", &["--name", &name.to_uppercase()]);
    assert!(wanted("entity", |it| it["name"] == *name).is_subset(&found));
    assert!(found.len() < seen.len());
}

#[test]
fn links_by_layer_person_certainty_and_date() {
    let mut seen = BTreeSet::new();
    let layers = [
        "called",
        "messaged",
        "met",
        "paid",
        "travelled",
        "kin",
        "recruited",
        "commanded",
        "uses",
        "named_together",
    ];
    for layer in layers {
        let found = listed("links", &["--layer", layer]);
        assert_eq!(found, wanted("link", |it| it["layer"] == layer), "{layer}");
        seen.extend(found);
    }
    assert_eq!(seen, listed("links", &[]));
    let person = commonest("link", |it| Some(field(it, "from").to_owned()));
    let of_person = wanted("link", |it| it["from"] == *person || it["to"] == *person);
    assert!(of_person.is_subset(&listed("links", &["--person", &person])));
    for word in ["stated", "alleged"] {
        assert_eq!(
            listed("links", &["--certainty", word]),
            wanted("link", |it| it["certainty"] == word),
            "{word}"
        );
    }
    let day = |it: &Value, end: &str| field(it, end).chars().take(10).collect::<String>();
    let dated = |it: &Value| day(it, "first").len() == 10 && day(it, "last").len() == 10;
    let right = wanted("link", |it| {
        dated(it) && day(it, "last").as_str() >= "2024-11-01"
    });
    let found = listed("links", &["--since", "2024-11-01"]);
    assert!(!right.is_empty() && right.is_subset(&found));
    assert!(found.is_disjoint(&wanted("link", |it| dated(it)
        && day(it, "last").as_str() < "2024-11-01")));
    let right = wanted("link", |it| {
        dated(it) && day(it, "first").as_str() <= "2024-10-31"
    });
    let found = listed("links", &["--until", "2024-10-31"]);
    assert!(!right.is_empty() && right.is_subset(&found));
    assert!(found.is_disjoint(&wanted("link", |it| dated(it)
        && day(it, "first").as_str() > "2024-10-31")));
}

#[test]
fn findings_of_each_kind() {
    let mut seen = BTreeSet::new();
    for kind in [
        "corroboration",
        "contradiction",
        "drift",
        "gap",
        "proceeding",
        "two_sided",
    ] {
        let found = listed("findings", &["--kind", kind]);
        assert_eq!(found, wanted("finding", |it| it["kind"] == kind), "{kind}");
        seen.extend(found);
    }
    assert_eq!(seen, listed("findings", &[]));
    assert_eq!(
        listed("findings", &["--kind", "origin"]),
        wanted("origin", |_| true)
    );
    let in_one = listed("findings", &["--document", "10-minrex"]);
    assert!(!in_one.is_empty() && in_one.len() < seen.len());
    let elsewhere = |it: &Value| {
        it["claims"].as_array().unwrap().is_empty()
            && it["places"]
                .as_array()
                .unwrap()
                .iter()
                .all(|place| !field(place, "file").contains("10-minrex"))
    };
    assert!(in_one.is_disjoint(&wanted("finding", elsewhere)));
}
