//! Where documents and annotations lie, and which half they belong to.

use super::annotation;
use super::claim::Claim;
use super::page::Page;
use anyhow::{Context as _, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// Endings of annotations.
const SIDES: [&str; 3] = ["a", "b", "gold"];
/// Folders of documents that count.
const LANGUAGES: [&str; 3] = ["en", "es", "ru"];

/// What a document is for: odd numbers to tune on, even ones for one final score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Half {
    /// To tune on.
    Dev,
    /// For one final score.
    Final,
}

/// A document that counts.
pub(crate) struct Entry {
    /// Language and number: `es/07`.
    pub(crate) name: String,
    /// What it is for.
    pub(crate) half: Half,
    /// What it says.
    pub(crate) page: Page,
    path: PathBuf,
}

impl Entry {
    /// The claims of one side; none if it is not annotated yet. Faults are an error: check first.
    pub(crate) fn claims(&self, side: &str) -> Result<Option<Vec<Claim>>> {
        let path = self.path.with_extension(format!("{side}.txt"));
        if !path.exists() {
            return Ok(None);
        }
        let (claims, faults) = annotation::read(&self.page, &fs::read_to_string(&path)?);
        ensure!(
            faults.is_empty(),
            "{}:{}\n{} faults; see `lab claims check`",
            path.display(),
            faults[0],
            faults.len()
        );
        Ok(Some(claims))
    }
}

/// The half of a document's number; `T01` and so on are for training alone.
fn half(stem: &str) -> Result<Half> {
    if stem
        .strip_prefix('T')
        .is_some_and(|number| number.parse::<usize>().is_ok())
    {
        return Ok(Half::Dev);
    }
    let number: usize = stem
        .parse()
        .with_context(|| format!("{stem}.md: a document's name is its number"))?;
    Ok(if number % 2 == 1 {
        Half::Dev
    } else {
        Half::Final
    })
}

/// The documents that count, by language and number.
pub(crate) fn entries(root: &Path, language: Option<&str>) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for folder in LANGUAGES {
        if language.is_some_and(|wanted| wanted != folder) {
            continue;
        }
        for path in listed(&root.join(folder), "md")? {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let page = Page::parse(&fs::read_to_string(&path)?)
                .with_context(|| path.display().to_string())?;
            ensure!(
                page.language.as_str() == folder,
                "{}: lang is {}",
                path.display(),
                page.language
            );
            entries.push(Entry {
                name: format!("{folder}/{stem}"),
                half: half(&stem)?,
                page,
                path,
            });
        }
    }
    Ok(entries)
}

/// The files of a folder with an ending, sorted; none if there is no folder.
fn listed(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == ending) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

/// Every document and annotation, samples included.
pub(crate) fn all(root: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for folder in LANGUAGES.into_iter().chain(["sample"]) {
        for ending in ["md", "txt"] {
            paths.extend(listed(&root.join(folder), ending)?);
        }
    }
    Ok(paths)
}

/// How many claims a file holds, and its faults.
pub(crate) fn check(path: &Path) -> (usize, Vec<String>) {
    match try_check(path) {
        Ok(found) => found,
        Err(fault) => (0, vec![format!(" {fault:#}")]),
    }
}

fn try_check(path: &Path) -> Result<(usize, Vec<String>)> {
    let file = fs::read_to_string(path)?;
    if path.extension().is_some_and(|it| it == "md") {
        Page::parse(&file)?;
        return Ok((0, Vec::new()));
    }
    let side = SIDES.iter().find(|side| {
        let ending = format!(".{side}.txt");
        path.to_string_lossy().ends_with(&ending)
    });
    ensure!(side.is_some(), "neither .md nor .a.txt, .b.txt, .gold.txt");
    let document = path.with_extension("").with_extension("md");
    let text = fs::read_to_string(&document)
        .with_context(|| format!("no document {}", document.display()))?;
    let page = Page::parse(&text).with_context(|| document.display().to_string())?;
    let (claims, faults) = annotation::read(&page, &file);
    Ok((claims.len(), faults))
}
