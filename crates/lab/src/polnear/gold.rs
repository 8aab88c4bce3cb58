//! Reads `PolNeAR` (Newell, Margolin, Ruths 2018): texts and brat standoff attributions.

use anyhow::{Context, Result};
use model::Span;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// One article with its gold claims.
pub(super) struct Article {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) claims: Vec<Gold>,
}

/// A gold claim; spans in bytes of the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gold {
    pub(crate) source: Vec<Span>,
    pub(crate) cue: Vec<Span>,
    pub(crate) content: Vec<Span>,
}

/// The articles of a split in the order of their names, at most `limit`.
pub(super) fn read(root: &Path, split: &str, limit: Option<usize>) -> Result<Vec<Article>> {
    let folder = root.join(split);
    let mut annotations: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in fs::read_dir(folder.join("attributions")).context("no such split")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        annotations.entry(name.clone()).or_default().push(name);
    }
    let names: Vec<String> = annotations.into_keys().collect();
    let mut texts: Vec<String> = fs::read_dir(folder.join("text"))?
        .filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()))
        .filter_map(|name| name.strip_suffix(".txt").map(str::to_owned))
        .collect();
    texts.sort();
    let mut out = Vec::new();
    for stem in texts.into_iter().take(limit.unwrap_or(usize::MAX)) {
        let Some(first) = names.iter().find(|name| name.starts_with(&stem)) else {
            continue;
        };
        let text = fs::read_to_string(folder.join("text").join(format!("{stem}.txt")))?;
        let standoff = fs::read_to_string(folder.join("attributions").join(first))?;
        out.push(Article {
            claims: claims(&text, &standoff),
            name: stem,
            text,
        });
    }
    Ok(out)
}

/// The attributions of a standoff file that have a content.
fn claims(text: &str, standoff: &str) -> Vec<Gold> {
    let mut offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    offsets.push(text.len());
    let byte = |character: usize| offsets.get(character).copied().unwrap_or(text.len());
    let mut spans: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    let mut out = Vec::new();
    for line in standoff.lines() {
        let mut cells = line.split('\t');
        let (Some(id), Some(body)) = (cells.next(), cells.next()) else {
            continue;
        };
        if id.starts_with('T') {
            let ranges = body.split_once(' ').map_or("", |pair| pair.1);
            let found = ranges.split(';').filter_map(|range| {
                let (start, end) = range.trim().split_once(' ')?;
                Some(Span::new(
                    byte(start.parse().ok()?),
                    byte(end.parse().ok()?),
                ))
            });
            spans.insert(id, found.collect());
        } else if id.starts_with('E') {
            let mut gold = Gold::default();
            for argument in body.split_whitespace() {
                let Some((role, id)) = argument.split_once(':') else {
                    continue;
                };
                let spans = spans.get(id).cloned().unwrap_or_default();
                match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                    "Source" => gold.source.extend(spans),
                    "Cue" => gold.cue.extend(spans),
                    "Content" => gold.content.extend(spans),
                    _ => {}
                }
            }
            if !gold.content.is_empty() {
                gold.content.sort();
                out.push(gold);
            }
        }
    }
    out
}
