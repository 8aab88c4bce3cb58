//! `clew extract`: claims, mentions, gaps and proceedings of files, without a case.

use super::args::{Extract, Lang};
use super::error::{Failure, FailureKind};
use super::out;
use super::summary::state_words;
use super::view::cut_line;
use crate::export::rows;
use inquiry::extract::{self, Depth};
use model::{Block, Claim, Document, EvidenceId, Facts, Format, Language, Reading, Span};
use read::{Hint, Limits, worker};
use serde_json::{Value, json};
use std::path::Path;

pub(super) fn extract(it: &Extract, json: bool) -> Result<(), Failure> {
    let program = std::env::current_exe().map_err(|error| {
        Failure::new(
            FailureKind::Internal,
            format!("cannot find my own program: {error}"),
        )
    })?;
    let mut reader = worker::Reader::new(&program, &[crate::run::WORKER]);
    let mut failed = Vec::new();
    let mut way = None;
    for file in &it.files {
        let bytes = match std::fs::read(file) {
            Ok(bytes) => bytes,
            Err(error) => {
                failed.push(format!("{}: {error}", file.display()));
                way = way.or(way_out(file, &error));
                continue;
            }
        };
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let hint = Hint {
            evidence: EvidenceId::of(&bytes),
            name,
            settings: std::collections::BTreeMap::new(),
        };
        let reading = reader.read(&bytes, &hint, &Limits::default());
        if reading.documents.is_empty() {
            failed.push(format!(
                "{}: {}: {}",
                file.display(),
                reading.state.as_str(),
                reading.state.why().unwrap_or("nothing in it")
            ));
            way = way.or(Some(UNREADABLE.to_owned()));
        } else if let Some(why) = reading.state.why() {
            out::note(&format!(
                "note: {}: {}: {why}",
                file.display(),
                state_words(reading.state.as_str())
            ));
        }
        one(it, file, reading, json)?;
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        FailureKind::Io,
        format!(
            "{} files gave nothing:\n  {}",
            failed.len(),
            failed.join("\n  ")
        ),
    )
    .maybe_hint(way))
}

/// What helps with a file that clew cannot read.
const UNREADABLE: &str =
    "save it in a form that clew reads (README lists them), or hand in its text";

/// What helps where a file could not be opened; a folder belongs into a case.
fn way_out(file: &Path, error: &std::io::Error) -> Option<String> {
    if file.is_dir() {
        return Some(
            "name the files in the folder; a whole folder goes into a case: clew new CASE, clew add CASE FOLDER"
                .to_owned(),
        );
    }
    Failure::io(file, error).way_out().map(str::to_owned)
}

fn one(it: &Extract, file: &Path, reading: Reading, json: bool) -> Result<(), Failure> {
    for fault in &reading.faults {
        out::note(&format!("note: {}: {}", file.display(), fault.what));
    }
    for mut document in reading.documents {
        set_language(&mut document, it.lang);
        document.date = it.date.or(document.date);
        let depth = if it.deep { Depth::Deep } else { Depth::Plain };
        let without = match document.language {
            Language::Unknown => Some("--deep has nothing for this language; read as without it"),
            Language::Es | Language::Ru => Some(
                "--deep has names for this language and no claims; those are read as without it",
            ),
            Language::En => None,
        };
        if let Some(without) = without.filter(|_| it.deep) {
            out::note(&format!("note: {}: {without}", file.display()));
        }
        let facts = extract::facts_at(&document, depth);
        let shown = Shown {
            it,
            file,
            document: &document,
        };
        for value in shown.objects(&facts) {
            if json {
                out::own_json(&value)?;
            } else {
                out::line(&human(&value))?;
            }
        }
    }
    Ok(())
}

/// A language that was asked for holds for the whole text.
fn set_language(document: &mut Document, lang: Lang) {
    let language = match lang {
        Lang::Auto => return,
        Lang::En => Language::En,
        Lang::Es => Language::Es,
        Lang::Ru => Language::Ru,
    };
    document.language = language;
    let blocks = document
        .parts
        .iter_mut()
        .flat_map(|part| part.blocks.iter_mut());
    blocks.for_each(|block: &mut Block| block.language = None);
}

/// A document whose facts are written in the shapes of the contract.
struct Shown<'run> {
    it: &'run Extract,
    file: &'run Path,
    document: &'run Document,
}

impl Shown<'_> {
    fn objects(&self, facts: &Facts) -> Vec<Value> {
        let claims = facts
            .claims
            .iter()
            .filter(|claim| self.it.authors || !(claim.is_authors() || claim.is_nobodys()));
        let mut all: Vec<(usize, usize, Value)> = Vec::new();
        all.extend(claims.map(|claim| (claim.part, claim.place().span.start, self.claim(claim))));
        all.extend(facts.mentions.iter().map(|mention| {
            let value = json!({"type": "mention", "start": mention.place.span.start, "end": mention.place.span.end,
                "text": mention.text, "kind": mention.kind, "value": mention.value});
            (mention.place.part, mention.place.span.start, value)
        }));
        all.extend(facts.gaps.iter().map(|gap| {
            let part = gap.place.part;
            let span = |span| self.span(part, span);
            let value = json!({"type": "gap", "start": gap.place.span.start, "end": gap.place.span.end,
                "text": self.text(part, gap.place.span), "kind": gap.kind, "cue": span(gap.cue),
                "about": gap.about.map(span), "by": gap.by.map(span)});
            (part, gap.place.span.start, value)
        }));
        all.extend(facts.proceedings.iter().map(|step| {
            let part = step.place.part;
            let span = |span| self.span(part, span);
            let value = json!({"type": "proceeding", "start": step.place.span.start, "end": step.place.span.end,
                "text": self.text(part, step.place.span), "stage": step.stage, "who": step.who.map(span),
                "by": step.by.map(span), "offence": step.offence.map(span), "certainty": step.certainty});
            (part, step.place.span.start, value)
        }));
        // Text order; a stable sort keeps claims before mentions at one place.
        all.sort_by_key(|(part, start, _)| (*part, *start));
        all.into_iter()
            .map(|(part, _, value)| self.framed(part, value))
            .collect()
    }

    fn claim(&self, claim: &Claim) -> Value {
        let span = |span| self.span(claim.part, span);
        let mut value = json!({
            "type": "claim", "sentence": claim.sentence, "source": claim.source.span().map(span),
            "source_kind": rows::source_kind(&claim.source),
            "chain": claim.chain.iter().map(|it| span(*it)).collect::<Vec<_>>(),
            "cue": claim.cue.map(span), "content": claim.content.iter().map(|it| span(*it)).collect::<Vec<_>>(),
            "certainty": claim.certainty, "polarity": claim.polarity, "kind": claim.kind,
            "time": claim.time.as_ref().map(|time| json!({"start": time.span.start, "end": time.span.end, "value": time.value})),
            "confidence": rows::rounded(claim.confidence), "rule": claim.rule,
        });
        if claim.is_authors() {
            value["author"] = json!(true);
        }
        value
    }

    /// Adds the file, the language, and the part where the text is not the file's own.
    fn framed(&self, part: usize, mut value: Value) -> Value {
        value["file"] = json!(self.file);
        value["lang"] = json!(self.document.language);
        let own = self.document.path.is_none()
            && matches!(
                self.document.format,
                Format::Text | Format::Markdown | Format::Transcript | Format::Chat
            );
        if !own {
            value["part"] = json!({"member": self.document.path, "index": part,
                "label": self.document.parts.get(part).map(|part| &part.label)});
        }
        value
    }

    fn text(&self, part: usize, span: Span) -> &str {
        self.document
            .parts
            .get(part)
            .and_then(|part| span.of(&part.text))
            .unwrap_or_default()
    }

    fn span(&self, part: usize, span: Span) -> Value {
        json!({"start": span.start, "end": span.end, "text": self.text(part, span)})
    }
}

/// One object as a line for people.
fn human(value: &Value) -> String {
    let text = |field: &str| {
        value[field]["text"]
            .as_str()
            .or_else(|| value[field].as_str())
            .unwrap_or("-")
            .to_owned()
    };
    let place = |from: &Value, to: &Value| format!("{from}-{to}");
    let line = match value["type"].as_str() {
        Some("claim") => {
            let content = value["content"]
                .as_array()
                .map_or_else(String::new, |spans| {
                    spans
                        .iter()
                        .filter_map(|span| span["text"].as_str())
                        .collect::<Vec<_>>()
                        .join(" […] ")
                });
            format!(
                "claim       {}: {} [{}] ({}, {}, {})  {}",
                place(&value["sentence"]["start"], &value["sentence"]["end"]),
                cut_line(&text("source"), 50),
                cut_line(&text("cue"), 40),
                text("certainty"),
                text("polarity"),
                text("kind"),
                cut_line(&content, 200)
            )
        }
        Some(kind) => format!(
            "{kind:<11} {}: {}  {}",
            place(&value["start"], &value["end"]),
            text(if kind == "proceeding" {
                "stage"
            } else {
                "kind"
            }),
            cut_line(&text("text"), 160)
        ),
        None => value.to_string(),
    };
    // What stands beside the text, or is not seen in it, is told apart.
    let beside = value["part"]["index"]
        .as_u64()
        .is_some_and(|index| index > 0);
    match value["part"]["label"].as_str().filter(|_| beside) {
        Some(label) => format!("{line}  (in {label})"),
        None => line,
    }
}
