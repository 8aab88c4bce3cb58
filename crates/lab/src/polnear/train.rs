//! `lab train-tagger`: trains the tagger of attributions on `PolNeAR`.
//!
//! An averaged structured perceptron (Collins 2002): where the best labels are not the gold ones, the weights of
//! the gold labels go up by one and those of the best down by one; what is kept is the mean over all steps.

use super::{Corpus, document, gold, tagged};
use anyhow::Result;
use clap::Args;
use inquiry::extract;
use inquiry::extract::tagger::{self, Chain, LABELS, Passage, Row, Size, Stage, Weights};
use model::{Document, Span};
use std::path::PathBuf;

/// Trains the tagger and writes its weights.
#[derive(Args)]
pub(crate) struct Train {
    #[command(flatten)]
    corpus: Corpus,
    /// The weights to write.
    #[arg(long)]
    out: PathBuf,
    /// Passes over the corpus.
    #[arg(long, default_value_t = 10)]
    passes: usize,
    /// Every so many-th article is held out, to see how it goes; 0 holds out none.
    #[arg(long, default_value_t = 10)]
    held: usize,
    /// Trains on the first of so many parts of the articles.
    #[arg(long, default_value_t = 1)]
    parts: usize,
    /// Trains on the project's own gold claims in these folders, odd numbers only; on `PolNeAR` too where it is English.
    #[arg(long, requires = "lang")]
    gold: Vec<PathBuf>,
    /// How often the own gold claims are seen in each pass.
    #[arg(long, default_value_t = 1)]
    weight: usize,
    /// The language of the own gold claims.
    #[arg(long)]
    lang: Option<String>,
    /// Scores by this many parts of the last folder, each by weights that have not seen it, and writes no weights.
    #[arg(long, default_value_t = 0)]
    folds: usize,
    /// With folds, writes here how often claims that were read the same way were right.
    #[arg(long, requires = "folds")]
    shares: Option<PathBuf>,
    /// Seed of the order in which paragraphs are seen.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// A paragraph with its gold labels.
pub(crate) struct Lesson {
    passage: Passage,
    cues: Vec<u8>,
    /// Each gold cue with the gold labels of its window.
    ties: Vec<((usize, usize), Vec<u8>)>,
}

/// Weights in training.
struct Table {
    now: Vec<i32>,
    /// Sum of each change times the step it was made at.
    late: Vec<i64>,
}

impl Table {
    fn new(rows: usize) -> Self {
        Self {
            now: vec![0; rows * LABELS],
            late: vec![0; rows * LABELS],
        }
    }

    fn change(&mut self, row: usize, label: u8, by: i32, step: i64) {
        let at = row * LABELS + usize::from(label);
        self.now[at] += by;
        self.late[at] += i64::from(by) * step;
    }

    /// The mean over all steps, in bytes: a unit is `1 / scale`.
    fn mean(&self, steps: i64, scale: f64) -> Vec<u8> {
        let mean = |(now, late): (&i32, &i64)| {
            #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
            let value = f64::from(*now) - *late as f64 / steps as f64;
            #[expect(clippy::cast_possible_truncation, reason = "clamped")]
            let value = (value * scale).round().clamp(-9999.0, 9999.0) as i32;
            if value == 0 { 0 } else { tagger::byte(value) }
        };
        self.now.iter().zip(&self.late).map(mean).collect()
    }
}

/// Both tables and the step.
pub(crate) struct Student {
    size: Size,
    cue: Table,
    arguments: Table,
    step: i64,
}

impl Weights for Student {
    const LEARNS: bool = true;

    fn add(&self, stage: Stage, hashes: &[u64], out: &mut Row) {
        let table = match stage {
            Stage::Cue => &self.cue.now,
            Stage::Arguments => &self.arguments.now,
        };
        for hash in hashes {
            let at = self.size.row(stage, *hash) * LABELS;
            for (sum, weight) in out.iter_mut().zip(&table[at..at + LABELS]) {
                *sum += weight;
            }
        }
    }
}

/// Units of a weight in the file.
const SCALE: f64 = 8.0;

impl Student {
    fn new(size: Size) -> Self {
        Self {
            size,
            cue: Table::new(size.rows(Stage::Cue)),
            arguments: Table::new(size.rows(Stage::Arguments)),
            step: 1,
        }
    }

    /// Learns the difference between gold and best labels.
    fn learn(&mut self, stage: Stage, chain: &Chain, gold: &[u8]) {
        self.step += 1;
        let best = tagger::best(chain);
        if best != gold {
            self.shift(stage, chain, gold, 1);
            self.shift(stage, chain, &best, -1);
        }
    }

    fn shift(&mut self, stage: Stage, chain: &Chain, labels: &[u8], by: i32) {
        let (step, size) = (self.step, self.size);
        let table = match stage {
            Stage::Cue => &mut self.cue,
            Stage::Arguments => &mut self.arguments,
        };
        let mut before = 0;
        for ((own, arcs), label) in chain.hashes.iter().zip(labels) {
            for hash in own {
                table.change(size.row(stage, *hash), *label, by, step);
            }
            for hash in arcs {
                let row = size.row(stage, tagger::behind(*hash, before));
                table.change(row, *label, by, step);
            }
            before = usize::from(*label);
        }
    }

    fn see(&mut self, lesson: &Lesson) {
        let chain = tagger::cues(&lesson.passage, self);
        let found = tagger::runs(&tagger::best(&chain));
        self.learn(Stage::Cue, &chain, &lesson.cues);
        for (cue, labels) in &lesson.ties {
            let chain = tagger::arguments(&lesson.passage, self, *cue);
            self.learn(Stage::Arguments, &chain, labels);
        }
        for cue in found {
            if lesson
                .ties
                .iter()
                .any(|(gold, _)| gold.0 <= cue.1 && cue.0 <= gold.1)
            {
                continue;
            }
            // What is wrongly taken for a cue ties nothing.
            let chain = tagger::arguments(&lesson.passage, self, cue);
            let nothing = vec![0; chain.own.len()];
            self.learn(Stage::Arguments, &chain, &nothing);
        }
    }

    /// The weights as they are kept.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut out = self.cue.mean(self.step, SCALE);
        out.extend(self.arguments.mean(self.step, SCALE));
        out
    }
}

/// The words that a span meets, as first and last.
pub(super) fn words(passage: &Passage, span: Span) -> Option<(usize, usize)> {
    let mut hits = (0..passage.words.len()).filter(|at| passage.words[*at].span.overlaps(span));
    let first = hits.next()?;
    Some((first, hits.next_back().unwrap_or(first)))
}

/// The paragraphs of an article with their gold labels.
fn lessons(article: &gold::Article) -> Vec<Lesson> {
    lessons_of(&document(article), &article.claims)
}

/// The paragraphs of a document with the labels of its gold claims.
pub(crate) fn lessons_of(document: &Document, claims: &[gold::Gold]) -> Vec<Lesson> {
    extract::passages(document)
        .into_iter()
        .filter(|passage| !passage.words.is_empty())
        .map(|passage| {
            let whole = passage.span(0, passage.words.len() - 1);
            let mut cues = vec![0; passage.words.len()];
            let mut ties = Vec::new();
            for gold in claims {
                // Of a cue in pieces the last is the head.
                let here = gold.cue.iter().filter(|cue| cue.overlaps(whole)).max();
                let Some(cue) = here.and_then(|cue| words(&passage, *cue)) else {
                    continue;
                };
                if cues[cue.0..=cue.1].iter().any(|label| *label > 0) {
                    continue;
                }
                cues[cue.0..=cue.1].fill(2);
                cues[cue.0] = 1;
                ties.push((cue, labels(&passage, cue, gold)));
            }
            Lesson {
                passage,
                cues,
                ties,
            }
        })
        .collect()
}

/// The gold labels of a cue's window.
fn labels(passage: &Passage, cue: (usize, usize), gold: &gold::Gold) -> Vec<u8> {
    let (from, to) = tagger::window(passage, cue);
    let label = |at: usize| {
        let span = passage.words[at].span;
        let met = |spans: &[Span]| spans.iter().any(|other| other.overlaps(span));
        match at {
            _ if cue.0 <= at && at <= cue.1 => 0,
            _ if met(&gold.source) => 1,
            _ if met(&gold.content) => 2,
            _ => 0,
        }
    };
    (from..to).map(label).collect()
}

/// Marsaglia's xorshift: an order that is the same for the same seed.
fn shuffle(order: &mut [usize], seed: &mut u64) {
    for at in (1..order.len()).rev() {
        *seed ^= *seed << 13;
        *seed ^= *seed >> 7;
        *seed ^= *seed << 17;
        let other = usize::try_from(*seed % (at as u64 + 1)).unwrap_or(0);
        order.swap(at, other);
    }
}

impl Train {
    /// The paragraphs of the corpus.
    fn beside(&self) -> Result<Vec<Lesson>> {
        let corpus = &self.corpus;
        let articles = gold::read(&corpus.data, &corpus.split, corpus.files)?;
        Ok(articles.iter().flat_map(lessons).collect())
    }

    /// Trains, says how it goes on the held-out articles, writes the weights.
    pub(crate) fn run(&self) -> Result<()> {
        if let Some(language) = self.lang.as_deref().filter(|_| !self.gold.is_empty()) {
            let english = language == "en";
            let own = crate::claims::Lessons {
                folders: &self.gold,
                language,
                beside: if english { self.beside()? } else { Vec::new() },
                weight: self.weight,
                size: if english { Size::LARGE } else { Size::SMALL },
                passes: self.passes,
                folds: self.folds,
                shares: self.shares.as_deref(),
                seed: self.seed,
            };
            return own.run(&self.out);
        }
        let corpus = &self.corpus;
        let articles = gold::read(&corpus.data, &corpus.split, corpus.files)?;
        let is_held = |index: usize| self.held > 0 && index % self.held == self.held - 1;
        let mut held = Vec::new();
        let mut seen = Vec::new();
        for (index, article) in articles.iter().enumerate() {
            if is_held(index) {
                held.push(article);
            } else if index % self.parts.max(1) == 0 {
                seen.push(article);
            }
        }
        crate::say(&format!(
            "{} articles; {} articles held out",
            seen.len(),
            held.len()
        ));
        let lessons: Vec<Lesson> = seen.iter().flat_map(|it| lessons(it)).collect();
        learn(
            &lessons.iter().collect::<Vec<_>>(),
            Size::LARGE,
            self.passes,
            self.seed,
            |pass, student| {
                if !held.is_empty() || pass == self.passes {
                    let bytes = student.bytes();
                    std::fs::write(&self.out, &bytes)?;
                    if let Some(model) = tagger::Model::read(&bytes) {
                        crate::say(&format!("pass {pass}: {}", tagged::line(&held, &model)));
                    }
                }
                Ok(())
            },
        )?;
        Ok(())
    }
}

/// Passes over the lessons; `told` is called after each.
pub(crate) fn learn(
    lessons: &[&Lesson],
    size: Size,
    passes: usize,
    seed: u64,
    told: impl Fn(usize, &Student) -> Result<()>,
) -> Result<Student> {
    let mut student = Student::new(size);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut seed = seed.max(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for pass in 1..=passes {
        shuffle(&mut order, &mut seed);
        for at in &order {
            student.see(lessons[*at]);
        }
        told(pass, &student)?;
    }
    Ok(student)
}

/// The weights after so many passes over the articles and over `own` paragraphs.
pub(super) fn taught(
    articles: &[&gold::Article],
    own: &[&Lesson],
    passes: usize,
    seed: u64,
) -> Result<Vec<u8>> {
    let lessons: Vec<Lesson> = articles.iter().flat_map(|it| lessons(it)).collect();
    let lessons: Vec<&Lesson> = lessons.iter().chain(own.iter().copied()).collect();
    Ok(learn(&lessons, Size::LARGE, passes, seed, |_, _| Ok(()))?.bytes())
}
