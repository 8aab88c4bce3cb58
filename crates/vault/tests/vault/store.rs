//! What the derived store promises: all or nothing, the same in any order, found by any form of a word.

use crate::common::{document, facts, named, reading, run};
use model::{
    Assessment, Certainty, Entity, EntityId, EntityKind, EvidenceId, Language, Network,
    PartialDate, Resolution,
};
use vault::{Case, ClaimFilter, Error, Kind, Store, verify};

const ES: &str =
    "La fiscalía dijo que Yusniel habría reclutado a once jóvenes.\n\nOtro párrafo, sin más.";
const RU: &str = "Его завербовали в Москве.";

fn case(folder: &tempfile::TempDir) -> (Case, EvidenceId, EvidenceId) {
    let mut case = Case::create(folder.path(), "malecon", "ana").unwrap();
    let es = case
        .deposit(ES.as_bytes(), &named("es.txt"))
        .unwrap()
        .evidence;
    let ru = case
        .deposit(RU.as_bytes(), &named("ru.txt"))
        .unwrap()
        .evidence;
    (case, es, ru)
}

#[test]
fn any_form_of_a_word_finds_any_other() {
    let folder = tempfile::tempdir().unwrap();
    let (mut case, es, ru) = case(&folder);
    let texts = [
        (es.clone(), ES, Language::Es),
        (ru.clone(), RU, Language::Ru),
    ];
    let store = run(&mut case, &texts);
    let found = |query: &str| -> Vec<String> {
        let hits = store.search(query, 10).unwrap();
        hits.into_iter().map(|hit| hit.snippet).collect()
    };
    for query in [
        "reclutaron",
        "RECLUTADO",
        "joven",
        "fiscalia",
        "reclut*",
        "\"once jóvenes\"",
    ] {
        assert_eq!(found(query).len(), 1, "{query}");
    }
    for query in ["завербован", "москва", "завербовали Москве"] {
        assert_eq!(found(query).len(), 1, "{query}");
    }
    for query in [
        "",
        "\"",
        "-",
        "*",
        "NOT",
        "AND OR",
        "text:",
        "a AND (",
        "^",
        "-párrafo",
        "\"jóvenes once\"",
        "reclutado -yusniel",
        "\0",
        "NEAR(",
        "{",
        "\"\"\"",
        "((((",
        "'",
        "\\",
    ] {
        assert_eq!(found(query), [""; 0], "{query}");
    }
    let hits = store.search("párrafo", 10).unwrap();
    assert_eq!(hits[0].place.span.of(ES), Some("Otro párrafo, sin más."));
    assert_eq!(hits[0].matches[0].of(&hits[0].snippet), Some("párrafo"));
}

#[test]
fn what_is_kept_comes_back_whole_and_in_one_order() {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (mut first, es, ru) = case(&one);
    let (mut second, ..) = case(&two);
    let texts = [
        (es.clone(), ES, Language::Es),
        (ru.clone(), RU, Language::Ru),
    ];
    let a = run(&mut first, &texts);
    let backwards: Vec<_> = texts.iter().rev().cloned().collect();
    let b = run(&mut second, &backwards);
    assert_eq!(a.documents().unwrap(), b.documents().unwrap());
    assert_eq!(a.readings().unwrap(), b.readings().unwrap());
    let id = document(&es, ES, Language::Es).id;
    assert_eq!(
        a.document(&id).unwrap().unwrap(),
        document(&es, ES, Language::Es)
    );
    assert!(
        a.document_heads()
            .unwrap()
            .iter()
            .all(|head| head.parts.is_empty())
    );
    assert_eq!(a.reading_key(&ru).unwrap().as_deref(), Some("v1"));
    assert_eq!(a.fingerprint().unwrap().as_deref(), Some("f1"));
}

/// An entity with no more than a name.
fn entity(name: &str) -> Entity {
    Entity {
        id: EntityId::derive(&[name]),
        kind: EntityKind::Person,
        name: name.to_owned(),
        aliases: Vec::new(),
        identifiers: Vec::new(),
        mentions: Vec::new(),
        documents: Vec::new(),
        roles: Vec::new(),
        protected: Vec::new(),
        reasons: Vec::new(),
    }
}

/// Filters with what they must find of one claim of June 2024: it or nothing.
fn filters(entity: &EntityId) -> Vec<(ClaimFilter, usize)> {
    let none = ClaimFilter::default;
    let source = |text: &str| ClaimFilter {
        source_like: Some(text.to_owned()),
        ..none()
    };
    let certainty = |certainty| ClaimFilter {
        certainty: Some(certainty),
        ..none()
    };
    let person = |text: &str| ClaimFilter {
        person: Some(text.to_owned()),
        ..none()
    };
    let from = |text: &str| ClaimFilter {
        date_from: PartialDate::parse(text),
        ..none()
    };
    let to = |text: &str| ClaimFilter {
        date_to: PartialDate::parse(text),
        ..none()
    };
    let authors = ClaimFilter {
        authors: Some(true),
        ..none()
    };
    let limit = ClaimFilter {
        limit: Some(0),
        ..none()
    };
    vec![
        (none(), 1),
        (source("FISCALIA"), 1),
        (source("%"), 0),
        (certainty(Certainty::Alleged), 1),
        (certainty(Certainty::Stated), 0),
        (person("yusniel"), 1),
        (person("юсни"), 1),
        (person(entity.as_str()), 1),
        (person("Dayana"), 0),
        (from("2024-06-15"), 1),
        (from("2024-07"), 0),
        (to("2023"), 0),
        (to("2024"), 1),
        (authors, 0),
        (limit, 0),
    ]
}

#[test]
fn claims_are_found_by_what_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let (mut case, es, _) = case(&folder);
    let mut text = document(&es, ES, Language::Es);
    text.date = PartialDate::parse("2024-06");
    let facts = facts(&text, "La fiscalía", "Yusniel habría reclutado", "Yusniel");
    let claim = facts.claims[0].clone();
    let mut resolution = Resolution::default();
    let somebody = entity("Юсниель");
    let (mention, id) = (facts.mentions[0].id.clone(), somebody.id.clone());
    resolution.of_mention.insert(mention, id.clone());
    resolution.entities.push(somebody);
    let mut store = Store::open(&case).unwrap();
    case.run_started("ana").unwrap();
    let all = [facts];
    let read = reading(text.clone());
    store.keep_reading(&es, "v1", &read, &all).unwrap();
    let (network, assessment) = (Network::default(), Assessment::default());
    store
        .keep_derived("f", &resolution, &network, &assessment)
        .unwrap();
    case.run_ended(&store, "ana").unwrap();
    for (filter, count) in filters(&id) {
        assert_eq!(store.claims(&filter).unwrap().len(), count, "{filter:?}");
    }
    assert_eq!(store.facts().unwrap(), all);
    assert_eq!(store.facts_of(&text.id).unwrap().as_ref(), all.first());
    assert_eq!(store.claim(claim.id()).unwrap(), Some(claim));
    assert_eq!(store.resolution().unwrap(), Some(resolution));
}

#[test]
fn a_reading_replaces_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let (mut case, es, ru) = case(&folder);
    drop(run(&mut case, &[(es.clone(), ES, Language::Es)]));
    let mut store = run(&mut case, &[(es.clone(), "Nada más.", Language::Es)]);
    assert_eq!(store.search("reclutado", 10).unwrap(), []);
    assert_eq!(store.search("nada", 10).unwrap().len(), 1);
    assert_eq!(store.readings().unwrap().len(), 1);
    case.run_started("ana").unwrap();
    store.drop_reading(&es).unwrap();
    store.drop_reading(&ru).unwrap();
    case.run_ended(&store, "ana").unwrap();
    assert_eq!(store.documents().unwrap(), []);
    assert_eq!(store.search("nada", 10).unwrap(), []);
    assert_eq!(store.fingerprint().unwrap(), None);
}

#[test]
fn nothing_is_written_outside_a_run_or_by_looking() {
    let folder = tempfile::tempdir().unwrap();
    let (mut case, es, _) = case(&folder);
    let mut store = Store::open(&case).unwrap();
    assert!(matches!(store.drop_reading(&es).unwrap_err(), Error::NoRun));
    assert!(!folder.path().join("derived.db").exists());
    let error = Store::open_read_only(folder.path()).unwrap_err();
    assert_eq!(error.kind(), Kind::Case);
    drop(run(&mut case, &[(es.clone(), ES, Language::Es)]));
    let before: Vec<_> = crate::common::files(folder.path())
        .iter()
        .map(|file| std::fs::read(file).unwrap())
        .collect();
    drop(case);
    let mut case = Case::open(folder.path()).unwrap();
    case.hold().unwrap();
    let store = Store::open(&case).unwrap();
    assert_eq!(store.search("reclutado", 3).unwrap().len(), 1);
    assert_eq!(
        Store::open_read_only(folder.path())
            .unwrap()
            .readings()
            .unwrap()
            .len(),
        1
    );
    drop((case, store));
    let after: Vec<_> = crate::common::files(folder.path())
        .iter()
        .map(|file| std::fs::read(file).unwrap())
        .collect();
    assert!(before == after);
}

#[test]
fn a_store_that_was_changed_is_not_used_but_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (mut case, es, _) = case(&folder);
    let texts = [(es.clone(), ES, Language::Es)];
    drop(run(&mut case, &texts));
    let path = folder.path().join("derived.db");
    let mut bytes = std::fs::read(&path).unwrap();
    let at = bytes.len() - 9;
    bytes[at] ^= 1;
    crate::common::overwrite(&path, &bytes);
    let store = Store::open(&case).unwrap();
    assert!(store.set_aside().unwrap().contains("entry"));
    assert_eq!(store.reading_key(&es).unwrap(), None);
    drop(store);
    let store = run(&mut case, &texts);
    assert_eq!(store.reading_key(&es).unwrap().as_deref(), Some("v1"));
    drop(store);
    assert_eq!(Store::open(&case).unwrap().set_aside(), None);
    assert!(verify(folder.path()).unwrap().is_sound());
    // The log says that it happened.
    let log = std::fs::read_to_string(folder.path().join("custody.jsonl")).unwrap();
    assert!(log.contains("\"action\":\"set_aside\""));
}

#[test]
fn a_run_that_was_cut_off_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let (mut case, es, ru) = case(&folder);
    let mut store = Store::open(&case).unwrap();
    case.run_started("ana").unwrap();
    let es_reading = reading(document(&es, ES, Language::Es));
    store.keep_reading(&es, "v1", &es_reading, &[]).unwrap();
    drop((store, case));
    let report = verify(folder.path()).unwrap();
    assert_eq!(report.faults, []);
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.contains("has not ended"))
    );
    let mut case = Case::open(folder.path()).unwrap();
    assert!(case.run_is_open());
    let mut store = Store::open(&case).unwrap();
    assert_eq!(store.reading_key(&es).unwrap().as_deref(), Some("v1"));
    case.run_started("ana").unwrap();
    let ru_reading = reading(document(&ru, RU, Language::Ru));
    store.keep_reading(&ru, "v1", &ru_reading, &[]).unwrap();
    case.run_ended(&store, "ana").unwrap();
    assert!(!case.run_is_open());
    let report = verify(folder.path()).unwrap();
    assert_eq!((report.faults, report.notes), (vec![], vec![]));
}
