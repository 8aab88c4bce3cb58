//! A gold document: front matter and text, as the reader of plain text would give it to the extraction.

use anyhow::{Context as _, Result, bail, ensure};
use model::{
    Block, BlockKind, Document, DocumentId, EvidenceId, Format, Language, Part, PartKind,
    PartialDate, Span,
};

/// What a document may be.
const GENRES: &[&str] = &[
    "news",
    "statement",
    "feature",
    "report",
    "court",
    "chat",
    "transcript",
];

/// Longest name in front of a turn, in words.
const NAME_WORDS: usize = 5;

/// A document with what its front matter says.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// Its language.
    pub(crate) language: Language,
    /// Day, month or year it was published.
    pub(crate) date: PartialDate,
    /// Who published it.
    pub(crate) publisher: String,
    /// Whether its lines are turns of speakers.
    pub(crate) turns: bool,
    /// The text; all spans count its bytes.
    pub(crate) text: String,
}

impl Page {
    /// Reads a file, or says what is wrong with it.
    pub(crate) fn parse(file: &str) -> Result<Self> {
        let (front, text) = file
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---\n"))
            .context("it must begin with front matter between two lines of ---")?;
        let (mut language, mut date, mut publisher, mut genre) = (None, None, None, None);
        for line in front.lines() {
            let (key, value) = line
                .split_once(':')
                .with_context(|| format!("no value in the front matter: {line}"))?;
            let value = value.trim();
            match key {
                "lang" => language = Language::parse(value),
                "date" => date = PartialDate::parse(value),
                "publisher" => publisher = Some(value.to_owned()),
                "genre" => genre = GENRES.iter().find(|genre| **genre == value),
                "title" => {}
                _ => bail!("unknown name in the front matter: {key}"),
            }
        }
        let text = text.trim().to_owned() + "\n";
        for mark in ["{", "}", "[...]"] {
            ensure!(!text.contains(mark), "the text must not hold {mark}");
        }
        ensure!(text.len() > 1, "there is no text");
        let genre = genre.with_context(|| format!("genre must be one of {}", GENRES.join(", ")))?;
        Ok(Self {
            language: language
                .filter(|it| *it != Language::Unknown)
                .context("lang must be en, es or ru")?,
            date: date.context("date must be YYYY-MM-DD, YYYY-MM or YYYY")?,
            publisher: publisher
                .filter(|name| !name.is_empty())
                .context("publisher is missing")?,
            turns: matches!(*genre, "chat" | "transcript"),
            text,
        })
    }

    /// The turns: speaker's name and words.
    pub(crate) fn speakers(&self) -> Vec<(Span, Span)> {
        let mut out = Vec::new();
        let mut start = 0;
        for line in self.text.split_inclusive('\n').filter(|_| self.turns) {
            let end = start + line.trim_end().len();
            if let Some((name, words)) = turn(line.trim_end()) {
                let name = Span::new(start, start + name.len());
                out.push((name, Span::new(end - words.len(), end)));
            }
            start += line.len();
        }
        out
    }

    /// The document that the extraction is given.
    pub(crate) fn document(&self, name: &str) -> Document {
        let evidence = EvidenceId::of(self.text.as_bytes());
        let (format, kind) = if self.turns {
            (Format::Transcript, PartKind::Transcript)
        } else {
            (Format::Text, PartKind::Body)
        };
        Document {
            id: DocumentId::new(&evidence, 0),
            evidence,
            path: None,
            name: name.to_owned(),
            format,
            title: None,
            language: self.language,
            date: Some(self.date),
            publisher: Some(self.publisher.clone()),
            parts: vec![Part {
                kind,
                label: "body".to_owned(),
                text: self.text.clone(),
                blocks: self.blocks(),
            }],
            contacts: Vec::new(),
            receipt: None,
        }
    }

    /// Turns, and the lines between them; nothing for running text.
    fn blocks(&self) -> Vec<Block> {
        let speakers = self.speakers();
        let mut blocks = Vec::new();
        let mut start = 0;
        for line in self.text.split_inclusive('\n').filter(|_| self.turns) {
            let all = Span::new(start, start + line.trim_end().len());
            start += line.len();
            let turn = speakers.iter().find(|(name, _)| name.start == all.start);
            let (span, kind) = match turn {
                Some((name, words)) => (
                    *words,
                    BlockKind::Turn {
                        speaker: Some(*name),
                        at: None,
                    },
                ),
                None => (all, BlockKind::Paragraph),
            };
            if !span.is_empty() {
                blocks.push(Block {
                    span,
                    kind,
                    language: None,
                });
            }
        }
        blocks
    }
}

/// The name and the words of a line, if it is a turn.
fn turn(line: &str) -> Option<(&str, &str)> {
    let (name, words) = line.split_once(": ")?;
    let fits = !name.is_empty() && name.split_whitespace().count() <= NAME_WORDS;
    fits.then_some((name, words.trim_start()))
}
