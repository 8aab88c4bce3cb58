//! `lab train-deep`: trains the deep tagger on `PolNeAR`, from a small encoder that read much English before.
//!
//! The lower layers stay as they are and are run once. The others, the chains of labels (conditional random fields)
//! and the narrow layers that look from one cue are trained by Adam with decoupled decay (Loshchilov, Hutter
//! 2019). Gradients are summed in one order: the same seed gives the same weights.

mod crf;
mod dump;
mod encoder;
mod lessons;
mod net;
mod pack;
mod tensors;

use super::{Corpus, gold, tagged, train};
use crate::neural::{Adam, Noise};
use anyhow::{Context as _, Result};
use clap::Args;
pub(crate) use dump::DumpDeep;
use encoder::Encoder;
use inquiry::extract::deep::{Deep, PIECES, Pieces};
use inquiry::extract::tagger::Model;
use lessons::{Lesson, Others};
use net::{Losses, Net};
use std::path::PathBuf;
use tensors::Tensors;

/// Trains the deep tagger and writes its weights.
#[derive(Args)]
pub(crate) struct TrainDeep {
    #[command(flatten)]
    corpus: Corpus,
    /// The encoder to begin with: `MiniLM`, six layers of 384, in the safetensors format.
    #[arg(long)]
    encoder: PathBuf,
    /// Its word pieces, one a line.
    #[arg(long)]
    vocabulary: PathBuf,
    /// The weights to write.
    #[arg(long)]
    out: PathBuf,
    /// Passes over the corpus.
    #[arg(long, default_value_t = 3)]
    passes: usize,
    /// Stops after so many passes; steps shrink as if all were made.
    #[arg(long)]
    stop: Option<usize>,
    /// Every so many-th article is held out, to see how it goes; 0 holds out none.
    #[arg(long, default_value_t = 20)]
    held: usize,
    /// Chunks between two steps.
    #[arg(long, default_value_t = 8)]
    batch: usize,
    /// Largest step of the encoder's layers.
    #[arg(long, default_value_t = 2e-4)]
    rate: f32,
    /// Largest step of the rest.
    #[arg(long, default_value_t = 1e-3)]
    head_rate: f32,
    /// Seed of everything that is random.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Perceptrons whose view of a third of the articles comes from the other two thirds.
const FOLDS: usize = 3;
/// Passes of each of them.
const FOLD_PASSES: usize = 4;
/// Passes of the one that is heard on articles held out.
const PLAIN_PASSES: usize = 6;
/// Gradients of a batch are summed in so many lanes, each by a thread of its own.
const LANES: usize = 2;
/// Steps after which the weights so far are written.
const SAVED: i32 = 100;

/// What is learned, and how it moves.
struct Student {
    net: Net,
    adam: Adam,
}

impl Student {
    /// One step; `by` is the share of the largest one.
    fn step(&mut self, it: &TrainDeep, grads: &[f32], by: f32) {
        let encoder = self.net.encoder;
        let largest = |at: usize| {
            if at < encoder { it.rate } else { it.head_rate }
        };
        self.adam.step(grads, |at| by * largest(at));
    }

    /// Gradients and losses of a batch.
    fn learn(&self, batch: &[&Lesson], seed: u64) -> (Vec<f32>, Losses) {
        let lane = |lane: usize| {
            let mut grads = vec![0.0; self.net.count];
            let mut losses = Losses::default();
            for (at, lesson) in batch
                .iter()
                .enumerate()
                .filter(|(at, _)| at % LANES == lane)
            {
                let mut noise = Some(Noise::new(seed.wrapping_mul(64).wrapping_add(at as u64)));
                let lost = self
                    .net
                    .learn(&self.adam.values, &mut grads, lesson, &mut noise);
                losses
                    .iter_mut()
                    .zip(lost)
                    .for_each(|(sum, lost)| *sum += lost);
            }
            (grads, losses)
        };
        let parts: Vec<(Vec<f32>, Losses)> = std::thread::scope(|scope| {
            let lane = &lane;
            let threads: Vec<_> = (0..LANES).map(|at| scope.spawn(move || lane(at))).collect();
            threads
                .into_iter()
                .filter_map(|thread| thread.join().ok())
                .collect()
        });
        let mut grads = vec![0.0; self.net.count];
        let mut losses = Losses::default();
        #[expect(clippy::cast_precision_loss, reason = "a few")]
        let share = 1.0 / batch.len() as f32;
        for (part, lost) in parts {
            grads
                .iter_mut()
                .zip(part)
                .for_each(|(sum, grad)| *sum += grad * share);
            losses
                .iter_mut()
                .zip(lost)
                .for_each(|(sum, lost)| *sum += lost * share);
        }
        (grads, losses)
    }
}

impl TrainDeep {
    /// Trains, says how it goes, writes the weights now and then and after every pass.
    pub(crate) fn run(&self) -> Result<()> {
        let corpus = &self.corpus;
        let articles = gold::read(&corpus.data, &corpus.split, corpus.files)?;
        let is_held = |index: usize| self.held > 0 && index % self.held == self.held - 1;
        let (held, seen): (Vec<_>, Vec<_>) = articles
            .iter()
            .enumerate()
            .partition(|(index, _)| is_held(*index));
        let held: Vec<&gold::Article> = held.into_iter().map(|(_, article)| article).collect();
        let seen: Vec<&gold::Article> = seen.into_iter().map(|(_, article)| article).collect();
        let tensors = Tensors::read(&self.encoder)?;
        let encoder = Encoder::read(&tensors, &std::fs::read_to_string(&self.vocabulary)?)?;
        let mut lessons = self.lessons(&seen)?;
        crate::say(&format!(
            "{} articles, {} chunks; {} articles held out",
            seen.len(),
            lessons.len(),
            held.len()
        ));
        prepare(&encoder, &mut lessons);
        // The perceptron that comes with the program has seen what is held out here.
        let plain = train::taught(&seen, &[], PLAIN_PASSES, self.seed)?;
        let net = Net::new();
        let mut noise = Noise::new(self.seed);
        let mut values = vec![0.0; net.count];
        net.fresh(&mut values, &mut noise);
        Encoder::begin(&tensors, &net, &mut values)?;
        let adam = Adam::new(values);
        let mut student = Student { net, adam };
        let steps = lessons.len().div_ceil(self.batch.max(1)) * self.passes;
        let last = self.stop.map_or(self.passes, |stop| stop.min(self.passes));
        for pass in 1..=last {
            let mut order: Vec<&Lesson> = lessons.iter().collect();
            noise.shuffle(&mut order);
            let lost = self.pass(&encoder, &mut student, &order, steps)?;
            let bytes = pack::pack(&encoder, &student.net, &student.adam.values);
            std::fs::write(&self.out, &bytes)?;
            crate::say(&format!("pass {pass}: lost {lost:.3?} a chunk"));
            if let (Some(weights), Some(deep)) = (Model::read(&plain), Deep::read(PIECES, &bytes)) {
                crate::say(&tagged::deep_line(&held, &weights, &deep));
            }
        }
        Ok(())
    }

    fn pass(
        &self,
        encoder: &Encoder,
        student: &mut Student,
        order: &[&Lesson],
        steps: usize,
    ) -> Result<Losses> {
        let mut all = Losses::default();
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        for batch in order.chunks(self.batch.max(1)) {
            let by = student.adam.share(steps);
            let seed = self
                .seed
                .wrapping_add(1_000_003 * u64::from(student.adam.step.unsigned_abs()));
            let (grads, losses) = student.learn(batch, seed);
            student.step(self, &grads, by);
            let share = batch.len() as f32 / order.len() as f32;
            all.iter_mut()
                .zip(losses)
                .for_each(|(sum, lost)| *sum += lost * share);
            if student.adam.step % 50 == 0 {
                crate::say(&format!(
                    "step {} of {steps}: lost {losses:.3?} a chunk",
                    student.adam.step
                ));
            }
            if student.adam.step % SAVED == 0 {
                let bytes = pack::pack(encoder, &student.net, &student.adam.values);
                std::fs::write(&self.out, bytes)?;
            }
        }
        Ok(all)
    }

    /// The lessons of the articles, seen by perceptrons that did not learn from them.
    fn lessons(&self, articles: &[&gold::Article]) -> Result<Vec<Lesson>> {
        let pieces = Pieces::read(PIECES).context("no word pieces")?;
        let mut out = Vec::new();
        in_folds(articles, self.seed, |_, article, model| {
            out.extend(lessons::lessons(article, &pieces, model, Others::None));
        })?;
        Ok(out)
    }
}

/// Shows each article, by its number, with a perceptron that did not learn from it.
fn in_folds(
    articles: &[&gold::Article],
    seed: u64,
    mut seen: impl FnMut(usize, &gold::Article, &Model<'_>),
) -> Result<()> {
    for fold in 0..FOLDS {
        let of = |wanted: bool| {
            articles
                .iter()
                .enumerate()
                .filter(move |(index, _)| (index % FOLDS == fold) == wanted)
        };
        let others: Vec<&gold::Article> = of(false).map(|(_, article)| *article).collect();
        let bytes = train::taught(&others, &[], FOLD_PASSES, seed)?;
        let model = Model::read(&bytes).context("no perceptron")?;
        for (index, article) in of(true) {
            seen(index, article, &model);
        }
    }
    Ok(())
}

/// Runs the layers that are not trained once.
fn prepare(encoder: &Encoder, lessons: &mut [Lesson]) {
    let part = lessons.len().div_ceil(LANES).max(1);
    std::thread::scope(|scope| {
        for part in lessons.chunks_mut(part) {
            scope.spawn(|| {
                for lesson in part {
                    lesson.low = encoder.low(lesson);
                }
            });
        }
    });
}
