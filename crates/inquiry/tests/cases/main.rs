//! The specification, run: every case of `cases/*.md` is evidence and what has to be told from it.

mod check;
mod format;

use format::{Case, Evidence, Lines};
use inquiry::extract;
use model::{
    Block, BlockKind, Document, DocumentId, EvidenceId, Facts, Format, Part, PartKind, Span,
};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// The files of the specification, in order.
fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cases");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|end| end == "md"))
        .filter(|path| path.file_name().is_some_and(|name| name != "README.md"))
        .collect();
    files.sort();
    files
}

/// The rows of a table: cells between bars, the first row its header.
fn rows(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for (at, line) in text.split_inclusive('\n').enumerate() {
        let mut from = start;
        let cells = line.trim_end().split(" | ").map(|cell| {
            let span = Span::new(from, from + cell.len());
            from = span.end + " | ".len();
            span
        });
        let kind = BlockKind::Row {
            number: at + 1,
            cells: cells.collect(),
            header: at == 0,
        };
        blocks.push(Block {
            span: Span::new(start, start + line.trim_end().len()),
            kind,
            language: None,
        });
        start += line.len();
    }
    blocks
}

/// The turns of a transcript, and what stands between them.
fn turns(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if let Some((name, words)) = line.trim_end().split_once(": ") {
            blocks.push(Block {
                span: Span::new(end - words.len(), end),
                kind: BlockKind::Turn {
                    speaker: Some(Span::new(start, start + name.len())),
                    at: None,
                },
                language: None,
            });
        } else if end > start {
            blocks.push(Block {
                span: Span::new(start, end),
                kind: BlockKind::Paragraph,
                language: None,
            });
        }
        start += line.len();
    }
    blocks
}

/// The evidence as reading would give it.
fn document(evidence: &Evidence) -> Document {
    let text = &evidence.text;
    let (format, blocks) = match evidence.lines {
        Lines::Text => (Format::Text, Vec::new()),
        Lines::Turns => (Format::Transcript, turns(text)),
        Lines::Rows => (Format::Table, rows(text)),
    };
    // Two publishers may print the same words; they are two pieces.
    let publisher = evidence.publisher.as_deref().unwrap_or_default();
    let id = EvidenceId::of(format!("{text}\n{publisher}").as_bytes());
    Document {
        id: DocumentId::new(&id, 0),
        evidence: id,
        path: None,
        name: "case".to_owned(),
        format,
        title: None,
        language: evidence.language,
        date: evidence.date,
        publisher: evidence.publisher.clone(),
        parts: vec![Part {
            kind: PartKind::Body,
            label: "body".to_owned(),
            text: text.clone(),
            blocks,
        }],
        contacts: Vec::new(),
        receipt: None,
    }
}

/// What is wrong with the facts and the entities of a case, one line each.
fn faults(case: &Case) -> Vec<String> {
    let documents: Vec<Document> = case.evidence.iter().map(document).collect();
    let facts: Vec<Facts> = documents.iter().map(extract::facts).collect();
    let resolution = inquiry::resolve::entities(&documents, &facts, &[], &[]);
    let mut found = check::told_entities(&documents, &facts, &resolution);
    let assessment = inquiry::assess::findings(&documents, &facts, &resolution);
    found.extend(check::told_findings(&documents, &facts, &assessment));
    if let ([one], [facts]) = (&case.evidence[..], &facts[..]) {
        found.extend(check::told(&one.text, facts));
    }
    check::all(&found, &case.expected)
}

#[test]
fn every_case_is_met() {
    let mut report = String::new();
    let (mut cases, mut failed) = (0, 0);
    for file in files() {
        let text = std::fs::read_to_string(&file).unwrap_or_default();
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        match format::cases(&text) {
            Err(fault) => {
                failed += 1;
                let _ = writeln!(report, "{name}: {fault}");
            }
            Ok(found) => {
                for case in found {
                    cases += 1;
                    let faults = faults(&case);
                    failed += usize::from(!faults.is_empty());
                    for fault in faults {
                        let _ = writeln!(report, "{name}: {}: {fault}", case.name);
                    }
                }
            }
        }
    }
    assert!(cases > 0, "no cases were found");
    assert!(failed == 0, "{failed} of {cases} cases\n{report}");
}

const SAMPLE: &str =
    "# One\n\n```text en\nAna said that the bus left.\n```\n\n```expect\nEXPECT\n```\n";

/// Whether the sample with this expectation is met.
fn met(expect: &str) -> Option<bool> {
    let cases = format::cases(&SAMPLE.replace("EXPECT", expect)).ok()?;
    Some(cases.iter().all(|case| faults(case).is_empty()))
}

#[test]
fn an_expectation_can_fail() {
    assert_eq!(
        met("claim | source: \"Ana\" | cue: \"said\" | content: \"that the bus left\""),
        Some(true)
    );
    for wrong in [
        "claim | source: \"Eva\"",
        "claim | content: \"the bus\"",
        "claim | certainty: alleged",
        "claim | polarity: denied",
        "claim | source: \"Ana\" | chain: \"Eva\"",
        "no-claim | source: \"Ana\"",
        "no-claim | content: \"bus left\"",
        "gap | kind: unknown",
        "role | who: \"Ana\" | role: recruiter",
        "proceeding | stage: arrest",
        "claim | source: nobody\nonly",
    ] {
        assert_eq!(met(wrong), Some(false), "{wrong}");
    }
}

#[test]
fn an_expectation_that_is_not_understood_is_refused() {
    for wrong in ["clam | source: \"Ana\"", "claim | sauce: \"Ana\"", "claim"] {
        assert_eq!(met(wrong), None, "{wrong}");
    }
}
