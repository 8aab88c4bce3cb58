//! Scores names (people, organisations, places) against gold: precision, recall, F1 over exact spans.
//!
//! CoNLL-2003 (Tjong Kim Sang and De Meulder 2003) and CoNLL-2002 (Tjong Kim Sang 2002) are scored on the
//! text put together from their tokens; NEREL (Loukachevitch et al. 2021) on its outermost entities.

use anyhow::{Context, Result};
use model::{Document, DocumentId, EvidenceId, Format, Language, MentionKind, Part, PartKind};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A name in a text: first byte, end byte, kind.
type Name = (usize, usize, &'static str);

/// Hits, proposals and gold names of one kind.
#[derive(Clone, Copy, Default)]
struct Score {
    hit: usize,
    proposed: usize,
    gold: usize,
}

/// What the subcommand takes.
#[derive(clap::Args)]
pub(crate) struct Names {
    /// Which gold: columns in English or Spanish, or NEREL's standoff in Russian.
    #[arg(value_parser = ["en", "es", "nerel"])]
    corpus: String,
    /// The file of columns, or the folder of standoff.
    path: PathBuf,
    /// How many of the commonest errors are listed.
    #[arg(long, default_value_t = 0)]
    errors: usize,
}

impl Names {
    /// Reads the gold, finds names in its text, scores, prints.
    pub(crate) fn run(&self) -> Result<()> {
        let (texts, language) = match self.corpus.as_str() {
            "nerel" => (brat(&self.path)?, Language::Ru),
            "es" => (conll(&self.path)?, Language::Es),
            _ => (conll(&self.path)?, Language::En),
        };
        crate::say(score(&texts, language, self.errors)?.trim_end());
        Ok(())
    }
}

/// The table of scores, and the commonest errors (`-` missed, `+` wrong).
fn score(texts: &[(String, Vec<Name>)], language: Language, limit: usize) -> Result<String> {
    let mut scores: BTreeMap<&str, Score> = BTreeMap::new();
    let mut errors: BTreeMap<String, usize> = BTreeMap::new();
    for (text, gold) in texts {
        let found = tagged(text, language);
        for kind in ["PER", "ORG", "LOC"] {
            let of = |names: &[Name]| -> BTreeSet<Name> {
                names
                    .iter()
                    .copied()
                    .filter(|name| name.2 == kind)
                    .collect()
            };
            let (gold, found) = (of(gold), of(&found));
            let score = scores.entry(kind).or_default();
            score.hit += gold.intersection(&found).count();
            score.proposed += found.len();
            score.gold += gold.len();
            for (sign, list) in [
                ("-", gold.difference(&found)),
                ("+", found.difference(&gold)),
            ] {
                for (start, end, _) in list {
                    let words = text
                        .get(*start..*end)
                        .unwrap_or_default()
                        .replace('\n', " ");
                    *errors.entry(format!("{sign} {kind} {words}")).or_default() += 1;
                }
            }
        }
    }
    let mut out = String::from("kind   precision  recall      F1    gold\n");
    for (kind, score) in scores {
        let share = |part: usize, whole: usize| 100.0 * count(part) / count(whole.max(1));
        let (p, r) = (
            share(score.hit, score.proposed),
            share(score.hit, score.gold),
        );
        let f = if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        };
        writeln!(out, "{kind:5} {p:9.1} {r:8.1} {f:7.1} {:7}", score.gold)?;
    }
    let mut errors: Vec<_> = errors.into_iter().collect();
    errors.sort_by_key(|(words, count)| (std::cmp::Reverse(*count), words.clone()));
    for (words, count) in errors.into_iter().take(limit) {
        writeln!(out, "{count:5} {words}")?;
    }
    Ok(out)
}

fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::INFINITY, f64::from)
}

/// The names that extraction finds in a text.
fn tagged(text: &str, language: Language) -> Vec<Name> {
    let evidence = EvidenceId::of(text.as_bytes());
    let part = Part {
        kind: PartKind::Body,
        label: "body".to_owned(),
        text: text.to_owned(),
        blocks: Vec::new(),
    };
    let document = Document {
        id: DocumentId::new(&evidence, 0),
        evidence,
        path: None,
        name: "text".to_owned(),
        format: Format::Text,
        title: None,
        language,
        date: None,
        publisher: None,
        parts: vec![part],
        contacts: Vec::new(),
        receipt: None,
    };
    inquiry::extract::facts(&document)
        .mentions
        .into_iter()
        .filter_map(|mention| {
            let kind = match mention.kind {
                MentionKind::Person => "PER",
                MentionKind::Organisation => "ORG",
                MentionKind::Place => "LOC",
                _ => return None,
            };
            Some((mention.place.span.start, mention.place.span.end, kind))
        })
        .collect()
}

/// Documents of a file in columns; in files without document marks, a hundred sentences are one text.
fn conll(path: &Path) -> Result<Vec<(String, Vec<Name>)>> {
    let data = fs::read_to_string(path).with_context(|| format!("reading {}", path.display()))?;
    let marked = data.contains("-DOCSTART-");
    let mut texts = Vec::new();
    let (mut text, mut names, mut sentences) = (String::new(), Vec::<Name>::new(), 0);
    let mut open = false;
    for line in data.lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let (Some(word), Some(tag)) = (columns.get(1), columns.get(2)) else {
            if !text.is_empty() && !text.ends_with('\n') {
                text.push_str("\n\n");
                sentences += 1;
            }
            open = false;
            if !marked && sentences >= 100 {
                texts.push((std::mem::take(&mut text), std::mem::take(&mut names)));
                sentences = 0;
            }
            continue;
        };
        if *word == "-DOCSTART-" {
            texts.push((std::mem::take(&mut text), std::mem::take(&mut names)));
            continue;
        }
        let glued = matches!(*word, "." | "," | ";" | ":" | ")" | "'s" | "?" | "!" | "»");
        if !text.is_empty() && !text.ends_with(['\n', '(', '«']) && !glued {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        let kind = ["PER", "ORG", "LOC"]
            .into_iter()
            .find(|kind| tag.ends_with(kind));
        match (kind, names.last_mut()) {
            (Some(kind), Some(last)) if open && tag.starts_with('I') && last.2 == kind => {
                last.1 = text.len();
            }
            (Some(kind), _) => names.push((start, text.len(), kind)),
            (None, _) => {}
        }
        open = kind.is_some();
    }
    texts.push((text, names));
    Ok(texts)
}

/// Documents of a folder in brat's standoff: outermost people, organisations and places.
fn brat(folder: &Path) -> Result<Vec<(String, Vec<Name>)>> {
    let mut texts = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(folder)?
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
        let mut names: Vec<Name> = Vec::new();
        for line in fs::read_to_string(path.with_extension("ann"))?.lines() {
            let mut columns = line.split('\t');
            let (Some(_), Some(head)) = (
                columns.next().filter(|id| id.starts_with('T')),
                columns.next(),
            ) else {
                continue;
            };
            let mut fields = head.split([' ', ';']);
            let kind = match fields.next() {
                Some("PERSON") => "PER",
                Some("ORGANIZATION") => "ORG",
                Some("COUNTRY" | "CITY" | "STATE_OR_PROVINCE" | "LOCATION" | "DISTRICT") => "LOC",
                _ => continue,
            };
            let spans: Vec<usize> = fields.filter_map(|field| field.parse().ok()).collect();
            if let (Some(start), Some(end)) = (
                spans.first().and_then(|at| offsets.get(*at)),
                spans.last().and_then(|at| offsets.get(*at)),
            ) {
                names.push((*start, *end, kind));
            }
        }
        let outer: Vec<Name> = names
            .iter()
            .copied()
            .filter(|name| {
                !names.iter().any(|other| {
                    other.0 <= name.0 && name.1 <= other.1 && (other.0, other.1) != (name.0, name.1)
                })
            })
            .collect();
        texts.push((text, outer));
    }
    Ok(texts)
}
