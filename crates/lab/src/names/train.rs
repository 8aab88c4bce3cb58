//! `lab train-names`: trains the tagger of names of one language.

use super::corpus::{Gold, Name, Text};
use super::crf::{Lesson, Second, Student};
use crate::masks::marked::{self, Marked, Part};
use anyhow::Result;
use clap::Args;
use inquiry::extract::names::trained::{self, Memory, Model, Passage, allowed, beginning};
use inquiry::extract::{self, Depth};
use model::{Document, Language, MentionKind, Span};
use std::path::PathBuf;

/// Trains the tagger of names of one language and writes its weights.
#[derive(Args)]
pub(crate) struct Train {
    #[command(flatten)]
    gold: Gold,
    /// Folders of texts in which every person is marked; what else they name is taken from the weights that the program has.
    #[arg(long)]
    marked: Vec<PathBuf>,
    /// The weights to write.
    #[arg(long)]
    out: PathBuf,
    /// Passes over the corpus.
    #[arg(long, default_value_t = 6)]
    passes: usize,
    /// Into so many parts the texts are cut: each is read for the second reading by what the others taught.
    #[arg(long, default_value_t = 3)]
    folds: usize,
    /// Passes over the other parts.
    #[arg(long, default_value_t = 4)]
    fold_passes: usize,
    /// Trains on the first of every so many texts.
    #[arg(long, default_value_t = 1)]
    parts: usize,
    /// Seed of the order in which sentences are seen.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// A text as lessons.
struct Taught {
    passages: Vec<Passage>,
    lessons: Vec<Lesson>,
    seconds: Vec<Second>,
}

#[expect(clippy::cast_possible_truncation, reason = "rows are fewer than 2^32")]
fn row(hash: u64) -> u32 {
    trained::row(hash) as u32
}

/// The gold labels of a passage.
fn labels(passage: &Passage, text: &Text) -> Vec<u8> {
    let mut labels: Vec<u8> = Vec::with_capacity(passage.words.len());
    let mut from = 0;
    for word in &passage.words {
        while text
            .names
            .get(from)
            .is_some_and(|(span, _)| span.end <= word.span.start)
        {
            from += 1;
        }
        let name = text
            .names
            .get(from)
            .filter(|(span, _)| span.overlaps(word.span));
        let label = match name {
            Some((span, Some(kind))) => beginning(*kind) + u8::from(span.start < word.span.start),
            Some((_, None)) => 1,
            None => 0,
        };
        let before = labels.last().copied().unwrap_or(0);
        let inside = !allowed(usize::from(before), usize::from(label));
        labels.push(label - u8::from(inside));
    }
    labels
}

/// A marked text: its people as marked, other names as the program reads them, deeply where it can. Who is read as a person
/// and is not marked is the name of another thing.
fn with_people(marked: Marked, language: Language) -> Text {
    let people = marked
        .people
        .iter()
        .filter(|(part, _)| *part != Part::Thing);
    let places = people.flat_map(|(_, places)| places.iter().copied());
    let mut names: Vec<Name> = places
        .map(|span| (span, Some(MentionKind::Person)))
        .collect();
    let things = marked
        .people
        .iter()
        .filter(|(part, _)| *part == Part::Thing);
    let things: Vec<Span> = things
        .flat_map(|(_, places)| places.iter().copied())
        .collect();
    let named = [MentionKind::Organisation, MentionKind::Place];
    for (span, kind) in super::mentions(&marked.text, language, Depth::Deep) {
        let of_person = kind == MentionKind::Person;
        let thing = things.iter().any(|thing| thing.overlaps(span));
        if (named.contains(&kind) || of_person)
            && !(of_person && thing)
            && !names.iter().any(|(own, _)| own.overlaps(span))
        {
            names.push((span, Some(kind).filter(|kind| *kind != MentionKind::Person)));
        }
    }
    for thing in things {
        if !names.iter().any(|(own, _)| own.overlaps(thing)) {
            names.push((thing, Some(MentionKind::Organisation)));
        }
    }
    names.sort_by_key(|(span, _)| span.start);
    Text {
        text: marked.text,
        names,
    }
}

/// The same in small letters, as chats are written.
fn in_small(text: &Text) -> Text {
    let small = |letter: char| {
        let mut small = letter.to_lowercase();
        match (small.next(), small.next()) {
            (Some(small), None) if small.len_utf8() == letter.len_utf8() => small,
            _ => letter,
        }
    };
    Text {
        text: text.text.chars().map(small).collect(),
        names: text.names.clone(),
    }
}

fn taught(text: &Text, language: Language) -> Taught {
    let mut passages = extract::named(&Document::of_text("text", &text.text, language));
    passages.retain(|passage| passage.language == language && !passage.words.is_empty());
    let lessons = passages
        .iter()
        .map(|passage| {
            let words = 0..passage.words.len();
            let mut own = Vec::new();
            let mut arcs = Vec::new();
            for at in words {
                let mut rows = Vec::new();
                trained::own(passage, at, |hash| rows.push(row(hash)));
                own.push(rows);
                let mut hashes = Vec::new();
                trained::arcs(passage, at, |hash| hashes.push(hash));
                arcs.push(hashes);
            }
            let gold = labels(passage, text);
            Lesson { own, arcs, gold }
        })
        .collect();
    Taught {
        passages,
        lessons,
        seconds: Vec::new(),
    }
}

impl Taught {
    /// What the second reading adds after `model` has read the text once.
    fn remember(&mut self, model: &Model<'_>) {
        let first: Vec<Vec<u8>> = self
            .passages
            .iter()
            .map(|passage| trained::best(&model.chain(passage)))
            .collect();
        let memory = Memory::of(&self.passages, &first);
        self.seconds = self
            .passages
            .iter()
            .zip(&first)
            .map(|(passage, first)| {
                (0..passage.words.len())
                    .map(|at| {
                        let mut rows = Vec::new();
                        trained::remembered(passage, at, first, &memory, |hash| {
                            rows.push(row(hash));
                        });
                        rows
                    })
                    .collect()
            })
            .collect();
    }
}

impl Train {
    /// Trains and writes the weights.
    pub(crate) fn run(&self) -> Result<()> {
        let texts = self.gold.read()?;
        let language = self.gold.language();
        let mut own = Vec::new();
        for folder in &self.marked {
            for marked in marked::folder(folder)? {
                let text = with_people(marked, language);
                own.push(in_small(&text));
                own.push(text);
            }
        }
        let mut all: Vec<Taught> = texts
            .iter()
            .step_by(self.parts.max(1))
            .chain(&own)
            .map(|text| taught(text, language))
            .collect();
        let words: usize = all
            .iter()
            .flat_map(|taught| &taught.passages)
            .map(|passage| passage.words.len())
            .sum();
        crate::say(&format!("{} texts, {words} words", all.len()));
        let folds = self.folds.max(2);
        for fold in 0..folds {
            let lessons: Vec<_> = all
                .iter()
                .enumerate()
                .filter(|(index, _)| index % folds != fold)
                .flat_map(|(_, taught)| taught.lessons.iter().map(|lesson| (lesson, None)))
                .collect();
            let bytes = bytes(&lessons, self.seed, self.fold_passes);
            let model = Model::of(&bytes);
            for taught in all.iter_mut().skip(fold).step_by(folds) {
                if let Some(model) = &model {
                    taught.remember(model);
                }
            }
        }
        let lessons: Vec<_> = all
            .iter()
            .flat_map(|taught| taught.lessons.iter().zip(taught.seconds.iter().map(Some)))
            .collect();
        std::fs::write(&self.out, bytes(&lessons, self.seed, self.passes))?;
        Ok(())
    }
}

fn bytes(lessons: &[(&Lesson, Option<&Second>)], seed: u64, passes: usize) -> Vec<u8> {
    let mut student = Student::new(seed);
    student.study(lessons, passes);
    student.bytes()
}
