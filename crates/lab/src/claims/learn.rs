//! Training of the tagger on the project's own gold claims: the odd documents, never those of the final half.

use super::claim::Claim;
use super::files::{self, Entry, Half};
use super::score::{self, Card};
use crate::polnear::{Counted, Gold, Lesson, learn, lessons_of, table};
use crate::say;
use anyhow::{Context as _, Result, ensure};
use inquiry::extract::tagger::{self, Model, Size};
use model::Source;
use std::path::{Path, PathBuf};

/// A step of the table of shares rests on at least so many claims.
pub(super) const LEAST: usize = 40;
/// What the table of shares says of itself.
const HEAD: &str = "# Counted by `lab train-tagger --gold` in the odd documents of gold/claims, by weights that have not seen them: language,\n\
     # depth, reader, least grade, share that was right, how many were counted.\n";

/// What to train on, and how.
pub(crate) struct Lessons<'l> {
    /// Folders of gold claims; the last one is scored on by parts.
    pub(crate) folders: &'l [PathBuf],
    /// The language.
    pub(crate) language: &'l str,
    /// Paragraphs of a corpus that are taught too.
    pub(crate) beside: Vec<Lesson>,
    /// How often the own paragraphs are seen in each pass.
    pub(crate) weight: usize,
    /// How large the weights are.
    pub(crate) size: Size,
    /// Passes over all of it.
    pub(crate) passes: usize,
    /// Into how many parts the last folder is cut to score each by what the others teach; 0 for none.
    pub(crate) folds: usize,
    /// Where to write how often claims that were read the same way were right, by the parts.
    pub(crate) shares: Option<&'l Path>,
    /// Seed of the order in which paragraphs are seen.
    pub(crate) seed: u64,
}

impl Lessons<'_> {
    /// Trains and writes the weights; with folds, scores and writes nothing.
    pub(crate) fn run(&self, out: &Path) -> Result<()> {
        let mut folders = Vec::new();
        for folder in self.folders {
            folders.push(annotated(folder, self.language)?);
        }
        let last = folders.pop().context("no folder of gold claims")?;
        let before: Vec<_> = folders.into_iter().flatten().collect();
        say(&format!(
            "{} documents, {} of the last folder",
            before.len() + last.len(),
            last.len()
        ));
        if self.folds == 0 {
            let all: Vec<_> = before.iter().chain(&last).collect();
            std::fs::write(out, tagger::pack(&self.train(&all)?))?;
            return Ok(());
        }
        let mut card = Card::default();
        let mut counted = Counted::new();
        for fold in 0..self.folds {
            let part = |index: usize| index % self.folds == fold;
            let others = last.iter().enumerate().filter(|(index, _)| !part(*index));
            let seen: Vec<_> = before
                .iter()
                .chain(others.map(|(_, taught)| taught))
                .collect();
            let bytes = self.train(&seen)?;
            let model = Model::read(&bytes).context("weights of the wrong length")?;
            for (_, (entry, gold)) in last.iter().enumerate().filter(|(index, _)| part(*index)) {
                let (found, ways) = super::extracted(entry, (Some(&model), None));
                card.add(&entry.page.text, gold, &found);
                let right = score::outcome(&entry.page.text, gold, &found).right;
                let told = found.iter().zip(ways).zip(right);
                counted.extend(told.filter_map(|((claim, way), right)| {
                    Some((way, right?)).filter(|_| !claim.is_plain())
                }));
                for line in score::errors(&entry.page.text, gold, &found) {
                    say(&format!("{}  {line}", entry.name));
                }
            }
        }
        say(&card.lines(self.language).join("\n"));
        if let Some(path) = self.shares {
            std::fs::write(path, table(counted, LEAST, HEAD))?;
        }
        Ok(())
    }

    /// The weights that some documents teach.
    fn train(&self, documents: &[&(Entry, Vec<Claim>)]) -> Result<Vec<u8>> {
        let lessons = paragraphs(documents);
        let own = std::iter::repeat_n(&lessons, self.weight).flatten();
        let lessons: Vec<&Lesson> = self.beside.iter().chain(own).collect();
        let told = |_, _: &_| Ok(());
        Ok(learn(&lessons, self.size, self.passes, self.seed, told)?.bytes())
    }
}

/// The paragraphs of own documents in a language, to teach.
pub(crate) fn own(folders: &[PathBuf], language: &str) -> Result<Vec<Lesson>> {
    let mut all = Vec::new();
    for folder in folders {
        all.extend(annotated(folder, language)?);
    }
    Ok(paragraphs(&all.iter().collect::<Vec<_>>()))
}

/// The texts of own documents in a language with their gold, to teach.
pub(crate) fn own_texts(folders: &[PathBuf], language: &str) -> Result<Vec<Text>> {
    let mut out = Vec::new();
    for folder in folders {
        let all = annotated(folder, language)?.into_iter();
        out.extend(all.map(|(entry, claims)| {
            let gold = claims.iter().filter_map(marked).collect();
            (entry.name, entry.page.text, gold)
        }));
    }
    Ok(out)
}

/// A name, a text and its gold claims.
pub(crate) type Text = (String, String, Vec<Gold>);

fn paragraphs(documents: &[&(Entry, Vec<Claim>)]) -> Vec<Lesson> {
    documents
        .iter()
        .flat_map(|(entry, claims)| {
            let gold: Vec<Gold> = claims.iter().filter_map(marked).collect();
            lessons_of(&entry.page.document(&entry.name), &gold)
        })
        .collect()
}

/// The documents of a folder that may be learned from, with their claims.
fn annotated(folder: &Path, language: &str) -> Result<Vec<(Entry, Vec<Claim>)>> {
    let mut out = Vec::new();
    for entry in files::entries(folder, Some(language))? {
        if entry.half == Half::Final {
            continue;
        }
        if let Some(claims) = entry.claims("gold")? {
            out.push((entry, claims));
        }
    }
    ensure!(
        !out.is_empty(),
        "{}: nothing to learn from",
        folder.display()
    );
    Ok(out)
}

/// A claim as the tagger is taught it; a source that is left out stands nowhere near the cue.
fn marked(claim: &Claim) -> Option<Gold> {
    let source = match claim.source {
        Source::Named { span } if !claim.dropped => vec![span],
        _ => Vec::new(),
    };
    Some(Gold {
        source,
        cue: vec![claim.cue?],
        content: claim.content.clone(),
    })
}
