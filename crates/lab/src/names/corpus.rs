//! Reads gold names: columns (`CoNLL`) and brat's standoff (`NEREL`).

use anyhow::{Context, Result};
use model::{Language, MentionKind, Span};
use std::fs;
use std::path::{Path, PathBuf};

/// A gold name; none is a name of another thing.
pub(crate) type Name = (Span, Option<MentionKind>);

/// A text with its gold names, in text order.
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) names: Vec<Name>,
}

/// Which gold.
#[derive(clap::Args)]
pub(super) struct Gold {
    /// Which gold: columns in English or Spanish, or NEREL's standoff in Russian.
    #[arg(value_parser = ["en", "es", "nerel"])]
    corpus: String,
    /// The file of columns, or the folder of standoff.
    path: PathBuf,
}

impl Gold {
    /// The texts.
    pub(super) fn read(&self) -> Result<Vec<Text>> {
        if self.corpus == "nerel" {
            brat(&self.path)
        } else {
            columns(&self.path)
        }
    }

    /// Their language.
    pub(super) fn language(&self) -> Language {
        match self.corpus.as_str() {
            "nerel" => Language::Ru,
            "es" => Language::Es,
            _ => Language::En,
        }
    }
}

/// What a column's tag names; none for no name.
#[expect(
    clippy::option_option,
    reason = "no name, a name of another thing, a name of a kind"
)]
fn tagged(tag: &str) -> Option<Option<MentionKind>> {
    match tag.split_once('-')?.1 {
        "PER" => Some(Some(MentionKind::Person)),
        "ORG" => Some(Some(MentionKind::Organisation)),
        "LOC" => Some(Some(MentionKind::Place)),
        _ => Some(None),
    }
}

/// Documents of a file in columns; in files without document marks, a hundred sentences are one text.
pub(crate) fn columns(path: &Path) -> Result<Vec<Text>> {
    let data = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let marked = data.contains("-DOCSTART-");
    let mut texts = Vec::new();
    let (mut text, mut names, mut sentences) = (String::new(), Vec::<Name>::new(), 0);
    let mut open = false;
    for line in data.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let word = columns.get(1).zip(columns.get(2));
        let done = if let Some((word, _)) = word {
            *word == "-DOCSTART-"
        } else {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push_str("\n\n");
                sentences += 1;
            }
            open = false;
            !marked && sentences >= 100
        };
        if done {
            let (text, names) = (std::mem::take(&mut text), std::mem::take(&mut names));
            texts.push(Text { text, names });
            sentences = 0;
        }
        let Some((word, tag)) = word.filter(|_| !done) else {
            continue;
        };
        let glued = matches!(*word, "." | "," | ";" | ":" | ")" | "'s" | "?" | "!" | "»");
        if !text.is_empty() && !text.ends_with(['\n', '(', '«']) && !glued {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        let kind = tagged(tag);
        match (kind, names.last_mut()) {
            (Some(kind), Some(last)) if open && tag.starts_with('I') && last.1 == kind => {
                last.0 = Span::new(last.0.start, text.len());
            }
            (Some(kind), _) => names.push((Span::new(start, text.len()), kind)),
            (None, _) => {}
        }
        open = kind.is_some();
    }
    texts.push(Text { text, names });
    Ok(texts)
}

/// What a type of NEREL names; none for what is no name.
#[expect(
    clippy::option_option,
    reason = "no name, a name of another thing, a name of a kind"
)]
fn typed(name: &str) -> Option<Option<MentionKind>> {
    match name {
        "PERSON" => Some(Some(MentionKind::Person)),
        "ORGANIZATION" => Some(Some(MentionKind::Organisation)),
        "COUNTRY" | "CITY" | "STATE_OR_PROVINCE" | "LOCATION" | "DISTRICT" => {
            Some(Some(MentionKind::Place))
        }
        "NATIONALITY" | "WORK_OF_ART" | "PRODUCT" | "FACILITY" | "AWARD" | "IDEOLOGY"
        | "RELIGION" | "LANGUAGE" | "LAW" => Some(None),
        _ => None,
    }
}

/// Documents of a folder in brat's standoff: outermost people, organisations and places, and other names beside them.
fn brat(folder: &Path) -> Result<Vec<Text>> {
    let mut texts = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("reading {}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    for path in paths
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
    {
        let text = fs::read_to_string(path)?;
        let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        offsets.push(text.len());
        let mut all: Vec<Name> = Vec::new();
        for line in fs::read_to_string(path.with_extension("ann"))?.lines() {
            let mut columns = line.split('\t');
            let (Some(_), Some(head)) = (
                columns.next().filter(|id| id.starts_with('T')),
                columns.next(),
            ) else {
                continue;
            };
            let mut fields = head.split([' ', ';']);
            let Some(kind) = fields.next().and_then(typed) else {
                continue;
            };
            let spans: Vec<usize> = fields.filter_map(|field| field.parse().ok()).collect();
            if let (Some(start), Some(end)) = (
                spans.first().and_then(|at| offsets.get(*at)),
                spans.last().and_then(|at| offsets.get(*at)),
            ) {
                all.push((Span::new(*start, *end), kind));
            }
        }
        let names = outermost(all);
        texts.push(Text { text, names });
    }
    Ok(texts)
}

/// People, organisations and places that lie in no other one, and other names that touch none.
fn outermost(all: Vec<Name>) -> Vec<Name> {
    let (named, mut others): (Vec<Name>, Vec<Name>) =
        all.into_iter().partition(|name| name.1.is_some());
    let mut out: Vec<Name> = named
        .iter()
        .copied()
        .filter(|(span, _)| {
            !named.iter().any(|(other, _)| {
                other.start <= span.start && span.end <= other.end && other != span
            })
        })
        .collect();
    others.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    for other in others {
        if !out.iter().any(|(span, _)| span.overlaps(other.0)) {
            out.push(other);
        }
    }
    out.sort_by_key(|(span, _)| (span.start, span.end));
    out
}
