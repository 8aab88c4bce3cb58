//! Texts in which every named person is marked: `[[v1 Ana]]`, a letter for the part and a number for the person.

use crate::names::columns;
use anyhow::{Context as _, Result, bail, ensure};
use model::Span;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What somebody is in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Harmed, a minor, a witness, or their kin.
    Kept,
    /// Accused, a recruiter, in office, at work.
    Public,
    /// Careful readers would differ.
    Open,
    /// No person: a firm, a ship, a place.
    Thing,
}

impl Part {
    fn of(letter: char) -> Option<Self> {
        Some(match letter {
            'v' | 'm' | 'w' | 'k' => Self::Kept,
            'x' | 'o' => Self::Public,
            'e' => Self::Open,
            'f' => Self::Thing,
            _ => return None,
        })
    }
}

/// A text with its people.
pub(crate) struct Marked {
    pub(crate) text: String,
    /// What each is, and where he is named.
    pub(crate) people: Vec<(Part, Vec<Span>)>,
    /// Whether it is one of our documents on this field, with its people listed.
    listed: bool,
}

impl Marked {
    /// Whether it tells of harm: somebody in it is to be kept back. Of a listed document in which nobody is, it is not known.
    pub(crate) fn is_harm(&self) -> Option<bool> {
        let harm = self.people.iter().any(|(part, _)| *part == Part::Kept);
        (harm || !self.listed).then_some(harm)
    }

    /// Whether it is a document whose people are listed.
    pub(crate) const fn is_listed(&self) -> bool {
        self.listed
    }

    /// Reads the marks out of a text.
    pub(crate) fn read(marked: &str) -> Result<Self> {
        let mut text = String::with_capacity(marked.len());
        let mut people: BTreeMap<&str, (Part, Vec<Span>)> = BTreeMap::new();
        let mut rest = marked;
        while let Some((before, behind)) = rest.split_once("[[") {
            text.push_str(before);
            let (mark, behind) = behind.split_once("]]").context("a mark is not closed")?;
            let (who, name) = mark.split_once(' ').context("a mark without a name")?;
            let part = who.chars().next().and_then(Part::of);
            let part = part.with_context(|| format!("no part: {who}"))?;
            let start = text.len();
            text.push_str(name);
            people
                .entry(who)
                .or_insert((part, Vec::new()))
                .1
                .push(Span::new(start, text.len()));
            rest = behind;
        }
        text.push_str(rest);
        Ok(Self {
            text,
            people: people.into_values().collect(),
            listed: false,
        })
    }
}

/// The marked texts of a folder, in the order of their names.
pub(crate) fn folder(folder: &Path) -> Result<Vec<Marked>> {
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Marked::read(&text).with_context(|| path.display().to_string())
    };
    texts(folder)?.iter().map(read).collect()
}

/// Documents whose people are listed: a line for each, `DOCUMENT<TAB>LETTER<TAB>FORM|FORM`, with the forms of the name. Documents are named from the
/// list's folder `documents`.
pub(crate) fn listed(list: &Path, documents: &Path) -> Result<Vec<Marked>> {
    let lines = fs::read_to_string(list).with_context(|| list.display().to_string())?;
    let mut by_document: BTreeMap<&str, Vec<(Part, Vec<&str>)>> = BTreeMap::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        let [document, letter, forms] = line.split('\t').collect::<Vec<_>>()[..] else {
            bail!("{}: no line of three: {line}", list.display());
        };
        let part = letter.chars().next().and_then(Part::of);
        let part = part.with_context(|| format!("no part: {line}"))?;
        let forms = forms.split('|').map(str::trim).filter(|it| !it.is_empty());
        by_document
            .entry(document)
            .or_default()
            .push((part, forms.collect()));
    }
    let mut out = Vec::new();
    for (name, people) in by_document {
        let path = documents.join(name);
        let whole = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        let text = whole
            .splitn(3, "---")
            .nth(2)
            .unwrap_or(&whole)
            .trim()
            .to_owned();
        let people = people
            .into_iter()
            .map(|(part, forms)| (part, places(&text, &forms)))
            .filter(|(_, places)| !places.is_empty())
            .collect();
        out.push(Marked {
            text,
            people,
            listed: true,
        });
    }
    Ok(out)
}

/// Where one of these forms stands, longest first and none inside another.
fn places(text: &str, forms: &[&str]) -> Vec<Span> {
    let mut forms = forms.to_vec();
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    let mut found: Vec<Span> = Vec::new();
    for form in forms {
        for span in whole(text, form) {
            if !found.iter().any(|it| it.overlaps(span)) {
                found.push(span);
            }
        }
    }
    found.sort();
    found
}

/// Where these words stand in a text, not as a part of longer ones.
pub(super) fn whole(text: &str, words: &str) -> impl Iterator<Item = Span> {
    let places = text.match_indices(words);
    let places = places.map(|(at, words)| Span::new(at, at + words.len()));
    places.filter(|span| {
        let before = text[..span.start].chars().next_back();
        let behind = text[span.end..].chars().next();
        let mut beside = [before, behind].into_iter().flatten();
        !beside.any(char::is_alphanumeric)
    })
}

/// General texts: the `.txt` files of a folder, or a file in columns cut into texts.
pub(crate) fn general(path: &Path) -> Result<Vec<String>> {
    if path.is_dir() {
        let read =
            |path: &PathBuf| fs::read_to_string(path).with_context(|| path.display().to_string());
        return texts(path)?.iter().map(read).collect();
    }
    Ok(columns(path)?.into_iter().map(|it| it.text).collect())
}

/// The `.txt` files of a folder, in the order of their names; it is an error if there are none.
pub(super) fn texts(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| entry.map(|it| it.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|it| it == "txt"));
    files.sort();
    ensure!(!files.is_empty(), "{}: no texts", folder.display());
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_out() -> Result<()> {
        let marked = Marked::read("[[v1 Ana Li]] saw [[x1 Bo]]. [[v1 Ana]] left.")?;
        assert_eq!(marked.text, "Ana Li saw Bo. Ana left.");
        assert_eq!(marked.people.len(), 2);
        assert_eq!(marked.people[0].0, Part::Kept);
        assert_eq!(marked.people[0].1[1].of(&marked.text), Some("Ana"));
        assert_eq!(marked.is_harm(), Some(true));
        assert!(Marked::read("[[v1 Ana").is_err());
        Ok(())
    }

    #[test]
    fn places_are_whole_and_apart() {
        let text = "Ana Li, Anabel, Ana";
        let found = places(text, &["Ana", "Ana Li"]);
        assert_eq!(found, [Span::new(0, 6), Span::new(16, 19)]);
    }
}
