//! `lab factuality`: whether an event happened, as its text tells it, on a scale from -3 (surely not) to 3 (surely).
//!
//! Data: UDS-IH2, events of the English Web Treebank judged by readers (White and others 2016; Rudinger, White, Van Durme 2018),
//! in the one form of Stanovsky and others (2017). Trained on the states that the deep tagger's encoder has behind its
//! lower layers, which stay as they are. A few networks are trained, each with another tenth of the sentences held out,
//! which says when to stop; their mean is scored on dev, from which nothing is learned or chosen.

mod data;
mod net;
mod score;

use crate::neural::{Adam, Noise};
use crate::say;
use anyhow::{Context as _, Result, ensure};
use data::Sentence;
use net::Net;
use score::Score;
use std::path::PathBuf;
use std::time::Instant;

/// Trains on the train file, scores dev, prints the learning curve.
#[derive(clap::Args)]
pub(crate) struct Factuality {
    /// Folder with `train.jsonl` and `dev.jsonl`.
    #[arg(long, default_value = "../shared/data/factuality/uds_ih2")]
    data: PathBuf,
    /// Networks whose mean is taken; each holds out another tenth.
    #[arg(long, default_value_t = 3)]
    networks: usize,
    /// Passes over the sentences.
    #[arg(long, default_value_t = 6)]
    passes: usize,
    /// Every so many-th sentence is learned from: one line of the curve each.
    #[arg(long, value_delimiter = ',', default_value = "8,4,2,1")]
    parts: Vec<usize>,
    /// Sentences between two steps.
    #[arg(long, default_value_t = 24)]
    batch: usize,
    /// Largest step.
    #[arg(long, default_value_t = 2e-3)]
    rate: f32,
    /// Seed of everything that is random.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// One of so many sentences is held out.
const HELD: usize = 10;
/// One of so many values is dropped in training.
const DROPPED: u8 = 5;

impl Factuality {
    pub(crate) fn run(&self) -> Result<()> {
        if !self.data.exists() {
            say("skipped: the data is not there");
            return Ok(());
        }
        let start = Instant::now();
        let [train, dev] = [self.read("train")?, self.read("dev")?];
        let dev: Vec<&Sentence> = dev.iter().flatten().collect();
        say(&format!(
            "states read in {:.0} s",
            start.elapsed().as_secs_f64()
        ));
        say(&format!("part of train  sentences  {}", Score::HEAD));
        for part in &self.parts {
            let seen: Vec<&[Sentence]> = train
                .iter()
                .step_by((*part).max(1))
                .map(Vec::as_slice)
                .collect();
            let mut sums = Vec::new();
            for number in 0..self.networks.max(1) {
                let (held, values) = self.train(&seen, number);
                say(&format!("  network {number}, its held-out tenth: {held}"));
                let told = tell(&Net::new(), &values, &dev);
                sums.resize(told.len(), 0.0);
                sums.iter_mut()
                    .zip(told)
                    .for_each(|(sum, told)| *sum += told);
            }
            let share = 1.0 / score::float(self.networks.max(1));
            let told: Vec<f64> = sums.iter().map(|sum| sum * share).collect();
            let dev = Score::of(&told, &gold(&dev));
            say(&format!("1/{part:<12} {:>10}  {dev}", seen.len()));
        }
        say(&format!("{:.0} s in all", start.elapsed().as_secs_f64()));
        Ok(())
    }

    /// The sentences of a file.
    fn read(&self, name: &str) -> Result<Vec<Vec<Sentence>>> {
        let path = self.data.join(format!("{name}.jsonl"));
        let text = std::fs::read_to_string(&path).context("no such file of the data")?;
        let (told, lost) = data::sentences(&data::lines(&text)?)?;
        let events: usize = told.iter().flatten().map(|it| it.events.len()).sum();
        ensure!(events > 0, "{name}: no event");
        say(&format!(
            "{name}: {} lines, {events} events; {lost} more stand on no word",
            told.len()
        ));
        Ok(told)
    }

    /// A network's score on its held-out tenth, and its values as they were when that was best.
    fn train(&self, lines: &[&[Sentence]], number: usize) -> (Score, Vec<f32>) {
        let (mut held, mut seen): (Vec<&Sentence>, Vec<&Sentence>) = (Vec::new(), Vec::new());
        for (index, line) in lines.iter().enumerate() {
            let is_held = index % HELD == number % HELD;
            let list = if is_held { &mut held } else { &mut seen };
            list.extend(line.iter());
        }
        let net = Net::new();
        let seed = self.seed.wrapping_mul(1_000).wrapping_add(number as u64);
        let mut noise = Noise::new(seed).dropping(DROPPED);
        let mut adam = Adam::new(net.fresh(&mut noise));
        let mut best = (Score::of(&[], &[]), adam.values.clone());
        let steps = seen.len().div_ceil(self.batch.max(1)) * self.passes;
        let mut noise = Some(noise);
        for _ in 0..self.passes {
            if let Some(noise) = &mut noise {
                noise.shuffle(&mut seen);
            }
            for batch in seen.chunks(self.batch.max(1)) {
                self.step(&net, &mut adam, batch, steps, &mut noise);
            }
            let score = Score::of(&tell(&net, &adam.values, &held), &gold(&held));
            if score.r > best.0.r {
                best = (score, adam.values.clone());
            }
        }
        best
    }

    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    fn step(
        &self,
        net: &Net,
        adam: &mut Adam,
        batch: &[&Sentence],
        steps: usize,
        noise: &mut Option<Noise>,
    ) {
        let mut grads = vec![0.0; net.count];
        let mut events = 0;
        for sentence in batch {
            net.learn(&adam.values, &mut grads, sentence, noise);
            events += sentence.events.len();
        }
        let share = 1.0 / events.max(1) as f32;
        for grad in &mut grads {
            *grad *= share;
        }
        let by = adam.share(steps);
        adam.step(&grads, |_| by * self.rate);
    }
}

/// What a network tells of the events of sentences, one behind the other.
fn tell(net: &Net, values: &[f32], sentences: &[&Sentence]) -> Vec<f64> {
    let told = sentences.iter().flat_map(|it| net.tell(values, it));
    told.map(f64::from).collect()
}

/// What people told of them.
fn gold(sentences: &[&Sentence]) -> Vec<f64> {
    let labels = sentences.iter().flat_map(|it| &it.events);
    labels.map(|(_, label)| f64::from(*label)).collect()
}
