//! `lab dump-deep`: writes what the deep tagger learns from as columns that numpy reads, for a training elsewhere
//! (`peers/train_deep.py`).

use super::lessons::{self, Lesson, Others, Tie};
use super::{PLAIN_PASSES, in_folds};
use crate::polnear::{Corpus, document, gold, tagged, train};
use anyhow::{Context as _, Result};
use clap::Args;
use inquiry::extract;
use inquiry::extract::deep::{Deep, PIECES, Pieces};
use inquiry::extract::tagger::Model;
use model::Span;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Writes the lessons of a split.
#[derive(Args)]
pub(crate) struct DumpDeep {
    #[command(flatten)]
    corpus: Corpus,
    /// The folder to write to: `seen` and `held` within it.
    #[arg(long)]
    out: PathBuf,
    /// Every so many-th article is held out.
    #[arg(long, default_value_t = 20)]
    held: usize,
    /// Folders of own gold claims in English to learn from beside the corpus.
    #[arg(long)]
    gold: Vec<PathBuf>,
    /// Weights to score on the held-out articles.
    #[arg(long)]
    weights: Vec<PathBuf>,
    /// Seed of the perceptrons that the lessons are seen by.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl DumpDeep {
    /// Reads, lets perceptrons see, writes.
    pub(crate) fn run(&self) -> Result<()> {
        let corpus = &self.corpus;
        let (held, mut seen): (Vec<_>, Vec<_>) =
            gold::read(&corpus.data, &corpus.split, corpus.files)?
                .into_iter()
                .enumerate()
                .partition(|(index, _)| self.held > 0 && index % self.held == self.held - 1);
        for (name, text, claims) in crate::claims::own_texts(&self.gold, "en")? {
            let article = gold::Article { name, text, claims };
            // Numbers behind those of the corpus tell them apart.
            seen.push((OWN + seen.len(), article));
        }
        let pieces = Pieces::read(PIECES).context("no word pieces")?;
        let articles: Vec<&gold::Article> = seen.iter().map(|(_, article)| article).collect();
        let mut columns = Columns::default();
        in_folds(&articles, self.seed, |at, article, model| {
            let number = seen[at].0;
            columns.article(number, article, &pieces, model, Others::Best);
        })?;
        columns.write(&self.out.join("seen"))?;
        let plain = train::taught(&articles, &[], PLAIN_PASSES, self.seed)?;
        let model = Model::read(&plain).context("no perceptron")?;
        let mut columns = Columns::default();
        for (number, article) in &held {
            columns.article(*number, article, &pieces, &model, Others::Likely);
        }
        columns.write(&self.out.join("held"))?;
        let held: Vec<&gold::Article> = held.iter().map(|(_, article)| article).collect();
        for path in &self.weights {
            let bytes = std::fs::read(path)?;
            let deep = Deep::read(PIECES, &bytes).context("no weights of the deep tagger")?;
            let line = tagged::deep_line(&held, &model, &deep);
            crate::say(&format!("{}: {line}", path.display()));
        }
        Ok(())
    }
}

/// Numbers of own documents begin here.
const OWN: usize = 1_000_000;

/// Columns of numbers by name, each with its type as numpy writes it.
#[derive(Default)]
struct Columns(BTreeMap<&'static str, (&'static str, Vec<u8>)>);

impl Columns {
    fn put(&mut self, name: &'static str, kind: &'static str, bytes: &[u8]) {
        let column = self.0.entry(name).or_insert((kind, Vec::new()));
        column.1.extend_from_slice(bytes);
    }

    fn byte(&mut self, name: &'static str, value: u8) {
        self.put(name, "|u1", &[value]);
    }

    fn flag(&mut self, name: &'static str, holds: bool) {
        self.byte(name, u8::from(holds));
    }

    fn number(&mut self, name: &'static str, value: usize) {
        let value = u32::try_from(value).unwrap_or(u32::MAX);
        self.put(name, "<u4", &value.to_le_bytes());
    }

    /// A feature, in parts of 150: the perceptron's scores are whole numbers of them.
    fn feature(&mut self, name: &'static str, value: f32) {
        #[expect(clippy::cast_possible_truncation, reason = "within 2^15")]
        let value = (value * 150.0).round() as i16;
        self.put(name, "<i2", &value.to_le_bytes());
    }

    fn article(
        &mut self,
        number: usize,
        article: &gold::Article,
        pieces: &Pieces<'_>,
        model: &Model<'_>,
        others: Others,
    ) {
        let words: Vec<Vec<Span>> = extract::passages(&document(article))
            .iter()
            .map(|passage| passage.words.iter().map(|word| word.span).collect())
            .collect();
        for lesson in lessons::lessons(article, pieces, model, others) {
            self.number("chunk.article", number);
            self.lesson(&article.text, &words, &lesson);
        }
        for (claim, it) in article.claims.iter().enumerate() {
            for (role, spans) in [&it.source, &it.cue, &it.content].into_iter().enumerate() {
                for span in tagged::joined(&article.text, spans) {
                    self.number("gold.article", number);
                    self.number("gold.claim", claim);
                    self.number("gold.role", role);
                    self.number("gold.start", span.start);
                    self.number("gold.end", span.end);
                }
            }
        }
    }

    fn lesson(&mut self, text: &str, spans: &[Vec<Span>], lesson: &Lesson) {
        let chunk = &lesson.chunk;
        self.number("chunk.pieces", chunk.pieces.len());
        self.number("chunk.words", chunk.words.len());
        self.number("chunk.ties", lesson.ties.len());
        for (piece, owner) in chunk.pieces.iter().zip(&chunk.owners) {
            self.put("piece.id", "<u2", &piece.to_le_bytes());
            self.number("piece.owner", owner.unwrap_or(usize::MAX));
        }
        let mut before = None;
        for (at, place) in chunk.words.iter().enumerate() {
            let span = spans[place.passage][place.word];
            let gap = before.and_then(|end| text.get(end..span.start));
            before = Some(span.end);
            self.flag("word.joins", gap.is_some_and(|gap| gap.trim().is_empty()));
            self.number("word.piece", place.piece);
            self.number("word.passage", place.passage);
            self.number("word.start", span.start);
            self.number("word.end", span.end);
            self.byte("word.cue", lesson.cues[at]);
            self.flag("word.in_source", lesson.parts[at][0]);
            self.flag("word.in_content", lesson.parts[at][1]);
            for feature in lesson.features[at] {
                self.feature("word.features", feature);
            }
        }
        lesson.ties.iter().for_each(|tie| self.tie(tie));
    }

    fn tie(&mut self, tie: &Tie) {
        self.number("tie.first", tie.cue.0);
        self.number("tie.last", tie.cue.1);
        self.number("tie.from", tie.window.from);
        self.number("tie.count", tie.labels.len());
        self.flag("tie.gold", tie.gold);
        for (at, label) in tie.labels.iter().enumerate() {
            self.byte("seat.label", *label);
            self.number("seat.step", tie.window.steps[at]);
            for feature in tie.window.pairs[at] {
                self.feature("seat.pairs", feature);
            }
        }
    }

    /// Each column as a file of its own.
    fn write(&self, folder: &Path) -> Result<()> {
        std::fs::create_dir_all(folder)?;
        for (name, (kind, bytes)) in &self.0 {
            let width = kind.chars().last().and_then(|digit| digit.to_digit(10));
            let count = bytes.len() / width.map_or(1, |width| width as usize);
            let head =
                format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': ({count},), }}\n");
            let mut out = b"\x93NUMPY\x01\x00".to_vec();
            out.extend(u16::try_from(head.len())?.to_le_bytes());
            out.extend(head.as_bytes());
            out.extend(bytes);
            std::fs::write(folder.join(format!("{name}.npy")), out)?;
        }
        Ok(())
    }
}
