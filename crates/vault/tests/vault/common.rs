//! Small cases for the tests of the vault.

use model::{
    Assessment, Certainty, Claim, ClaimParts, Document, DocumentId, EvidenceId, Facts, Format,
    Kind, Language, Mention, MentionKind, Network, Part, PartKind, Place, Polarity, ReadState,
    Reading, Resolution, Source, Span,
};
use std::path::Path;
use vault::{Case, Deposit, Store};

/// A deposit of this name by a tester.
pub(crate) fn named(name: &str) -> Deposit {
    Deposit {
        name: name.to_owned(),
        who: "ana".to_owned(),
        ..Deposit::default()
    }
}

/// A document of one part with this text.
pub(crate) fn document(evidence: &EvidenceId, text: &str, language: Language) -> Document {
    Document {
        id: DocumentId::new(evidence, 0),
        evidence: evidence.clone(),
        path: None,
        name: "a.txt".to_owned(),
        format: Format::Text,
        title: None,
        language,
        date: None,
        publisher: Some("El Faro".to_owned()),
        parts: vec![Part {
            kind: PartKind::Body,
            label: "body".to_owned(),
            text: text.to_owned(),
            blocks: Vec::new(),
        }],
        contacts: Vec::new(),
        receipt: None,
    }
}

/// A reading of one document.
pub(crate) fn reading(document: Document) -> Reading {
    Reading {
        state: ReadState::Read,
        documents: vec![document],
        faults: Vec::new(),
    }
}

/// Where words stand in a text.
pub(crate) fn span(text: &str, words: &str) -> Span {
    let start = text.find(words).expect("the words stand in the text");
    Span::new(start, start + words.len())
}

/// Facts with one claim: `source` says `content`, and `person` is named.
pub(crate) fn facts(document: &Document, source: &str, content: &str, person: &str) -> Facts {
    let text = &document.parts[0].text;
    let mut facts = Facts::none(document.id.clone());
    let claim = Claim::new(ClaimParts {
        document: document.id.clone(),
        part: 0,
        sentence: Span::new(0, text.len()),
        source: Source::Named {
            span: span(text, source),
        },
        chain: Vec::new(),
        cue: None,
        content: vec![span(text, content)],
        certainty: Certainty::Alleged,
        polarity: Polarity::Affirmed,
        kind: Kind::Fact,
        time: None,
        confidence: 0.7,
        rule: "test".to_owned(),
    });
    facts.claims.extend(claim);
    facts.mentions.push(Mention::new(
        Place {
            document: document.id.clone(),
            part: 0,
            span: span(text, person),
        },
        MentionKind::Person,
        person,
        None,
    ));
    facts
}

/// Keeps texts, in this order, in one run.
pub(crate) fn run(case: &mut Case, texts: &[(EvidenceId, &str, Language)]) -> Store {
    let mut store = Store::open(case).unwrap();
    case.run_started("ana").unwrap();
    for (id, text, language) in texts {
        let reading = reading(document(id, text, *language));
        store.keep_reading(id, "v1", &reading, &[]).unwrap();
    }
    store
        .keep_derived(
            "f1",
            &Resolution::default(),
            &Network::default(),
            &Assessment::default(),
        )
        .unwrap();
    case.run_ended(&store, "ana").unwrap();
    store
}

/// Every file of a case, sorted.
pub(crate) fn files(path: &Path) -> Vec<std::path::PathBuf> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(path).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.push(path);
        }
    }
    all.sort();
    all
}

/// Changes a file that may be read-only.
pub(crate) fn overwrite(path: &Path, bytes: &[u8]) {
    let rights = std::fs::metadata(path).unwrap().permissions();
    std::fs::remove_file(path).unwrap();
    std::fs::write(path, bytes).unwrap();
    std::fs::set_permissions(path, rights).unwrap();
}
